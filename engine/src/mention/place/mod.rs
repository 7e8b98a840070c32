//! Places: toponyms in the text, resolved against the gazetteer.
//!
//! Three steps: [`recognise`] finds names by longest match and weighs the words around them, [`resolve`] gives each name one sense by the joint evidence of
//! the document, [`definite`] ties "the capital" and its like to a place. Each gazetteer name that the text uses is looked up where it stands, so that the time
//! grows with the text alone.

mod context;
mod definite;
mod link;
mod list;
mod offset;
mod opening;
mod recognise;
mod resolve;
mod sieve;
mod spelling;
mod unknown;
mod words;

use crate::gazetteer::Gazetteer;
use crate::report::PlaceType;
use crate::text::{Text, Tokens};

/// A toponym in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceMention {
    /// The words, type words included: "Sumy region", "city of Aleppo", "Paris, Texas".
    pub tokens: Tokens,
    /// Index into [`Places::list`].
    pub place: usize,
    /// How the text names it.
    pub form: PlaceForm,
}

/// How a text names a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlaceForm {
    /// "Kharkiv", "Sumy region", "city of Aleppo": the tokens cover the type word, too.
    Name,
    /// "Ukrainian".
    Adjective,
    /// "Ukrainians".
    People,
    /// "the capital", "the surrounding region", "the city".
    Definite,
    /// "Kyiv residents", "US-brokered", "Gaza Health Ministry": the place says more about a noun.
    Modifier,
}

/// A place of the text, with the best of its senses.
#[derive(Debug, Clone, PartialEq)]
pub struct ResolvedPlace {
    /// English name; a region that shares its name with a city has the word region with it.
    pub name: String,
    /// The name as the text first writes it, without type word.
    pub written: String,
    /// City, region, country or area.
    pub kind: PlaceType,
    /// GeoNames id.
    pub geonames: Option<u32>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// First-level region, without the word region.
    pub admin1: Option<String>,
    /// ISO 3166-2 code of the first-level region.
    pub admin1_code: Option<String>,
    /// Degrees north.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
    /// 0 to 1: how sure the resolution is. Below 0.5 another sense is nearly as good, or the gazetteer does not know the place.
    pub confidence: f64,
    /// Capital of its country.
    pub is_capital: bool,
    /// The next best sense, where there is one: "Tripoli, LB".
    pub alternative: Option<String>,
}

/// The places of a text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Places {
    /// Each place once, in the order of its first mention.
    pub list: Vec<ResolvedPlace>,
    /// In text order; they do not overlap.
    pub mentions: Vec<PlaceMention>,
}

/// Finds the places of a text. Without a gazetteer there are none.
pub fn find(text: &Text, gazetteer: Option<&Gazetteer>) -> Places {
    let Some(gazetteer) = gazetteer else { return Places::default() };
    let candidates = recognise::candidates(text, gazetteer);
    let resolved = resolve::resolve(text, gazetteer, candidates);
    definite::add(text, gazetteer, resolved)
}

impl Places {
    /// Kilometres between two places, near enough; none where one of them is on no map.
    pub fn distance(&self, a: usize, b: usize) -> Option<f64> {
        let (one, two) = (self.list.get(a)?, self.list.get(b)?);
        let north = one.lat? - two.lat?;
        let east = (one.lon? - two.lon?) * ((one.lat? + two.lat?) / 2.0).to_radians().cos();
        Some(111.2 * north.hypot(east))
    }

    /// True where place `a` lies in place `b` and is not `b`: a city in its region or country, a region in its country.
    pub fn within(&self, a: usize, b: usize) -> bool {
        let (Some(inner), Some(outer)) = (self.list.get(a), self.list.get(b)) else { return false };
        // A valley that no map has holds nothing known.
        let vague = outer.geonames.is_none() && inner.geonames.is_some();
        if a == b || vague || inner.country.is_none() || inner.country != outer.country {
            return false;
        }
        match outer.kind {
            PlaceType::Country => inner.kind != PlaceType::Country,
            PlaceType::Region | PlaceType::Area => {
                // A district lies in its first-level region, which bears the name that both have.
                let first_level = |p: &ResolvedPlace| p.admin1.as_deref().is_some_and(|a| p.name.starts_with(a));
                let smaller = matches!(inner.kind, PlaceType::City | PlaceType::Facility)
                    || inner.kind == PlaceType::Region && first_level(outer) && !first_level(inner);
                outer.admin1.is_some() && inner.admin1 == outer.admin1 && inner.admin1_code == outer.admin1_code && smaller
            }
            PlaceType::City | PlaceType::Facility => false,
        }
    }
}

#[cfg(test)]
mod tests;
