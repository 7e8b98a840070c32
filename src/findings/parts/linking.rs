//! Ties sentences and facts: pointing at one lights the other, choosing one scrolls to the other.
//!
//! Both carry the keys of their findings in `data-fact`. Lighting is a class set on the elements that share a key, so that
//! an article with thousands of marks needs no signal for each.

use leptos::prelude::document;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, FocusEvent, FocusOptions, HtmlElement, KeyboardEvent, PointerEvent, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// Pointed at or focused.
const LIT: &str = "lit";
/// Chosen by a click or a key.
const CHOSEN: &str = "chosen";
/// Where article and facts stand side by side; as in layout.css.
const WIDE: &str = "(min-width: 64rem) and (min-height: 30rem)";
const REDUCED_MOTION: &str = "(prefers-reduced-motion: reduce)";
/// Controls inside a fact that do something of their own.
const CONTROLS: &str = "summary, a, input, textarea, .more, .copy, .words, .map-buttons";

/// Lights what belongs to the element under the pointer.
pub fn on_over(event: PointerEvent) {
    light(LIT, &keys_at(&event));
}

/// Puts the light out.
pub fn on_out(_: PointerEvent) {
    light(LIT, &[]);
}

/// Lights what belongs to the focused element.
pub fn on_focus(event: FocusEvent) {
    light(LIT, &keys_at(&event));
}

/// Puts the light out.
pub fn on_blur(_: FocusEvent) {
    light(LIT, &[]);
}

/// The fact or the marked words at an element; none on a control that does something of its own.
pub fn tied(target: &Element) -> Option<Element> {
    target.closest("[data-fact]").ok().flatten().filter(|_| !closest(target, CONTROLS))
}

/// True where the article is out of sight while the reader is among the facts.
pub fn is_narrow() -> bool {
    !matches(WIDE)
}

/// True for marked words of the article.
pub fn is_mark(tied: &Element) -> bool {
    tied.tag_name().eq_ignore_ascii_case("mark")
}

/// Enter or space chooses a mark, Escape lets go.
pub fn on_key(event: KeyboardEvent) {
    match event.key().as_str() {
        "Escape" => light(CHOSEN, &[]),
        "Enter" | " " => {
            if let Some(mark) = element(&event).filter(is_mark) {
                event.prevent_default();
                choose(mark);
            }
        }
        _ => {}
    }
}

/// Goes to the next finding of the article, or the one before, from the one that has the focus; around at the ends.
pub fn step(forward: bool) {
    let Ok(stops) = document().query_selector_all("mark[tabindex]") else { return };
    let stops: Vec<HtmlElement> = (0..stops.length()).filter_map(|i| stops.get(i)?.dyn_into().ok()).collect();
    let active = document().active_element();
    let at = active.and_then(|active| stops.iter().position(|s| **s == active));
    let next = match (at, forward) {
        (Some(at), true) => at + 1,
        (Some(at), false) => at + stops.len() - 1,
        (None, true) => 0,
        (None, false) => stops.len().saturating_sub(1),
    };
    if let Some(stop) = stops.get(next % stops.len().max(1)) {
        let _ = stop.focus();
        light(CHOSEN, &keys_of(stop));
        scroll_to(stop);
    }
}

/// Lights a fact with its words, or the other way round, and goes from the one to the other.
pub fn choose(tied: Element) {
    let keys = keys_of(&tied);
    light(CHOSEN, &keys);
    let from_mark = is_mark(&tied);
    let goal = if from_mark { home_of(&keys) } else { all(&keys, "mark").into_iter().next() };
    if let Some(goal) = goal {
        remember(tied);
        open_details_around(&goal);
        scroll_to(&goal);
        if !from_mark && is_narrow() {
            focus(&goal);
        }
    }
}

/// Lights a fact and its words where they are.
pub fn choose_here(tied: &Element) {
    light(CHOSEN, &keys_of(tied));
}

/// Puts the focus where the eyes are led to, for those who hear the page.
fn focus(goal: &Element) {
    if !goal.has_attribute("tabindex") {
        let _ = goal.set_attribute("tabindex", "-1");
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(goal) = goal.dyn_ref::<HtmlElement>() {
        let _ = goal.focus_with_options(&options);
    }
}

thread_local! {
    /// What the reader last followed to the other side of the page.
    static LEFT: RefCell<Option<Element>> = const { RefCell::new(None) };
}

fn remember(fact: Element) {
    LEFT.set(Some(fact));
    if let Ok(Some(bar)) = document().query_selector(".bar") {
        let _ = bar.class_list().add_1("can-return");
    }
}

/// Returns to what was last followed; for narrow screens, where it is out of sight.
pub fn back() {
    if let Some(fact) = LEFT.with_borrow(Clone::clone) {
        scroll_to(&fact);
        focus(&fact.query_selector(".leads").ok().flatten().unwrap_or(fact));
    }
}

/// The fact's own place on the page; keys come with the most telling first.
fn home_of(keys: &[String]) -> Option<Element> {
    let home = |key: &String| document().query_selector(&format!("[data-home=\"{key}\"]")).ok().flatten();
    keys.iter().find_map(home).or_else(|| all(keys, ":not(mark)").into_iter().next())
}

fn light(class: &str, keys: &[String]) {
    if let Ok(old) = document().query_selector_all(&format!(".{class}")) {
        for i in 0..old.length() {
            if let Some(element) = old.get(i).and_then(|n| n.dyn_into::<Element>().ok()) {
                let _ = element.class_list().remove_1(class);
            }
        }
    }
    for element in all(keys, "") {
        let _ = element.class_list().add_1(class);
    }
}

/// Elements tied to one of the keys, in document order.
fn all(keys: &[String], also: &str) -> Vec<Element> {
    if keys.is_empty() {
        return Vec::new();
    }
    let tied = |key: &String| match also {
        "mark" => format!("mark[data-fact~=\"{key}\"]"),
        also => format!("[data-fact~=\"{key}\"]{also}"),
    };
    let selector: Vec<String> = keys.iter().map(tied).collect();
    let Ok(found) = document().query_selector_all(&selector.join(",")) else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.get(i)?.dyn_into().ok()).collect()
}

fn element(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn closest(element: &Element, selector: &str) -> bool {
    matches!(element.closest(selector), Ok(Some(_)))
}

fn keys_at(event: &Event) -> Vec<String> {
    let tied = element(event).and_then(|e| e.closest("[data-fact]").ok().flatten());
    tied.map(|e| keys_of(&e)).unwrap_or_default()
}

/// The keys of the findings that an element is tied to.
pub fn keys_of(element: &Element) -> Vec<String> {
    let keys = element.get_attribute("data-fact").unwrap_or_default();
    keys.split_ascii_whitespace().map(String::from).collect()
}

fn open_details_around(element: &Element) {
    if let Ok(Some(details)) = element.closest("details:not([open])") {
        let _ = details.set_attribute("open", "");
    }
}

fn matches(media: &str) -> bool {
    leptos::prelude::window().match_media(media).ok().flatten().is_some_and(|m| m.matches())
}

fn scroll_to(element: &Element) {
    let calm = matches(REDUCED_MOTION);
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(if calm { ScrollBehavior::Auto } else { ScrollBehavior::Smooth });
    options.set_block(ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
