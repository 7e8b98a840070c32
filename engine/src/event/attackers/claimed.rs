//! Attackers whom somebody blames, and those who claim or deny the deed.

use super::{ASSAULTS, Attacker, add, fighters, is_deed, is_violent};
use crate::event::Findings;
use crate::event::cast::Member;
use crate::event::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::ChunkKind;
use crate::frame::predicate::{Sense, Slot};
use crate::report::{ActorRole, ActorType, AttackerStanding};

/// What one takes or denies: "claimed responsibility", "denied involvement".
const RESPONSIBILITY: &[&str] = &["responsibility", "credit", "involvement", "role"];

/// "The army blamed the rebels for the blast."
pub fn blamed(reading: Reading, findings: &mut Findings) {
    let Some(event) = findings.main_event().filter(|e| is_violent(findings.events[*e].kind)) else { return };
    let add_accused = |findings: &mut Findings, sentence: usize, chunk: usize| {
        let Some((_, tokens)) = reading.phrase(sentence, chunk) else { return };
        let party = |m: &Member| m.kind != ActorType::Media;
        let met = findings.cast.meet_if(reading, sentence, chunk, ActorRole::Attacker, party);
        if let Some(member) = met.or_else(|| fighters(reading, &mut findings.cast, sentence, chunk)) {
            add(findings, event, Attacker { member, standing: AttackerStanding::Accused, tokens: tokens.clone() });
        }
    };
    for frame in reading.parse.frames.iter().filter(|f| matches!(f.sense, Sense::Speech(_)) && !f.negated) {
        // "He accused the group of exaggerating the number of dead": what he accuses them of is no attack.
        let from = if frame.predicate.lemma() == "accuse" { frame.trigger.end } else { 0 };
        let deed = |f: &Frame| is_deed(f) && f.trigger != frame.trigger && f.trigger.start >= from;
        let named = names_attack(reading, frame.sentence, from);
        let meant = |f: &Frame| deed(f) && (from == 0 || ASSAULTS.contains(&f.predicate.lemma()));
        let about = named || reading.frames_of(frame.sentence).any(meant);
        let accused: Vec<usize> = frame.filled(Slot::Accused).filter(|_| about).collect();
        accused.into_iter().for_each(|chunk| add_accused(findings, frame.sentence, chunk));
    }
    // "The bombings were attributed to the brigade", "an attack blamed on the rebels".
    for sentence in 0..reading.parse.sentences.len() {
        for (cue, _) in reading.cues(reading.sentence(sentence)).filter(|(_, name)| *name == "attributed") {
            let about = names_attack(reading, sentence, 0);
            let behind = reading.chunks(sentence).iter().position(|c| c.tokens.start >= cue.tokens.end);
            behind.filter(|_| about).into_iter().for_each(|chunk| add_accused(findings, sentence, chunk));
        }
    }
}

/// The sentence has a word for what happened, at token `from` or behind: "the attack", "the blast".
fn names_attack(reading: Reading, sentence: usize, from: usize) -> bool {
    reading.frames_of(sentence).any(|f| f.trigger.start >= from && matches!(f.sense, Sense::Event(_)))
}

/// "The group claimed responsibility", "responsibility was claimed by the group", "the rebels denied involvement".
pub fn claims(reading: Reading, findings: &mut Findings) {
    let Some(event) = findings.main_event().filter(|e| is_violent(findings.events[*e].kind)) else { return };
    for sentence in 0..reading.parse.sentences.len() {
        for chunk in 0..reading.chunks(sentence).len() {
            let Some((phrase, _)) = reading.phrase(sentence, chunk) else { continue };
            if !RESPONSIBILITY.contains(&reading.tagged.key(phrase.head)) {
                continue;
            }
            let Some((who, standing)) = claimant(reading, sentence, chunk) else { continue };
            let Some((_, tokens)) = reading.phrase(sentence, who) else { continue };
            let (role, named) = (ActorRole::Attacker, |m: &Member| !matches!(m.kind, ActorType::Media | ActorType::Government));
            let Some(member) = findings.cast.meet_if(reading, sentence, who, role, named) else { continue };
            add(findings, event, Attacker { member, standing, tokens: tokens.clone() });
        }
    }
}

/// Who claims or denies what stands at `chunk`, and which of the two.
fn claimant(reading: Reading, sentence: usize, chunk: usize) -> Option<(usize, AttackerStanding)> {
    let chunks = reading.chunks(sentence);
    let verb = |k: usize| match &chunks.get(k)?.kind {
        ChunkKind::Verb(group) if !group.negated => Some((k, group, act(reading.tagged.key(group.main))?)),
        _ => None,
    };
    // "No group has claimed responsibility".
    let nobody = |k: usize| reading.phrase(sentence, k).is_some_and(|(_, t)| reading.tagged.key(t.start) == "no");
    // "The Front, a group active along the border, claimed responsibility": the parse knows its subject.
    let speech = |f: &&Frame| matches!(f.sense, Sense::Speech(_)) && f.filled(Slot::Content).any(|c| c == chunk);
    if let Some((frame, speaker)) =
        reading.frames_of(sentence).find(speech).and_then(|f| Some((f, f.filled(Slot::Speaker).next()?)))
    {
        let (_, _, standing) = verb(frame.chunk)?;
        return (!frame.negated && !nobody(speaker)).then_some((speaker, standing));
    }
    let is_noun = |k: &usize| reading.phrase(sentence, *k).is_some_and(|(p, _)| !p.pronoun);
    // "claimed responsibility", "later took full responsibility".
    if let Some((k, group, standing)) = (1..=2).find_map(|back| chunk.checked_sub(back).and_then(verb)) {
        let subject = (0..k).rev().take_while(|s| chunks[*s].clause == chunks[k].clause || group.participle).find(is_noun)?;
        return (!group.passive && !nobody(subject)).then_some((subject, standing));
    }
    // "responsibility for the attack was claimed by the group".
    let (k, _, standing) = (chunk + 1..chunks.len()).find_map(verb).filter(|(_, group, _)| group.passive)?;
    (reading.chunk_key(sentence, k + 1) == "by").then_some(k + 2).filter(is_noun).map(|who| (who, standing))
}

/// What a verb does with responsibility.
fn act(key: &str) -> Option<AttackerStanding> {
    Some(match key {
        "claimed" | "claim" | "claims" | "claiming" | "took" | "taken" | "taking" | "accepted" | "admitted" => {
            AttackerStanding::Claimed
        }
        "denied" | "denies" | "deny" | "denying" | "rejected" | "disclaimed" => AttackerStanding::Denied,
        _ => return None,
    })
}
