//! The windows that the foot of the page opens: the history, the settings, what Factbox is, and its keys.

use super::history::History;
use super::settings;
use crate::dialog;
use crate::stage::Stage;
use factbox::wire::Window;
use factbox::words::{self, about};
use leptos::html::*;
use leptos::prelude::*;

/// The windows, which stay closed until asked for.
#[derive(Clone, Copy)]
pub struct Windows {
    stage: Stage,
    history: History,
}

impl Windows {
    /// All closed.
    pub fn new(stage: Stage) -> Windows {
        Windows { stage, history: History::new(stage) }
    }

    /// Opens one.
    pub fn open(self, window: Window) {
        if window == Window::History {
            self.history.begin();
        }
        dialog::open(element_id(window));
    }

    /// An article was put on the shelf.
    pub fn shelved(self) {
        self.history.load();
    }

    /// All of them.
    pub fn view(self) -> AnyView {
        let part = |(heading, lines): about::Part| (h3().child(heading), lines.iter().map(|l| p().child(*l)).collect::<Vec<_>>());
        let key = |(name, does): (&'static str, &'static str)| (dt().child(kbd().child(name)), dd().child(does));
        let about = about::PARTS.map(part).into_iter().collect::<Vec<_>>().into_any();
        let keys = dl().child(about::KEYS.map(key).into_iter().collect::<Vec<_>>()).into_any();
        (
            window_of(Window::History, words::history::HISTORY, self.history.content()),
            window_of(Window::Settings, words::settings::SETTINGS, settings::settings(self.stage)),
            window_of(Window::About, about::ABOUT, about),
            window_of(Window::Keys, about::KEYS_NAME, keys),
        )
            .into_any()
    }
}

/// The element's id.
pub(super) fn element_id(window: Window) -> &'static str {
    match window {
        Window::History => "history",
        Window::Settings => "settings",
        Window::About => "about",
        Window::Keys => "keys",
    }
}

/// A window that opens over the page and closes by its button or Escape.
fn window_of(window: Window, name: &'static str, content: AnyView) -> AnyView {
    // A form with this method closes its window without a script.
    let close = form().attr("method", "dialog").child(button().class("button small").child(about::CLOSE));
    let id = element_id(window);
    let title = format!("{id}-title");
    // The heading takes the focus, so that a long window opens at its beginning.
    let heading = h2().id(title.clone()).attr("tabindex", "-1").attr("autofocus", "").child(name);
    dialog().id(id).attr("aria-labelledby", title).child((heading, content, close)).into_any()
}
