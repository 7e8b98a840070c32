//! The scale bar: a round number of kilometres that is not too long.

/// A bar of a round length.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// What it stands for.
    pub metres: u32,
    /// How long it is drawn.
    pub pixels: f64,
}

/// The longest bar of 1, 2 or 5 times a power of ten metres within `room` pixels; none below 10 m or beyond 5,000 km.
pub fn bar(pixels_per_kilometre: f64, room: f64) -> Option<Bar> {
    let lengths = (1..=6).flat_map(|power| [1, 2, 5].map(|digit| digit * 10u32.pow(power)));
    let mut drawn = lengths.map(|metres| Bar { metres, pixels: f64::from(metres) / 1000.0 * pixels_per_kilometre });
    drawn.rfind(|bar| bar.pixels <= room)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_round_and_fits() {
        assert_eq!(bar(1.0, 99.0), Some(Bar { metres: 50_000, pixels: 50.0 }));
        assert_eq!(bar(0.37, 99.0).map(|b| b.metres), Some(200_000));
        assert_eq!(bar(80.0, 99.0).map(|b| b.metres), Some(1000));
        assert_eq!(bar(1e9, 99.0), None);
    }
}
