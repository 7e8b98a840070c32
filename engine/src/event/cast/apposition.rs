//! Appositions: what stands beside a name and says who it is: a role, an age, a relative clause.

use super::describe::{name_tokens, trim_article, with_of};
use crate::event::reading::Reading;
use crate::frame::chunk::{ChunkKind, Determiner};
use crate::lexicon::Table;
use crate::mention::people;
use crate::text::{TokenKind, Tokens};

/// Verbs of which "who leads the brigade" makes the head of the brigade.
const LEADING: &[&str] = &["leads", "heads", "runs", "chairs", "commands", "directs", "led", "headed", "manages"];

/// The chunk in apposition to the one at `chunk`, what hangs on that and an age passed over.
fn apposed(reading: Reading, sentence: usize, chunk: usize) -> Option<usize> {
    let chunks = reading.chunks(sentence);
    let is_noun = |k: usize| reading.phrase(sentence, k).is_some();
    let mut k = chunk + 1;
    // "Inspector General (Operations) Prakash Netam".
    if reading.chunk_key(sentence, k) == "(" && reading.chunk_key(sentence, k + 2) == ")" {
        return is_noun(k + 3).then_some(k + 3);
    }
    while chunks.get(k)?.kind == ChunkKind::Prep && is_noun(k + 1) {
        k += 2;
    }
    let mut comma = false;
    if age_at(reading, sentence, k).is_some() {
        comma = reading.tagged.key(chunks[k].tokens.end - 1) == ",";
        k += 1;
    }
    if !comma && chunks.get(k)?.kind != ChunkKind::Comma {
        return None;
    }
    k += usize::from(!comma);
    is_noun(k).then_some(k)
}

/// The number of the age that is chunk `chunk`: ", 34,".
fn age_at(reading: Reading, sentence: usize, chunk: usize) -> Option<Tokens> {
    let aged = reading.chunks(sentence).get(chunk).filter(|c| c.kind == ChunkKind::Time)?;
    let number = aged.tokens.start + 1;
    let marked = matches!(reading.tagged.key(aged.tokens.start), "," | "(");
    (marked && reading.text.tokens.get(number)?.kind == TokenKind::Number).then_some(number..number + 1)
}

/// The age that stands behind the name at `chunk`.
pub fn age(reading: Reading, sentence: usize, chunk: usize) -> Option<Tokens> {
    age_at(reading, sentence, chunk + 1)
}

/// What the text says of the person at `chunk` beside the name: "the mayor of Norvia", "head of the brigade", "34-year-old".
pub fn beside(reading: Reading, sentence: usize, chunk: usize) -> String {
    let steps = [apposition, apposition_before, leading, affiliation, years];
    steps.into_iter().map(|step| step(reading, sentence, chunk)).find(|d| !d.is_empty()).unwrap_or_default()
}

/// "head of the brigade" of "Oleh Marchuk, who leads the brigade".
fn leading(reading: Reading, sentence: usize, chunk: usize) -> String {
    let key = |k: usize| reading.chunk_key(sentence, k);
    let leads = key(chunk + 1) == "," && key(chunk + 2) == "who" && LEADING.contains(&key(chunk + 3));
    match reading.phrase(sentence, chunk + 4) {
        Some((_, tokens)) if leads => format!("head of {}", reading.text.words(tokens)),
        _ => String::new(),
    }
}

/// "Bergen School of Economics" of "Kaja Lunde of the Bergen School of Economics".
fn affiliation(reading: Reading, sentence: usize, chunk: usize) -> String {
    match reading.phrase(sentence, chunk + 2) {
        Some((phrase, tokens))
            if reading.chunk_key(sentence, chunk + 1) == "of"
                && reading.text.tokens[phrase.head].capital
                && reading.places(tokens).all(|(_, p)| !p.tokens.contains(&phrase.head)) =>
        {
            trim_article(reading.text.words(&with_of(reading, sentence, chunk + 2, tokens))).to_string()
        }
        _ => String::new(),
    }
}

/// "34-year-old from Norvia" of "Oleh Marchuk, 34, from Norvia".
fn years(reading: Reading, sentence: usize, chunk: usize) -> String {
    let Some(age) = age(reading, sentence, chunk) else { return String::new() };
    let home = (reading.chunk_key(sentence, chunk + 2) == "from").then(|| reading.phrase(sentence, chunk + 3)).flatten();
    let from = home.map(|(_, t)| format!(" from {}", reading.text.words(t))).unwrap_or_default();
    format!("{}-year-old{from}", reading.text.words(&age))
}

/// "the mayor" of "Oleh Marchuk, the mayor of Norvia, said".
fn apposition(reading: Reading, sentence: usize, chunk: usize) -> String {
    let Some(at) = apposed(reading, sentence, chunk) else { return String::new() };
    match reading.phrase(sentence, at) {
        Some((phrase, tokens)) if is_role(reading, tokens, phrase.head) => {
            trim_article(reading.text.words(&with_of(reading, sentence, at, tokens))).to_string()
        }
        // "Hauwa, 14, one of the freed pupils".
        Some((_, tokens)) if reading.chunk_key(sentence, at) == "one" && reading.chunk_key(sentence, at + 1) == "of" => {
            let role = reading.phrase(sentence, at + 2).filter(|(p, t)| is_role(reading, t, p.head));
            role.map_or_else(String::new, |(_, of)| reading.text.words(&(tokens.start..of.end)).to_string())
        }
        _ => String::new(),
    }
}

/// "the mayor of Norvia" of "the mayor of Norvia, Oleh Marchuk, said".
fn apposition_before(reading: Reading, sentence: usize, chunk: usize) -> String {
    let chunks = reading.chunks(sentence);
    let Some(comma) = chunk.checked_sub(1).filter(|k| *k > 0 && chunks[*k].kind == ChunkKind::Comma) else {
        return String::new();
    };
    let aged = age(reading, sentence, chunk).is_some();
    let closed = aged || chunks.get(chunk + 1).is_some_and(|c| c.kind == ChunkKind::Comma);
    let mut at = comma - 1;
    while at >= 2
        && matches!(reading.chunk_key(sentence, at - 1), "of" | "for" | "at" | "in")
        && reading.phrase(sentence, at - 2).is_some()
    {
        at -= 2;
    }
    match reading.phrase(sentence, at) {
        Some((phrase, tokens)) if closed && phrase.det != Determiner::None && is_role(reading, tokens, phrase.head) => {
            trim_article(reading.text.words(&with_of(reading, sentence, at, tokens))).to_string()
        }
        _ => String::new(),
    }
}

/// An office or a word for people: "the mayor", "a trainee fitter", "a geologist".
pub fn is_role(reading: Reading, tokens: &Tokens, head: usize) -> bool {
    let token = &reading.text.tokens[head];
    reading.tagged.ending(Table::Office, tokens.start, head + 1).is_some()
        || people::of_phrase(reading.tagged, tokens, head).is_some()
        || (!token.capital && people::looks_like(reading.tagged.key(head)))
}

/// The name in "the director, Dr Amal Reyes, said" and "mayor Oleh Marchuk".
pub fn named_in_apposition(reading: Reading, sentence: usize, chunk: usize) -> Option<Tokens> {
    let (phrase, tokens) = reading.phrase(sentence, apposed(reading, sentence, chunk)?)?;
    let name = name_tokens(reading, tokens, phrase.head);
    let is_place = reading.places(&name).any(|(_, p)| p.tokens.end == name.end);
    (!name.is_empty() && !is_place).then_some(name)
}
