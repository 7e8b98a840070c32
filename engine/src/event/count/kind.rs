//! Which kind of harm a frame tells, and what is none: players hurt in a game.

use super::{Tally, doubles};
use crate::event::locative;
use crate::event::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::{ChunkKind, Determiner, Phrase};
use crate::frame::predicate::{Sense, Slot};
use crate::mention::people;
use crate::report::{Amount, Bound, Kind};

/// How many sentences back "the figure" may speak of a count.
const FIGURE: usize = 2;

/// "The army puts the figure at eight": what the count before was of.
pub fn kind_before(reading: Reading, tallies: &[Tally], frame: &Frame) -> Option<Kind> {
    let counts_things = reading.tagged.key(frame.trigger.end) == "of" && !reading.begins_quantity(frame.trigger.end + 1);
    // "The number to ring is 101."
    let next = reading.chunks(frame.sentence).get(frame.chunk + 1);
    let called = next.is_some_and(|c| matches!(&c.kind, ChunkKind::Verb(g) if g.infinitive));
    let last = tallies.last().filter(|_| !counts_things && !called)?;
    // "Six died and nine were hurt. Officials have confirmed five": of which, nobody knows.
    let sentence = reading.parse.frames[last.frame].sentence;
    let other = |t: &Tally| t.kind != last.kind && reading.parse.frames[t.frame].sentence == sentence;
    // "Two died. He heard three blasts; she counted six": the last number told is of something else.
    let between = |start: usize| start >= last.tokens.end && start < frame.trigger.start;
    let parted = || reading.mentions.quantities.iter().any(|q| between(q.tokens.start));
    if frame.predicate.gives_figure() && (tallies.iter().any(other) || frame.predicate.object().is_some() && parted()) {
        return None;
    }
    let near = is_near(reading, last, frame) && last.amount.bound != Bound::None;
    near.then_some(last.kind)
}

/// "All 19 of the crew escaped unhurt", "everyone on board survived": nobody was harmed so.
pub fn none_of(reading: Reading, index: usize, frame: &Frame, kind: Kind) -> Option<Tally> {
    let chunk = frame.filled(Slot::Victims).next()?;
    let (phrase, tokens) = reading.phrase(frame.sentence, chunk)?;
    let words = reading.text.words(tokens);
    let group = people::of_phrase(reading.tagged, tokens, phrase.head).map_or("", |p| p.group);
    let span = reading.span(frame, chunk);
    let none = Tally::plain(kind, Amount::bounded(0, Bound::None, words), words.to_string(), span, index);
    Some(Tally { group, ..none })
}

/// "No survivors among the 44 people on board": all of them are dead.
pub fn whole_of(reading: Reading, index: usize, frame: &Frame, kind: Kind) -> Option<Tally> {
    let chunk = frame.filled(Slot::Victims).next()?;
    let (_, tokens) = reading.phrase(frame.sentence, chunk)?;
    let counted = super::people(reading, kind, frame.sentence, chunk).filter(|c| c.amount.low > 1)?;
    // "among the 14 passengers and three crew"
    let others = frame.filled(Slot::Victims).skip(1).filter_map(|c| super::people(reading, kind, frame.sentence, c));
    let amount = others.map(|c| c.amount).fold(counted.amount, |a, b| a.plus(&b));
    let last =
        frame.filled(Slot::Victims).last().and_then(|c| reading.phrase(frame.sentence, c)).map_or(tokens.end, |(_, t)| t.end);
    let span = frame.trigger.start..last.max(tokens.end);
    let all = Tally::plain(kind, amount, reading.text.words(tokens).to_string(), span, index);
    Some(Tally { group: counted.group, ..all })
}

/// "Three workers were pulled alive from the rubble with broken legs": those rescued are hurt too.
pub fn rescued_hurt(reading: Reading, frame: &Frame, rescued: &Tally) -> Option<Tally> {
    let chunks = reading.chunks(frame.sentence);
    let clause = (frame.chunk + 1..chunks.len()).take_while(|k| chunks[*k].clause == frame.clause);
    let with = clause.into_iter().find(|k| reading.chunk_key(frame.sentence, *k) == "with")?;
    let (phrase, _) = reading.phrase(frame.sentence, with + 1)?;
    let head = reading.tagged.key(phrase.head);
    let hurt =
        INJURIES.iter().any(|noun| head.strip_suffix('s').unwrap_or(head) == *noun || head == "injuries" || head == "cuts");
    let passive = rescued.kind == Kind::Rescued && frame.predicate.wants("with").is_none();
    (hurt && passive).then(|| Tally { kind: Kind::Wounded, link: super::Link::None, ..rescued.clone() })
}

/// What those who are rescued alive may bear.
const INJURIES: &[&str] = &[
    "injury",
    "wound",
    "burn",
    "bruise",
    "fracture",
    "concussion",
    "frostbite",
    "leg",
    "arm",
    "rib",
    "bone",
    "hip",
    "pelvis",
    "spine",
    "skull",
    "ankle",
    "wrist",
    "limb",
];

/// The count was told at most a few sentences before the frame.
pub fn is_near(reading: Reading, tally: &Tally, frame: &Frame) -> bool {
    reading.parse.frames[tally.frame].sentence + FIGURE >= frame.sentence
}

/// "He was let go": somebody was taken shortly before.
pub fn is_taken_before(reading: Reading, tallies: &[Tally], frame: &Frame) -> bool {
    tallies
        .iter()
        .rev()
        .take_while(|t| is_near(reading, t, frame))
        .any(|t| matches!(t.kind, Kind::Kidnapped | Kind::Captured | Kind::Arrested))
}

/// "was treated and released", "the other was released from hospital": nobody was freed.
pub fn is_discharge(reading: Reading, tallies: &[Tally], frame: &Frame) -> bool {
    let care = |i: usize| matches!(reading.tagged.key(i), "treated" | "treatment" | "hospital" | "hospitals" | "evaluated");
    let released = frame.predicate.lemma() == "release" && frame.filled(Slot::Agent).next().is_none();
    let told = |kind: fn(Kind) -> bool| tallies.iter().rev().take_while(|t| is_near(reading, t, frame)).any(|t| kind(t.kind));
    let taken = told(|k| matches!(k, Kind::Kidnapped | Kind::Captured | Kind::Missing));
    released && !taken && told(|k| k == Kind::Wounded) && reading.sentence(frame.sentence).any(care)
}

/// "Lightning felled ten; two did not get up again": those of the wounded before who did not live.
pub fn outlives_no_wound(reading: Reading, frame: &Frame) -> bool {
    let before = reading.parse.frames.iter().take_while(|f| f.trigger.start < frame.trigger.start);
    let last = before.filter(|f| matches!(f.sense, Sense::Harm(_))).last();
    frame.predicate.wants("polarity").is_some()
        && last.is_some_and(|f| f.sense == Sense::Harm(Kind::Wounded) && f.sentence + 1 >= frame.sentence)
}

/// "The coroner named the five victims as", "the four victims were identified as": those whom a text names so are dead, where it
/// has told nothing else of them.
pub fn are_named(reading: Reading, frame: &Frame) -> bool {
    let chunks = reading.chunks(frame.sentence);
    let names = |k: usize| {
        chunks
            .get(k)
            .is_some_and(|c| matches!(reading.tagged.key(c.tokens.end - 1), "named" | "names" | "identified" | "identifies"))
    };
    let led = |k: usize| reading.chunk_key(frame.sentence, k) == "as";
    let victims = reading.tagged.key(frame.trigger.start) == "victims"
        && reading
            .phrase(frame.sentence, frame.chunk)
            .is_some_and(|(p, _)| p.det == Determiner::Definite && p.quantity.is_some());
    let active = frame.chunk > 0 && names(frame.chunk - 1) && led(frame.chunk + 1);
    victims && chunks.len() > frame.chunk + 2 && (active || names(frame.chunk + 1) && led(frame.chunk + 2))
}

/// "The assailant was neutralised, arrested and taken into custody": he is alive.
pub fn drop_neutralised_alive(tallies: &mut Vec<Tally>, reading: Reading) {
    let neutralised = |t: &Tally| {
        let lemma = reading.parse.frames[t.frame].predicate.lemma();
        t.kind == Kind::Killed && matches!(lemma, "neutralise" | "neutralize") && t.amount.figure() == 1
    };
    let alive = |t: &Tally| matches!(t.kind, Kind::Arrested | Kind::Captured | Kind::Wounded) && t.amount.figure() == 1;
    let mut at = 0;
    while at < tallies.len() {
        let own = &tallies[at];
        let same = |t: &Tally| t.who == own.who || t.group == "attackers" && t.kind != Kind::Wounded;
        if neutralised(own) && tallies.iter().any(|t| alive(t) && same(t)) {
            doubles::remove(tallies, at);
        } else {
            at += 1;
        }
    }
}

/// Words for the killing of many who cannot fight back.
const MASSACRES: &[&str] = &["massacre", "massacres", "execution", "executions", "genocide", "pogrom", "lynchings"];

/// "The Orla massacre … soldiers shot 63 villagers": where a text calls it a massacre and tells no other deaths, those shot are dead.
pub fn shot_in_massacre(reading: Reading, tallies: &mut [Tally]) {
    let called = || {
        let lead = reading.text.opening().unwrap_or_default();
        (0..=lead).flat_map(|s| reading.sentence(s)).any(|i| MASSACRES.contains(&reading.tagged.key(i)))
    };
    let dead =
        |t: &Tally| t.kind == Kind::Killed && !matches!(reading.parse.frames[t.frame].predicate.lemma(), "execute" | "hang");
    if tallies.iter().any(dead) || !called() {
        return;
    }
    for tally in tallies.iter_mut() {
        let shot = tally.kind == Kind::Wounded && reading.parse.frames[tally.frame].predicate.lemma() == "shoot";
        if shot && tally.amount.figure() > 1 {
            tally.kind = Kind::Killed;
        }
    }
}

/// "fatally shot", "stabbed fatally".
pub fn is_fatal(reading: Reading, frame: &Frame) -> bool {
    // "sustained fatal injuries"
    let object = reading.phrase(frame.sentence, frame.chunk + 1).filter(|_| frame.predicate.wants("object").is_some());
    if object.is_some_and(|(_, tokens)| tokens.clone().any(|i| matches!(reading.tagged.key(i), "fatal" | "mortal"))) {
        return true;
    }
    let around = [frame.trigger.start.checked_sub(1), Some(frame.trigger.end)];
    // "sustained fatal injuries".
    let object = reading.phrase(frame.sentence, frame.chunk + 1).is_some_and(|(p, tokens)| {
        matches!(reading.tagged.key(p.head), "injuries" | "injury" | "wounds" | "wound" | "burns")
            && tokens.clone().any(|i| matches!(reading.tagged.key(i), "fatal" | "mortal"))
    });
    object || around.into_iter().flatten().any(|i| matches!(reading.tagged.key(i), "fatally" | "mortally"))
}

/// Words whose lists count killed and wounded in one number: "12 killed or wounded", "losses of 900 killed, wounded and missing".
const LISTED: &[(&str, Kind)] = &[
    ("killed", Kind::Killed),
    ("dead", Kind::Killed),
    ("wounded", Kind::Wounded),
    ("injured", Kind::Wounded),
    ("hurt", Kind::Wounded),
    ("maimed", Kind::Wounded),
    ("missing", Kind::Missing),
];

/// The trigger of the frame stands in a list of harms that no number parts.
pub fn kills_or_wounds(reading: Reading, frame: &Frame) -> bool {
    let listed = |i: usize| LISTED.iter().find(|(word, _)| *word == reading.tagged.key(i)).map(|(_, kind)| *kind);
    let joint = |i: usize| matches!(reading.tagged.key(i), "or" | "and" | ",");
    let (start, end) = (frame.trigger.start, frame.trigger.end);
    let Some(own) = listed(start) else { return false };
    let differs = |i: usize| listed(i).is_some_and(|k| k != own);
    let passive = |i: usize| !matches!(reading.tagged.key(i), "the" | "a") && !reading.begins_quantity(i);
    (joint(end) && differs(end + 1) && (passive(end + 2) || reading.tagged.key(end) == "or"))
        || (start >= 2 && joint(start - 1) && differs(start - 2) && (passive(end) || reading.tagged.key(start - 1) == "or"))
}

/// "The striker was injured in training": players hurt in a game.
pub fn is_sport(reading: Reading, frame: &Frame, phrase: &Phrase) -> bool {
    let player = PLAYERS.contains(&reading.tagged.key(phrase.head).trim_end_matches('s'));
    let event = || reading.frames_of(frame.sentence).any(|f| matches!(f.sense, Sense::Event(_)));
    let state = frame.predicate.part_of_speech() == "m" && !event();
    player && (state || reading.sentence(frame.sentence).any(|i| GAMES.contains(&reading.tagged.key(i))))
}

/// "The budget battle claims its first victim" where the text tells of no death, wound or disaster: nobody died.
pub fn drop_figures_of_speech(reading: Reading, tallies: &mut Vec<Tally>) {
    let bears = |f: &Frame| match f.sense {
        Sense::Harm(Kind::Killed | Kind::Wounded) => {
            !claims_victim(f) && f.filled(Slot::Victims).chain(f.filled(Slot::Amount)).next().is_some()
        }
        Sense::Event(kind) => locative::is_disaster(kind),
        _ => false,
    };
    if !reading.parse.frames.iter().any(bears) {
        while let Some(at) = tallies.iter().position(|t| t.amount.low == 1 && claims_victim(&reading.parse.frames[t.frame])) {
            doubles::remove(tallies, at);
        }
    }
}

fn claims_victim(frame: &Frame) -> bool {
    frame.predicate.lemma() == "claim" && frame.predicate.wants("object").is_some_and(|w| w.contains("victim"))
}

/// Nouns of those who play.
const PLAYERS: &[&str] = &[
    "player",
    "striker",
    "forward",
    "midfielder",
    "defender",
    "goalkeeper",
    "keeper",
    "winger",
    "footballer",
    "athlete",
    "captain",
    "batsman",
    "bowler",
    "quarterback",
    "linebacker",
    "pitcher",
    "star",
    "skipper",
    "racer",
    "jockey",
    "sprinter",
    "skier",
];

/// Words of games.
const GAMES: &[&str] = &[
    "match",
    "game",
    "games",
    "training",
    "season",
    "defeat",
    "win",
    "victory",
    "draw",
    "league",
    "cup",
    "squad",
    "goal",
    "lap",
    "tournament",
    "championship",
    "half",
    "tackle",
    "race",
    "final",
    "innings",
    "qualifier",
    "fixture",
    "derby",
    "playoff",
    "playoffs",
    "sidelined",
    "lineup",
    "line-up",
    "semi-final",
    "semifinal",
    "quarter-final",
    "kickoff",
    "kick-off",
];
