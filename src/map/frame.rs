//! Chooses projection and extent for a subject, and moves the view over the plane.

use super::atlas::Atlas;
use super::projection::{Plane, Projection};
use super::sphere::{Degrees, EARTH, Unit, smallest_cap};
use super::subject::{Sign, Subject, Tone};

/// Radians around the middle up to which one point of touch serves; beyond, the places lie on several continents.
const ONE_CONTINENT: f64 = 0.6;
/// Kilometres around a place that belong to its surroundings.
const SURROUNDINGS: f64 = 45.0;
/// Earlier events may widen the extent of the news by this factor; what lies farther is found by zooming out.
const WIDENED: f64 = 2.2;
/// Share of the frame that stays free on each side.
const MARGIN: f64 = 0.09;
const NEAREST: f64 = 40.0;
const FARTHEST: f64 = 0.2;

/// A frame on the screen, and what of the plane it shows before anybody moves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// How the globe is laid flat.
    pub projection: Projection,
    /// Width and height, CSS pixels.
    pub size: [f64; 2],
    centre: Plane,
    /// Pixels in a radius of the globe.
    scale: f64,
}

/// Where the reader has moved.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// 1 is the extent as chosen.
    pub zoom: f64,
    /// From the middle of the extent to the middle of the view, on the plane.
    shift: Plane,
}

impl Default for View {
    fn default() -> View {
        View { zoom: 1.0, shift: [0.0, 0.0] }
    }
}

impl Frame {
    /// The frame for a subject: around what was hit or aimed at, earlier hits where they lie near; none for no subject.
    pub fn around(subject: &Subject, atlas: &Atlas, size: [f64; 2]) -> Option<Frame> {
        let strongest = subject.strongest()?;
        let news =
            span(subject, atlas, |tone| if strongest > Tone::Background { tone > Tone::Background } else { tone == strongest });
        let earlier = span(subject, atlas, |tone| tone == Tone::Background);
        let (mut points, mut cap) = (news.clone(), smallest_cap(&thinned(&news))?);
        let both: Vec<Unit> = news.into_iter().chain(earlier).collect();
        let wide = smallest_cap(&thinned(&both))?;
        if wide.radius <= (cap.radius * WIDENED).min(ONE_CONTINENT) {
            (points, cap) = (both, wide);
        }
        let middle = cap.middle.degrees();
        let projection = match cap.radius <= ONE_CONTINENT {
            true => Projection::Azimuthal { middle },
            false => Projection::EqualEarth { meridian: middle[0] },
        };
        let flat: Vec<Plane> = points.iter().filter_map(|p| projection.project(p.degrees())).collect();
        let ends = |axis: usize| {
            let values = flat.iter().map(|p| p[axis]);
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)))
        };
        let ((left, right), (bottom, top)) = (ends(0), ends(1));
        let fit = |length: f64, room: f64| room * (1.0 - 2.0 * MARGIN) / length.max(1e-6);
        let scale = fit(right - left, size[0]).min(fit(top - bottom, size[1]));
        Some(Frame { projection, size, centre: [(left + right) / 2.0, (bottom + top) / 2.0], scale })
    }

    /// The world as a whole is shown, or a large part of it.
    pub fn is_world(&self) -> bool {
        self.projection.meridian().is_some()
    }

    /// Pixels in a radius of the globe, as seen.
    pub fn scale(&self, view: View) -> f64 {
        self.scale * view.zoom
    }

    /// Pixels in a kilometre, as seen.
    pub fn pixels_per_kilometre(&self, view: View) -> f64 {
        self.scale(view) / EARTH
    }

    /// A point of the plane on the screen.
    pub fn place(&self, [x, y]: Plane, view: View) -> [f64; 2] {
        let scale = self.scale(view);
        let [dx, dy] = [x - self.centre[0] - view.shift[0], y - self.centre[1] - view.shift[1]];
        [self.size[0] / 2.0 + dx * scale, self.size[1] / 2.0 - dy * scale]
    }

    /// A point of the globe on the screen; none where the projection does not draw it.
    pub fn locate(&self, point: Degrees, view: View) -> Option<[f64; 2]> {
        self.projection.project(point).map(|p| self.place(p, view))
    }

    /// The view `factor` times nearer, with what is seen at `fixed` (pixels; none: the middle) staying there.
    pub fn zoomed(&self, view: View, factor: f64, fixed: Option<[f64; 2]>) -> View {
        let zoom = (view.zoom * factor).clamp(FARTHEST, NEAREST);
        let [x, y] = fixed.unwrap_or([self.size[0] / 2.0, self.size[1] / 2.0]);
        let away = [x - self.size[0] / 2.0, self.size[1] / 2.0 - y];
        let change = 1.0 / (self.scale * view.zoom) - 1.0 / (self.scale * zoom);
        self.held(View { zoom, shift: [view.shift[0] + away[0] * change, view.shift[1] + away[1] * change] })
    }

    /// The view after what is seen was drawn along by some pixels.
    pub fn moved(&self, view: View, [dx, dy]: [f64; 2]) -> View {
        let scale = self.scale(view);
        self.held(View { shift: [view.shift[0] - dx / scale, view.shift[1] + dy / scale], ..view })
    }

    /// The extent stays within reach: the middle of the view does not leave it by more than half.
    fn held(&self, view: View) -> View {
        let limit = |axis: usize| self.size[axis] / self.scale * (1.0 / view.zoom).clamp(0.75, 1.5);
        View { shift: [0, 1].map(|axis| view.shift[axis].clamp(-limit(axis), limit(axis))), ..view }
    }
}

/// Points that span what has a tone that counts. Whole countries count only where nothing finer does.
fn span(subject: &Subject, atlas: &Atlas, counts: impl Fn(Tone) -> bool) -> Vec<Unit> {
    let areas = || subject.areas.iter().filter(|a| counts(a.tone));
    let marks = || subject.marks.iter().filter(|m| counts(m.tone));
    let finer = areas().any(|a| !a.is_country()) || marks().next().is_some();
    let mut points: Vec<Unit> = Vec::new();
    for area in areas().filter(|a| !finer || !a.is_country()) {
        points.extend(atlas.span(&atlas.find(&area.code)));
    }
    for mark in marks() {
        let reach = if let Sign::Around { reach } = mark.sign { reach * 1.3 } else { SURROUNDINGS };
        points.extend(ring_around(mark.at, reach).into_iter().map(Unit::of));
    }
    points
}

/// Eight points at a distance in kilometres; near a pole nearly.
fn ring_around([lon, lat]: Degrees, reach: f64) -> Vec<Degrees> {
    let angle = (reach / EARTH).to_degrees();
    let narrow = lat.to_radians().cos().max(0.05);
    let step = std::f64::consts::FRAC_PI_4;
    (0..8).map(|i| f64::from(i) * step).map(|turn| [lon + angle * turn.cos() / narrow, lat + angle * turn.sin()]).collect()
}

/// Some hundred of many points; enough to find the middle.
fn thinned(points: &[Unit]) -> Vec<Unit> {
    points.iter().step_by((points.len() / 400).max(1)).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::super::atlas::tests::world;
    use super::super::subject::{Area, Mark};
    use super::*;

    const SIZE: [f64; 2] = [600.0, 400.0];

    fn area(code: &str, tone: Tone) -> Area {
        Area { code: code.into(), name: code.into(), tone, approximate: false, keys: vec![] }
    }

    fn mark(at: Degrees, tone: Tone) -> Mark {
        Mark { at, name: String::new(), tone, sign: Sign::Ring, keys: vec![] }
    }

    fn frame(areas: Vec<Area>, marks: Vec<Mark>) -> Frame {
        Frame::around(&Subject { areas, marks }, world(), SIZE).unwrap()
    }

    fn inside(frame: &Frame, point: Degrees) -> bool {
        let [x, y] = frame.locate(point, View::default()).unwrap();
        (0.0..=SIZE[0]).contains(&x) && (0.0..=SIZE[1]).contains(&y)
    }

    #[test]
    fn a_region_fills_the_frame() {
        let odesa = frame(vec![area("UA-51", Tone::Hit)], vec![]);
        assert!(matches!(odesa.projection, Projection::Azimuthal { .. }));
        assert!(inside(&odesa, [30.7, 46.5]) && !inside(&odesa, [37.6, 55.7]));
    }

    #[test]
    fn fiji_is_whole_across_the_antimeridian() {
        let fiji = frame(vec![area("FJ-W", Tone::Hit), area("FJ-N", Tone::Hit)], vec![]);
        assert!(inside(&fiji, [177.4, -17.6]) && inside(&fiji, [-179.9, -16.9]));
        assert!(fiji.pixels_per_kilometre(View::default()) > 0.5);
    }

    #[test]
    fn both_sides_of_the_pacific_need_the_world() {
        let pacific = frame(vec![], vec![mark([141.0, 38.3], Tone::Hit), mark([-71.6, -33.0], Tone::Hit)]);
        assert!(pacific.is_world());
        let Projection::EqualEarth { meridian } = pacific.projection else { panic!("not the world") };
        assert!(!(-100.0..100.0).contains(&meridian), "the Pacific is the middle: {meridian}");
        assert!(inside(&pacific, [141.0, 38.3]) && inside(&pacific, [-71.6, -33.0]));
    }

    #[test]
    fn a_far_earlier_event_does_not_widen_the_frame() {
        let news = || mark([30.7, 46.5], Tone::Hit);
        let near = frame(vec![area("UA-51", Tone::Hit)], vec![news(), mark([32.0, 47.0], Tone::Background)]);
        assert!(inside(&near, [32.0, 47.0]));
        let far = frame(vec![area("UA-51", Tone::Hit)], vec![news(), mark([121.0, 24.0], Tone::Background)]);
        assert!(!far.is_world() && inside(&far, [30.7, 46.5]));
    }

    #[test]
    fn a_country_counts_only_where_nothing_finer_does() {
        let finer = frame(vec![area("UA", Tone::Hit), area("UA-51", Tone::Hit)], vec![]);
        assert!(!inside(&finer, [36.2, 50.0]));
        assert!(inside(&frame(vec![area("UA", Tone::Hit)], vec![]), [36.2, 50.0]));
    }

    #[test]
    fn zooming_keeps_the_pointed_place_and_has_ends() {
        let frame = frame(vec![area("UA-51", Tone::Hit)], vec![]);
        let (start, at) = (View::default(), [200.0, 150.0]);
        let place = |view| frame.locate([30.7, 46.5], view).unwrap();
        let before = place(start);
        let view = frame.zoomed(start, 2.0, Some(before));
        let after = place(view);
        assert!((before[0] - after[0]).abs() < 1e-6 && (before[1] - after[1]).abs() < 1e-6);
        assert_eq!(frame.zoomed(view, 1e9, Some(at)).zoom, NEAREST);
        assert_eq!(frame.zoomed(view, 1e-9, None).zoom, FARTHEST);
        let moved = frame.moved(start, [10.0, -20.0]);
        assert!((place(moved)[0] - before[0] - 10.0).abs() < 1e-6 && (place(moved)[1] - before[1] + 20.0).abs() < 1e-6);
    }
}
