//! Where the article agrees or disagrees with itself, and what it does not say.

use crate::parts::certainty::{Look, chip};
use crate::parts::fact::{item, leads, panel};
use factbox::export::Panel;
use factbox::facts::{CHECK, key};
use factbox::words::labels;
use factbox_engine::report::{Check, CheckType, Report};
use leptos::html::*;
use leptos::prelude::*;

/// The checks; none where there is nothing to notice.
pub fn checks(report: &Report) -> Option<AnyView> {
    let rows: Vec<AnyView> = report.checks.iter().enumerate().map(|(i, check)| row(i, check)).collect();
    (!rows.is_empty()).then(|| panel(Panel::Checks, "panel checks", ul().child(rows)))
}

fn row(index: usize, check: &Check) -> AnyView {
    let look = match check.kind {
        CheckType::SumAgrees => Look::Solid,
        CheckType::SumDisagrees | CheckType::SourcesDisagree | CheckType::HeadlineDisagrees => Look::Hatched,
        CheckType::MayRise | CheckType::NotStated => Look::Outline,
    };
    let own = key(CHECK, index);
    let keys: Vec<String> = std::iter::once(own.clone()).chain(check.facts.iter().cloned()).collect();
    // What the article does not say leads to no sentence.
    let text = if check.evidence.is_empty() && check.facts.is_empty() {
        span().child(check.text.clone()).into_any()
    } else {
        leads(check.text.clone())
    };
    item(&keys, Some(&own), (chip(look, labels::check(check.kind)), " ", text))
}
