//! Dates by the calendar: days of a month, months, years, decades, seasons, feasts and dates in figures.

use super::calendar::{Feast, Implied, Point, Season, When, plus_days, plus_months};
use super::reader::{Reader, Reading, longer};
use super::tense::Tense;
use super::words::{self, Class, Unit, W};
use crate::Day;
use crate::report::Precision;

/// Years that a bare figure can name.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2100;

/// Words before a bare year: "in 2014", "the 2014 war".
const BEFORE_YEAR: &[W] = &[
    W::In,
    W::Since,
    W::By,
    W::Until,
    W::From,
    W::During,
    W::Of,
    W::Before,
    W::After,
    W::Between,
    W::The,
    W::Early,
    W::Late,
    W::Mid,
    W::Through,
    W::To,
    W::A,
    W::And,
    W::For,
    W::Earlier,
    W::Later,
];

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
const POSSESSIVES: &[&str] = &["its", "their", "his", "her", "our", "a", "an"];

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
        Some(self.dated(i, end, month, first, last))
    }

    /// A day or two days of a month, with the year behind it or by tense.
    fn dated(&self, start: usize, end: usize, month: i8, first: i8, last: i8) -> Reading {
        let (end, when) = match self.year_behind(end, true) {
            Some((year_end, year, implied)) => (year_end, days_of(year, month, first, last).map(|w| When { implied, ..w })),
            None => (end, self.yearless(start, end, |year| days_of(year, month, first, last))),
        };
        self.with_time(Reading::maybe(start, end, when, Precision::Day))
    }

    /// "March 14, 2025", "Jan. 24", "March 2025", "March last year", "March".
    pub(super) fn month(&self, i: usize) -> Option<Reading> {
        let (month, end) = match self.at(i) {
            Class::Month(m) => (m, i + 1),
            Class::MonthShort(m) => (m, self.past_stop(i)),
            _ => return None,
        };
        // "In March 10 people died": the figure counts people.
        let counts = self.is(i.wrapping_sub(1), W::In)
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
        let when = self.yearless(i, end, |year| When::month(year, month, Implied::YEAR));
        Some(Reading::maybe(i, end, when, Precision::Month))
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
        let Some(published) = self.published else {
            // Without a day of publication, the year that the text is about, if it has said one.
            return of_year(self.anchor?.from.year());
        };
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

    /// "the 14th", "on the 14th": a day of the month at hand, where nothing is counted by it.
    pub(super) fn day_of_month(&self, i: usize) -> Option<Reading> {
        let word = self.word(i);
        let suffix = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let day: i8 = word[..word.len() - suffix.len()].parse().ok()?;
        let ends = match self.at(i + 1) {
            Class::Other => !self.word(i + 1).starts_with(char::is_alphanumeric),
            Class::Word(w) => matches!(w, W::And | W::At | W::In | W::By | W::To | W::Until | W::After | W::Before),
            _ => false,
        };
        let placed = i.checked_sub(2).is_some_and(|b| self.any(b, &[W::On, W::By, W::Until, W::Since, W::Before, W::After]));
        if !matches!(suffix, "st" | "nd" | "rd" | "th") || !ends || !placed {
            return None;
        }
        let published = self.published?;
        let tense = self.tense(i - 1, i + 1);
        let implied = Implied { day: false, ..Implied::MONTH };
        let month = |n| {
            let (year, month) = plus_months(published.year(), published.month(), n);
            Day::new(year, month, day).ok()
        };
        let found = match tense {
            Tense::Future => (0..=2).filter_map(month).find(|&d| d >= published),
            _ => (-2..=0).filter_map(month).filter(|&d| d <= published).last(),
        };
        Some(Reading::maybe(i, i + 1, found.map(|d| When::day(d, implied)), Precision::Day))
    }

    /// A bare year where the words before or behind it make it one.
    pub(super) fn year(&self, i: usize) -> Option<Reading> {
        let word = self.word(i);
        if let Some((a, b)) = years_of(word) {
            let when = When::new(Point::Year(a), Point::Year(b), Precision::Year, Implied::NONE);
            return Some(Reading::maybe(i, i + 1, when, Precision::Year));
        }
        if let Some(decade) = self.decade(i, false) {
            return Some(decade);
        }
        let year = plain_year(word)?;
        let round = year % 100 == 0 && self.is_noun_like(i + 1);
        let people =
            matches!(self.word(i + 1), "people" | "%" | "troops" | "soldiers" | "civilians" | "men" | "women" | "children");
        if round || people || matches!(self.at(i + 1), Class::Units(_) | Class::Figure) {
            return None;
        }
        let before = self.word_before(i);
        let possessive = POSSESSIVES.contains(&before) || matches!(before, "’s" | "'s" | "’");
        let bracket = before == "(" && matches!(self.word(i + 1), ")" | "-" | "–");
        let subject = i == self.start && matches!(self.word(i + 1), "was" | "is" | "saw" | "has" | "will" | "’s" | "'s");
        let trigger = self.after_any(i, BEFORE_YEAR)
            || possessive
            || bracket
            || subject
            || matches!(self.before(i), Class::Season(_) | Class::Unit(Unit::Year) | Class::Month(_))
            || self.is_dash(i.wrapping_sub(1))
            || (self.is_dash(i + 1) && plain_year(self.word(i + 2)).is_some());
        trigger.then(|| Reading::maybe(i, i + 1, When::year(year, Implied::NONE), Precision::Year))
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

    /// "the 20th century": known, but too long to place anything.
    pub(super) fn century(&self, i: usize) -> Option<Reading> {
        let ordinal = matches!(self.at(i), Class::Figure | Class::Ordinal(_));
        (ordinal && self.at(i + 1) == Class::Unit(Unit::Century)).then(|| Reading::maybe(i, i + 2, None, Precision::Year))
    }

    /// "2026-01-24", "24/02/2022" where only one reading is a date, "24.02.2022".
    pub(super) fn numeric(&self, i: usize) -> Option<Reading> {
        let word = self.word(i);
        let word = word.get(..10).filter(|_| word.as_bytes().get(10) == Some(&b'T')).unwrap_or(word);
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
        Some(self.with_time(Reading::maybe(i, i + 1, when, Precision::Day)))
    }

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
        if self.after_any(i, &[W::The]) && !self.is_noun_like(i + 1) || self.after_any(i, &[W::Of]) {
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
                } else if self.is_capital(i) && self.is_capital(i + 1) || self.after_any(i, &[W::The]) {
                    (Feast::Fixed(1, 1), i + 2)
                } else {
                    return None;
                }
            }
            _ => return None,
        };
        if feast == Feast::Unresolved {
            return Some(Reading::maybe(i, end, None, Precision::Day));
        }
        if let Some((year_end, year, implied)) = self.year_behind(end, false) {
            return Some(Reading::maybe(i, year_end, feast.in_year(year).map(|d| When::day(d, implied)), Precision::Day));
        }
        let when = self.yearless(i, end, |year| feast.in_year(year).map(|d| When::day(d, Implied::YEAR)));
        Some(self.with_time(Reading::maybe(i, end, when, Precision::Day)))
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
            return None;
        }
        let inner = self.placed(j + 1)?;
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

    /// "mid-March", "late-2023", "January-March", "Monday-Friday", "19th-century".
    pub(super) fn hyphenated_point(&self, i: usize) -> Option<Reading> {
        let (left, right) = self.word(i).split_once(['-', '‑'])?;
        let first = words::look_up(left);
        if matches!(first, Class::Word(W::Mid | W::Early | W::Late)) {
            let month = match words::look_up(right) {
                Class::Month(m) | Class::MonthShort(m) if right.starts_with(char::is_uppercase) => m,
                _ => {
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
    match word.split_once(['-', '/']) {
        Some((a, b)) => Some((one(a)?, one(b)?)).filter(|(a, b)| a < b),
        None => one(word).map(|d| (d, d)),
    }
}

fn plain_year(word: &str) -> Option<i16> {
    (word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok())?.filter(|y| YEARS.contains(y))
}

/// "2014-2018", "2022-23", "2022/23".
fn years_of(word: &str) -> Option<(i16, i16)> {
    let (a, b) = word.split_once(['-', '/'])?;
    let from = plain_year(a)?;
    let to = match b.len() {
        4 => plain_year(b)?,
        // "2004-05" may be a month.
        2 => b.parse::<i16>().ok().filter(|&n| n > 12).map(|n| from - from % 100 + n)?,
        _ => return None,
    };
    (from < to).then_some((from, to))
}

fn civil(year: i16, month: i16, day: i16) -> Option<Day> {
    Day::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
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

impl Reader<'_> {
    /// The day reading with the time of day and the clock behind it.
    pub(super) fn with_time(&self, reading: Reading) -> Reading {
        longer(Some(reading.clone()), self.time_behind(&reading)).unwrap_or(reading)
    }
}
