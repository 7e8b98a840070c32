//! JSON: the report as it is, indented.

use super::Article;
use factbox_engine::Report;
use serde::Serialize;

/// The whole report.
pub fn json(report: &Report) -> String {
    pretty(report)
}

/// A list of `{"id", "report"}`.
pub fn json_all(articles: &[Article]) -> String {
    #[derive(Serialize)]
    struct Named<'a> {
        id: &'a str,
        report: &'a Report,
    }
    let list: Vec<_> = articles.iter().map(|a| Named { id: &a.name, report: &a.report }).collect();
    pretty(&list)
}

/// Indented JSON with a line end. Types with string keys and no failing parts only.
pub fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
