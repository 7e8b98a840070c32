//! Roles of places: what each place is to the events of the article.

use super::reading::Reading;
use super::scope::Scopes;
use super::{location, locative};
use crate::frame::Frame;
use crate::frame::predicate::{Sense, Slot};
use crate::lexicon::Table;
use crate::mention::place::{PlaceForm, PlaceMention};
use crate::report::{Action, Effect, Kind, PlaceRole, PlaceType};
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
            // Arrests are made where nothing was struck, too.
            Sense::Harm(Kind::Arrested) => {}
            _ if reading.bears(frame) => {
                let role = role_of(frame);
                let from = launchers(reading, frame);
                let told = location::told(reading, frame).into_iter().filter(|m| !from.contains(m));
                told.for_each(|m| give(m, role, scope));
                from.into_iter().for_each(|m| give(m, PlaceRole::LaunchedFrom, scope));
                origins(reading, frame).into_iter().for_each(|m| give(m, PlaceRole::LaunchedFrom, scope));
                if let Sense::Event(_) = frame.sense {
                    modifiers(reading, frame).into_iter().for_each(|m| give(m, PlaceRole::Hit, scope));
                }
            }
            _ => {}
        }
    }
    enclose(reading, &mut roles);
    if roles.iter().all(|(role, _)| !matches!(role, PlaceRole::Hit | PlaceRole::Targeted)) {
        for (place, scope) in implied(reading, scopes) {
            roles[place] = (PlaceRole::Hit, scope);
        }
    }
    roles
}

/// Where a text ties its harm to no place outright: the first places that stand in or beside a sentence of harm.
fn implied(reading: Reading, scopes: &Scopes) -> Vec<(usize, Scope)> {
    let mut best: Option<(Nearness, usize, Scope)> = None;
    let places = &reading.mentions.places;
    // "officials in Kelm speak of 35 killed": a toll whose number the frame does not hold.
    let counted = |f: &Frame| {
        let sentence = reading.sentence(f.sentence);
        let quantities = &reading.mentions.quantities;
        let first = quantities.partition_point(|q| q.tokens.start < sentence.start);
        let number = quantities.get(first).is_some_and(|q| q.tokens.start < sentence.end);
        matches!(f.sense, Sense::Harm(Kind::Killed | Kind::Wounded | Kind::Missing)) && number && f.slots.is_empty()
    };
    let harms = |f: &&Frame| match f.sense {
        Sense::Harm(kind) => kind != Kind::Arrested && !f.negated,
        Sense::Effect(_) => !f.negated,
        _ => false,
    };
    for frame in reading.parse.frames.iter().filter(harms).filter(|f| reading.bears(f) || counted(f)) {
        let scope = match scopes.of(frame) {
            Scope::Prospective => continue,
            Scope::Current => Scope::Current,
            _ => Scope::Background,
        };
        let paragraph = |s: usize| reading.text.sentences.get(s).map(|x| x.paragraph);
        for sentence in [Some(frame.sentence), frame.sentence.checked_add(1), frame.sentence.checked_sub(1)].into_iter().flatten()
        {
            if paragraph(sentence).is_none() || paragraph(sentence) != paragraph(frame.sentence) {
                continue;
            }
            for (i, p) in reading.places(&reading.sentence(sentence)) {
                let Some(near) = nearness(reading, sentence, i, sentence == frame.sentence) else { continue };
                if best.is_none_or(|(known, _, _)| near < known) {
                    best = Some((near, p.place, scope));
                }
            }
        }
    }
    best.filter(|(_, p, _)| places.list[*p].confidence >= SURE).map(|(_, place, scope)| (place, scope)).into_iter().collect()
}

/// The one place that the news hit, the most precise where they hold one another; none where there are several.
pub fn only_hit(reading: Reading, roles: &[(PlaceRole, Scope)]) -> Option<usize> {
    let places = &reading.mentions.places;
    let mut hit = (0..roles.len()).filter(|i| roles[*i] == (PlaceRole::Hit, Scope::Current));
    let mut only = hit.next()?;
    for place in hit {
        if places.within(place, only) {
            only = place;
        } else if !places.within(only, place) {
            return None;
        }
    }
    Some(only)
}

/// A place of less confidence is not taken where no word ties it.
const SURE: f64 = 0.5;

/// How near a place stands to a harm that no word ties to it, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    /// "… in Kelm" in the sentence of the harm.
    InSentence,
    /// "Kelm's hospital", "the Kelm market".
    OfThing,
    /// "officials in Kelm", "the mayor of Kelm", "Kelm's governor".
    OfOffice,
    /// "… in Kelm" in the sentence beside it.
    Beside,
}

fn nearness(reading: Reading, sentence: usize, mention: usize, same: bool) -> Option<Nearness> {
    let places = &reading.mentions.places;
    let m = &places.mentions[mention];
    let named = matches!(m.form, PlaceForm::Name | PlaceForm::Modifier) && !reading.text.in_dateline(m.tokens.start);
    let chunks = reading.chunks(sentence);
    let at = chunks.iter().position(|c| c.tokens.contains(&m.tokens.start))?;
    let country = places.list[m.place].kind == PlaceType::Country;
    let talks = reading.frames_of(sentence).any(|f| f.sense == Sense::Talks);
    if !named || country || talks {
        return None;
    }
    let office = |c: usize| {
        let phrase = reading.phrase(sentence, c);
        phrase.is_some_and(|(p, t)| reading.tagged.ending(Table::Office, t.start, p.head + 1).is_some())
    };
    let led_from = at > 0 && matches!(reading.chunk_key(sentence, at - 1), "in" | "of" | "at" | "near");
    let of_office = office(at) || at >= 2 && led_from && office(at - 2);
    let led = locative::opens(reading, sentence, mention);
    match (same, of_office) {
        (true, false) if led && !locative::is_voice(reading, sentence, at) => Some(Nearness::InSentence),
        (true, _) if locative::modifies_target(reading, sentence, at, mention) => Some(Nearness::OfThing),
        (true, true) => Some(Nearness::OfOffice),
        (false, false) if led && !locative::is_voice(reading, sentence, at) => Some(Nearness::Beside),
        _ => None,
    }
}

/// "Rebels in Kelm fired rockets": the place of those who fire.
fn launchers(reading: Reading, frame: &Frame) -> Vec<usize> {
    if frame.sense != Sense::Weapon(Action::Launched) {
        return Vec::new();
    }
    let chunks = reading.chunks(frame.sentence);
    let of_agent = (0..chunks.len()).filter(|c| locative::is_launcher(reading, frame.sentence, *c));
    of_agent.flat_map(|c| reading.places(&chunks[c].tokens).map(|(i, _)| i)).collect()
}

/// A region or country that was aimed at and holds a place that was struck merely encloses it.
fn enclose(reading: Reading, roles: &mut [(PlaceRole, Scope)]) {
    let places = &reading.mentions.places;
    let struck = |a: usize, roles: &[(PlaceRole, Scope)], scope| {
        (0..roles.len()).any(|i| roles[i] == (PlaceRole::Hit, scope) && places.within(i, a))
    };
    // A storm or a quake strikes the region, too.
    let wide = reading.parse.frames.iter().any(|f| matches!(f.sense, Sense::Event(kind) if locative::is_disaster(kind)));
    for at in 0..roles.len() {
        let (role, scope) = roles[at];
        // "the surrounding region" is told beside the city.
        let told_apart = places.mentions.iter().any(|m| m.place == at && m.form == PlaceForm::Definite);
        let outer = places.list[at].kind == PlaceType::Country || !wide && !told_apart;
        let aimed = role == PlaceRole::Targeted || (outer && role == PlaceRole::Hit);
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
    let chunks = frame.filled(Slot::Venue).filter_map(|c| reading.chunks(frame.sentence).get(c));
    let named = |(_, p): &(usize, &PlaceMention)| p.form == PlaceForm::Name;
    let told: Vec<usize> = chunks.flat_map(|c| reading.places(&c.tokens).filter(named).map(|(i, _)| i)).collect();
    if told.is_empty() { around(reading, frame) } else { told }
}

/// "Talks went on in Doha", "envoys are expected in Doha for talks": the place of a clause that tells of nothing but talks.
fn around(reading: Reading, frame: &Frame) -> Vec<usize> {
    let mut others = reading.frames_of(frame.sentence).filter(|f| f.clause == frame.clause);
    if others.any(|f| reading.bears(f) || matches!(f.sense, Sense::Speech(_))) {
        return Vec::new();
    }
    let clause = reading.clause(frame.sentence, frame.clause);
    let here = |(i, p): &(usize, &PlaceMention)| {
        let named = p.form == PlaceForm::Name && !reading.text.in_dateline(p.tokens.start);
        named && locative::opens(reading, frame.sentence, *i)
    };
    reading.places(&clause).filter(here).map(|(i, _)| i).collect()
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
    let here = |(i, p): &(usize, &PlaceMention)| {
        let named = p.form != PlaceForm::Adjective && p.form != PlaceForm::People;
        named && locative::modifies_event(reading, frame.sentence, frame.chunk, *i)
    };
    reading.places(&before).filter(here).map(|(i, _)| i).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample::{hit, places};
    use crate::report::PlaceRole;

    #[test]
    fn who_fires_and_what_is_fired_at() {
        let text = "Rebels in Saada fired two missiles at Jeddah.";
        assert_eq!(places(text, PlaceRole::LaunchedFrom), ["Saada"]);
        assert_eq!(places(text, PlaceRole::Targeted), ["Jeddah"]);
        assert_eq!(places("Nine rockets were launched from Tyre at Haifa.", PlaceRole::LaunchedFrom), ["Tyre"]);
    }

    #[test]
    fn capitals_as_governments_are_not_hit() {
        let text = "Talks between Kyiv and Washington went on in Doha while shells killed two people in Kherson.";
        assert_eq!(hit(text), ["Kherson"]);
        assert_eq!(places(text, PlaceRole::Venue), ["Doha"]);
    }

    #[test]
    fn what_encloses_is_merely_mentioned() {
        assert_eq!(hit("Shells killed two people in Kharkiv region on Monday. One of them died in Izium."), ["Izium"]);
        assert_eq!(hit("Shells killed two people in Kharkiv region on Monday."), ["Kharkiv Oblast"]);
    }

    #[test]
    fn arrests_hit_no_place() {
        assert_eq!(hit("Police arrested 14 people in Basra.").len(), 0);
    }

    #[test]
    fn a_local_office_tells_where_nothing_else_does() {
        assert_eq!(hit("Seven people were killed by shelling, the mayor of Zhytomyr said."), ["Zhytomyr"]);
        assert_eq!(
            hit("Seven people were killed by shelling, the mayor of Zhytomyr said. Two more died in Kherson."),
            ["Kherson"]
        );
    }
}
