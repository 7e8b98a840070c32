//! Dates by the calendar: days of a month, months, and dates in figures.

use super::ISO_DAY;
use super::calendar::{Implied, Point, When, plus_days, plus_months};
use super::reader::{Reader, Reading};
use super::tense::Tense;
use super::words::{Class, Unit, W};
use super::years::{YEARS, plain_year};
use crate::Day;
use crate::report::Precision;

/// Words before a bare month: "in March", "the March raid".
const BEFORE_MONTH: &[W] = &[
    W::In,
    W::Of,
    W::Since,
    W::By,
    W::Until,
    W::From,
    W::To,
    W::Between,
    W::And,
    W::Through,
    W::During,
    W::Early,
    W::Late,
    W::Mid,
    W::The,
    W::Before,
    W::After,
    W::Over,
    W::A,
    W::Earlier,
    W::Later,
    W::Every,
    W::Following,
    W::For,
];

/// Prepositions that make a month certain even before a capital: "In April Norvian forces".
const TIME_PREPOSITIONS: &[W] = &[W::In, W::Since, W::Until, W::During, W::Early, W::Late, W::Mid, W::Through];

/// Months that are given names, verbs or marches too.
const AMBIGUOUS_MONTHS: &[i8] = &[3, 4, 5, 6, 8];

/// Determiners before "2014" in "its 2014 invasion".
pub(super) const POSSESSIVES: &[&str] = &["its", "their", "his", "her", "our", "a", "an"];

/// Words that make "12 March Street" an address.
const STREETS: &[&str] = &["Street", "Road", "Avenue", "Square", "Lane", "Boulevard", "Bridge", "St"];

/// Days that are names of events: month, day, how the noun behind them begins, year. "The September 11 attacks" are of one year.
const EVENT_DAYS: &[(i8, i8, &str, i16)] = &[
    (9, 11, "attack", 2001),
    (9, 11, "terror", 2001),
    (10, 7, "attack", 2023),
    (10, 7, "massacre", 2023),
    (7, 7, "bombing", 2005),
];

/// A history that goes from one month to another more than so many before it has come to the next year.
const COME_ROUND: i8 = 7;

/// When a date without a year and without a tense is far behind and near ahead, it is neither.
const NEAR_DAYS: i64 = 183;

impl Reader<'_> {
    /// "14 March 2025", "14th of March", "12-14 June", "the first of May".
    pub(super) fn day_month(&self, i: usize) -> Option<Reading> {
        let (first, last) = match self.at(i) {
            Class::Figure => day_span(self.word(i))?,
            Class::Ordinal(n) => (n as i8, n as i8),
            _ => return None,
        };
        let of = usize::from(self.is(i + 1, W::Of));
        if matches!(self.at(i), Class::Ordinal(_)) && of == 0 {
            return None;
        }
        let j = i + 1 + of;
        let (Class::Month(month) | Class::MonthShort(month)) = self.at(j) else { return None };
        let end = if matches!(self.at(j), Class::MonthShort(_)) { self.past_stop(j) } else { j + 1 };
        if STREETS.contains(&self.word(end)) {
            return None;
        }
        Some(self.dated(i, end, month, first, last))
    }

    /// A day or two days of a month, with the year behind it or by tense.
    fn dated(&self, start: usize, end: usize, month: i8, first: i8, last: i8) -> Reading {
        let (end, when) = match self.year_behind(end, true) {
            Some((year_end, year, implied)) => (year_end, days_of(year, month, first, last).map(|w| When { implied, ..w })),
            None => match self.year_of_event(end, month, first) {
                Some((year_end, year)) => {
                    (year_end, days_of(year, month, first, last).map(|w| When { implied: Implied::NONE, ..w }))
                }
                None => (end, self.yearless(start, end, |year| days_of(year, month, first, last))),
            },
        };
        self.with_time(Reading::maybe(start, end, when, Precision::Day))
    }

    /// The year of a day that a noun follows: "the 3 June raids of 2019", or a day known by its event.
    fn year_of_event(&self, end: usize, month: i8, day: i8) -> Option<(usize, i16)> {
        if !self.is_noun_like(end) {
            return None;
        }
        if self.is(end + 1, W::Of)
            && let Some(year) = plain_year(self.word(end + 2))
        {
            return Some((end + 3, year));
        }
        let noun = self.lower(end);
        EVENT_DAYS.iter().find(|e| (e.0, e.1) == (month, day) && noun.starts_with(e.2)).map(|e| (end, e.3))
    }

    /// "March 14, 2025", "Jan. 24", "March 2025", "March last year", "March".
    pub(super) fn month(&self, i: usize) -> Option<Reading> {
        let (month, end) = match self.at(i) {
            Class::Month(m) => (m, i + 1),
            Class::MonthShort(m) => (m, self.past_stop(i)),
            _ => return None,
        };
        // "In March 10 people died", "Last July 17 soldiers died": the figure counts people.
        let counts = (self.is(i.wrapping_sub(1), W::In) || self.word(i.wrapping_sub(1)).eq_ignore_ascii_case("last"))
            && self.is_noun_like(end + 1)
            && (self.word(end + 1).ends_with('s') || self.word(end + 1) == "people");
        if !counts
            && self.at(end) == Class::Figure
            && let Some((first, last)) = day_span(self.word(end))
        {
            return Some(self.dated(i, end + 1, month, first, last));
        }
        if let Some((year_end, year, implied)) = self.year_behind(end, false) {
            return Some(Reading::maybe(i, year_end, When::month(year, month, implied), Precision::Month));
        }
        if !self.is_bare_month(i, end, month) {
            return None;
        }
        let when = match self.year_told_before(i) {
            Some(year) => When::month(year, month, Implied::YEAR),
            None => self.yearless(i, end, |year| When::month(year, month, Implied::YEAR)),
        };
        Some(Reading::maybe(i, end, when, Precision::Month))
    }

    /// The year of "next year, in February", "in 2023, in May".
    fn year_told_before(&self, i: usize) -> Option<i16> {
        let told = i.checked_sub(3)?;
        let joined = self.is(i - 1, W::In) && self.word(i - 2) == ",";
        let year = self.at(told) == Class::Unit(Unit::Year) || plain_year(self.word(told)).is_some();
        self.anchor.filter(|a| joined && year && a.precision == Precision::Year).map(|a| a.from.year())
    }

    fn is_bare_month(&self, i: usize, end: usize, month: i8) -> bool {
        let short = matches!(self.at(i), Class::MonthShort(_));
        let capital_next = self.at(end) == Class::Other && self.is_capital(end) && end < self.end;
        if self.after_any(i, TIME_PREPOSITIONS) {
            return true;
        }
        if !short && !AMBIGUOUS_MONTHS.contains(&month) {
            return !capital_next || self.after_any(i, BEFORE_MONTH);
        }
        if month == 3 && matches!(self.at(end), Class::Word(W::On | W::Of | W::To | W::For | W::Through | W::In)) {
            return false;
        }
        let possessive = POSSESSIVES.contains(&self.word_before(i));
        !short && !capital_next && (possessive || self.after_any(i, BEFORE_MONTH))
    }

    /// The year behind a day or a month: "2025", ", 2025", "of 2025", "last year", "of that year".
    pub(super) fn year_behind(&self, i: usize, comma: bool) -> Option<(usize, i16, Implied)> {
        let mut j = i;
        if self.is(j, W::Of) || (comma && self.word(j) == ",") || (self.word(j) == "," && self.at(j + 1) == Class::Figure) {
            j += 1;
        }
        if self.at(j) == Class::Figure {
            let year = plain_year(self.word(j))?;
            let counted = matches!(self.at(j + 1), Class::Units(_));
            return (!counted).then_some((j + 1, year, Implied::NONE));
        }
        if self.word(i) == "," || self.at(j + 1) != Class::Unit(Unit::Year) {
            return None;
        }
        let published = self.published.map(Day::year);
        let year = match self.at(j) {
            Class::Word(W::Last) => published? - 1,
            Class::Word(W::This) => published?,
            Class::Word(W::Next) => published? + 1,
            Class::Word(W::That) => self.anchor?.from.year(),
            _ => return None,
        };
        Some((j + 2, year, Implied::YEAR))
    }

    /// A date that lacks its year: the last one before publication, or the next one where the clause looks ahead.
    pub(super) fn yearless(&self, from: usize, to: usize, of_year: impl Fn(i16) -> Option<When>) -> Option<When> {
        if let Some(year) = self.year_of_story(&of_year) {
            return of_year(year);
        }
        let published = self.published?;
        let year = published.year();
        let near = || (year - 2..=year + 2).filter_map(&of_year);
        let behind = near().filter(|w| w.days.0 <= published).last();
        let ahead = near().find(|w| w.days.1 >= published);
        match self.tense(from, to) {
            Tense::Past => behind,
            Tense::Future => ahead,
            Tense::Unknown => match (behind, ahead) {
                (Some(b), Some(a)) => {
                    let far = plus_days(published, -NEAR_DAYS).is_some_and(|limit| b.days.1 < limit);
                    Some(if far { a } else { b })
                }
                (b, a) => b.or(a),
            },
        }
    }

    /// The year that a history is at: that told last, or the next where its months have come round.
    fn year_of_story(&self, of_year: impl Fn(i16) -> Option<When>) -> Option<i16> {
        let told = self.story?;
        let year = told.from.year();
        let month = |w: When| w.days.0.month();
        let round = !matches!(told.from, Point::Year(_)) && of_year(year).is_some_and(|w| month(w) + COME_ROUND < month(told));
        Some(if round { year + 1 } else { year })
    }

    /// "the 14th", "on the 14th": a day of the month at hand, where nothing is counted by it.
    pub(super) fn day_of_month(&self, i: usize) -> Option<Reading> {
        let word = self.word(i);
        let suffix = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let day: i8 = word[..word.len() - suffix.len()].parse().ok()?;
        let ends = match self.at(i + 1) {
            Class::Other => !self.word(i + 1).starts_with(char::is_alphanumeric),
            Class::Word(w) => {
                matches!(w, W::The | W::Or | W::And | W::At | W::In | W::By | W::To | W::Until | W::After | W::Before)
            }
            _ => false,
        };
        let placed = i.checked_sub(2).is_some_and(|b| {
            self.any(b, &[W::On, W::By, W::Until, W::Since, W::Before, W::After, W::For, W::From, W::And, W::Or])
                || self.word(b) == "then"
        });
        if !matches!(suffix, "st" | "nd" | "rd" | "th") || !ends || !placed {
            return None;
        }
        let implied = Implied { day: false, ..Implied::MONTH };
        if let Some(told) = self.story {
            let month = (!matches!(told.from, Point::Year(_))).then_some(told.days.1);
            let found = month.and_then(|m| Day::new(m.year(), m.month(), day).ok());
            return Some(Reading::maybe(i, i + 1, found.map(|d| When::day(d, implied)), Precision::Day));
        }
        let published = self.published?;
        let tense = self.tense(i - 1, i + 1);
        let month = |n| {
            let (year, month) = plus_months(published.year(), published.month(), n);
            Day::new(year, month, day).ok()
        };
        let found = match tense {
            Tense::Future => (0..=2).filter_map(month).find(|&d| d >= published),
            _ => (-2..=0).filter_map(month).rfind(|&d| d <= published),
        };
        Some(Reading::maybe(i, i + 1, found.map(|d| When::day(d, implied)), Precision::Day))
    }

    /// "2026-01-24", "24/02/2022" where only one reading is a date, "24.02.2022".
    pub(super) fn numeric(&self, i: usize) -> Option<Reading> {
        let word = self.word(i);
        let word = word.get(..ISO_DAY).filter(|_| word.as_bytes().get(ISO_DAY) == Some(&b'T')).unwrap_or(word);
        let mark = word.bytes().find(|b| !b.is_ascii_digit())?;
        if !matches!(mark, b'-' | b'/' | b'.') {
            return None;
        }
        let mut parts = word.split(mark as char);
        let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        let figures = (a.parse::<i16>().ok()?, b.parse::<i16>().ok()?, c.parse::<i16>().ok()?);
        let day = match (a.len(), b.len(), c.len()) {
            (4, 2, 2) => civil(figures.0, figures.1, figures.2),
            (1..=2, 1..=2, 4) => by_figures(mark, figures.0, figures.1, figures.2)?,
            (2, 2, 2) if mark != b'-' => by_figures(mark, figures.0, figures.1, 2000 + figures.2)?,
            _ => return None,
        };
        let when = day.filter(|d| YEARS.contains(&d.year())).map(|d| When::day(d, Implied::NONE));
        // "2026-01-24T10:30:00Z" is one expression in several tokens.
        let stamp = self.word(i).len() > ISO_DAY;
        let glued = (i + 1..self.end)
            .take_while(|&k| {
                stamp && !self.text.tokens[k].spaced && self.word(k).starts_with([':', '+', '0', '1', '2', '3', '4', '5'])
            })
            .count();
        Some(self.with_time(Reading::maybe(i, i + 1 + glued, when, Precision::Day)))
    }

    /// The date in figures at `i` with day and month in the order that the date at `other` shows.
    pub(super) fn in_order_of(&self, i: usize, other: usize) -> Option<When> {
        let ((a, b, year), (x, y, z)) = (slashed(self.word(i))?, slashed(self.word(other))?);
        let day = match (civil(z, y, x), civil(z, x, y)) {
            (Some(_), None) => civil(year, b, a),
            (None, Some(_)) => civil(year, a, b),
            _ => None,
        };
        day.filter(|d| YEARS.contains(&d.year())).map(|d| When::day(d, Implied::NONE))
    }
}

fn days_of(year: i16, month: i8, first: i8, last: i8) -> Option<When> {
    let (first, last) = (Day::new(year, month, first).ok()?, Day::new(year, month, last).ok()?);
    When::new(Point::Day(first), Point::Day(last), Precision::Day, Implied::YEAR)
}

/// "14", "14th": one day; "12-14", "12/13": the first and the last.
fn day_span(word: &str) -> Option<(i8, i8)> {
    let one = |part: &str| -> Option<i8> {
        let digits = part.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let suffix = &part[digits.len()..];
        let day = digits.parse().ok().filter(|d| (1..=31).contains(d))?;
        (digits.len() <= 2 && matches!(suffix, "" | "st" | "nd" | "rd" | "th")).then_some(day)
    };
    match word.split_once(['-', '–', '‑', '/']) {
        Some((a, b)) => Some((one(a)?, one(b)?)).filter(|(a, b)| a < b),
        None => one(word).map(|d| (d, d)),
    }
}

fn civil(year: i16, month: i16, day: i16) -> Option<Day> {
    Day::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The parts of "09/10/2025" as they stand.
fn slashed(word: &str) -> Option<(i16, i16, i16)> {
    let mut parts = word.split('/').map(str::parse);
    let figures = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    (parts.next().is_none() && figures.2 >= 1000).then_some(figures)
}

/// A date in figures; some(none) where it is one but its order is not known. Full stops always stand day first.
fn by_figures(mark: u8, a: i16, b: i16, year: i16) -> Option<Option<Day>> {
    let (day_first, month_first) = (civil(year, b, a), civil(year, a, b));
    match (day_first, month_first) {
        (None, None) => None,
        (day, None) => Some(day),
        (day, Some(_)) if mark == b'.' => day.map(Some),
        (None, day) => Some(day),
        (x, y) => Some(x.filter(|_| x == y)),
    }
}
