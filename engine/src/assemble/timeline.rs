//! The timeline: dated events and talks in time order.

use super::Source;
use crate::report::{Date, PlaceRole, Report, TimelineEntry, wording};
use crate::scope::Scope;

pub fn timeline(source: &Source, report: &Report) -> Vec<TimelineEntry> {
    let mut entries: Vec<TimelineEntry> = Vec::new();
    let mut push = |date: Date, text: String, scope: Scope, fact: &str, evidence| {
        entries.push(TimelineEntry { id: String::new(), date, text, scope, facts: vec![fact.to_string()], evidence });
    };
    for (event, happening) in report.events.iter().zip(&source.findings.events) {
        let Some(date) = event.date.clone().filter(|d| d.from.is_some()) else { continue };
        let names: Vec<&str> = report
            .places
            .iter()
            .filter(|p| event.places.contains(&p.id) && p.role >= PlaceRole::Targeted)
            .map(|p| p.name.as_str())
            .collect();
        let what = wording::event(event.kind, names.len() > 1);
        let text = if names.is_empty() { what.to_string() } else { format!("{what}: {}", names.join(", ")) };
        let evidence = happening.tokens.first().and_then(|t| source.spans.sentence_at(t.start)).into_iter().collect();
        push(date, text, event.scope, &event.id, evidence);
    }
    for talks in &report.talks {
        let Some(date) = talks.date.clone().filter(|d| d.from.is_some()) else { continue };
        let venue = report.places.iter().find(|p| Some(&p.id) == talks.venue.as_ref()).map_or("", |p| p.name.as_str());
        let scope = if talks.status == crate::report::TalksStatus::Planned { Scope::Prospective } else { Scope::Current };
        let text = if venue.is_empty() { "Talks".to_string() } else { format!("Talks in {venue}") };
        push(date, text, scope, &talks.id, talks.evidence.clone());
    }
    in_order(&mut entries);
    entries
}

/// Puts the entries into the order of time and numbers them so.
pub fn in_order(entries: &mut [TimelineEntry]) {
    entries.sort_by(|a, b| a.date.from.cmp(&b.date.from));
    for (i, entry) in entries.iter_mut().enumerate() {
        entry.id = format!("t{}", i + 1);
    }
}
