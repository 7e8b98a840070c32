//! Scope: whether a fact belongs to the news of the article or to its context.

use serde::{Deserialize, Serialize};

/// How a fact relates to what the article reports as its news.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The news itself.
    #[default]
    Current,
    /// An earlier event told as context.
    Background,
    /// A toll over a war, a year, a campaign.
    Cumulative,
    /// Feared, planned, predicted or hypothetical.
    Prospective,
}
