//! Scope: which clauses tell the news and which its context.

mod anchor;
mod court;
mod earlier;
mod played;
mod punished;
mod running;
mod story;

use super::period;
use super::reading::Reading;
use crate::Day;
use crate::frame::Frame;
use crate::frame::chunk::{Chunk, ChunkKind, Determiner};
use crate::frame::predicate::{Sense, Slot};
use crate::lexicon::Match;
use crate::mention::time::{TimeKind, TimeMention};
use crate::report::{Kind, Precision};
use crate::scope::Scope;
use crate::text::{Tokens, calendar};
pub use running::{date_headlines, set_tallies_apart, take_as_news};

/// The lead: how many sentences may date the news.
const LEAD_SENTENCES: usize = 3;

/// Modals that tell what has not happened.
const UNREAL: &[&str] =
    &["could", "may", "might", "would", "will", "shall", "should", "can", "must", "'ll", "won't", "wouldn't", "wo"];

/// Verbs that raise what is not known to have happened.
const UNSURE: &[&str] =
    &["feared", "set", "expected", "due", "scheduled", "planned", "likely", "about", "going", "presumed", "supposed"];

/// What has a beginning and is one disaster: "since the start of the rainy season".
const IN_ONE_DISASTER: &[&str] =
    &["monsoon", "rains", "rainy", "floods", "flooding", "outbreak", "heatwave", "eruption", "landfall", "earthquake", "quake"];

/// Verbs of what starts and goes on.
const BEGINNING: &[&str] = &["began", "begun", "started", "broke", "erupted", "resumed", "launched", "intensified", "escalated"];

/// Verbs of those who look back.
const RECALLING: &[&str] =
    &["remember", "remembered", "remembering", "commemorate", "commemorated", "commemorating", "commemorates"];

/// So many victims without a named event are the sum of a year, even where a text begins with them.
const MANY: u64 = 100;

/// Answers for the scope of frames.
pub struct Scopes<'a> {
    reading: Reading<'a>,
    /// The day of the news: the first dated harm of the lead, else the day of publication.
    anchor: Option<Day>,
    /// The news has a day of the week and nothing that says which.
    dated_by_weekday: bool,
    /// Where the text first tells of harm: sentence and clause.
    first: Option<(usize, usize)>,
    /// Scope of each sentence's clauses, by what stands in them.
    clauses: Vec<Vec<Option<Scope>>>,
    /// Words of each sentence that tell of an earlier event, whatever their clause tells.
    earlier: Vec<Vec<Tokens>>,
    /// The sentence from which the text tells of an earlier event, where it has no other.
    story: Option<usize>,
    /// The lead says more than once that all is played.
    staged: bool,
}

impl<'a> Scopes<'a> {
    /// Reads the scope of every clause.
    pub fn new(reading: Reading<'a>) -> Scopes<'a> {
        let first = reading.parse.frames.iter().find(|f| reading.bears(f)).map(|f| (f.sentence, f.clause));
        let dated_by_weekday = first.is_some_and(|(sentence, _)| {
            let day = |t: &TimeMention| t.kind == TimeKind::Point && period::is_day(t) && t.days().is_none();
            reading.times(&reading.sentence(sentence)).any(day)
        });
        let mut scopes = Scopes {
            reading,
            anchor: anchor::of_news(reading),
            dated_by_weekday,
            first,
            clauses: Vec::new(),
            earlier: Vec::new(),
            story: None,
            staged: played::is_all_staged(reading),
        };
        for sentence in 0..reading.parse.sentences.len() {
            let count = reading.chunks(sentence).last().map_or(0, |c| c.clause + 1);
            let own: Vec<Option<Scope>> = (0..count).map(|c| scopes.told(sentence, c)).collect();
            scopes.clauses.push(own);
            scopes.earlier.push(scopes.told_as_earlier(sentence));
        }
        scopes.story = scopes.looks_back();
        scopes
    }

    /// The scope of what `frame` tells.
    pub fn of(&self, frame: &Frame) -> Scope {
        if self.is_unreal(frame) {
            return Scope::Prospective;
        }
        if self.is_earlier(frame.sentence, frame.trigger.start) {
            return Scope::Background;
        }
        if self.is_punishment(frame)
            || self.is_followed(frame)
            || self.is_old_crime(frame)
            || self.is_of_event_named_before(frame)
            || self.is_of_old_war(frame)
        {
            return Scope::Background;
        }
        if self.is_toll_of_war(frame) {
            return Scope::Cumulative;
        }
        match self.of_clause(frame) {
            Scope::Current if self.is_of_old_day(frame) || self.is_of_old_story(frame) => Scope::Background,
            scope => scope,
        }
    }

    /// The token stands among words that tell of an earlier event, whatever their clause tells.
    pub fn is_earlier(&self, sentence: usize, token: usize) -> bool {
        self.earlier.get(sentence).is_some_and(|spans| spans.iter().any(|s| s.contains(&token)))
    }

    /// Background where the words of the clause alone tell so, else current: for what is no count.
    pub fn of_words(&self, sentence: usize, clause: usize) -> Scope {
        let own = self.clauses.get(sentence).and_then(|own| *own.get(clause)?);
        own.filter(|scope| *scope == Scope::Background).unwrap_or_default()
    }

    /// The scope of a clause: its own words, those of the clause it hangs on, or of the sentence before it.
    fn of_clause(&self, frame: &Frame) -> Scope {
        let own = self.clauses.get(frame.sentence).map_or(&[][..], Vec::as_slice);
        let mut at = frame.clause;
        while let Some(scope) = own.get(at) {
            // "The toll for the year rose to 212 after two men were shot": the sum is not of the news behind "after".
            let news = at < frame.clause && *scope == Some(Scope::Cumulative) && self.follows_after(frame.sentence, at + 1);
            if let Some(scope) = scope.filter(|_| !news) {
                return scope;
            }
            // "Since an insurgency broke out in 2004, 5,000 people have been killed": the span stands before its sum.
            let spans = at == 1 && own.first() == Some(&Some(Scope::Cumulative)) && !self.hangs_on_previous(frame.sentence, at);
            if spans && self.reading.tagged.key(self.reading.sentence(frame.sentence).start) == "since" {
                return Scope::Cumulative;
            }
            if at == 0 || !self.hangs_on_previous(frame.sentence, at) {
                break;
            }
            at -= 1;
        }
        // "37 have been killed and 98 injured since January": the sum is told behind the last of them.
        let opens_with_conj = |clause: usize| self.opens_with(frame.sentence, clause, |k| *k == ChunkKind::Conj);
        let at = frame.clause + 1 + usize::from(opens_with_conj(frame.clause + 1) && own.get(frame.clause + 1) == Some(&None));
        let next = own.get(at).copied().flatten().filter(|_| {
            let behind = self.reading.clause(frame.sentence, at);
            self.reading.tagged.key(behind.start) == "since" && self.is_summed(frame) || opens_with_conj(at)
        });
        if next == Some(Scope::Cumulative) {
            return Scope::Cumulative;
        }
        self.carried(frame).unwrap_or_default()
    }

    /// "The number killed since the truce took hold", "61 dead since the siege began": the last harm of its clause.
    fn is_summed(&self, frame: &Frame) -> bool {
        let harm = matches!(frame.sense, Sense::Harm(Kind::Killed | Kind::Wounded));
        let later =
            |f: &Frame| f.clause == frame.clause && f.trigger.start > frame.trigger.start && f.predicate.wants("reach").is_some();
        frame.predicate.wants("reach") == Some("amount") || harm && !self.reading.frames_of(frame.sentence).any(later)
    }

    /// A dated background sentence makes background of those after it in its paragraph, up to one that says "now";
    /// a toll goes on where the next sentence has the same tense.
    fn carried(&self, frame: &Frame) -> Option<Scope> {
        let sentences = &self.reading.text.sentences;
        let mut at = frame.sentence;
        // "… since last year's war. More than 2,100 died then."
        if at > 0 && self.says_then(&sentences.get(at)?.tokens) && self.tells_of_old_times(at - 1) {
            return Some(Scope::Background);
        }
        loop {
            let here = sentences.get(at)?;
            if self.reading.times(&here.tokens).any(|t| t.kind == TimeKind::Point) {
                return None;
            }
            let previous = at.checked_sub(1)?;
            let before = sentences.get(previous).filter(|s| s.paragraph == here.paragraph)?;
            let dated = self.reading.times(&before.tokens).any(|t| t.kind == TimeKind::Point);
            let told = self.clauses.get(previous)?.iter().flatten().next().copied();
            if !self.earlier.get(previous)?.is_empty() {
                return self.points_back(&here.tokens).then_some(Scope::Background);
            }
            match told {
                Some(Scope::Background) if dated => return Some(Scope::Background),
                Some(Scope::Cumulative) if self.is_perfect(frame) || self.shares_perfect(frame) => {
                    return Some(Scope::Cumulative);
                }
                None => at = previous,
                _ => return None,
            }
        }
    }

    /// The sentence names a time long before the news, or one from which something has lasted.
    fn tells_of_old_times(&self, sentence: usize) -> bool {
        let old = |t: &TimeMention| {
            t.kind == TimeKind::Since || period::by_day(self.reading, t, self.anchor) == Some(Scope::Background)
        };
        let told = self.clauses.get(sentence).is_some_and(|own| own.contains(&Some(Scope::Background)));
        told || self.reading.times(&self.reading.sentence(sentence)).any(old)
    }

    /// "Then" at the end of a clause points to a time told before; at its head it goes on with the story.
    fn says_then(&self, sentence: &Tokens) -> bool {
        let key = |i: usize| self.reading.tagged.key(i);
        sentence.clone().skip(1).any(|i| key(i) == "then" && matches!(key(i + 1), "," | "." | ";" | ""))
    }

    /// "That blast", "those strikes": the sentence goes on about what the one before it ended with.
    fn points_back(&self, sentence: &Tokens) -> bool {
        matches!(self.reading.tagged.key(sentence.start), "that" | "those") && self.reading.tagged.key(sentence.start + 1) != ","
    }

    fn opens_with(&self, sentence: usize, clause: usize, is: impl Fn(&ChunkKind) -> bool) -> bool {
        self.reading.chunks(sentence).iter().find(|c| c.clause == clause).is_some_and(|c| is(&c.kind))
    }

    /// The clause opens with "when", "which", "and" or a comma: it tells of the same time as the one before.
    fn hangs_on_previous(&self, sentence: usize, clause: usize) -> bool {
        let Some(first) = self.reading.chunks(sentence).iter().find(|c| c.clause == clause) else { return false };
        let key = self.reading.tagged.key(first.tokens.start);
        match first.kind {
            ChunkKind::Subordinator => !matches!(key, "although" | "though" | "as"),
            ChunkKind::Comma => !self.opens_before_main(sentence, clause - 1),
            ChunkKind::Conj => true,
            // "Since the start of the month: 38 killed".
            ChunkKind::Mark => key == ";" || key == ":" && self.is_verbless(sentence, clause - 1),
            _ => false,
        }
    }

    fn follows_after(&self, sentence: usize, clause: usize) -> bool {
        let first = self.reading.chunks(sentence).iter().find(|c| c.clause == clause);
        first.is_some_and(|c| self.reading.tagged.key(c.tokens.start) == "after")
    }

    fn is_verbless(&self, sentence: usize, clause: usize) -> bool {
        let verb = |c: &&Chunk| c.clause == clause && matches!(c.kind, ChunkKind::Verb(_));
        !self.reading.chunks(sentence).iter().any(|c| verb(&c))
    }

    /// "After a fire killed nine in 2014, …": the first clause stands before the one that it hangs on.
    fn opens_before_main(&self, sentence: usize, clause: usize) -> bool {
        clause == 0 && self.opens_with(sentence, clause, |k| *k == ChunkKind::Subordinator)
    }

    /// What the words of a clause say of its scope.
    fn told(&self, sentence: usize, clause: usize) -> Option<Scope> {
        let reading = self.reading;
        let range = reading.clause(sentence, clause);
        let times: Vec<&TimeMention> = reading.times(&range).collect();
        let by_day = |t: &&&TimeMention| t.kind == TimeKind::Point;
        let days: Vec<(bool, Scope)> = times
            .iter()
            .filter(by_day)
            .filter(|t| self.is_aside(sentence, clause) || !period::is_attribute(reading, &reading.sentence(sentence), t))
            .filter(|t| !period::is_of_making(reading, t))
            // "Between May and 5 July" is no day.
            .filter_map(|t| Some((period::is_day(t) && !period::is_long(t), period::by_day(reading, t, self.anchor)?)))
            .collect();
        // "… have been killed since the war began": the clause behind sets the span.
        let key = |i: usize| reading.tagged.key(i);
        let spans = key(range.end) == "since" && range.clone().last().is_some_and(|i| key(i) != ",");
        let recent = reading.clause(sentence, clause + 1).any(|i| period::is_recent(key(i)));
        let summed = range.clone().any(|i| matches!(key(i), "have" | "has")) || self.goes_on_with_toll(sentence, clause);
        if spans && !recent && summed && !period::is_ranked(reading, range.end) {
            return Some(Scope::Cumulative);
        }
        // "192 killed since the assault began": the start of something long.
        let begins = key(range.start) == "since" && range.clone().any(|i| BEGINNING.contains(&key(i)));
        if begins && !range.clone().any(|i| IN_ONE_DISASTER.contains(&key(i)) || period::is_recent(key(i))) {
            return Some(Scope::Cumulative);
        }
        // "gathered to remember those killed in 1944"
        let recalls = range.clone().any(|i| RECALLING.contains(&key(i)));
        if recalls && times.iter().any(|t| period::says_year(t)) {
            return Some(Scope::Background);
        }
        if self.is_of_day_before(sentence, clause) {
            return Some(Scope::Background);
        }
        // "On June 30 this year": a day is no sum.
        let day = days.iter().find(|d| d.0);
        if let Some((_, Scope::Background)) = day {
            return Some(Scope::Background);
        }
        // "Heat killed 17 people over the past week": a lead may sum up days.
        let lasts = |i: usize| IN_ONE_DISASTER.contains(&key(i));
        let since = range.clone().find(|i| key(*i) == "since");
        let season = sentence <= LEAD_SENTENCES && since.is_some_and(|from| (from..range.end).any(lasts));
        let opens = season
            || self.first == Some((sentence, clause)) && self.is_of_days(&range)
            || self.opens_text(sentence, clause) && self.is_running_toll(sentence, &range);
        let sums = !opens && times.iter().any(|t| period::adds_up(reading, t, self.anchor));
        // "the second crash here in a month" ranks the news.
        let summing = |(cue, name): (&Match, &str)| name == "cumulative" && !period::is_ranked(reading, cue.tokens.start);
        if sums || !opens && reading.cues(range.clone()).any(summing) || self.is_toll(sentence, clause, &times) {
            return Some(Scope::Cumulative);
        }
        if let Some((_, scope)) = day.or(days.first()) {
            return Some(*scope);
        }
        let lead = self.first == Some((sentence, clause)) && clause == 0;
        // "… on Tuesday. In February, 12 died at the same spot": a month beside a day of the week that no date settles.
        let later = self.first.is_some_and(|(first, _)| first < sentence);
        let point = |t: &&TimeMention| t.kind == TimeKind::Point && t.date.precision == Precision::Month;
        let last = |t: &TimeMention| reading.tagged.key(t.tokens.start) == "last";
        let month =
            later && self.anchor.is_none() && times.iter().copied().filter(point).any(|t| self.dated_by_weekday || last(t));
        // "The blast wounded five. An explosion at the cathedral in January killed 20": another one, of another month.
        // "… shook the coast on Thursday. On Oct. 23 a quake killed 40": a day of the month beside a day of the week.
        let by_weekday = self.anchor.is_none() && anchor::undated_before(reading, sentence);
        let is_month = |i: usize| calendar::names_month(reading.tagged.key(i));
        let calendar_day = |t: &&TimeMention| t.kind == TimeKind::Point && by_weekday && t.tokens.clone().any(is_month);
        let dated = times.iter().copied().any(|t| point(&t) || calendar_day(&t));
        let another = (later || by_weekday) && self.tells_another(sentence, clause, dated);
        if month || another {
            return Some(Scope::Background);
        }
        // "Killed 12 people on the anniversary of the invasion": what stands before the word is the news.
        let harm = |f: &Frame| f.clause == clause && matches!(f.sense, Sense::Harm(_)) && reading.bears(f);
        let from = reading.frames_of(sentence).find(|f| harm(f)).map_or(range.start, |f| f.trigger.start);
        let recalled = reading.cues(range.clone()).any(|(cue, name)| name == "remembered" && cue.tokens.start <= from);
        // "in the past 24 hours": the words go on as a span of time.
        let spans = |cue: &Tokens| times.iter().any(|t| t.tokens.start < cue.end && t.tokens.end > cue.end);
        let back = reading.cues(range).any(|(cue, name)| name == "background" && !spans(&cue.tokens));
        let earlier = !lead && back || recalled;
        earlier.then_some(Scope::Background)
    }

    /// "Kelm, which lost 40 people to the 2018 flood, held a vigil": a relative clause behind which the main one goes on.
    fn is_aside(&self, sentence: usize, clause: usize) -> bool {
        let chunks = self.reading.chunks(sentence);
        let first = |clause: usize| chunks.iter().position(|c| c.clause == clause);
        let opens = first(clause)
            .is_some_and(|c| chunks[c].kind == ChunkKind::Subordinator && c > 0 && chunks[c - 1].kind == ChunkKind::Comma);
        let closes = |c: usize| {
            chunks[c].kind == ChunkKind::Comma && matches!(chunks.get(c + 1).map(|c| &c.kind), Some(ChunkKind::Verb(_)))
        };
        opens && first(clause + 1).is_some_and(closes)
    }

    /// "In the past week", "over the last three days": a span of days, and none of months or years.
    fn is_of_days(&self, range: &Tokens) -> bool {
        let key = |i: usize| self.reading.tagged.key(i);
        let short = |i: &usize| matches!(key(*i), "week" | "days" | "hours" | "weekend") && *i >= 1;
        let recent = |i: usize| (i.saturating_sub(3)..i).any(|k| matches!(key(k), "past" | "last" | "this"));
        let long = |i: usize| matches!(key(i), "year" | "years" | "month" | "months" | "season" | "since" | "weeks");
        range.clone().filter(short).any(recent) && !range.clone().any(long)
    }

    /// "The war has killed 40,000", "gangs killed 900 people last year": harm by what goes on for long, or over a year.
    fn is_toll(&self, sentence: usize, clause: usize, times: &[&TimeMention]) -> bool {
        let reading = self.reading;
        let lead = self.first == Some((sentence, clause));
        let harm = |f: &&Frame| f.clause == clause && matches!(f.sense, Sense::Harm(_));
        let long = reading.has_cue(reading.clause(sentence, clause), "conflict");
        let mut harms = reading.frames_of(sentence).filter(harm);
        if long && !lead && harms.any(|f| self.is_perfect(f)) {
            return true;
        }
        // "Strikes that have killed thousands", "this season's fires have cost 20 lives": many events, summed up.
        if reading.frames_of(sentence).filter(harm).any(|f| self.is_perfect(f) && self.sums_events(f, lead)) {
            return true;
        }
        // "An attack last year" is one event; "171 attacks" are many.
        let single = |f: &Frame| matches!(f.sense, Sense::Event(_)) && !reading.tagged.key(f.trigger.end - 1).ends_with('s');
        let relative = self.opens_with(sentence, clause, |k| *k == ChunkKind::Subordinator);
        let year = times.iter().any(|t| period::is_whole_year(reading, t));
        let counted = |f: &Frame| {
            let mut phrases = f.filled(Slot::Victims).chain(f.filled(Slot::Amount)).filter_map(|c| reading.phrase(sentence, c));
            phrases.any(|(p, _)| p.quantity.is_some_and(|q| !lead || reading.mentions.quantities[q].amount.figure() >= MANY))
        };
        let last = reading.chunks(sentence).last().map_or(0, |c| c.clause);
        let harm_near =
            || reading.frames_of(sentence).any(|f| f.clause <= last && matches!(f.sense, Sense::Harm(_)) && counted(f));
        year && !relative && harm_near() && !reading.frames_of(sentence).any(single)
    }

    /// What harmed is told in the plural behind the news, or is that of a whole season wherever it stands.
    fn sums_events(&self, frame: &Frame, lead: bool) -> bool {
        let reading = self.reading;
        let mut agents = frame.filled(Slot::Agent).filter_map(|c| reading.phrase(frame.sentence, c));
        agents.any(|(phrase, tokens)| {
            let plural = reading.tagged.key(phrase.head).ends_with('s');
            let season =
                tokens.clone().any(|i| matches!(reading.tagged.key(i), "season" | "year" | "winter" | "summer" | "decade"));
            plural && self.names_event(frame.sentence, tokens) && (season || !lead && frame.sentence >= LEAD_SENTENCES)
        })
    }

    /// "An explosion in January killed 20", "another crash killed three": what harms is told as new, behind the news.
    fn tells_another(&self, sentence: usize, clause: usize, of_month: bool) -> bool {
        let reading = self.reading;
        let is_new = |chunk: usize| {
            reading.phrase(sentence, chunk).is_some_and(|(phrase, tokens)| {
                let other = reading.tagged.key(tokens.start) == "another" && sentence >= LEAD_SENTENCES;
                (other || of_month && phrase.det == Determiner::Indefinite) && self.names_event(sentence, tokens)
            })
        };
        // "… a quake struck Kelm, killing 40": the participle behind the clause.
        let behind = |f: &Frame| f.clause == clause + 1 && reading.verb(f).is_some_and(|g| g.participle || g.gerund);
        let harm = |f: &&Frame| (f.clause == clause || behind(f)) && matches!(f.sense, Sense::Harm(_));
        reading.frames_of(sentence).filter(harm).any(|f| f.filled(Slot::Agent).any(is_new))
    }

    /// A word for an attack or a disaster ends within `tokens` of the sentence.
    fn names_event(&self, sentence: usize, tokens: &Tokens) -> bool {
        let event = |f: &Frame| matches!(f.sense, Sense::Event(_)) && tokens.contains(&(f.trigger.end - 1));
        self.reading.frames_of(sentence).any(event)
    }

    /// "Nearly 1,000 have been killed and thousands injured": the bare participle shares the "have" of the harm before it.
    fn shares_perfect(&self, frame: &Frame) -> bool {
        let bare = self.reading.verb(frame).is_some_and(|g| !g.passive && !g.infinitive && g.modal.is_none());
        let shared = |f: &Frame| f.trigger.start < frame.trigger.start && matches!(f.sense, Sense::Harm(_)) && self.is_perfect(f);
        bare && matches!(frame.sense, Sense::Harm(_)) && self.reading.frames_of(frame.sentence).any(shared)
    }

    /// The verb of the frame has "has" or "have" before it.
    fn is_perfect(&self, frame: &Frame) -> bool {
        self.reading.verb(frame).is_some_and(|g| g.perfect)
    }

    fn is_unreal(&self, frame: &Frame) -> bool {
        let key = |i: Option<usize>| i.map_or("", |i| self.reading.tagged.key(i));
        let unless_speech = !matches!(frame.sense, Sense::Speech(_));
        unless_speech
            && (UNREAL.contains(&key(frame.modal))
                || UNSURE.contains(&key(frame.raised_by)) && frame.sense != Sense::Harm(Kind::Missing)
                // "like losing a member of the family"
                || key(frame.trigger.start.checked_sub(1)) == "like"
                || self.is_conditional(frame)
                || self.is_expected(frame)
                || self.is_told_in_a_film(frame)
                || matches!(frame.sense, Sense::Harm(_)) && self.is_staged(frame)
                || frame.infinitive)
    }

    /// "Jailed for killing his wife in 2019": a court speaks of a crime of another year.
    fn is_old_crime(&self, frame: &Frame) -> bool {
        let reading = self.reading;
        let range = reading.sentence(frame.sentence);
        let court = (range.start..frame.trigger.start).any(|i| court::is_word(reading.tagged.key(i)));
        let year = |t: &TimeMention| {
            let last = t.tokens.len() == 2 && matches!(reading.tagged.key(t.tokens.start), "last");
            period::says_year(t) || (last && matches!(reading.tagged.key(t.tokens.end - 1), "year" | "month"))
        };
        let behind = frame.trigger.start..range.end;
        matches!(frame.sense, Sense::Harm(_)) && court && reading.times(&behind).any(year)
    }

    /// The clause opens with "if" or "unless", or hangs on such a one: "If none is found alive, that makes 105 deaths."
    fn is_conditional(&self, frame: &Frame) -> bool {
        let opens = |range: Tokens| range.take(2).any(|i| matches!(self.reading.tagged.key(i), "if" | "unless"));
        let own = self.reading.clause(frame.sentence, frame.clause);
        let follows = || own.clone().any(|i| matches!(self.reading.tagged.key(i), "makes" | "means" | "brings" | "is" | "are"));
        opens(own.clone()) || frame.clause > 0 && opens(self.reading.sentence(frame.sentence)) && follows()
    }
}

#[cfg(test)]
mod tests;
