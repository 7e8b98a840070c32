//! Files that the page and its worker fetch, as bytes.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

#[wasm_bindgen]
extern "C" {
    /// The same in a window and in a worker.
    #[wasm_bindgen(catch)]
    async fn fetch(url: &str) -> Result<JsValue, JsValue>;
}

/// The content of a file; fails where the server has none.
pub async fn bytes(url: &str) -> Result<Vec<u8>, JsValue> {
    let response: Response = fetch(url).await?.dyn_into()?;
    if !response.ok() {
        return Err(response.status_text().into());
    }
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}
