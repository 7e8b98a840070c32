//! People and bodies, and the terms that the article uses.

use crate::parts::fact::{leads, long, panel};
use factbox::words::{heading, labels};
use factbox_engine::report::{Actor, Report, Term};
use leptos::html::*;
use leptos::prelude::*;

/// Who acts and speaks; none where nobody is named.
pub fn people(report: &Report) -> Option<AnyView> {
    let actors = report.actors.clone();
    (!actors.is_empty()).then(|| panel("panel people", heading::PEOPLE, ul().child(long(actors, actor))))
}

fn actor(actor: &Actor) -> AnyView {
    let description = actor.description.clone().unwrap_or_else(|| labels::actor(actor.kind).to_string());
    let roles: Vec<&str> = actor.role.iter().map(|role| labels::actor_role(*role)).collect();
    let roles = (!roles.is_empty()).then(|| span().class("aside").child(labels::list(&roles)));
    li().class("fact")
        .attr("data-fact", actor.id.clone())
        .attr("data-home", actor.id.clone())
        .child((leads(bdi().child(actor.name.clone())), " ", span().class("description").child(description), " ", roles))
        .into_any()
}

/// Short explanations; none where the glossary knows no term of the article.
pub fn terms(report: &Report) -> Option<AnyView> {
    let term = |term: &Term| {
        div()
            .class("fact")
            .attr("data-fact", term.id.clone())
            .attr("data-home", term.id.clone())
            .child((dt().child(leads(term.term.clone())), dd().child(term.meaning.clone())))
    };
    let terms: Vec<_> = report.terms.iter().map(term).collect();
    (!terms.is_empty()).then(|| panel("panel terms", heading::TERMS, dl().child(terms)))
}
