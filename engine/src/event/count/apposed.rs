//! Phrases behind a comma that say again who the counted are: "one passenger, a man of 54", "three people, a man and two boys".

use super::{Link, Tally};
use crate::event::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::ChunkKind;

/// Ties the counts of one list, beside the chunks that they come from, to the first where they only say who it is; `at` is
/// the index that the first of them will have.
pub fn say_again(reading: Reading, frame: &Frame, at: usize, told: &mut Vec<(usize, Tally)>) {
    let [(first, whole), (second, _), ..] = &told[..] else { return };
    let chunks = reading.chunks(frame.sentence);
    let joins = |from: usize, to: usize, kind: &ChunkKind| chunks[from + 1..to].iter().any(|c| c.kind == *kind);
    let comma = first < second && joins(*first, *second, &ChunkKind::Comma) && !joins(*first, *second, &ChunkKind::Conj);
    let whole = whole.amount.low;
    if !comma {
        return;
    }
    // A list of two without "and" is none.
    if told.len() == 2 && whole == 1 && told[1].1.amount.low == 1 && frame.chunk < *first {
        told.pop();
        return;
    }
    let sum: u64 = told[1..].iter().map(|(_, t)| t.amount.low).sum();
    if whole >= 2 && sum == whole {
        told[1..].iter_mut().for_each(|(_, t)| t.link = Link::PartOf(at));
    }
}
