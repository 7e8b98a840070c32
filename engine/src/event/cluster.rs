//! Clusters: which findings belong to one event. The news of the day is one event, whatever its places; what is told
//! "elsewhere" or as context stands apart, one event for each sentence that opens it.

use super::count::Tally;
use super::reading::Reading;
use super::{Findings, Happening, Placed, Setting};
use crate::frame::predicate::Sense;
use crate::report::{Bound, EventType, MunitionType, PlaceRole, PlaceType};
use crate::scope::Scope;

/// Key of an event: the main one, or the paragraph of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    Main,
    Elsewhere(usize),
    Background(usize),
}

/// Gathers counts, munitions, damage and named events into happenings; gives the event of each frame.
pub fn gather(reading: Reading, settings: &[Setting], scene: Option<usize>, findings: &mut Findings) -> Vec<Option<usize>> {
    let mut keys: Vec<Key> = Vec::new();
    let mut events: Vec<Happening> = Vec::new();
    let mut side = None;
    let key_of: Vec<Option<Key>> = settings
        .iter()
        .map(|s| {
            let paragraph = reading.text.sentences.get(s.sentence).map_or(0, |x| x.paragraph);
            if s.elsewhere {
                side = Some(paragraph);
            }
            match s.scope {
                Scope::Prospective => None,
                Scope::Current if side == Some(paragraph) => Some(Key::Elsewhere(paragraph)),
                Scope::Current => Some(Key::Main),
                Scope::Background | Scope::Cumulative => Some(Key::Background(paragraph)),
            }
        })
        .collect();
    let mut event_of_frame = vec![None; settings.len()];
    let mut counted = vec![false; settings.len()];
    let numbered = |c: &&Placed<Tally>| c.fact.amount.bound != Bound::None;
    findings.counts.iter().filter(numbered).for_each(|c| counted[c.fact.frame] = true);
    for (f, frame) in reading.parse.frames.iter().enumerate() {
        let Some(key) = key_of[f] else { continue };
        if (frame.negated || !reading.bears(frame)) && !counted[f] {
            continue;
        }
        let at = keys.iter().position(|k| *k == key).unwrap_or_else(|| {
            keys.push(key);
            let scope = if matches!(key, Key::Background(_)) { Scope::Background } else { Scope::Current };
            events.push(Happening {
                kind: EventType::Other,
                scope,
                places: Vec::new(),
                time: None,
                attackers: Vec::new(),
                tokens: Vec::new(),
            });
            events.len() - 1
        });
        event_of_frame[f] = Some(at);
        let event = &mut events[at];
        if let Sense::Event(kind) = frame.sense {
            event.kind = sharper(event.kind, kind);
        }
        event.tokens.push(frame.trigger.clone());
        event.time = event.time.or(settings[f].time);
        let struck = |p: &usize| matches!(findings.roles[*p].role(settings[f].scope), PlaceRole::Hit | PlaceRole::Targeted);
        for place in settings[f].told.iter().copied().chain(settings[f].place).filter(struck) {
            if !event.places.contains(&place) {
                event.places.push(place);
            }
        }
    }
    // A zero opens no event of its own.
    let event_of = |f: usize| event_of_frame[f].or_else(|| keys.iter().position(|k| Some(*k) == key_of[f]));
    findings.counts.iter_mut().for_each(|c| c.event = event_of(c.fact.frame));
    findings.harmed.iter_mut().for_each(|h| h.event = event_of_frame[h.fact.frame]);
    findings.arms.iter_mut().for_each(|a| a.event = event_of_frame[a.fact.frame]);
    for arms in &findings.arms {
        let Some(event) = arms.event.and_then(|e| events.get_mut(e)) else { continue };
        // "A car bomb": what explodes is no mere vehicle.
        let bomb = arms.fact.tokens.clone().any(|i| matches!(reading.tagged.key(i), "bomb" | "bombs"));
        let vehicle = arms.fact.weapon.kind == MunitionType::Vehicle;
        let kind = if bomb && vehicle { EventType::Bombing } else { by_weapon(arms.fact.weapon.kind) };
        // Drones and missiles of one night are air strikes.
        let effect = matches!(event.kind, EventType::Explosion | EventType::Fire);
        event.kind = if event.kind != kind && from_the_air(event.kind) && from_the_air(kind) {
            EventType::Airstrike
        } else if effect && (from_the_air(kind) || matches!(kind, EventType::Shelling | EventType::Bombing)) {
            // What blew up and burned was struck.
            kind
        } else {
            sharper(event.kind, kind)
        };
    }
    // The village before the province that the first sentence names.
    let width = |place: &usize| match reading.mentions.places.list[*place].kind {
        PlaceType::City | PlaceType::Facility => 0,
        PlaceType::Area => 1,
        PlaceType::Region => 2,
        PlaceType::Country => 3,
    };
    // "It happened at Kelm": the town that no clause of its own ties, where the news names but its province.
    let main = keys.iter().position(|k| *k == Key::Main);
    if let Some(event) = main.map(|m| &mut events[m])
        && event.places.iter().all(|p| width(p) > 1)
    {
        let town = |p: &usize| width(p) == 0 && findings.roles[*p].current == PlaceRole::Hit;
        event.places.extend((0..findings.roles.len()).filter(town));
    }
    events.iter_mut().for_each(|e| e.places.sort_by_key(width));
    if let Some((event, scene)) = main.map(|m| &mut events[m]).zip(scene) {
        event.places.retain(|p| *p != scene);
        event.places.insert(0, scene);
    }
    findings.events = events;
    drop_empty(findings, &mut event_of_frame);
    event_of_frame
}

/// "They see no sign of it", "Attacks went on": a word for something that happened, and nothing said of it.
fn drop_empty(findings: &mut Findings, event_of_frame: &mut [Option<usize>]) {
    let bare = |e: &Happening| e.kind == EventType::Other && e.places.is_empty();
    let mut kept: Vec<bool> = findings.events.iter().map(|e| !bare(e)).collect();
    let counts = findings.counts.iter().map(|c| c.event);
    let told = counts.chain(findings.arms.iter().map(|a| a.event)).chain(findings.harmed.iter().map(|h| h.event));
    told.flatten().for_each(|e| kept[e] = true);
    let mut next = 0..;
    let new: Vec<Option<usize>> = kept.iter().map(|kept| if *kept { next.next() } else { None }).collect();
    let moved = |event: &mut Option<usize>| *event = event.and_then(|e| new[e]);
    event_of_frame.iter_mut().for_each(moved);
    findings.counts.iter_mut().for_each(|c| moved(&mut c.event));
    findings.arms.iter_mut().for_each(|a| moved(&mut a.event));
    findings.harmed.iter_mut().for_each(|h| moved(&mut h.event));
    let mut kept = kept.into_iter();
    findings.events.retain(|_| kept.next() == Some(true));
}

/// The first kind told stands; "other" gives way to any.
fn sharper(known: EventType, told: EventType) -> EventType {
    if known == EventType::Other { told } else { known }
}

fn from_the_air(kind: EventType) -> bool {
    matches!(kind, EventType::Airstrike | EventType::DroneStrike | EventType::MissileStrike)
}

fn by_weapon(kind: MunitionType) -> EventType {
    match kind {
        MunitionType::Drone => EventType::DroneStrike,
        MunitionType::Missile | MunitionType::BallisticMissile | MunitionType::CruiseMissile | MunitionType::Rocket => {
            EventType::MissileStrike
        }
        MunitionType::Bomb => EventType::Airstrike,
        MunitionType::Shell => EventType::Shelling,
        MunitionType::Gun => EventType::Shooting,
        MunitionType::Explosive | MunitionType::Mine => EventType::Bombing,
        _ => EventType::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::report;
    use crate::report::EventType;

    #[test]
    fn storms_bear_names() {
        let kind = |text: &str| report(text).events[0].kind;
        assert_eq!(kind("Typhoon Mirasol killed 64 people in Kherson."), EventType::Storm);
        assert_eq!(kind("The death toll from Cyclone Asha has climbed to 64 in Kherson."), EventType::Storm);
    }

    #[test]
    fn the_day_of_the_words_is_not_that_of_the_event() {
        let date = |text: &str| report(text).events[0].date.as_ref().and_then(|d| d.value.clone());
        let crash = "Nine people were killed when a train hit a bus in Kherson, officials said on 3 June 2025.";
        assert_eq!(date(crash), None);
        assert_eq!(date(&format!("{crash} The crash happened on 2 June 2025.")).as_deref(), Some("2025-06-02"));
        assert_eq!(date("A train hit a bus in Kherson on 2 June 2025, officials said.").as_deref(), Some("2025-06-02"));
    }

    #[test]
    fn several_weapons_from_the_air_are_air_strikes() {
        let kind = |text: &str| report(text).events[0].kind;
        assert_eq!(kind("Russia fired 40 drones and nine missiles at Kherson on Monday."), EventType::Airstrike);
        assert_eq!(kind("Russia fired 40 drones at Kherson on Monday."), EventType::DroneStrike);
        assert_eq!(kind("Explosions shook Kherson on Monday. Russia fired 40 drones at the city."), EventType::DroneStrike);
    }
}
