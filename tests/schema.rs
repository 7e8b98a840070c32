//! The data contract: its JSON Schema is the one checked in, its names are those that readers rely on.

mod common;

use common::{MAXIMAL, maximal, project};
use factbox_engine::{Options, Report, read};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

/// Set to write the schema anew instead of comparing.
const UPDATE: &str = "UPDATE_SCHEMA";
const SCHEMA_FILE: &str = "docs/report.schema.json";

/// Every name of the data contract `factbox.report/1`, by the object it belongs to.
const CONTRACT: &[(&str, &str)] = &[
    (
        "",
        "schema article brief key_facts events casualties places regions munitions damage actors statements dates timeline talks terms checks",
    ),
    ("/article", "title published published_from language offsets sentences skipped"),
    ("/article/skipped/0", "start end text"),
    ("/brief/0", "text facts evidence"),
    ("/key_facts/0", "question answer facts evidence"),
    ("/events/0", "id type scope places date actors counts munitions damage evidence"),
    ("/casualties", "totals counts"),
    ("/casualties/totals/0", "kind value counted left_out stated disputed"),
    ("/casualties/totals/0/left_out/0", "count because"),
    (
        "/casualties/counts/0",
        "id kind value victims who scope status source place event date part_of same_as superseded_by evidence",
    ),
    ("/casualties/counts/0/value", "low high bound text"),
    ("/casualties/counts/0/date", "value precision from to text"),
    ("/places/0", "id name written type geonames country admin1 admin1_code lat lon role scope confidence evidence"),
    ("/regions/0", "code name country role scope places killed wounded facts"),
    ("/munitions/0", "id type name action value by scope status source places evidence"),
    ("/damage/0", "id target category effect value place scope status source evidence"),
    ("/actors/0", "id name written type description country role evidence"),
    ("/statements/0", "id speaker channel form act text evidence"),
    ("/dates/0", "id value precision from to text evidence"),
    ("/timeline/0", "id date text scope facts evidence"),
    ("/talks/0", "id parties mediators venue date status about sticking_points evidence"),
    ("/terms/0", "id term meaning evidence"),
    ("/checks/0", "type text facts evidence"),
];

#[test]
fn the_schema_is_the_one_checked_in() {
    let schema = serde_json::to_value(schemars::schema_for!(Report)).unwrap();
    let file = project(SCHEMA_FILE);
    if std::env::var_os(UPDATE).is_some() {
        fs::write(&file, serde_json::to_string_pretty(&schema).unwrap() + "\n").unwrap();
    }
    let checked_in: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap_or_default()).unwrap_or_default();
    let place = difference(&checked_in, &schema, String::new());
    assert!(
        place.is_none(),
        "the types of the report changed ({SCHEMA_FILE} differs at {}): look whether the change is meant, then run {UPDATE}=1 cargo test --test schema",
        place.unwrap_or_default()
    );
}

/// The JSON pointer of the first difference; the order of names means nothing.
fn difference(a: &Value, b: &Value, at: String) -> Option<String> {
    match (a, b) {
        (Value::Object(x), Value::Object(y)) => {
            let names: BTreeSet<_> = x.keys().chain(y.keys()).collect();
            names.into_iter().find_map(|name| match (x.get(name), y.get(name)) {
                (Some(p), Some(q)) => difference(p, q, format!("{at}/{name}")),
                _ => Some(format!("{at}/{name}")),
            })
        }
        _ => (a != b).then_some(at),
    }
}

#[test]
fn every_name_of_the_contract_is_written() {
    let report = serde_json::to_value(maximal()).unwrap();
    for (object, names) in CONTRACT {
        let keys = report.pointer(object).and_then(Value::as_object).unwrap_or_else(|| panic!("no object at {object:?}"));
        for name in names.split(' ') {
            assert!(keys.contains_key(name), "{object}/{name} is gone from the JSON of a report");
        }
    }
}

#[test]
fn a_report_survives_json() {
    let written: Value = serde_json::from_str(MAXIMAL).unwrap();
    assert_eq!(serde_json::to_value(maximal()).unwrap(), written, "reading or writing a report loses or renames a field");
    let report = read("", &Options::default());
    let again: Report = serde_json::from_str(&serde_json::to_string(&report).unwrap()).unwrap();
    assert_eq!(again, report);
}

#[test]
fn left_out_fields_are_read_as_nothing() {
    let mut report: Value = serde_json::from_str(MAXIMAL).unwrap();
    let count = report.pointer_mut("/casualties/counts/1").and_then(Value::as_object_mut).unwrap();
    for name in ["source", "place", "date"] {
        count.remove(name);
    }
    assert_eq!(serde_json::from_value::<Report>(report).unwrap(), maximal());
}

#[test]
fn the_schema_names_every_field_of_a_report_and_asks_for_no_other() {
    let schema: Value = serde_json::to_value(schemars::schema_for!(Report)).unwrap();
    let mut known = BTreeSet::new();
    properties(&schema, &mut known);
    let mut written = BTreeSet::new();
    keys(&serde_json::from_str(MAXIMAL).unwrap(), &mut written);
    assert_eq!(known, written, "left: names of the schema, right: names of a full report");
}

fn properties(schema: &Value, names: &mut BTreeSet<String>) {
    match schema {
        Value::Object(map) => {
            names.extend(map.get("properties").and_then(Value::as_object).into_iter().flat_map(|p| p.keys().cloned()));
            map.values().for_each(|v| properties(v, names));
        }
        Value::Array(list) => list.iter().for_each(|v| properties(v, names)),
        _ => {}
    }
}

fn keys(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            names.extend(map.keys().cloned());
            map.values().for_each(|v| keys(v, names));
        }
        Value::Array(list) => list.iter().for_each(|v| keys(v, names)),
        _ => {}
    }
}
