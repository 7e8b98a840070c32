//! Regions: places hit or targeted, gathered by first-level region, worst first.

use crate::report::{Amount, Bound, Count, Kind, Place, PlaceRole, PlaceType, Region, Report};
use crate::scope::Scope;

pub fn regions(report: &Report) -> Vec<Region> {
    let mut regions: Vec<Region> = Vec::new();
    for place in report.places.iter().filter(|p| matches!(p.role, PlaceRole::Hit | PlaceRole::Targeted)) {
        let Some(country) = place.country.clone() else { continue };
        // A country around a place that is struck says nothing of its own.
        let encloses = place.kind == PlaceType::Country
            && report.places.iter().any(|p| p.id != place.id && is_struck(p) && p.country == place.country);
        if encloses {
            continue;
        }
        let code = place.admin1_code.clone().unwrap_or_else(|| country.clone());
        let name = place.admin1.clone().unwrap_or_else(|| place.name.clone());
        match regions.iter_mut().find(|r| r.code == code && r.name == name && r.scope == place.scope) {
            Some(region) => {
                region.places.push(place.id.clone());
                region.role = region.role.max(place.role);
            }
            None => regions.push(Region {
                code,
                name,
                country,
                role: place.role,
                scope: place.scope,
                places: vec![place.id.clone()],
                killed: None,
                wounded: None,
                facts: Vec::new(),
            }),
        }
    }
    for region in &mut regions {
        region.killed = toll(report, region, Kind::Killed);
        region.wounded = toll(report, region, Kind::Wounded);
        region.facts = facts(report, region);
    }
    let number = |amount: &Option<Amount>| amount.as_ref().map_or(0, Amount::figure);
    regions.sort_by_key(|r| {
        let current = r.scope == Scope::Current;
        std::cmp::Reverse((current, r.role, number(&r.killed), number(&r.wounded), r.facts.len()))
    });
    regions
}

fn is_struck(place: &Place) -> bool {
    matches!(place.role, PlaceRole::Hit | PlaceRole::Targeted)
}

/// The counts of the region that stand for themselves; one alone keeps its words.
fn toll(report: &Report, region: &Region, kind: Kind) -> Option<Amount> {
    let here = |c: &&Count| c.place.as_ref().is_some_and(|p| region.places.contains(p));
    let whole =
        |c: &&Count| c.part_of.is_none() && c.same_as.is_none() && c.superseded_by.is_none() && c.value.bound != Bound::Vague;
    let in_scope = |c: &&Count| c.scope == region.scope;
    let mut amounts = report
        .casualties
        .counts
        .iter()
        .filter(|c| c.kind == kind)
        .filter(here)
        .filter(whole)
        .filter(in_scope)
        .map(|c| c.value.clone());
    let first = amounts.next()?;
    Some(amounts.fold(first, |a, b| a.plus(&b)))
}

fn facts(report: &Report, region: &Region) -> Vec<String> {
    let here = |place: &Option<String>| place.as_ref().is_some_and(|p| region.places.contains(p));
    let counts = report.casualties.counts.iter().filter(|c| here(&c.place) && c.scope == region.scope).map(|c| c.id.clone());
    let damage = report.damage.iter().filter(|d| here(&d.place) && d.scope == region.scope).map(|d| d.id.clone());
    counts.chain(damage).collect()
}
