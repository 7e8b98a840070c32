//! What the browser keeps, as far as the windows need it; see src/shelf.rs.

use crate::bridge;
use factbox::history::{Kept, Row};
use factbox::settings::Settings;
use factbox::wire::FromFindings;
use leptos::prelude::window;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

/// Where the browser keeps the settings; boot.js reads the colours there.
const SETTINGS: &str = "factbox-settings";

#[wasm_bindgen]
extern "C" {
    /// Does one of the acts of shelf.js.
    #[wasm_bindgen(js_namespace = factbox, js_name = shelf, catch)]
    async fn act(name: &str, with: &JsValue) -> Result<JsValue, JsValue>;
}

/// The articles that have all words of `query`, the newest first.
pub async fn find(query: &str) -> Result<Vec<Row>, JsValue> {
    read(act("find", &query.into()).await?)
}

/// An article, where it is still kept.
pub async fn get(id: &str) -> Result<Option<Kept>, JsValue> {
    read(act("get", &id.into()).await?)
}

/// Removes an article.
pub async fn remove(id: &str) -> Result<(), JsValue> {
    act("remove", &id.into()).await.map(|_| ())
}

/// Removes every article, and the settings.
pub async fn erase() -> Result<(), JsValue> {
    if let Ok(Some(storage)) = window().local_storage() {
        storage.remove_item(SETTINGS)?;
    }
    act("erase", &JsValue::NULL).await.map(|_| ())
}

fn read<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    Ok(serde_wasm_bindgen::from_value(value)?)
}

/// What the reader has set before; defaults where nothing can be read.
pub fn settings() -> Settings {
    let kept = || js_sys::JSON::parse(&window().local_storage().ok()??.get_item(SETTINGS).ok()??).ok();
    kept().and_then(|value| serde_wasm_bindgen::from_value(value).ok()).unwrap_or_default()
}

/// Keeps the settings, and has the page follow them; false where the browser does not keep them.
pub fn set(settings: Settings) -> bool {
    bridge::ask(FromFindings::Set(settings));
    let kept = || {
        let value = settings.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).ok()?;
        let text = js_sys::JSON::stringify(&value).ok()?;
        window().local_storage().ok()??.set_item(SETTINGS, &String::from(text)).ok()
    };
    kept().is_some()
}
