//! The engine for JavaScript: a text in, the report as JSON out, offsets in UTF-16. `js/factbox.js` is the door to it.

use factbox_engine::report::Offsets;
use factbox_engine::{Day, Gazetteer, Options, read};
use std::sync::OnceLock;
use wasm_bindgen::prelude::wasm_bindgen;

static GAZETTEER: OnceLock<Gazetteer<'static>> = OnceLock::new();

/// Opens the packed places; a second call changes nothing.
#[wasm_bindgen(js_name = openGazetteer)]
pub fn open_gazetteer(packed: &[u8]) -> Result<(), String> {
    if GAZETTEER.get().is_some() {
        return Ok(());
    }
    let bytes = Gazetteer::unpack(packed).map_err(|error| error.to_string())?;
    // The places live as long as the program: leaking the bytes once lets them be read in place.
    let opened = Gazetteer::open(Box::leak(bytes.into_boxed_slice())).map_err(|error| error.to_string())?;
    GAZETTEER.get_or_init(|| opened);
    Ok(())
}

/// The report of `text` as JSON.
#[wasm_bindgen(js_name = explainAsJson)]
pub fn explain_as_json(text: &str, title: Option<String>, published: Option<String>) -> Result<String, String> {
    let published = match published {
        Some(day) => Some(day.parse::<Day>().map_err(|_| format!("{day:?} is not a day; write it as YYYY-MM-DD"))?),
        None => None,
    };
    let options =
        Options { published, assumed: None, title: title.as_deref(), gazetteer: GAZETTEER.get(), offsets: Offsets::Utf16 };
    serde_json::to_string(&read(text, &options)).map_err(|error| error.to_string())
}
