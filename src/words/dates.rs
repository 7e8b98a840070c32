//! Dates as people write them, from ISO 8601.

use factbox_engine::report::{Date, Precision};

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// "23 January 2026", "February 2022" or "2022"; `iso` itself where it is neither. A time of day is left out.
pub fn day(iso: &str) -> String {
    let date = iso.split('T').next().unwrap_or(iso);
    let mut parts = date.split('-');
    let year = parts.next().filter(|y| y.len() == 4 && y.bytes().all(|b| b.is_ascii_digit()));
    let number = |part: Option<&str>| part.and_then(|p| p.parse::<usize>().ok());
    let (month, day) = (number(parts.next()), number(parts.next()));
    match (year, month.and_then(|m| MONTHS.get(m.wrapping_sub(1))), day) {
        (Some(year), Some(month), Some(day)) => format!("{day} {month} {year}"),
        (Some(year), Some(month), None) => format!("{month} {year}"),
        (Some(year), None, None) if date.len() == 4 => year.to_string(),
        _ => iso.to_string(),
    }
}

/// The day, month or stretch that a date means; none where nothing anchors it.
pub fn meaning(date: &Date) -> Option<String> {
    let value = date.value.as_deref()?;
    let said = match value.split_once('/') {
        Some((from, to)) => format!("{} to {}", day(from), day(to)),
        None => day(value),
    };
    Some(match date.precision {
        Precision::Week if !value.contains('/') => format!("week of {said}"),
        _ => said,
    })
}

/// The article's words with their meaning: "last night (23 January 2026)".
pub fn words_and_meaning(date: &Date) -> String {
    match meaning(date) {
        Some(meaning) if !date.text.is_empty() && meaning != date.text => format!("{} ({meaning})", date.text),
        Some(meaning) => meaning,
        None => date.text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_dates_are_written_out() {
        let cases = [
            ("2026-01-23", "23 January 2026"),
            ("2022-02", "February 2022"),
            ("2022", "2022"),
            ("2026-01-23T22:10", "23 January 2026"),
            ("2026-13-01", "2026-13-01"),
            ("soon", "soon"),
            ("", ""),
        ];
        for (iso, want) in cases {
            assert_eq!(day(iso), want);
        }
    }

    #[test]
    fn the_articles_words_come_first() {
        let date = |value: Option<&str>, text: &str| Date {
            value: value.map(String::from),
            precision: Precision::PartOfDay,
            from: None,
            to: None,
            text: text.into(),
            implied: vec![],
        };
        assert_eq!(words_and_meaning(&date(Some("2026-01-23"), "last night")), "last night (23 January 2026)");
        assert_eq!(words_and_meaning(&date(Some("2022-02"), "February 2022")), "February 2022");
        assert_eq!(words_and_meaning(&date(None, "earlier")), "earlier");
        assert_eq!(
            words_and_meaning(&date(Some("2026-01-20/2026-01-23"), "since Tuesday")),
            "since Tuesday (20 January 2026 to 23 January 2026)"
        );
    }
}
