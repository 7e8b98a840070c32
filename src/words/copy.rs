//! What the page says where a panel is copied, and in the sheet that shows a fact's sentences.

use super::numbers::count;

/// The button in a panel's head.
pub const COPY: &str = "Copy";
/// For a moment on the button, after the copy.
pub const COPIED: &str = "Copied";
/// Over the sentences of a fact.
pub const SAID: &str = "In the article";
/// Button: go to the sentence.
pub const SHOW: &str = "Show in article";
/// Button: put the sentences away.
pub const CLOSE: &str = "Close";

/// Name of the button in a panel's head: "Copy: Timeline".
pub fn copy(heading: &str) -> String {
    format!("{COPY}: {heading}")
}

/// After the sentences that are shown.
pub fn more(sentences: usize) -> String {
    format!("and {}", count(sentences, "more sentence", "more sentences"))
}
