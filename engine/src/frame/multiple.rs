//! Phrases that count by a multiple of another number.

use super::chunk::{Input, quantity_at};
use crate::text::Tokens;

/// "Twice as many", "three times as many people": the end of the phrase that begins at `i`, and its head.
pub(super) fn multiple(input: &Input, sentence: &Tokens, i: usize) -> Option<(usize, usize)> {
    let key = |k: usize| if k < sentence.end { input.tagged.key(k) } else { "" };
    let times = if matches!(key(i), "twice" | "double") {
        i + 1
    } else {
        quantity_at(input, i).map(|q| input.quantities[q].tokens.end).filter(|k| key(*k) == "times")? + 1
    };
    let many = times + 1;
    if key(times) != "as" || key(many) != "many" {
        return None;
    }
    let noun = many + 1 < sentence.end && input.tags[many + 1].is_noun();
    Some(if noun { (many + 2, many + 1) } else { (many + 1, many) })
}
