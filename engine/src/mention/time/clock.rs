//! Times of the day: clocks, nights and the parts of a day around or beside a date.

use super::TimeKind;
use super::calendar::{Implied, When, plus_days};
use super::reader::{Reader, Reading, longer, part_of_day};
use super::tense::Tense;
use super::words::{Class, Part, Unit, W};
use crate::report::Precision;

impl Reader<'_> {
    /// "13:42", "5:30 am", "5 p.m. local time", "0500 GMT", "5 a.m. (0200 GMT)": its end, and hour and minute.
    fn clock(&self, i: usize) -> Option<(usize, (i8, i8))> {
        if let (Class::Cardinal(hour @ 1..=12), true) = (self.at(i), self.is(i + 1, W::Oclock)) {
            return Some((i + 2, (hour as i8, 0)));
        }
        if self.at(i) != Class::Figure {
            return None;
        }
        let word = self.word(i);
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let glued = &word[digits.len()..];
        let (figures, mark) = match digits.split_once([':', '.']) {
            Some((h, m)) if m.len() == 2 => ((h.parse().ok()?, m.parse().ok()?), digits.as_bytes().get(h.len()).copied()),
            // "13:42:07"
            Some((h, m)) if m.len() == 5 && digits.as_bytes().get(h.len()) == Some(&b':') => {
                ((h.parse().ok()?, m.get(..2)?.parse().ok()?), Some(b':'))
            }
            Some(_) => return None,
            None if digits.len() == 4 => ((digits.get(..2)?.parse().ok()?, digits.get(2..)?.parse().ok()?), None),
            None => ((digits.parse().ok()?, 0), None),
        };
        let (mut hour, minute): (i8, i8) = figures;
        let mut end = i + 1;
        let half = if matches!(glued, "am" | "pm" | "AM" | "PM") {
            Some(glued.to_ascii_lowercase())
        } else if glued.is_empty() && self.is(end, W::AmPm) {
            end += 1;
            Some(self.lower(end - 1).into_owned())
        } else {
            None
        };
        let zone = matches!(glued, "GMT" | "UTC" | "BST") || (self.is(end, W::Zone) && self.text.tokens[end].all_caps);
        let local = self.is(end, W::Local) && self.is(end + 1, W::Time);
        let hours = matches!(self.at(end), Class::Units(Unit::Hour)) && digits.len() == 4 && mark.is_none();
        let oclock = self.is(end, W::Oclock);
        if let Some(half) = &half {
            if !(1..=12).contains(&hour) || (digits.len() == 4 && mark.is_none() && !digits.starts_with(['0', '1'])) {
                return None;
            }
            hour = hour % 12 + if half.starts_with('p') { 12 } else { 0 };
        } else {
            let colon = mark == Some(b':') && glued.is_empty() && !self.is_verse(i);
            // "at about 7.40 on Monday"
            let at = self.after_any(i, &[W::At]) || matches!(self.word_before(i), "about" | "around" | "At" | "About" | "Around");
            let four = digits.len() == 4 && mark.is_none() && (zone || hours || local || (at && digits.starts_with('0')));
            let dotted = mark == Some(b'.') && (zone || local || (at && self.is(i + 1, W::On)));
            if !(colon || four || dotted || (oclock && mark.is_none())) {
                return None;
            }
        }
        if !(0..24).contains(&hour) || !(0..60).contains(&minute) || !(glued.is_empty() || half.is_some() || zone) {
            return None;
        }
        end += if zone && glued.is_empty() {
            1
        } else if local {
            2
        } else {
            usize::from(hours || oclock)
        };
        if !local && self.is(end, W::Local) && self.is(end + 1, W::Time) {
            end += 2;
        }
        // "5 a.m. (0200 GMT)"
        if self.word(end) == "("
            && let Some((close, _)) = self.clock(end + 1)
            && self.word(close) == ")"
        {
            end = close + 1;
        }
        Some((end, (hour, minute)))
    }

    /// "Mark 3:16", "Norvia won 12:10" are no clocks: a name or no preposition before a lone figure.
    fn is_verse(&self, i: usize) -> bool {
        i > self.start && self.is_capital(i - 1) && self.at(i - 1) == Class::Other
    }

    /// "at dawn", "5 am", "in the morning", "at night": a time of day that no date goes with.
    pub(super) fn clock_alone(&self, i: usize) -> Option<Reading> {
        if let Some((end, time)) = self.clock(i) {
            return Some(Reading { clock: Some(time), ..Reading::plain(i, end, TimeKind::Clock, Precision::Time) });
        }
        match self.at(i) {
            Class::Part(Part::Moment | Part::Midnight) if !self.after_any(i, &[W::The]) => {
                Some(Reading::plain(i, i + 1, TimeKind::Clock, Precision::PartOfDay))
            }
            Class::Part(Part::Night) if self.after_any(i, &[W::At, W::By]) => {
                Some(Reading::plain(i, i + 1, TimeKind::Clock, Precision::PartOfDay))
            }
            Class::Word(W::The)
                if matches!(self.at(i + 1), Class::Part(Part::Night)) && self.after_any(i, &[W::During, W::Through]) =>
            {
                None
            }
            Class::Word(W::The) if matches!(self.at(i + 1), Class::Part(_)) && self.after_any(i, &[W::In, W::During, W::Of]) => {
                Some(Reading::plain(i, i + 2, TimeKind::Clock, Precision::PartOfDay))
            }
            Class::Word(W::The)
                if self.any(i + 1, &[W::Early, W::Small])
                    && matches!(self.at(i + 2), Class::Units(Unit::Hour) | Class::Part(_)) =>
            {
                Some(Reading::plain(i, i + 3, TimeKind::Clock, Precision::PartOfDay))
            }
            Class::Word(W::Early | W::Late)
                if matches!(self.at(i + 1), Class::Part(Part::Morning | Part::Afternoon | Part::Evening)) =>
            {
                Some(Reading::plain(i, i + 2, TimeKind::Clock, Precision::PartOfDay))
            }
            _ => None,
        }
    }

    /// "5:30 am on Sunday", "midnight on Friday", "the night of 14 March", "the early hours of Sunday".
    pub(super) fn timed(&self, i: usize) -> Option<Reading> {
        if let Some(reading) = self.clock_of_part(i) {
            return Some(reading);
        }
        if let Some((end, time)) = self.clock(i) {
            let j = end + usize::from(self.is(end, W::On) || self.word(end) == ",");
            let day = self.day_like(j).filter(|d| d.clock.is_none())?;
            return Some(Reading { start: i, precision: Precision::Time, clock: Some(time), ..day });
        }
        let the = usize::from(self.is(i, W::The));
        let mut j = i + the;
        if the == 1 && self.any(j, &[W::Early, W::Small, W::Late]) {
            j += 1;
        }
        let night = match self.at(j) {
            Class::Part(part) => matches!(part, Part::Night),
            Class::Units(Unit::Hour) if j > i + the => false,
            _ => return None,
        };
        let joined = j + 1 + usize::from(self.any(j + 1, &[W::Of, W::On]));
        if night && self.any(j + 1, &[W::Of, W::Between, W::From]) {
            let open = if self.is(j + 1, W::Of) { j + 2 } else { j + 1 };
            if let Some(range) = self.range(open).filter(|r| r.when.is_some_and(|w| w.precision == Precision::Day)) {
                return Some(self.night_of(range).from(i));
            }
        }
        // "At dawn the next day".
        let next_day = self.is(joined, W::The)
            && self.any(joined + 1, &[W::Next, W::Following])
            && self.at(joined + 2) == Class::Unit(Unit::Day);
        if joined == j + 1 && !next_day && !matches!(self.at(joined), Class::Weekday(_) | Class::Word(W::Today | W::Yesterday)) {
            return None;
        }
        let day = self.day_like(joined)?;
        Some(if night { self.night_of(day).from(i) } else { part_of_day(day).from(i) })
    }

    /// "At 8 this morning", "at 10 last night".
    fn clock_of_part(&self, i: usize) -> Option<Reading> {
        let hour: i8 = self.word(i).parse().ok().filter(|h| (1..=12).contains(h))?;
        let said = self.after_any(i, &[W::At]) && self.any(i + 1, &[W::This, W::Last, W::Yesterday, W::Tomorrow, W::Tonight]);
        let part = if self.is(i + 1, W::Tonight) { Class::Part(Part::Night) } else { self.at(i + 2) };
        let Class::Part(part) = part else { return None };
        let day = self.day_like(i + 1).filter(|_| said)?;
        let late = matches!(part, Part::Afternoon | Part::Evening | Part::Night) && hour < 12;
        Some(Reading { start: i, precision: Precision::Time, clock: Some((if late { hour + 12 } else { hour }, 0)), ..day })
    }

    /// The night that begins on the first day of a reading.
    fn night_of(&self, reading: Reading) -> Reading {
        let when = reading.when.and_then(|w| When::night(w.days.0, w.implied));
        Reading::maybe(reading.start, reading.end, when, Precision::PartOfDay)
    }

    /// The day reading with the time of day and the clock behind it.
    pub(super) fn with_time(&self, reading: Reading) -> Reading {
        longer(Some(reading.clone()), self.time_behind(&reading)).unwrap_or(reading)
    }

    /// "night", "morning", "at 5 pm" behind a day, and "into Saturday" behind a night.
    pub(super) fn time_behind(&self, day: &Reading) -> Option<Reading> {
        let mut reading = day.clone();
        if let Class::Part(part) = self.at(day.end)
            && !matches!(part, Part::Moment)
        {
            reading.end += 1;
            reading = match part {
                Part::Night => self.night_of(reading),
                _ => part_of_day(reading),
            };
        } else if self.is(day.end, W::Overnight) {
            reading.end += 1;
            reading = self.night_of(reading);
        }
        if self.any(reading.end, &[W::Into])
            && (reading.precision == Precision::PartOfDay || matches!(self.at(reading.end + 1), Class::Weekday(_)))
            && let Some(next) = self.day_like(reading.end + 1)
        {
            return Some(Reading { end: next.end, ..self.night_of(reading) });
        }
        let j = reading.end + usize::from(self.word(reading.end) == ",");
        let at = j + usize::from(self.is(j, W::At) || matches!(self.word(j), "around" | "about"));
        if let Some((end, time)) = self.clock(at)
            && (at > j || j == reading.end)
        {
            return Some(Reading { end, precision: Precision::Time, clock: Some(time), ..reading });
        }
        if self.is(j, W::At) && matches!(self.at(j + 1), Class::Part(Part::Moment | Part::Midnight)) {
            reading.end = j + 2;
            return Some(part_of_day(reading));
        }
        (reading.end > day.end).then_some(reading)
    }

    /// "overnight", "overnight into Tuesday", "overnight on Friday", "overnight from Monday to Tuesday", "during the night".
    pub(super) fn overnight(&self, i: usize) -> Option<Reading> {
        let during = self.is(i, W::The) && self.at(i + 1) == Class::Part(Part::Night);
        if during && self.after_any(i, &[W::During, W::Through, W::Over]) && self.ends_phrase(i + 2) {
            return Some(self.night_at_hand(i, i + 2));
        }
        if !self.is(i, W::Overnight) {
            return None;
        }
        let j = i + 1;
        let hours = matches!(self.at(j), Class::Units(Unit::Hour));
        if self.is(j, W::Into)
            && let Some(day) = self.day_like(j + 1)
        {
            let when = day.when.and_then(|w| When::night(plus_days(w.days.0, -1)?, w.implied));
            return Some(Reading::maybe(i, day.end, when, Precision::PartOfDay));
        }
        let open = j + usize::from(self.any(j, &[W::On, W::Of]));
        let range = self.range(open).filter(|r| r.when.is_some_and(|w| w.precision == Precision::Day));
        if let Some(day) = longer(range, self.day_like(open))
            && !hours
        {
            return Some(self.night_of(day).from(i));
        }
        Some(self.night_at_hand(i, j))
    }

    /// The night before the day of publication, or the one that follows it where the clause looks ahead.
    fn night_at_hand(&self, from: usize, to: usize) -> Reading {
        let step = if self.tense(from, to) == Tense::Future { 0 } else { -1 };
        let when = self.published.and_then(|p| When::night(plus_days(p, step)?, Implied::ALL));
        Reading::maybe(from, to, when, Precision::PartOfDay)
    }
}
