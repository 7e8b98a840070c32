//! The casualty part of the report.

use super::Source;
use crate::event::Placed;
use crate::event::count::Tally;
use crate::ledger::Sum;
use crate::report::{Casualties, Count, LeftOut, Total};

/// Id of count `i`.
pub fn count_id(i: usize) -> String {
    format!("c{}", i + 1)
}

pub fn casualties(source: &Source) -> Casualties {
    let counts = source.findings.counts.iter().enumerate().map(|(i, row)| count(source, i, row)).collect();
    let totals = source.ledger.totals.iter().map(total).collect();
    Casualties { totals, counts }
}

fn total(sum: &Sum) -> Total {
    Total {
        kind: sum.kind,
        value: sum.value.clone(),
        counted: sum.counted.iter().map(|i| count_id(*i)).collect(),
        left_out: sum.left_out.iter().map(|o| LeftOut { count: count_id(o.count), because: o.because }).collect(),
        stated: sum.stated,
        disputed: sum.disputed,
    }
}

fn count(source: &Source, i: usize, row: &Placed<Tally>) -> Count {
    let relation = source.ledger.relations.get(i).copied().unwrap_or_default();
    Count {
        id: count_id(i),
        kind: row.fact.kind,
        value: row.fact.amount.clone(),
        victims: Some(row.fact.group.to_string()).filter(|g| !g.is_empty()).into_iter().collect(),
        who: row.fact.who.clone(),
        scope: row.setting.scope,
        status: row.setting.status,
        source: row.setting.source.map(super::facts::actor_id),
        place: row.setting.place.map(|p| super::facts::place_id(source, p, row.setting.scope)),
        event: row.event.map(super::facts::event_id),
        date: row.setting.time.map(|t| source.reading.mentions.times[t].date.clone()),
        part_of: relation.part_of.map(count_id),
        same_as: relation.same_as.map(count_id),
        superseded_by: relation.superseded_by.map(count_id),
        rule: source.reading.parse.frames[row.fact.frame].predicate.name(),
        evidence: std::iter::once(&row.fact.tokens).chain(&source.ledger.passages[i]).map(|t| source.spans.of(t)).collect(),
    }
}
