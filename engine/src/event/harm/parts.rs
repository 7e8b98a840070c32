//! Parts and wholes: the thing that a wall, a row or so many hectares of it belong to.

use super::super::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::ChunkKind;
use crate::mention::{people, target};

/// Parts of a building: what is harmed is the whole.
pub const PARTS: &[&str] = &[
    "roof",
    "roofs",
    "wall",
    "walls",
    "window",
    "windows",
    "gate",
    "gates",
    "wing",
    "wings",
    "front",
    "side",
    "facade",
    "middle",
    "door",
    "doors",
    "part",
    "corner",
    "entrance",
    "top",
    "basement",
    "floor",
    "floors",
    "storey",
    "storeys",
    "grounds",
    "courtyard",
    "yard",
    "compound",
    "stairwell",
    "tower",
    "towers",
    "steeple",
    "spire",
    "dome",
    "chimney",
    "pillar",
    "pillars",
    "cabin",
    "ward",
    "wards",
    "deck",
    "hull",
    "engine room",
    "grandstand",
    "ceiling",
    "ceilings",
];

/// "Windows were blown out at a hospital": the thing stands behind the verb.
pub(super) fn behind_verb(reading: Reading, frame: &Frame, chunk: usize) -> Option<usize> {
    let (part, words) = reading.phrase(frame.sentence, chunk)?;
    let chunks = reading.chunks(frame.sentence);
    // "a gallery roof" tells what it belongs to.
    let is_part = chunk < frame.chunk && words.len() <= 2 && PARTS.contains(&reading.tagged.key(part.head));
    let mut clause = (frame.chunk + 1..chunks.len()).take_while(|k| chunks[*k].clause == frame.clause);
    let led = clause.find(|k| {
        chunks[*k].kind == ChunkKind::Prep && matches!(reading.chunk_key(frame.sentence, *k), "at" | "in" | "off" | "from" | "on")
    });
    let (phrase, tokens) = led.filter(|_| is_part).and_then(|k| reading.phrase(frame.sentence, k + 1))?;
    target::of_phrase(reading.tagged, tokens, phrase.head).and(led).map(|k| k + 1)
}

/// "the roof of a clinic", "a row of shops": the thing that the part belongs to, where it is one that can be harmed.
pub fn whole(reading: Reading, sentence: usize, chunk: usize) -> usize {
    let mut chunk = chunk;
    // "the roofs of a row of shops"
    for _ in 0..2 {
        chunk = owner(reading, sentence, chunk).unwrap_or(chunk);
    }
    chunk
}

fn owner(reading: Reading, sentence: usize, chunk: usize) -> Option<usize> {
    let (part, tokens) = reading.phrase(sentence, chunk)?;
    let (key, head) = (reading.chunk_key(sentence, chunk + 1), reading.tagged.key(part.head));
    let is_part = PARTS.contains(&head) && matches!(key, "of" | "in" | "at" | "off" | "on");
    let share = key == "of" && (target::is_share(head) || part.bare_number);
    // "passengers of a bus hit by a shell"
    let aboard = key == "of" && people::of_phrase(reading.tagged, tokens, part.head).is_some();
    let (whole, words) = reading.phrase(sentence, chunk + 2).filter(|_| is_part || share || aboard)?;
    // "a section of the wall of a dam": the wall leads on.
    let leads = PARTS.contains(&reading.tagged.key(whole.head));
    (leads || target::of_phrase(reading.tagged, words, whole.head).is_some()).then_some(chunk + 2)
}

/// The measure before the thing at `chunk`, where there is one: the chunk of "12,000 hectares" in "12,000 hectares of rice".
pub(super) fn measure(reading: Reading, sentence: usize, chunk: usize) -> Option<usize> {
    let before = chunk.checked_sub(2).filter(|_| reading.chunk_key(sentence, chunk - 1) == "of")?;
    let (phrase, _) = reading.phrase(sentence, before)?;
    let counts = target::is_measure(reading.tagged.key(phrase.head)) || phrase.bare_number;
    (counts && phrase.quantity.is_some()).then_some(before)
}

/// "Among the buildings hit was a clinic", "a clinic was among the buildings hit": what the thing at `chunk`, told of by the verb
/// behind it, is besides.
pub(super) fn among(reading: Reading, frame: &Frame, chunk: usize) -> Option<usize> {
    let chunks = reading.chunks(frame.sentence);
    let copula = |k: usize| {
        let verb = matches!(chunks.get(k).map(|c| &c.kind), Some(ChunkKind::Verb(_)));
        verb && matches!(reading.chunk_key(frame.sentence, k), "was" | "were" | "is" | "are")
    };
    let noun = |k: usize| reading.phrase(frame.sentence, k).map(|_| k);
    let led = chunk > 0 && matches!(reading.chunk_key(frame.sentence, chunk - 1), "among" | "amongst");
    if !led || frame.chunk != chunk + 1 {
        return None;
    }
    if copula(frame.chunk + 1) { noun(frame.chunk + 2) } else { chunk.checked_sub(3).filter(|k| copula(k + 1)).and_then(noun) }
}

/// The phrases of the list that opens behind the thing at `chunk`: "10,000 buildings, including a school and two clinics".
pub(super) fn included(reading: Reading, sentence: usize, chunk: usize) -> impl Iterator<Item = usize> {
    let chunks = reading.chunks(sentence);
    let kind = |k: usize| chunks.get(k).map(|c| &c.kind);
    let led = (chunk + 1..chunk + 6)
        .take_while(|k| matches!(kind(*k), Some(ChunkKind::Prep | ChunkKind::Comma | ChunkKind::Noun(_))))
        .find(|k| matches!(reading.chunk_key(sentence, *k), "including" | "among"));
    let mut found = Vec::new();
    let mut k = led.map_or(chunks.len(), |k| k + 1);
    while let Some(ChunkKind::Noun(phrase)) = kind(k) {
        // "among them a school"
        if !phrase.pronoun {
            found.push(k);
        }
        k += 1;
        while matches!(kind(k), Some(ChunkKind::Prep)) && matches!(kind(k + 1), Some(ChunkKind::Noun(_))) {
            k += 2;
        }
        if !matches!(kind(k), Some(ChunkKind::Comma | ChunkKind::Conj)) && !phrase.pronoun {
            break;
        }
        while matches!(kind(k), Some(ChunkKind::Comma | ChunkKind::Conj)) {
            k += 1;
        }
    }
    // "…, including a school, and a bridge collapsed": the last one belongs to the verb behind it.
    let ends = |last: usize| {
        let listed = matches!(kind(last - 1), Some(ChunkKind::Conj)) && matches!(kind(last - 2), Some(ChunkKind::Noun(_)));
        matches!(kind(k), Some(ChunkKind::Verb(_))) && last + 1 == k && matches!(kind(last - 1), Some(ChunkKind::Conj)) && !listed
    };
    if found.len() > 1 && found.last().is_some_and(|last| ends(*last)) {
        found.pop();
    }
    found.into_iter()
}
