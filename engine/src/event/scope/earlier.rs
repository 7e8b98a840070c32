//! Earlier events: which words of a sentence tell of another event than the news.

use super::super::period;
use super::{Scopes, court};
use crate::frame::Frame;
use crate::frame::chunk::ChunkKind;
use crate::frame::predicate::{Sense, Slot};
use crate::mention::time::{TimeKind, TimeMention};
use crate::report::{Action, Effect, Kind, Precision};
use crate::scope::Scope;
use crate::text::Tokens;

/// Verbs that set the news beside an earlier event: "it comes two weeks after".
const FOLLOWING: &[&str] =
    &["comes", "came", "come", "follows", "followed", "happened", "happens", "occurred", "occurs", "took", "takes", "was", "is"];

/// Words that set another event beside the news.
const COMPARING: &[&str] = &["unlike", "recalling", "echoing", "mirroring"];

impl Scopes<'_> {
    /// "The massacre was part of the riots of 1929, in which 133 were killed": what holds the event that the text has told of.
    fn larger_event(&self, sentence: usize) -> Option<Tokens> {
        let reading = self.reading;
        let range = reading.sentence(sentence);
        let key = |i: usize| reading.tagged.key(i);
        let told = self.first.is_some_and(|(first, _)| first < sentence);
        // "It was the first of a week of attacks in which …"
        let one = |i: usize| key(i) == "part" && key(i + 1) == "of" || key(i) == "the" && key(i + 2) == "of" && key(i + 3) == "a";
        let part = range.clone().find(|i| matches!(key(*i), "was" | "were" | "is") && one(i + 1)).filter(|_| told);
        let relative = part
            .and_then(|part| (part + 3..range.end).find(|i| matches!(key(*i), "which" | "that" | "when" | "where" | "during")));
        // "It was not even the worst of that month: at Monongah 362 were killed."
        let worst = || {
            let rank = range.clone().find(|i| matches!(key(*i), "worst" | "deadliest" | "bloodiest")).filter(|_| told)?;
            (rank..range.end).find(|i| key(*i) == ":").filter(|_| (range.start..rank).any(|i| matches!(key(i), "not" | "n't")))
        };
        Some(relative.or_else(worst)?..range.end)
    }

    /// The words of a sentence that tell of an earlier event: behind "a 2005 crash", "the worst since", "it comes
    /// four days after", and before the comma of "two years after a quake …,".
    pub(super) fn told_as_earlier(&self, sentence: usize) -> Vec<Tokens> {
        let reading = self.reading;
        let range = reading.sentence(sentence);
        let mut spans = Vec::new();
        spans.extend(self.larger_event(sentence));
        for time in reading.times(&range) {
            let last = reading.tagged.key(time.tokens.end.saturating_sub(1));
            let attribute = period::is_attribute(reading, &range, time)
                && period::by_day(reading, time, self.anchor) != Some(Scope::Current)
                && !self.anchor.is_some_and(|a| time.days().is_some_and(|(from, to)| from <= a && a <= to));
            let ranked = time.kind == TimeKind::Since && period::is_ranked(reading, time.tokens.start);
            // "the deadliest until 2015, when 34 were killed".
            let until = time.tokens.start.checked_sub(1).is_some_and(|i| reading.tagged.key(i) == "until")
                && period::is_ranked(reading, time.tokens.start);
            if attribute || ranked || until {
                spans.push(time.tokens.start..range.end);
            }
            // "in a crisis since March after armed groups attacked a village"
            let coarse = matches!(time.date.precision, Precision::Month | Precision::Season | Precision::Year);
            if coarse
                && time.tokens.start > range.start
                && matches!(reading.tagged.key(time.tokens.end), "after" | "when")
                && self.is_long_before(time)
            {
                spans.push(time.tokens.end..range.end);
            }
            if last == "after" {
                if time.tokens.start == range.start {
                    let comma = time.tokens.clone().end..range.end;
                    let end = comma.clone().find(|i| reading.tagged.key(*i) == ",").unwrap_or(range.end);
                    let long =
                        time.tokens.clone().any(|i| matches!(reading.tagged.key(i), "years" | "year" | "months" | "decades"));
                    spans.extend(long.then_some(time.tokens.end..end));
                } else if self.is_long_ago(time)
                    || self.follows(&(range.start..time.tokens.start))
                    || self.adds_to_attack(sentence, time)
                    || self.is_told_weeks_after(sentence, time)
                {
                    spans.push(time.tokens.end..range.end);
                }
            }
        }
        spans.extend(self.deed_of_day_before(sentence));
        // "Unlike in Kelm, where thousands died, …"
        if COMPARING.contains(&reading.tagged.key(range.start)) {
            let comma = |from: usize| (from..range.end).find(|i| reading.tagged.key(*i) == ",");
            let relative = |i: usize| matches!(reading.tagged.key(i + 1), "where" | "which" | "when" | "who");
            let end = comma(range.start).and_then(|i| if relative(i) { comma(i + 1) } else { Some(i) });
            spans.extend(end.map(|end| range.start..end));
        }
        // "It comes after an attack last month in which 13 died", "the anniversary of the flood that killed 30".
        for (cue, name) in reading.cues(range.clone()) {
            let after = name == "background"
                && (range.start..cue.tokens.start)
                    .any(|i| reading.tagged.key(i) == "after" || reading.tagged.key(i).starts_with("follow"))
                && self.follows(&(range.start..cue.tokens.start));
            let of = name == "remembered"
                && reading.tagged.key(cue.tokens.start) == "anniversary"
                && matches!(reading.tagged.key(cue.tokens.end), "of" | "since");
            spans.extend((after || of).then_some(cue.tokens.start..range.end));
        }
        spans.extend(self.hours_apart(sentence));
        spans.extend(self.recalled_event(sentence));
        // "the second on the line since a crash that …": without a date.
        let ranked = range.clone().find(|i| reading.tagged.key(*i) == "since" && period::is_ranked(reading, *i));
        spans.extend(ranked.map(|i| i..range.end));
        spans
    }

    /// "Such as the killing the day before of the banker", "the bombing a week earlier": another deed, told in its noun.
    fn deed_of_day_before(&self, sentence: usize) -> Option<Tokens> {
        let key = |i: usize| self.reading.tagged.key(i);
        let noun = |f: &&Frame| {
            let at = f.trigger.end;
            let unit = matches!(key(at + 1).trim_end_matches('s'), "day" | "night" | "week" | "month" | "year");
            f.predicate.part_of_speech() == "n"
                && matches!(f.sense, Sense::Harm(_) | Sense::Event(_))
                && unit
                && matches!(key(at + 2), "before" | "earlier")
        };
        let found = self.reading.frames_of(sentence).find(noun)?;
        Some(found.trigger.start..self.reading.clause(sentence, found.clause).end)
    }

    /// A month or year that was over before the news, or from which on something has lasted.
    fn is_long_before(&self, time: &TimeMention) -> bool {
        match time.kind {
            TimeKind::Since => !period::is_ranked(self.reading, time.tokens.start),
            _ => period::by_day(self.reading, time, self.anchor) == Some(Scope::Background),
        }
    }

    /// "The incident came hours after scores drowned in Kelm", "a few hours before the hotel blast a bomb wounded one".
    fn hours_apart(&self, sentence: usize) -> Option<Tokens> {
        let reading = self.reading;
        let range = reading.sentence(sentence);
        let key = |i: usize| reading.tagged.key(i);
        let unit = |i: usize| {
            matches!(key(i), "minutes" | "hours" | "days" | "weeks" | "months" | "hour" | "day" | "week" | "month")
                && sentence > 0
        };
        let at = (range.start + 1..range.end).find(|i| matches!(key(*i), "after" | "before") && unit(i - 1))?;
        if key(at) == "after" {
            return self.follows(&(range.start..at)).then_some(at + 1..range.end);
        }
        let event = |f: &&Frame| matches!(f.sense, Sense::Event(_)) && f.trigger.start > at && f.trigger.start <= at + 4;
        let named = reading.frames_of(sentence).find(event).filter(|_| key(at + 1) == "the")?;
        let harm = |f: &Frame| matches!(f.sense, Sense::Harm(_)) && f.trigger.start >= named.trigger.end && reading.bears(f);
        reading.frames_of(sentence).any(harm).then_some(at..range.end)
    }

    /// "The trial of ten men over the attack on a hall, where 90 people died, opened", "a memorial to the ferry disaster, in which
    /// 852 people died": what the court or the memorial is about, where no day is told of it.
    fn recalled_event(&self, sentence: usize) -> Option<Tokens> {
        let reading = self.reading;
        let range = reading.sentence(sentence);
        let court = range.clone().find(|i| court::is_outcome(reading.tagged.key(*i)));
        let memorial = || reading.cues(range.clone()).find(|(_, name)| *name == "remembered").map(|(cue, _)| cue.tokens.start);
        let from = court.or_else(memorial)?;
        let named =
            |f: &&Frame| matches!(f.sense, Sense::Event(_)) && f.predicate.part_of_speech() == "n" && f.trigger.start > from;
        let tragedy = || (from..range.end).find(|i| matches!(reading.tagged.key(*i), "disaster" | "tragedy" | "catastrophe"));
        let event = reading.frames_of(sentence).find(named).map(|f| f.trigger.start).or_else(tragedy)?;
        let chunks = reading.chunks(sentence);
        let own = chunks.iter().position(|c| c.tokens.contains(&event))?;
        let hangs =
            |k: &usize| matches!(chunks[*k].kind, ChunkKind::Noun(_) | ChunkKind::Prep | ChunkKind::Comma | ChunkKind::Adj);
        let end = (own + 1..chunks.len()).find(|k| !hangs(k)).filter(|k| chunks[*k].kind == ChunkKind::Subordinator)?;
        let start = chunks[end].tokens.start;
        let relative = matches!(reading.tagged.key(start), "which" | "where" | "that");
        let day = |t: &TimeMention| t.kind == TimeKind::Point && period::is_day(t);
        let harm = reading.frames_of(sentence).find(|f| matches!(f.sense, Sense::Harm(_)) && f.trigger.start > start)?;
        // Behind the comma the main clause goes on, with its own day.
        let close = (harm.trigger.end..range.end).find(|i| reading.tagged.key(*i) == ",").unwrap_or(range.end);
        let undated = !reading.times(&(event..close)).any(day);
        (relative && undated).then_some(start..close)
    }

    /// "killed in the Second World War": a war of the past right behind the harm.
    pub(super) fn is_of_old_war(&self, frame: &Frame) -> bool {
        let key = |i: usize| self.reading.tagged.key(i);
        let end = frame.trigger.end;
        let led = matches!(key(end), "in" | "during") && matches!(frame.sense, Sense::Harm(_));
        led && (end + 1..end + 4).any(|i| key(i) == "world" && key(i + 1) == "war")
    }

    /// "… a church bombing in January. The bombing, which killed 20 people, …": the event of an earlier day, named again.
    pub(super) fn is_of_event_named_before(&self, frame: &Frame) -> bool {
        let reading = self.reading;
        let Some(previous) = frame.sentence.checked_sub(1).filter(|_| matches!(frame.sense, Sense::Harm(_))) else {
            return false;
        };
        let start = reading.clause(frame.sentence, frame.clause).start;
        let relative = matches!(reading.tagged.key(start), "which" | "that");
        let named = |f: &&Frame| {
            let noun =
                matches!(f.sense, Sense::Event(_)) && f.predicate.part_of_speech() == "n" && f.trigger.end <= frame.trigger.start;
            let behind = f.trigger.end <= start && start <= f.trigger.end + 1;
            let the = (1..=3).any(|k| f.trigger.start.checked_sub(k).is_some_and(|i| reading.tagged.key(i) == "the"));
            noun && the && relative && behind
        };
        let Some(event) = reading.frames_of(frame.sentence).find(named) else { return false };
        // "in January", behind news of a day.
        let month = |f: &Frame| {
            let news = self.first.is_some_and(|(s, _)| s < f.sentence && reading.times(&reading.sentence(s)).any(period::is_day));
            news && self.own_date(f).is_some_and(|t| t.date.precision == Precision::Month)
        };
        let same = |f: &Frame| f.predicate.lemma() == event.predicate.lemma() && (self.is_of_old_day(f) || month(f));
        (previous.saturating_sub(1)..=previous).any(|s| reading.frames_of(s).any(same))
    }

    /// "The crash follows the deaths of three people near Kelm": what the news follows was before it.
    pub(super) fn is_followed(&self, frame: &Frame) -> bool {
        let reading = self.reading;
        let range = reading.sentence(frame.sentence);
        let key = |i: usize| reading.tagged.key(i);
        let verb = range.clone().take(8).find(|i| key(*i) == "follows");
        let news = |i: usize| NEWS.contains(&key(i)) || matches!(key(i), "it" | "this" | "that");
        let told = self.first.is_some_and(|(s, _)| s < frame.sentence) && matches!(frame.sense, Sense::Harm(_));
        told && verb.is_some_and(|v| v > range.start && v < frame.trigger.start && news(v - 1))
    }

    /// "It comes", "the blast came": the news is the subject of a verb of following.
    fn follows(&self, range: &Tokens) -> bool {
        let verb = range.clone().find(|i| FOLLOWING.contains(&self.reading.tagged.key(*i)));
        let harm = |f: &Frame| range.contains(&f.trigger.start) && matches!(f.sense, Sense::Harm(_) | Sense::Effect(_));
        verb.is_some() && !self.reading.parse.frames.iter().any(harm)
    }

    /// "Eleven years after".
    pub(in crate::event) fn is_long_ago(&self, time: &TimeMention) -> bool {
        time.tokens.clone().any(|i| matches!(self.reading.tagged.key(i), "years" | "months" | "decades" | "year" | "decade"))
    }

    /// "Parliament voted, not a month after the shooting in which 50 were killed": what is told weeks after harms nobody.
    fn is_told_weeks_after(&self, sentence: usize, time: &TimeMention) -> bool {
        let harms = |f: &Frame| {
            f.trigger.start < time.tokens.start
                && matches!(f.sense, Sense::Harm(_) | Sense::Effect(_) | Sense::Weapon(_) | Sense::Event(_))
        };
        let weeks = time.tokens.clone().any(|i| matches!(self.reading.tagged.key(i), "weeks" | "month" | "fortnight"));
        weeks && !self.reading.frames_of(sentence).any(harms)
    }

    /// "Jets struck Kelm, a day after rockets hit Norvin": two attacks, of which the one behind is the earlier. What is found,
    /// or dies, days after an attack belongs to it.
    fn adds_to_attack(&self, sentence: usize, time: &TimeMention) -> bool {
        let start = time.tokens.start;
        let days = time.tokens.clone().any(|i| {
            matches!(self.reading.tagged.key(i).trim_end_matches('s'), "day" | "week" | "month" | "year" | "fortnight" | "decade")
        });
        let strikes = |f: &Frame| matches!(f.sense, Sense::Effect(Effect::Hit) | Sense::Weapon(Action::Launched | Action::Hit));
        let frames = || self.reading.frames_of(sentence).filter(|f| strikes(f) && self.reading.bears(f));
        // "Eleven were killed, two weeks after 118 people lost their lives": two tolls.
        let toll = |f: &&Frame| f.sense == Sense::Harm(Kind::Killed) && self.counts_several(f);
        let tolls = || self.reading.frames_of(sentence).filter(toll);
        let two = tolls().any(|f| f.trigger.end <= start) && tolls().any(|f| f.trigger.start >= time.tokens.end);
        days && (two || frames().any(|f| f.trigger.end <= start) && frames().any(|f| f.trigger.start >= time.tokens.end))
    }

    /// The frame has a number of victims above one.
    fn counts_several(&self, frame: &Frame) -> bool {
        let mut phrases =
            frame.filled(Slot::Victims).chain(frame.filled(Slot::Amount)).filter_map(|c| self.reading.phrase(frame.sentence, c));
        phrases.any(|(p, _)| p.quantity.is_some_and(|q| self.reading.mentions.quantities[q].amount.figure() > 1))
    }
}

/// Nouns by which a text names its news.
const NEWS: &[&str] = &[
    "crash",
    "accident",
    "collision",
    "incident",
    "shooting",
    "attack",
    "death",
    "deaths",
    "blast",
    "explosion",
    "fire",
    "stabbing",
    "tragedy",
    "killing",
    "strike",
    "raid",
];
