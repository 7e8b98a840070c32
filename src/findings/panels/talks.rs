//! Negotiations.

use crate::parts::certainty::{Look, chip};
use crate::parts::fact::{leads, panel, why};
use factbox::export::Panel;
use factbox::facts::Names;
use factbox::words::{heading, labels, phrase};
use factbox_engine::report::wording;
use factbox_engine::report::{Report, Talks};
use leptos::html::*;
use leptos::prelude::*;

/// The talks; none where the article tells of none.
pub fn talks(report: &Report) -> Option<AnyView> {
    let names = Names::of(report);
    let rows: Vec<AnyView> = report.talks.iter().map(|t| row(&names, t)).collect();
    (!rows.is_empty()).then(|| panel(Panel::Talks, "panel talks", ul().child(rows)))
}

fn row(names: &Names, talks: &Talks) -> AnyView {
    let line = |label: &'static str, text: String| {
        (!text.is_empty()).then(|| p().child((span().class("label").child(label), " ", bdi().child(text))))
    };
    let parties = names.all(&talks.parties);
    let title = if parties.is_empty() { heading::TALKS.to_string() } else { labels::list(&parties) };
    let venue = names.get(talks.venue.as_deref()).unwrap_or_default();
    li().class("fact")
        .attr("data-fact", talks.id.clone())
        .attr("data-home", talks.id.clone())
        .child((
            leads(title),
            chip(Look::Quiet, labels::talks(talks.status)),
            line(phrase::VENUE, venue),
            talks.date.as_ref().and_then(|date| line(phrase::ON, wording::words_and_meaning(date))),
            line(phrase::MEDIATED_BY, labels::list(&names.all(&talks.mediators))),
            line(phrase::ABOUT, labels::list(&talks.about)),
            line(phrase::STICKING_POINTS, labels::list(&talks.sticking_points)),
            why(None, &talks.evidence),
        ))
        .into_any()
}
