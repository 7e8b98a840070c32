//! The scene: the one place of the main event, as a choice among all places of the text. Each mention weighs by what ties it to
//! the harm that is the news, by where it stands and by how it is led to; what a place holds speaks for it, and the choice goes
//! down from the widest place to the most precise one that the text ties well enough.

mod mention;

use super::reading::Reading;
use super::role::{Standing, parts};
use super::scope::Scopes;
use super::{Setting, location, nested};
use crate::frame::Frame;
use crate::frame::predicate::Sense;
use crate::mention::place::{PlaceForm, ResolvedPlace};
use crate::report::{Action, Kind, PlaceRole, PlaceType};
use crate::scope::Scope;
use std::collections::HashMap;

/// What a frame that tells of harm, of an event or a blow, of a weapon in action, of people moved gives to its place.
const HARM: f64 = 4.0;
const WEAPON: f64 = 3.0;
/// "The accident happened in Kelm".
const HAPPENED: f64 = 5.0;
const MOVED: f64 = 1.5;
/// What further mentions add, and what a place gets of the best that lies in it.
const AGAIN: f64 = 0.3;
const INNER: f64 = 0.5;
/// The least that a place inside a city must have of its own to be chosen instead, and one inside a region or country.
const ENOUGH_IN_CITY: f64 = 1.5;
const ENOUGH: f64 = 0.4;
/// The least for which a place that no rule has made a hit is made one, where nothing around it is a hit.
const SURE: f64 = 1.6;
/// So well tied a place is taken to be the one meant by a wider one nearby, in kilometres from its middle.
const STRONG: f64 = 2.5;
const WIDE_REACH: f64 = 150.0;
const CITY_REACH: f64 = 35.0;
/// A name that no map has is less sure than this.
const UNSURE: f64 = 0.5;
/// Lands larger than a country, or no smaller.
const VAST: &[&str] = &[
    "Africa",
    "Alps",
    "Amazon",
    "America",
    "Andes",
    "Appalachians",
    "Asia",
    "Balkans",
    "Caribbean",
    "Carpathians",
    "Caucasus",
    "Europe",
    "Himalayas",
    "Hindu Kush",
    "Middle East",
    "Midwest",
    "New England",
    "Patagonia",
    "Pyrenees",
    "Rocky Mountains",
    "Sahara",
    "Siberia",
];
/// A country is named for other reasons as well, or says too little.
const COUNTRY: f64 = 0.4;
/// As far as one place is taken to be in the other that has its point, or to be a quarter of it, in kilometres.
const SAME_POINT: f64 = 1.0;
/// As far as a district reaches from its middle, in kilometres.
const DISTRICT: f64 = 60.0;

/// The place of the main event: index into the list of places.
pub fn find(reading: Reading, scopes: &Scopes, settings: &[Setting], roles: &[Standing]) -> Option<usize> {
    let places = &reading.mentions.places;
    let tied = tied(reading, scopes, settings);
    if tied.is_empty() && !tells_of_harm(reading, scopes) {
        return None;
    }
    let mut own = vec![0.0; places.list.len()];
    for sentence in 0..reading.text.sentences.len() {
        let apart = is_apart(reading, settings, sentence);
        for (m, named) in reading.places(&reading.sentence(sentence)) {
            let weight = mention::weight(reading, scopes, &tied, sentence, m, apart) * standing(reading, sentence);
            let known: &mut f64 = &mut own[named.place];
            *known = known.max(weight) + AGAIN * known.min(weight);
        }
    }
    for (place, weight) in own.iter_mut().enumerate() {
        let vast = places.list[place].kind == PlaceType::Area && VAST.iter().any(|v| places.list[place].name.contains(v));
        if places.list[place].kind == PlaceType::Country || vast {
            *weight *= COUNTRY;
        }
        // What the rules made a venue or the place of a launch is not the scene.
        if matches!(roles[place].current, PlaceRole::Venue | PlaceRole::LaunchedFrom) {
            *weight = 0.0;
        }
    }
    let inner = |outer: usize| {
        let own = &own;
        let inside = move |p: &usize| lies_in(reading, *p, outer) || own[*p] >= STRONG && is_near(reading, *p, outer);
        // The first of those that weigh the same.
        (0..own.len()).rev().filter(inside).max_by(|a, b| own[*a].total_cmp(&own[*b]))
    };
    let whole = |p: usize| own[p] + inner(p).map_or(0.0, |i| INNER * own[i]);
    let ranked = (0..own.len()).rev().filter(|p| own[*p] > 0.0);
    let mut at = ranked.max_by(|a, b| whole(*a).total_cmp(&whole(*b)))?;
    let mut around = vec![at];
    while let Some(next) = inner(at).filter(|i| own[*i] >= enough(reading, at) && !around.contains(i)) {
        at = next;
        around.push(at);
    }
    let struck = |p: &usize| matches!(roles[*p].current, PlaceRole::Hit | PlaceRole::Targeted);
    (around.iter().any(struck) || own[at] >= SURE).then_some(at)
}

fn enough(reading: Reading, outer: usize) -> f64 {
    match reading.mentions.places.list[outer].kind {
        PlaceType::City | PlaceType::Facility => ENOUGH_IN_CITY,
        _ => ENOUGH,
    }
}

/// What the frames of the news give to the mentions that they are tied to.
fn tied(reading: Reading, scopes: &Scopes, settings: &[Setting]) -> HashMap<usize, f64> {
    let mut tied: HashMap<usize, f64> = HashMap::new();
    for (f, frame) in reading.parse.frames.iter().enumerate() {
        let Some(weight) = tie(reading, scopes, frame).filter(|_| !settings[f].elsewhere) else { continue };
        for mention in location::told(reading, frame) {
            let start = reading.mentions.places.mentions[mention].tokens.start;
            if scopes.is_earlier(frame.sentence, start) == scopes.is_earlier(frame.sentence, frame.trigger.start) {
                let known = tied.entry(mention).or_default();
                *known = known.max(weight);
            }
        }
    }
    for sentence in (0..reading.text.sentences.len()).filter(|s| !is_apart(reading, settings, *s)) {
        let parts = parts::happened(reading, scopes, sentence).into_iter().filter(|(_, scope)| *scope == Scope::Current);
        parts.for_each(|(mention, _)| {
            tied.insert(mention, HAPPENED);
        });
    }
    tied
}

/// How much the place of a frame says of the place of the news.
fn tie(reading: Reading, scopes: &Scopes, frame: &Frame) -> Option<f64> {
    if frame.negated || !reading.bears(frame) || scopes.of(frame) != Scope::Current {
        return None;
    }
    match frame.sense {
        Sense::Harm(Kind::Arrested) | Sense::Speech(_) | Sense::Talks | Sense::Reach => None,
        Sense::Harm(Kind::Displaced | Kind::Evacuated | Kind::Rescued) => Some(MOVED),
        Sense::Harm(_) | Sense::Event(_) | Sense::Effect(_) => Some(HARM),
        Sense::Weapon(Action::Launched | Action::Intercepted | Action::Found) => Some(MOVED),
        Sense::Weapon(_) => Some(WEAPON),
    }
}

fn tells_of_harm(reading: Reading, scopes: &Scopes) -> bool {
    reading.parse.frames.iter().any(|f| tie(reading, scopes, f).is_some())
}

/// "In a separate incident", "meanwhile": the rest of its paragraph tells of another event.
fn is_apart(reading: Reading, settings: &[Setting], sentence: usize) -> bool {
    let paragraph = |s: usize| reading.text.sentences.get(s).map(|s| s.paragraph);
    settings.iter().any(|s| s.elsewhere && s.sentence <= sentence && paragraph(s.sentence) == paragraph(sentence))
}

/// Headline and lead say more of the news than what stands below.
fn standing(reading: Reading, sentence: usize) -> f64 {
    let title = reading.text.sentences.iter().take_while(|s| s.in_title).count();
    match sentence.checked_sub(title) {
        None => 1.0,
        Some(0..3) => 1.0,
        Some(3..6) => 0.85,
        Some(6..12) => 0.7,
        Some(_) => 0.5,
    }
}

/// `inner` is a smaller place nearby, which a text that ties it well to the harm may have meant by the wider one.
fn is_near(reading: Reading, inner: usize, outer: usize) -> bool {
    let places = &reading.mentions.places;
    let (a, b) = (&places.list[inner], &places.list[outer]);
    let km = places.distance(inner, outer).filter(|_| inner != outer && a.country == b.country);
    let town = matches!(a.kind, PlaceType::City | PlaceType::Facility);
    match b.kind {
        PlaceType::Region | PlaceType::Area => town && km.is_some_and(|km| km < WIDE_REACH),
        PlaceType::City => a.geonames.is_none() && km.is_some_and(|km| km < CITY_REACH),
        _ => false,
    }
}

/// `inner` lies in `outer`, which may be a city: a village of the district that bears the city's name, or a quarter of it.
fn lies_in(reading: Reading, inner: usize, outer: usize) -> bool {
    let places = &reading.mentions.places;
    let (a, b) = (&places.list[inner], &places.list[outer]);
    if inner == outer {
        return false;
    }
    if places.within(inner, outer) {
        return true;
    }
    let names = |p: &ResolvedPlace| p.kind == PlaceType::Region && p.admin1.as_deref().is_some_and(|r| p.name.starts_with(r));
    let unknown = |p: &ResolvedPlace| p.geonames.is_none() && p.confidence < UNSURE;
    let abroad = a.country != b.country && !(unknown(a) && a.country.is_none());
    if abroad || names(a) || matches!(a.kind, PlaceType::Country) || b.kind == PlaceType::Country {
        return false;
    }
    let mentions = &places.mentions;
    let told =
        |m: usize| mentions[m].place == inner && mentions[m + 1].place == outer && nested::is_told_inside(reading, m, m + 1);
    if (0..mentions.len().saturating_sub(1)).any(told) {
        return true;
    }
    if unknown(b) {
        return false;
    }
    let km = places.distance(inner, outer);
    // A district is not told by the codes of its villages.
    let district = b.kind == PlaceType::Region && !names(b) && km.is_some_and(|km| km < DISTRICT) && a.kind == PlaceType::City;
    let here = unknown(a) && km.is_some_and(|km| km < SAME_POINT);
    // "Norvin" of which no more is known than its country: within what the news names.
    let nowhere = unknown(a) && a.admin1.is_none();
    let bears = a.admin1.as_deref().is_some_and(|r| r == b.name) && b.admin1 == a.admin1;
    // "Killed nine in Sumy and two in Norvin": two towns of a list.
    let namesake = b.kind == PlaceType::City && bears && !are_listed(reading, inner, outer);
    namesake || district || here || nowhere
}

/// One sentence names both without a word that puts one in the other.
fn are_listed(reading: Reading, one: usize, two: usize) -> bool {
    let sentences = |p: usize| {
        let mentions = reading.mentions.places.mentions.iter();
        mentions
            .filter(move |m| m.place == p && m.form == PlaceForm::Name)
            .filter_map(|m| reading.text.sentence_of(m.tokens.start))
    };
    sentences(one).any(|s| sentences(two).any(|t| s == t))
}

#[cfg(test)]
mod tests {
    use super::super::sample::report;

    /// Name of the first place of the main event.
    fn scene(text: &str) -> String {
        let read = report(text);
        let first = read.events.first().and_then(|e| e.places.first());
        read.places.iter().find(|p| Some(&p.id) == first).map(|p| p.name.clone()).unwrap_or_default()
    }

    #[test]
    fn the_most_precise_place_that_the_text_ties_well() {
        let text =
            "Gunmen killed eight people in Kaduna on Monday.\n\nThey attacked the village of Norvika in Kaduna State at dawn.";
        assert_eq!(scene(text), "Norvika");
        let text = "A fire at a mill in India killed four weavers.\n\nIt broke out at noon near the city of Surat.";
        assert_eq!(scene(text), "Surat");
        let text = "At least 12 people died in Iran when a coach overturned.\n\nIt was on its way between Bushehr and Mashhad when it \
                    left the road in Yazd province.";
        assert_eq!(scene(text), "Yazd province");
    }

    #[test]
    fn other_places_of_the_text_are_not_it() {
        let text = "Six people were killed in Sumy and two in Konotop on Monday.";
        assert_eq!(scene(text), "Sumy");
        let text = "A bomb killed nine people in Quetta on Monday. The wounded were taken to a hospital in Karachi, and police in \
                    Gwadar said a bus was stopped there.";
        assert_eq!(scene(text), "Quetta");
    }
}
