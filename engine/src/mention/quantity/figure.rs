//! Numbers in figures: groups of thousands, magnitudes, ranges.

use super::{Core, NumberClass, number_at, number_word, range};
use crate::lexicon::{Table, Tagged};
use crate::text::{Text, TokenKind, calendar};

/// What may be years where a range has no thousands marks: "1812-1814".
const YEARS: std::ops::Range<u64> = 1000..2100;

/// "19", "1,200", "12 000", "1.2m", "1.2 million", "6-8". Not "13:42", "6.1", "2026-01-24", "12th".
pub(super) fn figure(text: &Text, tagged: &Tagged, at: usize) -> Option<Core> {
    let word = text.word(at);
    if let Some((low, high)) = word.split_once(['-', '–', '‑']) {
        let years = |n: u64| YEARS.contains(&n) && !word.contains(',');
        return between(at, plain(low)?, plain(high)?).filter(|core| !(years(core.low) && years(core.high)));
    }
    if let Some(core) = spaced(text, tagged, at) {
        return Some(core);
    }
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let mut scale = match &word[digits.len()..] {
        "" => 1.0,
        "k" | "K" => 1e3,
        "m" | "M" | "mn" => 1e6,
        "bn" => 1e9,
        _ => return None,
    };
    let mut end = at + 1;
    while let Some((value, "scale")) = number_at(tagged, end) {
        scale *= value as f64;
        end += 1;
    }
    let counts = || {
        let listed = [Table::People, Table::Target].iter().any(|t| tagged.longest(*t, end).is_some());
        listed || matches!(tagged.key(end), "families" | "households")
    };
    let pointed = || thousands(digits).filter(|_| end == at + 1 && counts());
    let plain = plain(digits).or_else(pointed).map(|n| n as f64);
    let value = plain.or_else(|| decimal(digits).filter(|_| scale > 1.0))?;
    let value = (value * scale).round();
    (value < 1e12).then_some(Core { end, low: value as u64, high: value as u64, class: NumberClass::Number })
}

/// Digits with groups of three.
pub(super) fn plain(digits: &str) -> Option<u64> {
    let mut groups = digits.split(',');
    let first = groups.next()?;
    let grouped = groups.all(|g| g.len() == 3 && g.bytes().all(|b| b.is_ascii_digit()));
    let fits = first.bytes().all(|b| b.is_ascii_digit()) && !first.is_empty() && (digits == first || first.len() <= 3);
    (grouped && fits).then(|| digits.replace(',', "").parse().ok())?
}

/// "6-8", "2-3,000": a lower and a higher number of one size.
fn between(at: usize, low: u64, high: u64) -> Option<Core> {
    let one = |n: u64| Core { end: at + 1, low: n, high: n, class: NumberClass::Number };
    let core = range(one(low), one(high))?;
    (core.low < core.high && core.high <= core.low.saturating_mul(10)).then_some(core)
}

/// "10-to-15", "ten-to-fifteen".
pub(super) fn hyphened(key: &str, at: usize) -> Option<Core> {
    let (low, high) = key.split_once("-to-")?;
    let value = |word: &str| plain(word).or_else(|| number_word(word).map(|(n, _)| n));
    between(at, value(low)?, value(high)?)
}

/// "12 000", "1 200 000": groups of three with spaces, as ISO and much of Africa and Europe write them. Not "on May 3 200 people".
fn spaced(text: &Text, tagged: &Tagged, at: usize) -> Option<Core> {
    let group = |i: usize| {
        let token = text.tokens.get(i).filter(|t| t.kind == TokenKind::Number)?;
        let gap = &text.source[text.tokens[i - 1].end..token.start];
        let digits = Some(text.word(i)).filter(|w| w.len() == 3 && w.bytes().all(|b| b.is_ascii_digit()))?;
        (gap.chars().count() == 1 && gap != "\n").then(|| digits.parse::<u64>().ok())?
    };
    let first = Some(text.word(at)).filter(|w| w.len() <= 3 && !w.starts_with('0') && w.bytes().all(|b| b.is_ascii_digit()))?;
    let dated = at > 0 && calendar::names_month(tagged.key(at - 1));
    let (mut value, mut end) = (first.parse::<u64>().ok()?, at + 1);
    while let Some(next) = group(end).filter(|_| !dated) {
        (value, end) = (value * 1000 + next, end + 1);
    }
    (end > at + 1 && value < 1_000_000_000_000).then_some(Core { end, low: value, high: value, class: NumberClass::Number })
}

/// "2.800 people": groups of three with points, as much of Europe writes them.
fn thousands(digits: &str) -> Option<u64> {
    let fits = digits.contains('.') && !digits.contains(',') && !digits.starts_with('0');
    fits.then(|| plain(&digits.replace('.', ",")))?
}

fn decimal(digits: &str) -> Option<f64> {
    let (whole, part) = digits.split_once('.')?;
    let fits = !part.is_empty() && whole.bytes().chain(part.bytes()).all(|b| b.is_ascii_digit());
    fits.then(|| digits.parse().ok())?
}
