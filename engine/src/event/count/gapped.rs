//! Numbers that share the verb of a toll: "put the dead at 12 and the injured at 37", "local media put the dead at four and the
//! rebels at nine".

use super::Tally;
use crate::event::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::ChunkKind;
use crate::frame::predicate::Slot;
use crate::lexicon::Table;
use crate::mention::people;
use crate::report::{Bound, Kind};

/// What the gapped phrase is a number of.
enum Gap {
    Kind(Kind),
    Source,
}

/// Widens `main` to the number that another source gives, and finds the number of another kind.
pub fn behind(reading: Reading, main: &mut Tally) -> Option<Tally> {
    let frame = &reading.parse.frames[main.frame];
    let sentence = frame.sentence;
    frame.predicate.wants("reach")?;
    let number = frame.filled(Slot::Amount).next()?;
    let chunks = reading.chunks(sentence);
    let joint = chunks.get(number + 1).is_some_and(|c| matches!(c.kind, ChunkKind::Conj | ChunkKind::Comma));
    let key = |k: usize| if k < chunks.len() { reading.chunk_key(sentence, k) } else { "" };
    let mut at = number + 2;
    while matches!(chunks.get(at).map(|c| &c.kind), Some(ChunkKind::Conj)) || key(at) == "of" {
        at += 1;
    }
    let named = chunks.get(at).filter(|_| joint && matches!(key(at + 1), "at" | "to"))?;
    let (phrase, tokens) = reading.phrase(sentence, at + 2).filter(|(p, _)| p.bare_number && p.quantity.is_some())?;
    let counted = super::number(reading, phrase)?;
    match gap(reading, named)? {
        Gap::Kind(kind) => {
            let span = named.tokens.start..tokens.end;
            Some(Tally::plain(kind, counted.amount, reading.text.words(&span).to_string(), span, main.frame))
        }
        Gap::Source if main.amount.bound == Bound::Exact && counted.amount.bound == Bound::Exact => {
            main.amount = main.amount.or(&counted.amount);
            main.tokens.end = tokens.end;
            None
        }
        Gap::Source => None,
    }
}

/// "The pilot suffered serious injuries and the passenger fatal ones": who shares the verb of `frame` with injuries of their own.
pub fn injured(reading: Reading, index: usize, frame: &Frame) -> Option<Tally> {
    let injured = frame.predicate.wants("object").filter(|w| w.split('|').any(|o| o == "injury"))?;
    let (sentence, object) = (frame.sentence, frame.chunk + 1);
    let (person, injuries) = (object + 2, object + 3);
    let joint = reading.chunks(sentence).get(object + 1)?.kind == ChunkKind::Conj;
    let (phrase, tokens) = reading.phrase(sentence, injuries).filter(|_| joint)?;
    let head = reading.tagged.key(phrase.head);
    let noun = injured.split('|').any(|o| head == o || head.strip_suffix('s') == Some(o)) || matches!(head, "injuries" | "ones");
    let fatal = tokens.clone().any(|i| matches!(reading.tagged.key(i), "fatal" | "mortal"));
    let kind = if fatal { Kind::Killed } else { Kind::Wounded };
    let counted = super::people(reading, kind, sentence, person).filter(|_| noun)?;
    let who = reading.chunks(sentence)[person].tokens.clone();
    let tally = Tally::plain(kind, counted.amount, reading.text.words(&who).to_string(), who.start..tokens.end, index);
    Some(Tally { group: counted.group, additional: true, ..tally })
}

/// "the injured" names a kind of harm, "the resistance" who gives the number.
fn gap(reading: Reading, chunk: &crate::frame::chunk::Chunk) -> Option<Gap> {
    let last = chunk.tokens.end - 1;
    let kind = match reading.tagged.key(last) {
        "dead" | "killed" | "deaths" | "fatalities" => Some(Kind::Killed),
        "injured" | "wounded" | "hurt" | "injuries" => Some(Kind::Wounded),
        "missing" => Some(Kind::Missing),
        "displaced" | "homeless" => Some(Kind::Displaced),
        _ => None,
    };
    let speaks = || {
        let tables = [Table::People, Table::Office, Table::Actor].iter();
        tables.into_iter().any(|t| reading.tagged.ending(*t, chunk.tokens.start, chunk.tokens.end).is_some())
            || people::looks_like(reading.tagged.key(last))
            || reading.text.tokens[last].capital
            || SOURCES.contains(&reading.tagged.key(last))
    };
    kind.map(Gap::Kind).or_else(|| speaks().then_some(Gap::Source))
}

/// Nouns of those who count the dead, which no table holds.
const SOURCES: &[&str] = &[
    "resistance",
    "opposition",
    "media",
    "group",
    "groups",
    "monitors",
    "monitor",
    "sources",
    "network",
    "agency",
    "outlet",
    "outlets",
];
