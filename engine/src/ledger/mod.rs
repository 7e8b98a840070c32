//! The ledger: counts of people as rows that know one another, and totals by explicit arithmetic over rows.

mod agree;
mod around;
mod bound;
mod died;
mod figure;
mod others;
mod relate;
mod repeat;
mod retold;
mod rival;
mod sides;
mod total;
mod within;

use crate::event::Findings;
use crate::event::reading::Reading;
use crate::report::{Kind, Reason};
use crate::text::Tokens;
pub use agree::Comparison;
pub use total::Sum;

/// How one count relates to the others. Indices are those of the findings' counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Relation {
    pub part_of: Option<usize>,
    pub same_as: Option<usize>,
    pub superseded_by: Option<usize>,
    /// Another source gives another number for the same people.
    pub rival_of: Option<usize>,
    /// The text calls it an earlier figure and gives no newer one.
    pub outdated: bool,
}

impl Relation {
    /// Nothing makes the row count less than whole.
    fn stands_alone(&self) -> bool {
        self.part_of.is_none() && self.same_as.is_none() && self.superseded_by.is_none()
    }
}

/// The balanced ledger.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    /// One for each count of the findings.
    pub relations: Vec<Relation>,
    /// The other passages that tell each count in the same words.
    pub passages: Vec<Vec<Tokens>>,
    /// Stated numbers beside what their parts add up to.
    pub comparisons: Vec<Comparison>,
    /// One for each kind that has a current count.
    pub totals: Vec<Sum>,
}

/// A count left out of a total, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Omission {
    pub count: usize,
    pub because: Reason,
}

/// Relates the counts, makes one row of exact repeats and adds the rows up.
pub fn balance(reading: Reading, findings: &mut Findings) -> Ledger {
    let mut relations = relate::relations(reading, findings);
    let passages = repeat::merge(reading, findings, &mut relations);
    let findings = &*findings;
    let mut kinds: Vec<Kind> = findings.counts.iter().map(|c| c.fact.kind).collect();
    kinds.sort();
    kinds.dedup();
    let mut ledger = Ledger { comparisons: agree::comparisons(findings, &relations), relations, passages, totals: Vec::new() };
    let mut totals: Vec<Sum> = Vec::new();
    for kind in kinds {
        // The dead come first: those whom no total holds leave no total of the wounded.
        let dead = totals.iter().find(|t| t.kind == Kind::Killed);
        let sum = total::sum(reading, findings, &ledger, kind, dead);
        totals.extend(sum);
    }
    // A text that splits its casualties tells their sum besides.
    let told = |totals: &[Sum], kind| totals.iter().any(|t| t.kind == kind && t.value.low > 0);
    if told(&totals, Kind::Killed) && told(&totals, Kind::Wounded) {
        totals.retain(|t| t.kind != Kind::Casualties);
    }
    ledger.totals = totals;
    ledger
}
