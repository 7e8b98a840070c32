//! Talks: who negotiates with whom, where, on what, with whose help, and how they stand.

use super::cast::{Cast, Member};
use super::reading::Reading;
use super::{Standing, sites};
use crate::frame::Frame;
use crate::frame::chunk::ChunkKind;
use crate::frame::predicate::{Sense, Slot};
use crate::mention::place::PlaceForm;
use crate::report::{ActorRole, ActorType, PlaceRole, PlaceType, TalksStatus};
use crate::text::Tokens;

/// Negotiations as the text tells them, in one or several sentences.
#[derive(Debug, Clone, PartialEq)]
pub struct Negotiation {
    /// Indices into the cast.
    pub parties: Vec<usize>,
    pub mediators: Vec<usize>,
    /// Index into the list of places.
    pub venue: Option<usize>,
    /// Index of a time mention.
    pub time: Option<usize>,
    pub status: TalksStatus,
    pub about: Vec<Tokens>,
    pub sticking_points: Vec<Tokens>,
    /// The sentences that tell of them.
    pub sentences: Vec<usize>,
}

/// How many sentences behind the last one still speak of the same talks.
const NEAR: usize = 2;

/// Nouns for talks that are told without a venue; any meeting or forum needs one.
const TALKS: &[&str] = &["talks", "negotiations", "negotiation", "peace talks", "dialogue"];

/// Prepositions before what talks are about.
const ON: &[&str] = &["on", "over", "about", "regarding", "concerning"];

/// Nouns for those who bring the sides together.
const MEDIATORS: &[&str] =
    &["mediator", "mediators", "mediation", "broker", "brokers", "intermediary", "intermediaries", "facilitator"];

/// Participles behind which "by" names them.
const MEDIATED: &[&str] = &["mediated", "brokered", "facilitated", "hosted", "chaired"];

/// The talks of the text, in text order; `roles` are those of the places.
pub fn find(reading: Reading, cast: &mut Cast, roles: &[Standing]) -> Vec<Negotiation> {
    let mut found: Vec<Negotiation> = Vec::new();
    for frame in reading.parse.frames.iter().filter(|f| f.sense == Sense::Talks && !f.negated) {
        let told = told(reading, cast, frame, roles);
        let names_talks = TALKS.contains(&frame.predicate.lemma());
        let same = |n: &&mut Negotiation| {
            let near = n.sentences.last().is_some_and(|s| s + NEAR >= frame.sentence);
            let bare = told.parties.is_empty() && names_talks;
            match (n.venue, told.venue) {
                (Some(a), Some(b)) => a == b || is_wider(reading, a, b),
                _ => bare || near && (n.parties.is_empty() || told.parties.iter().any(|p| n.parties.contains(p))),
            }
        };
        // A meeting or a crowd of nobody named is no negotiation.
        let stands = match told.venue {
            Some(_) => names_talks || !told.parties.is_empty(),
            None => names_talks && (told.parties.len() > 1 || !told.about.is_empty()),
        };
        match found.iter_mut().rev().find(same) {
            Some(known) => join(known, told),
            None if stands => found.push(told),
            None => {}
        }
    }
    for talks in &mut found {
        let last = talks.sentences.last().map_or(0, |s| (s + NEAR).min(reading.parse.sentences.len().saturating_sub(1)));
        for sentence in talks.sentences[0]..=last {
            talks.mediators.extend(mediators(reading, cast, sentence));
            talks.sticking_points.extend(sticking_point(reading, sentence));
        }
        once(&mut talks.mediators);
        talks.parties.retain(|p| !talks.mediators.contains(p));
        // "The envoys" are those of the states already named.
        let is_name = |p: &usize| cast.members[*p].name.starts_with(char::is_uppercase);
        if talks.parties.iter().any(is_name) {
            talks.parties.retain(is_name);
        }
    }
    found
}

/// One of the two is the country of the other.
fn is_wider(reading: Reading, a: usize, b: usize) -> bool {
    let (a, b) = (&reading.mentions.places.list[a], &reading.mentions.places.list[b]);
    a.country.is_some() && a.country == b.country && (a.kind == PlaceType::Country || b.kind == PlaceType::Country)
}

/// Each once, in the order of the text.
fn once(list: &mut Vec<usize>) {
    let all = std::mem::take(list);
    all.into_iter().for_each(|m| {
        if !list.contains(&m) {
            list.push(m)
        }
    });
}

fn join(known: &mut Negotiation, told: Negotiation) {
    let new = |list: &mut Vec<usize>, more: Vec<usize>| {
        more.into_iter().for_each(|m| {
            if !list.contains(&m) {
                list.push(m)
            }
        })
    };
    new(&mut known.parties, told.parties);
    new(&mut known.sentences, told.sentences);
    known.venue = known.venue.or(told.venue);
    known.time = known.time.or(told.time);
    if known.about.is_empty() {
        known.about = told.about;
    }
    if told.status == TalksStatus::Stalled {
        known.status = told.status;
    }
}

/// What the sentence of `frame` tells of its talks.
fn told(reading: Reading, cast: &mut Cast, frame: &Frame, roles: &[Standing]) -> Negotiation {
    let venues = sites::venues(reading, frame);
    let is_venue = |p: &usize| roles[*p].lines().any(|(role, _)| role == PlaceRole::Venue);
    let venue = venues.first().map(|m| reading.mentions.places.mentions[*m].place).filter(is_venue);
    let sentence = reading.sentence(frame.sentence);
    let time = reading
        .times(&reading.clause(frame.sentence, frame.clause))
        .chain(reading.times(&sentence))
        .find(|t| t.date.value.is_some());
    let time = time.map(|t| t.tokens.start);
    Negotiation {
        parties: parties(reading, cast, frame, venue),
        mediators: Vec::new(),
        venue,
        time: time.and_then(|s| reading.time_at(s)),
        status: status(reading, frame),
        about: about(reading, frame).into_iter().collect(),
        sticking_points: Vec::new(),
        sentences: vec![frame.sentence],
    }
}

/// The sides: "between Kyiv and Washington", "Indian and Pakistani officials met", "US-Iran talks".
fn parties(reading: Reading, cast: &mut Cast, frame: &Frame, venue: Option<usize>) -> Vec<usize> {
    let mut found = Vec::new();
    let side = |m: &Member| m.kind != ActorType::Media;
    let filled: Vec<usize> = frame.filled(Slot::Party).flat_map(|c| with_sides(reading, frame.sentence, c)).collect();
    for chunk in filled {
        let Some((_, tokens)) = reading.phrase(frame.sentence, chunk) else { continue };
        let states = states(reading, cast, tokens, venue);
        let mut named = || cast.meet_if(reading, frame.sentence, chunk, ActorRole::Party, side);
        found.extend(if states.is_empty() { named().into_iter().collect() } else { states });
    }
    if frame.predicate.part_of_speech() == "n"
        && let Some((_, tokens)) = reading.phrase(frame.sentence, frame.chunk)
    {
        let modifiers = states(reading, cast, &(tokens.start..frame.trigger.start), venue);
        found.extend(if modifiers.len() > 1 { modifiers } else { Vec::new() });
    }
    once(&mut found);
    found
}

/// The phrase at `chunk` with what is joined to it and those it comes from: "Ukraine and Russia", "envoys from Kyiv and Moscow".
fn with_sides(reading: Reading, sentence: usize, chunk: usize) -> Vec<usize> {
    let chunks = reading.chunks(sentence);
    let is_noun = |k: usize| matches!(chunks.get(k).map(|c| &c.kind), Some(ChunkKind::Noun(_)));
    let joins = |k: usize| matches!(chunks.get(k).map(|c| &c.kind), Some(ChunkKind::Conj | ChunkKind::Comma));
    let from = matches!(reading.chunk_key(sentence, chunk + 1), "from" | "of") && is_noun(chunk + 2);
    let mut all = vec![if from { chunk + 2 } else { chunk }];
    while let Some(last) = all.last().copied().filter(|k| joins(k + 1) && is_noun(k + 2)) {
        all.push(last + 2);
    }
    while let Some(first) = all.first().copied().filter(|k| !from && *k >= 2 && joins(k - 1) && is_noun(k - 2)) {
        all.insert(0, first - 2);
    }
    all
}

/// The states that adjectives of a phrase name: "Indian and Pakistani officials".
fn states(reading: Reading, cast: &mut Cast, tokens: &Tokens, venue: Option<usize>) -> Vec<usize> {
    let adjective = |form: PlaceForm| matches!(form, PlaceForm::Adjective | PlaceForm::Modifier);
    let named = reading.places(tokens).map(|(_, p)| p).filter(|p| adjective(p.form) && Some(p.place) != venue);
    let at: Vec<usize> = named.map(|p| p.tokens.end - 1).collect();
    at.into_iter().filter_map(|i| cast.meet_state(reading, i, ActorRole::Party)).collect()
}

/// "Qatari mediators", "mediated by Egypt".
fn mediators(reading: Reading, cast: &mut Cast, sentence: usize) -> Vec<usize> {
    let mut found = Vec::new();
    for chunk in 0..reading.chunks(sentence).len() {
        let Some((phrase, tokens)) = reading.phrase(sentence, chunk) else { continue };
        if MEDIATORS.contains(&reading.tagged.key(phrase.head)) {
            found.extend(states(reading, cast, tokens, None));
            continue;
        }
        let by = chunk >= 2 && reading.chunk_key(sentence, chunk - 1) == "by";
        let mediated = by
            && reading.chunks(sentence).get(chunk - 2).is_some_and(|c| MEDIATED.contains(&reading.tagged.key(c.tokens.end - 1)));
        if mediated {
            let state = |m: &Member| matches!(m.kind, ActorType::Government | ActorType::Organisation | ActorType::Person);
            found.extend(cast.meet_if(reading, sentence, chunk, ActorRole::Mediator, state));
            // "mediated by Egypt and Qatar".
            if reading.chunk_key(sentence, chunk + 1) == "and" {
                found.extend(cast.meet_if(reading, sentence, chunk + 2, ActorRole::Mediator, state));
            }
        }
    }
    found
}

/// What they are about: "talks on a ceasefire", "negotiations to end the war".
fn about(reading: Reading, frame: &Frame) -> Option<Tokens> {
    if frame.predicate.part_of_speech() != "n" {
        return None;
    }
    let chunks = reading.chunks(frame.sentence);
    let from = frame.chunk + 1;
    let behind = (from..chunks.len())
        .take_while(|k| !matches!(chunks[*k].kind, ChunkKind::Comma | ChunkKind::Mark | ChunkKind::Subordinator));
    let behind: Vec<usize> = behind.take(10).collect();
    let on = behind
        .iter()
        .copied()
        .find(|k| chunks[*k].kind == ChunkKind::Prep && ON.contains(&reading.chunk_key(frame.sentence, *k)));
    if let Some(k) = on
        && let Some((_, tokens)) = reading.phrase(frame.sentence, k + 1)
        && reading.times(tokens).next().is_none()
        && reading.chunks(frame.sentence)[k + 1].tokens.len() < 12
    {
        let last = if reading.chunk_key(frame.sentence, k + 2) == "of" {
            chunks.get(k + 3).map_or(tokens.end, |c| c.tokens.end)
        } else {
            tokens.end
        };
        return Some(tokens.start..last);
    }
    // "Talks to end the war resumed": what they are for.
    let aim = behind.first().copied().filter(|k| matches!(&chunks[*k].kind, ChunkKind::Verb(g) if g.infinitive))?;
    let end = reading.phrase(frame.sentence, aim + 1).map(|(_, t)| t.end)?;
    Some(chunks[aim].tokens.start + 1..end)
}

/// "The main sticking point is the fate of the prisoners", "The sides differ over border posts".
fn sticking_point(reading: Reading, sentence: usize) -> Option<Tokens> {
    let range = reading.sentence(sentence);
    let (cue, _) = reading.cues(range).find(|(_, name)| *name == "talks_sticking")?;
    let chunks = reading.chunks(sentence);
    let at = chunks.iter().position(|c| c.tokens.contains(&(cue.tokens.end - 1)))?;
    let noun = |k: &usize| reading.phrase(sentence, *k).is_some_and(|(p, _)| !p.pronoun);
    let copula = (at + 1..chunks.len()).find(|k| matches!(chunks[*k].kind, ChunkKind::Verb(_))).is_some_and(|k| {
        matches!(
            reading.tagged.key(chunks[k].tokens.end - 1),
            "is" | "are" | "was" | "were" | "remains" | "remained" | "been" | "include" | "included"
        )
    });
    let over =
        ON.contains(&reading.chunk_key(sentence, at + 1)) || ON.contains(&reading.tagged.key(cue.tokens.end - 1)) || copula;
    let what = if over { (at + 1..chunks.len()).find(noun) } else { (0..at).find(noun) }?;
    let (_, tokens) = reading.phrase(sentence, what)?;
    let of = reading.chunk_key(sentence, what + 1) == "of";
    let end = reading.phrase(sentence, what + 2).filter(|_| of).map_or(tokens.end, |(_, t)| t.end);
    (tokens.start >= cue.tokens.end || tokens.end <= cue.tokens.start).then_some(tokens.start..end)
}

/// How the talks stand by the words of their sentence.
fn status(reading: Reading, frame: &Frame) -> TalksStatus {
    let range = reading.sentence(frame.sentence);
    let cue = |name: &str| reading.has_cue(range.clone(), name);
    if cue("talks_stalled") {
        TalksStatus::Stalled
    } else if frame.raised_by.is_some() || frame.modal.is_some() || frame.infinitive || cue("talks_planned") {
        TalksStatus::Planned
    } else if cue("talks_under_way") {
        TalksStatus::UnderWay
    } else if frame.predicate.part_of_speech() == "v" || cue("talks_ended") {
        TalksStatus::Ended
    } else {
        TalksStatus::UnderWay
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::report;
    use crate::report::{Report, Talks, TalksStatus};

    fn talks(text: &str) -> (Report, Talks) {
        let mut report = report(text);
        let talks = report.talks.remove(0);
        (report, talks)
    }

    fn names(report: &Report, ids: &[String]) -> Vec<String> {
        ids.iter().filter_map(|id| report.actors.iter().find(|a| a.id == *id)).map(|a| a.name.clone()).collect()
    }

    #[test]
    fn who_meets_whom_where_and_on_what() {
        let (report, talks) =
            talks("Talks between Ukraine and Russia on a prisoner exchange ended in Doha on Monday without a result.");
        assert_eq!(names(&report, &talks.parties), ["Ukraine", "Russia"]);
        assert_eq!(talks.about, ["a prisoner exchange"]);
        assert_eq!(talks.status, TalksStatus::Ended);
        assert_eq!(talks.date.and_then(|d| d.value).as_deref(), Some("2026-05-11"));
    }

    #[test]
    fn who_mediates_and_what_keeps_them_apart() {
        let text = "Indian and Pakistani officials met in Doha on Monday. The talks were mediated by Qatar. The main sticking point is the status of the border posts.";
        let (report, talks) = talks(text);
        assert_eq!(names(&report, &talks.parties), ["India", "Pakistan"]);
        assert_eq!(names(&report, &talks.mediators), ["Qatar"]);
        assert_eq!(talks.sticking_points, ["the status of the border posts"]);
    }

    #[test]
    fn how_they_stand() {
        let status = |text: &str| talks(text).1.status;
        assert_eq!(status("Talks between Ukraine and Russia are due to resume in Doha on Friday."), TalksStatus::Planned);
        assert_eq!(status("Talks between Ukraine and Russia in Doha have stalled."), TalksStatus::Stalled);
        assert_eq!(status("Talks between Ukraine and Russia are under way in Doha."), TalksStatus::UnderWay);
        assert!(report("The council held a meeting about the bridge.").talks.is_empty());
    }
}
