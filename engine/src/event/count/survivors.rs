//! The dead whom a text tells by those who lived: "of the 70 men in the tunnel only two came out alive", "killing all but two of the
//! 70 people on board".

use super::{Tally, doubles, number};
use crate::event::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::{ChunkKind, Determiner};
use crate::mention::people;
use crate::report::{Amount, Bound, Kind};
use crate::text::Tokens;

/// Adds those who did not live, where the text counts no dead, and counts "all but two" rightly.
pub fn rest(reading: Reading, tallies: &mut Vec<Tally>) {
    all_but(reading, tallies);
    if tallies.iter().any(|t| t.kind == Kind::Killed && t.amount.bound != Bound::None) {
        return;
    }
    for sentence in 0..reading.parse.sentences.len() {
        let found = (0..reading.chunks(sentence).len()).find_map(|k| outlived(reading, sentence, k));
        let Some((dead, tokens)) = found else { continue };
        // The harm that they outlived tells when and where.
        let before = |f: &Frame| f.sentence <= sentence;
        let frames = &reading.parse.frames;
        let bearing = frames.iter().rposition(|f| before(f) && reading.bears(f));
        let Some(frame) = bearing.or_else(|| frames.iter().rposition(before)) else { continue };
        let words = reading.text.words(&tokens).to_string();
        tallies.retain(|t| t.kind != Kind::Killed);
        let at = tallies.iter().position(|t| t.tokens.start > tokens.start).unwrap_or(tallies.len());
        super::split::insert(tallies, at, Tally::plain(Kind::Killed, Amount::exact(dead, ""), words, tokens, frame));
        return;
    }
}

/// "killed all but two of the 70 people": 68; where nobody says of how many, no number.
fn all_but(reading: Reading, tallies: &mut Vec<Tally>) {
    let mut at = 0;
    while at < tallies.len() {
        let own = &tallies[at];
        let sentence = reading.parse.frames[own.frame].sentence;
        let chunks = reading.chunks(sentence);
        let key = |k: usize| reading.chunk_key(sentence, k);
        let spared = (2..chunks.len()).find(|k| {
            let led = matches!(key(k - 1), "but" | "except") && key(k - 2) == "all" && chunks[k - 2].tokens.len() == 1;
            led && own.tokens.contains(&chunks[*k].tokens.start)
                && reading.phrase(sentence, *k).is_some_and(|(p, _)| p.quantity.is_some())
        });
        let Some(spared) = spared.filter(|_| own.kind == Kind::Killed) else {
            at += 1;
            continue;
        };
        let whole = whole(reading, sentence, spared + 2).filter(|_| key(spared + 1) == "of");
        let lived = exact(reading, sentence, spared);
        match whole.zip(lived).and_then(|((all, tokens), lived)| Some((all.checked_sub(lived)?, tokens))) {
            Some((dead, tokens)) => {
                let row = &mut tallies[at];
                (row.amount, row.tokens.end) = (Amount::exact(dead, ""), row.tokens.end.max(tokens.end));
                row.who = reading.text.words(&row.tokens).to_string();
                at += 1;
            }
            None => doubles::remove(tallies, at),
        }
    }
}

/// How many did not live, where the phrase at `chunk` names all of them.
fn outlived(reading: Reading, sentence: usize, chunk: usize) -> Option<(u64, Tokens)> {
    let (all, tokens) = whole(reading, sentence, chunk)?;
    let chunks = reading.chunks(sentence);
    let key = |k: usize| reading.chunk_key(sentence, k);
    let before = chunk.checked_sub(2);
    let survivors = before.and_then(|k| survivors(reading, sentence, k));
    let (lived, first) = if let Some(lived) = survivors {
        (lived, chunk - 2)
    } else if let Some(k) = before.filter(|k| lives(reading, sentence, chunk + 1, *k)) {
        (exact(reading, sentence, k)?, k)
    } else if chunk == 1 && key(0) == "of" {
        let few =
            (chunk + 1..chunks.len()).find(|k| exact(reading, sentence, *k).is_some() && lives(reading, sentence, k + 1, *k))?;
        (exact(reading, sentence, few)?, 0)
    } else {
        return None;
    };
    let end = chunks.last()?.tokens.end;
    let dead = all.checked_sub(lived).filter(|n| *n > 0)?;
    Some((dead, chunks[first].tokens.start..end.max(tokens.end).min(reading.sentence(sentence).end)))
}

/// "the 70 people on board", "the 44 aboard": a number of all, behind "of" or "among".
fn whole(reading: Reading, sentence: usize, chunk: usize) -> Option<(u64, Tokens)> {
    let (phrase, tokens) = reading.phrase(sentence, chunk).filter(|(p, _)| p.det == Determiner::Definite)?;
    let led = matches!(reading.chunk_key(sentence, chunk.checked_sub(1)?), "of" | "among" | "amongst" | "from");
    let harmed = |i: usize| matches!(reading.tagged.key(i), "wounded" | "injured" | "hurt" | "missing");
    let people = phrase.bare_number || people::of_phrase(reading.tagged, tokens, phrase.head).is_some_and(|p| p.plural);
    let named = people && !tokens.clone().any(harmed) && !harmed(tokens.end);
    Some((exact(reading, sentence, chunk).filter(|n| led && named && *n > 2)?, tokens.clone()))
}

fn exact(reading: Reading, sentence: usize, chunk: usize) -> Option<u64> {
    let (phrase, _) = reading.phrase(sentence, chunk).filter(|(p, _)| p.quantity.is_some())?;
    number(reading, phrase).map(|c| c.amount).filter(|a| a.bound == Bound::Exact).map(|a| a.low)
}

/// "one survivor", "three survivors", "the sole survivor": how many.
fn survivors(reading: Reading, sentence: usize, chunk: usize) -> Option<u64> {
    let (phrase, tokens) = reading.phrase(sentence, chunk)?;
    let only = tokens.clone().any(|i| matches!(reading.tagged.key(i), "sole" | "only" | "lone"));
    match reading.tagged.key(phrase.head) {
        "survivor" => exact(reading, sentence, chunk).or_else(|| only.then_some(1)),
        "survivors" => exact(reading, sentence, chunk),
        _ => None,
    }
}

/// The verb of the number at `few` says that they lived: "survived", "came out alive".
fn lives(reading: Reading, sentence: usize, from: usize, few: usize) -> bool {
    let chunks = reading.chunks(sentence);
    let alone = reading.phrase(sentence, few).is_some_and(|(p, _)| p.bare_number);
    let verb = (from..chunks.len()).find(|k| matches!(chunks[*k].kind, ChunkKind::Verb(_) | ChunkKind::Comma | ChunkKind::Mark));
    let verb = verb.and_then(|k| match &chunks[k].kind {
        ChunkKind::Verb(group) => Some((k, group)),
        _ => None,
    });
    alone
        && verb.is_some_and(|(k, group)| {
            let alive = chunks[k..].iter().take(4).any(|c| reading.tagged.key(c.tokens.start) == "alive");
            let plain = !group.negated && group.modal.is_none();
            plain && (matches!(reading.tagged.key(group.main), "survived" | "lived") || alive)
        })
}

#[cfg(test)]
mod tests {
    use crate::event::sample::total;
    use crate::report::Kind;

    fn killed(text: &str) -> u64 {
        total(text, Kind::Killed)
    }

    #[test]
    fn who_did_not_live_is_dead() {
        for text in [
            "The tunnel near Leeds collapsed on 3 February 1869. Of the 70 men working in it, only two came out alive.",
            "A plane crashed near Leeds on 4 May 1931. Only two of the 70 people on board survived.",
            "A plane crashed near Leeds on 4 May 1931, killing all but two of the 70 people on board.",
            "A plane crashed near Leeds on 4 May 1931. There were only two survivors among the 70 on board.",
        ] {
            assert_eq!(killed(text), 68, "{text}");
        }
        assert_eq!(killed("A plane crashed near Leeds on 4 May 1931. The sole survivor of the 46 on board was a steward."), 45);
    }
}
