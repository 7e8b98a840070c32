//! Parts told by a sentence of their own: "12 died. Nine were in the hamlet of Kelm, three in Norvia", "38 of those taken were
//! pupils, the rest teachers".

use super::{Counted, Link, Tally, harm_frames, listed, number, split};
use crate::event::reading::Reading;
use crate::frame::chunk::ChunkKind;
use crate::frame::predicate::Slot;
use crate::mention::people;
use crate::report::{Amount, Bound, Kind};
use crate::text::Tokens;

/// How many sentences back "those taken" may have been counted.
const FAR: usize = 3;

/// Puts in the parts that a sentence without a verb of harm tells of the count before it.
pub fn parts(reading: Reading, tallies: &mut Vec<Tally>) {
    for sentence in 0..reading.parse.sentences.len() {
        let Some((chunk, kinds)) = (0..reading.chunks(sentence).len()).find_map(|k| Some((k, opens(reading, sentence, k)?)))
        else {
            continue;
        };
        let Some(whole) = whole(reading, tallies, sentence, chunk, kinds) else { continue };
        let main = tallies[whole].clone();
        let mut left = main.amount.low;
        for part in list(reading, sentence, chunk) {
            let low = match part.number {
                Some(low) => low,
                None if main.amount.bound == Bound::Exact => left,
                None => 0,
            };
            if low == 0 || low > left || low == main.amount.low {
                break;
            }
            left -= low;
            let amount = Amount::exact(low, reading.text.words(&part.words).to_string());
            let counted = Counted { amount, group: part.group, additional: false, named: false, anaphor: false };
            let place = part.placed.then(|| part.tokens.clone());
            let row = Tally { place, ..listed::member(reading, &main, whole, counted, part.tokens) };
            let at = tallies.iter().position(|t| t.tokens.start > row.tokens.start).unwrap_or(tallies.len()).max(whole + 1);
            split::insert(tallies, at, row);
        }
    }
}

/// One part: "nine … in the hamlet of Kelm", "the rest teachers".
struct Part {
    /// None for "the rest".
    number: Option<u64>,
    /// The words for the number.
    words: Tokens,
    group: &'static str,
    /// A place parts them.
    placed: bool,
    tokens: Tokens,
}

/// A bare number that a form of "be" ties to people or a place opens the sentence or a clause. Gives the kinds of harm that
/// its "of those taken" leaves open; an empty list is any.
fn opens(reading: Reading, sentence: usize, chunk: usize) -> Option<&'static [Kind]> {
    let chunks = reading.chunks(sentence);
    let first = chunk == 0 || matches!(chunks[chunk - 1].kind, ChunkKind::Mark);
    figure(reading, sentence, chunk).filter(|_| first)?;
    let (verb, kinds) = whose(reading, sentence, chunk)?;
    complement(reading, sentence, verb + 1).map(|_| kinds)
}

/// The copula behind the number at `chunk`, and the kinds of those whom its "of" names.
fn whose(reading: Reading, sentence: usize, chunk: usize) -> Option<(usize, &'static [Kind])> {
    let key = |k: usize| reading.chunk_key(sentence, k);
    if is_copula(reading, sentence, chunk + 1) {
        return Some((chunk + 1, &[]));
    }
    let (_, tokens) = reading.phrase(sentence, chunk + 2).filter(|_| key(chunk + 1) == "of")?;
    let verb = (chunk + 3..chunk + 5).find(|k| is_copula(reading, sentence, *k))?;
    let end = reading.chunks(sentence)[verb].tokens.start;
    let named = (tokens.start..end).find_map(|i| NAMED.iter().find(|(word, _)| *word == reading.tagged.key(i)));
    named.map(|(_, kinds)| (verb, *kinds)).or((tokens.len() == 1 && key(chunk + 2) == "them").then_some((verb, &[])))
}

/// Words that name those whom a text has counted.
const NAMED: &[(&str, &[Kind])] = &[
    ("dead", &[Kind::Killed]),
    ("killed", &[Kind::Killed]),
    ("victims", &[Kind::Killed, Kind::Casualties]),
    ("fatalities", &[Kind::Killed]),
    ("deaths", &[Kind::Killed]),
    ("bodies", &[Kind::Killed]),
    ("wounded", &[Kind::Wounded]),
    ("injured", &[Kind::Wounded]),
    ("hurt", &[Kind::Wounded]),
    ("missing", &[Kind::Missing]),
    ("taken", &[Kind::Kidnapped, Kind::Captured, Kind::Arrested]),
    ("abducted", &[Kind::Kidnapped]),
    ("kidnapped", &[Kind::Kidnapped]),
    ("seized", &[Kind::Kidnapped, Kind::Captured]),
    ("hostages", &[Kind::Kidnapped]),
    ("arrested", &[Kind::Arrested]),
    ("detained", &[Kind::Arrested]),
    ("rescued", &[Kind::Rescued]),
    ("freed", &[Kind::Rescued]),
    ("evacuated", &[Kind::Evacuated]),
];

/// The count before the number of which it can be a part: the only kind of the last sentence that counts, or of `kinds`.
fn whole(reading: Reading, tallies: &[Tally], sentence: usize, chunk: usize, kinds: &[Kind]) -> Option<usize> {
    let start = reading.chunks(sentence)[chunk].tokens.start;
    let (_, least) = figure(reading, sentence, chunk)?;
    let far = if kinds.is_empty() { 1 } else { FAR };
    let at = |t: &Tally| reading.parse.frames[t.frame].sentence;
    let fits = |k: &usize| {
        let t = &tallies[*k];
        t.tokens.end <= start
            && at(t) + far >= sentence
            && matches!(t.link, Link::None | Link::Detail)
            && matches!(t.amount.bound, Bound::Exact | Bound::AtLeast | Bound::MoreThan | Bound::About)
            && (kinds.is_empty() || kinds.contains(&t.kind))
    };
    let mut found = (0..tallies.len()).rev().filter(fits).filter(|k| tallies[*k].amount.low > least);
    let last = found.next()?;
    let other = found.any(|k| at(&tallies[k]) == at(&tallies[last]) && tallies[k].kind != tallies[last].kind);
    let told = tallies.iter().any(|t| t.link == Link::PartOf(last) && t.tokens.start >= start && at(t) == sentence);
    (!other && !told).then_some(last)
}

/// The parts from the number at `chunk` on.
fn list(reading: Reading, sentence: usize, chunk: usize) -> Vec<Part> {
    let chunks = reading.chunks(sentence);
    let mut found = Vec::new();
    for k in chunk..chunks.len() {
        if harm_frames(reading, sentence).any(|f| f.chunk == k) {
            break;
        }
        let joined = k == chunk || matches!(chunks[k - 1].kind, ChunkKind::Comma | ChunkKind::Conj | ChunkKind::Mark);
        if joined {
            found.extend(part(reading, sentence, k));
        }
    }
    found
}

fn part(reading: Reading, sentence: usize, chunk: usize) -> Option<Part> {
    let (phrase, tokens) = reading.phrase(sentence, chunk)?;
    let rest = reading.tagged.key(tokens.start) == "the"
        && matches!(reading.tagged.key(tokens.start + 1), "rest" | "others" | "other" | "remainder");
    // "the rest teachers"
    if rest && tokens.len() == 3 && phrase.head == tokens.start + 2 {
        let people = people::of_phrase(reading.tagged, &(phrase.head..phrase.head + 1), phrase.head).filter(|p| p.plural)?;
        let words = tokens.start..phrase.head;
        return Some(Part { number: None, words, group: people.group, placed: false, tokens: tokens.clone() });
    }
    let number = if rest && tokens.len() == 2 { None } else { Some(figure(reading, sentence, chunk)?.1) };
    let behind = whose(reading, sentence, chunk).map_or(chunk + 1, |(verb, _)| verb + 1);
    let (group, placed, end) = complement(reading, sentence, behind)?;
    let alone = behind > chunk + 1 || placed;
    alone.then(|| Part { number, words: tokens.clone(), group, placed, tokens: tokens.start..end })
}

/// People at `chunk`, or a place behind its preposition: group, whether it is a place, and where it ends.
fn complement(reading: Reading, sentence: usize, chunk: usize) -> Option<(&'static str, bool, usize)> {
    let chunks = reading.chunks(sentence);
    if let Some((phrase, tokens)) = reading.phrase(sentence, chunk) {
        let known = people::of_phrase(reading.tagged, tokens, phrase.head)?;
        let many = known.plural || reading.tagged.key(phrase.head) == "crew";
        return (phrase.quantity.is_none() && many).then_some((known.group, false, tokens.end));
    }
    let led = matches!(reading.chunk_key(sentence, chunk), "in" | "at" | "near" | "from" | "outside");
    chunks.get(chunk).filter(|c| c.kind == ChunkKind::Prep && led)?;
    // "in the hamlet of Kelm"
    let of = if reading.chunk_key(sentence, chunk + 2) == "of" { chunk + 3 } else { chunk + 1 };
    let named = (chunk + 1..=of).rev().find_map(|k| {
        let (_, tokens) = reading.phrase(sentence, k)?;
        let name = reading.text.tokens[tokens.end - 1].capital && reading.times(tokens).next().is_none();
        (name || reading.places(tokens).next().is_some()).then_some(tokens.end)
    });
    named.map(|end| ("", true, end))
}

fn is_copula(reading: Reading, sentence: usize, chunk: usize) -> bool {
    let verb = reading.chunks(sentence).get(chunk).filter(|c| matches!(c.kind, ChunkKind::Verb(_)) && c.tokens.len() == 1);
    verb.is_some() && matches!(reading.chunk_key(sentence, chunk), "is" | "are" | "was" | "were")
}

/// The exact number alone at `chunk` that no verb of harm takes.
fn figure(reading: Reading, sentence: usize, chunk: usize) -> Option<(Tokens, u64)> {
    let (phrase, tokens) = reading.phrase(sentence, chunk).filter(|(p, _)| p.bare_number && p.quantity.is_some())?;
    let counted = number(reading, phrase).filter(|c| c.amount.bound == Bound::Exact && c.amount.low > 0)?;
    let taken = harm_frames(reading, sentence).any(|f| f.filled(Slot::Victims).chain(f.filled(Slot::Amount)).any(|c| c == chunk));
    (!taken).then(|| (tokens.clone(), counted.amount.low))
}

#[cfg(test)]
mod tests {
    use crate::event::sample::report;

    fn parts(text: &str) -> Vec<u64> {
        let report = report(text);
        report.casualties.counts.iter().filter(|c| c.part_of.is_some()).map(|c| c.value.low).collect()
    }

    #[test]
    fn a_sentence_of_its_own_tells_the_parts() {
        let text = "A landslide killed 12 people in Sylhet on Monday. Nine were in the town of Jaintiapur and three in Dhaka.";
        assert_eq!(parts(text), [9, 3]);
        let text = "Gunmen seized 41 people from a school in Katsina on Monday. Thirty-eight of those taken were pupils, the rest teachers.";
        assert_eq!(parts(text), [38, 3]);
        let text = "A bus fell into a river in Nepal on Monday, killing 16 people. Eleven were students, the others soldiers.";
        assert_eq!(parts(text), [11, 5]);
    }

    #[test]
    fn two_kinds_before_leave_it_open() {
        assert!(parts("A blast in Kabul killed 12 people and wounded 30 on Monday. Six were children.").is_empty());
    }

    #[test]
    fn what_is_no_part_stays_out() {
        assert!(parts("A blast in Kabul killed 12 people on Monday. Two were houses of officials.").is_empty());
    }
}
