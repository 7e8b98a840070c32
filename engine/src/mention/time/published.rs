//! The day of publication where the text itself tells it: a label, a line of its own, or a dateline.

use super::reader::Reader;
use super::words::{self, Class};
use crate::Day;
use crate::text::{Text, TokenKind, Tokens};

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

/// How far behind the date of a dateline its dash or bracket stands.
const DATELINE_CLOSE: usize = 6;

/// Labels of the day of publication, best first.
const LABELS: &[&str] = &["published", "posted", "date", "issued", "updated", "modified"];

/// Lower-case words that a date line can hold: "by Ana Orlo at 10:30 am on 3 June 2025, 4 min read".
const DATE_LINE_WORDS: &[&str] = &["a.m.", "am", "and", "at", "by", "for", "in", "min", "of", "on", "p.m.", "pm", "read", "the"];

/// The day of publication that the text tells, and the tokens that tell it. Only a whole date counts: one without a year
/// names no day, and two rival dates tell nothing.
pub fn published_in(text: &Text) -> Option<(Day, Tokens)> {
    let first = text.tokens.partition_point(|t| t.start < text.body);
    let head = first..text.tokens.len().min(first + HEAD);
    let foot = head.end.max(text.tokens.len().saturating_sub(FOOT))..text.tokens.len();
    let page = Page { text, classes: words::classes(text, head.clone().chain(foot.clone())) };
    let labelled = page.lines(&head).chain(page.lines(&foot)).filter_map(|line| page.labelled(line));
    if let Some((_, day, tokens)) = labelled.min_by_key(|found| found.0) {
        return Some((day, tokens));
    }
    if let Some(found) = page.lines(&head).find_map(|line| page.dateline(&line)) {
        return Some(found);
    }
    let mut lines = page.lines(&head).filter_map(|line| page.date_line(&line));
    let found = lines.next()?;
    lines.all(|other| other.0 == found.0).then_some(found)
}

/// The text and the classes of the tokens of its head and foot.
struct Page<'t> {
    text: &'t Text,
    classes: Vec<Class>,
}

impl Page<'_> {
    /// The lines of a token range.
    fn lines(&self, range: &Tokens) -> impl Iterator<Item = Tokens> {
        let end = range.end;
        let mut at = range.start;
        std::iter::from_fn(move || {
            let start = at;
            if start >= end {
                return None;
            }
            at = (start + 1..end).find(|&i| self.text.tokens[i].line_start).unwrap_or(end);
            Some(start..at)
        })
    }

    /// The whole date that begins at token `i` of a line.
    fn date_at(&self, line: &Tokens, i: usize) -> Option<(Day, Tokens)> {
        use Class::{Figure, Month, MonthShort, Weekday, WeekdayShort};
        if !matches!(self.classes[i], Figure | Month(_) | MonthShort(_) | Weekday(_) | WeekdayShort(_)) {
            return None;
        }
        let reading = Reader::new(self.text, &self.classes, line.clone(), None).placed(i)?;
        let day = reading.when.filter(|w| !w.implied.year)?.single_day()?;
        Some((day, i..reading.end))
    }

    /// "Published 14 March 2025", "Last updated: Saturday, 24 January 2026", "Date: 2026-01-24": with the rank of its label.
    fn labelled(&self, line: Tokens) -> Option<(usize, Day, Tokens)> {
        let text = self.text;
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
            let found = (i + 1..line.end.min(i + 1 + LABEL_REACH)).find_map(|j| self.date_at(&line, j));
            if let Some((day, tokens)) = found {
                return Some((rank, day, tokens));
            }
        }
        None
    }

    /// A short line without a verb that holds one whole date, at its start or behind a mark or a clock.
    fn date_line(&self, line: &Tokens) -> Option<(Day, Tokens)> {
        let text = self.text;
        if line.len() > DATE_LINE || (matches!(text.word(line.end - 1), "." | "!" | "?") && line.len() > 2) {
            return None;
        }
        let found = line.clone().find_map(|i| self.date_at(line, i))?;
        let apart =
            found.1.start == line.start || !matches!(text.tokens[found.1.start - 1].kind, TokenKind::Word | TokenKind::Clitic);
        let prose = line.clone().filter(|i| !found.1.contains(i)).any(|i| {
            let token = &text.tokens[i];
            token.kind == TokenKind::Word && !token.capital && !DATE_LINE_WORDS.contains(&text.word(i))
        });
        (apart && !prose).then_some(found)
    }

    /// "PORT ELM, Norvia, Jan. 24, 2026 (Agency) —": capitals, the date, then a dash or a bracket.
    fn dateline(&self, line: &Tokens) -> Option<(Day, Tokens)> {
        let text = self.text;
        if !text.tokens[line.start].all_caps {
            return None;
        }
        let mut reach = line.start + 1..line.end.min(line.start + DATELINE_REACH);
        let found = reach.find_map(|i| self.date_at(line, i))?;
        // Nothing but a place stands before the date.
        let place = (line.start..found.1.start).all(|i| text.tokens[i].capital || text.tokens[i].kind == TokenKind::Mark);
        let behind = found.1.end..line.end.min(found.1.end + DATELINE_CLOSE);
        let closes = behind.into_iter().any(|i| matches!(text.word(i), "—" | "–" | "-" | "--" | "(" | ":"));
        (place && closes).then_some(found)
    }
}
