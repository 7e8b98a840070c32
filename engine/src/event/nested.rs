//! Nested places: which of two names that stand together holds the other, which only measures where the other lies, and which
//! says who strikes.

use super::locative::{is_genitive, is_listed_with, modifies};
use super::reading::Reading;
use super::terrain::is_place_noun;
use crate::frame::Frame;
use crate::frame::predicate::Sense;
use crate::mention::place::PlaceForm;
use crate::report::{EventType, PlaceType};
use crate::text::{TokenKind, Tokens};

/// From this distance on two names with a comma between them are a list, in kilometres.
const APART: f64 = 150.0;
/// As far as a city reaches: a quarter of it lies nearer.
const IN_TOWN: f64 = 25.0;
/// Compass words and the like before "of": "south of Kelm".
const BEARINGS: &[&str] = &[
    "north",
    "south",
    "east",
    "west",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "north-east",
    "north-west",
    "south-east",
    "south-west",
    "upstream",
    "downstream",
    "upriver",
    "outside",
    "short",
];
/// Measures before "from": "nine miles from Kelm".
const MEASURES: &[&str] =
    &["km", "kms", "mi", "kilometres", "kilometers", "miles", "metres", "meters", "hours", "minutes", "away", "far"];
/// The longest name for what a place is, in words.
const MAX_WHAT: usize = 6;
/// What lies outside a town.
const VILLAGES: &[&str] = &[
    "village",
    "villages",
    "hamlet",
    "hamlets",
    "town",
    "towns",
    "settlement",
    "commune",
    "sector",
    "tehsil",
    "valley",
    "forest",
];
/// "Norvin, 40 km north of Kelm": the place whose way from `mention` is told.
pub fn measured_from(reading: Reading, mention: usize) -> Option<usize> {
    let mentions = &reading.mentions.places.mentions;
    let before = mention.checked_sub(1)?;
    let gap = mentions[before].tokens.end..mentions[mention].tokens.start;
    let key = |i: usize| reading.tagged.key(i);
    let opens = matches!(key(gap.start), "," | "(" | "—" | "–");
    let measure = |i: usize| {
        let word = key(i);
        reading.quantity_over(i).is_some()
            || word.starts_with(|c: char| c.is_ascii_digit())
            || BEARINGS.contains(&word)
            || MEASURES.contains(&word)
            || matches!(
                word,
                "of" | "from"
                    | "about"
                    | "some"
                    | "just"
                    | "the"
                    | "to"
                    | "capital"
                    | ","
                    | "("
                    | ")"
                    | "or"
                    | "roughly"
                    | "nearly"
            )
    };
    let named = mentions[before].form == PlaceForm::Name;
    if !named || !opens || !is_measured(reading, mention) {
        return None;
    }
    // "Norvin — the epicentre of the quake, 40 km west of Kelm": what the place is may stand between.
    let what = gap.clone().skip(1).take(MAX_WHAT).take_while(|i| !measure(*i) || key(*i) == "the" || key(*i) == "of").last();
    let from = what.filter(|i| key(i + 1) == ",").map_or(gap.start + 1, |i| i + 2);
    (gap.end.saturating_sub(from) <= 13 && (from..gap.end).all(measure)).then_some(before)
}

/// "Norvin, a village in Kelm": the place that is told to lie in the one of `mention`.
pub fn apposed_to(reading: Reading, mention: usize) -> Option<usize> {
    let mentions = &reading.mentions.places.mentions;
    let before = mention.checked_sub(1)?;
    let gap = mentions[before].tokens.end..mentions[mention].tokens.start;
    let key = |i: usize| reading.tagged.key(i);
    let opens = key(gap.start) == "," && matches!(key(gap.start + 1), "a" | "an" | "the") && gap.len() <= 7;
    let village = |i: usize| VILLAGES.contains(&key(i)) && matches!(key(i + 1), "in" | "of");
    let bare = || gap.clone().skip(1).all(|i| reading.text.tokens[i].kind == TokenKind::Word);
    let named = mentions[before].form == PlaceForm::Name;
    (named && opens && gap.clone().any(village) && bare() && !is_measured(reading, mention)).then_some(before)
}

/// "A village in Kelm": the name only tells where a village lies.
pub fn holds_village(reading: Reading, mention: usize) -> bool {
    let start = reading.mentions.places.mentions[mention].tokens.start;
    start >= 2 && reading.tagged.key(start - 1) == "in" && VILLAGES[..4].contains(&reading.tagged.key(start - 2))
}

/// The same letters, accents aside: "Córdoba", "Cordoba".
fn is_same_name(one: &str, two: &str) -> bool {
    one.chars().count() == two.chars().count()
        && one.chars().zip(two.chars()).all(|(a, b)| a == b || !a.is_ascii() || !b.is_ascii())
}

/// A region named where the clause opens, "In Kelm, …", holds the town that the same clause names behind it.
pub fn opens_clause(reading: Reading, sentence: usize, inner: usize, outer: usize) -> bool {
    let places = &reading.mentions.places;
    let (a, b) = (&places.mentions[inner], &places.mentions[outer]);
    let start = reading.sentence(sentence).start;
    let opener = b.tokens.start <= start + 2
        && matches!(reading.tagged.key(start), "in" | "across")
        && reading.tagged.key(b.tokens.end) == ",";
    let (town, land) = (&places.list[a.place], &places.list[b.place]);
    let near = places.distance(a.place, b.place).is_some_and(|km| km < APART);
    let wide =
        matches!(land.kind, PlaceType::Region | PlaceType::Area) && town.kind == PlaceType::City && town.country == land.country;
    opener && wide && near && !is_measured(reading, inner) && a.tokens.start > b.tokens.end
}

/// Type words that make a city's name one of the land around it.
const UNITS: &[&str] =
    &["district", "territory", "county", "department", "tehsil", "commune", "municipality", "province", "region"];
/// Words between a place and the one that it lies in: "Norvin, in the Kelm district".
const INSIDE: &[&str] = &[
    "in", "of", "the", "city", "town", "district", "province", "region", "'s", "'", "north", "south", "east", "west", "northern",
    "southern", "eastern", "western", "central",
];

/// "South of Kelm", "40 km from Kelm": the name tells where another place lies.
pub fn is_measured(reading: Reading, mention: usize) -> bool {
    let mentions = &reading.mentions.places.mentions;
    let start = mentions[mention].tokens.start;
    // "40 km from Kelm, the capital"
    let named = mention.checked_sub(1).map(|m| &mentions[m]);
    if let Some(name) = named.filter(|_| mentions[mention].form == PlaceForm::Definite)
        && name.place == mentions[mention].place
        && name.tokens.end + 1 == start
    {
        return is_measured(reading, mention - 1);
    }
    let key = |back: usize| start.checked_sub(back).map_or("", |i| reading.tagged.key(i));
    // "West of the capital, Kelm".
    let start = if key(1) == "," && key(2) == "capital" { 3 } else { 1 };
    let start = start + usize::from(matches!(key(start), "the"));
    match key(start) {
        "of" => BEARINGS.contains(&key(start + 1)),
        "from" => MEASURES.contains(&key(start + 1)),
        _ => false,
    }
}

/// "Norvin, Kelm", "Kelm's Norvin district", "the Norvin camp in Kelm": the text says that `inner` lies in `outer`. Two
/// names before an "and" are a list, as are two that lie far apart, and those of a headline.
pub fn is_told_inside(reading: Reading, inner: usize, outer: usize) -> bool {
    let places = &reading.mentions.places;
    let (a, b) = (&places.mentions[inner], &places.mentions[outer]);
    if a.place == b.place {
        return false;
    }
    let far = places.distance(a.place, b.place).is_some_and(|km| km > APART);
    let between = |from: usize, to: usize| from..to;
    if b.tokens.end <= a.tokens.start {
        let gap = between(b.tokens.end, a.tokens.start);
        return is_genitive(reading, b) && gap.len() <= 3 && !far;
    }
    let gap: Tokens = between(a.tokens.end, b.tokens.start);
    let key = |i: usize| reading.tagged.key(i);
    let inside = gap.clone().any(|i| matches!(key(i), "in" | "of"))
        && gap.clone().all(|i| INSIDE.contains(&key(i)) || key(i) == ",")
        && !is_measured(reading, outer);
    let comma = gap.len() == 1 && key(gap.start) == ",";
    let sentence = reading.text.sentence_of(a.tokens.start).map(|s| &reading.text.sentences[s]);
    let title = sentence.is_some_and(|s| s.in_title);
    // "in Kelm, Norvin and …", "in the cities of Kelm, Norvin, …"
    let goes_on = |at: usize| {
        let joint = matches!(key(at), "and" | "&" | "," | "or");
        let next = at + 1 + usize::from(key(at) == "," && matches!(key(at + 1), "and" | "or"));
        joint && reading.places(&(next..next + 1)).next().is_some_and(|(_, p)| !places.within(b.place, p.place))
    };
    let joined = a.tokens.start.checked_sub(1).is_some_and(|i| matches!(key(i), "," | "and"))
        && a.tokens.start >= 2
        && places.mentions[..inner].last().is_some_and(|p| p.tokens.end + 1 == a.tokens.start);
    (inside || comma && !title && !joined && !goes_on(b.tokens.end)) && !far
}

/// "Fires in Kelm burned 300 hectares near Norvin": a city that shares its name with its region stands for that where the
/// same clause puts what happened in another town of it.
pub fn is_namesake_region(reading: Reading, sentence: usize, inner: usize, outer: usize) -> bool {
    let places = &reading.mentions.places;
    let (a, b) = (&places.list[places.mentions[inner].place], &places.list[places.mentions[outer].place]);
    let namesake = b.kind == PlaceType::City && b.admin1.as_deref().is_some_and(|a| is_same_name(a, &b.name));
    let same = a.kind == PlaceType::City && a.country == b.country && a.admin1 == b.admin1 && a.name != b.name;
    namesake
        && same
        && !is_measured(reading, inner)
        && !is_measured(reading, outer)
        && places.mentions[inner].tokens.start > places.mentions[outer].tokens.end
        && !is_listed_with(reading, sentence, outer, inner)
}

/// A quarter, a camp or a street of the city: told to lie in it, and not far from its middle.
pub fn is_quarter(reading: Reading, inner: usize, outer: usize) -> bool {
    let places = &reading.mentions.places;
    let (a, b) = (places.mentions[inner].place, places.mentions[outer].place);
    let city = places.list[b].kind == PlaceType::City && places.list[b].geonames.is_some();
    let near = places.distance(a, b).is_none_or(|km| km < IN_TOWN);
    // "Norvika village in Kelm West district": neither is the town.
    let village = places.mentions[inner].tokens.clone().any(|i| VILLAGES.contains(&reading.tagged.key(i)));
    let end = places.mentions[outer].tokens.end;
    let goes_on = reading
        .text
        .tokens
        .get(end)
        .is_some_and(|t| t.capital && reading.text.sentence_of(end) == reading.text.sentence_of(end - 1));
    let district = reading.tagged.key(end - 1);
    // "Norvika, Kelm territory, Norvia"
    let typed = places.mentions[outer].tokens.clone().any(|i| UNITS.contains(&reading.tagged.key(i)));
    city && near && !village && !goes_on && !typed && !is_place_noun(district) && is_told_inside(reading, inner, outer)
}

/// "In US raids", "Norvia strikes": a country before a noun of attack from the air says who strikes.
pub fn names_raider(reading: Reading, sentence: usize, at: usize, mention: usize) -> bool {
    let places = &reading.mentions.places;
    let country = places.list[places.mentions[mention].place].kind == PlaceType::Country;
    let raid = |f: &Frame| {
        let air = matches!(
            f.sense,
            Sense::Event(EventType::Airstrike | EventType::DroneStrike | EventType::MissileStrike | EventType::Shelling)
        );
        f.chunk == at && (air || matches!(f.predicate.lemma(), "raid" | "incursion"))
    };
    country && modifies(reading, sentence, at, mention) && reading.frames_of(sentence).any(raid)
}

#[cfg(test)]
mod tests {
    use super::super::sample::hit;

    #[test]
    fn what_measures_where_another_lies_is_not_hit() {
        assert_eq!(hit("A farmer was shot dead by soldiers in Huwara, south of Nablus."), ["Huwara"]);
        assert_eq!(hit("Gunmen killed six people in Kukawa, 130 km from Maiduguri."), ["Kukawa"]);
        assert_eq!(hit("Gunmen killed six people on a road south of Maiduguri, in Borno State."), ["Maiduguri"]);
    }

    #[test]
    fn a_city_is_hit_with_its_quarter() {
        assert_eq!(hit("Shelling of the Abu Shouk camp in El Fasher killed seven people."), ["Abu Shouk", "El Fasher"]);
        assert_eq!(hit("Two men were shot dead in Nkwen, Bamenda."), ["Nkwen", "Bamenda"]);
    }

    #[test]
    fn what_holds_a_place_is_no_second_place() {
        assert_eq!(hit("Gunmen beheaded a hostage in Patikul, Sulu."), ["Patikul"]);
        assert_eq!(hit("Gunmen killed nine people in Garu village in Bawku district, Ghana."), ["Garu"]);
        assert_eq!(hit("Shells killed nine people in Sumy, Poltava and Kherson."), ["Sumy", "Poltava", "Kherson"]);
    }
}
