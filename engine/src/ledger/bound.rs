//! Bounds of two figures for one thing: whether they agree, and what they span.

use crate::report::{Amount, Bound};

/// Two numbers for one thing: from the smaller to the larger; one number where they agree.
pub fn rival(a: &Amount, b: &Amount) -> Amount {
    let high = |x: &Amount| x.high.unwrap_or(x.low);
    let (low, top) = (a.low.min(b.low), high(a).max(high(b)));
    Amount { low, high: Some(top), bound: Bound::Range, text: String::new() }
}

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

    fn amount(n: u64, bound: Bound) -> Amount {
        Amount::bounded(n, bound, "")
    }

    #[test]
    fn rivals_span_a_range() {
        let span = rival(&amount(12, Bound::Exact), &amount(20, Bound::AtLeast));
        assert_eq!((span.low, span.high, span.bound), (12, Some(20), Bound::Range));
    }
}
