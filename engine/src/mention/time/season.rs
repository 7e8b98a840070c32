//! Longer and floating parts of the year: seasons, feasts, halves and quarters, and what a hyphen ties.

use super::TimeKind;
use super::calendar::{Feast, Implied, Point, Season, When, plus_days};
use super::reader::{Reader, Reading};
use super::relative::precision;
use super::tense::Tense;
use super::words::{self, Class, Unit, W};
use super::years::{plain_year, years_of};
use crate::Day;
use crate::report::Precision;

/// Nouns that a feast names without dating them: "a Christmas market", "Easter Island".
const FEAST_GOODS: &[&str] = &[
    "album", "card", "cards", "carols", "dinner", "eggs", "fair", "gifts", "Island", "lights", "market", "markets", "message",
    "parcels", "party", "presents", "sales", "shoppers", "single", "song", "shopping", "spirit", "tree", "trees", "wish",
];

/// Days of one year known by a name.
const FAMOUS: &[(&str, (i16, i8, i8))] = &[
    ("9/11", (2001, 9, 11)),
    ("D-Day", (1944, 6, 6)),
    ("V-E", (1945, 5, 8)),
    ("V-J", (1945, 8, 15)),
    ("VE", (1945, 5, 8)),
    ("VJ", (1945, 8, 15)),
];

/// What firms and offices report of a quarter: "third-quarter profit", but not "a first-quarter touchdown".
const RESULTS: &[&str] = &[
    "earnings",
    "figures",
    "GDP",
    "growth",
    "income",
    "loss",
    "losses",
    "net",
    "operating",
    "output",
    "profit",
    "profits",
    "results",
    "revenue",
    "revenues",
    "sales",
];

impl Reader<'_> {
    /// "spring 2023", "the summer of 2014", "the spring", "the winter of 2022-23".
    pub(super) fn season(&self, i: usize) -> Option<Reading> {
        let (season, certain) = match self.at(i) {
            Class::Season(season) => (season, true),
            Class::Word(W::Fall) => (Season::Autumn, false),
            _ => return None,
        };
        let of = usize::from(self.is(i + 1, W::Of));
        if let Some((first, _)) = years_of(self.word(i + 1 + of)) {
            let when = When::season(first, season, Implied::NONE);
            return Some(Reading::maybe(i, i + 2 + of, when, Precision::Season));
        }
        if let Some((end, year, implied)) = self.year_behind(i + 1, false) {
            return Some(Reading::maybe(i, end, When::season(year, season, implied), Precision::Season));
        }
        let named = self.is_capital(i) && self.is_capital(i.wrapping_sub(1)) && i > self.start + 1;
        if !certain || named || self.is_noun_like(i + 1) && self.is(i.wrapping_sub(1), W::A) {
            return None;
        }
        // "in the autumn of his life" is no season.
        let the = self.after_any(i, &[W::The]) && of == 0 && !self.is_noun_like(i + 1);
        if the || self.after_any(i, &[W::Of, W::Since, W::By, W::Until]) && of == 0 {
            let when = self.yearless(i, i + 1, |year| When::season(year, season, Implied::YEAR));
            return Some(Reading::maybe(i, i + 1, when, Precision::Season));
        }
        // "in winter" is every winter.
        self.after_any(i, &[W::In, W::During, W::Through]).then(|| Reading::maybe(i, i + 1, None, Precision::Season))
    }

    /// "Christmas Eve", "Easter Monday", "the New Year", "Good Friday", "Ramadan".
    pub(super) fn feast(&self, i: usize) -> Option<Reading> {
        let day_next = |j| self.at(j) == Class::Unit(Unit::Day);
        let clitic = |j| matches!(self.word(j), "’s" | "'s");
        let (feast, end) = match self.at(i) {
            Class::Feast(Feast::Fixed(12, 25)) if self.is(i + 1, W::Eve) => (Feast::Fixed(12, 24), i + 2),
            Class::Feast(Feast::Easter(_)) => match self.at(i + 1) {
                Class::Weekday(0) => (Feast::Easter(1), i + 2),
                Class::Weekday(5) => (Feast::Easter(-1), i + 2),
                Class::Weekday(6) => (Feast::Easter(0), i + 2),
                _ => (Feast::Easter(0), i + 1),
            },
            // A name but for its day: "Valentine's Day", "Valentine Khoury".
            Class::Feast(feast @ Feast::Fixed(2, 14)) => {
                let day = i + 1 + usize::from(clitic(i + 1));
                if !day_next(day) {
                    return None;
                }
                (feast, day + 1)
            }
            Class::Feast(feast) => (feast, i + 1 + usize::from(day_next(i + 1))),
            Class::Word(W::Orthodox) => match self.at(i + 1) {
                Class::Feast(Feast::Easter(_)) => (Feast::OrthodoxEaster(0), i + 2),
                Class::Feast(Feast::Fixed(12, 25)) => (Feast::Fixed(1, 7), i + 2),
                _ => return None,
            },
            Class::Word(W::Good) if self.at(i + 1) == Class::Weekday(4) => (Feast::Easter(-2), i + 2),
            Class::Word(W::Palm) if self.at(i + 1) == Class::Weekday(6) => (Feast::Easter(-7), i + 2),
            Class::Word(W::Boxing) if day_next(i + 1) => (Feast::Fixed(12, 26), i + 2),
            Class::Word(W::New) if self.at(i + 1) == Class::Unit(Unit::Year) => {
                let tail = i + 2 + usize::from(clitic(i + 2));
                if tail > i + 2 && self.is(tail, W::Eve) {
                    (Feast::Fixed(12, 31), tail + 1)
                } else if tail > i + 2 && day_next(tail) {
                    (Feast::Fixed(1, 1), tail + 1)
                // "The new year holiday" is no day.
                } else if self.is_capital(i) && self.is_capital(i + 1)
                    || self.after_any(i, &[W::The]) && !self.is_noun_like(i + 2)
                {
                    (Feast::Fixed(1, 1), i + 2)
                } else {
                    return None;
                }
            }
            _ => return None,
        };
        // "The Easter Offensive" is a name.
        let named = self.is_capital(end) && self.at(end) == Class::Other && !self.in_title();
        if named || FEAST_GOODS.contains(&self.word(end)) {
            return None;
        }
        if feast == Feast::Unresolved {
            return Some(Reading::maybe(i, end, None, Precision::Day));
        }
        if let Some((year_end, year, implied)) = self.year_behind(end, false) {
            return Some(Reading::maybe(i, year_end, feast.in_year(year).map(|d| When::day(d, implied)), Precision::Day));
        }
        let when = self.yearless(i, end, |year| feast.in_year(year).map(|d| When::day(d, Implied::YEAR)));
        Some(self.with_time(Reading::maybe(i, end, when, Precision::Day)))
    }

    /// Days of one year known by a name: "D-Day", "VE Day", "9/11" where no noun makes it a name of something else.
    pub(super) fn famous(&self, i: usize) -> Option<Reading> {
        let (end, key) = match self.word(i) {
            word @ ("VE" | "V-E" | "VJ" | "V-J") if self.at(i + 1) == Class::Unit(Unit::Day) => (i + 2, word),
            word => (i + 1, word),
        };
        let (year, month, day) = FAMOUS.iter().find(|row| row.0 == key)?.1;
        let name = key == "9/11" && !self.ends_phrase(end);
        let when = Day::new(year, month, day).ok().map(|d| When::day(d, Implied::NONE));
        (!name).then(|| Reading::maybe(i, end, when, Precision::Day))
    }

    /// "1990s"; "90s" behind "the".
    pub(super) fn decade(&self, i: usize, the: bool) -> Option<Reading> {
        let digits = self.word(i).strip_suffix('s')?;
        let first: i16 = match digits.len() {
            4 => digits.parse().ok()?,
            2 if the && matches!(digits, "50" | "60" | "70" | "80" | "90") => 1900 + digits.parse::<i16>().ok()?,
            _ => return None,
        };
        if first % 10 != 0 || !(1000..=2100).contains(&first) {
            return None;
        }
        let when = When::new(Point::Year(first), Point::Year(first + 9), Precision::Year, Implied::NONE);
        Some(Reading::maybe(i, i + 1, when, Precision::Year))
    }

    /// "the 20th century".
    pub(super) fn century(&self, i: usize) -> Option<Reading> {
        let ordinal = match self.at(i) {
            Class::Ordinal(n) => i16::from(n),
            Class::Figure => self.word(i).trim_end_matches(|c: char| c.is_ascii_lowercase()).parse().ok()?,
            _ => return None,
        };
        if self.at(i + 1) != Class::Unit(Unit::Century) || !(1..=30).contains(&ordinal) {
            return None;
        }
        let era = matches!(self.word(i + 2), "BC" | "BCE");
        let first = (ordinal - 1) * 100;
        let when = (!era && first >= 1000)
            .then(|| When::new(Point::Year(first), Point::Year(first + 99), Precision::Year, Implied::NONE))
            .flatten();
        Some(Reading::maybe(i, i + 2 + usize::from(era), when, Precision::Year))
    }

    /// "the first half of 2024", "the third quarter of last year", "the first week of March", "the 20th century".
    pub(super) fn portion(&self, start: usize, i: usize) -> Option<Reading> {
        let Class::Ordinal(n) = self.at(i) else { return None };
        if let Some(century) = self.century(i) {
            return Some(century.from(start));
        }
        let (length, j) = match self.at(i + 1) {
            Class::Word(W::Half) if n <= 2 => (6, i + 2),
            Class::Word(W::Quarter) if n <= 4 => (3, i + 2),
            Class::Cardinal(months) if self.at(i + 2) == Class::Units(Unit::Month) && n == 1 => (i32::from(months), i + 3),
            Class::Unit(Unit::Week) if n <= 4 => (0, i + 2),
            _ => return None,
        };
        if !self.is(j, W::Of) {
            return self.quarter(start, i, n, length, j);
        }
        let inner = self.current_unit(j + 1).or_else(|| self.placed(j + 1))?;
        let when = inner.when.and_then(|w| match (w.from, length) {
            (Point::Year(year), 1..=12) if w.from == w.to => {
                let first = (i32::from(n) - 1) * length + 1;
                let from = Point::Month(year, first as i8);
                When::new(from, Point::Month(year, (first + length - 1) as i8), Precision::Month, w.implied)
            }
            (Point::Month(..), 0) if w.from == w.to => {
                let first = plus_days(w.days.0, i64::from(n - 1) * 7)?;
                Some(When { days: (first, plus_days(first, 6)?), ..w })
            }
            _ => None,
        });
        Some(Reading::maybe(start, inner.end, when, inner.precision))
    }

    /// "Profits rose in the third quarter": the last one of the number, or the next where the clause looks ahead.
    fn quarter(&self, start: usize, i: usize, n: u8, length: i32, end: usize) -> Option<Reading> {
        let told = self.published.is_some() && length == 3 && self.after_any(start, &[W::In, W::For]) && self.ends_phrase(end);
        told.then(|| self.quarter_at_hand(start, i, n, i + 2))
    }

    /// The quarter `n` that ended last, or the next one where the clause looks ahead.
    fn quarter_at_hand(&self, start: usize, i: usize, n: u8, end: usize) -> Reading {
        let Some(published) = self.published else { return Reading::plain(start, end, TimeKind::Point, Precision::Month) };
        let first = (i32::from(n) - 1) * 3 + 1;
        let ahead = self.tense(start, end) == Tense::Future;
        let month = i32::from(published.month());
        let year = published.year() + if ahead { i16::from(month > first + 2) } else { -i16::from(month < first) };
        let when =
            When::new(Point::Month(year, first as i8), Point::Month(year, (first + 2) as i8), Precision::Month, Implied::YEAR);
        Reading::maybe(start, end.max(i + 1), when, Precision::Month)
    }

    /// "mid-March", "late-2023", "January-March", "Monday-Friday", "19th-century".
    pub(super) fn hyphenated_point(&self, i: usize) -> Option<Reading> {
        let (left, right) = self.word(i).split_once(['-', '‑'])?;
        let first = words::look_up(left);
        if let (Class::Ordinal(n @ 1..=4), Class::Word(W::Quarter)) = (first, words::look_up(right)) {
            return RESULTS.contains(&self.word(i + 1)).then(|| self.quarter_at_hand(i, i, n, i + 1));
        }
        // "The year-earlier period".
        if first == Class::Unit(Unit::Year) && matches!(right, "earlier" | "ago") {
            let when = self.published.and_then(|p| When::year(p.year() - 1, Implied::YEAR));
            return Some(Reading::maybe(i, i + 1, when, Precision::Year));
        }
        // "Mid-month", "at year-end".
        let whole = |unit| self.unit_around_publication(unit, 0).flatten();
        match (first, words::look_up(right)) {
            (Class::Word(W::Mid), Class::Unit(unit @ (Unit::Month | Unit::Year | Unit::Week)))
            | (Class::Unit(unit @ (Unit::Month | Unit::Year)), Class::Word(W::End)) => {
                return Some(Reading::maybe(i, i + 1, whole(unit), precision(unit)));
            }
            _ => {}
        }
        if matches!(first, Class::Word(W::Mid | W::Early | W::Late)) {
            let month = match words::look_up(right) {
                Class::Month(m) | Class::MonthShort(m) if right.starts_with(char::is_uppercase) => m,
                _ => {
                    // "mid-1990s".
                    if let Some(year) = right.strip_suffix('s').and_then(plain_year).filter(|y| y % 10 == 0) {
                        let decade = When::new(Point::Year(year), Point::Year(year + 9), Precision::Year, Implied::NONE)?;
                        return Some(Reading::maybe(i, i + 1, sliced(decade, first).or(Some(decade)), Precision::Year));
                    }
                    let year = plain_year(right)?;
                    return Some(Reading::maybe(i, i + 1, sliced(When::year(year, Implied::NONE)?, first), Precision::Year));
                }
            };
            let (end, when) = match self.year_behind(i + 1, false) {
                Some((end, year, implied)) => (end, When::month(year, month, implied)),
                None => (i + 1, self.yearless(i, i + 1, |year| When::month(year, month, Implied::YEAR))),
            };
            return Some(Reading::maybe(i, end, when.and_then(|w| sliced(w, first)), Precision::Month));
        }
        let (Class::Month(a), Class::Month(b)) = (first, words::look_up(right)) else { return None };
        let months = |year: i16, implied| {
            let from = if a <= b { year } else { year - 1 };
            When::new(Point::Month(from, a), Point::Month(year, b), Precision::Month, implied)
        };
        let (end, when) = match self.year_behind(i + 1, false) {
            Some((end, year, implied)) => (end, months(year, implied)),
            None => (i + 1, self.yearless(i, i + 1, |year| months(year, Implied::YEAR))),
        };
        Some(Reading::maybe(i, end, when, Precision::Month))
    }
}

/// The third of a stretch that a word names.
fn sliced(when: When, slice: Class) -> Option<When> {
    when.third(match slice {
        Class::Word(W::Early) => 0,
        Class::Word(W::Mid) => 1,
        _ => 2,
    })
}
