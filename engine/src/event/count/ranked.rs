//! Ranks that tell how many there are by now: "she is the third fatality", "he is the 81st civilian hurt this year".

use super::Tally;
use crate::event::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::{ChunkKind, Determiner};
use crate::mention::quantity::ORDINALS;
use crate::report::{Amount, Kind};

/// The number that the rank of the phrase at `chunk` reaches, where "is", "was" or "became" leads to it.
pub fn rank(reading: Reading, sentence: usize, chunk: usize) -> Option<Amount> {
    let (phrase, tokens) = reading.phrase(sentence, chunk).filter(|(p, _)| p.det == Determiner::Definite)?;
    let verb = &reading.chunks(sentence)[chunk.checked_sub(1)?];
    let copula = matches!(verb.kind, ChunkKind::Verb(_))
        && matches!(reading.tagged.key(verb.tokens.end - 1), "is" | "was" | "becomes" | "became");
    let key = reading.tagged.key(tokens.start + 1);
    let word = ORDINALS.iter().position(|o| *o == key).map(|k| k as u64 + 2);
    let figure = || ["st", "nd", "rd", "th"].iter().find_map(|end| key.strip_suffix(end)).and_then(|n| n.parse().ok());
    let number = word.or_else(figure).filter(|_| copula && phrase.head > tokens.start + 1)?;
    Some(Amount::exact(number, reading.text.words(tokens).to_string()))
}

/// "the third fatality", "the fourth victim": a noun of harm with a rank.
pub fn noun(reading: Reading, index: usize, frame: &Frame, kind: Kind) -> Option<Tally> {
    let amount = rank(reading, frame.sentence, frame.chunk).filter(|_| frame.predicate.part_of_speech() == "n")?;
    let (phrase, tokens) = reading.phrase(frame.sentence, frame.chunk)?;
    let who = reading.text.words(tokens).to_string();
    // "the second murder" of a crime story counts deeds, "the third toll" nothing.
    let people = matches!(reading.tagged.key(phrase.head), "fatality" | "victim" | "death" | "casualty");
    people.then(|| Tally::plain(kind, amount, who, tokens.clone(), index))
}

/// Adjectives that tell how many one deed killed.
const MULTIPLE: &[(&str, u64)] = &[("double", 2), ("triple", 3), ("quadruple", 4), ("quintuple", 5)];

/// "A triple homicide occurred in …": the deed tells how many, where the text counts no dead in other words. "Wanted for a
/// double murder" speaks of what was before.
pub fn multiple_deed(reading: Reading, tallies: &mut Vec<Tally>) {
    if tallies.iter().any(|t| t.kind == Kind::Killed) {
        return;
    }
    let found = reading.parse.frames.iter().enumerate().find_map(|(index, frame)| {
        let deed = matches!(frame.predicate.lemma(), "murder" | "homicide" | "killing" | "slaying");
        let (_, tokens) = reading.phrase(frame.sentence, frame.chunk).filter(|_| deed && !frame.negated)?;
        let led = frame.chunk.checked_sub(1).is_some_and(|k| reading.chunks(frame.sentence)[k].kind == ChunkKind::Prep);
        let word = |i: usize| MULTIPLE.iter().find(|(word, _)| *word == reading.tagged.key(i));
        let (_, number) = tokens.clone().find_map(word).filter(|_| !led)?;
        let who = reading.text.words(tokens).to_string();
        Some(Tally::plain(Kind::Killed, Amount::exact(*number, who.clone()), who, tokens.clone(), index))
    });
    tallies.extend(found);
}
