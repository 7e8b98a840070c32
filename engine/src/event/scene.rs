//! The scene: the one place of the main event, as a choice among all places of the text. Each mention weighs by what ties it to
//! the harm that is the news, by where it stands and by how it is led to; what a place holds speaks for it, and the choice goes
//! down from the widest place to the most precise one that the text ties well enough.

use super::locative::{self, HOME, chunk_at};
use super::reading::Reading;
use super::role::{Standing, parts};
use super::scope::Scopes;
use super::{Setting, location, nested, sites};
use crate::frame::Frame;
use crate::frame::predicate::{Sense, Slot};
use crate::lexicon::Table;
use crate::mention::place::{PlaceForm, PlaceMention};
use crate::mention::target;
use crate::report::{Action, Category, Kind, PlaceRole, PlaceType};
use crate::scope::Scope;
use std::collections::HashMap;

/// What a frame that tells of harm, of an event or a blow, of a weapon in action, of people moved gives to its place.
const HARM: f64 = 4.0;
const WEAPON: f64 = 3.0;
/// "The accident happened in Kelm".
const HAPPENED: f64 = 5.0;
const MOVED: f64 = 1.5;
/// What a preposition of place gives in a sentence that tells of the harm, in another, and what a bare name gives.
const LED: f64 = 2.0;
const LED_BESIDE: f64 = 1.0;
const NAMED: f64 = 0.4;
/// "The Kelm police station".
const OF_THING: f64 = 1.5;
/// "Near Kelm" says less than "in Kelm", "40 km north of Kelm" less still.
const NEAR: f64 = 0.7;
const MEASURED: f64 = 0.2;
/// So many kilometres or miles are a short way.
const SHORT: u64 = 15;
/// A dateline where nothing else is told.
const DATELINE: f64 = 0.6;
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
/// "The mayor of Kelm was killed".
const OF_VICTIM: f64 = 1.2;
/// A country is named for other reasons as well.
const COUNTRY: f64 = 0.4;
/// As far as one place is taken to be in the other that has its point, or to be a quarter of it, in kilometres.
const SAME_POINT: f64 = 1.0;

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
        for (m, mention) in reading.places(&reading.sentence(sentence)) {
            let weight = weight(reading, scopes, &tied, sentence, m, apart) * standing(reading, sentence);
            let known: &mut f64 = &mut own[mention.place];
            *known = known.max(weight) + AGAIN * known.min(weight);
        }
    }
    for (place, weight) in own.iter_mut().enumerate() {
        if places.list[place].kind == PlaceType::Country {
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

/// What one mention says.
fn weight(reading: Reading, scopes: &Scopes, tied: &HashMap<usize, f64>, sentence: usize, mention: usize, apart: bool) -> f64 {
    let places = &reading.mentions.places;
    let m = &places.mentions[mention];
    let chunks = reading.chunks(sentence);
    let Some(at) = chunk_at(chunks, m.tokens.start) else { return 0.0 };
    if apart || matches!(m.form, PlaceForm::Adjective | PlaceForm::People) {
        return 0.0;
    }
    if reading.text.in_dateline(m.tokens.start) {
        return if places.list[m.place].is_capital { 0.0 } else { DATELINE };
    }
    let clause = chunks[at].clause;
    if let Some(weight) = tied.get(&mention) {
        let definite = if m.form == PlaceForm::Definite { 0.5 } else { 1.0 };
        return weight * definite * nearness(reading, mention);
    }
    if scopes.is_earlier(sentence, m.tokens.start)
        || scopes.of_words(sentence, clause) != Scope::Current
        || m.form == PlaceForm::Definite
        || !of_victim(reading, scopes, sentence, at) && is_aside(reading, sentence, mention, at)
    {
        return 0.0;
    }
    let told = reading.frames_of(sentence).any(|f| tie(reading, scopes, f).is_some());
    // A sentence of which all that harms is context or denied tells nothing of the news.
    let other =
        !told && reading.frames_of(sentence).any(|f| matches!(f.sense, Sense::Harm(_) | Sense::Event(_)) && reading.bears(f));
    if other {
        return 0.0;
    }
    let harm = told || reading.has_cue(reading.sentence(sentence), "harm");
    let key = |back: usize| m.tokens.start.checked_sub(back).map_or("", |i| reading.tagged.key(i));
    let beside = key(1) == "to" && key(2) == "close" || key(1) == "from" && FOUND.contains(&key(2));
    let led = locative::opens(reading, sentence, mention) || beside;
    let base = match (led, harm) {
        (_, _) if of_victim(reading, scopes, sentence, at) => OF_VICTIM,
        // "Hollywood movies"
        (true, _) if m.form == PlaceForm::Modifier && !is_set(reading, sentence, at, mention) => NAMED,
        (true, true) => LED,
        (true, false) => LED_BESIDE,
        _ if locative::modifies_target(reading, sentence, at, mention) => OF_THING,
        (false, true) => 2.0 * NAMED,
        (false, false) => NAMED,
    };
    base * nearness(reading, mention)
}

/// "Near Kelm", "40 km north of Kelm".
fn nearness(reading: Reading, mention: usize) -> f64 {
    let start = reading.mentions.places.mentions[mention].tokens.start;
    let key = |back: usize| start.checked_sub(back).map_or("", |i| reading.tagged.key(i));
    if nested::is_measured(reading, mention) {
        // "A kilometre south of Kelm" is as good as near it.
        let number = reading.mentions.quantities.iter().rev().find(|q| q.tokens.end <= start && q.tokens.end + 6 > start);
        if number.is_some_and(|q| q.amount.figure() <= SHORT) { NEAR } else { MEASURED }
    } else if matches!(key(1), "near" | "outside" | "off" | "around" | "over") || key(1) == "to" && key(2) == "close" {
        NEAR
    } else {
        1.0
    }
}

/// "The Kelm police station", "the Kelm area".
fn is_set(reading: Reading, sentence: usize, at: usize, mention: usize) -> bool {
    locative::modifies_target(reading, sentence, at, mention) || locative::heads_place(reading, sentence, at)
}

/// "The mayor of Kelm was killed".
fn of_victim(reading: Reading, scopes: &Scopes, sentence: usize, at: usize) -> bool {
    let before = at.checked_sub(2).filter(|_| reading.chunk_key(sentence, at - 1) == "of");
    before.is_some_and(|c| {
        reading.frames_of(sentence).any(|f| f.filled(Slot::Victims).any(|v| v == c) && tie(reading, scopes, f).is_some())
    })
}

/// The place is named for who speaks, where people come from or go to, where they are cared for or judged.
fn is_aside(reading: Reading, sentence: usize, mention: usize, at: usize) -> bool {
    let m: &PlaceMention = &reading.mentions.places.mentions[mention];
    let before = |n: usize| m.tokens.start.checked_sub(n).map_or("", |i| reading.tagged.key(i));
    let talks = reading.frames_of(sentence).any(|f| f.sense == Sense::Talks);
    if talks
        || sites::is_held_there(reading, sentence, mention)
        || sites::told_as_venue(reading, sentence, mention)
        || sites::told_as_origin(reading, sentence, mention)
        || locative::is_affix(reading, m)
        || locative::is_voice(reading, sentence, at)
        || before(1) == "from" && !FOUND.contains(&before(2))
        || matches!(before(1), "for" | "towards" | "with" | "by")
        || before(1) == "to" && before(2) != "close"
        || HOME.contains(&before(2))
        || is_way(reading, sentence, mention)
    {
        return true;
    }
    let noun = at.checked_sub(2).and_then(|c| reading.phrase(sentence, c));
    let deals = noun.is_some_and(|(p, t)| {
        let office = reading.tagged.ending(Table::Office, t.start, p.head + 1).is_some();
        office
            || target::of_phrase(reading.tagged, t, p.head) == Some(Category::Health)
            || matches!(
                reading.tagged.key(p.head),
                "court"
                    | "tribunal"
                    | "trial"
                    | "hearing"
                    | "inquest"
                    | "morgue"
                    | "mortuary"
                    | "resident"
                    | "native"
                    | "capital"
            )
    });
    // "An attack on a convoy of peacekeepers in Kelm"
    let part = at.checked_sub(4).filter(|c| reading.chunk_key(sentence, c + 1) == "of");
    deals && !at.checked_sub(2).into_iter().chain(part).any(|c| locative::is_struck(reading, sentence, c))
}

/// "Was pulled from Lake Norvin": there it was.
const FOUND: &[&str] = &["recovered", "pulled", "retrieved", "rescued", "dug", "fished"];

/// What goes between two places.
const GOING: &[&str] = &[
    "running",
    "ran",
    "run",
    "runs",
    "travelling",
    "traveling",
    "travelled",
    "traveled",
    "way",
    "bus",
    "train",
    "flight",
    "ferry",
    "service",
    "sailing",
    "flying",
    "flew",
    "plying",
    "route",
    "services",
    "flights",
    "trains",
    "talks",
    "relations",
    "ties",
    "war",
];

/// "Running between Kelm and Norvin", "on its way between Kelm, a city in the west, and Norvin": where a journey begins and ends.
fn is_way(reading: Reading, sentence: usize, mention: usize) -> bool {
    let mentions = &reading.mentions.places.mentions;
    let key = |i: usize| reading.tagged.key(i);
    let range = reading.sentence(sentence);
    let start = mentions[mention].tokens.start;
    let behind_between = |m: usize| {
        let start = mentions[m].tokens.start;
        start >= range.start + 2
            && key(start - 1) == "between"
            && (GOING.contains(&key(start - 2)) || !locative::opens(reading, sentence, m))
    };
    // The second stands behind the first "and".
    let joined = || {
        let first = (0..mention).rev().take_while(|m| mentions[*m].tokens.start >= range.start).find(|m| behind_between(*m));
        first.is_some_and(|m| (mentions[m].tokens.start..start).find(|i| key(*i) == "and") == Some(start - 1))
    };
    behind_between(mention) || joined()
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
    let first_level = a.kind == PlaceType::Region && a.admin1.as_deref().is_some_and(|r| a.name.starts_with(r));
    if a.country != b.country || b.geonames.is_none() || first_level || matches!(a.kind, PlaceType::Country) {
        return false;
    }
    let town = b.kind == PlaceType::City;
    let namesake = town && a.admin1.as_deref().is_some_and(|r| r == b.name) && b.admin1 == a.admin1;
    let unknown = a.geonames.is_none() && a.confidence < UNSURE;
    let here = unknown && places.distance(inner, outer).is_some_and(|km| km < SAME_POINT);
    // "Norvin" of which no more is known than its country: within what the news names.
    let nowhere = unknown && a.admin1.is_none();
    // "Killed nine in Sumy and two in Norvin": two towns of a list.
    let listed = || {
        let sentences = |p: usize| {
            let of = move |m: &&PlaceMention| m.place == p && m.form == PlaceForm::Name;
            places.mentions.iter().filter(of).filter_map(|m| reading.text.sentence_of(m.tokens.start))
        };
        sentences(inner).any(|s| sentences(outer).any(|t| s == t))
    };
    let namesake = namesake && !listed();
    namesake || (here || nowhere) && b.kind != PlaceType::Country
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
