//! Damage: what the frames of harm to things say of what was hit.

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

/// Parts of a building: what is harmed is the whole.
pub const PARTS: &[&str] = &[
    "roof",
    "roofs",
    "wall",
    "walls",
    "window",
    "windows",
    "gate",
    "gates",
    "wing",
    "wings",
    "front",
    "side",
    "facade",
    "middle",
    "door",
    "doors",
    "part",
    "corner",
    "entrance",
    "top",
    "basement",
    "floor",
    "floors",
    "storey",
    "storeys",
    "grounds",
    "courtyard",
    "yard",
    "compound",
];

/// Verbs of harm done on the spot.
const INJURING: &[&str] = &["kill", "wound", "injure", "hurt"];

/// Nouns that leave open what was hit.
const VAGUE: &[&str] = &["target", "targets", "location", "locations"];

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
            Sense::Harm(Kind::Killed | Kind::Wounded) => {
                found.extend(around(reading, index, frame));
                continue;
            }
            _ => continue,
        };
        if frame.negated || !reading.bears(frame) {
            continue;
        }
        if let Sense::Weapon(Action::Hit) = frame.sense {
            // "Their van hit a mine."
            found.extend(frame.filled(Slot::Target).filter_map(|c| harmed(reading, index, frame, Effect::Hit, c)));
        }
        found.extend(attributive(reading, index, frame));
        for chunk in frame.filled(slot) {
            let Some(harmed) = harmed(reading, index, frame, effect, chunk) else { continue };
            found.push(harmed);
        }
    }
    found
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

/// "the hotel fire", "a bus station blast": the thing that stands before the noun of the event.
fn attributive(reading: Reading, index: usize, frame: &Frame) -> Option<Harmed> {
    let Sense::Event(kind) = frame.sense else { return None };
    let destructive =
        matches!(kind, EventType::Fire | EventType::Explosion | EventType::Bombing | EventType::Airstrike | EventType::Other);
    let chunk = reading.chunks(frame.sentence).get(frame.chunk)?;
    let row = reading.tagged.ending(Table::Target, chunk.tokens.start, frame.trigger.start)?;
    let category = target::of_phrase(reading.tagged, &row.tokens, row.tokens.end - 1)?;
    // "a street attack", "a car bomb blast": no thing, or a weapon.
    let weapon = reading.tagged.ending(Table::Munition, chunk.tokens.start, frame.trigger.start).is_some();
    (destructive && category != Category::Other && !weapon).then(|| Harmed {
        target: reading.text.words(&row.tokens).to_string(),
        category,
        effect: if kind == EventType::Fire { Effect::Damaged } else { Effect::Hit },
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
    let category = target::of_phrase(reading.tagged, tokens, phrase.head)?;
    // "Struck targets in Kelm" tells where, not what.
    if category == Category::Other && VAGUE.contains(&reading.tagged.key(phrase.head)) {
        return None;
    }
    // "The lorry hit a mine": the mine did the harm.
    let armed = reading.parse.frames.iter().filter(|f| f.sentence == frame.sentence && f.trigger == frame.trigger);
    let mut mines = armed.filter(|f| f.predicate.wants("object").is_some()).flat_map(|f| f.filled(Slot::Weapon));
    if effect == Effect::Hit && matches!(frame.sense, Sense::Effect(_)) && mines.any(|c| c == chunk) {
        return None;
    }
    if people::of_phrase(reading.tagged, tokens, phrase.head).is_some() || is_place(reading, tokens, phrase.head) {
        return None;
    }
    // "the right bank" of a river sells no shares.
    if reading.tagged.key(phrase.head) == "bank"
        && phrase.head > tokens.start
        && RIVER.contains(&reading.tagged.key(phrase.head - 1))
    {
        return None;
    }
    let amount = phrase.quantity.map(|q| {
        let mention = &reading.mentions.quantities[q];
        Amount { text: reading.text.words(&mention.tokens).to_string(), ..mention.amount.clone() }
    });
    if amount.as_ref().is_some_and(|a| a.bound == Bound::None) {
        return None;
    }
    let start = phrase.quantity.map_or(tokens.start, |q| reading.mentions.quantities[q].tokens.end);
    let beyond = tokens.clone().find_map(|i| reading.tagged.longest(Table::Target, i).filter(|m| m.tokens.end > tokens.end));
    let end = beyond.map_or_else(|| with_gerund(reading, frame.sentence, chunk, tokens.end), |m| m.tokens.end);
    let named = strip_determiners(reading, start..end);
    let target = reading.text.words(&named).to_string();
    let amount_is_none = amount.is_none();
    (!target.is_empty()).then(|| Harmed {
        target,
        category,
        effect,
        amount,
        mentions: vec![reading.span(frame, chunk)],
        frame: index,
        definite: phrase.det == Determiner::Definite && amount_is_none,
    })
}

/// "Windows were blown out at a hospital": the thing stands behind the verb.
fn behind_verb(reading: Reading, frame: &Frame, chunk: usize) -> Option<usize> {
    let (part, words) = reading.phrase(frame.sentence, chunk)?;
    let chunks = reading.chunks(frame.sentence);
    // "a gallery roof" tells what it belongs to.
    let is_part = chunk < frame.chunk && words.len() <= 2 && PARTS.contains(&reading.tagged.key(part.head));
    let mut clause = (frame.chunk + 1..chunks.len()).take_while(|k| chunks[*k].clause == frame.clause);
    let led = clause.find(|k| chunks[*k].kind == ChunkKind::Prep && matches!(reading.chunk_key(frame.sentence, *k), "at" | "in"));
    let (phrase, tokens) = led.filter(|_| is_part).and_then(|k| reading.phrase(frame.sentence, k + 1))?;
    target::of_phrase(reading.tagged, tokens, phrase.head).and(led).map(|k| k + 1)
}

/// "the roof of a clinic": the thing that the part belongs to, where it is one that can be harmed.
pub fn whole(reading: Reading, sentence: usize, chunk: usize) -> usize {
    let Some((part, tokens)) = reading.phrase(sentence, chunk) else { return chunk };
    let key = reading.chunk_key(sentence, chunk + 1);
    let is_part = PARTS.contains(&reading.tagged.key(part.head)) && matches!(key, "of" | "in" | "at" | "off");
    // "passengers of a bus hit by a shell"
    let aboard = key == "of" && people::of_phrase(reading.tagged, tokens, part.head).is_some();
    if !is_part && !aboard {
        return chunk;
    }
    let of = reading.phrase(sentence, chunk + 2);
    let known = of.is_some_and(|(p, t)| target::of_phrase(reading.tagged, t, p.head).is_some());
    if known { chunk + 2 } else { chunk }
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
        match merged.iter_mut().find(repeats) {
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
mod tests {
    use super::super::sample::report;
    use crate::report::{Category, Effect};

    fn damage(text: &str) -> Vec<(String, Effect)> {
        report(text).damage.into_iter().map(|d| (d.target, d.effect)).collect()
    }

    fn row(target: &str, effect: Effect) -> (String, Effect) {
        (target.to_string(), effect)
    }

    #[test]
    fn things_that_burn_fall_and_are_cut() {
        assert_eq!(damage("A bakery in Sumy burned."), [row("bakery", Effect::Damaged)]);
        assert_eq!(
            damage("Bombs cut the road and brought down a bridge."),
            [row("road", Effect::CutOff), row("bridge", Effect::Destroyed)]
        );
        assert_eq!(damage("A market hall, a pharmacy and a phone mast were set alight.").len(), 3);
    }

    #[test]
    fn the_whole_stands_for_its_part() {
        assert_eq!(damage("The roof of a clinic was blown off."), [row("clinic", Effect::Damaged)]);
        assert_eq!(damage("A shell tore through the wall of a nursery."), [row("nursery", Effect::Hit)]);
    }

    #[test]
    fn what_is_attacked_is_listed() {
        assert_eq!(damage("A drone strike on a primary school killed a teacher."), [row("primary school", Effect::Hit)]);
        assert_eq!(damage("The siege of a hotel ended.").len(), 1);
        assert_eq!(damage("Two people died in the hotel fire."), [row("hotel", Effect::Damaged)]);
        assert_eq!(damage("A ferry capsized off Lagos."), [row("ferry", Effect::Damaged)]);
        assert_eq!(damage("A street attack hurt two people.").len(), 0);
    }

    #[test]
    fn repetitions_are_one_row() {
        let text = "A rocket hit an outpatient clinic in Sumy on Monday. The clinic was damaged in the blast.";
        assert_eq!(damage(text), [row("outpatient clinic", Effect::Damaged)]);
        assert_eq!(damage("A rocket hit a clinic in Sumy. A rocket hit a clinic in Poltava.").len(), 2);
    }

    #[test]
    fn where_an_attack_harmed_people_is_listed() {
        assert_eq!(damage("A drone killed two men in a car at Tyre."), [row("car", Effect::Hit)]);
        assert_eq!(damage("Two bakers were killed in their van."), [row("van", Effect::Hit)]);
        assert_eq!(damage("A missile killed 11 people at a warehouse in Sumy."), [row("warehouse", Effect::Hit)]);
        assert_eq!(damage("Two people died when their van hit a mine."), [row("van", Effect::Hit)]);
        assert_eq!(damage("Two people were killed in a car on the ring road.").len(), 0);
        assert_eq!(damage("Three bodies were found in a house in Sumy that was bombed."), [row("house", Effect::Hit)]);
    }

    #[test]
    fn a_building_with_storeys_is_lived_in_and_a_name_may_go_on_behind_its_head() {
        let report = report("A missile hit a 12-storey building. Shells damaged the House of Culture in Orikhiv.");
        let rows: Vec<_> = report.damage.iter().map(|d| (d.target.as_str(), d.category)).collect();
        assert_eq!(rows, [("12-storey building", Category::Residential), ("House of Culture", Category::Cultural)]);
    }

    #[test]
    fn the_van_is_the_one_told_before() {
        let text = "A rocket hit a van at a crossroads in Tyre. Two men died when the van exploded near Sidon.";
        assert_eq!(damage(text), [row("van", Effect::Destroyed)]);
    }

    #[test]
    fn no_harm_no_row() {
        assert_eq!(damage("No school was damaged.").len(), 0);
        assert_eq!(damage("The news hit him hard, and the talks collapsed.").len(), 0);
        assert_eq!(damage("The bank cut rates, and police cracked the case.").len(), 0);
    }
}
