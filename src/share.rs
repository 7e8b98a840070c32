//! A link that holds the text itself, behind the "#", which no browser sends to a server.

use crate::app::Page;
use crate::parts::offer;
use factbox::state::Draft;
use factbox::words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;

/// Before the packed text; `DAY` between it and the text's day of publication.
const TEXT: &str = "#text=";
const DAY: &str = "&published=";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = factbox, catch)]
    async fn pack(text: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = factbox, catch)]
    async fn unpack(packed: &str, most: f64) -> Result<JsValue, JsValue>;
}

/// Copies a link that holds the text of the answer and its day.
pub fn copy_link(page: Page) {
    let Some(answer) = page.answer.get_untracked() else { return };
    spawn_local(async move {
        let told = match link(&answer.request.text, answer.request.published.as_deref()).await {
            Ok(link) => offer::copy(&link).await.map(|()| words::link_copied(link.len())),
            Err(error) => Err(error),
        };
        page.store.update(|s| s.tell(told.unwrap_or_else(|_| words::NOT_COPIED.into())));
    });
}

async fn link(text: &str, published: Option<&str>) -> Result<String, JsValue> {
    let packed = pack(text).await?.as_string().unwrap_or_default();
    let here = window().location().href()?;
    let page = here.split(['#', '?']).next().unwrap_or_default();
    let day = published.map(|day| format!("{DAY}{day}")).unwrap_or_default();
    Ok(format!("{page}{TEXT}{packed}{day}"))
}

/// Puts the text of a link into the box, and takes it off the address. False where the address holds none.
pub fn take_link(page: Page) -> bool {
    let hash = window().location().hash().unwrap_or_default();
    let Some(held) = hash.strip_prefix(TEXT) else { return false };
    let (packed, day) = held.split_once(DAY).unwrap_or((held, ""));
    let (packed, day) = (packed.to_string(), is_day(day).then(|| day.to_string()));
    let _ = window().history().and_then(|h| h.replace_state_with_url(&JsValue::NULL, "", Some(".")));
    spawn_local(async move {
        let text = unpack(&packed, words::LARGEST_TEXT as f64).await.ok().and_then(|text| text.as_string());
        match text {
            Some(text) => page.read(Draft { text, published: day, ..Draft::default() }),
            None => page.store.update(|s| s.tell(words::LINK_BROKEN.into())),
        }
    });
    true
}

/// True for what has the form of a day, ISO 8601. What is none in the calendar the engine leaves aside.
fn is_day(text: &str) -> bool {
    text.len() == 10 && text.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() })
}
