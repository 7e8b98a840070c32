//! A worker's end of the messages: what the engine's worker and the opener share.

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Hands every message to `hear`, an error where it is none that is known.
pub fn listen<T: DeserializeOwned + 'static>(hear: impl Fn(Result<T, serde_wasm_bindgen::Error>) + 'static) {
    let on_message =
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| hear(serde_wasm_bindgen::from_value(event.data())));
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
}

/// Sends a message to the page.
pub fn post(message: &impl Serialize) {
    if let Ok(value) = message.serialize(&serde_wasm_bindgen::Serializer::new()) {
        // Nothing is left to be told where even this fails; the page sees the silence.
        let _ = scope().post_message(&value);
    }
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}
