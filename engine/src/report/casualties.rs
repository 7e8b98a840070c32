//! Casualties: every count of people as a row, and totals by explicit arithmetic over rows.

use super::{Amount, Date, Span};
use crate::scope::Scope;
use serde::{Deserialize, Serialize};

/// The casualty part of a report.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Casualties {
    /// One row a kind, current scope only.
    pub totals: Vec<Total>,
    /// The ledger: every count of people that the text gives.
    pub counts: Vec<Count>,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Kind {
    Killed,
    Wounded,
    Missing,
    Captured,
    Kidnapped,
    Displaced,
    Evacuated,
    Rescued,
    Trapped,
    Arrested,
    Affected,
    /// Only where the text does not split killed from wounded.
    Casualties,
}

/// How sure the text is of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The writer states it, or a neutral source does.
    Reported,
    /// A party claims it.
    Claimed,
    /// A second source confirms it.
    Confirmed,
    /// Somebody denies it.
    Denied,
    /// The writer says that it could not be verified.
    Unverified,
    /// Feared, not known.
    Feared,
}

/// The total of one kind: a stated total that covers its parts, else the sum of the parts that do not
/// overlap, else the range of rival claims.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Total {
    /// What is counted.
    pub kind: Kind,
    /// The sum, with its bound by bound arithmetic.
    pub value: Amount,
    /// Ids of the counts that were added.
    pub counted: Vec<String>,
    /// Every count of this kind that was not added, and why.
    pub left_out: Vec<LeftOut>,
    /// True where the text itself states this total.
    pub stated: bool,
    /// True where named sources disagree on it.
    pub disputed: bool,
}

/// A count that a total leaves out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LeftOut {
    /// Id of the count.
    pub count: String,
    /// Why it was left out.
    pub because: Reason,
}

/// Why a count is left out of a total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Another row already includes it.
    Subset,
    /// Another row says the same.
    Repeat,
    /// A later figure replaces it.
    Superseded,
    /// It belongs to an earlier event.
    Background,
    /// It is a toll over a longer time.
    Cumulative,
    /// It is feared, planned or hypothetical.
    Prospective,
    /// It is denied.
    Denied,
    /// It has no number.
    Vague,
    /// It belongs to another event than the main one.
    OtherEvent,
    /// It is one of several rival figures, which the total gives as a range.
    Rival,
}

/// One count of people: a row of the ledger.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Count {
    /// `c1`, `c2`, …
    pub id: String,
    /// What is counted.
    pub kind: Kind,
    /// How many.
    pub value: Amount,
    /// Groups of victims: `civilians`, `children`, `soldiers`, `attackers`, …; empty where not said.
    pub victims: Vec<String>,
    /// The article's words for the people.
    pub who: String,
    /// Current, background, cumulative or prospective.
    pub scope: Scope,
    /// How sure the text is.
    pub status: Status,
    /// Id of the actor who says so; none where it is the writer.
    pub source: Option<String>,
    /// Id of the place that the text ties it to.
    pub place: Option<String>,
    /// Id of the event.
    pub event: Option<String>,
    /// When, where the text says so.
    pub date: Option<Date>,
    /// Id of the count that already includes this one.
    pub part_of: Option<String>,
    /// Id of the count that says the same.
    pub same_as: Option<String>,
    /// Id of the count that replaces this one.
    pub superseded_by: Option<String>,
    /// Name of the predicate or rule that found it.
    pub rule: String,
    /// Where the article says so.
    pub evidence: Vec<Span>,
}
