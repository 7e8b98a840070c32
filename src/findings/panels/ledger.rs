//! The ledger: every count of people that the article gives, the news first, other scopes apart and smaller.

use crate::parts::certainty;
use crate::parts::fact::{leads, long, why};
use crate::parts::linking;
use factbox::facts::Names;
use factbox::order::{Column, Order, Row};
use factbox::words::{column, heading, labels, numbers, phrase};
use factbox_engine::report::{Count, Report};
use factbox_engine::scope::Scope;
use leptos::html::*;
use leptos::prelude::*;

/// Rows that a narrow screen shows without being asked: each is a card of three lines there.
const OPEN_AT_MOST: usize = 4;

/// The tables, one a scope; none where the article counts nobody.
pub fn ledger(report: &Report) -> AnyView {
    let class = |scope| if scope == Scope::Current { "ledger" } else { "ledger apart" };
    heading::LEDGERS.map(|(scope, title)| table_of(report, scope, title, class(scope))).into_any()
}

fn table_of(report: &Report, scope: Scope, title: &'static str, class: &'static str) -> Option<AnyView> {
    let names = Names::of(report);
    let named =
        |c: &Count| Row { place: names.get(c.place.as_deref()), source: names.get(c.source.as_deref()), count: c.clone() };
    let rows: Vec<Row> = report.casualties.counts.iter().filter(|c| c.scope == scope).map(named).collect();
    if rows.is_empty() {
        return None;
    }
    let count = rows.len();
    let order = RwSignal::new(None::<Order>);
    let can_sort = rows.len() > 2;
    let head: Vec<AnyView> = Column::ALL.into_iter().map(|by| column_head(by, order, can_sort)).collect();
    let body = move || {
        let mut rows = rows.clone();
        if let Some(order) = order.get() {
            order.sort(&mut rows);
        }
        long(rows, row)
    };
    // The roles are said again because a narrow screen lays the table out as cards, which takes them away.
    let table = table().class(class).role("table").child((
        caption().child(title),
        thead().role("rowgroup").child(tr().role("row").child(head)),
        tbody().role("rowgroup").child(body),
    ));
    if !(linking::is_narrow() && scope == Scope::Current && count > OPEN_AT_MOST) {
        return Some(table.into_any());
    }
    Some(details().class("fold").child((summary().child(phrase::all_counts(count)), table)).into_any())
}

/// The name of a column, as a button that sorts by it where there is something to sort.
fn column_head(by: Column, order: RwSignal<Option<Order>>, can_sort: bool) -> AnyView {
    let cell = th().attr("scope", "col").role("columnheader");
    if !can_sort {
        return cell.child(column::name(by)).into_any();
    }
    let direction = move || match order.get().filter(|o| o.by == by) {
        Some(Order { reversed: true, .. }) => "descending",
        Some(_) => "ascending",
        None => "none",
    };
    let press = button()
        .attr("type", "button")
        .class("sort")
        .attr("title", column::sort_by(by))
        .on(leptos::ev::click, move |_| order.update(|o| *o = Order::after_press(*o, by)))
        .child(column::name(by));
    cell.attr("aria-sort", direction).child(press).into_any()
}

fn row(row: &Row) -> AnyView {
    let count = &row.count;
    let cell = |by: Column, content: AnyView| td().role("cell").attr("data-column", column::name(by)).child(content);
    let (number, who) = numbers::in_columns(&count.value, &count.who);
    let number = leads(bdi().child(number));
    let unsaid: Vec<&String> = count.victims.iter().filter(|v| !labels::says_group(&count.who, v)).collect();
    let victims = (!unsaid.is_empty()).then(|| span().class("victims").child(labels::list(&unsaid)));
    let who = (bdi().child(who), " ", victims, why(Some(&count.rule), &count.evidence)).into_any();
    tr().class("fact")
        .role("row")
        .attr("data-fact", count.id.clone())
        .attr("data-home", count.id.clone())
        .child((
            cell(Column::Kind, labels::kind(count.kind).into_any()),
            cell(Column::Number, number),
            cell(Column::Who, who),
            cell(Column::Where, row.place.clone().into_any()),
            cell(Column::Source, certainty::source(count.status, row.source.as_deref())),
        ))
        .into_any()
}
