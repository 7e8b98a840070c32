//! Bounds of two figures for one thing: whether they agree, and what they span.

use crate::report::{Amount, Bound};

/// Both can be true of one group: their ranges meet.
pub fn agree(a: &Amount, b: &Amount) -> bool {
    if a.bound == Bound::Vague || b.bound == Bound::Vague {
        return false;
    }
    a.figure() == b.figure() || ((a.bound == Bound::About || b.bound == Bound::About) && close(a.figure(), b.figure()))
}

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
