//! The opener in a web worker: takes a file or rich text, posts an article. The page fetches it when the first file comes.

#[cfg(target_arch = "wasm32")]
#[path = "../port.rs"]
mod port;

#[cfg(target_arch = "wasm32")]
mod listen {
    use crate::port;
    use factbox::intake::{html_article, open};
    use factbox::wire::{FromOpener, ToOpener};

    /// Installs the message handler. A panic traps, which the page hears as an error of the worker.
    pub fn start() {
        port::listen(|message| match message {
            Ok(ToOpener::File { name, bytes }) => {
                port::post(&open(&name, &bytes).map_or_else(FromOpener::Refused, FromOpener::Opened));
            }
            Ok(ToOpener::Html(source)) => port::post(&FromOpener::Opened(html_article(&source))),
            Err(_) => {}
        });
        port::post(&FromOpener::Loaded);
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    listen::start();
}
