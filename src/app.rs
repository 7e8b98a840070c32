//! The frame of the page: header, status line, the two panes, the sticky bar. Mounts it and ties it to the reader.

use crate::bridge;
use crate::broken;
use crate::brought;
use crate::keys;
use crate::opener;
use crate::reader::Reader;
use crate::renewal;
use crate::share;
use crate::shelf;
use crate::shell;
use factbox::answer::Answered;
use factbox::history::Kept;
use factbox::settings::{Settings, iso_day};
use factbox::state::{Draft, Notice, Store, Trigger};
use factbox::wire::{FromFindings, ToFindings, Window};
use factbox::words;
use leptos::ev;
use leptos::html::*;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};

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
    pub answer: Memo<Option<Answered>>,
    reader: Reader,
    pause: StoredValue<Option<TimeoutHandle>>,
    pasted: StoredValue<bool>,
}

impl Page {
    fn new() -> Page {
        let store = RwSignal::new(Store::default());
        let answer = Memo::new(move |_| store.with(|s| s.answer.clone()));
        let settings = RwSignal::new(shelf::settings());
        let (reader, pause, pasted) = (Reader::new(store), StoredValue::new(None), StoredValue::new(false));
        Page { store, settings, answer, reader, pause, pasted }
    }

    /// Reads the text now.
    pub fn ask(self, trigger: Trigger) {
        self.stop_pause();
        let assumed = self.settings.with_untracked(|s| s.assumed(today()));
        self.store.update(|s| s.ask(trigger, assumed));
        if self.store.with_untracked(|s| s.notice == Some(Notice::NothingToRead)) {
            focus_box();
        }
        self.reader.serve();
    }

    /// Reads the text: at once where it was pasted, after a short rest where it is typed.
    pub fn ask_soon(self) {
        self.stop_pause();
        if self.pasted.try_update_value(std::mem::take).unwrap_or_default() {
            return self.ask(Trigger::Asked);
        }
        self.pause.set_value(set_timeout_with_handle(move || self.ask(Trigger::Typing), DEBOUNCE).ok());
    }

    /// The change that follows comes from the clipboard.
    pub fn ask_after_paste(self) {
        self.pasted.set_value(true);
    }

    /// Does what the reader asks for among the findings.
    fn serve(self, wish: FromFindings) {
        let request = || self.store.with_untracked(|s| s.answer.as_ref().map(|a| a.request.clone()));
        match wish {
            FromFindings::Write(format, errand) => {
                if let Some(request) = request() {
                    self.reader.write(format, errand, request);
                }
            }
            FromFindings::Copy(panel) => {
                if let Some(request) = request() {
                    self.reader.write_panel(panel, request);
                }
            }
            FromFindings::ReadAnyway => {
                self.store.update(|s| s.read_any_language());
                self.ask(Trigger::Asked);
            }
            FromFindings::EditText => self.edit_text(),
            FromFindings::CopyLink => share::copy_link(self),
            FromFindings::Set(settings) => self.follow(settings),
            FromFindings::Read(draft) => self.read(draft),
            FromFindings::Erase(erased) => {
                renewal::forget_draft();
                self.follow(Settings::default());
                self.stop_pause();
                self.store.update(|s| s.erase());
                if erased {
                    self.store.update(|s| s.tell(words::history::ERASED.into()));
                }
            }
        }
    }

    /// An answer that was asked for is read from its beginning, wherever the reader was when asking.
    fn begin_above(self) {
        Effect::new(move |_| {
            self.answer.with(|_| ());
            if self.store.with_untracked(|s| s.folded) {
                request_animation_frame(|| {
                    window().scroll_to_with_x_and_y(0.0, 0.0);
                    for id in ["facts", "reading"] {
                        if let Some(pane) = document().get_element_by_id(id) {
                            pane.set_scroll_top(0);
                        }
                    }
                });
            }
        });
    }

    /// The settings are others now; an answer that hangs on them is asked for anew.
    fn follow(self, settings: Settings) {
        shelf::show(settings.theme);
        let before = self.settings.get_untracked();
        self.settings.set(settings);
        if before.undated != settings.undated && self.answer.with_untracked(Option::is_some) {
            self.ask(Trigger::Typing);
        }
    }

    /// Ties the findings to the page, and fetches them: at first, and at a question after they could not be fetched.
    fn call_findings(self) {
        bridge::listen(move |wish| self.serve(wish));
        let answered = Memo::new(move |_| self.answer.with(Option::is_some));
        Effect::new(move |_| {
            if !answered.get() {
                bridge::tell_findings(&ToFindings::Nothing, &JsValue::NULL);
            }
        });
        let asked = Memo::new(move |_| self.store.with(|s| s.awaited()));
        Effect::new(move |_| {
            asked.get();
            spawn_local(async move {
                if !bridge::load().await {
                    self.store.update(|s| s.notify(Notice::ReaderMissing));
                }
            });
        });
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
                        Ok(()) => bridge::tell_findings(&ToFindings::Shelved, &JsValue::NULL),
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
    broken::watch();
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
        page.call_findings();
        page.begin_above();
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

/// Today where the reader is.
fn today() -> String {
    let now = js_sys::Date::new_0();
    iso_day(now.get_full_year(), now.get_month(), now.get_date())
}

fn frame(page: Page) -> impl IntoView {
    let answered = Memo::new(move |_| page.answer.with(Option::is_some));
    let folded = Memo::new(move |_| page.store.with(|s| s.folded));
    let status = Memo::new(move |_| page.store.with(Store::status));
    let told = Memo::new(move |_| page.store.with(Store::is_told));
    let long = Memo::new(move |_| page.store.with(Store::can_stop));
    let notice = Memo::new(move |_| page.store.with(|s| s.notice.clone()));
    let keys = window_event_listener(ev::keydown, |event| {
        if keys::command(&event, &['?']).is_some() {
            shell::open(Window::Keys);
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
        main().class("panes").id("main").child((
            div().class(move || if folded.get() { "input-fold folded" } else { "input-fold" }).child(shell::input(page)),
            div().class("pane facts").id("facts"),
            div().class("pane reading").id("reading"),
        )),
        shell::foot(),
        // The findings' bar, sheet and windows; see src/findings/stage.rs.
        div().id("over"),
    ))
}
