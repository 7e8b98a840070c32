//! Actors, what they say, and their talks.

use super::{Date, Span};
use serde::{Deserialize, Serialize};

/// A person or body that acts or speaks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Actor {
    /// `a1`, `a2`, …
    pub id: String,
    /// Canonical name.
    pub name: String,
    /// Spellings of the article.
    pub written: Vec<String>,
    /// Person, government, military, …
    #[serde(rename = "type")]
    pub kind: ActorType,
    /// Who that is, as the text or the table of actors says.
    pub description: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// What the actor does in the article.
    pub role: Vec<ActorRole>,
    /// Every mention.
    pub evidence: Vec<Span>,
}

/// The kinds of [`Actor`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum ActorType {
    Person,
    Government,
    Military,
    Group,
    Organisation,
    Media,
    People,
}

/// What an [`Actor`] does in the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum ActorRole {
    Attacker,
    Victim,
    Speaker,
    Mediator,
    Party,
}

/// Something said, by whom and where.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Statement {
    /// `s1`, `s2`, …
    pub id: String,
    /// Id of the actor who speaks.
    pub speaker: Option<String>,
    /// X, Telegram, state television, …
    pub channel: Option<String>,
    /// In quotation marks, in the writer's words, or both.
    pub form: Form,
    /// What kind of saying.
    pub act: Act,
    /// What is said, verbatim.
    pub text: String,
    /// Where it stands.
    pub evidence: Vec<Span>,
}

/// Form of a [`Statement`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Form {
    Direct,
    Indirect,
    Mixed,
}

/// What kind of saying a [`Statement`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Act {
    Says,
    Accuses,
    Claims,
    Denies,
    Confirms,
    Warns,
    Promises,
    Demands,
    Condemns,
}

/// A negotiation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Talks {
    /// `k1`, `k2`, …
    pub id: String,
    /// Ids of the parties.
    pub parties: Vec<String>,
    /// Ids of the mediators.
    pub mediators: Vec<String>,
    /// Id of the place.
    pub venue: Option<String>,
    /// When.
    pub date: Option<Date>,
    /// Planned, under way, ended or stalled.
    pub status: TalksStatus,
    /// What they are about.
    pub about: Vec<String>,
    /// What keeps the parties apart.
    pub sticking_points: Vec<String>,
    /// Where the article says so.
    pub evidence: Vec<Span>,
}

/// Where [`Talks`] stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum TalksStatus {
    Planned,
    UnderWay,
    Ended,
    Stalled,
}
