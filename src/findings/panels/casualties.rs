//! The totals as big figures, each with its reason, and the ledger under them.

use super::ledger;
use crate::parts::certainty::{Look, chip, source};
use crate::parts::copying;
use crate::parts::fact::{leads, long};
use factbox::export::Panel;
use factbox::facts::Names;
use factbox::ordered::order_by;
use factbox::words::{heading, labels, numbers, phrase};
use factbox_engine::report::{Bound, Count, Kind, LeftOut, Reason, Report, Total};
use factbox_engine::scope::Scope;
use leptos::html::*;
use leptos::prelude::*;
use std::collections::HashMap;

/// Kinds that are shown as "not stated" where an event has no total of them.
const ALWAYS_ASKED: [Kind; 2] = [Kind::Killed, Kind::Wounded];

/// The casualty panel; none where the article has neither an event nor a count of people.
pub fn casualties(report: &Report) -> Option<AnyView> {
    let totals = &report.casualties.totals;
    let event = report.events.iter().any(|e| e.scope == Scope::Current);
    if totals.is_empty() && report.casualties.counts.is_empty() && !event {
        return None;
    }
    let missing = ALWAYS_ASKED.into_iter().filter(|kind| event && !totals.iter().any(|t| t.kind == *kind));
    let index = Index::of(report);
    let mut cards: Vec<(usize, AnyView)> = totals.iter().map(|t| (rank(t.kind), card(&index, t))).collect();
    cards.extend(missing.map(|kind| (rank(kind), not_stated(kind))));
    order_by(&mut cards, |(rank, _)| *rank);
    let cards: Vec<AnyView> = cards.into_iter().map(|(_, card)| card).collect();
    let cards = (!cards.is_empty()).then(|| ul().class("totals").child(cards));
    Some(
        section()
            .class("panel casualties")
            .id("casualties")
            .child((copying::head(Panel::Casualties, heading::CASUALTIES), cards, ledger::ledger(report)))
            .into_any(),
    )
}

/// Killed and wounded stand first, the others as the report has them.
fn rank(kind: Kind) -> usize {
    ALWAYS_ASKED.iter().position(|k| *k == kind).unwrap_or(ALWAYS_ASKED.len())
}

fn card(index: &Index, total: &Total) -> AnyView {
    let approximate = matches!(total.value.bound, Bound::About | Bound::Vague);
    let bracketed = |bound: String| if total.value.bound == Bound::Exact { format!("({bound})") } else { bound };
    let bound = numbers::bound(&total.value).map(|bound| span().class("bound").child(bracketed(bound)));
    let disputed = total.disputed.then(|| chip(Look::Hatched, phrase::DISPUTED));
    li().class("total fact")
        .class(("main", ALWAYS_ASKED.contains(&total.kind)))
        .class(("approximate", approximate))
        .attr("data-fact", total.counted.join(" "))
        .child((
            h3().child(labels::kind(total.kind)),
            leads((span().class("figure").child(numbers::words(&total.value)), " ", bound)),
            disputed,
            rivals(index, total),
            reasons(index, total),
        ))
        .into_any()
}

/// The rival figures of a disputed total side by side, each with who gives it; never averaged.
fn rivals(index: &Index, total: &Total) -> Option<AnyView> {
    let rival = |l: &&LeftOut| l.because == Reason::Rival;
    let ids = total.counted.iter().chain(total.left_out.iter().filter(rival).map(|l| &l.count));
    let mut counts: Vec<&Count> = ids.filter_map(|id| index.counts.get(id.as_str()).copied()).collect();
    if !total.disputed || counts.len() < 2 {
        return None;
    }
    order_by(&mut counts, |c| c.value.figure());
    let claim = |count: &Count| {
        let by = index.names.get(count.source.as_deref());
        li().class("fact").attr("data-fact", count.id.clone()).child((
            leads(bdi().child(numbers::words_and_bound(&count.value))),
            " ",
            source(count.status, by.as_deref()),
        ))
    };
    let claims: Vec<_> = counts.into_iter().map(claim).collect();
    Some(ul().class("rivals").child(claims).into_any())
}

fn not_stated(kind: Kind) -> AnyView {
    li().class("total main unstated")
        .child((h3().child(labels::kind(kind)), p().class("figure").child(phrase::NOT_STATED)))
        .into_any()
}

/// A count as the reason of a total names it.
struct Part {
    key: String,
    label: String,
    place: Option<String>,
    because: Option<&'static str>,
}

/// What a total's reasons look up.
struct Index<'a> {
    counts: HashMap<&'a str, &'a Count>,
    names: Names<'a>,
}

impl<'a> Index<'a> {
    fn of(report: &'a Report) -> Index<'a> {
        let counts = report.casualties.counts.iter().map(|c| (c.id.as_str(), c)).collect();
        Index { counts, names: Names::of(report) }
    }

    fn part(&self, id: &str, because: Option<&'static str>) -> Option<Part> {
        let count = self.counts.get(id)?;
        let label = if count.who.is_empty() { numbers::words(&count.value) } else { count.who.clone() };
        Some(Part { key: id.to_string(), label, place: self.names.get(count.place.as_deref()), because })
    }
}

/// "Why this total": what was counted, what was left out and why.
fn reasons(index: &Index, total: &Total) -> AnyView {
    let counted: Vec<Part> = total.counted.iter().filter_map(|id| index.part(id, None)).collect();
    let left_out = total.left_out.iter().filter_map(|l| index.part(&l.count, Some(labels::reason(l.because))));
    let left_out: Vec<Part> = left_out.collect();
    let left_out = match left_out.is_empty() {
        true => p().child(phrase::NO_COUNT_LEFT_OUT).into_any(),
        false => (h4().child(phrase::LEFT_OUT), ul().child(long(left_out, row))).into_any(),
    };
    let counted = (!counted.is_empty()).then(|| (h4().child(phrase::COUNTED), ul().child(long(counted, row))));
    details().class("why").child((summary().child(phrase::WHY_TOTAL), div().child((counted, left_out)))).into_any()
}

fn row(part: &Part) -> AnyView {
    let place = part.place.clone().map(|name| span().class("where").child(name));
    let because = part.because.map(|reason| span().class("because").child(reason));
    li().class("fact")
        .attr("data-fact", part.key.clone())
        .child((leads(bdi().child(part.label.clone())), " ", place, " ", because))
        .into_any()
}
