//! Inside: whether the text or the map puts one place in another.

use crate::event::nested;
use crate::event::reading::Reading;
use crate::mention::place::{PlaceForm, ResolvedPlace};
use crate::report::PlaceType;
use std::collections::HashMap;

/// As far as a wide place and a city reach from their middle, in kilometres.
const WIDE_REACH: f64 = 150.0;
const CITY_REACH: f64 = 35.0;
/// As far as a district reaches.
const DISTRICT: f64 = 60.0;
/// From the middle of a lake or a strait to its towns.
const SHORE: f64 = 250.0;
/// As far as one place is taken to be in the other that has its point.
const SAME_POINT: f64 = 1.0;
/// A name that no map has is less sure than this.
const UNSURE: f64 = 0.5;

/// How one place is told to be in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nesting {
    /// By the words of the text: "Norvin, Kelm".
    Worded,
    /// By the codes of the map.
    Told,
    /// Since nothing else is known of it.
    Loose,
    /// By where it lies.
    Nearby,
    /// Merely not far off: a text that ties it well to the harm may have meant it by the wider one.
    Near,
}

/// How `inner` is in `outer`, which may be a city: a village of the district that bears the city's name, or a quarter of it.
pub(super) fn of(reading: Reading, tied: &HashMap<usize, f64>, inner: usize, outer: usize) -> Option<Nesting> {
    let places = &reading.mentions.places;
    let (a, b) = (&places.list[inner], &places.list[outer]);
    if inner == outer {
        return None;
    }
    if places.within(inner, outer) {
        return Some(Nesting::Told);
    }
    let first_level =
        |p: &ResolvedPlace| p.kind == PlaceType::Region && p.admin1.as_deref().is_some_and(|r| p.name.starts_with(r));
    let unknown = |p: &ResolvedPlace| p.geonames.is_none() && p.confidence < UNSURE;
    // A lake between countries.
    let water = b.kind == PlaceType::Area && b.country.is_none() && b.geonames.is_none();
    if water && a.kind == PlaceType::City && places.distance(inner, outer).is_some_and(|km| km < SHORE) {
        return Some(Nesting::Nearby);
    }
    let abroad = a.country != b.country && !(unknown(a) && a.country.is_none());
    if abroad || first_level(a) || a.kind == PlaceType::Country || b.kind == PlaceType::Country {
        return None;
    }
    let mentions = &places.mentions;
    let told =
        |m: usize| mentions[m].place == inner && mentions[m + 1].place == outer && nested::is_told_inside(reading, m, m + 1);
    if (0..mentions.len().saturating_sub(1)).any(told) {
        return Some(Nesting::Worded);
    }
    // "On a farm at Norvin, near Orlo in west Kelm"
    let beside = |m: usize| {
        let key = mentions[m].tokens.end;
        let near = (key..mentions[m + 1].tokens.start).any(|t| matches!(reading.tagged.key(t), "near" | "outside"));
        let through = mentions[m].place == inner && mentions[m + 2].place == outer;
        through && near && key + 3 > mentions[m + 1].tokens.start && nested::is_told_inside(reading, m + 1, m + 2)
    };
    if (0..mentions.len().saturating_sub(2)).any(beside) {
        return Some(Nesting::Worded);
    }
    if unknown(b) {
        return None;
    }
    let bears = a.admin1.as_deref().is_some_and(|r| r == b.name) && b.admin1 == a.admin1;
    // "Killed nine in Sumy and two in Norvin": two towns of a list.
    if b.kind == PlaceType::City && bears && !are_listed(reading, tied, inner, outer) {
        return Some(Nesting::Told);
    }
    let km = places.distance(inner, outer);
    let town = matches!(a.kind, PlaceType::City | PlaceType::Facility);
    // A district is not told by the codes of its villages.
    let district = b.kind == PlaceType::Region && !first_level(b) && km.is_some_and(|km| km < DISTRICT) && town;
    let here = unknown(a) && km.is_some_and(|km| km < SAME_POINT);
    // "Norvin" of which no more is known than its country: within what the news names.
    let nowhere = unknown(a) && a.admin1.is_none();
    if here || nowhere {
        return Some(Nesting::Loose);
    }
    if district {
        return Some(Nesting::Nearby);
    }
    let near = match b.kind {
        PlaceType::Region | PlaceType::Area => town && km.is_some_and(|km| km < WIDE_REACH),
        _ => unknown(a) && town && km.is_some_and(|km| km < CITY_REACH),
    };
    near.then_some(Nesting::Near)
}

/// One sentence ties both to the harm.
fn are_listed(reading: Reading, tied: &HashMap<usize, f64>, one: usize, two: usize) -> bool {
    let sentences = |p: usize| {
        let mentions = reading.mentions.places.mentions.iter().enumerate();
        let tied = mentions.filter(move |(i, m)| m.place == p && m.form == PlaceForm::Name && tied.contains_key(i));
        tied.filter_map(|(_, m)| reading.text.sentence_of(m.tokens.start))
    };
    sentences(one).any(|s| sentences(two).any(|t| s == t))
}
