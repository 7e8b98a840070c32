//! People told by their names: "Ana Ruiz", "Peter Hall, 12".

use crate::event::reading::Reading;
use crate::frame::chunk::{Determiner, Phrase};
use crate::lexicon::{Form, Table};
use crate::mention::place::PlaceMention;
use crate::text::{TokenKind, Tokens};

/// ", 12," or "(34)" or ", aged 40" begins at token `at`.
fn has_age(reading: Reading, at: usize) -> bool {
    let key = |i: usize| reading.tagged.key(i);
    let number = |i: usize| key(i).parse::<u64>().is_ok_and(|n| (1..110).contains(&n));
    let closed = |i: usize| matches!(key(i), "," | ")" | "." | ";" | "and" | "");
    match key(at) {
        "," => number(at + 1) && closed(at + 2) || key(at + 1) == "aged",
        "(" => number(at + 1) && key(at + 2) == ")",
        _ => false,
    }
}

/// Two capitalised words or more that are no place and no body.
pub fn is_person_name(reading: Reading, tokens: &Tokens, phrase: &Phrase) -> bool {
    let capital = |i: &usize| reading.text.tokens[*i].capital && reading.text.tokens[*i].kind == TokenKind::Word;
    let names = tokens.clone().rev().take_while(capital).count();
    // "Chibok, Borno State": one place with its region.
    let overlaps = |m: &PlaceMention| m.tokens.start < tokens.end && m.tokens.end > tokens.start;
    let elsewhere = reading.places(&(tokens.start.saturating_sub(4)..tokens.end)).any(|(_, m)| overlaps(m));
    let table = |t| reading.tagged.ending(t, tokens.start, phrase.head + 1).is_some();
    // "Peter Hall, 12": who has an age is neither a place nor a building.
    if phrase.det == Determiner::None && names == tokens.len() && names >= 2 && has_age(reading, tokens.end) {
        return true;
    }
    phrase.det == Determiner::None
        && names >= 2
        && !elsewhere
        && !table(Table::Office)
        && !table(Table::Actor)
        && !table(Table::Munition)
        && !table(Table::Target)
}

/// "the Swiss guide Hans Meier": the noun for one person before a name that the text has not told before.
pub fn called(reading: Reading, tokens: &Tokens) -> Option<usize> {
    let capital = |i: &usize| reading.text.tokens[*i].capital && reading.text.tokens[*i].kind == TokenKind::Word;
    let name = tokens.end - tokens.clone().rev().take_while(capital).count()..tokens.end;
    let noun = name.start.checked_sub(1).filter(|noun| tokens.contains(noun) && !name.is_empty())?;
    let person = reading.tagged.ending(Table::People, 0, name.start).is_some_and(|m| m.entry.form == Form::Base);
    let last = reading.text.word(tokens.end - 1);
    (person && !(0..tokens.start).any(|i| reading.text.word(i) == last)).then_some(noun)
}
