//! The key facts: who, what, where, when, why and how of the news, each backed by its facts or the words of the lead.

use super::Source;
use super::facts::{attackers, has_current_event, place_id};
use crate::event::lead::Lead;
use crate::mention::people;
use crate::report::{EventType, KeyFact, Kind, MunitionType, Question, Report, Span, wording};
use crate::scope::Scope;
use crate::text::Tokens;

/// One answer before it is known to have evidence: its words, the ids of its facts, where the article says so.
type Answer = (String, Vec<String>, Vec<Span>);

pub fn key_facts(source: &Source, report: &Report) -> Vec<KeyFact> {
    let lead = source.findings.lead.as_ref();
    let answers = [
        (Question::Who, who(source, report, lead)),
        (Question::What, what(source, report, lead)),
        (Question::Where, place(source, report, lead)),
        (Question::When, when(source, report, lead)),
        (Question::Why, lead.and_then(|l| words(source, l.why.as_ref()?))),
        (Question::How, how(source, report, lead)),
    ];
    let backed = |(question, answer): (Question, Option<Answer>)| {
        let (answer, facts, evidence) = answer.filter(|(words, _, evidence)| !words.is_empty() && !evidence.is_empty())?;
        Some(KeyFact { question, answer, facts, evidence })
    };
    answers.into_iter().filter_map(backed).collect()
}

/// The article's own words, as one line.
fn words(source: &Source, tokens: &Tokens) -> Option<Answer> {
    let span = source.spans.of(tokens);
    let line = span.text.split_whitespace().collect::<Vec<_>>().join(" ");
    Some((line, Vec::new(), vec![span]))
}

/// Those who did it; where nobody did, those harmed; where nobody was, who the lead is about.
fn who(source: &Source, report: &Report, lead: Option<&Lead>) -> Option<Answer> {
    let attackers = attackers(report);
    if !attackers.is_empty() {
        let names: Vec<String> = attackers.iter().map(|(a, actor)| wording::attacker(&actor.name, a.standing)).collect();
        let ids = attackers.iter().map(|(_, actor)| actor.id.clone()).collect();
        return Some((wording::list(&names), ids, attackers.iter().flat_map(|(a, _)| a.evidence.clone()).collect()));
    }
    let subject = lead.and_then(|l| Some((l, l.who.as_ref()?)));
    if has_current_event(report) {
        let reading = source.reading;
        let (l, tokens) = subject?;
        let (phrase, own) = reading.phrase(l.sentence, l.subject)?;
        if people::of_phrase(reading.tagged, own, phrase.head).is_some() || phrase.quantity.is_some() {
            return words(source, tokens);
        }
        let harmed = |kind: Kind| report.casualties.totals.iter().find(|t| t.kind == kind)?.counted.first();
        let id = harmed(Kind::Killed).or_else(|| harmed(Kind::Wounded))?;
        let count = report.casualties.counts.iter().find(|c| c.id == *id)?;
        return Some((count.who.clone(), vec![count.id.clone()], count.evidence.clone()));
    }
    words(source, subject?.1)
}

/// The kind of event and the clause that tells it.
fn what(source: &Source, report: &Report, lead: Option<&Lead>) -> Option<Answer> {
    let told = lead.and_then(|l| words(source, &l.what));
    let Some(event) = report.main_event() else { return told };
    let many = wording::is_several(event.kind, report.struck(&[event]).1.len());
    let kind = wording::event(event.kind, many);
    let whole = lead.and_then(|l| words(source, &(l.who.as_ref().map_or(l.what.start, |w| w.start)..l.what.end)));
    let mut evidence = event.evidence.clone();
    let answer = match whole {
        Some((clause, _, span)) => {
            evidence.splice(0..0, span);
            if event.kind == EventType::Other { clause } else { format!("{kind}: {clause}") }
        }
        None => kind.to_string(),
    };
    Some((answer, vec![event.id.clone()], evidence))
}

/// Where the event struck, else where the lead places its news.
fn place(source: &Source, report: &Report, lead: Option<&Lead>) -> Option<Answer> {
    let event = report.main_event();
    let mut places = event.map_or_else(Vec::new, |e| report.struck(&[e]).1);
    if places.is_empty() {
        let id = |p: &usize| place_id(source, *p, Scope::Current);
        let ids: Vec<String> = lead?.places.iter().map(id).collect();
        places = report.places.iter().filter(|p| ids.contains(&p.id)).collect();
    }
    let names: Vec<&String> = places.iter().map(|p| &p.name).collect();
    let evidence = places.iter().flat_map(|p| p.evidence.clone()).collect();
    Some((wording::list(&names), places.iter().map(|p| p.id.clone()).collect(), evidence))
}

/// The day of the event, else the first that the lead names.
fn when(source: &Source, report: &Report, lead: Option<&Lead>) -> Option<Answer> {
    let dated = report.main_event().and_then(|e| e.date.as_ref());
    let mention = match dated {
        Some(date) => report.dates.iter().find(|d| d.date == *date),
        None => report.dates.get(lead?.time?),
    }?;
    debug_assert_eq!(report.dates.len(), source.reading.mentions.times.len());
    Some((wording::words_and_meaning(&mention.date), vec![mention.id.clone()], mention.evidence.clone()))
}

/// "car bomb" of "A car bomb".
fn bare(words: &str) -> String {
    let lower = words.to_lowercase();
    let rest =
        lower.split_once(' ').filter(|(first, _)| matches!(*first, "a" | "an" | "the" | "one")).map(|(_, rest)| rest.to_string());
    rest.unwrap_or(lower)
}

/// The weapons of the event, else how the lead says that it came about.
fn how(source: &Source, report: &Report, lead: Option<&Lead>) -> Option<Answer> {
    let event = report.main_event();
    let arms: Vec<_> = report.munitions.iter().filter(|m| event.is_some_and(|e| e.munitions.contains(&m.id))).collect();
    let mut how: Vec<String> = Vec::new();
    for m in &arms {
        let plain = || wording::munition(m.kind, false).to_string();
        // "Car bomb" says more than "vehicles".
        let own = || Some(bare(&m.value.text)).filter(|w| m.kind == MunitionType::Vehicle && w.contains("bomb"));
        let words = m.name.clone().or_else(own).unwrap_or_else(plain);
        if !how.contains(&words) {
            how.push(words);
        }
    }
    if how.is_empty() {
        return words(source, lead?.how.as_ref()?);
    }
    let evidence = arms.iter().flat_map(|m| m.evidence.clone()).collect();
    Some((wording::list(&how), arms.iter().map(|m| m.id.clone()).collect(), evidence))
}
