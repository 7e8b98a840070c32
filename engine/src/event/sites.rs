//! Sites: where people talk, and where weapons start.

use super::locative;
use super::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::ChunkKind;
use crate::frame::predicate::{Sense, Slot};
use crate::mention::munition;
use crate::mention::place::{PlaceForm, PlaceMention};
use crate::report::{Action, EventType, PlaceType};

/// Gatherings: where one of them is, people meet.
const GATHERINGS: &[&str] = &[
    "talks",
    "negotiations",
    "summit",
    "conference",
    "forum",
    "meeting",
    "session",
    "courtroom",
    "vigil",
    "ceremony",
    "funeral",
    "rally",
    "hearing",
    "congress",
    "dialogue",
];

/// Who meets: "envoys are expected in Kelm".
const DELEGATES: &[&str] =
    &["delegates", "delegations", "envoys", "negotiators", "mediators", "diplomats", "ministers", "leaders", "round", "donors"];

/// Words that put a gathering or its people in a place: "held in Kelm", "sat down in Kelm".
const MEETING: &[&str] =
    &["held", "expected", "due", "hosted", "convened", "resumed", "resume", "down", "opened", "gathered", "assembled"];

/// Words that start a weapon before "from": "sent from Kelm", "took off from Kelm".
const STARTING: &[&str] = &["launched", "fired", "unleashed", "flown", "sent", "flying", "coming"];

/// "met in Doha", "talks in Doha", "Doha hosted the talks".
pub fn venues(reading: Reading, frame: &Frame) -> Vec<usize> {
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
pub fn origins(reading: Reading, frame: &Frame) -> Vec<usize> {
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

/// "Rebels in Kelm fired rockets": the place of those who fire.
pub fn launchers(reading: Reading, frame: &Frame) -> Vec<usize> {
    if frame.sense != Sense::Weapon(Action::Launched) {
        return Vec::new();
    }
    let chunks = reading.chunks(frame.sentence);
    let of_agent = (0..chunks.len()).filter(|c| locative::is_launcher(reading, frame.sentence, *c));
    of_agent.flat_map(|c| reading.places(&chunks[c].tokens).map(|(i, _)| i)).collect()
}

/// The place behind or before a gathering that no frame of talks holds: "a conference in Kelm", "the Kelm round",
/// "the first round, held in Kelm".
pub fn told_as_venue(reading: Reading, sentence: usize, mention: usize) -> bool {
    let place = &reading.mentions.places.mentions[mention];
    let range = reading.sentence(sentence);
    let key = |i: usize| reading.tagged.key(i);
    let country = reading.mentions.places.list[place.place].kind == PlaceType::Country;
    if country
        || place.form == PlaceForm::Adjective
        || place.form == PlaceForm::People
        || reading.text.in_dateline(place.tokens.start)
    {
        return false;
    }
    // "The Kelm round", "the Kelm Security Conference".
    let chunks = reading.chunks(sentence);
    let at = locative::chunk_at(chunks, place.tokens.start);
    let head = at.and_then(|at| reading.phrase(sentence, at)).map_or("", |(p, _)| key(p.head));
    let genitive = locative::is_genitive(reading, place);
    if !genitive && (GATHERINGS[..4].contains(&head) || head == "round") && place.tokens.end < range.end {
        return true;
    }
    let start = place.tokens.start;
    if start < range.start + 2 || !matches!(key(start - 1), "in" | "at") {
        return false;
    }
    // "Two blasts hit a rally in Kelm" is no meeting.
    let struck = || locative::chunk_at(chunks, start - 2).is_some_and(|c| locative::is_struck(reading, sentence, c));
    GATHERINGS.contains(&key(start - 2)) && !struck() || is_held_there(reading, sentence, mention)
}

/// "The talks were held in Kelm", "envoys sat down in Kelm": whatever else is told, it did not happen there.
pub fn is_held_there(reading: Reading, sentence: usize, mention: usize) -> bool {
    let range = reading.sentence(sentence);
    let key = |i: usize| reading.tagged.key(i);
    let start = reading.mentions.places.mentions[mention].tokens.start;
    let gathers = |i: usize| GATHERINGS.contains(&key(i)) || DELEGATES.contains(&key(i));
    start >= range.start + 2
        && matches!(key(start - 1), "in" | "at")
        && MEETING.contains(&key(start - 2))
        && (range.start..start).any(gathers)
}

/// "Rockets from Kelm", "shelling from Kelm", "launched from Kelm", "took off from Kelm".
pub fn told_as_origin(reading: Reading, sentence: usize, mention: usize) -> bool {
    let place = &reading.mentions.places.mentions[mention];
    let range = reading.sentence(sentence);
    let key = |i: usize| reading.tagged.key(i);
    let start = place.tokens.start;
    if start < range.start + 2 || key(start - 1) != "from" {
        return false;
    }
    let before = key(start - 2);
    let takes_off = start >= range.start + 3
        && matches!(
            (key(start - 3), before),
            ("took" | "takes" | "take" | "taking", "off") | ("set" | "sets" | "setting", "out")
        );
    // "Crashed shortly after taking off from Kelm": not far from there.
    let just_off = takes_off && (start.saturating_sub(6)..start).any(|i| matches!(key(i), "after"));
    if (STARTING.contains(&before) || takes_off) && !just_off {
        return true;
    }
    let Some(noun) = locative::chunk_at(reading.chunks(sentence), start - 2) else { return false };
    let fires = |f: &Frame| {
        let shot = matches!(f.sense, Sense::Event(EventType::Shelling | EventType::MissileStrike | EventType::DroneStrike));
        shot && f.chunk == noun && reading.chunks(sentence)[noun].kind != ChunkKind::Prep
    };
    let weapon = reading.phrase(sentence, noun).is_some_and(|(p, t)| munition::of_phrase(reading.tagged, t, p.head).is_some());
    weapon || reading.frames_of(sentence).any(fires)
}

/// "The institute said in Kelm": where the words were spoken. `at` is the chunk of the place.
pub fn is_said_there(reading: Reading, sentence: usize, at: usize) -> bool {
    let Some(verb) = at.checked_sub(2).filter(|_| reading.chunk_key(sentence, at - 1) == "in") else { return false };
    // "An explosion reported in Kelm" was there.
    let said = reading.chunks(sentence)[verb].tokens.end.checked_sub(1).map_or("", |i| reading.tagged.key(i));
    let speech = |f: &Frame| matches!(f.sense, Sense::Speech(_)) && f.chunk == verb;
    matches!(said, "said" | "says" | "announced" | "stated" | "added") && reading.frames_of(sentence).any(speech)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{places, report};
    use crate::report::PlaceRole;
    use crate::scope::Scope;

    #[test]
    fn where_people_talk() {
        assert_eq!(places("Envoys are expected in Doha on Thursday to go on with the talks.", PlaceRole::Venue), ["Doha"]);
        assert_eq!(places("A vigil for the dead was held in Hamburg.", PlaceRole::Venue), ["Hamburg"]);
        assert_eq!(
            places("At a donors' conference in Brussels the minister spoke of the famine.", PlaceRole::Venue),
            ["Brussels"]
        );
        let round = report("Mediators called the first round, held in Geneva in January, useful.");
        assert_eq!((round.places[0].role, round.places[0].scope), (PlaceRole::Venue, Scope::Background));
    }

    #[test]
    fn where_words_were_spoken() {
        assert_eq!(
            places("A quake struck 20 km north of Multan, the survey said in Lahore. Two men died.", PlaceRole::Hit),
            ["Multan"]
        );
    }

    #[test]
    fn where_weapons_start() {
        assert_eq!(places("Rockets from Khiam set fire to scrub near Safed.", PlaceRole::LaunchedFrom), ["Khiam"]);
        assert_eq!(places("Shelling from Donetsk wrecked a bakery in Sumy.", PlaceRole::LaunchedFrom), ["Donetsk"]);
        assert_eq!(places("A man from Donetsk was killed in Sumy.", PlaceRole::LaunchedFrom).len(), 0);
    }
}
