//! The foot of the page: credits, and the buttons of the windows, which the findings draw.

use crate::bridge;
use factbox::wire::{ToFindings, Window};
use factbox::words::{self, about, history, settings};
use leptos::ev;
use leptos::html::*;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// Credits and buttons.
pub fn foot() -> AnyView {
    let press = |(label, window): (&'static str, Window)| {
        button().attr("type", "button").class("button small").on(ev::click, move |_| open(window)).child(label)
    };
    let buttons = [
        (history::HISTORY, Window::History),
        (settings::SETTINGS, Window::Settings),
        (about::ABOUT, Window::About),
        (about::KEYS_NAME, Window::Keys),
    ];
    let buttons: Vec<_> = buttons.into_iter().map(press).collect();
    footer().class("foot").child((p().child(words::CREDITS), div().class("foot-buttons").child(buttons))).into_any()
}

/// Opens a window.
pub fn open(window: Window) {
    bridge::tell_findings(&ToFindings::Open(window), &JsValue::NULL);
}
