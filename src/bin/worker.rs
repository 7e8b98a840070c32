//! The engine in a web worker: takes a text, posts a report. Every error is posted too; the page then starts a new worker.

#[cfg(target_arch = "wasm32")]
#[path = "../fetched.rs"]
mod fetched;
#[cfg(target_arch = "wasm32")]
#[expect(dead_code, reason = "the names of languages are the page's")]
#[path = "../findings/parts/names.rs"]
mod names;
#[cfg(target_arch = "wasm32")]
#[path = "../port.rs"]
mod port;

#[cfg(target_arch = "wasm32")]
mod listen {
    use crate::fetched;
    use crate::names;
    use crate::port::{self, post};
    use factbox::answer::Gist;
    use factbox::export;
    use factbox::wire::{Request, Said, ToWorker};
    use factbox_engine::{Day, Gazetteer, Options, Report, read, report::PublishedFrom};
    use std::cell::Cell;
    use wasm_bindgen_futures::spawn_local;

    thread_local! {
        static GAZETTEER: Cell<Option<Gazetteer<'static>>> = const { Cell::new(None) };
    }

    /// Installs the panic hook and the message handler.
    pub fn start() {
        std::panic::set_hook(Box::new(|panic| post(&Said::Failed { message: panic.to_string() })));
        port::listen(|message| match message {
            Ok(ToWorker::Start { gazetteer }) => spawn_local(async move { open(gazetteer).await }),
            Ok(ToWorker::Read(request)) => post(&answer(&request)),
            Ok(ToWorker::Write { format, errand, request }) => {
                let content = format.write(&explain(&request).1);
                post(&Said::Written { format, errand, content });
            }
            Ok(ToWorker::Panel { panel, request }) => {
                let content = export::panel(panel, &request.text, &explain(&request).1, names::country);
                post(&Said::Panel { panel, content });
            }
            Err(error) => post(&Said::Failed { message: format!("a message that is none: {error}") }),
        });
        post(&Said::Loaded);
    }

    fn answer(request: &Request) -> Said {
        let (assumed, report) = explain(request);
        Said::Answer { id: request.id, assumed, gist: Gist::of(&report), report: Box::new(report) }
    }

    /// What an article says, and whether its dates hang on the assumed day.
    fn explain(request: &Request) -> (bool, Report) {
        let day = |iso: &Option<String>| iso.as_ref().and_then(|iso| iso.parse::<Day>().ok());
        let gazetteer = GAZETTEER.get();
        let (published, assumed) = (day(&request.published), day(&request.assumed));
        let options =
            Options { published, assumed, title: request.title.as_deref(), gazetteer: gazetteer.as_ref(), ..Options::default() };
        let report = read(&request.text, &options);
        let assumed = published.is_none() && report.article.published_from == PublishedFrom::Given;
        (assumed, report)
    }

    /// Fetches the gazetteer and reports that the engine is up; without a gazetteer it still reads.
    async fn open(url: Option<String>) {
        let opened = match url {
            None => None,
            Some(url) => match fetched::bytes(&url).await {
                // The bytes live as long as the worker: leaking them once lets the gazetteer be read in place.
                Ok(packed) => {
                    Gazetteer::unpack(&packed).ok().and_then(|bytes| Gazetteer::open(Box::leak(bytes.into_boxed_slice())).ok())
                }
                Err(_) => None,
            },
        };
        GAZETTEER.set(opened);
        post(&Said::Ready { places: opened.is_some() });
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    listen::start();
}
