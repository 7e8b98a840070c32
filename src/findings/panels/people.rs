//! People and bodies, and the terms that the article uses.

use crate::parts::fact::{leads, long, panel, why};
use factbox::export::Panel;
use factbox::words::{self, labels, phrase};
use factbox_engine::report::{Actor, Report, Term};
use leptos::html::*;
use leptos::prelude::*;

/// Who acts and speaks; none where nobody is named.
pub fn people(report: &Report) -> Option<AnyView> {
    let actors = report.actors.clone();
    (!actors.is_empty()).then(|| panel(Panel::People, "panel people", ul().child(long(actors, actor))))
}

fn actor(actor: &Actor) -> AnyView {
    let description = actor.description.clone().unwrap_or_else(|| labels::actor(actor.kind).to_string());
    let roles: Vec<&str> = actor.role.iter().map(|role| labels::actor_role(*role)).collect();
    let roles = (!roles.is_empty()).then(|| span().class("aside").child(labels::list(&roles)));
    li().class("fact")
        .attr("data-fact", actor.id.clone())
        .attr("data-home", actor.id.clone())
        .child((
            leads(bdi().child(actor.name.clone())),
            " ",
            span().class("description").child(description),
            " ",
            roles,
            why(Some(phrase::NAMED), &actor.evidence),
        ))
        .into_any()
}

/// Cards that explain the article's terms; none where the glossary knows none of them.
pub fn terms(report: &Report) -> Option<AnyView> {
    let card = |term: &Term| {
        let here = term.evidence.first().and_then(|span| words::written_here(&term.term, &span.text));
        let here = here.map(|here| bdi().class("aside").child(here));
        div()
            .class("fact")
            .attr("data-fact", term.id.clone())
            .attr("data-home", term.id.clone())
            .child((dt().child((leads(term.term.clone()), " ", here)), dd().child(term.meaning.clone())))
    };
    let cards: Vec<_> = report.terms.iter().map(card).collect();
    let content = (dl().child(cards), p().class("aside").child(phrase::TERMS_NOTE));
    (!report.terms.is_empty()).then(|| panel(Panel::Terms, "panel terms", content))
}
