//! Where, in the article's own words: "at the gate of a police base in western Mosul".

use super::WHERE;
use crate::event::reading::Reading;
use crate::frame::chunk::ChunkKind;
use crate::frame::predicate::Sense;
use crate::mention::people;
use crate::mention::place::{PlaceForm, PlaceMention};
use crate::text::Tokens;

/// Heads behind "in" that say how or why: "in order to", "in a row over".
#[rustfmt::skip]
const NO_SITES: &[&str] = &[
    "addition", "advance", "attempt", "bid", "cash", "connection", "dispute", "effort", "exchange", "favour", "favor", "line", "order",
    "particular", "person", "preparation", "protest", "public", "response", "retaliation", "return", "revenge", "row", "search",
    "support", "total", "turn",
];

/// The words for where of the sentence, with the places in them: the first that lead to a named place.
pub fn of(reading: Reading, sentence: usize) -> Option<(Tokens, Vec<usize>)> {
    let tokens = reading.sentence(sentence);
    let named = reading
        .places(&tokens)
        .map(|(_, p)| p)
        .filter(|p| matches!(p.form, PlaceForm::Name | PlaceForm::Definite) && !reading.text.in_dateline(p.tokens.start));
    let around = |p: &PlaceMention| around(reading, sentence, &p.tokens).map(|t| plain(&t, &p.tokens));
    named.filter_map(around).next().map(|t| {
        let places = reading.places(&t).filter(|(_, p)| p.tokens.end <= t.end).map(|(_, p)| p.place).collect();
        (t, places)
    })
}

/// "In Geneva" says no more than the name.
fn plain(words: &Tokens, place: &Tokens) -> Tokens {
    if words.start + 1 == place.start && words.end == place.end { place.clone() } else { words.clone() }
}

/// "Rushed to the site" and "protested to Beijing" place nothing.
fn is_where(key: &str) -> bool {
    key != "to" && WHERE.contains(&key)
}

/// The prepositional phrases around the place, from the first that says where.
fn around(reading: Reading, sentence: usize, place: &Tokens) -> Option<Tokens> {
    let chunks = reading.chunks(sentence);
    let own = chunks.iter().position(|c| c.tokens.contains(&place.start))?;
    reading.phrase(sentence, own)?;
    let is_site = |k: usize| {
        reading.phrase(sentence, k).is_some_and(|(p, t)| {
            let timed = reading.times(t).next().is_some();
            let event = reading.frames_of(sentence).any(|f| f.chunk == k && matches!(f.sense, Sense::Event(_) | Sense::Harm(_)));
            let person = people::of_phrase(reading.tagged, t, p.head).is_some();
            let abstraction = NO_SITES.contains(&reading.tagged.key(p.head));
            !abstraction && !timed && !event && !person && !p.pronoun && p.quantity.is_none_or(|_| !p.bare_number)
        })
    };
    let prep = |k: usize| chunks[k].kind == ChunkKind::Prep;
    let (mut start, mut at) = (None, own);
    while at > 0 && prep(at - 1) {
        let key = reading.chunk_key(sentence, at - 1);
        if is_where(key) {
            start = Some(at - 1);
        }
        if !(key == "of" || is_where(key)) || at < 2 || !is_site(at - 2) {
            break;
        }
        at -= 2;
        // "Attacked the outskirts of Kelm": the object itself is the place.
        if key == "of"
            && (at == 0 || !prep(at - 1))
            && matches!(chunks.get(at.wrapping_sub(1)).map(|c| &c.kind), Some(ChunkKind::Verb(_)))
        {
            start = Some(at);
        }
    }
    let start = start?;
    let mut last = own;
    while prep_follows(reading, sentence, last) && is_site(last + 2) {
        last += 2;
    }
    // "Near the Bangladeshi capital, Dhaka", "in England and Wales".
    let names = |k: usize| {
        reading.phrase(sentence, k).is_some_and(|(_, t)| {
            let named = |(_, p): (usize, &PlaceMention)| p.form == PlaceForm::Name && p.tokens == *t;
            reading.places(t).any(named)
        })
    };
    let closes = |k: usize| !matches!(chunks.get(k).map(|c| &c.kind), Some(ChunkKind::Verb(_)));
    let next = chunks.get(last + 1).map(|c| &c.kind);
    let own = reading.chunk_key(sentence, last);
    let joined = matches!(next, Some(ChunkKind::Conj)) && reading.chunk_key(sentence, last + 1) == "and" && names(last);
    let apposed = matches!(next, Some(ChunkKind::Comma))
        && own.starts_with(char::is_alphabetic)
        && is_definite(reading, &chunks[last].tokens);
    if names(last + 2) && (joined && closes(last + 3) || apposed) {
        last += 2;
    }
    Some(chunks[start].tokens.start..chunks[last].tokens.end)
}

/// "The Bangladeshi capital": a place without its name.
fn is_definite(reading: Reading, tokens: &Tokens) -> bool {
    reading.places(tokens).any(|(_, p)| p.form == PlaceForm::Definite)
}

/// "In Kunduz, near the border": a further phrase for where right behind.
fn prep_follows(reading: Reading, sentence: usize, last: usize) -> bool {
    let chunks = reading.chunks(sentence);
    let prep = chunks.get(last + 1).is_some_and(|c| c.kind == ChunkKind::Prep);
    prep && matches!(reading.chunk_key(sentence, last + 1), "in" | "of" | "near")
}
