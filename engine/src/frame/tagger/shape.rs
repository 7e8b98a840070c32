//! What the shape of a word alone tells of its part of speech.

use super::Tag;
use crate::lexicon::{self, Table, Tagged};

const UNITS: &[&str] = &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

pub(super) fn guess(key: &str) -> Tag {
    // "twenty-four".
    let tens = key.split_once('-').filter(|(tens, _)| tens.ends_with("ty"));
    if tens.is_some_and(|(_, ones)| UNITS.contains(&ones)) {
        return Tag::Num;
    }
    // "non-life-threatening injuries", "Russian-held towns".
    if key.contains('-') && (key.ends_with("ing") || key.ends_with("ed")) {
        return Tag::Adj;
    }
    let mut from = key.char_indices().map(|(i, _)| i).skip(1).filter(|i| key.len() - i <= 5);
    from.find_map(|i| lexicon::row(Table::Suffix, &format!("~{}", &key[i..]))).map_or(Tag::Noun, |row| Tag::of(row.cell(1)))
}

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
