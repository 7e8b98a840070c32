//! Words for values: amounts, dates, the names of the data contract.

use crate::words::numbers;
use factbox_engine::report::wording::grouped;
use factbox_engine::report::{Amount, Bound, Date, Span};
use serde::Serialize;

/// An amount in the article's words, then its bound where the words are not the bare figure:
/// `19`, `nineteen (19)`, `at least one (≥ 1)`, `dozens (≥ 24)`.
pub fn amount(amount: &Amount) -> String {
    let words = if amount.text.is_empty() { String::new() } else { line(&numbers::words(amount)) };
    let figure = bound(amount);
    match words.as_str() {
        "" => figure,
        _ if words.replace(',', "") == figure.replace(',', "") => words,
        _ => format!("{words} ({figure})"),
    }
}

/// The bound alone, in signs.
fn bound(amount: &Amount) -> String {
    let low = grouped(amount.low);
    let high = amount.high.map(grouped);
    match (amount.bound, high) {
        (Bound::Exact | Bound::None, _) => low,
        (Bound::AtLeast | Bound::Vague, Some(high)) | (Bound::Range, Some(high)) if high != low => format!("{low}–{high}"),
        (Bound::AtLeast | Bound::Vague, _) | (Bound::Range, None) => format!("≥ {low}"),
        (Bound::Range, Some(_)) => low,
        (Bound::MoreThan, _) => format!("> {low}"),
        (Bound::AtMost, high) => format!("≤ {}", high.unwrap_or(low)),
        (Bound::LessThan, high) => format!("< {}", high.unwrap_or(low)),
        (Bound::About, Some(high)) if high != low => format!("≈ {low}–{high}"),
        (Bound::About, _) => format!("≈ {low}"),
    }
}

/// A date as ISO 8601, or the article's words where nothing anchors them.
pub fn date(date: &Date) -> String {
    date.value.clone().unwrap_or_else(|| line(&date.text))
}

/// The JSON name of a plain variant: `other_event`.
pub fn name(variant: &impl Serialize) -> String {
    match serde_json::to_value(variant) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// The name of a plain variant for people: `other event`.
pub fn label(variant: &impl Serialize) -> String {
    name(variant).replace('_', " ")
}

/// `label` with a capital.
pub fn heading(variant: &impl Serialize) -> String {
    let label = label(variant);
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The words of all evidence in one line, pieces parted by ` … `.
pub fn evidence(spans: &[Span]) -> String {
    spans.iter().map(|s| line(&s.text)).collect::<Vec<_>>().join(" … ")
}

/// Words in one line: white space collapsed; control and direction characters, which could rewrite a
/// terminal or reorder a table, left out.
pub fn line(words: &str) -> String {
    let visible: String = words.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| !turns_direction(*c)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Unicode's explicit bidirectional controls.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use factbox_engine::report::Reason;

    #[test]
    fn words_first_then_the_bound() {
        for (figure, kind, words, expected) in [
            (1, Bound::AtLeast, "at least one", "at least one (≥ 1)"),
            (19, Bound::Exact, "19", "19"),
            (1200, Bound::Exact, "1,200", "1,200"),
            (1_200_000, Bound::Exact, "1.2m", "1.2m (1,200,000)"),
            (19, Bound::Exact, "nineteen", "nineteen (19)"),
            (370, Bound::MoreThan, "more than 370", "more than 370 (> 370)"),
            (40, Bound::AtMost, "up to 40", "up to 40 (≤ 40)"),
            (40, Bound::LessThan, "fewer than 40", "fewer than 40 (< 40)"),
            (10, Bound::About, "about ten", "about ten (≈ 10)"),
            (24, Bound::Vague, "dozens", "dozens (≥ 24)"),
            (0, Bound::None, "no casualties", "no casualties (0)"),
            (7, Bound::AtLeast, "", "≥ 7"),
        ] {
            assert_eq!(amount(&Amount::bounded(figure, kind, words)), expected);
        }
        let range = Amount { low: 6, high: Some(8), bound: Bound::Range, text: "between six and eight".to_string() };
        assert_eq!(amount(&range), "between six and eight (6–8)");
    }

    #[test]
    fn names_of_the_data_contract() {
        assert_eq!((name(&Reason::OtherEvent), label(&Reason::OtherEvent)), ("other_event".into(), "other event".into()));
        assert_eq!(heading(&Reason::OtherEvent), "Other event");
    }

    #[test]
    fn a_line_cannot_drive_a_terminal() {
        assert_eq!(line("red\u{1b}[31m\n\n  alert\u{202e}!"), "red [31m alert!");
    }
}
