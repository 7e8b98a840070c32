//! The paste box with its date and buttons.

use crate::app::Page;
use crate::opener;
use factbox::settings::Undated;
use factbox::state::{Notice, Trigger};
use factbox::words;
use leptos::html::*;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::{ev, html};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The text of a sample; see boot.js.
    #[wasm_bindgen(js_namespace = factbox, js_name = sample, catch)]
    async fn fetch_sample(file: &str) -> Result<JsValue, JsValue>;
}

/// What the system's choice of files offers.
const FILE_KINDS: &str = ".txt,.md,.html,.htm,.docx,.eml,text/plain,text/html,text/markdown,message/rfc822";

/// The paste box. Stays mounted while it is folded, so that nothing typed is lost.
pub fn input(page: Page) -> AnyView {
    let store = page.store;
    let text = Memo::new(move |_| store.with(|s| s.draft.text.clone()));
    let published = Memo::new(move |_| store.with(|s| s.draft.published.clone().unwrap_or_default()));
    let answered = Memo::new(move |_| page.answer.with(Option::is_some));
    let empty = Memo::new(move |_| text.with(String::is_empty));
    let can_undo = Memo::new(move |_| store.with(|s| s.cleared.is_some()));
    let date_hint = move || match (published.with(String::is_empty), page.settings.with(|s| s.undated)) {
        (false, _) => words::DATE_HINT_GIVEN,
        (true, Undated::Today) => words::DATE_HINT,
        (true, Undated::Open) => words::DATE_HINT_OPEN,
    };

    let paste_box = textarea()
        .id("article-text")
        .attr("rows", "9")
        .attr("placeholder", words::BOX_HINT)
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .prop("value", move || text.get())
        .on(ev::paste, move |event| {
            let brought = event.clipboard_data().filter(|_| text.with_untracked(|t| t.trim().is_empty()) || all_selected(&event));
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
                    press("button", words::SAMPLE, |page| try_sample(page, None)),
                    choose_file(page),
                    move || {
                        (!empty.get()).then(|| {
                            press("button", words::CLEAR, |page| {
                                page.stop_pause();
                                page.store.update(|s| s.clear());
                                page.edit_text();
                            })
                        })
                    },
                    move || {
                        can_undo.get().then(|| {
                            press("button", if empty.get() { words::UNDO } else { words::UNDO_REPLACED }, |page| {
                                if page.store.try_update(|s| s.undo()).unwrap_or_default() {
                                    page.ask(Trigger::Typing);
                                    page.edit_text();
                                }
                            })
                        })
                    },
                )),
            )),
            move || (!answered.get()).then(|| (p().class("hint files").child(words::OPEN_HINT), samples(page))),
        ))
        .into_any()
}

/// True where what is pasted takes the place of the whole text.
fn all_selected(event: &web_sys::ClipboardEvent) -> bool {
    let field = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
    field.is_some_and(|field| {
        let selected = (field.selection_start().ok().flatten(), field.selection_end().ok().flatten());
        selected == (Some(0), Some(field.value().encode_utf16().count() as u32))
    })
}

/// Reads a sample: the one asked for, or another than the last.
fn try_sample(page: Page, which: Option<usize>) {
    let Some(sample) = page.store.try_update(|s| s.next_sample(which)) else { return };
    spawn_local(async move {
        match fetch_sample(sample.file).await.ok().and_then(|text| text.as_string()) {
            Some(text) => {
                page.store.update(|s| s.load_sample(sample, text));
                page.ask(Trigger::Asked);
            }
            None => page.store.update(|s| s.notify(Notice::NoSample)),
        }
    });
}

/// A button for each kind of story.
fn samples(page: Page) -> AnyView {
    let sample = |(at, sample): (usize, &words::Sample)| {
        let press = button().attr("type", "button").class("link").on(ev::click, move |_| try_sample(page, Some(at)));
        li().child(press.child(sample.name))
    };
    let list: Vec<_> = words::SAMPLES.iter().enumerate().map(sample).collect();
    div()
        .class("samples")
        .child((p().id("sample-kinds").child(words::SAMPLE_KINDS), ul().attr("aria-labelledby", "sample-kinds").child(list)))
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
