//! Status: how sure the text is of a fact.

use super::Findings;
use super::attribution::Saying;
use super::cast::Member;
use super::reading::Reading;
use crate::frame::Frame;
use crate::report::{Act, Kind, Status};
use crate::scope::Scope;

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
