//! Calendar arithmetic on civil dates: days, months, years, weeks, seasons and feasts. No clock, no time zones.

use crate::Day;
use crate::report::Precision;
use jiff::Span;
use std::fmt;

/// A day, a month or a year: what one side of a [`When`] is known to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Point {
    Day(Day),
    Month(i16, i8),
    Year(i16),
}

impl Point {
    pub(super) fn first(self) -> Option<Day> {
        match self {
            Point::Day(day) => Some(day),
            Point::Month(year, month) => Day::new(year, month, 1).ok(),
            Point::Year(year) => Day::new(year, 1, 1).ok(),
        }
    }

    pub(super) fn last(self) -> Option<Day> {
        match self {
            Point::Day(day) => Some(day),
            Point::Month(year, month) => Some(Day::new(year, month, 1).ok()?.last_of_month()),
            Point::Year(year) => Day::new(year, 12, 31).ok(),
        }
    }

    pub(super) fn year(self) -> i16 {
        match self {
            Point::Day(day) => day.year(),
            Point::Month(year, _) | Point::Year(year) => year,
        }
    }

    /// The same point in another year; none for 29 February where there is none.
    pub(super) fn in_year(self, year: i16) -> Option<Point> {
        match self {
            Point::Day(day) => Day::new(year, day.month(), day.day()).ok().map(Point::Day),
            Point::Month(_, month) => Some(Point::Month(year, month)),
            Point::Year(_) => Some(Point::Year(year)),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Point::Day(day) => write!(f, "{:04}-{:02}-{:02}", day.year(), day.month(), day.day()),
            Point::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Point::Year(year) => write!(f, "{year:04}"),
        }
    }
}

/// Parts of a value that the words do not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Implied {
    pub year: bool,
    pub month: bool,
    pub day: bool,
}

impl Implied {
    pub(super) const NONE: Implied = Implied { year: false, month: false, day: false };
    pub(super) const YEAR: Implied = Implied { year: true, month: false, day: false };
    pub(super) const MONTH: Implied = Implied { year: true, month: true, day: false };
    pub(super) const ALL: Implied = Implied { year: true, month: true, day: true };
}

/// A resolved time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct When {
    /// First and last point of the ISO value; equal where the value is not an interval.
    pub from: Point,
    pub to: Point,
    /// Days covered; narrower than the points for "late March", a day longer for a night.
    pub days: (Day, Day),
    pub precision: Precision,
    pub implied: Implied,
}

impl When {
    pub(super) fn new(from: Point, to: Point, precision: Precision, implied: Implied) -> Option<When> {
        let days = (from.first()?, to.last()?);
        (days.0 <= days.1).then_some(When { from, to, days, precision, implied })
    }

    pub(super) fn day(day: Day, implied: Implied) -> When {
        When { from: Point::Day(day), to: Point::Day(day), days: (day, day), precision: Precision::Day, implied }
    }

    pub(super) fn month(year: i16, month: i8, implied: Implied) -> Option<When> {
        When::new(Point::Month(year, month), Point::Month(year, month), Precision::Month, implied)
    }

    pub(super) fn year(year: i16, implied: Implied) -> Option<When> {
        When::new(Point::Year(year), Point::Year(year), Precision::Year, implied)
    }

    pub(super) fn days_between(from: Day, to: Day, precision: Precision) -> Option<When> {
        When::new(Point::Day(from), Point::Day(to), precision, Implied::ALL)
    }

    /// The Monday-to-Sunday week that holds `day`.
    pub(super) fn week(day: Day) -> Option<When> {
        let monday = plus_days(day, -i64::from(day.weekday().to_monday_zero_offset()))?;
        When::days_between(monday, plus_days(monday, 6)?, Precision::Week)
    }

    /// The night that begins on `day`.
    pub(super) fn night(day: Day, implied: Implied) -> Option<When> {
        let mut when = When::day(day, implied);
        when.days.1 = plus_days(day, 1)?;
        when.precision = Precision::PartOfDay;
        Some(when)
    }

    /// The meteorological season of the northern hemisphere that begins in `year`.
    pub(super) fn season(year: i16, season: Season, implied: Implied) -> Option<When> {
        let month = season.first_month();
        let (end_year, end_month) = plus_months(year, month, 2);
        When::new(Point::Month(year, month), Point::Month(end_year, end_month), Precision::Season, implied)
    }

    /// The first, second or last third (0, 1, 2) of its days; the value stays all of it.
    pub(super) fn third(self, n: i64) -> Option<When> {
        let (first, last) = self.days;
        let length = days_between(first, last);
        let from = plus_days(first, n * length / 3)?;
        let to = if n == 2 { last } else { plus_days(first, (n + 1) * length / 3)? };
        Some(When { days: (from, to), ..self })
    }

    pub(super) fn single_day(&self) -> Option<Day> {
        match (self.from, self.to) {
            (Point::Day(a), Point::Day(b)) if a == b => Some(a),
            _ => None,
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if self.from == self.to { self.from.fmt(f) } else { write!(f, "{}/{}", self.from, self.to) }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    fn first_month(self) -> i8 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }
    }
}

/// Feasts and fixed days; those of the Islamic, Hebrew and Persian calendars hang on sightings or rules
/// that differ by country, so that they stay unresolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Feast {
    Fixed(i8, i8),
    /// Days from Easter Sunday of the western churches.
    Easter(i8),
    /// Days from Easter Sunday of the eastern churches.
    OrthodoxEaster(i8),
    /// Fourth Thursday of November.
    Thanksgiving,
    Unresolved,
}

impl Feast {
    pub(super) fn in_year(self, year: i16) -> Option<Day> {
        match self {
            Feast::Fixed(month, day) => Day::new(year, month, day).ok(),
            Feast::Easter(offset) => plus_days(easter(year)?, i64::from(offset)),
            Feast::OrthodoxEaster(offset) => plus_days(orthodox_easter(year)?, i64::from(offset)),
            Feast::Thanksgiving => {
                let first = Day::new(year, 11, 1).ok()?;
                let to_thursday = (3 - i64::from(first.weekday().to_monday_zero_offset())).rem_euclid(7);
                plus_days(first, to_thursday + 21)
            }
            Feast::Unresolved => None,
        }
    }
}

/// Largest step in days that any rule takes; guards the calendar against absurd figures.
const MAX_DAYS: i64 = 400_000;

/// The day so many days later; none far outside of any calendar.
pub fn plus_days(day: Day, days: i64) -> Option<Day> {
    if days.abs() > MAX_DAYS {
        return None;
    }
    day.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// Days from one day to another. By a function that cannot fail: the operator brings the words for its failures along.
pub fn days_between(first: Day, last: Day) -> i64 {
    first.until(last).map_or(0, |span| i64::from(span.get_days()))
}

pub(super) fn plus_months(year: i16, month: i8, months: i32) -> (i16, i8) {
    let total = i32::from(year) * 12 + i32::from(month) - 1 + months;
    let year = total.div_euclid(12).clamp(i32::from(i16::MIN), i32::from(i16::MAX));
    (year as i16, (total.rem_euclid(12) + 1) as i8)
}

/// The day of the week `weekday` (Monday 0) on or before `day`.
pub(super) fn weekday_before(day: Day, weekday: i8) -> Option<Day> {
    let back = (day.weekday().to_monday_zero_offset() - weekday).rem_euclid(7);
    plus_days(day, -i64::from(back))
}

/// The day of the week `weekday` (Monday 0) on or after `day`.
pub(super) fn weekday_after(day: Day, weekday: i8) -> Option<Day> {
    let ahead = (weekday - day.weekday().to_monday_zero_offset()).rem_euclid(7);
    plus_days(day, i64::from(ahead))
}

/// Gregorian Easter, the anonymous algorithm of 1876.
fn easter(year: i16) -> Option<Day> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Day::new(year, (n / 31) as i8, (n % 31 + 1) as i8).ok()
}

/// Julian Easter as a Gregorian day (Meeus); the calendars are 13 days apart from 1900 to 2099.
fn orthodox_easter(year: i16) -> Option<Day> {
    if !(1900..2100).contains(&year) {
        return None;
    }
    let y = i32::from(year);
    let d = (19 * (y % 19) + 15) % 30;
    let e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7;
    let n = d + e + 114;
    plus_days(Day::new(year, (n / 31) as i8, (n % 31 + 1) as i8).ok()?, 13)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easters_of_known_years() {
        let day = |f: Feast, y| f.in_year(y).map(|d| Point::Day(d).to_string());
        assert_eq!(day(Feast::Easter(0), 2024).as_deref(), Some("2024-03-31"));
        assert_eq!(day(Feast::Easter(0), 2025).as_deref(), Some("2025-04-20"));
        assert_eq!(day(Feast::OrthodoxEaster(0), 2024).as_deref(), Some("2024-05-05"));
        assert_eq!(day(Feast::OrthodoxEaster(0), 2025).as_deref(), Some("2025-04-20"));
        assert_eq!(day(Feast::Thanksgiving, 2025).as_deref(), Some("2025-11-27"));
    }

    #[test]
    fn months_carry_into_years() {
        assert_eq!(plus_months(2026, 1, -3), (2025, 10));
        assert_eq!(plus_months(2025, 12, 2), (2026, 2));
    }
}
