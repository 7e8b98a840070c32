//! The regions hit, on a map and worst first in a list, and the other places of the article.

use super::map;
use crate::parts::certainty::{Look, chip};
use crate::parts::copying;
use crate::parts::fact::{leads, long};
use crate::parts::names;
use crate::stage::Stage;
use factbox::answer::Answer;
use factbox::export::Panel;
use factbox::facts::Names;
use factbox::map::subject::SURE;
use factbox::ordered::order_by;
use factbox::words::{heading, labels, numbers, phrase};
use factbox_engine::report::{Amount, Place, PlaceRole, Region, Report};
use factbox_engine::scope::Scope;
use leptos::html::*;
use leptos::prelude::*;
use std::sync::Arc;

struct Entry {
    region: Region,
    places: Vec<String>,
    damage: Vec<String>,
    approximate: bool,
}

/// Regions hit and targeted, those of earlier events apart, then the other places; none where no place is named.
pub fn regions(stage: Stage, answer: &Arc<Answer>) -> Option<AnyView> {
    let report = &answer.report;
    let names = Names::of(report);
    let of = |current: bool| -> Vec<Entry> {
        let chosen = report.regions.iter().filter(|r| (r.scope == Scope::Current) == current);
        chosen.map(|r| entry(report, &names, r)).collect()
    };
    let (current, earlier) = (of(true), of(false));
    let others = others(report);
    if current.is_empty() && earlier.is_empty() && others.is_none() {
        return None;
    }
    let name = if current.is_empty() { heading::PLACES } else { heading::REGIONS };
    let main = (!current.is_empty()).then(|| ol().class("regions").child(long(current, region)));
    let apart = (!earlier.is_empty())
        .then(|| (h3().child(heading::REGIONS_BACKGROUND), ol().class("regions apart").child(long(earlier, region))));
    let drawn = answer.clone();
    let map = move || stage.atlas.get().and_then(|atlas| map::map(atlas, &drawn.report));
    let list = div().class("list").child((main, apart, others));
    let both = div().class("map-and-list").child((map, list));
    Some(section().class("panel places").id("regions").child((copying::head(Panel::Regions, name), both)).into_any())
}

fn entry(report: &Report, names: &Names, region: &Region) -> Entry {
    let sure = |id: &String| report.places.iter().any(|p| p.id == *id && p.confidence >= SURE);
    let damaged = report.damage.iter().filter(|d| region.facts.contains(&d.id));
    Entry {
        places: names.all(&region.places).into_iter().filter(|name| *name != region.name).collect(),
        damage: damaged.map(|d| format!("{} {}", d.target, labels::effect(d.effect))).collect(),
        approximate: !region.places.is_empty() && !region.places.iter().any(sure),
        region: region.clone(),
    }
}

fn region(entry: &Entry) -> AnyView {
    let region = &entry.region;
    let country = names::country(&region.country);
    let whole_country = region.code == region.country;
    let (name, of) = match whole_country {
        true => (country, phrase::REGION_UNKNOWN.to_string()),
        false => (region.name.clone(), country),
    };
    let role = match region.role {
        PlaceRole::Hit => chip(Look::Solid, labels::place_role(region.role)),
        _ => chip(Look::Outline, labels::place_role(region.role)),
    };
    let doubt = entry.approximate.then(|| (chip(Look::Hatched, phrase::APPROXIMATE), " "));
    let toll = |label: &'static str, amount: &Option<Amount>| {
        let amount = amount.as_ref()?;
        Some(span().class("toll").child((strong().child(numbers::words_and_bound(amount)), " ", label)))
    };
    let keys: Vec<String> = region.facts.iter().chain(&region.places).cloned().collect();
    let places = (!entry.places.is_empty()).then(|| p().class("in-region").child(entry.places.join(", ")));
    let damage = (!entry.damage.is_empty()).then(|| p().class("harm").child(entry.damage.join("; ")));
    let tolls = (toll(phrase::KILLED, &region.killed), " ", toll(phrase::WOUNDED, &region.wounded));
    let told = region.killed.is_some() || region.wounded.is_some();
    li().class("region fact")
        .attr("data-fact", keys.join(" "))
        .attr("data-home", region.places.first().cloned())
        .child((
            h3().child((leads(name), " ", span().class("country").child(of), " ", span().class("chips").child((doubt, role)))),
            places,
            told.then(|| p().class("tolls").child(tolls)),
            damage,
        ))
        .into_any()
}

/// Places that were not hit: where weapons came from, where people met, what is only named.
fn others(report: &Report) -> Option<AnyView> {
    let shown = |id: &String| report.regions.iter().any(|r| r.places.contains(id));
    let mut rest: Vec<Place> = report.places.iter().filter(|p| !shown(&p.id)).cloned().collect();
    order_by(&mut rest, |p| std::cmp::Reverse(p.role));
    if rest.is_empty() {
        return None;
    }
    // Without regions they are the panel, and its heading says so.
    let name = (!report.regions.is_empty()).then(|| h3().child(heading::OTHER_PLACES));
    Some(div().class("other-places").child((name, ul().child(long(rest, other)))).into_any())
}

fn other(place: &Place) -> AnyView {
    let doubt = (place.confidence < SURE).then(|| chip(Look::Hatched, phrase::APPROXIMATE));
    let spelt =
        (place.written != place.name).then(|| span().class("aside").child((" (", bdi().child(place.written.clone()), ")")));
    li().class("fact")
        .attr("data-fact", place.id.clone())
        .attr("data-home", place.id.clone())
        .child((
            leads((bdi().child(place.name.clone()), spelt)),
            " ",
            // Most are only mentioned; what is more says so.
            (place.role != PlaceRole::Mentioned).then(|| chip(Look::Quiet, labels::place_role(place.role))),
            " ",
            doubt,
        ))
        .into_any()
}
