//! Regions: places hit or targeted, gathered by first-level region, worst first.

use crate::report::{Amount, Bound, Count, Kind, Place, PlaceRole, PlaceType, Reason, Region, Report, Status};
use crate::scope::Scope;
use std::collections::{HashMap, HashSet};

pub fn regions(report: &Report) -> Vec<Region> {
    let mut regions: Vec<Region> = Vec::new();
    for place in report.places.iter().filter(|p| matches!(p.role, PlaceRole::Hit | PlaceRole::Targeted)) {
        let Some(country) = place.country.clone() else { continue };
        // A country around a place that is struck says nothing of its own.
        let encloses = place.kind == PlaceType::Country && report.places.iter().any(|p| is_struck(p) && place.encloses(p));
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
    let counts = Counts::of(report);
    for region in &mut regions {
        region.killed = counts.toll(region, Kind::Killed);
        region.wounded = counts.toll(region, Kind::Wounded);
        region.facts = facts(report, region);
    }
    worst_first(&mut regions);
    regions
}

/// Regions of the news before those of its context, those hit before those targeted, the most people harmed first.
pub fn worst_first(regions: &mut [Region]) {
    let number = |amount: &Option<Amount>| amount.as_ref().map_or(0, Amount::figure);
    regions.sort_by_key(|r| {
        let current = r.scope == Scope::Current;
        std::cmp::Reverse((current, r.role, number(&r.killed), number(&r.wounded), r.facts.len()))
    });
}

fn is_struck(place: &Place) -> bool {
    matches!(place.role, PlaceRole::Hit | PlaceRole::Targeted)
}

/// What a region's tolls look up.
struct Counts<'a> {
    by_id: HashMap<&'a str, &'a Count>,
    by_place: HashMap<&'a str, Vec<&'a Count>>,
    rivals: HashSet<&'a str>,
}

impl<'a> Counts<'a> {
    fn of(report: &'a Report) -> Counts<'a> {
        let counts = &report.casualties.counts;
        let mut by_place: HashMap<&str, Vec<&Count>> = HashMap::new();
        for count in counts {
            if let Some(place) = &count.place {
                by_place.entry(place).or_default().push(count);
            }
        }
        let left_out = report.casualties.totals.iter().flat_map(|t| &t.left_out);
        let rivals = left_out.filter(|l| l.because == Reason::Rival).map(|l| l.count.as_str()).collect();
        Counts { by_id: counts.iter().map(|c| (c.id.as_str(), c)).collect(), by_place, rivals }
    }

    /// What the counts of the region add up to; one alone keeps its words. A part of a wider count stands for its place where
    /// the whole is told elsewhere; rival figures span a range.
    fn toll(&self, region: &Region, kind: Kind) -> Option<Amount> {
        let here = |c: &Count| c.place.as_ref().is_some_and(|p| region.places.contains(p));
        let stands = |c: &&&Count| {
            let repeated = c.same_as.is_some() || c.superseded_by.is_some() || c.status == Status::Denied;
            let within = c.part_of.as_ref().and_then(|whole| self.by_id.get(whole.as_str())).is_some_and(|w| here(w));
            c.kind == kind && c.scope == region.scope && !repeated && !within && c.value.bound != Bound::Vague
        };
        let mut rivals: Vec<&Count> = Vec::new();
        let mut added: Vec<&Count> = Vec::new();
        for count in region.places.iter().filter_map(|p| self.by_place.get(p.as_str())).flatten().filter(stands) {
            if self.rivals.contains(count.id.as_str()) {
                rivals.push(count);
                continue;
            }
            // "Nine in Norvia, among them three children" of 40: the children are among the nine.
            let same = |a: &&mut &Count| a.part_of.is_some() && a.part_of == count.part_of && a.place == count.place;
            match added.iter_mut().find(same) {
                Some(larger) if larger.value.figure() < count.value.figure() => *larger = count,
                Some(_) => {}
                None => added.push(count),
            }
        }
        let sum = added.iter().map(|c| c.value.clone()).reduce(|a, b| a.plus(&b));
        let claims = rivals.into_iter().map(|c| c.value.clone());
        sum.into_iter().chain(claims).reduce(|a, b| a.or(&b))
    }
}

fn facts(report: &Report, region: &Region) -> Vec<String> {
    let here = |place: &Option<String>| place.as_ref().is_some_and(|p| region.places.contains(p));
    let counts = report.casualties.counts.iter().filter(|c| here(&c.place) && c.scope == region.scope).map(|c| c.id.clone());
    let damage = report.damage.iter().filter(|d| here(&d.place) && d.scope == region.scope).map(|d| d.id.clone());
    counts.chain(damage).collect()
}

#[cfg(test)]
mod tests {
    use crate::event::sample::report;

    fn killed(text: &str) -> Vec<(String, u64, Option<u64>)> {
        let regions = report(text).regions;
        regions.into_iter().filter_map(|r| r.killed.map(|k| (r.name, k.low, k.high))).collect()
    }

    #[test]
    fn parts_of_a_wider_count_stand_for_their_places() {
        let text =
            "Floods killed at least 21 people in Pakistan on Monday. Eleven of them died in Multan, among them four children.";
        assert!(killed(text).iter().any(|(name, low, _)| name == "Punjab" && *low == 11), "{:?}", killed(text));
    }

    #[test]
    fn rival_figures_are_not_added() {
        let text = "Shells hit Kherson on Monday. Police said nine people were killed. The army said 12 people were killed.";
        assert!(killed(text).iter().all(|(_, low, high)| *low == 9 && *high == Some(12)), "{:?}", killed(text));
    }
}
