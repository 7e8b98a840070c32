//! From the globe to the plane. Both projections keep areas true, so that no region looks larger than it is.

use super::sphere::{Degrees, Unit};

/// A point of the plane, in radii of the globe; y grows northwards.
pub type Plane = [f64; 2];

/// How the globe is laid flat.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Projection {
    /// Lambert's azimuthal equal-area projection around a point; for extents up to a continent.
    Azimuthal {
        /// The point that touches the plane.
        middle: Degrees,
    },
    /// Equal Earth (Šavrič, Patterson, Jenny 2018) around a meridian; for the world.
    EqualEarth {
        /// Longitude of the middle, degrees.
        meridian: f64,
    },
}

/// Azimuthal only: points farther from the middle than this are not drawn, for towards the antipode shapes turn inside out.
const FAR: f64 = 2.4;

impl Projection {
    /// The point on the plane; none where the projection has no good place for it.
    pub fn project(&self, [lon, lat]: Degrees) -> Option<Plane> {
        match *self {
            Projection::Azimuthal { middle } => azimuthal(middle, lon, lat),
            Projection::EqualEarth { meridian } => Some(equal_earth(from_meridian(lon, meridian), lat)),
        }
    }

    /// The point on the plane, where `offset` are degrees from the meridian beyond which nothing is wrapped; only for Equal Earth.
    pub fn project_unwrapped(&self, [offset, lat]: Degrees) -> Plane {
        equal_earth(offset, lat)
    }

    /// The meridian where the plane is cut open; none where it is not.
    pub fn meridian(&self) -> Option<f64> {
        match *self {
            Projection::Azimuthal { .. } => None,
            Projection::EqualEarth { meridian } => Some(meridian),
        }
    }

    /// The point of the globe in the middle of the plane.
    pub fn middle(&self) -> Degrees {
        match *self {
            Projection::Azimuthal { middle } => middle,
            Projection::EqualEarth { meridian } => [meridian, 0.0],
        }
    }
}

/// Degrees east of the meridian, from -180 on and below 180.
pub fn from_meridian(lon: f64, meridian: f64) -> f64 {
    (lon - meridian + 180.0).rem_euclid(360.0) - 180.0
}

fn azimuthal(middle: Degrees, lon: f64, lat: f64) -> Option<Plane> {
    if Unit::of(middle).angle(Unit::of([lon, lat])) > FAR {
        return None;
    }
    let (east, lat, base) = ((lon - middle[0]).to_radians(), lat.to_radians(), middle[1].to_radians());
    let k = (2.0 / (1.0 + base.sin() * lat.sin() + base.cos() * lat.cos() * east.cos())).sqrt();
    Some([k * lat.cos() * east.sin(), k * (base.cos() * lat.sin() - base.sin() * lat.cos() * east.cos())])
}

fn equal_earth(east: f64, lat: f64) -> Plane {
    const A: [f64; 4] = [1.340264, -0.081106, 0.000893, 0.003796];
    let root = 3f64.sqrt();
    let t = (root / 2.0 * lat.to_radians().sin()).asin();
    let (t2, t6) = (t * t, t.powi(6));
    let stretch = A[0] + 3.0 * A[1] * t2 + t6 * (7.0 * A[2] + 9.0 * A[3] * t2);
    [2.0 * east.to_radians() * t.cos() / (root * stretch), t * (A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::PI;

    fn near(a: Plane, b: Plane) -> bool {
        (a[0] - b[0]).abs() < 2e-3 && (a[1] - b[1]).abs() < 2e-3
    }

    /// Area of a small square of the plane over its area on the globe.
    fn area_kept(projection: Projection, [lon, lat]: Degrees) -> f64 {
        const STEP: f64 = 0.01;
        let at = |x: f64, y: f64| projection.project([lon + x * STEP, lat + y * STEP]).unwrap();
        let (o, e, n) = (at(0.0, 0.0), at(1.0, 0.0), at(0.0, 1.0));
        let flat = (e[0] - o[0]) * (n[1] - o[1]) - (e[1] - o[1]) * (n[0] - o[0]);
        flat / (STEP.to_radians().powi(2) * lat.to_radians().cos())
    }

    #[test]
    fn the_middle_is_the_origin_and_areas_are_kept() {
        let azimuthal = Projection::Azimuthal { middle: [31.0, 49.0] };
        assert!(near(azimuthal.project([31.0, 49.0]).unwrap(), [0.0, 0.0]));
        for projection in [azimuthal, Projection::EqualEarth { meridian: -160.0 }] {
            for point in [[31.5, 48.0], [60.0, 20.0], [-20.0, 65.0], [170.0, -18.0]] {
                if projection.project(point).is_some() {
                    assert!((area_kept(projection, point) - 1.0).abs() < 2e-3, "{projection:?} {point:?}");
                }
            }
        }
    }

    #[test]
    fn known_points_of_equal_earth() {
        let world = Projection::EqualEarth { meridian: 0.0 };
        assert!(near(world.project([0.0, 90.0]).unwrap(), [0.0, 1.31735]));
        assert!(near(world.project([-180.0, 0.0]).unwrap(), [-2.0 * PI / (3f64.sqrt() * 1.340264), 0.0]));
    }

    #[test]
    fn across_the_antimeridian_neighbours_stay_neighbours() {
        for projection in [Projection::Azimuthal { middle: [178.0, -17.0] }, Projection::EqualEarth { meridian: -170.0 }] {
            let (west, east) = (projection.project([179.99, -17.0]).unwrap(), projection.project([-179.99, -17.0]).unwrap());
            assert!(near(west, east) && west[0] < east[0], "{projection:?} {west:?} {east:?}");
        }
    }

    #[test]
    fn the_antipode_is_not_drawn() {
        assert_eq!(Projection::Azimuthal { middle: [0.0, 40.0] }.project([180.0, -40.0]), None);
    }
}
