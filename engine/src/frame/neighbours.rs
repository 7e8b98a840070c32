//! Neighbours: what the tags around a word make of it.

use super::condition::is_form_of;
use super::predicate::{Predicate, Slot};
use super::tagger::Tag;
use crate::lexicon::{Table, Tagged};
use crate::text::Sentence;

/// A determiner stands right before the noun at `noun`, or it is the first word of its clause.
pub(super) fn has_article(tags: &[Tag], sentence: &Sentence, noun: usize) -> bool {
    noun == sentence.tokens.start
        || matches!(tags[noun - 1], Tag::Det | Tag::Poss | Tag::Mark | Tag::Conj | Tag::Wh | Tag::Clitic)
}

/// "a" or "an" stands before the noun at `at`, adjectives between.
pub(super) fn opens_with_article(tagged: &Tagged, tags: &[Tag], at: usize) -> bool {
    let before = (0..at).rev().find(|k| tags[*k] != Tag::Adj);
    before.is_some_and(|k| matches!(tagged.key(k), "a" | "an"))
}

/// A passive stands right before the conjunction at `at`.
pub(super) fn ends_passive(tags: &[Tag], at: usize) -> bool {
    at >= 2 && tags[at - 1] == Tag::Part && tags[at - 2] == Tag::Be
}

/// A determiner and an adjective stand before the conjunction at `at`.
pub(super) fn ends_list_of_adjectives(tags: &[Tag], at: usize) -> bool {
    at >= 2 && tags[at - 1] == Tag::Adj && tags[at - 2] == Tag::Det
}

/// "a dormitory housing displaced persons": a noun phrase follows the "-ing" word.
pub(super) fn modifies_as_gerund(tags: &[Tag], i: usize) -> bool {
    let at = |k: usize| tags.get(k).copied().unwrap_or(Tag::Mark);
    matches!(at(i + 1), Tag::Det | Tag::Num | Tag::Poss)
        || (matches!(at(i + 1), Tag::Adj | Tag::Past | Tag::Part) && at(i + 2).is_noun())
}

/// What stands before "wounds" and "injuries" and says whence they come or where they are.
const CAUSES: &[&str] = &[
    "gunshot",
    "bullet",
    "stab",
    "knife",
    "machete",
    "shrapnel",
    "burn",
    "blast",
    "pellet",
    "shot",
    "crush",
    "head",
    "leg",
    "arm",
    "chest",
    "neck",
    "face",
    "facial",
    "back",
    "hand",
    "foot",
    "spinal",
    "spine",
    "splinter",
    "bite",
    "cut",
    "laceration",
];

/// "gunshot wounds": the word at `wound` names harm of the kind that the one at `cause` tells.
pub(super) fn is_wound(tagged: &Tagged, cause: usize, wound: usize) -> bool {
    cause + 1 == wound
        && matches!(tagged.key(wound), "wounds" | "injuries" | "burns" | "cuts")
        && CAUSES.contains(&tagged.key(cause))
}

/// How far behind a verb the harm that it is about may stand.
const BORNE: usize = 4;

/// "sustained gunshot wounds", "suffered burns": the row of the verb makes victims of its subject, and its object stands near.
pub(super) fn bears(tagged: &Tagged, i: usize) -> bool {
    let verbs = tagged.at(i).iter().filter(|m| m.entry.table == Table::Predicate && m.entry.cell(1) == "v");
    let objects =
        verbs.map(|m| Predicate(m.entry)).filter(|p| p.subject() == Some(Slot::Victims)).filter_map(|p| p.wants("object"));
    objects.flat_map(|list| list.split('|')).any(|head| (i + 1..i + 1 + BORNE).any(|k| is_form_of(tagged.key(k), head)))
}

/// After a determiner, a number or an adjective a verb form is a noun or stands before one.
pub(super) fn nominal(tag: Tag, verb: Tag, previous: Tag, next: Tag) -> Tag {
    match verb {
        Tag::Base if tag.is_noun() || previous != Tag::Num => {
            if tag.is_noun() {
                tag
            } else {
                Tag::Noun
            }
        }
        Tag::Third => Tag::Nouns,
        Tag::Past | Tag::Part if next.is_noun() => Tag::Adj,
        Tag::Past | Tag::Part if previous == Tag::Num || previous == Tag::Adj => Tag::Past,
        Tag::Past | Tag::Part if tag.is_noun() => tag,
        Tag::Past | Tag::Part if previous == Tag::Det || previous == Tag::Poss => Tag::Noun,
        Tag::Ing if previous == Tag::Num => Tag::Ing,
        Tag::Ing if next.is_noun() => Tag::Adj,
        Tag::Ing => Tag::Noun,
        _ if tag.is_noun() => tag,
        other => other,
    }
}
