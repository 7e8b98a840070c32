//! Munitions: what the frames of launch, interception and impact say of weapons.

use super::locative;
use super::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::{ChunkKind, Determiner, Phrase};
use crate::frame::predicate::{Sense, Slot};
use crate::mention::munition::{self, Weapon};
use crate::report::{Action, Amount, Bound, Effect, EventType, Kind, MunitionType};
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
    /// Chunk of the weapons, where its words may say whose they are: not of those that were stopped or found.
    pub owner: Option<usize>,
}

/// What several weapons without a number count for: a floor of two.
const SEVERAL: u64 = 2;

/// Verbs of interception that are said of weapons only, so that a bare number behind them counts weapons.
const INTERCEPTING: &[&str] =
    &["shoot down", "down", "intercept", "bring down", "destroy", "neutralise", "neutralize", "repel", "stop"];

/// Verbs of impact whose subject, a bare number behind weapons, counts weapons.
const STRIKING: &[&str] = &["hit", "strike", "slam", "crash", "fall", "land"];

/// What is done with a bomb that was planted, not dropped.
const PLANTED: &[&str] =
    &["explode", "go off", "detonate", "set off", "trigger", "defuse", "disarm", "find", "discover", "blow up", "plant"];

/// How far behind the weapons a remark on some of them begins, in chunks.
const PART: usize = 6;

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
            let Some((weapon, phrase, tokens)) =
                named(reading, frame, chunk, &found).or_else(|| told_before(reading, frame, chunk, &found))
            else {
                continue;
            };
            // What was launched may strike, too; the launch tells of it.
            let again = |a: &Arms| a.weapon == weapon && a.tokens.end >= tokens.end && a.tokens.start <= tokens.start;
            let repeats = action == Action::Hit && weapon.plural && phrase.quantity.is_none() && found.iter().any(again);
            let missed = action == Action::Hit && frame.infinitive;
            if repeats || missed {
                continue;
            }
            let action = if action == Action::Launched && is_held(&weapon) { Action::Hit } else { action };
            let weapon = Weapon { kind: exploding(frame, weapon), ..weapon };
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
            // "No drones were launched."
            if amount.bound == Bound::None {
                continue;
            }
            let agent = frame.filled(Slot::Agent).find(|c| *c != chunk);
            let owner = matches!(action, Action::Launched | Action::Hit).then_some(chunk);
            let part = part_of(reading, frame, chunk);
            let arms = Arms { weapon, action, amount, tokens: reading.span(frame, chunk), frame: index, agent, owner };
            if !found.iter().any(|a| a.action == action && a.weapon == arms.weapon && a.amount.low == arms.amount.low) {
                let part = part.map(|(amount, tokens)| Arms { amount, tokens, ..arms.clone() });
                found.push(arms);
                found.extend(part);
            }
        }
    }
    drop_uncounted(reading, &mut found);
    found
}

/// "121 drones over six regions, 47 of them over Kelm": the part that a remark behind the weapons counts apart.
fn part_of(reading: Reading, frame: &Frame, chunk: usize) -> Option<(Amount, Tokens)> {
    let chunks = reading.chunks(frame.sentence);
    let key = |k: usize| reading.chunk_key(frame.sentence, k);
    let whole = reading.phrase(frame.sentence, chunk)?.0.quantity?;
    let comma = (chunk + 1..(chunk + PART).min(chunks.len())).find(|k| chunks[*k].kind == ChunkKind::Comma)?;
    let (number, tokens) = reading.phrase(frame.sentence, comma + 1).filter(|(p, _)| p.bare_number)?;
    let placed = chunks.get(comma + 4).is_some_and(|c| c.kind == ChunkKind::Prep);
    let amount = &reading.mentions.quantities[number.quantity?].amount;
    let fewer = amount.figure() < reading.mentions.quantities[whole].amount.figure();
    let counts = key(comma + 2) == "of" && matches!(key(comma + 3), "them" | "which") && placed && fewer;
    let worded = || Amount { text: reading.text.words(tokens).to_string(), ..amount.clone() };
    counts.then(|| (worded(), tokens.clone()))
}

/// A gun or a knife is used where it is held.
fn is_held(weapon: &Weapon) -> bool {
    matches!(weapon.kind, MunitionType::Gun | MunitionType::Knife)
}

/// "A bomb exploded", "police defused a bomb": planted, not dropped.
fn exploding(frame: &Frame, weapon: Weapon) -> MunitionType {
    match weapon.kind {
        MunitionType::Bomb if weapon.name.is_empty() && PLANTED.contains(&frame.predicate.lemma()) => MunitionType::Explosive,
        kind => kind,
    }
}

/// The chunks of `frame` that may name weapons, and what was done with them.
fn weapons(reading: Reading, frame: &Frame) -> Vec<(Action, usize)> {
    let of = |slot: Slot, action: Action| frame.filled(slot).map(move |c| (action, c));
    let mut found: Vec<(Action, usize)> = match frame.sense {
        Sense::Weapon(action) => of(Slot::Weapon, action).collect(),
        Sense::Harm(Kind::Killed | Kind::Wounded)
        | Sense::Effect(Effect::Hit | Effect::Damaged | Effect::Destroyed | Effect::CutOff) => {
            of(Slot::Agent, Action::Hit).chain(of(Slot::Weapon, Action::Hit)).chain(instruments(reading, frame)).collect()
        }
        Sense::Event(kind) if !locative::is_disaster(kind) && kind != EventType::Battle => {
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
            found.push((Action::Hit, at));
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

fn attributive(reading: Reading, frame: &Frame) -> Option<Weapon> {
    let (phrase, tokens) = reading.phrase(frame.sentence, frame.chunk)?;
    (tokens.start..phrase.head).find_map(|i| munition::of_phrase(reading.tagged, &(tokens.start..i + 1), i))
}

/// The weapon that the phrase at `chunk` names, with the phrase that counts it: "five of the missiles" counts by "five".
fn named<'a>(reading: Reading<'a>, frame: &Frame, chunk: usize, found: &[Arms]) -> Option<(Weapon, &'a Phrase, &'a Tokens)> {
    let (phrase, tokens) = reading.phrase(frame.sentence, chunk)?;
    if matches!(frame.sense, Sense::Event(_)) && chunk == frame.chunk {
        // The number of the strikes is not that of the weapons; "fire" and "strikes" are several.
        let several =
            phrase.quantity.is_some() || reading.tagged.key(phrase.head).ends_with('s') || phrase.det == Determiner::None;
        return attributive(reading, frame)
            .map(|w| (Weapon { plural: several, ..w }, phrase, tokens))
            .filter(|_| phrase.quantity.is_none());
    }
    if let Some(weapon) = munition::of_phrase(reading.tagged, tokens, phrase.head) {
        return Some((weapon, phrase, tokens));
    }
    let of = reading.chunk_key(frame.sentence, chunk + 1) == "of";
    let (whole, whole_tokens) = reading.phrase(frame.sentence, chunk + 2).filter(|_| phrase.bare_number && of)?;
    munition::of_phrase(reading.tagged, whole_tokens, whole.head).map(|w| (sharpen(w, found), phrase, tokens))
}

/// "five of the missiles" behind "seven cruise missiles": the kind that was told, where it was the only one.
fn sharpen(weapon: Weapon, found: &[Arms]) -> Weapon {
    if weapon.kind != MunitionType::Missile || !weapon.name.is_empty() {
        return weapon;
    }
    let mut kinds = found
        .iter()
        .map(|a| a.weapon)
        .filter(|w| matches!(w.kind, MunitionType::Missile | MunitionType::CruiseMissile | MunitionType::BallisticMissile));
    match kinds.next() {
        Some(only) if kinds.all(|w| w.kind == only.kind) => Weapon { plural: weapon.plural, ..only },
        _ => weapon,
    }
}

/// "Two were shot down": a bare number counts the weapons that were told just before.
fn told_before<'a>(
    reading: Reading<'a>,
    frame: &Frame,
    chunk: usize,
    found: &[Arms],
) -> Option<(Weapon, &'a Phrase, &'a Tokens)> {
    let (phrase, tokens) = reading.phrase(frame.sentence, chunk)?;
    let of = reading.chunk_key(frame.sentence, chunk + 1) == "of";
    let intercepted = frame.sense == Sense::Weapon(Action::Intercepted) && INTERCEPTING.contains(&frame.predicate.lemma());
    let struck = frame.sense == Sense::Effect(Effect::Hit) && STRIKING.contains(&frame.predicate.lemma());
    let fired = frame.sense == Sense::Weapon(Action::Launched) && matches!(frame.predicate.lemma(), "fire" | "launch");
    let counts_weapons = intercepted || fired || struck && frame.filled(Slot::Agent).any(|c| c == chunk);
    if !phrase.bare_number || of || !counts_weapons {
        return None;
    }
    let number = reading.mentions.quantities[phrase.quantity?].amount.figure();
    // The nearest weapons before it that are enough of them.
    let before = |s: usize| {
        let chunks = reading.chunks(s).iter().enumerate().rev();
        let mut weapons = chunks.filter(|(k, _)| s < frame.sentence || *k < chunk).filter_map(|(k, _)| {
            let (p, t) = reading.phrase(s, k)?;
            let weapon = munition::of_phrase(reading.tagged, t, p.head).filter(|w| w.plural)?;
            let enough = p.quantity.is_none_or(|q| reading.mentions.quantities[q].amount.figure() >= number);
            Some((weapon, enough))
        });
        weapons.next()
    };
    let low = frame.sentence.saturating_sub(REACH);
    let (weapon, enough) = (low..=frame.sentence).rev().find_map(before)?;
    enough.then_some((sharpen(weapon, found), phrase, tokens))
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

#[cfg(test)]
mod tests {
    use super::super::sample::report;
    use crate::report::Action::{self, Found, Hit, Intercepted, Launched};
    use crate::report::MunitionType::{
        self, BallisticMissile, CruiseMissile, Drone, Explosive, Gun, Knife, Mine, Missile, Rocket, Shell,
    };

    /// Type, action and number of every row.
    fn arms(text: &str) -> Vec<(MunitionType, Action, u64)> {
        report(text).munitions.iter().map(|m| (m.kind, m.action, m.value.low)).collect()
    }

    #[test]
    fn launched_and_intercepted() {
        let text = "The army launched 90 drones and nine Kalibr cruise missiles at Sumy. Crews shot down 71 of the drones and six of the missiles.";
        let want =
            [(Drone, Launched, 90), (CruiseMissile, Launched, 9), (Drone, Intercepted, 71), (CruiseMissile, Intercepted, 6)];
        assert_eq!(arms(text), want);
        assert_eq!(
            arms("Rebels fired 12 rockets at the port. Nine were intercepted."),
            [(Rocket, Launched, 12), (Rocket, Intercepted, 9)]
        );
    }

    #[test]
    fn parts_and_later_numbers() {
        let text = "Air defences destroyed 121 drones over Russia, 47 of them over Kursk.";
        assert_eq!(arms(text), [(Drone, Intercepted, 121), (Drone, Intercepted, 47)]);
        assert_eq!(arms("Police seized 90 rifles, nine of them rusty.").len(), 1);
        let text = "The army has fired 900 shells into the valley; yesterday it fired 30.";
        assert_eq!(arms(text), [(Shell, Launched, 900), (Shell, Launched, 30)]);
        assert_eq!(arms("The company fired 30."), []);
    }

    #[test]
    fn who_fired_is_told_by_the_plane_the_weapon_and_the_speaker() {
        let by = |text: &str| {
            let report = report(text);
            let id = report.munitions[0].by.clone();
            report.actors.iter().find(|a| Some(&a.id) == id.as_ref()).map(|a| a.name.clone()).unwrap_or_default()
        };
        assert_eq!(by("An army plane dropped a barrel bomb on a market in Nyala, killing 12 traders."), "army");
        assert_eq!(by("A Russian drone hit a bus in Kherson."), "Russia");
        assert_eq!(by("Ukraine's air force said it shot down 118 drones."), "Ukraine's air force");
        assert_eq!(by("The ministry said crews had shot down 40 Ukrainian drones."), "crews");
    }

    #[test]
    fn a_bare_number_needs_weapons_before_it() {
        assert_eq!(arms("Nine were intercepted."), []);
        assert_eq!(arms("Rebels fired two rockets. Nine were stopped at the border."), [(Rocket, Launched, 2)]);
    }

    #[test]
    fn what_kills_or_damages_has_hit() {
        assert_eq!(arms("A mortar shell killed two bakers in Sumy."), [(Shell, Hit, 1)]);
        assert_eq!(arms("The depot was damaged by three Tochka-U missiles."), [(BallisticMissile, Hit, 3)]);
        assert_eq!(arms("A drone strike on a clinic killed a nurse."), [(Drone, Hit, 1)]);
        assert_eq!(arms("The lorry hit a landmine near Marib."), [(Mine, Hit, 1)]);
        assert_eq!(arms("The raiders attacked a village with machetes and a rifle."), [(Knife, Hit, 2), (Gun, Hit, 1)]);
        assert_eq!(arms("A bomb exploded outside a court."), [(Explosive, Hit, 1)]);
        assert_eq!(arms("Police found a bomb in a bus."), [(Explosive, Found, 1)]);
    }

    #[test]
    fn one_row_for_what_is_told_twice() {
        assert_eq!(arms("Missiles struck Sumy at dawn. Nine missiles hit the port, killing two people."), [(Missile, Hit, 9)]);
    }

    #[test]
    fn no_weapon_no_row() {
        assert_eq!(arms("The minister fired his aide after the budget battle."), []);
        assert_eq!(arms("No drones were launched."), []);
    }
}
