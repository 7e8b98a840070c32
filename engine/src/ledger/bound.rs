//! Bound arithmetic: what the sum of two bounded numbers is bounded by.

use crate::report::{Amount, Bound};

/// The sum of two amounts: lows and highs add up, an open side stays open.
pub fn add(a: &Amount, b: &Amount) -> Amount {
    let high = a.high.zip(b.high).map(|(a, b)| a.saturating_add(b));
    let low = a.low.saturating_add(b.low);
    let bound = match (a.bound, b.bound) {
        (Bound::None, other) | (other, Bound::None) => other,
        (x, y) if x == y => x,
        (Bound::Exact, other) | (other, Bound::Exact) if matches!(other, Bound::AtLeast | Bound::MoreThan | Bound::About) => {
            other
        }
        _ if high.is_none() => Bound::AtLeast,
        (Bound::About, _) | (_, Bound::About) => Bound::About,
        _ => Bound::Range,
    };
    Amount { low, high, bound, text: String::new() }
}

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
    fn open_bounds_stay_open() {
        let sum = add(&amount(6, Bound::AtLeast), &amount(4, Bound::Exact));
        assert_eq!((sum.low, sum.high, sum.bound), (10, None, Bound::AtLeast));
        let sum = add(&amount(6, Bound::AtMost), &amount(4, Bound::Exact));
        assert_eq!((sum.low, sum.high, sum.bound), (4, Some(10), Bound::Range));
        let sum = add(&amount(0, Bound::None), &amount(4, Bound::Exact));
        assert_eq!((sum.low, sum.high, sum.bound), (4, Some(4), Bound::Exact));
    }

    #[test]
    fn rivals_span_a_range() {
        let span = rival(&amount(12, Bound::Exact), &amount(20, Bound::AtLeast));
        assert_eq!((span.low, span.high, span.bound), (12, Some(20), Bound::Range));
    }
}
