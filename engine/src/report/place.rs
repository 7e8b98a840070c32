//! Places and the regions hit.

use super::{Amount, Event, Report, Span};
use crate::scope::Scope;
use serde::{Deserialize, Serialize};

/// A place that the text names, resolved where the gazetteer knows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// `p1`, `p2`, …
    pub id: String,
    /// Canonical English name.
    pub name: String,
    /// The name as the article spells it.
    pub written: String,
    /// City, region, country, area or facility.
    #[serde(rename = "type")]
    pub kind: PlaceType,
    /// GeoNames id.
    pub geonames: Option<u32>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// First-level region, without the word region, oblast or province.
    pub admin1: Option<String>,
    /// ISO 3166-2 code of the first-level region.
    pub admin1_code: Option<String>,
    /// Degrees north.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
    /// What happened there.
    pub role: PlaceRole,
    /// Current or background.
    pub scope: Scope,
    /// 0 to 1: how sure the resolution is.
    pub confidence: f64,
    /// Every mention.
    pub evidence: Vec<Span>,
}

/// Size class of a [`Place`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PlaceType {
    /// City, town or village.
    City,
    /// First- or second-level administrative unit.
    Region,
    /// Country or territory.
    Country,
    /// Well-known area that is no administrative unit: Gaza Strip, Donbas, a sea.
    Area,
    /// Hospital, station, market, school.
    Facility,
}

/// What a place is to the events of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PlaceRole {
    /// Named only.
    Mentioned,
    /// People met or talked there.
    Venue,
    /// Weapons came from there.
    LaunchedFrom,
    /// Aimed at; no harm told.
    Targeted,
    /// Harm or damage happened there, or munitions struck.
    Hit,
}

/// A first-level region that was hit or targeted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Region {
    /// ISO 3166-2 code, or the country's alpha-2 code where only the country is known.
    pub code: String,
    /// Name without the word region.
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Hit or targeted.
    pub role: PlaceRole,
    /// Current or background.
    pub scope: Scope,
    /// Ids of its places.
    pub places: Vec<String>,
    /// Killed in this region, where counts name a place in it.
    pub killed: Option<Amount>,
    /// Wounded in this region, likewise.
    pub wounded: Option<Amount>,
    /// Ids of the facts placed here.
    pub facts: Vec<String>,
}

impl Place {
    /// A region or country that `other` lies in, as far as the article and the gazetteer tell.
    pub fn encloses(&self, other: &Place) -> bool {
        let known = self.country.is_some() && self.country == other.country;
        match (self.kind, other.kind) {
            (PlaceType::Country, PlaceType::Country) | (PlaceType::Region, PlaceType::Country | PlaceType::Region) => false,
            (PlaceType::Country, _) => known,
            (PlaceType::Region, _) => known && (other.admin1.is_none() || other.admin1 == self.admin1),
            _ => false,
        }
    }
}

impl Report {
    /// Where `events` struck: the places hit, or where none was hit those targeted, narrowest first; a region or country
    /// around another of them says nothing more and is left out.
    pub fn struck(&self, events: &[&Event]) -> (PlaceRole, Vec<&Place>) {
        let with = |role: PlaceRole| {
            let place = |id: &String| self.places.iter().find(|p| p.id == *id);
            let mut places: Vec<&Place> = Vec::new();
            for event in events {
                let own = event.places.iter().filter_map(place).filter(|p| p.role == role && p.scope == event.scope);
                own.for_each(|p| {
                    if !places.iter().any(|known| known.id == p.id) {
                        places.push(p)
                    }
                });
            }
            let all = places.clone();
            places.retain(|p| !all.iter().any(|other| other.id != p.id && p.encloses(other)));
            places
        };
        let hit = with(PlaceRole::Hit);
        if hit.is_empty() { (PlaceRole::Targeted, with(PlaceRole::Targeted)) } else { (PlaceRole::Hit, hit) }
    }
}
