//! Neighbours: what the tags around a word make of it.

use super::tagger::Tag;
use crate::lexicon::Tagged;
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
