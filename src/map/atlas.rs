//! The outlines of the world's regions, unpacked from `data/map/world.bin`, whose layout `scripts/map_build/pack.mjs` tells.

use super::sphere::{Cap, Degrees, Unit, smallest_cap};
use crate::ordered::order;
use std::collections::HashMap;
use std::fmt;

const MAGIC: &[u8; 4] = b"FBXM";
const VERSION: u8 = 1;
/// Steps of the file in a degree.
const GRID: f64 = 1000.0;
/// Sums of differences beyond this are no degrees, whatever the file says.
const FARTHEST: i64 = 400 * GRID as i64;
/// Radians from the middle beyond which the far parts of a country are left out of its extent: Alaska, French Guiana.
const VAST: f64 = 0.35;

/// The outlines of all regions. Neighbours share the lines between them.
#[derive(Debug)]
pub struct Atlas {
    arcs: Vec<Vec<[f32; 2]>>,
    kinds: Vec<Line>,
    caps: Vec<Cap>,
    shapes: Vec<Shape>,
    by_code: HashMap<String, usize>,
}

/// A region, or the part of a country that has no regions of its own here.
#[derive(Debug)]
pub struct Shape {
    /// ISO 3166-2 or alpha-2; empty for land that counts to no country.
    pub code: String,
    /// Its borders are disputed.
    pub disputed: bool,
    /// Rings of arcs: index, and whether it is walked backwards.
    rings: Vec<Vec<(u32, bool)>>,
    /// A cap of the globe that holds all of it.
    pub cap: Cap,
}

impl Shape {
    /// The alpha-2 code of its country; empty for none.
    pub fn country(&self) -> &str {
        self.code.get(..2).unwrap_or("")
    }
}

/// What an arc is drawn as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// Between land and sea.
    Coast,
    /// Between two countries.
    Country,
    /// Within a country.
    Region,
    /// A border that is disputed.
    Disputed,
}

/// Why a file is no atlas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AtlasError(&'static str);

impl fmt::Display for AtlasError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no atlas: {}", self.0)
    }
}

impl std::error::Error for AtlasError {}

impl Atlas {
    /// Unpacks a file; an error where it is damaged or of another version. Never panics, whatever the bytes are.
    pub fn open(bytes: &[u8]) -> Result<Atlas, AtlasError> {
        let mut file = File { bytes, at: 0 };
        if file.take(4)? != MAGIC || file.take(1)? != [VERSION] {
            return Err(AtlasError("another kind or version of file"));
        }
        let count = file.size()?;
        let lengths = (0..count).map(|_| file.size()).collect::<Result<Vec<_>, _>>()?;
        let mut arcs: Vec<Vec<[f32; 2]>> = Vec::with_capacity(count);
        for axis in 0..2 {
            let mut start = 0;
            for (i, &length) in lengths.iter().enumerate() {
                let mut at = start;
                if axis == 0 {
                    arcs.push(Vec::new());
                }
                for k in 0..length {
                    at += file.signed()?;
                    if at.abs() > FARTHEST {
                        return Err(AtlasError("a point off the globe"));
                    }
                    if k == 0 {
                        start = at;
                    }
                    let degrees = (at as f64 / GRID) as f32;
                    match axis {
                        0 => arcs[i].push([degrees, 0.0]),
                        _ => arcs[i][k][1] = degrees,
                    }
                }
            }
        }
        let count = file.size()?;
        let mut fresh = 0;
        let caps: Vec<Cap> = arcs.iter().map(|arc| cap_around(arc)).collect();
        let shapes = (0..count).map(|_| file.shape(&mut fresh, &caps)).collect::<Result<Vec<_>, _>>()?;
        let kinds = kinds(arcs.len(), &shapes);
        let by_code = shapes.iter().enumerate().map(|(i, s)| (s.code.clone(), i)).collect();
        Ok(Atlas { arcs, kinds, caps, shapes, by_code })
    }

    /// All shapes, in the order of their codes.
    pub fn shapes(&self) -> &[Shape] {
        &self.shapes
    }

    /// Numbers of the shapes that a code stands for: the region, or all of a country.
    pub fn find(&self, code: &str) -> Vec<usize> {
        match code.len() {
            2 => (0..self.shapes.len()).filter(|&i| self.shapes[i].country() == code).collect(),
            _ => self.by_code.get(code).into_iter().copied().collect(),
        }
    }

    /// The rings of a shape, closed, in degrees; across the antimeridian longitudes grow beyond 180.
    pub fn rings(&self, shape: usize) -> impl Iterator<Item = Vec<Degrees>> + '_ {
        self.shapes[shape].rings.iter().map(|ring| {
            let mut points: Vec<Degrees> = Vec::new();
            for &(arc, backwards) in ring {
                let arc = self.arcs[arc as usize].iter().map(|p| p.map(f64::from));
                // The end of one arc is the beginning of the next.
                points.pop();
                if backwards { points.extend(arc.rev()) } else { points.extend(arc) }
            }
            points
        })
    }

    /// All arcs with what they are drawn as, and a cap of the globe that holds each.
    pub fn lines(&self) -> impl Iterator<Item = (Line, Cap, &[[f32; 2]])> {
        (0..self.arcs.len()).map(|i| (self.kinds[i], self.caps[i], self.arcs[i].as_slice()))
    }

    /// Points that span the shapes: their largest rings, up to nearly all of their area, so that a far island or a region
    /// across the sea does not widen a map.
    pub fn span(&self, shapes: &[usize]) -> Vec<Unit> {
        let mut rings: Vec<(f64, Vec<Degrees>)> =
            shapes.iter().flat_map(|&s| self.rings(s)).map(|ring| (area(&ring), ring)).collect();
        let whole: f64 = rings.iter().map(|r| r.0).sum();
        let Some(middle) = middle_of(&rings) else { return Vec::new() };
        // What lies nearest to the middle comes first; what is left over beyond the share lies apart.
        let distance = |ring: &[Degrees]| ring.iter().map(|&p| Unit::of(p).angle(middle)).fold(f64::INFINITY, f64::min);
        let mut near: Vec<(f64, usize)> = rings.iter().enumerate().map(|(i, ring)| (distance(&ring.1), i)).collect();
        order(&mut near, |a, b| a.0.total_cmp(&b.0));
        let rings: Vec<(f64, Vec<Degrees>)> = near.into_iter().map(|(_, i)| std::mem::take(&mut rings[i])).collect();
        let whole_cap = smallest_cap(&rings.iter().flat_map(|r| r.1.iter().step_by(9)).map(|&p| Unit::of(p)).collect::<Vec<_>>());
        let share = if whole_cap.is_some_and(|cap| cap.radius > VAST) { 0.78 } else { 0.96 };
        let mut sum = 0.0;
        let mut points = Vec::new();
        for (area, ring) in rings {
            if sum > whole * share && !points.is_empty() {
                break;
            }
            sum += area;
            points.extend(ring.into_iter().map(Unit::of));
        }
        points
    }
}

/// A cap around a line: not the smallest one, but soon found.
fn cap_around(line: &[[f32; 2]]) -> Cap {
    let points: Vec<Unit> = line.iter().map(|p| Unit::of(p.map(f64::from))).collect();
    let middle = Unit::mean(points.iter().map(|p| (1.0, *p))).unwrap_or(Unit::of([0.0, 0.0]));
    Cap { middle, radius: middle.farthest(&points) }
}

/// A cap around caps.
fn cap_over(caps: &[Cap]) -> Cap {
    let middle = Unit::mean(caps.iter().map(|c| (c.radius + 1e-6, c.middle))).unwrap_or(Unit::of([0.0, 0.0]));
    Cap { middle, radius: caps.iter().map(|c| c.middle.angle(middle) + c.radius).fold(0.0, f64::max) }
}

/// The middle of rings, each by its area.
fn middle_of(rings: &[(f64, Vec<Degrees>)]) -> Option<Unit> {
    let middle = |ring: &[Degrees]| Unit::mean(ring.iter().map(|&p| (1.0, Unit::of(p))));
    Unit::mean(rings.iter().filter_map(|(area, ring)| Some((*area, middle(ring)?))))
}

/// About the area of a ring, in square degrees at the equator.
fn area(ring: &[Degrees]) -> f64 {
    let narrow = ring.first().map_or(1.0, |p| p[1].to_radians().cos());
    let twice: f64 = ring.windows(2).map(|w| w[0][0] * w[1][1] - w[1][0] * w[0][1]).sum();
    (twice / 2.0).abs() * narrow
}

/// What each arc is, by the shapes on its sides.
fn kinds(arcs: usize, shapes: &[Shape]) -> Vec<Line> {
    let mut sides: Vec<[Option<usize>; 2]> = vec![[None; 2]; arcs];
    for (i, shape) in shapes.iter().enumerate() {
        for &(arc, _) in shape.rings.iter().flatten() {
            let side = &mut sides[arc as usize];
            side[usize::from(side[0].is_some())] = Some(i);
        }
    }
    let kind = |side: [Option<usize>; 2]| match side {
        [Some(a), Some(b)] if a != b => match (&shapes[a], &shapes[b]) {
            (a, b) if (a.disputed || b.disputed) && !(a.disputed && b.disputed && a.country() == b.country()) => Line::Disputed,
            (a, b) if a.country() == b.country() => Line::Region,
            _ => Line::Country,
        },
        _ => Line::Coast,
    };
    sides.into_iter().map(kind).collect()
}

/// A file with a place in it.
struct File<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> File<'a> {
    fn take(&mut self, n: usize) -> Result<&'a [u8], AtlasError> {
        let end = self.at.checked_add(n).filter(|&end| end <= self.bytes.len());
        let end = end.ok_or(AtlasError("it ends too early"))?;
        let taken = &self.bytes[self.at..end];
        self.at = end;
        Ok(taken)
    }

    fn varint(&mut self) -> Result<u64, AtlasError> {
        let mut value = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.take(1)?[0];
            value |= u64::from(byte & 127) << shift;
            if byte < 128 {
                return Ok(value);
            }
        }
        Err(AtlasError("a number too large"))
    }

    /// A number of things that each take at least a byte; so no more than there are bytes.
    fn size(&mut self) -> Result<usize, AtlasError> {
        let value = self.varint()? as usize;
        if value <= self.bytes.len() { Ok(value) } else { Err(AtlasError("a number too large")) }
    }

    fn signed(&mut self) -> Result<i64, AtlasError> {
        let value = self.varint()? as i64;
        Ok((value >> 1) ^ -(value & 1))
    }

    /// `fresh` is the first arc that no shape has used yet; arcs are told by the steps back from it.
    fn shape(&mut self, fresh: &mut u64, caps: &[Cap]) -> Result<Shape, AtlasError> {
        let length = self.size()?;
        let code = std::str::from_utf8(self.take(length)?).map_err(|_| AtlasError("a code that is no text"))?.to_string();
        let disputed = self.take(1)? == [1];
        let count = self.size()?;
        let mut rings = Vec::new();
        for _ in 0..count {
            let length = self.size()?;
            let mut ring = Vec::new();
            for _ in 0..length {
                let value = self.varint()?;
                let arc = fresh.checked_sub(value >> 1).filter(|&arc| arc < caps.len() as u64);
                let arc = arc.ok_or(AtlasError("an arc that it does not have"))?;
                *fresh = (*fresh).max(arc + 1);
                ring.push((arc as u32, value & 1 == 1));
            }
            rings.push(ring);
        }
        let used: Vec<Cap> = rings.iter().flatten().map(|(arc, _)| caps[*arc as usize]).collect();
        let cap = cap_over(&used);
        Ok(Shape { code, disputed, rings, cap })
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use std::sync::LazyLock;

    /// The file of the page, opened once.
    pub(crate) fn world() -> &'static Atlas {
        static WORLD: LazyLock<Atlas> = LazyLock::new(|| Atlas::open(include_bytes!("../../data/map/world.bin")).unwrap());
        &WORLD
    }

    #[test]
    fn the_worlds_regions_are_there_under_the_codes_of_reports() {
        let atlas = world();
        for code in
            ["UA-51", "UA-43", "PS-GZA", "PS-WBK", "SD-DN", "MM-16", "FJ-W", "GB-SCT", "FR-IDF", "IT-25", "US-TX", "JP-17"]
        {
            assert_eq!(atlas.find(code).len(), 1, "{code}");
        }
        assert!(atlas.find("UA").len() >= 27 && atlas.find("ZZ-1").is_empty());
        let crimea = &atlas.shapes()[atlas.find("UA-43")[0]];
        assert!(crimea.disputed && crimea.country() == "UA");
    }

    #[test]
    fn rings_are_closed_on_the_globe_and_not_cut_at_the_antimeridian() {
        let atlas = world();
        for shape in 0..atlas.shapes().len() {
            for ring in atlas.rings(shape) {
                assert!(ring.len() >= 3 && ring.first() == ring.last(), "{}", atlas.shapes()[shape].code);
                assert!(ring.iter().all(|[lon, lat]| (-180.001..200.0).contains(lon) && lat.abs() <= 90.0));
                let code = &atlas.shapes()[shape].code;
                assert!(!ring.windows(2).any(|w| w.iter().all(|p| (p[0].abs() - 180.0).abs() < 0.002)), "{code} {ring:?}");
            }
        }
    }

    #[test]
    fn every_kind_of_line_occurs() {
        let atlas = world();
        for kind in [Line::Coast, Line::Country, Line::Region, Line::Disputed] {
            assert!(atlas.lines().filter(|(of, _, _)| *of == kind).count() > 10, "{kind:?}");
        }
    }

    #[test]
    fn the_span_of_a_country_leaves_its_far_parts_out() {
        let atlas = world();
        let cap = smallest_cap(&atlas.span(&atlas.find("US"))).unwrap();
        assert!(cap.radius.to_degrees() < 26.0, "{}", cap.radius.to_degrees());
        let fiji = smallest_cap(&atlas.span(&atlas.find("FJ"))).unwrap();
        assert!(fiji.radius.to_degrees() < 4.0, "{}", fiji.radius.to_degrees());
    }

    #[test]
    fn a_damaged_file_is_refused_and_does_not_panic() {
        let good = include_bytes!("../../data/map/world.bin");
        for cut in [0, 3, 4, 5, 9, 1000, good.len() / 2, good.len() - 1] {
            assert!(Atlas::open(&good[..cut]).is_err(), "{cut}");
        }
        let mut bad = good.to_vec();
        for at in (5..bad.len()).step_by(997) {
            bad[at] ^= 0xA5;
        }
        let _ = Atlas::open(&bad);
        assert!(Atlas::open(b"FBXG\x01").is_err());
    }
}
