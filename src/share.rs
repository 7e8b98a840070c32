//! A link that holds the text itself, behind the "#", which no browser sends to a server, with the day that its relative
//! dates hang on: who opens it later or with other settings sees the same answer.

use crate::app::Page;
use factbox::state::Draft;
use factbox::wire::Request;
use factbox::words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Before the packed text; between it and the day stands one of the others: given with the text, or assumed by the sender
/// (without a day where the sender's settings leave such dates open).
const TEXT: &str = "#text=";
const DAY: &str = "&published=";
const ASSUMED: &str = "&assumed=";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = factbox, catch)]
    async fn pack(text: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = factbox, catch)]
    async fn unpack(packed: &str, most: f64) -> Result<JsValue, JsValue>;
}

/// Copies a link that holds the text of the answer and its day.
pub fn copy_link(page: Page) {
    let Some(answer) = page.store.with_untracked(|s| s.answer.clone()) else { return };
    spawn_local(async move {
        let told = match link(&answer.request).await {
            Ok(link) => copy(&link).await.map(|()| words::link_copied(link.len())),
            Err(error) => Err(error),
        };
        page.store.update(|s| s.tell(told.unwrap_or_else(|_| words::NOT_COPIED.into())));
    });
}

/// Puts a text into the clipboard; fails where the browser does not allow it.
pub async fn copy(content: &str) -> Result<(), JsValue> {
    JsFuture::from(window().navigator().clipboard().write_text(content)).await.map(|_| ())
}

async fn link(request: &Request) -> Result<String, JsValue> {
    let packed = pack(&request.text).await?.as_string().unwrap_or_default();
    let here = window().location().href()?;
    let page = here.split(['#', '?']).next().unwrap_or_default();
    let (name, day) = match &request.published {
        Some(day) => (DAY, day.as_str()),
        None => (ASSUMED, request.assumed.as_deref().unwrap_or_default()),
    };
    Ok([page, TEXT, &packed, name, day].concat())
}

/// Puts the text of a link into the box, and takes it off the address. False where the address holds none.
pub fn take_link(page: Page) -> bool {
    let hash = window().location().hash().unwrap_or_default();
    let Some(held) = hash.strip_prefix(TEXT) else { return false };
    let (held, day) = held.split_once(DAY).unwrap_or((held, ""));
    let (packed, assumed) = match held.split_once(ASSUMED) {
        Some((packed, day)) => (packed, Some(day).filter(|day| day.is_empty() || is_day(day))),
        None => (held, None),
    };
    let day = is_day(day).then(|| day.to_string());
    let (packed, assumed) = (packed.to_string(), assumed.map(String::from));
    let _ = window().history().and_then(|h| h.replace_state_with_url(&JsValue::NULL, "", Some(".")));
    spawn_local(async move {
        let text = unpack(&packed, words::LARGEST_TEXT as f64).await.ok().and_then(|text| text.as_string());
        match text {
            Some(text) => page.read(Draft { text, published: day, assumed, ..Draft::default() }),
            None => page.store.update(|s| s.tell(words::LINK_BROKEN.into())),
        }
    });
    true
}

/// True for what has the form of a day, ISO 8601. What is none in the calendar the engine leaves aside.
fn is_day(text: &str) -> bool {
    text.len() == 10 && text.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() })
}
