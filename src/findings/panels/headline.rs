//! What happened, where and when, in one line; and what to say where nothing did.

use crate::bridge;
use crate::parts::{copying, names};
use factbox::answer::Answer;
use factbox::export::Panel;
use factbox::wire::FromFindings;
use factbox::words;
use factbox::words::{headline, phrase};
use leptos::ev;
use leptos::html::*;
use leptos::prelude::*;

/// The first line of the answer with the notes that bear on all of it.
pub fn headline(answer: &Answer) -> AnyView {
    let head = match headline::headline(&answer.report) {
        Some(headline) => {
            let line = headline.line();
            div()
                .class("fact")
                .attr("data-fact", headline.keys.join(" "))
                .attr("data-home", headline.keys.first().cloned())
                .child((
                    h2().child(line),
                    p().class("when").child(headline.when),
                    headline
                        .by
                        .map(|by| p().class("by").child((span().class("label").child(phrase::ATTACKER), " ", bdi().child(by)))),
                ))
                .into_any()
        }
        None => h2().class("no-event").child(words::NO_EVENT).into_any(),
    };
    section()
        .class("panel headline")
        .id("summary")
        .child((div().class("headline-head").child((head, copying::small(Panel::Summary))), notes(answer)))
        .into_any()
}

/// The whole answer to a text that says nothing, or is not read for its language.
pub fn nothing(answer: &Answer) -> AnyView {
    if let Some(tag) = answer.other_language().filter(|_| answer.unread) {
        let content = (
            h2().class("no-event").child(words::not_english(&names::language(tag))),
            p().child(words::NOT_ENGLISH_MORE),
            button()
                .attr("type", "button")
                .class("button small")
                .on(ev::click, |_| bridge::ask(FromFindings::ReadAnyway))
                .child(words::READ_ANYWAY),
        );
        return section().class("panel headline").id("summary").child(content).into_any();
    }
    let content = (h2().class("no-event").child(words::NOTHING_FOUND), p().child(words::NOTHING_FOUND_MORE), notes(answer));
    section().class("panel headline").id("summary").child(content).into_any()
}

fn notes(answer: &Answer) -> AnyView {
    let dating = answer.dating().map(|note| p().class(if answer.assumed { "aside assumed" } else { "aside" }).child(note));
    let language = answer.other_language().map(|tag| p().class("caution").child(words::other_language(&names::language(tag))));
    let places = (!answer.places).then(|| p().class("caution").child(words::NO_PLACES));
    (dating, language, places).into_any()
}
