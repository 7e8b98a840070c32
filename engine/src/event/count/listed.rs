//! Lists that say who the counted are: "four died: the driver, two market women and a boy of ten". Their sum is the number,
//! which tells such a list from people who stand beside it by chance.

use super::who::{Counted, people};
use super::{Link, Tally, harm_frames};
use crate::event::reading::Reading;
use crate::frame::chunk::{ChunkKind, Determiner};
use crate::frame::predicate::Slot;
use crate::report::{Amount, Bound};
use crate::text::Tokens;

/// How far from the number a list may stand, in chunks.
const NEAR: usize = 40;

/// The members of the list whose sum is the number of `main`, a count of the frame that it names; its index is `at`.
pub fn listed(reading: Reading, main: &Tally, at: usize) -> Vec<Tally> {
    let frame = &reading.parse.frames[main.frame];
    let sentence = frame.sentence;
    let counts_some = matches!(main.amount.bound, Bound::Exact | Bound::AtLeast) && main.amount.low >= 2;
    if !counts_some || main.link != Link::None {
        return Vec::new();
    }
    let chunks = reading.chunks(sentence);
    let own: Vec<usize> = frame.slots.iter().flat_map(|f| f.chunks.iter().copied()).chain([frame.chunk]).collect();
    let taken = |k: usize| harm_frames(reading, sentence).any(|f| f.filled(Slot::Victims).any(|c| c == k));
    let (start, end) = (frame.chunk.saturating_sub(NEAR), (frame.chunk + NEAR).min(chunks.len()));
    let mut run: Vec<(Counted, Tokens)> = Vec::new();
    for k in start..=end {
        let goes_on = chunks.get(k).is_some_and(|c| {
            matches!(c.kind, ChunkKind::Noun(_) | ChunkKind::Prep | ChunkKind::Comma | ChunkKind::Conj | ChunkKind::Adj)
        });
        if !goes_on || k == end || own.contains(&k) {
            let sum: u64 = run.iter().map(|(c, _)| c.amount.low).sum();
            if run.len() >= 2 && sum == main.amount.low {
                return run.into_iter().map(|(counted, tokens)| member(reading, main, at, counted, tokens)).collect();
            }
            run.clear();
            continue;
        }
        let behind = k > 0 && chunks[k - 1].kind == ChunkKind::Prep && !opens(reading, sentence, k - 1);
        let fits = chunks[k].kind != ChunkKind::Prep && !behind && !taken(k);
        if let Some(counted) = one_or_more(reading, main, sentence, k).filter(|_| fits) {
            run.push((counted, chunks[k].tokens.clone()));
        }
    }
    Vec::new()
}

/// "made up of", "comprising": what stands behind is no modifier.
fn opens(reading: Reading, sentence: usize, k: usize) -> bool {
    let up = k > 0 && reading.chunk_key(sentence, k - 1) == "up";
    reading.chunk_key(sentence, k) == "of" && up || reading.chunk_key(sentence, k) == "including"
}

/// A list may name one by "the": "the driver".
fn one_or_more(reading: Reading, main: &Tally, sentence: usize, k: usize) -> Option<Counted> {
    people(reading, main.kind, sentence, k).filter(|c| c.amount.bound == Bound::Exact && !c.anaphor).or_else(|| {
        let (phrase, tokens) = reading.phrase(sentence, k).filter(|(p, _)| p.det == Determiner::Definite && !p.pronoun)?;
        let known = crate::mention::people::of_phrase(reading.tagged, tokens, phrase.head).filter(|p| !p.plural)?;
        let amount = Amount::exact(1, reading.text.words(tokens).to_string());
        Some(Counted { amount, group: known.group, additional: false, named: true, anaphor: false })
    })
}

/// A tally like `main` for `counted` of its people, who stand at `tokens` and are part of tally `at`.
pub fn member(reading: Reading, main: &Tally, at: usize, counted: Counted, tokens: Tokens) -> Tally {
    Tally {
        amount: counted.amount,
        group: counted.group,
        who: reading.text.words(&tokens).to_string(),
        tokens,
        link: Link::PartOf(at),
        additional: false,
        named: counted.named,
        anaphor: false,
        of_wounded: false,
        place: None,
        ..main.clone()
    }
}
