//! Damage: what the frames of harm to things say of what was hit.

use super::Placed;
use super::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::ChunkKind;
use crate::frame::predicate::{Sense, Slot};
use crate::mention::{people, target};
use crate::report::{Amount, Category, Effect};
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
}

/// Every thing harmed, in text order.
pub fn find(reading: Reading) -> Vec<Harmed> {
    let mut found: Vec<Harmed> = Vec::new();
    for (index, frame) in reading.parse.frames.iter().enumerate() {
        let Sense::Effect(effect) = frame.sense else { continue };
        if frame.negated {
            continue;
        }
        for chunk in frame.filled(Slot::Target) {
            let Some(harmed) = harmed(reading, index, frame, effect, chunk) else { continue };
            found.push(harmed);
        }
    }
    found
}

fn harmed(reading: Reading, index: usize, frame: &Frame, effect: Effect, chunk: usize) -> Option<Harmed> {
    let (phrase, tokens) = reading.phrase(frame.sentence, chunk)?;
    let category = target::of_phrase(reading.tagged, tokens, phrase.head)?;
    if people::of_phrase(reading.tagged, tokens, phrase.head).is_some() || is_place(reading, tokens, phrase.head) {
        return None;
    }
    let amount = phrase.quantity.map(|q| {
        let mention = &reading.mentions.quantities[q];
        Amount { text: reading.text.words(&mention.tokens).to_string(), ..mention.amount.clone() }
    });
    let start = phrase.quantity.map_or(tokens.start, |q| reading.mentions.quantities[q].tokens.end);
    let named = strip_determiners(reading, start..with_gerund(reading, frame.sentence, chunk, tokens.end));
    let target = reading.text.words(&named).to_string();
    (!target.is_empty()).then(|| Harmed {
        target,
        category,
        effect,
        amount,
        mentions: vec![reading.span(frame, chunk)],
        frame: index,
    })
}

/// Gathers repetitions: the same thing by the same words, of one scope, at places that do not exclude each other.
pub fn merge(rows: Vec<Placed<Harmed>>) -> Vec<Placed<Harmed>> {
    let mut merged: Vec<Placed<Harmed>> = Vec::new();
    for row in rows {
        let repeats = |known: &&mut Placed<Harmed>| {
            known.fact.target.eq_ignore_ascii_case(&row.fact.target)
                && known.setting.scope == row.setting.scope
                && (known.setting.place == row.setting.place || known.setting.place.is_none() || row.setting.place.is_none())
        };
        match merged.iter_mut().find(repeats) {
            Some(known) => {
                known.fact.mentions.extend(row.fact.mentions);
                known.setting.place = known.setting.place.or(row.setting.place);
            }
            None => merged.push(row),
        }
    }
    merged
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
                | "many"
                | "all"
        )
    };
    while start < range.end && skip(start) {
        start += 1;
    }
    start..range.end
}
