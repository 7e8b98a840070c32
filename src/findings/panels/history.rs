//! The history: what the reader lets the browser keep, to be found, opened again, removed.

use super::windows::element_id;
use crate::bridge;
use crate::dialog::close;
use crate::shelf;
use crate::stage::Stage;
use factbox::history::Row;
use factbox::settings::{Settings, iso_day};
use factbox::wire::{FromFindings, Window};
use factbox::words::history as words;
use factbox_engine::report::wording;
use leptos::ev;
use leptos::html::*;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};

const SEARCH: &str = "history-search";
const NO: &str = "erase-no";

/// What the window of the history shows.
#[derive(Clone, Copy)]
pub struct History {
    stage: Stage,
    rows: RwSignal<Vec<Row>>,
    query: RwSignal<String>,
    /// The browser keeps nothing.
    trouble: RwSignal<bool>,
    /// The reader is asked whether to erase.
    asked: RwSignal<bool>,
}

impl History {
    /// Nothing is shown, nor looked for, until the window opens.
    pub fn new(stage: Stage) -> History {
        let (query, trouble, asked) = (RwSignal::new(String::new()), RwSignal::new(false), RwSignal::new(false));
        History { stage, rows: RwSignal::new(Vec::new()), query, trouble, asked }
    }

    /// The window opens.
    pub fn begin(self) {
        self.query.set(String::new());
        self.asked.set(false);
        self.load();
    }

    /// Asks the shelf anew: an article may be put there while the window is open.
    pub fn load(self) {
        spawn_local(async move {
            let found = shelf::find(&self.query.get_untracked()).await;
            self.trouble.set(found.is_err());
            self.rows.set(found.unwrap_or_default());
        });
    }

    pub fn content(self) -> AnyView {
        let on = Memo::new(move |_| self.stage.settings.with(|s| s.history));
        let any = Memo::new(move |_| self.rows.with(|rows| !rows.is_empty()) || self.query.with(|q| !q.is_empty()));
        let note = move || match (on.get(), any.get()) {
            (true, _) => words::ON,
            (false, true) => words::OFF_WITH_ROWS,
            (false, false) => words::OFF,
        };
        let switch = move |_| {
            self.stage.settings.update(|s| s.history = !s.history);
            shelf::set(self.stage.settings.get_untracked());
        };
        let name = move || if on.get() { words::TURN_OFF } else { words::TURN_ON };
        let search = move || any.get().then(|| self.search());
        let rows = move || self.rows.with(|rows| rows.iter().map(|row| self.row(row)).collect::<Vec<_>>());
        let found = move || match (self.trouble.get(), self.rows.with(Vec::len), any.get(), on.get()) {
            (true, ..) => words::NOT_KEPT.to_string(),
            (_, 0, true, _) => words::NO_MATCH.to_string(),
            (_, 0, false, true) => words::EMPTY.to_string(),
            (_, 0, false, false) => String::new(),
            (_, n, ..) => words::found(n),
        };
        (
            p().child(note),
            button().attr("type", "button").class("button small").on(ev::click, switch).child(name),
            search,
            p().class("hint").attr("aria-live", "polite").child(found),
            ul().class("kept").child(rows),
            div().class("erase").child(move || self.erasing()),
        )
            .into_any()
    }

    fn search(self) -> AnyView {
        let field =
            input().id(SEARCH).attr("type", "search").prop("value", move || self.query.get()).on(ev::input, move |event| {
                self.query.set(event_target_value(&event));
                self.load();
            });
        div().class("search").child((label().attr("for", SEARCH).child(words::SEARCH), field)).into_any()
    }

    fn row(self, row: &Row) -> AnyView {
        let (id, again) = (row.id.clone(), row.id.clone());
        let moment = js_sys::Date::new(&JsValue::from_f64(row.at));
        let day = iso_day(moment.get_full_year(), moment.get_month(), moment.get_date());
        let read = move |_| {
            let id = id.clone();
            spawn_local(async move {
                match shelf::get(&id).await {
                    Ok(Some(kept)) => {
                        close(element_id(Window::History));
                        bridge::ask(FromFindings::Read(kept.draft()));
                    }
                    Ok(None) => self.load(),
                    Err(_) => self.trouble.set(true),
                }
            });
        };
        let remove = move |_| {
            let id = again.clone();
            spawn_local(async move {
                self.trouble.set(shelf::remove(&id).await.is_err());
                self.load();
                focus(SEARCH);
            });
        };
        let title =
            button().attr("type", "button").class("link").attr("dir", "auto").on(ev::click, read).child(row.title.clone());
        let away = button().attr("type", "button").class("button small").attr("aria-label", words::remove(&row.title));
        let about = span().class("aside").child(words::about(&wording::day(&day), row.words));
        li().child((div().child((title, about)), away.on(ev::click, remove).child("×"))).into_any()
    }

    fn erasing(self) -> AnyView {
        let press = |class: &'static str, name: &'static str| button().attr("type", "button").class(class).child(name);
        if !self.asked.get() {
            let ask = move |_| {
                self.asked.set(true);
                request_animation_frame(|| focus(NO));
            };
            return press("button small", words::ERASE).on(ev::click, ask).into_any();
        }
        let yes = press("button small", words::ERASE_YES).on(ev::click, move |_| self.erase());
        let no = press("button small", words::ERASE_NO).id(NO).on(ev::click, move |_| self.asked.set(false));
        (p().attr("role", "alert").child(words::ERASE_SURE), div().class("choices").child((no, yes))).into_any()
    }

    fn erase(self) {
        spawn_local(async move {
            let erased = shelf::erase().await.is_ok();
            self.stage.settings.set(Settings::default());
            bridge::ask(FromFindings::Erase(erased));
            self.asked.set(false);
            self.trouble.set(!erased);
            if erased {
                close(element_id(Window::History));
            }
        });
    }
}

fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
