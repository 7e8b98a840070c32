//! The reader of one sentence: which words make one time expression, and what it means.
//!
//! Each `fn rule(&self, i)` reads the longest expression of its shape that begins at token `i`.

use super::TimeKind;
use super::calendar::{Implied, When};
use super::tense::{self, Tense};
use super::words::{Class, Part, Unit, W};
use crate::Day;
use crate::report::Precision;
use crate::text::{Text, Tokens};
use std::borrow::Cow;
use std::cell::Cell;

/// A sentence and what is known before it is read.
pub(super) struct Reader<'t> {
    pub text: &'t Text,
    /// The class of every token.
    classes: &'t [Class],
    pub published: Option<Day>,
    /// What the text placed in time last, not too far back.
    pub anchor: Option<When>,
    /// The single day that it placed last, not too far back.
    pub anchor_day: Option<Day>,
    /// What a history told last in time with its year, however far back; none in the news.
    pub story: Option<When>,
    /// Where the expression before ended.
    pub told_end: usize,
    /// The sentence, in tokens.
    pub start: usize,
    pub end: usize,
    /// How many expressions are being read one within the other.
    depth: Cell<u8>,
    /// The tense read last, of which tokens: the rules ask again and again.
    tense_read: Cell<Option<(usize, usize, Tense)>>,
}

/// How deep expressions may stand one within the other: "the end of the first week of March" is three deep.
const MAX_DEPTH: u8 = 4;

/// Common words that go on no noun phrase.
const NO_NOUNS: &[&str] = &[
    "although", "and", "are", "as", "be", "because", "but", "can", "could", "did", "had", "has", "have", "he", "if", "is", "it",
    "may", "might", "near", "or", "over", "said", "she", "so", "than", "that", "then", "they", "under", "was", "we", "were",
    "when", "where", "which", "while", "who", "will", "with", "without", "would",
];

/// A time expression as read.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    pub start: usize,
    pub end: usize,
    pub when: Option<When>,
    pub precision: Precision,
    pub kind: TimeKind,
    /// Hour and minute.
    pub clock: Option<(i8, i8)>,
}

impl Reading {
    pub(super) fn point(start: usize, end: usize, when: When) -> Reading {
        Reading { start, end, when: Some(when), precision: when.precision, kind: TimeKind::Point, clock: None }
    }

    /// A point that nothing anchors where `when` is none.
    pub(super) fn maybe(start: usize, end: usize, when: Option<When>, precision: Precision) -> Reading {
        when.map_or(Reading::plain(start, end, TimeKind::Point, precision), |w| Reading::point(start, end, w))
    }

    pub(super) fn plain(start: usize, end: usize, kind: TimeKind, precision: Precision) -> Reading {
        Reading { start, end, when: None, precision, kind, clock: None }
    }

    pub(super) fn from(self, start: usize) -> Reading {
        Reading { start, ..self }
    }

    pub(super) fn single_day(&self) -> Option<Day> {
        self.when.and_then(|w| w.single_day())
    }
}

/// Which part of a stretch is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slice {
    Early,
    Mid,
    Late,
    /// Before the day of publication.
    Earlier,
    /// After it.
    Later,
}

/// The longer reading; the first where both end alike.
pub(super) fn longer(a: Option<Reading>, b: Option<Reading>) -> Option<Reading> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.end > a.end { b } else { a }),
        (a, b) => a.or(b),
    }
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t Text, classes: &'t [Class], sentence: Tokens, published: Option<Day>) -> Reader<'t> {
        Reader {
            text,
            classes,
            published,
            anchor: None,
            anchor_day: None,
            story: None,
            told_end: 0,
            start: sentence.start,
            end: sentence.end,
            depth: Cell::new(0),
            tense_read: Cell::new(None),
        }
    }

    /// The longest time expression that begins at token `i`.
    pub(super) fn read(&self, i: usize) -> Option<Reading> {
        match self.at(i) {
            Class::Other => None,
            Class::Word(W::Since) => self.since(i),
            Class::Word(W::From) => self.range(i).or_else(|| self.onwards(i)),
            _ => {
                let placed = longer(self.range(i), self.placed(i));
                let placed = placed.map(|r| self.with_onwards(r));
                let told = longer(longer(placed, self.repeat(i)), longer(self.duration(i), self.clock_alone(i)));
                told.or_else(|| self.vague(i))
            }
        }
    }

    /// The class of token `i`; of a token beyond the sentence, none.
    pub(super) fn at(&self, i: usize) -> Class {
        if i < self.start || i >= self.end { Class::Other } else { self.classes[i] }
    }

    pub(super) fn is(&self, i: usize, word: W) -> bool {
        self.at(i) == Class::Word(word)
    }

    pub(super) fn any(&self, i: usize, set: &[W]) -> bool {
        matches!(self.at(i), Class::Word(w) if set.contains(&w))
    }

    /// The class of the token before `i`.
    pub(super) fn before(&self, i: usize) -> Class {
        i.checked_sub(1).map_or(Class::Other, |b| self.at(b))
    }

    pub(super) fn after_any(&self, i: usize, set: &[W]) -> bool {
        matches!(self.before(i), Class::Word(w) if set.contains(&w))
    }

    /// What "later", "the previous …" and "that …" lean on: days on a day, months and years on whatever was told last.
    pub(super) fn told(&self, unit: Unit) -> Option<When> {
        let day = self.anchor_day.map(|d| When::day(d, Implied::ALL));
        match unit {
            Unit::Month | Unit::Year | Unit::Decade | Unit::Century => self.anchor,
            Unit::Week => self.anchor.filter(|a| a.precision == Precision::Week).or(day),
            _ => day,
        }
    }

    pub(super) fn in_title(&self) -> bool {
        self.text.tokens.get(self.start).is_some_and(|t| t.start < self.text.body)
    }

    /// The words of token `i` where it is of this sentence.
    pub(super) fn word(&self, i: usize) -> &str {
        if i < self.start || i >= self.end { "" } else { self.text.word(i) }
    }

    pub(super) fn lower(&self, i: usize) -> Cow<'_, str> {
        let word = self.word(i);
        if word.bytes().any(|b| b.is_ascii_uppercase()) { word.to_ascii_lowercase().into() } else { word.into() }
    }

    /// The word before token `i`.
    pub(super) fn word_before(&self, i: usize) -> &str {
        i.checked_sub(1).map_or("", |b| self.word(b))
    }

    pub(super) fn is_capital(&self, i: usize) -> bool {
        i >= self.start && i < self.end && self.text.tokens[i].capital
    }

    /// A word that goes on a noun phrase: lower-case and of no class.
    pub(super) fn is_noun_like(&self, i: usize) -> bool {
        self.at(i) == Class::Other && self.word(i).starts_with(char::is_lowercase) && !NO_NOUNS.contains(&self.word(i))
    }

    pub(super) fn is_dash(&self, i: usize) -> bool {
        matches!(self.word(i), "-" | "–" | "—" | "‑" | "/")
    }

    /// The end of token `i` and the full stop of an abbreviation behind it.
    pub(super) fn past_stop(&self, i: usize) -> usize {
        if self.word(i + 1) == "." && i + 2 < self.end && !self.text.tokens[i + 1].spaced { i + 2 } else { i + 1 }
    }

    pub(super) fn tense(&self, from: usize, to: usize) -> Tense {
        match self.before(from) {
            Class::Word(W::Since) => Tense::Past,
            _ => match self.tense_read.get() {
                Some((f, t, tense)) if (f, t) == (from, to) => tense,
                _ => {
                    let tense = tense::of(self, from, to);
                    self.tense_read.set(Some((from, to, tense)));
                    tense
                }
            },
        }
    }

    /// A point, with the words before and behind it that narrow it.
    pub(super) fn placed(&self, i: usize) -> Option<Reading> {
        if self.at(i) == Class::Other || self.depth.get() >= MAX_DEPTH {
            return None;
        }
        self.depth.set(self.depth.get() + 1);
        let reading = longer(longer(self.sliced(i), self.timed(i)), longer(self.overnight(i), self.point(i)));
        self.depth.set(self.depth.get() - 1);
        reading
    }

    /// A point without words before it that narrow it.
    fn point(&self, i: usize) -> Option<Reading> {
        match self.at(i) {
            Class::Weekday(_) | Class::WeekdayShort(_) => self.weekday(i),
            Class::Month(_) | Class::MonthShort(_) => self.month(i),
            Class::Figure => {
                let day = longer(longer(self.day_month(i), self.numeric(i)), self.famous(i));
                longer(day, longer(self.year(i), self.counted(i)))
            }
            Class::Season(_) | Class::Word(W::Fall) => self.season(i),
            Class::Word(W::Fiscal) => self.fiscal(i),
            Class::Word(W::Victory) => self.famous(i),
            Class::Feast(_) | Class::Word(W::New | W::Good | W::Palm | W::Orthodox | W::Boxing) => self.feast(i),
            Class::Word(W::Today | W::Yesterday | W::Tomorrow | W::Tonight) => self.deictic(i),
            Class::Word(W::Last | W::Next | W::This | W::That | W::Past | W::Coming | W::Previous | W::Following | W::Recent) => {
                self.relative(i, i, false)
            }
            Class::Word(W::The) => self.after_the(i),
            Class::Ordinal(_) => longer(self.portion(i, i), self.day_month(i)),
            Class::Cardinal(_) | Class::Units(_) | Class::Word(W::A | W::Vague | W::Couple | W::Half | W::Dozen) => {
                longer(self.counted(i), self.weekend(i))
            }
            Class::Unit(_) => self.weekend(i),
            Class::Hyphenated => longer(self.hyphenated_point(i), self.famous(i)),
            // "the early '90s"
            _ if matches!(self.word(i), "'" | "’" | "‘") => self.decade(i + 1, true).map(|r| r.from(i)),
            _ => None,
        }
    }

    /// "the" and what stands behind it.
    fn after_the(&self, i: usize) -> Option<Reading> {
        let j = i + 1;
        match self.at(j) {
            Class::Word(W::Last | W::Next | W::Past | W::Coming | W::Previous | W::Following | W::Same | W::Recent) => {
                self.relative(i, j, true)
            }
            Class::Ordinal(_) => longer(self.portion(i, j), self.day_month(j).map(|r| r.from(i))),
            Class::Figure => {
                let day = longer(self.day_month(j), self.day_of_month(j)).map(|r| r.from(i));
                longer(longer(day, self.decade(j, true).map(|r| r.from(i))), self.century(j).map(|r| r.from(i)))
            }
            Class::Season(_) | Class::Word(W::Fall) | Class::Feast(_) | Class::Word(W::New) => {
                longer(self.season(j), self.feast(j)).map(|r| r.from(i))
            }
            Class::Unit(Unit::Weekend) => self.weekend(j).map(|r| r.from(i)),
            Class::Unit(Unit::Year) if self.at(j + 1) == Class::Figure => self.year(j + 1).map(|r| r.from(i)),
            Class::Unit(_) | Class::Part(Part::Night | Part::Morning | Part::Evening) => self.day_before(i),
            // "the '70s"
            _ if matches!(self.word(j), "'" | "’" | "‘") => self.decade(j + 1, true).map(|r| r.from(i)),
            _ => None,
        }
    }

    /// "since last Friday": an open start.
    fn since(&self, i: usize) -> Option<Reading> {
        let mut reading = self.placed(i + 1).filter(|r| r.kind == TimeKind::Point)?;
        if let (Some(when), Some(published)) = (&mut reading.when, self.published)
            && when.days.0 <= published
        {
            when.days.1 = published;
        }
        reading.kind = TimeKind::Since;
        Some(reading.from(i))
    }

    /// "from March onwards"
    fn onwards(&self, i: usize) -> Option<Reading> {
        let inner = self.placed(i + 1)?;
        let open = self.with_onwards(inner);
        (open.kind == TimeKind::Since).then(|| open.from(i))
    }

    fn with_onwards(&self, reading: Reading) -> Reading {
        if reading.kind == TimeKind::Point && self.is(reading.end, W::Onwards) {
            return Reading { end: reading.end + 1, kind: TimeKind::Since, ..reading };
        }
        reading
    }

    /// "early on Sunday", "late March", "later this week", "the end of the year", "mid 2024", "later in the day".
    fn sliced(&self, i: usize) -> Option<Reading> {
        let the = usize::from(self.is(i, W::The));
        let slice = match self.at(i + the) {
            Class::Word(W::Early | W::Start) => Slice::Early,
            Class::Word(W::Mid | W::Middle) => Slice::Mid,
            Class::Word(W::Height) => Slice::Mid,
            Class::Word(W::Late | W::End) => Slice::Late,
            Class::Word(W::Earlier) => Slice::Earlier,
            Class::Word(W::Later) => Slice::Later,
            _ => return None,
        };
        let mut j = i + the + 1;
        if slice == Slice::Early && matches!(self.at(j), Class::Units(Unit::Hour)) && self.is(j + 1, W::Of) {
            return self.day_like(j + 2).map(|r| part_of_day(r).from(i));
        }
        if self.any(i + the, &[W::Start, W::Middle, W::Height, W::End]) {
            if !self.is(j, W::Of) {
                return None;
            }
            j += 1;
            if let Some(inner) = self.current_unit(j) {
                return Some(self.slice(inner, slice).from(i));
            }
        } else {
            if matches!(self.at(j), Class::Part(_)) {
                return self.timed(j).map(|r| r.from(i));
            }
            if self.any(j, &[W::In, W::On]) {
                if let Some(day) = self.current_day(j + 1) {
                    return Some(day.from(i));
                }
                j += 1;
            }
        }
        let inner = longer(self.point(j), self.timed(j)).filter(|r| r.kind == TimeKind::Point)?;
        // "the late 1990s", not "the late March".
        Some(self.slice(inner, slice).from(i))
    }

    /// "the day" behind "earlier in": the day that the text is about.
    fn current_day(&self, i: usize) -> Option<Reading> {
        if !(self.is(i, W::The) && self.at(i + 1) == Class::Unit(Unit::Day)) {
            return None;
        }
        let day = self.anchor_day.or(self.published)?;
        Some(part_of_day(Reading::point(i, i + 2, When::day(day, Implied::ALL))))
    }

    /// "the year", "the month", "the week" behind "the end of": those of the day of publication.
    pub(super) fn current_unit(&self, i: usize) -> Option<Reading> {
        let Class::Unit(unit) = self.at(i + usize::from(self.is(i, W::The))) else { return None };
        // "the end of the year" is a date, "the end of the war year" is not.
        let end = i + 1 + usize::from(self.is(i, W::The));
        if end == i + 1 || self.is_noun_like(end) || self.is(end, W::Of) {
            return None;
        }
        self.unit_around_publication(unit, 0).map(|when| Reading::maybe(i, end, when, super::relative::precision(unit)))
    }

    /// A point of one day or night.
    pub(super) fn day_like(&self, i: usize) -> Option<Reading> {
        self.placed(i).filter(|r| matches!(r.precision, Precision::Day | Precision::PartOfDay) && r.kind == TimeKind::Point)
    }

    fn slice(&self, mut reading: Reading, slice: Slice) -> Reading {
        if matches!(reading.precision, Precision::Day | Precision::PartOfDay) {
            return part_of_day(reading);
        }
        let Some(when) = &mut reading.when else { return reading };
        if reading.precision == Precision::Season {
            return reading;
        }
        let whole = when.days;
        let days = match slice {
            Slice::Early => when.third(0).map(|w| w.days),
            Slice::Mid => when.third(1).map(|w| w.days),
            Slice::Late => when.third(2).map(|w| w.days),
            Slice::Earlier => self.published.map(|p| (whole.0, p)),
            Slice::Later => self.published.map(|p| (p, whole.1)),
        };
        when.days = days.filter(|d| whole.0 <= d.0 && d.0 <= d.1 && d.1 <= whole.1).unwrap_or(whole);
        reading
    }
}

/// The same reading, narrowed to an unnamed part of its day.
pub(super) fn part_of_day(mut reading: Reading) -> Reading {
    if reading.precision == Precision::Day {
        reading.precision = Precision::PartOfDay;
        if let Some(when) = &mut reading.when {
            when.precision = Precision::PartOfDay;
        }
    }
    reading
}
