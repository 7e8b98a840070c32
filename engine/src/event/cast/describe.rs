//! Descriptions: what actor a noun phrase names.

use super::Member;
use crate::event::reading::Reading;
use crate::frame::chunk::{ChunkKind, Determiner};
use crate::lexicon::{Match, Table};
use crate::mention::people;
use crate::mention::place::PlaceForm;
use crate::report::{ActorType, PlaceType};
use crate::text::{TokenKind, Tokens};

/// Offices whose holders speak for a warring state.
const STATE_HEADS: &[&str] =
    &["president", "prime minister", "defence minister", "defense minister", "king", "chancellor", "premier"];

/// Bodies that are a party to the fighting.
const FORCES: &[&str] = &[
    "army",
    "military",
    "air force",
    "navy",
    "general staff",
    "armed forces",
    "forces",
    "rebels",
    "junta",
    "militia",
    "separatists",
    "defence ministry",
    "defense ministry",
    "command",
];

/// The actor that the phrase at `chunk` names, if it names one.
pub fn describe(reading: Reading, sentence: usize, chunk: usize, tokens: &Tokens, head: usize) -> Option<Member> {
    let words = |range: &Tokens| reading.text.words(range).to_string();
    if let Some(member) = describe_listed(reading, tokens, head) {
        return Some(member);
    }
    let mut member = Member::new(tokens);
    let place =
        reading.places(tokens).find(|(_, p)| p.tokens.end == head + 1 && matches!(p.form, PlaceForm::Name | PlaceForm::People));
    if let Some((_, mention)) = place.filter(|(_, p)| p.tokens.start <= tokens.start + 1) {
        let resolved = &reading.mentions.places.list[mention.place];
        let written = words(&mention.tokens);
        member.name = if mention.form == PlaceForm::Name { written.clone() } else { resolved.name.clone() };
        member.kind = if mention.form == PlaceForm::Name { ActorType::Government } else { ActorType::People };
        member.country = resolved.country.clone();
        member.written.push(written);
        member.is_party = mention.form == PlaceForm::Name;
        return Some(member);
    }
    let name = name_tokens(reading, tokens, head);
    let office = reading.tagged.ending(Table::Office, tokens.start, head + 1);
    if name.end == head + 1 && !name.is_empty() && office.is_none() {
        member.kind = ActorType::Person;
        member.name = words(&name);
        member.written.push(member.name.clone());
        let title = tokens.start..name.start;
        member.description = trim_honorific(trim_article(&words(&title))).to_string();
        if member.description.is_empty() {
            member.description = apposition(reading, sentence, chunk);
        }
        if member.description.is_empty() {
            member.description = apposition_before(reading, sentence, chunk);
        }
        member.is_party = leads_state(&member.description);
        return Some(member);
    }
    // "Nile Ledger’s count", "the reckoning of the ministry", "a statement from the company": whose it is.
    if ACCOUNTS.contains(&reading.tagged.key(head)) {
        let owned = owner(reading, tokens, head).and_then(|t| describe(reading, sentence, chunk, &t, t.end - 1));
        let of = matches!(reading.chunk_key(sentence, chunk + 1), "of" | "by" | "from").then_some(chunk + 2);
        let by = of.and_then(|k| reading.phrase(sentence, k).and_then(|(p, t)| describe(reading, sentence, k, t, p.head)));
        if let Some(member) = owned.or(by) {
            return Some(member);
        }
    }
    // "the JNIM alliance": the group itself.
    let row = office?;
    if let Some(group) = group_of(reading, tokens, &row.tokens) {
        return Some(group);
    }
    let key = reading.text.words(&row.tokens).to_lowercase();
    let whole = with_of(reading, sentence, chunk, tokens);
    member.name = trim_article(&words(&whole)).to_string();
    member.kind = if row.entry.cell(2) == "person" { ActorType::Person } else { ActorType::Organisation };
    if FORCES.iter().any(|f| key.ends_with(f)) {
        (member.kind, member.is_party) = (ActorType::Military, true);
    }
    member.is_party |= leads_state(&key);
    member.written.push(member.name.clone());
    member.definite = matches!(reading.tagged.key(tokens.start), "the" | "this" | "that");
    rename(reading, sentence, chunk, &mut member);
    Some(member)
}

/// Nouns for what somebody counted or told.
const ACCOUNTS: &[&str] = &[
    "count",
    "reckoning",
    "tally",
    "tallies",
    "estimate",
    "estimates",
    "account",
    "statement",
    "figures",
    "data",
    "records",
    "answer",
];

/// "the ministry" of "the ministry’s count".
pub fn owner(reading: Reading, tokens: &Tokens, head: usize) -> Option<Tokens> {
    let clitic = (tokens.start..head).find(|i| reading.text.tokens[*i].kind == TokenKind::Clitic)?;
    (clitic > tokens.start).then_some(tokens.start..clitic)
}

/// Nouns that say of a listed group no more than that it is one.
pub const GROUP_NOUNS: &[&str] =
    &["alliance", "group", "movement", "militia", "fighters", "rebels", "insurgents", "faction", "outfit"];

/// The listed group whose name stands right before the office of the phrase.
fn group_of(reading: Reading, tokens: &Tokens, office: &Tokens) -> Option<Member> {
    let noun = reading.tagged.key(office.end - 1);
    let before = office.start.checked_sub(1).filter(|_| office.len() == 1 && GROUP_NOUNS.contains(&noun))?;
    let member = describe_listed(reading, &(tokens.start..office.start), before)?;
    (member.kind == ActorType::Group).then_some(member)
}

/// The actor that the phrase at `chunk` names as one who surely speaks: also a widow, a florist or a loudspeaker.
pub fn speaking(reading: Reading, sentence: usize, chunk: usize, tokens: &Tokens, head: usize) -> Option<Member> {
    if let Some(member) = describe(reading, sentence, chunk, tokens, head) {
        return Some(member);
    }
    let phrase = reading.phrase(sentence, chunk)?.0;
    if phrase.pronoun || reading.tagged.key(head).len() < 2 {
        return None;
    }
    let mut member = Member::new(tokens);
    member.name = trim_article(reading.text.words(&with_of(reading, sentence, chunk, tokens))).to_string();
    member.written.push(member.name.clone());
    let key = reading.tagged.key(head);
    if phrase.bare_number || people::of_phrase(reading.tagged, tokens, head).is_some() || people::looks_like(key) {
        member.kind = ActorType::Person;
    }
    rename(reading, sentence, chunk, &mut member);
    Some(member)
}

/// A name in apposition names the person: "the director, Amal Reyes".
fn rename(reading: Reading, sentence: usize, chunk: usize, member: &mut Member) {
    if let Some(name) = named_in_apposition(reading, sentence, chunk).filter(|n| n.len() > 1 || member.kind != ActorType::Person)
    {
        member.definite = false;
        member.description = std::mem::replace(&mut member.name, reading.text.words(&name).to_string());
        member.written = vec![member.name.clone()];
    }
}

/// A member of the table of actors.
pub fn describe_listed(reading: Reading, tokens: &Tokens, head: usize) -> Option<Member> {
    let row = listed(reading, tokens, head)?;
    let mut member = Member::new(tokens);
    member.name = row.entry.cell(1).to_string();
    member.kind = actor_type(row.entry.cell(2));
    member.country = Some(row.entry.cell(3).to_string()).filter(|c| !c.is_empty());
    member.description = row.entry.cell(4).to_string();
    let written = if member.kind == ActorType::Person { name_tokens(reading, tokens, head) } else { row.tokens.clone() };
    member.written.push(reading.text.words(&written).to_string());
    member.is_party =
        matches!(member.kind, ActorType::Military | ActorType::Group | ActorType::Government) || leads_state(&member.description);
    Some(member)
}

/// The words are those of an army or of rebels.
pub fn is_force(reading: Reading, tokens: &Tokens) -> bool {
    let key = reading.text.words(tokens).to_lowercase();
    FORCES.iter().any(|f| key == *f)
}

/// "Russian" before a weapon: the state.
pub fn describe_state(reading: Reading, i: usize) -> Option<Member> {
    let (_, mention) = reading.places(&(i..i + 1)).find(|(_, p)| p.form == PlaceForm::Adjective && p.tokens.end == i + 1)?;
    let resolved = &reading.mentions.places.list[mention.place];
    let mut member = Member::new(&mention.tokens);
    member.name = resolved.name.clone();
    member.kind = ActorType::Government;
    member.country = resolved.country.clone();
    member.written.push(resolved.name.clone());
    (resolved.kind == PlaceType::Country).then_some(member)
}

fn leads_state(description: &str) -> bool {
    let lower = description.to_lowercase();
    STATE_HEADS.iter().any(|h| lower.starts_with(h) || lower.ends_with(h))
}

/// The row of the table of actors whose words end at the head of the phrase.
pub fn listed<'a>(reading: Reading<'a>, tokens: &Tokens, head: usize) -> Option<&'a Match> {
    let row = reading.tagged.ending(Table::Actor, tokens.start, head + 1)?;
    reading.text.tokens[row.tokens.start..row.tokens.end].iter().any(|t| t.capital).then_some(row)
}

/// The capitalised words that end at the head of the phrase.
fn name_tokens(reading: Reading, tokens: &Tokens, head: usize) -> Tokens {
    let is_name = |i: usize| {
        let token = &reading.text.tokens[i];
        let title = reading.tagged.longest(Table::Office, i).is_some();
        let modifier =
            reading.places(&(i..i + 1)).next().is_some_and(|(_, p)| matches!(p.form, PlaceForm::Adjective | PlaceForm::Modifier));
        token.kind == TokenKind::Word
            && token.capital
            && !title
            && !modifier
            && !matches!(reading.tagged.key(i), "the" | "a" | "an" | "mr" | "mrs" | "ms" | "dr")
    };
    let mut start = head + 1;
    while start > tokens.start && is_name(start - 1) {
        start -= 1;
    }
    // "Drones", "Neighbours": the first word of a sentence has its capital from there.
    let first = reading.text.sentence_of(head).map(|s| reading.sentence(s).start);
    let common = |i: usize| reading.tagged.at(i).iter().any(|m| m.entry.table != Table::Actor && m.tokens.len() == 1);
    if start == head && (first == Some(start) || is_after_mark(reading, start)) && common(start) {
        head + 1..head + 1
    } else {
        start..head + 1
    }
}

/// A quotation, a colon or a bullet stands right before.
fn is_after_mark(reading: Reading, i: usize) -> bool {
    i > 0 && matches!(reading.text.word(i - 1), "“" | "‘" | "\"" | "'" | "«" | ":" | "•" | "–" | "—")
}

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
    if chunks.get(k)?.kind != ChunkKind::Comma {
        return None;
    }
    let age = |k: usize| reading.phrase(sentence, k).is_some_and(|(p, _)| p.bare_number);
    if age(k + 1) && chunks.get(k + 2)?.kind == ChunkKind::Comma {
        k += 2;
    }
    is_noun(k + 1).then_some(k + 1)
}

/// "the mayor" of "Oleh Marchuk, the mayor of Norvia, said".
fn apposition(reading: Reading, sentence: usize, chunk: usize) -> String {
    let Some(at) = apposed(reading, sentence, chunk) else { return String::new() };
    match reading.phrase(sentence, at) {
        Some((phrase, tokens)) if is_role(reading, tokens, phrase.head) => {
            trim_article(reading.text.words(&with_of(reading, sentence, at, tokens))).to_string()
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
    let closed = chunks.get(chunk + 1).is_some_and(|c| c.kind == ChunkKind::Comma);
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
fn is_role(reading: Reading, tokens: &Tokens, head: usize) -> bool {
    let token = &reading.text.tokens[head];
    reading.tagged.ending(Table::Office, tokens.start, head + 1).is_some()
        || people::of_phrase(reading.tagged, tokens, head).is_some()
        || (!token.capital && people::looks_like(reading.tagged.key(head)))
}

/// The name in "the director, Dr Amal Reyes, said" and "mayor Oleh Marchuk".
fn named_in_apposition(reading: Reading, sentence: usize, chunk: usize) -> Option<Tokens> {
    let (phrase, tokens) = reading.phrase(sentence, apposed(reading, sentence, chunk)?)?;
    let name = name_tokens(reading, tokens, phrase.head);
    let is_place = reading.places(&name).any(|(_, p)| p.tokens.end == name.end);
    (!name.is_empty() && !is_place).then_some(name)
}

/// The phrase and the "of", "for" or "at" phrase that hangs on it.
fn with_of(reading: Reading, sentence: usize, chunk: usize, tokens: &Tokens) -> Tokens {
    let hangs = matches!(reading.chunk_key(sentence, chunk + 1), "of" | "for" | "at");
    match reading.phrase(sentence, chunk + 2) {
        Some((_, of)) if hangs => tokens.start..of.end,
        _ => tokens.clone(),
    }
}

/// "Dr" says nothing of who speaks.
fn trim_honorific(words: &str) -> &str {
    match words.rsplit_once(' ') {
        Some((before, last)) if is_honorific(&last.to_lowercase()) => before,
        None if is_honorific(&words.to_lowercase()) => "",
        _ => words,
    }
}

fn is_honorific(key: &str) -> bool {
    matches!(key.trim_end_matches('.'), "mr" | "mrs" | "ms" | "miss" | "dr" | "sir" | "lady" | "lord")
}

fn trim_article(words: &str) -> &str {
    let lower = words.to_lowercase();
    let article = ["the ", "a ", "an "].iter().find(|a| lower.starts_with(**a));
    article.map_or(words, |a| &words[a.len()..]).trim()
}

fn actor_type(name: &str) -> ActorType {
    match name {
        "person" => ActorType::Person,
        "government" => ActorType::Government,
        "military" => ActorType::Military,
        "group" => ActorType::Group,
        "media" => ActorType::Media,
        "people" => ActorType::People,
        _ => ActorType::Organisation,
    }
}
