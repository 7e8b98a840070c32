//! Groups and bodies: what the text says of them beside their name.

use super::Member;
use super::describe::{is_article, trim_article, with_of};
use crate::event::reading::Reading;
use crate::frame::chunk::{ChunkKind, Determiner};
use crate::report::ActorType;
use crate::text::Tokens;

/// What a group is called beside its name.
const BODIES: &[&str] = &[
    "affiliate",
    "offshoot",
    "group",
    "movement",
    "alliance",
    "militia",
    "faction",
    "organisation",
    "organization",
    "party",
    "wing",
    "coalition",
    "branch",
    "network",
    "outfit",
    "force",
    "body",
    "agency",
    "charity",
];

/// Words before the name of a group that say what it is.
const QUALITIES: &[&str] = &[
    "banned",
    "outlawed",
    "paramilitary",
    "separatist",
    "rebel",
    "militant",
    "islamist",
    "jihadist",
    "insurgent",
    "armed",
    "proscribed",
];

/// Ends of such words: "Kurdish-led", "Iran-backed".
const TIES: &[&str] = &["-led", "-backed", "-linked", "-aligned", "-affiliated", "-allied"];

/// What the text says of the listed group or body at `chunk`: "banned", "Kurdish-led", "an affiliate of al-Qaeda", "which is
/// linked to al-Qaeda"; none where it says nothing.
pub(super) fn told(reading: Reading, sentence: usize, chunk: usize, tokens: &Tokens, member: &Member) -> Option<String> {
    let words = |range: &Tokens| reading.text.words(range);
    if !matches!(member.kind, ActorType::Group | ActorType::Organisation | ActorType::Military) {
        return None;
    }
    let key = |k: usize| reading.chunk_key(sentence, k);
    // ", an al-Qaeda affiliate,"
    let beside = (key(chunk + 1) == ",").then(|| reading.phrase(sentence, chunk + 2)).flatten();
    if let Some((phrase, own)) = beside.filter(|(p, _)| BODIES.contains(&reading.tagged.key(p.head))) {
        let one = phrase.det != Determiner::None;
        return one.then(|| trim_article(words(&with_of(reading, sentence, chunk + 2, own))).to_string());
    }
    // ", which is linked to al-Qaeda,"
    let chunks = reading.chunks(sentence);
    let verb = chunks.get(chunk + 3).filter(|_| key(chunk + 1) == "," && key(chunk + 2) == "which" && key(chunk + 4) == "to");
    if let Some(verb) = verb.filter(|c| matches!(&c.kind, ChunkKind::Verb(g) if g.passive)) {
        let (_, to) = reading.phrase(sentence, chunk + 5)?;
        let noun = reading.tagged.key(tokens.end - 1);
        let noun = if BODIES.contains(&noun) { noun } else { "group" };
        return Some(format!("{noun} {}", words(&(verb.tokens.end - 1..to.end))));
    }
    // "The banned …", "the Kurdish-led …".
    let first = tokens.clone().find(|i| !is_article(reading.text.word(*i)))?;
    let end = tokens.clone().skip_while(|i| *i < first).find(|i| !is_quality(reading.text.word(*i)))?;
    (end > first).then(|| format!("{} {}", words(&(first..end)), member.description).trim().to_string())
}

fn is_quality(word: &str) -> bool {
    QUALITIES.contains(&word.to_lowercase().as_str()) || TIES.iter().any(|t| word.ends_with(t))
}

/// "paramilitary" and "Rapid Support Forces" of "paramilitary Rapid Support Forces": the words before a name are none of it.
pub(super) fn without_modifiers(words: &str) -> (String, String) {
    let is_name = |w: &str| w.chars().next().is_some_and(char::is_uppercase) && !is_quality(w);
    let small = words.split(' ').take_while(|w| !is_name(w)).map(|w| w.len() + 1).sum::<usize>();
    let rest = words.get(small..).unwrap_or("");
    // "head of the Red Cross": only where nothing but a name is left.
    if small > 0 && rest.split(' ').count() > 1 && rest.split(' ').all(is_name) && !words[..small].contains(" of ") {
        let told = words[..small].trim();
        let qualities = if told.split(' ').all(is_quality) { told.to_string() } else { String::new() };
        (qualities, rest.to_string())
    } else {
        (String::new(), words.to_string())
    }
}
