//! Names of the calendar, in small letters.

/// The days of the week.
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The months, "may" among them.
const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/// Their short forms, "Sept" beside "Sep".
const SHORT_MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"];

/// "friday".
pub fn is_weekday(key: &str) -> bool {
    WEEKDAYS.contains(&key)
}

/// "october".
pub fn is_month(key: &str) -> bool {
    MONTHS.contains(&key)
}

/// A month by either form.
pub fn names_month(key: &str) -> bool {
    is_month(key) || is_short_month(key)
}

/// "oct", without its stop.
pub fn is_short_month(key: &str) -> bool {
    SHORT_MONTHS.contains(&key)
}
