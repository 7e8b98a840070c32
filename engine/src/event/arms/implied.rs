//! Weapons that a deed implies: the gun of "shot dead", the shells of "shelling", the knife of "stabbed".

use super::{Arms, SEVERAL, is_news};
use crate::event::Placed;
use crate::event::reading::Reading;
use crate::frame::Frame;
use crate::frame::predicate::{Sense, Slot};
use crate::lexicon::Table;
use crate::mention::munition::{self, Weapon};
use crate::report::{Action, Amount, Bound, EventType, MunitionType};

/// Those whose name says what they attack with.
const ARMED: &[(&str, MunitionType)] = &[
    ("gunman", MunitionType::Gun),
    ("gunmen", MunitionType::Gun),
    ("sniper", MunitionType::Gun),
    ("snipers", MunitionType::Gun),
    ("shooter", MunitionType::Gun),
    ("shooters", MunitionType::Gun),
    ("knifeman", MunitionType::Knife),
    ("stabber", MunitionType::Knife),
];

/// The weapons that the frames imply, in text order.
pub fn find(reading: Reading) -> Vec<Arms> {
    let frames = reading.parse.frames.iter().enumerate();
    frames.filter(|(_, f)| !f.negated && f.modal.is_none()).filter_map(|(index, frame)| implied(reading, index, frame)).collect()
}

fn implied(reading: Reading, index: usize, frame: &Frame) -> Option<Arms> {
    let fires = matches!(frame.sense, Sense::Weapon(_));
    // "Troops shelled several points": whatever was hit.
    let shelled = frame.predicate.wants("implies") == Some("shell") && frame.filled(Slot::Agent).next().is_some();
    if !fires && !shelled && !reading.bears(frame) || matches!(frame.sense, Sense::Speech(_) | Sense::Talks | Sense::Reach) {
        return None;
    }
    let agent = frame.filled(Slot::Agent).chain(frame.filled(Slot::Weapon).filter(|_| fires)).next();
    let head = |c: usize| reading.phrase(frame.sentence, c).map(|(p, _)| reading.tagged.key(p.head));
    let by_row = frame.predicate.wants("implies").map(munition::kind).filter(|k| *k != MunitionType::Vehicle);
    let armed = |c: usize| head(c).and_then(|key| ARMED.iter().find(|(who, _)| *who == key)).map(|(_, kind)| *kind);
    // "Suicide bomber": he blows himself up.
    let bomber = || {
        let mut who = frame.filled(Slot::Agent).chain(frame.filled(Slot::Victims));
        who.any(|c| head(c) == Some("bomber")).then_some(MunitionType::Explosive)
    };
    let kind = by_row.or_else(|| agent.and_then(armed)).or_else(bomber)?;
    let several = match agent {
        _ if kind == MunitionType::Shell || matches!(frame.sense, Sense::Event(EventType::Battle)) => true,
        Some(c) => is_several(reading, frame, c),
        None => {
            let victims = frame.filled(Slot::Victims).any(|c| is_several(reading, frame, c));
            victims && kind == MunitionType::Gun
        }
    };
    let text = reading.text.words(&frame.trigger);
    let amount = if several { Amount::bounded(SEVERAL, Bound::Vague, text) } else { Amount::exact(1, text) };
    let weapon = Weapon { kind, name: "", plural: several };
    let tokens = frame.trigger.clone();
    Some(Arms { weapon, action: Action::Hit, amount, tokens, frame: index, agent, owner: None, implied: true })
}

/// "Soldiers", "two men", "police": more than one.
fn is_several(reading: Reading, frame: &Frame, chunk: usize) -> bool {
    let Some((phrase, _)) = reading.phrase(frame.sentence, chunk) else { return false };
    let key = reading.tagged.key(phrase.head);
    match phrase.quantity {
        Some(q) => reading.mentions.quantities[q].amount.figure() > 1,
        None => {
            let plural = key.ends_with('s') && reading.tagged.ending(Table::People, 0, phrase.head + 1).is_some();
            plural || key.ends_with("men") || matches!(key, "police" | "people" | "they" | "bandits" | "army" | "troops")
        }
    }
}

/// Takes an implied weapon in where its deed is the news and no weapon of its kind is named; several deeds are one row.
pub fn settle(row: Placed<Arms>, kept: &mut Vec<Placed<Arms>>) {
    let kind = row.fact.weapon.kind;
    let covers =
        |k: MunitionType| k == kind || kind == MunitionType::Explosive && matches!(k, MunitionType::Vehicle | MunitionType::Bomb);
    let used = |a: &Arms| matches!(a.action, Action::Hit | Action::Launched);
    let named = kept.iter().any(|k| is_news(k) && !k.fact.implied && used(&k.fact) && covers(k.fact.weapon.kind));
    if !is_news(&row) || named {
        return;
    }
    match kept.iter_mut().find(|k| k.fact.implied && k.fact.weapon.kind == kind) {
        Some(known) if row.fact.weapon.plural && !known.fact.weapon.plural => *known = row,
        Some(_) => {}
        None => kept.push(row),
    }
}
