//! The brief and the key facts: plain sentences made of facts, each backed; nothing that no fact says.

use super::facts::{attacker, has_current_event};
use crate::report::{
    Action, Actor, Amount, Bound, BriefSentence, Count, Effect, Event, EventType, KeyFact, Kind, MunitionType, PlaceRole,
    Question, Report, Span,
};
use crate::scope::Scope;

/// Longest brief, in sentences.
const MAX_SENTENCES: usize = 6;

pub fn brief(report: &Report) -> Vec<BriefSentence> {
    let mut sentences = Vec::new();
    if has_current_event(report) {
        sentences.extend(event_sentence(report));
        sentences.extend(
            [Kind::Killed, Kind::Wounded, Kind::Missing, Kind::Displaced].iter().filter_map(|k| toll_sentence(report, *k)),
        );
        sentences.extend(weapons_sentence(report));
        sentences.extend(damage_sentence(report));
        sentences.extend(venue_sentence(report));
    }
    sentences.truncate(MAX_SENTENCES);
    sentences
}

fn event_sentence(report: &Report) -> Option<BriefSentence> {
    let event = report.events.iter().find(|e| e.scope == Scope::Current)?;
    let places = place_names(report, event);
    if places.is_empty() {
        return None;
    }
    let when = event.date.as_ref().and_then(|d| d.value.as_ref()).map(|v| format!(" ({v})")).unwrap_or_default();
    Some(BriefSentence {
        text: format!("{} in {}{when}.", event_words(event.kind), list(&places)),
        facts: vec![event.id.clone()],
        evidence: event.evidence.clone(),
    })
}

fn place_names(report: &Report, event: &Event) -> Vec<String> {
    let hit = |role| {
        report
            .places
            .iter()
            .filter(move |p| event.places.contains(&p.id) && p.role == role)
            .map(|p| p.name.clone())
            .collect::<Vec<_>>()
    };
    let struck = hit(PlaceRole::Hit);
    if struck.is_empty() { hit(PlaceRole::Targeted) } else { struck }
}

fn toll_sentence(report: &Report, kind: Kind) -> Option<BriefSentence> {
    let total = report.casualties.totals.iter().find(|t| t.kind == kind)?;
    let rows: Vec<&Count> = report.casualties.counts.iter().filter(|c| total.counted.contains(&c.id)).collect();
    let parts: Vec<String> = rows.iter().filter_map(|c| part_words(report, c)).collect();
    let split = if rows.len() > 1 && parts.len() == rows.len() { format!(": {}", list(&parts)) } else { String::new() };
    let place = if rows.len() == 1 {
        rows.first().and_then(|c| place_name(report, c)).map(|p| format!(" in {p}")).unwrap_or_default()
    } else {
        split
    };
    Some(BriefSentence {
        text: format!("{} {}{place}.", capital(&people(&total.value)), verb(kind, &total.value)),
        facts: total.counted.clone(),
        evidence: rows.iter().flat_map(|c| c.evidence.clone()).collect(),
    })
}

fn part_words(report: &Report, count: &Count) -> Option<String> {
    Some(format!("{} in {}", amount_words(&count.value), place_name(report, count)?))
}

fn place_name(report: &Report, count: &Count) -> Option<String> {
    report.places.iter().find(|p| Some(&p.id) == count.place.as_ref()).map(|p| p.name.clone())
}

fn people(value: &Amount) -> String {
    match (value.bound, value.figure()) {
        (Bound::None, _) => "no one".to_string(),
        (Bound::Vague, _) => format!("an unknown number of people ({})", value.text),
        (_, 1) => format!("{} person", amount_words(value)),
        _ => format!("{} people", amount_words(value)),
    }
}

/// The amount in plain words, bound first.
pub fn amount_words(value: &Amount) -> String {
    let n = value.figure();
    let number = if n == 1 { "one".to_string() } else { grouped(n) };
    match value.bound {
        Bound::Exact => number,
        Bound::AtLeast => format!("at least {number}"),
        Bound::MoreThan => format!("more than {number}"),
        Bound::AtMost => format!("up to {number}"),
        Bound::LessThan => format!("fewer than {number}"),
        Bound::About => format!("about {number}"),
        Bound::Range => format!("{} to {}", grouped(value.low), grouped(value.high.unwrap_or(value.low))),
        Bound::Vague => value.text.clone(),
        Bound::None => "none".to_string(),
    }
}

/// 1200 as "1,200".
fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

fn verb(kind: Kind, value: &Amount) -> String {
    let singular = value.figure() == 1 || value.bound == Bound::None;
    let be = if singular { "was" } else { "were" };
    match kind {
        Kind::Killed => format!("{be} killed"),
        Kind::Wounded => format!("{be} wounded"),
        Kind::Missing => {
            if singular {
                "is missing".to_string()
            } else {
                "are missing".to_string()
            }
        }
        Kind::Displaced => format!("{be} displaced"),
        _ => format!("{be} affected"),
    }
}

fn weapons_sentence(report: &Report) -> Option<BriefSentence> {
    let rows: Vec<_> = report
        .munitions
        .iter()
        .filter(|m| m.scope == Scope::Current && m.action == Action::Launched && m.value.bound != Bound::Vague)
        .collect();
    let first = rows.first()?;
    let by = report.actors.iter().find(|a| Some(&a.id) == first.by.as_ref());
    let source = report.actors.iter().find(|a| Some(&a.id) == first.source.as_ref());
    let things: Vec<String> =
        rows.iter().map(|m| format!("{} {}", amount_words(&m.value), weapon_words(m.kind, m.value.figure() != 1))).collect();
    let launched = match by {
        Some(actor) => format!("{} launched {}", actor.name, list(&things)),
        None => format!("{} were launched", capital(&list(&things))),
    };
    let said = source.map(|s| format!(", according to {}", said_by(s))).unwrap_or_default();
    Some(BriefSentence {
        text: format!("{launched}{said}."),
        facts: rows.iter().map(|m| m.id.clone()).collect(),
        evidence: rows.iter().flat_map(|m| m.evidence.clone()).collect(),
    })
}

fn said_by(actor: &Actor) -> String {
    actor.name.clone()
}

fn weapon_words(kind: MunitionType, plural: bool) -> &'static str {
    match (kind, plural) {
        (MunitionType::Drone, true) => "drones",
        (MunitionType::Drone, false) => "drone",
        (MunitionType::Missile, true) => "missiles",
        (MunitionType::Missile, false) => "missile",
        (MunitionType::BallisticMissile, true) => "ballistic missiles",
        (MunitionType::BallisticMissile, false) => "ballistic missile",
        (MunitionType::CruiseMissile, true) => "cruise missiles",
        (MunitionType::CruiseMissile, false) => "cruise missile",
        (MunitionType::Rocket, true) => "rockets",
        (MunitionType::Rocket, false) => "rocket",
        (MunitionType::Bomb, true) => "bombs",
        (MunitionType::Bomb, false) => "bomb",
        (MunitionType::Shell, true) => "shells",
        (MunitionType::Shell, false) => "shell",
        (MunitionType::Mine, true) => "mines",
        (MunitionType::Mine, false) => "mine",
        (MunitionType::Gun, true) => "guns",
        (MunitionType::Gun, false) => "gun",
        (MunitionType::Explosive, true) => "explosive devices",
        (MunitionType::Explosive, false) => "explosive device",
        (MunitionType::Knife, true) => "knives",
        (MunitionType::Knife, false) => "knife",
        (_, true) => "weapons",
        (_, false) => "weapon",
    }
}

fn damage_sentence(report: &Report) -> Option<BriefSentence> {
    let rows: Vec<_> = report.damage.iter().filter(|d| d.scope == Scope::Current && d.effect != Effect::Targeted).collect();
    let mut things: Vec<String> = Vec::new();
    for row in &rows {
        let target = row.target.to_lowercase();
        if !things.contains(&target) {
            things.push(target);
        }
    }
    if things.is_empty() {
        return None;
    }
    Some(BriefSentence {
        text: format!("Damaged or hit: {}.", list(&things)),
        facts: rows.iter().map(|d| d.id.clone()).collect(),
        evidence: rows.iter().flat_map(|d| d.evidence.clone()).collect(),
    })
}

fn venue_sentence(report: &Report) -> Option<BriefSentence> {
    let talks = report.talks.first()?;
    let venue = report.places.iter().find(|p| Some(&p.id) == talks.venue.as_ref() && p.scope == Scope::Current)?;
    Some(BriefSentence {
        text: format!("Talks are reported in {}.", venue.name),
        facts: vec![talks.id.clone()],
        evidence: talks.evidence.clone(),
    })
}

/// Kind of event in words that begin a sentence.
pub fn event_words(kind: EventType) -> &'static str {
    match kind {
        EventType::Airstrike => "Air strikes",
        EventType::MissileStrike => "A missile attack",
        EventType::DroneStrike => "A drone attack",
        EventType::Shelling => "Shelling",
        EventType::Shooting => "A shooting",
        EventType::Bombing => "A bombing",
        EventType::Battle => "Fighting",
        EventType::Abduction => "An abduction",
        EventType::Earthquake => "An earthquake",
        EventType::Flood => "Floods",
        EventType::Storm => "A storm",
        EventType::Fire => "A fire",
        EventType::Landslide => "A landslide",
        EventType::Crash => "A crash",
        EventType::Explosion => "An explosion",
        EventType::Other => "An attack or accident",
    }
}

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
    push(Question::What, event_words(event.kind).to_string(), vec![event.id.clone()], event.evidence.clone());
    let struck: Vec<_> = report.places.iter().filter(|p| event.places.contains(&p.id)).collect();
    push(
        Question::Where,
        list(&place_names(report, event)),
        struck.iter().map(|p| p.id.clone()).collect(),
        struck.iter().flat_map(|p| p.evidence.clone()).collect(),
    );
    if let Some(date) = &event.date {
        let mention = report.dates.iter().find(|d| d.date == *date);
        let answer = date.value.clone().map_or(date.text.clone(), |v| format!("{} ({v})", date.text));
        push(
            Question::When,
            answer,
            mention.map(|m| m.id.clone()).into_iter().collect(),
            mention.map(|m| m.evidence.clone()).unwrap_or_default(),
        );
    }
    let arms: Vec<_> = report.munitions.iter().filter(|m| event.munitions.contains(&m.id)).collect();
    let mut how: Vec<String> = Vec::new();
    for m in &arms {
        let words = m.name.clone().unwrap_or_else(|| weapon_words(m.kind, true).to_string());
        if !how.contains(&words) {
            how.push(words);
        }
    }
    push(
        Question::How,
        list(&how),
        arms.iter().map(|m| m.id.clone()).collect(),
        arms.iter().flat_map(|m| m.evidence.clone()).collect(),
    );
    facts
}

/// "a, b and c".
fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().collect::<String>() + chars.as_str())
}
