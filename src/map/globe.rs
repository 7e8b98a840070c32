//! The small globe beside a close-up: the side of the earth that the map is a part of.

use super::atlas::Atlas;
use super::path::{Points, closed};
use super::sphere::Degrees;

/// Rings with fewer than this many pixels across are left out.
const SMALLEST: f64 = 1.2;

/// Path data of the land on a globe of `radius` pixels seen from above `middle`, around the origin.
pub fn land(atlas: &Atlas, middle: Degrees, radius: f64) -> String {
    let mut rings: Vec<Points> = Vec::new();
    for shape in 0..atlas.shapes().len() {
        rings.extend(atlas.rings(shape).filter_map(|ring| seen(&ring, middle, radius)));
    }
    closed(&rings)
}

/// The near side of a ring; its far points lie on the rim.
fn seen(ring: &[Degrees], middle: Degrees, radius: f64) -> Option<Points> {
    let mut any = false;
    let mut points = Points::new();
    for &[lon, lat] in ring {
        let (east, lat, base) = ((lon - middle[0]).to_radians(), lat.to_radians(), middle[1].to_radians());
        let x = lat.cos() * east.sin();
        let y = base.cos() * lat.sin() - base.sin() * lat.cos() * east.cos();
        let near = base.sin() * lat.sin() + base.cos() * lat.cos() * east.cos() >= 0.0;
        any |= near;
        let out = if near { 1.0 } else { x.hypot(y).max(1e-6).recip() };
        let point = [x * out * radius, -y * out * radius];
        let moved = |last: &[f64; 2]| (last[0] - point[0]).abs() + (last[1] - point[1]).abs() > SMALLEST;
        if points.last().is_none_or(moved) {
            points.push(point);
        }
    }
    (any && points.len() > 2).then_some(points)
}

#[cfg(test)]
mod tests {
    use super::super::atlas::tests::world;
    use super::*;

    #[test]
    fn the_far_side_is_not_seen() {
        let square = |lon: f64| [[lon, -10.0], [lon + 20.0, -10.0], [lon + 20.0, 10.0], [lon, 10.0], [lon, -10.0]];
        assert!(seen(&square(-10.0), [0.0, 0.0], 30.0).is_some());
        assert!(seen(&square(150.0), [0.0, 0.0], 30.0).is_none());
        let rim = seen(&square(80.0), [0.0, 0.0], 30.0).unwrap();
        assert!(rim.iter().all(|[x, y]| x.hypot(*y) <= 30.001));
    }

    #[test]
    fn the_globe_is_a_short_path() {
        let data = land(world(), [31.0, 48.0], 30.0);
        assert!((2_000..60_000).contains(&data.len()), "{}", data.len());
    }
}
