//! Negotiations.

use crate::parts::certainty::{Look, chip};
use crate::parts::fact::{leads, panel, why};
use factbox::facts;
use factbox::words::{dates, heading, labels, phrase};
use factbox_engine::report::{Report, Talks};
use leptos::html::*;
use leptos::prelude::*;

/// The talks; none where the article tells of none.
pub fn talks(report: &Report) -> Option<AnyView> {
    let rows: Vec<AnyView> = report.talks.iter().map(|t| row(report, t)).collect();
    (!rows.is_empty()).then(|| panel("panel talks", heading::TALKS, ul().child(rows)))
}

fn row(report: &Report, talks: &Talks) -> AnyView {
    let named = |ids: &[String]| -> Vec<String> {
        ids.iter().filter_map(|id| facts::actor_name(report, Some(id))).map(String::from).collect()
    };
    let line = |label: &'static str, text: String| {
        (!text.is_empty()).then(|| p().child((span().class("label").child(label), " ", bdi().child(text))))
    };
    let parties = named(&talks.parties);
    let title = if parties.is_empty() { heading::TALKS.to_string() } else { labels::list(&parties) };
    let venue = facts::place_name(report, talks.venue.as_deref()).unwrap_or_default().to_string();
    li().class("fact")
        .attr("data-fact", talks.id.clone())
        .attr("data-home", talks.id.clone())
        .child((
            leads(title),
            chip(Look::Quiet, labels::talks(talks.status)),
            line(phrase::VENUE, venue),
            talks.date.as_ref().and_then(|date| line(phrase::ON, dates::words_and_meaning(date))),
            line(phrase::MEDIATED_BY, labels::list(&named(&talks.mediators))),
            line(phrase::ABOUT, labels::list(&talks.about)),
            line(phrase::STICKING_POINTS, labels::list(&talks.sticking_points)),
            why(None, &talks.evidence),
        ))
        .into_any()
}
