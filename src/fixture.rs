//! Facts for the tests, of which only what matters is given.

use factbox_engine::report::{Amount, Count, Kind, Place, PlaceRole, PlaceType, Status};
use factbox_engine::scope::Scope;

/// A count of `n` people, told by the article of its news.
pub fn count(id: &str, kind: Kind, n: u64) -> Count {
    Count {
        id: id.into(),
        kind,
        value: Amount::exact(n, ""),
        victims: vec![],
        who: String::new(),
        scope: Scope::Current,
        status: Status::Reported,
        source: None,
        place: None,
        event: None,
        date: None,
        part_of: None,
        same_as: None,
        superseded_by: None,
        rule: String::new(),
        evidence: vec![],
    }
}

/// A place of the news, nowhere on the map.
pub fn place(id: &str, name: &str, kind: PlaceType, role: PlaceRole) -> Place {
    Place {
        id: id.into(),
        name: name.into(),
        written: String::new(),
        kind,
        geonames: None,
        country: None,
        admin1: None,
        admin1_code: None,
        lat: None,
        lon: None,
        role,
        scope: Scope::Current,
        confidence: 0.9,
        evidence: vec![],
    }
}
