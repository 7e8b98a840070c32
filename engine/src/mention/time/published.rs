//! The day of publication where the text itself tells it: a label, a line of its own, or a dateline.

use super::reader::Reader;
use super::words::{self, Class};
use crate::Day;
use crate::text::{Text, TokenKind, Tokens};
use std::cell::Cell;

/// How far from the head of the page a date can be the page's own, in tokens.
const HEAD: usize = 240;

/// How far from its foot, for labels only.
const FOOT: usize = 120;

/// Longest line that can be nothing but a date, in tokens: "By Ana Orlo, Norvia Post | Saturday 24 January 2026 | 10:30 GMT".
const DATE_LINE: usize = 22;

/// How far behind a label its date stands, in tokens.
const LABEL_REACH: usize = 6;

/// How far into its line a dateline has its date: "PORT ELM, Norvia, Jan. 24, 2026 (Agency) —".
const DATELINE_REACH: usize = 10;

/// Labels of the day of publication, best first.
const LABELS: &[&str] = &["published", "posted", "date", "issued", "updated", "modified"];

/// The day of publication that the text tells, and the tokens that tell it. Only a whole date counts: one without a year
/// names no day.
pub fn published_in(text: &Text) -> Option<(Day, Tokens)> {
    let first = text.tokens.partition_point(|t| t.start < text.body);
    let head = first..text.tokens.len().min(first + HEAD);
    let foot = head.end.max(text.tokens.len().saturating_sub(FOOT))..text.tokens.len();
    let labelled = lines(text, &head).chain(lines(text, &foot)).filter_map(|line| labelled(text, line));
    if let Some((_, day, tokens)) = labelled.min_by_key(|found| found.0) {
        return Some((day, tokens));
    }
    lines(text, &head).find_map(|line| date_line(text, &line).or_else(|| dateline(text, &line)))
}

/// The lines of a token range.
fn lines<'t>(text: &'t Text, range: &Tokens) -> impl Iterator<Item = Tokens> + 't {
    let end = range.end;
    let mut at = range.start;
    std::iter::from_fn(move || {
        let start = at;
        if start >= end {
            return None;
        }
        at = (start + 1..end).find(|&i| text.tokens[i].line_start).unwrap_or(end);
        Some(start..at)
    })
}

/// The whole date that begins at token `i` of a line.
fn date_at(text: &Text, line: &Tokens, i: usize) -> Option<(Day, Tokens)> {
    if !matches!(
        words::class(text, i),
        Class::Figure | Class::Month(_) | Class::MonthShort(_) | Class::Weekday(_) | Class::WeekdayShort(_)
    ) {
        return None;
    }
    let reader = Reader { text, published: None, anchor: None, start: line.start, end: line.end, depth: Cell::new(0) };
    let reading = reader.placed(i)?;
    let day = reading.when.filter(|w| !w.implied.year)?.single_day()?;
    Some((day, i..reading.end))
}

/// "Published 14 March 2025", "Last updated: Saturday, 24 January 2026", "Date: 2026-01-24": with the rank of its label.
fn labelled(text: &Text, line: Tokens) -> Option<(usize, Day, Tokens)> {
    for i in line.clone() {
        let word = text.word(i);
        let Some(rank) = LABELS.iter().position(|l| word.eq_ignore_ascii_case(l)) else { continue };
        // In running prose "published" is a verb; a label opens its line, or follows a mark or "Last", "First".
        let opens = i == line.start
            || text.tokens[i - 1].kind == TokenKind::Mark
            || ["last", "first", "originally"].iter().any(|w| text.word(i - 1).eq_ignore_ascii_case(w));
        if !opens {
            continue;
        }
        let found = (i + 1..line.end.min(i + 1 + LABEL_REACH)).find_map(|j| date_at(text, &line, j));
        if let Some((day, tokens)) = found {
            return Some((rank, day, tokens));
        }
    }
    None
}

/// A short line without a verb that holds one whole date.
fn date_line(text: &Text, line: &Tokens) -> Option<(Day, Tokens)> {
    let stop = text.word(line.end - 1);
    if line.len() > DATE_LINE || matches!(stop, "." | "!" | "?") && line.len() > 2 {
        return None;
    }
    let found = line.clone().find_map(|i| date_at(text, line, i))?;
    let prose = line.clone().filter(|i| !found.1.contains(i)).any(|i| {
        text.tokens[i].kind == TokenKind::Word
            && !text.tokens[i].capital
            && !matches!(text.word(i), "by" | "at" | "on" | "in" | "of" | "the" | "and" | "min" | "read" | "am" | "pm")
    });
    (!prose).then_some(found)
}

/// "PORT ELM, Norvia, Jan. 24, 2026 (Agency) —": capitals, the date, then a dash or a bracket.
fn dateline(text: &Text, line: &Tokens) -> Option<(Day, Tokens)> {
    if !text.tokens[line.start].all_caps {
        return None;
    }
    let reach = line.start + 1..line.end.min(line.start + DATELINE_REACH);
    let found = reach.clone().find_map(|i| date_at(text, line, i))?;
    // Nothing but a place stands before the date.
    let place = (line.start..found.1.start).all(|i| text.tokens[i].capital || text.tokens[i].kind == TokenKind::Mark);
    let closes = (found.1.end..line.end.min(found.1.end + 6)).any(|i| matches!(text.word(i), "—" | "–" | "-" | "--" | "(" | ":"));
    (place && closes).then_some(found)
}
