//! Clauses: which chunks of a sentence belong to one verb.

use super::chunk::{Chunk, ChunkKind, VerbGroup};

/// Numbers the clauses of a sentence from left to right. A clause begins at a subordinator, at a semicolon, colon or
/// dash, at "and" or a comma before a new subject with its own verb, and at a comma before a bare "-ing" form.
pub fn number(chunks: &mut [Chunk], is_break: impl Fn(&Chunk) -> bool) {
    let mut clause = 0;
    let mut verb = false;
    for i in 0..chunks.len() {
        let opens = match &chunks[i].kind {
            ChunkKind::Subordinator => i > 0,
            ChunkKind::Mark => is_break(&chunks[i]),
            ChunkKind::Conj | ChunkKind::Comma => verb && (subject_follows(chunks, i + 1) || gerund_follows(chunks, i)),
            _ => false,
        };
        if opens {
            clause += 1;
            verb = false;
        }
        verb |= matches!(&chunks[i].kind, ChunkKind::Verb(g) if is_finite(g) || (g.gerund && opens));
        chunks[i].clause = clause;
    }
}

/// A noun phrase (with what hangs on it) and then a finite verb follow.
fn subject_follows(chunks: &[Chunk], from: usize) -> bool {
    let mut at = from;
    while matches!(chunks.get(at).map(|c| &c.kind), Some(ChunkKind::Adverb | ChunkKind::Conj | ChunkKind::Comma)) && at < from + 2
    {
        at += 1;
    }
    // "And in Norvia an old man was killed": a place before the subject.
    let fronted = |k: usize| matches!(chunks.get(k).map(|c| &c.kind), Some(ChunkKind::Noun(_)));
    if matches!(chunks.get(at).map(|c| &c.kind), Some(ChunkKind::Prep)) && fronted(at + 1) && fronted(at + 2) {
        at += 2;
    }
    let mut noun = false;
    while let Some(chunk) = chunks.get(at) {
        match &chunk.kind {
            ChunkKind::Noun(_) => noun = true,
            ChunkKind::Prep | ChunkKind::Time | ChunkKind::Adverb if noun => {}
            ChunkKind::Verb(group) => return noun && is_finite(group),
            _ => return false,
        }
        at += 1;
    }
    false
}

fn gerund_follows(chunks: &[Chunk], comma: usize) -> bool {
    matches!(&chunks[comma].kind, ChunkKind::Comma)
        && chunks[comma + 1..]
            .iter()
            .find(|c| !matches!(c.kind, ChunkKind::Adverb))
            .is_some_and(|c| matches!(&c.kind, ChunkKind::Verb(g) if g.gerund))
}

/// The group can be the verb of a main clause.
pub fn is_finite(group: &VerbGroup) -> bool {
    !group.infinitive && !group.gerund && !group.participle
}
