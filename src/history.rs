//! Articles that the reader has let the browser keep.

use crate::state::Draft;
use serde::{Deserialize, Serialize};

/// Characters of a title in the list.
const LONGEST_TITLE: usize = 140;

/// An article as it is kept: a [`Row`] with its text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Kept {
    pub id: String,
    pub title: String,
    pub at: f64,
    pub words: usize,
    /// The article as it stood in the box.
    pub text: String,
    /// Its day of publication, ISO 8601, where the reader gave one.
    pub published: Option<String>,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Made from the text: the same article read again takes the place of its older self.
    pub id: String,
    /// Its first line.
    pub title: String,
    /// When it was last read, milliseconds since 1970.
    pub at: f64,
    /// Words in it.
    pub words: usize,
}

impl Kept {
    /// An article as it is to be kept; `at` is now, in milliseconds since 1970.
    pub fn of(draft: &Draft, at: f64) -> Kept {
        let words = draft.text.split_whitespace().count();
        let (text, published) = (draft.text.clone(), draft.published.clone());
        Kept { id: id(&text), title: title(&text), at, words, text, published }
    }

    /// The article as it goes back into the box.
    pub fn draft(self) -> Draft {
        Draft { text: self.text, published: self.published, ..Draft::default() }
    }
}

/// FNV-1a over the words, so that a blank more or less is no other article.
fn id(text: &str) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for word in text.split_whitespace() {
        for byte in word.bytes().chain([b' ']) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

fn title(text: &str) -> String {
    let plain = crate::markup::text_of(text);
    let line = plain.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let short: String = line.chars().take(LONGEST_TITLE).collect();
    if short.len() < line.len() { format!("{}…", short.trim_end()) } else { short }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Kept {
        Kept::of(&Draft { text: text.into(), ..Draft::default() }, 1.0)
    }

    #[test]
    fn the_same_article_is_kept_once() {
        assert_eq!(kept("Two die\n\nIn Brod.").id, kept(" Two die\nIn Brod. ").id);
        assert_ne!(kept("Two die in Brod.").id, kept("Two died in Brod.").id);
    }

    #[test]
    fn its_title_is_the_first_line_cut_to_a_length() {
        assert_eq!(kept("\n  Two die in Brod  \nOn Monday").title, "Two die in Brod");
        assert_eq!(kept("<h1>Two die</h1><p>In Brod.</p>").title, "Two die");
        let long = kept(&"a word ".repeat(100)).title;
        assert!(long.ends_with('…') && long.chars().count() <= LONGEST_TITLE + 1);
    }

    #[test]
    fn what_is_opened_again_is_what_was_read() {
        let draft = Draft { text: "Two die in Brod.".into(), published: Some("2026-01-24".into()), ..Draft::default() };
        assert_eq!(Kept::of(&draft, 1.0).draft(), draft);
    }
}
