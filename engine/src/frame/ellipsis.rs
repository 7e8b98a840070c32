//! Verbs that are left out: "a guard lost his life and a nurse a leg", "so was a nurse", "her sons did not".

use super::chunk::{ChunkKind, VerbGroup};
use super::fill::Fill;
use super::predicate::{Predicate, Sense, Slot};
use super::{Filler, Frame};
use crate::lexicon::Table;

impl Fill<'_> {
    /// "A guard lost his life and a nurse a leg": subject and object of the verb at `at` stand again behind "and", without it.
    pub(super) fn gapped(&mut self, at: usize, group: &VerbGroup) {
        let object = self.arguments.phrase(at + 1).map(|_| at + 1);
        let and = object.map(|k| if self.arguments.is(k + 1, &ChunkKind::Comma) { k + 2 } else { k + 1 });
        let Some(and) = and.filter(|k| self.arguments.is(*k, &ChunkKind::Conj) && !group.passive) else { return };
        let [subject, object] = [vec![and + 1], vec![and + 2]];
        let both = self.arguments.phrase(and + 1).is_some() && self.arguments.phrase(and + 2).is_some_and(|p| !p.bare_number);
        if !both || self.arguments.verb(and + 3).is_some() {
            return;
        }
        let end = group.main + 1;
        let rows: Vec<Predicate> =
            self.tagged.at(group.main).iter().filter(|m| m.entry.table == Table::Predicate).map(|m| Predicate(m.entry)).collect();
        let fits = |row: &&Predicate| {
            let own = row.part_of_speech() == "v" && row.wants("object").is_some() && row.subject() == Some(Slot::Victims);
            own && matches!(row.sense(), Some(Sense::Harm(_))) && self.arguments.fits(**row, end, &subject, &object)
        };
        let Some((row, sense)) = rows.iter().find(fits).and_then(|r| Some((*r, r.sense()?))) else { return };
        self.push(at, group.main..end, row, sense, vec![Filler { slot: Slot::Victims, chunks: subject }]);
    }

    /// "stabbed and injured three people": the object of the second verb is that of the one at `at`, too.
    pub(super) fn shared_object(&self, at: usize) -> Vec<usize> {
        let plain = |k: usize| {
            self.arguments.verb(k).is_some_and(|g| {
                let joined = g.passive || g.perfect || g.infinitive || g.gerund || g.modal.is_some() || g.negated;
                !joined && self.chunks[k].tokens.len() == 1 && self.is_harm_verb(k)
            })
        };
        // "killing and mutilating nine villagers"
        let gerund =
            |k: usize| self.arguments.verb(k).is_some_and(|g| g.gerund && !g.negated) && self.chunks[k].tokens.len() == 1;
        let marred = |k: usize| gerund(k) && MARRING.contains(&self.arguments.key(k));
        let pair = plain(at) && plain(at + 2) || gerund(at) && marred(at + 2);
        let both = self.arguments.is(at + 1, &ChunkKind::Conj) && self.arguments.key(at + 1) == "and" && pair;
        let subject = || !self.arguments.subject(at).is_empty();
        if both && subject() { self.arguments.object(at + 2) } else { Vec::new() }
    }

    /// "So was a nurse", "as were his two sons", "her sons did not": an auxiliary that takes up a verb told before. True where it
    /// does.
    pub(super) fn elided(&mut self, at: usize, group: &VerbGroup) -> bool {
        let key = self.tagged.key(group.main);
        if !matches!(key, "was" | "were" | "did" | "is" | "are" | "didn't") || at == 0 {
            return false;
        }
        let trigger = group.main..group.main + 1;
        let sentence = self.sentence;
        if matches!(self.arguments.key(at - 1), "so" | "as") && self.arguments.phrase(at + 1).is_some() {
            let harm =
                self.frames.iter().rev().find(|f| matches!(f.sense, Sense::Harm(_)) && f.sentence == sentence && !f.negated);
            let Some(harm) = harm.filter(|f| f.predicate.part_of_speech() != "n").cloned() else { return false };
            let slots = vec![Filler { slot: Slot::Victims, chunks: self.arguments.group_right(at + 1) }];
            self.frames.push(Frame { trigger, chunk: at, clause: self.chunks[at].clause, slots, ..harm });
            return true;
        }
        // "One survived; her two sons did not."
        let denied = key == "didn't" || key == "did" && self.arguments.key(at + 1) == "not";
        let last = if key == "didn't" { at } else { at + 1 };
        let ends = matches!(
            self.chunks.get(last + 1).map(|c| &c.kind),
            None | Some(ChunkKind::Mark | ChunkKind::Comma | ChunkKind::Conj)
        );
        let subject = self.arguments.subject(at);
        if !(denied && ends) || subject.is_empty() {
            return false;
        }
        let opposite =
            (0..at).rev().filter(|k| self.arguments.verb(*k).is_some_and(|g| !g.negated && g.modal.is_none())).find_map(|k| {
                let rows = self.rows(self.arguments.verb(k)?.main, "v");
                let row = rows.into_iter().map(|m| Predicate(m.entry)).find(|p| p.wants("polarity").is_some())?;
                Some((row, row.sense()?, row.subject()?))
            });
        let Some((predicate, sense, slot)) = opposite else { return false };
        self.push(at, trigger, predicate, sense, vec![Filler { slot, chunks: subject }]);
        true
    }
}

/// What is done to those who were killed, beside the killing.
const MARRING: &[&str] = &["mutilating", "dismembering", "looting", "robbing", "raping", "torturing", "burying"];
