//! The shallow parse: noun phrases, verb groups and what joins them, sentence by sentence.

mod age;
mod modifiers;
mod titles;

use modifiers::{is_degree, is_joint, joins_modifiers, premodifies};
use titles::{is_scare_quote, is_short_title, quoted_noun};

use super::tagger::Tag;
use crate::lexicon::Tagged;
use crate::mention::people::is_age_noun;
use crate::mention::quantity::{NumberClass, QuantityMention};
use crate::text::Tokens;

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chunk {
    pub tokens: Tokens,
    pub kind: ChunkKind,
    /// Number of the clause within the sentence; set by [`super::clause`].
    pub clause: usize,
}

/// What a [`Chunk`] is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChunkKind {
    Noun(Phrase),
    Verb(VerbGroup),
    /// A preposition, or several that stand together: "out of".
    Prep,
    Conj,
    Comma,
    /// "who", "that", "while", "after" before a clause.
    Subordinator,
    /// An adjective that stands alone: "12 dead".
    Adj,
    Adverb,
    /// A time expression, or an age that stands behind a person: ", 28,", "aged 14 and 16".
    Time,
    /// Any other mark.
    Mark,
}

/// How a noun phrase is determined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Determiner {
    None,
    /// "the", "this", "those".
    Definite,
    /// "a", "an", "one", "another".
    Indefinite,
    /// "her", "Kyiv’s".
    Possessive,
}

/// A noun phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Token of the head noun, or the last token of a bare number.
    pub head: usize,
    pub det: Determiner,
    /// Index of its quantity among the text's quantities.
    pub quantity: Option<usize>,
    /// It is a number and nothing else: "killing 12", "19 were wounded".
    pub bare_number: bool,
    /// It is a pronoun.
    pub pronoun: bool,
}

impl Phrase {
    /// It brings up one or several new ones: "a nurse", "two nurses".
    pub fn counts(&self) -> bool {
        self.quantity.is_some() || self.det == Determiner::Indefinite
    }
}

/// A verb with its auxiliaries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerbGroup {
    /// Token of the main verb.
    pub main: usize,
    /// An auxiliary "be" or "get" before a participle.
    pub passive: bool,
    /// "have" before it.
    pub perfect: bool,
    /// "had" before it.
    pub past_perfect: bool,
    /// Token of a modal.
    pub modal: Option<usize>,
    pub negated: bool,
    /// "to kill".
    pub infinitive: bool,
    /// A bare "-ing" form.
    pub gerund: bool,
    /// A bare participle, active or passive: its arguments tell.
    pub participle: bool,
    /// Token of a verb that raises it: "are feared", "was reported", "set to".
    pub raised_by: Option<usize>,
}

/// Verbs that hand their subject on to the verb, participle or adjective behind them.
const RAISING: &[&str] = &[
    "reported",
    "found",
    "believed",
    "feared",
    "said",
    "set",
    "expected",
    "known",
    "confirmed",
    "thought",
    "understood",
    "presumed",
    "due",
    "scheduled",
    "planned",
    "alleged",
    "estimated",
    "likely",
    "about",
    "going",
    "supposed",
];

/// Those of [`RAISING`] that do so without "are", as headlines have it: "Dozens feared drowned".
const FEARED: &[&str] = &["feared", "believed", "presumed", "thought", "reported", "confirmed"];

/// The word hands its subject on.
pub fn is_raising(key: &str) -> bool {
    RAISING.contains(&key)
}

/// What the parse reads besides the text.
pub struct Input<'a> {
    pub tagged: &'a Tagged,
    pub tags: &'a [Tag],
    pub quantities: &'a [QuantityMention],
    /// For each token, the end of the time expression that begins there, if any.
    pub times: &'a [Option<usize>],
}

/// Cuts the tokens of one sentence into chunks.
pub fn chunks(input: &Input, sentence: &Tokens) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    let mut i = sentence.start;
    while i < sentence.end {
        // "neutralised" in quotation marks is a word like any other.
        if is_scare_quote(input, sentence, i) {
            i += 1;
            continue;
        }
        let (end, kind) = next(input, sentence, i);
        chunks.push(Chunk { tokens: i..end, kind, clause: 0 });
        i = end;
    }
    chunks
}

fn next(input: &Input, sentence: &Tokens, i: usize) -> (usize, ChunkKind) {
    if let Some(end) = input.times[i] {
        // "Sunday's strike": the day stands before its noun.
        let owns = end < sentence.end && input.tags[end] == Tag::Clitic;
        if let Some((last, phrase)) = owns.then(|| noun_phrase(input, sentence, end + 1)).flatten().filter(|(_, p)| !p.pronoun) {
            return (last, ChunkKind::Noun(Phrase { det: Determiner::Possessive, ..phrase }));
        }
        return (end.min(sentence.end), ChunkKind::Time);
    }
    if let Some(end) = age::age(input, sentence, i) {
        return (end, ChunkKind::Time);
    }
    // "hurt close to 80": the words of a bound are no verb.
    if let Some((end, group)) = verb_group(input, sentence, i).filter(|_| quantity_at(input, i).is_none()) {
        return (end, ChunkKind::Verb(group));
    }
    if let Some((end, head)) = super::multiple::multiple(input, sentence, i) {
        let phrase = Phrase { head, det: Determiner::None, quantity: None, bare_number: false, pronoun: false };
        return (end, ChunkKind::Noun(phrase));
    }
    if let Some((end, phrase)) = noun_phrase(input, sentence, i) {
        return (end, ChunkKind::Noun(phrase));
    }
    let key = input.tagged.key(i);
    if input.tags[i] == Tag::Det {
        // "this", "both" without a noun.
        let phrase = Phrase { head: i, det: Determiner::Definite, quantity: None, bare_number: false, pronoun: true };
        return (i + 1, ChunkKind::Noun(phrase));
    }
    let kind = match input.tags[i] {
        Tag::Mark if key == "," => ChunkKind::Comma,
        // "Three employees there were killed": where, and no "there were".
        Tag::There if i > sentence.start && input.tags[i - 1].is_noun() => ChunkKind::Adverb,
        Tag::Mark | Tag::Clitic | Tag::There => ChunkKind::Mark,
        Tag::Conj => ChunkKind::Conj,
        Tag::Prep if super::border::joins_as_well(input, sentence, i) => return (i + 3, ChunkKind::Conj),
        Tag::Wh => ChunkKind::Subordinator,
        Tag::Prep if super::border::is_subordinator(key) && clause_follows(input, sentence, i) => ChunkKind::Subordinator,
        Tag::Prep | Tag::To => ChunkKind::Prep,
        Tag::Adv => ChunkKind::Adverb,
        _ => ChunkKind::Adj,
    };
    (i + 1, kind)
}

/// The longest remark between commas behind a subject, in tokens.
const REMARK: usize = 10;

/// A subject and a finite verb follow the subordinator at `i` before the next comma.
fn clause_follows(input: &Input, sentence: &Tokens, i: usize) -> bool {
    let mut noun = false;
    let mut remark = i;
    for k in i + 1..sentence.end {
        // "while four others, including a boy, were hurt": the remark between the commas.
        if k <= remark {
            continue;
        }
        if noun && input.tagged.key(k) == "," && matches!(input.tagged.key(k + 1), "including" | "among" | "mostly") {
            let close = (k + 2..sentence.end.min(k + REMARK)).find(|c| input.tagged.key(*c) == ",");
            if let Some(close) = close {
                remark = close;
                continue;
            }
        }
        match input.tags[k] {
            Tag::Mark if input.tagged.key(k) == "," || input.tagged.key(k) == ";" => return false,
            Tag::Ing if k == i + 1 => return true,
            // "while another died".
            Tag::Det if input.tagged.key(k) == "another" => noun = true,
            // "trapped since Friday were found": a day is no subject.
            _ if input.times[k].is_some() => {}
            t if t.is_noun() || matches!(t, Tag::Pron | Tag::Num) => noun = true,
            t if noun && t.is_finite() => return true,
            // "jumped before the impact and broke a leg": the verb behind "and" is joined to the one before.
            Tag::Conj if noun && input.tags.get(k + 1).is_some_and(|t| *t == Tag::Past) => return false,
            Tag::Wh => return false,
            _ => {}
        }
    }
    false
}

fn verb_group(input: &Input, sentence: &Tokens, start: usize) -> Option<(usize, VerbGroup)> {
    let tag = |i: usize| if i < sentence.end { input.tags[i] } else { Tag::Mark };
    let mut group = VerbGroup {
        main: start,
        passive: false,
        perfect: false,
        past_perfect: false,
        modal: None,
        // "two never woke up": the adverb stands before the verb.
        negated: start > sentence.start && input.tagged.key(start - 1) == "never",
        infinitive: false,
        gerund: false,
        participle: false,
        raised_by: None,
    };
    let mut i = start;
    let mut auxiliary = None;
    if tag(i) == Tag::To {
        let verb = (i + 1..sentence.end).find(|k| tag(*k) != Tag::Adv)?;
        if !matches!(tag(verb), Tag::Base | Tag::Be | Tag::Have | Tag::Do) {
            return None;
        }
        group.infinitive = true;
        i += 1;
    }
    loop {
        let key = input.tagged.key(i);
        match tag(i) {
            // "were all pulled out"
            Tag::Det
                if auxiliary.is_some()
                    && matches!(key, "all" | "both" | "each")
                    && matches!(tag(i + 1), Tag::Part | Tag::Past) => {}
            Tag::Adv if auxiliary.is_some() || group.infinitive => group.negated |= matches!(key, "not" | "never" | "n't"),
            Tag::Modal => {
                group.modal = Some(i);
                auxiliary = Some(i);
            }
            Tag::Be => {
                group.passive = true;
                auxiliary = Some(i);
            }
            // "had to be evacuated": it happened.
            Tag::Have if key == "had" && tag(i + 1) == Tag::To && matches!(tag(i + 2), Tag::Base | Tag::Be) => {
                auxiliary = Some(i);
                i += 1;
            }
            Tag::Have => {
                group.perfect = true;
                group.past_perfect = matches!(key, "had" | "'d" | "hadn't");
                auxiliary = Some(i);
            }
            Tag::Do => auxiliary = Some(i),
            Tag::Mark if auxiliary.is_some() && is_scare_quote(input, sentence, i) => {}
            // "nine remain trapped"
            t if t.is_verb() && key.starts_with("remain") && matches!(tag(i + 1), Tag::Part | Tag::Past) => {
                group.passive = true;
                auxiliary = Some(i);
            }
            t if t.is_verb() => {
                group.main = i;
                let headline = t == Tag::Part && FEARED.contains(&key) && input.tags.get(i + 1) != Some(&Tag::To);
                if let Some(end) = raised(input, sentence, i).filter(|_| auxiliary.is_some() || headline) {
                    group.raised_by = Some(i);
                    group.negated |= is_negative(key);
                    // "is thought to have killed" is no passive, "are thought to have been killed" is one.
                    group.passive &= tag(i + 1) != Tag::To;
                    i = end;
                    continue;
                }
                group.passive &= t == Tag::Part || t == Tag::Past;
                group.gerund = t == Tag::Ing && auxiliary.is_none();
                group.participle = t == Tag::Part && auxiliary.is_none() && group.raised_by.is_none();
                return Some((i + 1, group));
            }
            _ => break,
        }
        group.negated |= is_negative(key);
        i += 1;
        if i >= sentence.end {
            break;
        }
    }
    // No main verb: the auxiliary is one ("is", "has", "did"), without the adverbs behind it.
    let main = auxiliary?;
    group.main = main;
    group.passive = false;
    Some((main + 1, group))
}

fn is_negative(key: &str) -> bool {
    key.ends_with("n't") || key == "cannot"
}

/// The raising verb at `i` is followed by "to" and a verb, or by a participle; returns where that begins.
fn raised(input: &Input, sentence: &Tokens, i: usize) -> Option<usize> {
    if !RAISING.contains(&input.tagged.key(i)) {
        return None;
    }
    let follows = |k: usize| (k < sentence.end).then(|| input.tags[k]);
    match follows(i + 1)? {
        Tag::To if matches!(follows(i + 2)?, Tag::Base | Tag::Be | Tag::Have) => Some(i + 2),
        Tag::Part | Tag::Past => Some(i + 1),
        // "was found fatally shot"
        Tag::Adv if matches!(follows(i + 2), Some(Tag::Part | Tag::Past)) => Some(i + 2),
        _ => None,
    }
}

fn noun_phrase(input: &Input, sentence: &Tokens, start: usize) -> Option<(usize, Phrase)> {
    let tag = |i: usize| if i < sentence.end && input.times[i].is_none() { input.tags[i] } else { Tag::Mark };
    let mut phrase = Phrase { head: start, det: Determiner::None, quantity: None, bare_number: false, pronoun: false };
    let mut i = start;
    let mut noun = None;
    let mut owner = None;
    let mut close = None;
    let mut end = start;
    while i < sentence.end {
        let fresh = noun.is_none() && phrase.quantity.is_none();
        if let Some(q) = quantity_at(input, i).filter(|_| noun.is_none()) {
            let mention = &input.quantities[q];
            phrase.quantity = Some(q);
            phrase.head = mention.tokens.end - 1;
            i = mention.tokens.end;
            end = i;
            i += usize::from(modifiers::connects(input, mention, i));
            continue;
        }
        if let Some(until) = modifiers::time_between(input, sentence, i).filter(|_| i > start && fresh) {
            i = until;
            continue;
        }
        match tag(i) {
            Tag::Pron if i == start => {
                phrase.pronoun = true;
                return Some((i + 1, phrase));
            }
            // "20 'terrorists' were killed"
            Tag::Mark if noun.is_none() && i > start && close.is_none() => {
                close = quoted_noun(input, sentence, i);
                if close.is_none() {
                    break;
                }
            }
            Tag::Mark if close == Some(i) => end = i + 1,
            // "seven Security Forces (SFs) personnel"
            Tag::Mark
                if noun == Some(i.wrapping_sub(1))
                    && input.tagged.key(i) == "("
                    && input.tagged.key(i + 2) == ")"
                    && matches!(tag(i + 3), Tag::Noun | Tag::Nouns) =>
            {
                i += 2;
            }
            // "put at 18 the number of dead": what stands behind a figure is another phrase.
            Tag::Det
                if noun.is_none()
                    && input.tagged.key(i) == "the"
                    && phrase.quantity.is_some_and(|q| input.quantities[q].class == NumberClass::Number) =>
            {
                break;
            }
            Tag::Det if fresh && i == start => phrase.det = determiner(input.tagged.key(i)),
            Tag::Det | Tag::Poss if phrase.quantity.is_some() && noun.is_none() && input.tagged.key(i - 1) != "of" => {
                phrase.det = Determiner::Definite
            }
            Tag::Poss if fresh => phrase.det = Determiner::Possessive,
            Tag::Clitic if noun.is_some() => {
                owner = noun;
                phrase.det = Determiner::Possessive;
                (noun, phrase.quantity) = (None, None);
            }
            // "shot dead six people": no adjective stands bare before a number.
            Tag::Adj if i == start && quantity_at(input, i + 1).is_some() => break,
            // "the other two", "the remaining five": a number alone, the adjective before it.
            Tag::Adj
                if fresh
                    && i > start
                    && phrase.det == Determiner::Definite
                    && quantity_at(input, i + 1).is_some()
                    && matches!(input.tagged.key(i), "other" | "remaining" | "surviving") => {}
            // "a new one" counts nobody.
            Tag::Adj if i > start && noun.is_none() && input.tagged.key(i + 1) == "one" && phrase.quantity.is_none() => {
                noun = Some(i + 1);
                end = i + 2;
                i += 1;
            }
            Tag::Adj if noun.is_none() && premodifies(input, sentence, i) => {}
            // "the town’s only pharmacy", "an already damaged school".
            Tag::Adv if noun.is_none() && i > start && phrase.det != Determiner::None && premodifies(input, sentence, i) => {}
            Tag::Adv if noun.is_none() && phrase.quantity.is_some() && is_degree(input, sentence, i) => {}
            Tag::Adj if noun.is_none() && phrase.quantity.is_none() && phrase.det == Determiner::Definite => {
                // "the wounded", "the dead": the adjective is the head.
                noun = Some(i);
                end = i + 1;
            }
            // "the Oreshnik ballistic missile": an adjective inside a name.
            Tag::Adj if noun.is_some_and(|n| tag(n) == Tag::Proper) && tag(i + 1).is_noun() => {}
            // "an 18-year-old former pupil"
            Tag::Adj if noun.is_some_and(|n| is_age_noun(input.tagged.key(n))) && tag(i + 1).is_noun() => {}
            // "the critically wounded", "two seriously injured boys".
            Tag::Adv
                if i > start
                    && noun.is_none()
                    && matches!(tag(i + 1), Tag::Adj | Tag::Noun)
                    && input.tagged.key(start) == "the" => {}
            // "a Somali one": the number is the head.
            Tag::Num if modifiers::stands_for_noun(input, start, i, noun) && !tag(i + 1).is_noun() => {
                noun = Some(i);
                end = i + 1;
            }
            // "on Farm Road 905", "in Moo 2, Ban Kue Da village": the number is part of the name.
            Tag::Num if modifiers::numbers_name(input, sentence, start, i, noun) => end = i + 1,
            Tag::Num if noun.is_none() => end = end.max(i),
            t if t.is_noun() => {
                noun = Some(i);
                end = i + 1;
            }
            // "Gen. Zaher Zahid", "Det. Sgt. Laura Pike": the stop of a short title.
            Tag::Mark if noun == Some(i.wrapping_sub(1)) && tag(i + 1) == Tag::Proper && is_short_title(input.tagged, i) => {}
            Tag::To | Tag::Conj if noun.is_none() && i > start && is_joint(input, i) && premodifies(input, sentence, i - 1) => {}
            Tag::Conj if joins_modifiers(input, sentence, start, i, noun) => noun = None,
            _ => break,
        }
        i += 1;
    }
    match (noun, phrase.quantity) {
        (Some(head), _) => Some((end, Phrase { head, ..phrase })),
        (None, Some(_)) => Some((end, Phrase { bare_number: true, ..phrase })),
        // "a niece of Merino's was hurt": nothing follows what is hers.
        (None, None) => owner.map(|head| (i, Phrase { head, ..phrase })),
    }
}

fn determiner(key: &str) -> Determiner {
    match key {
        "a" | "an" | "another" | "one" | "any" | "every" | "each" => Determiner::Indefinite,
        "some" => Determiner::None,
        _ => Determiner::Definite,
    }
}

pub(super) fn quantity_at(input: &Input, i: usize) -> Option<usize> {
    let at = input.quantities.partition_point(|q| q.tokens.start < i);
    let mention = input.quantities.get(at)?;
    // A number that belongs to a time expression counts nothing.
    (mention.tokens.start == i && mention.tokens.clone().all(|t| input.times[t].is_none())).then_some(at)
}
