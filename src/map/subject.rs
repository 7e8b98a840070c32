//! What of a report a map shows: regions as areas, exact places as marks. Decides nothing about the screen.

use super::sphere::Degrees;
use crate::ordered::order_by;
use factbox_engine::report::{Count, Kind, Place, PlaceRole, PlaceType, Region, Report};
use factbox_engine::scope::Scope;

/// Below this, a place's resolution is called approximate; as in the list of regions.
pub const SURE: f64 = 0.5;
/// Marks nearer to each other than this, in degrees, are one.
const SAME_SPOT: f64 = 0.02;
/// Kilometres around the middle of an area that has no outline.
const AREA_REACH: f64 = 60.0;
/// Kilometres around a place that is not sure.
const DOUBT_REACH: f64 = 20.0;

/// Everything that a map of a report shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Subject {
    /// Regions, strongest first.
    pub areas: Vec<Area>,
    /// Places, strongest first.
    pub marks: Vec<Mark>,
}

/// How strongly something is drawn, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// Named only, a venue, or where weapons came from.
    Context,
    /// Hit in an earlier event.
    Background,
    /// Aimed at in the news, no harm told.
    Targeted,
    /// Hit in the news.
    Hit,
}

/// A region with an outline.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// ISO 3166-2, or alpha-2 where only the country is known.
    pub code: String,
    /// The region's name; empty for a whole country, which the page names itself.
    pub name: String,
    /// How strongly it is drawn.
    pub tone: Tone,
    /// No exact place within it is known.
    pub approximate: bool,
    /// Keys of the findings that it stands for.
    pub keys: Vec<String>,
}

impl Area {
    /// Only the country is known.
    pub fn is_country(&self) -> bool {
        self.code.len() == 2
    }
}

/// A place.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Where.
    pub at: Degrees,
    /// Its name.
    pub name: String,
    /// How strongly it is drawn.
    pub tone: Tone,
    /// What stands there.
    pub sign: Sign,
    /// Keys of the findings that it stands for.
    pub keys: Vec<String>,
}

/// What stands at a place: shapes differ, not only colours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sign {
    /// Counts of people: discs by area.
    Toll {
        /// People killed.
        killed: u64,
        /// People wounded.
        wounded: u64,
    },
    /// Hit, without a count.
    Ring,
    /// Aimed at.
    Diamond,
    /// Weapons came from there.
    Triangle,
    /// People met there.
    Square,
    /// Named only.
    Dot,
    /// Somewhere around here: a soft area, never a pin.
    Around {
        /// How far it reaches, kilometres.
        reach: f64,
    },
}

impl Subject {
    /// Gathers what a map shows; none where nothing of the report was hit or aimed at. `outlined` tells whether a code
    /// has an outline.
    pub fn of(report: &Report, outlined: impl Fn(&str) -> bool) -> Option<Subject> {
        let mut areas: Vec<Area> = Vec::new();
        for region in report.regions.iter().filter(|r| outlined(&r.code) && !only_loose_areas(report, r)) {
            add_area(&mut areas, area(report, region));
        }
        let mut marks: Vec<Mark> = Vec::new();
        for place in &report.places {
            let covered = place.admin1_code.as_deref().is_some_and(&outlined) || place.kind == PlaceType::Country;
            if let Some(mark) = mark(report, place, covered) {
                add_mark(&mut marks, mark);
            }
        }
        order_by(&mut areas, |a| (std::cmp::Reverse(a.tone), a.is_country()));
        order_by(&mut marks, |m| (std::cmp::Reverse(m.tone), std::cmp::Reverse(toll(m.sign))));
        let told = areas.iter().any(|a| a.tone > Tone::Context) || marks.iter().any(|m| m.tone > Tone::Context);
        told.then_some(Subject { areas, marks })
    }

    /// The strongest tone but context.
    pub fn strongest(&self) -> Option<Tone> {
        self.areas.iter().map(|a| a.tone).chain(self.marks.iter().map(|m| m.tone)).max()
    }
}

/// People killed and wounded at a sign.
pub fn toll(sign: Sign) -> u64 {
    match sign {
        Sign::Toll { killed, wounded } => killed.saturating_add(wounded),
        _ => 0,
    }
}

/// The region is a whole country of which the article names only areas such as Donbas: those are drawn, not the country.
fn only_loose_areas(report: &Report, region: &Region) -> bool {
    let mut places = report.places.iter().filter(|p| region.places.contains(&p.id)).peekable();
    region.code.len() == 2 && places.peek().is_some() && places.all(|p| p.kind == PlaceType::Area && point(p).is_some())
}

fn area(report: &Report, region: &Region) -> Area {
    let exact = |id: &String| report.places.iter().any(|p| p.id == *id && is_exact(p));
    let country = region.code.len() == 2;
    Area {
        code: region.code.clone(),
        name: if country { String::new() } else { region.name.clone() },
        tone: tone(region.role, region.scope),
        approximate: !region.places.iter().any(exact),
        keys: region.facts.iter().chain(&region.places).cloned().collect(),
    }
}

fn tone(role: PlaceRole, scope: Scope) -> Tone {
    match (role, scope) {
        (PlaceRole::Hit, Scope::Current) => Tone::Hit,
        (PlaceRole::Targeted, Scope::Current) => Tone::Targeted,
        (PlaceRole::Hit | PlaceRole::Targeted, _) => Tone::Background,
        _ => Tone::Context,
    }
}

/// A region of the news and of an earlier event is drawn once, as strongly as it may be.
fn add_area(areas: &mut Vec<Area>, new: Area) {
    match areas.iter_mut().find(|a| a.code == new.code) {
        Some(known) => {
            known.approximate = if new.tone > known.tone { new.approximate } else { known.approximate };
            known.tone = known.tone.max(new.tone);
            known.keys.extend(new.keys);
        }
        None => areas.push(new),
    }
}

fn point(place: &Place) -> Option<Degrees> {
    let point = [place.lon?, place.lat?];
    point.iter().all(|v| v.is_finite()).then_some(point)
}

/// A town or building whose spot is known well.
fn is_exact(place: &Place) -> bool {
    matches!(place.kind, PlaceType::City | PlaceType::Facility) && place.confidence >= SURE && point(place).is_some()
}

/// `covered`: an outline stands for the place's region.
fn mark(report: &Report, place: &Place, covered: bool) -> Option<Mark> {
    let at = point(place)?;
    let tone = tone(place.role, place.scope);
    let sign = match place.kind {
        // Its point is only the middle of its region, for which the outline stands.
        PlaceType::City | PlaceType::Facility if place.confidence < SURE && (covered || tone == Tone::Context) => return None,
        PlaceType::City | PlaceType::Facility if place.confidence < SURE => Sign::Around { reach: DOUBT_REACH },
        PlaceType::City | PlaceType::Facility => sign(report, place),
        PlaceType::Area | PlaceType::Region if tone > Tone::Context && !covered => Sign::Around { reach: AREA_REACH },
        _ => return None,
    };
    let counts = counts_at(report, place).map(|c| c.id.clone());
    Some(Mark { at, name: place.name.clone(), tone, sign, keys: std::iter::once(place.id.clone()).chain(counts).collect() })
}

fn sign(report: &Report, place: &Place) -> Sign {
    let (killed, wounded) = (people(report, place, Kind::Killed), people(report, place, Kind::Wounded));
    match place.role {
        _ if killed + wounded > 0 => Sign::Toll { killed, wounded },
        PlaceRole::Hit => Sign::Ring,
        PlaceRole::Targeted => Sign::Diamond,
        PlaceRole::LaunchedFrom => Sign::Triangle,
        PlaceRole::Venue => Sign::Square,
        PlaceRole::Mentioned => Sign::Dot,
    }
}

fn counts_at<'a>(report: &'a Report, place: &'a Place) -> impl Iterator<Item = &'a Count> {
    report.casualties.counts.iter().filter(|c| c.place.as_deref() == Some(place.id.as_str()) && c.scope == place.scope)
}

/// People of a kind at a place: the counts that the total adds up, or else the largest that is no part of another.
fn people(report: &Report, place: &Place, kind: Kind) -> u64 {
    let counted = |c: &&Count| report.casualties.totals.iter().any(|t| t.counted.contains(&c.id));
    let own = || counts_at(report, place).filter(|c| c.kind == kind && c.superseded_by.is_none());
    let sum = own().filter(counted).map(|c| c.value.figure()).fold(0, u64::saturating_add);
    let largest = own().filter(|c| c.part_of.is_none()).map(|c| c.value.figure()).max();
    // People beyond all counting would only break the arithmetic of the discs.
    if sum > 0 { sum } else { largest.unwrap_or(0) }.min(10_000_000)
}

/// A hospital and its town stand on one spot: they are one mark, with the stronger tone and all counts.
fn add_mark(marks: &mut Vec<Mark>, new: Mark) {
    let same = |a: Degrees, b: Degrees| (a[0] - b[0]).abs() < SAME_SPOT && (a[1] - b[1]).abs() < SAME_SPOT;
    let Some(known) = marks.iter_mut().find(|m| same(m.at, new.at)) else { return marks.push(new) };
    match (known.sign, new.sign) {
        (Sign::Toll { killed, wounded }, Sign::Toll { killed: k, wounded: w }) if known.tone == new.tone => {
            known.sign = Sign::Toll { killed: killed + k, wounded: wounded + w };
        }
        (Sign::Toll { .. }, _) if known.tone >= new.tone => {}
        (_, Sign::Toll { .. }) if new.tone >= known.tone => known.sign = new.sign,
        _ if new.tone > known.tone => (known.sign, known.name) = (new.sign, new.name),
        _ => {}
    }
    known.tone = known.tone.max(new.tone);
    known.keys.extend(new.keys);
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::fixture;

    pub(crate) fn place(id: &str, kind: PlaceType, role: PlaceRole, at: Degrees) -> Place {
        Place {
            country: Some("UA".into()),
            admin1_code: Some("UA-51".into()),
            lat: Some(at[1]),
            lon: Some(at[0]),
            ..fixture::place(id, &format!("Place {id}"), kind, role)
        }
    }

    pub(crate) fn region(code: &str, role: PlaceRole, places: &[&str]) -> Region {
        Region {
            code: code.into(),
            name: format!("Region {code}"),
            country: code[..2].into(),
            role,
            scope: Scope::Current,
            places: places.iter().map(|p| p.to_string()).collect(),
            killed: None,
            wounded: None,
            facts: vec![],
        }
    }

    fn count(id: &str, kind: Kind, n: u64, place: &str) -> Count {
        Count { place: Some(place.into()), ..fixture::count(id, kind, n) }
    }

    #[test]
    fn counts_make_a_disc_and_parts_are_not_added() {
        let mut report = Report { places: vec![place("p1", PlaceType::City, PlaceRole::Hit, [30.7, 46.5])], ..Report::default() };
        report.casualties.counts = vec![count("c1", Kind::Killed, 3, "p1"), count("c2", Kind::Wounded, 14, "p1")];
        report.casualties.counts.push(Count { part_of: Some("c2".into()), ..count("c3", Kind::Wounded, 20, "p1") });
        let subject = Subject::of(&report, |_| true).unwrap();
        assert_eq!(subject.marks[0].sign, Sign::Toll { killed: 3, wounded: 14 });
        assert_eq!(subject.marks[0].keys, ["p1", "c1", "c2", "c3"]);
    }

    #[test]
    fn what_is_only_a_region_is_approximate_and_has_no_pin() {
        let report = Report {
            places: vec![place("p1", PlaceType::Region, PlaceRole::Hit, [30.0, 47.0])],
            regions: vec![region("UA-51", PlaceRole::Hit, &["p1"])],
            ..Report::default()
        };
        let subject = Subject::of(&report, |_| true).unwrap();
        assert!(subject.areas[0].approximate && subject.marks.is_empty());
        let without = Subject::of(&report, |_| false).unwrap();
        assert!(without.areas.is_empty());
        assert!(matches!(without.marks[0].sign, Sign::Around { .. }));
    }

    #[test]
    fn a_hospital_in_its_town_is_one_mark() {
        let places = vec![
            place("p1", PlaceType::City, PlaceRole::Mentioned, [30.7, 46.5]),
            place("p2", PlaceType::Facility, PlaceRole::Hit, [30.7, 46.5]),
        ];
        let subject = Subject::of(&Report { places, ..Report::default() }, |_| true).unwrap();
        assert_eq!(subject.marks.len(), 1);
        assert_eq!((subject.marks[0].tone, subject.marks[0].sign), (Tone::Hit, Sign::Ring));
    }

    #[test]
    fn places_that_are_only_named_make_no_map() {
        let places = vec![place("p1", PlaceType::City, PlaceRole::Venue, [30.7, 46.5])];
        assert_eq!(Subject::of(&Report { places, ..Report::default() }, |_| true), None);
    }

    #[test]
    fn a_loose_area_does_not_fill_its_country() {
        let mut donbas = place("p1", PlaceType::Area, PlaceRole::Hit, [38.3, 48.3]);
        donbas.admin1_code = None;
        let report = Report { places: vec![donbas], regions: vec![region("UA", PlaceRole::Hit, &["p1"])], ..Report::default() };
        let subject = Subject::of(&report, |_| true).unwrap();
        assert!(subject.areas.is_empty());
        assert_eq!(subject.marks[0].sign, Sign::Around { reach: AREA_REACH });
    }
}
