//! What the shape of a word alone tells of its part of speech.

use crate::lexicon::{self, Table, Tagged};
use crate::text::{Sentence, Text, TokenKind};

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

/// Share of capitalised words from which a line counts as written in title case.
const TITLE_CASE: f64 = 0.6;

/// The same for a line with a full stop, which headlines lack: "Killed were John Smith, 40, and Peter Hall, 12."
const TITLE_CASE_OF_SENTENCE: f64 = 0.9;

/// The line is written in title case.
pub(super) fn is_title_case(text: &Text, sentence: &Sentence) -> bool {
    let long = |i: &usize| text.tokens[*i].kind == TokenKind::Word && text.word(*i).len() > 3;
    let words: Vec<usize> = sentence.tokens.clone().skip(1).filter(long).collect();
    let capitals = words.iter().filter(|i| text.tokens[**i].capital).count();
    let stops = text.word(sentence.tokens.end - 1) == ".";
    let share = if stops { TITLE_CASE_OF_SENTENCE } else { TITLE_CASE };
    words.len() >= 3 && capitals as f64 >= share * words.len() as f64
}
