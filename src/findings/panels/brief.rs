//! The brief and the key facts.

use crate::parts::fact::{item, leads, panel};
use factbox::export::Panel;
use factbox::facts::{BRIEF, KEY_FACT, key};
use factbox::words::labels;
use factbox_engine::report::Report;
use leptos::html::*;
use leptos::prelude::*;

/// The article in a few sentences.
pub fn brief(report: &Report) -> Option<AnyView> {
    let sentence = |(i, b): (usize, &factbox_engine::report::BriefSentence)| {
        let own = key(BRIEF, i);
        let keys: Vec<String> = std::iter::once(own.clone()).chain(b.facts.iter().cloned()).collect();
        item(&keys, Some(&own), leads(b.text.clone()))
    };
    let sentences: Vec<AnyView> = report.brief.iter().enumerate().map(sentence).collect();
    (!sentences.is_empty()).then(|| panel(Panel::Brief, "panel brief", ul().child(sentences)))
}

/// Who, what, when, where, why and how.
pub fn key_facts(report: &Report) -> Option<AnyView> {
    let answer = |(i, k): (usize, &factbox_engine::report::KeyFact)| {
        let own = key(KEY_FACT, i);
        let keys: Vec<String> = std::iter::once(own.clone()).chain(k.facts.iter().cloned()).collect();
        div()
            .class("fact")
            .attr("data-fact", keys.join(" "))
            .attr("data-home", own)
            .child((dt().child(labels::question(k.question)), dd().child(leads(k.answer.clone()))))
    };
    let answers: Vec<_> = report.key_facts.iter().enumerate().map(answer).collect();
    (!answers.is_empty()).then(|| panel(Panel::KeyFacts, "panel key-facts", dl().child(answers)))
}
