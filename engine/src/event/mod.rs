//! Events: frames placed, dated, attributed and scoped, and gathered into what happened.

pub mod arms;
mod attackers;
pub mod attribution;
pub mod cast;
mod cluster;
pub mod count;
pub mod harm;
mod implied;
mod journey;
pub mod lead;
mod location;
mod locative;
pub mod memo;
mod nearby;
mod nested;
mod period;
pub mod reading;
mod role;
mod scene;
mod scope;
mod sites;
mod source;
mod speaker;
mod status;
pub mod talks;
mod terrain;

use crate::frame::Frame;
use crate::frame::chunk::Determiner;
use crate::frame::predicate::{Sense, Slot};
use crate::mention::time::TimeMention;
use crate::report::{ActorRole, EventType, PlaceType, Status};
use crate::scope::Scope;
use crate::text::Tokens;
use arms::Arms;
pub use attackers::Attacker;
use attribution::Saying;
use cast::Cast;
use count::Tally;
use harm::Harmed;
use lead::Lead;
use reading::Reading;
pub use role::Standing;
use scope::Scopes;
use talks::Negotiation;

/// Where, when, by whose word and in which scope something is told.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    /// Index into the list of places.
    pub place: Option<usize>,
    /// Every place that the sentence itself ties to it.
    pub told: Vec<usize>,
    pub scope: Scope,
    pub status: Status,
    /// Index into the cast.
    pub source: Option<usize>,
    /// Index of a time mention.
    pub time: Option<usize>,
    /// "Elsewhere", "separately": beside the main event of the day.
    pub elsewhere: bool,
    /// Index of the sentence.
    pub sentence: usize,
}

/// A finding with its setting and, once gathered, its event.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed<T> {
    pub fact: T,
    pub setting: Setting,
    /// Index into [`Findings::events`].
    pub event: Option<usize>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub struct Happening {
    pub kind: EventType,
    pub scope: Scope,
    /// Indices into the list of places.
    pub places: Vec<usize>,
    /// Index of a time mention.
    pub time: Option<usize>,
    /// Who did it or is said to have, in text order.
    pub attackers: Vec<Attacker>,
    pub tokens: Vec<Tokens>,
}

/// What the event stage found.
#[derive(Debug, Clone)]
pub struct Findings {
    pub cast: Cast,
    pub sayings: Vec<Saying>,
    pub counts: Vec<Placed<Tally>>,
    pub arms: Vec<Placed<Arms>>,
    pub harmed: Vec<Placed<Harmed>>,
    pub events: Vec<Happening>,
    /// What each place of the list is to the news and its context.
    pub roles: Vec<Standing>,
    /// Who fired, by finding of `arms`: index into the cast.
    pub launchers: Vec<Option<usize>>,
    /// The main clause of the news.
    pub lead: Option<Lead>,
    pub talks: Vec<Negotiation>,
}

/// Places, dates, attributes and gathers what the frames tell.
pub fn find(reading: Reading) -> Findings {
    let mut cast = Cast::default();
    cast.meet_listed(reading);
    cast.meet_named(reading);
    let sayings = attribution::find(reading, &mut cast);
    let scopes = Scopes::new(reading);
    let settings: Vec<Setting> = (0..reading.parse.frames.len()).map(|f| setting(reading, &scopes, &cast, &sayings, f)).collect();
    let mut counts = place(count::find(reading), &settings, |t| t.frame);
    for row in &mut counts {
        // "17 across the border in Kelm": the name stands behind what leads to it.
        let behind = |end: usize| matches!(reading.tagged.key(end), "in" | "of" | "near").then_some(end..end + 2);
        let own = row.fact.place.as_ref().and_then(|tokens| {
            let next = || reading.places(&behind(tokens.end)?).next();
            reading.places(tokens).next().or_else(next)
        });
        if let Some((_, place)) = own {
            (row.setting.place, row.setting.told) = (Some(place.place), vec![place.place]);
        } else if row.fact.place.is_some() && !matches!(row.fact.link, count::Link::PartOf(_)) {
            row.setting.place = None;
        }
    }
    // A figure for what was counted before is of the place of the one before.
    for at in 1..counts.len() {
        if reading.parse.frames[counts[at].fact.frame].predicate.gives_figure() && counts[at].setting.place.is_none() {
            let before = &counts[at - 1].setting;
            (counts[at].setting.place, counts[at].setting.told) = (before.place, before.told.clone());
        }
    }
    scope::take_as_news(reading, &mut counts);
    scope::set_tallies_apart(reading, &mut counts);
    scope::date_headlines(reading, &mut counts);
    source::mend(reading, &cast, &sayings, &mut counts);
    let mut arms = arms::settle(reading, place(arms::find(reading), &settings, |a| a.frame));
    let harmed = harm::merge(reading, place(harm::find(reading), &settings, |h| h.frame));
    let launchers = arms.iter().map(|a| launcher(reading, &mut cast, &a.fact, a.setting.source)).collect();
    let mut roles = role::of_places(reading, &scopes, &counts);
    let scene = scene::find(reading, &scopes, &settings, &roles);
    if let Some(scene) = scene {
        role::lead::take_as_scene(reading, &mut roles, scene);
    }
    let only = role::only_hit(reading, &roles);
    for setting in counts.iter_mut().map(|c| &mut c.setting).chain(arms.iter_mut().map(|a| &mut a.setting)) {
        if setting.place.is_none() && setting.scope == Scope::Current {
            setting.place = only;
        }
    }
    let mut findings =
        Findings { cast, sayings, counts, arms, harmed, events: Vec::new(), roles, launchers, lead: None, talks: Vec::new() };
    status::mend(reading, &mut findings);
    let event_of = cluster::gather(reading, &settings, scene, &mut findings);
    attackers::find(reading, &settings, &event_of, &mut findings);
    let main = findings.main_event();
    let told = (0..event_of.len()).filter(|f| main.is_some() && event_of[*f] == main).map(|f| reading.parse.frames[f].sentence);
    findings.talks = talks::find(reading, &mut findings.cast, &findings.roles);
    findings.lead = lead::find(reading, &findings.sayings, &told.collect::<Vec<_>>());
    findings
}

impl Findings {
    /// The event that is the news: the first current one.
    pub fn main_event(&self) -> Option<usize> {
        self.events.iter().position(|e| e.scope == Scope::Current)
    }
}

fn place<T>(facts: Vec<T>, settings: &[Setting], frame: impl Fn(&T) -> usize) -> Vec<Placed<T>> {
    facts.into_iter().map(|fact| Placed { setting: settings[frame(&fact)].clone(), fact, event: None }).collect()
}

fn setting(reading: Reading, scopes: &Scopes, cast: &Cast, sayings: &[Saying], index: usize) -> Setting {
    let frame = &reading.parse.frames[index];
    let scope = scopes.of(frame);
    let start = |m: usize| reading.mentions.places.mentions[m].tokens.start;
    let own = |m: usize| scope != Scope::Current || !scopes.is_earlier(frame.sentence, start(m));
    let located = location::of_frame(reading, frame, scope).filter(|l| own(l.mention));
    let saying = attribution::of_token(sayings, frame.sentence, frame.trigger.start).filter(|s| s.speaker.is_some());
    let source = saying.and_then(|s| s.speaker);
    let clause = reading.clause(frame.sentence, frame.clause);
    let sentence = reading.sentence(frame.sentence);
    let own_day = |t: &&TimeMention| t.places_something() && !dates_words(reading, frame, t.tokens.start);
    // The day of the dateline is that of the writing.
    let told_day = |t: &&TimeMention| own_day(t) && !reading.text.in_dateline(t.tokens.start);
    let dated = |range: &Tokens| reading.times(range).find(told_day).map(|t| t.tokens.start);
    let of_writing = || reading.times(&sentence).find(own_day).map(|t| t.tokens.start);
    let time_start = dated(&clause).or_else(|| dated(&sentence)).or_else(of_writing);
    Setting {
        place: located.map(|l| reading.mentions.places.mentions[l.mention].place),
        told: location::told(reading, frame)
            .into_iter()
            .filter(|m| own(*m))
            .map(|m| reading.mentions.places.mentions[m].place)
            .collect(),
        scope,
        status: status::of(
            reading,
            frame,
            saying,
            attribution::is_denied(sayings, frame.sentence, frame.trigger.start) || status::is_refuted(reading, frame),
            source.map(|s| &cast.members[s]),
        ),
        source,
        time: time_start.and_then(|s| reading.time_at(s)),
        elsewhere: !is_by_the_disaster(reading, frame)
            && (opens_with(reading, &sentence, "elsewhere")
                || opens_with(reading, &reading.clause(frame.sentence, frame.clause), "elsewhere"))
            || opens_away(reading, &sentence)
            || follows_elsewhere(reading, frame.sentence)
            || opens_with_another(reading, &sentence)
            || opens_earlier_elsewhere(reading, frame.sentence)
            || (opens_with(reading, &sentence, "next_event") && reading.places(&sentence).next().is_some()),
        sentence: frame.sentence,
    }
}

/// How far behind a verb of saying its day stands: "said on Tuesday", "said late on Tuesday", "told reporters on Tuesday".
const SAYING_REACH: usize = 4;

/// "Nine people were killed, officials said on Tuesday": the day is that of the words.
fn dates_words(reading: Reading, frame: &Frame, time: usize) -> bool {
    let said = reading.frames_of(frame.sentence).filter(|f| matches!(f.sense, Sense::Speech(_)) && f.trigger != frame.trigger);
    let own = frame.trigger.start;
    said.map(|f| f.trigger.end).any(|verb| {
        let behind = verb <= time && time <= verb + SAYING_REACH && !(verb..=time).contains(&own);
        behind && !(verb..time).any(|i| matches!(reading.tagged.key(i), "that" | "," | ":"))
    })
}

/// The cue stands among the first words of the sentence.
fn opens_with(reading: Reading, sentence: &Tokens, cue: &str) -> bool {
    reading.has_cue(sentence.start..(sentence.start + 3).min(sentence.end), cue)
}

/// "Elsewhere in the region, Hattie killed nine", "the storm killed nine": what the news is about went on there.
fn is_by_the_disaster(reading: Reading, frame: &Frame) -> bool {
    let wide = |f: &Frame| matches!(f.sense, Sense::Event(EventType::Storm | EventType::Earthquake | EventType::Flood));
    let told = |word: &str| {
        let before = reading.parse.frames.iter().take_while(|f| f.sentence < frame.sentence);
        // "the earthquake … the quake"
        let bears = |f: &Frame| (f.trigger.start..f.trigger.end + 1).any(|i| reading.tagged.key(i).ends_with(word));
        before.filter(|f| wide(f)).any(bears)
    };
    let one = |chunk: usize| {
        let phrase = reading.phrase(frame.sentence, chunk);
        phrase.is_some_and(|(p, _)| matches!(p.det, Determiner::Definite | Determiner::None) && told(reading.tagged.key(p.head)))
    };
    frame.filled(Slot::Agent).any(one)
}

/// What happens to people, by its noun.
const DEEDS: &[&str] = &[
    "accident",
    "crash",
    "incident",
    "collision",
    "attack",
    "blast",
    "explosion",
    "fire",
    "shooting",
    "plunge",
    "strike",
    "bombing",
    "raid",
];

/// "Hours earlier, another accident left seven dead": not the event of the news.
fn opens_with_another(reading: Reading, sentence: &Tokens) -> bool {
    let first = || sentence.clone().take(6);
    let earlier = first().any(|i| reading.tagged.key(i) == "earlier");
    let another = |i: usize| reading.tagged.key(i) == "another" && (i + 1..i + 4).any(|k| DEEDS.contains(&reading.tagged.key(k)));
    earlier && first().any(another)
}

/// "Earlier, five were gunned down in Kelm": in a town that the text has not named yet, and no earlier word on the news.
fn opens_earlier_elsewhere(reading: Reading, sentence: usize) -> bool {
    let range = reading.sentence(sentence);
    let places = &reading.mentions.places;
    if reading.tagged.key(range.start) != "earlier" || sentence == 0 {
        return false;
    }
    let harm = reading.frames_of(sentence).find(|f| reading.bears(f) && matches!(f.sense, Sense::Harm(_)));
    let told = harm.is_some_and(|h| {
        let said = |f: &Frame| matches!(f.sense, Sense::Speech(_)) && f.trigger.start < h.trigger.start;
        !h.past_perfect && !reading.frames_of(sentence).any(said)
    });
    let known = |place: usize| {
        places.mentions.iter().take_while(|m| m.tokens.start < range.start).any(|m| {
            let country = places.list[m.place].kind == PlaceType::Country;
            m.place == place || places.within(m.place, place) || !country && places.within(place, m.place)
        })
    };
    let town = |place: usize| matches!(places.list[place].kind, PlaceType::City | PlaceType::Facility);
    told && reading.places(&range).any(|(_, m)| town(m.place) && !known(m.place))
}

/// "Meanwhile, a gun battle is going on in Kelm. Two rebels were killed in it": the sentence goes on about another place, which
/// the one before it has named first.
fn follows_elsewhere(reading: Reading, sentence: usize) -> bool {
    let Some(previous) = sentence.checked_sub(1) else { return false };
    let paragraph = |s: usize| reading.text.sentences.get(s).map(|s| s.paragraph);
    let before = reading.sentence(previous);
    let known =
        |place: usize, at: usize| reading.mentions.places.mentions.iter().any(|m| m.place == place && m.tokens.start < at);
    let new = reading.places(&before).all(|(_, m)| !known(m.place, before.start));
    paragraph(previous) == paragraph(sentence)
        && opens_with(reading, &before, "elsewhere")
        && !reading.frames_of(previous).any(|f| reading.bears(f) && matches!(f.sense, Sense::Harm(_)))
        && reading.places(&before).next().is_some()
        && new
        && reading.places(&reading.sentence(sentence)).next().is_none()
}

/// "Ten kilometres to the north, in Kelm, …": another place than that of the news, unless the headline names it too.
fn opens_away(reading: Reading, sentence: &Tokens) -> bool {
    let mut first = sentence.clone().take(8).map(|i| reading.tagged.key(i));
    let number = reading.begins_quantity(sentence.start);
    let far = number && first.any(|key| matches!(key, "km" | "kilometres" | "kilometers" | "miles"));
    let away = far
        && first.any(|key| matches!(key, "north" | "south" | "east" | "west") || key.contains("-west") || key.contains("-east"));
    let in_title = |place: usize| {
        let mentions = &reading.mentions.places.mentions;
        mentions
            .iter()
            .any(|m| m.place == place && reading.text.sentences.iter().any(|s| s.in_title && s.tokens.contains(&m.tokens.start)))
    };
    away && reading.places(sentence).next().is_some() && !reading.places(sentence).any(|(_, m)| in_title(m.place))
}

/// The one who launched or intercepted: the agent of the frame, met as an actor, or who owns the plane or the weapon; "it"
/// is the one who says so.
fn launcher(reading: Reading, cast: &mut Cast, arms: &Arms, source: Option<usize>) -> Option<usize> {
    let frame = &reading.parse.frames[arms.frame];
    let agent = arms.agent.or_else(|| frame.filled(Slot::Accused).next());
    let Some(chunk) = agent else {
        return arms.owner.and_then(|c| cast.meet_owner(reading, frame.sentence, c));
    };
    let (phrase, tokens) = reading.phrase(frame.sentence, chunk)?;
    if matches!(reading.tagged.key(tokens.start), "it" | "they" | "its" | "their") && tokens.start <= phrase.head {
        return source;
    }
    cast.meet(reading, frame.sentence, chunk, ActorRole::Attacker).or_else(|| cast.meet_owner(reading, frame.sentence, chunk))
}

/// Reports of invented sentences, for the tests of this stage.
#[cfg(test)]
pub mod sample {
    use crate::report::{Kind, PlaceRole, Report};
    use crate::{Options, gazetteer, read};

    /// The report of `text`, with every place that the project knows.
    pub fn report(text: &str) -> Report {
        let gazetteer = gazetteer::built_in();
        read(
            text,
            &Options { gazetteer: Some(&gazetteer), published: Some(jiff::civil::date(2026, 5, 12)), ..Options::default() },
        )
    }

    /// The low of the total of `kind`; 0 where there is none.
    pub fn total(text: &str, kind: Kind) -> u64 {
        report(text).casualties.totals.iter().find(|t| t.kind == kind).map_or(0, |t| t.value.low)
    }

    /// Names of the places with `role`, in text order.
    pub fn places(text: &str, role: PlaceRole) -> Vec<String> {
        report(text).places.into_iter().filter(|p| p.role == role).map(|p| p.name).collect()
    }

    /// Names of the places hit, in text order.
    pub fn hit(text: &str) -> Vec<String> {
        places(text, PlaceRole::Hit)
    }
}
