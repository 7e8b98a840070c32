//! The foot of the page, and the windows that it opens: what Factbox is, and its keys.

use super::{history, settings};
use crate::app::Page;
use factbox::words::{self, about};
use leptos::ev;
use leptos::html::*;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

const ABOUT: &str = "about";
const KEYS: &str = "keys";
const SETTINGS: &str = "settings";

/// Credits, the buttons, and the windows, which stay closed until asked for.
pub fn foot(page: Page) -> AnyView {
    let press = |label: &'static str, window: &'static str| {
        button().attr("type", "button").class("button small").on(ev::click, move |_| open(window)).child(label)
    };
    let (history_button, history_window) = history::history(page);
    let settings_button = press(words::settings::SETTINGS, SETTINGS);
    let buttons = (history_button, settings_button, press(about::ABOUT, ABOUT), press(about::KEYS_NAME, KEYS));
    let part = |(heading, lines): about::Part| (h3().child(heading), lines.iter().map(|l| p().child(*l)).collect::<Vec<_>>());
    let key = |(name, does): (&'static str, &'static str)| (dt().child(kbd().child(name)), dd().child(does));
    footer()
        .class("foot")
        .child((
            p().child(words::CREDITS),
            div().class("foot-buttons").child(buttons),
            history_window,
            window_of(SETTINGS, words::settings::SETTINGS, settings::settings(page)),
            window_of(ABOUT, about::ABOUT, about::PARTS.map(part).into_iter().collect::<Vec<_>>().into_any()),
            window_of(KEYS, about::KEYS_NAME, dl().child(about::KEYS.map(key).into_iter().collect::<Vec<_>>()).into_any()),
        ))
        .into_any()
}

/// Shows the keys.
pub fn open_keys() {
    open(KEYS);
}

/// A window that opens over the page and closes by its button or Escape.
pub(super) fn window_of(id: &'static str, name: &'static str, content: AnyView) -> AnyView {
    // A form with this method closes its window without a script.
    let close = form().attr("method", "dialog").child(button().class("button small").child(about::CLOSE));
    let title = format!("{id}-title");
    // The heading takes the focus, so that a long window opens at its beginning.
    let heading = h2().id(title.clone()).attr("tabindex", "-1").attr("autofocus", "").child(name);
    dialog().id(id).attr("aria-labelledby", title).child((heading, content, close)).into_any()
}

/// Opens a window.
pub(super) fn open(id: &str) {
    if let Some(window) = find(id).filter(|w| !w.open()) {
        let _ = window.show_modal();
    }
}

/// Closes a window.
pub(super) fn close(id: &str) {
    if let Some(window) = find(id) {
        window.close();
    }
}

fn find(id: &str) -> Option<HtmlDialogElement> {
    document().get_element_by_id(id).and_then(|e| e.dyn_into().ok())
}
