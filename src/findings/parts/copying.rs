//! The button in a panel's head that puts the panel into the clipboard.

use factbox::export::Panel;
use factbox::words::copy as words;
use leptos::html::*;
use leptos::leptos_dom::helpers::set_timeout;
use leptos::prelude::*;
use std::time::Duration;
use web_sys::Element;

/// How long the button says that the copy was made.
const SAID: Duration = Duration::from_secs(2);
const PANEL: &str = "data-copy";

/// A panel's heading beside its button.
pub fn head(panel: Panel, heading: &'static str) -> AnyView {
    div().class("panel-head").child((h2().child(heading), small(panel))).into_any()
}

/// The button alone.
pub fn small(panel: Panel) -> AnyView {
    let press = button().attr("type", "button").class("copy").attr("aria-label", words::copy(panel.heading()));
    press.attr(PANEL, place(panel)).child(words::COPY).into_any()
}

/// The panel whose button was pressed.
pub fn pressed(target: &Element) -> Option<Panel> {
    let button = target.closest(".copy").ok().flatten()?;
    Panel::ALL.get(button.get_attribute(PANEL)?.parse::<usize>().ok()?).copied()
}

/// Says on the button that the copy was made.
pub fn copied(panel: Panel) {
    let selector = format!("[{PANEL}=\"{}\"]", place(panel));
    let Ok(Some(button)) = document().query_selector(&selector) else { return };
    button.set_text_content(Some(words::COPIED));
    set_timeout(move || button.set_text_content(Some(words::COPY)), SAID);
}

fn place(panel: Panel) -> String {
    Panel::ALL.iter().position(|p| *p == panel).unwrap_or_default().to_string()
}
