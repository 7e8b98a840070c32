//! Locatives: which words put what a sentence tells at a place, and which name a place for another reason.

use super::reading::Reading;
use super::speaker;
use super::terrain::{goes_by_road, is_place_noun, is_road};
use crate::frame::Frame;
use crate::frame::chunk::{Chunk, ChunkKind};
use crate::frame::predicate::{Sense, Slot};
use crate::lexicon::Table;
use crate::mention::place::PlaceMention;
use crate::mention::{munition, people, target};
use crate::report::{Action, Category, EventType, Kind, PlaceType};

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
    "above",
    "below",
    "beneath",
    "by",
    "beside",
    "within",
    "between",
    "opposite",
    "under",
    "of",
    "toward",
    "towards",
    "against",
    "to",
    "from",
];

/// Prepositions of [`LOCATIVE`] that do so only behind a noun of attack or of a place.
const DIRECTED: &[&str] = &["to", "toward", "towards", "against", "of", "by", "from"];

/// Words behind which a place says where someone is at home.
#[rustfmt::skip]
pub const HOME: &[&str] = &["based", "headquartered", "born", "living", "raised", "educated", "exiled", "registered", "built", "flagged",
    "manufactured", "designed", "trained"];

/// Prepositions that set a place beside another one, as in "in Kelm, near Norvia".
const BESIDE: &[&str] = &["near", "outside", "off", "of", "from", "above", "below", "opposite", "beside", "by"];

/// Verbs of firing: what they do over a place begins there.
const FIRING: &[&str] = &["fire", "launch", "release"];

/// Verbs that tell where a victim ended up, not where the harm was done.
const CARE: &[&str] = &["die", "treat", "admit", "hospitalise", "hospitalize", "operate", "recover", "evacuate"];

/// Verbs that bring the hurt to where they are cared for.
const BROUGHT: &[&str] = &[
    "reached",
    "arrived",
    "brought",
    "taken",
    "rushed",
    "transferred",
    "moved",
    "carried",
    "airlifted",
    "flown",
    "driven",
    "received",
    "treated",
    "admitted",
    "treating",
];

/// Words of streets, which may bear the name of an office.
const STREETS: &[&str] = &["calle", "rue", "via", "avenida", "plaza", "rua", "street", "avenue", "road", "square", "boulevard"];

/// The longest walk from a place to its preposition, in chunks.
const WALK: usize = 8;

/// Ends of compounds that make a place a mere quality.
const AFFIXES: &[&str] = &[
    "-bound",
    "-based",
    "-born",
    "-backed",
    "-made",
    "-led",
    "-owned",
    "-run",
    "-flagged",
    "-controlled",
    "-held",
    "-built",
    "-brokered",
];

/// Rooms and gatherings in which people speak: what they tell of happened elsewhere.
const GATHERINGS: &[&str] = &[
    "courtroom",
    "court",
    "tribunal",
    "conference",
    "summit",
    "meeting",
    "session",
    "rally",
    "vigil",
    "ceremony",
    "exile",
    "speech",
    "interview",
    "protest",
    "march",
    "demonstration",
];

/// "Kelm-bound", "Norvian-owned": the place tells of the thing's home or goal.
pub fn is_affix(reading: Reading, place: &PlaceMention) -> bool {
    let last = reading.tagged.key(place.tokens.end - 1);
    let ends = |key: &str| AFFIXES.iter().any(|a| key.ends_with(a));
    ends(last) || reading.tagged.key(place.tokens.end).starts_with('-')
}

/// "Rebels in Kelm fired rockets": the chunk stands behind those who fire.
pub fn is_launcher(reading: Reading, sentence: usize, at: usize) -> bool {
    let behind = |f: &Frame, c: usize| at == c + 2 && reading.chunks(sentence)[at].tokens.end <= f.trigger.start;
    reading
        .frames_of(sentence)
        .filter(|f| f.sense == Sense::Weapon(Action::Launched))
        .any(|f| f.filled(Slot::Agent).any(|c| behind(f, c)))
}

/// "Kelm's …".
pub fn is_genitive(reading: Reading, place: &PlaceMention) -> bool {
    matches!(reading.tagged.key(place.tokens.end), "'s" | "'")
}

/// "Kelm's outskirts", "Kelm's Norvin": the phrase itself is a place.
pub fn heads_place(reading: Reading, sentence: usize, at: usize) -> bool {
    let Some((phrase, tokens)) = reading.phrase(sentence, at) else { return false };
    is_place_noun(reading.tagged.key(phrase.head)) || reading.places(tokens).any(|(_, p)| p.tokens.contains(&phrase.head))
}

pub fn chunk_at(chunks: &[Chunk], token: usize) -> Option<usize> {
    let at = chunks.partition_point(|c| c.tokens.end <= token);
    chunks.get(at).filter(|c| c.tokens.contains(&token)).map(|_| at)
}

/// "and" stands before the chunk: it goes on a list.
pub fn is_joined(chunks: &[Chunk], at: usize) -> bool {
    at > 0 && chunks[at - 1].kind == ChunkKind::Conj
}

/// Only list marks, places, numbers of people and prepositions stand between two places of one list:
/// "three in Kelm, two in Norvia".
pub fn is_listed_with(reading: Reading, sentence: usize, from: usize, to: usize) -> bool {
    let mentions = &reading.mentions.places.mentions;
    let chunks = reading.chunks(sentence);
    // "The districts of Kelm and Norvin": the mention begins with its type word.
    let ends = (chunk_at(chunks, mentions[from].tokens.end - 1), chunk_at(chunks, mentions[to].tokens.start));
    let (Some(first), Some(last)) = ends else { return false };
    let between = || first + 1..last;
    let counted = |k: usize| {
        reading.phrase(sentence, k).is_some_and(|(p, t)| {
            let another = matches!(reading.tagged.key(p.head), "another" | "one" | "others" | "rest");
            another && t.len() <= 2
                || p.bare_number
                || people::of_phrase(reading.tagged, t, p.head).is_some()
                || munition::of_phrase(reading.tagged, t, p.head).is_some()
        })
    };
    let joint = |k: usize| matches!(chunks[k].kind, ChunkKind::Comma | ChunkKind::Conj);
    first <= last
        && (first == last || between().any(joint))
        && between().all(|k| match &chunks[k].kind {
            ChunkKind::Comma | ChunkKind::Conj | ChunkKind::Adverb => true,
            ChunkKind::Prep => {
                let key = reading.chunk_key(sentence, k);
                // "in Kelm, near Norvia" is one place, "two in Kelm, one near Norvia" are two.
                // "At Kelm, on Norvia's border": the second says where the first lies.
                let goes_on = chunks[k - 1].kind == ChunkKind::Comma && !matches!(key, "in" | "at");
                LOCATIVE.contains(&key) && (!BESIDE.contains(&key) && !goes_on || counted(k - 1))
            }
            ChunkKind::Noun(_) => counted(k) || heads_place(reading, sentence, k),
            _ => false,
        })
}

/// The longest way between a speaker and the verb of saying, in chunks.
const VOICE_WINDOW: usize = 24;

/// The chunk names who speaks, or stands behind it: "officials in Kelm said".
pub fn is_voice(reading: Reading, sentence: usize, at: usize) -> bool {
    let chunks = reading.chunks(sentence);
    let mut from = at;
    // Back over "of the ministry in Kelm" to the noun that the prepositions hang on.
    while from >= 2 && chunks[from - 1].kind == ChunkKind::Prep && matches!(chunks[from - 2].kind, ChunkKind::Noun(_)) {
        from -= 2;
    }
    // "fell on Kelm and Norvia, the army said": a place before a comma belongs to what is said.
    let listed = |c: usize| {
        chunks.get(c + 1).is_some_and(|next| next.kind == ChunkKind::Comma) && reading.places(&chunks[c].tokens).next().is_some()
    };
    // "Killed nine people in Kelm, a study says": who is harmed does not speak.
    let harmed = |c: usize| {
        let harms = |f: &Frame| match f.sense {
            Sense::Harm(_) => f.filled(Slot::Victims).any(|v| v == c),
            Sense::Effect(_) => f.filled(Slot::Target).any(|v| v == c) && f.chunk < c,
            _ => false,
        };
        // "Damaged twelve houses in Kelm and one in Norvin"
        let one_more = reading.phrase(sentence, c).is_some_and(|(p, _)| p.bare_number || reading.tagged.key(p.head) == "one");
        reading.frames_of(sentence).any(harms) || one_more && is_joined(chunks, c)
    };
    let near = |f: &&Frame| matches!(f.sense, Sense::Speech(_)) && f.chunk.abs_diff(at) < VOICE_WINDOW;
    reading.frames_of(sentence).filter(near).any(|f| {
        let credited = speaker::of_frame(reading, f).map(|c| c.speaker);
        f.filled(Slot::Speaker).chain(credited).any(|c| (from..=at).contains(&c) && !listed(c) && !harmed(c))
    })
}

/// A locative preposition leads to the mention, directly, through its phrase, an apposition or a list.
pub fn is_locative(reading: Reading, frame: &Frame, mention: usize) -> bool {
    let sentence = frame.sentence;
    let chunks = reading.chunks(sentence);
    let Some(mut at) = chunk_at(chunks, reading.mentions.places.mentions[mention].tokens.start) else { return false };
    for _ in 0..WALK {
        let Some(before) = at.checked_sub(1) else { return false };
        match chunks[before].kind {
            ChunkKind::Prep => return leads(reading, frame, before),
            ChunkKind::Comma | ChunkKind::Conj => {
                // "in Kelm, Norvia and the port": walk back through the list or the apposition.
                let joint = |k: &usize| matches!(chunks[*k].kind, ChunkKind::Comma | ChunkKind::Conj);
                let Some(previous) = (0..before).rev().find(|k| !joint(k)) else { return false };
                if reading.phrase(sentence, previous).is_none() {
                    return false;
                }
                at = previous;
            }
            ChunkKind::Noun(_) => at = before,
            // "At a place called Kelm"
            ChunkKind::Verb(_) if matches!(reading.chunk_key(sentence, before), "called" | "named") => at = before,
            _ => return false,
        }
    }
    false
}

/// The preposition at chunk `at` puts what follows it where the frame happened.
fn leads(reading: Reading, frame: &Frame, at: usize) -> bool {
    let key = reading.chunk_key(frame.sentence, at);
    if !LOCATIVE.contains(&key) || is_care(reading, frame, at) {
        return false;
    }
    let before = at.checked_sub(1);
    let word = before.map_or("", |c| reading.tagged.key(reading.chunks(frame.sentence)[c].tokens.end - 1));
    // "A blast at a rally in Kelm": what is struck is no mere gathering.
    let struck = before.is_some_and(|c| is_struck(reading, frame.sentence, c));
    let fired = key == "over" && FIRING.contains(&frame.predicate.lemma());
    let gathers = before
        .and_then(|c| reading.phrase(frame.sentence, c))
        .is_some_and(|(p, _)| GATHERINGS.contains(&reading.tagged.key(p.head)));
    if fired
        || gathers && !struck
        || HOME.contains(&word)
        || before.is_some_and(|c| {
            // "A patrol of the guard near Kelm": no office is merely near.
            !matches!(key, "near" | "outside" | "off" | "between") && is_office(reading, frame, c)
                || is_goal(reading, frame.sentence, c)
        })
    {
        return false;
    }
    match key {
        "from" => leaves(reading, frame, at),
        "between" => parts_places(reading, frame.sentence, at),
        "in" | "at" | "across" if is_felt(reading, frame.sentence, at) => false,
        "of" => follows_noun_of_attack(reading, frame.sentence, at) || follows_place_noun(reading, frame.sentence, at),
        // "Was blown up on the road to Kelm"
        "to" if is_road(word) => {
            let led = before.and_then(|c| c.checked_sub(1)).map_or("", |c| reading.chunk_key(frame.sentence, c));
            let from = reading.sentence(frame.sentence).start..reading.chunks(frame.sentence)[at].tokens.start;
            // "In Kelm, one was shot dead and two were abducted on the road to Norvia"
            let elsewhere = reading.places(&from).any(|(i, _)| opens(reading, frame.sentence, i));
            matches!(led, "on" | "along" | "near" | "off" | "at") && !elsewhere
        }
        _ => !DIRECTED.contains(&key) || follows_noun_of_attack(reading, frame.sentence, at),
    }
}

/// "The quake was felt in Kelm, and as well in Norvin": it did no harm there. `at` is the preposition.
pub fn is_felt(reading: Reading, sentence: usize, at: usize) -> bool {
    let chunks = reading.chunks(sentence);
    let clause = chunks[at].clause;
    let here = |c: &usize| chunks[*c].clause == clause;
    let mut before = (0..at).rev().take_while(here);
    let verb = before
        .find(|c| matches!(chunks[*c].kind, ChunkKind::Verb(_)) || matches!(reading.chunk_key(sentence, *c), "felt" | "visible"));
    verb.is_some_and(|c| match &chunks[c].kind {
        ChunkKind::Verb(group) => matches!(reading.tagged.key(group.main), "felt" | "seen" | "visible"),
        _ => true,
    })
}

/// "Cut power to Kelm": the place that goes without stands behind "to".
pub fn loses_supply(reading: Reading, frame: &Frame) -> bool {
    let behind_to = |c: usize| c > 0 && reading.chunk_key(frame.sentence, c - 1) == "to";
    frame.filled(Slot::Target).any(behind_to)
}

/// What an attack is told to be on: "targeted a rally", "a bomb at a funeral".
pub fn is_struck(reading: Reading, sentence: usize, chunk: usize) -> bool {
    let on = |f: &Frame| match f.sense {
        Sense::Effect(_) => f.filled(Slot::Target).any(|c| c == chunk),
        Sense::Weapon(_) | Sense::Event(_) => f.filled(Slot::Place).any(|c| c == chunk),
        _ => false,
    };
    reading.frames_of(sentence).any(on)
}

/// "a weather service in Kelm": who speaks there, unless it is what the frame happens to.
fn is_office(reading: Reading, frame: &Frame, chunk: usize) -> bool {
    let Some((phrase, tokens)) = reading.phrase(frame.sentence, chunk) else { return false };
    // "Shot dead by soldiers in Kelm": those who do it are there, too.
    let mut harmed = [Slot::Victims, Slot::Target, Slot::Agent].into_iter().flat_map(|s| frame.filled(s));
    let key = chunk.checked_sub(1).map_or("", |c| reading.chunk_key(frame.sentence, c));
    // "Killed with clubs near Kelm"; "three members of a militia in Kelm"; "on Calle Mayor in Kelm"
    let means = key == "with" || tokens.clone().any(|i| STREETS.contains(&reading.tagged.key(i)));
    let part = (key == "of").then(|| chunk.saturating_sub(2));
    let end = phrase.head + 1;
    reading.tagged.ending(Table::Office, tokens.start, end).is_some()
        && target::of_phrase(reading.tagged, tokens, phrase.head).is_none()
        && !means
        && !harmed.any(|c| c == chunk || Some(c) == part)
}

/// "were moved to hotels in Kelm": where people go, not where they were harmed.
fn is_goal(reading: Reading, sentence: usize, chunk: usize) -> bool {
    let chunks = reading.chunks(sentence);
    let to = chunk
        .checked_sub(1)
        .filter(|k| chunks[*k].kind == ChunkKind::Prep && matches!(reading.chunk_key(sentence, *k), "to" | "towards" | "toward"));
    // "Was shot to death in Kelm"
    let death = matches!(reading.chunk_key(sentence, chunk), "death" | "ground" | "ashes");
    to.is_some_and(|k| !death && reading.phrase(sentence, chunk).is_some() && !follows_noun_of_attack(reading, sentence, k))
}

/// "died at a hospital in Kelm": the place of the hospital is not that of the harm.
fn is_care(reading: Reading, frame: &Frame, preposition: usize) -> bool {
    let noun = preposition.checked_sub(1).and_then(|c| reading.phrase(frame.sentence, c));
    let health = noun.is_some_and(|(p, t)| target::of_phrase(reading.tagged, t, p.head) == Some(Category::Health));
    let clause = reading.clause(frame.sentence, frame.clause);
    let start = reading.chunks(frame.sentence)[preposition].tokens.start;
    // "Six wounded men had reached a hospital in Kelm"
    let brought = || (clause.start..start).any(|i| BROUGHT.contains(&reading.tagged.key(i)));
    // "Eleven are in a critical condition in hospitals in Kelm"
    let state = frame.sense == Sense::Harm(Kind::Wounded) && frame.predicate.part_of_speech() != "v";
    health && (state || CARE.contains(&frame.predicate.lemma()) || brought())
}

/// "were evacuated from Kelm", "the bodies were pulled from": what is left is where the harm was done; "a man from Kelm" is not.
fn leaves(reading: Reading, frame: &Frame, preposition: usize) -> bool {
    let moved = matches!(
        frame.sense,
        Sense::Harm(Kind::Evacuated | Kind::Rescued | Kind::Displaced | Kind::Kidnapped | Kind::Captured | Kind::Trapped)
    );
    let from_verb =
        preposition.checked_sub(1).is_some_and(|c| matches!(reading.chunks(frame.sentence)[c].kind, ChunkKind::Verb(_)));
    // "Buses took 112 orphans from Kelm".
    let object = frame.sense == Sense::Harm(Kind::Evacuated) && frame.filled(Slot::Victims).any(|c| c + 1 == preposition);
    moved && (from_verb || object)
}

/// "A convoy between Kelm and Norvin": a stretch of land, and no two sides of a fight or of talks.
fn parts_places(reading: Reading, sentence: usize, preposition: usize) -> bool {
    let chunks = reading.chunks(sentence);
    let list = &reading.mentions.places.list;
    // "A clash between Kelm and Norvin" has two sides, what "was ambushed between Kelm and Norvin" a stretch of road.
    let noun = preposition.checked_sub(1).is_some_and(|c| matches!(chunks[c].kind, ChunkKind::Noun(_)));
    // "On the road between Kelm and the capital"
    let last = preposition.checked_sub(1).map_or("", |c| reading.tagged.key(chunks[c].tokens.end - 1));
    let road = is_road(last) || goes_by_road(last) || last == "border";
    // "Between the towns of Kelm and Norvin"
    let typed = reading.chunk_key(sentence, preposition + 2) == "of";
    let preposition_of = if typed { preposition + 2 } else { preposition };
    let end = |at: usize| {
        let named =
            |(_, p): (usize, &PlaceMention)| (road || !list[p.place].is_capital) && list[p.place].kind != PlaceType::Country;
        chunks.get(at).is_some_and(|c| reading.places(&c.tokens).any(named))
    };
    let both = end(preposition_of + 1) && end(preposition_of + 3) && is_joined(chunks, preposition_of + 3);
    both && !(noun && follows_noun_of_attack(reading, sentence, preposition))
}

/// "the shelling of Norvia", "an attack against Kelm".
fn follows_noun_of_attack(reading: Reading, sentence: usize, preposition: usize) -> bool {
    reading
        .frames_of(sentence)
        .any(|f| matches!(f.sense, Sense::Event(_) | Sense::Effect(_) | Sense::Weapon(_)) && f.chunk + 1 == preposition)
}

/// Posts that are called after their town.
const POSTS: &[&str] = &["station", "post", "prison", "jail", "barracks", "base", "airport", "checkpoint", "harbour", "harbor"];

/// "in the city of Kelm", "in the village of Norvika", "north of Kelm".
fn follows_place_noun(reading: Reading, sentence: usize, preposition: usize) -> bool {
    let Some(chunk) = preposition.checked_sub(1).and_then(|c| reading.chunks(sentence).get(c)) else { return false };
    let led = || preposition >= 2 && matches!(reading.chunk_key(sentence, preposition - 2), "at" | "in" | "near" | "outside");
    // "At the police station of Kelm"
    let post = || POSTS.contains(&reading.tagged.key(chunk.tokens.end - 1));
    chunk.tokens.end > 0 && is_place_noun(reading.tagged.key(chunk.tokens.end - 1)) || led() && post()
}

/// The place stands before the head of its phrase: "the Kelm market", "Kelm's market".
pub fn modifies(reading: Reading, sentence: usize, at: usize, mention: usize) -> bool {
    let place = &reading.mentions.places.mentions[mention];
    reading.phrase(sentence, at).is_some_and(|(p, _)| place.tokens.end <= p.head)
}

/// "Kelm's market", "the Kelm bus station": the place says where the thing is.
pub fn modifies_target(reading: Reading, sentence: usize, at: usize, mention: usize) -> bool {
    modifies(reading, sentence, at, mention)
        && reading.phrase(sentence, at).is_some_and(|(p, t)| target::of_phrase(reading.tagged, t, p.head).is_some())
}

/// "the Kelm attack", "Kelm's floods": the place says where the event was, unless the event names its place itself
/// ("Kelm's attack on Norvia"). A country fires; only of a disaster it says where.
pub fn modifies_event(reading: Reading, sentence: usize, at: usize, mention: usize) -> bool {
    if !modifies(reading, sentence, at, mention) {
        return false;
    }
    let places = &reading.mentions.places;
    let country = places.list[places.mentions[mention].place].kind == PlaceType::Country;
    reading.frames_of(sentence).filter(|f| f.chunk == at).any(|f| match f.sense {
        // "Norvia fires on Kelm" is no fire in Norvia.
        Sense::Event(kind) => {
            f.filled(Slot::Place).next().is_none() && (!country || is_disaster(kind) && kind != EventType::Fire)
        }
        _ => false,
    })
}

/// An event that strikes land, not a target.
pub fn is_disaster(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::Earthquake | EventType::Flood | EventType::Storm | EventType::Fire | EventType::Landslide | EventType::Crash
    )
}

/// The mention is what the predicate happens to, or that of another clause it hangs on: "hit Norvia", "targeting Kelm".
pub fn is_argument(reading: Reading, frame: &Frame, at: usize, own: bool) -> bool {
    let happens = |f: &Frame| [Slot::Target, Slot::Place].into_iter().any(|s| f.filled(s).any(|c| c == at));
    let clause = reading.chunks(frame.sentence)[at].clause;
    happens(frame) || !own && reading.frames_of(frame.sentence).any(|f| f.clause == clause && happens(f))
}

/// Verbs whose subject is where the event happens that they have for an object.
const UNDERGO: &[&str] =
    &["saw", "see", "sees", "seen", "suffered", "suffers", "experienced", "witnessed", "endured", "weathered"];

/// "Kelm saw 171 attacks", "Norvia has suffered its worst flood": the subject is where it happened.
pub fn undergoes(reading: Reading, sentence: usize, at: usize) -> bool {
    let chunks = reading.chunks(sentence);
    let verb = (at + 1..chunks.len()).find(|k| chunks[*k].kind != ChunkKind::Adverb);
    let Some(verb) =
        verb.filter(|k| matches!(&chunks[*k].kind, ChunkKind::Verb(g) if UNDERGO.contains(&reading.tagged.key(g.main))))
    else {
        return false;
    };
    // "Has seen weeks of shelling"
    let object = if reading.chunk_key(sentence, verb + 2) == "of" { verb + 1..verb + 4 } else { verb + 1..verb + 2 };
    reading.frames_of(sentence).any(|f| matches!(f.sense, Sense::Event(_)) && object.contains(&f.chunk))
}

/// A preposition of place leads to the mention, whatever is told.
pub fn opens(reading: Reading, sentence: usize, mention: usize) -> bool {
    let chunks = reading.chunks(sentence);
    let Some(at) = chunk_at(chunks, reading.mentions.places.mentions[mention].tokens.start) else { return false };
    let before =
        (0..at).rev().take(WALK).find(|k| !matches!(chunks[*k].kind, ChunkKind::Comma | ChunkKind::Conj | ChunkKind::Noun(_)));
    before.is_some_and(|k| {
        let key = reading.chunk_key(sentence, k);
        let home = chunks[..k].last().is_some_and(|c| HOME.contains(&reading.tagged.key(c.tokens.end - 1)));
        chunks[k].kind == ChunkKind::Prep
            && LOCATIVE.contains(&key)
            && !home
            && (key != "between" || parts_places(reading, sentence, k))
            && (!DIRECTED.contains(&key) || key == "of" && follows_place_noun(reading, sentence, k))
    })
}
