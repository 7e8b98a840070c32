//! One told by a part of the body: "a splinter cut a nurse's face".

use super::who::Counted;
use crate::event::reading::Reading;
use crate::frame::chunk::Phrase;
use crate::mention::people;
use crate::report::Amount;
use crate::text::{TokenKind, Tokens};

/// "a nurse's face": the one whose limb is hurt.
pub fn owner_of_limb(reading: Reading, tokens: &Tokens, phrase: &Phrase) -> Option<Counted> {
    let clitic = tokens.clone().find(|i| reading.text.tokens[*i].kind == TokenKind::Clitic).filter(|c| *c > tokens.start + 1)?;
    let one = matches!(reading.tagged.key(tokens.start), "a" | "an" | "one" | "another");
    let owner = people::of_phrase(reading.tagged, &(tokens.start..clitic), clitic - 1).filter(|p| one && !p.plural)?;
    let limb = LIMBS.contains(&reading.tagged.key(phrase.head).trim_end_matches('s'));
    let amount = Amount::exact(1, reading.text.words(&(tokens.start..clitic)).to_string());
    let additional = reading.tagged.key(tokens.start) == "another";
    limb.then_some(Counted { amount, group: owner.group, additional, named: false, anaphor: false })
}

/// Parts of the body that are hurt.
const LIMBS: &[&str] = &[
    "arm",
    "leg",
    "hand",
    "face",
    "neck",
    "lung",
    "foot",
    "feet",
    "head",
    "chest",
    "back",
    "shoulder",
    "thigh",
    "stomach",
    "abdomen",
    "throat",
    "jaw",
    "skull",
    "calf",
    "knee",
    "hip",
    "spine",
    "eye",
    "finger",
    "wrist",
    "rib",
    "ankle",
    "collarbone",
];
