//! The article cut into paragraphs and atomic segments: where findings overlap, each stretch of text knows all of them.

use crate::facts::{Finding, Topic, findings};
use crate::ordered::order_by;
use factbox_engine::report::{Report, Span};
use std::collections::BTreeSet;
use std::ops::Range;

/// A paragraph of the article: its segments follow each other without a gap.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    /// Its segments, in text order.
    pub segments: Vec<Segment>,
    /// True where all of it is site furniture, no news.
    pub skipped: bool,
}

/// A stretch of text about which the same findings speak.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// Bytes of the article.
    pub range: Range<usize>,
    /// Keys of the findings that cover it, the most telling topic first; empty where none does.
    pub keys: Vec<String>,
    /// The most telling topic; none where `keys` is empty.
    pub topic: Option<Topic>,
    /// True where a finding other than [`Topic::Passage`] begins here.
    pub opens: bool,
}

/// Cuts the article at line ends and at the edges of findings. A finding whose span does not stand in `text` word for
/// word is left out: a mark in the wrong place is worse than none.
pub fn paragraphs(text: &str, report: &Report) -> Vec<Paragraph> {
    let found = findings(report);
    let spans = placed(text, &found);
    let mut edges: Vec<(usize, bool, usize)> = Vec::with_capacity(spans.len() * 2);
    for (i, (_, range)) in spans.iter().enumerate() {
        edges.push((range.start, true, i));
        edges.push((range.end, false, i));
    }
    edges.sort_unstable();
    let mut open: BTreeSet<usize> = BTreeSet::new();
    let mut next = 0;
    let mut out = Vec::new();
    for line in lines(text) {
        let mut segments = Vec::new();
        let mut at = line.start;
        while at < line.end {
            while next < edges.len() && edges[next].0 <= at {
                let (_, opens, i) = edges[next];
                if opens {
                    open.insert(i)
                } else {
                    open.remove(&i)
                };
                next += 1;
            }
            let end = edges.get(next).map_or(line.end, |e| e.0.min(line.end));
            segments.push(segment(at..end, &open, &spans, &found));
            at = end;
        }
        let covered = |s: &Span| !s.in_title && s.start <= line.start && s.end >= line.end;
        let skipped = report.article.skipped.iter().any(covered);
        out.push(Paragraph { segments, skipped });
    }
    out
}

/// What the page draws of an article at a time: every mark, and every line that the browser breaks, costs the reader time.
const PARAGRAPHS_A_SHEET: usize = 300;
const SEGMENTS_A_SHEET: usize = 2_000;
const BYTES_A_SHEET: usize = 200_000;

/// The paragraphs of an article by the sheet, each small enough to be drawn at once; a paragraph that is too long for one
/// goes on in the next. One sheet for any usual article; none without a paragraph.
pub fn sheets(text: &str, paragraphs: Vec<Paragraph>) -> Vec<Vec<Paragraph>> {
    let mut sheets: Vec<Vec<Paragraph>> = Vec::new();
    let (mut segments, mut bytes) = (SEGMENTS_A_SHEET, BYTES_A_SHEET);
    for Paragraph { segments: all, skipped } in paragraphs {
        let mut begun = false;
        for mut segment in all {
            loop {
                let full = segments == SEGMENTS_A_SHEET || bytes >= BYTES_A_SHEET;
                if full || sheets.last().is_some_and(|sheet| !begun && sheet.len() == PARAGRAPHS_A_SHEET) {
                    sheets.push(Vec::new());
                    (segments, bytes, begun) = (0, 0, false);
                }
                let Some(sheet) = sheets.last_mut() else { break };
                if !begun {
                    sheet.push(Paragraph { segments: Vec::new(), skipped });
                    begun = true;
                }
                let Some(paragraph) = sheet.last_mut() else { break };
                let limit = segment.range.end.min(segment.range.start + BYTES_A_SHEET - bytes);
                let end = (limit..=segment.range.end).find(|&end| text.is_char_boundary(end)).unwrap_or(segment.range.end);
                let rest = Segment { range: end..segment.range.end, opens: false, ..segment.clone() };
                segment.range.end = end;
                bytes = if rest.range.is_empty() { bytes + segment.range.len() } else { BYTES_A_SHEET };
                segments += 1;
                paragraph.segments.push(segment);
                if rest.range.is_empty() {
                    break;
                }
                segment = rest;
            }
        }
    }
    sheets
}

/// Findings' spans that stand in the text, with the index of their finding.
fn placed(text: &str, found: &[Finding]) -> Vec<(usize, Range<usize>)> {
    let of = |(i, f): (usize, &Finding)| -> Vec<(usize, Range<usize>)> {
        f.evidence.iter().filter(|s| stands(text, s)).map(|s| (i, s.start..s.end)).collect()
    };
    found.iter().enumerate().flat_map(of).collect()
}

/// True where a span's words stand in the article at its place.
pub(crate) fn stands(text: &str, span: &Span) -> bool {
    !span.in_title && !span.text.is_empty() && text.get(span.start..span.end) == Some(&span.text)
}

/// Byte ranges of the lines that are not blank, without the white space around them.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split_inclusive('\n')
        .scan(0, |at, line| {
            let start = *at;
            *at += line.len();
            let lead = line.len() - line.trim_start().len();
            Some(start + lead..start + lead + line.trim().len())
        })
        .filter(|line| !line.is_empty())
}

fn segment(range: Range<usize>, open: &BTreeSet<usize>, spans: &[(usize, Range<usize>)], found: &[Finding]) -> Segment {
    let mut covering: Vec<usize> = open.iter().map(|&i| spans[i].0).collect();
    order_by(&mut covering, |&f| f);
    covering.dedup();
    order_by(&mut covering, |&f| std::cmp::Reverse(found[f].topic));
    let opens = open.iter().any(|&i| spans[i].1.start == range.start && found[spans[i].0].topic != Topic::Passage);
    Segment {
        range,
        topic: covering.first().map(|&f| found[f].topic),
        keys: covering.iter().map(|&f| found[f].key()).collect(),
        opens,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use factbox_engine::report::{BriefSentence, Date, DateMention, Precision};

    fn span(text: &str, words: &str) -> Span {
        let start = text.find(words).expect("the words stand in the text");
        Span { start, end: start + words.len(), text: words.to_string(), in_title: false }
    }

    fn report(text: &str, brief: &[&str], dates: &[&str]) -> Report {
        let date = |words: &str| Date {
            value: None,
            precision: Precision::Day,
            from: None,
            to: None,
            text: words.into(),
            implied: vec![],
            duration: None,
            every: None,
        };
        Report {
            brief: brief
                .iter()
                .map(|w| BriefSentence { text: w.to_string(), facts: vec![], evidence: vec![span(text, w)] })
                .collect(),
            dates: dates
                .iter()
                .enumerate()
                .map(|(i, w)| DateMention {
                    id: format!("x{}", i + 1),
                    date: date(w),
                    timex: None,
                    evidence: vec![span(text, w)],
                })
                .collect(),
            ..Report::default()
        }
    }

    fn drawn<'a>(text: &'a str, report: &Report) -> Vec<Vec<(&'a str, String)>> {
        let cut = |s: &Segment| (&text[s.range.clone()], s.keys.join(" "));
        paragraphs(text, report).iter().map(|p| p.segments.iter().map(cut).collect()).collect()
    }

    #[test]
    fn overlapping_findings_are_cut_into_segments_that_know_all_of_them() {
        let text = "Two died on Friday night in Brod.";
        let got = drawn(text, &report(text, &["died on Friday"], &["Friday night"]));
        let want =
            vec![vec![("Two ", ""), ("died on ", "brief-0"), ("Friday", "x1 brief-0"), (" night", "x1"), (" in Brod.", "")]];
        assert_eq!(
            got,
            want.into_iter().map(|l| l.into_iter().map(|(a, b)| (a, b.to_string())).collect()).collect::<Vec<Vec<_>>>()
        );
    }

    #[test]
    fn a_finding_over_two_lines_is_marked_in_both() {
        let text = "  It began on Friday.\n\nIt went on.  ";
        let got = drawn(text, &report(text, &["Friday.\n\nIt went"], &[]));
        assert_eq!(got.len(), 2);
        assert_eq!(got[0][1], ("Friday.", "brief-0".to_string()));
        assert_eq!(got[1][0], ("It went", "brief-0".to_string()));
        assert_eq!(got[1][1], (" on.", String::new()));
    }

    #[test]
    fn marks_are_exact_between_emoji_and_other_scripts() {
        for text in ["🚑🚑 сьогодні у Сумах 🇺🇦", "قُتل сьогодні в مدينة", "e\u{301} сьогодні\r\nn\u{303}"]
        {
            let got = drawn(text, &report(text, &[], &["сьогодні"]));
            let marked: Vec<_> = got.iter().flatten().filter(|(_, keys)| keys == "x1").map(|(words, _)| *words).collect();
            assert_eq!(marked, ["сьогодні"], "{text}");
        }
    }

    #[test]
    fn spans_that_do_not_stand_in_the_text_are_left_out() {
        let text = "Дощ у Києві.";
        let mut r = report(text, &[], &["Києві"]);
        for (start, end) in [(1, 4), (0, 900), (7, 3), (0, 6)] {
            r.dates[0].evidence[0].start = start;
            r.dates[0].evidence[0].end = end;
            assert_eq!(drawn(text, &r), vec![vec![(text, String::new())]]);
        }
        r.dates[0].evidence = vec![Span { in_title: true, ..span(text, "Дощ") }];
        assert_eq!(drawn(text, &r), vec![vec![(text, String::new())]]);
    }

    #[test]
    fn the_segments_give_the_text_back() {
        let text = "One.\n\n Two  three four.\r\nFive";
        let r = report(text, &["Two  three", "three four", "four.\r\nFi"], &["three"]);
        let lines: Vec<String> = drawn(text, &r).iter().map(|l| l.iter().map(|s| s.0).collect()).collect();
        assert_eq!(lines, ["One.", "Two  three four.", "Five"]);
    }

    #[test]
    fn sheets_are_small_and_give_the_text_back() {
        let line = "Two died on Friday. ";
        let long = format!("é{}", "x".repeat(BYTES_A_SHEET * 2));
        for text in [line.repeat(SEGMENTS_A_SHEET), long, "One.\n".repeat(PARAGRAPHS_A_SHEET * 2 + 1), "One.\n\nTwo.".into()] {
            let mut r = report(&text, &[], &[]);
            let friday =
                |(at, words): (usize, &str)| Span { start: at, end: at + words.len(), text: words.into(), in_title: false };
            r.brief = vec![BriefSentence {
                evidence: text.match_indices("Friday").map(friday).collect(),
                text: text.clone(),
                facts: vec![],
            }];
            let whole = paragraphs(&text, &r);
            let sheets = sheets(&text, whole.clone());
            for sheet in &sheets {
                let segments = || sheet.iter().flat_map(|p| &p.segments);
                assert!(sheet.len() <= PARAGRAPHS_A_SHEET && segments().count() <= SEGMENTS_A_SHEET);
                assert!(segments().map(|s| s.range.len()).sum::<usize>() < BYTES_A_SHEET + 4, "but for the rest of a character");
            }
            let ranges =
                |all: &[Paragraph]| all.iter().flat_map(|p| &p.segments).map(|s| &text[s.range.clone()]).collect::<String>();
            assert_eq!(sheets.iter().map(|s| ranges(s)).collect::<String>(), ranges(&whole));
        }
        assert!(super::sheets("", Vec::new()).is_empty());
    }

    #[test]
    fn furniture_is_told_apart() {
        let text = "News.\nSign up here.";
        let mut r = Report::default();
        r.article.skipped = vec![span(text, "Sign up here.")];
        assert_eq!(paragraphs(text, &r).iter().map(|p| p.skipped).collect::<Vec<_>>(), [false, true]);
    }
}
