//! The page's end of what page and findings tell each other. They are two Wasm modules on one page, so that the paste box need
//! not wait for what draws an answer; boot.js keeps what is told until the other one is there.

use factbox::wire::{FromFindings, ToFindings};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Fetches the findings; at once where they are there.
    #[wasm_bindgen(js_namespace = factbox, js_name = loadFindings, catch)]
    async fn load_findings() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = factbox)]
    fn tell(to: &str, message: &JsValue, beside: &JsValue);

    #[wasm_bindgen(js_namespace = factbox)]
    fn hear(as_whom: &str, with: &JsValue);
}

/// Fetches the findings. False where they could not be fetched; the next call tries again.
pub async fn load() -> bool {
    load_findings().await.is_ok()
}

/// Tells the findings something; `report` as the worker gave it.
pub fn tell_findings(message: &ToFindings, report: &JsValue) {
    if let Ok(message) = message.serialize(&serde_wasm_bindgen::Serializer::new()) {
        tell("findings", &message, report);
    }
}

/// Hears what the reader asks for among the findings.
pub fn listen(hear_it: impl Fn(FromFindings) + 'static) {
    let heard = Closure::<dyn Fn(JsValue)>::new(move |message: JsValue| {
        if let Ok(message) = serde_wasm_bindgen::from_value(message) {
            hear_it(message);
        }
    });
    hear("page", heard.as_ref());
    heard.forget();
}
