//! The cast: persons and bodies that act or speak, each once, under one name.

use super::reading::Reading;
use crate::frame::chunk::{ChunkKind, Determiner};
use crate::frame::predicate::{Sense, Slot};
use crate::lexicon::{Form, Table};
use crate::mention::people;
use crate::report::{ActorRole, ActorType};
use crate::text::Tokens;

mod apposition;
mod describe;
mod groups;
mod spelling;

pub use describe::SUSPECTED;

use describe::{GROUP_NOUNS, describe, describe_listed, describe_state, introduced, is_force, listed, owner, speaking, unnamed};

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
    /// Met as "the governor", without a name.
    pub definite: bool,
    /// The description is that of the table; what the text says is better.
    pub from_table: bool,
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
            definite: false,
            from_table: false,
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

    /// The actor that the phrase at `chunk` names, where `fits` holds of it; a pronoun names none here.
    pub fn meet_if(
        &mut self,
        reading: Reading,
        sentence: usize,
        chunk: usize,
        role: ActorRole,
        fits: impl Fn(&Member) -> bool,
    ) -> Option<usize> {
        let named = |r: Reading, s: usize, c: usize, t: &Tokens, h: usize| describe(r, s, c, t, h).filter(&fits);
        reading.phrase(sentence, chunk).filter(|(p, _)| !p.pronoun)?;
        self.meet_as(reading, sentence, chunk, role, named)
    }

    /// The state that the adjective at token `i` names: "Qatari".
    pub fn meet_state(&mut self, reading: Reading, i: usize, role: ActorRole) -> Option<usize> {
        let found = self.add(describe_state(reading, i)?);
        self.take_part(found, reading.text.sentence_of(i)?, role);
        Some(found)
    }

    /// The attackers at `chunk`, whom the text may give no name: "gunmen", "a teenager".
    pub fn meet_assailant(&mut self, reading: Reading, sentence: usize, chunk: usize) -> Option<usize> {
        self.meet_as(reading, sentence, chunk, ActorRole::Attacker, unnamed)
    }

    /// The speaker at `chunk`; whoever surely speaks is an actor, whatever the phrase calls them.
    pub fn hear(&mut self, reading: Reading, sentence: usize, chunk: usize, sure: bool) -> Option<usize> {
        self.meet_as(reading, sentence, chunk, ActorRole::Speaker, if sure { speaking } else { describe })
    }

    /// The person at `chunk` whose words a colon announces.
    pub fn announce(&mut self, reading: Reading, sentence: usize, chunk: usize) -> Option<usize> {
        let (phrase, tokens) = reading.phrase(sentence, chunk).filter(|(p, _)| !p.pronoun)?;
        let person = |m: &Member| m.kind == ActorType::Person;
        let owner = owner(reading, tokens, phrase.head);
        let (tokens, head) = owner.map_or((tokens.clone(), phrase.head), |t| (t.clone(), t.end - 1));
        let member = describe(reading, sentence, chunk, &tokens, head).filter(person)?;
        let found = self.add(member);
        self.take_part(found, sentence, ActorRole::Speaker);
        Some(found)
    }

    fn take_part(&mut self, found: usize, sentence: usize, role: ActorRole) {
        let member = &mut self.members[found];
        if !member.roles.contains(&role) {
            member.roles.push(role);
        }
        if member.kind == ActorType::Person {
            self.last_person = Some((found, sentence));
        } else {
            self.last_body = Some((found, sentence));
        }
    }

    /// Meets everyone whom the text names and says something of: a role, an age. They may be victims and never speak.
    pub fn meet_named(&mut self, reading: Reading) {
        for sentence in 0..reading.parse.sentences.len() {
            let frames = || reading.frames_of(sentence);
            for chunk in 0..reading.chunks(sentence).len() {
                let Some(member) = introduced(reading, sentence, chunk) else { continue };
                let found = self.add(member);
                let harmed = frames().any(|f| matches!(f.sense, Sense::Harm(_)) && f.filled(Slot::Victims).any(|c| c == chunk));
                if harmed && !self.members[found].roles.contains(&ActorRole::Victim) {
                    self.members[found].roles.push(ActorRole::Victim);
                }
            }
        }
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
        // "The 41-year-old said": someone told of before, of whom the age was given.
        let age = phrase.det == Determiner::Definite && people::is_age_noun(reading.tagged.key(phrase.head));
        let told = age.then(|| self.pronoun_as(reading, sentence, chunk, "one")).flatten();
        let found = if let Some(found) = told {
            found
        } else if phrase.pronoun {
            self.pronoun(reading, sentence, chunk)?
        } else {
            let member = describe(reading, sentence, chunk, tokens, phrase.head)?;
            self.add(member)
        };
        self.take_part(found, sentence, role);
        Some(found)
    }

    /// The one whose plane or weapon the phrase at `chunk` names: "an army plane", "a Russian drone".
    pub fn meet_owner(&mut self, reading: Reading, sentence: usize, chunk: usize) -> Option<usize> {
        let (phrase, tokens) = reading.phrase(sentence, chunk)?;
        let member = (tokens.start..phrase.head).find_map(|i| {
            let front = tokens.start..i + 1;
            let force = || reading.tagged.ending(Table::Office, front.start, i + 1).filter(|m| is_force(reading, &m.tokens));
            describe_listed(reading, &front, i)
                .or_else(|| force().and_then(|_| describe(reading, sentence, chunk, &front, i)))
                .or_else(|| describe_state(reading, i))
        })?;
        Some(self.add(member))
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
        self.pronoun_as(reading, sentence, chunk, key)
    }

    /// The same for the word `key`; "one" is a man or a woman.
    fn pronoun_as(&mut self, reading: Reading, sentence: usize, chunk: usize, key: &str) -> Option<usize> {
        let last = match key {
            "he" | "she" | "one" => self.last_person,
            "it" => self.last_body,
            "they" => latest(self.last_person, self.last_body),
            _ => return None,
        };
        let paragraph = |s: usize| reading.text.sentences[s].paragraph;
        let since = |s: &usize| paragraph(*s) + 1 >= paragraph(sentence) && last.is_none_or(|(_, at)| *s > at);
        let own = reading.text.quote_of(reading.chunks(sentence)[chunk].tokens.start);
        for s in (0..sentence).rev().take_while(since) {
            let outside = |k: &usize| reading.text.quote_of(reading.chunks(s)[*k].tokens.start) == own;
            let named = (0..reading.chunks(s).len()).filter(outside).find_map(|k| named_as(reading, s, k, key));
            if let Some(member) = named {
                return Some(self.add(member));
            }
        }
        if last.is_some() || !matches!(key, "he" | "she" | "one") {
            return last.map(|(found, _)| found);
        }
        // "For Dr Mansour the choice is simple. “…,” she says": the only one there is.
        let named = (0..sentence).rev().take_while(|s| paragraph(*s) + 1 >= paragraph(sentence)).find_map(|s| {
            let led = |k: &usize| *k > 0 && reading.chunk_key(s, *k - 1) == "for";
            (0..reading.chunks(s).len()).filter(led).find_map(|k| named_behind(reading, s, k, key))
        });
        named.map(|member| self.add(member))
    }

    /// The member that `new` is: by name, or the one whom "the governor" or "the ministry" means.
    fn known(&self, new: &Member) -> Option<usize> {
        let by_name = self.members.iter().position(|m| same(m, new));
        if by_name.is_some() {
            return by_name;
        }
        let last = |m: &Member| m.mentions.last().map_or(0, |t| t.start);
        let candidates = self.members.iter().enumerate().filter(|(_, m)| stands_for(new, m) || stands_for(m, new));
        candidates.max_by_key(|(_, m)| last(m)).map(|(i, _)| i)
    }

    fn add(&mut self, new: Member) -> usize {
        match self.known(&new) {
            Some(at) => {
                let known = &mut self.members[at];
                for written in new.written {
                    if !known.written.contains(&written) {
                        known.written.push(written);
                    }
                }
                if known.definite && !new.definite && new.name.len() > 1 {
                    (known.name, known.definite) = (new.name.clone(), false);
                    known.kind = new.kind;
                }
                if new.name.len() > known.name.len() && known.kind == ActorType::Person && is_name_part(&known.name, &new.name) {
                    known.name = new.name;
                }
                let better = !new.description.is_empty()
                    && (known.description.ends_with("-year-old") || known.from_table && !new.from_table && is_group(known));
                if known.description.is_empty() || better {
                    known.description = new.description;
                    known.from_table = new.from_table;
                }
                known.is_party |= new.is_party;
                for tokens in new.mentions {
                    if !known.mentions.iter().any(|t| t.contains(&tokens.start)) {
                        known.mentions.push(tokens);
                    }
                }
                at
            }
            None => {
                self.members.push(new);
                self.members.len() - 1
            }
        }
    }
}

/// `office` is "the governor" or "the ministry", and `holder` a person described so or a body whose name ends so.
fn stands_for(office: &Member, holder: &Member) -> bool {
    let person = |m: &Member| m.kind == ActorType::Person;
    // Everyone is compared with everyone: what needs no small letters is asked first.
    if !office.definite
        || office.name.chars().next().is_none_or(char::is_uppercase)
        || person(office) != person(holder)
        || person(holder) && holder.definite
    {
        return false;
    }
    let (short, name, held) = (office.name.to_lowercase(), holder.name.to_lowercase(), holder.description.to_lowercase());
    if short == name {
        return false;
    }
    let ends = |whole: &str| whole.strip_suffix(short.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '));
    let starts = held.strip_prefix(short.as_str()).is_some_and(|rest| rest.starts_with(" of ") || rest.starts_with(" for "));
    match holder.kind {
        ActorType::Person => ends(&held) || starts,
        ActorType::Group | ActorType::Military if GROUP_NOUNS.contains(&short.as_str()) => !holder.definite,
        _ => ends(&name) || ends(&held),
    }
}

/// Two mentions of one actor: the same name, or a surname of a person already named in full.
fn same(known: &Member, new: &Member) -> bool {
    let fold = |s: &str| s.to_lowercase().replace('’', "'");
    let bodies = is_group(known) && is_group(new);
    let named_alike = match known.name.is_ascii() && new.name.is_ascii() {
        true => known.name.eq_ignore_ascii_case(&new.name),
        false => fold(&known.name) == fold(&new.name),
    };
    named_alike
        || bodies && spelling::is_misspelt(&known.name, &new.name)
        || (known.kind == ActorType::Person
            && new.kind == ActorType::Person
            && (is_name_part(&new.name, &known.name)
                || is_name_part(&known.name, &new.name)
                || spelling::is_variant(&known.name, &new.name)))
}

fn is_group(member: &Member) -> bool {
    matches!(member.kind, ActorType::Group | ActorType::Organisation | ActorType::Military)
}

/// `part` is the last name of `whole`.
fn is_name_part(part: &str, whole: &str) -> bool {
    !part.is_empty() && whole.split_whitespace().next_back() == Some(part) && part.chars().next().is_some_and(char::is_uppercase)
}

/// Who acted or spoke last.
fn latest(person: Option<(usize, usize)>, body: Option<(usize, usize)>) -> Option<(usize, usize)> {
    [person, body].into_iter().flatten().max_by_key(|(_, at)| *at)
}

/// Nouns that "he", or "she", does not take up.
const WOMEN: &[&str] =
    &["woman", "mother", "girl", "wife", "widow", "sister", "daughter", "aunt", "grandmother", "niece", "queen"];
const MEN: &[&str] = &["man", "father", "boy", "husband", "widower", "brother", "son", "uncle", "grandfather", "nephew", "king"];

/// The person or body that the phrase at `chunk` names, as the pronoun `key` may take it up: no attribute of another phrase.
fn named_as(reading: Reading, sentence: usize, chunk: usize, key: &str) -> Option<Member> {
    if chunk > 0 && reading.chunks(sentence)[chunk - 1].kind == ChunkKind::Prep {
        return None;
    }
    named_behind(reading, sentence, chunk, key)
}

/// The same, wherever the phrase stands.
fn named_behind(reading: Reading, sentence: usize, chunk: usize, key: &str) -> Option<Member> {
    let (phrase, tokens) = reading.phrase(sentence, chunk).filter(|(p, _)| !p.pronoun && !p.bare_number)?;
    let head = reading.tagged.key(phrase.head);
    let plural = people::of_phrase(reading.tagged, tokens, phrase.head).is_some_and(|p| p.plural)
        || reading.tagged.ending(Table::Office, tokens.start, phrase.head + 1).is_some_and(|m| m.entry.form == Form::Plural);
    let member = if key == "it" { describe } else { speaking }(reading, sentence, chunk, tokens, phrase.head)?;
    let person = member.kind == ActorType::Person;
    let fits = match key {
        "he" => person && !plural && phrase.quantity.is_none() && !WOMEN.contains(&head),
        "she" => person && !plural && phrase.quantity.is_none() && !MEN.contains(&head),
        "it" => !person,
        "one" => person && !plural && phrase.quantity.is_none(),
        _ => plural,
    };
    fits.then_some(member)
}
