//! Descriptions: what actor a noun phrase names.

use super::apposition::{age, beside, is_role, named_in_apposition};
use super::{Member, groups};
use crate::event::reading::Reading;
use crate::frame::chunk::Determiner;
use crate::lexicon::{self, Match, Table};
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
    if let Some(mut member) = describe_listed(reading, tokens, head) {
        if let Some(told) = groups::told(reading, sentence, chunk, tokens, &member) {
            (member.description, member.from_table) = (told, false);
        }
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
        // "Radio Hirad": the office is a body, the name its name.
        if reading.tagged.ending(Table::Office, tokens.start, name.start).is_some_and(|m| m.entry.cell(2) == "body") {
            member.kind = ActorType::Organisation;
            member.name = trim_article(&words(tokens)).to_string();
            (member.written, member.description) = (vec![member.name.clone()], String::new());
            return Some(member);
        }
        // "the army spokesman, Captain Banik": the office says more than the rank.
        if member.description.is_empty() || is_rank(&member.description) {
            let more = Some(beside(reading, sentence, chunk)).filter(|d| !d.is_empty());
            member.description = more.or_else(|| named_so(reading, sentence, chunk)).unwrap_or(member.description);
        }
        // "CODECO, a sectarian militia": no person.
        let letters = name.len() == 1 && reading.text.tokens[head].all_caps;
        if letters || is_body(&member.description) {
            member.kind = ActorType::Organisation;
        }
        member.is_party = leads_state(&member.description);
        return Some(member);
    }
    // "Nile Ledger’s count", "the reckoning of the ministry", "a statement from the company": whose it is.
    if ACCOUNTS.contains(&reading.tagged.key(head)) {
        let owned = owner(reading, tokens, head).and_then(|t| describe(reading, sentence, chunk, &t, t.end - 1));
        let of = matches!(reading.chunk_key(sentence, chunk + 1), "of" | "by" | "from").then_some(chunk + 2);
        let by = of.and_then(|k| {
            reading
                .phrase(sentence, k)
                .filter(|(p, _)| !ACCOUNTS.contains(&reading.tagged.key(p.head)))
                .and_then(|(p, t)| describe(reading, sentence, k, t, p.head))
        });
        if let Some(member) = owned.or(by) {
            return Some(member);
        }
    }
    // "the JNIM alliance": the group itself.
    let row = office?;
    if let Some(mut group) = group_of(reading, tokens, &row.tokens) {
        if let Some(told) = groups::told(reading, sentence, chunk, tokens, &group) {
            (group.description, group.from_table) = (told, false);
        }
        return Some(group);
    }
    let key = reading.text.words(&row.tokens).to_lowercase();
    let whole = with_of(reading, sentence, chunk, tokens);
    let (qualities, name) = groups::without_modifiers(trim_article(&words(&whole)));
    (member.name, member.description) = (name, qualities);
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

/// "Gen.", "Lt. Col.", "captain".
fn is_rank(description: &str) -> bool {
    let lower = description.to_lowercase();
    let short = |w: &str| w.ends_with('.') && w.len() <= "cmdr.".len();
    lower.split(' ').all(short) && !lower.contains("gov.") && !lower.contains("sen.") || RANKS.contains(&lower.as_str())
}

/// "bomber" of "named the bomber as Rafiq Banik".
fn named_so(reading: Reading, sentence: usize, chunk: usize) -> Option<String> {
    let at = chunk.checked_sub(3).filter(|_| reading.chunk_key(sentence, chunk - 1) == "as")?;
    let verb = &reading.chunks(sentence)[at].tokens;
    let names = verb.clone().any(|i| matches!(reading.tagged.key(i), "named" | "identified" | "names" | "identifies"));
    let (phrase, tokens) = reading.phrase(sentence, at + 1).filter(|(p, _)| names && !p.pronoun)?;
    is_role(reading, tokens, phrase.head).then(|| trim_article(reading.text.words(tokens)).to_string())
}

/// Ranks, which say less of a person than an office.
const RANKS: &[&str] = &[
    "captain",
    "colonel",
    "major",
    "lieutenant",
    "sergeant",
    "general",
    "brigadier",
    "admiral",
    "commander",
    "marshal",
    "inspector",
    "superintendent",
    "constable",
    "lieutenant colonel",
    "major general",
    "pastor",
    "imam",
    "father",
    "sister",
];

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

/// The person or body that the phrase at `chunk` names and the text describes: "a nurse, Oksana Banik, 34", "President Banik".
pub fn introduced(reading: Reading, sentence: usize, chunk: usize) -> Option<Member> {
    let (phrase, tokens) = reading.phrase(sentence, chunk).filter(|(p, _)| !p.pronoun)?;
    let name = name_tokens(reading, tokens, phrase.head);
    let known = listed(reading, tokens, phrase.head).is_some() || reading.places(&name).next().is_some();
    if name.is_empty() || name.end != phrase.head + 1 || known || reading.text.in_dateline(name.start) {
        return None;
    }
    let member = describe(reading, sentence, chunk, tokens, phrase.head)?;
    let full = name.len() >= 2 && member.name.split_whitespace().count() >= 2;
    let aged = age(reading, sentence, chunk).is_some();
    let title = reading.tagged.ending(Table::Office, tokens.start, name.start).is_some_and(|m| m.entry.cell(2) == "person");
    let led = chunk > 0 && reading.chunk_key(sentence, chunk - 1) == "as" && identifies(reading, sentence);
    let told = !member.description.is_empty() && (title || name.start == tokens.start);
    (full && (told || led) || aged || !full && title && member.kind == ActorType::Person || is_group_by_description(&member))
        .then_some(member)
}

/// "CODECO, a sectarian militia".
fn is_group_by_description(member: &Member) -> bool {
    member.kind == ActorType::Organisation && member.description.split(' ').any(|w| GROUP_NOUNS.contains(&w))
}

/// "The ministry named the boy as", "Police identified the dead man as".
fn identifies(reading: Reading, sentence: usize) -> bool {
    reading.sentence(sentence).any(|i| matches!(reading.tagged.key(i), "named" | "identified"))
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

/// Words before a name that make the deed a suspicion.
pub const SUSPECTED: &[&str] = &["suspected", "alleged", "presumed", "believed", "apparent"];

/// Words for attackers of whom no more is known.
const UNKNOWN: &[&str] = &[
    "armed",
    "unknown",
    "unidentified",
    "masked",
    "heavily",
    "several",
    "other",
    "two",
    "three",
    "hooded",
    "lone",
    "local",
    "young",
];

/// Those at `chunk` who do something, under the words that the text has for them: "gunmen", "suspected militants", "man".
pub fn unnamed(reading: Reading, sentence: usize, chunk: usize, tokens: &Tokens, head: usize) -> Option<Member> {
    let known = describe(reading, sentence, chunk, tokens, head);
    if known.as_ref().is_some_and(|m| m.kind != ActorType::People) {
        return known;
    }
    let (phrase, _) = reading.phrase(sentence, chunk)?;
    let number = phrase.quantity.map(|q| &reading.mentions.quantities[q].tokens).filter(|t| t.end <= head);
    // "Suspected militants" at the head of a sentence: the parse takes the word for a verb.
    let doubted = tokens.start.checked_sub(1).filter(|i| SUSPECTED.contains(&reading.tagged.key(*i)));
    let start = number.map(|t| t.end.max(tokens.start)).or(doubted).unwrap_or(tokens.start);
    let mut member = Member::new(tokens);
    let words = trim_article(reading.text.words(&(start..tokens.end)));
    // The first word of a sentence has its capital from there, and a headline's words have it from it.
    let common = |i: usize| i == head || SUSPECTED.contains(&reading.tagged.key(i)) || UNKNOWN.contains(&reading.tagged.key(i));
    let first = (start..tokens.end).find(|i| !is_article(reading.text.word(*i))).unwrap_or(head);
    member.name = if common(first) { decapitalised(words) } else { words.to_string() };
    let plural =
        people::of_phrase(reading.tagged, tokens, head).is_some_and(|p| p.plural || reading.tagged.key(head).ends_with("men"));
    member.kind = if plural { ActorType::Group } else { ActorType::Person };
    member.definite = matches!(reading.tagged.key(tokens.start), "the" | "these" | "those");
    member.written.push(member.name.clone());
    (!member.name.is_empty()).then_some(member)
}

fn decapitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A name in apposition names the person: "the director, Amal Reyes".
fn rename(reading: Reading, sentence: usize, chunk: usize, member: &mut Member) {
    // "His mother, Janet, said".
    let owned = reading.phrase(sentence, chunk).is_some_and(|(p, _)| p.det == Determiner::Possessive);
    let fits = |n: &Tokens| n.len() > 1 || member.kind != ActorType::Person || owned;
    if let Some(name) = named_in_apposition(reading, sentence, chunk).filter(fits) {
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
    member.from_table = true;
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

/// The description is that of a body: "a sectarian militia".
fn is_body(description: &str) -> bool {
    let hangs = |w: &&str| !matches!(*w, "of" | "for" | "at" | "in" | "from" | "with");
    let last = description.split_whitespace().take_while(hangs).last().unwrap_or("").to_lowercase();
    lexicon::row(Table::Office, &last).is_some_and(|r| r.cell(2) == "body")
}

/// A small word inside a name: "al-Khalaf", "bin", "van", "de".
fn is_particle(word: &str) -> bool {
    let hyphen = word.split_once('-').is_some_and(|(article, name)| {
        article.len() <= 3 && article.chars().all(char::is_lowercase) && name.chars().next().is_some_and(char::is_uppercase)
    });
    hyphen || matches!(word, "bin" | "ibn" | "abu" | "van" | "von" | "de" | "da" | "del" | "der" | "den" | "dos" | "di" | "ul")
}

/// The capitalised words that end at the head of the phrase.
pub fn name_tokens(reading: Reading, tokens: &Tokens, head: usize) -> Tokens {
    let is_name = |i: usize| {
        let token = &reading.text.tokens[i];
        let title = reading.tagged.longest(Table::Office, i).is_some();
        let modifier =
            reading.places(&(i..i + 1)).next().is_some_and(|(_, p)| matches!(p.form, PlaceForm::Adjective | PlaceForm::Modifier));
        token.kind == TokenKind::Word
            && (token.capital || is_particle(reading.text.word(i)))
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

/// The phrase and the "of", "for" or "at" phrase that hangs on it.
pub fn with_of(reading: Reading, sentence: usize, chunk: usize, tokens: &Tokens) -> Tokens {
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

pub fn trim_article(words: &str) -> &str {
    match words.split_once(' ') {
        Some((article, rest)) if is_article(article) => rest.trim(),
        None if is_article(words) => "",
        _ => words.trim(),
    }
}

pub(super) fn is_article(word: &str) -> bool {
    matches!(word, "the" | "The" | "a" | "A" | "an" | "An" | "THE" | "AN")
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
