//! Weapons launched, intercepted, striking and found.

use crate::parts::certainty;
use crate::parts::fact::{leads, long, panel, why};
use factbox::export::Panel;
use factbox::facts::Names;
use factbox::words::{self, labels, numbers};
use factbox_engine::report::{Munition, Report};
use leptos::html::*;
use leptos::prelude::*;

struct Row {
    munition: Munition,
    by: Option<String>,
    source: Option<String>,
    places: Vec<String>,
}

/// The weapons; none where the article names none.
pub fn weapons(report: &Report) -> Option<AnyView> {
    let names = Names::of(report);
    let named = |m: &Munition| Row {
        by: names.get(m.by.as_deref()),
        source: names.get(m.source.as_deref()),
        places: names.all(&m.places),
        munition: m.clone(),
    };
    let rows: Vec<Row> = report.munitions.iter().map(named).collect();
    (!rows.is_empty()).then(|| panel(Panel::Weapons, "panel weapons", ul().child(long(rows, row))))
}

fn row(row: &Row) -> AnyView {
    let munition = &row.munition;
    let one = munition.value.high == Some(1);
    let kind = labels::munition(munition.kind, one);
    let words = match &munition.name {
        Some(name) => numbers::of_things(&munition.value, &format!("{name} ({kind})")),
        None => numbers::of_things(&munition.value, kind),
    };
    let by = row.by.as_ref().map(|name| format!(" {}", words::by("", name).trim_start()));
    let did = format!("{}{}", labels::action(munition.action, one), by.unwrap_or_default());
    let places = (!row.places.is_empty()).then(|| span().class("where").child(row.places.join(", ")));
    li().class("fact")
        .attr("data-fact", munition.id.clone())
        .attr("data-home", munition.id.clone())
        .child((
            leads(strong().child(words)),
            " ",
            span().class("did").child(did),
            " ",
            places,
            " ",
            certainty::context(munition.scope),
            " ",
            certainty::doubt(munition.status, row.source.as_deref()),
            " ",
            why(Some(&munition.rule), &munition.evidence),
        ))
        .into_any()
}
