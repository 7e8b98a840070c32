//! The report: the one shape that the page, the command line, every export and the tests read.
//!
//! Names here are the JSON names of the data contract, schema `factbox.report/1`. Lists keep text order
//! unless said otherwise. An id is unique within a report and stable for the same input; its letter says
//! the list it lives in (`c` counts, `p` places, `e` events, `m` munitions, `d` damage, `a` actors,
//! `s` statements, `x` dates, `t` timeline, `k` talks, `g` terms).

mod actor;
mod amount;
mod casualties;
mod date;
mod event;
mod parts;
mod place;
pub mod wording;

pub use actor::{Act, Actor, ActorRole, ActorType, Form, Statement, Talks, TalksStatus};
pub use amount::{Amount, Bound};
pub use casualties::{Casualties, Count, Kind, LeftOut, Reason, Status, Total};
pub use date::{Date, DateMention, Precision, TimelineEntry, Timex, TimexType};
pub use event::{Action, Attacker, AttackerStanding, Category, Damage, Effect, Event, EventType, Munition, MunitionType};
pub use place::{Place, PlaceRole, PlaceType, Region};

use crate::scope::Scope;
use serde::{Deserialize, Serialize};

/// The name and version of the data contract.
pub const SCHEMA: &str = "factbox.report/1";

/// Everything that one article says, as plain data. An empty or hopeless text gives [`Report::default`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// The article itself: title, date, language, what was skipped.
    pub article: Article,
    /// Three to six plain sentences, each backed by facts.
    pub brief: Vec<BriefSentence>,
    /// Who, what, when, where, why and how of the main event.
    pub key_facts: Vec<KeyFact>,
    /// Attacks and disasters, in text order.
    pub events: Vec<Event>,
    /// The casualty ledger and its totals.
    pub casualties: Casualties,
    /// Every place that the text names.
    pub places: Vec<Place>,
    /// First-level regions hit or targeted, worst first.
    pub regions: Vec<Region>,
    /// Weapons launched, intercepted, found or striking.
    pub munitions: Vec<Munition>,
    /// Things damaged, destroyed, hit or cut off.
    pub damage: Vec<Damage>,
    /// Persons and bodies that act or speak.
    pub actors: Vec<Actor>,
    /// Who said what.
    pub statements: Vec<Statement>,
    /// Every time expression, resolved or not.
    pub dates: Vec<DateMention>,
    /// What happened and is planned, in time order.
    pub timeline: Vec<TimelineEntry>,
    /// Negotiations.
    pub talks: Vec<Talks>,
    /// Short explanations of terms that the text uses.
    pub terms: Vec<Term>,
    /// Where the article agrees or disagrees with itself, and what it does not say.
    pub checks: Vec<Check>,
}

impl Report {
    /// The event that is the news: the first current one.
    pub fn main_event(&self) -> Option<&Event> {
        self.events.iter().find(|e| e.scope == Scope::Current)
    }
}

impl Default for Report {
    fn default() -> Self {
        Report {
            schema: SCHEMA.to_string(),
            article: Article::default(),
            brief: Vec::new(),
            key_facts: Vec::new(),
            events: Vec::new(),
            casualties: Casualties::default(),
            places: Vec::new(),
            regions: Vec::new(),
            munitions: Vec::new(),
            damage: Vec::new(),
            actors: Vec::new(),
            statements: Vec::new(),
            dates: Vec::new(),
            timeline: Vec::new(),
            talks: Vec::new(),
            terms: Vec::new(),
            checks: Vec::new(),
        }
    }
}

/// A half-open range of the pasted text and the words that stand there, verbatim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// First byte (UTF-8), or first UTF-16 code unit where `article.offsets` says so.
    pub start: usize,
    /// One past the last byte or code unit.
    pub end: usize,
    /// The words of the article.
    pub text: String,
    /// True where the offsets count from the start of the title, which was given apart from the text.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_title: bool,
}

/// What is known of the article as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Article {
    /// The headline, where one was given.
    pub title: Option<String>,
    /// Day of publication, ISO 8601; relative dates are resolved against it.
    pub published: Option<String>,
    /// Where `published` comes from.
    pub published_from: PublishedFrom,
    /// Language of the text, BCP 47; `und` where too little stands there to tell.
    pub language: String,
    /// What `start` and `end` of every span count.
    pub offsets: Offsets,
    /// Number of sentences read.
    pub sentences: usize,
    /// Site furniture that is no news: newsletter lines, "Get in touch", read-more links.
    pub skipped: Vec<Span>,
}

impl Default for Article {
    fn default() -> Self {
        Article {
            title: None,
            published: None,
            published_from: PublishedFrom::None,
            language: "und".to_string(),
            offsets: Offsets::Utf8,
            sentences: 0,
            skipped: Vec::new(),
        }
    }
}

/// Where the day of publication was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PublishedFrom {
    /// Given by the caller.
    Given,
    /// Read from the text.
    Text,
    /// Unknown.
    None,
}

/// What the offsets of spans count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Offsets {
    /// UTF-8 bytes.
    #[default]
    #[serde(rename = "utf-8")]
    Utf8,
    /// UTF-16 code units, as JavaScript counts.
    #[serde(rename = "utf-16")]
    Utf16,
}

/// One sentence of the brief; it says nothing that no fact says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BriefSentence {
    /// The sentence.
    pub text: String,
    /// Ids of the facts it states.
    pub facts: Vec<String>,
    /// Where the article says so.
    pub evidence: Vec<Span>,
}

/// An answer to one of the reader's questions about the main event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeyFact {
    /// Which question.
    pub question: Question,
    /// The answer in a few words.
    pub answer: String,
    /// Ids of the facts it states.
    pub facts: Vec<String>,
    /// Where the article says so.
    pub evidence: Vec<Span>,
}

/// The questions that a news reader asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Question {
    Who,
    What,
    When,
    Where,
    Why,
    How,
}

/// A term of the built-in glossary that the text uses.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Term {
    /// `g1`, `g2`, …
    pub id: String,
    /// The term as the glossary writes it; `evidence` has the article's own writing.
    pub term: String,
    /// What it means, in one or two sentences of the glossary, not of the article.
    pub meaning: String,
    /// Where the article uses it first.
    pub evidence: Vec<Span>,
}

/// Something a careful reader should notice about the figures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Check {
    /// What was noticed.
    #[serde(rename = "type")]
    pub kind: CheckType,
    /// In words.
    pub text: String,
    /// Ids of the facts it is about.
    pub facts: Vec<String>,
    /// Where the article says so; empty only for `not_stated`.
    pub evidence: Vec<Span>,
}

/// The kinds of [`Check`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CheckType {
    /// Parts add up to the stated total.
    SumAgrees,
    /// Parts do not add up to the stated total.
    SumDisagrees,
    /// Named sources give different figures.
    SourcesDisagree,
    /// The headline gives another figure than the text.
    HeadlineDisagrees,
    /// The article says that the figure may rise, or its bound is open.
    MayRise,
    /// The article does not say.
    NotStated,
}
