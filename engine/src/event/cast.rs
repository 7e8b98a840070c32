//! The cast: persons and bodies that act or speak, each once, under one name.

use super::reading::Reading;
use crate::frame::chunk::ChunkKind;
use crate::lexicon::{Match, Table};
use crate::mention::place::PlaceForm;
use crate::report::{ActorRole, ActorType};
use crate::text::{TokenKind, Tokens};

/// An actor of the article.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    pub name: String,
    pub written: Vec<String>,
    pub kind: ActorType,
    pub description: String,
    pub country: Option<String>,
    pub roles: Vec<ActorRole>,
    pub mentions: Vec<Tokens>,
    /// Heads a state or a force, or is one: what it says of a war is a party's claim.
    pub is_party: bool,
}

impl Member {
    fn new(tokens: &Tokens) -> Member {
        Member {
            name: String::new(),
            written: Vec::new(),
            kind: ActorType::Organisation,
            description: String::new(),
            country: None,
            roles: Vec::new(),
            mentions: vec![tokens.clone()],
            is_party: false,
        }
    }
}

/// Everyone met so far.
#[derive(Debug, Clone, Default)]
pub struct Cast {
    pub members: Vec<Member>,
    /// The last person named as a subject, for "he" and "she".
    last_person: Option<usize>,
    /// The last body named as a subject, for "it" and "they".
    last_body: Option<usize>,
}

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

impl Cast {
    /// The actor that the phrase at `chunk` names, added or met again; none where it names no one.
    pub fn meet(&mut self, reading: Reading, sentence: usize, chunk: usize, role: ActorRole) -> Option<usize> {
        let (phrase, tokens) = reading.phrase(sentence, chunk)?;
        let found = if phrase.pronoun {
            self.pronoun(reading.tagged.key(phrase.head))?
        } else {
            let member = describe(reading, sentence, chunk, tokens, phrase.head)?;
            self.add(member)
        };
        let member = &mut self.members[found];
        if !member.roles.contains(&role) {
            member.roles.push(role);
        }
        if member.kind == ActorType::Person {
            self.last_person = Some(found);
        } else {
            self.last_body = Some(found);
        }
        Some(found)
    }

    /// Meets everyone of the table of actors whom the text names, whatever they do.
    pub fn meet_listed(&mut self, reading: Reading) {
        let mut i = 0;
        while i < reading.text.tokens.len() {
            let Some(row) =
                reading.tagged.longest(Table::Actor, i).filter(|m| listed(reading, &m.tokens, m.tokens.end - 1).is_some())
            else {
                i += 1;
                continue;
            };
            i = row.tokens.end;
            let known = self.members.iter().any(|m| m.mentions.iter().any(|t| t.contains(&row.tokens.start)));
            if let Some(member) = describe_listed(reading, &row.tokens, row.tokens.end - 1).filter(|_| !known) {
                self.add(member);
            }
        }
    }

    fn pronoun(&self, key: &str) -> Option<usize> {
        match key {
            "he" | "she" => self.last_person,
            "it" | "they" => self.last_body,
            _ => None,
        }
    }

    fn add(&mut self, new: Member) -> usize {
        match self.members.iter().position(|m| same(m, &new)) {
            Some(at) => {
                let known = &mut self.members[at];
                for written in new.written {
                    if !known.written.contains(&written) {
                        known.written.push(written);
                    }
                }
                if new.name.len() > known.name.len() && known.kind == ActorType::Person && is_name_part(&known.name, &new.name) {
                    known.name = new.name;
                }
                if known.description.is_empty() {
                    known.description = new.description;
                }
                known.is_party |= new.is_party;
                known.mentions.extend(new.mentions);
                at
            }
            None => {
                self.members.push(new);
                self.members.len() - 1
            }
        }
    }
}

/// Two mentions of one actor: the same name, or a surname of a person already named in full.
fn same(known: &Member, new: &Member) -> bool {
    let fold = |s: &str| s.to_lowercase().replace('’', "'");
    fold(&known.name) == fold(&new.name)
        || (known.kind == ActorType::Person
            && new.kind == ActorType::Person
            && (is_name_part(&new.name, &known.name) || is_name_part(&known.name, &new.name)))
}

/// `part` is the last name of `whole`.
fn is_name_part(part: &str, whole: &str) -> bool {
    !part.is_empty() && whole.split_whitespace().next_back() == Some(part) && part.chars().next().is_some_and(char::is_uppercase)
}

fn describe(reading: Reading, sentence: usize, chunk: usize, tokens: &Tokens, head: usize) -> Option<Member> {
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
        member.description = trim_article(&words(&title)).to_string();
        if member.description.is_empty() {
            member.description = apposition(reading, sentence, chunk);
        }
        member.is_party = leads_state(&member.description);
        return Some(member);
    }
    let row = office?;
    let key = reading.text.words(&row.tokens).to_lowercase();
    let whole = with_of(reading, sentence, chunk, tokens);
    member.name = trim_article(&words(&whole)).to_string();
    member.kind = if row.entry.cell(2) == "person" { ActorType::Person } else { ActorType::Organisation };
    if FORCES.iter().any(|f| key.ends_with(f)) {
        (member.kind, member.is_party) = (ActorType::Military, true);
    }
    member.is_party |= leads_state(&key);
    member.written.push(member.name.clone());
    // An unnamed speaker is known by the office alone; a name in apposition names the person.
    if let Some(name) = named_in_apposition(reading, sentence, chunk).filter(|_| member.kind == ActorType::Person) {
        member.description = std::mem::replace(&mut member.name, words(&name));
        member.written = vec![member.name.clone()];
    }
    Some(member)
}

/// A member of the table of actors.
fn describe_listed(reading: Reading, tokens: &Tokens, head: usize) -> Option<Member> {
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

fn leads_state(description: &str) -> bool {
    let lower = description.to_lowercase();
    STATE_HEADS.iter().any(|h| lower.starts_with(h) || lower.ends_with(h))
}

/// The row of the table of actors whose words end at the head of the phrase.
fn listed<'a>(reading: Reading<'a>, tokens: &Tokens, head: usize) -> Option<&'a Match> {
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
    start..head + 1
}

/// "the mayor" of "Oleh Marchuk, the mayor of Norvia, said".
fn apposition(reading: Reading, sentence: usize, chunk: usize) -> String {
    let chunks = reading.chunks(sentence);
    let comma = chunks.get(chunk + 1).is_some_and(|c| c.kind == ChunkKind::Comma);
    match reading.phrase(sentence, chunk + 2) {
        Some((phrase, tokens)) if comma && reading.tagged.ending(Table::Office, tokens.start, phrase.head + 1).is_some() => {
            trim_article(reading.text.words(&with_of(reading, sentence, chunk + 2, tokens))).to_string()
        }
        _ => String::new(),
    }
}

/// The name in "the director, Dr Amal Reyes, said" and "mayor Oleh Marchuk".
fn named_in_apposition(reading: Reading, sentence: usize, chunk: usize) -> Option<Tokens> {
    let comma = reading.chunks(sentence).get(chunk + 1)?.kind == ChunkKind::Comma;
    let (phrase, tokens) = reading.phrase(sentence, chunk + 2).filter(|_| comma)?;
    let name = name_tokens(reading, tokens, phrase.head);
    let is_place = reading.places(&name).next().is_some();
    (name.len() >= 2 && !is_place).then_some(name)
}

/// The phrase and the "of", "for" or "at" phrase that hangs on it.
fn with_of(reading: Reading, sentence: usize, chunk: usize, tokens: &Tokens) -> Tokens {
    let hangs = matches!(reading.chunk_key(sentence, chunk + 1), "of" | "for" | "at");
    match reading.phrase(sentence, chunk + 2) {
        Some((_, of)) if hangs => tokens.start..of.end,
        _ => tokens.clone(),
    }
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
