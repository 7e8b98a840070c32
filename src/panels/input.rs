//! The paste box with its date and buttons.

use crate::app::Page;
use crate::opener;
use factbox::state::Trigger;
use factbox::words;
use leptos::html::*;
use leptos::prelude::*;
use leptos::{ev, html};

/// What the system's choice of files offers.
const FILE_KINDS: &str = ".txt,.md,.html,.htm,.docx,.eml,text/plain,text/html,text/markdown,message/rfc822";

/// The paste box. Stays mounted while it is folded, so that nothing typed is lost.
pub fn input(page: Page) -> AnyView {
    let store = page.store;
    let text = Memo::new(move |_| store.with(|s| s.draft.text.clone()));
    let published = Memo::new(move |_| store.with(|s| s.draft.published.clone().unwrap_or_default()));
    let answered = Memo::new(move |_| page.answer.with(Option::is_some));
    let can_undo = Memo::new(move |_| store.with(|s| s.cleared.is_some()));
    let date_hint = move || if published.with(String::is_empty) { words::DATE_HINT } else { words::DATE_HINT_GIVEN };

    let paste_box = textarea()
        .id("article-text")
        .attr("rows", "9")
        .attr("placeholder", words::BOX_HINT)
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .prop("value", move || text.get())
        .on(ev::paste, move |event| {
            let brought = event.clipboard_data().filter(|_| text.with_untracked(|t| t.trim().is_empty()));
            if brought.is_some_and(|brought| opener::take(page, &brought)) {
                event.prevent_default();
            } else {
                page.ask_after_paste();
            }
        })
        .on(ev::input, move |event| {
            store.update(|s| s.edit(event_target_value(&event)));
            page.ask_soon();
        });
    let date = input_field(page, published);
    let press = move |class: &'static str, label: &'static str, act: fn(Page)| {
        button().attr("type", "button").class(class).on(ev::click, move |_| act(page)).child(label)
    };
    let welcome = move || {
        (!answered.get()).then(|| div().class("welcome").child((h2().child(words::WELCOME), p().child(words::WELCOME_MORE))))
    };
    section()
        .class("input")
        .attr("aria-label", words::BOX_LABEL)
        .child((
            welcome,
            label().attr("for", "article-text").class("box-label").child(words::BOX_LABEL),
            paste_box,
            div().class("controls").child((
                div().class("date").child((
                    label().attr("for", "published").child(words::DATE_LABEL),
                    date,
                    p().class("hint").id("published-hint").child(date_hint),
                )),
                div().class("buttons").child((
                    press("button primary", words::EXPLAIN, |page| page.ask(Trigger::Asked)),
                    press("button", words::SAMPLE, |page| {
                        page.store.update(|s| s.load_sample());
                        page.ask(Trigger::Asked);
                    }),
                    choose_file(page),
                    press("button", words::CLEAR, |page| {
                        page.stop_pause();
                        page.store.update(|s| s.clear());
                    }),
                    move || {
                        can_undo.get().then(|| {
                            press("button", words::UNDO, |page| {
                                if page.store.try_update(|s| s.undo()).unwrap_or_default() {
                                    page.ask(Trigger::Typing);
                                }
                            })
                        })
                    },
                )),
            )),
        ))
        .into_any()
}

/// A button that opens the system's choice of files.
fn choose_file(page: Page) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let chosen = move |_| {
        if let Some(field) = field.get_untracked() {
            if let Some(file) = field.files().and_then(|files| files.get(0)) {
                opener::open_file(page, file);
            }
            // The same file may be chosen again.
            field.set_value("");
        }
    };
    let hidden = leptos::html::input()
        .node_ref(field)
        .attr("type", "file")
        .attr("accept", FILE_KINDS)
        .attr("hidden", "")
        .attr("aria-label", words::OPEN)
        .on(ev::change, chosen);
    let press = move |_| {
        if let Some(field) = field.get_untracked() {
            field.click();
        }
    };
    (
        button().attr("type", "button").class("button").attr("title", words::OPEN_HINT).on(ev::click, press).child(words::OPEN),
        hidden,
    )
}

fn input_field(page: Page, published: Memo<String>) -> impl IntoView {
    leptos::html::input()
        .id("published")
        .attr("type", "date")
        .attr("aria-describedby", "published-hint")
        .prop("value", move || published.get())
        .on(ev::change, move |event| {
            page.store.update(|s| s.set_published(&event_target_value(&event)));
            page.ask(Trigger::Typing);
        })
}
