//! The engine in a web worker: takes a text, posts a report. Every error is posted too; the page then starts a new worker.

#[cfg(target_arch = "wasm32")]
mod listen {
    use factbox::wire::{FromWorker, Request, ToWorker};
    use factbox_engine::{Day, Gazetteer, Options, Report, read, report::PublishedFrom};
    use serde::Serialize;
    use std::cell::Cell;
    use wasm_bindgen::{JsCast, JsValue, closure::Closure};
    use wasm_bindgen_futures::{JsFuture, spawn_local};
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Response};

    thread_local! {
        static GAZETTEER: Cell<Option<Gazetteer<'static>>> = const { Cell::new(None) };
    }

    /// Installs the panic hook and the message handler.
    pub fn start() {
        std::panic::set_hook(Box::new(|panic| post(&FromWorker::Failed { message: panic.to_string() })));
        let on_message =
            Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| match serde_wasm_bindgen::from_value(event.data()) {
                Ok(ToWorker::Start { gazetteer }) => spawn_local(async move { open(gazetteer).await }),
                Ok(ToWorker::Read(request)) => post(&answer(&request)),
                Ok(ToWorker::Write { format, errand, request }) => {
                    let content = format.write(&explain(&request).1);
                    post(&FromWorker::Written { format, errand, content });
                }
                Err(error) => post(&FromWorker::Failed { message: format!("a message that is none: {error}") }),
            });
        scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        on_message.forget();
        post(&FromWorker::Loaded);
    }

    fn answer(request: &Request) -> FromWorker {
        let (assumed, report) = explain(request);
        FromWorker::Answer { id: request.id, assumed, report: Box::new(report) }
    }

    /// What an article says, and whether its dates hang on the assumed day.
    fn explain(request: &Request) -> (bool, Report) {
        let day = |iso: &Option<String>| iso.as_ref().and_then(|iso| iso.parse::<Day>().ok());
        let gazetteer = GAZETTEER.get();
        let read_on = |published| -> Report {
            let options = Options { published, title: request.title.as_deref(), gazetteer: gazetteer.as_ref() };
            read(&request.text, &options)
        };
        let given = day(&request.published);
        let report = read_on(given);
        let assumed = day(&request.assumed).filter(|_| report.article.published_from == PublishedFrom::None);
        let report = if assumed.is_some() { read_on(assumed) } else { report };
        (assumed.is_some(), report)
    }

    /// Fetches the gazetteer and reports that the engine is up; without a gazetteer it still reads.
    async fn open(url: Option<String>) {
        let opened = match url {
            None => None,
            Some(url) => match fetch(&url).await {
                // The bytes live as long as the worker: leaking them once lets the gazetteer be read in place.
                Ok(packed) => {
                    Gazetteer::unpack(&packed).ok().and_then(|bytes| Gazetteer::open(Box::leak(bytes.into_boxed_slice())).ok())
                }
                Err(_) => None,
            },
        };
        GAZETTEER.set(opened);
        post(&FromWorker::Ready { places: opened.is_some() });
    }

    async fn fetch(url: &str) -> Result<Vec<u8>, JsValue> {
        let response: Response = JsFuture::from(scope().fetch_with_str(url)).await?.dyn_into()?;
        if !response.ok() {
            return Err(response.status_text().into());
        }
        let buffer = JsFuture::from(response.array_buffer()?).await?;
        Ok(js_sys::Uint8Array::new(&buffer).to_vec())
    }

    fn post(message: &FromWorker) {
        if let Ok(value) = message.serialize(&serde_wasm_bindgen::Serializer::new()) {
            // Nothing is left to be told where even this fails; the page's watchdog sees the silence.
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
