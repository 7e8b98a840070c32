//! People: which noun phrases count people, and of which group.

use crate::lexicon::{Form, Table, Tagged};
use crate::text::Tokens;

/// The people that a noun phrase names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct People {
    /// Group as in the report's `victims`; empty where the words name none.
    pub group: &'static str,
    pub plural: bool,
}

/// Endings of nouns that no table lists and that mean people all the same: "farmhands" no, "weavers" yes.
const PERSON_ENDINGS: &[&str] = &["er", "ist", "ian", "man", "woman", "ers", "ists", "ians", "men", "women"];

/// The people of the phrase `tokens` with head `head`, where its head is a noun for people.
pub fn of_phrase(tagged: &Tagged, tokens: &Tokens, head: usize) -> Option<People> {
    let row = tagged.ending(Table::People, tokens.start, head + 1)?;
    let own = row.entry.cell(2);
    let group = match own {
        "" | "workers" | "officials" => modifier(tagged, &(tokens.start..row.tokens.start)).unwrap_or(own),
        _ => own,
    };
    Some(People { group, plural: row.entry.form == Form::Plural })
}

fn modifier(tagged: &Tagged, before: &Tokens) -> Option<&'static str> {
    let people = |i: usize| tagged.longest(Table::People, i).map(|m| m.entry.cell(2)).filter(|g| !g.is_empty());
    let word = |i: usize| tagged.longest(Table::PeopleModifier, i).map(|m| m.entry.cell(1));
    before.clone().rev().find_map(|i| word(i).or_else(|| people(i)))
}

/// A head that no table lists but whose ending is that of a person: "six weavers".
pub fn looks_like(key: &str) -> bool {
    key.len() > 4 && PERSON_ENDINGS.iter().any(|e| key.ends_with(e))
}

/// The age of "a 34-year-old" stands for a person, and so do the children of "a mother-of-two".
pub fn is_age_noun(key: &str) -> bool {
    ["-year-old", "-year-olds", "-month-old", "-of-two", "-of-three", "-of-four", "-of-five", "-of-one"]
        .iter()
        .any(|e| key.ends_with(e))
}
