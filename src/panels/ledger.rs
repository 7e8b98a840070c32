//! The ledger: every count of people that the article gives, the news first, other scopes apart and smaller.

use crate::parts::certainty;
use crate::parts::fact::{leads, long, why};
use factbox::facts::Names;
use factbox::words::{column, heading, labels, numbers};
use factbox_engine::report::{Count, Report};
use factbox_engine::scope::Scope;
use leptos::html::*;
use leptos::prelude::*;

/// A row with the names that its ids stand for.
struct Row {
    count: Count,
    place: Option<String>,
    source: Option<String>,
}

/// The tables, one a scope; none where the article counts nobody.
pub fn ledger(report: &Report) -> AnyView {
    let tables = [
        (Scope::Current, heading::LEDGER, "ledger"),
        (Scope::Background, heading::LEDGER_BACKGROUND, "ledger apart"),
        (Scope::Cumulative, heading::LEDGER_CUMULATIVE, "ledger apart"),
        (Scope::Prospective, heading::LEDGER_PROSPECTIVE, "ledger apart"),
    ];
    tables.map(|(scope, title, class)| table_of(report, scope, title, class)).into_any()
}

fn table_of(report: &Report, scope: Scope, title: &'static str, class: &'static str) -> Option<AnyView> {
    let names = Names::of(report);
    let named =
        |c: &Count| Row { place: names.get(c.place.as_deref()), source: names.get(c.source.as_deref()), count: c.clone() };
    let rows: Vec<Row> = report.casualties.counts.iter().filter(|c| c.scope == scope).map(named).collect();
    if rows.is_empty() {
        return None;
    }
    let head = [column::KIND, column::NUMBER, column::WHO, column::WHERE, column::SOURCE];
    let head: Vec<_> = head.into_iter().map(|name| th().attr("scope", "col").role("columnheader").child(name)).collect();
    // The roles are said again because a narrow screen lays the table out as cards, which takes them away.
    let table = table().class(class).role("table").child((
        caption().child(title),
        thead().role("rowgroup").child(tr().role("row").child(head)),
        tbody().role("rowgroup").child(long(rows, row)),
    ));
    Some(table.into_any())
}

fn row(row: &Row) -> AnyView {
    let count = &row.count;
    let cell = |name: &'static str, content: AnyView| td().role("cell").attr("data-column", name).child(content);
    let number = leads(bdi().child(numbers::words_and_bound(&count.value)));
    // "two children" need not be said to be children.
    let unsaid: Vec<&String> = count.victims.iter().filter(|v| !count.who.to_lowercase().contains(v.as_str())).collect();
    let victims = (!unsaid.is_empty()).then(|| span().class("victims").child(labels::list(&unsaid)));
    let who = (bdi().child(count.who.clone()), victims, why(Some(&count.rule), &count.evidence)).into_any();
    tr().class("fact")
        .role("row")
        .attr("data-fact", count.id.clone())
        .attr("data-home", count.id.clone())
        .child((
            cell(column::KIND, labels::kind(count.kind).into_any()),
            cell(column::NUMBER, number),
            cell(column::WHO, who),
            cell(column::WHERE, row.place.clone().into_any()),
            cell(column::SOURCE, certainty::source(count.status, row.source.as_deref())),
        ))
        .into_any()
}
