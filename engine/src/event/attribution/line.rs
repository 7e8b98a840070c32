//! Where the words said stand beside their word of saying.

use super::Said;
use crate::event::reading::Reading;
use crate::frame::chunk::ChunkKind;
use crate::frame::predicate::Slot;
use crate::text::Tokens;

/// Words that open an indirect question or exclamation.
const QUESTIONS: &[&str] = &["whether", "how", "why", "what", "where", "when", "who", "if"];

/// One word of saying in its sentence, or in the part of it that stands in the same quotation.
pub(super) struct Line<'a> {
    pub(super) reading: Reading<'a>,
    pub(super) this: &'a Said<'a>,
    pub(super) bounds: Tokens,
}

impl Line<'_> {
    /// Where the words said begin, if they follow without a pause: "said that", "confirmed two deaths".
    pub(super) fn follows(&self) -> Option<usize> {
        let chunks = self.reading.chunks(self.this.frame.sentence);
        let mut next = self.this.credit.next;
        if let Some(accused) = self.this.frame.filled(Slot::Accused).next() {
            next = accused + 1;
        }
        let chunk = chunks.get(next).filter(|c| c.tokens.start < self.bounds.end)?;
        let key = self.reading.tagged.key(chunk.tokens.start);
        let p = self.this.frame.predicate.part_of_speech() == "p";
        match &chunk.kind {
            ChunkKind::Comma | ChunkKind::Mark if p => self.opens().then_some(chunk.tokens.end),
            ChunkKind::Subordinator if key == "that" => Some(chunk.tokens.end),
            // “…,” he said when asked: the moment and not what he said.
            ChunkKind::Subordinator if key == "when" && self.is_parted() => None,
            ChunkKind::Subordinator if QUESTIONS.contains(&key) => Some(chunk.tokens.start),
            ChunkKind::Mark if key == "there" => Some(chunk.tokens.start),
            ChunkKind::Mark if key == ":" && self.before(None).is_some() => None,
            ChunkKind::Mark if key == ":" || is_opening_quote(self.reading, chunk.tokens.start) => Some(chunk.tokens.end),
            ChunkKind::Noun(_) | ChunkKind::Adj if !p || self.opens() => Some(chunk.tokens.start),
            ChunkKind::Verb(group) if group.infinitive || group.gerund => Some(chunk.tokens.start),
            ChunkKind::Prep if self.this.frame.filled(Slot::Accused).next().is_some() => Some(chunk.tokens.end),
            ChunkKind::Prep if self.this.frame.predicate.preposition(key) == Some(Slot::Content) => Some(chunk.tokens.end),
            _ => None,
        }
    }

    /// A pause stands between what is said and the attribution behind it.
    fn is_parted(&self) -> bool {
        let start = self.this.credit.tokens.start;
        start > self.bounds.start && is_pause(self.reading.text.word(start - 1))
    }

    /// The attribution opens the sentence or a clause of it.
    fn opens(&self) -> bool {
        let start = self.this.credit.tokens.start;
        let pause = start.saturating_sub(2) > self.bounds.start && self.reading.text.word(start - 1) == ",";
        let before = if pause { start - 2 } else { start.saturating_sub(1) };
        start <= self.bounds.start + 1
            || matches!(self.reading.text.word(before), ";" | ":" | "—" | "–" | "but" | "and" | "where")
    }

    /// The words before the attribution, where a comma or a closing mark parts them from it.
    pub(super) fn before(&self, leading: Option<usize>) -> Option<Tokens> {
        let start = self.this.credit.tokens.start;
        let p = self.this.frame.predicate.part_of_speech() == "p";
        let parted = start > self.bounds.start && (p || is_pause(self.reading.text.word(start - 1)) || self.is_as(start - 1));
        if !parted {
            return None;
        }
        let chunks = self.reading.chunks(self.this.frame.sentence);
        let mut end = start;
        while end > self.bounds.start && (is_pause(self.reading.text.word(end - 1)) || self.is_as(end - 1)) {
            end -= 1;
        }
        // "to a stadium, where, a warden said, …": what is said follows.
        if matches!(self.reading.tagged.key(end.saturating_sub(1)), "where" | "which" | "that" | "and" | "but") {
            return None;
        }
        // Behind another's words only the last clause is this speaker's.
        let last = chunks.iter().rposition(|c| c.tokens.end <= end)?;
        let clause = self.last_clause(last).map_or(0, |k| chunks[k].tokens.end);
        let from = leading.map_or(self.bounds.start, |start| clause.max(self.bounds.start).max(start));
        let from = (from..end).find(|i| !is_pause(self.reading.text.word(*i)) && !is_joint(self.reading.tagged.key(*i)))?;
        let inside = chunks.iter().filter(|c| c.tokens.start >= from && c.tokens.end <= end);
        let tells = inside.filter(|c| c.tokens.end <= end).any(|c| match &c.kind {
            ChunkKind::Verb(_) | ChunkKind::Adj => true,
            ChunkKind::Noun(phrase) => phrase.quantity.is_some() || self.this.credit.speaker > self.this.frame.chunk,
            _ => false,
        });
        (tells && end > from).then_some(from..end)
    }

    /// The comma or conjunction behind which the last clause with a verb of its own begins, up to the chunk at `last`.
    fn last_clause(&self, last: usize) -> Option<usize> {
        let chunks = self.reading.chunks(self.this.frame.sentence);
        let opens = |k: &usize| {
            let key = self.reading.chunk_key(self.this.frame.sentence, *k);
            chunks[*k].kind == ChunkKind::Comma || matches!(key, "but" | "while" | "whereas" | ";")
        };
        let verb = |k: usize| matches!(chunks[k].kind, ChunkKind::Verb(_));
        (0..last).rev().filter(opens).find(|k| (*k..=last).any(verb))
    }

    /// "as" of "as the mayor said".
    fn is_as(&self, i: usize) -> bool {
        self.reading.tagged.key(i) == "as"
    }

    /// What goes on behind the attribution up to `end`; "but" and "while" bring in someone else.
    pub(super) fn rest(&self, end: usize) -> Option<Tokens> {
        let start = self.this.credit.tokens.end;
        let from = (start..end).find(|i| !is_pause(self.reading.text.word(*i)))?;
        let other =
            matches!(self.reading.tagged.key(from), "but" | "while" | "whereas" | "although" | "though" | "who" | "whose");
        let paused = from > start || self.this.frame.predicate.part_of_speech() == "p";
        (paused && !other && end > from + 1).then_some(from..end)
    }

    /// Where the words of this speaker end at the latest, the attribution of the `next` one being there.
    pub(super) fn boundary(&self, next: &Said) -> usize {
        let line = Line { reading: self.reading, this: next, bounds: self.bounds.clone() };
        let own = if line.follows().is_none() { line.before(Some(self.bounds.start)) } else { None };
        if let Some(own) = own.filter(|t| t.start > self.this.credit.tokens.end) {
            return own.start;
        }
        let start = next.credit.tokens.start;
        let from = self.this.credit.tokens.end;
        let chunks = self.reading.chunks(next.frame.sentence);
        let before = chunks.iter().rev().filter(|c| c.tokens.end <= start && c.tokens.start >= from);
        let joint = before.take(4).filter(|c| {
            let key = self.reading.tagged.key(c.tokens.start);
            matches!(c.kind, ChunkKind::Comma) || matches!(key, ";" | "but" | "while" | "whereas" | "and" | "although")
        });
        joint.last().map_or(self.bounds.end, |c| c.tokens.start)
    }
}

fn is_opening_quote(reading: Reading, i: usize) -> bool {
    reading.text.quotes.iter().any(|q| q.tokens.start == i + 1)
}

fn is_pause(word: &str) -> bool {
    matches!(word, "," | "—" | "–" | "-" | ";" | ":" | "”" | "’" | "\"" | "'" | "»" | "“" | "‘" | "(" | ")")
}

fn is_joint(key: &str) -> bool {
    matches!(key, "and" | "but" | "while" | "yet")
}
