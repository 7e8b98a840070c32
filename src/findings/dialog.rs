//! The windows that open over the page, by their ids; both halves of the page open some.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

/// Opens a window.
pub fn open(id: &str) {
    if let Some(window) = find(id).filter(|w| !w.open()) {
        let _ = window.show_modal();
    }
}

/// Closes a window.
pub fn close(id: &str) {
    if let Some(window) = find(id) {
        window.close();
    }
}

fn find(id: &str) -> Option<HtmlDialogElement> {
    document().get_element_by_id(id).and_then(|e| e.dyn_into().ok())
}
