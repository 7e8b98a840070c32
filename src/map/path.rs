//! Outlines as SVG path data for one view: projected, cut to the frame, thinned to what a screen shows.

use super::frame::{Frame, View};
use super::projection::from_meridian;
use super::sphere::{Cap, Degrees};
use std::fmt::Write;

/// Pixels around the frame that are drawn too, so that borders do not end in sight.
const PAD: f64 = 8.0;
/// Points nearer to the last one than this, in pixels, are left out.
const THIN: f64 = 0.6;

/// A closed ring or an open line on the screen.
pub type Points = Vec<[f64; 2]>;

/// Draws outlines for a frame and a view.
#[derive(Debug, Clone, Copy)]
pub struct Pen {
    /// The frame.
    pub frame: Frame,
    /// Where the reader has moved.
    pub view: View,
}

impl Pen {
    /// Something within the cap may be in sight; a quick no spares the work of projecting it.
    pub fn may_see(&self, cap: Cap) -> bool {
        if self.frame.is_world() {
            return true;
        }
        let Some(at) = self.frame.locate(cap.middle.degrees(), self.view) else { return cap.radius > 0.3 };
        // Towards the rim of the hemisphere lengths grow by up to 1.42.
        let reach = cap.radius * 1.42 * self.frame.scale(self.view) + PAD;
        (0..2).all(|axis| at[axis] + reach >= 0.0 && at[axis] - reach <= self.frame.size[axis])
    }

    /// What is seen of a ring, cut to the frame; nothing where it is out of sight or too small to see.
    pub fn ring(&self, ring: &[Degrees]) -> Vec<Points> {
        let Some(meridian) = self.frame.projection.meridian() else {
            let flat: Option<Points> = ring.iter().map(|&p| self.frame.locate(p, self.view)).collect();
            return flat.and_then(|points| self.cut(points)).into_iter().collect();
        };
        let unwrapped = unwrap(ring, meridian);
        let west = unwrapped.iter().map(|p| p[0]).fold(f64::INFINITY, f64::min);
        let east = unwrapped.iter().map(|p| p[0]).fold(f64::NEG_INFINITY, f64::max);
        // A ring across the edge of the world shows on both sides.
        let turns = [-360.0, 0.0, 360.0].into_iter().filter(|turn| west + turn < 180.0 && east + turn > -180.0);
        turns
            .filter_map(|turn| {
                let turned: Points = unwrapped.iter().map(|[x, y]| [x + turn, *y]).collect();
                let within = clip(&clip(&turned, |p| p[0] + 180.0), |p| 180.0 - p[0]);
                let flat = within.iter().map(|&p| self.frame.place(self.frame.projection.project_unwrapped(p), self.view));
                self.cut(flat.collect())
            })
            .collect()
    }

    /// The pieces of a line that are seen.
    pub fn line(&self, line: &[[f32; 2]]) -> Vec<Points> {
        let meridian = self.frame.projection.meridian();
        // The step from one edge of the world to the other is no line.
        let torn =
            |a: Degrees, b: Degrees| meridian.is_some_and(|m| (from_meridian(a[0], m) - from_meridian(b[0], m)).abs() > 180.0);
        let mut pieces: Vec<Points> = Vec::new();
        let mut last: Option<(Degrees, [f64; 2])> = None;
        let mut open = false;
        for point in line {
            let degrees = point.map(f64::from);
            let Some(here) = self.frame.locate(degrees, self.view) else {
                (last, open) = (None, false);
                continue;
            };
            if let Some((before, there)) = last {
                if torn(before, degrees) || !self.may_cross(there, here) {
                    open = false;
                } else {
                    if !open {
                        pieces.push(vec![there]);
                        open = true;
                    }
                    if let Some(piece) = pieces.last_mut() {
                        piece.push(here);
                    }
                }
            }
            last = Some((degrees, here));
        }
        pieces.into_iter().map(|piece| thin(&piece)).collect()
    }

    /// The line between two points may run through the frame.
    fn may_cross(&self, a: [f64; 2], b: [f64; 2]) -> bool {
        (0..2).all(|axis| a[axis].max(b[axis]) >= -PAD && a[axis].min(b[axis]) <= self.frame.size[axis] + PAD)
    }

    fn cut(&self, points: Points) -> Option<Points> {
        let seen = |axis: usize| {
            let low = points.iter().map(|p| p[axis]).fold(f64::INFINITY, f64::min);
            let high = points.iter().map(|p| p[axis]).fold(f64::NEG_INFINITY, f64::max);
            (low <= self.frame.size[axis] + PAD && high >= -PAD, low < -PAD || high > self.frame.size[axis] + PAD, high - low)
        };
        let (x, y) = (seen(0), seen(1));
        if !x.0 || !y.0 || x.2.max(y.2) < THIN {
            return None;
        }
        let mut points = points;
        if x.1 || y.1 {
            let [width, height] = self.frame.size;
            points = clip(&points, |p| p[0] + PAD);
            points = clip(&points, |p| width + PAD - p[0]);
            points = clip(&points, |p| p[1] + PAD);
            points = clip(&points, |p| height + PAD - p[1]);
        }
        let points = thin(&points);
        (points.len() > 2).then_some(points)
    }
}

/// A ring as degrees east of the meridian without jumps.
fn unwrap(ring: &[Degrees], meridian: f64) -> Points {
    let mut before: Option<f64> = None;
    let step = |&[lon, lat]: &Degrees| {
        let mut x = from_meridian(lon, meridian);
        if let Some(last) = before {
            x += 360.0 * ((last - x) / 360.0).round();
        }
        before = Some(x);
        [x, lat]
    };
    ring.iter().map(step).collect()
}

/// The part of a ring where `inside` is not negative (Sutherland and Hodgman).
fn clip(ring: &[[f64; 2]], inside: impl Fn([f64; 2]) -> f64) -> Points {
    let mut kept = Points::with_capacity(ring.len());
    let Some(&last) = ring.last() else { return kept };
    let mut before = last;
    for &point in ring {
        let (a, b) = (inside(before), inside(point));
        if (a < 0.0) != (b < 0.0) {
            let share = a / (a - b);
            kept.push([before[0] + (point[0] - before[0]) * share, before[1] + (point[1] - before[1]) * share]);
        }
        if b >= 0.0 {
            kept.push(point);
        }
        before = point;
    }
    kept
}

/// Leaves out points that nobody would see; first and last stay.
fn thin(points: &[[f64; 2]]) -> Points {
    let mut kept: Points = Vec::with_capacity(points.len());
    for (i, &point) in points.iter().enumerate() {
        let near = kept.last().is_some_and(|k| (k[0] - point[0]).abs() < THIN && (k[1] - point[1]).abs() < THIN);
        if !near || (i + 1 == points.len() && kept.len() == 1) {
            kept.push(point);
        }
    }
    kept
}

/// Path data of closed rings.
pub fn closed(rings: &[Points]) -> String {
    let mut data = String::new();
    for ring in rings {
        write_points(&mut data, ring);
        data.push('Z');
    }
    data
}

/// Path data of open lines.
pub fn open(lines: &[Points]) -> String {
    let mut data = String::new();
    lines.iter().for_each(|line| write_points(&mut data, line));
    data
}

/// Tenths of a pixel, each point as the step from the last.
fn write_points(data: &mut String, points: &[[f64; 2]]) {
    let tenths = |v: f64| (v * 10.0).round() as i64;
    let mut before = [0, 0];
    for (i, point) in points.iter().enumerate() {
        let here = point.map(tenths);
        let [dx, dy] = [0, 1].map(|axis| (here[axis] - before[axis]) as f64 / 10.0);
        // A String takes every write.
        let _ = write!(data, "{}{dx} {dy}", if i == 0 { 'M' } else { 'l' });
        before = here;
    }
}

#[cfg(test)]
mod tests {
    use super::super::atlas::tests::world;
    use super::super::subject::{Area, Mark, Sign, Subject, Tone};
    use super::*;

    fn pen(areas: &[&str], marks: &[Degrees]) -> Pen {
        let area =
            |code: &&str| Area { code: code.to_string(), name: String::new(), tone: Tone::Hit, approximate: false, keys: vec![] };
        let mark = |at: &Degrees| Mark { at: *at, name: String::new(), tone: Tone::Hit, sign: Sign::Ring, keys: vec![] };
        let subject = Subject { areas: areas.iter().map(area).collect(), marks: marks.iter().map(mark).collect() };
        let frame = Frame::around(&subject, world(), [600.0, 400.0]).unwrap();
        Pen { frame, view: View::default() }
    }

    #[test]
    fn a_ring_larger_than_the_frame_is_cut_to_it() {
        let pen = pen(&["UA-51"], &[]);
        let around = [[10.0, 30.0], [60.0, 30.0], [60.0, 60.0], [10.0, 60.0], [10.0, 30.0]];
        let [seen] = &pen.ring(&around)[..] else { panic!("one ring") };
        assert!(seen.iter().all(|p| (-9.0..=609.0).contains(&p[0]) && (-9.0..=409.0).contains(&p[1])));
        assert!(pen.ring(&[[100.0, 0.0], [101.0, 0.0], [101.0, 1.0], [100.0, 0.0]]).is_empty());
    }

    #[test]
    fn a_ring_over_the_edge_of_the_world_shows_on_both_sides() {
        let pen = pen(&[], &[[-70.0, 0.0], [70.0, 10.0]]);
        let meridian = pen.frame.projection.meridian().unwrap();
        let lon = |offset: f64| from_meridian(meridian + offset, 0.0);
        let ring = [[lon(170.0), -10.0], [lon(-170.0), -10.0], [lon(-170.0), 10.0], [lon(170.0), 10.0], [lon(170.0), -10.0]];
        let unwrapped = unwrap(&ring, meridian);
        assert!((unwrapped[1][0] - unwrapped[0][0]).abs() < 30.0, "{unwrapped:?}");
        let far = Pen { view: pen.frame.zoomed(pen.view, 0.2, None), ..pen };
        assert_eq!(far.ring(&ring).len(), 2);
    }

    #[test]
    fn a_line_over_the_edge_of_the_world_is_torn_there() {
        let pen = pen(&[], &[[-70.0, 0.0], [70.0, 10.0]]);
        let far = Pen { view: pen.frame.zoomed(pen.view, 0.2, None), ..pen };
        let meridian = pen.frame.projection.meridian().unwrap();
        let line: Vec<[f32; 2]> = (-3..=3).map(|i| [(meridian + 180.0) as f32 + i as f32 * 4.0 + 1.0, 10.0]).collect();
        assert_eq!(far.line(&line).len(), 2);
    }

    #[test]
    fn path_data_is_short() {
        assert_eq!(closed(&[vec![[0.04, 0.0], [10.0, 0.0], [10.0, 5.55]]]), "M0 0l10 0l0 5.6Z");
        assert_eq!(open(&[vec![[1.0, 2.0], [3.0, 1.0]]]), "M1 2l2 -1");
    }
}
