//! Look-up: a binary search over blocks of front-coded keys.

use super::{Gazetteer, KEYS_STEP, PlaceId, Section, u32_at};

/// How a key names a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameClass {
    /// A name of English news writing.
    Name,
    /// A rival, old or foreign spelling.
    Alternate,
    /// Letters that must be written in capitals: US, UAE.
    Abbreviation,
    /// "Ukrainian".
    Adjective,
    /// "Ukrainians".
    People,
    /// A state of the US or province of Canada behind "City, ": Calif., TX, Ont.
    State,
}

/// The places of one key, the most prominent first.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    values: &'a [u8],
    flags: u8,
}

/// What a look-up found.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// The places of the key itself.
    pub entry: Option<Entry<'a>>,
    /// True where a key begins with this key and a space.
    pub longer: bool,
}

/// Bits of the byte that counts values.
const COMMON_WORD: u8 = 0x40;
const GIVEN_NAME: u8 = 0x80;
const COUNT: u8 = 0x3F;
/// Bits of a value that hold the place.
const PLACE_BITS: u32 = 20;

impl<'a> Entry<'a> {
    /// Places and how the key names them.
    pub fn values(&self) -> impl Iterator<Item = (PlaceId, NameClass)> + 'a {
        self.values.chunks_exact(3).filter_map(|v| {
            let value = u32::from_le_bytes([v[0], v[1], v[2], 0]);
            let class = match value >> PLACE_BITS {
                0 => NameClass::Name,
                1 => NameClass::Alternate,
                2 => NameClass::Abbreviation,
                3 => NameClass::Adjective,
                4 => NameClass::People,
                5 => NameClass::State,
                _ => return None,
            };
            Some((PlaceId(value & ((1 << PLACE_BITS) - 1)), class))
        })
    }

    /// The same for every look-up of the same key in the same gazetteer, and different for different keys.
    pub fn identity(&self) -> usize {
        self.values.as_ptr() as usize
    }

    /// The key is also a common English word: Reading, Split.
    pub fn is_common_word(&self) -> bool {
        self.flags & COMMON_WORD != 0
    }

    /// The key is also a given name: Jordan, Paris.
    pub fn is_given_name(&self) -> bool {
        self.flags & GIVEN_NAME != 0
    }
}

impl<'a> Gazetteer<'a> {
    /// Looks up a folded key (see `Key`).
    pub fn look_up(&self, key: &str) -> Found<'a> {
        let nothing = Found { entry: None, longer: false };
        let key = key.as_bytes();
        let blocks = self.section(Section::KeyBlocks).len() / 8;
        // The last block whose first key is not behind the key.
        let (mut low, mut high) = (0, blocks);
        while low < high {
            let middle = (low + high) / 2;
            match self.first_key(middle) {
                Some(first) if first <= key => low = middle + 1,
                Some(_) => high = middle,
                None => return nothing,
            }
        }
        let Some(block) = low.checked_sub(1) else {
            return Found { longer: self.first_key(0).is_some_and(|first| continues(first, key)), ..nothing };
        };
        self.search_block(block, key).unwrap_or(nothing)
    }

    fn block(&self, block: usize) -> Option<(usize, usize)> {
        let blocks = self.section(Section::KeyBlocks);
        Some((u32_at(blocks, block * 8)? as usize, u32_at(blocks, block * 8 + 4)? as usize))
    }

    /// The first key of a block; it shares nothing.
    fn first_key(&self, block: usize) -> Option<&'a [u8]> {
        let (start, _) = self.block(block)?;
        let text = self.section(Section::KeyText);
        let length = usize::from(*text.get(start.checked_add(1)?)?);
        text.get(start.checked_add(3)?..start.checked_add(3 + length)?)
    }

    fn search_block(&self, block: usize, key: &[u8]) -> Option<Found<'a>> {
        let text = self.section(Section::KeyText);
        let (mut at, mut value) = self.block(block)?;
        let mut current = [0u8; 512];
        let mut entry = None;
        for _ in 0..KEYS_STEP.min(self.keys - (block * KEYS_STEP).min(self.keys)) {
            let head = text.get(at..at.checked_add(3)?)?;
            let (shared, further) = (usize::from(head[0]), usize::from(head[1]));
            current.get_mut(shared..shared + further)?.copy_from_slice(text.get(at + 3..at + 3 + further)?);
            let this = &current[..shared + further];
            let count = usize::from(head[2] & COUNT);
            if this == key {
                let values =
                    self.section(Section::Values).get(value.checked_mul(3)?..value.checked_add(count)?.checked_mul(3)?)?;
                entry = Some(Entry { values, flags: head[2] });
            } else if this > key {
                return Some(Found { entry, longer: continues(this, key) });
            }
            at += 3 + further;
            value = value.checked_add(count)?;
        }
        let longer = self.first_key(block + 1).is_some_and(|next| continues(next, key));
        Some(Found { entry, longer })
    }
}

/// True where `longer` is `key`, a space and more.
fn continues(longer: &[u8], key: &[u8]) -> bool {
    longer.len() > key.len() && longer.starts_with(key) && longer[key.len()] == b' '
}
