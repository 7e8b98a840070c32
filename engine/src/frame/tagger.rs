//! Parts of speech: one tag a token, from the lexicon, the shape of the word and its neighbours.
//!
//! The word lists are Brill's (1992), the context rules a short hand-written form of his.

use super::border::{has_finite, is_reduced};
use super::neighbours::{
    bears, ends_list_of_adjectives, ends_passive, has_article, is_wound, modifies_as_gerund, nominal, opens_with_article,
};
use crate::lexicon::{self, Form, Table, Tagged};
use crate::mention::quantity::{self, ORDINALS};
use crate::text::{Sentence, Text};

use first::{first_tag, verb_form};
use settled::by_neighbours;
use shape::{is_abstract, is_number, is_title_case};

mod first;
mod settled;
mod shape;
#[cfg(test)]
mod tests;

/// Part of speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    Noun,
    Nouns,
    Proper,
    Adj,
    Adv,
    /// Base or plain present: "kill".
    Base,
    /// "kills".
    Third,
    Past,
    /// Past participle.
    Part,
    Ing,
    Modal,
    Be,
    Have,
    Do,
    Det,
    Pron,
    /// "her", "their".
    Poss,
    /// "who", "which", "when", "where".
    Wh,
    Prep,
    Conj,
    To,
    Num,
    There,
    /// "’s".
    Clitic,
    Mark,
}

impl Tag {
    fn of(penn: &str) -> Tag {
        match penn {
            "NNS" => Tag::Nouns,
            "JJ" | "JJR" | "JJS" => Tag::Adj,
            "RB" | "RBR" | "RBS" => Tag::Adv,
            "VB" | "VBP" => Tag::Base,
            "VBZ" => Tag::Third,
            "VBD" => Tag::Past,
            "VBN" => Tag::Part,
            "VBG" => Tag::Ing,
            "MD" => Tag::Modal,
            "BE" => Tag::Be,
            "HAVE" => Tag::Have,
            "DO" => Tag::Do,
            "DT" => Tag::Det,
            "PRP" => Tag::Pron,
            "PRP$" => Tag::Poss,
            "WP" | "WDT" | "WP$" | "WRB" => Tag::Wh,
            "IN" => Tag::Prep,
            "CC" => Tag::Conj,
            "TO" => Tag::To,
            "CD" => Tag::Num,
            "EX" => Tag::There,
            _ => Tag::Noun,
        }
    }

    /// A common or proper noun.
    pub fn is_noun(self) -> bool {
        matches!(self, Tag::Noun | Tag::Nouns | Tag::Proper)
    }

    /// A main verb in any form.
    pub fn is_verb(self) -> bool {
        matches!(self, Tag::Base | Tag::Third | Tag::Past | Tag::Part | Tag::Ing)
    }

    /// A form that carries tense.
    pub fn is_finite(self) -> bool {
        matches!(self, Tag::Base | Tag::Third | Tag::Past | Tag::Modal | Tag::Be | Tag::Have | Tag::Do)
    }

    /// A word that may stand before the noun in its phrase.
    fn opens_phrase(self) -> bool {
        matches!(self, Tag::Det | Tag::Poss | Tag::Adj | Tag::Num | Tag::Clitic)
    }
}

/// Tags every token; tokens outside sentences are [`Tag::Mark`].
pub fn tag(text: &Text, tagged: &Tagged) -> Vec<Tag> {
    let mut tags = vec![Tag::Mark; text.tokens.len()];
    for sentence in &text.sentences {
        let title_case = is_title_case(text, sentence);
        for i in sentence.tokens.clone() {
            tags[i] = first_tag(text, tagged, sentence, i, title_case);
        }
        for i in sentence.tokens.clone() {
            name_offices(tagged, &mut tags, i);
        }
        for i in sentence.tokens.clone() {
            tags[i] = in_context(tagged, &tags, sentence, i);
        }
        for i in sentence.tokens.clone() {
            if tags[i] == Tag::Past && is_reduced(tagged, &tags, sentence, i) {
                tags[i] = Tag::Part;
            }
        }
    }
    tags
}

/// "think tank", "war monitor": the words of an office of several words are nouns, whatever else they can be.
fn name_offices(tagged: &Tagged, tags: &mut [Tag], i: usize) {
    let Some(row) = tagged.longest(Table::Office, i).filter(|m| m.tokens.len() > 1) else { return };
    let plural = row.entry.form == Form::Plural;
    for k in row.tokens.clone() {
        if !tags[k].is_verb() {
            continue;
        }
        tags[k] = if plural && k + 1 == row.tokens.end { Tag::Nouns } else { Tag::Noun };
    }
}

/// What the word would be as a verb, if it can be one.
fn as_verb(tagged: &Tagged, tags: &[Tag], i: usize) -> Option<Tag> {
    if tags[i].is_verb() { Some(tags[i]) } else { verb_form(tagged, i) }
}

/// The tag before `i`, adverbs skipped.
fn before(tags: &[Tag], sentence: &Sentence, i: usize) -> Option<(usize, Tag)> {
    (sentence.tokens.start..i).rev().map(|k| (k, tags[k])).find(|(_, t)| *t != Tag::Adv)
}

fn in_context(tagged: &Tagged, tags: &[Tag], sentence: &Sentence, i: usize) -> Tag {
    let tag = tags[i];
    let next = if i + 1 < sentence.tokens.end { tags[i + 1] } else { Tag::Mark };
    // "Most were intercepted", "most of the drones".
    if tagged.key(i) == "most" && (next == Tag::Be || tagged.key(i + 1) == "of") {
        return Tag::Det;
    }
    let Some((at, previous)) = before(tags, sentence, i) else {
        // "Damage was reported": a word that can be a noun opens the sentence before a verb that carries tense.
        let noun = matches!(next, Tag::Be | Tag::Have | Tag::Modal | Tag::To) && names_target(tagged, i);
        let person = || tagged.at(i).iter().any(|m| m.entry.table == Table::People && m.tokens.end == i + 1);
        return match tag {
            Tag::Past if next.is_noun() => Tag::Adj,
            // "Suspect killed in shootout".
            Tag::Base if matches!(next, Tag::Past | Tag::Part | Tag::Third | Tag::Be) && person() => Tag::Noun,
            Tag::Base if noun => Tag::Noun,
            Tag::Pron if tagged.key(i) == "her" => that_or_tag(tagged, tags, sentence, i, next),
            _ => tag,
        };
    };
    // "Rural Fire Service", "Ohio State Highway Patrol": a word within a name.
    if tag == Tag::Proper && previous == Tag::Proper && next == Tag::Proper && at + 1 == i {
        return tag;
    }
    if let Some(settled) = by_neighbours(tagged, i, tag, previous, next) {
        return settled;
    }
    if tagged.key(i) == "per" && tagged.key(i + 1) == "cent" {
        return Tag::Adj;
    }
    // "of northwest China"
    if tag == Tag::Adv && next == Tag::Proper && matches!(tagged.key(i), "northwest" | "northeast" | "southwest" | "southeast") {
        return Tag::Adj;
    }
    // "nearby houses" beside "a house nearby".
    if tagged.key(i) == "nearby" && (next.is_noun() || next == Tag::Adj) {
        return Tag::Adj;
    }
    // "Thirteen have since been released."
    if tagged.key(i) == "since" && previous == Tag::Have && at + 1 == i && matches!(next, Tag::Be | Tag::Part | Tag::Past) {
        return Tag::Adv;
    }
    if !is_open(tag) {
        return that_or_tag(tagged, tags, sentence, i, next);
    }
    // "A pedestrian was hit", "a third died": an adjective before a verb is a noun.
    let follows = matches!(next, Tag::Be | Tag::Have | Tag::Modal | Tag::Past | Tag::Third | Tag::Mark);
    // "a third of them", "a second an hour later".
    let follows = follows || ORDINALS.contains(&tagged.key(i)) && matches!(next, Tag::Det | Tag::Prep);
    let names = |i: usize| ORDINALS.contains(&tagged.key(i)) || tagged.at(i).iter().any(|m| m.entry.table == Table::People);
    // "killed a suspected militant in Kelm"
    let follows =
        follows || next == Tag::Prep && at + 1 == i && names_person(tagged, i) && matches!(previous, Tag::Det | Tag::Adj);
    // "killed a militant and wounded another"
    let joined = || {
        let object = tags.get(i + 3).is_some_and(|t| opens_object(*t)) && i + 3 < sentence.tokens.end;
        next == Tag::Conj && object && matches!(verb_form(tagged, i + 2), Some(Tag::Past | Tag::Part))
    };
    if tag == Tag::Adj && (follows || joined()) && names(i) && opens_with_article(tagged, tags, i) {
        return Tag::Noun;
    }
    let bounded = || tagged.longest(Table::Bound, i + 1).is_some();
    if (next == Tag::Num || bounded()) && quantity::is_numbering(tagged, i) {
        return Tag::Base;
    }
    // "All four are stable."
    if tagged.key(i) == "stable" && previous == Tag::Be {
        return Tag::Adj;
    }
    // "the dead include": never a noun.
    if tagged.key(i) == "include" {
        return Tag::Base;
    }
    // "seven got injured".
    if matches!(tagged.key(i), "got" | "gets" | "get" | "getting") && matches!(next, Tag::Part | Tag::Past) {
        return Tag::Be;
    }
    let verb = as_verb(tagged, tags, i);
    // "Five die in ambush as drone strikes Norvia."
    if tag == Tag::Nouns
        && next == Tag::Proper
        && verb_form(tagged, i) == Some(Tag::Third)
        && previous == Tag::Noun
        && (sentence.tokens.start..at)
            .rev()
            .find(|k| !tags[*k].is_noun() && tags[*k] != Tag::Adj)
            .is_some_and(|k| tagged.key(k) == "as")
    {
        return Tag::Third;
    }
    let object_follows = matches!(next, Tag::Det | Tag::Num | Tag::Poss | Tag::Pron | Tag::Proper);
    // "The firm plans to cut jobs": the verb where no other follows, unlike "Plans to cut jobs angered unions".
    if tag == Tag::Nouns
        && next == Tag::To
        && at + 1 == i
        && previous.is_noun()
        && matches!(tagged.key(i), "plans" | "aims" | "hopes" | "vows" | "pledges" | "promises")
        && !has_finite(tags, sentence, i)
        && !(i + 3..sentence.tokens.end)
            .take_while(|k| tags[*k] != Tag::Mark)
            .any(|k| tags[k].is_finite() && !matches!(tags[k - 1], Tag::To | Tag::Prep | Tag::Det))
    {
        return Tag::Third;
    }
    match (previous, verb) {
        // "taken to hospital", "sent to prison": a place or people, no verb.
        (Tag::To, None) if tag == Tag::Noun && names_target(tagged, i) => tag,
        // "brought to emergency shelters".
        (Tag::To, None) if tag == Tag::Noun && next.is_noun() && at > 0 && tags[at - 1] == Tag::Part => tag,
        // "led to safety".
        (Tag::To, None) if tag == Tag::Noun && is_abstract(tagged.key(i)) => tag,
        (Tag::Modal | Tag::To, None) if tag == Tag::Noun => Tag::Base,
        // "did not result in".
        (Tag::Do, None) if tag == Tag::Noun && tagged.key(i - 1) == "not" => Tag::Base,
        (Tag::Have, None) if tag == Tag::Noun && object_follows => Tag::Part,
        // "a bridge that links the towns".
        (Tag::Pron, None) if tag == Tag::Nouns && object_follows => Tag::Third,
        (Tag::Wh, None) if tag == Tag::Nouns && opens_object(next) && is_relative(tagged.key(at)) => Tag::Third,
        // "when shells landed": a plural before a verb that carries tense.
        (Tag::Wh, _)
            if matches!(tag, Tag::Third | Tag::Nouns)
                && matches!(next, Tag::Past | Tag::Be | Tag::Have)
                && at + 1 == i
                && !is_relative(tagged.key(at)) =>
        {
            Tag::Nouns
        }
        // "the army, which controls Norvia".
        (Tag::Wh, None) if tag == Tag::Nouns && object_follows && matches!(tagged.key(at), "who" | "which") => Tag::Third,
        // "the acting governor", "acting governor Gleb Marchuk", "varying degrees".
        (_, _) if matches!(tagged.key(i), "acting" | "varying" | "differing") && next.is_noun() => Tag::Adj,
        _ if is_wound(tagged, at, i) && !object_follows => Tag::Nouns,
        // "burn injuries", "stab wounds".
        _ if i + 1 < sentence.tokens.end && is_wound(tagged, i, i + 1) => Tag::Noun,
        // "left a girl nursing gunshot wounds".
        (p, _)
            if p.is_noun() && tagged.key(i).ends_with("ing") && i + 2 < sentence.tokens.end && is_wound(tagged, i + 1, i + 2) =>
        {
            Tag::Ing
        }
        // "seven sustained burns": those who bear the harm are counted before their verb.
        (Tag::Num, Some(Tag::Past | Tag::Part)) if at + 1 == i && bears(tagged, i) => Tag::Past,
        // "a flat in Norvia" is a thing.
        (Tag::Det, _) if tag == Tag::Adj && at + 1 == i && !next.is_noun() && next != Tag::Adj && is_thing(tagged, i) => {
            Tag::Noun
        }
        // "suspected of steering the boat".
        (Tag::Prep, _) if tag == Tag::Noun && tagged.key(i).ends_with("ing") && opens_object(next) => Tag::Ing,
        // "a man fighting for life".
        (p, _) if p.is_noun() && tagged.key(i) == "fighting" && (tagged.key(i + 1) == "for" || tagged.key(at) == "lives") => {
            Tag::Ing
        }
        // "found with stab wounds", "sustained machete cuts": a clause has one verb that carries tense.
        (Tag::Noun, Some(Tag::Third))
            if tag == Tag::Third
                && at + 1 == i
                && !object_follows
                && !has_article(tags, sentence, at)
                && has_finite(tags, sentence, i) =>
        {
            Tag::Nouns
        }
        // "close to the river".
        (_, _) if tag.is_verb() && tagged.key(i) == "close" && next == Tag::To => Tag::Adj,
        (p, _) if p.is_noun() && tag == Tag::Noun && tagged.key(i).ends_with("ing") && modifies_as_gerund(tags, i) => Tag::Ing,
        (_, None) => tag,
        (Tag::Ing | Tag::Prep, Some(Tag::Past | Tag::Part)) if next.is_noun() => Tag::Adj,
        // "hit by falling debris".
        (Tag::Prep, _) if next.is_noun() && MOVING.contains(&tagged.key(i)) => Tag::Adj,
        // "the boat sank, drowning 14".
        (Tag::Mark, Some(Tag::Ing)) if opens_object(next) && tagged.key(at) == "," => Tag::Ing,
        // "exploded, damaging nearby shops": no verb that carries tense follows.
        (Tag::Mark, Some(Tag::Ing))
            if tagged.key(at) == ","
                && at + 1 == i
                && (next.is_noun() || next == Tag::Adj || tagged.key(i + 1) == "nearby")
                && has_finite(tags, sentence, at)
                && !tags[i + 1..sentence.tokens.end].iter().take_while(|t| **t != Tag::Mark).any(|t| t.is_finite()) =>
        {
            Tag::Ing
        }
        (Tag::Part, Some(Tag::Past | Tag::Part)) if at + 1 == i => Tag::Part,
        (Tag::To | Tag::Modal | Tag::Do, Some(_)) if base_form(tagged, i) => Tag::Base,
        // "according to unverified posts".
        (Tag::To, Some(Tag::Part)) if next.is_noun() => Tag::Adj,
        (Tag::Be | Tag::Have, Some(Tag::Past | Tag::Part)) => Tag::Part,
        // "A mob beat to death a man."
        (p, Some(_)) if p.is_noun() && at + 1 == i && next == Tag::To && tagged.key(i + 2) == "death" => Tag::Past,
        // "a suspected militant": a participle before a noun that can be an adjective.
        (Tag::Det, Some(Tag::Past | Tag::Part)) if next == Tag::Adj && at + 1 == i && names_person(tagged, i + 1) => Tag::Adj,
        // "a gunshot wound": no verb in the base form behind a singular.
        (Tag::Noun, Some(Tag::Base)) if tag == Tag::Base && at + 1 == i && opens_with_article(tagged, tags, at) => Tag::Noun,
        // "The airline transport pilot was hurt": nor between two singulars.
        (Tag::Noun, Some(Tag::Base))
            if tag == Tag::Base
                && at + 1 == i
                && next == Tag::Noun
                && at > 0
                && !part_form(tagged, i)
                && tagged.key(at - 1) == "the"
                && !tagged.at(at).iter().any(|m| m.entry.table == Table::People) =>
        {
            Tag::Noun
        }
        // "suffered wounds", "sustained cuts": the object of a verb.
        (Tag::Past | Tag::Ing | Tag::Have, Some(Tag::Third)) if at + 1 == i => Tag::Nouns,
        // "was struck and killed".
        (Tag::Conj, Some(Tag::Past | Tag::Part)) if ends_passive(tags, at) => Tag::Part,
        (Tag::Be, Some(Tag::Ing)) => Tag::Ing,
        (Tag::Be | Tag::Have, Some(Tag::Base)) if part_form(tagged, i) => Tag::Part,
        (Tag::Num, Some(Tag::Base)) if part_form(tagged, i) && (!next.is_noun() || next == Tag::Proper) => Tag::Past,
        // "the dead and wounded".
        (Tag::Conj, Some(Tag::Past | Tag::Part)) if ends_list_of_adjectives(tags, at) => Tag::Adj,
        // "killed two and maimed a third".
        (Tag::Conj, Some(Tag::Past | Tag::Part)) if tag == Tag::Adj && opens_object(next) => Tag::Past,
        // "two were killed and another wounded", "both died".
        // "were all pulled out"
        (Tag::Det, Some(Tag::Past | Tag::Part))
            if matches!(tagged.key(at), "all" | "both" | "each") && at > sentence.tokens.start && tags[at - 1] == Tag::Be =>
        {
            Tag::Part
        }
        (Tag::Det, Some(Tag::Past | Tag::Part)) if matches!(tagged.key(at), "another" | "both") && !next.is_noun() => Tag::Past,
        // "Twenty-four suspected traffickers", "some masked men": a number in words before a participle and a plural.
        (p, Some(Tag::Past | Tag::Part)) if p.is_noun() && at + 1 == i && next == Tag::Nouns && is_number(tagged, at) => Tag::Adj,
        // "a woman in her 80s dies".
        (Tag::Num, Some(_)) if tagged.key(at).ends_with("0s") => tag,
        (p, Some(v)) if p.opens_phrase() && at + 1 == i => nominal(tag, v, previous, next),
        // "got through, striking 21 locations", "struck Kyiv, damaging power lines".
        (Tag::Mark, Some(Tag::Ing)) if tag == Tag::Adj && (opens_object(next) || ends_clause(tagged, tags, at, next)) => Tag::Ing,
        // "a football match killed": no plain present behind a singular and before a verb.
        (Tag::Noun, Some(Tag::Base)) if tag == Tag::Base && matches!(next, Tag::Past | Tag::Be | Tag::Have | Tag::Modal) => {
            Tag::Noun
        }
        // "three critically injured persons".
        (Tag::Num, Some(Tag::Past | Tag::Part)) if at + 2 == i && next == Tag::Nouns && DEGREES.contains(&tagged.key(i - 1)) => {
            Tag::Adj
        }
        // "the critically wounded".
        (Tag::Det, Some(Tag::Past | Tag::Part)) if tagged.key(at) == "the" && at + 2 == i => {
            if next.is_noun() {
                Tag::Adj
            } else {
                Tag::Noun
            }
        }
        (Tag::Prep, Some(Tag::Base | Tag::Third)) => {
            if tag.is_noun() {
                tag
            } else {
                Tag::Noun
            }
        }
        (p, Some(v @ (Tag::Base | Tag::Third | Tag::Past)))
            if (p.is_noun() || matches!(p, Tag::Pron | Tag::Wh)) && tag.is_noun() =>
        {
            // "before the hotel blast a bomb exploded": no plain present behind a singular.
            let singular =
                v == Tag::Base && p == Tag::Noun && at + 1 == i && has_article(tags, sentence, at) && !part_form(tagged, i);
            let free = !has_finite(tags, sentence, i) && !singular;
            if free && (object_follows || matches!(p, Tag::Pron | Tag::Wh)) { v } else { tag }
        }
        // "was among the buildings damaged"
        (Tag::Nouns, Some(Tag::Past | Tag::Part)) if i >= 3 && matches!(tagged.key(i - 3), "among" | "amongst") => Tag::Part,
        (Tag::Nouns | Tag::Proper | Tag::Noun | Tag::Pron | Tag::Wh | Tag::Conj, Some(Tag::Part)) if tag == Tag::Part => {
            Tag::Past
        }
        _ => tag,
    }
}

/// How badly people are hurt.
const DEGREES: &[&str] =
    &["critically", "seriously", "severely", "badly", "grievously", "gravely", "lightly", "slightly", "moderately", "fatally"];

/// What things do that hit people.
const MOVING: &[&str] =
    &["falling", "flying", "collapsing", "burning", "exploding", "speeding", "passing", "rolling", "oncoming"];

/// A word that begins a noun phrase, so that the word before it may be its verb.
fn opens_object(next: Tag) -> bool {
    matches!(next, Tag::Det | Tag::Num | Tag::Poss | Tag::Pron)
}

/// The comma at `at` stands behind a noun and before what is harmed.
fn ends_clause(tagged: &Tagged, tags: &[Tag], at: usize, next: Tag) -> bool {
    tagged.key(at) == "," && at > 0 && tags[at - 1].is_noun() && next.is_noun()
}

fn is_relative(key: &str) -> bool {
    matches!(key, "who" | "which" | "that")
}

/// The word alone names a person.
fn names_person(tagged: &Tagged, i: usize) -> bool {
    tagged.at(i).iter().any(|m| m.entry.table == Table::People && m.tokens.len() == 1)
}

/// The word alone names something that can be damaged.
fn is_thing(tagged: &Tagged, i: usize) -> bool {
    tagged.at(i).iter().any(|m| m.entry.table == Table::Target && m.tokens.len() == 1)
}

fn names_target(tagged: &Tagged, i: usize) -> bool {
    let harm = |m: &lexicon::Match| m.entry.table == Table::Predicate && m.entry.cell(1) == "n";
    tagged.at(i).iter().any(|m| matches!(m.entry.table, Table::Target | Table::People) || harm(m))
}

/// Content words, whose tag the neighbours may change.
fn is_open(tag: Tag) -> bool {
    tag.is_verb() || tag.is_noun() || matches!(tag, Tag::Adj | Tag::Adv)
}

/// "that" is a determiner before a noun, else it opens a clause; other words keep their tag.
fn that_or_tag(tagged: &Tagged, tags: &[Tag], sentence: &Sentence, i: usize, next: Tag) -> Tag {
    let key = tagged.key(i);
    let previous = before(tags, sentence, i).map(|(_, t)| t);
    // "her two sons", "her baby": no object before a number or a noun.
    let then = tags.get(i + 2).copied().filter(|_| i + 2 < sentence.tokens.end).unwrap_or(Tag::Mark);
    if key == "her" && (matches!(next, Tag::Num | Tag::Noun | Tag::Nouns) || (next == Tag::Adj && then.is_noun())) {
        return Tag::Poss;
    }
    // "not more than that"
    if key == "that" && i > 0 && tagged.key(i - 1) == "than" {
        return Tag::Pron;
    }
    if key == "that" && (!matches!(next, Tag::Noun) || previous.is_some_and(|p| p.is_verb() || p.is_noun())) {
        return Tag::Wh;
    }
    tags[i]
}

fn has_form(tagged: &Tagged, i: usize, form: Form) -> bool {
    tagged.at(i).iter().any(|m| m.entry.table == Table::Predicate && m.entry.cell(1) == "v" && m.entry.form == form)
}

fn base_form(tagged: &Tagged, i: usize) -> bool {
    has_form(tagged, i, Form::Base)
        || tagged
            .at(i)
            .iter()
            .any(|m| matches!(m.entry.table, Table::Pos | Table::Closed) && matches!(m.entry.cell(1), "VB" | "VBP"))
}

fn part_form(tagged: &Tagged, i: usize) -> bool {
    has_form(tagged, i, Form::Part)
}
