//! Ties sentences and facts: pointing at one lights the other, choosing one scrolls to the other.
//!
//! Both carry the keys of their findings in `data-fact`. Lighting is a class set on the elements that share a key, so that
//! an article with thousands of marks needs no signal for each.

use leptos::prelude::document;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, FocusEvent, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// Pointed at or focused.
const LIT: &str = "lit";
/// Chosen by a click or a key.
const CHOSEN: &str = "chosen";
const REDUCED_MOTION: &str = "(prefers-reduced-motion: reduce)";
/// Controls inside a fact that do something of their own.
const CONTROLS: &str = "summary, a, input, textarea, .more, .words, .map-buttons";

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

/// Chooses the fact or sentence that was clicked.
pub fn on_click(event: MouseEvent) {
    let Some(target) = element(&event) else { return };
    if !closest(&target, CONTROLS) {
        choose(&target);
    }
}

/// Enter or space chooses a mark, Escape lets go.
pub fn on_key(event: KeyboardEvent) {
    match event.key().as_str() {
        "Escape" => light(CHOSEN, &[]),
        "Enter" | " " => {
            if let Some(mark) = element(&event).filter(|e| e.tag_name().eq_ignore_ascii_case("mark")) {
                event.prevent_default();
                choose(&mark);
            }
        }
        _ => {}
    }
}

/// Keys that mean the whole page, wherever the reader is; none while he types or holds a key of the browser's own.
const COMMANDS: [char; 3] = ['n', 'p', '?'];
const TYPING: &str = "input, textarea, select, dialog";

/// The command that a key gives to the page.
pub fn command(event: &KeyboardEvent) -> Option<char> {
    let held = event.ctrl_key() || event.meta_key() || event.alt_key();
    let typing = element(event).is_some_and(|e| closest(&e, TYPING));
    COMMANDS.into_iter().find(|c| !held && !typing && event.key() == c.to_string())
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

fn choose(target: &Element) {
    let Ok(Some(tied)) = target.closest("[data-fact]") else { return };
    let keys = keys_of(&tied);
    light(CHOSEN, &keys);
    let from_mark = tied.tag_name().eq_ignore_ascii_case("mark");
    let goal = if from_mark { home_of(&keys) } else { all(&keys, "mark").into_iter().next() };
    if let Some(goal) = goal {
        if !from_mark {
            remember(tied);
        }
        open_details_around(&goal);
        scroll_to(&goal);
    }
}

thread_local! {
    /// The fact that the reader last followed into the article.
    static LEFT: RefCell<Option<Element>> = const { RefCell::new(None) };
}

fn remember(fact: Element) {
    LEFT.set(Some(fact));
    if let Ok(Some(bar)) = document().query_selector(".bar") {
        let _ = bar.class_list().add_1("can-return");
    }
}

/// Returns to the fact that was last followed into the article; for narrow screens, where it is out of sight.
pub fn back() {
    if let Some(fact) = LEFT.with_borrow(Clone::clone) {
        scroll_to(&fact);
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

fn keys_of(element: &Element) -> Vec<String> {
    let keys = element.get_attribute("data-fact").unwrap_or_default();
    keys.split_ascii_whitespace().map(String::from).collect()
}

fn open_details_around(element: &Element) {
    if let Ok(Some(details)) = element.closest("details:not([open])") {
        let _ = details.set_attribute("open", "");
    }
}

fn scroll_to(element: &Element) {
    let calm = leptos::prelude::window().match_media(REDUCED_MOTION).ok().flatten().is_some_and(|m| m.matches());
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(if calm { ScrollBehavior::Auto } else { ScrollBehavior::Smooth });
    options.set_block(ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
