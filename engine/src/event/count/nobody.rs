//! Stated zeros that no number tells: "without casualties", "no reports of injuries", "did not cause any deaths".

use super::Tally;
use crate::event::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::{ChunkKind, Determiner};
use crate::frame::predicate::Slot;
use crate::mention::quantity::NumberClass;
use crate::report::{Amount, Bound, Kind};
use crate::text::Tokens;

/// Words that may stand between "no reports of" and the harm.
const BESIDES: &[&str] =
    &["damage", "or", "and", "any", "deaths", "casualties", "injuries", "major", "serious", "significant", "property", ","];

/// "without casualties", "without causing injuries", "no reports of injuries": a stated zero.
pub fn nobody(reading: Reading, index: usize, frame: &Frame, kind: Kind) -> Option<Tally> {
    let own = matches!(frame.predicate.preposition("own"), Some(Slot::Amount));
    if let Some(tokens) = uncaused(reading, frame).filter(|_| own) {
        let words = reading.text.words(&tokens);
        return Some(Tally::plain(kind, Amount::bounded(0, Bound::None, words), words.to_string(), tokens, index));
    }
    let start = reading
        .phrase(frame.sentence, frame.chunk)
        .filter(|(p, t)| own && (p.det == Determiner::None || reading.tagged.key(t.start) == "any"))?
        .1
        .start;
    let key = |back: usize| start.checked_sub(back).map_or("", |i| reading.tagged.key(i));
    let without = key(1) == "without" || (matches!(key(1), "causing" | "any") && key(2) == "without");
    // "no deaths or injuries": the zero holds for both.
    let shared = matches!(key(1), "or" | "nor" | "and")
        && reading
            .phrase(frame.sentence, frame.chunk.wrapping_sub(2))
            .is_some_and(|(p, _)| p.quantity.is_some_and(|q| reading.mentions.quantities[q].class == NumberClass::Zero));
    // "no immediate reports of damage or injuries"
    let listed = (1..=6).find(|back| !BESIDES.contains(&key(*back))).unwrap_or(1);
    let of_reports = key(listed) == "of" && matches!(key(listed + 1), "reports" | "report" | "word");
    let no = (listed + 2..=listed + 3).find(|back| key(*back) == "no").filter(|_| of_reports);
    let unreported = no.is_some();
    let from = start.saturating_sub(no.unwrap_or(1));
    let tokens = from..frame.trigger.end;
    (without || unreported || shared).then(|| {
        let words = reading.text.words(&tokens);
        Tally::plain(kind, Amount::bounded(0, Bound::None, words), words.to_string(), tokens, index)
    })
}

/// Verbs that bring harm about.
const CAUSING: &[&str] = &["cause", "inflict", "result", "leave", "produce", "claim", "involve", "suffer"];

/// "did not cause any casualties", "did not result in injuries", "caused neither deaths nor injuries": the words.
fn uncaused(reading: Reading, frame: &Frame) -> Option<Tokens> {
    let (phrase, tokens) = reading.phrase(frame.sentence, frame.chunk).filter(|(p, _)| p.quantity.is_none())?;
    let key = reading.tagged.key(tokens.start);
    if key == "neither" {
        return Some(tokens.clone());
    }
    let bare = tokens.start == phrase.head || key == "any" && tokens.len() <= 3;
    let chunks = reading.chunks(frame.sentence);
    let led = reading.chunk_key(frame.sentence, frame.chunk.checked_sub(1)?) == "in";
    let verb = frame.chunk.checked_sub(1 + usize::from(led))?;
    let ChunkKind::Verb(group) = &chunks[verb].kind else { return None };
    let causes = group.negated && group.modal.is_none() && CAUSING.contains(&reading.tagged.key(group.main));
    (bare && causes).then(|| chunks[verb].tokens.start..tokens.end)
}
