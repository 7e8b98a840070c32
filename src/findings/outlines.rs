//! Fetches the outlines of the map, once, after the page is up. It asks for the whole world whatever the article says, so
//! that the request tells nobody what is read. Without the outlines the page shows its lists only.

use crate::fetched;
use factbox::map::atlas::Atlas;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::sync::Arc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = factbox, js_name = map, thread_local_v2)]
    static MAP: Option<String>;
}

thread_local! {
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Asks for the outlines at the first call.
pub fn fetch_once(into: RwSignal<Option<Arc<Atlas>>>) {
    if !ASKED.replace(true) {
        spawn_local(fetch(into));
    }
}

async fn fetch(into: RwSignal<Option<Arc<Atlas>>>) {
    let Some(url) = MAP.with(Clone::clone) else { return };
    let opened = match fetched::bytes(&url).await {
        Ok(bytes) => Atlas::open(&bytes).map_err(|error| error.to_string()),
        Err(error) => Err(format!("{error:?}")),
    };
    match opened {
        Ok(atlas) => into.set(Some(Arc::new(atlas))),
        Err(error) => leptos::logging::warn!("Factbox: there is no map: {error}"),
    }
}
