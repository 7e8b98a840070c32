//! Time expressions as TIMEX3 of ISO-TimeML writes them: "1999-W12", "1998-Q3", "P3D", "T14:30", "PAST_REF".

use super::words::{self, Class, Unit, W};
use super::{ISO_DAY, TimeKind, TimeMention};
use crate::Day;
use crate::report::{Date, Precision, Timex, TimexType};

/// The type and the value of an expression; none where TIMEX3 has no value for it.
pub fn timex(mention: &TimeMention) -> Option<Timex> {
    let date = &mention.date;
    let of = |kind, value: String| Some(Timex { kind, value });
    match mention.kind {
        TimeKind::Duration => of(TimexType::Duration, date.duration.clone()?),
        TimeKind::Repeat => of(TimexType::Set, date.every.clone()?),
        TimeKind::Vague => of(TimexType::Date, reference(&date.text).to_string()),
        TimeKind::Clock => of(TimexType::Time, format!("T{}", time_of_day(date)?)),
        TimeKind::Point | TimeKind::Since => {
            // "The past two years" is their length.
            if let Some(length) = &date.duration {
                return of(TimexType::Duration, length.clone());
            }
            let Some(value) = &date.value else {
                return of(TimexType::Date, open(&date.text)?.to_string());
            };
            match time_of_day(date) {
                Some(time) if value.len() == ISO_DAY => of(TimexType::Time, format!("{value}T{time}")),
                _ => of(TimexType::Date, calendar(date, value)),
            }
        }
    }
}

/// "14:30", "NI" of a night, by the clock or the words.
fn time_of_day(date: &Date) -> Option<String> {
    if let Some((_, clock)) = date.from.as_deref().and_then(|f| f.split_once('T')) {
        return Some(clock.to_string());
    }
    if !matches!(date.precision, Precision::PartOfDay | Precision::Time) {
        return None;
    }
    let lower = date.text.to_lowercase();
    let names = [
        ("midnight", "24:00"),
        ("noon", "12:00"),
        ("midday", "12:00"),
        ("morning", "MO"),
        ("afternoon", "AF"),
        ("evening", "EV"),
        ("night", "NI"),
    ];
    let words = || lower.split(|c: char| !c.is_alphanumeric());
    let word = |name: &str| words().any(|w| w == name || name == "night" && matches!(w, "tonight" | "overnight"));
    names.iter().find(|(name, _)| word(name)).map(|(_, value)| value.to_string())
}

/// Decades, centuries, quarters, halves, seasons, weeks and weekends by their names; anything else as it is.
fn calendar(date: &Date, value: &str) -> String {
    if let Some(before) = value.strip_prefix('-').and_then(|y| y.parse::<i32>().ok()) {
        return format!("BC{:04}", before + 1);
    }
    let Some((from, to)) = value.split_once('/') else { return value.to_string() };
    let named = match (from.len(), to.len()) {
        (4, 4) if from.ends_with("00") && to == format!("{}99", &from[..2]) => Some(from[..2].to_string()),
        (4, 4) if from.ends_with('0') && to == format!("{}9", &from[..3]) => Some(from[..3].to_string()),
        (7, 7) => part_of_year(&from[5..], &to[5..]).map(|part| format!("{}-{part}", &from[..4])),
        (ISO_DAY, ISO_DAY) => week(date, from, to),
        _ => None,
    };
    named.unwrap_or_else(|| value.to_string())
}

fn part_of_year(from: &str, to: &str) -> Option<&'static str> {
    Some(match (from, to) {
        ("01", "03") => "Q1",
        ("04", "06") => "Q2",
        ("07", "09") => "Q3",
        ("10", "12") => "Q4",
        ("01", "06") => "H1",
        ("07", "12") => "H2",
        ("03", "05") => "SP",
        ("06", "08") => "SU",
        ("09", "11") => "FA",
        ("12", "02") => "WI",
        _ => return None,
    })
}

fn week(date: &Date, from: &str, to: &str) -> Option<String> {
    let (first, last) = (from.parse::<Day>().ok()?, to.parse::<Day>().ok()?);
    let iso = first.iso_week_date();
    let days = super::days_between(first, last);
    let name = || format!("{:04}-W{:02}", iso.year(), iso.week());
    match (first.weekday().to_monday_zero_offset(), days) {
        (0, 6) if date.precision == Precision::Week => Some(name()),
        (5, 1) if date.text.to_lowercase().contains("weekend") => Some(format!("{}-WE", name())),
        _ => None,
    }
}

fn reference(text: &str) -> &'static str {
    let last = text.rsplit(' ').next().unwrap_or(text).to_lowercase();
    match words::look_up(&last) {
        Class::Word(W::Now | W::Present) => "PRESENT_REF",
        Class::Word(W::Soon | W::Future) => "FUTURE_REF",
        _ if last == "moment" => "PRESENT_REF",
        _ => "PAST_REF",
    }
}

/// What nothing anchors: "recent weeks", "several months ago", "the coming days", "a Friday".
fn open(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split([' ', '-']).collect();
    let first = if words[0] == "the" { words.get(1)? } else { &words[0] };
    let ago = matches!(words.last(), Some(&("ago" | "earlier")));
    let units = || words.iter().any(|w| matches!(words::look_up(w), Class::Units(unit) if unit != Unit::Weekend));
    match *first {
        "recent" => Some("PAST_REF"),
        "last" | "past" if units() => Some("PAST_REF"),
        "coming" | "next" if units() => Some("FUTURE_REF"),
        _ if ago => Some("PAST_REF"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::mention::time::find;
    use crate::text::Text;

    #[test]
    fn expressions_are_written_as_timex3_writes_them() {
        let values = |source: &str| {
            let found = find(&Text::new(None, source), "2026-01-24".parse().ok());
            found.iter().map(|m| super::timex(m).map_or("-".into(), |t| t.value)).collect::<Vec<_>>().join(" ")
        };
        let cases = [
            ("Prices rose last week, at the weekend and in the first quarter of 2024.", "2026-W03 2026-W04-WE 2024-Q1"),
            ("It stood in the 19th century, in the 1990s and in the summer of 2014.", "18 199 2014-SU"),
            ("It struck on Friday night, on Thursday morning and at 14:30.", "2026-01-23TNI 2026-01-22TMO T14:30"),
            ("It struck at 5:30 am on Sunday, as it does every Friday.", "2026-01-18T05:30 P1W"),
            ("The three-day truce of the past two years is now over.", "P3D P2Y PRESENT_REF"),
            ("In recent weeks, and several months ago, it broke.", "PAST_REF PAST_REF"),
            ("In 264 BC it began.", "BC0264"),
        ];
        for (source, want) in cases {
            assert_eq!(values(source), want, "{source}");
        }
    }
}
