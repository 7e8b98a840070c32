//! Location: the place that the text ties a fact to.

use super::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::ChunkKind;
use crate::frame::predicate::{Sense, Slot};
use crate::mention::place::PlaceForm;
use crate::report::PlaceType;
use crate::text::Tokens;

/// Prepositions that put something somewhere.
const LOCATIVE: &[&str] = &[
    "in",
    "at",
    "near",
    "on",
    "outside",
    "around",
    "across",
    "over",
    "off",
    "along",
    "inside",
    "throughout",
    "through",
    "into",
    "onto",
    "by",
    "beside",
    "within",
    "opposite",
    "under",
    "of",
    "toward",
    "towards",
    "against",
    "to",
];

/// Prepositions of [`LOCATIVE`] that do so only behind a noun of attack or a verb of moving.
const DIRECTED: &[&str] = &["to", "toward", "towards", "against", "of", "by"];

/// How a place was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// In the clause of the fact, behind a preposition or as its argument.
    Told,
    /// In the sentence or the paragraph before.
    Carried,
}

/// A place tied to a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Located {
    /// Index of the place mention.
    pub mention: usize,
    pub tie: Tie,
}

/// The place of `frame`: its clause, the clauses it hangs on, its sentence, then the sentences before in its paragraph.
pub fn of_frame(reading: Reading, frame: &Frame) -> Option<Located> {
    let told = told(reading, frame).into_iter().next();
    told.map(|mention| Located { mention, tie: Tie::Told })
        .or_else(|| carried(reading, frame.sentence).map(|mention| Located { mention, tie: Tie::Carried }))
}

/// The places that the frame's own sentence ties to it, the nearest clause first; several where they are listed.
pub fn told(reading: Reading, frame: &Frame) -> Vec<usize> {
    let mut clause = frame.clause;
    loop {
        let range = reading.clause(frame.sentence, clause);
        let found = in_clause(reading, frame, &range, clause == frame.clause);
        if !found.is_empty() {
            return found;
        }
        if clause == 0 || !may_look_back(reading, frame.sentence, clause) {
            return Vec::new();
        }
        clause -= 1;
    }
}

/// A clause of its own subject ("while 19 were hurt") takes no place from the clause before it; "where" and "which" do.
fn may_look_back(reading: Reading, sentence: usize, clause: usize) -> bool {
    let Some(first) = reading.chunks(sentence).iter().find(|c| c.clause == clause) else { return false };
    let key = reading.tagged.key(first.tokens.start);
    match first.kind {
        ChunkKind::Subordinator => !matches!(key, "while" | "whilst" | "whereas"),
        ChunkKind::Mark => false,
        _ => true,
    }
}

fn in_clause(reading: Reading, frame: &Frame, clause: &Tokens, own: bool) -> Vec<usize> {
    let slots = [Slot::Speaker, Slot::Agent, Slot::Venue, Slot::Party, Slot::Accused];
    let mut taken: Vec<Tokens> = Vec::new();
    for slot in slots {
        taken.extend(frame.filled(slot).filter_map(|c| reading.chunks(frame.sentence).get(c)).map(|c| c.tokens.clone()));
    }
    let eligible: Vec<usize> = reading
        .places(clause)
        .filter(|(_, p)| matches!(p.form, PlaceForm::Name | PlaceForm::Definite) && !reading.text.in_dateline(p.tokens.start))
        .filter(|(_, p)| !taken.iter().any(|t| t.contains(&p.tokens.start)))
        .filter(|(i, p)| is_locative(reading, frame.sentence, *i) || (own && is_argument(reading, frame, &p.tokens)))
        .map(|(i, _)| i)
        .collect();
    let places = &reading.mentions.places;
    let after = |i: &usize| places.mentions[*i].tokens.start >= frame.trigger.start;
    let (mut behind, before): (Vec<usize>, Vec<usize>) = eligible.into_iter().partition(after);
    // "In Kelm, six people were killed by shelling from Norvia": what stands first counts where nothing follows.
    let behind_empty = behind.is_empty();
    let list = if behind_empty { before } else { std::mem::take(&mut behind) };
    let Some(&first) = list.first() else { return Vec::new() };
    // The most precise of the places that hold one another stands for them.
    let precise = list
        .iter()
        .copied().rfind(|i| places.within(places.mentions[*i].place, places.mentions[first].place))
        .unwrap_or(first);
    let mut kept = vec![precise];
    for i in list {
        let (place, known) = (places.mentions[i].place, places.mentions[precise].place);
        let distinct = place != known && !places.within(place, known) && !places.within(known, place);
        if distinct && is_listed_with(reading, places.mentions[first].tokens.end, places.mentions[i].tokens.start) {
            kept.push(i);
        }
    }
    kept
}

/// Only list marks, places and their prepositions stand between two places of one list.
fn is_listed_with(reading: Reading, from: usize, to: usize) -> bool {
    (from..to).all(|i| {
        let place = reading.places(&(i..i + 1)).next().is_some()
            || reading.mentions.places.mentions.iter().any(|p| p.tokens.contains(&i));
        place
            || matches!(
                reading.tagged.key(i),
                "," | "and"
                    | "in"
                    | "near"
                    | "the"
                    | "of"
                    | "region"
                    | "regions"
                    | "as"
                    | "well"
                    | "cities"
                    | "city"
                    | "towns"
                    | "town"
                    | "'s"
            )
    }) && from <= to
}

/// A locative preposition leads to the mention, directly, through its phrase, an apposition or a list.
fn is_locative(reading: Reading, sentence: usize, mention: usize) -> bool {
    let places = &reading.mentions.places.mentions;
    let chunks = reading.chunks(sentence);
    let start = places[mention].tokens.start;
    let Some(mut at) = chunks.iter().position(|c| c.tokens.contains(&start)) else { return false };
    for _ in 0..8 {
        let Some(before) = at.checked_sub(1) else { return false };
        match chunks[before].kind {
            ChunkKind::Prep => {
                let key = reading.chunk_key(sentence, before);
                return LOCATIVE.contains(&key)
                    && (!DIRECTED.contains(&key)
                        || follows_noun_of_attack(reading, sentence, before)
                        || key == "of" && follows_place_noun(reading, sentence, before));
            }
            ChunkKind::Comma | ChunkKind::Conj => {
                // "in Kelm, Norvia and the port": walk back through the list or the apposition.
                let Some(previous) = (0..before).rev().find(|k| !matches!(chunks[*k].kind, ChunkKind::Comma | ChunkKind::Conj))
                else {
                    return false;
                };
                if reading.phrase(sentence, previous).is_none() {
                    return false;
                }
                at = previous;
            }
            ChunkKind::Noun(_) => at = before,
            _ => return false,
        }
    }
    false
}

/// "the shelling of Norvia", "an attack against Kelm".
fn follows_noun_of_attack(reading: Reading, sentence: usize, preposition: usize) -> bool {
    reading.parse.frames.iter().any(|f| {
        f.sentence == sentence
            && matches!(f.sense, Sense::Event(_) | Sense::Effect(_) | Sense::Weapon(_))
            && f.chunk + 1 == preposition
    })
}

/// "in the city of Kelm", "in the village of Norvika", "north of Kelm".
fn follows_place_noun(reading: Reading, sentence: usize, preposition: usize) -> bool {
    let Some((phrase, _)) = preposition.checked_sub(1).and_then(|c| reading.phrase(sentence, c)) else { return false };
    let key = reading.tagged.key(phrase.head);
    matches!(
        key,
        "city"
            | "town"
            | "village"
            | "district"
            | "province"
            | "region"
            | "state"
            | "suburb"
            | "port"
            | "outskirts"
            | "centre"
            | "center"
            | "north"
            | "south"
            | "east"
            | "west"
            | "island"
            | "part"
            | "parts"
            | "area"
            | "areas"
            | "coast"
            | "suburbs"
            | "heart"
            | "neighbourhood"
            | "municipality"
            | "governorate"
            | "county"
    )
}

/// The mention is what the predicate happens to: "hit Norvia", "targeting Kelm".
fn is_argument(reading: Reading, frame: &Frame, tokens: &Tokens) -> bool {
    let mut fillers = [Slot::Target, Slot::Place].into_iter().flat_map(|s| frame.filled(s));
    fillers.any(|c| reading.chunks(frame.sentence).get(c).is_some_and(|c| c.tokens.contains(&tokens.start)))
}

/// The last place that the sentences before in the same paragraph, or the paragraph before, tie to harm or open with.
fn carried(reading: Reading, sentence: usize) -> Option<usize> {
    let sentences = &reading.text.sentences;
    let here = sentences.get(sentence)?;
    let low = sentence.saturating_sub(CARRY_SENTENCES);
    for s in (low..sentence).rev() {
        if sentences[s].paragraph + 1 < here.paragraph {
            break;
        }
        let range = &sentences[s].tokens;
        let told = reading
            .parse
            .frames
            .iter()
            .filter(|f| f.sentence == s && reading.bears(f))
            .find_map(|f| told(reading, f).into_iter().next());
        let opening = reading
            .places(range)
            .find(|(i, p)| p.form != PlaceForm::Adjective && p.form != PlaceForm::People && is_locative(reading, s, *i))
            .map(|(i, _)| i);
        let found = told
            .or(opening)
            .filter(|m| reading.mentions.places.list[reading.mentions.places.mentions[*m].place].kind != PlaceType::Country);
        if found.is_some() {
            return found;
        }
    }
    None
}

/// How many sentences back a place still holds.
const CARRY_SENTENCES: usize = 3;
