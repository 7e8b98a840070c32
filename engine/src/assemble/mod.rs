//! Assembly: what the stages found, as the plain data of the report. Nothing is decided here but names and order.

mod brief;
mod casualties;
mod checks;
mod facts;
mod join;
mod key_facts;
mod regions;
mod span;
mod timeline;
mod toll;

use crate::Options;
use crate::event::Findings;
use crate::event::reading::Reading;
use crate::glossary::TermMention;
use crate::ledger::Ledger;
use crate::mention::time;
use crate::report::{Article, PublishedFrom, Report};
pub use join::Joined;
use span::Spans;

/// What assembly reads.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    pub reading: Reading<'a>,
    pub findings: &'a Findings,
    pub ledger: &'a Ledger,
    pub spans: &'a Spans<'a>,
}

/// Writes the report.
pub fn report(reading: Reading, findings: &Findings, ledger: &Ledger, terms: &[TermMention], options: &Options) -> Report {
    let spans = Spans::new(reading.text, options.offsets);
    let source = Source { reading, findings, ledger, spans: &spans };
    let mut report = Report { article: article(&source, options), ..Report::default() };
    report.casualties = casualties::casualties(&source);
    report.places = facts::places(&source);
    report.munitions = facts::munitions(&source);
    report.damage = facts::damage(&source);
    report.actors = facts::actors(&source);
    report.statements = facts::statements(&source);
    report.dates = facts::dates(&source);
    report.events = facts::events(&source);
    report.talks = facts::talks(&source);
    report.terms = facts::terms(&source, terms);
    report.regions = regions::regions(&report);
    report.timeline = timeline::timeline(&source, &report);
    report.checks = checks::checks(&source, &report);
    report.brief = brief::brief(&report);
    report.key_facts = key_facts::key_facts(&source, &report);
    facts::tell_times(&mut report.dates);
    report
}

fn article(source: &Source, options: &Options) -> Article {
    let text = source.reading.text;
    let found = options.published.is_none().then(|| time::published_in(text)).flatten();
    let published = source.reading.published;
    Article {
        title: options.title.map(|t| t.trim().to_string()).filter(|t| !t.is_empty()),
        published: published.map(|d| d.to_string()),
        published_from: match published {
            Some(_) if found.is_some() => PublishedFrom::Text,
            Some(_) => PublishedFrom::Given,
            None => PublishedFrom::None,
        },
        language: text.language().to_string(),
        offsets: options.offsets,
        sentences: text.sentences.len(),
        skipped: text.furniture.iter().map(|t| source.spans.of(t)).collect(),
    }
}
