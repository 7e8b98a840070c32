//! Periods: what the time words of a clause say of its scope. A toll over years is cumulative, a day long ago background.

use super::reading::Reading;
use crate::Day;
use crate::mention::time::{TimeKind, TimeMention, days_between, plus_days};
use crate::report::Precision;
use crate::scope::Scope;
use crate::text::Tokens;
use crate::text::calendar::is_weekday;

/// A dated event this many days before the news, or more, is background.
const BACKGROUND_DAYS: i64 = 3;

/// A dated event this many days after that of an encyclopaedia, or more, is none of it.
const AFTERWARDS_DAYS: i64 = 366;

/// An open period that began this many days before the news, or more, adds up more than the news.
const CUMULATIVE_DAYS: i64 = 7;

/// A closed range of this many days or more is a period, not an event.
const RANGE_DAYS: i64 = 14;

/// How far before a period the word stands that makes a rank of it: "the deadliest quake in 20 years".
const RANK_WORDS: usize = 8;

/// An open period that began this many days before the news, or more, is longer than a season.
const SEASON_DAYS: i64 = 200;

/// Prepositions that fill a period: "in eight years".
const FILLING: &[&str] = &["in", "over", "during", "within", "throughout"];

/// What ranks an event among earlier ones: "the deadliest since", "the third in".
const RANKS: &[&str] = &[
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "worst",
    "deadliest",
    "bloodiest",
    "biggest",
    "largest",
    "heaviest",
    "strongest",
    "highest",
    "most",
    "latest",
];

/// A word of a start that the news itself may have: "since Monday", "since dawn".
pub fn is_recent(key: &str) -> bool {
    is_weekday(key) || matches!(key, "yesterday" | "morning" | "midnight" | "dawn" | "noon" | "evening" | "night" | "hours")
}

/// A rank stands before token `at`, in its clause: "the worst attack since".
pub fn is_ranked(reading: Reading, at: usize) -> bool {
    (at.saturating_sub(RANK_WORDS)..at).any(|i| RANKS.contains(&reading.tagged.key(i)))
}

/// The time of a clause makes its counts sums over a period.
pub fn adds_up(reading: Reading, time: &TimeMention, anchor: Option<Day>) -> bool {
    let key = |i: usize| reading.tagged.key(i);
    let start = time.tokens.start;
    let before = start.checked_sub(1).map_or("", key);
    let fills = FILLING.contains(&before) || FILLING.contains(&key(start));
    let words = || time.tokens.clone().map(key);
    let long = || words().any(|k| matches!(k.trim_end_matches('s'), "year" | "month" | "decade" | "week" | "summer" | "winter"));
    let plural = || words().any(|k| matches!(k, "years" | "months" | "decades" | "weeks"));
    if is_ranked(reading, start) {
        return false;
    }
    match time.kind {
        TimeKind::Since => match time.days() {
            Some((from, _)) => anchor.is_none_or(|a| plus_days(a, -CUMULATIVE_DAYS).is_some_and(|limit| from < limit)),
            None => !words().any(is_recent),
        },
        // "Two of the injured died within three weeks."
        TimeKind::Duration => fills && plural() && before != "within",
        TimeKind::Point => {
            let span = || time.days().map(|(from, to)| days_between(from, to));
            let range = matches!(key(start), "between" | "from");
            let recent = words().take(2).any(|k| matches!(k, "past" | "last")) && plural();
            let whole = matches!(before, "over" | "during" | "throughout") && long();
            recent || whole || range && span().is_some_and(|days| days >= RANGE_DAYS)
        }
        TimeKind::Repeat | TimeKind::Clock | TimeKind::Vague => false,
    }
}

/// The period began within one season before the news, as far as its words say.
pub fn is_of_season(time: &TimeMention, anchor: Option<Day>) -> bool {
    began_within(time, anchor, SEASON_DAYS)
}

/// The period began at most this many days before `day`, as far as its words say.
pub fn began_within(time: &TimeMention, day: Option<Day>, most: i64) -> bool {
    match time.days().zip(day) {
        Some(((from, _), day)) => plus_days(day, -most).is_some_and(|limit| from >= limit),
        None => !names_year(time),
    }
}

/// A closed range of weeks or more.
pub fn is_long(time: &TimeMention) -> bool {
    time.days().is_some_and(|(from, to)| days_between(from, to) >= RANGE_DAYS)
}

/// A day long before the news is background, one near it the news; "this winter" settles nothing.
pub fn by_day(reading: Reading, time: &TimeMention, anchor: Option<Day>) -> Option<Scope> {
    let (from, to) = time.days()?;
    let Some(anchor) = anchor else { return says_year(time).then_some(Scope::Background) };
    let limit = plus_days(anchor, -BACKGROUND_DAYS)?;
    let coarse = matches!(time.date.precision, Precision::Month | Precision::Season | Precision::Year);
    let last_week = time.date.precision == Precision::Week && to < anchor && reading.tagged.key(time.tokens.start) == "last";
    // An encyclopaedia goes on with what became of the captain years later; "the worst until the 1988 bombing" ranks.
    // "By 1989 the government had confirmed 1,746 deaths": still of the event.
    let before = |back: usize| time.tokens.start.checked_sub(back).map_or("", |i| reading.tagged.key(i));
    let ranks = (1..=2).any(|back| before(back) == "until") || before(1) == "by";
    let years_later = !ranks
        && says_year(time)
        && reading.published.is_none()
        && plus_days(anchor, AFTERWARDS_DAYS).is_some_and(|limit| from > limit);
    match to < limit || last_week || years_later {
        true => Some(Scope::Background),
        false => (!coarse).then_some(Scope::Current),
    }
}

/// The text says the year itself: "2022", "July 2015".
pub fn says_year(time: &TimeMention) -> bool {
    time.kind == TimeKind::Point && names_year(time)
}

/// The year is said and not inferred, be the time a point or a beginning: "since 2009".
fn names_year(time: &TimeMention) -> bool {
    time.date.value.is_some() && !time.date.implied.iter().any(|part| part == "year")
}

/// "A 2022 shooting", "the 2018 flood": the year stands inside the phrase. Not where it opens the sentence.
pub fn is_attribute(reading: Reading, sentence: &Tokens, time: &TimeMention) -> bool {
    let article = time.tokens.start.checked_sub(1).map_or("", |i| reading.tagged.key(i));
    let year = time.tokens.len() == 1 && time.date.precision == Precision::Year;
    year && says_year(time) && matches!(article, "a" | "an" | "the") && time.tokens.start > sentence.start + 1
}

/// "a day earlier", "three days before", "the previous day": the last word of these.
pub fn is_day_before(reading: Reading, i: usize) -> bool {
    let key = |back: usize| i.checked_sub(back).map_or("", |k| reading.tagged.key(k));
    let days = matches!(key(1), "day" | "days" | "evening" | "night");
    matches!(key(0), "earlier" | "before" | "previously") && days && key(2) != "the" || key(0) == "day" && key(1) == "previous"
}

/// Words of making and birth, whose date is none of the event: "a bridge built in 1968 fell".
const MADE: &[&str] = &[
    "built",
    "constructed",
    "erected",
    "completed",
    "opened",
    "founded",
    "established",
    "formed",
    "launched",
    "created",
    "made",
    "manufactured",
    "commissioned",
    "inaugurated",
    "born",
    "dating",
    "dates",
    "restored",
    "renovated",
    "bought",
    "introduced",
    // "another person dying in 1983": of one of the victims, years after.
    "dying",
];

/// "Built in 1968", "dating from 1890": the year of what was hit.
pub fn is_of_making(reading: Reading, time: &TimeMention) -> bool {
    let key = |back: usize| time.tokens.start.checked_sub(back).map_or("", |i| reading.tagged.key(i));
    let coarse = matches!(time.date.precision, Precision::Month | Precision::Season | Precision::Year);
    coarse && matches!(key(1), "in" | "from" | "to" | "during") && (MADE.contains(&key(2)) || MADE.contains(&key(3)))
}

/// "Last year": the words name a whole year.
pub fn is_whole_year(reading: Reading, time: &TimeMention) -> bool {
    let season = matches!(reading.tagged.key(time.tokens.start + 1), "winter" | "summer" | "spring" | "autumn" | "season");
    let this = reading.tagged.key(time.tokens.start) == "this";
    let words = time.tokens.len() == 2 && (reading.tagged.key(time.tokens.start + 1) == "year" || season && this);
    // "In the year 2016 explosions across the nation killed 306 people".
    let whole = || {
        (time.tokens.end..time.tokens.end + 8).any(|i| {
            let key = |k: usize| reading.tagged.key(k);
            key(i) == "nationwide" || key(i) == "across" && key(i + 1) == "the" && matches!(key(i + 2), "nation" | "country")
        })
    };
    if time.kind == TimeKind::Point && time.date.precision == Precision::Year && says_year(time) && whole() {
        return true;
    }
    time.kind == TimeKind::Point && words && matches!(reading.tagged.key(time.tokens.start), "last" | "this")
}

/// A day or a part of one.
pub fn is_day(time: &TimeMention) -> bool {
    matches!(time.date.precision, Precision::Time | Precision::Day | Precision::PartOfDay)
}
