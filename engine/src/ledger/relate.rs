//! Relations between counts: part of, the same as, superseded by, rival of.

use super::{Relation, bound};
use crate::event::count::Link;
use crate::event::count::Tally;
use crate::event::reading::Reading;
use crate::event::{Findings, Placed};
use crate::report::{Bound, Kind, PlaceType, Status};
use crate::scope::Scope;

/// Relates every count to at most one earlier or later one.
pub fn relations(reading: Reading, findings: &Findings) -> Vec<Relation> {
    let counts = &findings.counts;
    let mut relations = vec![Relation::default(); counts.len()];
    for at in 0..counts.len() {
        match counts[at].fact.link {
            Link::PartOf(main) => relations[at].part_of = Some(main),
            Link::Older(main) => {
                (relations[at].superseded_by, relations[at].part_of) = (Some(main), Some(main));
            }
            Link::Detail | Link::Beside(_) | Link::None => {}
        }
    }
    for at in 0..counts.len() {
        if relations[at].superseded_by.is_some() {
            continue;
        }
        if relations[at].part_of.is_some() {
            repeat_of_member(findings, &mut relations, at);
            continue;
        }
        if let Link::Beside(main) = counts[at].fact.link
            && relations[main].part_of.is_some()
        {
            relations[at].part_of = relations[main].part_of;
            continue;
        }
        if (counts[at].fact.link == Link::Detail || counts[at].fact.anaphor)
            && let Some(relation) = detail(findings, &relations, at)
        {
            relations[at] = relation;
            continue;
        }
        if let Some(parts) = addends(findings, &relations, at) {
            parts.into_iter().for_each(|k| relations[k].part_of = Some(at));
            continue;
        }
        let earlier =
            (0..at).filter(|k| relations[*k].stands_alone() && comparable(reading, findings, *k, at)).collect::<Vec<_>>();
        if let Some(&known) = earlier
            .iter()
            .find(|k| bound::agree(&counts[**k].fact.amount, &counts[at].fact.amount) && !counts[at].fact.additional)
        {
            relations[at].same_as = Some(known);
            continue;
        }
        let Some(&known) = earlier.last() else { continue };
        relate_numbers(reading, findings, &mut relations, known, at);
    }
    relations
}

/// The counts told before whose sum is the number at `at`, where there are several: "two in Norvia and five in Kelm … seven".
fn addends(findings: &Findings, relations: &[Relation], at: usize) -> Option<Vec<usize>> {
    let own = &findings.counts[at];
    let exact = |row: &Placed<Tally>| matches!(row.fact.amount.bound, Bound::Exact | Bound::AtLeast) && row.fact.amount.low > 0;
    let fits = |k: &usize| {
        let other = &findings.counts[*k];
        relations[*k].stands_alone()
            && other.fact.kind == own.fact.kind
            && other.setting.scope == own.setting.scope
            && other.event == own.event
            && other.fact.frame != own.fact.frame
            && exact(other)
    };
    let parts: Vec<usize> = (0..at).filter(fits).collect();
    let sum: u64 = parts.iter().map(|k| findings.counts[*k].fact.amount.low).sum();
    (parts.len() >= 2 && exact(own) && !own.fact.additional && sum == own.fact.amount.low).then_some(parts)
}

/// What a detail belongs to: the same number told before, or the last larger one of its kind, whatever their places.
fn detail(findings: &Findings, relations: &[Relation], at: usize) -> Option<Relation> {
    let own = &findings.counts[at];
    let known = |k: &usize| {
        let other = &findings.counts[*k];
        relations[*k].stands_alone()
            && other.fact.kind == own.fact.kind
            && other.setting.scope == own.setting.scope
            && (own.fact.amount.figure() > 1
                || own.fact.kind != Kind::Killed
                || is_perpetrator(&own.fact) == is_perpetrator(&other.fact))
    };
    let numbered = |k: &usize| !matches!(findings.counts[*k].fact.amount.bound, Bound::None);
    let figure = own.fact.amount.figure();
    let mut earlier = (0..at).rev().filter(known).filter(numbered).filter(|k| findings.counts[*k].fact.frame != own.fact.frame);
    let whole = earlier.find(|k| findings.counts[*k].fact.amount.figure() >= figure)?;
    let equal = findings.counts[whole].fact.amount.figure() == figure && !own.fact.additional;
    let relation = Relation::default();
    Some(if equal { Relation { same_as: Some(whole), ..relation } } else { Relation { part_of: Some(whole), ..relation } })
}

/// A member that repeats a count already told ("including a child", then "the child died") is tied to it.
fn repeat_of_member(findings: &Findings, relations: &mut [Relation], at: usize) {
    let own = &findings.counts[at];
    let main = relations[at].part_of;
    let double = (0..at).find(|k| {
        let other = &findings.counts[*k];
        relations[*k].part_of == main
            && other.fact.kind == own.fact.kind
            && !other.fact.group.is_empty()
            && other.fact.group == own.fact.group
            && other.fact.amount.low == own.fact.amount.low
            && other.fact.tokens.start != own.fact.tokens.start
    });
    relations[at].same_as = double;
}

/// Both rows may speak of the same people: one kind, scope and event, places that do not exclude each other.
fn comparable(reading: Reading, findings: &Findings, a: usize, b: usize) -> bool {
    let (x, y) = (&findings.counts[a], &findings.counts[b]);
    x.fact.kind == y.fact.kind
        && x.setting.scope == y.setting.scope
        && x.fact.frame != y.fact.frame
        && (x.setting.scope == Scope::Current || x.event == y.event)
        && (x.setting.elsewhere == y.setting.elsewhere)
        && places_meet(reading, x, y)
        && groups_meet(x.fact.group, y.fact.group)
        && (is_perpetrator(&x.fact) == is_perpetrator(&y.fact) || x.fact.amount.figure() == y.fact.amount.figure().max(2))
}

/// Those who did it count beside those whom they harmed: "the gunman was shot dead".
fn is_perpetrator(tally: &Tally) -> bool {
    let last = tally.who.rsplit(' ').next().unwrap_or_default();
    tally.group == "attackers" || PERPETRATORS.contains(&last)
}

/// Nouns for those who did it, of other groups than attackers.
const PERPETRATORS: &[&str] = &["gunman", "gunmen", "suspect", "suspects", "hijacker", "hijackers"];

fn groups_meet(a: &str, b: &str) -> bool {
    let opposed = |g: &str| matches!(g, "attackers" | "militants");
    a.is_empty() || b.is_empty() || a == b || opposed(a) == opposed(b)
}

fn places_meet(reading: Reading, x: &Placed<Tally>, y: &Placed<Tally>) -> bool {
    let places = &reading.mentions.places;
    match (x.setting.place, y.setting.place) {
        (Some(a), Some(b)) => a == b || places.within(a, b) || places.within(b, a) || is_among(reading, x, b),
        _ => true,
    }
}

/// The row counts over several places, of which this is one: "killed four in Kelm, Norvia and Sund".
fn is_among(reading: Reading, row: &Placed<Tally>, place: usize) -> bool {
    let told = &row.setting.told;
    told.len() >= 2 && told.iter().any(|p| *p == place || reading.mentions.places.within(place, *p))
}

/// Two different numbers for what may be the same people.
fn relate_numbers(reading: Reading, findings: &Findings, relations: &mut [Relation], known: usize, at: usize) {
    let (x, y) = (&findings.counts[known], &findings.counts[at]);
    let (old, new) = (&x.fact.amount, &y.fact.amount);
    if y.fact.additional || [old.bound, new.bound].iter().any(|b| matches!(b, Bound::None)) || Status::Denied == y.setting.status
    {
        return;
    }
    if old.bound == Bound::Vague || new.bound == Bound::Vague {
        return;
    }
    if is_earlier_figure(reading, y) {
        (relations[at].superseded_by, relations[at].part_of) = (Some(known), Some(known));
    } else if is_earlier_figure(reading, x) || raises(reading, y) && new.figure() > old.figure() {
        (relations[known].superseded_by, relations[known].part_of) = (Some(at), Some(at));
    } else if new.figure() > old.figure() && x.fact.named {
        // "The driver died …", then the toll that holds him.
        relations[known].part_of = Some(at);
    } else if is_rival(x, y) && x.setting.place == y.setting.place && !(y.fact.named || x.fact.named) {
        relations[at].rival_of = Some(known);
    } else if new.figure() < old.figure() && (y.fact.named || is_detail(reading, x, y)) {
        relations[at].part_of = Some(known);
    } else if new.figure() > old.figure() && (is_wider(reading, y, x) || is_headline(reading, x) && y.setting.sentence <= LEAD) {
        relations[known].part_of = Some(at);
    } else if new.figure() < old.figure() {
        relations[at].part_of = Some(known);
    }
}

/// How far apart two figures for one thing may lie.
const RIVAL: u64 = 20;

/// Two sources give a number each for the same people, neither of which names a part: "nine fighters" against "16 villagers".
fn is_rival(x: &Placed<Tally>, y: &Placed<Tally>) -> bool {
    let (a, b) = (x.fact.amount.figure(), y.fact.amount.figure());
    let sources = x.setting.source.is_some() && y.setting.source.is_some() && x.setting.source != y.setting.source;
    let part = |g: &str| matches!(g, "children" | "women" | "men" | "elderly");
    let died = x.fact.of_wounded || y.fact.of_wounded;
    sources && !died && a.max(b) <= a.min(b).saturating_mul(RIVAL) && !(part(y.fact.group) && y.fact.group != x.fact.group)
}

/// The last sentence of a lead.
const LEAD: usize = 3;

/// "Two boys among dead": the headline tells a part of what the lead counts.
fn is_headline(reading: Reading, row: &Placed<Tally>) -> bool {
    reading.text.sentences.get(row.setting.sentence).is_some_and(|s| s.in_title)
}

/// The sentence says that its figure is an older one.
fn is_earlier_figure(reading: Reading, row: &Placed<Tally>) -> bool {
    reading.has_cue(reading.clause(row.setting.sentence, 0), "initially") || reading.has_cue(row.fact.tokens.clone(), "initially")
}

/// A toll that rises, climbs or is raised.
fn raises(reading: Reading, row: &Placed<Tally>) -> bool {
    reading.parse.frames[row.fact.frame].predicate.wants("reach").is_some()
}

/// A smaller count behind a larger one, of the same place or without one, is a detail of it.
fn is_detail(reading: Reading, whole: &Placed<Tally>, part: &Placed<Tally>) -> bool {
    part.setting.place.is_none() || part.setting.place == whole.setting.place || is_wider(reading, whole, part)
}

/// The first row's place holds the second's, or it has none.
fn is_wider(reading: Reading, wide: &Placed<Tally>, narrow: &Placed<Tally>) -> bool {
    let places = &reading.mentions.places;
    match (wide.setting.place, narrow.setting.place) {
        (None, Some(_)) => true,
        (Some(_), Some(n)) if is_among(reading, wide, n) => true,
        (Some(w), Some(n)) => {
            w != n
                && places.within(n, w)
                && matches!(places.list[w].kind, PlaceType::Region | PlaceType::Country | PlaceType::Area)
        }
        _ => false,
    }
}
