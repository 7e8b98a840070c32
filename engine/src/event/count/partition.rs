//! Parts told in another order than whole, "including", part: "of the 12 killed, seven were children", "among the dead were a
//! bride and her father", "with a nurse among them".

use super::listed;
use super::{Counted, Link, Tally, harm_frames, number, people};
use crate::event::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::ChunkKind;
use crate::frame::predicate::Slot;
use crate::report::Bound;
use crate::text::Tokens;

/// The parts of `main`, the only count of its frame; its index is `at`.
pub fn parts(reading: Reading, main: &Tally, at: usize) -> Vec<Tally> {
    let frame = &reading.parse.frames[main.frame];
    let Some(whole) = frame.filled(Slot::Victims).chain(frame.filled(Slot::Amount)).next() else { return Vec::new() };
    let found = of_the_whole(reading, frame, whole)
        .into_iter()
        .chain(of_whom(reading, frame))
        .chain(among_them_were(reading, main, frame, whole))
        .chain(with_one_among(reading, main, frame))
        .chain(half(reading, main, frame))
        .chain(headed(reading, main, frame, whole));
    found
        .filter(|(counted, _)| matches!(counted.amount.bound, Bound::Exact) && counted.amount.low < main.amount.figure())
        .map(|(counted, tokens)| listed::member(reading, main, at, counted, tokens))
        .collect()
}

/// A bare number at chunk `k` that no verb of harm takes, with the words of its verb.
fn bare(reading: Reading, sentence: usize, k: usize) -> Option<(Counted, Tokens)> {
    let (phrase, tokens) = reading.phrase(sentence, k).filter(|(p, _)| p.bare_number && p.quantity.is_some())?;
    let mut harms = harm_frames(reading, sentence);
    if harms.any(|f| f.filled(Slot::Victims).chain(f.filled(Slot::Amount)).any(|c| c == k)) {
        return None;
    }
    let chunks = reading.chunks(sentence);
    let end = (k..(k + 3).min(chunks.len()))
        .take_while(|c| *c == k || matches!(chunks[*c].kind, ChunkKind::Verb(_) | ChunkKind::Noun(_)))
        .last()?;
    let group = reading
        .phrase(sentence, end)
        .filter(|_| end > k)
        .and_then(|(p, t)| crate::mention::people::of_phrase(reading.tagged, t, p.head))
        .map_or("", |p| p.group);
    Some((Counted { group, ..number(reading, phrase)? }, tokens.start..chunks[end].tokens.end))
}

/// "Of the 44 dead, 29 were found in the hall and 15 in the yard": numbers behind the comma.
fn of_the_whole(reading: Reading, frame: &Frame, whole: usize) -> Vec<(Counted, Tokens)> {
    let opens = whole == 1 && reading.chunk_key(frame.sentence, 0) == "of";
    let chunks = reading.chunks(frame.sentence);
    let Some(comma) = chunks.iter().position(|c| c.kind == ChunkKind::Comma).filter(|_| opens) else { return Vec::new() };
    let joined = |k: &usize| matches!(chunks[k - 1].kind, ChunkKind::Comma | ChunkKind::Conj);
    let behind = (comma + 1..chunks.len()).filter(joined);
    behind.filter_map(|k| bare(reading, frame.sentence, k)).collect()
}

/// "…, of whom three were children".
fn of_whom(reading: Reading, frame: &Frame) -> Option<(Counted, Tokens)> {
    let chunks = reading.chunks(frame.sentence);
    let last = harm_frames(reading, frame.sentence).filter(|f| f.filled(Slot::Victims).next().is_some()).last();
    let whom = (frame.chunk + 1..chunks.len()).find(|k| reading.chunk_key(frame.sentence, *k) == "whom")?;
    let of = reading.chunk_key(frame.sentence, whom - 1) == "of" && last.is_some_and(|f| f.chunk == frame.chunk);
    bare(reading, frame.sentence, whom + 1).filter(|_| of)
}

/// "Among the 23 dead were a bride and her father".
fn among_them_were(reading: Reading, main: &Tally, frame: &Frame, whole: usize) -> Vec<(Counted, Tokens)> {
    let sentence = frame.sentence;
    let chunks = reading.chunks(sentence);
    let led = whole > 0 && reading.chunk_key(sentence, whole - 1) == "among";
    let copula = (whole + 1..(whole + 3).min(chunks.len()))
        .find(|k| matches!(reading.chunk_key(sentence, *k), "were" | "was" | "are" | "is"));
    let Some(copula) = copula.filter(|_| led) else { return Vec::new() };
    let list = chunks[copula + 1..].iter().enumerate().map(|(k, c)| (k + copula + 1, c)).take_while(|(_, c)| {
        matches!(c.kind, ChunkKind::Noun(_) | ChunkKind::Comma | ChunkKind::Conj | ChunkKind::Prep | ChunkKind::Adj)
    });
    list.filter(|(k, _)| chunks[k - 1].kind != ChunkKind::Prep)
        .filter_map(|(k, c)| people(reading, main.kind, sentence, k).map(|p| (p, c.tokens.clone())))
        .collect()
}

/// "Twelve died, eight of them in Kelm and the rest in Norvia": what the only part told leaves over.
pub fn the_rest(reading: Reading, tallies: &[Tally], at: usize) -> Option<Tally> {
    let main = &tallies[at];
    let parts: Vec<&Tally> = tallies.iter().filter(|t| t.link == Link::PartOf(at)).collect();
    let [part] = parts[..] else { return None };
    let sentence = reading.parse.frames[main.frame].sentence;
    let chunks = reading.chunks(sentence);
    let rest = chunks.iter().enumerate().find(|(k, c)| {
        let words = reading.phrase(sentence, *k).is_some_and(|(p, t)| {
            t.len() == 2 && reading.tagged.key(t.start) == "the" && matches!(reading.tagged.key(p.head), "rest" | "others")
        });
        words && c.tokens.start >= part.tokens.end
    });
    let (k, chunk) = rest?;
    let place = reading.phrase(sentence, k + 2).filter(|_| chunks[k + 1].kind == ChunkKind::Prep)?.1;
    let exact = [&main.amount, &part.amount].iter().all(|a| a.bound == Bound::Exact) && main.amount.low > part.amount.low;
    let tokens = chunk.tokens.start..place.end;
    exact.then(|| Tally {
        amount: crate::report::Amount::exact(main.amount.low - part.amount.low, reading.text.words(&chunk.tokens).to_string()),
        group: "",
        who: reading.text.words(&tokens).to_string(),
        tokens: tokens.clone(),
        link: Link::PartOf(at),
        named: false,
        anaphor: false,
        place: Some(tokens),
        ..main.clone()
    })
}

/// "Five children among 12 dead": a headline without a verb.
fn headed(reading: Reading, main: &Tally, frame: &Frame, whole: usize) -> Option<(Counted, Tokens)> {
    let sentence = frame.sentence;
    let part = whole.checked_sub(2).filter(|_| reading.chunk_key(sentence, whole - 1) == "among")?;
    let chunks = reading.chunks(sentence);
    let verb = |k: usize| chunks.get(k).is_some_and(|c| matches!(c.kind, ChunkKind::Verb(_)));
    let free = (part == 0 || !verb(part - 1)) && !verb(whole + 1) && !verb(whole + 2);
    let counted = people(reading, main.kind, sentence, part).filter(|_| free)?;
    Some((counted, chunks[part].tokens.start..chunks[whole].tokens.end))
}

/// "…, half of them children".
fn half(reading: Reading, main: &Tally, frame: &Frame) -> Option<(Counted, Tokens)> {
    let sentence = frame.sentence;
    let chunks = reading.chunks(sentence);
    let at = (frame.chunk + 1..chunks.len()).find(|k| {
        reading.chunk_key(sentence, *k) == "half"
            && reading.chunk_key(sentence, k + 1) == "of"
            && matches!(reading.chunk_key(sentence, k + 2), "them" | "whom")
    })?;
    let (low, rest) = (main.amount.low / 2, main.amount.low % 2);
    let end = reading.phrase(sentence, at + 3).map_or(chunks[at + 2].tokens.end, |(_, t)| t.end);
    let tokens = chunks[at].tokens.start..end;
    let group = reading
        .phrase(sentence, at + 3)
        .and_then(|(p, t)| crate::mention::people::of_phrase(reading.tagged, t, p.head))
        .map_or("", |p| p.group);
    let amount = crate::report::Amount::exact(low, reading.text.words(&tokens).to_string());
    let counted = Counted { amount, group, additional: false, named: false, anaphor: false };
    let nearest = harm_frames(reading, sentence).filter(|f| f.chunk < at).last().is_some_and(|f| f.chunk == frame.chunk);
    (rest == 0 && low > 0 && nearest).then_some((counted, tokens))
}

/// "…, with a nurse among them".
fn with_one_among(reading: Reading, main: &Tally, frame: &Frame) -> Option<(Counted, Tokens)> {
    let sentence = frame.sentence;
    let chunks = reading.chunks(sentence);
    let among = (frame.chunk + 1..chunks.len())
        .find(|k| reading.chunk_key(sentence, *k) == "among" && matches!(reading.chunk_key(sentence, k + 1), "them" | "those"))?;
    let (k, end) = (among.checked_sub(1)?, chunks[among + 1].tokens.end);
    let near = k >= 1 && matches!(reading.chunk_key(sentence, k - 1), "with" | ",");
    let counted = people(reading, main.kind, sentence, k).filter(|_| near)?;
    Some((counted, chunks[k].tokens.start..end))
}
