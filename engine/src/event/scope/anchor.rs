//! The anchor: the day against which the text says "earlier" and "last month".

use super::super::period;
use super::super::reading::Reading;
use super::story::is_about_another;
use super::{LEAD_SENTENCES, court};
use crate::Day;
use crate::frame::Frame;
use crate::frame::chunk::ChunkKind;
use crate::frame::predicate::Sense;
use crate::mention::time::{TimeKind, TimeMention};

/// News is no older than this when it is told, by its day or by its month; a trial or an anniversary is.
const OLD_NEWS_DAYS: (i32, i32) = (100, 45);

/// The last day of the first dated harm or attack of the lead, else the day of publication. What a relative clause or a
/// participle tells does not date the news.
pub(super) fn of_news(reading: Reading) -> Option<Day> {
    let aside = |f: &Frame| {
        let chunks = reading.chunks(f.sentence);
        let first = chunks.iter().find(|c| c.clause == f.clause);
        let relative = first.is_some_and(|c| {
            c.kind == ChunkKind::Subordinator
                && matches!(reading.tagged.key(c.tokens.start), "where" | "which" | "who" | "that" | "whose")
        });
        let participle = reading.verb(f).is_some_and(|g| g.participle);
        relative || participle && f.chunk > 0 && chunks[f.chunk - 1].kind == ChunkKind::Comma
    };
    let lead = reading.parse.frames.iter().filter(|f| {
        f.sentence < LEAD_SENTENCES && !matches!(f.sense, Sense::Speech(_) | Sense::Talks) && !f.negated && !aside(f)
    });
    let mut days = lead.filter_map(|f| {
        let clause = reading.clause(f.sentence, f.clause);
        let sentence = reading.sentence(f.sentence);
        let dates = |t: &&TimeMention| {
            t.kind == TimeKind::Point && !period::is_attribute(reading, &sentence, t) && !period::is_of_making(reading, t)
        };
        let exact = reading.times(&clause).filter(dates).filter(|t| period::is_day(t)).find_map(|t| t.days());
        // "The cyclone of 1970 … struck in November 1970": the month within the year.
        let coarse = || {
            let mut all = reading.times(&clause).filter(dates).filter_map(|t| t.days());
            let first = all.next()?;
            let narrower = |(from, to): &(Day, Day)| *from >= first.0 && *to <= first.1;
            Some(all.filter(narrower).min_by_key(|(from, to)| (*to - *from).get_days()).unwrap_or(first))
        };
        let days = |limit: i32| move |(_, to): (Day, Day)| (to, limit);
        let month = || coarse().filter(|_| !undated_before(reading, f.sentence)).map(days(OLD_NEWS_DAYS.1));
        exact.map(days(OLD_NEWS_DAYS.0)).or_else(month)
    });
    let exact = |day: Day| (day, OLD_NEWS_DAYS.0);
    let titles = reading.text.titles();
    let looks_back = (0..=titles).any(|s| is_about_another(reading, s));
    let recalls = (0..titles + LEAD_SENTENCES).any(|s| s < reading.parse.sentences.len() && is_recalled(reading, s));
    let told = || opening_day(reading).or_else(|| told_day(reading)).filter(|_| !looks_back).map(exact);
    // "… was a gas leak on 3 December 1984. In 2008 the families of 3,787 victims were paid": the day comes before the year.
    // "09/30/2019: Gunmen raided a camp … hostages were freed on October 18, 2019": a note hangs on the day it opens with.
    let dated = match day_of_note(reading).map(exact).or_else(|| days.next()) {
        Some(coarse) if coarse.1 != OLD_NEWS_DAYS.0 && reading.published.is_none() => {
            // "The cyclone of 1970 was a storm that struck in November 1970."
            let same = |day: &Day| day.year() == coarse.0.year();
            let month = || defining_month(reading).filter(same).map(|day| (day, OLD_NEWS_DAYS.1));
            told().or_else(|| day_within(reading, coarse.0).map(exact)).or_else(month).or(Some(coarse))
        }
        found => {
            let month = || defining_month(reading).filter(|_| !looks_back).map(|day| (day, OLD_NEWS_DAYS.1));
            found.or_else(told).or_else(month).or_else(|| lead_day(reading).filter(|_| !looks_back).map(exact))
        }
    };
    // "Sentenced to life over blasts in November 2007": no news is dated by what a court judges.
    let judged = |day: Day| {
        (0..=titles).any(|s| {
            let range = reading.sentence(s);
            let court = range.clone().any(|i| court::is_sentencing(reading.tagged.key(i)));
            court && reading.times(&range).any(|t| period::says_year(t) && t.days().is_some_and(|(_, to)| to == day))
        })
    };
    if reading.published.is_none() && (recalls || dated.is_some_and(|(day, _)| judged(day))) {
        return None;
    }
    // A future day plans, one long before the day of publication is told as context: neither dates the news.
    // A database or an encyclopaedia tells the day of its event, however long ago.
    let near = |day: Day, limit: i32| {
        let told = limit == OLD_NEWS_DAYS.0 && !looks_back;
        reading.published.is_none_or(|p| day <= p && ((p - day).get_days() <= limit || told))
    };
    dated.filter(|(day, limit)| near(*day, *limit)).map(|(day, _)| day).or(reading.published)
}

/// A sentence before this one tells of an event on a day without a date: "a mill burned on Monday … In 2012 a fire killed 112".
pub(super) fn undated_before(reading: Reading, sentence: usize) -> bool {
    (0..sentence).any(|s| {
        let range = reading.sentence(s);
        let undated = |t: &TimeMention| t.kind == TimeKind::Point && t.days().is_none() && period::is_day(t);
        let happens = |f: &Frame| matches!(f.sense, Sense::Event(_) | Sense::Harm(_) | Sense::Effect(_));
        reading.times(&range).any(undated) && reading.frames_of(s).any(happens)
    })
}

/// The day that a text opens with, where its first sentence tells of harm there ("On the evening of 14 July 2016, a lorry was
/// driven …") or begins with it ("On 4 May 2023, the army clashed with rebels"). A text without a day of publication hangs on it
/// in any case.
fn opening_day(reading: Reading) -> Option<Day> {
    let opening = reading.text.opening()?;
    let sentence = reading.sentence(opening);
    let exact = |t: &&TimeMention| {
        t.kind == TimeKind::Point && period::is_day(t) && !period::is_of_making(reading, t) && !is_nowadays(reading, t)
    };
    let day = reading.times(&sentence).find(exact)?;
    let harms = || reading.frames_of(opening).any(|f| matches!(f.sense, Sense::Harm(_)));
    let opens = day.tokens.start <= sentence.start + 1;
    if opens || reading.published.is_none() || harms() { day.days().map(|(_, to)| to) } else { None }
}

/// "The Tamsui uprising was a revolt … in October 1915": the month or year by which an encyclopaedia defines its event.
fn defining_month(reading: Reading) -> Option<Day> {
    let opening = reading.text.opening().filter(|_| is_undated(reading))?;
    let sentence = reading.sentence(opening);
    let key = |i: usize| reading.tagged.key(i);
    // "broke out in May 1866"
    let occurs = |i: usize| matches!(key(i), "broke" | "began" | "struck" | "lasted") || OCCURS.contains(&key(i));
    let defines = |i: usize| matches!(key(i), "was" | "were") && matches!(key(i + 1), "a" | "an" | "the" | "one") || occurs(i);
    let verb = sentence.clone().find(|i| defines(*i))?;
    // Without a headline the event itself must be what is defined.
    let named = |f: &Frame| matches!(f.sense, Sense::Event(_)) && f.trigger.start < verb;
    if reading.text.titles() == 0 && !reading.frames_of(opening).any(named) {
        return None;
    }
    let court = sentence.clone().any(|i| court::is_word(key(i)));
    let dates = |t: &&TimeMention| {
        t.kind == TimeKind::Point && t.tokens.start > verb && period::says_year(t) && !period::is_of_making(reading, t)
    };
    reading.times(&sentence).find(dates).filter(|_| !court)?.days().map(|(_, to)| to)
}

/// "On May 24, 1964 Peru played Argentina in Lima. … Officially 328 died": the first day with its year that the lead of a text
/// without a time of its own tells.
fn lead_day(reading: Reading) -> Option<Day> {
    let last = (reading.text.titles() + LEAD_SENTENCES).min(reading.parse.sentences.len());
    let lead = 0..last.checked_sub(1).map(|s| reading.sentence(s).end).filter(|_| is_undated(reading))?;
    let exact = |t: &&TimeMention| {
        t.kind == TimeKind::Point && period::is_day(t) && period::says_year(t) && !period::is_of_making(reading, t)
    };
    reading.times(&lead).find(exact)?.days().map(|(_, to)| to)
}

/// "The 1902 eruption of … On 8 May the summit tore open": the first day without a year of its own, of the year that the lead tells.
fn day_within(reading: Reading, end: Day) -> Option<Day> {
    let of_year = |t: &&TimeMention| {
        let day = t.kind == TimeKind::Point && period::is_day(t) && !period::is_long(t) && !period::is_of_making(reading, t);
        day && !period::says_year(t) && t.days().is_some_and(|(_, to)| to.year() == end.year())
    };
    reading.mentions.times.iter().find(of_year)?.days().map(|(_, to)| to)
}

/// "It happened", "it took place": words that tell of an event named before.
const OCCURS: &[&str] = &["happened", "occurred", "place"];

/// The day that the very first words of a text without another day of its own give, with its year.
fn day_of_note(reading: Reading) -> Option<Day> {
    let opening = reading.text.opening()?;
    let sentence = reading.sentence(opening);
    let first = reading.times(&sentence).next().filter(|t| t.tokens.start <= sentence.start + 1)?;
    let whole = first.kind == TimeKind::Point && period::is_day(first) && period::says_year(first);
    if whole && is_undated(reading) { first.days().map(|(_, to)| to) } else { None }
}

/// "Skopje (North Macedonia today)", "the Aniline Factory (today BASF)", "in the last ten minutes": tells no day.
fn is_nowadays(reading: Reading, time: &TimeMention) -> bool {
    let key = |i: usize| reading.tagged.key(i);
    let brief = time.tokens.clone().any(|i| matches!(key(i), "minutes" | "seconds"));
    let aside = key(time.tokens.end) == ")" || time.tokens.start > 0 && key(time.tokens.start - 1) == "(";
    brief || key(time.tokens.start) == "today" && aside
}

/// No day of publication and no "on Monday" ties the text to a time of its own.
fn is_undated(reading: Reading) -> bool {
    let tied = |t: &TimeMention| t.kind == TimeKind::Point && t.days().is_none() && period::is_day(t) && !is_nowadays(reading, t);
    reading.published.is_none() && !reading.mentions.times.iter().any(tied)
}

/// The sentence tells of a vigil or of those who remember.
fn is_recalled(reading: Reading, sentence: usize) -> bool {
    reading.sentence(sentence).any(|i| matches!(reading.tagged.key(i), "vigil" | "vigils" | "remember" | "commemorate"))
}

/// The first day with a year on which something happens, in a text that no day of publication and no "on Monday" ties to a
/// time of its own: an encyclopaedia tells when the ship was built before it tells when she sank.
fn told_day(reading: Reading) -> Option<Day> {
    if !is_undated(reading) {
        return None;
    }
    let happens = |f: &Frame| matches!(f.sense, Sense::Event(_) | Sense::Harm(_) | Sense::Effect(_)) && !f.negated;
    let took = |i: usize| reading.tagged.key(i - 1) == "took";
    let day = reading.mentions.times.iter().filter(|t| t.kind == TimeKind::Point).find(|t| {
        let verb = |i: usize| OCCURS.contains(&reading.tagged.key(i)) && (reading.tagged.key(i) != "place" || took(i));
        let occurs = |s: usize| (reading.sentence(s).start + 1..t.tokens.start).any(verb);
        let told = reading.text.sentence_of(t.tokens.start).is_some_and(|s| reading.frames_of(s).any(happens) || occurs(s));
        told && period::is_day(t) && period::says_year(t) && !period::is_of_making(reading, t)
    })?;
    day.days().map(|(_, to)| to)
}
