//! Bounds of two figures for one thing: whether they agree, and what they span.

use crate::report::{Amount, Bound};

/// Both can be true of one group: their ranges meet.
pub fn agree(a: &Amount, b: &Amount) -> bool {
    if a.bound == Bound::Vague || b.bound == Bound::Vague {
        return false;
    }
    a.figure() == b.figure() || ((a.bound == Bound::About || b.bound == Bound::About) && close(a.figure(), b.figure()))
}

/// "More than 500 deaths" and "503 dead": the first is the second, rounded down.
pub fn is_rounded(floor: &Amount, figure: &Amount) -> bool {
    let open = matches!(floor.bound, Bound::AtLeast | Bound::MoreThan) && floor.low >= ROUND && floor.low.is_multiple_of(ROUND);
    let near = (floor.low..=floor.low + floor.low / FLOOR_SHARE).contains(&figure.low);
    open && near && figure.bound == Bound::Exact
}

/// What round figures are multiples of.
const ROUND: u64 = 100;

/// A figure is rounded down by less than this part of it.
const FLOOR_SHARE: u64 = 10;

/// "nearly 150" and "148": within this share of the larger.
const ABOUT_SHARE: f64 = 0.05;

fn close(a: u64, b: u64) -> bool {
    a.abs_diff(b) as f64 <= ABOUT_SHARE * a.max(b) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_figures_agree_with_near_ones() {
        let agrees = |n, bound, m| agree(&Amount::bounded(n, bound, ""), &Amount::exact(m, ""));
        assert!(agrees(150, Bound::About, 148) && agrees(150, Bound::AtLeast, 150));
        assert!(!agrees(150, Bound::About, 120) && !agrees(150, Bound::Exact, 148) && !agrees(24, Bound::Vague, 24));
    }
}
