//! Harm that is played: drills and films.

use super::super::reading::Reading;
use super::{LEAD_SENTENCES, Scopes};
use crate::frame::Frame;
use crate::frame::chunk::ChunkKind;
use crate::frame::predicate::Sense;
use crate::scope::Scope;

/// Where those who die have never lived.
const FICTION: &[&str] = &["film", "movie", "novel", "thriller", "sitcom", "blockbuster", "screenplay"];

impl Scopes<'_> {
    /// "An evacuation drill with 40 wounded"; the dead of an earlier year in a clause of their own were none of the play.
    pub(super) fn is_staged(&self, frame: &Frame) -> bool {
        let own = self.clauses.get(frame.sentence).and_then(|own| *own.get(frame.clause)?);
        let staged = |range| self.staged || self.reading.has_cue(range, "staged");
        let told = own != Some(Scope::Background) || staged(self.reading.clause(frame.sentence, frame.clause));
        told && staged(self.reading.sentence(frame.sentence))
    }

    /// "In her new film a sniper kills 50 people".
    pub(super) fn is_told_in_a_film(&self, frame: &Frame) -> bool {
        let head = |kind: &ChunkKind| match kind {
            ChunkKind::Noun(phrase) => self.reading.tagged.key(phrase.head),
            _ => "",
        };
        let mut before = self.reading.chunks(frame.sentence).iter().take(frame.chunk);
        matches!(frame.sense, Sense::Harm(_)) && before.any(|c| FICTION.contains(&head(&c.kind)))
    }
}

/// The headline or the lead tells of a drill, and so does another sentence: the harm in the others is part of the play.
pub(super) fn is_all_staged(reading: Reading) -> bool {
    let lead = reading.text.titles() + LEAD_SENTENCES;
    let mut staged = (0..reading.parse.sentences.len()).filter(|s| reading.has_cue(reading.sentence(*s), "staged"));
    staged.next().is_some_and(|first| first < lead) && staged.next().is_some()
}
