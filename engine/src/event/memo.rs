//! What the event stage asks of the same frame again and again, worked out once.

use super::reading::Reading;
use crate::frame::Frame;
use crate::lexicon::{Table, Tagged};
use std::cell::{OnceCell, RefCell};

/// Answers given so far in one reading.
#[derive(Debug, Default)]
pub struct Memo {
    /// By frame: [`super::location::told`].
    told: RefCell<Vec<Option<Vec<usize>>>>,
    /// By frame: [`Reading::bears`].
    bears: RefCell<Vec<Option<bool>>>,
    /// By how many sentences may be asked: [`super::nearby::of_lead`].
    leads: [OnceCell<Option<usize>>; 4],
    /// The matches of cues, by their index.
    cues: OnceCell<Vec<usize>>,
    /// Two mentions that the text ties by "in" or "of", as places: narrow and wide.
    pub within: OnceCell<Vec<(usize, usize)>>,
}

impl Memo {
    /// What `find` gives for `frame`.
    pub fn told(&self, reading: Reading, frame: &Frame, find: impl FnOnce() -> Vec<usize>) -> Vec<usize> {
        once(&self.told, reading, frame, find)
    }

    /// What `find` gives for `frame`.
    pub fn bears(&self, reading: Reading, frame: &Frame, find: impl FnOnce() -> bool) -> bool {
        once(&self.bears, reading, frame, find)
    }

    /// The matches of cues in `tagged`, which are few, by their index.
    pub fn cues(&self, tagged: &Tagged) -> &[usize] {
        let is_cue = |i: &usize| tagged.matches[*i].entry.table == Table::Cue;
        self.cues.get_or_init(|| (0..tagged.matches.len()).filter(is_cue).collect())
    }

    /// What `find` gives for the first `sentences` sentences.
    pub fn lead(&self, sentences: usize, find: impl FnOnce() -> Option<usize>) -> Option<usize> {
        match self.leads.get(sentences) {
            Some(known) => *known.get_or_init(find),
            None => find(),
        }
    }
}

fn once<T: Clone>(answers: &RefCell<Vec<Option<T>>>, reading: Reading, frame: &Frame, find: impl FnOnce() -> T) -> T {
    let Some(index) = reading.index_of(frame) else { return find() };
    if let Some(Some(known)) = answers.borrow().get(index) {
        return known.clone();
    }
    let found = find();
    let mut answers = answers.borrow_mut();
    if answers.is_empty() {
        answers.resize(reading.parse.frames.len(), None);
    }
    answers[index] = Some(found.clone());
    found
}
