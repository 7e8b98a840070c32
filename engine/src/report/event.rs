//! Events, munitions and damage.

use super::{Amount, Date, Span, Status};
use crate::scope::Scope;
use serde::{Deserialize, Serialize};

/// One attack or disaster; a night with three cities struck is one event with three places.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event {
    /// `e1`, `e2`, …
    pub id: String,
    /// What happened.
    #[serde(rename = "type")]
    pub kind: EventType,
    /// Current or background.
    pub scope: Scope,
    /// Ids of places.
    pub places: Vec<String>,
    /// When.
    pub date: Option<Date>,
    /// Ids of the actors who did it or are said to have.
    pub actors: Vec<String>,
    /// The same with how sure the text is, and those who deny it.
    pub attackers: Vec<Attacker>,
    /// Ids of counts.
    pub counts: Vec<String>,
    /// Ids of munitions.
    pub munitions: Vec<String>,
    /// Ids of damage.
    pub damage: Vec<String>,
    /// Where the article says so.
    pub evidence: Vec<Span>,
}

/// Who did it, as the article has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Attacker {
    /// Id of the actor.
    pub actor: String,
    /// How sure the text is.
    pub standing: AttackerStanding,
    /// The words that name the attacker.
    pub evidence: Vec<Span>,
}

/// How sure the text is of an attacker, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AttackerStanding {
    /// The article states it.
    Stated,
    /// They say themselves that they did it.
    Claimed,
    /// Others say so.
    Accused,
    /// Suspected or alleged.
    Suspected,
    /// They deny it.
    Denied,
}

/// The kinds of [`Event`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum EventType {
    Airstrike,
    MissileStrike,
    DroneStrike,
    Shelling,
    Shooting,
    Bombing,
    Battle,
    Abduction,
    Earthquake,
    Flood,
    Storm,
    Fire,
    Landslide,
    Crash,
    Explosion,
    Other,
}

/// Weapons of one kind in one action.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Munition {
    /// `m1`, `m2`, …
    pub id: String,
    /// Class of weapon.
    #[serde(rename = "type")]
    pub kind: MunitionType,
    /// Proper name: Oreshnik, Shahed, …
    pub name: Option<String>,
    /// What was done with it.
    pub action: Action,
    /// How many.
    pub value: Amount,
    /// Id of the actor who did it.
    pub by: Option<String>,
    /// Current, background, cumulative or prospective.
    pub scope: Scope,
    /// How sure the text is.
    pub status: Status,
    /// Id of the actor who says so.
    pub source: Option<String>,
    /// Ids of places struck or aimed at.
    pub places: Vec<String>,
    /// Name of the predicate or rule that found it.
    pub rule: String,
    /// Where the article says so.
    pub evidence: Vec<Span>,
}

/// Class of weapon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum MunitionType {
    Drone,
    Missile,
    BallisticMissile,
    CruiseMissile,
    Rocket,
    Bomb,
    Shell,
    Mine,
    Gun,
    Explosive,
    Knife,
    Vehicle,
    Other,
}

/// What was done with a munition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Action {
    Launched,
    Intercepted,
    Hit,
    Found,
}

/// A thing or service harmed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Damage {
    /// `d1`, `d2`, …
    pub id: String,
    /// Head noun phrase as written, without article or number.
    pub target: String,
    /// What it is for.
    pub category: Category,
    /// What happened to it.
    pub effect: Effect,
    /// How many, where the text says so.
    pub value: Option<Amount>,
    /// How long it was cut off, ISO 8601: `PT6H`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<String>,
    /// Id of the place.
    pub place: Option<String>,
    /// Current, background, cumulative or prospective.
    pub scope: Scope,
    /// How sure the text is.
    pub status: Status,
    /// Id of the actor who says so.
    pub source: Option<String>,
    /// Name of the predicate or rule that found it.
    pub rule: String,
    /// Where the article says so.
    pub evidence: Vec<Span>,
}

/// What a damaged thing is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Category {
    Health,
    Education,
    Residential,
    Energy,
    Transport,
    Water,
    Religious,
    Cultural,
    Government,
    Military,
    Industry,
    Media,
    Aid,
    Commercial,
    Agriculture,
    Other,
}

/// What happened to a damaged thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Effect {
    Destroyed,
    Damaged,
    Hit,
    CutOff,
    Targeted,
}
