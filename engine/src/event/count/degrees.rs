//! Degrees of harm that stand without a verb of their own: "One was seriously hurt, two moderately and one lightly".

use super::{Link, Tally, number, who};
use crate::event::reading::Reading;
use crate::frame::chunk::ChunkKind;
use crate::report::{Bound, Kind};

/// How many chunks behind its predicate the last degree may stand.
const NEAR: usize = 12;

/// How bad the harm is that an adverb tells of.
fn degree(key: &str) -> Option<u8> {
    match key {
        "lightly" | "slightly" | "mildly" => Some(1),
        "moderately" => Some(2),
        "seriously" | "severely" | "badly" | "gravely" => Some(3),
        "critically" => Some(4),
        _ => None,
    }
}

/// "Five were treated for burns and one for shock": those whom the same verb treats for another harm.
pub fn treated_too(reading: Reading, main: &Tally, at: usize) -> Vec<Tally> {
    let frame = &reading.parse.frames[main.frame];
    let chunks = reading.chunks(frame.sentence);
    let key = |k: usize| if k < chunks.len() { reading.chunk_key(frame.sentence, k) } else { "" };
    let treats = frame.predicate.lemma() == "treat" && main.kind == Kind::Wounded && key(frame.chunk + 1) == "for";
    let mut found = Vec::new();
    let end = (frame.chunk + NEAR).min(chunks.len());
    let clause = (frame.chunk + 3..end).take_while(|k| !matches!(chunks[*k].kind, ChunkKind::Verb(_) | ChunkKind::Subordinator));
    for k in clause.filter(|_| treats) {
        let joined = matches!(chunks[k - 1].kind, ChunkKind::Comma | ChunkKind::Conj);
        let Some((phrase, tokens)) = reading.phrase(frame.sentence, k).filter(|_| joined && key(k + 1) == "for") else {
            continue;
        };
        let another = || who::single(reading, tokens).filter(|_| key(k) == "another");
        let Some(counted) = number(reading, phrase).filter(|_| phrase.bare_number).or_else(another) else { continue };
        let who = reading.text.words(tokens).to_string();
        let link = Link::Beside(at);
        let tokens = tokens.clone();
        let amount = counted.amount;
        found.push(Tally {
            amount,
            who,
            tokens,
            link,
            additional: true,
            named: false,
            anaphor: false,
            group: "",
            ..main.clone()
        });
    }
    found
}

/// Those less hurt than the people of `main`, each with a number and an adverb: they count beside it. Those who are worse off
/// may be some of them.
pub fn lighter(reading: Reading, main: &Tally, at: usize) -> Vec<Tally> {
    let frame = &reading.parse.frames[main.frame];
    let chunks = reading.chunks(frame.sentence);
    let key = |k: usize| if k < chunks.len() { reading.chunk_key(frame.sentence, k) } else { "" };
    let around = chunks[frame.chunk].tokens.start.saturating_sub(1)..chunks[frame.chunk].tokens.end + 1;
    let own = around.into_iter().find_map(|i| degree(reading.tagged.key(i)));
    let Some(mut worst) = own.filter(|_| main.kind == Kind::Wounded && main.amount.bound == Bound::Exact) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut k = frame.chunk + 1;
    while k < (frame.chunk + NEAR).min(chunks.len()) {
        match &chunks[k].kind {
            ChunkKind::Comma | ChunkKind::Conj | ChunkKind::Adverb => {}
            ChunkKind::Noun(phrase) if degree(key(k + 1)).is_some_and(|d| d < worst) => {
                let another = || who::single(reading, &chunks[k].tokens).filter(|_| key(k) == "another");
                let counted = number(reading, phrase).filter(|_| phrase.bare_number).or_else(another);
                let Some(counted) = counted else { break };
                worst = degree(key(k + 1)).unwrap_or(worst);
                let tokens = chunks[k].tokens.start..chunks[k + 1].tokens.end;
                found.push(Tally {
                    amount: counted.amount,
                    who: reading.text.words(&tokens).to_string(),
                    tokens,
                    link: Link::Beside(at),
                    additional: true,
                    named: false,
                    anaphor: false,
                    group: "",
                    ..main.clone()
                });
            }
            _ => break,
        }
        k += 1;
    }
    found
}
