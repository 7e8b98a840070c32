//! Numbers of people that a bare participle behind them tells of: "12 killed", "with four being treated".

use super::arguments::{AUXILIARIES, Arguments};
use super::chunk::{ChunkKind, Phrase};
use crate::lexicon::Table;

/// Verbs whose "in" phrase is what came of it.
const RESULTING: &[&str] = &["resulted", "results", "resulting", "ended", "culminated", "ending", "culminating"];

impl Arguments<'_> {
    /// "speak of 35 killed", "12 martyrs and 30 wounded": the number right before a bare participle is its subject, alone.
    pub(super) fn counted_before(&self, verb: usize) -> Option<usize> {
        let group = self.verb(verb)?;
        let bare = !(group.passive || group.perfect || group.infinitive || group.gerund || group.modal.is_some());
        let auxiliary = AUXILIARIES.contains(&self.key(verb));
        let at = verb.checked_sub(1).filter(|_| bare && !auxiliary && self.phrase(verb + 1).is_none())?;
        let number = self.phrase(at).filter(|p| p.quantity.is_some() && !self.is_whole(at))?;
        let joined = at > 0 && self.is(at - 1, &ChunkKind::Conj) && number.bare_number;
        // "a father of three killed": the children are not the ones.
        let parent = at >= 2
            && self.key(at - 1) == "of"
            && self.phrase(at - 2).is_some_and(|p| self.tagged.ending(Table::People, 0, p.head + 1).is_some());
        if parent {
            return None;
        }
        // "a church dating from 1870 burned": a year counts nothing.
        // "The firefight resulted in four killed and nine wounded".
        let outcome =
            at >= 2 && self.key(at - 1) == "in" && RESULTING.contains(&self.tagged.key(self.chunks[at - 2].tokens.end - 1));
        let led = self.is_prepositional(at) && !matches!(self.key(at - 1), "in" | "from" | "since");
        // "The rebels suffered 300 killed".
        let suffered = at > 0 && matches!(self.tagged.key(self.chunks[at - 1].tokens.end - 1), "suffered" | "sustained");
        (joined || led || outcome || suffered).then_some(at)
    }

    /// "with 20 others sustaining injuries", "with four being treated": the number behind "with" is the subject of the gerund.
    pub(super) fn counted_with(&self, verb: usize) -> Option<usize> {
        if let Some(one) = self.absolute(verb) {
            return Some(one);
        }
        let at = verb.checked_sub(1).filter(|_| self.is_ing(verb))?;
        let numbered = self.phrase(at).is_some_and(|p| p.quantity.is_some()) && self.is_prepositional(at);
        (numbered && self.key(at - 1) == "with").then_some(at)
    }

    /// ", with one other person in the hotel critically injured": those of whom a bare participle tells, behind "with" and what
    /// hangs on them.
    fn absolute(&self, verb: usize) -> Option<usize> {
        let group = self.verb(verb)?;
        if group.passive || group.perfect || group.infinitive || group.modal.is_some() {
            return None;
        }
        let mut at = verb.checked_sub(1)?;
        at -= usize::from(at > 0 && self.is(at, &ChunkKind::Adverb));
        while at >= 2 && self.phrase(at).is_some() && self.is_prepositional(at) && self.key(at - 1) != "with" {
            at -= 2;
        }
        let counted = self.phrase(at).is_some_and(Phrase::counts);
        (counted && at >= 2 && self.key(at - 1) == "with" && self.is(at - 2, &ChunkKind::Comma)).then_some(at)
    }
}
