//! Those whom a text tells to be unhurt by a verb with "not", where it tells of nobody else: "the pilot and passenger were not
//! injured".

use super::Tally;
use crate::event::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::{ChunkKind, Determiner};
use crate::frame::predicate::{Sense, Slot};
use crate::mention::people;
use crate::report::{Amount, Bound, Kind};

/// Verbs whose denial leaves people whole.
const HURT: &[&str] = &["injure", "hurt", "harm", "wound"];

/// Adds a stated zero where the text counts neither dead nor wounded.
pub fn add(reading: Reading, tallies: &mut Vec<Tally>) {
    if tallies.iter().any(|t| matches!(t.kind, Kind::Killed | Kind::Wounded | Kind::Casualties)) {
        return;
    }
    let spared = reading.parse.frames.iter().enumerate().find_map(|(index, frame)| {
        let tokens = spared(reading, frame)?;
        let words = reading.text.words(&tokens).to_string();
        Some(Tally::plain(Kind::Wounded, Amount::bounded(0, Bound::None, words.clone()), words, tokens, index))
    });
    if let Some(row) = spared {
        let at = tallies.iter().position(|t| t.tokens.start > row.tokens.start).unwrap_or(tallies.len());
        super::split::insert(tallies, at, row);
    }
}

/// The words of a passive with "not" over known people.
fn spared(reading: Reading, frame: &Frame) -> Option<crate::text::Tokens> {
    let chunks = reading.chunks(frame.sentence);
    let ChunkKind::Verb(group) = &chunks[frame.chunk].kind else { return None };
    let denied = frame.negated && group.passive && frame.modal.is_none() && frame.raised_by.is_none();
    if frame.sense != Sense::Harm(Kind::Wounded) || !denied || !HURT.contains(&frame.predicate.lemma()) {
        return None;
    }
    let known = |chunk: usize| {
        reading.phrase(frame.sentence, chunk).is_some_and(|(p, t)| {
            let definite = matches!(p.det, Determiner::Definite | Determiner::Possessive | Determiner::None);
            definite && people::of_phrase(reading.tagged, t, p.head).is_some()
        })
    };
    let mut victims = frame.filled(Slot::Victims);
    let first = victims.next().filter(|c| known(*c) && frame.filled(Slot::Victims).all(known))?;
    Some(chunks[first].tokens.start..frame.trigger.end)
}

#[cfg(test)]
mod tests {
    use crate::event::sample::report;
    use crate::report::Kind;

    #[test]
    fn not_injured_is_a_stated_zero() {
        let wounded = |text: &str| {
            let totals = report(text).casualties.totals;
            totals.iter().find(|t| t.kind == Kind::Wounded).map(|t| t.value.low)
        };
        assert_eq!(
            wounded("A small plane landed in a field near Reno on Monday. The pilot and passenger were not injured."),
            Some(0)
        );
        assert_eq!(
            wounded("A small plane landed on a car near Reno on Monday. The pilot was not hurt but two riders were injured."),
            Some(2)
        );
    }
}
