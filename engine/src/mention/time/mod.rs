//! Time expressions: which words tell when, and which days they mean.
//!
//! Every expression is found, resolved or not; nothing is resolved that the words and the day of publication
//! do not settle. There is no clock here: without a day of publication "yesterday" stays open.

mod absolute;
mod calendar;
mod clock;
#[cfg(test)]
mod corpus;
mod history;
mod length;
mod published;
mod quantity;
mod range;
mod reader;
mod relative;
mod season;
mod tense;
#[cfg(test)]
mod tests;
mod timex;
mod vague;
mod words;
mod years;

pub use calendar::{days_between, plus_days};
pub use published::published_in;
pub use timex::timex;

use crate::Day;
use crate::report::{Date, Precision};
use crate::text::{Text, Tokens};
use calendar::When;
use reader::{Reader, Reading};

/// A time expression of the text.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeMention {
    /// Its tokens, without the preposition before it but for "since", "from" and "between".
    pub tokens: Tokens,
    /// What it means; `value` is none where nothing settles it.
    pub date: Date,
    /// What it says about time.
    pub kind: TimeKind,
}

/// What a time expression says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeKind {
    /// A day, night, month, year or range that places something: "on Friday", "last night", "in the past week".
    Point,
    /// A length that places nothing: "four-year", "for two hours", "20 years in prison".
    Duration,
    /// An open start: "since the New Year". The value is the start; `to` is the day of publication.
    Since,
    /// "every Friday", "daily".
    Repeat,
    /// A time of day that no date goes with: "at dawn", "13:42".
    Clock,
    /// The past, the present or the future as such: "recently", "now", "soon". It places nothing.
    Vague,
}

impl TimeMention {
    /// It says when, known or not, and not how long or how often: "Friday", "3 May", "at dawn".
    pub fn places_something(&self) -> bool {
        self.date.names_day() && !matches!(self.kind, TimeKind::Duration | TimeKind::Repeat | TimeKind::Vague)
    }

    /// First and last day that it covers, where resolved; a night covers two.
    pub fn days(&self) -> Option<(Day, Day)> {
        let day = |moment: &Option<String>| moment.as_deref()?.get(..ISO_DAY)?.parse::<Day>().ok();
        Some((day(&self.date.from)?, day(&self.date.to)?))
    }
}

/// Length of `2026-01-24` in bytes.
const ISO_DAY: usize = 10;

/// For how many sentences "the next day" can lean on a date told before.
const ANCHOR_SENTENCES: usize = 3;

/// The same in a history, which goes on from one day to the next.
const HISTORY_SENTENCES: usize = 8;

/// Every time expression of the text in text order; the longest where several begin at one word.
/// Relative ones are resolved against `published`, the day of publication.
pub fn find(text: &Text, published: Option<Day>) -> Vec<TimeMention> {
    let mut mentions = Vec::new();
    let classes = words::classes(text, 0..text.tokens.len());
    let history = history::is_told(text, &classes, published);
    let reach = if history { HISTORY_SENTENCES } else { ANCHOR_SENTENCES };
    let mut story: Option<When> = None;
    let mut anchor: Option<(usize, When)> = None;
    let mut anchor_day: Option<(usize, Day)> = None;
    for (at, sentence) in text.sentences.iter().enumerate() {
        let mut reader = Reader::new(text, &classes, sentence.tokens.clone(), published);
        reader.anchor = anchor.filter(|a| at - a.0 <= reach).map(|a| a.1);
        reader.anchor_day = anchor_day.filter(|a| at - a.0 <= reach).map(|a| a.1);
        // Without a day of publication, the year that the text is about, if it has said one.
        reader.story = if history { story } else { reader.anchor.filter(|_| published.is_none()) };
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            let Some(reading) = reader.read(i) else {
                i += 1;
                continue;
            };
            if let (TimeKind::Point, Some(when)) = (reading.kind, reading.when) {
                anchor = Some((at, when));
                reader.anchor = Some(when);
                // "The 1990s" and "1939-45" say where a history is only roughly, "until 1970" where it will be.
                let ends = i > 0 && matches!(classes[reading.start.saturating_sub(1)], words::Class::Word(words::W::Until));
                if !ends && (when.from == when.to || when.precision != Precision::Year) {
                    story = Some(when);
                }
                reader.story = if history || published.is_none() { story } else { None };
                if let Some(day) = when.single_day() {
                    anchor_day = Some((at, day));
                    reader.anchor_day = Some(day);
                }
            }
            i = reading.end.max(i + 1);
            reader.told_end = i;
            mentions.push(mention(text, reading));
        }
    }
    mentions
}

fn mention(text: &Text, reading: Reading) -> TimeMention {
    let tokens = reading.start..reading.end;
    let precision = reading.when.map_or(reading.precision, |w| w.precision);
    let mut date = Date {
        value: None,
        precision: if reading.clock.is_some() { Precision::Time } else { precision },
        from: None,
        to: None,
        text: text.words(&tokens).to_string(),
        implied: Vec::new(),
        duration: None,
        every: None,
    };
    match reading.kind {
        TimeKind::Duration => date.duration = length::iso(&date.text, reading.kind),
        TimeKind::Repeat => date.every = length::iso(&date.text, reading.kind),
        // "The past 12 months" is a stretch and its length.
        TimeKind::Point => date.duration = length::stretch(&date.text),
        _ => {}
    }
    if let (None, Some((hour, minute))) = (reading.when, reading.clock) {
        let time = format!("T{hour:02}:{minute:02}");
        (date.from, date.to) = (Some(time.clone()), Some(time));
    }
    if let Some(when) = reading.when {
        date.value = Some(when.to_string());
        date.from = Some(moment(when.days.0, reading.clock));
        date.to = Some(moment(when.days.1, reading.clock));
        let parts = [(when.implied.year, "year"), (when.implied.month, "month"), (when.implied.day, "day")];
        date.implied = parts.iter().filter(|p| p.0).map(|p| p.1.to_string()).collect();
    }
    TimeMention { tokens, date, kind: reading.kind }
}

/// `2026-01-24`, or `2026-01-24T05:30` in the time that the text tells, whose zone is not resolved.
fn moment(day: Day, clock: Option<(i8, i8)>) -> String {
    let day = calendar::Point::Day(day);
    clock.map_or_else(|| day.to_string(), |(hour, minute)| format!("{day}T{hour:02}:{minute:02}"))
}
