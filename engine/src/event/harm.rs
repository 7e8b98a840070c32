//! Damage: what the frames of harm to things say of what was hit.

mod parts;

pub use parts::{PARTS, whole};
use parts::{among, behind_verb, included, measure};

use super::reading::Reading;
use super::{Placed, locative};
use crate::frame::Frame;
use crate::frame::chunk::{ChunkKind, Determiner};
use crate::frame::predicate::{Predicate, Sense, Slot};
use crate::lexicon::Table;
use crate::mention::{munition, people, target};
use crate::report::{Action, Amount, Bound, Category, Effect, EventType, Kind};
use crate::text::Tokens;

/// A thing harmed, as worded.
#[derive(Debug, Clone, PartialEq)]
pub struct Harmed {
    /// Head noun phrase without article and number.
    pub target: String,
    pub category: Category,
    pub effect: Effect,
    pub amount: Option<Amount>,
    /// Where it is told; a repetition adds to it.
    pub mentions: Vec<Tokens>,
    /// Index of the frame.
    pub frame: usize,
    /// "The van": one that was told before.
    pub definite: bool,
}

/// Verbs of harm done on the spot.
const INJURING: &[&str] = &["kill", "wound", "injure", "hurt"];

/// Nouns that leave open what was hit.
const VAGUE: &[&str] = &["target", "targets", "location", "locations"];

/// Open places: hit, they tell where and not what.
const OPEN: &[&str] = &["street", "streets", "square", "squares"];

/// Words for a thing told before by another name.
const GENERIC: &[&str] = &["vehicle", "vessel", "ship", "boat", "aircraft", "plane", "train", "car"];

/// Vehicles that people are in.
const VEHICLES: &[&str] = &[
    "car",
    "van",
    "minivan",
    "minibus",
    "bus",
    "lorry",
    "truck",
    "taxi",
    "pickup",
    "pickup truck",
    "jeep",
    "suv",
    "vehicle",
    "ambulance",
    "train",
    "tram",
    "boat",
    "motorcycle",
    "tractor",
];

/// Things of transport that do not move: "a motorway crash" happened on it.
const STILL: &[&str] = &[
    "road",
    "highway",
    "motorway",
    "freeway",
    "expressway",
    "tunnel",
    "bridge",
    "airport",
    "station",
    "port",
    "harbour",
    "harbor",
    "runway",
    "roundabout",
    "crossing",
    "railway",
    "street",
    "junction",
    "overpass",
    "flyover",
    "airfield",
];

/// Words that make a bank one of a river.
const RIVER: &[&str] =
    &["right", "left", "east", "eastern", "west", "western", "north", "northern", "south", "southern", "river"];

/// Every thing harmed, in text order.
pub fn find(reading: Reading) -> Vec<Harmed> {
    let mut found: Vec<Harmed> = Vec::new();
    for (index, frame) in reading.parse.frames.iter().enumerate() {
        let (effect, slot) = match frame.sense {
            Sense::Effect(effect) => (effect, Slot::Target),
            Sense::Event(EventType::Crash) => (Effect::Damaged, Slot::Target),
            // "a strike on a school": what is attacked belongs in the list.
            Sense::Event(kind) if !locative::is_disaster(kind) => (Effect::Hit, Slot::Place),
            Sense::Weapon(Action::Launched | Action::Hit) => (Effect::Hit, Slot::Place),
            Sense::Event(EventType::Fire) => (Effect::Damaged, Slot::Place),
            Sense::Harm(Kind::Kidnapped) => {
                found.extend(taken_from(reading, index, frame));
                continue;
            }
            Sense::Harm(Kind::Killed | Kind::Wounded) => {
                found.extend(around(reading, index, frame));
                continue;
            }
            _ => continue,
        };
        if frame.negated || !reading.bears(frame) || is_averted(reading, frame) {
            continue;
        }
        if let Sense::Weapon(Action::Hit) = frame.sense {
            // "Their van hit a mine."
            found.extend(frame.filled(Slot::Target).filter_map(|c| harmed(reading, index, frame, Effect::Hit, c)));
        }
        found.extend(attributive(reading, index, frame));
        for chunk in frame.filled(slot) {
            let Some(row) = harmed(reading, index, frame, effect, chunk) else { continue };
            found.push(row);
            found.extend(among(reading, frame, chunk).and_then(|c| harmed(reading, index, frame, effect, c)));
            found.extend(included(reading, frame.sentence, chunk).filter_map(|c| harmed(reading, index, frame, effect, c)));
        }
    }
    found
}

/// "No damage to the building", "before reaching the depot", "without damaging it": what did not happen.
fn is_averted(reading: Reading, frame: &Frame) -> bool {
    let before = frame.chunk.checked_sub(1).map_or("", |k| reading.chunk_key(frame.sentence, k));
    let chunk = &reading.chunks(frame.sentence)[frame.chunk];
    match &chunk.kind {
        ChunkKind::Noun(_) => reading.tagged.key(chunk.tokens.start) == "no" || before == "without",
        ChunkKind::Verb(group) => group.gerund && matches!(before, "before" | "without" | "instead" | "from"),
        _ => false,
    }
}

/// "A drone killed two men in a car", "were killed in their van", "a missile killed 11 at a warehouse": the vehicle or
/// building in which an attack harmed people.
fn around(reading: Reading, index: usize, frame: &Frame) -> Option<Harmed> {
    if frame.negated || frame.infinitive || !reading.bears(frame) || !INJURING.contains(&frame.predicate.lemma()) {
        return None;
    }
    let chunks = reading.chunks(frame.sentence);
    let key = |k: usize| reading.chunk_key(frame.sentence, k);
    let attack = |c: usize| {
        let (phrase, tokens) = reading.phrase(frame.sentence, c)?;
        let rows = reading.tagged.at(phrase.head).iter().filter(|m| m.entry.table == Table::Predicate && m.entry.cell(1) == "n");
        let deed =
            rows.filter_map(|m| Predicate(m.entry).sense()).any(|s| matches!(s, Sense::Event(k) if !locative::is_disaster(k)));
        (deed || munition::of_phrase(reading.tagged, tokens, phrase.head).is_some()).then_some(())
    };
    let attacked = frame.filled(Slot::Agent).any(|c| attack(c).is_some());
    // "The driver of their SUV was killed."
    let driver = frame.filled(Slot::Victims).find(|c| {
        let next = reading.phrase(frame.sentence, c + 2).filter(|_| key(c + 1) == "of");
        let ridden = |t: &Tokens, head: usize| {
            reading.tagged.ending(Table::Target, t.start, head + 1).is_some_and(|m| VEHICLES.contains(&m.entry.cell(0)))
        };
        next.is_some_and(|(p, t)| ridden(t, p.head) && (attacked || p.det == Determiner::Possessive))
    });
    if let Some(c) = driver {
        return harmed(reading, index, frame, Effect::Hit, c + 2);
    }
    (frame.chunk + 1..chunks.len())
        .take_while(|k| chunks[*k].clause == frame.clause)
        .filter(|k| chunks[*k].kind == ChunkKind::Prep && matches!(key(*k), "in" | "aboard" | "at" | "inside"))
        .find_map(|k| {
            let (phrase, tokens) = reading.phrase(frame.sentence, k + 1)?;
            let vehicle = reading.tagged.ending(Table::Target, tokens.start, phrase.head + 1)?;
            let ridden = VEHICLES.contains(&vehicle.entry.cell(0)) && key(k) != "at";
            // Without a weapon it may be an accident; "their car" is where they were.
            let theirs = ridden && phrase.det == Determiner::Possessive;
            let row = harmed(reading, index, frame, Effect::Hit, k + 1)?;
            let tended = matches!(row.category, Category::Health) || row.category == Category::Other;
            (theirs || attacked && (ridden || !tended)).then_some(row)
        })
}

/// "Seized 41 people from a boarding school": the place of use that was raided; nobody's home.
fn taken_from(reading: Reading, index: usize, frame: &Frame) -> Option<Harmed> {
    if frame.negated || frame.infinitive || !reading.bears(frame) {
        return None;
    }
    let chunks = reading.chunks(frame.sentence);
    let led = (frame.chunk + 1..chunks.len())
        .take_while(|k| chunks[*k].clause == frame.clause)
        .filter(|k| chunks[*k].kind == ChunkKind::Prep && reading.chunk_key(frame.sentence, *k) == "from");
    let used = |c: &Category| matches!(c, Category::Education | Category::Religious | Category::Health | Category::Transport);
    led.filter_map(|k| harmed(reading, index, frame, Effect::Hit, k + 1)).find(|h| used(&h.category))
}

/// "the hotel fire", "a bus station blast": the thing that stands before the noun of the event.
fn attributive(reading: Reading, index: usize, frame: &Frame) -> Option<Harmed> {
    let Sense::Event(kind) = frame.sense else { return None };
    let destructive =
        matches!(kind, EventType::Fire | EventType::Explosion | EventType::Bombing | EventType::Airstrike | EventType::Other);
    let crash = kind == EventType::Crash;
    let chunk = reading.chunks(frame.sentence).get(frame.chunk)?;
    // "house fire" may be the name of the event.
    let noun = frame.trigger.end - 1;
    let row = reading.tagged.ending(Table::Target, chunk.tokens.start, noun)?;
    let category = target::of_phrase(reading.tagged, &row.tokens, row.tokens.end - 1)?;
    // "a street attack", "a car bomb blast": no thing, or a weapon.
    let weapon = reading.tagged.ending(Table::Munition, chunk.tokens.start, noun).is_some();
    // "a ferry crash": what moves, and not where it was.
    let moves =
        matches!(category, Category::Transport | Category::Military) && !STILL.contains(&reading.tagged.key(row.tokens.end - 1));
    ((destructive && category != Category::Other || crash && moves) && !weapon).then(|| Harmed {
        target: reading.text.words(&row.tokens).to_string(),
        category,
        effect: if crash || kind == EventType::Fire { Effect::Damaged } else { Effect::Hit },
        amount: None,
        mentions: std::iter::once(row.tokens.start..frame.trigger.end).collect(),
        frame: index,
        definite: false,
    })
}

fn harmed(reading: Reading, index: usize, frame: &Frame, effect: Effect, chunk: usize) -> Option<Harmed> {
    let chunk = whole(reading, frame.sentence, chunk);
    let chunk = behind_verb(reading, frame, chunk).unwrap_or(chunk);
    let (phrase, tokens) = reading.phrase(frame.sentence, chunk)?;
    let served = effect == Effect::CutOff && phrase.quantity.is_some() && target::is_served(reading.tagged.key(phrase.head));
    let category = target::of_phrase(reading.tagged, tokens, phrase.head).or_else(|| served.then(|| service(reading, frame)))?;
    // "Struck targets in Kelm" tells where, not what.
    // "hit the same street" tells where; "flooded a street" tells what.
    if matches!(effect, Effect::Hit | Effect::Targeted) && OPEN.contains(&reading.tagged.key(phrase.head)) {
        return None;
    }
    if category == Category::Other && VAGUE.contains(&reading.tagged.key(phrase.head)) {
        return None;
    }
    // "sea mines were found and destroyed": weapons, no mines to dig in.
    let length = |table| reading.tagged.ending(table, tokens.start, phrase.head + 1).map_or(0, |m| m.tokens.len());
    if length(Table::Munition) > length(Table::Target) {
        return None;
    }
    // "The lorry hit a mine": the mine did the harm.
    let armed = reading.parse.frames.iter().filter(|f| f.sentence == frame.sentence && f.trigger == frame.trigger);
    let mut mines = armed.filter(|f| f.predicate.wants("object").is_some()).flat_map(|f| f.filled(Slot::Weapon));
    if effect == Effect::Hit && matches!(frame.sense, Sense::Effect(_)) && mines.any(|c| c == chunk) {
        return None;
    }
    let people = people::of_phrase(reading.tagged, tokens, phrase.head).is_some();
    if !served && (people || is_place(reading, tokens, phrase.head)) {
        return None;
    }
    // "the right bank" of a river sells no shares.
    if reading.tagged.key(phrase.head) == "bank"
        && phrase.head > tokens.start
        && RIVER.contains(&reading.tagged.key(phrase.head - 1))
    {
        return None;
    }
    // "12,000 hectares of rice", "two of the ships": the number stands before the thing.
    let measured = measure(reading, frame.sentence, chunk).filter(|_| phrase.quantity.is_none());
    let counted = measured.and_then(|m| reading.phrase(frame.sentence, m));
    let quantity = phrase.quantity.or(counted.and_then(|(p, _)| p.quantity));
    let amount = quantity.map(|q| {
        let mention = &reading.mentions.quantities[q];
        Amount { text: reading.text.words(&mention.tokens).to_string(), ..mention.amount.clone() }
    });
    if amount.as_ref().is_some_and(|a| a.bound == Bound::None) {
        return None;
    }
    let start = phrase.quantity.map_or(tokens.start, |q| reading.mentions.quantities[q].tokens.end);
    // "the collapsed building": what happened to it is no part of its name.
    let start = if tokens.contains(&frame.trigger.start) && frame.trigger.end <= phrase.head { frame.trigger.end } else { start };
    let beyond = tokens.clone().find_map(|i| reading.tagged.longest(Table::Target, i).filter(|m| m.tokens.end > tokens.end));
    let end = beyond.map_or_else(|| with_gerund(reading, frame.sentence, chunk, tokens.end), |m| m.tokens.end);
    let named = strip_determiners(reading, start..end);
    let unit =
        counted.filter(|(p, _)| !p.bare_number).map_or(String::new(), |(p, _)| format!("{} of ", reading.text.word(p.head)));
    let target = format!("{unit}{}", reading.text.words(&named));
    let amount_is_none = amount.is_none();
    (!named.is_empty()).then(|| Harmed {
        target,
        category,
        effect,
        amount,
        mentions: vec![reading.span(frame, chunk)],
        frame: index,
        definite: phrase.det == Determiner::Definite && amount_is_none,
    })
}

/// What was cut: water, or what keeps lights and heating on.
fn service(reading: Reading, frame: &Frame) -> Category {
    let water = reading.clause(frame.sentence, frame.clause).any(|i| reading.tagged.key(i) == "water");
    if water { Category::Water } else { Category::Energy }
}

/// Gathers repetitions: the same thing by the same words, of one scope, at places that do not exclude each other.
pub fn merge(reading: Reading, rows: Vec<Placed<Harmed>>) -> Vec<Placed<Harmed>> {
    let places = &reading.mentions.places;
    let meet = |a: Option<usize>, b: Option<usize>| match (a, b) {
        (Some(a), Some(b)) => a == b || places.within(a, b) || places.within(b, a),
        _ => true,
    };
    let mut merged: Vec<Placed<Harmed>> = Vec::new();
    for row in rows {
        let repeats = |known: &&mut Placed<Harmed>| {
            says_same(&known.fact.target, &row.fact.target)
                && known.setting.scope == row.setting.scope
                && (meet(known.setting.place, row.setting.place) || row.fact.definite)
        };
        // "the vehicle" behind "their SUV": the one told by its kind.
        let by_kind = |known: &&mut Placed<Harmed>| {
            row.fact.definite
                && GENERIC.contains(&row.fact.target.as_str())
                && known.fact.category == row.fact.category
                && known.setting.scope == row.setting.scope
                && !reading.text.sentences[known.setting.sentence].in_title
        };
        let at = merged.iter_mut().position(|k| by_kind(&k)).or_else(|| merged.iter_mut().position(|k| repeats(&k)));
        match at.and_then(|k| merged.get_mut(k)) {
            Some(known) => {
                if (row.fact.effect as u8) < known.fact.effect as u8 {
                    known.fact.effect = row.fact.effect;
                }
                known.fact.mentions.extend(row.fact.mentions);
                known.setting.place = known.setting.place.or(row.setting.place);
            }
            None => merged.push(row),
        }
    }
    // "Homes hit" in the headline: the text says which.
    let in_title = |r: &Placed<Harmed>| reading.text.sentences[r.setting.sentence].in_title && r.fact.mentions.len() == 1;
    let told: Vec<Category> = merged.iter().filter(|r| !in_title(r)).map(|r| r.fact.category).collect();
    merged.retain(|r| !in_title(r) || r.fact.category == Category::Other || !told.contains(&r.fact.category));
    merged
}

/// The same words, or the last ones of the other: "clinic" and "outpatient clinic".
fn says_same(a: &str, b: &str) -> bool {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let Some(at) = long.len().checked_sub(short.len()).filter(|at| long.is_char_boundary(*at)) else { return false };
    let (front, tail) = long.split_at(at);
    // "the Plaza hotel" and "a seafront hotel" beside each other are one; two names are two.
    let named = |s: &str| s.split_whitespace().next().is_some_and(|w| w.starts_with(char::is_uppercase));
    let last = |s: &str| s.rsplit(' ').next().map(str::to_lowercase);
    if named(a) != named(b) && last(a) == last(b) && a.contains(' ') && b.contains(' ') && !a.ends_with('s') {
        return true;
    }
    let behind = tail.eq_ignore_ascii_case(short) && (front.is_empty() || front.ends_with(' '));
    // "school" and "school sheltering families"
    let rest = long.get(..short.len()).filter(|l| l.eq_ignore_ascii_case(short)).map_or("", |_| &long[short.len()..]);
    let goes_on = rest.starts_with(' ') && rest.split_whitespace().next().is_some_and(|w| w.ends_with("ing"));
    behind || goes_on
}

/// The head is the name of a place, not a thing.
fn is_place(reading: Reading, tokens: &Tokens, head: usize) -> bool {
    reading.places(tokens).any(|(_, p)| p.tokens.contains(&head))
}

/// "a dormitory housing displaced persons": the "-ing" form and its object belong to the thing.
fn with_gerund(reading: Reading, sentence: usize, chunk: usize, end: usize) -> usize {
    let chunks = reading.chunks(sentence);
    let gerund = chunks.get(chunk + 1).is_some_and(|c| matches!(&c.kind, ChunkKind::Verb(g) if g.gerund));
    match reading.phrase(sentence, chunk + 2) {
        Some((_, object)) if gerund => object.end,
        _ => end,
    }
}

/// Without "a", "the", "of the", "several of" and possessives in front.
fn strip_determiners(reading: Reading, range: Tokens) -> Tokens {
    let mut start = range.start;
    // Behind a genitive only what it holds is the thing: "the Russians’ main targets".
    if let Some(clitic) = range.clone().rev().find(|i| matches!(reading.tagged.key(*i), "'s")) {
        start = clitic + 1;
    }
    let skip = |i: usize| {
        matches!(
            reading.tagged.key(i),
            "a" | "an"
                | "the"
                | "of"
                | "its"
                | "their"
                | "his"
                | "her"
                | "this"
                | "that"
                | "these"
                | "those"
                | "some"
                | "other"
                | "more"
                | "several"
                | "same"
                | "neighbouring"
                | "nearby"
                | "many"
                | "all"
        )
    };
    while start < range.end && skip(start) {
        start += 1;
    }
    start..range.end
}

#[cfg(test)]
mod tests;
