//! Places: one row of the gazetteer's columns.

use super::{Gazetteer, Key, NAMES_STEP, Section, u32_at};

/// Number of a place in the gazetteer; only good for the gazetteer that gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceId(pub(super) u32);

/// What a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlaceKind {
    /// Country or territory with an ISO 3166-1 code.
    Country,
    /// First-level administrative unit.
    Region,
    /// Area that is no single unit: Sahel, Donbas, a sea.
    Area,
    /// City, town, village or quarter.
    City,
    /// Second-level administrative unit.
    District,
}

/// A place as the gazetteer has it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place<'a> {
    /// Its number.
    pub id: PlaceId,
    /// English name; of a region without the word region.
    pub name: &'a str,
    /// What it is.
    pub kind: PlaceKind,
    /// Number of its country.
    pub country: Option<u8>,
    /// Number of its first-level region; a region has its own.
    pub region: Option<u16>,
    /// Degrees north, to a hundredth.
    pub lat: f64,
    /// Degrees east, to a hundredth.
    pub lon: f64,
    /// Number of people, raised up to a thousandfold by how many languages name the place, to within 5 %; 0 where unknown.
    pub prominence: f64,
    /// GeoNames id.
    pub geonames: Option<u32>,
    /// Capital of its country.
    pub capital: bool,
}

/// Words for regions, in the order of the packed type words.
const TYPE_WORDS: &[&str] = &[
    "region",
    "province",
    "governorate",
    "state",
    "district",
    "county",
    "department",
    "prefecture",
    "municipality",
    "territory",
    "Oblast",
];

impl<'a> Gazetteer<'a> {
    /// The place with this number; none where the file is damaged.
    pub fn place(&self, id: PlaceId) -> Option<Place<'a>> {
        let i = id.0 as usize;
        let kind = *self.section(Section::Kinds).get(i)?;
        let region = self.split(Section::Region, i, 2)? as u16;
        let country = *self.section(Section::Country).get(i)?;
        let prominence = match *self.section(Section::Prominences).get(i)? {
            0 => 0.0,
            class => (f64::from(class - 1) / 7.0).exp2(),
        };
        Some(Place {
            id,
            name: self.name(i)?,
            kind: match kind & 7 {
                0 => PlaceKind::Country,
                1 => PlaceKind::Region,
                2 => PlaceKind::Area,
                3 => PlaceKind::City,
                4 => PlaceKind::District,
                _ => return None,
            },
            country: (usize::from(country) < self.countries).then_some(country),
            region: (usize::from(region) < self.regions).then_some(region),
            lat: degrees(self.split(Section::Latitudes, i, 2)?, 90.0),
            lon: degrees(self.split(Section::Longitudes, i, 2)?, 180.0),
            prominence,
            geonames: self.split(Section::Ids, i, 4).filter(|&id| id > 0),
            capital: kind & 8 != 0,
        })
    }

    /// ISO 3166-1 alpha-2 code of a country.
    pub fn country_code(&self, country: u8) -> Option<&'a str> {
        std::str::from_utf8(self.country_row(country)?.get(..2)?).ok()
    }

    /// The country itself as a place.
    pub fn country_place(&self, country: u8) -> Option<PlaceId> {
        (usize::from(country) < self.countries).then_some(PlaceId(u32::from(country)))
    }

    /// The capital of a country.
    pub fn capital(&self, country: u8) -> Option<PlaceId> {
        self.city_of_country(country, 2)
    }

    /// The second-largest city of a country.
    pub fn second_city(&self, country: u8) -> Option<PlaceId> {
        self.city_of_country(country, 6)
    }

    /// The region itself as a place.
    pub fn region_place(&self, region: u16) -> Option<PlaceId> {
        (usize::from(region) < self.regions).then(|| PlaceId((self.countries + usize::from(region)) as u32))
    }

    /// ISO 3166-2 code of a region, where known: `UA-63`.
    pub fn region_code(&self, region: u16) -> Option<String> {
        let row = self.region_row(region)?;
        let code = std::str::from_utf8(row.get(1..4)?).ok()?.trim_end_matches('\0');
        (!code.is_empty()).then(|| format!("{}-{code}", self.country_code(row[0]).unwrap_or_default()))
    }

    /// The first-level region of a country that bears this name: Kyiv, of the city of Kyiv, gives the region around it.
    pub fn region_of_name(&self, name: &str, country: u8) -> Option<PlaceId> {
        let mut key = Key::default();
        key.push(name);
        let places = self.look_up(key.as_str()).entry?.values().filter_map(|(id, _)| self.place(id));
        places.filter(|p| p.kind == PlaceKind::Region && p.country == Some(country)).find(|p| p.name == name).map(|p| p.id)
    }

    /// The English word for what a region is: region, province, governorate, state, …
    pub fn region_type(&self, region: u16) -> &'static str {
        let word = self.region_row(region).and_then(|row| row.get(4)).map_or(0, |&w| usize::from(w));
        TYPE_WORDS.get(word).unwrap_or(&TYPE_WORDS[0])
    }

    fn country_row(&self, country: u8) -> Option<&'a [u8]> {
        let at = usize::from(country) * 10;
        self.section(Section::Countries).get(at..at + 10)
    }

    fn region_row(&self, region: u16) -> Option<&'a [u8]> {
        let at = usize::from(region) * 5;
        self.section(Section::Regions).get(at..at + 5)
    }

    fn city_of_country(&self, country: u8, at: usize) -> Option<PlaceId> {
        let id = u32_at(self.country_row(country)?, at)?;
        ((id as usize) < self.places).then_some(PlaceId(id))
    }

    /// Row `i` of a column whose bytes are kept apart, high bytes first.
    fn split(&self, section: Section, i: usize, width: usize) -> Option<u32> {
        let bytes = self.section(section);
        (0..width).try_fold(0, |value, column| Some(value << 8 | u32::from(*bytes.get(column * self.places + i)?)))
    }

    fn name(&self, i: usize) -> Option<&'a str> {
        let block = i / NAMES_STEP;
        let lengths = self.section(Section::NameLengths);
        let before: usize = lengths.get(block * NAMES_STEP..i)?.iter().map(|&l| usize::from(l)).sum();
        let start = (u32_at(self.section(Section::NameStarts), block * 4)? as usize).checked_add(before)?;
        let end = start.checked_add(usize::from(*lengths.get(i)?))?;
        std::str::from_utf8(self.section(Section::Names).get(start..end)?).ok()
    }
}

fn degrees(hundredths: u32, half: f64) -> f64 {
    ((f64::from(hundredths) / 100.0 - half).clamp(-half, half) * 100.0).round() / 100.0
}
