//! What outlives a load of the page: the text in the box, for as long as the tab lives; and the news that a newer build
//! lies ready.

use crate::app::Page;
use factbox::state::Draft;
use factbox::words;
use leptos::ev;
use leptos::html::{button, div, p};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::Storage;

/// Where the tab keeps the text.
const KEPT: &str = "factbox-draft";

#[wasm_bindgen]
extern "C" {
    /// Calls back when a newer build waits; see boot.js.
    #[wasm_bindgen(js_namespace = factbox, js_name = onUpdate, catch)]
    fn on_update(tell: &JsValue) -> Result<(), JsValue>;

    /// Takes the newer build and loads the page anew.
    #[wasm_bindgen(js_namespace = factbox, js_name = update, catch)]
    fn update() -> Result<(), JsValue>;
}

/// Keeps the text in the box for the next load of the page, and, with `back`, brings back what stood in it before this one.
pub fn keep_draft(page: Page, back: bool) {
    if let Some(draft) = kept().filter(|_| back) {
        page.read(draft);
    }
    let leaving = window_event_listener(ev::pagehide, move |_| page.store.with_untracked(|s| keep(&s.draft)));
    on_cleanup(move || leaving.remove());
}

/// Lets go of what the tab keeps.
pub fn forget_draft() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(KEPT);
    }
}

/// A line that offers the newer build once there is one. The page never loads itself anew.
pub fn notice() -> AnyView {
    let ready = RwSignal::new(false);
    let tell = Closure::<dyn Fn()>::new(move || ready.set(true));
    let _ = on_update(tell.as_ref());
    tell.forget();
    let press = move || {
        let reload = move |_| {
            let _ = update();
        };
        button().attr("type", "button").class("button small").on(ev::click, reload).child(words::RELOAD)
    };
    let line = move || ready.get().then(|| p().class("notice update").child((words::NEW_VERSION, " ", press())));
    div().attr("aria-live", "polite").child(line).into_any()
}

/// None in a browser that keeps nothing.
fn storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

fn kept() -> Option<Draft> {
    let kept = js_sys::JSON::parse(&storage()?.get_item(KEPT).ok()??).ok()?;
    serde_wasm_bindgen::from_value(kept).ok().filter(|draft: &Draft| !draft.text.trim().is_empty())
}

/// A text that the browser has no room for is not kept; nothing else can be done about it.
fn keep(draft: &Draft) {
    let Some(storage) = storage() else { return };
    let written = serde_wasm_bindgen::to_value(draft).ok().and_then(|value| js_sys::JSON::stringify(&value).ok());
    let kept = written.and_then(|text| storage.set_item(KEPT, &String::from(text)).ok());
    if kept.is_none() {
        let _ = storage.remove_item(KEPT);
    }
}
