//! Offsets: "200 km south-west of Dhaka", the way and the bearing from a known place to one that no map has.

use crate::text::{Text, TokenKind, Tokens};

/// Kilometres of a unit.
const UNITS: &[(&str, f64)] = &[
    ("km", 1.0),
    ("kms", 1.0),
    ("kilometre", 1.0),
    ("kilometres", 1.0),
    ("kilometer", 1.0),
    ("kilometers", 1.0),
    ("mile", 1.6),
    ("miles", 1.6),
    ("mi", 1.6),
];
/// North and east of a bearing.
const BEARINGS: &[(&str, (f64, f64))] = &[
    ("north", (1.0, 0.0)),
    ("south", (-1.0, 0.0)),
    ("east", (0.0, 1.0)),
    ("west", (0.0, -1.0)),
    ("northeast", (0.7, 0.7)),
    ("northwest", (0.7, -0.7)),
    ("southeast", (-0.7, 0.7)),
    ("southwest", (-0.7, -0.7)),
];
/// Farther off than this nothing is told to lie.
const FARTHEST: f64 = 1500.0;
/// Kilometres of a degree of latitude.
const DEGREE: f64 = 111.2;

/// Kilometres north and east that `between`, the words before the known place, tells; none where it tells no way with a bearing.
pub(super) fn told(text: &Text, between: Tokens) -> Option<(f64, f64)> {
    let mut words = between.clone().map(|t| text.word(t).to_ascii_lowercase().replace(['-', '‑'], ""));
    let bearing = words.find_map(|w| {
        let word = w.strip_suffix("ern").unwrap_or(&w);
        BEARINGS.iter().find(|(b, _)| *b == word).map(|(_, way)| *way)
    })?;
    let km = between.clone().find_map(|t| {
        let word = text.word(t);
        let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.')).len();
        let number: f64 = word[..digits].replace(',', "").parse().ok()?;
        // "200km" and "200 km"
        let unit = if digits < word.len() { &word[digits..] } else { text.tokens.get(t + 1).map_or("", |_| text.word(t + 1)) };
        let unit = unit.trim_start_matches(['-', '‑']).to_ascii_lowercase();
        let of_unit = UNITS.iter().find(|(u, _)| *u == unit)?;
        (text.tokens[t].kind != TokenKind::Mark).then_some(number * of_unit.1)
    })?;
    (km < FARTHEST).then_some((bearing.0 * km, bearing.1 * km))
}

/// The point so far from `lat`, `lon`, to a hundredth of a degree.
pub(super) fn shifted(lat: f64, lon: f64, (north, east): (f64, f64)) -> (f64, f64) {
    let round = |degrees: f64| (degrees * 100.0).round() / 100.0;
    (round(lat + north / DEGREE), round(lon + east / (DEGREE * lat.to_radians().cos().max(0.2))))
}

#[cfg(test)]
mod tests {
    use crate::event::sample::report;

    #[test]
    fn a_place_so_far_from_a_known_one() {
        let read = report("A mill fell in at Norvika, a port town 200km (125 miles) south-west of Dhaka, killing eight people.");
        let place = read.places.iter().find(|p| p.name == "Norvika").expect("Norvika");
        let (lat, lon) = (place.lat.unwrap_or_default(), place.lon.unwrap_or_default());
        assert!((lat - 22.45).abs() < 0.1 && (lon - 89.05).abs() < 0.1, "{lat} {lon}");
    }
}
