//! The day of publication as people and feeds write it.

use super::Failure;
use factbox_engine::Day;

/// Length of `YYYY-MM-DD`.
const DAY_LENGTH: usize = 10;

/// Reads `2026-01-24`, alone or before a time (`2026-01-24T10:00:00Z`), which is left out; none for blank words.
///
/// # Errors
/// [`Failure::BadDate`] for anything else and for days that the calendar lacks.
pub fn day(words: &str) -> Result<Option<Day>, Failure> {
    let words = words.trim();
    if words.is_empty() {
        return Ok(None);
    }
    let bad = || Failure::BadDate(words.to_string());
    let date = words.get(..DAY_LENGTH).ok_or_else(bad)?;
    if !matches!(words.as_bytes().get(DAY_LENGTH), None | Some(b'T' | b't' | b' ')) {
        return Err(bad());
    }
    let mut parts = date.split('-');
    let mut number = |length: usize| {
        let part = parts.next().filter(|p| p.len() == length && p.bytes().all(|b| b.is_ascii_digit()))?;
        part.parse::<i16>().ok()
    };
    let (year, month, day) = (number(4), number(2), number(2));
    let (Some(year), Some(month), Some(day)) = (year, month, day) else { return Err(bad()) };
    // Two digits always fit an i8.
    Day::new(year, month as i8, day as i8).map(Some).map_err(|_| bad())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_with_or_without_a_time() {
        let expected = Day::new(2026, 1, 24).ok();
        for words in ["2026-01-24", " 2026-01-24\n", "2026-01-24T10:00:00Z", "2026-01-24 23:59", "2026-01-24T00:30:00+05:30"] {
            assert_eq!(day(words).unwrap(), expected, "{words}");
        }
        assert_eq!(day(" ").unwrap(), None);
    }

    #[test]
    fn no_day() {
        for words in [
            "2026-13-01",
            "2026-02-30",
            "24.01.2026",
            "2026-1-24",
            "yesterday",
            "2026-01-245",
            "20260124",
            "2026-01-2é",
            "+026-01-02",
        ] {
            assert!(day(words).is_err(), "{words}");
        }
    }
}
