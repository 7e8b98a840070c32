//! Journeys: where what goes from one place to another begins and ends its way, and at which of them it came to grief.

use super::locative;
use super::reading::Reading;
use crate::text::Tokens;

/// What goes from one town to another, and words for its going.
#[rustfmt::skip]
const GOING: &[&str] = &[
    "train", "trains", "bus", "buses", "coach", "flight", "flights", "ferry", "plane", "aircraft", "airliner", "jet", "airplane",
    "helicopter", "express", "boat", "ship", "vessel", "steamer", "service", "minibus", "minivan", "truck", "lorry", "van", "convoy",
    "travelling", "traveling", "travelled", "traveled", "flying", "flew", "sailing", "sailed", "way", "route", "voyage", "journey",
    "trip", "en", "heading", "driving", "going", "carrying", "passengers", "returning",
];

/// How far before "from" the word for what goes stands, and how far "to" stands behind it, in tokens.
const BEFORE: usize = 9;
const BETWEEN: usize = 9;

/// "The Kelm to Norvin train", "a train from Kelm to Norvin", "a flight on 11 July from Kelm, Norvia, to Norvin": one end of the
/// way of something that goes.
pub fn is_end_of_way(reading: Reading, sentence: usize, mention: usize) -> bool {
    end_of_way(reading, sentence, mention).is_some() || is_stop(reading, sentence, mention)
}

/// "With a stop in Kelm", "via Kelm".
fn is_stop(reading: Reading, sentence: usize, mention: usize) -> bool {
    let range = reading.sentence(sentence);
    let start = reading.mentions.places.mentions[mention].tokens.start;
    let before = |n: usize| start.checked_sub(n).filter(|i| range.contains(i)).map_or("", |i| reading.tagged.key(i));
    before(1) == "via" || matches!(before(2), "stop" | "stops" | "stopover" | "stopovers" | "layover" | "stopping")
}

/// The ends of a way.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    First,
    Last,
}

fn end_of_way(reading: Reading, sentence: usize, mention: usize) -> Option<End> {
    let mentions = &reading.mentions.places.mentions;
    let key = |i: usize| reading.tagged.key(i);
    let range = reading.sentence(sentence);
    let before = |tokens: &Tokens| tokens.start.checked_sub(1).filter(|i| range.contains(i)).map_or("", key);
    let goes = |from: usize| (from.saturating_sub(BEFORE).max(range.start)..from).any(|i| GOING.contains(&key(i)));
    let behind = |end: usize| (end..range.end.min(end + 2)).any(|i| GOING.contains(&key(i)));
    let own = &mentions[mention].tokens;
    let near = |a: &Tokens, b: &Tokens| b.start <= a.end + BETWEEN;
    // The place of another one between them is where the first lies: "from Jeddah, Saudi Arabia, to Sokoto".
    let leads = |a: &Tokens, b: &Tokens| {
        let from = before(a) == "from" && goes(a.start.saturating_sub(1));
        let hyphened = a.end + 1 == b.start && behind(b.end);
        near(a, b) && before(b) == "to" && (from || hyphened)
    };
    let later = mentions[mention + 1..].iter().map(|m| &m.tokens).take_while(|t| t.end <= range.end);
    if later.into_iter().any(|other| leads(own, other)) {
        return Some(End::First);
    }
    let earlier = mentions[..mention].iter().rev().map(|m| &m.tokens).take_while(|t| t.start >= range.start);
    earlier.into_iter().any(|other| leads(other, own)).then_some(End::Last)
}

/// How far the words for the part of the journey reach, in sentences from the one that names its ends.
const TOLD_WITHIN: usize = 3;

/// "Crashed shortly after take-off", "on approach": the end of the way that `sentence` names at which something came to grief, where
/// it or one of those behind it says so and names no other place for it.
pub fn scene(reading: Reading, sentence: usize) -> Option<usize> {
    let mentions = || reading.places(&reading.sentence(sentence)).map(|(m, _)| m);
    let last = (sentence + TOLD_WITHIN).min(reading.parse.sentences.len());
    let end = (sentence..last).find_map(|s| part(reading, s))?;
    mentions().find(|m| end_of_way(reading, sentence, *m) == Some(end))
}

/// The part of the journey that a sentence tells of.
fn part(reading: Reading, sentence: usize) -> Option<End> {
    let range = reading.sentence(sentence);
    let key = |i: usize| reading.tagged.key(i);
    let elsewhere = || {
        reading.places(&range).any(|(m, _)| end_of_way(reading, sentence, m).is_none() && locative::opens(reading, sentence, m))
    };
    let word = range.clone().find_map(|i| match (key(i), key(i + 1)) {
        ("after" | "on" | "during" | "upon", "takeoff" | "take-off" | "departure" | "lift-off") => Some(End::First),
        ("after" | "while" | "during", "taking") if key(i + 2) == "off" => Some(End::First),
        ("on" | "while" | "during" | "upon", "landing" | "approach" | "final" | "approaching" | "arrival") => Some(End::Last),
        ("attempting" | "trying" | "tried", "to") if key(i + 2) == "land" => Some(End::Last),
        ("to", "land") => Some(End::Last),
        _ => None,
    });
    word.filter(|_| !elsewhere())
}

#[cfg(test)]
mod tests {
    use super::super::sample::places;
    use crate::report::PlaceRole;

    #[test]
    fn where_a_train_begins_its_way() {
        let text =
            "Multan to Karachi train derails. The train from Multan to Karachi left the rails near Sukkur, killing nine people.";
        assert_eq!(places(text, PlaceRole::Hit), ["Sukkur"]);
    }

    #[test]
    fn where_a_flight_comes_to_grief() {
        let text =
            "The plane was on a flight from Karachi, Pakistan, to Multan when it crashed shortly after take-off, killing nine.";
        assert_eq!(places(text, PlaceRole::Hit), ["Karachi"]);
        let text = "The plane was on a flight from Karachi to Multan when it crashed on approach, killing nine.";
        assert_eq!(places(text, PlaceRole::Hit), ["Multan"]);
        let text = "A plane on its way from Karachi to Multan crashed on Sunday, killing nine.";
        assert_eq!(places(text, PlaceRole::Hit).len(), 0);
    }
}
