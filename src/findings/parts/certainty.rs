//! How sure a fact is, as a chip: solid for what the article states, outline for what a source claims, hatched for what
//! is feared, unverified or approximate. The label says the same in words.

use factbox::words::{self, labels, phrase};
use factbox_engine::report::Status;
use factbox_engine::scope::Scope;
use leptos::html::*;
use leptos::prelude::*;

/// Look of a chip.
#[derive(Debug, Clone, Copy)]
pub enum Look {
    /// Stated by the article.
    Solid,
    /// Claimed by a source.
    Outline,
    /// Inferred, feared or approximate.
    Hatched,
    /// Context, no degree of certainty.
    Quiet,
}

/// A short label in a given look.
pub fn chip(look: Look, label: impl Into<String>) -> AnyView {
    let class = match look {
        Look::Solid => "chip solid",
        Look::Outline => "chip outline",
        Look::Hatched => "chip hatched",
        Look::Quiet => "chip quiet",
    };
    span().class(class).child(label.into()).into_any()
}

/// Who says so, and how sure it is: "The article", "claimed by Ivan Petrenko", "not verified".
pub fn source(status: Status, name: Option<&str>) -> AnyView {
    let look = match status {
        Status::Reported | Status::Confirmed if name.is_none() => Look::Solid,
        Status::Reported | Status::Confirmed | Status::Claimed | Status::Denied => Look::Outline,
        Status::Unverified | Status::Feared => Look::Hatched,
    };
    let label = match (labels::status(status), name) {
        (None, None) => phrase::THE_ARTICLE.to_string(),
        _ => words::source(status, name),
    };
    chip(look, label)
}

/// The same where only what is not a plain statement is worth a word.
pub fn doubt(status: Status, name: Option<&str>) -> Option<AnyView> {
    (status != Status::Reported || name.is_some()).then(|| source(status, name))
}

/// Marks facts that are not the news itself.
pub fn context(scope: Scope) -> Option<AnyView> {
    labels::scope(scope).map(|label| chip(Look::Quiet, label))
}
