//! Dates: time expressions as ISO 8601, and the timeline.

use super::Span;
use crate::scope::Scope;
use serde::{Deserialize, Serialize};

/// A point or stretch of time, ISO 8601.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Date {
    /// Day `2026-01-23`, month `2022-02`, year `2022` or interval `a/b`; none when nothing anchors it.
    pub value: Option<String>,
    /// How fine the words are.
    pub precision: Precision,
    /// First day (or moment).
    pub from: Option<String>,
    /// Last day (or moment), inclusive.
    pub to: Option<String>,
    /// The article's words.
    pub text: String,
    /// Parts of `value` that the text does not say and that were taken from the day of publication or
    /// the context: `year`, `month`, `day`. The page draws them lighter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub implied: Vec<String>,
    /// Length of "four years" or "several hours": `P4Y`, `PTXH` with X for a number that is not told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<String>,
    /// Time from one to the next of "every Friday" or "twice a day": `P1W`, `P1D`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every: Option<String>,
}

/// How fine a [`Date`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Precision {
    Time,
    Day,
    PartOfDay,
    Week,
    Month,
    Season,
    Year,
}

/// Kind of a [`Timex`], as TIMEX3 names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs)]
pub enum TimexType {
    Date,
    Time,
    Duration,
    Set,
}

/// Type and value of a time expression as TIMEX3 of ISO-TimeML writes them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Timex {
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    #[serde(rename = "type")]
    pub kind: TimexType,
    /// `1999-W12`, `1998-Q3`, `199` for the 1990s, `P3D`, `T14:30`, `PAST_REF`.
    pub value: String,
}

/// A time expression of the text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DateMention {
    /// `x1`, `x2`, …
    pub id: String,
    /// What it means.
    #[serde(flatten)]
    pub date: Date,
    /// What it means as TIMEX3; none where that has no value for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timex: Option<Timex>,
    /// Where it stands.
    pub evidence: Vec<Span>,
}

/// A step of the timeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TimelineEntry {
    /// `t1`, `t2`, …
    pub id: String,
    /// When.
    pub date: Date,
    /// What, in a few words.
    pub text: String,
    /// Current, background or prospective.
    pub scope: Scope,
    /// Ids of the facts it is about.
    pub facts: Vec<String>,
    /// Where the article says so.
    pub evidence: Vec<Span>,
}

impl Date {
    /// It names a day, known or not, and no duration: "Friday", "3 May", "at dawn".
    pub fn names_day(&self) -> bool {
        self.value.is_some() || matches!(self.precision, Precision::Day | Precision::PartOfDay | Precision::Time)
    }
}
