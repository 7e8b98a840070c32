//! GeoJSON (RFC 7946): every place of the report as a feature; one that nobody could locate has a null geometry.

use super::json::pretty;
use super::{Article, wording};
use factbox_engine::Report;
use factbox_engine::report::{Amount, Count, Place};
use serde::Serialize;

#[derive(Serialize)]
struct FeatureCollection<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    features: Vec<Feature<'a>>,
}

#[derive(Serialize)]
struct Feature<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    id: String,
    geometry: Option<Point>,
    properties: Properties<'a>,
}

#[derive(Serialize)]
struct Point {
    #[serde(rename = "type")]
    kind: &'static str,
    /// Degrees east, then north.
    coordinates: [f64; 2],
}

#[derive(Serialize)]
struct Properties<'a> {
    article: Option<&'a str>,
    name: &'a str,
    written: &'a str,
    #[serde(rename = "type")]
    kind: String,
    geonames: Option<u32>,
    country: Option<&'a str>,
    admin1: Option<&'a str>,
    admin1_code: Option<&'a str>,
    role: String,
    scope: String,
    confidence: f64,
    counts: Vec<CountHere<'a>>,
    evidence: Vec<&'a str>,
}

/// A count that names the place.
#[derive(Serialize)]
struct CountHere<'a> {
    id: &'a str,
    kind: String,
    value: &'a Amount,
    scope: String,
    status: String,
}

/// The places of one report.
pub fn geojson(report: &Report) -> String {
    collection(features(report.article.title.as_deref(), "", report))
}

/// The places of several reports; feature ids begin with the article's name.
pub fn geojson_all(articles: &[Article]) -> String {
    collection(articles.iter().flat_map(|a| features(Some(&a.name), &format!("{}#", a.name), &a.report)).collect())
}

fn collection(features: Vec<Feature>) -> String {
    pretty(&FeatureCollection { kind: "FeatureCollection", features })
}

fn features<'a>(article: Option<&'a str>, prefix: &str, report: &'a Report) -> Vec<Feature<'a>> {
    let counts = &report.casualties.counts;
    report.places.iter().map(|place| feature(article, prefix, place, counts)).collect()
}

fn feature<'a>(article: Option<&'a str>, prefix: &str, place: &'a Place, counts: &'a [Count]) -> Feature<'a> {
    let point = |(lon, lat)| Point { kind: "Point", coordinates: [lon, lat] };
    let properties = Properties {
        article,
        name: &place.name,
        written: &place.written,
        kind: wording::name(&place.kind),
        geonames: place.geonames,
        country: place.country.as_deref(),
        admin1: place.admin1.as_deref(),
        admin1_code: place.admin1_code.as_deref(),
        role: wording::name(&place.role),
        scope: wording::name(&place.scope),
        confidence: place.confidence,
        counts: counts.iter().filter(|c| c.place.as_ref() == Some(&place.id)).map(count_here).collect(),
        evidence: place.evidence.iter().map(|s| s.text.as_str()).collect(),
    };
    let geometry = place.lon.zip(place.lat).filter(|(lon, lat)| lon.is_finite() && lat.is_finite()).map(point);
    Feature { kind: "Feature", id: format!("{prefix}{}", place.id), geometry, properties }
}

fn count_here(count: &Count) -> CountHere<'_> {
    CountHere {
        id: &count.id,
        kind: wording::name(&count.kind),
        value: &count.value,
        scope: wording::name(&count.scope),
        status: wording::name(&count.status),
    }
}
