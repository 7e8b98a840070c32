//! The patterns of [`ROWS`], taken apart once.

use super::rows::{ROWS, Row};
use std::sync::OnceLock;

/// A row with its pattern in parts.
pub(super) struct Rule {
    pub(super) row: &'static Row,
    pub(super) parts: Vec<Part>,
}

/// One word of a pattern.
pub(super) struct Part {
    /// The choices.
    pub(super) words: Vec<&'static str>,
    pub(super) optional: bool,
    /// A mark is among the choices.
    pub(super) wants_mark: bool,
}

impl Part {
    fn new(part: &'static str) -> Part {
        let words: Vec<&str> = part.trim_end_matches('?').split('|').collect();
        Part { optional: part.ends_with('?'), wants_mark: words.iter().any(|w| is_mark(w)), words }
    }

    /// Some words may stand between what is before and what follows.
    pub(super) fn is_gap(&self) -> bool {
        self.words == ["…"]
    }
}

/// Every row, in order.
pub(super) fn rules() -> &'static [Rule] {
    static RULES: OnceLock<Vec<Rule>> = OnceLock::new();
    let parts = |row: &'static Row| row.pattern.split(' ').filter(|p| !p.is_empty()).map(Part::new).collect();
    RULES.get_or_init(|| ROWS.iter().map(|row| Rule { row, parts: parts(row) }).collect())
}

fn is_mark(part: &str) -> bool {
    matches!(part, ":" | "," | "-" | "©" | "&" | "/")
}
