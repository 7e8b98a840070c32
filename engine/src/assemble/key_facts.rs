//! The key facts: who, what, where, when and how of the main event, each backed by its facts.

use super::brief::hit_places;
use super::facts::attacker;
use crate::report::{KeyFact, Question, Report, Span, wording};
use crate::scope::Scope;

pub fn key_facts(report: &Report) -> Vec<KeyFact> {
    let mut facts = Vec::new();
    let mut push = |question, answer: String, ids: Vec<String>, evidence: Vec<Span>| {
        if !answer.is_empty() && !evidence.is_empty() {
            facts.push(KeyFact { question, answer, facts: ids, evidence });
        }
    };
    let Some(event) = report.events.iter().find(|e| e.scope == Scope::Current) else { return facts };
    if let Some(actor) = attacker(report) {
        push(Question::Who, actor.name.clone(), vec![actor.id.clone()], actor.evidence.clone());
    }
    let (_, places) = hit_places(report, event);
    let what = wording::event(event.kind, wording::is_several(event.kind, places.len())).to_string();
    push(Question::What, what, vec![event.id.clone()], event.evidence.clone());
    push(
        Question::Where,
        wording::list(&places.iter().map(|p| &p.name).collect::<Vec<_>>()),
        places.iter().map(|p| p.id.clone()).collect(),
        places.iter().flat_map(|p| p.evidence.clone()).collect(),
    );
    if let Some(date) = &event.date {
        let mention = report.dates.iter().find(|d| d.date == *date);
        push(
            Question::When,
            wording::words_and_meaning(date),
            mention.map(|m| m.id.clone()).into_iter().collect(),
            mention.map(|m| m.evidence.clone()).unwrap_or_default(),
        );
    }
    let arms: Vec<_> = report.munitions.iter().filter(|m| event.munitions.contains(&m.id)).collect();
    let mut how: Vec<String> = Vec::new();
    for m in &arms {
        let words = m.name.clone().unwrap_or_else(|| wording::munition(m.kind, false).to_string());
        if !how.contains(&words) {
            how.push(words);
        }
    }
    push(
        Question::How,
        wording::list(&how),
        arms.iter().map(|m| m.id.clone()).collect(),
        arms.iter().flat_map(|m| m.evidence.clone()).collect(),
    );
    facts
}
