//! The settings: colours, what an article without a date means, the history.

use crate::shelf;
use crate::stage::Stage;
use factbox::settings::Settings;
use factbox::words::settings as words;
use leptos::ev;
use leptos::html::*;
use leptos::prelude::*;

/// What stands in the window of the settings.
pub fn settings(stage: Stage) -> AnyView {
    let lost = RwSignal::new(false);
    let change = move |by: &dyn Fn(&mut Settings)| {
        stage.settings.update(|s| by(s));
        lost.set(!shelf::set(stage.settings.get_untracked()));
    };
    let themes = words::THEMES.map(|(theme, name)| {
        radio("theme", name, move || stage.settings.with(|s| s.theme == theme), move || change(&|s| s.theme = theme))
    });
    let undateds = words::UNDATEDS.map(|(undated, name)| {
        let is = move || stage.settings.with(|s| s.undated == undated);
        radio("undated", name, is, move || change(&|s| s.undated = undated))
    });
    let keep = input()
        .attr("type", "checkbox")
        .prop("checked", move || stage.settings.with(|s| s.history))
        .on(ev::change, move |event| change(&|s| s.history = event_target_checked(&event)));
    let group = |name: &'static str, choices: AnyView| fieldset().child((legend().child(name), choices));
    (
        p().class("hint").child(words::NOTE),
        group(words::THEME, themes.into_iter().collect::<Vec<_>>().into_any()),
        group(words::UNDATED, undateds.into_iter().collect::<Vec<_>>().into_any()),
        group(words::HISTORY, label().class("choice").child((keep, words::KEEP)).into_any()),
        p().attr("role", "alert").child(move || lost.get().then_some(words::NOT_KEPT)),
    )
        .into_any()
}

fn radio(
    group: &'static str,
    name: &'static str,
    is: impl Fn() -> bool + Send + Sync + 'static,
    pick: impl Fn() + 'static,
) -> AnyView {
    let button = input().attr("type", "radio").attr("name", group).prop("checked", is).on(ev::change, move |_| pick());
    label().class("choice").child((button, name)).into_any()
}
