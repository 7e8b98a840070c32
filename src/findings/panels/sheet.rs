//! On a narrow screen, where the article is out of sight: the sentences of a fact in a sheet from below.

use crate::bridge;
use crate::dialog::{close, open};
use crate::parts::{copying, linking};
use crate::stage::Stage;
use factbox::quoted::{Quote, behind};
use factbox::wire::FromFindings;
use factbox::words::copy as words;
use leptos::ev;
use leptos::html::*;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

const SHEET: &str = "sheet";
const TITLE: &str = "sheet-title";
/// Sentences that the sheet shows; the article has the others.
const QUOTES: usize = 8;

/// A fact with its sentences.
#[derive(Clone)]
struct Shown {
    name: String,
    quotes: Vec<Quote>,
}

/// What clicks among facts and article do, and the sheet that some of them open.
#[derive(Clone, Copy)]
pub struct Sheet {
    stage: Stage,
    shown: RwSignal<Option<Shown>>,
    fact: StoredValue<Option<Element>, LocalStorage>,
}

impl Sheet {
    /// A sheet that is put away.
    pub fn new(stage: Stage) -> Sheet {
        Sheet { stage, shown: RwSignal::new(None), fact: StoredValue::new_local(None) }
    }

    /// Copies a panel; shows a fact's sentences in the sheet where the screen is narrow; goes to the other side elsewhere.
    pub fn click(self, event: &MouseEvent) {
        let Some(target) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else { return };
        if let Some(panel) = copying::pressed(&target) {
            return bridge::ask(FromFindings::Copy(panel));
        }
        let Some(tied) = linking::tied(&target) else { return };
        if !(linking::is_narrow() && !linking::is_mark(&tied) && self.show(&tied)) {
            linking::choose(tied);
        }
    }

    /// False where the article has no words for the fact.
    fn show(self, fact: &Element) -> bool {
        let Some(answer) = self.stage.answer.get_untracked() else { return false };
        let quotes = behind(&answer.request.text, &answer.report, &linking::keys_of(fact));
        if quotes.is_empty() {
            return false;
        }
        linking::choose_here(fact);
        self.shown.set(Some(Shown { name: name_of(fact), quotes }));
        self.fact.set_value(Some(fact.clone()));
        request_animation_frame(|| open(SHEET));
        true
    }

    /// Goes to the sentence; the browser has given the focus back to the fact by then.
    fn follow(self) {
        close(SHEET);
        if let Some(fact) = self.fact.get_value() {
            linking::choose(fact);
        }
    }

    /// A click beside the sheet puts it away, and opens it anew for the fact that lies there.
    fn beside(self, event: &MouseEvent) {
        let on_backdrop = event.target().and_then(|t| t.dyn_into::<Element>().ok()).is_some_and(|t| t.id() == SHEET);
        let Some(sheet) = document().get_element_by_id(SHEET).filter(|_| on_backdrop) else { return };
        let (x, y) = (event.client_x() as f32, event.client_y() as f32);
        if f64::from(y) >= sheet.get_bounding_client_rect().top() {
            return;
        }
        close(SHEET);
        let below = document().element_from_point(x, y).and_then(|below| linking::tied(&below));
        if let Some(fact) = below.filter(|tied| !linking::is_mark(tied)) {
            self.show(&fact);
        }
    }

    /// The sheet, closed until a fact is tapped.
    pub fn view(self) -> AnyView {
        let content = move || self.shown.get().map(|shown| content(self, shown));
        dialog()
            .id(SHEET)
            .class("sheet")
            .attr("aria-labelledby", TITLE)
            .on(ev::click, move |event| self.beside(&event))
            .child(content)
            .into_any()
    }
}

fn content(sheet: Sheet, shown: Shown) -> AnyView {
    let more = shown.quotes.len().saturating_sub(QUOTES);
    let quotes: Vec<AnyView> = shown.quotes.iter().take(QUOTES).map(quote).collect();
    let press = |class: &'static str, label: &'static str, act: fn(Sheet)| {
        button().attr("type", "button").class(class).on(ev::click, move |_| act(sheet)).child(label)
    };
    (
        h2().id(TITLE).attr("tabindex", "-1").attr("autofocus", "").child(bdi().child(shown.name)),
        div().class("sheet-words").child((
            p().class("aside").child(words::SAID),
            quotes,
            (more > 0).then(|| p().class("aside").child(words::more(more))),
        )),
        div().class("sheet-buttons").child((
            press("button primary", words::SHOW, |sheet| sheet.follow()),
            press("button", words::CLOSE, |_| close(SHEET)),
        )),
    )
        .into_any()
}

fn quote(quote: &Quote) -> AnyView {
    let piece = |(text, said): (&str, bool)| match said {
        true => strong().child(text.to_string()).into_any(),
        false => text.to_string().into_any(),
    };
    let pieces: Vec<AnyView> = quote.pieces().into_iter().map(piece).collect();
    blockquote().class("words").child(bdi().child(pieces)).into_any()
}

/// What a fact is called: its words, after its kind where that stands apart from them.
fn name_of(fact: &Element) -> String {
    let text = |selector: &str| {
        let found = fact.query_selector(selector).ok().flatten()?;
        found.text_content().map(|t| t.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|t| !t.is_empty())
    };
    let (kind, words) = (text(":scope > h3, :scope > dt, :scope > td:first-child"), text(".leads").or_else(|| text("h2, title")));
    match (kind, words) {
        (Some(kind), Some(words)) if !kind.contains(&words) => format!("{kind}: {words}"),
        (_, Some(words)) | (Some(words), None) => words,
        (None, None) => words::SAID.to_string(),
    }
}
