//! Implied places: where the harm of a text was done that no word ties to a place outright.

mod loose;

use super::reading::Reading;
use super::role::role_of;
use super::scope::Scopes;
use super::{locative, nearby, nested, sites};
use crate::frame::Frame;
use crate::frame::predicate::{Sense, Slot};
use crate::lexicon::Table;
use crate::mention::place::PlaceForm;
use crate::report::{Kind, PlaceRole, PlaceType};
use crate::scope::Scope;

/// How many sentences may tell in words of no frame what happened.
const WORDED: usize = 4;

/// Words beside which nothing has happened.
const UNREAL: &[&str] =
    &["could", "may", "might", "if", "unless", "drill", "drills", "exercise", "film", "novel", "talks", "deal"];

/// The places of the harm that no word ties to one outright, with their roles.
pub fn places(reading: Reading, scopes: &Scopes) -> Vec<(usize, PlaceRole, Scope)> {
    let loose = loose::told(reading, scopes);
    let aimed = loose.iter().all(|(_, role, _)| *role == PlaceRole::Targeted);
    if !aimed {
        return loose;
    }
    let near = place(reading, scopes).into_iter().collect::<Vec<_>>();
    let found = if near.is_empty() { loose::of_news(reading, scopes) } else { near };
    if found.is_empty() { loose } else { found }
}

/// The places of harm that is told of something unheard of.
pub fn loosely_told(reading: Reading, scopes: &Scopes) -> Vec<(usize, PlaceRole, Scope)> {
    loose::told(reading, scopes)
}

/// The place that stands nearest to a sentence of harm, in it or beside it, with its role.
fn place(reading: Reading, scopes: &Scopes) -> Option<(usize, PlaceRole, Scope)> {
    let mut best: Option<(Nearness, usize, Scope)> = None;
    // "officials in Kelm speak of 35 killed": a toll whose number the frame does not hold.
    let counted = |f: &Frame| {
        let sentence = reading.sentence(f.sentence);
        let quantities = &reading.mentions.quantities;
        let first = quantities.partition_point(|q| q.tokens.start < sentence.start);
        let number = quantities.get(first).is_some_and(|q| q.tokens.start < sentence.end);
        matches!(f.sense, Sense::Harm(Kind::Killed | Kind::Wounded | Kind::Missing)) && number && f.slots.is_empty()
    };
    let harms = |f: &&Frame| match f.sense {
        Sense::Harm(kind) => kind != Kind::Arrested && !f.negated,
        Sense::Effect(_) => !f.negated,
        _ => false,
    };
    for frame in reading.parse.frames.iter().filter(harms).filter(|f| reading.bears(f) || counted(f)) {
        let scope = match scopes.of(frame) {
            Scope::Prospective => continue,
            Scope::Current => Scope::Current,
            _ => Scope::Background,
        };
        let here = around(reading, frame.sentence);
        if let Some((near, place)) = here.filter(|(near, _)| best.is_none_or(|(known, _, _)| *near < known)) {
            best = Some((near, place, scope));
        }
    }
    let tied = best.filter(|(_, p, _)| is_sure(reading, *p)).map(|(_, place, scope)| (place, PlaceRole::Hit, scope));
    tied.or_else(|| only_named(reading, scopes)).or_else(|| worded(reading, scopes))
}

/// Sure of its sense, or a name that no map has and the text puts somewhere.
pub fn is_sure(reading: Reading, place: usize) -> bool {
    let place = &reading.mentions.places.list[place];
    place.confidence >= nearby::SURE || place.geonames.is_none() && place.lat.is_some()
}

/// The nearest place in a sentence and those beside it in its paragraph.
fn around(reading: Reading, sentence: usize) -> Option<(Nearness, usize)> {
    let paragraph = |s: usize| reading.text.sentences.get(s).map(|x| x.paragraph);
    let beside = [Some(sentence), sentence.checked_add(1), sentence.checked_sub(1)].into_iter().flatten();
    let beside = beside.filter(|s| paragraph(*s).is_some() && paragraph(*s) == paragraph(sentence));
    let mut best: Option<(Nearness, usize)> = None;
    for s in beside {
        for (i, p) in reading.places(&reading.sentence(s)) {
            let near = nearness(reading, s, i, s == sentence);
            if let Some(near) = near.filter(|n| best.is_none_or(|(known, _)| *n < known)) {
                best = Some((near, p.place));
            }
        }
    }
    best
}

/// "Lightning felled ten farm workers near Kelm", "a boiler burst at a mill in Norvia": harm in words that no frame holds.
fn worded(reading: Reading, scopes: &Scopes) -> Option<(usize, PlaceRole, Scope)> {
    let key = |i: usize| reading.tagged.key(i);
    let told = |s: &usize| {
        let range = reading.sentence(*s);
        let denied = reading.frames_of(*s).any(|f| f.negated || scopes.of(f) == Scope::Prospective);
        // "Lightning killed 26 cows"
        let beasts =
            |f: &Frame| matches!(f.sense, Sense::Harm(_)) && f.filled(Slot::Victims).next().is_some() && !reading.bears(f);
        let beasts = reading.frames_of(*s).any(beasts);
        !denied && !beasts && !range.clone().any(|i| UNREAL.contains(&key(i))) && reading.has_cue(range, "harm")
    };
    let count = reading.text.sentences.len().min(WORDED);
    let found = (0..count).filter(told).find_map(|s| Some((s, around(reading, s)?.1)));
    let scope = |(s, place): (usize, usize)| (place, PlaceRole::Hit, scopes.of_words(s, 0));
    found.filter(|(_, place)| is_sure(reading, *place)).map(scope)
}

/// The one place of the first sentence that tells of harm in words that no frame holds whole: "bullets chipped a cafe in Kelm".
fn only_named(reading: Reading, scopes: &Scopes) -> Option<(usize, PlaceRole, Scope)> {
    // "Killed the deal" harms nobody; a slot that stays empty may well hold people.
    let open = |f: &Frame, slot| f.filled(slot).next().is_none();
    let tells = |f: &&Frame| match f.sense {
        Sense::Harm(kind) => !matches!(kind, Kind::Arrested | Kind::Evacuated) && (reading.bears(f) || open(f, Slot::Victims)),
        Sense::Effect(_) => reading.bears(f),
        // An attack that is tried, feared or ended has a place that its noun does not tell.
        Sense::Weapon(_) => reading.bears(f),
        _ => false,
    };
    let frames = reading.parse.frames.iter().filter(tells).filter(|f| !f.negated);
    let scoped = frames.map(|f| (f, scopes.of(f))).filter(|(_, scope)| *scope != Scope::Prospective);
    let near = |(f, scope): (&Frame, Scope)| {
        let m = nearby::near(reading, f.sentence)?;
        Some((reading.mentions.places.mentions[m].place, role_of(f), scope))
    };
    let mut found = scoped.filter_map(near);
    found.next()
}

/// How near a place stands to a harm that no word ties to it, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    /// "… in Kelm" in the sentence of the harm.
    InSentence,
    /// "Kelm's hospital", "the Kelm market".
    OfThing,
    /// "officials in Kelm", "the mayor of Kelm", "Kelm's governor".
    OfOffice,
    /// "… in Kelm" in the sentence beside it.
    Beside,
    /// "… off Norvia", and nothing nearer is named.
    Country,
}

fn nearness(reading: Reading, sentence: usize, mention: usize, same: bool) -> Option<Nearness> {
    let places = &reading.mentions.places;
    let m = &places.mentions[mention];
    let named = matches!(m.form, PlaceForm::Name | PlaceForm::Modifier) && !reading.text.in_dateline(m.tokens.start);
    let chunks = reading.chunks(sentence);
    let at = chunks.iter().position(|c| c.tokens.contains(&m.tokens.start))?;
    let country = places.list[m.place].kind == PlaceType::Country;
    let talks = reading.frames_of(sentence).any(|f| f.sense == Sense::Talks);
    let met = || sites::is_held_there(reading, sentence, mention) || sites::told_as_venue(reading, sentence, mention);
    if !named
        || country
        || talks
        || met()
        || nested::is_measured(reading, mention)
        || sites::told_as_origin(reading, sentence, mention)
        || sites::is_said_there(reading, sentence, at)
    {
        return None;
    }
    let office = |c: usize| {
        let phrase = reading.phrase(sentence, c);
        phrase.is_some_and(|(p, t)| reading.tagged.ending(Table::Office, t.start, p.head + 1).is_some())
    };
    let led_from = at > 0 && matches!(reading.chunk_key(sentence, at - 1), "in" | "of" | "at" | "near");
    let of_office = office(at) || at >= 2 && led_from && office(at - 2);
    let led = locative::opens(reading, sentence, mention);
    // "Was flown to Kelm hospital"
    let is_goal = || at > 0 && reading.chunk_key(sentence, at - 1) == "to";
    if country {
        let alone = reading.mentions.places.mentions.iter().all(|p| p.place == m.place || p.form != PlaceForm::Name);
        return (same && led && alone).then_some(Nearness::Country);
    }
    match (same, of_office) {
        (true, false) if led && !locative::is_voice(reading, sentence, at) => Some(Nearness::InSentence),
        (true, _) if locative::modifies_target(reading, sentence, at, mention) && !is_goal() => Some(Nearness::OfThing),
        (true, true) => Some(Nearness::OfOffice),
        (false, false) if led && !locative::is_voice(reading, sentence, at) => Some(Nearness::Beside),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::hit;

    #[test]
    fn harm_in_words_of_no_frame_has_its_place() {
        assert_eq!(hit("A pressure vessel burst at a brewery in Valdivia, Chile."), ["Valdivia"]);
        assert_eq!(hit("Lightning set hay alight near Wagga Wagga."), ["Wagga Wagga"]);
    }

    #[test]
    fn what_may_happen_has_none() {
        assert_eq!(hit("A bomb could go off at a market in Quetta, officials fear.").len(), 0);
        assert_eq!(hit("In a courtroom in Geneva a witness spoke of the arson.").len(), 0);
    }
}
