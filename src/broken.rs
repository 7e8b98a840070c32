//! What is left to do after a panic in the page.

use factbox::words;
use leptos::prelude::document;

/// Has a panic told to the console and to the reader.
pub fn watch() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        tell();
    }));
}

/// After a panic nothing of the page can be trusted but the browser's own text field.
fn tell() {
    let Ok(note) = document().create_element("p") else { return };
    note.set_class_name("notice broken");
    let _ = note.set_attribute("role", "alert");
    note.set_text_content(Some(words::PAGE_BROKEN));
    if let Some(body) = document().body() {
        let _ = body.prepend_with_node_1(&note);
    }
}
