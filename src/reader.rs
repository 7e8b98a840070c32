//! The worker that holds the engine, and its watchdog: after an error, a trap or a silence the worker is ended and a new
//! one started. What to do is the store's to decide; this only does it.

use crate::bridge;
use crate::offer;
use crate::share;
use factbox::answer::Gist;
use factbox::export::{Format, Panel};
use factbox::state::Store;
use factbox::wire::{Errand, FromWorker, Request, ToFindings, ToWorker};
use factbox::words;
use leptos::leptos_dom::helpers::set_timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use wasm_bindgen::prelude::*;
use web_sys::{Event, MessageEvent, Worker};

/// A worker that takes longer over an article is taken for dead.
const SILENCE: Duration = Duration::from_secs(5);
/// What each further megabyte may take: a slow phone with a long text is no dead worker.
const SILENCE_A_MEGABYTE: Duration = Duration::from_secs(40);
/// Loading crosses the network, which may be slow.
const LOADING: Duration = Duration::from_secs(60);

#[wasm_bindgen]
extern "C" {
    /// Starts a worker at the one address that boot.js allows.
    #[wasm_bindgen(js_namespace = factbox, js_name = startWorker, catch)]
    fn start_worker() -> Result<Worker, JsValue>;

    #[wasm_bindgen(js_namespace = factbox, js_name = gazetteer, thread_local_v2)]
    static GAZETTEER: Option<String>;
}

/// A report on its way from the worker to the findings; the page itself does not look into it.
#[derive(Deserialize)]
struct Sealed(#[serde(with = "serde_wasm_bindgen::preserve")] JsValue);

/// The running worker with the closures that it calls.
struct Live {
    worker: Worker,
    number: u32,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(Event)>,
}

impl Drop for Live {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.set_onmessageerror(None);
        self.worker.terminate();
    }
}

/// Handle of the one worker; copies mean the same one.
#[derive(Clone, Copy)]
pub struct Reader {
    store: RwSignal<Store>,
    live: StoredValue<Option<Live>, LocalStorage>,
    started: StoredValue<u32>,
}

impl Reader {
    /// A reader that serves `store`; its worker starts at the first [`Reader::serve`].
    pub fn new(store: RwSignal<Store>) -> Reader {
        Reader { store, live: StoredValue::new_local(None), started: StoredValue::new(0) }
    }

    /// Has one panel of what an article says put into the clipboard.
    pub fn write_panel(self, panel: Panel, request: Request) {
        self.post(&ToWorker::Panel { panel, request });
    }

    /// Has what an article says written; what comes back is kept or copied.
    pub fn write(self, format: Format, errand: Errand, request: Request) {
        self.post(&ToWorker::Write { format, errand, request });
    }

    /// Starts a worker where one is needed and sends the open question where one waits.
    pub fn serve(self) {
        if self.store.with_untracked(Store::needs_worker) {
            self.start();
        }
        let mut request = None;
        self.store.maybe_update(|store| {
            request = store.next_request();
            request.is_some()
        });
        if let Some(request) = request {
            let id = request.id;
            let patience = SILENCE + SILENCE_A_MEGABYTE * request.text.len() as u32 / 1_000_000;
            self.post(&ToWorker::Read(request));
            let number = self.started.get_value();
            set_timeout(move || self.check(number, |store| store.awaited() == Some(id), "silent while reading"), patience);
        }
    }

    /// Ends the worker over a text that takes too long, and starts the next one.
    pub fn stop(self) {
        self.live.set_value(None);
        self.store.update(Store::stopped);
        self.serve();
    }

    fn start(self) {
        let number = self.started.get_value() + 1;
        self.started.set_value(number);
        self.store.update(Store::worker_started);
        let worker = match start_worker() {
            Ok(worker) => worker,
            Err(error) => return self.fail(number, &format!("{error:?}")),
        };
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| self.receive(number, event.data()));
        let on_error = Closure::<dyn Fn(Event)>::new(move |event: Event| self.fail(number, &event.type_()));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(on_error.as_ref().unchecked_ref()));
        self.live.set_value(Some(Live { worker, number, _on_message: on_message, _on_error: on_error }));
        set_timeout(move || self.check(number, Store::is_starting, "silent while loading"), LOADING);
    }

    fn receive(self, number: u32, data: JsValue) {
        match serde_wasm_bindgen::from_value::<FromWorker<Sealed>>(data) {
            Ok(FromWorker::Loaded) => self.post(&ToWorker::Start { gazetteer: GAZETTEER.with(Clone::clone) }),
            Ok(FromWorker::Ready { places }) => {
                self.store.update(|store| store.worker_ready(places));
                bridge::tell_findings(&ToFindings::Ready, &JsValue::NULL);
                self.serve();
            }
            Ok(FromWorker::Answer { id, assumed, gist, report: Sealed(report) }) => self.answered(id, assumed, gist, &report),
            Ok(FromWorker::Written { format, errand, content }) => self.hand_over(format, errand, content),
            Ok(FromWorker::Panel { panel, content }) => self.copy(panel, content),
            Ok(FromWorker::Failed { message }) => self.fail(number, &message),
            Err(error) => self.fail(number, &error.to_string()),
        }
    }

    fn answered(self, id: u32, assumed: bool, gist: Gist, report: &JsValue) {
        if self.store.try_update(|store| store.answered(id, assumed, gist)).unwrap_or_default()
            && let Some(answer) = self.store.with_untracked(|store| store.answer.clone())
        {
            bridge::tell_findings(&ToFindings::Answer(answer), report);
        }
    }

    fn hand_over(self, format: Format, errand: Errand, content: String) {
        let store = self.store;
        spawn_local(async move {
            let done = match errand {
                Errand::Keep => offer::text(&words::file_name(format), format.media_type(), &content),
                Errand::Copy => share::copy(&content).await,
            };
            let told = match (errand, done.is_ok()) {
                (Errand::Copy, true) => words::COPIED,
                (Errand::Keep, true) => words::KEPT,
                (Errand::Copy, false) => words::NOT_COPIED,
                (Errand::Keep, false) => words::NOT_KEPT,
            };
            store.update(|s| s.tell(told.into()));
        });
    }

    fn copy(self, panel: Panel, content: String) {
        let store = self.store;
        spawn_local(async move {
            let done = share::copy(&content).await.is_ok();
            if done {
                bridge::tell_findings(&ToFindings::Copied(panel), &JsValue::NULL);
            }
            store.update(|s| s.tell(if done { words::COPIED } else { words::NOT_COPIED }.into()));
        });
    }

    /// Fails the worker `number` if `hangs` still holds.
    fn check(self, number: u32, hangs: impl Fn(&Store) -> bool, message: &str) {
        if number == self.started.get_value() && self.store.with_untracked(hangs) {
            self.fail(number, message);
        }
    }

    /// Ends the worker `number` and starts the next one. Late words of workers ended before are not heard.
    fn fail(self, number: u32, message: &str) {
        if number != self.started.get_value() {
            return;
        }
        leptos::logging::warn!("Factbox: worker {number} was replaced: {message}");
        self.live.set_value(None);
        self.store.update(Store::worker_failed);
        self.serve();
    }

    fn post(self, message: &ToWorker) {
        let posted = self.live.with_value(|live| {
            let live = live.as_ref()?;
            let value = message.serialize(&serde_wasm_bindgen::Serializer::new()).ok()?;
            Some((live.number, live.worker.post_message(&value)))
        });
        if let Some((number, Err(error))) = posted {
            self.fail(number, &format!("{error:?}"));
        }
    }
}
