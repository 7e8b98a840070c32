//! What the map says.

use super::numbers::grouped;
use crate::map::scale::Bar;
use crate::map::subject::{Area, Mark, Sign, Subject, Tone};

#[allow(missing_docs)]
mod short {
    pub const NAME: &str = "Map";
    pub const HOW: &str =
        "Plus and minus zoom, the arrow keys move, zero shows the whole extent. The list beside it says the same in words.";
    pub const ZOOM_IN: &str = "Zoom in";
    pub const ZOOM_OUT: &str = "Zoom out";
    pub const RESET: &str = "Show the whole extent";
    pub const LEGEND: &str = "Legend";
    pub const MADE_WITH: &str = "Made with Natural Earth.";
    pub const KEEP_SVG: &str = "Keep as SVG";
    pub const KEEP_PNG: &str = "Keep as PNG";
    pub const KEPT_BY: &str = "Factbox. Borders: Natural Earth. Place names: GeoNames, CC BY 4.0.";
    pub const VIEWPOINT: &str =
        "Dashed borders are disputed. Borders stand as Natural Earth draws them, Crimea with Ukraine; no position is taken.";
}
pub use short::*;

/// A place of which only the surroundings are known: "Donbas, approximate".
pub fn nearly(name: &str) -> String {
    format!("{name}, approximate")
}

/// The length of a scale bar: "50 km", "200 m".
pub fn length(bar: Bar) -> String {
    match bar.metres {
        metres if metres >= 1000 => format!("{}\u{a0}km", grouped(u64::from(metres / 1000))),
        metres => format!("{metres}\u{a0}m"),
    }
}

/// What a tone of an area means.
pub fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Hit => "hit",
        Tone::Targeted => "targeted",
        Tone::Background => "hit in an earlier event",
        Tone::Context => "named",
    }
}

/// What a sign means, for the legend.
pub fn sign(sign: Sign) -> &'static str {
    match sign {
        Sign::Toll { .. } => "killed (filled) and wounded (open), by area",
        Sign::Ring => "hit, no count",
        Sign::Diamond => "targeted",
        Sign::Triangle => "launched from here",
        Sign::Square => "talks or meeting",
        Sign::Dot => "named",
        Sign::Around { .. } => "approximate area",
    }
}

/// In the legend: an area of which no exact place is known.
pub const APPROXIMATE_AREA: &str = "approximate: no exact place";

/// What the pointer reads on an area: "Odesa: hit", "Odesa: hit, approximate".
pub fn area(area: &Area, name: &str) -> String {
    let said = format!("{name}: {}", tone(area.tone));
    if area.approximate { nearly(&said) } else { said }
}

/// What the pointer reads on a mark: "Odesa: 3 killed, 14 wounded".
pub fn mark(mark: &Mark) -> String {
    let people = |n: u64, what: &str| (n > 0).then(|| format!("{} {what}", grouped(n)));
    match mark.sign {
        Sign::Toll { killed, wounded } => {
            let told: Vec<String> = [people(killed, "killed"), people(wounded, "wounded")].into_iter().flatten().collect();
            let earlier = if mark.tone == Tone::Background { " (earlier event)" } else { "" };
            format!("{}: {}{earlier}", mark.name, told.join(", "))
        }
        Sign::Around { .. } => nearly(&format!("{}: {}", mark.name, tone(mark.tone))),
        Sign::Ring if mark.tone == Tone::Background => format!("{}: {}", mark.name, tone(mark.tone)),
        other => format!("{}: {}", mark.name, sign(other)),
    }
}

/// The map in a sentence or two, for who does not see it.
pub fn description(subject: &Subject, country: impl Fn(&str) -> String) -> String {
    let of = |wanted: Tone| -> Option<String> {
        let areas = subject.areas.iter().filter(|a| a.tone == wanted);
        let areas = areas.map(|a| if a.is_country() { country(&a.code) } else { a.name.clone() });
        let marks = subject.marks.iter().filter(|m| m.tone == wanted).map(mark);
        let all: Vec<String> = areas.chain(marks).collect();
        let head = tone(wanted);
        let head = head[..1].to_uppercase() + &head[1..];
        (!all.is_empty()).then(|| format!("{head}: {}.", all.join("; ")))
    };
    [Tone::Hit, Tone::Targeted, Tone::Background].into_iter().filter_map(of).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_description_names_what_was_hit() {
        let area = Area { code: "UA".into(), name: String::new(), tone: Tone::Targeted, approximate: true, keys: vec![] };
        let sign = Sign::Toll { killed: 3, wounded: 1400 };
        let mark = Mark { at: [0.0, 0.0], name: "Odesa".into(), tone: Tone::Hit, sign, keys: vec![] };
        let subject = Subject { areas: vec![area], marks: vec![mark] };
        assert_eq!(description(&subject, |_| "Ukraine".to_string()), "Hit: Odesa: 3 killed, 1,400 wounded. Targeted: Ukraine.");
        assert_eq!(super::area(&subject.areas[0], "Ukraine"), "Ukraine: targeted, approximate");
    }

    #[test]
    fn lengths_read_in_metres_and_kilometres() {
        assert_eq!(length(Bar { metres: 500, pixels: 1.0 }), "500\u{a0}m");
        assert_eq!(length(Bar { metres: 2_000_000, pixels: 1.0 }), "2,000\u{a0}km");
    }
}
