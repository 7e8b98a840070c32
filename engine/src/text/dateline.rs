//! Datelines: "NORVIA, Jan 24 (Agency) —", the place where a story was filed, which need not be where it happened.

use super::{Token, TokenKind, Tokens};

/// Longest dateline in tokens.
const LONGEST: usize = 24;

/// Words in capitals before a colon or dash that label the story and name no place.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "BREAKING", "UPDATE", "UPDATED", "LIVE", "WATCH", "EXCLUSIVE", "ANALYSIS", "OPINION", "EXPLAINER", "EXPLAINED", "FACTBOX",
    "VIDEO", "VIDEOS", "PHOTO", "PHOTOS", "CORRECTION", "CORRECTED", "ALERT", "URGENT", "NEWS", "LATEST", "DEVELOPING", "JUST",
    "SPECIAL", "REPORT", "FLASH", "MORE", "READ", "RELATED", "TIMELINE", "PROFILE", "REACTION", "KEY", "TOP", "TOLL", "WAR",
    "DEAD", "KILLED", "INJURED", "MISSING", "WOUNDED", "NOTE", "TL;DR", "Q&A", "FAQ", "SITREP", "HIGHLIGHTS", "BACKGROUND",
    "CONTEXT", "OVERVIEW", "SUMMARY", "SITUATION", "RESPONSE", "NEEDS", "CASUALTIES", "DAMAGE",
];

const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Datelines at the starts of `lines` of the body, each up to and with its dash or colon.
pub(super) fn find(source: &str, body: usize, tokens: &[Token], lines: &[Tokens]) -> Vec<Tokens> {
    let body_lines = lines.iter().filter(|l| tokens[l.start].start >= body);
    body_lines.filter_map(|line| dateline(source, tokens, line).map(|end| line.start..end)).collect()
}

/// What stands before the dash.
#[derive(Default)]
struct Shape {
    /// Words in capitals before the first comma or bracket, and those that are not.
    capitals: usize,
    others: usize,
    comma: bool,
    brackets: bool,
    /// A month or a figure of two or four digits stands after the place.
    dated: bool,
    words: usize,
}

/// The token after the dateline that opens `line`, where one does.
fn dateline(source: &str, tokens: &[Token], line: &Tokens) -> Option<usize> {
    let word = |i: usize| &source[tokens[i].start..tokens[i].end];
    let mut shape = Shape::default();
    // "(Norvia, March 3, 2026) – ": the whole dateline in brackets.
    let bracketed = word(line.start) == "(";
    let mut i = line.start + usize::from(bracketed);
    let limit = line.end.min(line.start + LONGEST);
    while i < limit {
        let token = &tokens[i];
        match word(i) {
            "—" | "–" | "-" | "―" | ":" => break,
            "," => shape.comma = true,
            "/" | "." | "’" | "'" | "&" | ";" => {}
            ")" if bracketed => {}
            "(" => {
                shape.brackets = true;
                i = (i..limit).find(|&k| word(k) == ")")?;
            }
            w if token.kind == TokenKind::Word || w.ends_with('.') => {
                let in_place = !shape.comma && !shape.brackets;
                shape.words += 1;
                let lower = w.to_lowercase();
                shape.dated |= !in_place && MONTHS.iter().any(|m| lower.starts_with(m));
                if LABELS.contains(&w) || !(token.capital || matches!(w, "de" | "del" | "of" | "al-" | "and" | "la" | "el")) {
                    return None;
                }
                if in_place {
                    shape.capitals += usize::from(token.all_caps);
                    shape.others += usize::from(!token.all_caps);
                }
            }
            _ if token.kind == TokenKind::Number && shape.comma => shape.dated = true,
            _ => return None,
        }
        i += 1;
    }
    let mut end = i + 1;
    while end < limit && word(end) == "-" {
        end += 1;
    }
    // Behind the dash the story begins; a headline all in capitals is no story.
    let colon = i < limit && word(i) == ":";
    let story = tokens.get(end).filter(|_| i < limit && end < line.end && shape.words > 0)?;
    if story.kind == TokenKind::Mark && !matches!(word(end), "‘" | "“" | "\"" | "'" | "«" | "…" | "$" | "£" | "€") {
        return None;
    }
    if story.all_caps && tokens.get(end + 1).is_some_and(|t| end + 1 < line.end && t.all_caps) {
        return None;
    }
    let in_capitals = shape.capitals > 0 && shape.others == 0 && shape.words <= LONGEST / 2;
    let known = if colon {
        (in_capitals && shape.words <= 4) || (shape.dated && (shape.comma || bracketed))
    } else {
        in_capitals
            || (shape.brackets && shape.words <= 8)
            || (shape.comma && (shape.dated || (shape.words <= 4 && story.capital)))
    };
    known.then_some(end)
}

#[cfg(test)]
mod tests {
    use crate::text::Text;

    fn dateline(source: &str) -> Option<String> {
        let text = Text::new(Some("A title: not a dateline"), source);
        text.datelines.first().map(|d| text.words(d).to_string())
    }

    #[test]
    fn datelines_are_marked_up_to_their_dash() {
        for (mark, rest) in [
            ("NORVIA CITY, Nov 12 (Altis Press) -", "A quake shook the west."),
            ("KELM/ORLO —", "Jets struck the port."),
            ("KELM, Norvia (AP) —", "Two people died."),
            ("Kelm (AFP) –", "Two people died."),
            ("Kelm, Norvia —", "Two people died."),
            ("Kelm, 24 January 2026 –", "The agency is alarmed."),
            ("(Kelm, March 3, 2026) –", "The army must answer."),
            ("PORT-AU-ORLO, Aug. 3 --", "Boats sank."),
            ("KELM:", "Two people died."),
            ("WASHINGTON, D.C. —", "Two envoys met."),
        ] {
            assert_eq!(dateline(&format!("{mark} {rest}")).as_deref(), Some(mark));
        }
    }

    #[test]
    fn a_dateline_stays_in_its_sentence() {
        let text = Text::new(None, "KELM, Jan. 24 (AP) — Two people died. Rain fell.");
        assert_eq!(text.sentences.len(), 2);
        assert_eq!(text.sentences[0].tokens.start, text.datelines[0].start);
    }

    #[test]
    fn other_openings_are_none() {
        for line in [
            "BREAKING: Two killed in Kelm",
            "KELM - TWO KILLED IN STRIKE",
            "Two men, both from Kelm — a baker and his son — died.",
            "Kelm – the second city – was dark.",
            "Amal Orlo, mayor — She was there.",
            "Rescuers in Kelm: We heard voices.",
            "UPDATE 2 - Two killed in Kelm",
            "He said: Two died.",
            "12 Jan: Two died.",
            "—",
        ] {
            assert_eq!(dateline(line), None, "{line}");
        }
    }
}
