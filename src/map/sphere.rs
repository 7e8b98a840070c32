//! Points on the globe, and the smallest cap around several of them.

use std::f64::consts::PI;

/// A point in degrees, `[longitude, latitude]`.
pub type Degrees = [f64; 2];

/// Kilometres in a radian.
pub const EARTH: f64 = 6371.0;

/// A point as a unit vector.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit([f64; 3]);

impl Unit {
    /// The unit vector of a point in degrees.
    pub fn of([lon, lat]: Degrees) -> Unit {
        let (lon, lat) = (lon.to_radians(), lat.to_radians());
        Unit([lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()])
    }

    /// The point in degrees.
    pub fn degrees(self) -> Degrees {
        let [x, y, z] = self.0;
        [y.atan2(x).to_degrees(), z.clamp(-1.0, 1.0).asin().to_degrees()]
    }

    /// Angle to another point, radians.
    pub fn angle(self, other: Unit) -> f64 {
        self.dot(other).clamp(-1.0, 1.0).acos()
    }

    /// Angle to the farthest of some points, radians; 0 for none.
    pub fn farthest(self, points: &[Unit]) -> f64 {
        points.iter().map(|p| p.dot(self)).fold(1.0, f64::min).clamp(-1.0, 1.0).acos()
    }

    fn dot(self, other: Unit) -> f64 {
        self.0.iter().zip(other.0).map(|(a, b)| a * b).sum()
    }

    /// The point that lies `share` of the way to `other`.
    fn towards(self, other: Unit, share: f64) -> Unit {
        // Two points opposite each other have no middle; either will do.
        normal(std::array::from_fn(|i| self.0[i] + (other.0[i] - self.0[i]) * share)).unwrap_or(self)
    }

    /// The middle of points with weights; none where they have none.
    pub fn mean(points: impl Iterator<Item = (f64, Unit)>) -> Option<Unit> {
        normal(points.fold([0.0; 3], |sum, (weight, p)| std::array::from_fn(|i| sum[i] + p.0[i] * weight)))
    }
}

/// The direction of a vector; none for one without length.
fn normal(v: [f64; 3]) -> Option<Unit> {
    let length = v.iter().map(|v| v * v).sum::<f64>().sqrt();
    (length > 1e-9).then(|| Unit(v.map(|v| v / length)))
}

/// A cap of the globe.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cap {
    /// Its middle.
    pub middle: Unit,
    /// Angle from the middle to the edge, radians.
    pub radius: f64,
}

/// About the smallest cap that holds all points (Bădoiu and Clarkson: step towards the farthest, by less each time);
/// none for no point.
pub fn smallest_cap(points: &[Unit]) -> Option<Cap> {
    const STEPS: usize = 60;
    let mut middle = *points.first()?;
    let farthest = |from: Unit| {
        points.iter().map(|p| (*p, p.angle(from))).fold((from, 0.0), |best, next| if next.1 > best.1 { next } else { best })
    };
    for step in 1..=STEPS {
        middle = middle.towards(farthest(middle).0, 1.0 / (step + 1) as f64);
    }
    Some(Cap { middle, radius: farthest(middle).1.min(PI) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cap_crosses_the_antimeridian() {
        let points = [[179.0, -17.0], [-179.0, -17.0], [178.0, -18.0]].map(Unit::of);
        let cap = smallest_cap(&points).unwrap();
        let [lon, lat] = cap.middle.degrees();
        assert!(lon.abs() > 178.0 && (lat + 17.3).abs() < 0.6, "{lon} {lat}");
        assert!(cap.radius < 0.035, "{}", cap.radius);
        assert!(points.iter().all(|p| p.angle(cap.middle) <= cap.radius + 1e-9));
    }

    #[test]
    fn one_point_is_its_own_cap() {
        let cap = smallest_cap(&[Unit::of([30.0, 50.0])]).unwrap();
        assert!(cap.radius < 1e-6 && smallest_cap(&[]).is_none());
    }
}
