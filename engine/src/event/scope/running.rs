//! Tolls that run on and are the news all the same: "monsoon rains have killed 54 people since 1 July", told day by day.

use super::super::count::Tally;
use super::super::reading::Reading;
use super::super::{Placed, period};
use super::Scopes;
use crate::frame::Frame;
use crate::frame::chunk::ChunkKind;
use crate::frame::predicate::{Sense, Slot};
use crate::mention::time::{TimeKind, TimeMention};
use crate::report::{Bound, Kind};
use crate::scope::Scope;
use crate::text::Tokens;

/// Hazards that last for weeks and are reported on day by day.
const GOING_ON: &[&str] = &[
    "monsoon",
    "rain",
    "rains",
    "rainfall",
    "downpours",
    "rainy",
    "rain-related",
    "weather",
    "weather-related",
    "flood",
    "floods",
    "flooding",
    "flood-related",
    "landslide",
    "landslides",
    "mudslides",
    "lightning",
    "thunderstorms",
    "storms",
    "heatwave",
    "heat",
    "heat-related",
    "cold",
    "snow",
    "snowfall",
    "avalanches",
    "wildfires",
    "fires",
    "outbreak",
    "epidemic",
    "cholera",
    "measles",
    "ebola",
    "dengue",
    "malaria",
    "meningitis",
    "diphtheria",
    "fever",
    "virus",
    "disease",
    "monsoon-related",
    "cyclone",
    "typhoon",
    "hurricane",
    "quake",
    "earthquake",
    "aftershocks",
    "eruption",
];

/// The longest running toll by people that can be the news of a text, in days.
const REPORTED_DAYS: i64 = 62;

/// How far before what is expected the verb stands, in tokens.
const EXPECTED: usize = 7;

/// What goes on for months or years.
const LASTING: &[&str] =
    &["war", "wars", "conflict", "campaign", "pandemic", "epidemic", "insurgency", "uprising", "rebellion", "genocide", "famine"];

impl Scopes<'_> {
    /// "The war has killed more than 30,000 people": what goes on for years harms the many whom a number counts.
    pub(super) fn is_toll_of_war(&self, frame: &Frame) -> bool {
        let phrase = |c: usize| self.reading.phrase(frame.sentence, c).map(|(p, _)| p);
        let lasts = |c: usize| phrase(c).is_some_and(|p| LASTING.contains(&self.reading.tagged.key(p.head)));
        let numbered = |c: usize| phrase(c).is_some_and(|p| p.quantity.is_some());
        // "The war between the two, which goes into its third year, has killed more than 10,000."
        let opens = || {
            let first = self.reading.chunks(frame.sentence).iter().position(|c| matches!(c.kind, ChunkKind::Noun(_)));
            self.is_perfect(frame) && frame.filled(Slot::Agent).next().is_none() && first.is_some_and(lasts)
        };
        // "a conflict in which some 70,000 people were killed"
        let within = || {
            let chunks = self.reading.chunks(frame.sentence);
            let first = chunks.iter().position(|c| c.clause == frame.clause).filter(|k| *k >= 2);
            first.is_some_and(|k| {
                let which = matches!(self.reading.chunk_key(frame.sentence, k), "which" | "whose");
                which && (lasts(k - 1) || chunks[k - 1].kind == ChunkKind::Prep && lasts(k - 2))
            })
        };
        matches!(frame.sense, Sense::Harm(_))
            && (frame.filled(Slot::Agent).any(lasts) || opens() || within())
            && frame.filled(Slot::Victims).chain(frame.filled(Slot::Amount)).any(numbered)
    }

    /// "We expect to find 68 more bodies."
    pub(super) fn is_expected(&self, frame: &Frame) -> bool {
        let from = self.reading.clause(frame.sentence, frame.clause).start.max(frame.trigger.start.saturating_sub(EXPECTED));
        let key = |i: usize| self.reading.tagged.key(i);
        let expects =
            |i: usize| matches!(key(i), "expect" | "expects" | "expected" | "expecting" | "hoping") && key(i + 1) == "to";
        frame.predicate.part_of_speech() == "n" && (from..frame.trigger.start).any(expects)
    }

    /// The clause is where the text, or its first sentence below a headline, first tells of harm, or goes on with that.
    pub(super) fn opens_text(&self, sentence: usize, clause: usize) -> bool {
        let in_title = |at: usize| self.reading.text.sentences.get(at).is_some_and(|s| s.in_title);
        let bears = |f: &Frame| f.clause < clause && self.reading.bears(f);
        let first = self.first.is_some_and(|(at, _)| at == sentence || in_title(at) && at + 1 == sentence);
        let joined = self.opens_with(sentence, clause, |k| *k == ChunkKind::Conj);
        first && (joined || !self.reading.frames_of(sentence).any(bears))
    }

    /// "put the toll at 192 killed and 308 injured since the assault began": the clause goes on with a toll told before.
    pub(super) fn goes_on_with_toll(&self, sentence: usize, clause: usize) -> bool {
        let toll = |f: &Frame| f.clause < clause && f.predicate.wants("reach") == Some("amount");
        self.opens_with(sentence, clause, |k| *k == ChunkKind::Conj) && self.reading.frames_of(sentence).any(toll)
    }

    /// "A day earlier three people had been killed in Norvia"; at the head of a sentence in any tense.
    pub(super) fn is_of_day_before(&self, sentence: usize, clause: usize) -> bool {
        let harmed = |f: &Frame| f.clause == clause && f.past_perfect && matches!(f.sense, Sense::Harm(_));
        let mut range = self.reading.clause(sentence, clause);
        let first = self.reading.sentence(sentence).start;
        let opens = sentence > 0 && (first..first + 3).any(|i| range.contains(&i) && period::is_day_before(self.reading, i));
        opens || self.reading.frames_of(sentence).any(harmed) && range.any(|i| period::is_day_before(self.reading, i))
    }

    /// A disaster that goes on, and since when.
    pub(super) fn is_running_toll(&self, sentence: usize, range: &Tokens) -> bool {
        let key = |i: usize| self.reading.tagged.key(i);
        let began = |t: &TimeMention| t.kind == TimeKind::Since && period::is_of_season(t, self.anchor);
        self.reading.sentence(sentence).any(|i| GOING_ON.contains(&key(i))) && self.reading.times(range).any(began)
    }
}

/// A text that opens with the toll of weeks and counts nobody else reports that toll: "troops have killed 54 people since 1 July".
pub fn take_as_news(reading: Reading, counts: &mut [Placed<Tally>]) {
    let harmed = |c: &Placed<Tally>| matches!(c.fact.kind, Kind::Killed | Kind::Wounded) && c.fact.amount.figure() > 0;
    let Some(first) = counts.iter().find(|c| harmed(c)).map(|c| c.setting.sentence) else { return };
    let opens = first == 0 || first == 1 && reading.text.sentences.first().is_some_and(|s| s.in_title);
    let other = counts.iter().any(|c| harmed(c) && (c.setting.scope != Scope::Cumulative || c.setting.sentence != first));
    // "since the start of the year": a tally.
    let year = |t: &TimeMention| t.tokens.clone().any(|i| reading.tagged.key(i) == "year");
    let began =
        |t: &TimeMention| t.kind == TimeKind::Since && period::began_within(t, reading.published, REPORTED_DAYS) && !year(t);
    if opens && !other && reading.times(&reading.sentence(first)).any(began) {
        counts.iter_mut().filter(|c| c.setting.sentence == first).for_each(|c| c.setting.scope = Scope::Current);
    }
}

/// "A drone killed a rider in Rafah on Friday. Nine people have been killed since Monday": a sum beside the news.
pub fn set_tallies_apart(reading: Reading, counts: &mut [Placed<Tally>]) {
    for at in 1..counts.len() {
        let own = &counts[at];
        let frame = &reading.parse.frames[own.fact.frame];
        let perfect = reading.verb(frame).is_some_and(|g| g.perfect);
        let before = |c: &Placed<Tally>| {
            c.fact.kind == own.fact.kind
                && c.setting.scope == Scope::Current
                && c.setting.sentence < own.setting.sentence
                && c.fact.amount.figure() > 0
        };
        let told: Vec<&Placed<Tally>> = counts[..at].iter().filter(|c| before(c)).collect();
        let same = told.iter().any(|c| c.fact.amount.figure() == own.fact.amount.figure());
        let clause = reading.clause(frame.sentence, frame.clause);
        // "since the start of the week" is one; "since dawn" is the news itself.
        let began = |t: &TimeMention| {
            t.kind == TimeKind::Since && t.days().is_some_and(|(from, _)| reading.published.is_none_or(|p| from < p))
        };
        let harmed = matches!(own.fact.kind, Kind::Killed | Kind::Wounded) && own.setting.scope == Scope::Current;
        if harmed && (perfect && is_of_many_strikes(own, &counts[..at]) || counts_events(reading, own, &counts[..at])) {
            let frame = own.fact.frame;
            counts[at..].iter_mut().filter(|c| c.fact.frame == frame).for_each(|c| c.setting.scope = Scope::Cumulative);
            continue;
        }
        if harmed && perfect && !told.is_empty() && !same && reading.times(&clause).any(began) {
            let frame = own.fact.frame;
            counts[at..].iter_mut().filter(|c| c.fact.frame == frame).for_each(|c| c.setting.scope = Scope::Cumulative);
        }
    }
}

/// "Shells wounded two. Strikes on schools have killed thousands": a sum without a number.
fn is_of_many_strikes(own: &Placed<Tally>, before: &[Placed<Tally>]) -> bool {
    let less = |c: &Placed<Tally>| {
        let harmed = matches!(c.fact.kind, Kind::Killed | Kind::Wounded) && c.setting.scope == Scope::Current;
        harmed && c.setting.sentence < own.setting.sentence && (1..own.fact.amount.figure()).contains(&c.fact.amount.figure())
    };
    own.fact.amount.bound == Bound::Vague && own.fact.amount.figure() >= HUNDREDS && before.iter().any(less)
}

/// The low of "hundreds".
const HUNDREDS: u64 = 200;

/// As many events of one sentence are those of a season or a place.
const MANY_EVENTS: u64 = 20;

/// Events that statistics count.
const COUNTED: &[&str] =
    &["accidents", "crashes", "collisions", "incidents", "shootings", "murders", "homicides", "fires", "killings", "suicides"];

/// "Police counted 104 road accidents and 35 deaths in them": statistics behind the news.
fn counts_events(reading: Reading, own: &Placed<Tally>, before: &[Placed<Tally>]) -> bool {
    let range = reading.sentence(own.setting.sentence);
    let many = (0..reading.chunks(own.setting.sentence).len()).any(|k| {
        reading.phrase(own.setting.sentence, k).is_some_and(|(p, _)| {
            let number = p.quantity.is_some_and(|q| reading.mentions.quantities[q].amount.figure() >= MANY_EVENTS);
            number && range.contains(&p.head) && COUNTED.contains(&reading.tagged.key(p.head))
        })
    });
    many && before.iter().any(|c| c.setting.scope == Scope::Current && c.setting.sentence < own.setting.sentence)
}

/// "Five killed in raids" over "raids have killed five since 2020": a headline is of the time of the sentence that tells it out.
pub fn date_headlines(reading: Reading, counts: &mut [Placed<Tally>]) {
    let in_title = |c: &Placed<Tally>| reading.text.sentences.get(c.setting.sentence).is_some_and(|s| s.in_title);
    for at in 0..counts.len() {
        let own = &counts[at];
        let same = |c: &&Placed<Tally>| {
            !in_title(c) && c.fact.kind == own.fact.kind && c.fact.amount.figure() == own.fact.amount.figure()
        };
        let counted = own.fact.amount.figure() > 2 && in_title(own) && own.setting.scope == Scope::Current;
        let mut told = counts.iter().filter(same).map(|c| c.setting.scope);
        let first = told.next().filter(|s| counted && *s == Scope::Cumulative);
        if let Some(scope) = first.filter(|_| told.all(|s| s != Scope::Current)) {
            counts[at].setting.scope = scope;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::event::sample::total;
    use crate::report::Kind;

    fn killed(text: &str) -> u64 {
        total(text, Kind::Killed)
    }

    #[test]
    fn a_disaster_that_goes_on() {
        assert_eq!(killed("Landslides have killed 54 people in Nepal since 1 April, the agency said in its daily report."), 54);
        let text = "At least 31 people have been killed and 45 injured in rain-related incidents in Punjab since 26 April.";
        assert_eq!((killed(text), total(text, Kind::Wounded)), (31, 45));
        assert_eq!(killed("Floods killed two people in Multan on Monday. Rains have killed 61 people since 1 April."), 2);
        assert_eq!(killed("Cold weather has killed 900 people in Poland since 2019."), 0);
    }

    #[test]
    fn a_sum_of_days_beside_the_news() {
        assert_eq!(killed("A drone killed a rider in Rafah on Friday. Nine people have been killed since Monday."), 1);
        assert_eq!(killed("Fires burn near Sydney. Nobody died on Friday. Three people have been killed since Monday."), 3);
    }

    #[test]
    fn a_toll_of_weeks_that_is_all_the_news() {
        assert_eq!(killed("Troops have killed 54 people in Mandalay since 1 May, a monitor said in its daily report."), 54);
        assert_eq!(killed("Troops have killed 54 people in Mandalay since 1 May. Two died on Monday."), 2);
        assert_eq!(killed("Troops have killed 5,400 people in Mandalay since February 2021, a monitor said."), 0);
    }
}
