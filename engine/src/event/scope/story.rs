//! The story: whether the news of a text is an event at all, or a court, a vigil or a report that looks back on one.

use super::super::dates_words;
use super::super::period;
use super::super::reading::Reading;
use super::{LEAD_SENTENCES, Scopes, court};
use crate::frame::Frame;
use crate::frame::chunk::{ChunkKind, Determiner};
use crate::frame::predicate::{Sense, Slot};
use crate::mention::time::{TimeKind, TimeMention};
use crate::report::Kind;
use crate::scope::Scope;

/// Cues of sentences about what follows an event: a court, a memorial, an inquiry.
const AFTERMATH: &[&str] = &["aftermath", "remembered"];

impl Scopes<'_> {
    /// The sentence from which the text tells of an earlier event, where its lead tells of no other.
    pub(super) fn looks_back(&self) -> Option<usize> {
        let reading = self.reading;
        let titles = reading.text.titles();
        let lead = titles + LEAD_SENTENCES;
        // The headline of an inquest may tell of the deaths alone.
        let opens = titles < reading.parse.sentences.len() && is_about_another(reading, titles);
        let judged = opens && (is_judged(reading, titles) || is_commemorated(reading, titles));
        let about = |sentence: usize| is_about_another(reading, sentence) || sentence < titles && opens;
        let mut open = None;
        let mut old = None;
        for sentence in 0..lead.min(reading.parse.sentences.len()) {
            let about_another = about(sentence);
            let told = || reading.frames_of(sentence).filter(|f| happens(f));
            // A court or a vigil may be about an event of last week: what it is about says when it was.
            let news = |f: &Frame| {
                reading.bears(f)
                    && self.of(f) == Scope::Current
                    && (self.is_fresh(f) || old.is_none() && !about_another && !judged && !matches!(f.sense, Sense::Event(_)))
            };
            if told().any(news) {
                return None;
            }
            open = open.or_else(|| told().any(|f| reading.bears(f)).then_some(sentence));
            let words = || self.clauses.get(sentence).is_some_and(|own| own.contains(&Some(Scope::Background)));
            if told().any(|f| self.of(f) == Scope::Background) || about_another && words() {
                old = old.or(open).or(Some(sentence));
            }
        }
        if old.is_some() {
            return old;
        }
        let from = open.filter(|s| about(*s))?;
        let later = reading.parse.frames.iter().filter(|f| f.sentence >= lead && happens(f) && reading.bears(f));
        let dated = later.into_iter().find(|f| self.is_fresh(f) || self.of(f) == Scope::Background);
        // A court that has judged speaks of what was done long before, whether or not the text says when.
        let judged = is_judged(reading, from)
            || from < titles && judged
            || is_of_known_dead(reading, from)
            || is_commemorated(reading, from);
        dated.map_or(judged, |f| self.of(f) == Scope::Background).then_some(from)
    }

    /// The text looks back, and nothing between the earlier event and the frame is dated as news.
    pub(super) fn is_of_old_story(&self, frame: &Frame) -> bool {
        let Some(from) = self.story.filter(|from| *from <= frame.sentence && happens(frame)) else { return false };
        let mut before = self.reading.parse.frames.iter().filter(|f| (from..=frame.sentence).contains(&f.sentence) && happens(f));
        !before.any(|f| self.is_fresh(f))
    }

    /// A day near the news stands with the frame and is not that of the words.
    fn is_fresh(&self, frame: &Frame) -> bool {
        let reading = self.reading;
        let clause = reading.clause(frame.sentence, frame.clause);
        // "was killed in the manhunt four days later": reckoned from what the text tells.
        let later = |t: &TimeMention| {
            t.days().is_none() && matches!(reading.tagged.key(t.tokens.end - 1), "later" | "after" | "afterwards" | "next")
        };
        let recent = |t: &TimeMention| {
            let day = period::by_day(reading, t, self.anchor) == Some(Scope::Current) || t.days().is_none() && period::is_day(t);
            t.kind == TimeKind::Point && day && !later(t) && !dates_words(reading, frame, t.tokens.start)
        };
        let of_court = is_about_another(reading, frame.sentence)
            && !matches!(reading.chunks(frame.sentence)[frame.chunk].kind, ChunkKind::Verb(_));
        let dated = match self.own_date(frame) {
            Some(own) => recent(own),
            None if is_about_another(reading, frame.sentence) => {
                !of_court && reading.times(&clause).any(|t| recent(t) && self.dates_verb(frame, t))
            }
            None => reading.times(&clause).any(recent),
        };
        // "At noon on Friday, three years after the first bomb had gone off, bells rang"
        let key = |i: usize| reading.tagged.key(i);
        let long_ago = (reading.sentence(frame.sentence).start..frame.trigger.start)
            .any(|i| matches!(key(i), "years" | "year" | "decades" | "months") && matches!(key(i + 1), "after" | "since"));
        dated && !long_ago && self.of_clause(frame) == Scope::Current
    }

    /// In "an inquest heard on Monday that two were killed", and in "… after he shot a guard was jailed today", the day is that of
    /// the court: a verb has the day that no other verb stands nearer to.
    fn dates_verb(&self, frame: &Frame, time: &TimeMention) -> bool {
        let chunks = self.reading.chunks(frame.sentence).iter().enumerate();
        let mut before = chunks.filter(|(_, c)| matches!(c.kind, ChunkKind::Verb(_)) && c.tokens.end <= time.tokens.start);
        before.next_back().is_none_or(|(at, _)| at == frame.chunk)
    }

    /// The date behind the frame's own words is of another time than the news.
    pub(super) fn is_of_old_day(&self, frame: &Frame) -> bool {
        self.own_date(frame).is_some_and(|t| period::by_day(self.reading, t, self.anchor) == Some(Scope::Background))
    }

    /// The date that stands behind the noun or verb of an event: "the attack in Nice in July 2016", "overturned in 2018 was jailed".
    pub(super) fn own_date(&self, frame: &Frame) -> Option<&TimeMention> {
        let reading = self.reading;
        let mut chunks = reading.chunks(frame.sentence).iter().skip(frame.chunk);
        chunks.next()?;
        let behind =
            chunks.take_while(|c| matches!(c.kind, ChunkKind::Noun(_) | ChunkKind::Prep | ChunkKind::Adj | ChunkKind::Time));
        let sentence = reading.sentence(frame.sentence);
        let other = |t: &TimeMention| period::is_attribute(reading, &sentence, t) || period::is_of_making(reading, t);
        let dates = |t: &&TimeMention| t.kind == TimeKind::Point && t.days().is_some() && !other(t);
        behind.filter_map(|c| reading.times(&c.tokens).find(dates)).next()
    }
}

/// The sentence tells of a court, a memorial or an inquiry.
pub(super) fn is_about_another(reading: Reading, sentence: usize) -> bool {
    let range = reading.sentence(sentence);
    AFTERMATH.iter().any(|cue| reading.has_cue(range.clone(), cue))
}

/// "justice for the 12 protesters shot dead": all the harm that the sentence tells of is that of people whom the reader is taken
/// to know of.
fn is_of_known_dead(reading: Reading, sentence: usize) -> bool {
    let harm: Vec<&Frame> = reading.frames_of(sentence).filter(|f| matches!(f.sense, Sense::Harm(_))).collect();
    let known = |f: &&Frame| {
        let victims = f.filled(Slot::Victims).next().filter(|c| *c < f.chunk);
        let definite = victims.and_then(|c| reading.phrase(sentence, c)).is_some_and(|(p, _)| p.det == Determiner::Definite);
        definite && reading.verb(f).is_some_and(|g| g.participle)
    };
    !harm.is_empty() && harm.iter().all(known)
}

/// Words of what is long over: nobody marks the anniversary of what is news.
const COMMEMORATING: &[&str] =
    &["anniversary", "anniversaries", "centenary", "bicentenary", "commemoration", "commemorations", "commemorative", "memorial"];

/// The sentence tells that an event of old is remembered, and not of a service for the dead of the week.
fn is_commemorated(reading: Reading, sentence: usize) -> bool {
    let range = reading.sentence(sentence);
    // "Killed 12 people on the anniversary of the invasion" is news.
    let harm = reading.frames_of(sentence).find(|f| matches!(f.sense, Sense::Harm(_))).map_or(range.end, |f| f.trigger.start);
    let mut keys = (range.start..harm).map(|i| reading.tagged.key(i));
    let since = reading.cues(range.start..harm).any(|(cue, _)| reading.tagged.key(cue.tokens.start) == "years");
    since
        || keys.clone().any(|key| COMMEMORATING.contains(&key))
            && !keys.any(|key| matches!(key, "service" | "services" | "vigil"))
}

/// A verb of the sentence says that a court has judged: "was sentenced", "found guilty", "given life in prison".
fn is_judged(reading: Reading, sentence: usize) -> bool {
    // "Gunmen killed a judge who had sentenced several militants."
    let aside = |at: usize| at > 0 && reading.chunks(sentence)[at - 1].kind == ChunkKind::Subordinator;
    let inquest = reading.sentence(sentence).any(|i| matches!(reading.tagged.key(i), "inquest" | "coroner"));
    inquest
        || reading.chunks(sentence).iter().enumerate().any(|(at, chunk)| match &chunk.kind {
            ChunkKind::Verb(group) => court::is_judging(reading.tagged.key(group.main)) && !aside(at),
            ChunkKind::Adj => reading.tagged.key(chunk.tokens.start) == "guilty",
            _ => false,
        })
}

/// The frame tells of an event or of people killed or hurt, and not of what the law does with those who did it.
fn happens(frame: &Frame) -> bool {
    match frame.sense {
        Sense::Harm(kind) => kind != Kind::Arrested,
        Sense::Effect(_) | Sense::Weapon(_) | Sense::Event(_) => true,
        Sense::Speech(_) | Sense::Talks | Sense::Reach => false,
    }
}
