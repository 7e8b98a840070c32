//! What happened and what is planned, in time order.

use crate::parts::certainty;
use crate::parts::fact::{leads, long, panel, why};
use factbox::export::Panel;
use factbox::words::phrase;
use factbox_engine::report::wording;
use factbox_engine::report::{Report, TimelineEntry};
use leptos::html::*;
use leptos::prelude::*;

/// The timeline; none where the article dates nothing.
pub fn timeline(report: &Report) -> Option<AnyView> {
    let entries = report.timeline.clone();
    (!entries.is_empty()).then(|| panel(Panel::Timeline, "panel timeline", ol().child(long(entries, entry))))
}

fn entry(entry: &TimelineEntry) -> AnyView {
    let class = if entry.date.implied.is_empty() { "when" } else { "when implied" };
    let keys: Vec<String> = std::iter::once(entry.id.clone()).chain(entry.facts.iter().cloned()).collect();
    li().class("fact")
        .attr("data-fact", keys.join(" "))
        .attr("data-home", entry.id.clone())
        .child((
            span().class(class).child(wording::words_and_meaning(&entry.date)),
            " ",
            leads(bdi().child(entry.text.clone())),
            certainty::context(entry.scope),
            why(Some(if entry.date.implied.is_empty() { phrase::DATED } else { phrase::DATED_FROM }), &entry.evidence),
        ))
        .into_any()
}
