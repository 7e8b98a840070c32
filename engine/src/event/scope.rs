//! Scope: which clauses tell the news and which its context.

use super::reading::Reading;
use crate::Day;
use crate::frame::Frame;
use crate::frame::chunk::ChunkKind;
use crate::frame::predicate::{Sense, Slot};
use crate::mention::time::{TimeKind, TimeMention};
use crate::report::Precision;
use crate::scope::Scope;
use crate::text::Tokens;
use jiff::ToSpan;

/// A dated event this many days before the news, or more, is background.
const BACKGROUND_DAYS: i64 = 3;

/// A day this long before publication is no day of the news, unless the text tells of it in the first place.
const AGED: i64 = 300;

/// The lead: how many sentences may date the news.
const LEAD_SENTENCES: usize = 3;

/// Modals that tell what has not happened.
const UNREAL: &[&str] =
    &["could", "may", "might", "would", "will", "shall", "should", "can", "must", "'ll", "won't", "wouldn't", "wo"];

/// Verbs that raise what is not known to have happened.
const UNSURE: &[&str] =
    &["feared", "set", "expected", "due", "scheduled", "planned", "likely", "about", "going", "presumed", "supposed"];

/// Where those who die have never lived.
const FICTION: &[&str] = &["film", "movie", "novel", "thriller", "sitcom", "blockbuster", "screenplay"];

/// What goes on for months or years.
const LASTING: &[&str] =
    &["war", "wars", "conflict", "campaign", "pandemic", "epidemic", "insurgency", "uprising", "rebellion", "genocide", "famine"];

/// Answers for the scope of frames.
pub struct Scopes<'a> {
    reading: Reading<'a>,
    /// The day of the news: the first dated harm of the lead, else the day of publication.
    anchor: Option<Day>,
    /// Scope of each sentence's clauses, by what stands in them.
    clauses: Vec<Vec<Option<Scope>>>,
}

impl<'a> Scopes<'a> {
    /// Reads the scope of every clause.
    pub fn new(reading: Reading<'a>) -> Scopes<'a> {
        let mut scopes = Scopes { reading, anchor: anchor(reading), clauses: Vec::new() };
        for sentence in 0..reading.parse.sentences.len() {
            let count = reading.chunks(sentence).last().map_or(0, |c| c.clause + 1);
            let own: Vec<Option<Scope>> = (0..count).map(|c| scopes.told(&reading.clause(sentence, c))).collect();
            scopes.clauses.push(own);
        }
        scopes
    }

    /// The scope of what `frame` tells.
    pub fn of(&self, frame: &Frame) -> Scope {
        if self.is_unreal(frame) {
            return Scope::Prospective;
        }
        if self.is_toll_of_war(frame) {
            return Scope::Cumulative;
        }
        self.of_clause(frame.sentence, frame.clause)
    }

    /// The scope of a clause: its own words, those of the clause it hangs on, or of the sentence before it.
    pub fn of_clause(&self, sentence: usize, clause: usize) -> Scope {
        let own = self.clauses.get(sentence).map_or(&[][..], Vec::as_slice);
        let mut at = clause;
        while let Some(scope) = own.get(at) {
            if let Some(scope) = scope {
                return *scope;
            }
            // "37 have been killed and 98 injured since January": the span behind holds for both.
            if own.get(at + 1) == Some(&Some(Scope::Cumulative)) && self.is_coordinated(sentence, at + 1) {
                return Scope::Cumulative;
            }
            if at == 0 || !self.hangs_on_previous(sentence, at) {
                break;
            }
            at -= 1;
        }
        self.carried(sentence).unwrap_or_default()
    }

    /// A dated background sentence makes background of those after it in its paragraph, up to one that says "now".
    fn carried(&self, sentence: usize) -> Option<Scope> {
        let sentences = &self.reading.text.sentences;
        let here = sentences.get(sentence)?;
        if self.reading.times(&here.tokens).any(|t| t.kind == TimeKind::Point) {
            return None;
        }
        let previous = sentence.checked_sub(1)?;
        let before = sentences.get(previous).filter(|s| s.paragraph == here.paragraph)?;
        let told = self.clauses.get(previous)?.iter().flatten().next().copied();
        let dated = self.reading.times(&before.tokens).any(|t| t.kind == TimeKind::Point);
        match told {
            Some(Scope::Background) if dated => Some(Scope::Background),
            None => self.carried_from(previous),
            _ => None,
        }
    }

    fn carried_from(&self, sentence: usize) -> Option<Scope> {
        if self.clauses.get(sentence)?.iter().flatten().next().is_some() { None } else { self.carried(sentence) }
    }

    /// The clause opens with "when", "which", an "-ing" form or a comma: it tells of the same time as the one before.
    fn hangs_on_previous(&self, sentence: usize, clause: usize) -> bool {
        let Some(first) = self.reading.chunks(sentence).iter().find(|c| c.clause == clause) else { return false };
        let key = self.reading.tagged.key(first.tokens.start);
        match first.kind {
            ChunkKind::Subordinator => !matches!(key, "while" | "whilst" | "whereas" | "although" | "though" | "as"),
            ChunkKind::Comma | ChunkKind::Conj => true,
            // "On 28 March a tanker rescued 11 people; four others had died on board".
            ChunkKind::Mark => key == ";",
            _ => false,
        }
    }

    /// The clause opens with "and".
    fn is_coordinated(&self, sentence: usize, clause: usize) -> bool {
        self.reading.chunks(sentence).iter().find(|c| c.clause == clause).is_some_and(|c| c.kind == ChunkKind::Conj)
    }

    /// What the words of a clause say of its scope.
    fn told(&self, clause: &Tokens) -> Option<Scope> {
        let times: Vec<_> = self.reading.times(clause).collect();
        // "… have been killed since the war began": the clause behind sets the span.
        let key = |i: usize| self.reading.tagged.key(i);
        let spans = key(clause.end) == "since" && clause.clone().last().is_some_and(|i| key(i) != ",");
        if spans && clause.clone().any(|i| matches!(key(i), "have" | "has")) {
            return Some(Scope::Cumulative);
        }
        if times.iter().any(|t| t.kind == TimeKind::Since) || self.reading.has_cue(clause.clone(), "cumulative") {
            let background = self.reading.has_cue(clause.clone(), "background");
            return Some(if background { Scope::Background } else { Scope::Cumulative });
        }
        let mut dated = times.iter().filter(|t| t.kind == TimeKind::Point).filter_map(|t| self.by_day(t));
        match dated.next() {
            Some(Scope::Current) => return Some(Scope::Current),
            Some(scope) => return Some(scope),
            None => {}
        }
        self.reading.has_cue(clause.clone(), "background").then_some(Scope::Background)
    }

    /// A day long before the news is background, one near it the news; "this winter" settles nothing.
    fn by_day(&self, time: &TimeMention) -> Option<Scope> {
        let (_, to) = time.days()?;
        let limit = self.anchor?.checked_sub(BACKGROUND_DAYS.days()).ok()?;
        let coarse = matches!(time.date.precision, Precision::Month | Precision::Season | Precision::Year);
        match to < limit {
            true => Some(Scope::Background),
            false => (!coarse).then_some(Scope::Current),
        }
    }

    fn is_unreal(&self, frame: &Frame) -> bool {
        let key = |i: Option<usize>| i.map_or("", |i| self.reading.tagged.key(i));
        let unless_speech = !matches!(frame.sense, Sense::Speech(_));
        unless_speech
            && (UNREAL.contains(&key(frame.modal))
                || UNSURE.contains(&key(frame.raised_by))
                || self.is_conditional(frame)
                || self.is_told_in_a_film(frame)
                || frame.infinitive)
    }

    /// "The war has killed more than 30,000 people": what goes on for years harms the many whom a number counts.
    fn is_toll_of_war(&self, frame: &Frame) -> bool {
        let phrase = |c: usize| self.reading.phrase(frame.sentence, c).map(|(p, _)| p);
        let lasts = |c: usize| phrase(c).is_some_and(|p| LASTING.contains(&self.reading.tagged.key(p.head)));
        let numbered = |c: usize| phrase(c).is_some_and(|p| p.quantity.is_some());
        matches!(frame.sense, Sense::Harm(_))
            && frame.filled(Slot::Agent).any(lasts)
            && frame.filled(Slot::Victims).chain(frame.filled(Slot::Amount)).any(numbered)
    }

    /// "In her new film a sniper kills 50 people".
    fn is_told_in_a_film(&self, frame: &Frame) -> bool {
        let head = |c: &crate::frame::chunk::Chunk| match &c.kind {
            ChunkKind::Noun(phrase) => self.reading.tagged.key(phrase.head),
            _ => "",
        };
        matches!(frame.sense, Sense::Harm(_))
            && self.reading.chunks(frame.sentence).iter().take(frame.chunk).any(|c| FICTION.contains(&head(c)))
    }

    /// The clause opens with "if" or "unless".
    fn is_conditional(&self, frame: &Frame) -> bool {
        let clause = self.reading.clause(frame.sentence, frame.clause);
        clause.take(2).any(|i| matches!(self.reading.tagged.key(i), "if" | "unless"))
    }
}

/// The last day of the first dated harm or attack of the lead, else the day of publication.
fn anchor(reading: Reading) -> Option<Day> {
    let lead = reading
        .parse
        .frames
        .iter()
        .filter(|f| f.sentence < LEAD_SENTENCES && !matches!(f.sense, Sense::Speech(_) | Sense::Talks));
    let mut days = lead.filter_map(|f| {
        let clause = reading.clause(f.sentence, f.clause);
        let points = || reading.times(&clause).filter(|t| t.kind == TimeKind::Point);
        let exact = points().filter(|t| is_day(t)).find_map(|t| t.days());
        let found = exact.or_else(|| points().find_map(|t| t.days()))?;
        // "the 168 people who died in the 1995 bombing": what a clause on the side says of old days does not date the news.
        let old = reading.published.is_some_and(|p| p.checked_sub(AGED.days()).is_ok_and(|limit| found.1 < limit));
        (f.clause == 0 || !old).then_some(found)
    });
    let dated = days.next().map(|(_, to)| to).or_else(|| opening_day(reading));
    // A future day plans; it does not date the news.
    dated.filter(|d| reading.published.is_none_or(|p| *d <= p)).or(reading.published)
}

/// The day in the first sentence of a text that tells of harm there: "On the evening of 14 July 2016, a lorry was driven …".
fn opening_day(reading: Reading) -> Option<Day> {
    reading.frames_of(0).find(|f| matches!(f.sense, Sense::Harm(_)))?;
    let exact = |t: &&TimeMention| t.kind == TimeKind::Point && is_day(t);
    reading.times(&reading.sentence(0)).find(exact).and_then(|t| t.days()).map(|(_, to)| to)
}

/// A day or a part of one.
fn is_day(time: &TimeMention) -> bool {
    matches!(time.date.precision, Precision::Time | Precision::Day | Precision::PartOfDay)
}
