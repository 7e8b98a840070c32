//! Things damaged, destroyed, hit or cut off.

use crate::parts::certainty;
use crate::parts::fact::{leads, long, panel, why};
use factbox::export::Panel;
use factbox::facts::Names;
use factbox::words::{labels, numbers};
use factbox_engine::report::{Damage, Report};
use leptos::html::*;
use leptos::prelude::*;

struct Row {
    damage: Damage,
    place: Option<String>,
    source: Option<String>,
}

/// The damage; none where the article tells none.
pub fn damage(report: &Report) -> Option<AnyView> {
    let names = Names::of(report);
    let named =
        |d: &Damage| Row { place: names.get(d.place.as_deref()), source: names.get(d.source.as_deref()), damage: d.clone() };
    let rows: Vec<Row> = report.damage.iter().map(named).collect();
    (!rows.is_empty()).then(|| panel(Panel::Damage, "panel damage", ul().child(long(rows, row))))
}

fn row(row: &Row) -> AnyView {
    let damage = &row.damage;
    let number = damage.value.as_ref().map(|value| (strong().child(numbers::words_and_bound(value)), " "));
    li().class("fact")
        .attr("data-fact", damage.id.clone())
        .attr("data-home", damage.id.clone())
        .child((
            leads((number, bdi().child(damage.target.clone()))),
            " ",
            span().class("did").child(labels::effect(damage.effect)),
            " ",
            row.place.clone().map(|name| span().class("where").child(name)),
            " ",
            span().class("category").child(labels::category(damage.category)),
            " ",
            certainty::context(damage.scope),
            " ",
            certainty::doubt(damage.status, row.source.as_deref()),
            " ",
            why(Some(&damage.rule), &damage.evidence),
        ))
        .into_any()
}
