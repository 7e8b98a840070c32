//! Every finding of a report under one key, so that the page can tie sentences and facts together.
//!
//! Findings with an id use it (`c1`, `p2`); the others get a key from their list and place in it (`brief-0`). Keys are
//! never shown to the reader.

use factbox_engine::report::{DateMention, Precision, Report, Span};
use std::collections::HashMap;

/// What a finding is about; the page draws each differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// Findings that are about whole sentences: brief, key facts, events, statements, checks. Drawn only when chosen.
    Passage,
    /// A term that the glossary explains.
    Term,
    /// A time expression.
    Time,
    /// A place.
    Place,
    /// Weapons.
    Munition,
    /// Things damaged.
    Damage,
    /// A count of people.
    Count,
}

/// A finding and where the article says it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Finding<'a> {
    /// Where its id comes from: a list's own id, or `None` with the list's name and index.
    id: Result<&'a str, (&'static str, usize)>,
    /// What it is about.
    pub topic: Topic,
    /// Where the article says so.
    pub evidence: &'a [Span],
}

impl Finding<'_> {
    /// The finding's key, unique within a report.
    pub fn key(&self) -> String {
        match self.id {
            Ok(id) => id.to_string(),
            Err((list, index)) => key(list, index),
        }
    }
}

/// The key of the finding at `index` of a list whose findings have no ids.
pub fn key(list: &'static str, index: usize) -> String {
    format!("{list}-{index}")
}

/// Name of the brief's list in keys.
pub const BRIEF: &str = "brief";
/// Name of the key facts' list in keys.
pub const KEY_FACT: &str = "key-fact";
/// Name of the checks' list in keys.
pub const CHECK: &str = "check";

/// Every finding of a report.
pub fn findings(report: &Report) -> Vec<Finding<'_>> {
    let mut all = Vec::new();
    let mut add = |id, topic, evidence| all.push(Finding { id, topic, evidence });
    for (i, b) in report.brief.iter().enumerate() {
        add(Err((BRIEF, i)), Topic::Passage, &b.evidence[..]);
    }
    for (i, k) in report.key_facts.iter().enumerate() {
        add(Err((KEY_FACT, i)), Topic::Passage, &k.evidence[..]);
    }
    for (i, c) in report.checks.iter().enumerate() {
        add(Err((CHECK, i)), Topic::Passage, &c.evidence[..]);
    }
    report.events.iter().for_each(|e| add(Ok(&e.id), Topic::Passage, &e.evidence));
    report.casualties.counts.iter().for_each(|c| add(Ok(&c.id), Topic::Count, &c.evidence));
    report.places.iter().for_each(|p| add(Ok(&p.id), Topic::Place, &p.evidence));
    report.munitions.iter().for_each(|m| add(Ok(&m.id), Topic::Munition, &m.evidence));
    report.damage.iter().for_each(|d| add(Ok(&d.id), Topic::Damage, &d.evidence));
    report.actors.iter().for_each(|a| add(Ok(&a.id), Topic::Passage, &a.evidence));
    report.statements.iter().for_each(|s| add(Ok(&s.id), Topic::Passage, &s.evidence));
    // "Now" and "recently" tell a reader no time.
    let told =
        |x: &&DateMention| !x.timex.as_ref().is_some_and(|t| t.value.ends_with("_REF") && x.date.precision == Precision::Year);
    report.dates.iter().filter(told).for_each(|x| add(Ok(&x.id), Topic::Time, &x.evidence));
    report.timeline.iter().for_each(|t| add(Ok(&t.id), Topic::Passage, &t.evidence));
    report.talks.iter().for_each(|k| add(Ok(&k.id), Topic::Passage, &k.evidence));
    report.terms.iter().for_each(|g| add(Ok(&g.id), Topic::Term, &g.evidence));
    all
}

/// Number of facts as the status line counts them: figures, weapons, damage, statements and talks.
pub fn fact_count(report: &Report) -> usize {
    report.casualties.counts.len() + report.munitions.len() + report.damage.len() + report.statements.len() + report.talks.len()
}

/// True where the report holds nothing that a reader could be shown; an explained term alone says nothing of the news.
pub fn is_bare(report: &Report) -> bool {
    findings(report).iter().all(|f| f.topic == Topic::Term)
}

/// The names of a report's actors and places by their ids; ids are unique within a report.
#[derive(Debug, Clone)]
pub struct Names<'a>(HashMap<&'a str, &'a str>);

impl<'a> Names<'a> {
    /// Gathers the names of a report.
    pub fn of(report: &'a Report) -> Names<'a> {
        let actors = report.actors.iter().map(|a| (a.id.as_str(), a.name.as_str()));
        let places = report.places.iter().map(|p| (p.id.as_str(), p.name.as_str()));
        Names(actors.chain(places).collect())
    }

    /// The name that an id stands for; none for no id and for one that the report does not have.
    pub fn get(&self, id: Option<&str>) -> Option<String> {
        self.0.get(id?).map(|name| name.to_string())
    }

    /// The names of those ids that the report has.
    pub fn all(&self, ids: &[String]) -> Vec<String> {
        ids.iter().filter_map(|id| self.get(Some(id))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use factbox_engine::report::{Actor, ActorType};

    #[test]
    fn an_id_that_the_report_does_not_have_has_no_name() {
        let actor = |id: &str, name: &str| Actor {
            id: id.into(),
            name: name.into(),
            written: vec![],
            kind: ActorType::Person,
            description: None,
            country: None,
            role: vec![],
            evidence: vec![],
        };
        let report = Report { actors: vec![actor("a1", "Ivan Petrenko"), actor("a2", "Red Cross")], ..Report::default() };
        let names = Names::of(&report);
        assert_eq!(names.get(Some("a2")).as_deref(), Some("Red Cross"));
        assert_eq!((names.get(Some("a3")), names.get(None)), (None, None));
        assert_eq!(names.all(&["a2".into(), "p9".into(), "a1".into()]), ["Red Cross", "Ivan Petrenko"]);
    }
}
