//! What every fact of the page shares: the tie to its sentences, and the reason for it.

use super::copying;
use factbox::export::Panel;
use factbox::words::{self, copy, phrase};
use factbox_engine::report::Span;
use leptos::html::*;
use leptos::prelude::*;

/// Rows that a long list shows before it asks.
const ROWS_AT_FIRST: usize = 60;
/// Sentences that "Why?" quotes; every mark in the article is one more.
const QUOTES: usize = 12;

/// The words of a fact as a button that leads to its sentence. Stands inside an element with `data-fact`.
pub fn leads(label: impl IntoView + 'static) -> AnyView {
    button().attr("type", "button").class("leads").child(label.into_any()).into_any()
}

/// A list item tied to the findings in `keys`. `home` names the one finding whose first place on the page this is.
pub fn item(keys: &[String], home: Option<&str>, content: impl IntoView + 'static) -> AnyView {
    li().class("fact")
        .attr("data-fact", keys.join(" "))
        .attr("data-home", home.map(String::from))
        .child(content.into_any())
        .into_any()
}

/// "Why?": the rule that found a fact, and the article's words.
pub fn why(rule: Option<&str>, evidence: &[Span]) -> Option<AnyView> {
    let rule = rule.filter(|r| !r.is_empty()).map(|rule| p().child(words::found_by(rule)));
    let shown: Vec<AnyView> = evidence.iter().filter(|s| !s.text.is_empty()).take(QUOTES).map(|s| quote(&s.text)).collect();
    if rule.is_none() && shown.is_empty() {
        return None;
    }
    let more = evidence.len().checked_sub(QUOTES).filter(|more| *more > 0);
    let more = more.map(|more| p().class("aside").child(copy::more(more)));
    Some(details().class("why").child((summary().child(phrase::WHY), div().child((rule, shown, more)))).into_any())
}

/// The article's words, safe in either direction of writing.
pub fn quote(text: &str) -> AnyView {
    blockquote().class("words").child(bdi().child(text.to_string())).into_any()
}

/// A section of the facts with its heading.
pub fn panel(panel: Panel, class: &'static str, content: impl IntoView + 'static) -> AnyView {
    section().class(class).child((copying::head(panel, panel.heading()), content.into_any())).into_any()
}

/// A list that shows its beginning and, on demand, the rest. `row` draws one entry.
pub fn long<T: Send + Sync + 'static>(mut entries: Vec<T>, row: fn(&T) -> AnyView) -> AnyView {
    let rest = entries.split_off(entries.len().min(ROWS_AT_FIRST));
    let shown: Vec<AnyView> = entries.iter().map(row).collect();
    if rest.is_empty() {
        return shown.into_any();
    }
    let open = RwSignal::new(false);
    let more = move || {
        if open.get() {
            rest.iter().map(row).collect::<Vec<_>>().into_any()
        } else {
            let press = button()
                .attr("type", "button")
                .class("more")
                .on(leptos::ev::click, move |_| open.set(true))
                .child(words::show_more(rest.len()));
            li().class("more-row").child(press).into_any()
        }
    };
    (shown, more).into_any()
}
