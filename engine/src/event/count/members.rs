//! Counts that are parts of another count of their sentence: "including two children", "three of them", "a boy among them".

use super::{Counted, Link, Tally, people};
use crate::event::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::ChunkKind;
use crate::frame::clause::is_finite;
use crate::frame::predicate::Slot;
use crate::report::Kind;
use crate::text::Tokens;

/// The counts behind "including", "among them" in the clause of the frame: parts of its first count.
pub fn members(reading: Reading, index: usize, frame: &Frame, kind: Kind, main: Option<usize>) -> Vec<Tally> {
    let Some(main) = main else { return Vec::new() };
    let chunks = reading.chunks(frame.sentence);
    let mut found = Vec::new();
    for k in 0..chunks.len() {
        if let Some((counted, tokens)) = of_them(reading, frame, k) {
            let fatal = FATAL.contains(&reading.tagged.key(tokens.end));
            match kind {
                Kind::Casualties if fatal => {
                    found.push(part(reading, index, Kind::Killed, main, counted, tokens.clone(), tokens))
                }
                Kind::Wounded if fatal => found.push(died(reading, index, main, counted, tokens)),
                _ => found.push(part(reading, index, kind, main, counted, tokens.clone(), tokens)),
            }
        } else if let Some((counted, tokens)) = fatally(reading, frame, k).filter(|_| kind == Kind::Wounded) {
            found.push(died(reading, index, main, counted, tokens));
        }
    }
    let mut open = false;
    let mut clause = 0;
    let others: Vec<&Frame> = super::harm_frames(reading, frame.sentence).filter(|f| f.chunk != frame.chunk).collect();
    let taken = |k: usize| others.iter().any(|f| f.sense != frame.sense && f.filled(Slot::Victims).any(|c| c == k));
    // A passive has its members before it: "nine people, including a boy, were hurt".
    let first = frame.filled(Slot::Victims).chain([frame.chunk]).min().unwrap_or(frame.chunk);
    for (k, chunk) in chunks.iter().enumerate().skip(first + 1) {
        if k == frame.chunk || (k < frame.chunk && matches!(chunk.kind, ChunkKind::Verb(_))) {
            open = false;
            continue;
        }
        // What stands behind another verb of harm, or in a clause of its own, is no part of this count: "left five dead, among
        // them two brothers, and a dozen injured".
        let told = k > frame.chunk && others.iter().any(|f| f.chunk == k && f.filled(Slot::Victims).next().is_some());
        if told || (open && chunk.clause > clause) || taken(k) {
            break;
        }
        let key = reading.chunk_key(frame.sentence, k);
        match &chunk.kind {
            // "not including the attackers": they are beside the rest.
            ChunkKind::Prep if key == "including" && reading.tagged.key(chunk.tokens.start - 1) == "not" => open = false,
            ChunkKind::Prep if matches!(key, "including" | "among") => (open, clause) = (true, chunk.clause),
            ChunkKind::Verb(_) if open => break,
            ChunkKind::Noun(phrase) if open && !phrase.pronoun => {
                let behind_preposition = chunks.get(k - 1).is_some_and(|c| c.kind == ChunkKind::Prep)
                    && !matches!(reading.chunk_key(frame.sentence, k - 1), "including" | "among");
                // "…, including a baby, the governor said".
                let speaks = matches!(chunks.get(k + 1).map(|c| &c.kind), Some(ChunkKind::Verb(g)) if is_finite(g))
                    && matches!(chunks[k - 1].kind, ChunkKind::Comma);
                if speaks {
                    break;
                }
                let Some(counted) = people(reading, kind, frame.sentence, k).filter(|_| !behind_preposition) else { continue };
                if reading.chunk_key(frame.sentence, k + 1) == "of"
                    && reading.phrase(frame.sentence, k + 2).is_some_and(|(p, _)| p.pronoun)
                {
                    continue;
                }
                let span = member_span(reading, frame.sentence, k);
                found.push(part(reading, index, kind, main, counted, chunk.tokens.clone(), span));
            }
            ChunkKind::Verb(group) if !group.participle && !group.gerund => break,
            ChunkKind::Subordinator => break,
            _ => {}
        }
    }
    found
}

/// One of the wounded who died.
fn died(reading: Reading, index: usize, main: usize, counted: Counted, tokens: Tokens) -> Tally {
    Tally { link: Link::None, of_wounded: true, ..part(reading, index, Kind::Killed, main, counted, tokens.clone(), tokens) }
}

/// "four people were shot, one fatally": the number at chunk `k`.
fn fatally(reading: Reading, frame: &Frame, k: usize) -> Option<(Counted, Tokens)> {
    let (phrase, tokens) = reading.phrase(frame.sentence, k).filter(|(p, _)| p.bare_number && p.quantity.is_some())?;
    // "shot a man of 55 dead": an age.
    let led = k > 0 && reading.chunks(frame.sentence)[k - 1].kind == ChunkKind::Prep;
    let fits = k > frame.chunk
        && k <= frame.chunk + NEAR
        && !led
        && FATAL.contains(&reading.chunk_key(frame.sentence, k + 1))
        && is_nearest(reading, frame, k);
    let end = tokens.end + 1;
    super::number(reading, phrase).filter(|_| fits).map(|counted| (counted, tokens.start..end))
}

fn part(reading: Reading, frame: usize, kind: Kind, main: usize, counted: Counted, words: Tokens, tokens: Tokens) -> Tally {
    Tally {
        group: counted.group,
        link: Link::PartOf(main),
        named: counted.named,
        anaphor: counted.anaphor,
        ..Tally::plain(kind, counted.amount, reading.text.words(&words).to_string(), tokens, frame)
    }
}

/// "six of them soldiers", "three of whom are in a serious condition": the number at chunk `k` where no verb of harm of its
/// own takes it, in the clause of the frame or right behind it.
fn of_them(reading: Reading, frame: &Frame, k: usize) -> Option<(Counted, Tokens)> {
    let sentence = frame.sentence;
    let chunks = reading.chunks(sentence);
    let (phrase, tokens) = reading.phrase(sentence, k)?;
    let pronoun = matches!(reading.chunk_key(sentence, k + 2), "them" | "whom" | "these" | "those");
    let alone = reading.phrase(sentence, k + 2).is_none_or(|(p, t)| p.pronoun && t.len() == 1);
    let distance = k.abs_diff(frame.chunk);
    let fits = phrase.bare_number
        && phrase.quantity.is_some()
        && reading.chunk_key(sentence, k + 1) == "of"
        && pronoun
        && alone
        && distance <= NEAR
        && k > 0
        && !matches!(chunks[k - 1].kind, ChunkKind::Verb(_));
    if !fits || !is_nearest(reading, frame, k) || harmed_apart(reading, frame, k) {
        return None;
    }
    let counted = super::number(reading, phrase)?;
    let class = reading.phrase(sentence, k + 3).filter(|(p, _)| p.quantity.is_none());
    let group = class.and_then(|(p, t)| crate::mention::people::of_phrase(reading.tagged, t, p.head)).map_or("", |p| p.group);
    let end = class.filter(|_| !group.is_empty()).map_or(chunks[k + 2].tokens.end, |(_, t)| t.end);
    Some((Counted { group, ..counted }, tokens.start..end))
}

/// "five of them fatal": these casualties are deaths.
const FATAL: &[&str] = &["fatal", "fatally", "dead", "mortally"];

/// How far from its frame a part may stand, in chunks.
const NEAR: usize = 9;

/// The frame is the last one of harm before chunk `k`, or the first of the sentence where none stands before it.
fn is_nearest(reading: Reading, frame: &Frame, k: usize) -> bool {
    let before = super::harm_frames(reading, frame.sentence).filter(|f| f.chunk < k).last();
    let nearest = before.or_else(|| super::harm_frames(reading, frame.sentence).next());
    nearest.is_some_and(|f| f.chunk == frame.chunk)
}

/// A frame of harm has the number at chunk `k` as its own victims: "two of whom died", or it hangs on the remark.
fn harmed_apart(reading: Reading, frame: &Frame, k: usize) -> bool {
    let mut frames = super::harm_frames(reading, frame.sentence);
    frames.any(|f| f.filled(crate::frame::predicate::Slot::Victims).any(|c| c == k))
}

/// The member with its "including" where that stands right before it.
fn member_span(reading: Reading, sentence: usize, chunk: usize) -> Tokens {
    let chunks = reading.chunks(sentence);
    let tokens = chunks[chunk].tokens.clone();
    let led = chunk > 0 && chunks[chunk - 1].kind == ChunkKind::Prep;
    if led { chunks[chunk - 1].tokens.start..tokens.end } else { tokens }
}
