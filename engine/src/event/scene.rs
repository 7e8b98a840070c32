//! The scene: the one place of the main event, as a choice among all places of the text. Each mention weighs by what ties it to
//! the harm that is the news, by where it stands and by how it is led to; what a place holds speaks for it, and the choice goes
//! down from the widest place to the most precise one that the text ties well enough.

mod heading;
mod inside;
mod mention;

use super::reading::Reading;
use super::role::{Standing, parts};
use super::scope::Scopes;
use super::{Setting, journey, location};
use crate::frame::Frame;
use crate::frame::predicate::Sense;
use crate::report::{Action, Kind, PlaceRole, PlaceType};
use crate::scope::Scope;
use inside::Nesting;
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
const ENOUGH_NEARBY: f64 = 1.0;
/// The least for which a place that no rule has made a hit is made one, where nothing around it is a hit.
const SURE: f64 = 1.6;
/// Likewise where nothing at all is a hit and people are hurt.
const SURE_ALONE: f64 = 0.9;
/// So well tied a place is taken to be the one meant by a wider one nearby, in kilometres from its middle.
const STRONG: f64 = 2.5;
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
    "Soviet Union",
    "Yugoslavia",
    "Czechoslovakia",
    "Germany",
    "Vietnam",
    "British India",
    "Ottoman Empire",
    "Prussia",
    "Rhodesia",
    "Manchuria",
    "Indochina",
    "West Indies",
    "Anatolia",
];
/// A country is named for other reasons as well, or says too little.
const COUNTRY: f64 = 0.4;

/// What the heading of an entry in a list of events gives.
const HEADED: f64 = 5.0;

/// The place of the main event: index into the list of places.
pub fn find(reading: Reading, scopes: &Scopes, settings: &[Setting], roles: &[Standing]) -> Option<usize> {
    let places = &reading.mentions.places;
    let apart: Vec<bool> = (0..reading.text.sentences.len()).map(|s| is_apart(reading, settings, s)).collect();
    let tied = tied(reading, scopes, settings, &apart);
    if tied.is_empty() && !tells_of_harm(reading, scopes) {
        return None;
    }
    let mut own = vec![0.0; places.list.len()];
    for (sentence, apart) in apart.into_iter().enumerate() {
        for (m, named) in reading.places(&reading.sentence(sentence)) {
            let weight = mention::weight(reading, scopes, &tied, sentence, m, apart) * standing(reading, sentence);
            let known: &mut f64 = &mut own[named.place];
            *known = known.max(weight) + AGAIN * known.min(weight);
        }
    }
    for mention in heading::places(reading) {
        let own: &mut f64 = &mut own[places.mentions[mention].place];
        *own = own.max(HEADED);
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
    let inside = |outer: usize, least: fn(Nesting, PlaceType) -> f64| {
        let own = &own;
        let tied = &tied;
        let kind = places.list[outer].kind;
        let fits =
            move |p: &usize| own[*p] > 0.0 && inside::of(reading, tied, *p, outer).is_some_and(|n| own[*p] >= least(n, kind));
        // The first of those that weigh the same.
        (0..own.len()).rev().filter(fits).max_by(|a, b| own[*a].total_cmp(&own[*b]))
    };
    let gives = |nesting: Nesting, _: PlaceType| if nesting == Nesting::Near { f64::MAX } else { 0.0 };
    let whole = |p: usize| own[p] + inside(p, gives).map_or(0.0, |i| INNER * own[i]);
    let named = (0..own.len()).rev().filter(|p| own[*p] > 0.0);
    let ranked = named.map(|p| (p, whole(p)));
    let (mut at, _) = ranked.max_by(|a, b| a.1.total_cmp(&b.1))?;
    let mut around = vec![at];
    while let Some(next) = inside(at, enough).filter(|i| !around.contains(i)) {
        at = next;
        around.push(at);
    }
    let struck = |p: usize| matches!(roles[p].current, PlaceRole::Hit | PlaceRole::Targeted);
    let hurt = |f: &Frame| {
        let people =
            matches!(f.sense, Sense::Harm(Kind::Killed | Kind::Wounded | Kind::Missing | Kind::Kidnapped | Kind::Trapped));
        people && tie(reading, scopes, f).is_some()
    };
    let alone = !(0..roles.len()).any(struck) && reading.parse.frames.iter().any(hurt);
    let sure = if alone { SURE_ALONE } else { SURE };
    (around.into_iter().any(struck) || own[at] >= sure).then_some(at)
}

/// What a place in another one must have of its own to be chosen instead.
fn enough(nesting: Nesting, outer: PlaceType) -> f64 {
    match (nesting, outer) {
        (Nesting::Near, _) => STRONG,
        (Nesting::Worded, _) => ENOUGH,
        (_, PlaceType::City | PlaceType::Facility) => ENOUGH_IN_CITY,
        (Nesting::Nearby, _) => ENOUGH_NEARBY,
        (Nesting::Told | Nesting::Loose, _) => ENOUGH,
    }
}

/// What the frames of the news give to the mentions that they are tied to.
fn tied(reading: Reading, scopes: &Scopes, settings: &[Setting], apart: &[bool]) -> HashMap<usize, f64> {
    let mut tied: HashMap<usize, f64> = HashMap::new();
    for (f, frame) in reading.parse.frames.iter().enumerate() {
        let Some(weight) = tie(reading, scopes, frame).filter(|_| !settings[f].elsewhere) else { continue };
        for mention in location::told(reading, frame) {
            let start = reading.mentions.places.mentions[mention].tokens.start;
            // "Thousands fled to Goma": there they are safe.
            let goal = start > 0 && matches!(reading.tagged.key(start - 1), "to" | "towards");
            if goal && matches!(frame.sense, Sense::Harm(Kind::Displaced | Kind::Evacuated | Kind::Rescued)) {
                continue;
            }
            if scopes.is_earlier(frame.sentence, start) == scopes.is_earlier(frame.sentence, frame.trigger.start) {
                let known = tied.entry(mention).or_default();
                *known = known.max(weight);
            }
        }
    }
    for sentence in (0..apart.len()).filter(|s| !apart[*s]) {
        if let Some(mention) = journey::scene(reading, sentence) {
            tied.insert(mention, STRONG);
        }
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
    let title = reading.text.titles();
    match sentence.checked_sub(title) {
        None => 1.0,
        Some(0..3) => 1.0,
        Some(3..6) => 0.85,
        Some(6..12) => 0.7,
        Some(_) => 0.5,
    }
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
    fn the_heading_of_an_entry_says_where() {
        assert_eq!(scene("Nablus, West Bank, Aug. 30, 1981. A bomb killed a girl and injured 14 passers-by."), "Nablus");
        assert_eq!(scene("22 January 1994. Iran. A farmer was shot and killed by gunmen as he drove through a park."), "Iran");
        assert_eq!(scene("Sumy, Aug. 31, 1981. Bombs damaged a bank. Nobody was injured."), "Sumy");
        assert_eq!(scene("KARACHI, Aug. 31 (Reuters) - A bomb killed nine people in Quetta."), "Quetta");
    }

    #[test]
    fn what_fighters_take_and_where_people_are_beaten_to_death() {
        let text = "Rebels took the town of Kitshanga on Thursday and killed 25 people; thousands fled to Goma.";
        assert_eq!(scene(text), "Kitshanga");
        let text = "A man was shot to death in Tacoma on Friday night; police arrested a suspect in Spokane the next morning.";
        assert_eq!(scene(text), "Tacoma");
        let text = "Militants attacked a convoy between Afgooye and Mogadishu with a bomb. Three soldiers were killed.";
        assert_eq!(scene(text), "Afgooye");
        let text = "Nine men drowned when their boat overturned on Lake Victoria, off Musoma, on the way to Mwanza.";
        assert_eq!(scene(text), "Musoma");
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
