//! What the shape of a word alone tells of its part of speech.

use crate::lexicon::{self, Table, Tagged};

/// The word ends a number: "twenty-four", "a dozen".
pub(super) fn is_number(tagged: &Tagged, i: usize) -> bool {
    let key = tagged.key(i);
    tagged.at(i).iter().any(|m| m.entry.table == Table::Number)
        || key.split_once('-').is_some_and(|(tens, unit)| {
            [tens, unit].iter().all(|w| lexicon::row(Table::Number, w).is_some_and(|r| matches!(r.cell(2), "tens" | "unit")))
        })
}

/// The ending of a noun that is never a verb: "safety", "detention".
pub(super) fn is_abstract(key: &str) -> bool {
    ["ty", "ness", "tion", "ship", "ance"].iter().any(|e| key.ends_with(e))
        && !matches!(key, "empty" | "pity" | "mention" | "party")
}
