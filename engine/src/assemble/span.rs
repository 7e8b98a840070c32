//! Spans: token ranges as verbatim ranges of the pasted text.

use crate::report::{Offsets, Span};
use crate::text::{Text, Tokens};

/// Bytes between two marks of [`Spans::marks`].
const STEP: usize = 256;

/// Turns token ranges into spans.
pub struct Spans<'a> {
    text: &'a Text,
    /// Where the body begins.
    body: usize,
    /// UTF-16 code units before every byte whose number is a multiple of [`STEP`]; none where offsets are bytes.
    marks: Option<Vec<usize>>,
}

impl<'a> Spans<'a> {
    /// Spans of `text`, counted in `offsets`.
    pub fn new(text: &'a Text, offsets: Offsets) -> Spans<'a> {
        let marks = || {
            let steps = text.written().as_bytes().chunks(STEP);
            std::iter::once(0).chain(steps.scan(0, |sum, bytes| Some(add_units(sum, bytes)))).collect()
        };
        let mut spans = Spans { text, body: 0, marks: (offsets == Offsets::Utf16).then(marks) };
        spans.body = spans.offset(text.written_range(0..text.body).end);
        spans
    }

    /// The words of `tokens`; offsets count from the start of the body, or of the title where they stand in it.
    pub fn of(&self, tokens: &Tokens) -> Span {
        let bytes = self.text.bytes(tokens);
        let in_title = bytes.start < self.text.body && !bytes.is_empty();
        // A range over the end of the title would leave it; it is cut there.
        let end = if in_title { bytes.end.min(self.text.body) } else { bytes.end };
        let range = self.text.written_range(bytes.start..end);
        let text = self.text.written()[range.clone()].trim_end();
        let base = if in_title { 0 } else { self.body };
        Span {
            start: self.offset(range.start).saturating_sub(base),
            end: self.offset(range.start + text.len()).saturating_sub(base),
            text: text.to_string(),
            in_title,
        }
    }

    /// The sentence that holds token `at`, without the marks that close it.
    pub fn sentence_at(&self, at: usize) -> Option<Span> {
        self.text.sentence_of(at).map(|s| self.of(&self.text.sentences[s].tokens))
    }

    /// What stands before `byte` of the text as it was given.
    fn offset(&self, byte: usize) -> usize {
        let Some(marks) = &self.marks else { return byte };
        let (mark, from) = (byte / STEP, byte / STEP * STEP);
        let mut units = marks.get(mark).copied().unwrap_or_default();
        add_units(&mut units, &self.text.written().as_bytes()[from..byte])
    }
}

/// Adds the UTF-16 code units of `bytes`: one for each character, two for those of four bytes.
fn add_units(sum: &mut usize, bytes: &[u8]) -> usize {
    *sum += bytes.iter().filter(|b| **b & 0xC0 != 0x80).count() + bytes.iter().filter(|b| **b >= 0xF0).count();
    *sum
}
