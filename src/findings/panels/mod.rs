//! The panels, one file each, in the order in which a reader needs them.

mod article;
mod brief;
mod casualties;
mod checks;
mod damage;
mod export;
mod headline;
mod history;
mod ledger;
mod map;
mod people;
mod regions;
mod settings;
mod sheet;
mod statements;
mod talks;
mod timeline;
mod weapons;
mod windows;

pub use article::article;
pub use sheet::Sheet;
pub use windows::Windows;

use crate::stage::Stage;
use factbox::answer::Answer;
use leptos::prelude::*;
use std::sync::Arc;

/// Everything that the answer says, beside the article.
pub fn facts(stage: Stage, answer: &Arc<Answer>) -> AnyView {
    let report = &answer.report;
    if answer.is_bare() {
        return headline::nothing(answer);
    }
    // Where nothing was hit, what the article says goes before where it plays.
    let hit = !report.regions.is_empty();
    (
        headline::headline(answer),
        casualties::casualties(report),
        hit.then(|| regions::regions(stage, answer)),
        brief::brief(report),
        brief::key_facts(report),
        (!hit).then(|| regions::regions(stage, answer)),
        timeline::timeline(report),
        weapons::weapons(report),
        damage::damage(report),
        talks::talks(report),
        statements::statements(report),
        people::people(report),
        people::terms(report),
        checks::checks(report),
        export::export(),
    )
        .into_any()
}
