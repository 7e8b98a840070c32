//! English names of countries and languages, from the browser.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type DisplayNames;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str, options: &JsValue) -> Result<DisplayNames, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<Option<String>, JsValue>;
}

/// "Ukraine" for "UA"; the code itself where the browser does not know it.
pub fn country(code: &str) -> String {
    name("region", code)
}

/// "Ukrainian" for "uk"; the tag itself where the browser does not know it.
pub fn language(tag: &str) -> String {
    name("language", tag)
}

fn name(kind: &str, code: &str) -> String {
    let options = js_sys::Object::new();
    let set = js_sys::Reflect::set(&options, &"type".into(), &kind.into());
    let known = set.and_then(|_| DisplayNames::new("en", &options)).and_then(|names| names.of(code));
    known.ok().flatten().unwrap_or_else(|| code.to_string())
}
