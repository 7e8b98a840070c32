//! Distributives: "two people were killed in each of the three villages" are six.

use super::{Link, Tally};
use crate::event::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::ChunkKind;
use crate::frame::predicate::Sense;
use crate::report::{Amount, Bound};
use crate::text::Tokens;

/// Multiplies the counts that the words give for each of several.
pub fn multiply(reading: Reading, tallies: &mut Vec<Tally>) {
    let mut others = Vec::new();
    for (at, tally) in tallies.iter_mut().enumerate() {
        let frame = &reading.parse.frames[tally.frame];
        if tally.amount.bound != Bound::Exact || tally.amount.low == 0 || !matches!(frame.sense, Sense::Harm(_)) {
            continue;
        }
        let Some((times, end)) = each_of(reading, frame).or_else(|| in_each(reading, frame, tally)).or_else(|| {
            let (times, end, places) = apiece(reading, frame, tally)?;
            tally.tokens.end = tally.tokens.end.max(end);
            // A row for each of the places.
            let mut own = places.into_iter();
            tally.place = own.next().or(tally.place.take());
            let beside = |place| Tally { place: Some(place), link: Link::Beside(at), additional: true, ..tally.clone() };
            others.extend(own.map(beside));
            (times > 0).then_some((times, end))
        }) else {
            continue;
        };
        let low = tally.amount.low.saturating_mul(times);
        tally.amount = Amount::exact(low, tally.amount.text.clone());
        tally.tokens.end = tally.tokens.end.max(end);
    }
    tallies.extend(others);
}

/// "in each of the three villages" behind the verb, or "each of the two strikes" before it: how many, and where it ends.
fn each_of(reading: Reading, frame: &Frame) -> Option<(u64, usize)> {
    let sentence = frame.sentence;
    let chunks = reading.chunks(sentence);
    let number = |k: usize| {
        let (phrase, tokens) = reading.phrase(sentence, k)?;
        let amount = &reading.mentions.quantities[phrase.quantity?].amount;
        (amount.bound == Bound::Exact && amount.low >= 2).then_some((amount.low, tokens.end))
    };
    let each = (0..chunks.len()).find(|k| {
        chunks[*k].clause == frame.clause
            && reading.chunk_key(sentence, *k) == "each"
            && reading.chunk_key(sentence, k + 1) == "of"
            && (*k == 0 || matches!(chunks[k - 1].kind, ChunkKind::Prep))
    })?;
    // Each of several people is no place of several deaths.
    let people = reading
        .phrase(sentence, each + 2)
        .is_some_and(|(p, t)| crate::mention::people::of_phrase(reading.tagged, t, p.head).is_some());
    number(each + 2).filter(|_| !people)
}

/// "Three villages, one death in each", "bombs hit two markets, killing four in each": how many, and where it ends.
fn in_each(reading: Reading, frame: &Frame, tally: &Tally) -> Option<(u64, usize)> {
    let sentence = frame.sentence;
    let chunks = reading.chunks(sentence);
    let own = chunks.iter().rposition(|c| c.tokens.start < tally.tokens.end)?;
    let each = (own + 1..(own + 3).min(chunks.len())).find(|k| reading.chunk_key(sentence, *k) == "each")?;
    let led = reading.chunk_key(sentence, each - 1) == "in" && chunks[each].tokens.len() == 1;
    let ends = chunks.get(each + 1).is_none_or(|c| matches!(c.kind, ChunkKind::Mark | ChunkKind::Comma | ChunkKind::Conj));
    let first = chunks.iter().position(|c| c.tokens.end > tally.tokens.start)?.min(frame.chunk);
    let times = (0..first).rev().find_map(|k| {
        let (phrase, tokens) = reading.phrase(sentence, k)?;
        let amount = &reading.mentions.quantities[phrase.quantity?].amount;
        let things = !phrase.bare_number && crate::mention::people::of_phrase(reading.tagged, tokens, phrase.head).is_none();
        (things && amount.bound == Bound::Exact && amount.low >= 2).then_some(amount.low)
    });
    times.filter(|_| led && ends).map(|n| (n, chunks[each].tokens.end))
}

/// "Two bombs killed four people each", "bombs in Kelm and Norvia claimed four lives apiece".
/// How many, where it ends, and in place of the number the places.
fn apiece(reading: Reading, frame: &Frame, tally: &Tally) -> Option<(u64, usize, Vec<Tokens>)> {
    let sentence = frame.sentence;
    let chunks = reading.chunks(sentence);
    let at = (frame.chunk + 1..chunks.len()).find(|k| matches!(reading.chunk_key(sentence, *k), "apiece" | "each"))?;
    let behind = chunks[at].tokens.start == tally.tokens.end && chunks[at].tokens.len() == 1;
    let next =
        chunks.get(at + 1).is_none_or(|c| !matches!(c.kind, ChunkKind::Noun(_)) && reading.tagged.key(c.tokens.start) != "of");
    let first = chunks.iter().position(|c| c.clause == frame.clause)?;
    if !(behind && next) {
        return None;
    }
    let mut numbers = (first..frame.chunk).filter_map(|k| {
        let (phrase, _) = reading.phrase(sentence, k)?;
        let amount = &reading.mentions.quantities[phrase.quantity?].amount;
        (amount.bound == Bound::Exact && amount.low >= 2).then_some(amount.low)
    });
    let places = || {
        let range = chunks[first].tokens.start..chunks[frame.chunk].tokens.start;
        reading.places(&range).map(|(_, p)| p.tokens.clone()).collect::<Vec<_>>()
    };
    let end = chunks[at].tokens.end;
    match numbers.next_back() {
        Some(times) => Some((times, end, Vec::new())),
        None => Some((0, end, places())).filter(|(_, _, places)| places.len() >= 2),
    }
}
