//! The sentences of the brief that tell the totals.

use crate::report::{Amount, Bound, BriefSentence, Count, Kind, Reason, Report, Total, wording};
use std::collections::HashSet;

/// Kinds that the brief tells, in its order, with what is said of the people for one and for several.
const TOLD: &[(Kind, &str, &str)] = &[
    (Kind::Killed, "was killed", "were killed"),
    (Kind::Wounded, "was wounded", "were wounded"),
    (Kind::Casualties, "was killed or wounded", "were killed or wounded"),
    (Kind::Missing, "is missing", "are missing"),
    (Kind::Trapped, "was trapped", "were trapped"),
    (Kind::Kidnapped, "was kidnapped", "were kidnapped"),
    (Kind::Captured, "was captured", "were captured"),
    (Kind::Displaced, "was displaced", "were displaced"),
    (Kind::Evacuated, "was moved to safety", "were moved to safety"),
    (Kind::Rescued, "was rescued", "were rescued"),
    (Kind::Arrested, "was arrested", "were arrested"),
];
/// The longest list of "14 in Odesa and four in Mykolaiv".
const MAX_PARTS: usize = 4;
const SMALL: [&str; 10] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/// One kind's part of a sentence.
struct Toll<'a> {
    total: &'a Total,
    rows: Vec<&'a Count>,
    said: &'static str,
    place: Option<String>,
    source: Option<String>,
}

/// A sentence a kind; killed and wounded of one place and source share one.
pub fn tolls(report: &Report) -> Vec<BriefSentence> {
    let mut tolls = TOLD.iter().filter_map(|told| toll(report, told)).peekable();
    let mut sentences = Vec::new();
    while let Some(first) = tolls.next() {
        if first.total.disputed {
            sentences.push(disputed(report, &first));
            continue;
        }
        let mut text = format!("{} {}", capital(&people(&first.total.value)), first.said);
        let mut both = vec![first];
        let plain = |t: &Toll| t.rows.len() == 1 && matches!(t.total.kind, Kind::Killed | Kind::Wounded);
        if plain(&both[0])
            && let Some(next) = tolls.next_if(|t| {
                !t.total.disputed && plain(t) && t.place == both[0].place && t.source == both[0].source && t.total.value.low > 0
            })
        {
            let how = next.said.trim_start_matches("was ").trim_start_matches("were ");
            text = match both[0].total.value.bound {
                Bound::None => format!("No one was killed; {} {}", people(&next.total.value), next.said),
                _ => format!("{text} and {} {how}", amount_words(&next.total.value)),
            };
            both.push(next);
        }
        let mut parts: Vec<String> = Vec::new();
        let mut placed = 0;
        for part in parts_of(report, &both[0].rows) {
            placed += part.1;
            parts.push(part.0);
        }
        match &both[0].place {
            Some(place) => text += &format!(" in {place}"),
            None if (2..=MAX_PARTS).contains(&parts.len()) && placed == both[0].rows.len() => {
                text += &format!(": {}", wording::list(&parts));
            }
            None => {}
        }
        if let Some(source) = &both[0].source {
            text += &format!(", according to {source}");
        }
        sentences.push(sentence(text, both.iter().flat_map(|t| t.rows.iter().copied())));
    }
    sentences
}

fn toll<'a>(report: &'a Report, (kind, one, many): &(Kind, &'static str, &'static str)) -> Option<Toll<'a>> {
    let total = report.casualties.totals.iter().find(|t| t.kind == *kind)?;
    // A text of megabytes has thousands of each.
    let counted: HashSet<&String> = total.counted.iter().collect();
    let rows: Vec<&Count> = report.casualties.counts.iter().filter(|c| counted.contains(&c.id)).collect();
    let same = |of: fn(&Count) -> &Option<String>| {
        let id = of(rows.first()?).as_ref()?;
        rows.iter().all(|c| of(c).as_ref() == Some(id)).then(|| name(report, id)).flatten()
    };
    let singular = total.value.figure() == 1 || total.value.bound == Bound::None;
    let (place, source) = (same(|c| &c.place), same(|c| &c.source));
    Some(Toll { total, place, source, said: if singular { one } else { many }, rows })
}

/// "Sources disagree on how many people were killed: 12 according to the army and 30 according to the ministry."
fn disputed(report: &Report, toll: &Toll) -> BriefSentence {
    let rivals = toll.total.left_out.iter().filter(|l| l.because == Reason::Rival).map(|l| &l.count);
    let ids: HashSet<&String> = toll.total.counted.iter().chain(rivals).collect();
    let rows: Vec<&Count> = report.casualties.counts.iter().filter(|c| ids.contains(&c.id)).collect();
    let claim = |c: &&Count| {
        let by = c.source.as_ref().and_then(|id| name(report, id)).unwrap_or_else(|| "the article".to_string());
        format!("{} according to {by}", amount_words(&c.value))
    };
    let claims = wording::list(&rows.iter().map(claim).collect::<Vec<_>>());
    let said = TOLD.iter().find(|(kind, ..)| *kind == toll.total.kind).map_or("were affected", |(_, _, many)| many);
    sentence(format!("Sources disagree on how many people {said}: {claims}"), rows.into_iter())
}

fn sentence<'a>(text: String, rows: impl Iterator<Item = &'a Count>) -> BriefSentence {
    let (mut facts, mut evidence) = (Vec::new(), Vec::new());
    for row in rows {
        facts.push(row.id.clone());
        evidence.extend(row.evidence.iter().cloned());
    }
    BriefSentence { text: format!("{text}."), facts, evidence }
}

/// "Two in Odesa", each with how many rows it tells; exact numbers of one place are added up.
fn parts_of(report: &Report, rows: &[&Count]) -> Vec<(String, usize)> {
    let mut parts: Vec<(String, Amount, usize)> = Vec::new();
    for row in rows {
        let Some(place) = row.place.as_ref().and_then(|id| name(report, id)) else { continue };
        let exact = |a: &Amount| a.bound == Bound::Exact;
        match parts.iter_mut().find(|(p, value, _)| *p == place && exact(value) && exact(&row.value)) {
            Some((_, value, told)) => {
                value.low += row.value.low;
                value.high = Some(value.low);
                *told += 1;
            }
            None => parts.push((place, row.value.clone(), 1)),
        }
    }
    let words = |(place, value, told): (String, Amount, usize)| (format!("{} in {place}", amount_words(&value)), told);
    parts.into_iter().map(words).collect()
}

/// Name of a place or an actor.
fn name(report: &Report, id: &str) -> Option<String> {
    let place = report.places.iter().find(|p| p.id == id).map(|p| wording::place(&p.name));
    place.or_else(|| report.actors.iter().find(|a| a.id == id).map(wording::actor))
}

/// "seven people", "dozens of people", "no one".
fn people(value: &Amount) -> String {
    match (value.bound, value.figure()) {
        (Bound::None, _) => "no one".to_string(),
        (Bound::Vague, _) => match value.text.trim().to_lowercase() {
            text if text.is_empty() => "an unknown number of people".to_string(),
            text if text.ends_with('s') && text != "several" => format!("{text} of people"),
            text => format!("{text} people"),
        },
        (_, 1) => format!("{} person", amount_words(value)),
        _ => format!("{} people", amount_words(value)),
    }
}

/// The amount in plain words, bound first: "at least three", "more than 370", "six to eight".
pub fn amount_words(value: &Amount) -> String {
    wording::bounded(value, number)
}

/// Numbers below ten as words.
fn number(n: u64) -> String {
    let small = usize::try_from(n).ok().and_then(|n| SMALL.get(n));
    small.map_or_else(|| wording::grouped(n), |word| (*word).to_string())
}

/// The text with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().collect::<String>() + chars.as_str())
}
