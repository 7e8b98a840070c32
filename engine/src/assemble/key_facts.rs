//! The key facts: who, what, where, when, why and how of the news, each backed by its facts or the words of the lead.

use super::Source;
use super::facts::{attackers, has_current_event, place_id};
use crate::event::lead::Lead;
use crate::mention::{munition, people};
use crate::report::{
    Action, DateMention, Event, EventType, KeyFact, Kind, Munition, MunitionType, Place, Question, Report, Span, wording,
};
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

/// The main event, where the text is about it.
fn main_event<'a>(report: &'a Report, lead: Option<&Lead>) -> Option<&'a Event> {
    report.main_event().filter(|_| lead.is_none_or(|l| l.of_event))
}

/// The article's own words, as one line.
fn words(source: &Source, tokens: &Tokens) -> Option<Answer> {
    let span = source.spans.of(tokens);
    let line = span.text.split_whitespace().collect::<Vec<_>>().join(" ");
    Some((line, Vec::new(), vec![span]))
}

/// Those who did it; where nobody did, those harmed; where nobody was, who the lead is about.
fn who(source: &Source, report: &Report, lead: Option<&Lead>) -> Option<Answer> {
    let event = main_event(report, lead);
    let attackers = if event.is_some() || lead.is_none() { attackers(report) } else { Vec::new() };
    if !attackers.is_empty() {
        let names: Vec<String> = attackers.iter().map(|(a, actor)| wording::attacker(&actor.name, a.standing)).collect();
        let ids = attackers.iter().map(|(_, actor)| actor.id.clone()).collect();
        return Some((wording::list(&names), ids, attackers.iter().flat_map(|(a, _)| a.evidence.clone()).collect()));
    }
    let subject = lead.and_then(|l| Some((l, l.who.as_ref()?)));
    if has_current_event(report) && event.is_some() {
        let reading = source.reading;
        let (l, tokens) = subject?;
        let (phrase, own) = reading.phrase(l.sentence, l.subject)?;
        // "A cyclone", "two trains": what did it without a will; a weapon did nothing by itself.
        let of_nature = event.is_some_and(|e| {
            use EventType::{Crash, Earthquake, Fire, Flood, Landslide, Storm};
            matches!(e.kind, Earthquake | Flood | Storm | Fire | Landslide | Crash)
        });
        let weapon = munition::of_phrase(reading.tagged, own, phrase.head).is_some();
        if people::of_phrase(reading.tagged, own, phrase.head).is_some() || phrase.quantity.is_some() || !weapon && of_nature {
            // "18" of "Toll rises to 18".
            let bare = phrase.bare_number && tokens.len() == 1;
            return words(source, tokens)
                .map(|(line, facts, spans)| (if bare { format!("{line} people") } else { line }, facts, spans));
        }
        let harmed = |kind: Kind| report.casualties.totals.iter().find(|t| t.kind == kind)?.counted.first();
        let Some(id) = harmed(Kind::Killed).or_else(|| harmed(Kind::Wounded)) else {
            return words(source, tokens).filter(|_| !weapon);
        };
        let count = report.casualties.counts.iter().find(|c| c.id == *id)?;
        // "18" of "killing 18".
        let number = count.who.bytes().all(|b| b.is_ascii_digit() || b == b',') || count.who == count.value.text;
        let who = if number { format!("{} people", count.who) } else { count.who.clone() };
        return Some((who, vec![count.id.clone()], count.evidence.clone()));
    }
    words(source, subject?.1)
}

/// The kind of event and the clause that tells it.
fn what(source: &Source, report: &Report, lead: Option<&Lead>) -> Option<Answer> {
    let told = lead.and_then(|l| words(source, &l.what));
    let Some(event) = main_event(report, lead) else { return told };
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

/// Where the event struck, in the words of the lead if it says so, else where the lead places its news.
fn place(source: &Source, report: &Report, lead: Option<&Lead>) -> Option<Answer> {
    let event = main_event(report, lead);
    let mut places = event.map_or_else(Vec::new, |e| report.struck(&[e]).1);
    if let Some((l, (tokens, named))) = lead.and_then(|l| Some((l, l.site.as_ref()?))) {
        let ids: Vec<String> = named.iter().map(|p| place_id(source, *p, Scope::Current)).collect();
        // Where title and lead name several places struck, all of them are the answer.
        let other = |p: &&&Place| !ids.contains(&p.id) && p.evidence.iter().any(|e| leads(source, l, e));
        if places.iter().filter(other).count() == 0 && (places.is_empty() || places.iter().any(|p| ids.contains(&p.id))) {
            let (line, _, evidence) = words(source, tokens)?;
            return Some((line, report.places.iter().filter(|p| ids.contains(&p.id)).map(|p| p.id.clone()).collect(), evidence));
        }
    }
    // "In southern Odisha" around the towns that later sentences name.
    let around = lead.and_then(|l| l.site.as_ref()).and_then(|(tokens, named)| {
        let ids: Vec<String> = named.iter().map(|p| place_id(source, *p, Scope::Current)).collect();
        let wide = report.places.iter().filter(|p| ids.contains(&p.id)).find(|p| places.iter().any(|inner| p.encloses(inner)))?;
        Some((wide, words(source, tokens)?))
    });
    if let Some((wide, (line, _, evidence))) = around {
        let inner: Vec<&&Place> = places.iter().filter(|p| wide.encloses(p)).collect();
        let names: Vec<&String> = inner.iter().map(|p| &p.name).collect();
        let all = inner.iter().flat_map(|p| p.evidence.clone());
        let answer = format!("{line}: {}", wording::list(&names));
        return Some((answer, inner.iter().map(|p| p.id.clone()).collect(), evidence.into_iter().chain(all).collect()));
    }
    if places.is_empty() {
        let id = |p: &usize| place_id(source, *p, Scope::Current);
        let ids: Vec<String> = lead?.places.iter().map(id).collect();
        places = report.places.iter().filter(|p| ids.contains(&p.id)).collect();
    }
    let names: Vec<&String> = places.iter().map(|p| &p.name).collect();
    let evidence = places.iter().flat_map(|p| p.evidence.clone()).collect();
    Some((wording::list(&names), places.iter().map(|p| p.id.clone()).collect(), evidence))
}

/// The words stand in the title or in the sentence of the lead.
fn leads(source: &Source, lead: &Lead, span: &Span) -> bool {
    let own = source.spans.of(&lead.told);
    span.in_title || own.start <= span.start && span.end <= own.end
}

/// The day of the event as the lead names it, else that of the event, else the first that the lead names.
fn when(source: &Source, report: &Report, lead: Option<&Lead>) -> Option<Answer> {
    debug_assert_eq!(report.dates.len(), source.reading.mentions.times.len());
    let dated = main_event(report, lead).and_then(|e| e.date.as_ref());
    let of_event = dated.and_then(|date| report.dates.iter().find(|d| d.date == *date));
    let of_lead = lead.and_then(|l| report.dates.get(l.time?));
    // The lead's word for the day is the plainest; what it names of the days to come is another matter.
    let told = |m: &&DateMention| lead.is_some_and(|l| m.evidence.iter().any(|e| leads(source, l, e) && !e.in_title));
    let past = |m: &&DateMention| m.date.to.as_deref().zip(report.article.published.as_deref()).is_none_or(|(to, day)| to <= day);
    let mention =
        of_event.filter(told).or_else(|| of_lead.filter(|_| of_event.is_some()).filter(past)).or(of_event).or(of_lead)?;
    Some((wording::words_and_meaning(&mention.date), vec![mention.id.clone()], mention.evidence.clone()))
}

/// "car bomb" of "A car bomb".
fn bare(words: &str) -> String {
    let lower = words.to_lowercase();
    let rest =
        lower.split_once(' ').filter(|(first, _)| matches!(*first, "a" | "an" | "the" | "one")).map(|(_, rest)| rest.to_string());
    rest.unwrap_or(lower)
}

/// How the lead says that it came about, else its weapons, else what the doers are told to have done, else the weapons of
/// the title.
fn how(source: &Source, report: &Report, lead: Option<&Lead>) -> Option<Answer> {
    if let Some(answer) = lead.and_then(|l| words(source, l.how.as_ref()?)) {
        return Some(answer);
    }
    let event = main_event(report, lead)?;
    let named = |m: &&Munition| event.munitions.contains(&m.id) && m.scope == Scope::Current && m.action != Action::Found;
    // A deed that needs a weapon names none: "gunmen have killed".
    let stated = |m: &&Munition| m.evidence.iter().any(|e| !e.text.starts_with("kill"));
    let first = |m: &&Munition| m.evidence.iter().any(|e| lead.is_some_and(|l| leads(source, l, e)));
    let arms: Vec<&Munition> = report.munitions.iter().filter(named).collect();
    let in_lead: Vec<&Munition> = arms.iter().copied().filter(|m| first(m) && stated(m)).collect();
    if !in_lead.is_empty() {
        return weapons(&in_lead);
    }
    if let Some(answer) = lead.and_then(|l| words(source, l.course.as_ref()?)) {
        return Some(answer);
    }
    // Farther on other attacks are told.
    weapons(&arms.into_iter().filter(|m| m.evidence.iter().any(|e| e.in_title) && stated(m)).collect::<Vec<_>>())
}

/// The weapons by name or kind.
fn weapons(arms: &[&Munition]) -> Option<Answer> {
    let mut how: Vec<String> = Vec::new();
    for m in arms {
        let plain = || wording::munition(m.kind, false).to_string();
        // "Car bomb" says more than "vehicles".
        let own = || Some(bare(&m.value.text)).filter(|w| m.kind == MunitionType::Vehicle && w.contains("bomb"));
        let words = m.name.clone().or_else(own).unwrap_or_else(plain);
        if !how.contains(&words) {
            how.push(words);
        }
    }
    let evidence = arms.iter().flat_map(|m| m.evidence.clone()).collect();
    Some((wording::list(&how), arms.iter().map(|m| m.id.clone()).collect(), evidence)).filter(|_| !how.is_empty())
}
