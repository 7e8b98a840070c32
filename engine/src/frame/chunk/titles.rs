//! Titles and initials before a name: their stop ends nothing.

use crate::lexicon::Tagged;

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
