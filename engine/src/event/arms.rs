//! Munitions: what the frames of launch, interception and impact say of weapons.

use super::Placed;
use super::locative;
use super::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::{ChunkKind, Determiner};
use crate::frame::predicate::{Sense, Slot};
use crate::lexicon::{Form, Table};
use crate::mention::munition::{self, Weapon};
use crate::report::{Action, Amount, Bound, Effect, EventType, Kind, MunitionType};
use crate::scope::Scope;
use crate::text::Tokens;

mod implied;
mod shares;
#[cfg(test)]
mod tests;

/// Weapons of one kind in one action, as worded.
#[derive(Debug, Clone, PartialEq)]
pub struct Arms {
    pub weapon: Weapon,
    pub action: Action,
    pub amount: Amount,
    pub tokens: Tokens,
    /// Index of the frame.
    pub frame: usize,
    /// Chunk of the one who did it.
    pub agent: Option<usize>,
    /// Chunk of the weapons, where its words may say whose they are: not of those that were stopped or found.
    pub owner: Option<usize>,
    /// The deed tells of it, no word names it: the gun of "shot dead".
    pub implied: bool,
}

/// What several weapons without a number count for: a floor of two.
const SEVERAL: u64 = 2;

/// What is done with a bomb that was planted, not dropped.
const PLANTED: &[&str] =
    &["explode", "go off", "detonate", "set off", "trigger", "defuse", "disarm", "find", "discover", "blow up", "plant"];

/// What a bomb is called that an aircraft dropped long ago.
const OF_A_WAR: &[&str] =
    &["war", "wwii", "ww2", "wartime", "war-era", "ii-era", "war-time", "unexploded", "aerial", "500-pound", "250-pound"];

/// Weapons with their number in one argument of a frame.
struct Told {
    weapon: Weapon,
    amount: Amount,
    /// The words count them.
    counted: bool,
    /// "The missile": it may have been told before.
    definite: bool,
    tokens: Tokens,
}

/// Every weapon in action, in text order; those that a deed implies come last.
pub fn find(reading: Reading) -> Vec<Arms> {
    let mut found: Vec<Arms> = Vec::new();
    for (index, frame) in reading.parse.frames.iter().enumerate() {
        if frame.negated {
            continue;
        }
        for (action, chunk) in weapons(reading, frame) {
            let mut told = named(reading, frame, chunk, &found);
            if told.is_empty() {
                told = shares::told_before(reading, frame, chunk, &found);
            }
            for weapons in told {
                add(reading, index, action, chunk, weapons, &mut found);
            }
        }
    }
    drop_uncounted(reading, &mut found);
    found.extend(implied::find(reading));
    found
}

fn add(reading: Reading, index: usize, action: Action, chunk: usize, told: Told, found: &mut Vec<Arms>) {
    let frame = &reading.parse.frames[index];
    let weapon = told.weapon;
    // What was launched may strike, too; the launch tells of it.
    let again = |a: &Arms| a.weapon == weapon && a.tokens.end >= told.tokens.end && a.tokens.start <= told.tokens.start;
    let repeats = action == Action::Hit && weapon.plural && !told.counted && found.iter().any(again);
    let missed = action == Action::Hit && frame.infinitive;
    let single = !weapon.plural && !told.counted;
    let known = told.definite && single && found.iter().any(|a| is_like(&weapon, &a.weapon));
    // "At least six ballistic missiles came down": one that is told of alone is among them.
    let hits =
        |a: &Arms| a.action == Action::Hit && a.weapon.plural && a.weapon.kind != weapon.kind && is_like(&weapon, &a.weapon);
    let among = action == Action::Hit && single && found.iter().any(hits);
    // "No drones were launched."
    if repeats || missed || known || among || told.amount.bound == Bound::None {
        return;
    }
    let action = if action == Action::Launched && strikes_where_used(frame, &weapon) { Action::Hit } else { action };
    // Who destroys a mine has found it; it does not fly.
    let action = if action == Action::Intercepted && weapon.kind == MunitionType::Mine { Action::Found } else { action };
    let dropped = told.tokens.clone().any(|i| OF_A_WAR.contains(&reading.tagged.key(i)));
    let weapon = Weapon { kind: if dropped { weapon.kind } else { exploding(frame, weapon) }, ..weapon };
    let agent = frame.filled(Slot::Agent).find(|c| *c != chunk);
    let owner = matches!(action, Action::Launched | Action::Hit).then_some(chunk);
    let tokens = reading.span(frame, chunk);
    let arms = Arms { weapon, action, amount: told.amount, tokens, frame: index, agent, owner, implied: false };
    if shares::adds_one(reading, frame, chunk, &arms, found) {
        return;
    }
    let whole = shares::whole(reading, frame, chunk, &arms, found);
    let parts = shares::parts(reading, frame, chunk, &arms);
    let once = action == Action::Hit && arms.amount.low == 1 && arms.amount.bound == Bound::Exact && !told.definite;
    // Another weapon of the kind hit somewhere else; the settings show where.
    let repeats = |a: &Arms| {
        let same_words = a.tokens.start < told.tokens.end && told.tokens.start < a.tokens.end;
        a.action == action && a.weapon == arms.weapon && a.amount.low == arms.amount.low && (!once || same_words)
    };
    if !found.iter().any(repeats) {
        found.extend(whole.filter(|w| !found.iter().any(|a| a.weapon.kind == w.weapon.kind && a.amount.low == w.amount.low)));
        found.push(arms);
        found.extend(parts);
    }
}

/// Drops what the settings show to be told already: a weapon that hit the same place, and a weapon that a deed implies
/// where one of its kind is named or the deed is not the news.
pub fn settle(reading: Reading, rows: Vec<Placed<Arms>>) -> Vec<Placed<Arms>> {
    let places = &reading.mentions.places;
    let apart = |a: Option<usize>, b: Option<usize>| match (a, b) {
        (Some(a), Some(b)) => a != b && !places.within(a, b) && !places.within(b, a),
        _ => false,
    };
    let in_title = |r: &Placed<Arms>| reading.text.sentences[r.setting.sentence].in_title;
    let mut kept: Vec<Placed<Arms>> = Vec::new();
    for row in rows {
        if row.fact.implied {
            implied::settle(row, &mut kept);
            continue;
        }
        let repeats = |known: &Placed<Arms>| {
            let (a, b) = (&known.fact, &row.fact);
            let same = a.weapon == b.weapon && a.action == b.action && a.amount.low == b.amount.low;
            let elsewhere = apart(known.setting.place, row.setting.place) && !in_title(known);
            same && (b.action != Action::Hit || known.setting.scope == row.setting.scope && !elsewhere)
        };
        if !kept.iter().any(repeats) {
            kept.push(row);
        }
    }
    kept
}

/// The second is of the kind of the first, or a missile of a kind that the first leaves open.
fn is_like(weapon: &Weapon, known: &Weapon) -> bool {
    let kinds = [MunitionType::Missile, MunitionType::BallisticMissile, MunitionType::CruiseMissile];
    weapon.kind == known.kind || weapon.kind == MunitionType::Missile && weapon.name.is_empty() && kinds.contains(&known.kind)
}

/// A gun or a knife is used where it is held, and what is "used" and does not fly by itself has struck.
fn strikes_where_used(frame: &Frame, weapon: &Weapon) -> bool {
    let used = matches!(frame.predicate.lemma(), "use" | "deploy");
    let thrown = matches!(frame.predicate.lemma(), "throw" | "hurl" | "toss" | "lob");
    match weapon.kind {
        MunitionType::Bomb => thrown,
        MunitionType::Gun | MunitionType::Knife | MunitionType::Vehicle => true,
        MunitionType::Rocket | MunitionType::Explosive | MunitionType::Shell | MunitionType::Other => used,
        _ => false,
    }
}

/// "A bomb exploded", "police defused a bomb", "a bomb blast": planted, not dropped.
fn exploding(frame: &Frame, weapon: Weapon) -> MunitionType {
    let planted = PLANTED.contains(&frame.predicate.lemma())
        || matches!(frame.sense, Sense::Event(EventType::Bombing | EventType::Explosion));
    match weapon.kind {
        MunitionType::Bomb if weapon.name.is_empty() && planted => MunitionType::Explosive,
        kind => kind,
    }
}

/// The chunks of `frame` that may name weapons, and what was done with them.
fn weapons(reading: Reading, frame: &Frame) -> Vec<(Action, usize)> {
    let of = |slot: Slot, action: Action| frame.filled(slot).map(move |c| (action, c));
    // "Attacked with 85 drones" tells how many were sent, not how many struck.
    let with = if frame.predicate.lemma() == "attack" { Action::Launched } else { Action::Hit };
    let mut found: Vec<(Action, usize)> = match frame.sense {
        // "A drone dropped a grenade": the drone is a weapon, too.
        Sense::Weapon(Action::Hit) => of(Slot::Weapon, Action::Hit).chain(of(Slot::Agent, Action::Hit)).collect(),
        Sense::Weapon(action) => of(Slot::Weapon, action).collect(),
        Sense::Harm(Kind::Killed | Kind::Wounded)
        | Sense::Effect(Effect::Hit | Effect::Damaged | Effect::Destroyed | Effect::CutOff) => {
            let instruments = instruments(reading, frame, with);
            of(Slot::Agent, Action::Hit).chain(of(Slot::Weapon, with)).chain(instruments).collect()
        }
        Sense::Effect(Effect::Targeted) => of(Slot::Agent, Action::Launched).chain(of(Slot::Weapon, Action::Launched)).collect(),
        Sense::Event(kind) if !locative::is_disaster(kind) && kind != EventType::Battle => {
            let named = munition_before(reading, frame).then_some((Action::Hit, frame.chunk));
            named.into_iter().chain(of(Slot::Weapon, with)).collect()
        }
        _ => Vec::new(),
    };
    found.dedup_by_key(|(_, chunk)| *chunk);
    found
}

/// "killed with machetes", "attacked with a knife".
fn instruments(reading: Reading, frame: &Frame, action: Action) -> Vec<(Action, usize)> {
    let chunks = reading.chunks(frame.sentence);
    let key = |k: usize| reading.chunk_key(frame.sentence, k);
    let with = |k: &usize| chunks[*k].clause == frame.clause && chunks[*k].kind == ChunkKind::Prep && key(*k) == "with";
    let mut found = Vec::new();
    for k in (0..chunks.len()).filter(with) {
        let mut at = k + 1;
        // "with machetes and a rifle"
        while let Some((phrase, tokens)) = reading.phrase(frame.sentence, at) {
            if munition::of_phrase(reading.tagged, tokens, phrase.head).is_none() {
                break;
            }
            found.push((action, at));
            at += 2;
            if !chunks.get(at - 1).is_some_and(|c| matches!(c.kind, ChunkKind::Conj | ChunkKind::Comma)) {
                break;
            }
        }
    }
    found
}

/// "a drone strike": a weapon stands before the noun of attack in its phrase.
fn munition_before(reading: Reading, frame: &Frame) -> bool {
    attributive(reading, frame).is_some()
}

/// "drone and rocket attacks": every weapon before the noun.
fn attributive(reading: Reading, frame: &Frame) -> Option<Vec<Weapon>> {
    let (phrase, tokens) = reading.phrase(frame.sentence, frame.chunk)?;
    let mut found: Vec<Weapon> = Vec::new();
    for i in tokens.start..phrase.head {
        let weapon = munition::of_phrase(reading.tagged, &(tokens.start..i + 1), i);
        // A longer name goes on behind its first word: "car bomb".
        let goes_on =
            || reading.tagged.longest(Table::Munition, i).is_some_and(|m| m.tokens.end > i + 1 && m.tokens.end <= phrase.head);
        found.extend(weapon.filter(|w| !goes_on() && !found.iter().any(|f| f.kind == w.kind)));
    }
    (!found.is_empty()).then_some(found)
}

/// The weapon that the phrase at `chunk` names, with its number: "five of the missiles" counts by "five".
fn named(reading: Reading, frame: &Frame, chunk: usize, found: &[Arms]) -> Vec<Told> {
    let Some((phrase, tokens)) = reading.phrase(frame.sentence, chunk) else { return Vec::new() };
    let words = |tokens: &Tokens| reading.text.words(tokens).to_string();
    let told = |weapon: Weapon| {
        let amount = match phrase.quantity {
            Some(q) => {
                let mention = &reading.mentions.quantities[q];
                Amount { text: words(&mention.tokens), ..mention.amount.clone() }
            }
            None if weapon.plural => Amount::bounded(SEVERAL, Bound::Vague, words(tokens)),
            None => Amount::exact(1, words(tokens)),
        };
        let definite = phrase.det == Determiner::Definite;
        Told { weapon, amount, counted: phrase.quantity.is_some(), definite, tokens: tokens.clone() }
    };
    if matches!(frame.sense, Sense::Event(_)) && chunk == frame.chunk {
        // The number of the strikes is not that of the weapons; "fire" and "strikes" are several.
        let several = reading.tagged.key(phrase.head).ends_with('s') || phrase.det == Determiner::None;
        let weapons = attributive(reading, frame).filter(|_| phrase.quantity.is_none()).unwrap_or_default();
        return weapons.into_iter().map(|w| told(Weapon { plural: several, ..w })).collect();
    }
    let own = munition::of_phrase(reading.tagged, tokens, phrase.head);
    let weapon = own.or_else(|| vehicle(reading, frame, chunk)).or_else(|| apposed(reading, frame, chunk));
    let weapon = weapon.or_else(|| in_pieces(reading, frame, chunk));
    let Some(weapon) = weapon else { return shares::of_named(reading, frame, chunk, found).into_iter().collect() };
    let mut told = told(weapon);
    // "Khorramshahr and Sejjil missiles": the plural is that of both.
    let joined = reading.chunks(frame.sentence).get(chunk + 1).is_some_and(|c| c.kind == ChunkKind::Conj);
    let next = reading.phrase(frame.sentence, chunk + 2).and_then(|(p, t)| munition::of_phrase(reading.tagged, t, p.head));
    let shared = joined && phrase.det == Determiner::None && !told.counted && !weapon.plural && next.is_some_and(|n| n.plural);
    if shared {
        told.weapon.plural = true;
        told.amount = Amount::bounded(SEVERAL, Bound::Vague, words(tokens));
    }
    if let Some(amount) = shares::counted_behind(reading, frame, chunk).filter(|_| !told.counted && weapon.plural) {
        (told.amount, told.counted) = (amount, true);
    }
    vec![told]
}

/// "A second device, a tiffin bomb of 5 kg, was found": the weapon that a remark calls the subject.
fn apposed(reading: Reading, frame: &Frame, chunk: usize) -> Option<Weapon> {
    let chunks = reading.chunks(frame.sentence);
    let comma = |k: usize| chunks.get(k).is_some_and(|c| c.kind == ChunkKind::Comma);
    let (phrase, tokens) = reading.phrase(frame.sentence, chunk + 2)?;
    let closed = (chunk + 3..frame.chunk).any(comma);
    let remark = comma(chunk + 1) && closed && phrase.det == Determiner::Indefinite;
    munition::of_phrase(reading.tagged, tokens, phrase.head).filter(|w| remark && !w.plural)
}

/// "40 sticks of dynamite": counted by the piece.
fn in_pieces(reading: Reading, frame: &Frame, chunk: usize) -> Option<Weapon> {
    let (phrase, _) = reading.phrase(frame.sentence, chunk)?;
    let piece = reading.tagged.key(phrase.head);
    let pieces = matches!(piece, "stick" | "sticks" | "block" | "blocks") && reading.chunk_key(frame.sentence, chunk + 1) == "of";
    let (stuff, tokens) = reading.phrase(frame.sentence, chunk + 2).filter(|_| pieces)?;
    let weapon = munition::of_phrase(reading.tagged, tokens, stuff.head)?;
    Some(Weapon { plural: piece.ends_with('s'), ..weapon })
}

/// "A van was driven into the queue", "an explosives-laden lorry blew up", "a lorry packed with fertiliser exploded": a
/// vehicle that was made a weapon.
fn vehicle(reading: Reading, frame: &Frame, chunk: usize) -> Option<Weapon> {
    let (phrase, tokens) = reading.phrase(frame.sentence, chunk)?;
    let chunks = reading.chunks(frame.sentence);
    let key = |i: usize| reading.tagged.key(i);
    let driven = frame.predicate.wants("implies") == Some("vehicle");
    let transport =
        reading.tagged.ending(Table::Target, tokens.start, phrase.head + 1).filter(|m| m.entry.cell(2) == "transport");
    let loaded = |i: usize| matches!(key(i), "laden" | "packed" | "filled" | "loaded" | "rigged" | "booby-trapped");
    let laden = tokens.clone().any(|i| {
        loaded(i) || key(i).rsplit_once('-').is_some_and(|(_, last)| matches!(last, "laden" | "packed" | "filled" | "rigged"))
    });
    let behind = chunks[chunk + 1..].iter().find(|c| c.kind != ChunkKind::Comma);
    let packed = behind
        .is_some_and(|c| matches!(&c.kind, ChunkKind::Verb(g) if g.participle && loaded(g.main) && key(g.main + 1) == "with"));
    // A bus is one.
    let plural = transport.map_or_else(|| key(phrase.head).ends_with('s'), |m| m.entry.form == Form::Plural);
    (driven || (laden || packed) && transport.is_some()).then_some(Weapon { kind: MunitionType::Vehicle, name: "", plural })
}

/// "Drones hit the port" beside "40 drones hit the port": the number stands for both. "Drone strikes" name no more
/// than the drones that are told of anyway.
fn drop_uncounted(reading: Reading, found: &mut Vec<Arms>) {
    let nominal = |a: &Arms| matches!(reading.parse.frames[a.frame].sense, Sense::Event(_)) && a.amount.bound == Bound::Vague;
    let known: Vec<(Weapon, Action, bool)> =
        found.iter().filter(|a| !nominal(a)).map(|a| (a.weapon, a.action, a.amount.bound != Bound::Vague)).collect();
    found.retain(|a| {
        let told = |(w, action, counted): &(Weapon, Action, bool)| {
            w.kind == a.weapon.kind && (nominal(a) || *counted && w.plural && *action == a.action)
        };
        a.amount.bound != Bound::Vague || !known.iter().any(told)
    });
}

/// The deed is the news.
fn is_news(row: &Placed<Arms>) -> bool {
    row.setting.scope == Scope::Current
}
