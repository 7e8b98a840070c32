//! The history: articles that the reader lets the browser keep.

use super::numbers::{count, grouped};

/// Opens the history, and its heading.
pub const HISTORY: &str = "History";
/// While it is off and empty.
pub const OFF: &str = "The history is off, and no article is kept.";
/// While it is off and holds something.
pub const OFF_WITH_ROWS: &str = "The history is off. What was kept before stays until you remove it.";
/// Button: switch it on.
pub const TURN_ON: &str = "Turn the history on";
/// Button: switch it off.
pub const TURN_OFF: &str = "Turn it off";
/// While it is on.
pub const ON: &str = "The last 200 articles that you read are kept in this browser. They never leave it; anyone who uses this browser can open them.";
/// While nothing is in it.
pub const EMPTY: &str = "Nothing is kept yet.";
/// Where a search finds nothing.
pub const NO_MATCH: &str = "No kept article has these words.";
/// Label of the search.
pub const SEARCH: &str = "Search titles and texts";
/// Button: take everything out of the browser.
pub const ERASE: &str = "Erase everything";
/// Asked before that.
pub const ERASE_SURE: &str =
    "This removes every kept article, the text in the box and the settings from this browser. It cannot be undone.";
/// Button: yes.
pub const ERASE_YES: &str = "Yes, erase everything";
/// Button: no.
pub const ERASE_NO: &str = "Keep it";
/// After that.
pub const ERASED: &str = "Everything that this page kept in your browser is erased.";
/// Where the browser did not.
pub const NOT_KEPT: &str =
    "Your browser has no room left or keeps nothing (a private window, perhaps), so the history does not work here.";

/// Name of the button that removes one article.
pub fn remove(title: &str) -> String {
    format!("Remove “{title}”")
}

/// Under a title: when it was read, how long it is.
pub fn about(day: &str, words: usize) -> String {
    format!("{day}, {} words", grouped(words as u64))
}

/// How many there are, for screen readers after a search.
pub fn found(rows: usize) -> String {
    let line = count(rows, "article", "articles");
    if rows == 0 { line.replacen('n', "N", 1) } else { line }
}
