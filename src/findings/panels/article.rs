//! The article with its marks.

use crate::bridge;
use factbox::answer::Answer;
use factbox::facts::Topic;
use factbox::passage::{Paragraph, Segment, paragraphs, sheets};
use factbox::wire::FromFindings;
use factbox::words::{self, heading};
use leptos::ev;
use leptos::html::*;
use leptos::prelude::*;
use std::sync::Arc;

/// The article as it was read, its findings marked.
pub fn article(answer: &Arc<Answer>) -> AnyView {
    let answer = answer.clone();
    let sheets: Arc<[Vec<Paragraph>]> = sheets(&answer.request.text, paragraphs(&answer.request.text, &answer.report)).into();
    let size = words::article_size(&answer.request.text);
    let sample = answer.sample.then(|| p().class("aside").child(words::SAMPLE_NOTE));
    // Out of sight while the box is open.
    let edit = button().attr("type", "button").class("button small edit").on(ev::click, |_| bridge::ask(FromFindings::EditText));
    section()
        .class("article")
        .id("article")
        .child((
            div().class("article-head").child((
                h2().child(heading::ARTICLE),
                span().class("aside").child(size),
                edit.child(words::EDIT),
            )),
            sample,
            div().class("text").attr("dir", "auto").child(sheet(answer, sheets, 0)),
        ))
        .into_any()
}

/// One sheet of the article and, on demand, those after it one by one.
fn sheet(answer: Arc<Answer>, sheets: Arc<[Vec<Paragraph>]>, at: usize) -> Option<AnyView> {
    let shown: Vec<AnyView> = sheets.get(at)?.iter().map(|p| paragraph(&answer.request.text, p)).collect();
    if at + 1 == sheets.len() {
        return Some(shown.into_any());
    }
    let open = RwSignal::new(false);
    let more = move || match open.get() {
        true => sheet(answer.clone(), sheets.clone(), at + 1),
        false => {
            let press = button().attr("type", "button").class("more").on(ev::click, move |_| open.set(true));
            Some(press.child(words::show_rest(at + 1, sheets.len())).into_any())
        }
    };
    Some((shown, more).into_any())
}

fn paragraph(text: &str, paragraph: &Paragraph) -> AnyView {
    let segments: Vec<AnyView> = paragraph.segments.iter().map(|s| segment(text, s)).collect();
    let note = paragraph.skipped.then(|| span().class("visually-hidden").child(words::phrase::SKIPPED));
    p().class(if paragraph.skipped { "skipped" } else { "" }).attr("dir", "auto").child((note, segments)).into_any()
}

fn segment(text: &str, segment: &Segment) -> AnyView {
    let words = text[segment.range.clone()].to_string();
    let Some(topic) = segment.topic else { return words.into_any() };
    let class = match topic {
        Topic::Passage => "passage",
        Topic::Term => "term",
        Topic::Time => "time",
        Topic::Place => "place",
        Topic::Munition => "munition",
        Topic::Damage => "damage",
        Topic::Count => "count",
    };
    // One stop of the tab key a finding, not one a segment.
    let stop = segment.opens.then_some("0");
    mark().class(class).attr("data-fact", segment.keys.join(" ")).attr("tabindex", stop).child(words).into_any()
}
