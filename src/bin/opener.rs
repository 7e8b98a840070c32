//! The opener in a web worker: takes a file or rich text, posts an article. The page fetches it when the first file comes.

#[cfg(target_arch = "wasm32")]
mod listen {
    use factbox::intake::{html_article, open};
    use factbox::wire::{FromOpener, ToOpener};
    use serde::Serialize;
    use wasm_bindgen::{JsCast, closure::Closure};
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    /// Installs the message handler. A panic traps, which the page hears as an error of the worker.
    pub fn start() {
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
            if let Ok(message) = serde_wasm_bindgen::from_value(event.data()) {
                post(&match message {
                    ToOpener::File { name, bytes } => open(&name, &bytes).map_or_else(FromOpener::Refused, FromOpener::Opened),
                    ToOpener::Html(source) => FromOpener::Opened(html_article(&source)),
                });
            }
        });
        scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        on_message.forget();
        post(&FromOpener::Loaded);
    }

    fn post(message: &FromOpener) {
        if let Ok(value) = message.serialize(&serde_wasm_bindgen::Serializer::new()) {
            let _ = scope().post_message(&value);
        }
    }

    fn scope() -> DedicatedWorkerGlobalScope {
        js_sys::global().unchecked_into()
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    listen::start();
}
