//! Labels: a word of harm with its number behind a mark, as tables and bulletins write it.

use super::Fill;
use crate::frame::chunk::ChunkKind;

impl Fill<'_> {
    /// "Injured: 34", "Killed, three; wounded, eleven", "Fatalities – 12": the number of the label that ends at chunk `at`.
    pub(super) fn labelled(&self, at: usize) -> Option<usize> {
        let number = self.arguments.phrase(at + 2).filter(|p| p.bare_number).map(|_| at + 2)?;
        let comma = self.arguments.is(at + 1, &ChunkKind::Comma) && (at == 0 || self.is_mark(at - 1)) && self.is_mark(at + 3);
        (self.is_colon(at + 1) || self.is_dash(at + 1) && self.opens_field(at) && self.closes_field(number) || comma)
            .then_some(number)
    }

    /// The label in a list of such fields: "Deaths: 5, injured: 10".
    pub(super) fn field(&self, at: usize) -> Option<usize> {
        let listed = at > 0 && self.opens_field(at) && !self.arguments.is(at + 1, &ChunkKind::Comma);
        self.labelled(at).filter(|number| listed && self.closes_field(*number))
    }

    /// "Fatalities in the tower fire: nine": the number behind the colon, where the noun opens its line or its field.
    pub(super) fn labelled_noun(&self, at: usize) -> Option<usize> {
        if at > 0 {
            return self.field(at);
        }
        let mark = (0..self.chunks.len()).find(|k| self.is_colon(*k) || *k == 1 && self.is_dash(*k))?;
        let number = self.arguments.phrase(mark + 1).filter(|p| p.bare_number);
        (number.is_some() && self.closes_field(mark + 1)).then_some(mark + 1)
    }

    fn is_mark(&self, k: usize) -> bool {
        self.chunks.get(k).is_none_or(|c| c.kind == ChunkKind::Mark)
    }

    fn is_colon(&self, k: usize) -> bool {
        self.arguments.is(k, &ChunkKind::Mark) && self.tagged.key(self.chunks[k].tokens.start) == ":"
    }

    fn is_dash(&self, k: usize) -> bool {
        self.arguments.is(k, &ChunkKind::Mark) && matches!(self.tagged.key(self.chunks[k].tokens.start), "–" | "—" | "-")
    }

    fn opens_field(&self, at: usize) -> bool {
        at == 0 || matches!(self.chunks[at - 1].kind, ChunkKind::Mark | ChunkKind::Comma | ChunkKind::Conj)
    }

    fn closes_field(&self, number: usize) -> bool {
        self.chunks.get(number + 1).is_none_or(|c| matches!(c.kind, ChunkKind::Mark | ChunkKind::Comma | ChunkKind::Conj))
    }
}
