//! Amounts: a number of people or things with the bound that the article gives it.

use serde::{Deserialize, Serialize};

/// A count with its bound. `low` and `high` are inclusive; `high` none is open.
///
/// "at least one" is 1.., `at_least`; "more than 370" is 370.., `more_than`; "up to 40" is 0..=40,
/// `at_most`; "about 10" is 10..=10, `about`; a stated zero is 0..=0, `none`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Amount {
    /// The smallest number that the words allow.
    pub low: u64,
    /// The largest number that the words allow; none where they set no ceiling.
    pub high: Option<u64>,
    /// How the words bound the number.
    pub bound: Bound,
    /// The article's words.
    pub text: String,
}

/// How the words bound an [`Amount`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// "19".
    Exact,
    /// "at least 19".
    AtLeast,
    /// "more than 370"; `low` is 370, as written.
    MoreThan,
    /// "up to 40"; `low` is 0.
    AtMost,
    /// "fewer than 40"; `low` is 0.
    LessThan,
    /// "about 10".
    About,
    /// "between six and eight", or rival figures.
    Range,
    /// "several", "dozens": only a floor.
    Vague,
    /// A stated zero.
    None,
}

impl Amount {
    /// An exact number.
    pub fn exact(n: u64, text: impl Into<String>) -> Amount {
        Amount { low: n, high: Some(n), bound: Bound::Exact, text: text.into() }
    }

    /// `n` under `bound`, with `low` and `high` as the bound's convention has them (see [`Amount`]).
    pub fn bounded(n: u64, bound: Bound, text: impl Into<String>) -> Amount {
        let (low, high) = match bound {
            Bound::Exact | Bound::About | Bound::Range => (n, Some(n)),
            Bound::AtLeast | Bound::MoreThan | Bound::Vague => (n, None),
            Bound::AtMost | Bound::LessThan => (0, Some(n)),
            Bound::None => (0, Some(0)),
        };
        Amount { low, high, bound, text: text.into() }
    }

    /// The number as written: the ceiling of an `at_most`, else `low`.
    pub fn figure(&self) -> u64 {
        match self.bound {
            Bound::AtMost | Bound::LessThan => self.high.unwrap_or(self.low),
            _ => self.low,
        }
    }

    /// Two figures for one thing: from the smaller to the larger. It has no words of the article.
    pub fn or(&self, other: &Amount) -> Amount {
        let top = |x: &Amount| x.high.unwrap_or(x.low);
        // "Fewer than 30" against 44 is 30 to 44.
        let base = |x: &Amount| if x.bound == Bound::Range { x.low } else { x.figure() };
        let (low, high) = (base(self).min(base(other)), top(self).max(top(other)));
        Amount { low, high: Some(high), bound: Bound::Range, text: String::new() }
    }

    /// The sum of two amounts: lows and highs add up, an open side stays open. It has no words of the article.
    pub fn plus(&self, other: &Amount) -> Amount {
        let high = self.high.zip(other.high).map(|(a, b)| a.saturating_add(b));
        let low = self.low.saturating_add(other.low);
        let bound = match (self.bound, other.bound) {
            (Bound::None, bound) | (bound, Bound::None) => bound,
            (a, b) if a == b => a,
            (Bound::Exact, bound) | (bound, Bound::Exact) if matches!(bound, Bound::AtLeast | Bound::MoreThan | Bound::About) => {
                bound
            }
            _ if high.is_none() => Bound::AtLeast,
            (Bound::Range, _) | (_, Bound::Range) => Bound::Range,
            (Bound::About, _) | (_, Bound::About) => Bound::About,
            _ => Bound::Range,
        };
        Amount { low, high, bound, text: String::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(n: u64, bound: Bound) -> Amount {
        Amount::bounded(n, bound, "")
    }

    #[test]
    fn rivals_span_a_range() {
        let span = amount(12, Bound::Exact).or(&amount(20, Bound::AtLeast));
        assert_eq!((span.low, span.high, span.bound), (12, Some(20), Bound::Range));
        let span = amount(44, Bound::Exact).or(&amount(30, Bound::LessThan));
        assert_eq!((span.low, span.high, span.bound), (30, Some(44), Bound::Range));
        let sum = span.plus(&amount(40, Bound::About));
        assert_eq!((sum.low, sum.high, sum.bound), (70, Some(84), Bound::Range));
    }

    #[test]
    fn open_bounds_stay_open() {
        let sum = amount(6, Bound::AtLeast).plus(&amount(4, Bound::Exact));
        assert_eq!((sum.low, sum.high, sum.bound), (10, None, Bound::AtLeast));
        let sum = amount(6, Bound::AtMost).plus(&amount(4, Bound::Exact));
        assert_eq!((sum.low, sum.high, sum.bound), (4, Some(10), Bound::Range));
        let sum = amount(0, Bound::None).plus(&amount(4, Bound::Exact));
        assert_eq!((sum.low, sum.high, sum.bound), (4, Some(4), Bound::Exact));
    }
}
