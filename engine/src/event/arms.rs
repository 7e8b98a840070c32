//! Munitions: what the frames of launch, interception and impact say of weapons.

use super::reading::Reading;
use crate::frame::chunk::Determiner;
use crate::frame::predicate::{Sense, Slot};
use crate::mention::munition::{self, Weapon};
use crate::report::{Action, Amount, Bound};
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

/// Every weapon in action, in text order.
pub fn find(reading: Reading) -> Vec<Arms> {
    let mut found: Vec<Arms> = Vec::new();
    for (index, frame) in reading.parse.frames.iter().enumerate() {
        let Sense::Weapon(action) = frame.sense else { continue };
        if frame.negated {
            continue;
        }
        let agent = frame.filled(Slot::Agent).next();
        for chunk in frame.filled(Slot::Weapon) {
            let Some((phrase, tokens)) = reading.phrase(frame.sentence, chunk) else { continue };
            let Some(weapon) = munition::of_phrase(reading.tagged, tokens, phrase.head) else { continue };
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
            let arms = Arms { weapon, action, amount, tokens: reading.span(frame, chunk), frame: index, agent };
            if !found.iter().any(|a| a.action == action && a.weapon == arms.weapon && a.amount.low == arms.amount.low) {
                found.push(arms);
            }
        }
    }
    found
}

fn is_told(found: &[Arms], weapon: &Weapon) -> bool {
    found.iter().any(|a| a.weapon.kind == weapon.kind)
}
