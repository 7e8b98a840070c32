//! Unpacking: the file that travels becomes the one that is read in place. Names travel once; their keys are folded and sorted here.
//!
//! The packed file has the head and the directory of the other (magic `FBXP`) and the sections of [`Packed`]. Everything else is counted from them.

use super::{GazetteerError, HEAD, KEYS_STEP, Key, NAMES_STEP, SECTIONS, Section, VERSION, count, sections, u16_at};
use std::cmp::{Ordering, Reverse};

const MAGIC: &[u8] = b"FBXP";
/// Sections of the packed file.
const PACKED: usize = 10;
/// Most values of a key, longest key.
const MAX_VALUES: usize = 63;
const MAX_KEY: usize = 255;

/// The sections in the order of the file; those up to `Ids` have the names and rows of [`Section`].
#[derive(Debug, Clone, Copy)]
enum Packed {
    Countries,
    Regions,
    /// As there, and: the name is a key (0x10), one that is a common word (0x20) or a given name (0x40), its leading article left out (0x80).
    Kinds,
    Country,
    Region,
    Latitudes,
    Longitudes,
    Prominences,
    /// Difference from the place before, sign in the lowest bit (u32, split).
    Ids,
    /// For each place its name, further keys, each behind a byte that tells its class, and a zero.
    Text,
}

const OWN: u8 = 0x10;
const COMMON: u8 = 0x20;
const GIVEN: u8 = 0x40;
const NO_ARTICLE: u8 = 0x80;

/// A key of a place.
struct Row {
    /// Where it stands in the text of all keys.
    start: u32,
    length: u8,
    class: u8,
    flags: u8,
    place: u32,
}

/// Makes the gazetteer that [`super::Gazetteer::open`] reads.
pub(super) fn unpack(packed: &[u8]) -> Result<Vec<u8>, GazetteerError> {
    if packed.get(..4) != Some(MAGIC) {
        return Err(GazetteerError("it does not begin as a packed gazetteer does"));
    }
    if u16_at(packed, 4) != Some(VERSION) || u16_at(packed, 6).map(usize::from) != Some(PACKED) {
        return Err(GazetteerError("its version is another"));
    }
    let places = count(packed, 16)?;
    let sections: [&[u8]; PACKED] = sections(packed)?;
    let section = |s: Packed| sections[s as usize];
    let kinds = section(Packed::Kinds);
    let width = |s: Packed, width: usize| places.checked_mul(width) == Some(section(s).len());
    if !(width(Packed::Kinds, 1) && width(Packed::Prominences, 1) && width(Packed::Ids, 4)) {
        return Err(GazetteerError("a section has the wrong length"));
    }
    let mut names = Names::default();
    let mut keys = Keys::default();
    names.read(section(Packed::Text), kinds, &mut keys);
    if names.lengths.len() != places {
        return Err(GazetteerError("the names are cut short"));
    }
    let index = keys.index(kinds, section(Packed::Prominences));
    let plain: Vec<u8> = kinds.iter().map(|k| k & (OWN - 1)).collect();
    let ids = ids(section(Packed::Ids));
    let mut out: [&[u8]; SECTIONS] = [&[]; SECTIONS];
    out[Section::Countries as usize] = section(Packed::Countries);
    out[Section::Regions as usize] = section(Packed::Regions);
    out[Section::Kinds as usize] = &plain;
    out[Section::Country as usize] = section(Packed::Country);
    out[Section::Region as usize] = section(Packed::Region);
    out[Section::Latitudes as usize] = section(Packed::Latitudes);
    out[Section::Longitudes as usize] = section(Packed::Longitudes);
    out[Section::Prominences as usize] = section(Packed::Prominences);
    out[Section::Ids as usize] = &ids;
    out[Section::NameLengths as usize] = &names.lengths;
    out[Section::NameStarts as usize] = &names.starts;
    out[Section::Names as usize] = &names.text;
    out[Section::KeyBlocks as usize] = &index.blocks;
    out[Section::KeyText as usize] = &index.text;
    out[Section::Values as usize] = &index.values;
    Ok(file(&packed[8..20], index.keys, &out))
}

/// Head, directory and sections.
fn file(counts: &[u8], keys: u32, sections: &[&[u8]; SECTIONS]) -> Vec<u8> {
    let total: usize = sections.iter().map(|s| s.len()).sum();
    let mut out = Vec::with_capacity(HEAD + 8 * SECTIONS + total);
    out.extend_from_slice(super::MAGIC);
    out.extend_from_slice(&VERSION.to_le_bytes());
    out.extend_from_slice(&(SECTIONS as u16).to_le_bytes());
    out.extend_from_slice(counts);
    out.extend_from_slice(&keys.to_le_bytes());
    let mut at = HEAD + 8 * SECTIONS;
    for section in sections {
        out.extend_from_slice(&(at as u32).to_le_bytes());
        out.extend_from_slice(&(section.len() as u32).to_le_bytes());
        at += section.len();
    }
    sections.iter().for_each(|s| out.extend_from_slice(s));
    out
}

/// Ids from their differences, in split columns as they came.
fn ids(differences: &[u8]) -> Vec<u8> {
    let places = differences.len() / 4;
    let mut out = vec![0; differences.len()];
    let mut id = 0u32;
    for i in 0..places {
        let zigzag = (0..4).fold(0u32, |value, column| value << 8 | u32::from(differences[column * places + i]));
        id = id.wrapping_add((zigzag >> 1) ^ (zigzag & 1).wrapping_neg());
        id.to_be_bytes().iter().enumerate().for_each(|(column, &byte)| out[column * places + i] = byte);
    }
    out
}

#[derive(Default)]
struct Names {
    lengths: Vec<u8>,
    starts: Vec<u8>,
    text: Vec<u8>,
}

impl Names {
    fn read(&mut self, text: &[u8], kinds: &[u8], keys: &mut Keys) {
        let mut folded = Key::default();
        for (place, (record, &kind)) in text.split(|&b| b == 0).zip(kinds).enumerate() {
            let mut parts = record.chunk_by(|_, &next| next >= 0x20);
            let name = parts.next().unwrap_or_default();
            let name = &name[..name.len().min(MAX_KEY)];
            if place.is_multiple_of(NAMES_STEP) {
                self.starts.extend_from_slice(&(self.text.len() as u32).to_le_bytes());
            }
            self.lengths.push(name.len() as u8);
            self.text.extend_from_slice(name);
            if let Some(name) = std::str::from_utf8(name).ok().filter(|_| kind & OWN != 0) {
                folded.clear();
                folded.push(name);
                let key = folded.as_str();
                let key = if kind & NO_ARTICLE != 0 { key.strip_prefix("al ").unwrap_or(key) } else { key };
                keys.push(key.as_bytes(), 0, (kind & (COMMON | GIVEN)) << 1, place);
            }
            for further in parts {
                let tell = further[0];
                keys.push(&further[1..], (tell & 7).saturating_sub(1), (tell & 0x18) << 3, place);
            }
        }
    }
}

#[derive(Default)]
struct Keys {
    text: Vec<u8>,
    rows: Vec<Row>,
}

#[derive(Default)]
struct Index {
    keys: u32,
    blocks: Vec<u8>,
    text: Vec<u8>,
    values: Vec<u8>,
}

impl Keys {
    fn push(&mut self, key: &[u8], class: u8, flags: u8, place: usize) {
        if !key.is_empty() && key.len() <= MAX_KEY {
            let start = self.text.len() as u32;
            self.text.extend_from_slice(key);
            self.rows.push(Row { start, length: key.len() as u8, class, flags, place: place as u32 });
        }
    }

    fn of(&self, row: &Row) -> &[u8] {
        &self.text[row.start as usize..row.start as usize + usize::from(row.length)]
    }

    /// The sorted keys in blocks, each with its places, the most prominent first.
    fn index(&self, kinds: &[u8], prominences: &[u8]) -> Index {
        // Country, area, region, city, district.
        const RANKS: [u8; 8] = [0, 2, 1, 3, 4, 5, 5, 5];
        let rank = |row: &Row| {
            let place = row.place as usize;
            (matches!(row.class, 1 | 5), RANKS[usize::from(kinds[place] & 7)], Reverse(prominences[place]), row.place)
        };
        // Numbers sort faster than texts: the first bytes of the keys, and the texts only where those are the same.
        let head = |row: &Row| {
            let key = self.of(row);
            let mut bytes = [0; 8];
            let length = key.len().min(8);
            bytes[..length].copy_from_slice(&key[..length]);
            u64::from_be_bytes(bytes)
        };
        let mut order: Vec<(u64, u32)> = self.rows.iter().enumerate().map(|(i, row)| (head(row), i as u32)).collect();
        order.sort_unstable();
        let row = |&(_, i): &(u64, u32)| &self.rows[i as usize];
        let compare = |a: &(u64, u32), b: &(u64, u32)| match self.of(row(a)).cmp(self.of(row(b))) {
            Ordering::Equal => rank(row(a)).cmp(&rank(row(b))),
            unequal => unequal,
        };
        order.chunk_by_mut(|a, b| a.0 == b.0).filter(|run| run.len() > 1).for_each(|run| run.sort_unstable_by(compare));
        let mut index = Index::default();
        let mut before: &[u8] = &[];
        for same in order.chunk_by(|a, b| a.0 == b.0 && self.of(row(a)) == self.of(row(b))) {
            let key = self.of(row(&same[0]));
            let shared = if (index.keys as usize).is_multiple_of(KEYS_STEP) {
                index.blocks.extend_from_slice(&(index.text.len() as u32).to_le_bytes());
                index.blocks.extend_from_slice(&((index.values.len() / 3) as u32).to_le_bytes());
                0
            } else {
                key.iter().zip(before).take_while(|(a, b)| a == b).count()
            };
            let flags = same.iter().fold(0, |flags, r| flags | row(r).flags);
            let values = &same[..same.len().min(MAX_VALUES)];
            index.text.extend_from_slice(&[shared as u8, (key.len() - shared) as u8, flags | values.len() as u8]);
            index.text.extend_from_slice(&key[shared..]);
            for value in values.iter().map(row) {
                index.values.extend_from_slice(&(value.place | u32::from(value.class) << 20).to_le_bytes()[..3]);
            }
            index.keys += 1;
            before = key;
        }
        index
    }
}
