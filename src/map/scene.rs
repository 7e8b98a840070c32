//! One view of a map as path data, signs and labels, ready to be drawn.

use super::atlas::{Atlas, Line};
use super::frame::{Frame, View};
use super::label::{self, Label, Rect, Wish};
use super::path::{Pen, Points, closed, open};
use super::scale::{self, Bar};
use super::subject::{Sign, Subject, Tone, toll};
use crate::ordered::{order, order_by};

/// Radius of the largest disc, pixels.
const LARGEST_DISC: f64 = 22.0;
/// Radius that no disc with a count falls below, so that it can be seen and hit.
const SMALLEST_DISC: f64 = 3.5;
/// Radius of the other signs.
const SIGN: f64 = 5.0;
/// Names of countries for orientation, at most.
const MOST_COUNTRIES: usize = 4;
/// A country's part of the frame must be this wide and high to bear its name, pixels.
const ROOM_FOR_COUNTRY: f64 = 70.0;
/// Room that the scale bar takes in its corner, and the globe, if there is one, in its own.
const BAR_ROOM: [f64; 2] = [130.0, 30.0];
const GLOBE_ROOM: f64 = 76.0;
/// The buttons' corner.
const BUTTON_ROOM: [f64; 2] = [44.0, 120.0];

/// What stands on the screen. Areas and marks are in the subject's order, so that they can be tied to what is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// All land in sight.
    pub land: String,
    /// Path data of each area.
    pub areas: Vec<String>,
    /// Coasts.
    pub coast: String,
    /// Borders of countries.
    pub countries: String,
    /// Borders within countries.
    pub regions: String,
    /// Disputed borders; empty where none is in sight.
    pub disputed: String,
    /// Where each mark stands and how large it is; none where it is out of sight.
    pub marks: Vec<Option<Spot>>,
    /// Names.
    pub labels: Vec<Label>,
    /// The scale bar; none where the scale differs too much over the map.
    pub bar: Option<Bar>,
}

/// A mark on the screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// Its middle, pixels.
    pub at: [f64; 2],
    /// Radius of the sign; of the disc of the killed, where there are counts.
    pub radius: f64,
    /// Radius of the disc of the wounded; 0 for none.
    pub outer: f64,
}

/// Draws a view. `country` gives the name of a country by its alpha-2 code, `nearly` how an approximate name reads.
pub fn scene(
    atlas: &Atlas,
    subject: &Subject,
    frame: &Frame,
    view: View,
    country: impl Fn(&str) -> String,
    nearly: impl Fn(&str) -> String,
) -> Scene {
    let pen = Pen { frame: *frame, view };
    let outline = |shape: usize| -> Vec<Points> {
        if !pen.may_see(atlas.shapes()[shape].cap) {
            return Vec::new();
        }
        atlas.rings(shape).flat_map(|ring| pen.ring(&ring)).collect()
    };
    let outlines: Vec<Vec<Points>> = (0..atlas.shapes().len()).map(outline).collect();
    let rings_of = |code: &str| -> Vec<Points> { atlas.find(code).into_iter().flat_map(|s| outlines[s].clone()).collect() };
    let areas: Vec<Vec<Points>> = subject.areas.iter().map(|a| rings_of(&a.code)).collect();
    let lines = |kind: Line| -> Vec<Points> {
        let seen = atlas.lines().filter(|(of, cap, _)| *of == kind && pen.may_see(*cap));
        seen.flat_map(|(_, _, line)| pen.line(line)).collect()
    };
    let marks = spots(subject, frame, view);
    let wishes = wishes(subject, &areas, &marks, frame.is_world(), &country, &nearly).into_iter();
    let wishes = wishes.chain(neighbours(atlas, subject, &outlines, frame, &country)).collect();
    // Inner borders would only blacken a map of the world.
    let regions = if frame.scale(view) > 900.0 { open(&lines(Line::Region)) } else { String::new() };
    Scene {
        land: closed(&outlines.concat()),
        areas: areas.iter().map(|rings| closed(rings)).collect(),
        coast: open(&lines(Line::Coast)),
        countries: open(&lines(Line::Country)),
        regions,
        disputed: open(&lines(Line::Disputed)),
        labels: label::place(wishes, &obstacles(frame, &marks), frame.size),
        marks,
        bar: (!frame.is_world()).then(|| scale::bar(frame.pixels_per_kilometre(view), 100.0)).flatten(),
    }
}

fn spots(subject: &Subject, frame: &Frame, view: View) -> Vec<Option<Spot>> {
    let most = subject.marks.iter().map(|m| discs(m.sign).iter().copied().max().unwrap_or(0)).max().unwrap_or(0).max(1);
    // Few people stay small, lest three look like three thousand.
    let largest = LARGEST_DISC.min(6.0 * (most as f64).sqrt()).max(SMALLEST_DISC * 2.0);
    let disc = |n: u64| if n == 0 { 0.0 } else { (largest * (n as f64 / most as f64).sqrt()).max(SMALLEST_DISC) };
    let radii = |sign: Sign| match sign {
        Sign::Toll { killed, wounded } => (disc(killed), disc(wounded)),
        Sign::Around { reach } => ((reach * frame.pixels_per_kilometre(view)).max(9.0), 0.0),
        Sign::Dot => (2.5, 0.0),
        _ => (SIGN, 0.0),
    };
    let spot = |(at, sign): ([f64; 2], Sign)| {
        let (radius, outer) = radii(sign);
        let reach = radius.max(outer);
        let seen = (0..2).all(|axis| at[axis] > -reach && at[axis] < frame.size[axis] + reach);
        seen.then_some(Spot { at, radius, outer })
    };
    subject.marks.iter().map(|m| frame.locate(m.at, view).and_then(|at| spot((at, m.sign)))).collect()
}

fn discs(sign: Sign) -> [u64; 2] {
    match sign {
        Sign::Toll { killed, wounded } => [killed, wounded],
        _ => [0, 0],
    }
}

/// What no name may cover.
fn obstacles(frame: &Frame, marks: &[Option<Spot>]) -> Vec<Rect> {
    let [width, height] = frame.size;
    let mut taken =
        vec![Rect([0.0, height - BAR_ROOM[1], BAR_ROOM[0], height]), Rect([width - BUTTON_ROOM[0], 0.0, width, BUTTON_ROOM[1]])];
    if !frame.is_world() {
        taken.push(Rect([width - GLOBE_ROOM, height - GLOBE_ROOM, width, height]));
    }
    // A soft area may be written upon.
    let solid = marks.iter().flatten().filter(|s| s.radius <= LARGEST_DISC);
    taken.extend(solid.map(|s| Rect::around(s.at, s.radius.max(s.outer) * 0.85)));
    taken
}

/// Names of findings, the most telling first: places with counts, other places hit, regions, then the rest.
fn wishes(
    subject: &Subject,
    areas: &[Vec<Points>],
    marks: &[Option<Spot>],
    world: bool,
    country: impl Fn(&str) -> String,
    nearly: impl Fn(&str) -> String,
) -> Vec<Wish> {
    let mut ranked: Vec<((Tone, u8, u64), Wish)> = Vec::new();
    for (i, (mark, spot)) in subject.marks.iter().zip(marks).enumerate() {
        let Some(spot) = spot else { continue };
        let around = matches!(mark.sign, Sign::Around { .. });
        let text = if around { nearly(&mark.name) } else { mark.name.clone() };
        let clear = (!around).then_some(spot.radius.max(spot.outer));
        ranked.push(((mark.tone, 1, toll(mark.sign)), Wish { text, at: spot.at, clear, faint: false, of: Some(i) }));
    }
    for (area, rings) in subject.areas.iter().zip(areas) {
        // On the world a region is a speck, and its city tells it.
        if world && !area.approximate {
            continue;
        }
        let Some(at) = largest(rings).and_then(|ring| label::inner_point(ring)) else { continue };
        let name = if area.is_country() { country(&area.code) } else { area.name.clone() };
        let text = if area.approximate { nearly(&name) } else { name };
        ranked.push(((area.tone, 0, 0), Wish { text, at, clear: None, faint: false, of: None }));
    }
    order_by(&mut ranked, |(rank, _)| std::cmp::Reverse(*rank));
    ranked.into_iter().map(|(_, wish)| wish).collect()
}

fn largest(rings: &[Points]) -> Option<&Points> {
    rings.iter().max_by(|a, b| extent(a).total_cmp(&extent(b)))
}

/// Width times height.
fn extent(ring: &Points) -> f64 {
    let [width, height] = lengths(ring);
    width * height
}

fn lengths(ring: &Points) -> [f64; 2] {
    [0, 1].map(|axis| {
        let values = ring.iter().map(|p| p[axis]);
        let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
        high - low
    })
}

/// Names of the countries that take the most room, for orientation.
fn neighbours(
    atlas: &Atlas,
    subject: &Subject,
    outlines: &[Vec<Points>],
    frame: &Frame,
    country: impl Fn(&str) -> String,
) -> Vec<Wish> {
    let mut largest: Vec<(&str, f64, &Points)> = Vec::new();
    for (shape, rings) in atlas.shapes().iter().zip(outlines) {
        let code = shape.country();
        // What is coloured bears a name of its own; and no country's name stands on disputed land.
        if code.is_empty() || shape.disputed || subject.areas.iter().any(|a| a.code == code || a.code == shape.code) {
            continue;
        }
        for ring in rings {
            match largest.iter_mut().find(|l| l.0 == code) {
                Some(known) if known.1 >= extent(ring) => {}
                Some(known) => (known.1, known.2) = (extent(ring), ring),
                None => largest.push((code, extent(ring), ring)),
            }
        }
    }
    largest.retain(|(_, _, ring)| {
        frame.is_world() || lengths(ring)[0] > ROOM_FOR_COUNTRY && lengths(ring)[1] > ROOM_FOR_COUNTRY / 3.0
    });
    order(&mut largest, |a, b| b.1.total_cmp(&a.1));
    let wish = |(code, _, ring): (&str, f64, &Points)| {
        let at = label::inner_point(ring)?;
        Some(Wish { text: country(code), at, clear: None, faint: true, of: None })
    };
    largest.into_iter().take(MOST_COUNTRIES).filter_map(wish).collect()
}

#[cfg(test)]
mod tests {
    use super::super::atlas::tests::world;
    use super::super::subject::tests::{place, region};
    use super::*;
    use factbox_engine::report::{PlaceRole, PlaceType, Report};

    fn drawn(report: &Report) -> (Subject, Scene) {
        let atlas = world();
        let subject = Subject::of(report, |code| !atlas.find(code).is_empty()).unwrap();
        let frame = Frame::around(&subject, atlas, [600.0, 400.0]).unwrap();
        let scene = scene(atlas, &subject, &frame, View::default(), str::to_string, |name| format!("{name}?"));
        (subject, scene)
    }

    #[test]
    fn a_region_with_its_city() {
        let report = Report {
            places: vec![place("p1", PlaceType::City, PlaceRole::Hit, [30.7, 46.5])],
            regions: vec![region("UA-51", PlaceRole::Hit, &["p1"])],
            ..Report::default()
        };
        let (_, scene) = drawn(&report);
        assert!(scene.areas[0].starts_with('M') && scene.land.len() > scene.areas[0].len());
        assert!(!scene.coast.is_empty() && !scene.countries.is_empty() && !scene.regions.is_empty());
        assert!(scene.marks[0].is_some() && scene.bar.is_some());
        let names: Vec<&str> = scene.labels.iter().map(|l| l.text.as_str()).collect();
        assert!(names.contains(&"Place p1") && names.contains(&"Region UA-51"), "{names:?}");
        assert!(scene.labels.iter().any(|l| l.faint), "a neighbour for orientation: {names:?}");
    }

    #[test]
    fn a_region_without_a_city_reads_approximate() {
        let report = Report { regions: vec![region("UA-51", PlaceRole::Hit, &[])], ..Report::default() };
        let (subject, scene) = drawn(&report);
        assert!(subject.marks.is_empty());
        assert!(scene.labels.iter().any(|l| l.text == "Region UA-51?"));
    }

    #[test]
    fn crimeas_border_is_disputed() {
        let report = Report { regions: vec![region("UA-65", PlaceRole::Hit, &[])], ..Report::default() };
        assert!(!drawn(&report).1.disputed.is_empty());
        let report = Report { regions: vec![region("FJ-W", PlaceRole::Hit, &[])], ..Report::default() };
        assert!(drawn(&report).1.disputed.is_empty());
    }
}
