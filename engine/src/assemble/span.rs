//! Spans: token ranges as verbatim ranges of the pasted text.

use crate::report::Span;
use crate::text::{Text, Tokens};

/// Turns token ranges into spans.
#[derive(Clone, Copy)]
pub struct Spans<'a> {
    pub text: &'a Text,
}

impl Spans<'_> {
    /// The words of `tokens`; offsets count from the start of the body, or of the title where they stand in it.
    pub fn of(&self, tokens: &Tokens) -> Span {
        let bytes = self.text.bytes(tokens);
        let in_title = bytes.start < self.text.body && !bytes.is_empty();
        let base = if in_title { 0 } else { self.text.body };
        // A range over the end of the title would leave it; it is cut there.
        let end = if in_title { bytes.end.min(self.text.body) } else { bytes.end };
        let text = self.text.written(bytes.start..end).trim_end();
        Span {
            start: bytes.start.saturating_sub(base),
            end: (bytes.start + text.len()).saturating_sub(base),
            text: text.to_string(),
            in_title,
        }
    }

    /// The sentence that holds token `at`, without the marks that close it.
    pub fn sentence_at(&self, at: usize) -> Option<Span> {
        self.text.sentence_of(at).map(|s| self.of(&self.text.sentences[s].tokens))
    }
}
