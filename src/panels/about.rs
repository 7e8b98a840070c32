//! The foot of the page, and the windows that it opens: what Factbox is, and its keys.

use factbox::words::{self, about};
use leptos::ev;
use leptos::html::*;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

const ABOUT: &str = "about";
const KEYS: &str = "keys";

/// Credits, the buttons, and the windows, which stay closed until asked for.
pub fn foot() -> AnyView {
    let press = |label: &'static str, window: &'static str| {
        button().attr("type", "button").class("button small").on(ev::click, move |_| open(window)).child(label)
    };
    let buttons = div().class("foot-buttons").child((press(about::ABOUT, ABOUT), press(about::KEYS_NAME, KEYS)));
    let part = |(heading, lines): about::Part| (h3().child(heading), lines.iter().map(|l| p().child(*l)).collect::<Vec<_>>());
    let key = |(name, does): (&'static str, &'static str)| (dt().child(kbd().child(name)), dd().child(does));
    footer()
        .class("foot")
        .child((
            p().child(words::CREDITS),
            buttons,
            window_of(ABOUT, about::ABOUT, about::PARTS.map(part).into_iter().collect::<Vec<_>>().into_any()),
            window_of(KEYS, about::KEYS_NAME, dl().child(about::KEYS.map(key).into_iter().collect::<Vec<_>>()).into_any()),
        ))
        .into_any()
}

/// Shows the keys.
pub fn open_keys() {
    open(KEYS);
}

fn window_of(id: &'static str, name: &'static str, content: AnyView) -> AnyView {
    // A form with this method closes its window without a script.
    let close = form().attr("method", "dialog").child(button().class("button small").child(about::CLOSE));
    let title = format!("{id}-title");
    dialog().id(id).attr("aria-labelledby", title.clone()).child((h2().id(title).child(name), content, close)).into_any()
}

fn open(id: &str) {
    let found = document().get_element_by_id(id).and_then(|e| e.dyn_into::<HtmlDialogElement>().ok());
    if let Some(window) = found.filter(|w| !w.open()) {
        let _ = window.show_modal();
    }
}
