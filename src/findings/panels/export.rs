//! The answer as a file, or in the clipboard.

use crate::bridge;
use factbox::export::Format;
use factbox::wire::{Errand, FromFindings};
use factbox::words::{self, heading, keep};
use leptos::ev;
use leptos::html::*;
use leptos::prelude::*;

/// What can be kept, in the order in which readers ask for it.
const FILES: [(&str, Format, Errand); 5] = [
    (keep::COPY_BRIEF, Format::Markdown, Errand::Copy),
    (keep::MARKDOWN, Format::Markdown, Errand::Keep),
    (keep::CSV, Format::Csv, Errand::Keep),
    (keep::GEOJSON, Format::Geojson, Errand::Keep),
    (keep::JSON, Format::Json, Errand::Keep),
];

/// A button for each.
pub fn export() -> AnyView {
    let press = |(label, format, errand): (&'static str, Format, Errand)| {
        let pressed = move |_| bridge::ask(FromFindings::Write(format, errand));
        button().attr("type", "button").class("button small").on(ev::click, pressed).child(label)
    };
    let buttons: Vec<_> = FILES.into_iter().map(press).collect();
    let link = button().attr("type", "button").class("button small").on(ev::click, |_| bridge::ask(FromFindings::CopyLink));
    let inside = (
        h2().child(heading::EXPORT),
        p().class("hint").child(words::EXPORT_NOTE),
        div().class("keep").child((buttons, link.child(keep::COPY_LINK))),
    );
    section().class("panel export").id("export").child(inside).into_any()
}
