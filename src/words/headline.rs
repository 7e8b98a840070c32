//! The first line of the answer: what happened, where and when.

use super::{labels, phrase};
use factbox_engine::report::wording;
use factbox_engine::report::{Event, EventType, Report};
use factbox_engine::scope::Scope;

/// Places that the line names before it says "and 3 more places".
const PLACES_NAMED: usize = 3;

/// What, where and when of the current events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// "Missile and drone strikes".
    pub what: String,
    /// "Kharkiv, Kyiv and 2 more places"; none where no event names a place.
    pub place: Option<String>,
    /// "last night (23 January 2026)".
    pub when: String,
    /// "Islamic State (claims it)", "not stated"; none where the event is no attack.
    pub by: Option<String>,
    /// Keys of the events.
    pub keys: Vec<String>,
}

impl Headline {
    /// What and where in one line.
    pub fn line(&self) -> String {
        match &self.place {
            Some(place) => format!("{}: {place}", self.what),
            None => self.what.clone(),
        }
    }
}

/// The headline of a report; none where it tells no current event.
pub fn headline(report: &Report) -> Option<Headline> {
    let current: Vec<&Event> = report.events.iter().filter(|e| e.scope == Scope::Current).collect();
    if current.is_empty() {
        return None;
    }
    let mut kinds = Vec::new();
    for event in &current {
        if !kinds.contains(&event.kind) {
            kinds.push(event.kind);
        }
    }
    // A known kind says what an incident without one does not.
    if kinds.len() > 1 {
        kinds.retain(|kind| *kind != EventType::Other);
    }
    let places = places(report, &current);
    let many = |kind: EventType| {
        let events = current.iter().filter(|e| e.kind == kind).count();
        events > 1 || kinds.len() > 1 || wording::is_several(kind, places.len())
    };
    let labels: Vec<&str> = kinds.iter().map(|&kind| labels::event(kind, many(kind))).collect();
    // The first event is the main one; the others have their day in the timeline.
    let when = current.iter().find_map(|e| e.date.as_ref()).map(wording::words_and_meaning);
    Some(Headline {
        what: what(&labels),
        place: named(&places),
        when: when.unwrap_or_else(|| phrase::DATE_NOT_STATED.to_string()),
        by: by(report, &current),
        keys: current.iter().map(|e| e.id.clone()).collect(),
    })
}

/// Who did it, of the events that somebody does.
fn by(report: &Report, events: &[&Event]) -> Option<String> {
    let attacks: Vec<&&Event> = events.iter().filter(|e| is_attack(e.kind)).collect();
    let named = |id: &str| report.actors.iter().find(|a| a.id == id);
    let mut names: Vec<String> = Vec::new();
    for attacker in attacks.iter().flat_map(|e| &e.attackers) {
        let name = named(&attacker.actor).map(|actor| wording::attacker(&actor.name, attacker.standing));
        names.extend(name.filter(|name| !names.contains(name)));
    }
    match (names.is_empty(), attacks.is_empty()) {
        (false, _) => Some(labels::list(&names)),
        (true, false) => Some(phrase::NOT_STATED.to_lowercase()),
        (true, true) => None,
    }
}

/// True for what somebody does to others on purpose. In a battle both sides do.
fn is_attack(kind: EventType) -> bool {
    use EventType::*;
    matches!(kind, Airstrike | MissileStrike | DroneStrike | Shelling | Shooting | Bombing | Abduction)
}

/// "Drone and missile strikes and fires": labels that end in the same word share it.
fn what(labels: &[&str]) -> String {
    let mut grouped: Vec<(&str, Vec<&str>)> = Vec::new();
    for label in labels {
        let (before, noun) = label.rsplit_once(' ').unwrap_or(("", label));
        match grouped.iter_mut().find(|(n, befores)| *n == noun && !before.is_empty() && !befores.is_empty()) {
            Some((_, befores)) => befores.push(before),
            None if before.is_empty() => grouped.push((noun, Vec::new())),
            None => grouped.push((noun, vec![before])),
        }
    }
    let phrase = |(noun, befores): &(&str, Vec<&str>)| format!("{} {noun}", labels::list(befores)).trim_start().to_string();
    let line = labels::list(&grouped.iter().map(phrase).collect::<Vec<_>>()).to_lowercase();
    let mut letters = line.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Names of the events' places, each once.
fn places(report: &Report, events: &[&Event]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for place in report.struck(events).1 {
        if !names.contains(&place.name) {
            names.push(place.name.clone());
        }
    }
    names
}

fn named(places: &[String]) -> Option<String> {
    let rest = places.len().saturating_sub(PLACES_NAMED);
    match (places.is_empty(), rest) {
        (true, _) => None,
        // "and 1 more place" is longer than most names: four are then named.
        (_, 0 | 1) => Some(labels::list(places)),
        _ => Some(format!("{} and {rest} more places", places[..PLACES_NAMED].join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use factbox_engine::report::{Place, PlaceRole, PlaceType};

    fn place(id: &str, name: &str, role: PlaceRole) -> Place {
        fixture::place(id, name, PlaceType::City, role)
    }

    fn event(id: &str, kind: EventType, places: &[&str]) -> Event {
        Event {
            id: id.into(),
            kind,
            scope: Scope::Current,
            places: places.iter().map(|p| p.to_string()).collect(),
            date: None,
            actors: vec![],
            attackers: vec![],
            counts: vec![],
            munitions: vec![],
            damage: vec![],
            evidence: vec![],
        }
    }

    #[test]
    fn one_event_in_one_place() {
        let report = Report {
            events: vec![event("e1", EventType::Flood, &["p1"])],
            places: vec![place("p1", "Brod", PlaceRole::Hit), place("p2", "Kelm", PlaceRole::Hit)],
            ..Report::default()
        };
        let headline = headline(&report).unwrap();
        assert_eq!((headline.line().as_str(), headline.when.as_str()), ("Flood: Brod", "date not stated"));
    }

    #[test]
    fn several_kinds_and_places() {
        let names = ["Aba", "Brod", "Celje", "Dor", "Elm"];
        let ids = ["p1", "p2", "p3", "p4", "p5"];
        let mut report = Report {
            events: vec![event("e1", EventType::MissileStrike, &ids), event("e2", EventType::Fire, &[])],
            places: ids.iter().zip(names).map(|(id, name)| place(id, name, PlaceRole::Hit)).collect(),
            ..Report::default()
        };
        assert_eq!(headline(&report).unwrap().line(), "Missile strikes and fires: Aba, Brod, Celje and 2 more places");
        report.places.pop();
        assert_eq!(headline(&report).unwrap().line(), "Missile strikes and fires: Aba, Brod, Celje and Dor");
    }

    #[test]
    fn kinds_that_share_a_word_share_it() {
        assert_eq!(what(&["Drone strikes", "Missile strikes"]), "Drone and missile strikes");
        assert_eq!(what(&["Drone strikes", "Fires", "Air strikes"]), "Drone and air strikes and fires");
        assert_eq!(what(&["Shelling"]), "Shelling");
    }

    #[test]
    fn places_aimed_at_stand_in_where_none_was_hit() {
        let report = Report {
            events: vec![event("e1", EventType::DroneStrike, &["p1"])],
            places: vec![place("p1", "Brod", PlaceRole::Targeted)],
            ..Report::default()
        };
        assert_eq!(headline(&report).unwrap().line(), "Drone strike: Brod");
    }

    #[test]
    fn an_attack_names_its_attacker_or_says_that_none_is_stated() {
        let mut report = Report { events: vec![event("e1", EventType::Flood, &[])], ..Report::default() };
        assert_eq!(headline(&report).unwrap().by, None);
        report.events[0].kind = EventType::Bombing;
        assert_eq!(headline(&report).unwrap().by.as_deref(), Some("not stated"));
    }

    #[test]
    fn background_is_no_headline() {
        let mut report = Report { events: vec![event("e1", EventType::Fire, &[])], ..Report::default() };
        report.events[0].scope = Scope::Background;
        assert_eq!(headline(&report), None);
    }
}
