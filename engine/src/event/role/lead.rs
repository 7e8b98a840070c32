//! The lead: the town of a region that is hit, and the news of a text that looks back.

use super::{Standing, enclose};
use crate::event::reading::Reading;
use crate::event::scope::Scopes;
use crate::event::{implied, location};
use crate::frame::Frame;
use crate::frame::predicate::Sense;
use crate::mention::place::PlaceMention;
use crate::report::{Kind, PlaceRole, PlaceType};
use crate::scope::Scope;

/// Where only regions are hit, the town of one of them where harm is told in words that tie it less.
pub fn sharpen(reading: Reading, scopes: &Scopes, roles: &mut [Standing]) {
    let places = &reading.mentions.places;
    let wide = |i: usize| matches!(places.list[i].kind, PlaceType::Region | PlaceType::Country);
    let hit: Vec<usize> = (0..roles.len()).filter(|i| roles[*i].current == PlaceRole::Hit).collect();
    if hit.is_empty() || !hit.iter().all(|i| wide(*i)) {
        return;
    }
    let told = implied::loosely_told(reading, scopes).into_iter();
    let inside = |p: usize| hit.iter().any(|h| places.within(p, *h));
    let inner: Vec<usize> =
        told.filter(|(p, role, scope)| *role == PlaceRole::Hit && *scope == Scope::Current && inside(*p)).map(|t| t.0).collect();
    inner.into_iter().for_each(|p| roles[p].give(PlaceRole::Hit, Scope::Current));
    enclose(reading, roles);
}

/// A text that tells of nothing later is about what it begins with: "Heat killed 40 in Kelm last week".
pub fn promote(reading: Reading, scopes: &Scopes, roles: &mut [Standing]) {
    if roles.iter().any(|s| matches!(s.current, PlaceRole::Hit | PlaceRole::Targeted)) {
        return;
    }
    let tells = |f: &&Frame| {
        !f.negated && !matches!(f.sense, Sense::Talks | Sense::Speech(_) | Sense::Harm(Kind::Arrested)) && reading.bears(f)
    };
    let Some(first) = reading.parse.frames.iter().find(tells).filter(|f| f.sentence == 0) else { return };
    // "Timbuktu, where shrines were smashed in 2012, has asked for help" is no news of harm.
    let own = |f: &Frame| (f.sentence, f.clause) == (first.sentence, first.clause);
    let chunk = reading.chunks(first.sentence).iter().find(|c| c.clause == first.clause);
    let aside = chunk.is_some_and(|c| matches!(reading.tagged.key(c.tokens.start), "where" | "which" | "whose" | "who"));
    if aside && !reading.parse.frames.iter().any(|f| tells(&f) && !own(f)) {
        return;
    }
    if scopes.is_earlier(first.sentence, first.trigger.start) || scopes.of(first) != Scope::Background {
        return;
    }
    for mention in location::told(reading, first) {
        let place = reading.mentions.places.mentions[mention].place;
        if roles[place].background == PlaceRole::Hit {
            roles[place] = Standing { current: PlaceRole::Hit, ..Standing::NAMED };
        }
    }
}

/// As far as a town reaches, in kilometres.
const TOWN: f64 = 25.0;

/// The place of the main event is hit, and what merely holds it is not.
pub fn take_as_scene(reading: Reading, roles: &mut [Standing], scene: usize) {
    if roles[scene].current != PlaceRole::Targeted {
        roles[scene].give(PlaceRole::Hit, Scope::Current);
    }
    // "In Kaduna … at the village of Norvika in Kaduna state": the city that bears the name of the state is not hit.
    let places = &reading.mentions.places;
    let sentences = |p: usize| {
        let of = |m: &PlaceMention| reading.text.sentence_of(m.tokens.start);
        places.mentions.iter().filter(move |m| m.place == p).filter_map(of)
    };
    let state = |town: &str| places.list.iter().any(|p| p.kind == PlaceType::Region && p.name.starts_with(town));
    let namesake = |p: usize| {
        let (town, inner) = (&places.list[p], &places.list[scene]);
        let far = places.distance(scene, p).is_some_and(|km| km > TOWN);
        let bears = inner.admin1.as_deref().is_some_and(|r| r == town.name) && town.admin1 == inner.admin1;
        // Named first, and sharpened behind.
        let apart = || sentences(p).max() < sentences(scene).min();
        p != scene
            && town.kind == PlaceType::City
            && town.country == inner.country
            && bears
            && far
            && state(&town.name)
            && apart()
    };
    (0..roles.len()).filter(|p| namesake(*p)).for_each(|p| {
        if roles[p].current == PlaceRole::Hit {
            roles[p].current = PlaceRole::Mentioned;
        }
    });
    enclose(reading, roles);
}

#[cfg(test)]
mod tests {
    use crate::event::sample::hit;

    #[test]
    fn the_town_rather_than_its_region() {
        let text = "A bomber blew himself up at a stall in Baqubah. It was one of two bombings in Diyala governorate that day.";
        assert_eq!(hit(text), ["Baqubah"]);
    }
}
