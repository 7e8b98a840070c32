//! Sources: whose word each count is, beyond the attribution of its own clause.

use super::Placed;
use super::attribution::{self, Saying};
use super::cast::{Cast, Member};
use super::count::Tally;
use super::reading::Reading;
use crate::frame::predicate::Slot;
use crate::mention::place::PlaceForm;
use crate::report::{Act, ActorType, Form, Status};
use crate::scope::Scope;

/// Endings of adjectives that make an official one of a party: "the rebel-backed governor".
const SIDES: &[&str] = &["-backed", "-installed", "-appointed", "-allied", "-aligned"];

/// Words with which a sentence goes on counting what the one before told.
const GOING_ON: &[&str] = &["another", "also", "too", "others", "all"];

/// Gives counts the source that their sentence, the sentence before or, for a headline, the article names; says which of
/// them are a party's claims.
pub fn mend(reading: Reading, cast: &Cast, sayings: &[Saying], counts: &mut [Placed<Tally>]) {
    for row in counts.iter_mut() {
        let number = row.fact.tokens.end - 1;
        let trigger = reading.parse.frames[row.fact.frame].trigger.start;
        let known = |s: &&Saying| s.speaker.is_some();
        let said = attribution::of_token(sayings, row.setting.sentence, trigger).filter(known);
        let saying = said.or_else(|| attribution::of_token(sayings, row.setting.sentence, number).filter(known));
        let saying = saying.or_else(|| before(reading, sayings, row));
        row.setting.source = saying.and_then(|s| s.speaker);
        let speaker = row.setting.source.map(|s| &cast.members[s]);
        // Who accuses another of the attack is a party to it, and so are the figures.
        let accuses = |s: &Saying| s.act == Act::Accuses && s.speaker.is_some() && s.speaker == row.setting.source;
        let claims = saying.is_some_and(|s| matches!(s.act, Act::Claims | Act::Accuses))
            || speaker.is_some_and(|s| s.is_party) && sayings.iter().any(accuses)
            || speaker.is_some_and(|s| is_claim(reading, s, &row.fact));
        match row.setting.status {
            Status::Claimed if !claims => row.setting.status = Status::Reported,
            Status::Reported if claims => row.setting.status = Status::Claimed,
            _ => {}
        }
    }
    headlines(reading, counts);
}

/// A figure of the headline is that of the first to give it in the text.
fn headlines(reading: Reading, counts: &mut [Placed<Tally>]) {
    let in_title = |row: &Placed<Tally>| reading.text.sentences[row.setting.sentence].in_title;
    for i in 0..counts.len() {
        let row = &counts[i];
        if !in_title(row) || row.setting.source.is_some() {
            continue;
        }
        let same = |r: &&Placed<Tally>| {
            let figures = (r.fact.amount.low, r.fact.amount.high) == (row.fact.amount.low, row.fact.amount.high);
            !in_title(r) && r.fact.kind == row.fact.kind && (figures || r.fact.amount.low == row.fact.amount.low)
        };
        counts[i].setting.source = counts.iter().find(same).and_then(|r| r.setting.source);
    }
}

/// "Ten died, officials said. Another 31 were wounded": the figure goes on from the attribution of the sentence before.
fn before<'a>(reading: Reading, sayings: &'a [Saying], row: &Placed<Tally>) -> Option<&'a Saying> {
    let at = row.setting.sentence;
    let previous = at.checked_sub(1)?;
    let sentences = &reading.text.sentences;
    if sentences[at].paragraph != sentences[previous].paragraph || row.setting.scope != Scope::Current {
        return None;
    }
    let here = reading.sentence(at);
    let own = sayings.iter().any(|s| s.sentence == at);
    let goes_on = here.clone().any(|i| GOING_ON.contains(&reading.tagged.key(i)));
    // The whole sentence before is somebody's word: it begins with what is said, and the attribution ends it.
    let whole = |s: &&Saying| {
        let range = reading.sentence(previous);
        s.sentence == previous
            && s.form != Form::Direct
            && s.speaker.is_some()
            && s.tokens.start <= range.start + 1
            && s.goes_on.is_none()
    };
    sayings.iter().find(whole).filter(|_| goes_on && !own)
}

/// What a party says of its enemy, and of what it did itself, is a claim.
fn is_claim(reading: Reading, speaker: &Member, tally: &Tally) -> bool {
    let described = format!("{} {}", speaker.name, speaker.description).to_lowercase();
    if SIDES.iter().any(|side| described.split([' ', ',']).any(|w| w.ends_with(side))) {
        return true;
    }
    if !speaker.is_party && !matches!(speaker.kind, ActorType::Military | ActorType::Group) {
        return false;
    }
    let frame = &reading.parse.frames[tally.frame];
    let mut agents = frame.filled(Slot::Agent).filter_map(|c| reading.phrase(frame.sentence, c));
    let itself = agents.any(|(phrase, tokens)| {
        let key = reading.tagged.key(tokens.start);
        let pronoun = phrase.pronoun && matches!(key, "it" | "they" | "we");
        pronoun || matches!(key, "its" | "our" | "their") || speaker.written.iter().any(|w| *w == reading.text.words(tokens))
    });
    match tally.group {
        "militants" => true,
        "soldiers" => itself || is_foreign(reading, speaker, tally),
        _ => itself,
    }
}

/// The soldiers are another country’s than the speaker.
fn is_foreign(reading: Reading, speaker: &Member, tally: &Tally) -> bool {
    let country = |p: usize| reading.mentions.places.list[p].country.as_ref();
    let mut people = reading.places(&tally.tokens).filter(|(_, p)| matches!(p.form, PlaceForm::Adjective | PlaceForm::People));
    people.any(|(_, p)| speaker.country.is_none() || country(p.place) != speaker.country.as_ref())
}
