//! Counted time: "two weeks ago", "three days later", durations and what repeats.

use super::TimeKind;
use super::calendar::{Implied, Point, When, plus_days, plus_months, weekday_before};
use super::reader::{Reader, Reading};
use super::relative::{months_from, precision};
use super::words::{self, Class, Part, Unit, W};
use crate::report::Precision;

/// Prefixes of hyphenated durations that give no figure.
const UNCOUNTED: &[&str] = &["half", "multi", "several"];

/// What is counted "a day" or "a year", beside figures and times.
const COUNTED_A_DAY: &[&str] = &[
    "barrels",
    "billion",
    "billions",
    "cents",
    "copies",
    "deaths",
    "dollars",
    "euros",
    "flights",
    "million",
    "millions",
    "people",
    "percent",
    "pounds",
    "thousand",
    "thousands",
    "tonnes",
    "tons",
    "visitors",
];

/// What lasts, so that its age is a length of time.
const LASTS: &[&str] = &[
    "blockade",
    "boycott",
    "campaign",
    "ceasefire",
    "conflict",
    "crisis",
    "dispute",
    "embargo",
    "government",
    "insurgency",
    "occupation",
    "offensive",
    "rebellion",
    "siege",
    "standoff",
    "strike",
    "truce",
    "uprising",
    "war",
];

/// From this many hours on, "hours ago" may have been the day before.
const HOURS_OF_SAME_DAY: u32 = 12;

impl Reader<'_> {
    /// An amount of time before its unit: where the unit stands, and how many where that is exact.
    pub(super) fn amount(&self, i: usize) -> Option<(usize, Option<u32>)> {
        let (mut j, mut amount) = match self.at(i) {
            Class::Cardinal(n) => (i + 1, Some(u32::from(n))),
            Class::Figure => {
                let digits = self.word(i);
                let whole: String = digits.chars().filter(|&c| c != ',').collect();
                let decimal = digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
                (i + 1, if decimal { whole.parse().ok() } else { return None })
            }
            Class::Hyphenated => {
                let (tens, ones) = self.word(i).split_once('-')?;
                let (Class::Cardinal(tens @ 20..), Class::Cardinal(ones @ ..10)) = (words::look_up(tens), words::look_up(ones))
                else {
                    return None;
                };
                (i + 1, Some(u32::from(tens + ones)))
            }
            Class::Word(W::A) => match self.at(i + 1) {
                Class::Word(W::Vague) => (i + 2, None),
                Class::Word(W::Couple) => (i + 2 + usize::from(self.is(i + 2, W::Of)), None),
                Class::Word(W::Dozen) => (i + 2, Some(12)),
                _ => (i + 1, Some(1)),
            },
            Class::Word(W::Dozen) => (i + 1, Some(12)),
            Class::Word(W::Couple) => (i + 1 + usize::from(self.is(i + 1, W::Of)), None),
            Class::Word(W::Half) if self.is(i + 1, W::A) => (i + 2, None),
            // "the fifth raid in as many days"
            Class::Word(W::Vague) if self.word_before(i) == "as" => return None,
            Class::Word(W::Vague) => (i + 1, None),
            _ => return None,
        };
        if self.is(j, W::And) && self.is(j + 1, W::A) && self.is(j + 2, W::Half) {
            (j, amount) = (j + 3, None);
        }
        while matches!(self.at(j), Class::Word(w) if w == W::Straight) && j < i + 6 {
            j += 1;
        }
        matches!(self.at(j), Class::Unit(_) | Class::Units(_)).then_some((j, amount))
    }

    fn counted_unit(&self, i: usize) -> Option<(usize, Option<u32>, Unit)> {
        if let Class::Units(unit) = self.at(i) {
            return Some((i, None, unit));
        }
        let (j, amount) = self.amount(i)?;
        let (Class::Unit(unit) | Class::Units(unit)) = self.at(j) else { return None };
        Some((j, amount, unit))
    }

    /// "two weeks ago", "three days later", "a year earlier", "two days after 14 March", "in two days' time", "a year on".
    pub(super) fn counted(&self, i: usize) -> Option<Reading> {
        let (j, amount, unit) = self.counted_unit(i)?;
        let fine = precision(unit);
        let from_publication = |sign: i64| {
            let published = When::day(self.published?, Implied::ALL);
            shifted(published, unit, i64::from(amount?) * sign)
        };
        let from_anchor = |sign: i64| shifted(self.told(unit)?, unit, i64::from(amount?) * sign);
        let word = match self.at(j + 1) {
            Class::Word(word) => word,
            // "in two days' time"
            _ if matches!(self.word(j + 1), "’" | "'" | "’s" | "'s")
                && self.is(j + 2, W::Time)
                && self.after_any(i, &[W::In]) =>
            {
                return Some(Reading::maybe(i, j + 3, from_publication(1), fine));
            }
            _ => return None,
        };
        let (end, when) = match word {
            W::Ago if self.is(j + 2, W::Today) => {
                let exact = self.published.zip(amount).and_then(|(p, n)| match unit {
                    Unit::Year => months_from(p, -12 * i64::from(n)),
                    Unit::Month => months_from(p, -i64::from(n)),
                    Unit::Week => plus_days(p, -7 * i64::from(n)),
                    _ => None,
                });
                (j + 3, exact.map(|d| When::day(d, Implied::ALL)))
            }
            // "Three years ago this month".
            W::Ago if self.is(j + 2, W::This) && self.at(j + 3) == Class::Unit(Unit::Month) && unit == Unit::Year => {
                let then = self.published.zip(amount).and_then(|(p, n)| months_from(p, -12 * i64::from(n)));
                (j + 4, then.and_then(|d| When::month(d.year(), d.month(), Implied::MONTH)))
            }
            // "A week ago Sunday".
            W::Ago if unit == Unit::Week && matches!(self.at(j + 2), Class::Weekday(_)) => {
                let Class::Weekday(weekday) = self.at(j + 2) else { return None };
                let last = self.published.and_then(|p| weekday_before(p, weekday));
                let then = last.zip(amount).and_then(|(d, n)| plus_days(d, -7 * i64::from(n)));
                (j + 3, then.map(|d| When::day(d, Implied::ALL)))
            }
            W::Ago => (j + 2, from_publication(-1)),
            // "Lifted on 27 January, 872 days later": the day just told.
            W::Later if self.word_before(i) == "," && self.told_end + 1 == i && self.ends_phrase(j + 2) => {
                (j + 2, self.anchor_day.map(|d| When::day(d, Implied::ALL)).or_else(|| from_anchor(1)))
            }
            W::Later if self.word(j + 2) != "than" => (j + 2, from_anchor(1)),
            W::Earlier if self.word(j + 2) != "than" => {
                (j + 2, if self.told(unit).is_some() { from_anchor(-1) } else { from_publication(-1) })
            }
            W::From if matches!(self.word(j + 2), "now" | "today") => (j + 3, from_publication(1)),
            W::Before | W::After => {
                let sign = if word == W::Before { -1 } else { 1 };
                if matches!(self.word(j + 2), "that" | "then") && self.ends_phrase(j + 3) {
                    return Some(Reading::maybe(i, j + 3, from_anchor(sign), fine));
                }
                match self.placed(j + 2).filter(|r| r.kind == TimeKind::Point) {
                    Some(inner) => {
                        let when = inner.when.zip(amount).and_then(|(w, n)| shifted(w, unit, i64::from(n) * sign));
                        (inner.end, when)
                    }
                    None if self.ends_phrase(j + 2) => (j + 2, from_anchor(sign)),
                    // "Hours before ministers were to meet" tells no time.
                    None if amount.is_none() && matches!(unit, Unit::Hour | Unit::Minute) => return None,
                    None => (j + 2, None),
                }
            }
            W::On if self.word(j + 2).is_empty() || matches!(self.word(j + 2), "," | "." | "from" | "—" | "–") => {
                (j + 2, None)
            }
            _ => return None,
        };
        Some(Reading::maybe(i, end, when, fine))
    }

    /// "the past week", "the last month": a stretch that ends (or begins) on the day of publication.
    pub(super) fn rolling(&self, start: usize, j: usize, back: bool) -> Option<Reading> {
        let unit = match self.at(j) {
            Class::Unit(unit) => unit,
            // "the coming days"
            Class::Units(unit) => return Some(Reading::plain(start, j + 1, TimeKind::Point, precision(unit))),
            _ => return self.rolling_counted(start, j, back),
        };
        if matches!(unit, Unit::Weekend | Unit::Century | Unit::Second) || (unit == Unit::Day && !back) {
            return None;
        }
        Some(Reading::maybe(start, j + 1, self.stretch(unit, 1, back), precision(unit)))
    }

    /// "24 hours", "three weeks", "few days" behind "the past".
    pub(super) fn rolling_counted(&self, start: usize, j: usize, back: bool) -> Option<Reading> {
        let (k, amount) = self.amount(j)?;
        let Class::Units(unit) = self.at(k) else { return None };
        let when = amount.and_then(|n| self.stretch(unit, n, back));
        Some(Reading::maybe(start, k + 1, when, precision(unit)))
    }

    fn stretch(&self, unit: Unit, amount: u32, back: bool) -> Option<When> {
        let published = self.published?;
        let n = i64::from(amount) * if back { -1 } else { 1 };
        let other = match unit {
            // Less than a day cannot be told in days.
            Unit::Hour if amount.is_multiple_of(24) => plus_days(published, n / 24)?,
            Unit::Day | Unit::Night => plus_days(published, n)?,
            Unit::Week => plus_days(published, n * 7)?,
            Unit::Fortnight => plus_days(published, n * 14)?,
            Unit::Month => months_from(published, n)?,
            Unit::Year => months_from(published, n * 12)?,
            Unit::Decade => months_from(published, n * 120)?,
            _ => return None,
        };
        When::days_between(published.min(other), published.max(other), precision(unit))
    }

    /// "four-year", "two hours", "20 years in prison", "for months", "weeks of shelling". Ages are none.
    pub(super) fn duration(&self, i: usize) -> Option<Reading> {
        if self.at(i) == Class::Hyphenated {
            return self.hyphenated_duration(i).or_else(|| self.twenty_one(i));
        }
        let (j, amount, unit) = self.counted_unit(i)?;
        let mut end = j + 1;
        if self.is(end, W::And) && self.is(end + 1, W::A) && self.is(end + 2, W::Half) {
            end += 3;
        }
        let age = self.is(end, W::Old) || self.word(end) == "of" && self.word(end + 1) == "age" || self.word_before(i) == "aged";
        if age || matches!(unit, Unit::Century) {
            return None;
        }
        let governed = self.after_any(i, &[W::For, W::In, W::Over, W::After, W::Through, W::By]) || self.is(end, W::Of);
        let one = self.is(i, W::A) && amount == Some(1) && j == i + 1;
        // "More than a decade", "nearly a year".
        let measured = one && matches!(self.word_before(i), "than" | "nearly" | "almost" | "about" | "roughly" | "least");
        if (one || j == i) && !governed && !measured {
            return None;
        }
        // "some days", "many nights" are as vague as they are long.
        Some(Reading::plain(i, end, TimeKind::Duration, precision(unit)))
    }

    /// "twenty-one days"
    fn twenty_one(&self, i: usize) -> Option<Reading> {
        let (j, _) = self.amount(i)?;
        let (Class::Unit(unit) | Class::Units(unit)) = self.at(j) else { return None };
        (!self.is(j + 1, W::Old)).then(|| Reading::plain(i, j + 1, TimeKind::Duration, precision(unit)))
    }

    /// "four-year", "24-hour", "weeks-long", "late-night".
    fn hyphenated_duration(&self, i: usize) -> Option<Reading> {
        let mut parts = self.word(i).split(['-', '‑']);
        let (first, second) = (parts.next()?, parts.next()?);
        // "The Six-Day War", "the Two-Minute Hate".
        let named = second.starts_with(char::is_uppercase) && self.is_capital(i + 1) && !self.in_title();
        // "The 20-month-old conflict": the age of a thing.
        let lasts = parts.clone().next() == Some("old") && LASTS.binary_search(&self.word(i + 1)).is_ok();
        if lasts {
            parts.next();
        }
        if named || parts.any(|p| !p.eq_ignore_ascii_case("long") && !p.eq_ignore_ascii_case("plus")) {
            return None;
        }
        let (Class::Unit(unit) | Class::Units(unit)) = words::look_up(second) else {
            let slice = matches!(words::look_up(first), Class::Word(W::Early | W::Late | W::Mid));
            if slice && matches!(words::look_up(second), Class::Part(_)) {
                return Some(Reading::plain(i, i + 1, TimeKind::Clock, Precision::PartOfDay));
            }
            let (Class::Unit(unit) | Class::Units(unit)) = words::look_up(first) else { return None };
            return second.eq_ignore_ascii_case("long").then(|| Reading::plain(i, i + 1, TimeKind::Duration, precision(unit)));
        };
        let counted = first.parse::<f32>().is_ok()
            || matches!(words::look_up(first), Class::Cardinal(_))
            || UNCOUNTED.iter().any(|u| first.eq_ignore_ascii_case(u));
        counted.then(|| Reading::plain(i, i + 1, TimeKind::Duration, precision(unit)))
    }

    /// "every Friday", "each year", "on Sundays", "daily", "three times a day", "every two weeks".
    pub(super) fn repeat(&self, i: usize) -> Option<Reading> {
        let plain = |end, fine| Some(Reading::plain(i, end, TimeKind::Repeat, fine));
        match self.at(i) {
            Class::Word(W::Every) => {
                let j = i + 1 + usize::from(self.word(i + 1) == "other");
                match self.at(j) {
                    Class::Weekday(_) => {
                        let mut end = j + 1;
                        while (self.is(end, W::And) || self.word(end) == ",") && matches!(self.at(end + 1), Class::Weekday(_)) {
                            end += 2;
                        }
                        plain(end + usize::from(matches!(self.at(end), Class::Part(_))), Precision::Day)
                    }
                    Class::Unit(unit) => plain(j + 1, precision(unit)),
                    Class::Part(Part::Night | Part::Morning | Part::Evening | Part::Afternoon) => {
                        plain(j + 1, Precision::PartOfDay)
                    }
                    Class::Month(_) => plain(j + 1, Precision::Month),
                    Class::Season(_) => plain(j + 1, Precision::Season),
                    _ => {
                        let (k, _) = self.amount(j)?;
                        let Class::Units(unit) = self.at(k) else { return None };
                        plain(k + 1, precision(unit))
                    }
                }
            }
            Class::Weekdays => plain(i + 1, Precision::Day),
            Class::Word(W::Habit) => {
                let named = self.is_capital(i) && (i > self.start || self.is_capital(i + 1));
                if named { None } else { plain(i + 1, Precision::Day) }
            }
            Class::Word(W::A | W::Per) => {
                let counted = self.is(i, W::Per)
                    || matches!(self.before(i), Class::Word(W::Times) | Class::Units(_) | Class::Figure)
                    || COUNTED_A_DAY.binary_search(&self.word_before(i)).is_ok();
                let Class::Unit(unit) = self.at(i + 1) else { return None };
                if counted && !self.any(i + 2, &[W::Ago, W::Later, W::Earlier]) { plain(i + 2, precision(unit)) } else { None }
            }
            Class::Units(Unit::Weekend) if self.after_any(i, &[W::On, W::At]) => plain(i + 1, Precision::Day),
            _ => None,
        }
    }
}

/// So many units from a time, as fine as both of them are.
fn shifted(from: When, unit: Unit, n: i64) -> Option<When> {
    let hours = |n: i64| {
        let day = from.single_day()?;
        let amount = n.unsigned_abs();
        if amount.is_multiple_of(24) {
            plus_days(day, n / 24)
        } else {
            (amount <= u64::from(HOURS_OF_SAME_DAY) && n < 0).then_some(day)
        }
    };
    let day = match unit {
        Unit::Second => from.single_day(),
        Unit::Minute => from.single_day().filter(|_| n < 0),
        Unit::Hour => hours(n),
        Unit::Day | Unit::Night => plus_days(from.single_day()?, n),
        Unit::Week => plus_days(from.single_day()?, n.checked_mul(7)?),
        Unit::Fortnight => plus_days(from.single_day()?, n.checked_mul(14)?),
        Unit::Weekend | Unit::Century => None,
        Unit::Month => {
            let (year, month) = match from.from {
                Point::Day(day) => (day.year(), day.month()),
                Point::Month(year, month) => (year, month),
                Point::Year(_) => return None,
            };
            let (year, month) = plus_months(year, month, i32::try_from(n).ok()?);
            return When::month(year, month, Implied::MONTH);
        }
        Unit::Year | Unit::Decade => {
            let years = if unit == Unit::Decade { n.checked_mul(10)? } else { n };
            let year = i64::from(from.from.year()).checked_add(years)?;
            // A year from a month is that month again.
            if let (Point::Month(year, month), 1) = (from.from, years.abs()) {
                return When::month(year + years as i16, month, Implied::MONTH);
            }
            return When::year(i16::try_from(year).ok().filter(|y| *y > 0)?, Implied::YEAR);
        }
    }?;
    Some(When { precision: precision(unit), ..When::day(day, Implied::ALL) })
}
