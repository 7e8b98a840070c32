//! Keys that mean the whole page, wherever the reader is.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Where a key is a letter that the reader types.
const TYPING: &str = "input, textarea, select, dialog";

/// Which of `commands` a key gives to the page; none while the reader types or holds a key of the browser's own.
pub fn command(event: &KeyboardEvent, commands: &[char]) -> Option<char> {
    let held = event.ctrl_key() || event.meta_key() || event.alt_key();
    let target: Option<Element> = event.target().and_then(|t| t.dyn_into().ok());
    let typing = target.is_some_and(|e| matches!(e.closest(TYPING), Ok(Some(_))));
    commands.iter().copied().find(|c| !held && !typing && event.key() == c.to_string())
}
