//! The frame of the page: header, status line, the two panes, the sticky bar. Mounts it and ties it to the reader.

use crate::brought;
use crate::opener;
use crate::outlines;
use crate::panels;
use crate::parts::linking;
use crate::reader::Reader;
use crate::renewal;
use crate::share;
use crate::shelf;
use factbox::answer::Answer;
use factbox::export::{Format, Panel};
use factbox::history::Kept;
use factbox::map::atlas::Atlas;
use factbox::settings::Settings;
use factbox::state::{Draft, Notice, Store, Trigger};
use factbox::wire::{Errand, Request};
use factbox::words;
use leptos::ev;
use leptos::html::*;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsCast;

/// Rest after the last key stroke before the text is read.
const DEBOUNCE: Duration = Duration::from_millis(250);

/// What the panels need of the page: the store, and a way to ask.
#[derive(Clone, Copy)]
pub struct Page {
    /// The page's state.
    pub store: RwSignal<Store>,
    /// What the reader has set.
    pub settings: RwSignal<Settings>,
    /// The newest answer.
    pub answer: Memo<Option<Arc<Answer>>>,
    /// The outlines of the map, once they are there.
    pub atlas: RwSignal<Option<Arc<Atlas>>>,
    /// How many articles were put on the history's shelf since the page was opened: whoever shows the shelf looks anew.
    pub shelved: RwSignal<u32>,
    reader: Reader,
    pause: StoredValue<Option<TimeoutHandle>>,
    pasted: StoredValue<bool>,
}

impl Page {
    fn new() -> Page {
        let store = RwSignal::new(Store::default());
        let answer = Memo::new(move |_| store.with(|s| s.answer.clone()));
        let atlas = outlines::once_ready(Memo::new(move |_| store.with(|s| !s.is_starting())));
        let settings = RwSignal::new(shelf::settings());
        let (reader, pause, pasted) = (Reader::new(store), StoredValue::new(None), StoredValue::new(false));
        Page { store, settings, answer, atlas, shelved: RwSignal::new(0), reader, pause, pasted }
    }

    /// Reads the text now.
    pub fn ask(self, trigger: Trigger) {
        self.stop_pause();
        let assumed = self.settings.with_untracked(|s| s.assumed(iso_day(&js_sys::Date::new_0())));
        self.store.update(|s| s.ask(trigger, assumed));
        if self.store.with_untracked(|s| s.notice == Some(Notice::NothingToRead)) {
            focus_box();
        }
        self.reader.serve();
    }

    /// Reads the text after a short rest; as asked for where it was pasted, else as typed.
    pub fn ask_soon(self) {
        self.stop_pause();
        let trigger = if self.pasted.get_value() { Trigger::Asked } else { Trigger::Typing };
        let rested = move || {
            self.pasted.set_value(false);
            self.ask(trigger);
        };
        self.pause.set_value(set_timeout_with_handle(rested, DEBOUNCE).ok());
    }

    /// The change that follows comes from the clipboard.
    pub fn ask_after_paste(self) {
        self.pasted.set_value(true);
    }

    /// Has a report written as a file or for the clipboard.
    pub fn write(self, format: Format, errand: Errand, request: Request) {
        self.reader.write(format, errand, request);
    }

    /// Puts one panel of the newest answer into the clipboard.
    pub fn copy(self, panel: Panel) {
        if let Some(answer) = self.answer.get_untracked() {
            self.reader.write_panel(panel, answer.request.clone());
        }
    }

    /// Takes a text that was kept or sent into the box and reads it.
    pub fn read(self, draft: Draft) {
        self.store.update(|s| s.replace(draft));
        self.ask(Trigger::Asked);
    }

    /// Keeps what is read from now on, while the history is on. What is being typed is not kept, nor is a sample.
    fn keep_history(self) {
        Effect::new(move |_| {
            let on = self.settings.with(|s| s.history);
            let asked = self.answer.with(|a| a.as_ref().is_some_and(|a| !a.sample));
            if on && asked && self.store.with_untracked(|s| s.folded) {
                let kept = self.store.with_untracked(|s| Kept::of(&s.draft, js_sys::Date::now()));
                spawn_local(async move {
                    match shelf::put(&kept).await {
                        Ok(()) => self.shelved.update(|n| *n += 1),
                        Err(_) => self.store.update(|s| s.notify(Notice::NotKept)),
                    }
                });
            }
        });
    }

    /// Opens the paste box and puts the caret there.
    pub fn edit_text(self) {
        self.store.update(Store::unfold);
        request_animation_frame(focus_box);
    }

    /// Gives up a rest that is running.
    pub fn stop_pause(self) {
        if let Some(pause) = self.pause.try_update_value(Option::take).flatten() {
            pause.clear();
        }
    }
}

/// Mounts the page in place of the loading note.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        tell_broken();
    }));
    let root = document().get_element_by_id("app").expect("index.html has an element #app");
    let early = typed_early();
    let typing = early.as_ref().is_some_and(|(_, focused)| *focused);
    while let Some(child) = root.first_child() {
        let _ = root.remove_child(&child);
    }
    mount_to(root.unchecked_into(), || {
        let page = Page::new();
        page.reader.serve();
        let linked = share::take_link(page);
        let typed = early.map(|(text, _)| text).filter(|text| !text.is_empty());
        renewal::keep_draft(page, !linked && typed.is_none());
        if let Some(text) = typed {
            page.store.update(|s| s.edit(text));
            page.ask(Trigger::Typing);
        }
        brought::listen(page);
        page.keep_history();
        frame(page)
    })
    .forget();
    if typing {
        focus_box();
    }
}

fn focus_box() {
    if let Some(field) = document().get_element_by_id("article-text").and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = field.focus();
    }
}

/// What the reader has put into the box of index.html before the page was there, and whether the caret stands in it.
fn typed_early() -> Option<(String, bool)> {
    let field: web_sys::HtmlTextAreaElement = document().get_element_by_id("article-text")?.dyn_into().ok()?;
    let focused = document().active_element().as_ref() == Some(field.as_ref());
    Some((field.value(), focused))
}

/// After a panic nothing of the page can be trusted but the browser's own text field.
fn tell_broken() {
    let Ok(note) = document().create_element("p") else { return };
    note.set_class_name("notice broken");
    let _ = note.set_attribute("role", "alert");
    note.set_text_content(Some(words::PAGE_BROKEN));
    if let Some(body) = document().body() {
        let _ = body.prepend_with_node_1(&note);
    }
}

/// The day of a moment where the reader is, ISO 8601.
pub fn iso_day(moment: &js_sys::Date) -> String {
    format!("{:04}-{:02}-{:02}", moment.get_full_year(), moment.get_month() + 1, moment.get_date())
}

fn frame(page: Page) -> impl IntoView {
    let answered = Memo::new(move |_| page.answer.with(Option::is_some));
    let folded = Memo::new(move |_| page.store.with(|s| s.folded));
    let status = Memo::new(move |_| page.store.with(Store::status));
    let told = Memo::new(move |_| page.store.with(Store::is_told));
    let long = Memo::new(move |_| page.store.with(Store::can_stop));
    let notice = Memo::new(move |_| page.store.with(|s| s.notice.clone()));
    let keys = window_event_listener(ev::keydown, |event| {
        if let Some(key) = linking::command(&event) {
            match key {
                '?' => panels::open_keys(),
                forward => linking::step(forward == 'n'),
            }
        }
    });
    on_cleanup(move || keys.remove());
    // Without both, the browser would leave the page for the file.
    let over = window_event_listener(ev::dragover, |event| event.prevent_default());
    let drop = window_event_listener(ev::drop, move |event| {
        let onto_box = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlTextAreaElement>().ok()).is_some();
        if event.data_transfer().is_some_and(|brought| opener::take(page, &brought)) || !onto_box {
            event.prevent_default();
        }
    });
    on_cleanup(move || {
        over.remove();
        drop.remove();
    });
    let sheet = panels::Sheet::new(page);
    let stage = move || if answered.get() { "page answered" } else { "page first" };
    div().class(stage).child((
        a().class("skip").href("#article-text").child(words::SKIP),
        header().class("top").child((
            h1().class("brand").child((span().class("brand-mark").attr("aria-hidden", "true"), words::NAME)),
            p().class("tagline").child(words::TAGLINE),
            p().class("promise").child(words::PROMISE),
        )),
        div().class("news").child((
            p().class("status").class(("told", told)).role("status").child(move || status.get()),
            move || {
                long.get().then(|| {
                    button()
                        .attr("type", "button")
                        .class("button small")
                        .on(ev::click, move |_| page.reader.stop())
                        .child(words::STOP)
                })
            },
            renewal::notice(),
            div().role("alert").child(move || notice.get().map(|n| p().class("notice").child(n.words()))),
        )),
        main()
            .class("panes")
            .id("main")
            .on(ev::click, move |event| sheet.click(&event))
            .on(ev::pointerover, linking::on_over)
            .on(ev::pointerout, linking::on_out)
            .on(ev::focusin, linking::on_focus)
            .on(ev::focusout, linking::on_blur)
            .on(ev::keydown, linking::on_key)
            .child((
                div().class(move || if folded.get() { "input-fold folded" } else { "input-fold" }).child(panels::input(page)),
                div().class("pane facts").child(move || page.answer.get().map(|a| panels::facts(page, &a))),
                div().class("pane reading").child(move || page.answer.get().map(|a| panels::article(page, &a))),
            )),
        move || page.answer.get().map(|a| sticky_bar(!a.report.places.is_empty())),
        panels::foot(page),
        sheet.view(),
    ))
}

/// Links to the parts of the page, for narrow screens; `places` where there is a list of them.
fn sticky_bar(places: bool) -> AnyView {
    let link = |target: &'static str, name: &'static str| li().child(a().href(target).child(name));
    nav()
        .class("bar")
        .attr("aria-label", words::bar::NAME)
        .child(ul().child((
            link("#summary", words::bar::SUMMARY),
            places.then(|| link("#regions", words::bar::REGIONS)),
            link("#article", words::bar::ARTICLE),
            li().class("back").child(button().attr("type", "button").on(ev::click, |_| linking::back()).child(words::bar::BACK)),
        )))
        .into_any()
}
