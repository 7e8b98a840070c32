//! Relative clauses: what they describe, and which phrase the verb behind them speaks of.

use super::arguments::Arguments;
use super::chunk::{ChunkKind, Determiner, Phrase};
use crate::lexicon::Table;

/// The longest relative clause between a subject and its verb, in chunks.
const RELATIVE_WINDOW: usize = 10;

impl Arguments<'_> {
    /// "nine children who came to sing are missing": the verb at `inner` belongs to a relative clause; the subject of the
    /// finite verb at `verb` is what that clause describes.
    pub(super) fn before_relative(&self, inner: usize, verb: usize) -> Vec<usize> {
        if !self.is_finite_verb(verb) {
            return Vec::new();
        }
        let low = inner.saturating_sub(RELATIVE_WINDOW);
        let mut closed = false;
        let timed = self.in_time_clause(inner);
        for at in (low..inner).rev() {
            match &self.chunks[at].kind {
                ChunkKind::Subordinator if timed && at + 2 == inner => {}
                // "A woman injured when a tree fell on her car has died".
                ChunkKind::Verb(_) if timed && self.modified_by(at).is_some() => {
                    return self.modified_by(at).into_iter().collect();
                }
                ChunkKind::Subordinator if matches!(self.key(at), "who" | "which") => return self.head_of(self.antecedent(at)),
                // "the missile that … cannot be stopped": right behind a phrase that no verb governs.
                ChunkKind::Subordinator if self.key(at) == "that" && !closed && self.opens_relative(at) => {
                    return self.head_of(self.antecedent(at));
                }
                ChunkKind::Subordinator | ChunkKind::Mark => return Vec::new(),
                ChunkKind::Comma => closed = true,
                _ => {}
            }
        }
        Vec::new()
    }

    /// The finite verb at `at` stands with its subject alone behind "when", "after" or "as".
    pub(super) fn in_time_clause(&self, at: usize) -> bool {
        at >= 2
            && self.is_finite_verb(at)
            && self.phrase(at - 1).is_some()
            && self.is(at - 2, &ChunkKind::Subordinator)
            && matches!(self.key(at - 2), "when" | "after" | "as" | "while")
    }

    /// "The toll from a quake that struck Kelm rose": the verb behind the relative clause speaks of what the phrase hangs on.
    fn head_of(&self, described: Vec<usize>) -> Vec<usize> {
        let Some(mut at) = described.first().copied() else { return described };
        while at >= 2 && self.is_prepositional(at) && self.phrase(at - 2).is_some_and(|p| !p.pronoun) {
            at -= 2;
        }
        let first = self.is_prepositional(at) || at > 0 && self.verb(at - 1).is_some();
        if first || described.contains(&at) { described } else { self.group_left(at) }
    }

    /// The "that" at `at` stands behind a phrase which is no object: "told reporters that" opens no relative clause.
    fn opens_relative(&self, at: usize) -> bool {
        let phrase = at.checked_sub(1).filter(|k| self.phrase(*k).is_some());
        phrase.is_some_and(|k| k == 0 || self.verb(k - 1).is_none())
    }

    /// "What they said was a depot", "what it called a workshop": the thing that the words behind "what" call so.
    pub(super) fn named_by_what(&self, at: usize) -> Option<usize> {
        let opens = self.is(at, &ChunkKind::Subordinator) && self.key(at) == "what";
        let says = self.phrase(at + 1).is_some() && self.verb(at + 2).is_some();
        let links = |k: usize| self.verb(k).is_some() || matches!(self.key(k), "as" | "to");
        let named = (at + 3..at + 6).find(|k| !links(*k))?;
        self.phrase(named).filter(|p| opens && says && !p.pronoun).map(|_| named)
    }

    /// "Past ministries bombed by NATO": the thing right before the participle is what was bombed, whoever the subject is.
    pub(super) fn thing_before(&self, verb: usize) -> Option<usize> {
        let at = verb.checked_sub(1).filter(|_| {
            self.verb(verb).is_some_and(|g| !(g.passive || g.perfect || g.gerund || g.infinitive)) && self.key(verb + 1) == "by"
        })?;
        let thing = |p: &Phrase| self.tagged.ending(Table::Target, self.chunks[at].tokens.start, p.head + 1).is_some();
        let led = at >= 2 && self.chunks[at - 1].kind == ChunkKind::Prep && self.verb(at - 2).is_some();
        self.phrase(at).filter(|p| led && thing(p)).map(|_| at)
    }

    /// The noun phrase before a relative pronoun.
    pub(super) fn antecedent(&self, pronoun: usize) -> Vec<usize> {
        let at = (pronoun.saturating_sub(3)..pronoun).rev();
        let at = at.into_iter().find(|k| !matches!(self.chunks[*k].kind, ChunkKind::Comma | ChunkKind::Time));
        match at {
            // "a house in Kelm that was bombed": a place name has no such clause, the thing in it has.
            Some(at) if at + 1 == pronoun && self.thing_in(at).is_some() => self.thing_in(at).into_iter().collect(),
            Some(at) if self.phrase(at).is_some() => self.group_left(at),
            _ => Vec::new(),
        }
    }

    /// The thing that can be damaged before "in" and the bare name at `at`.
    fn thing_in(&self, at: usize) -> Option<usize> {
        let bare = self.phrase(at).filter(|p| p.det == Determiner::None && p.quantity.is_none() && !p.pronoun)?;
        let thing = |k: usize, p: &Phrase| self.tagged.ending(Table::Target, self.chunks[k].tokens.start, p.head + 1).is_some();
        let before = at.checked_sub(2).filter(|_| matches!(self.key(at - 1), "in" | "at" | "near" | "outside"))?;
        let held = self.phrase(before).is_some_and(|p| thing(before, p));
        (held && !thing(at, bare)).then_some(before)
    }
}
