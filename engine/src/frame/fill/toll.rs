//! The number that a toll reaches: "the death toll rose to 27, up from 19".

use super::Fill;
use crate::frame::chunk::ChunkKind;
use crate::frame::clause::is_finite;
use crate::frame::predicate::{Predicate, Sense};
use crate::lexicon::Table;

/// How far to the right of a toll its number may stand, in chunks.
const REACH_WINDOW: usize = 14;

impl Fill<'_> {
    /// The number that a toll at chunk `at` gets to: the last one in its clause behind "to", "at", "of" or a verb.
    pub(super) fn reached(&self, at: usize, rises: bool) -> Option<usize> {
        let clause = self.chunks[at].clause;
        let mut found = None;
        // "deaths rose to nine", "taking deaths to nine": a plain noun of harm is a toll only beside such a verb.
        let mut reaches = !rises || (at > 0 && self.is_reach_verb(at - 1));
        for k in at + 1..(at + REACH_WINDOW).min(self.chunks.len()) {
            if self.chunks[k].clause != clause {
                return found.or_else(|| self.reached_behind(at, k)).or_else(|| self.reached_across(at, k).filter(|_| !rises));
            }
            // "The dead of Thursday's disaster now number 59."
            let numbers = (at + 1..k).any(|p| self.arguments.phrase(p).is_some())
                && self.arguments.verb(k).is_some_and(|g| self.tagged.key(g.main) == "number");
            reaches |= self.is_reach_verb(k) || numbers;
            // "putting the dead at four and the wounded at nine": another toll, another source.
            if self.is_toll_noun(k) || found.is_some() && self.is_gap(k) {
                break;
            }
            let led = matches!(self.arguments.key(k - 1), "to" | "at" | "of" | "now" | "as" | "past" | "above" | "beyond")
                || self.is_reach_verb(k - 1)
                || self.arguments.key(k - 1) == "from" && k >= 2 && self.is_reach_verb(k - 2)
                || k > at + 1 && self.arguments.key(k - 1) == "number" && self.arguments.verb(k - 1).is_some();
            if reaches && led && self.is_figure(k) {
                found = Some(k);
            }
        }
        found
    }

    /// "Officials put at 18 the number of dead": the number right before the toll that begins at chunk `at`.
    pub(super) fn put_before(&self, at: usize) -> Option<usize> {
        let number = at.checked_sub(1).filter(|k| *k >= 2 && self.is_figure(*k))?;
        let led = matches!(self.arguments.key(number - 1), "at" | "to");
        (led && self.is_reach_verb(number - 2)).then_some(number)
    }

    /// A number alone or of people: "27", "27 people".
    fn is_figure(&self, k: usize) -> bool {
        let phrase = self.arguments.phrase(k).filter(|p| p.quantity.is_some());
        phrase.is_some_and(|p| p.bare_number || self.tagged.ending(Table::People, 0, p.head + 1).is_some())
    }

    /// The chunk is a toll of its own, which has the numbers behind it.
    fn is_toll_noun(&self, k: usize) -> bool {
        let phrase = self.arguments.phrase(k).filter(|p| p.quantity.is_none());
        phrase.is_some_and(|p| self.rows(p.head, "n").iter().any(|m| Predicate(m.entry).wants("reach").is_some()))
    }

    /// "… and of injured at 37", "… and the resistance at nine": the joint at `k` opens a phrase with a number of its own.
    fn is_gap(&self, k: usize) -> bool {
        let joint = matches!(self.chunks[k].kind, ChunkKind::Conj | ChunkKind::Comma);
        let number = |k: usize| self.arguments.phrase(k).is_some_and(|p| p.quantity.is_some());
        let led = |k: usize| matches!(self.arguments.key(k), "at" | "to") && number(k + 1);
        joint
            && (led(k + 2) && self.arguments.phrase(k + 1).is_some_and(|p| p.quantity.is_none())
                || self.arguments.key(k + 1) == "of" && led(k + 3))
    }

    /// "The toll from a quake that struck Kelm climbed to 150 people": the verb behind the relative clause is the toll's.
    fn reached_behind(&self, at: usize, from: usize) -> Option<usize> {
        let window = from..(at + REACH_WINDOW).min(self.chunks.len());
        // "The tally of the dead": the toll is a chain of phrases.
        let chained =
            |k: &usize| *k <= at && (*k..at).all(|c| matches!(self.chunks[c].kind, ChunkKind::Noun(_) | ChunkKind::Prep));
        let mut own = window.filter(|v| self.is_reach_verb(*v) && self.arguments.subject(*v).iter().any(chained));
        own.find_map(|v| (v + 1..=v + 2).find(|k| self.is_figure(*k)))
    }

    /// "The number killed since the truce took hold stands at 93": the number behind a clause at `from` that parts the toll from
    /// its verb.
    fn reached_across(&self, at: usize, from: usize) -> Option<usize> {
        let verbless = (at + 1..from).all(|k| self.arguments.verb(k).is_none_or(|g| !is_finite(g) || self.is_harm_verb(k)));
        let window = from..(at + REACH_WINDOW).min(self.chunks.len());
        let whole = |k: &usize| !matches!(self.chunks[*k].kind, ChunkKind::Comma | ChunkKind::Mark | ChunkKind::Conj);
        window.take_while(whole).filter(|_| verbless).find(|k| {
            let number = self.arguments.phrase(*k).is_some_and(|p| p.quantity.is_some() && p.bare_number);
            number && self.is_reach_verb(k - 2) && matches!(self.arguments.key(k - 1), "at" | "to")
        })
    }

    /// The numbers that a toll had before it reached the one at `now`: "from 15 to 17", "to 35, up from 30", "initially put at 19".
    pub(super) fn older(&self, at: usize, now: usize) -> Vec<usize> {
        let bare = |k: &usize| self.arguments.phrase(*k).is_some_and(|p| p.bare_number && p.quantity.is_some());
        let led = |k: &usize| {
            let key = self.arguments.key(k - 1);
            key == "from" || (*k < now && self.is_reach_verb(k - 2) && matches!(key, "to" | "at"))
        };
        let end = (now + 5).min(self.chunks.len());
        (at + 2..end).filter(|k| *k != now).filter(bare).filter(led).collect()
    }

    pub(super) fn is_reach_verb(&self, at: usize) -> bool {
        let Some(group) = self.arguments.verb(at) else { return false };
        let rows = self.tagged.at(group.main).iter().filter(|m| m.entry.table == Table::Predicate);
        rows.map(|m| Predicate(m.entry)).any(|p| p.sense() == Some(Sense::Reach))
            || matches!(self.tagged.key(group.main), "is" | "was" | "now")
    }
}
