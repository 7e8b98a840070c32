//! The paste box with its date and buttons.

use crate::app::Page;
use factbox::state::Trigger;
use factbox::words;
use leptos::ev;
use leptos::html::*;
use leptos::prelude::*;

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
        .on(ev::paste, move |_| page.ask_after_paste())
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
