//! Files and rich text on their way into the box. The worker that takes them apart is fetched when the first one comes and
//! ended after it, so that a file that brings it down leaves no trace.

use crate::app::Page;
use factbox::intake::{LARGEST_FILE, Refusal};
use factbox::state::Trigger;
use factbox::wire::{FromOpener, ToOpener};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, Event, File, MessageEvent, Worker};

#[wasm_bindgen]
extern "C" {
    /// Starts the opener at the one address that boot.js allows.
    #[wasm_bindgen(js_namespace = factbox, js_name = startOpener, catch)]
    fn start_opener() -> Result<Worker, JsValue>;
}

/// Opens the first file of a drop or a choice, or its rich text. False where it holds neither.
pub fn take(page: Page, brought: &DataTransfer) -> bool {
    if let Some(file) = brought.files().and_then(|files| files.get(0)) {
        open_file(page, file);
        return true;
    }
    let html = brought.get_data("text/html").unwrap_or_default();
    let rich = factbox::intake::has_furniture(&html);
    if rich {
        open(page, ToOpener::Html(html));
    }
    rich
}

/// Opens a file.
pub fn open_file(page: Page, file: File) {
    if file.size() > LARGEST_FILE as f64 {
        return page.store.update(|s| s.refused(Refusal::TooLarge));
    }
    spawn_local(async move {
        match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => open(page, ToOpener::File { name: file.name(), bytes: js_sys::Uint8Array::new(&buffer).to_vec() }),
            Err(_) => page.store.update(|s| s.refused(Refusal::Damaged)),
        }
    });
}

fn open(page: Page, message: ToOpener) {
    page.store.update(|s| s.opening());
    let Ok(worker) = start_opener() else { return page.store.update(|s| s.refused(Refusal::Damaged)) };
    let (listener, failed) = (worker.clone(), worker.clone());
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        match serde_wasm_bindgen::from_value(event.data()) {
            Ok(FromOpener::Loaded) => {
                if let Ok(value) = message.serialize(&serde_wasm_bindgen::Serializer::new()) {
                    let _ = listener.post_message(&value);
                }
                return;
            }
            Ok(FromOpener::Opened(intake)) => {
                page.store.update(|s| s.opened(intake));
                page.ask(Trigger::Asked);
            }
            Ok(FromOpener::Refused(why)) => page.store.update(|s| s.refused(why)),
            Err(_) => page.store.update(|s| s.refused(Refusal::Damaged)),
        }
        listener.terminate();
    });
    let on_error = Closure::<dyn FnMut(Event)>::new(move |_| {
        failed.terminate();
        page.store.update(|s| s.refused(Refusal::Damaged));
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    // They end with the worker, which the browser frees once it has ended.
    on_message.forget();
    on_error.forget();
}
