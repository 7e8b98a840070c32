//! The gazetteer: every place the reading knows. It travels in a packed file, which [`Gazetteer::unpack`] makes once into one that is read in place.
//!
//! # Layout of what is read
//! Little-endian. `scripts/gazetteer_build/writer.py` writes the packed file, [`unpack`] this one.
//!
//! | part | bytes |
//! |---|---|
//! | magic `FBXG`, version, number of sections | 4 + 2 + 2 |
//! | number of countries, regions, places, keys | 4 × 4 |
//! | directory: offset and length of each section | 8 each |
//! | sections, in the order of [`Section`] | |
//!
//! Places come in the order countries, first-level regions, areas, cities, hand-made places, districts, so that country and region numbers are place
//! numbers, too. Columns of more than one byte keep their high bytes first and together: near equal bytes side by side compress.
//! A value of a key is three bytes: place number in 20 bits, [`NameClass`] in the upper 4. Keys are front-coded in blocks of 32.

mod key;
mod place;
mod search;
mod unpack;

pub use key::{Key, is_article, is_free_article};
pub use place::{Place, PlaceId, PlaceKind};
pub use search::{Entry, NameClass};

use std::fmt;

const MAGIC: &[u8] = b"FBXG";
const VERSION: u16 = 1;
/// Bytes before the directory.
const HEAD: usize = 24;
/// Places between two stored offsets into the name blob.
const NAMES_STEP: usize = 64;
/// Keys in a front-coded block.
const KEYS_STEP: usize = 32;

/// The sections in the order of the file, with the bytes of one row.
#[derive(Debug, Clone, Copy)]
enum Section {
    /// alpha-2 code, place number of the capital (u32), of the second-largest city (u32); a row a country.
    Countries,
    /// Country (u8), code behind the hyphen of ISO 3166-2 (3 bytes, padded with 0), type word (u8); a row a region.
    Regions,
    /// Kind in the lower three bits, bit 3 set for a capital; a row a place, as in all up to `NameLengths`.
    Kinds,
    /// Country number, 0xFF for none.
    Country,
    /// Region number (u16, split), 0xFFFF for none.
    Region,
    /// Hundredths of a degree from 90° south (u16, split).
    Latitudes,
    /// Hundredths of a degree from 180° west (u16, split).
    Longitudes,
    /// 0 for unknown, else 1 + 7 · log2(prominence).
    Prominences,
    /// GeoNames ids (u32, split), 0 for none.
    Ids,
    /// Bytes of each name.
    NameLengths,
    /// Offset into `Names` of every 64th name (u32).
    NameStarts,
    /// Names, one behind the other.
    Names,
    /// Offset into `KeyText` and number of the first value in `Values` (u32 each) of each block.
    KeyBlocks,
    /// Keys: shared bytes, further bytes, number of values with flags; then the further bytes.
    KeyText,
    /// Values, three bytes each.
    Values,
}

const SECTIONS: usize = Section::Values as usize + 1;

/// A packed gazetteer, read in place. Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Gazetteer<'a> {
    sections: [&'a [u8]; SECTIONS],
    countries: usize,
    regions: usize,
    places: usize,
    keys: usize,
}

/// Why a file is no gazetteer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GazetteerError(&'static str);

impl fmt::Display for GazetteerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the gazetteer file is damaged: {}; load the page again", self.0)
    }
}

impl std::error::Error for GazetteerError {}

impl Gazetteer<'_> {
    /// Makes the file that travels into the one that [`Gazetteer::open`] reads: some 3 MB, a few hundredths of a second.
    ///
    /// # Errors
    /// Where the bytes are not a packed gazetteer of this version.
    pub fn unpack(packed: &[u8]) -> Result<Vec<u8>, GazetteerError> {
        unpack::unpack(packed)
    }
}

/// A number of the head or the directory.
fn count(bytes: &[u8], at: usize) -> Result<usize, GazetteerError> {
    u32_at(bytes, at).map(|n| n as usize).ok_or(GazetteerError("its head is cut short"))
}

/// The sections that the directory behind the head names, in either of the two files.
fn sections<const N: usize>(bytes: &[u8]) -> Result<[&[u8]; N], GazetteerError> {
    let mut sections: [&[u8]; N] = [&[]; N];
    for (i, section) in sections.iter_mut().enumerate() {
        let (start, length) = (count(bytes, HEAD + 8 * i)?, count(bytes, HEAD + 8 * i + 4)?);
        *section = start
            .checked_add(length)
            .and_then(|end| bytes.get(start..end))
            .ok_or(GazetteerError("a section lies outside the file"))?;
    }
    Ok(sections)
}

/// The gazetteer of the project, for tests.
#[cfg(test)]
pub fn built_in() -> Gazetteer<'static> {
    use std::sync::LazyLock;
    static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| {
        Gazetteer::unpack(include_bytes!("../../../data/gazetteer/gazetteer.bin")).expect("the gazetteer unpacks")
    });
    Gazetteer::open(&BYTES).expect("the gazetteer opens")
}

impl<'a> Gazetteer<'a> {
    /// Opens an unpacked gazetteer without copying or parsing it. Damage inside a section shows only as missing or wrong places, never as a
    /// panic.
    ///
    /// # Errors
    /// Where the bytes are not a gazetteer of this version, or its sections are not as long as its counts say.
    pub fn open(bytes: &'a [u8]) -> Result<Gazetteer<'a>, GazetteerError> {
        if bytes.get(..4) != Some(MAGIC) {
            return Err(GazetteerError("it does not begin as a gazetteer does"));
        }
        if u16_at(bytes, 4) != Some(VERSION) {
            return Err(GazetteerError("its version is another"));
        }
        if u16_at(bytes, 6).map(usize::from) != Some(SECTIONS) {
            return Err(GazetteerError("its number of sections is another"));
        }
        let (countries, regions, places, keys) = (count(bytes, 8)?, count(bytes, 12)?, count(bytes, 16)?, count(bytes, 20)?);
        let sections = sections(bytes)?;
        let gazetteer = Gazetteer { sections, countries, regions, places, keys };
        gazetteer.check_lengths()?;
        Ok(gazetteer)
    }

    fn check_lengths(&self) -> Result<(), GazetteerError> {
        use Section::*;
        let rows = [
            (Countries, self.countries, 10),
            (Regions, self.regions, 5),
            (Kinds, self.places, 1),
            (Country, self.places, 1),
            (Region, self.places, 2),
            (Latitudes, self.places, 2),
            (Longitudes, self.places, 2),
            (Prominences, self.places, 1),
            (Ids, self.places, 4),
            (NameLengths, self.places, 1),
            (NameStarts, self.places.div_ceil(NAMES_STEP), 4),
            (KeyBlocks, self.keys.div_ceil(KEYS_STEP), 8),
        ];
        let right = rows.iter().all(|&(s, rows, width)| rows.checked_mul(width) == Some(self.section(s).len()));
        let nested = self.countries.checked_add(self.regions).is_some_and(|n| n <= self.places)
            && self.section(Values).len().is_multiple_of(3);
        if right && nested { Ok(()) } else { Err(GazetteerError("a section has the wrong length")) }
    }

    fn section(&self, section: Section) -> &'a [u8] {
        self.sections[section as usize]
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests;
