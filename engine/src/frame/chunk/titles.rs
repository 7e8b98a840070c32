//! Marks and numbers within a phrase: the stop of a title or initial, the number of a road, the marks around one word.

use super::Input;
use crate::frame::tagger::Tag;
use crate::lexicon::Tagged;
use crate::text::Tokens;

/// A stop behind the short form of a title or rank.
pub(super) fn is_short_title(tagged: &Tagged, stop: usize) -> bool {
    // "R. K. Nair": an initial.
    let short = |key: &str| SHORT_TITLES.contains(&key) || key.len() == 1 && key.starts_with(|c: char| c.is_ascii_lowercase());
    tagged.key(stop) == "." && stop > 0 && short(tagged.key(stop - 1))
}

/// Titles and ranks that are cut short before a name.
#[rustfmt::skip]
const SHORT_TITLES: &[&str] = &[
    "gen", "lt", "col", "capt", "sgt", "maj", "cpl", "brig", "adm", "cmdr", "det", "insp", "supt", "sen", "rep", "gov", "dr", "prof",
    "rev", "hon", "mr", "mrs", "ms", "dep", "asst", "cmdt", "vice", "rear", "spc", "pvt",
];

/// The mark at `i` opens or closes a quotation of one word that is a verb.
pub(super) fn is_scare_quote(input: &Input, sentence: &Tokens, i: usize) -> bool {
    let mark = |k: usize| sentence.contains(&k) && matches!(input.tagged.key(k), "\"" | "“" | "”" | "‘" | "’" | "'");
    let word = |k: usize| matches!(input.tags.get(k), Some(Tag::Past | Tag::Part));
    // "were 'neutralised,' the ministry said"
    let stop = |k: usize| matches!(input.tagged.key(k), "," | ".");
    let opens = word(i + 1) && (mark(i + 2) || stop(i + 2) && mark(i + 3));
    mark(i) && (opens || i >= sentence.start + 2 && word(i - 1) && mark(i - 2))
}

/// The longest noun that marks set apart, in words: "so-called 'people's liberation fighters'".
const QUOTED_NOUN: usize = 4;

/// The mark at `i` opens a quotation of nothing but a noun and its modifiers; returns the mark that closes it.
pub(super) fn quoted_noun(input: &Input, sentence: &Tokens, i: usize) -> Option<usize> {
    let mark = |k: &usize| matches!(input.tagged.key(*k), "\"" | "“" | "”" | "‘" | "’" | "'");
    let word = |k: usize| input.tags[k].is_noun() || input.tags[k] == Tag::Adj;
    let close = (i + 1..sentence.end.min(i + QUOTED_NOUN + 2)).find(mark)?;
    let noun = close > i + 1 && input.tags[close - 1].is_noun();
    (mark(&i) && noun && (i + 1..close).all(word)).then_some(close)
}
