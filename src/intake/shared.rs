//! What another app shares with the page: a title, a text, an address, each perhaps missing.

use serde::{Deserialize, Serialize};

/// The parts, as the system hands them over.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Shared {
    #[allow(missing_docs)]
    pub title: String,
    #[allow(missing_docs)]
    pub text: String,
}

impl Shared {
    /// The article: title and text without lone addresses; none where only a headline or an address came along.
    pub fn article(&self) -> Option<String> {
        let line = |line: &str| line.split_whitespace().filter(|word| !is_address(word)).collect::<Vec<_>>().join(" ");
        let text: Vec<String> = self.text.lines().map(line).collect();
        let text = text.join("\n").trim().to_string();
        let title = line(&self.title);
        let more = text.strip_prefix(title.as_str()).unwrap_or(&text).trim();
        if more.is_empty() {
            return None;
        }
        Some(if title.is_empty() || text.starts_with(&title) { text } else { format!("{title}\n\n{text}") })
    }
}

fn is_address(word: &str) -> bool {
    word.starts_with("http://") || word.starts_with("https://")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(title: &str, text: &str) -> Option<String> {
        Shared { title: title.into(), text: text.into() }.article()
    }

    #[test]
    fn a_selected_text_comes_with_its_title_once() {
        assert_eq!(article("Two die", "In Brod.\n\nOn Monday.").as_deref(), Some("Two die\n\nIn Brod.\n\nOn Monday."));
        assert_eq!(article("Two die", "Two die\nIn Brod.").as_deref(), Some("Two die\nIn Brod."));
        assert_eq!(article("", "Two die in Brod. https://a.example/b").as_deref(), Some("Two die in Brod."));
    }

    #[test]
    fn a_link_alone_is_no_article() {
        assert_eq!(article("Two die", "https://a.example/b"), None);
        assert_eq!(article("Two die", "Two die https://a.example/b"), None);
        assert_eq!(article("", ""), None);
    }
}
