//! Roles of places: what each place is to the events of the article.

use super::location;
use super::reading::Reading;
use super::scope::Scopes;
use crate::frame::Frame;
use crate::frame::predicate::{Sense, Slot};
use crate::mention::place::PlaceForm;
use crate::report::{Action, Effect, PlaceRole, PlaceType};
use crate::scope::Scope;

/// Role and scope of each place of the list.
pub fn of_places(reading: Reading, scopes: &Scopes) -> Vec<(PlaceRole, Scope)> {
    let mut roles = vec![(PlaceRole::Mentioned, Scope::Current); reading.mentions.places.list.len()];
    let mut give = |mention: usize, role: PlaceRole, scope: Scope| {
        let place = reading.mentions.places.mentions[mention].place;
        let scope = if scope == Scope::Current { Scope::Current } else { Scope::Background };
        let known = &mut roles[place];
        if rank(role, scope) > rank(known.0, known.1) {
            *known = (role, scope);
        }
    };
    for frame in &reading.parse.frames {
        let scope = scopes.of(frame);
        if frame.negated || (scope == Scope::Prospective && frame.sense != Sense::Talks) {
            continue;
        }
        match frame.sense {
            Sense::Talks => {
                let venues = venues(reading, frame);
                let scope = if scope == Scope::Prospective { Scope::Current } else { scope };
                venues.into_iter().for_each(|m| give(m, PlaceRole::Venue, scope));
            }
            _ if reading.bears(frame) => {
                let role = role_of(frame);
                location::told(reading, frame).into_iter().for_each(|m| give(m, role, scope));
                origins(reading, frame).into_iter().for_each(|m| give(m, PlaceRole::LaunchedFrom, scope));
                if let Sense::Event(_) = frame.sense {
                    modifiers(reading, frame).into_iter().for_each(|m| give(m, PlaceRole::Hit, scope));
                }
            }
            _ => {}
        }
    }
    enclose(reading, &mut roles);
    roles
}

/// A region or country that was aimed at and holds a place that was struck merely encloses it.
fn enclose(reading: Reading, roles: &mut [(PlaceRole, Scope)]) {
    let places = &reading.mentions.places;
    let struck = |a: usize, roles: &[(PlaceRole, Scope)], scope| {
        (0..roles.len()).any(|i| roles[i] == (PlaceRole::Hit, scope) && places.within(i, a))
    };
    for at in 0..roles.len() {
        let (role, scope) = roles[at];
        let country = places.list[at].kind == PlaceType::Country;
        let aimed = role == PlaceRole::Targeted || (country && role == PlaceRole::Hit);
        if aimed && struck(at, roles, scope) {
            roles[at].0 = PlaceRole::Mentioned;
        }
    }
}

/// A role told of the news outranks one of the context; hit outranks aimed at.
fn rank(role: PlaceRole, scope: Scope) -> (bool, PlaceRole) {
    (role != PlaceRole::Mentioned && scope == Scope::Current, role)
}

fn role_of(frame: &Frame) -> PlaceRole {
    match frame.sense {
        Sense::Effect(Effect::Targeted) | Sense::Weapon(Action::Launched | Action::Intercepted | Action::Found) => {
            PlaceRole::Targeted
        }
        _ => PlaceRole::Hit,
    }
}

/// "met in Doha", "talks in Doha", "Doha hosted the talks".
fn venues(reading: Reading, frame: &Frame) -> Vec<usize> {
    let chunks: Vec<usize> = frame.filled(Slot::Venue).collect();
    let tokens = chunks.iter().filter_map(|c| reading.chunks(frame.sentence).get(*c)).map(|c| c.tokens.clone());
    tokens
        .flat_map(|range| reading.places(&range).filter(|(_, p)| p.form == PlaceForm::Name).map(|(i, _)| i).collect::<Vec<_>>())
        .collect()
}

/// "launched from Kelm".
fn origins(reading: Reading, frame: &Frame) -> Vec<usize> {
    if !matches!(frame.sense, Sense::Weapon(Action::Launched)) {
        return Vec::new();
    }
    let clause = reading.clause(frame.sentence, frame.clause);
    reading
        .places(&clause)
        .filter(|(_, p)| p.tokens.start > 0 && reading.tagged.key(p.tokens.start - 1) == "from")
        .map(|(i, _)| i)
        .collect()
}

/// "the Kelm attack", "Kelm's bombardment": the place that modifies the noun of attack.
fn modifiers(reading: Reading, frame: &Frame) -> Vec<usize> {
    let Some(chunk) = reading.chunks(frame.sentence).get(frame.chunk) else { return Vec::new() };
    let before = chunk.tokens.start..frame.trigger.start;
    reading.places(&before).filter(|(_, p)| p.form == PlaceForm::Modifier).map(|(i, _)| i).collect()
}
