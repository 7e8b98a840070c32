//! Numbers and their bounds in words and signs.

use factbox_engine::report::{Amount, Bound};

/// "no places", "1 place", "1,200 places".
pub fn count(n: usize, one: &str, many: &str) -> String {
    match n {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        _ => format!("{} {many}", grouped(n as u64)),
    }
}

/// A number with a comma between thousands.
pub fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The bound as signs, where the words alone do not show it: "≥ 1", "> 370", "6–8", "no exact number".
/// None for an exact number that stands there in figures.
pub fn bound(amount: &Amount) -> Option<String> {
    let figure = grouped(amount.figure());
    match amount.bound {
        Bound::Exact => (!shows_figure(&amount.text, amount.low)).then_some(figure),
        Bound::AtLeast => Some(format!("≥\u{a0}{figure}")),
        Bound::MoreThan => Some(format!(">\u{a0}{figure}")),
        Bound::AtMost => Some(format!("≤\u{a0}{figure}")),
        Bound::LessThan => Some(format!("<\u{a0}{figure}")),
        Bound::About => Some(format!("≈\u{a0}{figure}")),
        Bound::Range => Some(match amount.high {
            Some(high) => format!("{figure}–{}", grouped(high)),
            None => format!("≥\u{a0}{figure}"),
        }),
        Bound::Vague => Some("no exact number".to_string()),
        Bound::None => Some("stated".to_string()),
    }
}

/// The article's words with the bound behind them: "at least one (≥ 1)".
pub fn words_and_bound(amount: &Amount) -> String {
    match bound(amount) {
        Some(bound) if amount.text.is_empty() => bound,
        Some(bound) => format!("{} ({bound})", words(amount)),
        None => words(amount),
    }
}

/// The words of an amount; its number where it has none. The "no" of "no casualties" stands alone as "none".
pub fn words(amount: &Amount) -> String {
    match amount.text.as_str() {
        "" => grouped(amount.figure()),
        no if amount.high == Some(0) && no.eq_ignore_ascii_case("no") => "none".to_string(),
        text => text.to_string(),
    }
}

fn shows_figure(text: &str, n: u64) -> bool {
    let plain: String = text.chars().filter(|c| !matches!(c, ',' | '\u{a0}' | '\u{202f}')).collect();
    plain.split(|c: char| !c.is_ascii_digit()).any(|run| run == n.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        assert_eq!([0, 12, 999, 1000, 1_234_567].map(grouped), ["0", "12", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn the_words_come_first_and_then_the_bound() {
        let shown = |n, bound, text: &str| words_and_bound(&Amount::bounded(n, bound, text));
        assert_eq!(shown(1, Bound::AtLeast, "at least one"), "at least one (≥\u{a0}1)");
        assert_eq!(shown(370, Bound::MoreThan, "more than 370"), "more than 370 (>\u{a0}370)");
        assert_eq!(shown(40, Bound::AtMost, "up to 40"), "up to 40 (≤\u{a0}40)");
        assert_eq!(shown(24, Bound::Vague, "dozens"), "dozens (no exact number)");
        assert_eq!(shown(0, Bound::None, "no casualties"), "no casualties (stated)");
        assert_eq!(shown(10, Bound::About, ""), "≈\u{a0}10");
    }

    #[test]
    fn an_exact_number_is_said_once() {
        let shown = |n, text: &str| words_and_bound(&Amount::exact(n, text));
        assert_eq!(shown(19, "19"), "19");
        assert_eq!(shown(5546, "5,546 people"), "5,546 people");
        assert_eq!(shown(19, "nineteen"), "nineteen (19)");
        assert_eq!(shown(9, "19"), "19 (9)");
        assert_eq!(shown(7, ""), "7");
    }

    #[test]
    fn a_stated_zero_reads_as_none() {
        assert_eq!(words(&Amount::bounded(0, Bound::None, "no")), "none");
        assert_eq!(words_and_bound(&Amount::exact(0, "No")), "none (0)");
    }

    #[test]
    fn a_range_shows_both_ends() {
        let range = Amount { low: 6, high: Some(8), bound: Bound::Range, text: "six to eight".into() };
        assert_eq!(words_and_bound(&range), "six to eight (6–8)");
    }
}
