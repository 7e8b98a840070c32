//! What the system brings to the page: a file opened with it, or what another app shared; see boot.js.

use crate::app::Page;
use crate::opener;
use factbox::intake::Shared;
use factbox::state::{Draft, Notice};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::File;

#[wasm_bindgen]
extern "C" {
    /// Calls back with a file or with the parts of what was shared.
    #[wasm_bindgen(js_namespace = factbox, js_name = onBrought, catch)]
    fn on_brought(tell: &JsValue) -> Result<(), JsValue>;
}

/// Takes what is brought, now and later.
pub fn listen(page: Page) {
    let tell = Closure::<dyn Fn(JsValue)>::new(move |parcel: JsValue| match parcel.dyn_into::<File>() {
        Ok(file) => opener::open_file(page, file),
        Err(parts) => {
            let shared: Shared = serde_wasm_bindgen::from_value(parts).unwrap_or_default();
            match shared.article() {
                Some(text) => page.read(Draft { text, ..Draft::default() }),
                None => page.store.update(|s| s.notify(Notice::OnlyLink)),
            }
        }
    });
    let _ = on_brought(tell.as_ref());
    tell.forget();
}
