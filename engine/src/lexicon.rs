//! The lexicon: every table of `data/` in one packed blob. Its layout stands in `data/pack.rs`.

use crate::text::{Text, TokenKind, Tokens};

mod index;

use index::{Index, Row};

static BLOB: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

/// The longest key, in words; longer ones are refused by no one but never looked up.
const MAX_WORDS: usize = 6;

/// The tables, in the order of `TABLES` in `data/pack.rs`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Table {
    /// word, Penn tag.
    Pos,
    /// word, Penn tag or BE, HAVE, DO.
    Closed,
    /// suffix, Penn tag.
    Suffix,
    /// lemma, plural, victims group.
    People,
    /// modifier, victims group.
    PeopleModifier,
    /// phrase, plural, type, name.
    Munition,
    /// phrase, plural, category.
    Target,
    /// word, category.
    TargetModifier,
    /// word, value, class.
    Number,
    /// phrase, bound, side.
    Bound,
    /// unit, plural, class.
    Unit,
    /// phrase, cue.
    Cue,
    /// written, canonical, type, country, description, flags.
    Actor,
    /// office or title, plural, kind.
    Office,
    /// See [`crate::frame::predicate`].
    Predicate,
}

const TABLES: [Table; 15] = [
    Table::Pos,
    Table::Closed,
    Table::Suffix,
    Table::People,
    Table::PeopleModifier,
    Table::Munition,
    Table::Target,
    Table::TargetModifier,
    Table::Number,
    Table::Bound,
    Table::Unit,
    Table::Cue,
    Table::Actor,
    Table::Office,
    Table::Predicate,
];

/// Which form of the row's word was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Form {
    Base,
    Plural,
    Third,
    Past,
    Part,
    Ing,
}

/// A row that a key leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    pub table: Table,
    pub form: Form,
    row: &'static Row,
}

impl Entry {
    /// Cell `i` of the row; empty where the row is shorter.
    pub fn cell(&self, i: usize) -> &'static str {
        self.row.cell(i)
    }
}

/// A match of a key in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    pub tokens: Tokens,
    pub entry: Entry,
}

/// The rows of `key`, which is lower-case words with single spaces.
pub fn rows(key: &str) -> impl Iterator<Item = Entry> {
    let index = Index::get();
    index.find(key).into_iter().flat_map(|found| index.entries(found))
}

/// The first row of `key` in `table`.
pub fn row(table: Table, key: &str) -> Option<Entry> {
    rows(key).find(|e| e.table == table)
}

/// Every row of `table`, as its base form.
#[cfg(test)]
pub fn all(table: Table) -> Vec<Entry> {
    Index::get().rows(table).iter().map(|row| Entry { table, form: Form::Base, row }).collect()
}

/// The lexicon's view of a text: for every token its key form and the matches that begin there.
#[derive(Debug, Clone)]
pub struct Tagged {
    /// Lower-case form of each token, apostrophes straightened.
    pub keys: Vec<String>,
    /// Every match, ordered by first token, the longest first.
    pub matches: Vec<Match>,
    /// `starts[i]..starts[i + 1]` are the matches that begin at token `i`.
    starts: Vec<usize>,
}

impl Tagged {
    /// The matches that begin at token `i`, the longest first.
    pub fn at(&self, i: usize) -> &[Match] {
        match (self.starts.get(i), self.starts.get(i + 1)) {
            (Some(&from), Some(&to)) => &self.matches[from..to],
            _ => &[],
        }
    }

    /// The longest match of `table` that begins at token `i`.
    pub fn longest(&self, table: Table, i: usize) -> Option<&Match> {
        self.at(i).iter().find(|m| m.entry.table == table)
    }

    /// The longest match of `table` that ends just before token `end` and begins at or after `from`.
    pub fn ending(&self, table: Table, from: usize, end: usize) -> Option<&Match> {
        (from.max(end.saturating_sub(MAX_WORDS))..end)
            .find_map(|i| self.at(i).iter().find(|m| m.entry.table == table && m.tokens.end == end))
    }

    /// The key form of token `i`.
    pub fn key(&self, i: usize) -> &str {
        self.keys.get(i).map_or("", String::as_str)
    }
}

/// Looks every token up, with longest multi-word match inside a sentence line.
pub fn tag(text: &Text) -> Tagged {
    let keys: Vec<String> = (0..text.tokens.len()).map(|i| key_form(text.word(i))).collect();
    let index = Index::get();
    let mut matches = Vec::new();
    let mut starts = Vec::with_capacity(keys.len() + 1);
    let mut phrase = String::new();
    for i in 0..keys.len() {
        let from = matches.len();
        starts.push(from);
        phrase.clear();
        for (end, key) in keys.iter().enumerate().skip(i).take(MAX_WORDS) {
            if end > i {
                if text.tokens[end].line_start || text.tokens[end].kind == TokenKind::Mark {
                    break;
                }
                // "mayor's office": rows write the clitic as texts do.
                if text.tokens[end].kind != TokenKind::Clitic {
                    phrase.push(' ');
                }
            }
            phrase.push_str(key);
            let found = index.find(&phrase);
            let entries = found.into_iter().flat_map(|found| index.entries(found));
            matches.extend(entries.map(|entry| Match { tokens: i..end + 1, entry }));
            // The word goes on with its clitic: no table holds the half of it.
            let clitic = text.tokens.get(end + 1).is_some_and(|t| t.kind == TokenKind::Clitic);
            if !clitic && !found.is_some_and(|f| f.continues) {
                break;
            }
        }
        matches[from..].sort_by_key(|m| std::cmp::Reverse(m.tokens.end));
    }
    starts.push(matches.len());
    Tagged { keys, matches, starts }
}

fn key_form(word: &str) -> String {
    if word.eq_ignore_ascii_case("incl") {
        return "including".to_string();
    }
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.chars().flat_map(char::to_lowercase).map(|c| if matches!(c, '’' | '‘' | 'ʼ') { '\'' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_forms_lead_to_their_row() {
        let killing = row(Table::Predicate, "killing").expect("killing is a form of kill");
        assert_eq!((killing.cell(0), killing.form), ("kill", Form::Ing));
        let women = row(Table::People, "women").expect("women is a form of woman");
        assert_eq!((women.cell(2), women.form), ("women", Form::Plural));
    }

    #[test]
    fn the_longest_phrase_comes_first() {
        let text = Text::new(None, "Two cruise missiles flew.");
        let tagged = tag(&text);
        let longest = tagged.longest(Table::Munition, 1).expect("cruise missiles");
        assert_eq!((longest.tokens.clone(), longest.entry.cell(2)), (1..3, "cruise_missile"));
    }

    #[test]
    fn unknown_words_have_no_rows() {
        assert_eq!(rows("qwzrtp").count(), 0);
        assert_eq!(rows("").count(), 0);
    }
}
