//! Parts and sequels: places that a toll is shared out among, and those where "it happened".

use crate::event::locative::{self, chunk_at};
use crate::event::reading::Reading;
use crate::event::scope::Scopes;
use crate::frame::chunk::ChunkKind;
use crate::frame::predicate::Sense;
use crate::mention::people;
use crate::mention::place::PlaceForm;
use crate::report::{Kind, PlaceType};
use crate::scope::Scope;

/// Prepositions of place before a part of a toll's place.
const IN: &[&str] = &["in", "at", "near", "outside"];

/// Verbs of what happens.
const HAPPENING: &[&str] = &["happened", "occurred", "happen", "unfolded"];

/// What happens so: a noun that means the harm told before.
const DEEDS: &[&str] = &[
    "incident",
    "incidents",
    "accident",
    "accidents",
    "tragedy",
    "killing",
    "killings",
    "attack",
    "attacks",
    "shooting",
    "shootings",
    "explosion",
    "blast",
    "crash",
    "collision",
    "murder",
    "murders",
    "disaster",
    "assault",
    "massacre",
    "stabbing",
    "abduction",
    "kidnapping",
    "ambush",
    "clash",
    "clashes",
    "fire",
    "derailment",
    "stampede",
    "collapse",
    "raid",
    "violence",
    "fighting",
    "deaths",
];

/// Mentions with their scope.
pub fn told(reading: Reading, scopes: &Scopes, sentence: usize) -> Vec<(usize, Scope)> {
    let mut found = shared_out(reading, scopes, sentence);
    found.extend(happened(reading, scopes, sentence));
    found
}

/// "Strikes killed 27 people, medics said, including 11 in Kelm and five people in a queue in Norvia".
fn shared_out(reading: Reading, scopes: &Scopes, sentence: usize) -> Vec<(usize, Scope)> {
    let chunks = reading.chunks(sentence);
    let key = |c: usize| reading.chunk_key(sentence, c);
    let Some(from) = (0..chunks.len()).find(|c| key(*c) == "including" || key(*c) == "among" && key(c + 1) == "them") else {
        return Vec::new();
    };
    let harm = |f: &&crate::frame::Frame| {
        matches!(f.sense, Sense::Harm(Kind::Killed | Kind::Wounded | Kind::Missing | Kind::Kidnapped))
            && !f.negated
            && f.chunk < from
    };
    let Some(frame) = reading.frames_of(sentence).filter(|f| reading.bears(f)).find(harm) else { return Vec::new() };
    let scope = match scopes.of(frame) {
        Scope::Current => Scope::Current,
        _ => return Vec::new(),
    };
    let counted = |c: usize| {
        reading
            .phrase(sentence, c)
            .is_some_and(|(p, t)| p.bare_number || p.quantity.is_some() && people::of_phrase(reading.tagged, t, p.head).is_some())
    };
    let range = chunks[from].tokens.start..reading.sentence(sentence).end;
    let part = |m: usize| {
        let place = &reading.mentions.places.mentions[m];
        let at = chunk_at(chunks, place.tokens.start)?;
        let led = at > from + 1 && IN.contains(&key(at - 1)) && chunks[at - 1].kind == ChunkKind::Prep;
        // Back to the number, over "from one family" and "waiting for bread".
        let walk = (from + 1..at.saturating_sub(1)).rev().take_while(|c| {
            matches!(chunks[*c].kind, ChunkKind::Noun(_) | ChunkKind::Prep | ChunkKind::Verb(_) | ChunkKind::Adverb)
        });
        let number = walk.into_iter().any(counted);
        let own = place.form == PlaceForm::Name && !locative::is_voice(reading, sentence, at);
        let country = reading.mentions.places.list[place.place].kind == PlaceType::Country;
        (led && number && own && !country).then_some(())
    };
    reading.places(&range).map(|(m, _)| m).filter(|m| part(*m).is_some()).map(|m| (m, scope)).collect()
}

/// "The killings happened near Kelm", "the accident took place in Norvia".
pub fn happened(reading: Reading, scopes: &Scopes, sentence: usize) -> Vec<(usize, Scope)> {
    let chunks = reading.chunks(sentence);
    let key = |i: usize| reading.tagged.key(i);
    let verb = |c: &usize| match &chunks[*c].kind {
        ChunkKind::Verb(group) => {
            let takes = key(group.main) == "took" && key(group.main + 1) == "place";
            (takes || HAPPENING.contains(&key(group.main))) && group.modal.is_none()
        }
        _ => false,
    };
    let Some(at) = (0..chunks.len()).find(verb) else { return Vec::new() };
    let names_deed = |c: usize| reading.phrase(sentence, c).is_some_and(|(p, _)| DEEDS.contains(&key(p.head)));
    let deed = (0..at).rev().filter(|c| chunks[*c].clause == chunks[at].clause).any(names_deed);
    // "The attack, which the army confirmed later, happened in Kelm"
    let deed = deed || at > 0 && chunks[at - 1].kind == ChunkKind::Comma && (0..2).any(names_deed);
    // "It happened at Kelm": what the sentences before have told.
    let points = at > 0 && matches!(reading.chunk_key(sentence, at - 1), "it" | "this" | "that");
    let told = || {
        (0..sentence)
            .any(|s| reading.frames_of(s).any(|f| matches!(f.sense, Sense::Harm(_) | Sense::Event(_)) && reading.bears(f)))
    };
    let deed = deed || points && told();
    let scope = scopes.of_words(sentence, chunks[at].clause);
    if !deed || scope != Scope::Current || scopes.is_earlier(sentence, chunks[at].tokens.start) {
        return Vec::new();
    }
    let behind = chunks[at].tokens.end..reading.clause(sentence, chunks[at].clause).end;
    let here = |m: &usize| {
        let place = &reading.mentions.places.mentions[*m];
        let country = reading.mentions.places.list[place.place].kind == PlaceType::Country;
        !country && place.form == PlaceForm::Name && locative::opens(reading, sentence, *m)
    };
    reading.places(&behind).map(|(m, _)| m).find(here).map(|m| (m, scope)).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use crate::event::sample::hit;

    #[test]
    fn a_toll_shared_out() {
        assert_eq!(
            hit(
                "Strikes killed 30 people on Monday, medics said, including 11 from one family in Sumy and six shoppers in Izium."
            ),
            ["Sumy", "Izium"]
        );
    }

    #[test]
    fn where_it_happened() {
        assert_eq!(hit("Gunmen stopped a bus and shot nine passengers. The killings happened near Quetta."), ["Quetta"]);
        assert_eq!(hit("Six people were hurt when a lorry hit a bus. The accident took place in Multan."), ["Multan"]);
        let text = "A roof fell in Punjab and killed two boys. It happened at Norvapur, a hamlet in Multan district.";
        assert_eq!(hit(text), ["Norvapur"]);
    }
}
