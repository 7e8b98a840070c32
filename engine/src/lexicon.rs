//! The lexicon: every table of `data/` in one packed blob, read in place. Its layout stands in `data/pack.rs`.

use crate::text::{Text, TokenKind, Tokens};

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
    /// The row's cells, tab-separated; [`Entry::cell`] takes them apart.
    pub row: &'static str,
}

impl Entry {
    /// Cell `i` of the row; empty where the row is shorter.
    pub fn cell(&self, i: usize) -> &'static str {
        // Rows are short and asked for everywhere: a plain loop is faster than a search for the tabs.
        let (mut start, mut left) = (0, i);
        for (at, byte) in self.row.bytes().enumerate() {
            if byte == b'\t' {
                if left == 0 {
                    return &self.row[start..at];
                }
                (start, left) = (at + 1, left - 1);
            }
        }
        if left == 0 { &self.row[start..] } else { "" }
    }
}

/// A match of a key in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    pub tokens: Tokens,
    pub entry: Entry,
}

/// Keys in a block, and the longest key in bytes, as `data/pack.rs` writes them.
const BLOCK: usize = 16;
const MAX_KEY: usize = 64;

/// Number `at` of the head, which is `u32`s.
fn number(at: usize) -> usize {
    let bytes = BLOB.get(at * 4..at * 4 + 4).map_or([0; 4], |b| [b[0], b[1], b[2], b[3]]);
    u32::from_le_bytes(bytes) as usize
}

/// Where the parts of the blob begin.
struct Layout {
    blocks: usize,
    rows: usize,
}

impl Layout {
    fn get() -> Layout {
        Layout { blocks: number(0), rows: number(1) }
    }

    /// First number of the row ends.
    const ROW_ENDS: usize = 2 + TABLES.len();

    /// First byte of the row text.
    fn row_text(&self) -> usize {
        (Layout::ROW_ENDS + self.rows + self.blocks + 1) * 4
    }

    fn block(&self, i: usize) -> usize {
        let text = number(Layout::ROW_ENDS + self.rows + self.blocks);
        self.row_text() + text + number(Layout::ROW_ENDS + self.rows + i)
    }

    fn row(&self, i: usize) -> &'static str {
        let start = if i == 0 { 0 } else { number(Layout::ROW_ENDS + i - 1) };
        let text = self.row_text();
        std::str::from_utf8(&BLOB[text + start..text + number(Layout::ROW_ENDS + i)]).unwrap_or("")
    }

    /// The first key of block `i`.
    fn first_key(&self, i: usize) -> &'static [u8] {
        let at = self.block(i);
        &BLOB[at + 2..at + 2 + BLOB[at + 1] as usize]
    }

    /// The block that holds `key`, if any does: the last whose first key is not behind it.
    fn block_of(&self, key: &[u8]) -> Option<usize> {
        let (mut low, mut high) = (0, self.blocks);
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.first_key(middle) <= key { low = middle + 1 } else { high = middle }
        }
        low.checked_sub(1)
    }
}

/// What a key leads to.
#[derive(Debug, Clone, Copy)]
struct Found {
    /// First byte of its entries, and how many there are.
    entries: usize,
    count: usize,
    /// A longer key begins with this one and a space.
    continues: bool,
}

fn find(key: &str) -> Option<Found> {
    let layout = Layout::get();
    let block = layout.block_of(key.as_bytes())?;
    let end = if block + 1 < layout.blocks { layout.block(block + 1) } else { BLOB.len() };
    let mut at = layout.block(block);
    let mut buffer = [0; MAX_KEY];
    for _ in 0..BLOCK {
        if at >= end {
            return None;
        }
        let (shared, rest) = (BLOB[at] as usize, BLOB[at + 1] as usize);
        buffer[shared..shared + rest].copy_from_slice(&BLOB[at + 2..at + 2 + rest]);
        let tail = BLOB[at + 2 + rest];
        let count = (tail & 0x7f) as usize;
        let entries = at + 3 + rest;
        match buffer[..shared + rest].cmp(key.as_bytes()) {
            std::cmp::Ordering::Equal => return Some(Found { entries, count, continues: tail & 0x80 != 0 }),
            std::cmp::Ordering::Greater => return None,
            std::cmp::Ordering::Less => at = entries + 4 * count,
        }
    }
    None
}

/// The rows of `key`, which is lower-case words with single spaces.
pub fn rows(key: &str) -> impl Iterator<Item = Entry> {
    find(key).into_iter().flat_map(entries)
}

/// The first row of `key` in `table`.
pub fn row(table: Table, key: &str) -> Option<Entry> {
    rows(key).find(|e| e.table == table)
}

/// Every row of `table`, as its base form.
#[cfg(test)]
pub fn all(table: Table) -> Vec<Entry> {
    let layout = Layout::get();
    let first = |t: usize| if t < TABLES.len() { number(2 + t) } else { layout.rows };
    let rows = first(table as usize)..first(table as usize + 1);
    rows.map(|i| Entry { table, form: Form::Base, row: layout.row(i) }).collect()
}

fn entries(found: Found) -> impl Iterator<Item = Entry> {
    let layout = Layout::get();
    (0..found.count).map(move |i| {
        let at = found.entries + i * 4;
        let [table, form, low, high] = [BLOB[at], BLOB[at + 1], BLOB[at + 2], BLOB[at + 3]];
        let row = number(2 + table as usize) + u16::from_le_bytes([low, high]) as usize;
        let form = [Form::Base, Form::Plural, Form::Third, Form::Past, Form::Part, Form::Ing][form as usize];
        Entry { table: TABLES[table as usize], form, row: layout.row(row) }
    })
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
            let found = find(&phrase);
            matches.extend(found.into_iter().flat_map(entries).map(|entry| Match { tokens: i..end + 1, entry }));
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
