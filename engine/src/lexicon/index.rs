//! The blob of tables, unpacked at the first use: its rows with their cells, and every key by its hash.

#[cfg(test)]
use super::Table;
use super::{BLOB, Entry, Form, TABLES};
use std::sync::OnceLock;

/// Bytes below it tell in the keys how much is shared; forms of a word are numbered below the other. See `data/pack.rs`.
const SHARED: u8 = 0x20;
const FORMS: usize = 8;

/// Most cells of a row.
const CELLS: usize = 7;

/// A row of a table, and where its cells end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    text: &'static str,
    /// The tabs; those that the row lacks are at its end.
    tabs: [u16; CELLS - 1],
}

impl Row {
    fn new(text: &'static str) -> Row {
        let mut tabs = [text.len() as u16; CELLS - 1];
        for (tab, (at, _)) in tabs.iter_mut().zip(text.match_indices('\t')) {
            *tab = at as u16;
        }
        Row { text, tabs }
    }

    /// Cell `i`; empty where the row is shorter.
    pub fn cell(&self, i: usize) -> &'static str {
        let start = if i == 0 { 0 } else { self.tabs.get(i - 1).map_or(self.text.len(), |tab| usize::from(*tab) + 1) };
        let end = self.tabs.get(i).map_or(self.text.len(), |tab| usize::from(*tab));
        self.text.get(start..end).unwrap_or("")
    }
}

/// What a key leads to.
#[derive(Debug, Clone, Copy)]
pub struct Found {
    /// Its first entry, and how many there are.
    entries: u32,
    count: u8,
    /// A longer key begins with this one and a space.
    pub continues: bool,
}

/// A key: where it stands in the text of all keys, and what it leads to.
#[derive(Debug, Clone, Copy)]
struct Key {
    start: u32,
    length: u8,
    found: Found,
}

/// The tables, ready to be asked.
pub struct Index {
    rows: Vec<Row>,
    /// First row of each table.
    firsts: [usize; TABLES.len()],
    text: Vec<u8>,
    keys: Vec<Key>,
    /// Table and form, and the row's two bytes, of every entry.
    columns: [&'static [u8]; 3],
    /// A power of two; each is a key's number and one, or zero. A key stands at its hash or at the next free slot behind it.
    slots: Vec<u16>,
}

/// Number `at` of the head, which is `u32`s.
fn number(at: usize) -> usize {
    let bytes = BLOB.get(at * 4..at * 4 + 4).map_or([0; 4], |b| [b[0], b[1], b[2], b[3]]);
    u32::from_le_bytes(bytes) as usize
}

/// Eight bytes at a time; keys are short.
fn hash(key: &[u8]) -> usize {
    let mix = |hash: u64, word: u64| (hash.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let (words, rest) = key.as_chunks::<8>();
    let hash = words.iter().fold(key.len() as u64, |hash, word| mix(hash, u64::from_le_bytes(*word)));
    let rest = rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
    (mix(hash, rest) >> 32) as usize
}

impl Index {
    /// The one index.
    pub fn get() -> &'static Index {
        static INDEX: OnceLock<Index> = OnceLock::new();
        INDEX.get_or_init(Index::unpack)
    }

    /// The layout stands in `data/pack.rs`.
    fn unpack() -> Index {
        let [keys, entries, keys_length, rows_length] = std::array::from_fn(number);
        let mut rest = BLOB.get((4 + TABLES.len()) * 4..).unwrap_or_default();
        let mut next = |length: usize| {
            let (part, behind) = rest.split_at_checked(length).unwrap_or_default();
            rest = behind;
            part
        };
        let rows_text = std::str::from_utf8(next(rows_length)).unwrap_or("");
        let (keys_text, tails) = (next(keys_length), next(keys));
        let mut index = Index {
            rows: rows_text.lines().map(Row::new).collect(),
            firsts: std::array::from_fn(|table| number(4 + table)),
            text: Vec::with_capacity(keys_length * 3),
            keys: Vec::with_capacity(keys),
            columns: std::array::from_fn(|_| next(entries)),
            slots: vec![0; (keys * 2).next_power_of_two()],
        };
        index.unpack_keys(keys_text, tails);
        for (number, key) in index.keys.iter().enumerate() {
            let mut at = hash(index.key(key)) & (index.slots.len() - 1);
            while index.slots[at] != 0 {
                at = (at + 1) & (index.slots.len() - 1);
            }
            index.slots[at] = number as u16 + 1;
        }
        index
    }

    /// Front-coded keys: of each what it shares with the one before it, and its rest.
    fn unpack_keys(&mut self, mut keys: &[u8], tails: &[u8]) {
        let (mut before, mut entries) = (0, 0);
        for tail in tails {
            let Some((shared, behind)) = keys.split_first() else { return };
            let (rest, behind) = behind.split_at(behind.iter().position(|b| *b < SHARED).unwrap_or(behind.len()));
            keys = behind;
            let start = self.text.len();
            self.text.extend_from_within(before..before + usize::from(*shared));
            self.text.extend_from_slice(rest);
            let found = Found { entries, count: tail & 0x7f, continues: tail & 0x80 != 0 };
            self.keys.push(Key { start: start as u32, length: shared + rest.len() as u8, found });
            (before, entries) = (start, entries + u32::from(found.count));
        }
    }

    fn key(&self, key: &Key) -> &[u8] {
        &self.text[key.start as usize..key.start as usize + usize::from(key.length)]
    }

    /// What `key` leads to, if any table holds it.
    pub fn find(&self, key: &str) -> Option<Found> {
        let mut at = hash(key.as_bytes()) & (self.slots.len() - 1);
        loop {
            let found = &self.keys[usize::from(self.slots[at].checked_sub(1)?)];
            if self.key(found) == key.as_bytes() {
                return Some(found.found);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// The rows that a key leads to.
    pub fn entries(&'static self, found: Found) -> impl Iterator<Item = Entry> {
        const FORM: [Form; 6] = [Form::Base, Form::Plural, Form::Third, Form::Past, Form::Part, Form::Ing];
        (0..usize::from(found.count)).map(move |i| {
            let [kind, low, high] = self.columns.map(|column| usize::from(column[found.entries as usize + i]));
            let (table, form) = (kind / FORMS, kind % FORMS);
            let row = self.firsts[table] + (high << 8 | low);
            Entry { table: TABLES[table], form: FORM[form], row: &self.rows[row] }
        })
    }

    /// The rows of `table`.
    #[cfg(test)]
    pub fn rows(&'static self, table: Table) -> &'static [Row] {
        let end = self.firsts.get(table as usize + 1).copied().unwrap_or(self.rows.len());
        &self.rows[self.firsts[table as usize]..end]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_found_and_every_row_has_room_for_its_cells() {
        let index = Index::get();
        assert!(index.keys.len() < usize::from(u16::MAX), "{} keys", index.keys.len());
        for key in &index.keys {
            let word = std::str::from_utf8(index.key(key)).unwrap();
            assert_eq!(index.find(word).map(|f| f.entries), Some(key.found.entries), "{word}");
        }
        for row in &index.rows {
            assert!(row.text.split('\t').count() <= CELLS && row.text.len() < usize::from(u16::MAX), "{}", row.text);
            assert!(row.text.split('\t').enumerate().all(|(i, cell)| row.cell(i) == cell), "{}", row.text);
            assert_eq!(row.cell(row.text.split('\t').count()), "");
        }
    }
}
