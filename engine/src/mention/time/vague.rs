//! The past, the present and the future as such: "now", "recently", "at that time".

use super::TimeKind;
use super::reader::{Reader, Reading};
use super::tense::Tense;
use super::words::{Class, Unit, W};
use crate::report::Precision;

impl Reader<'_> {
    /// "now", "nowadays", "recently", "soon", "the near future", "the past", "at that time", "at the moment".
    pub(super) fn vague(&self, i: usize) -> Option<Reading> {
        let Class::Word(word) = self.at(i) else { return None };
        let next = self.lower(i + 1);
        let end = match word {
            W::Now if next != "that" => i + 1,
            W::Lately if self.word_before(i) != "as" => i + 1,
            // "He soon left", "as soon as", "shortly after" tell nothing of the future.
            W::Soon => {
                let after = matches!(next.as_ref(), "after" | "afterwards" | "before" | "as" | "thereafter");
                let ahead = !after && self.word_before(i) != "as" && self.tense(i, i + 1) == Tense::Future;
                ahead.then_some(i + 1)?
            }
            W::Present if self.after_any(i, &[W::At]) => i + 1,
            W::The if self.lower(i + 1) == "moment" && self.after_any(i, &[W::At]) && !self.is(i + 2, W::Of) => i + 2,
            // "At the time, he denied it".
            W::The if self.is(i + 1, W::Time) && self.after_any(i, &[W::At]) => {
                matches!(self.word(i + 2), "," | "." | ";").then_some(i + 2)?
            }
            W::The => {
                let near = 1 + usize::from(matches!(next.as_ref(), "near" | "distant" | "recent" | "foreseeable" | "immediate"));
                let j = i + near;
                let alone = self.ends_phrase(j + 1) || i == self.start + 1;
                let placed = self.after_any(i, &[W::In, W::For, W::Of, W::From, W::Into, W::To, W::At, W::Until]);
                (self.any(j, &[W::Future, W::Past, W::Present]) && alone && placed).then_some(j + 1)?
            }
            W::That if self.is(i + 1, W::Time) => {
                let placed = self.after_any(i, &[W::At, W::By, W::Since, W::Until, W::From, W::Before, W::In]);
                (placed && !self.is(i + 2, W::Of)).then_some(i + 2)?
            }
            _ => return None,
        };
        Some(Reading::plain(i, end, TimeKind::Vague, Precision::Year))
    }

    /// "fiscal 1995", "fiscal year 2010", "the fiscal third quarter": the year by the name of the books.
    pub(super) fn fiscal(&self, i: usize) -> Option<Reading> {
        let j = i + 1 + usize::from(self.at(i + 1) == Class::Unit(Unit::Year));
        let year = super::years::plain_year(self.word(j))?;
        let when = super::calendar::When::year(year, super::calendar::Implied::NONE);
        self.is(i, W::Fiscal).then(|| Reading::maybe(i, j + 1, when, Precision::Year))
    }
}
