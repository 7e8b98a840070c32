//! Counts without a predicate of their own that take the one before them: "27 in Norvia and four in Kelm" behind "31 were
//! wounded" are its parts; "two in Norvia" behind "killed three in Kelm" is another count.

use super::{Link, Tally, harm_frames, who};
use crate::event::reading::Reading;
use crate::frame::chunk::{ChunkKind, VerbGroup};
use crate::frame::predicate::Slot;
use crate::mention::quantity::{NumberClass, ORDINALS};
use crate::report::{Bound, Kind};
use crate::text::Tokens;

/// Prepositions that place a share.
const PLACING: &[&str] = &["in", "at", "near", "on", "across", "outside", "around"];

/// How many chunks behind its predicate a share may begin.
const NEAR: usize = 24;

/// The shares of `main`, a count of the frame that it names. Indices of [`Link`] are those of the list to come.
pub fn shares(reading: Reading, main: &Tally, at: usize) -> Vec<Tally> {
    let frame = &reading.parse.frames[main.frame];
    let chunks = reading.chunks(frame.sentence);
    let after = harm_frames(reading, frame.sentence).map(|f| f.chunk).find(|c| *c > frame.chunk).unwrap_or(chunks.len());
    let end = after.min(frame.chunk + NEAR).min(chunks.len());
    let (mut placed, mut brought) = (false, false);
    let mut colon = false;
    let mut found: Vec<(Tally, bool)> = Vec::new();
    for (k, chunk) in chunks.iter().enumerate().take(end).skip(frame.chunk + 1) {
        let key = reading.chunk_key(frame.sentence, k);
        colon |= chunk.kind == ChunkKind::Mark && matches!(key, ":" | "—" | "–" | "-");
        let Some(tokens) = share(reading, main, k) else {
            placed |= found.is_empty() && !colon && is_placed(reading, frame.sentence, k);
            brought |= found.is_empty() && !colon && is_transfer(reading, main, k);
            continue;
        };
        let Some((phrase, _)) = reading.phrase(frame.sentence, k) else { continue };
        let another = || who::single(reading, &chunk.tokens).filter(|_| phrase.pronoun);
        let Some(counted) = super::number(reading, phrase).or_else(another) else { continue };
        let place = tokens.clone();
        let tally = Tally {
            amount: counted.amount,
            who: reading.text.words(&tokens).to_string(),
            tokens,
            link: Link::PartOf(at),
            additional: false,
            named: false,
            anaphor: false,
            group: "",
            place: Some(place),
            ..main.clone()
        };
        if !colon && is_transfer(reading, main, k + 1) != brought {
            continue;
        }
        found.push((tally, colon));
    }
    let placed = placed || brought;
    let sum: u64 = found.iter().map(|(t, _)| t.amount.low).sum();
    // "three in Kelm, two in Norvia and one in Sund": the first has a place of its own and holds no other.
    let covers = sum == main.amount.low && found.len() >= 2 && !placed;
    let fits = |(tally, colon): &(Tally, bool)| covers || (*colon && tally.amount.low < main.amount.low) || (!colon && placed);
    found
        .into_iter()
        .filter(fits)
        .map(|(tally, colon)| {
            let beside = !covers && !colon;
            if beside { Tally { link: Link::Beside(at), additional: true, ..tally } } else { tally }
        })
        .collect()
}

/// "Tyre lost nine people, Sidon four and Norvia two": the number behind a place, with the place.
pub fn gapped(reading: Reading, main: &Tally, at: usize) -> Vec<Tally> {
    let frame = &reading.parse.frames[main.frame];
    let sentence = frame.sentence;
    let chunks = reading.chunks(sentence);
    let is_place = |k: usize| {
        let own = reading.phrase(sentence, k).filter(|(p, _)| p.quantity.is_none());
        own.is_some_and(|(_, t)| reading.places(t).any(|(_, p)| p.tokens.end == t.end))
    };
    let joint = |k: usize| chunks.get(k).is_none_or(|c| matches!(c.kind, ChunkKind::Comma | ChunkKind::Conj | ChunkKind::Mark));
    let told = chunks.iter().position(|c| c.clause == frame.clause).is_some_and(is_place);
    if !told {
        return Vec::new();
    }
    let end = (frame.chunk + NEAR).min(chunks.len());
    let behind = (frame.chunk + 3..end).filter(|k| is_place(k - 1) && joint(k - 2) && joint(k + 1));
    let found = behind.filter_map(|k| {
        let (phrase, tokens) = reading.phrase(sentence, k).filter(|(p, _)| p.bare_number && p.quantity.is_some())?;
        let counted = super::number(reading, phrase)?;
        let place = chunks[k - 1].tokens.clone();
        let who = reading.text.words(tokens).to_string();
        let tokens = place.start..tokens.end;
        Some(Tally { of_wounded: false, place: Some(place), ..main.beside(at, counted.amount, who, tokens) })
    });
    found.collect()
}

/// The tokens of "four in Kelm" at chunk `k`, where the number follows a comma or "and" and no verb takes it.
fn share(reading: Reading, main: &Tally, k: usize) -> Option<Tokens> {
    let sentence = reading.parse.frames[main.frame].sentence;
    let chunks = reading.chunks(sentence);
    let (phrase, tokens) = reading.phrase(sentence, k)?;
    let mention = phrase.quantity.filter(|_| phrase.bare_number).map(|q| &reading.mentions.quantities[q]);
    let joined = k > 0 && matches!(chunks[k - 1].kind, ChunkKind::Comma | ChunkKind::Conj | ChunkKind::Mark);
    let next = reading.chunk_key(sentence, k + 1);
    // "one died on the way and another during surgery".
    let later = matches!(next, "during" | "after") && phrase.pronoun;
    let transfer = is_transfer(reading, main, k + 1);
    let placing = chunks.get(k + 1)?.kind == ChunkKind::Prep && (PLACING.contains(&next) || later || transfer);
    let (_, place) = reading.phrase(sentence, k + 2)?;
    let verb = chunks.get(k + 3).is_some_and(|c| matches!(c.kind, ChunkKind::Verb(VerbGroup { gerund: false, .. })));
    let taken = harm_frames(reading, sentence).any(|f| f.filled(Slot::Victims).chain(f.filled(Slot::Amount)).any(|c| c == k));
    let another = phrase.pronoun && reading.tagged.key(phrase.head) == "another";
    let numbered = mention.map_or(another, |m| m.class == NumberClass::Number && m.amount.bound == Bound::Exact);
    // "one on suspicion of murder": the law places nobody.
    let charged =
        next == "on" && place.clone().any(|i| matches!(reading.tagged.key(i), "suspicion" | "charge" | "charges" | "bail"));
    let fits = joined && placing && !charged && !verb && !taken && numbered;
    fits.then_some(tokens.start..place.end)
}

/// "Fifteen were taken to Parkland, 13 to Baylor": the wounded are brought there, at chunk `k`; the dead to a morgue.
fn is_transfer(reading: Reading, main: &Tally, k: usize) -> bool {
    let frame = &reading.parse.frames[main.frame];
    let to = |k: usize| reading.chunk_key(frame.sentence, k) == "to";
    let house = reading.phrase(frame.sentence, k + 1);
    let morgue = |t: &Tokens| {
        t.clone().any(|i| matches!(reading.tagged.key(i), "morgue" | "mortuary" | "safety" | "shelter" | "shelters"))
    };
    main.kind == Kind::Wounded && to(frame.chunk + 1) && to(k) && house.is_some_and(|(_, t)| !morgue(t))
}

/// "shot a baker on Monday and another on Tuesday", "injured a woman at nine and a second an hour later": one more, told by
/// another time.
pub fn one_more(reading: Reading, main: &Tally, at: usize) -> Option<Tally> {
    let frame = &reading.parse.frames[main.frame];
    let sentence = frame.sentence;
    let chunks = reading.chunks(sentence);
    let end = chunks.len().min(frame.chunk + NEAR);
    let told = frame.filled(Slot::Victims).filter(|c| *c > frame.chunk).last()?;
    let verbless = (told + 1..end).take_while(|k| !matches!(chunks[*k].kind, ChunkKind::Verb(_) | ChunkKind::Subordinator));
    let next = verbless.filter(|k| chunks[k - 1].kind == ChunkKind::Conj).find(|k| {
        reading.phrase(sentence, *k).is_some_and(|(p, tokens)| {
            let head = reading.tagged.key(p.head);
            p.pronoun && head == "another"
                || tokens.len() == 2 && reading.tagged.key(tokens.start) == "a" && ORDINALS.contains(&head)
        })
    })?;
    let behind = chunks.get(next + 1)?;
    let later = reading.tagged.key(chunks.get(next + 2).map_or(0, |c| c.tokens.start)) == "later";
    let timed = behind.kind == ChunkKind::Time
        || matches!(reading.chunk_key(sentence, next + 1), "at" | "on" | "during" | "after")
        || matches!(behind.kind, ChunkKind::Noun(_)) && later;
    let verb = (next + 1..end.min(next + 4)).any(|k| matches!(&chunks[k].kind, ChunkKind::Verb(g) if !g.gerund));
    let taken = harm_frames(reading, sentence).any(|f| f.filled(Slot::Victims).any(|c| c == next));
    let tokens = chunks[next].tokens.start..behind.tokens.end;
    let single = main.amount.low == 1 && main.amount.bound == Bound::Exact && !main.anaphor;
    (timed && !verb && !taken && single).then(|| {
        let who = reading.text.words(&tokens).to_string();
        Tally { group: main.group, ..main.beside(at, main.amount.clone(), who, tokens) }
    })
}

/// Chunk `k` is a preposition that puts the count before it in a place.
fn is_placed(reading: Reading, sentence: usize, k: usize) -> bool {
    PLACING.contains(&reading.chunk_key(sentence, k)) && reading.phrase(sentence, k + 1).is_some()
}

/// "35 were killed, up from the 30 they gave": the older number.
pub fn up_from(reading: Reading, main: &Tally, at: usize) -> Option<Tally> {
    let frame = &reading.parse.frames[main.frame];
    let chunks = reading.chunks(frame.sentence);
    let near = (frame.chunk + 1..(frame.chunk + FROM).min(chunks.len()))
        .take_while(|k| !matches!(chunks[*k].kind, ChunkKind::Verb(_) | ChunkKind::Subordinator));
    let from = near.into_iter().find(|k| {
        let key = |i: usize| reading.tagged.key(i);
        let start = chunks[*k].tokens.start;
        matches!(key(start), "up" | "down") && key(start + 1) == "from"
            || key(start) == "from" && matches!(key(start.wrapping_sub(1)), "up" | "down")
    })?;
    let number = (from + 1..from + 3).find_map(|k| {
        let (phrase, tokens) = reading.phrase(frame.sentence, k).filter(|(p, _)| p.bare_number)?;
        Some((super::number(reading, phrase)?, tokens.clone()))
    });
    let older = frame.filled(Slot::Older).next().is_none() && main.link == Link::None;
    number.filter(|_| older).map(|(counted, tokens)| Tally {
        amount: counted.amount,
        tokens,
        link: Link::Older(at),
        additional: false,
        anaphor: false,
        of_wounded: false,
        ..main.clone()
    })
}

/// How many chunks behind its predicate "up from" may stand.
const FROM: usize = 8;
