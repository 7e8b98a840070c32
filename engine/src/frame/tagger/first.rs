//! The first tag of a word: what it is by itself, from the lexicon and its shape, before its neighbours are asked.

use super::Tag;
use crate::lexicon::{self, Form, Table, Tagged};
use crate::text::{Sentence, Text, TokenKind};

/// The tag of token `i` by itself; in a line of title case a capital says nothing.
pub(super) fn first_tag(text: &Text, tagged: &Tagged, sentence: &Sentence, i: usize, title_case: bool) -> Tag {
    let token = &text.tokens[i];
    let key = tagged.key(i);
    match token.kind {
        TokenKind::Mark if is_plural_possessive(text, i) => return Tag::Clitic,
        TokenKind::Mark if key == "&" => return Tag::Conj,
        // "90% of the homes", "90 per cent of the homes".
        TokenKind::Mark if key == "%" => return Tag::Noun,
        TokenKind::Mark => return Tag::Mark,
        TokenKind::Clitic => return Tag::Clitic,
        TokenKind::Number => return Tag::Num,
        TokenKind::Word => {}
    }
    let row =
        |table| tagged.at(i).iter().find(|m| m.entry.table == table && m.tokens.end == i + 1).map(|m| Tag::of(m.entry.cell(1)));
    if let Some(tag) = row(Table::Closed) {
        // "US" is no "us", "WHO" no "who".
        if token.all_caps && matches!(tag, Tag::Pron | Tag::Wh) {
            return Tag::Proper;
        }
        let name = token.capital && tag.is_noun() && !starts(text, sentence, i) && !title_case;
        return if name { Tag::Proper } else { tag };
    }
    let known = row(Table::Pos);
    let inside = !starts(text, sentence, i) && !title_case;
    // "a UK-based monitor", "Kurdish-led forces": the capital is that of the name before the hyphen.
    let quality =
        key.ends_with("ed") && text.word(i).rsplit_once('-').is_some_and(|(_, end)| end.starts_with(char::is_lowercase));
    if token.capital && quality {
        return Tag::Adj;
    }
    if token.capital && (inside || (known.is_none() && !is_common(tagged, i))) {
        return Tag::Proper;
    }
    // "North Kivu", "South Kordofan", whatever the line's case.
    let compass = token.capital && matches!(key, "north" | "south" | "east" | "west");
    if compass && text.tokens.get(i + 1).is_some_and(|next| next.capital && next.kind == TokenKind::Word) {
        return Tag::Proper;
    }
    known.or_else(|| predicate_tag(tagged, i)).unwrap_or_else(|| guess(key))
}

/// The bare apostrophe of "the Russians’ targets": no quotation ends there.
fn is_plural_possessive(text: &Text, i: usize) -> bool {
    let after_plural =
        i > 0 && !text.tokens[i].spaced && text.word(i - 1).ends_with('s') && text.tokens[i - 1].kind == TokenKind::Word;
    matches!(text.word(i), "’" | "'") && after_plural && !text.quotes.iter().any(|q| q.tokens.end == i)
}

/// A word that some table of common words holds, so that a capital at the start of a sentence makes no name of it.
fn is_common(tagged: &Tagged, i: usize) -> bool {
    let key = tagged.key(i);
    let listed = |m: &lexicon::Match| !matches!(m.entry.table, Table::Actor);
    tagged.at(i).iter().any(|m| m.tokens.end == i + 1 && listed(m))
        || is_gerund(key)
        || ["ed", "ly", "tion", "ment", "ities", "sive", "tive", "ous", "ful"].iter().any(|s| key.ends_with(s))
        || (key.ends_with('s') && lexicon::rows(&key[..key.len() - 1]).next().is_some())
        || key.contains('-')
}

/// The "-ing" form of a known word: "Beijing" is none.
fn is_gerund(key: &str) -> bool {
    let known = |stem: &str| lexicon::rows(stem).next().is_some();
    key.strip_suffix("ing").is_some_and(|stem| {
        let undoubled = stem.char_indices().next_back().map_or(stem, |(last, _)| &stem[..last]);
        known(stem) || known(&format!("{stem}e")) || known(undoubled)
    })
}

/// First word of the sentence or of a quotation in it.
fn starts(text: &Text, sentence: &Sentence, i: usize) -> bool {
    i == sentence.tokens.start
        || (i > 0
            && text.tokens[i - 1].kind == TokenKind::Mark
            && matches!(text.word(i - 1), "“" | "‘" | "\"" | "'" | ":" | "•" | "(" | "-" | "–" | "—"))
}

fn predicate_tag(tagged: &Tagged, i: usize) -> Option<Tag> {
    let noun = tagged.at(i).iter().find(|m| {
        matches!(m.entry.table, Table::People | Table::Munition | Table::Target | Table::Unit | Table::Office)
            && m.tokens.end == i + 1
    });
    if let Some(found) = noun {
        return Some(if found.entry.form == Form::Plural { Tag::Nouns } else { Tag::Noun });
    }
    verb_form(tagged, i)
}

/// The tag that a predicate row gives the word as a verb.
pub(super) fn verb_form(tagged: &Tagged, i: usize) -> Option<Tag> {
    let verb = tagged.at(i).iter().filter(|m| m.entry.table == Table::Predicate && m.entry.cell(1) == "v");
    verb.map(|m| match m.entry.form {
        Form::Third => Tag::Third,
        Form::Past => Tag::Past,
        Form::Part => Tag::Part,
        Form::Ing => Tag::Ing,
        _ => Tag::Base,
    })
    .next()
}

const UNITS: &[&str] = &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

fn guess(key: &str) -> Tag {
    // "twenty-four".
    let tens = key.split_once('-').filter(|(tens, _)| tens.ends_with("ty"));
    if tens.is_some_and(|(_, ones)| UNITS.contains(&ones)) {
        return Tag::Num;
    }
    // "non-life-threatening injuries", "Russian-held towns".
    if key.contains('-') && (key.ends_with("ing") || key.ends_with("ed")) {
        return Tag::Adj;
    }
    let mut from = key.char_indices().map(|(i, _)| i).skip(1).filter(|i| key.len() - i <= 5);
    from.find_map(|i| lexicon::row(Table::Suffix, &format!("~{}", &key[i..]))).map_or(Tag::Noun, |row| Tag::of(row.cell(1)))
}
