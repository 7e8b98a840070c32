//! Munitions: what the frames of launch, interception and impact say of weapons.

use super::location;
use super::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::{ChunkKind, Determiner, Phrase};
use crate::frame::predicate::{Sense, Slot};
use crate::mention::munition::{self, Weapon};
use crate::report::{Action, Amount, Bound, Effect, Kind};
use crate::text::Tokens;

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
}

/// What several weapons without a number count for: a floor of two.
const SEVERAL: u64 = 2;

/// Verbs of interception that are said of weapons only, so that a bare number behind them counts weapons.
const INTERCEPTING: &[&str] = &["shoot down", "down", "intercept", "bring down", "destroy", "neutralise", "neutralize", "repel", "stop"];

/// How many sentences back the weapons stand that a bare number counts.
const REACH: usize = 1;

/// Every weapon in action, in text order.
pub fn find(reading: Reading) -> Vec<Arms> {
    let mut found: Vec<Arms> = Vec::new();
    for (index, frame) in reading.parse.frames.iter().enumerate() {
        if frame.negated {
            continue;
        }
        for (action, chunk) in weapons(reading, frame) {
            let Some((weapon, phrase, tokens)) = named(reading, frame, chunk).or_else(|| told_before(reading, frame, chunk, &found))
            else {
                continue;
            };
            // What was launched may strike, too; the launch tells of it.
            let again = |a: &Arms| a.weapon == weapon && a.tokens.end >= tokens.end && a.tokens.start <= tokens.start;
            if action == Action::Hit && found.iter().any(again) {
                continue;
            }
            let amount = match phrase.quantity {
                Some(q) => {
                    let mention = &reading.mentions.quantities[q];
                    Amount { text: reading.text.words(&mention.tokens).to_string(), ..mention.amount.clone() }
                }
                None if weapon.plural => Amount::bounded(SEVERAL, Bound::Vague, reading.text.words(tokens)),
                // "the missile" was told before.
                None if phrase.det == Determiner::Definite && is_told(&found, &weapon) => continue,
                None => Amount::exact(1, reading.text.words(tokens)),
            };
            let agent = frame.filled(Slot::Agent).find(|c| *c != chunk);
            let arms = Arms { weapon, action, amount, tokens: reading.span(frame, chunk), frame: index, agent };
            if !found.iter().any(|a| a.action == action && a.weapon == arms.weapon && a.amount.low == arms.amount.low) {
                found.push(arms);
            }
        }
    }
    drop_uncounted(reading, &mut found);
    found
}

/// The chunks of `frame` that may name weapons, and what was done with them.
fn weapons(reading: Reading, frame: &Frame) -> Vec<(Action, usize)> {
    let of = |slot: Slot, action: Action| frame.filled(slot).map(move |c| (action, c));
    let mut found: Vec<(Action, usize)> = match frame.sense {
        Sense::Weapon(action) => of(Slot::Weapon, action).collect(),
        Sense::Harm(Kind::Killed | Kind::Wounded) | Sense::Effect(Effect::Hit | Effect::Damaged | Effect::Destroyed | Effect::CutOff) => {
            of(Slot::Agent, Action::Hit).chain(of(Slot::Weapon, Action::Hit)).chain(instruments(reading, frame)).collect()
        }
        Sense::Event(kind) if !location::is_disaster(kind) => {
            let named = munition_before(reading, frame).then_some((Action::Hit, frame.chunk));
            named.into_iter().chain(of(Slot::Weapon, Action::Hit)).collect()
        }
        _ => Vec::new(),
    };
    found.dedup();
    found
}

/// "killed with machetes", "attacked with a knife".
fn instruments(reading: Reading, frame: &Frame) -> Vec<(Action, usize)> {
    let chunks = reading.chunks(frame.sentence);
    let with = |k: &usize| {
        chunks[*k].clause == frame.clause && chunks[*k].kind == ChunkKind::Prep && reading.chunk_key(frame.sentence, *k) == "with"
    };
    (frame.chunk + 1..chunks.len())
        .filter(with)
        .map(|k| (Action::Hit, k + 1))
        .filter(|(_, k)| reading.phrase(frame.sentence, *k).is_some())
        .collect()
}

/// "a drone strike": a weapon stands before the noun of attack in its phrase.
fn munition_before(reading: Reading, frame: &Frame) -> bool {
    attributive(reading, frame).is_some()
}

fn attributive(reading: Reading, frame: &Frame) -> Option<Weapon> {
    let (phrase, tokens) = reading.phrase(frame.sentence, frame.chunk)?;
    (tokens.start..phrase.head).find_map(|i| munition::of_phrase(reading.tagged, &(tokens.start..i + 1), i))
}

/// The weapon that the phrase at `chunk` names, with the phrase that counts it: "five of the missiles" counts by "five".
fn named<'a>(reading: Reading<'a>, frame: &Frame, chunk: usize) -> Option<(Weapon, &'a Phrase, &'a Tokens)> {
    let (phrase, tokens) = reading.phrase(frame.sentence, chunk)?;
    if matches!(frame.sense, Sense::Event(_)) && chunk == frame.chunk {
        // The number of the strikes is not that of the weapons; "fire" and "strikes" are several.
        let several = phrase.quantity.is_some() || reading.tagged.key(phrase.head).ends_with('s') || phrase.det == Determiner::None;
        return attributive(reading, frame).map(|w| (Weapon { plural: several, ..w }, phrase, tokens)).filter(|_| phrase.quantity.is_none());
    }
    if let Some(weapon) = munition::of_phrase(reading.tagged, tokens, phrase.head) {
        return Some((weapon, phrase, tokens));
    }
    let of = reading.chunk_key(frame.sentence, chunk + 1) == "of";
    let (whole, whole_tokens) = reading.phrase(frame.sentence, chunk + 2).filter(|_| phrase.bare_number && of)?;
    munition::of_phrase(reading.tagged, whole_tokens, whole.head).map(|w| (w, phrase, tokens))
}

/// "Two were shot down": a bare number counts the weapons that were told just before.
fn told_before<'a>(reading: Reading<'a>, frame: &Frame, chunk: usize, found: &[Arms]) -> Option<(Weapon, &'a Phrase, &'a Tokens)> {
    let (phrase, tokens) = reading.phrase(frame.sentence, chunk)?;
    let of = reading.chunk_key(frame.sentence, chunk + 1) == "of";
    let counts_weapons = frame.sense == Sense::Weapon(Action::Intercepted) && INTERCEPTING.contains(&frame.predicate.lemma());
    if !phrase.bare_number || of || !counts_weapons {
        return None;
    }
    let last = found.last()?;
    let told = &reading.parse.frames[last.frame];
    let near = told.sentence + REACH >= frame.sentence && last.amount.figure() >= reading.mentions.quantities[phrase.quantity?].amount.figure();
    near.then_some((last.weapon, phrase, tokens))
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

fn is_told(found: &[Arms], weapon: &Weapon) -> bool {
    found.iter().any(|a| a.weapon.kind == weapon.kind)
}
