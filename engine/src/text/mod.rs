//! The text as it stands: tokens, sentences, quotations and site furniture.
//!
//! Everything later works on token indices; only the report turns them back into byte offsets.

pub mod calendar;
mod dateline;
mod furniture;
mod headline;
mod language;
mod line;
mod quote;
mod sentence;
mod stretch;
mod token;
mod written;

pub use quote::Quote;
pub use sentence::Sentence;
pub use stretch::stretches;
pub use token::{Token, TokenKind};

use std::ops::Range;
use written::Written;

/// A half-open range of token indices.
pub type Tokens = Range<usize>;

/// A text taken apart. Holds the title, if any, as its first paragraph.
#[derive(Debug, Clone)]
pub struct Text {
    /// Title, blank line, body; or the body alone, in Unicode's form NFC. Byte offsets of tokens count from its start.
    pub source: String,
    /// The source as it was given, where it was composed or [`Text::rewrite`] changed words of it.
    written: Option<Written>,
    /// Where the body begins in `source`, in bytes; 0 where there is no title.
    pub body: usize,
    /// Every token, in order.
    pub tokens: Vec<Token>,
    /// Sentences in order, without furniture; they do not overlap.
    pub sentences: Vec<Sentence>,
    /// Quotations in order; an inner quotation follows the one that holds it.
    pub quotes: Vec<Quote>,
    /// Token ranges of site furniture, in order; with the sentences they hold every token.
    pub furniture: Vec<Tokens>,
    /// Datelines ("NORVIA, Jan 24 (Agency) —") up to and with their dash or colon, each at the head of a sentence:
    /// where the story was filed, never a place hit.
    pub datelines: Vec<Tokens>,
}

impl Text {
    /// Takes `body` apart, with `title` before it as a paragraph of its own.
    pub fn new(title: Option<&str>, body: &str) -> Text {
        let title = title.map(str::trim).filter(|t| !t.is_empty());
        let head = title.map_or(String::new(), |title| format!("{title}\n\n"));
        let given = head.clone() + body;
        let (source, written) = match Written::compose(&given) {
            Some((source, written)) => (source, Some(written)),
            None => (given, None),
        };
        let body_start = Written::compose(&head).map_or(head.len(), |(head, _)| head.len());
        let mut tokens = token::tokenize(&source);
        let lines = line::split(&source, &tokens);
        let mut datelines = dateline::find(&source, body_start, &tokens, &lines);
        let mut sentences = sentence::split(&source, body_start, &tokens, &lines, &datelines);
        let furniture = furniture::find(&source, body_start, &tokens, &lines, &sentences);
        sentences.retain(|s| !holds(&furniture, s.tokens.start));
        datelines.retain(|d| !holds(&furniture, d.start));
        if body_start == 0 {
            headline::mark(&source, &tokens, &lines, &datelines, &mut sentences);
        }
        let quotes = quote::find(&source, body_start, &mut tokens, &lines, &furniture);
        Text { source, written, body: body_start, tokens, sentences, quotes, furniture, datelines }
    }

    /// How many sentences the title or headline has; they come first.
    pub fn titles(&self) -> usize {
        self.sentences.partition_point(|s| s.in_title)
    }

    /// The first sentence of the body.
    pub fn opening(&self) -> Option<usize> {
        Some(self.titles()).filter(|s| *s < self.sentences.len())
    }

    /// The source as it was given.
    pub fn written(&self) -> &str {
        self.written.as_ref().map_or(&self.source, Written::text)
    }

    /// Bytes `range` of the source, as bytes of [`Text::written`].
    pub fn written_range(&self, range: Range<usize>) -> Range<usize> {
        self.written.as_ref().map_or_else(|| range.clone(), |written| written.range(&range))
    }

    /// Writes token `i` in another case; a word that would change its length stays as it is.
    pub fn rewrite(&mut self, i: usize, case: impl Fn(&str) -> String) {
        let Some(token) = self.tokens.get_mut(i) else { return };
        let word = &self.source[token.start..token.end];
        let new = case(word);
        if new.len() != word.len() || new == *word {
            return;
        }
        (token.capital, token.all_caps) = token::case(&new);
        self.written.get_or_insert_with(|| Written::same(&self.source));
        self.source.replace_range(token.start..token.end, &new);
    }

    /// The words of token `i`, verbatim.
    pub fn word(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| &self.source[t.start..t.end])
    }

    /// The words from the first to the last token of `range`, verbatim; empty for an empty range.
    pub fn words(&self, range: &Tokens) -> &str {
        let bytes = self.bytes(range);
        &self.source[bytes]
    }

    /// The byte range of a token range in `source`.
    pub fn bytes(&self, range: &Tokens) -> Range<usize> {
        match (self.tokens.get(range.start), range.end.checked_sub(1).and_then(|l| self.tokens.get(l))) {
            (Some(first), Some(last)) if range.start < range.end => first.start..last.end,
            _ => 0..0,
        }
    }

    /// Index of the sentence that holds token `i`, where it is not furniture.
    pub fn sentence_of(&self, i: usize) -> Option<usize> {
        let at = self.sentences.partition_point(|s| s.tokens.end <= i);
        (at < self.sentences.len() && self.sentences[at].tokens.start <= i).then_some(at)
    }

    /// The innermost quotation that holds token `i`.
    pub fn quote_of(&self, i: usize) -> Option<usize> {
        let mut at = self.quotes.partition_point(|q| q.tokens.start <= i).checked_sub(1);
        while let Some(quote) = at.filter(|&q| !self.quotes[q].tokens.contains(&i)) {
            at = self.quotes[quote].within;
        }
        at
    }

    /// True where token `i` stands in a dateline.
    pub fn in_dateline(&self, i: usize) -> bool {
        holds(&self.datelines, i)
    }

    /// Language of the text as a BCP 47 code; `und` where too little stands there to tell.
    pub fn language(&self) -> &'static str {
        language::guess(&self.source, &self.tokens)
    }
}

/// True where one of the ordered, disjoint `ranges` holds token `i`.
fn holds(ranges: &[Tokens], i: usize) -> bool {
    let at = ranges.partition_point(|r| r.end <= i);
    ranges.get(at).is_some_and(|r| r.start <= i)
}

#[cfg(test)]
mod tests;
