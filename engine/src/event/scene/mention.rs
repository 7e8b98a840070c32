//! What one mention of a place says of the scene: how it is led to, what its sentence tells, and whether it is named for another
//! reason.

use super::tie;
use crate::event::locative::{self, HOME, chunk_at};
use crate::event::reading::Reading;
use crate::event::scope::Scopes;
use crate::event::terrain::is_road;
use crate::event::{journey, nested, sites};
use crate::frame::chunk::ChunkKind;
use crate::frame::predicate::{Sense, Slot};
use crate::lexicon::Table;
use crate::mention::place::{PlaceForm, PlaceMention};
use crate::mention::target;
use crate::report::Category;
use crate::scope::Scope;
use std::collections::HashMap;

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
/// "40 km north of Kelm" is still about there.
const WALK: f64 = 0.45;
const LONG: u64 = 50;
/// A dateline where nothing else is told.
const DATELINE: f64 = 0.6;
/// "The mayor of Kelm was killed".
const OF_VICTIM: f64 = 1.2;

/// What one mention says.
pub(super) fn weight(
    reading: Reading,
    scopes: &Scopes,
    tied: &HashMap<usize, f64>,
    sentence: usize,
    mention: usize,
    apart: bool,
) -> f64 {
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
    // "On the Pan-American Highway in Kelm", "in the River Norvin at Kelm": a way is long, a river longer.
    let last = reading.tagged.key(m.tokens.end - 1);
    let river = matches!(last, "river" | "creek") || reading.tagged.key(m.tokens.start) == "river";
    let way = is_road(last) || last == "expressway" || river;
    if way {
        return NAMED;
    }
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
    let led = locative::opens(reading, sentence, mention) || beside || is_taken(reading, sentence, at) || links(reading, mention);
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
        match number.map(|q| q.amount.figure()) {
            Some(..=SHORT) => NEAR,
            Some(..=LONG) => WALK,
            // "South of Kelm", which is not far, and "far from Kelm", which is.
            None if key(1) == "of" => WALK,
            _ => MEASURED,
        }
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
    // "Gunmen from neighbouring Norvia"
    let first = m.tokens.start.checked_sub(1).map_or("", |i| reading.tagged.key(i));
    let start = m.tokens.start - usize::from(matches!(first, "neighbouring" | "neighboring" | "nearby"));
    let before = |n: usize| start.checked_sub(n).map_or("", |i| reading.tagged.key(i));
    let talks = reading.frames_of(sentence).any(|f| f.sense == Sense::Talks);
    if talks
        || sites::is_held_there(reading, sentence, mention)
        || sites::told_as_venue(reading, sentence, mention)
        || sites::told_as_origin(reading, sentence, mention)
        || locative::is_affix(reading, m)
        || journey::is_end_of_way(reading, sentence, mention)
        || at > 0 && locative::is_felt(reading, sentence, at - 1)
        || sites::is_said_there(reading, sentence, at)
        || locative::is_voice(reading, sentence, at)
        || before(1) == "from" && !FOUND.contains(&before(2))
        || matches!(before(1), "for" | "towards" | "with" | "by")
        || before(1) == "to" && before(2) != "close"
        || HOME.contains(&before(2))
        || is_way(reading, sentence, mention)
    {
        return true;
    }
    // "To a hospital in the capital, Kelm"
    let chunks = reading.chunks(sentence);
    let apposed = at >= 3
        && chunks[at - 1].kind == ChunkKind::Comma
        && matches!(reading.tagged.key(chunks[at - 2].tokens.end - 1), "capital" | "city" | "town");
    let at = if apposed { at - 2 } else { at };
    // "Back from the festival in Kelm"
    let origin = at >= 3
        && matches!(reading.chunk_key(sentence, at - 1), "in" | "at")
        && reading.chunk_key(sentence, at - 3) == "from"
        && matches!(chunks[at - 2].kind, ChunkKind::Noun(_))
        && at.checked_sub(4).is_none_or(|c| !FOUND.contains(&reading.tagged.key(chunks[c].tokens.end - 1)));
    if origin {
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

/// "Rebels took the town of Kelm": what fighters do to a place.
fn is_taken(reading: Reading, sentence: usize, at: usize) -> bool {
    const TAKEN: &[&str] = &[
        "took",
        "seized",
        "captured",
        "recaptured",
        "retook",
        "stormed",
        "overran",
        "entered",
        "reached",
        "attacked",
        "raided",
        "hit",
        "struck",
        "shelled",
        "bombed",
        "flooded",
        "battered",
        "devastated",
    ];
    let verb = at.checked_sub(1).map(|c| &reading.chunks(sentence)[c].kind);
    matches!(verb, Some(ChunkKind::Verb(group)) if !group.passive && TAKEN.contains(&reading.tagged.key(group.main)))
}

/// "On the highway linking Kelm with Norvin": the way begins there.
fn links(reading: Reading, mention: usize) -> bool {
    let start = reading.mentions.places.mentions[mention].tokens.start;
    start > 0 && matches!(reading.tagged.key(start - 1), "linking" | "connecting")
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
