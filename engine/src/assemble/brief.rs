//! The brief: plain sentences made of facts, each backed; nothing that no fact says.

use super::facts::has_current_event;
use super::toll::tolls;
use crate::report::{
    Action, BriefSentence, Damage, Date, Effect, EventType, MunitionType, PlaceRole, Precision, Report, wording,
};
use crate::scope::Scope;

/// Longest brief, in sentences.
const MAX_SENTENCES: usize = 6;
/// Things that the sentence on damage names.
const MAX_DAMAGED: usize = 6;

/// At most six sentences: what happened, the tolls, the weapons, the damage, the talks.
pub fn brief(report: &Report) -> Vec<BriefSentence> {
    let mut sentences = Vec::new();
    if has_current_event(report) {
        sentences.extend(event_sentence(report));
        sentences.extend(tolls(report));
        sentences.extend(weapons_sentence(report));
        sentences.extend(damage_sentence(report));
        sentences.extend(cut_off_sentence(report));
        sentences.extend(venue_sentence(report));
    }
    sentences.truncate(MAX_SENTENCES);
    sentences
}

/// "Air strikes hit Odesa and Mykolaiv on 18 November 2025." An incident without a kind says no more than its tolls do.
fn event_sentence(report: &Report) -> Option<BriefSentence> {
    let event = report.main_event()?;
    let (role, places) = report.struck(&[event]);
    let when = event.date.as_ref().and_then(when);
    if (event.kind == EventType::Other && !report.casualties.totals.is_empty()) || (places.is_empty() && when.is_none()) {
        return None;
    }
    let many = wording::is_several(event.kind, places.len());
    let what = match (wording::event(event.kind, many), event.kind) {
        (words, EventType::Shelling | EventType::Battle) => words.to_string(),
        (words, _) if many => words.to_string(),
        (words, _) => format!("{} {}", article(words), words.to_lowercase()),
    };
    let strikes = matches!(
        event.kind,
        EventType::Airstrike | EventType::MissileStrike | EventType::DroneStrike | EventType::Storm | EventType::Earthquake
    );
    // "Shelling" and "fighting" stay one in however many places.
    let were = if many && !matches!(event.kind, EventType::Shelling | EventType::Battle) { "were" } else { "was" };
    let names = wording::list(&places.iter().map(|p| wording::place(&p.name)).collect::<Vec<_>>());
    let place = match role {
        _ if places.is_empty() => format!(" {were} reported"),
        PlaceRole::Targeted => format!(" {were} aimed at {names}"),
        _ if strikes => format!(" hit {names}"),
        _ => format!(" {were} reported in {names}"),
    };
    let when = when.map(|w| format!(" {w}")).unwrap_or_default();
    Some(BriefSentence { text: format!("{what}{place}{when}."), facts: vec![event.id.clone()], evidence: event.evidence.clone() })
}

fn article(words: &str) -> &'static str {
    if words.starts_with(['A', 'E', 'I', 'O', 'U']) { "An" } else { "A" }
}

/// "on 18 November 2025", "on the night of 18 November 2025", "in February 2022"; none for what no day anchors.
fn when(date: &Date) -> Option<String> {
    let value = date.value.as_deref()?;
    if value.contains('/') {
        return None;
    }
    let said = wording::day(value);
    match date.precision {
        Precision::Time | Precision::Day | Precision::PartOfDay if date.text.to_lowercase().contains("night") => {
            Some(format!("on the night of {said}"))
        }
        Precision::Time | Precision::Day | Precision::PartOfDay => Some(format!("on {said}")),
        Precision::Month | Precision::Year => Some(format!("in {said}")),
        Precision::Week | Precision::Season => None,
    }
}

/// "Russia launched 118 drones and nine missiles, according to Ukraine's air force."
fn weapons_sentence(report: &Report) -> Option<BriefSentence> {
    let launched = |m: &&crate::report::Munition| m.scope == Scope::Current && m.action == Action::Launched;
    let told = report.munitions.iter().filter(launched).filter(|m| m.kind != MunitionType::Other && !m.value.text.is_empty());
    let mut rows: Vec<_> = told.collect();
    let first = rows.first().copied()?;
    rows.retain(|m| m.by == first.by && m.source == first.source);
    let name = |id: &Option<String>| report.actors.iter().find(|a| Some(&a.id) == id.as_ref()).map(wording::actor);
    let thing = |m: &&crate::report::Munition| {
        format!("{} {}", super::toll::amount_words(&m.value), wording::munition(m.kind, m.value.figure() == 1))
    };
    let things = wording::list(&rows.iter().map(thing).collect::<Vec<_>>());
    let one = rows.len() == 1 && first.value.figure() == 1;
    let launched = match name(&first.by) {
        Some(by) => format!("{} launched {things}", super::toll::capital(&by)),
        None => format!("{} {} launched", super::toll::capital(&things), if one { "was" } else { "were" }),
    };
    let said = name(&first.source).map(|s| format!(", according to {s}")).unwrap_or_default();
    Some(BriefSentence {
        text: format!("{launched}{said}."),
        facts: rows.iter().map(|m| m.id.clone()).collect(),
        evidence: rows.iter().flat_map(|m| m.evidence.clone()).collect(),
    })
}

/// "Hit or damaged: Odesa harbour, grain terminal and fuel depots."
fn damage_sentence(report: &Report) -> Option<BriefSentence> {
    let struck = |d: &&Damage| d.scope == Scope::Current && !matches!(d.effect, Effect::Targeted | Effect::CutOff);
    let rows: Vec<_> = report.damage.iter().filter(struck).collect();
    let mut things: Vec<&str> = Vec::new();
    for row in &rows {
        if !things.iter().any(|t| t.eq_ignore_ascii_case(&row.target)) {
            things.push(&row.target);
        }
    }
    if things.is_empty() {
        return None;
    }
    let things: Vec<String> = things.into_iter().map(|t| in_sentence(report, t)).collect();
    let mut things: Vec<&str> = things.iter().map(String::as_str).collect();
    let more = format!("{} more", things.len().saturating_sub(MAX_DAMAGED));
    if things.len() > MAX_DAMAGED {
        things.truncate(MAX_DAMAGED);
        things.push(&more);
    }
    Some(BriefSentence {
        text: format!("Hit or damaged: {}.", wording::list(&things)),
        facts: rows.iter().map(|d| d.id.clone()).collect(),
        evidence: rows.iter().flat_map(|d| d.evidence.clone()).collect(),
    })
}

/// "Homes" opened its sentence: a single common noun has no capital within one.
fn in_sentence(report: &Report, target: &str) -> String {
    let named = |name: &str| name.split(|c: char| !c.is_alphanumeric()).any(|w| w.eq_ignore_ascii_case(target));
    let place = report.places.iter().any(|p| named(&p.name) || p.written.split(' ').any(named));
    let actor = || report.actors.iter().any(|a| named(&a.name));
    let plain = target.chars().skip(1).all(char::is_lowercase);
    if plain && !place && !actor() { target.to_lowercase() } else { target.to_string() }
}

/// "Out of service or cut off: substation and more than 40,000 customers."
fn cut_off_sentence(report: &Report) -> Option<BriefSentence> {
    let cut = |d: &&Damage| d.scope == Scope::Current && d.effect == Effect::CutOff;
    let rows: Vec<_> = report.damage.iter().filter(cut).take(MAX_DAMAGED).collect();
    let things: Vec<String> = rows
        .iter()
        .map(|d| match &d.value {
            Some(value) if !value.text.is_empty() => format!("{} {}", super::toll::amount_words(value), d.target),
            _ => d.target.clone(),
        })
        .collect();
    let first = things.first()?;
    let text = format!("Out of service or cut off: {}.", wording::list(&things));
    (!first.is_empty()).then(|| BriefSentence {
        text,
        facts: rows.iter().map(|d| d.id.clone()).collect(),
        evidence: rows.iter().flat_map(|d| d.evidence.clone()).collect(),
    })
}

fn venue_sentence(report: &Report) -> Option<BriefSentence> {
    let talks = report.talks.first()?;
    let venue = report.places.iter().find(|p| Some(&p.id) == talks.venue.as_ref() && p.scope == Scope::Current)?;
    Some(BriefSentence {
        text: format!("Talks are reported in {}.", wording::place(&venue.name)),
        facts: vec![talks.id.clone()],
        evidence: talks.evidence.clone(),
    })
}

#[cfg(test)]
mod tests {
    use crate::{Options, read};

    fn brief(text: &str) -> String {
        let options = Options { published: "2026-03-18".parse().ok(), ..Options::default() };
        read(text, &options).brief.iter().map(|s| s.text.clone()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn one_sentence_tells_killed_and_wounded_of_one_source() {
        let text = "Drones struck a market on Monday, killing seven people and wounding 12, police said.";
        assert!(brief(text).contains("Seven people were killed and 12 wounded"), "{}", brief(text));
        assert!(brief(text).starts_with("A drone strike was reported on 16 March 2026."), "{}", brief(text));
    }

    #[test]
    fn a_number_that_is_not_given_is_not_made_up() {
        assert!(brief("A bus crashed on Monday. Dozens of passengers were injured.").contains("Dozens of people were wounded."));
        assert!(brief("A bus crashed on Monday. Nobody was killed.").contains("No one was killed."));
    }

    #[test]
    fn what_is_cut_off_is_not_called_hit() {
        let text = "A storm left more than 40,000 customers without power in Texas on Monday and damaged a school.";
        assert!(brief(text).contains("Hit or damaged: school."), "{}", brief(text));
        assert!(brief(text).contains("Out of service or cut off: more than 40,000 customers."), "{}", brief(text));
    }

    #[test]
    fn a_text_without_event_has_no_brief() {
        assert_eq!(brief("The council voted on Monday to repaint the bridge."), "");
    }
}
