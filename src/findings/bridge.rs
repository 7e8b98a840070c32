//! The findings' end of what page and findings tell each other; the page's is src/bridge.rs.

use factbox::wire::{FromFindings, ToFindings};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = factbox)]
    fn tell(to: &str, message: &JsValue, beside: &JsValue);

    #[wasm_bindgen(js_namespace = factbox)]
    fn hear(as_whom: &str, with: &JsValue);
}

/// Asks the page for what the reader wants of it.
pub fn ask(message: FromFindings) {
    if let Ok(message) = message.serialize(&serde_wasm_bindgen::Serializer::new()) {
        tell("page", &message, &JsValue::NULL);
    }
}

/// Hears what the page tells, first what it has told before; the report of an answer stands beside the message.
pub fn listen(hear_it: impl Fn(ToFindings, JsValue) + 'static) {
    let heard = Closure::<dyn Fn(JsValue, JsValue)>::new(move |message, report| {
        if let Ok(message) = serde_wasm_bindgen::from_value(message) {
            hear_it(message, report);
        }
    });
    hear("findings", heard.as_ref());
    heard.forget();
}
