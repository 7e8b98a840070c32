//! Gives the reader a file to keep. The bytes stay in the browser.

use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// A text as a file to be kept.
pub fn text(name: &str, media_type: &str, content: &str) -> Result<(), JsValue> {
    blob(name, &wrap(media_type, content)?)
}

/// Bytes as a file to be kept.
pub fn blob(name: &str, content: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(content)?;
    let link: HtmlElement = document().create_element("a")?.unchecked_into();
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.click();
    // The browser has taken hold of the bytes by then.
    Url::revoke_object_url(&address)
}

/// A text as bytes of a type.
pub fn wrap(media_type: &str, content: &str) -> Result<Blob, JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&content.into()), &kind)
}
