//! Degrees of harm that stand without a verb of their own: "One was seriously hurt, two moderately and one lightly".

use super::{Link, Tally, number, who};
use crate::event::reading::Reading;
use crate::frame::chunk::ChunkKind;
use crate::report::{Bound, Kind};
use crate::text::Tokens;

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
        found.push(main.beside(at, counted.amount, who, tokens.clone()));
    }
    found
}

/// How many words may stand between two degrees: "with serious injuries and".
const GAP: usize = 5;

/// How bad the harm is that the words tell of.
fn told_degree(reading: Reading, near: Tokens) -> Option<u8> {
    let key = |i: usize| reading.tagged.key(i);
    near.into_iter().find_map(|i| {
        let noun = matches!(key(i + 1), "condition" | "injuries" | "injury" | "wounds" | "ones");
        degree(key(i)).or(match key(i) {
            "stable" => Some(1),
            "critical" => Some(4),
            "good" | "fair" | "satisfactory" | "slight" | "minor" | "light" | "lesser" | "superficial" if noun => Some(1),
            "moderate" if noun => Some(2),
            "serious" | "severe" | "grave" | "poor" if noun => Some(3),
            _ => None,
        })
    })
}

/// "One is in serious condition and two are slightly injured": numbers of one list, each with a degree of its own, count beside
/// one another.
pub fn by_condition(reading: Reading, tallies: &mut [Tally]) {
    let sentence = |t: &Tally| reading.parse.frames[t.frame].sentence;
    let plain = |t: &Tally| {
        let own = t.amount.bound == Bound::Exact && matches!(t.link, Link::None | Link::Detail | Link::Beside(_));
        own && t.kind == Kind::Wounded && !t.anaphor && !t.named
    };
    for at in 1..tallies.len() {
        let (before, own) = (&tallies[at - 1], &tallies[at]);
        let joint = |i: usize| matches!(reading.tagged.key(i), "," | "and" | "while" | ";" | "with");
        let joined = joint(own.tokens.start.saturating_sub(1));
        // "three people with serious injuries and one with minor injuries"
        let words = before.tokens.start.saturating_sub(1)..own.tokens.start;
        let degrees = told_degree(reading, words).zip(told_degree(reading, own.tokens.start..own.tokens.end + 2));
        let fits = plain(before)
            && plain(own)
            && sentence(before) == sentence(own)
            && before.frame != own.frame
            && joined
            && before.tokens.end <= own.tokens.start
            && own.tokens.start <= before.tokens.end + GAP
            && degrees.is_some_and(|(a, b)| a != b);
        // "Nine were hurt, one critically and two slightly."
        let whole =
            tallies[..at - 1].iter().any(|t| t.kind == Kind::Wounded && sentence(t) == sentence(own) && t.link == Link::None);
        if fits && (!whole || matches!(before.link, Link::Beside(_))) {
            let main = if let Link::Beside(main) = before.link { main } else { at - 1 };
            (tallies[at].link, tallies[at].additional) = (Link::Beside(main), true);
        }
    }
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
                let others = phrase.bare_number || reading.tagged.key(phrase.head) == "others";
                let counted = number(reading, phrase).filter(|_| others).or_else(another);
                let Some(counted) = counted else { break };
                worst = degree(key(k + 1)).unwrap_or(worst);
                let tokens = chunks[k].tokens.start..chunks[k + 1].tokens.end;
                let who = reading.text.words(&tokens).to_string();
                found.push(main.beside(at, counted.amount, who, tokens));
            }
            _ => break,
        }
        k += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::event::sample::total;
    use crate::report::Kind;

    #[test]
    fn degrees_of_one_list_add_up() {
        let wounded = |text: &str| total(text, Kind::Wounded);
        assert_eq!(wounded("A crash near Lyon on Monday left one in serious condition and one slightly injured."), 2);
        let text =
            "A crash near Lyon on Monday injured nine people. One was in critical condition and two were slightly injured.";
        assert_eq!(wounded(text), 9);
        let text = "After a crash near Lyon on Monday five people are dead, 15 others have life threatening or serious injuries.";
        assert_eq!(wounded(text), 15);
    }
}
