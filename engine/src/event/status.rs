//! Status: how sure the text is of a fact.

use super::Findings;
use super::attribution::Saying;
use super::cast::Member;
use super::reading::Reading;
use crate::frame::Frame;
use crate::report::{Act, Kind, Status};
use crate::scope::Scope;
use crate::text::Tokens;

/// Verbs that raise what is feared, not known.
const FEARED: &[&str] = &["feared", "presumed"];

/// The status of what `frame` tells, said in `saying` by `speaker`.
pub fn of(reading: Reading, frame: &Frame, saying: Option<&Saying>, denied: bool, speaker: Option<&Member>) -> Status {
    let raised = frame.raised_by.map_or("", |i| reading.tagged.key(i));
    if FEARED.contains(&raised) {
        return Status::Feared;
    }
    match saying.map(|s| s.act) {
        _ if denied => Status::Denied,
        Some(Act::Claims | Act::Accuses) => Status::Claimed,
        _ if speaker.is_some_and(|s| s.is_party) => Status::Claimed,
        _ => Status::Reported,
    }
}

/// Verbs that lead to what a report is: "is untrue", "called it a lie".
const SAID_TO_BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being", "as"];

/// Verbs that call a report something, the report in between.
const CALLING: &[&str] = &["called", "calls", "branded", "dubbed", "labelled", "labeled", "termed", "deemed", "declared"];

/// How many words may stand between "was" and "untrue", "reports" and "that".
const APART: usize = 3;

/// "Rumours that dozens had died were untrue", "called reports of 20 dead lies", "it is not true that 20 died": the text tells
/// what `frame` says as refuted.
pub fn is_refuted(reading: Reading, frame: &Frame) -> bool {
    let sentence = reading.sentence(frame.sentence);
    let key = |i: usize| reading.tagged.key(i);
    let at = frame.trigger.start;
    let is_that = |i: &usize| matches!(key(*i), "that" | "of");
    let led = |from: usize| (from..(from + APART).min(at)).any(|i| is_that(&i));
    let hearsay = reading.cues(sentence.start..at).filter(|(m, name)| *name == "hearsay" && led(m.tokens.end)).last();
    let refuted = |range: Tokens| {
        let cues = reading.cues(range.clone()).filter(|(_, name)| *name == "refuted").map(|(m, _)| m.tokens.clone());
        cues.filter(move |t| {
            let low = t.start.saturating_sub(APART).max(range.start);
            (low..t.start).any(|i| SAID_TO_BE.contains(&key(i)))
        })
    };
    if let Some((noun, _)) = hearsay {
        let called = (noun.tokens.start.saturating_sub(APART)..noun.tokens.start).any(|i| CALLING.contains(&key(i)));
        let end = (at..sentence.end).find(|i| matches!(key(*i), ";" | "but")).unwrap_or(sentence.end);
        return refuted(frame.trigger.end..end).next().is_some() || called && reading.has_cue(frame.trigger.end..end, "refuted");
    }
    // "It is false that …"
    refuted(sentence.start..at).any(|t| key(t.end) == "that" && (sentence.start..t.start).any(|i| key(i) == "it"))
}

/// A sentence that says of the figures before it that nobody could verify them makes them unverified; feared counts are
/// prospective.
pub fn mend(reading: Reading, findings: &mut Findings) {
    for placed in &mut findings.counts {
        let sentence = reading.sentence(placed.setting.sentence);
        if reading.has_cue(sentence, "unverified") && placed.setting.status != Status::Denied {
            placed.setting.status = Status::Unverified;
        }
        if placed.setting.status == Status::Feared && placed.fact.kind != Kind::Missing {
            placed.setting.scope = Scope::Prospective;
        }
    }
}
