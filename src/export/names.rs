//! Ids turned into the things they name.

use factbox_engine::Report;
use factbox_engine::report::{Actor, Count, Event, LeftOut, Place};
use std::collections::HashMap;

/// Every id of a report that an export looks up.
pub struct Names<'a> {
    places: HashMap<&'a str, &'a Place>,
    actors: HashMap<&'a str, &'a Actor>,
    events: HashMap<&'a str, &'a Event>,
    added: HashMap<&'a str, ()>,
    left_out: HashMap<&'a str, &'a LeftOut>,
}

impl<'a> Names<'a> {
    /// Collects the ids of `report`.
    pub fn new(report: &'a Report) -> Names<'a> {
        let totals = &report.casualties.totals;
        Names {
            places: report.places.iter().map(|p| (p.id.as_str(), p)).collect(),
            actors: report.actors.iter().map(|a| (a.id.as_str(), a)).collect(),
            events: report.events.iter().map(|e| (e.id.as_str(), e)).collect(),
            added: totals.iter().flat_map(|t| &t.counted).map(|id| (id.as_str(), ())).collect(),
            left_out: totals.iter().flat_map(|t| &t.left_out).map(|l| (l.count.as_str(), l)).collect(),
        }
    }

    /// The place of this id.
    pub fn place(&self, id: Option<&String>) -> Option<&'a Place> {
        self.places.get(id?.as_str()).copied()
    }

    /// The event of this id.
    pub fn event(&self, id: Option<&String>) -> Option<&'a Event> {
        self.events.get(id?.as_str()).copied()
    }

    /// The actor's name, or nothing.
    pub fn actor(&self, id: Option<&String>) -> String {
        id.and_then(|id| self.actors.get(id.as_str())).map_or_else(String::new, |a| a.name.clone())
    }

    /// The names of places, parted by commas.
    pub fn places(&self, ids: &[String]) -> String {
        ids.iter().filter_map(|id| self.place(Some(id))).map(|p| p.name.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// Where a count happened: its own place, or the only place of its event.
    pub fn place_of(&self, count: &Count) -> Option<&'a Place> {
        self.place(count.place.as_ref()).or_else(|| match &self.event(count.event.as_ref())?.places[..] {
            [only] => self.place(Some(only)),
            _ => None,
        })
    }

    /// Whether a total adds this count, as the name of the reason where it does not: `added`, `subset`, …
    pub fn counted(&self, count: &Count) -> String {
        if self.added.contains_key(count.id.as_str()) {
            return "added".to_string();
        }
        self.left_out.get(count.id.as_str()).map_or_else(String::new, |left| super::wording::name(&left.because))
    }
}
