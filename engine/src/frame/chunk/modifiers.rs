//! What stands before the head of a noun phrase, and where "and" joins two such words.

use super::Input;
use crate::frame::tagger::Tag;
use crate::lexicon::Table;
use crate::mention::quantity::{NumberClass, QuantityMention};
use crate::text::Tokens;

/// A noun follows the adjective at `i`, other adjectives and numbers skipped.
pub(super) fn premodifies(input: &Input, sentence: &Tokens, i: usize) -> bool {
    let rest = (i + 1..sentence.end).find(|k| !matches!(input.tags[*k], Tag::Adj | Tag::Num) && !is_joint(input, *k));
    rest.is_some_and(|k| {
        input.tags[k].is_noun() && input.times[k].is_none() || super::titles::quoted_noun(input, sentence, k).is_some()
    })
}

/// "and" or a comma between two adjectives, "to", "or" and "but" between two degrees: "minor to moderate injuries".
pub(super) fn is_joint(input: &Input, k: usize) -> bool {
    let adjective = |i: usize| input.tags.get(i) == Some(&Tag::Adj);
    let key = |i: usize| input.tagged.key(i);
    let joins = match key(k) {
        "and" | "," => true,
        "to" | "or" | "but" => k > 0 && DEGREES.contains(&key(k - 1)) && DEGREES.contains(&key(k + 1)),
        _ => false,
    };
    joins && k > 0 && adjective(k - 1) && adjective(k + 1)
}

/// The adverb of "three critically injured passengers".
pub(super) fn is_degree(input: &Input, sentence: &Tokens, i: usize) -> bool {
    let tag = |k: usize| if k < sentence.end { input.tags[k] } else { Tag::Mark };
    input.tagged.key(i).ends_with("ly") && tag(i + 1) == Tag::Adj && tag(i + 2).is_noun() && premodifies(input, sentence, i)
}

/// How bad injuries and conditions are.
const DEGREES: &[&str] = &[
    "minor",
    "mild",
    "slight",
    "light",
    "moderate",
    "serious",
    "severe",
    "critical",
    "grave",
    "stable",
    "life-threatening",
    "threatening",
];

/// "power and heating infrastructure", "residential and commercial buildings": one head for both.
pub(super) fn joins_modifiers(input: &Input, sentence: &Tokens, start: usize, conj: usize, noun: Option<usize>) -> bool {
    let tag = |i: usize| if i < sentence.end { input.tags[i] } else { Tag::Mark };
    let both_adjectives = noun.is_none()
        && conj > start
        && tag(conj - 1) == Tag::Adj
        && tag(conj + 1) == Tag::Adj
        && premodifies(input, sentence, conj + 1);
    let bare = noun == Some(start) && conj == start + 1 && tag(start) == Tag::Noun && !is_person(input, start);
    // "inundating farmland and cutting power": a verb of the table joins the verb before.
    let acts = tag(conj + 1) == Tag::Ing && is_predicate_verb(input, conj + 1);
    let one_head = matches!(tag(conj + 1), Tag::Noun | Tag::Ing)
        && !acts
        && tag(conj + 2).is_noun()
        && tag(conj + 2) != Tag::Proper
        && !is_person(input, conj + 1);
    // "a dual French and Malian national"
    let two_nations = conj > start
        && tag(conj - 1) == Tag::Proper
        && tag(conj + 1) == Tag::Proper
        && tag(conj + 2) == Tag::Noun
        && is_person(input, conj + 2)
        && matches!(input.tagged.key(start), "a" | "an");
    both_adjectives || two_nations || (bare && one_head)
}

fn is_predicate_verb(input: &Input, i: usize) -> bool {
    input.tagged.at(i).iter().any(|m| m.entry.table == Table::Predicate && m.entry.cell(1) == "v")
}

fn is_person(input: &Input, i: usize) -> bool {
    input.tagged.longest(Table::People, i).is_some()
}

/// "a powerful midnight earthquake", "the Monday attack": the end of the time, or of the adjective before it, at `i`, where
/// it stands inside a noun phrase.
pub(super) fn time_between(input: &Input, sentence: &Tokens, i: usize) -> Option<usize> {
    let before_noun = |i: usize| input.times[i].filter(|end| *end < sentence.end && input.tags[*end].is_noun());
    let led = input.tags.get(i.checked_sub(1)?).is_some_and(|t| matches!(t, Tag::Det | Tag::Adj | Tag::Poss));
    if led && before_noun(i).is_some() {
        return before_noun(i);
    }
    (led && input.tags[i] == Tag::Adj && i + 1 < sentence.end && before_noun(i + 1).is_some()).then_some(i + 1)
}

/// "dozens of people", "a couple of nurses": the noun behind "of" is what is counted.
pub(super) fn connects(input: &Input, mention: &QuantityMention, of: usize) -> bool {
    let counts = matches!(mention.class, NumberClass::Vague | NumberClass::Couple);
    let definite = matches!(input.tags.get(of + 1), Some(Tag::Det | Tag::Pron | Tag::Poss | Tag::Wh));
    counts && input.tagged.key(of) == "of" && !definite
}

/// "two Kenyan soldiers and a Somali one": the "one" at `i` stands for the noun told before.
pub(super) fn stands_for_noun(input: &Input, start: usize, i: usize, noun: Option<usize>) -> bool {
    let one = input.tagged.key(i) == "one" && input.tagged.key(start) == "a";
    one && i > start && noun == Some(i - 1)
}

/// Nouns that a number names: "Highway 1".
const NUMBERED: &[&str] = &[
    "road",
    "highway",
    "route",
    "interstate",
    "motorway",
    "autoroute",
    "flight",
    "reactor",
    "runway",
    "form",
    "grade",
    "class",
    "year",
    "standard",
];

/// The number at `i` is part of the name before it: "Farm Road 905", "Form Three", "in Moo 2, Ban Kue Da village".
pub(super) fn numbers_name(input: &Input, sentence: &Tokens, start: usize, i: usize, noun: Option<usize>) -> bool {
    let Some(name) = noun.filter(|n| n + 1 == i) else { return false };
    let led = start > sentence.start && name == start && input.tags[start - 1] == Tag::Prep && input.tags[start] == Tag::Proper;
    let place = led && i + 1 < sentence.end && input.tagged.key(i + 1) == "," && input.tagged.key(i).len() <= 2;
    NUMBERED.contains(&input.tagged.key(name)) || place
}
