//! The panels, one file each, in the order in which a reader needs them.

mod about;
mod article;
mod brief;
mod casualties;
mod checks;
mod damage;
mod export;
mod headline;
mod history;
mod input;
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

pub use about::{foot, open_keys};
pub use article::article;
pub use input::input;
pub use sheet::Sheet;

use crate::app::Page;
use factbox::answer::Answer;
use leptos::prelude::*;
use std::sync::Arc;

/// Everything that the answer says, beside the article.
pub fn facts(page: Page, answer: &Arc<Answer>) -> AnyView {
    let report = &answer.report;
    if answer.is_bare() {
        return headline::nothing(page, answer);
    }
    (
        headline::headline(answer),
        casualties::casualties(report),
        regions::regions(page, answer),
        brief::brief(report),
        brief::key_facts(report),
        timeline::timeline(report),
        weapons::weapons(report),
        damage::damage(report),
        talks::talks(report),
        statements::statements(report),
        people::people(report),
        people::terms(report),
        checks::checks(report),
        export::export(page, answer),
    )
        .into_any()
}
