//! Phrases behind a comma that say again who the counted are: "one passenger, a man of 54", "three people, a man and two boys".

use super::{Link, Tally};
use crate::event::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::{ChunkKind, Determiner};

/// Ties the counts of one list, beside the chunks that they come from, to the first where they only say who it is; `at` is
/// the index that the first of them will have.
pub fn say_again(reading: Reading, frame: &Frame, at: usize, told: &mut Vec<(usize, Tally)>) {
    let chunks = reading.chunks(frame.sentence);
    let joins = |from: usize, to: usize, kind: &ChunkKind| chunks[from + 1..to].iter().any(|c| c.kind == *kind);
    // "her teacher, Amal Sabri, 41": a name behind one who has none yet.
    let mut k = 1;
    while k < told.len() {
        let ((a, before), (b, own)) = (&told[k - 1], &told[k]);
        let name = is_name(reading, frame, *b) && !is_name(reading, frame, *a) && own.amount.low == 1 && before.amount.low == 1;
        if name && a < b && joins(*a, *b, &ChunkKind::Comma) && !joins(*a, *b, &ChunkKind::Conj) {
            let (_, named) = told.remove(k);
            told[k - 1].1.tokens.end = told[k - 1].1.tokens.end.max(named.tokens.end);
        } else {
            k += 1;
        }
    }
    if names_of_some(reading, frame, at, told) {
        return;
    }
    let [(first, whole), (second, _), ..] = &told[..] else { return };
    let comma = first < second && joins(*first, *second, &ChunkKind::Comma) && !joins(*first, *second, &ChunkKind::Conj);
    let whole = whole.amount.low;
    if !comma {
        return;
    }
    // "The boy, one of 17 people hurt, was flown out."
    if told.len() == 2 && whole == 1 && told[1].1.amount.low == 1 && reading.chunk_key(frame.sentence, *second + 1) == "of" {
        told.pop();
        return;
    }
    // A list of two without "and" is none.
    let labelled = chunks[frame.chunk..*first.max(&frame.chunk)].iter().any(|c| reading.tagged.key(c.tokens.start) == ":");
    if told.len() == 2 && !labelled && whole == 1 && told[1].1.amount.low == 1 && frame.chunk < *first {
        told.pop();
        return;
    }
    let sum: u64 = told[1..].iter().map(|(_, t)| t.amount.low).sum();
    let broad = matches!(told[0].1.group, "" | "civilians") && sum == whole;
    // "Twins, their aunt and a lodger" are four.
    let numbered = reading.phrase(frame.sentence, told[0].0).is_some_and(|(p, _)| p.quantity.is_some());
    // "three people, a judge and his two guards": "his" goes back to the judge.
    let theirs = told
        .iter()
        .skip(1)
        .take(if broad { 1 } else { told.len() })
        .any(|(c, _)| reading.phrase(frame.sentence, *c).is_some_and(|(p, _)| p.det == Determiner::Possessive));
    // "two soldiers, a policeman and a civilian": neither of them is a soldier; a shopkeeper is a civilian.
    let within = |t: &Tally| broad && !matches!(t.group, "soldiers" | "police" | "militants" | "attackers");
    let apart = |t: &Tally| !t.group.is_empty() && t.group != told[0].1.group && !within(t);
    // "156 workers, 130 women and 26 men" are the workers.
    let sexes = |t: &Tally| matches!(t.group, "women" | "men" | "children");
    let by_sex = whole >= MANY && !sexes(&told[0].1) && told[1..].iter().all(|(_, t)| sexes(t));
    let other = !told[0].1.group.is_empty() && told[1..].iter().all(|(_, t)| apart(t)) && !by_sex;
    if whole >= 2 && sum == whole && numbered && !theirs && !other {
        told[1..].iter_mut().for_each(|(_, t)| t.link = Link::PartOf(at));
    }
}

/// So many are told by what they are and then as women, men and children.
const MANY: u64 = 8;

/// "a sergeant and two farmers, Omar Haddad and Ali Noor, were hit": as many names as the number before them are its people, where
/// others stand in the list.
fn names_of_some(reading: Reading, frame: &Frame, at: usize, told: &mut [(usize, Tally)]) -> bool {
    let name = |k: usize| is_name(reading, frame, told[k].0);
    let numbered = |k: usize| reading.phrase(frame.sentence, told[k].0).is_some_and(|(p, _)| p.quantity.is_some());
    let comma = |k: usize| {
        let (a, b) = (told[k].0, told[k + 1].0);
        reading.chunks(frame.sentence).get(a + 1..b).is_some_and(|c| matches!(c, [one] if one.kind == ChunkKind::Comma))
    };
    let run = |k: usize| (k + 1..told.len()).take_while(|j| name(*j)).count();
    let fits = |k: &usize| run(*k) >= 2 && numbered(*k) && comma(*k) && run(*k) as u64 == told[*k].1.amount.low;
    let wholes: Vec<(usize, usize)> = (0..told.len()).filter(fits).map(|k| (k, run(k))).collect();
    let others = wholes.iter().any(|(_, run)| run + 1 < told.len());
    for (whole, run) in wholes.iter().filter(|_| others) {
        told[whole + 1..=whole + run].iter_mut().for_each(|(_, t)| t.link = Link::PartOf(at + whole));
    }
    others
}

/// A name without an article or number.
fn is_name(reading: Reading, frame: &Frame, chunk: usize) -> bool {
    let plain = reading.phrase(frame.sentence, chunk).filter(|(p, _)| p.det == Determiner::None && p.quantity.is_none());
    plain.is_some_and(|(p, _)| reading.text.tokens[p.head].capital)
}
