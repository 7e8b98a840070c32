//! Victims told apart from their verb: "12 were seriously and 26 slightly injured", "besides the driver, six guards were killed".

use super::arguments::Arguments;
use super::chunk::ChunkKind;
use crate::lexicon::Table;

/// How far from its verb a phrase may be told besides, in chunks.
const WINDOW: usize = 14;

impl Arguments<'_> {
    /// Adds to the victims of the verb of harm at chunk `verb` those who share it without standing beside it.
    pub(super) fn add_gapped(&self, verb: usize, victims: &mut Vec<usize>) {
        let mut first = victims.first().copied().unwrap_or(0);
        while let Some(number) = self.graded_before(first).filter(|_| first < verb) {
            victims.insert(0, number);
            first = number;
        }
        for noun in self.told_besides(verb) {
            if !victims.contains(&noun) {
                victims.push(noun);
            }
        }
    }

    /// "12 were seriously and", "nine critically,": the number before the adverb and joint that stand before the number at `k`.
    fn graded_before(&self, k: usize) -> Option<usize> {
        let number = |k: usize| self.phrase(k).is_some_and(|p| p.quantity.is_some());
        let bare = number(k) && self.phrase(k).is_some_and(|p| p.bare_number);
        let joint = k.checked_sub(1).filter(|j| bare && matches!(self.chunks[*j].kind, ChunkKind::Conj | ChunkKind::Comma))?;
        let adverb = joint.checked_sub(1).filter(|a| self.is(*a, &ChunkKind::Adverb) && GRADES.contains(&self.key(*a)))?;
        let before = adverb.checked_sub(1)?;
        let copula = matches!(self.key(before), "was" | "were" | "are" | "is") && self.verb(before).is_some();
        let at = if copula { before.checked_sub(1)? } else { before };
        number(at).then_some(at)
    }

    /// "In addition to the mayor", "besides the driver": people whom the
    /// verb at chunk `verb` harms as well.
    fn told_besides(&self, verb: usize) -> Vec<usize> {
        let clause = self.chunks[verb].clause;
        let (from, to) = (verb.saturating_sub(WINDOW), (verb + WINDOW).min(self.chunks.len()));
        let person = |k: usize| {
            let counted = self.phrase(k).filter(|p| !p.pronoun);
            let row = counted.and_then(|p| self.tagged.ending(Table::People, self.chunks[k].tokens.start, p.head + 1));
            row.is_some_and(|m| m.entry.cell(2) != "attackers")
        };
        // "in addition to the two officers killed": another verb has them.
        let free = |k: usize| k + 1 >= self.chunks.len() || k + 1 == verb || self.verb(k + 1).is_none();
        let led = |k: &usize| self.is_led_besides(*k) && self.chunks[*k].clause == clause;
        // "besides the owner and his wife"
        let group = |k: usize| self.group_right(k).into_iter().filter(|k| *k < to);
        (from.max(1)..to).filter(led).flat_map(group).filter(|k| person(*k) && free(*k)).collect()
    }

    pub(super) fn is_led_besides(&self, k: usize) -> bool {
        let key = |back: usize| k.checked_sub(back).map_or("", |i| self.key(i));
        match key(1) {
            "besides" => true,
            "to" => key(2) == "addition" && key(3) == "in",
            "from" => matches!(key(2), "apart" | "aside"),
            "with" => matches!(key(2), "along" | "together"),
            "as" => self.is(k - 1, &ChunkKind::Conj),
            _ => false,
        }
    }
}

/// Adverbs that tell how badly people were hurt.
const GRADES: &[&str] =
    &["seriously", "critically", "slightly", "lightly", "severely", "badly", "gravely", "moderately", "superficially", "mildly"];
