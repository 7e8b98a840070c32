//! Clause borders as the tagger sees them: which words close a clause, and which past forms are participles in it.

use super::chunk::Input;
use super::predicate::{Predicate, Sense};
use super::tagger::Tag;
use crate::lexicon::{Table, Tagged};
use crate::text::{Sentence, Tokens, calendar};

/// Marks and words that close a clause.
fn closes_clause(tagged: &Tagged, tags: &[Tag], i: usize) -> bool {
    match tags[i] {
        Tag::Mark => matches!(tagged.key(i), "," | ";" | ":" | "—" | "–" | "." | "?" | "!" | "(" | ")"),
        Tag::Conj | Tag::Wh => true,
        Tag::Prep => is_subordinator(tagged.key(i)),
        _ => false,
    }
}

/// Prepositions that open a clause when a subject and a verb follow.
pub fn is_subordinator(key: &str) -> bool {
    matches!(
        key,
        "after"
            | "as"
            | "before"
            | "because"
            | "although"
            | "though"
            | "if"
            | "unless"
            | "whereas"
            | "while"
            | "whilst"
            | "whether"
            | "since"
            | "until"
            | "lest"
    )
}

/// A verb of the table of speech.
fn speaks(tagged: &Tagged, i: usize) -> bool {
    let rows = tagged.at(i).iter().filter(|m| m.entry.table == Table::Predicate && m.entry.cell(1) == "v");
    rows.map(|m| Predicate(m.entry)).any(|p| matches!(p.sense(), Some(Sense::Speech(_))))
}

/// A finite verb already stands in the clause before `i`.
pub fn has_finite(tags: &[Tag], sentence: &Sentence, i: usize) -> bool {
    let clause = (sentence.tokens.start..i).rev().take_while(|k| !matches!(tags[*k], Tag::Mark | Tag::Conj | Tag::Wh));
    clause.into_iter().any(|k| tags[k].is_finite())
}

/// Pasts that are no participle, and those of verbs without an object: "when a tree fell", "after a bus overturned".
#[rustfmt::skip]
const NEVER_REDUCED: &[&str] = &[
    "fell", "went", "came", "began", "drove", "gave", "shook", "tore", "rose", "ran", "sank", "flew", "blew", "broke", "rode", "spoke",
    "overturned", "exploded", "collapsed", "capsized", "derailed", "erupted", "happened", "occurred", "died", "swerved", "skidded",
];

/// "the 19 people wounded in the raid were moved": a past form behind a noun whose clause has its own finite verb later.
pub fn is_reduced(tagged: &Tagged, tags: &[Tag], sentence: &Sentence, i: usize) -> bool {
    if NEVER_REDUCED.contains(&tagged.key(i)) {
        return false;
    }
    let follows_noun = i > sentence.tokens.start && (tags[i - 1].is_noun() || tags[i - 1] == Tag::Num);
    if !follows_noun || tagged.key(i) == "said" {
        return false;
    }
    let next = tags.get(i + 1).copied().unwrap_or(Tag::Mark);
    // "Troops struck what they said was a depot".
    if matches!(next, Tag::Det | Tag::Num | Tag::Poss | Tag::Pron | Tag::There) || tagged.key(i + 1) == "what" {
        return false;
    }
    // "officials said about 70 had died": what is said has its own verb, unlike "an attack claimed by rebels".
    let led = matches!(next, Tag::To | Tag::Adj | Tag::Part) || matches!(tagged.key(i + 1), "by" | "of");
    if speaks(tagged, i) && !led {
        return false;
    }
    for k in i + 1..sentence.tokens.end {
        // "trapped since Friday were found": a day is no subject.
        let day = calendar::is_weekday(tagged.key(k + 1)) || calendar::names_month(tagged.key(k + 1));
        if closes_clause(tagged, tags, k) && !(day && tags[k] == Tag::Prep) {
            return false;
        }
        // "Rebels claimed to have killed 40": no tense behind "to".
        let infinitive = tags[k - 1] == Tag::To;
        if !infinitive && matches!(tags[k], Tag::Be | Tag::Have | Tag::Modal | Tag::Do | Tag::Past | Tag::Third) {
            return true;
        }
    }
    false
}

/// "As well as" between two noun phrases.
pub fn joins_as_well(input: &Input, sentence: &Tokens, i: usize) -> bool {
    let key = |k: usize| if k < sentence.end { input.tagged.key(k) } else { "" };
    let noun = |t: Tag| t.is_noun() || matches!(t, Tag::Det | Tag::Poss | Tag::Num | Tag::Adj);
    let words = key(i) == "as" && key(i + 1) == "well" && key(i + 2) == "as" && i > sentence.start;
    // "left four rebels dead, as well as two officers"
    let joins = |t: Tag| t.is_noun() || t == Tag::Adj && matches!(key(i - 1), "dead" | "wounded" | "injured" | "hurt");
    let before = || key(i - 1) == "," || joins(input.tags[i - 1]);
    words && i + 3 < sentence.end && before() && noun(input.tags[i + 3])
}
