//! Who said what.

use crate::parts::certainty::{Look, chip};
use crate::parts::fact::{leads, long, panel, why};
use factbox::export::Panel;
use factbox::facts::Names;
use factbox::words::{labels, phrase};
use factbox_engine::report::{Form, Report, Statement};
use leptos::html::*;
use leptos::prelude::*;

struct Row {
    statement: Statement,
    speaker: Option<String>,
}

/// The statements; none where nobody speaks.
pub fn statements(report: &Report) -> Option<AnyView> {
    let names = Names::of(report);
    let named = |s: &Statement| Row { speaker: names.get(s.speaker.as_deref()), statement: s.clone() };
    let rows: Vec<Row> = report.statements.iter().map(named).collect();
    (!rows.is_empty()).then(|| panel(Panel::Statements, "panel statements", ul().child(long(rows, row))))
}

fn row(row: &Row) -> AnyView {
    let statement = &row.statement;
    let speaker = row.speaker.clone().unwrap_or_else(|| phrase::UNNAMED_SOURCE.to_string());
    let channel = statement.channel.clone().map(|channel| span().class("aside").child(channel));
    li().class("fact")
        .attr("data-fact", statement.id.clone())
        .attr("data-home", statement.id.clone())
        .child((
            p().class("speaker").child((
                strong().child(speaker),
                " ",
                labels::act(statement.act),
                channel,
                // Most are in the writer's words; what is not says so.
                (statement.form != Form::Indirect).then(|| chip(Look::Quiet, labels::form(statement.form))),
            )),
            leads(bdi().child(labels::quoted(statement.form, &statement.text))),
            why(Some(labels::form_rule(statement.form)), &statement.evidence),
        ))
        .into_any()
}
