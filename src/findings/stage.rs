//! Where the findings stand on the page: beside the article, with the bar and the sheet of a narrow screen.

use crate::bridge;
use crate::broken;
use crate::keys;
use crate::outlines;
use crate::panels;
use crate::parts::{copying, linking};
use crate::shelf;
use factbox::answer::Answer;
use factbox::map::atlas::Atlas;
use factbox::settings::Settings;
use factbox::wire::ToFindings;
use factbox::words;
use leptos::ev;
use leptos::html::*;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use web_sys::{Event, FocusEvent, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent};

/// What the panels need.
#[derive(Clone, Copy)]
pub struct Stage {
    /// The newest answer.
    pub answer: RwSignal<Option<Arc<Answer>>>,
    /// The outlines of the map, once they are there.
    pub atlas: RwSignal<Option<Arc<Atlas>>>,
    /// What the reader has set.
    pub settings: RwSignal<Settings>,
}

/// Takes its places on the page and listens.
pub fn start() {
    broken::watch();
    let stage = Stage { answer: RwSignal::new(None), atlas: RwSignal::new(None), settings: RwSignal::new(shelf::settings()) };
    let windows = panels::Windows::new(stage);
    let sheet = panels::Sheet::new(stage);
    mount("facts", move || (move || stage.answer.get().map(|a| panels::facts(stage, &a))).into_any());
    mount("reading", move || (move || stage.answer.get().map(|a| panels::article(&a))).into_any());
    let places = move |answer: Arc<Answer>| sticky_bar(!answer.report.places.is_empty());
    mount("over", move || (move || stage.answer.get().map(places), sheet.view(), windows.view()).into_any());
    if let Some(main) = place("main") {
        on(&main, "click", move |event| sheet.click(event.unchecked_ref::<MouseEvent>()));
        on(&main, "pointerover", |event| linking::on_over(event.unchecked_into::<PointerEvent>()));
        on(&main, "pointerout", |event| linking::on_out(event.unchecked_into::<PointerEvent>()));
        on(&main, "focusin", |event| linking::on_focus(event.unchecked_into::<FocusEvent>()));
        on(&main, "focusout", |event| linking::on_blur(event.unchecked_into::<FocusEvent>()));
        on(&main, "keydown", |event| linking::on_key(event.unchecked_into::<KeyboardEvent>()));
    }
    let steps = |event: KeyboardEvent| {
        if let Some(key) = keys::command(&event, &['n', 'p']) {
            linking::step(key == 'n');
        }
    };
    // For as long as the page lives.
    std::mem::forget(window_event_listener(ev::keydown, steps));
    bridge::listen(move |message, report| match message {
        ToFindings::Ready => outlines::fetch_once(stage.atlas),
        ToFindings::Answer(answer) => match serde_wasm_bindgen::from_value(report) {
            Ok(report) => stage.answer.set(Some(Arc::new(answer.with(report)))),
            Err(error) => panic!("a report that is none: {error}"),
        },
        ToFindings::Nothing => stage.answer.set(None),
        ToFindings::Copied(panel) => copying::copied(panel),
        ToFindings::Open(window) => windows.open(window),
        ToFindings::Shelved => windows.shelved(),
    });
}

/// Draws into the element with an id that the page has left empty.
fn mount(id: &str, view: impl FnOnce() -> AnyView + 'static) {
    if let Some(place) = place(id) {
        mount_to(place, view).forget();
    }
}

fn place(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// For as long as the page lives.
fn on(element: &HtmlElement, name: &str, act: impl Fn(Event) + 'static) {
    let act = Closure::<dyn Fn(Event)>::new(act);
    let _ = element.add_event_listener_with_callback(name, act.as_ref().unchecked_ref());
    act.forget();
}

/// Links to the parts of the page, for narrow screens; `places` where there is a list of them.
fn sticky_bar(places: bool) -> AnyView {
    let link = |target: &'static str, name: &'static str| li().child(a().href(target).child(name));
    nav()
        .class("bar")
        .attr("aria-label", words::bar::NAME)
        .child(ul().child((
            link("#summary", words::bar::SUMMARY),
            places.then(|| link("#regions", words::bar::REGIONS)),
            link("#article", words::bar::ARTICLE),
            li().class("back").child(button().attr("type", "button").on(ev::click, |_| linking::back()).child(words::bar::BACK)),
        )))
        .into_any()
}
