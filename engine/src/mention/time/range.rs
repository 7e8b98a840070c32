//! Stretches between two points.

use super::calendar::{Implied, Point, When, weekday_before};
use super::reader::{Reader, Reading, longer};
use super::tense;
use super::words::{Class, W};
use crate::Day;
use crate::report::Precision;

impl Reader<'_> {
    /// "between 3 and 5 May", "from 12 to 14 June", "June 2023 to July 2024", "12–14 June", "Monday to Friday".
    pub(super) fn range(&self, i: usize) -> Option<Reading> {
        let open = usize::from(self.any(i, &[W::From, W::Between]));
        let between = self.is(i, W::Between);
        if (open == 1 || self.after_any(i, &[W::From])) && self.is_moved(i) {
            return None;
        }
        let first = i + open;
        let left = self.placed(first);
        let bare = self.bare_day(first);
        let mid = match &left {
            Some(left) if self.joins(left.end, between, open == 1) => left.end,
            _ if bare.is_some() && (self.joins(first + 1, between, open == 1) || self.is(first + 1, W::And)) => first + 1,
            Some(left) if open == 0 && self.is(left.end, W::And) && left.precision == Precision::Month => left.end,
            _ => return None,
        };
        let joined_by_and = open == 0 && self.is(mid, W::And);
        let second = mid + 1 + usize::from(self.any(mid + 1, &[W::The]) && bare.is_none());
        let right = longer(self.placed(mid + 1), self.placed(second));
        // "09/10/2025 to 15/10/2025": the order of the one shows that of the other.
        let left = left.map(|l| Reading { when: l.when.or_else(|| self.in_order_of(l.start, mid + 1)), ..l });
        let right = right.map(|r| Reading { when: r.when.or_else(|| self.in_order_of(r.start, first)), ..r });
        let when = match (&left, right.as_ref().and_then(|r| r.when)) {
            // "3 and 5 May": a day without its month.
            (left, Some(to)) if left.as_ref().is_none_or(|l| l.end != mid) => {
                let (Some(day), Some(last)) = (bare, to.single_day()) else { return None };
                let from = Day::new(last.year(), last.month(), day).ok()?;
                When::new(Point::Day(from), to.to, Precision::Day, to.implied)
            }
            (Some(left), Some(to)) => {
                let from = left.when?;
                if joined_by_and && !(from.implied.year && !to.implied.year && to.precision == Precision::Month) {
                    return None;
                }
                let from_point = aligned(from, to)?;
                let implied = Implied { year: from.implied.year && to.implied.year, ..to.implied };
                When::new(from_point, to.to, coarser(from.precision, to.precision), implied).map(|w| When {
                    days: (if from_point == from.from { from.days.0 } else { w.days.0 }, w.days.1.min(to.days.1).max(w.days.0)),
                    ..w
                })
            }
            // "March 3 to 5": a day without its month behind.
            (Some(left), None) => {
                let (Some(first_day), Some(day)) = (left.single_day(), self.bare_day(mid + 1)) else { return None };
                let last = Day::new(first_day.year(), first_day.month(), day).ok()?;
                let implied = left.when.map(|w| w.implied)?;
                let when = When::new(Point::Day(first_day), Point::Day(last), Precision::Day, implied)?;
                return Some(Reading::point(i, mid + 2, when));
            }
            _ => return None,
        }?;
        Some(Reading::point(i, right?.end, when))
    }

    /// "to", "until", a dash; "and" behind "between".
    fn joins(&self, i: usize, between: bool, open: bool) -> bool {
        if between {
            return self.is(i, W::And) || self.is_dash(i);
        }
        self.any(i, &[W::To, W::Through])
            || (open && self.any(i, &[W::Until]))
            || (self.is_dash(i) && !self.text.tokens[i].spaced)
            || (self.word(i) == "–" && matches!(self.at(i + 1), Class::Figure | Class::Month(_)))
    }

    /// A bare figure from 1 to 31 that no month or unit follows.
    fn bare_day(&self, i: usize) -> Option<i8> {
        let day = self.word(i).trim_end_matches(|c: char| c.is_ascii_lowercase()).parse().ok()?;
        let counts = self.is_noun_like(i + 1) || matches!(self.at(i + 1), Class::Units(_));
        ((1..=31).contains(&day) && self.at(i) == Class::Figure && !counts).then_some(day)
    }

    /// "postponed from Monday to Friday" names two days and no stretch.
    fn is_moved(&self, i: usize) -> bool {
        (1..=3).any(|n| i.checked_sub(n).is_some_and(|b| tense::is_moved(&self.lower(b))))
    }
}

/// The first point of a range, brought before the second where its year or week was only implied.
fn aligned(from: When, to: When) -> Option<Point> {
    if !from.implied.year {
        return Some(from.from);
    }
    if from.implied.day {
        let (Point::Day(a), Some(b)) = (from.from, to.from.first()) else { return Some(from.from) };
        return weekday_before(b, a.weekday().to_monday_zero_offset()).map(Point::Day);
    }
    let year = to.from.year();
    let same = from.from.in_year(year)?;
    if same.first()? <= to.days.1 { Some(same) } else { from.from.in_year(year - 1) }
}

fn coarser(a: Precision, b: Precision) -> Precision {
    if a == b {
        a
    } else if a == Precision::Year || b == Precision::Year {
        Precision::Year
    } else {
        Precision::Day
    }
}
