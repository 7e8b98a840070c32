//! Places, munitions, damage, actors, statements, dates, events, talks and terms of the report.

use super::Source;
use crate::event::Standing;
use crate::event::harm::Harmed;
use crate::glossary::TermMention;
use crate::mention::time::{self, TimeMention};
use crate::report::{
    self, Actor, AttackerStanding, DateMention, Effect, Event, Munition, Place, PlaceRole, Statement, Talks, Term,
};
use crate::scope::Scope;
use crate::text::Tokens;

/// Id of place `i` for a fact of `scope`. A place that was hit now and before has a row for each; those for the context
/// come last.
pub fn place_id(source: &Source, i: usize, scope: Scope) -> String {
    let roles = &source.findings.roles;
    let twice = |s: &&Standing| s.lines().count() == 2;
    let context = matches!(scope, Scope::Background | Scope::Cumulative) && twice(&&roles[i]);
    let row = if context { roles.len() + roles[..i].iter().filter(twice).count() } else { i };
    format!("p{}", row + 1)
}

/// Id of actor `i`.
pub fn actor_id(i: usize) -> String {
    format!("a{}", i + 1)
}

/// Id of event `i`.
pub fn event_id(i: usize) -> String {
    format!("e{}", i + 1)
}

pub fn places(source: &Source) -> Vec<Place> {
    let roles = &source.findings.roles;
    let first = roles.iter().enumerate().filter_map(|(i, s)| Some((i, s.lines().next()?)));
    let second = roles.iter().enumerate().filter_map(|(i, s)| Some((i, s.lines().nth(1)?)));
    first.chain(second).map(|(i, (role, scope))| place(source, i, role, scope)).collect()
}

fn place(source: &Source, i: usize, role: PlaceRole, scope: Scope) -> Place {
    let places = &source.reading.mentions.places;
    let (known, standing) = (&places.list[i], &source.findings.roles[i]);
    // A place with two rows shares its mentions out; a row that would have none has all.
    let twice = standing.lines().count() == 2;
    let here = |m: &usize| !twice || standing.earlier.contains(m) == (scope == Scope::Background);
    let all: Vec<usize> = (0..places.mentions.len()).filter(|m| places.mentions[*m].place == i).collect();
    let own: Vec<usize> = all.iter().copied().filter(here).collect();
    let mentions = if own.is_empty() { all } else { own };
    Place {
        id: place_id(source, i, scope),
        name: known.name.clone(),
        written: known.written.clone(),
        kind: known.kind,
        geonames: known.geonames,
        country: known.country.clone(),
        admin1: known.admin1.clone(),
        admin1_code: known.admin1_code.clone(),
        lat: known.lat,
        lon: known.lon,
        role,
        scope,
        confidence: known.confidence,
        evidence: mentions.iter().map(|m| source.spans.of(&places.mentions[*m].tokens)).collect(),
    }
}

pub fn munitions(source: &Source) -> Vec<Munition> {
    let rows = source.findings.arms.iter().zip(&source.findings.launchers).enumerate();
    rows.map(|(i, (row, by))| {
        let frame = &source.reading.parse.frames[row.fact.frame];
        Munition {
            id: format!("m{}", i + 1),
            kind: row.fact.weapon.kind,
            name: Some(row.fact.weapon.name.to_string()).filter(|n| !n.is_empty()),
            action: row.fact.action,
            value: row.fact.amount.clone(),
            by: by.map(actor_id),
            scope: row.setting.scope,
            status: row.setting.status,
            source: row.setting.source.map(actor_id),
            places: row.setting.place.map(|p| place_id(source, p, row.setting.scope)).into_iter().collect(),
            rule: frame.predicate.name(),
            evidence: vec![source.spans.of(&row.fact.tokens)],
        }
    })
    .collect()
}

pub fn damage(source: &Source) -> Vec<report::Damage> {
    let rows = source.findings.harmed.iter().enumerate();
    rows.map(|(i, row)| report::Damage {
        id: format!("d{}", i + 1),
        target: row.fact.target.clone(),
        category: row.fact.category,
        effect: row.fact.effect,
        value: row.fact.amount.clone(),
        duration: outage(source, &row.fact),
        place: row.setting.place.map(|p| place_id(source, p, row.setting.scope)),
        scope: row.setting.scope,
        status: row.setting.status,
        source: row.setting.source.map(actor_id),
        rule: source.reading.parse.frames[row.fact.frame].predicate.name(),
        evidence: row.fact.mentions.iter().map(|t| source.spans.of(t)).collect(),
    })
    .collect()
}

/// "For six hours" behind the words for what was cut off, as ISO 8601.
fn outage(source: &Source, row: &Harmed) -> Option<String> {
    let reading = source.reading;
    let frame = &reading.parse.frames[row.frame];
    let clause = reading.clause(frame.sentence, frame.clause);
    let led = |t: &&TimeMention| t.tokens.start > clause.start && reading.tagged.key(t.tokens.start - 1) == "for";
    let times = reading.times(&clause).filter(|t| t.tokens.start >= frame.trigger.start).filter(led);
    times.filter_map(|t| t.date.duration.clone()).next().filter(|_| row.effect == report::Effect::CutOff)
}

pub fn actors(source: &Source) -> Vec<Actor> {
    let members = source.findings.cast.members.iter().enumerate();
    members
        .map(|(i, m)| Actor {
            id: actor_id(i),
            name: m.name.clone(),
            written: m.written.clone(),
            kind: m.kind,
            description: Some(m.description.clone()).filter(|d| !d.is_empty()),
            country: m.country.clone(),
            role: m.roles.clone(),
            evidence: m.mentions.iter().map(|t| source.spans.of(t)).collect(),
        })
        .collect()
}

/// The words of a statement without the dateline before them and the comma behind them.
fn told(source: &Source, tokens: &Tokens) -> Tokens {
    let text = source.reading.text;
    let start = tokens.clone().find(|i| !text.in_dateline(*i)).unwrap_or(tokens.start);
    let end = (start..tokens.end).rev().find(|i| !matches!(text.word(*i), "," | ";" | ":")).map_or(tokens.end, |i| i + 1);
    start..end
}

pub fn statements(source: &Source) -> Vec<Statement> {
    // A number alone ("confirmed nine") has its source in the ledger and is no statement.
    let number = |t: &Tokens| t.len() == 1 && source.reading.is_number(t);
    let sayings = source.findings.sayings.iter().filter(|s| s.speaker.is_some() && !number(&s.tokens)).enumerate();
    sayings
        .map(|(i, s)| {
            let span = source.spans.of(&told(source, &s.tokens));
            Statement {
                id: format!("s{}", i + 1),
                speaker: s.speaker.map(actor_id),
                channel: s.channel.clone(),
                form: s.form,
                act: s.act,
                text: span.text.clone(),
                evidence: vec![span],
            }
        })
        .collect()
}

/// The times of day that no date goes with, as ISO 8601 writes them: "T14:30".
pub fn tell_times(dates: &mut [DateMention]) {
    let clocks = dates.iter_mut().filter(|d| d.date.value.is_none());
    for d in clocks {
        d.date.value = d.date.from.clone().filter(|from| from.starts_with('T'));
    }
}

pub fn dates(source: &Source) -> Vec<DateMention> {
    let times = source.reading.mentions.times.iter().enumerate();
    times
        .map(|(i, t)| DateMention {
            id: format!("x{}", i + 1),
            date: t.date.clone(),
            timex: time::timex(t),
            evidence: vec![source.spans.of(&t.tokens)],
        })
        .collect()
}

pub fn events(source: &Source) -> Vec<Event> {
    let findings = source.findings;
    let events = findings.events.iter().enumerate();
    events
        .map(|(i, e)| Event {
            id: event_id(i),
            kind: e.kind,
            scope: e.scope,
            places: e.places.iter().map(|p| place_id(source, *p, e.scope)).collect(),
            date: e.time.map(|t| source.reading.mentions.times[t].date.clone()),
            actors: e.attackers.iter().filter(|a| a.standing != AttackerStanding::Denied).map(|a| actor_id(a.member)).collect(),
            attackers: e.attackers.iter().map(|a| attacker(source, a)).collect(),
            counts: ids('c', findings.counts.iter().map(|c| c.event == Some(i))),
            munitions: ids('m', findings.arms.iter().map(|a| a.event == Some(i))),
            damage: ids('d', findings.harmed.iter().map(|h| h.event == Some(i))),
            evidence: e.tokens.iter().map(|t| source.spans.of(t)).collect(),
        })
        .collect()
}

fn attacker(source: &Source, attacker: &crate::event::Attacker) -> report::Attacker {
    let evidence = vec![source.spans.of(&attacker.tokens)];
    report::Attacker { actor: actor_id(attacker.member), standing: attacker.standing, evidence }
}

fn ids(letter: char, belongs: impl Iterator<Item = bool>) -> Vec<String> {
    belongs.enumerate().filter(|(_, b)| *b).map(|(i, _)| format!("{letter}{}", i + 1)).collect()
}

/// Talks, with the sentences that tell of them as evidence.
pub fn talks(source: &Source) -> Vec<Talks> {
    let reading = source.reading;
    let venue = |p: usize| Some((p, source.findings.roles[p].lines().find(|l| l.0 == PlaceRole::Venue)?.1));
    let words = |list: &[Tokens]| list.iter().map(|t| source.spans.of(t).text).collect();
    let rows = source.findings.talks.iter().enumerate();
    rows.map(|(i, t)| Talks {
        id: format!("k{}", i + 1),
        parties: t.parties.iter().map(|a| actor_id(*a)).collect(),
        mediators: t.mediators.iter().map(|a| actor_id(*a)).collect(),
        venue: t.venue.and_then(venue).map(|(p, scope)| place_id(source, p, scope)),
        date: t.time.map(|x| reading.mentions.times[x].date.clone()),
        status: t.status,
        about: words(&t.about),
        sticking_points: words(&t.sticking_points),
        evidence: t.sentences.iter().map(|s| source.spans.of(&reading.sentence(*s))).collect(),
    })
    .collect()
}

/// What the glossary says of the terms that the text names.
pub fn terms(source: &Source, named: &[TermMention]) -> Vec<Term> {
    let named = named.iter().enumerate();
    named
        .map(|(i, t)| Term {
            id: format!("g{}", i + 1),
            term: t.term.to_string(),
            meaning: t.meaning.to_string(),
            evidence: vec![source.spans.of(&t.tokens)],
        })
        .collect()
}

/// The facts of the news: nothing of the context counts as an event.
pub fn has_current_event(report: &report::Report) -> bool {
    let struck = report.places.iter().any(|p| p.role == PlaceRole::Hit && p.scope == Scope::Current);
    let harmed = report.damage.iter().any(|d| d.scope == Scope::Current && d.effect != Effect::Targeted);
    report.events.iter().any(|e| e.scope == Scope::Current) || struck || harmed || !report.casualties.totals.is_empty()
}

/// The attackers of the main event whom the text names in any way, with what each is called.
pub fn attackers(report: &report::Report) -> Vec<(&report::Attacker, &Actor)> {
    let Some(event) = report.main_event() else { return Vec::new() };
    let actor = |a: &report::Attacker| report.actors.iter().find(|x| x.id == a.actor);
    event.attackers.iter().filter_map(|a| Some((a, actor(a)?))).collect()
}
