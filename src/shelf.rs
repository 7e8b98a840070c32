//! The browser's own shelves: IndexedDB for the history, through shelf.js, which is fetched at the first use; local
//! storage for the settings. What the windows need of them is src/findings/shelf.rs.

use factbox::history::Kept;
use factbox::settings::{Settings, Theme};
use leptos::prelude::window;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Where the browser keeps the settings; boot.js reads the colours there.
const SETTINGS: &str = "factbox-settings";

#[wasm_bindgen]
extern "C" {
    /// Does one of the acts of shelf.js.
    #[wasm_bindgen(js_namespace = factbox, js_name = shelf, catch)]
    async fn act(name: &str, with: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = factbox, js_name = theme, catch)]
    fn paint(theme: &str) -> Result<(), JsValue>;
}

/// Keeps an article.
pub async fn put(kept: &Kept) -> Result<(), JsValue> {
    let value = kept.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?;
    act("put", &value).await.map(|_| ())
}

/// What the reader has set before; defaults where nothing can be read.
pub fn settings() -> Settings {
    let kept = || js_sys::JSON::parse(&window().local_storage().ok()??.get_item(SETTINGS).ok()??).ok();
    kept().and_then(|value| serde_wasm_bindgen::from_value(value).ok()).unwrap_or_default()
}

/// Shows the colours.
pub fn show(theme: Theme) {
    let name = match theme {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    let _ = paint(name);
}
