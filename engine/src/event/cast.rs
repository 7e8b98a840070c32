//! The cast: persons and bodies that act or speak, each once, under one name.

use super::reading::Reading;
use crate::frame::chunk::ChunkKind;
use crate::lexicon::Table;
use crate::report::{ActorRole, ActorType};
use crate::text::Tokens;

mod describe;

use describe::{describe, describe_listed, listed, speaking};

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
    pub(super) fn new(tokens: &Tokens) -> Member {
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
    /// The last person who acted or spoke, and in which sentence, for "he" and "she".
    last_person: Option<(usize, usize)>,
    /// The last body that acted or spoke, for "it" and "they".
    last_body: Option<(usize, usize)>,
}

impl Cast {
    /// The actor that the phrase at `chunk` names, added or met again; none where it names no one.
    pub fn meet(&mut self, reading: Reading, sentence: usize, chunk: usize, role: ActorRole) -> Option<usize> {
        self.meet_as(reading, sentence, chunk, role, describe)
    }

    /// The speaker at `chunk`; whoever surely speaks is an actor, whatever the phrase calls them.
    pub fn hear(&mut self, reading: Reading, sentence: usize, chunk: usize, sure: bool) -> Option<usize> {
        self.meet_as(reading, sentence, chunk, ActorRole::Speaker, if sure { speaking } else { describe })
    }

    fn meet_as(
        &mut self,
        reading: Reading,
        sentence: usize,
        chunk: usize,
        role: ActorRole,
        describe: impl Fn(Reading, usize, usize, &Tokens, usize) -> Option<Member>,
    ) -> Option<usize> {
        let (phrase, tokens) = reading.phrase(sentence, chunk)?;
        let found = if phrase.pronoun {
            self.pronoun(reading, sentence, chunk)?
        } else {
            let member = describe(reading, sentence, chunk, tokens, phrase.head)?;
            self.add(member)
        };
        let member = &mut self.members[found];
        if !member.roles.contains(&role) {
            member.roles.push(role);
        }
        if member.kind == ActorType::Person {
            self.last_person = Some((found, sentence));
        } else {
            self.last_body = Some((found, sentence));
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

    /// Who "he", "she", "it" or "they" at `chunk` is: the last one who acted or spoke, or someone named since.
    fn pronoun(&mut self, reading: Reading, sentence: usize, chunk: usize) -> Option<usize> {
        let key = reading.tagged.key(reading.chunks(sentence).get(chunk)?.tokens.start);
        let person = match key {
            "he" | "she" => true,
            "it" | "they" => false,
            _ => return None,
        };
        let last = if person { self.last_person } else { self.last_body };
        let known = |(_, at): &(usize, usize)| at + 1 >= sentence;
        if let Some((found, _)) = last.filter(known) {
            return Some(found);
        }
        let paragraph = |s: usize| reading.text.sentences[s].paragraph;
        let far = |s: &usize| paragraph(*s) + 1 >= paragraph(sentence) && last.is_none_or(|(_, at)| *s > at);
        for s in (0..=sentence).rev().take_while(far) {
            let end = if s == sentence { chunk } else { reading.chunks(s).len() };
            let named = (0..end).find_map(|k| named_as(reading, s, k, person));
            if let Some(member) = named {
                return Some(self.add(member));
            }
        }
        last.map(|(found, _)| found)
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

/// The person or body that the phrase at `chunk` names, as a pronoun may take it up: no mere attribute of another phrase.
fn named_as(reading: Reading, sentence: usize, chunk: usize, person: bool) -> Option<Member> {
    let (phrase, tokens) = reading.phrase(sentence, chunk).filter(|(p, _)| !p.pronoun)?;
    if chunk > 0 && reading.chunks(sentence)[chunk - 1].kind == ChunkKind::Prep {
        return None;
    }
    let one = phrase.quantity.is_none();
    let member = if person { speaking } else { describe }(reading, sentence, chunk, tokens, phrase.head)?;
    let fits = if person { member.kind == ActorType::Person && one } else { member.kind != ActorType::Person };
    fits.then_some(member)
}
