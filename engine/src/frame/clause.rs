//! Clauses: which chunks of a sentence belong to one verb.

use super::chunk::{Chunk, ChunkKind, VerbGroup};

/// Numbers the clauses of a sentence from left to right. A clause begins at a subordinator, at a semicolon, colon or
/// dash, at "and" or a comma before a new subject with its own verb, at a comma before a bare "-ing" form, and where the main clause
/// goes on behind a relative one.
pub fn number(chunks: &mut [Chunk], is_relative: impl Fn(&Chunk) -> bool, is_break: impl Fn(&Chunk) -> bool) {
    let mut clause = 0;
    let mut verb = false;
    // A subject without its verb stands before the relative clause.
    let mut open = false;
    for i in 0..chunks.len() {
        let opens = match &chunks[i].kind {
            ChunkKind::Subordinator => i > 0,
            ChunkKind::Mark => is_break(&chunks[i]),
            ChunkKind::Comma if open && verb && finite_follows(chunks, i) => true,
            ChunkKind::Conj | ChunkKind::Comma => verb && (subject_follows(chunks, i + 1) || gerund_follows(chunks, i)),
            _ => false,
        };
        if opens {
            let aside = i > 1 && is_relative(&chunks[i]) && chunks[i - 1].kind == ChunkKind::Comma;
            open = aside && !verb && matches!(chunks[i - 2].kind, ChunkKind::Noun(_));
            clause += 1;
            verb = false;
        }
        // "Which lost 40 people": behind the relative word a form that may be a participle is none.
        let led = open && i > 0 && chunks[i - 1].kind == ChunkKind::Subordinator;
        verb |= matches!(&chunks[i].kind, ChunkKind::Verb(g) if is_finite(g) || (g.gerund && opens) || led && g.participle);
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

/// "Kelm, which lost 40 people in 2018, held a vigil": behind the comma the main clause goes on.
fn finite_follows(chunks: &[Chunk], comma: usize) -> bool {
    let next = chunks[comma + 1..].iter().find(|c| !matches!(c.kind, ChunkKind::Adverb));
    next.is_some_and(|c| matches!(&c.kind, ChunkKind::Verb(g) if is_finite(g) || g.participle))
}

/// The group can be the verb of a main clause.
pub fn is_finite(group: &VerbGroup) -> bool {
    !group.infinitive && !group.gerund && !group.participle
}
