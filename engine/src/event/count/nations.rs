//! People told by their nation: "12 Ukrainians", "a Dane", "30 Rohingya".

use crate::event::reading::Reading;
use crate::lexicon::Table;
use crate::mention::place::PlaceForm;
use crate::report::Kind;
use crate::text::{TokenKind, Tokens};

/// "12 Ukrainians".
pub fn is_nation(reading: Reading, tokens: &Tokens, head: usize) -> bool {
    // "three Lebanese": the word for the people is that for what is theirs.
    reading.places(tokens).any(|(_, p)| matches!(p.form, PlaceForm::People | PlaceForm::Adjective) && p.tokens.end == head + 1)
}

/// "a Kenyan", "a Dane": one name alone behind the article.
pub fn is_one_of_nation(reading: Reading, kind: Kind, tokens: &Tokens, head: usize) -> bool {
    let harmed = matches!(kind, Kind::Killed | Kind::Wounded | Kind::Kidnapped | Kind::Captured | Kind::Arrested);
    let word = &reading.text.tokens[head];
    let listed = [Table::Munition, Table::Target, Table::Unit, Table::Actor, Table::Office, Table::Predicate]
        .iter()
        .any(|t| reading.tagged.ending(*t, tokens.start, head + 1).is_some());
    let place = reading.places(tokens).any(|(_, p)| !matches!(p.form, PlaceForm::Adjective | PlaceForm::People));
    harmed && head == tokens.start + 1 && word.capital && !word.all_caps && word.kind == TokenKind::Word && !listed && !place
}

/// "30 Rohingya", "three Sherpas": a capitalised plural that is no place, body or thing.
pub fn is_unlisted_people(reading: Reading, tokens: &Tokens, head: usize) -> bool {
    let word = &reading.text.tokens[head];
    let listed = [Table::Munition, Table::Target, Table::Unit, Table::Actor, Table::Number, Table::Predicate]
        .iter()
        .any(|t| reading.tagged.ending(*t, tokens.start, head + 1).is_some());
    word.capital
        && !word.all_caps
        && word.kind == TokenKind::Word
        && head > tokens.start
        && !reading.text.tokens[head - 1].capital
        && !listed
        && reading.places(tokens).next().is_none()
}
