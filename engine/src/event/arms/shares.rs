//! Shares of weapons: what a number or pronoun without a noun takes of the weapons that were told before.

use super::{Arms, SEVERAL, Told};
use crate::event::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::{ChunkKind, Determiner};
use crate::frame::predicate::{Sense, Slot};
use crate::mention::munition::{self, Weapon};
use crate::report::{Action, Amount, Bound, Effect, MunitionType};
use crate::text::Tokens;

/// Verbs of interception that are said of weapons only, so that a bare number behind them counts weapons.
const INTERCEPTING: &[&str] = &[
    "shoot down",
    "down",
    "intercept",
    "bring down",
    "destroy",
    "neutralise",
    "neutralize",
    "repel",
    "stop",
    "splash",
    "take down",
    "jam",
];

/// Verbs of impact whose subject, a bare number behind weapons, counts weapons.
const STRIKING: &[&str] =
    &["hit", "strike", "slam", "crash", "fall", "land", "explode", "burst", "go through", "come down", "go"];

/// How far behind the weapons a remark on some of them begins, in chunks.
const PART: usize = 6;

/// How many sentences back the weapons stand that a bare number counts.
const REACH: usize = 1;

/// Ordinals that add one to those before: "a second drone".
const ORDINALS: &[&str] = &["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/// Which part of the weapons the words take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Share {
    /// Index of the quantity.
    Number(usize),
    All,
    Half,
    /// "The others".
    Rest,
    /// "The other", "another", "a second".
    One,
    Several,
}

/// Weapons that words before name, and their number.
#[derive(Debug, Clone)]
struct Named {
    weapon: Weapon,
    amount: Option<Amount>,
    sentence: usize,
    tokens: Tokens,
}

/// The share that the phrase at `chunk` takes of something named elsewhere.
fn share(reading: Reading, sentence: usize, chunk: usize) -> Option<Share> {
    let (phrase, tokens) = reading.phrase(sentence, chunk)?;
    let words: Vec<&str> = tokens.clone().map(|i| reading.tagged.key(i)).collect();
    if let Some(q) = phrase.quantity.filter(|_| phrase.bare_number) {
        return Some(if matches!(words[0], "all" | "both") { Share::All } else { Share::Number(q) });
    }
    match words[..] {
        ["all"] | ["both"] => Some(Share::All),
        ["half"] => Some(Share::Half),
        ["the", "others" | "rest" | "remainder"] => Some(Share::Rest),
        ["the", "other"] | ["another"] | ["another", "one"] => Some(Share::One),
        ["a" | "the", ordinal] if ORDINALS.contains(&ordinal) => Some(Share::One),
        ["most" | "many" | "some" | "several"] | ["the", "majority"] | ["a", "few" | "number" | "majority"] => {
            Some(Share::Several)
        }
        _ => None,
    }
}

/// The chunk of the whole behind "of", "out of" or "from among".
fn whole_of(reading: Reading, sentence: usize, chunk: usize) -> Option<usize> {
    let key = |k: usize| reading.chunk_key(sentence, k);
    match (key(chunk + 1), key(chunk + 2)) {
        ("of", _) => Some(chunk + 2),
        ("out", "of") => Some(chunk + 3),
        // "out of" as one preposition.
        ("out", _) => Some(chunk + 2),
        _ => None,
    }
}

/// "Five of the missiles", "half of the drones", "40 out of 52 drones".
pub fn of_named(reading: Reading, frame: &Frame, chunk: usize, found: &[Arms]) -> Option<Told> {
    let taken = share(reading, frame.sentence, chunk)?;
    // "All six of the missiles" counts them.
    let counted = reading.phrase(frame.sentence, chunk).and_then(|(p, _)| p.quantity).filter(|_| taken == Share::All);
    let taken = counted.map_or(taken, Share::Number);
    let (phrase, tokens) = reading.phrase(frame.sentence, whole_of(reading, frame.sentence, chunk)?)?;
    let weapon = munition::of_phrase(reading.tagged, tokens, phrase.head).map(|w| sharpen(w, found))?;
    let amount = phrase.quantity.map(|q| reading.mentions.quantities[q].amount.clone());
    let amount = amount.or_else(|| told_of(found, weapon));
    let named = Named { weapon: Weapon { plural: true, ..weapon }, amount, sentence: frame.sentence, tokens: tokens.clone() };
    take(reading, frame, chunk, taken, &named, found)
}

/// The number that was told of the weapon's kind.
fn told_of(found: &[Arms], weapon: Weapon) -> Option<Amount> {
    found.iter().rev().find(|a| a.weapon.kind == weapon.kind && a.action == Action::Launched).map(|a| a.amount.clone())
}

/// The whole of which `arms` are a number, where nothing else tells of it: the seven of "two of seven drones were shot
/// down", the eight of "eight Kalibrs left the frigate; seven were shot down".
pub fn whole(reading: Reading, frame: &Frame, chunk: usize, arms: &Arms, found: &[Arms]) -> Option<Arms> {
    let taken = share(reading, frame.sentence, chunk).filter(|_| arms.action == Action::Intercepted)?;
    let at = whole_of(reading, frame.sentence, chunk).and_then(|k| reading.phrase(frame.sentence, k));
    let (amount, tokens) = match at.and_then(|(p, t)| p.quantity.map(|q| (q, t))) {
        Some((q, tokens)) => (reading.mentions.quantities[q].amount.clone(), tokens.clone()),
        // "28 of the missiles": the whole was told before.
        None if at.is_some_and(|(p, _)| !p.pronoun) => return None,
        None => {
            let named = before(reading, frame, chunk, taken).into_iter().next().filter(|n| n.weapon.kind == arms.weapon.kind)?;
            (named.amount?, named.tokens)
        }
    };
    let counted = amount.figure() > 1 && amount.figure() >= arms.amount.figure() && amount.bound != Bound::Vague;
    let weapon = Weapon { plural: true, ..sharpen(arms.weapon, found) };
    let worded = reading.text.words(&tokens).to_string();
    let row = Arms { weapon, action: Action::Launched, amount: Amount { text: worded, ..amount }, tokens, ..arms.clone() };
    counted.then_some(Arms { agent: None, owner: None, ..row })
}

/// "A second drone hit the street": one more of those that a row counts already, or one that "drones" tells of anyway.
pub fn adds_one(reading: Reading, frame: &Frame, chunk: usize, arms: &Arms, found: &mut [Arms]) -> bool {
    let Some((phrase, tokens)) = reading.phrase(frame.sentence, chunk) else { return false };
    let nth = |i: usize| ORDINALS.iter().position(|o| *o == reading.tagged.key(i)).map(|n| n as u64 + 2);
    let Some(nth) = tokens.clone().find_map(nth).filter(|_| phrase.det == Determiner::Indefinite) else { return false };
    let like = |a: &&mut Arms| a.weapon.kind == arms.weapon.kind && a.action == arms.action && a.action == Action::Hit;
    let Some(known) = found.iter_mut().rev().find(like) else { return false };
    if known.amount.bound == Bound::Exact && known.amount.low + 1 == nth {
        known.amount.low = nth;
        known.amount.high = Some(nth);
        known.weapon.plural = true;
        return true;
    }
    known.amount.bound == Bound::Vague
}

/// "121 drones over six regions, 47 of them over Kelm", "37 missiles, five of them ballistic": what a remark behind the
/// weapons counts apart.
pub fn parts(reading: Reading, frame: &Frame, chunk: usize, arms: &Arms) -> Vec<Arms> {
    let chunks = reading.chunks(frame.sentence);
    let key = |k: usize| reading.chunk_key(frame.sentence, k);
    let Some(whole) = reading.phrase(frame.sentence, chunk).and_then(|(p, _)| p.quantity) else { return Vec::new() };
    let Some(comma) = (chunk + 1..(chunk + PART).min(chunks.len())).find(|k| chunks[*k].kind == ChunkKind::Comma) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let Some((number, tokens)) = reading.phrase(frame.sentence, comma + 1).filter(|(p, _)| p.bare_number) else { return found };
    let Some(q) = number.quantity else { return found };
    let amount = &reading.mentions.quantities[q].amount;
    let fewer = amount.figure() < reading.mentions.quantities[whole].amount.figure();
    let counts = key(comma + 2) == "of" && matches!(key(comma + 3), "them" | "which") && fewer;
    let Some(next) = chunks.get(comma + 4).filter(|_| counts) else { return found };
    let amount = Amount { text: reading.text.words(tokens).to_string(), ..amount.clone() };
    let kind = next.tokens.clone().find_map(|i| kind_word(reading, i, arms.weapon));
    let weapon = kind.or((next.kind == ChunkKind::Prep).then_some(arms.weapon));
    // "37 missiles, five of them ballistic, and 263 drones": what is joined behind the remark.
    let mut k = comma + 5;
    while chunks.get(k).is_some_and(|c| matches!(c.kind, ChunkKind::Comma | ChunkKind::Conj)) {
        k += 1;
    }
    let behind = reading.phrase(frame.sentence, k).filter(|_| k > comma + 5);
    let joined = behind.and_then(|(p, t)| Some((munition::of_phrase(reading.tagged, t, p.head)?, p.quantity?, t)));
    if let Some((weapon, q, tokens)) = joined {
        let mention = &reading.mentions.quantities[q];
        let amount = Amount { text: reading.text.words(&mention.tokens).to_string(), ..mention.amount.clone() };
        found.push(Arms { weapon, amount, tokens: tokens.clone(), ..arms.clone() });
    }
    if let Some(weapon) = weapon {
        found.push(Arms { weapon, amount, tokens: tokens.start..next.tokens.end, ..arms.clone() });
    }
    found
}

/// "HIMARS rockets – four, by the residents' count – hit": the number that a remark gives.
pub fn counted_behind(reading: Reading, frame: &Frame, chunk: usize) -> Option<Amount> {
    let chunks = reading.chunks(frame.sentence);
    let key = |k: usize| reading.chunk_key(frame.sentence, k);
    let opens = matches!(key(chunk + 1), "–" | "—" | "(");
    let (phrase, tokens) = reading.phrase(frame.sentence, chunk + 2).filter(|(p, _)| opens && p.bare_number)?;
    let ends = chunks.get(chunk + 3).is_some_and(|c| matches!(c.kind, ChunkKind::Comma | ChunkKind::Mark));
    let mention = &reading.mentions.quantities[phrase.quantity?];
    ends.then(|| Amount { text: reading.text.words(tokens).to_string(), ..mention.amount.clone() })
}

/// "Five of them ballistic", "six of them Shaheds": the kind that the word gives to `weapon`.
fn kind_word(reading: Reading, i: usize, weapon: Weapon) -> Option<Weapon> {
    let rocketry = matches!(weapon.kind, MunitionType::Missile | MunitionType::Rocket);
    match reading.tagged.key(i) {
        "ballistic" if rocketry => Some(Weapon { kind: MunitionType::BallisticMissile, ..weapon }),
        "cruise" if rocketry => Some(Weapon { kind: MunitionType::CruiseMissile, ..weapon }),
        _ => munition::of_phrase(reading.tagged, &(i..i + 1), i).map(|w| Weapon { plural: true, ..w }),
    }
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

/// "Two were shot down", "half of them were stopped", "the other exploded": words that count the weapons told just before.
pub fn told_before(reading: Reading, frame: &Frame, chunk: usize, found: &[Arms]) -> Vec<Told> {
    let pronoun = |k: usize| matches!(reading.chunk_key(frame.sentence, k), "them" | "these" | "those" | "which");
    let Some(taken) = share(reading, frame.sentence, chunk) else { return Vec::new() };
    if whole_of(reading, frame.sentence, chunk).is_some_and(|k| !pronoun(k)) || !is_of_weapons(frame, chunk) {
        return Vec::new();
    }
    let group = before(reading, frame, chunk, taken);
    let told = |n: &Named| take(reading, frame, chunk, taken, n, found);
    match taken {
        Share::All => group.iter().filter_map(told).collect(),
        _ => group.first().and_then(told).into_iter().collect(),
    }
}

/// What the frame tells happens to weapons only.
fn is_of_weapons(frame: &Frame, chunk: usize) -> bool {
    let lemma = frame.predicate.lemma();
    match frame.sense {
        Sense::Weapon(Action::Intercepted) => INTERCEPTING.contains(&lemma),
        Sense::Weapon(Action::Launched) => matches!(lemma, "fire" | "launch" | "use" | "cross" | "approach" | "enter"),
        Sense::Weapon(Action::Hit) => STRIKING.contains(&lemma),
        Sense::Effect(Effect::Hit) => STRIKING.contains(&lemma) && frame.filled(Slot::Agent).any(|c| c == chunk),
        _ => false,
    }
}

/// The nearest weapons before the phrase at `chunk`, the nearest first, with those that are joined to them.
fn before(reading: Reading, frame: &Frame, chunk: usize, taken: Share) -> Vec<Named> {
    let one = taken == Share::One;
    let named = |s: usize, k: usize| {
        let (phrase, tokens) = reading.phrase(s, k)?;
        let weapon = munition::of_phrase(reading.tagged, tokens, phrase.head)?;
        let single = !weapon.plural && phrase.quantity.is_none();
        let amount = phrase.quantity.map(|q| reading.mentions.quantities[q].amount.clone());
        let amount = amount.or_else(|| single.then(|| Amount::exact(1, "")));
        Some(Named { weapon, amount, sentence: s, tokens: tokens.clone() })
    };
    // People cross borders, too.
    let reach = if matches!(frame.predicate.lemma(), "cross" | "approach" | "enter") { 0 } else { REACH };
    for s in (frame.sentence.saturating_sub(reach)..=frame.sentence).rev() {
        let chunks = reading.chunks(s);
        let end = if s < frame.sentence { chunks.len() } else { chunk };
        let plural = |n: &Named| n.weapon.plural || one;
        let Some(at) = (0..end).rev().find(|k| named(s, *k).is_some_and(|n| plural(&n) || taken == Share::All)) else { continue };
        let mut group: Vec<Named> = named(s, at).into_iter().collect();
        let mut k = at;
        while k >= 2 && matches!(chunks[k - 1].kind, ChunkKind::Conj | ChunkKind::Comma) {
            let Some(joined) = named(s, k - 2) else { break };
            group.push(joined);
            k -= 2;
        }
        // "All" of one missile is no word for it.
        return if group.iter().any(plural) { group } else { Vec::new() };
    }
    Vec::new()
}

/// The weapons and their number that `taken` makes of `named`; none where the numbers forbid it.
fn take(reading: Reading, frame: &Frame, chunk: usize, taken: Share, named: &Named, found: &[Arms]) -> Option<Told> {
    let (_, tokens) = reading.phrase(frame.sentence, chunk)?;
    let text = reading.text.words(tokens).to_string();
    let whole = named.amount.as_ref();
    let exact = whole.is_some_and(|a| a.bound == Bound::Exact);
    let several = || Amount::bounded(SEVERAL, Bound::Vague, text.clone());
    let amount = match taken {
        Share::Number(q) => {
            let mention = &reading.mentions.quantities[q];
            let words = reading.text.words(&mention.tokens).to_string();
            let amount = Amount { text: words, ..mention.amount.clone() };
            if whole.is_some_and(|w| w.figure() < amount.figure()) {
                return None;
            }
            amount
        }
        Share::All => whole.map_or_else(several, |w| Amount { text: text.clone(), ..w.clone() }),
        Share::Half => {
            let half = whole.filter(|w| w.low >= SEVERAL && w.low % 2 == 0)?;
            Amount::bounded(half.low / 2, if exact { Bound::Exact } else { Bound::About }, text.clone())
        }
        Share::Rest => match whole.filter(|_| exact).map(|w| w.low.saturating_sub(gone(reading, named, found))) {
            Some(0) => return None,
            Some(rest) => Amount::exact(rest, text.clone()),
            None => several(),
        },
        Share::One => Amount::exact(1, text.clone()),
        Share::Several => several(),
    };
    let weapon = sharpen(named.weapon, found);
    let weapon = Weapon { plural: amount.low != 1, ..weapon };
    Some(Told { weapon, amount, counted: true, definite: false, tokens: tokens.clone() })
}

/// How many of `named` the rows behind it tell of already.
fn gone(reading: Reading, named: &Named, found: &[Arms]) -> u64 {
    let behind = |a: &&Arms| reading.parse.frames[a.frame].sentence >= named.sentence && a.tokens.start > named.tokens.start;
    let like = found.iter().filter(|a| a.weapon.kind == named.weapon.kind && a.action != Action::Launched);
    like.filter(behind).map(|a| a.amount.low).sum()
}
