//! Nouns of people that no table lists.

use crate::event::reading::Reading;
use crate::lexicon::Table;
use crate::mention::people;
use crate::report::Kind;
use crate::text::Tokens;

/// What dies, or tells how many died, and is no person, though it ends like one.
const NO_PERSONS: &[&str] = &[
    "tiger",
    "panther",
    "hamster",
    "spider",
    "badger",
    "otter",
    "beaver",
    "setter",
    "retriever",
    "rottweiler",
    "reindeer",
    "number",
    "quarter",
];

/// "A steeplejack died" no, "a warder died" yes: a noun that no table lists but whose ending is that of a person.
pub fn is_unlisted_victim(reading: Reading, kind: Kind, tokens: &Tokens, head: usize) -> bool {
    kind == Kind::Killed && is_unlisted_person(reading, tokens, head)
}

/// "Six weavers", "four campesinos": the noun at `head` ends like those of persons, or no table knows it at all.
pub fn is_unlisted_person(reading: Reading, tokens: &Tokens, head: usize) -> bool {
    let thing = [Table::Munition, Table::Target, Table::Unit, Table::Office]
        .iter()
        .any(|t| reading.tagged.ending(*t, tokens.start, head + 1).is_some());
    // "four campesinos": a plural that no table of words knows.
    let key = reading.tagged.key(head);
    let foreign = !thing
        && key.len() > 4
        && ["os", "as", "is", "us"].iter().any(|e| key.ends_with(e))
        && key.chars().all(|c| c.is_alphabetic())
        && !reading.text.tokens[head].capital
        && crate::lexicon::rows(key).next().is_none()
        && crate::lexicon::rows(&key[..key.len() - 1]).next().is_none();
    if foreign {
        return true;
    }
    if NO_PERSONS.contains(&key) {
        return false;
    }
    let office = reading.tagged.ending(Table::Office, tokens.start, head + 1).is_some_and(|m| m.entry.cell(2) == "person");
    office || (!thing && people::looks_like(reading.tagged.key(head)))
}
