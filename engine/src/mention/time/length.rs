//! Lengths and repetitions as ISO 8601: "four-year" is P4Y, "several hours" PTXH, "twice a week" P1W.

use super::TimeKind;
use super::words::{self, Class, Unit, W};

/// Words for a number that is not told.
const VAGUE: &[&str] = &["several", "few", "some", "many", "multi", "couple", "numerous", "countless"];

/// The length that `words` tell, with X for a number that they do not; for what repeats, the time from one to the next.
pub(super) fn iso(words: &str, kind: TimeKind) -> Option<String> {
    let parts: Vec<String> = words.split([' ', '-', '‑', '\u{a0}']).map(str::to_lowercase).collect();
    match kind {
        TimeKind::Duration => length(&parts),
        TimeKind::Repeat => period(&parts),
        _ => None,
    }
}

/// The length of "the past 12 months" or "the last few days".
pub(super) fn stretch(words: &str) -> Option<String> {
    let lower = words.to_lowercase();
    let rest = lower.strip_prefix("the ").unwrap_or(&lower);
    let (first, rest) = rest.split_once(' ')?;
    let rolls = matches!(first, "past" | "last" | "next" | "coming" | "previous") && rest.ends_with('s');
    rolls.then(|| iso(rest, TimeKind::Duration)).flatten()
}

fn length(parts: &[String]) -> Option<String> {
    let at = parts.iter().position(|p| unit(p).is_some())?;
    let (letter, times, clock) = unit(&parts[at])?;
    let front = &parts[..at];
    // "A week and a half", "half a year", "half an hour".
    let rest: Vec<&str> = parts[at + 1..].iter().map(String::as_str).collect();
    let half = rest.starts_with(&["and", "a", "half"]) || front.iter().any(|p| p == "half");
    let vague = front.iter().any(|p| VAGUE.contains(&p.as_str())) || front.is_empty() && parts[at].ends_with('s');
    let number = if vague {
        None
    } else {
        let told: f32 = front.iter().filter_map(|p| count(p)).sum();
        let alone = told == 0.0 || front.iter().all(|p| matches!(p.as_str(), "a" | "an" | "half"));
        Some(match (half, alone) {
            (true, true) if rest.is_empty() => 0.5,
            (true, true) => 1.5,
            (true, false) => told + 0.5,
            (false, true) => 1.0,
            (false, false) => told,
        })
    };
    // "Half an hour" is 30 minutes.
    let (letter, number) = match number {
        Some(n) if clock && letter == 'H' && n.fract() != 0.0 => ('M', Some(n * 60.0)),
        number => (letter, number),
    };
    let number = number.map_or("X".to_string(), |n| format!("{}", n * times));
    Some(format!("P{}{number}{letter}", if clock { "T" } else { "" }))
}

/// From one to the next: "every two weeks", "daily", "on Sundays", "twice a day".
fn period(parts: &[String]) -> Option<String> {
    let word = |w: &str| parts.iter().any(|p| p == w);
    let habit = match parts.last()?.as_str() {
        "hourly" => Some("PT1H"),
        "daily" | "nightly" => Some("P1D"),
        "weekly" => Some("P1W"),
        "monthly" => Some("P1M"),
        "quarterly" => Some("P3M"),
        "annual" | "annually" | "yearly" => Some("P1Y"),
        _ => None,
    };
    if habit.is_some() {
        return habit.map(str::to_string);
    }
    if parts.iter().any(|p| unit(p).is_some()) {
        let plain: Vec<String> =
            parts.iter().filter(|p| !matches!(p.as_str(), "every" | "each" | "per" | "other")).cloned().collect();
        let length = length(&plain)?;
        return Some(if word("other") { length.replacen('1', "2", 1) } else { length }).filter(|l| !l.contains('X'));
    }
    // "Every Friday", "every night", "each summer".
    let class = |p: &String| words::look_up(p);
    let own = parts.iter().map(class).find(|c| !matches!(c, Class::Other | Class::Word(W::Every | W::And | W::The)))?;
    let every = match own {
        Class::Weekday(_) | Class::Weekdays => "P1W",
        Class::Part(_) => "P1D",
        Class::Month(_) | Class::Season(_) => "P1Y",
        _ => return None,
    };
    Some(every.to_string())
}

/// Letter of the unit, how many of it the word means, and whether it is shorter than a day.
fn unit(word: &str) -> Option<(char, f32, bool)> {
    let (Class::Unit(unit) | Class::Units(unit)) = words::look_up(word) else { return None };
    Some(match unit {
        Unit::Second => ('S', 1.0, true),
        Unit::Minute => ('M', 1.0, true),
        Unit::Hour => ('H', 1.0, true),
        Unit::Day | Unit::Night => ('D', 1.0, false),
        Unit::Week => ('W', 1.0, false),
        Unit::Fortnight => ('W', 2.0, false),
        Unit::Month => ('M', 1.0, false),
        Unit::Year => ('Y', 1.0, false),
        Unit::Decade => ('Y', 10.0, false),
        Unit::Century => ('Y', 100.0, false),
        Unit::Weekend => return None,
    })
}

fn count(word: &str) -> Option<f32> {
    if let Class::Cardinal(n) = words::look_up(word) {
        return Some(f32::from(n));
    }
    if word == "dozen" {
        return Some(12.0);
    }
    word.replace(',', "").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_and_repetitions_are_told_as_iso() {
        let of = |words, kind| iso(words, kind).unwrap_or_default();
        let length = |words| of(words, TimeKind::Duration);
        assert_eq!(length("18 days"), "P18D");
        assert_eq!(length("four-year"), "P4Y");
        assert_eq!(length("a week and a half"), "P1.5W");
        assert_eq!(length("half an hour"), "PT30M");
        assert_eq!(length("several hours"), "PTXH");
        assert_eq!(length("months"), "PXM");
        assert_eq!(length("four decades"), "P40Y");
        assert_eq!(stretch("the past 12 months").unwrap_or_default(), "P12M");
        assert_eq!(stretch("last week"), None);
        let repeats = |words| of(words, TimeKind::Repeat);
        assert_eq!(repeats("every Friday"), "P1W");
        assert_eq!(repeats("every two weeks"), "P2W");
        assert_eq!(repeats("every other day"), "P2D");
        assert_eq!(repeats("a day"), "P1D");
        assert_eq!(repeats("annually"), "P1Y");
        assert_eq!(repeats("Sundays"), "P1W");
    }
}
