//! Reads a news article and returns what it says.
//!
//! The engine knows no browser, no clock and no random: the same text and options give the same report.

mod gazetteer;
mod mention;
pub mod report;
pub mod scope;
mod text;

pub use gazetteer::{Gazetteer, GazetteerError};
pub use jiff::civil::Date as Day;
pub use report::Report;

use text::Text;

/// What the caller knows of the article besides its text.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// Day of publication; relative dates are resolved against it.
    pub published: Option<Day>,
    /// The headline, where it was given apart from the text.
    pub title: Option<&'a str>,
    /// The places that the reading knows; without one, none is resolved.
    pub gazetteer: Option<&'a Gazetteer<'a>>,
}

/// Reads an article. Never fails: an empty or hopeless text gives an empty report.
pub fn read(text: &str, options: &Options) -> Report {
    let text = Text::new(options.title, text);
    let mut report = Report::default();
    report.article.sentences = text.sentences.len();
    report
}
