//! Reads a news article and returns what it says.
//!
//! The engine knows no browser, no clock and no random: the same text and options give the same report.

mod assemble;
mod event;
mod frame;
mod gazetteer;
mod glossary;
mod ledger;
mod lexicon;
mod mention;
pub mod report;
pub mod scope;
mod text;

pub use gazetteer::{Gazetteer, GazetteerError};
pub use jiff::civil::Date as Day;
pub use report::Report;

use event::memo::Memo;
use event::reading::Reading;
use mention::Mentions;
use text::Text;

/// What the caller knows of the article besides its text.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// Day of publication; relative dates are resolved against it.
    pub published: Option<Day>,
    /// Day taken for that of publication where neither `published` nor the text tells one.
    pub assumed: Option<Day>,
    /// The headline, where it was given apart from the text.
    pub title: Option<&'a str>,
    /// The places that the reading knows; without one, none is resolved.
    pub gazetteer: Option<&'a Gazetteer<'a>>,
    /// What the spans of the report count.
    pub offsets: report::Offsets,
}

/// Reads an article. Never fails: an empty or hopeless text gives an empty report.
pub fn read(text: &str, options: &Options) -> Report {
    read_in_stages(text, options, |_| {})
}

/// As [`read`], and tells after each stage which one has ended, for whoever measures or shows how far the reading is.
///
/// A text far longer than an article is read a stretch at a time, so that what is compared with one another stays near and
/// the time grows with the length and no faster.
pub fn read_in_stages(text: &str, options: &Options, mut ended: impl FnMut(&'static str)) -> Report {
    let stretches = text::stretches(text);
    if stretches.len() == 1 {
        return read_stretch(text, options, &mut ended);
    }
    let (mut joined, mut offset, mut options) = (assemble::Joined::default(), 0, *options);
    let mut known_from = None;
    for stretch in stretches.into_iter().map(|range| &text[range]) {
        let mut report = read_stretch(stretch, &options, &mut ended);
        if report.article.published.is_some() {
            report.article.published_from = *known_from.get_or_insert(report.article.published_from);
        }
        // Day and title stand at the head of the whole.
        options.published = options.published.or_else(|| report.article.published.as_ref()?.parse().ok());
        options.title = None;
        joined.add(report, offset);
        offset += match options.offsets {
            report::Offsets::Utf8 => stretch.len(),
            report::Offsets::Utf16 => stretch.encode_utf16().count(),
        };
        ended("joining");
    }
    let report = joined.report();
    ended("joining");
    report
}

/// Each stage reads what the ones before it found, never the other way.
fn read_stretch(text: &str, options: &Options, mut ended: impl FnMut(&'static str)) -> Report {
    let mut text = Text::new(options.title, text);
    let published = options.published.or_else(|| mention::time::published_in(&text).map(|(day, _)| day)).or(options.assumed);
    ended("text");
    let tagged = lexicon::tag(&text);
    ended("lexicon");
    mention::case::restore(&mut text, &tagged, options.gazetteer);
    let mentions = Mentions::find(&text, &tagged, published, options.gazetteer);
    ended("mentions");
    let terms = glossary::find(&text, &tagged, &mentions);
    ended("glossary");
    let parse = frame::parse(&text, &tagged, &mentions.quantities, &mentions.time_ends(text.tokens.len()));
    ended("frames");
    let memo = Memo::default();
    let reading = Reading { text: &text, tagged: &tagged, mentions: &mentions, parse: &parse, published, memo: &memo };
    let mut findings = event::find(reading);
    ended("events");
    let ledger = ledger::balance(reading, &mut findings);
    ended("ledger");
    let report = assemble::report(reading, &findings, &ledger, &terms, options);
    ended("assembly");
    report
}

#[cfg(test)]
mod tests {
    use super::*;
    use report::PublishedFrom;

    #[test]
    fn the_assumed_day_gives_way_to_the_given_one_and_to_the_text() {
        let day = |iso: &str| iso.parse::<Day>().ok();
        let bare = "Two people were killed in Brod yesterday.";
        let dated = "March 3, 2024\n\nTwo people were killed in Brod yesterday.";
        for (text, published, assumed, want, from) in [
            (bare, None, None, None, PublishedFrom::None),
            (bare, None, day("2025-11-20"), Some("2025-11-20"), PublishedFrom::Given),
            (bare, day("2025-01-02"), day("2025-11-20"), Some("2025-01-02"), PublishedFrom::Given),
            (dated, None, day("2025-11-20"), Some("2024-03-03"), PublishedFrom::Text),
        ] {
            // A text that is read in stretches agrees with one that is not.
            for text in [text.to_string(), format!("{text}{}", "\n\nThe mayor spoke of the weather.".repeat(3_200))] {
                let article = read(&text, &Options { published, assumed, ..Options::default() }).article;
                assert_eq!((article.published.as_deref(), article.published_from), (want, from));
            }
        }
    }
}
