//! Dates told from the day of publication or from the day that the text is about.

use super::TimeKind;
use super::calendar::{Feast, Implied, Point, Season, When, plus_days, plus_months, weekday_after, weekday_before};
use super::reader::{Reader, Reading, part_of_day};
use super::tense::Tense;
use super::words::{Class, Part, Unit, W};
use crate::Day;
use crate::report::Precision;

/// Second words of names that begin with a weekday: "Sunday Times".
const NAMED_BY_WEEKDAY: &[&str] =
    &["Times", "Mirror", "Express", "Mail", "Telegraph", "Post", "Herald", "Star", "Sun", "People", "World", "Tribune", "Paper"];

/// First words of names that end with a weekday: "Black Friday".
const NAMES_WEEKDAY: &[&str] =
    &["Black", "Bloody", "Ash", "Maundy", "Holy", "Super", "Shrove", "Cyber", "Giving", "Man", "Joe", "Webb"];

/// Words before "last three days" that make it no verb.
const BEFORE_STRETCH: &[W] = &[W::In, W::Over, W::During, W::For, W::The, W::Of, W::Through, W::From, W::This];

/// How fine a unit is.
pub(super) fn precision(unit: Unit) -> Precision {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => Precision::Time,
        Unit::Day | Unit::Weekend => Precision::Day,
        Unit::Night => Precision::PartOfDay,
        Unit::Week | Unit::Fortnight => Precision::Week,
        Unit::Month => Precision::Month,
        Unit::Year | Unit::Decade | Unit::Century => Precision::Year,
    }
}

/// For so many days a season that is over is still "this" one.
const JUST_OVER: i64 = 45;

impl Reader<'_> {
    /// "Friday", "Friday night", "Friday, 14 March", "Friday last week", "Sat, Jan 24".
    pub(super) fn weekday(&self, i: usize) -> Option<Reading> {
        let (weekday, short) = match self.at(i) {
            Class::Weekday(w) => (w, false),
            Class::WeekdayShort(w) => (w, true),
            _ => return None,
        };
        let after = if short { self.past_stop(i) } else { i + 1 };
        let comma = usize::from(matches!(self.word(after), "," | "("));
        let dated = match self.at(after + comma) {
            Class::Month(_) | Class::MonthShort(_) => self.month(after + comma),
            Class::Figure => self.day_month(after + comma).or_else(|| self.numeric(after + comma)),
            Class::Word(W::The) if comma == 0 => self.day_month(after + 1).map(|r| r.from(after)),
            _ => None,
        };
        if let Some(dated) = dated.filter(|d| d.when.is_none_or(|w| w.single_day().is_some()) && d.precision != Precision::Month)
        {
            // The weekday decides the year that the date leaves open.
            return Some(dated.from(i));
        }
        if short || NAMED_BY_WEEKDAY.contains(&self.word(after)) || NAMES_WEEKDAY.contains(&self.word_before(i)) {
            return None;
        }
        // "the Monday Club"; "Sunday Tesh, a welder" begins with a name, but a headline may go on in capitals.
        let named = i == self.start && self.word(after + 1) == "," && !self.in_title();
        if (self.after_any(i, &[W::The]) || named) && self.at(after) == Class::Other && self.is_capital(after) {
            return None;
        }
        // "on a Friday" is any, "a Friday raid" is one.
        if self.after_any(i, &[W::A]) && !self.is_noun_like(after) {
            return Some(Reading::maybe(i, after, None, Precision::Day));
        }
        let (end, day) = match self.week_behind(after) {
            Some((end, week)) => (end, week.and_then(|monday| plus_days(monday, i64::from(weekday)))),
            None => (after, self.by_tense(i, after, weekday)),
        };
        Some(self.with_time(Reading::maybe(i, end, day.map(|d| When::day(d, Implied::ALL)), Precision::Day)))
    }

    /// "last week", "of this week", "next week" behind a weekday: its end and its Monday.
    fn week_behind(&self, i: usize) -> Option<(usize, Option<Day>)> {
        let of = usize::from(self.is(i, W::Of));
        if self.at(i + of + 1) != Class::Unit(Unit::Week) {
            return None;
        }
        let weeks = match self.at(i + of) {
            Class::Word(W::Last) => -1,
            Class::Word(W::This) => 0,
            Class::Word(W::Next) => 1,
            _ => return None,
        };
        Some((i + of + 2, self.published.and_then(|p| When::week(plus_days(p, weeks * 7)?)).map(|w| w.days.0)))
    }

    fn by_tense(&self, from: usize, to: usize, weekday: i8) -> Option<Day> {
        let published = self.published?;
        match self.tense(from, to) {
            Tense::Future => weekday_after(published, weekday),
            Tense::Past | Tense::Unknown => weekday_before(published, weekday),
        }
    }

    /// "today", "yesterday evening", "tonight".
    pub(super) fn deictic(&self, i: usize) -> Option<Reading> {
        let step = match self.at(i) {
            Class::Word(W::Today | W::Tonight) => 0,
            Class::Word(W::Yesterday) => -1,
            Class::Word(W::Tomorrow) => 1,
            _ => return None,
        };
        // "today" and "yesterday" are also other words for the present and the past: "Norvia today is poor".
        let day = self.published.and_then(|p| plus_days(p, step));
        if self.is(i, W::Tonight) {
            let when = day.and_then(|d| When::night(d, Implied::ALL));
            return Some(Reading::maybe(i, i + 1, when, Precision::PartOfDay));
        }
        Some(self.with_time(Reading::maybe(i, i + 1, day.map(|d| When::day(d, Implied::ALL)), Precision::Day)))
    }

    /// "last week", "this morning", "next March", "the past 24 hours", "the following day", "that year".
    /// `start` is where the expression begins, `i` where its adjective stands.
    pub(super) fn relative(&self, start: usize, i: usize, the: bool) -> Option<Reading> {
        let Class::Word(mut word) = self.at(i) else { return None };
        let mut j = i + 1;
        if word == W::This && self.any(j, &[W::Past, W::Last, W::Coming]) {
            let Class::Word(second) = self.at(j) else { return None };
            if matches!(self.at(j + 1), Class::Weekday(_)) {
                word = if second == W::Coming { W::Next } else { W::Last };
                let day = self.published.and_then(|p| self.near_weekday(p, word, j + 1, true));
                return Some(self.with_time(Reading::maybe(
                    start,
                    j + 2,
                    day.map(|d| When::day(d, Implied::ALL)),
                    Precision::Day,
                )));
            }
            return self.relative(start, j, true);
        }
        if word == W::Recent {
            let Class::Units(unit) = self.at(j) else { return None };
            return Some(Reading::plain(start, j + 1, TimeKind::Point, precision(unit)));
        }
        // "it reopened the next month": the one after what was told.
        let told = word == W::Next && self.anchor.is_some() && self.tense(start, j + 1) == Tense::Past;
        if the && word == W::Last && self.is(j + 1, W::Of) {
            return self.last_of(start, j);
        }
        let rolling = the && matches!(word, W::Last | W::Next) && !told || matches!(word, W::Past | W::Coming);
        if rolling && let Some(stretch) = self.rolling(start, j, matches!(word, W::Last | W::Past)) {
            return Some(stretch);
        }
        // "the bread will last three days"
        let verb = word == W::Last && self.word_before(i).starts_with(char::is_lowercase) && !self.after_any(i, BEFORE_STRETCH);
        if matches!(word, W::Last | W::Next)
            && !verb
            && let Some(stretch) = self.rolling_counted(start, j, word == W::Last)
        {
            return Some(stretch);
        }
        if self.any(j, &[W::Same]) {
            j += 1;
        }
        match self.at(j) {
            Class::Unit(unit) => self.relative_unit(start, j, word, unit, the),
            Class::Part(part) => {
                let night = part == Part::Night;
                let day = match word {
                    W::Last if night => self.published.and_then(|p| plus_days(p, -1)),
                    W::This => self.published,
                    W::That | W::Same => self.anchor_day,
                    W::Previous => self.anchor_day.or(self.published).and_then(|d| plus_days(d, -1)),
                    W::Next | W::Following => self.anchor_day.and_then(|a| plus_days(a, 1)),
                    _ => return None,
                };
                let reading = if night {
                    let when = day.and_then(|d| When::night(d, Implied::ALL));
                    Reading::maybe(start, j + 1, when, Precision::PartOfDay)
                } else {
                    part_of_day(Reading::maybe(start, j + 1, day.map(|d| When::day(d, Implied::ALL)), Precision::Day))
                };
                Some(reading)
            }
            Class::Weekday(_) => {
                let day = match word {
                    W::Following => self.anchor_day.and_then(|a| self.near_weekday(a, W::Coming, j, false)),
                    W::Previous => self.anchor_day.and_then(|a| self.near_weekday(a, W::Last, j, false)),
                    W::That | W::Same => self.anchor.and_then(|a| self.near_weekday(plus_days(a.days.1, 1)?, W::Last, j, false)),
                    _ => self.published.and_then(|p| self.near_weekday(p, word, j, false)),
                };
                Some(self.with_time(Reading::maybe(start, j + 1, day.map(|d| When::day(d, Implied::ALL)), Precision::Day)))
            }
            Class::Month(month) => {
                let when = self.year_by_word(word, |year| When::month(year, month, Implied::YEAR));
                Some(Reading::maybe(start, j + 1, when, Precision::Month))
            }
            Class::Season(season) => {
                let when = self.season_by_word(start, j, word, season);
                Some(Reading::maybe(start, j + 1, when, Precision::Season))
            }
            Class::Word(W::Fall) => {
                let autumn = Season::Autumn;
                let when = self.season_by_word(start, j, word, autumn);
                Some(Reading::maybe(start, j + 1, when, Precision::Season))
            }
            Class::Feast(feast) if feast != Feast::Unresolved && matches!(word, W::Last | W::This | W::Next) => {
                let end = self.feast(j).map_or(j + 1, |f| f.end);
                let when = self.year_by_word(word, |year| feast.in_year(year).map(|d| When::day(d, Implied::YEAR)));
                Some(Reading::maybe(start, end, when, Precision::Day))
            }
            _ => None,
        }
    }

    /// "the last day of February", "the last week of March".
    fn last_of(&self, start: usize, j: usize) -> Option<Reading> {
        let Class::Unit(unit) = self.at(j) else { return None };
        let inner = self.current_unit(j + 2).or_else(|| self.placed(j + 2))?;
        let when = inner.when.filter(|w| w.from == w.to).and_then(|w| match unit {
            Unit::Day => Some(When::day(w.days.1, w.implied)),
            Unit::Week => Some(When { days: (plus_days(w.days.1, -6)?, w.days.1), ..w }),
            Unit::Month => When::month(w.from.year(), 12, w.implied).filter(|_| matches!(w.from, Point::Year(_))),
            _ => None,
        });
        Some(Reading::maybe(start, inner.end, when, precision(unit)))
    }

    /// "last Friday": the last one before `from`; "next Friday": that of next week; "this Friday": by tense.
    fn near_weekday(&self, from: Day, word: W, j: usize, exact: bool) -> Option<Day> {
        let Class::Weekday(weekday) = self.at(j) else { return None };
        match word {
            W::Last | W::Past | W::Previous => weekday_before(plus_days(from, -1)?, weekday),
            W::Coming => weekday_after(plus_days(from, 1)?, weekday),
            W::Next if exact => weekday_after(plus_days(from, 1)?, weekday),
            // "next Friday" on a Monday is not "Friday": the one of the week that follows.
            W::Next => plus_days(When::week(plus_days(from, 7)?)?.days.0, i64::from(weekday)),
            W::This => match self.tense(j - 1, j + 1) {
                Tense::Past => weekday_before(from, weekday),
                _ => weekday_after(from, weekday),
            },
            _ => None,
        }
    }

    /// The last, this or next one of what comes round once a year.
    fn year_by_word(&self, word: W, of_year: impl Fn(i16) -> Option<When>) -> Option<When> {
        if matches!(word, W::That | W::Same) {
            return of_year(self.anchor?.from.year());
        }
        // "The next spring Paris was taken": the one after what a history told.
        let published = self.story.map(|told| told.days.1).or(self.published)?;
        let year = published.year();
        let mut near = (year - 2..=year + 2).filter_map(&of_year);
        match word {
            W::Last | W::Past => near.filter(|w| w.days.1 < published).last(),
            W::Next | W::Coming => near.find(|w| w.days.0 > published),
            W::This => {
                let running = near.find(|w| w.days.0 <= published && published <= w.days.1);
                running.or_else(|| of_year(year))
            }
            _ => None,
        }
    }

    /// "The third storm this winter", told in the first days of March, means the one just over.
    fn season_by_word(&self, start: usize, j: usize, word: W, season: Season) -> Option<When> {
        let of_year = |year| When::season(year, season, Implied::YEAR);
        let when = self.year_by_word(word, of_year)?;
        let published = self.published.filter(|p| word == W::This && *p < when.days.0);
        let over = published.and_then(|p| {
            let ended = |w: &When| w.days.1 < p && plus_days(w.days.1, JUST_OVER).is_some_and(|last| p <= last);
            (p.year() - 1..=p.year()).filter_map(of_year).rfind(ended)
        });
        over.filter(|_| self.tense(start, j + 1) != Tense::Future).or(Some(when))
    }

    fn relative_unit(&self, start: usize, j: usize, word: W, unit: Unit, the: bool) -> Option<Reading> {
        let step = match word {
            W::Last | W::Past | W::Previous => -1,
            W::This | W::That | W::Same => 0,
            _ => 1,
        };
        // "this day", "last day" and their like name no date.
        if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Fortnight | Unit::Century) {
            return None;
        }
        let anchored = matches!(word, W::That | W::Same | W::Previous | W::Following) || (the && word == W::Next);
        let end = j + 1;
        let when = if anchored {
            let around = match self.told(unit) {
                Some(anchor) => Some(anchor),
                None if word == W::Previous => self.published.map(|p| When::day(p, Implied::ALL)),
                None => None,
            };
            around.and_then(|a| unit_around(a, unit, step))
        } else if unit == Unit::Day {
            return None;
        } else {
            self.published.and_then(|p| unit_around(When::day(p, Implied::ALL), unit, step))
        };
        let reading = Reading::maybe(start, end, when, precision(unit));
        Some(if unit == Unit::Day { self.with_time(reading) } else { reading })
    }

    /// The unit around the day of publication, or so many units from it; none for units that have no such name.
    pub(super) fn unit_around_publication(&self, unit: Unit, step: i32) -> Option<Option<When>> {
        let named = matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Weekend);
        named.then(|| self.published.and_then(|p| unit_around(When::day(p, Implied::ALL), unit, step)))
    }

    /// "the weekend", "the bank holiday weekend" is not read; by tense.
    pub(super) fn weekend(&self, i: usize) -> Option<Reading> {
        if self.at(i) != Class::Unit(Unit::Weekend) || !self.after_any(i, &[W::The, W::At]) {
            return None;
        }
        let when = self.published.and_then(|published| {
            let saturday = match self.tense(i, i + 1) {
                Tense::Future => weekday_after(published, 5)?,
                _ => weekday_before(published, 5)?,
            };
            When::days_between(saturday, plus_days(saturday, 1)?, Precision::Day)
        });
        Some(Reading::maybe(i, i + 1, when, Precision::Day))
    }

    /// "the day before yesterday", "the day after", "the night before", "the week before last", "the night of 14 March".
    pub(super) fn day_before(&self, i: usize) -> Option<Reading> {
        let (unit, night) = match self.at(i + 1) {
            Class::Unit(unit) => (unit, false),
            Class::Part(Part::Night) => (Unit::Day, true),
            Class::Part(_) => (Unit::Day, false),
            _ => return None,
        };
        let step = match self.at(i + 2) {
            Class::Word(W::Before | W::Earlier) => -1,
            Class::Word(W::After) => 1,
            _ => return None,
        };
        let j = i + 3;
        let from_publication = |n: i32| self.published.and_then(|p| unit_around(When::day(p, Implied::ALL), unit, n));
        let (end, when) = match self.at(j) {
            Class::Word(W::Yesterday) if step < 0 && unit == Unit::Day => (j + 1, from_publication(-2)),
            Class::Word(W::Tomorrow) if step > 0 && unit == Unit::Day => (j + 1, from_publication(2)),
            Class::Word(W::Last) if step < 0 => (j + 1, from_publication(-2)),
            Class::Word(W::Next) if step > 0 => (j + 1, from_publication(2)),
            // "the day before the attack" hangs on an event, "the day before." on what was told.
            _ if self.ends_phrase(j) => {
                let anchor = self.told(unit).or(if step < 0 { self.published.map(|p| When::day(p, Implied::ALL)) } else { None });
                (j, anchor.and_then(|a| unit_around(a, unit, step)))
            }
            // "The forecast for the year after a slump".
            _ if !matches!(unit, Unit::Day) && self.after_any(i, &[W::For]) => return None,
            _ => (j, None),
        };
        let when = match when {
            Some(w) if night => w.single_day().and_then(|d| When::night(d, Implied::ALL)),
            when => when,
        };
        let fine = if night { Precision::PartOfDay } else { precision(unit) };
        Some(Reading::maybe(i, end, when, fine))
    }

    /// Nothing that "before" or "after" could govern stands at `i`.
    pub(super) fn ends_phrase(&self, i: usize) -> bool {
        let word = self.word(i);
        word.is_empty()
            || !word.starts_with(char::is_alphanumeric)
            || matches!(word, "and" | "but" | "when" | "in" | "at" | "as" | "with" | "by" | "for" | "on" | "to" | "from")
    }
}

/// The unit that holds `around`, or the one so many steps from it.
pub(super) fn unit_around(around: When, unit: Unit, step: i32) -> Option<When> {
    let far = i64::from(step);
    match unit {
        Unit::Day => Some(When::day(plus_days(around.single_day()?, far)?, Implied::ALL)),
        Unit::Night => When::night(plus_days(around.single_day()?, far)?, Implied::ALL),
        Unit::Week => When::week(plus_days(
            around.single_day().or((precision_of(around) == Precision::Week).then_some(around.days.0))?,
            far * 7,
        )?),
        Unit::Weekend => {
            let monday = When::week(plus_days(around.single_day()?, far * 7)?)?.days.0;
            When::days_between(plus_days(monday, 5)?, plus_days(monday, 6)?, Precision::Day)
        }
        Unit::Month => {
            let (year, month) = match around.from {
                Point::Day(day) => (day.year(), day.month()),
                Point::Month(year, month) => (year, month),
                Point::Year(_) => return None,
            };
            let (year, month) = plus_months(year, month, step);
            When::month(year, month, Implied::MONTH)
        }
        Unit::Year => When::year(around.from.year().checked_add(i16::try_from(step).ok()?)?, Implied::YEAR),
        Unit::Decade => {
            let first = i32::from(around.from.year()).div_euclid(10) * 10 + step * 10;
            let first = i16::try_from(first).ok()?;
            When::new(Point::Year(first), Point::Year(first + 9), Precision::Year, Implied::YEAR)
        }
        _ => None,
    }
}

fn precision_of(when: When) -> Precision {
    when.precision
}

/// The same day so many months on, or the last day of a shorter month.
pub(super) fn months_from(day: Day, months: i64) -> Option<Day> {
    let (year, month) = plus_months(day.year(), day.month(), i32::try_from(months).ok()?);
    let first = Day::new(year, month, 1).ok()?;
    Day::new(year, month, day.day().min(first.days_in_month())).ok()
}
