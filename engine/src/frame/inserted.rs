//! What stands between a verb and its object: "killed on Wednesday a man", "shot dead in Kelm late on Monday three rioters".

use super::arguments::Arguments;
use super::chunk::{ChunkKind, Determiner, Phrase};
use crate::lexicon::Table;

/// How much may stand between a verb and its object: a place, a time of day and a day.
const INSERTED: usize = 3;

impl Arguments<'_> {
    /// "killed on Wednesday a man", "shot dead in Kelm late on Monday three rioters": past the time and the named place that stand
    /// before people at `at`; `at` where no people are behind them.
    pub(super) fn past_when_and_where(&self, at: usize) -> usize {
        let mut k = at;
        let named = |k: usize| {
            // "in Kelm", "in an ambush"
            let plain = |p: &Phrase| matches!(p.det, Determiner::None) || p.det == Determiner::Indefinite && self.key(k) == "in";
            matches!(self.key(k), "in" | "near" | "at" | "outside")
                && self.phrase(k + 1).is_some_and(|p| plain(p) && p.quantity.is_none() && !p.pronoun)
                && !self.is_person(k + 1)
        };
        for _ in 0..INSERTED {
            if self.is(k, &ChunkKind::Time) && !matches!(self.key(k), "," | "(" | "aged" | "ages") {
                k += 1;
            } else if self.is(k, &ChunkKind::Prep) && (self.is(k + 1, &ChunkKind::Time) || named(k)) {
                k += 2;
            } else {
                break;
            }
        }
        let people = self.phrase(k).is_some_and(|p| {
            // "three Palestinians"
            let many = p.quantity.is_some() && !self.measures(p) && self.tagged.ending(Table::Target, 0, p.head + 1).is_none();
            p.counts() && !p.bare_number && (many || self.is_person(k))
        });
        if k > at && people { k } else { at }
    }

    /// "of 71 and 68" behind people: the number at `at` is the last of their ages.
    pub(super) fn ends_ages(&self, at: usize) -> bool {
        let number = |k: usize| self.phrase(k).is_some_and(|p| p.bare_number);
        at >= 4
            && number(at)
            && number(at - 2)
            && self.is(at - 1, &ChunkKind::Conj)
            && self.key(at - 3) == "of"
            && self.is_person(at - 4)
    }

    /// "two days", "40 km".
    fn measures(&self, phrase: &Phrase) -> bool {
        let head = self.tagged.key(phrase.head);
        [
            "minute",
            "hour",
            "day",
            "night",
            "week",
            "month",
            "year",
            "km",
            "kilometre",
            "kilometer",
            "mile",
            "metre",
            "meter",
            "time",
        ]
        .contains(&head.strip_suffix('s').unwrap_or(head))
    }
}
