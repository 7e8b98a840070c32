//! Numbers and their bounds in words and signs.

pub use factbox_engine::report::wording::grouped;
use factbox_engine::report::{Amount, Bound};

/// "no places", "1 place", "1,200 places".
pub fn count(n: usize, one: &str, many: &str) -> String {
    match n {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        _ => format!("{} {many}", grouped(n as u64)),
    }
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
            Some(high) if shows_figure(&amount.text, amount.low) && shows_figure(&amount.text, high) => return None,
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

/// A count as the ledger has it, number and who in columns of their own: what the one says the other need not repeat.
/// "three (3)" with "soldiers"; "3" with "a couple and their son"; "14" alone.
pub fn in_columns(amount: &Amount, who: &str) -> (String, String) {
    let same = who.trim().eq_ignore_ascii_case(amount.text.trim());
    let first = who.split_whitespace().next().unwrap_or_default().to_lowercase();
    let phrase = matches!(first.as_str(), "a" | "an" | "the" | "his" | "her" | "their" | "its" | "my" | "our");
    match (same, phrase) {
        (true, true) => (bound(amount).unwrap_or_else(|| grouped(amount.figure())), who.to_string()),
        (true, false) => (words_and_bound(amount), String::new()),
        (false, _) => (words_and_bound(amount), who.to_string()),
    }
}

/// An amount of things: "118 drones", "two (2) missiles"; what the article's words name already is not named again:
/// "a missile", "missiles (no exact number)".
pub fn of_things(amount: &Amount, name: &str) -> String {
    let text = amount.text.to_lowercase();
    let named = name.to_lowercase();
    if text.is_empty() || !text.contains(named.trim_end_matches('s')) {
        return format!("{} {name}", words_and_bound(amount));
    }
    match bound(amount) {
        Some(bound) if amount.figure() != 1 => format!("{} ({bound})", amount.text),
        _ => amount.text.clone(),
    }
}

/// The words of an amount; its number where it has none. The "no" of "no casualties" stands alone as "none",
/// and one person whom no number counts ("a nurse", "man, 22") is "one".
pub fn words(amount: &Amount) -> String {
    let said = amount.text.to_lowercase();
    let implied = amount.low == 1
        && amount.high == Some(1)
        && !said.is_empty()
        && !said.starts_with("one")
        && !said.contains(|c: char| c.is_ascii_digit());
    match amount.text.as_str() {
        _ if implied => "one".to_string(),
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
    fn columns_do_not_repeat_each_other() {
        let shown = |n, text: &str, who: &str| {
            let (number, who) = in_columns(&Amount::exact(n, text), who);
            format!("{number} | {who}")
        };
        assert_eq!(shown(14, "14", "14"), "14 | ");
        assert_eq!(shown(8, "eight", "Eight"), "eight (8) | ");
        assert_eq!(shown(2, "two", "two sons"), "two (2) | two sons");
        assert_eq!(shown(3, "a couple and their son", "a couple and their son"), "3 | a couple and their son");
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
    fn one_person_is_one() {
        assert_eq!(["a security guard", "man", "another"].map(|text| words(&Amount::exact(1, text))), ["one"; 3]);
        assert_eq!(words(&Amount::exact(1, "1 person")), "1 person");
        assert_eq!(words(&Amount::exact(12, "a dozen")), "a dozen");
    }

    #[test]
    fn things_are_named_once() {
        assert_eq!(of_things(&Amount::exact(118, "118"), "drones"), "118 drones");
        assert_eq!(of_things(&Amount::exact(1, "a missile"), "missile"), "a missile");
        assert_eq!(of_things(&Amount::bounded(2, Bound::Vague, "missiles"), "missiles"), "missiles (no exact number)");
        assert_eq!(of_things(&Amount::bounded(24, Bound::Vague, "dozens"), "rockets"), "dozens (no exact number) rockets");
    }

    #[test]
    fn a_range_shows_both_ends() {
        let range = Amount { low: 14, high: Some(1400), bound: Bound::Range, text: "14 to 1,400".into() };
        assert_eq!(words_and_bound(&range), "14 to 1,400");
        let range = Amount { low: 6, high: Some(8), bound: Bound::Range, text: "six to eight".into() };
        assert_eq!(words_and_bound(&range), "six to eight (6–8)");
    }
}
