//! Reports of invented sentences, for the tests of this stage.

use crate::report::{PlaceRole, Report};
use crate::{Gazetteer, Options, read};

const PACKED: &[u8] = include_bytes!("../../../data/gazetteer/gazetteer.bin");

/// The report of `text`, with every place that the project knows.
pub fn report(text: &str) -> Report {
    let gazetteer = Gazetteer::open(PACKED).expect("the packed gazetteer opens");
    read(text, &Options { gazetteer: Some(&gazetteer), published: Some(jiff::civil::date(2026, 5, 12)), ..Options::default() })
}

/// Names of the places with `role`, in text order.
pub fn places(text: &str, role: PlaceRole) -> Vec<String> {
    report(text).places.into_iter().filter(|p| p.role == role).map(|p| p.name).collect()
}

/// Names of the places hit, in text order.
pub fn hit(text: &str) -> Vec<String> {
    places(text, PlaceRole::Hit)
}
