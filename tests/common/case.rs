//! The format of a case: a text with the facts that must be found in it. `tests/cases/README.md` explains it.

use serde::Deserialize;
use toml::{Table, Value};

/// A text and what is expected of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub id: Option<String>,
    pub title: Option<String>,
    pub published: Option<Value>,
    pub text: String,
    /// For people: why the case is there.
    #[serde(rename = "note")]
    pub _note: Option<String>,
    #[serde(default)]
    pub expect: Expect,
}

/// What is expected; a section that is left out is not checked.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expect {
    pub event: Option<bool>,
    pub total: Option<Vec<Total>>,
    pub count: Option<Vec<Count>>,
    pub place: Option<Vec<Place>>,
    pub munition: Option<Vec<Munition>>,
    pub damage: Option<Vec<Damage>>,
    pub date: Option<Vec<Date>>,
    pub statement: Option<Vec<Statement>>,
    pub actor: Option<Vec<Actor>>,
}

/// The sections of [`Expect`], which a `[[case]]` may hold directly.
const SECTIONS: [&str; 9] = ["event", "total", "count", "place", "munition", "damage", "date", "statement", "actor"];

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Total {
    pub kind: String,
    #[serde(default)]
    pub low: u64,
    pub high: Option<u64>,
    pub bound: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    pub kind: String,
    #[serde(default)]
    pub low: u64,
    pub high: Option<u64>,
    pub bound: Option<String>,
    pub place: Option<String>,
    pub scope: Option<String>,
    pub status: Option<String>,
    pub source: Option<String>,
    pub victims: Option<String>,
    pub part_of: Option<String>,
    pub quote: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub name: String,
    pub country: Option<String>,
    pub admin1: Option<String>,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub role: String,
    pub scope: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Munition {
    #[serde(rename = "type")]
    pub kind: String,
    pub name: Option<String>,
    pub low: Option<u64>,
    pub high: Option<u64>,
    pub bound: Option<String>,
    pub action: Option<String>,
    pub by: Option<String>,
    pub scope: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Damage {
    pub target: String,
    pub category: Option<String>,
    pub place: Option<String>,
    pub scope: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Date {
    pub text: String,
    pub value: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    pub speaker: Option<String>,
    pub direct: Option<bool>,
    pub quote: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    pub name: String,
    pub description: Option<String>,
}

/// The cases of a file: the file itself, or its array `[[case]]`.
///
/// # Errors
/// A sentence with the line or the case at fault.
pub fn parse(file: &str) -> Result<Vec<Case>, String> {
    let mut table: Table = file.parse().map_err(|error| format!("{error}"))?;
    let tables = match table.remove("case") {
        Some(Value::Array(_)) if !table.is_empty() => return Err("a file with [[case]] may hold nothing beside them".to_string()),
        Some(Value::Array(cases)) => cases,
        Some(_) => return Err("write [[case]] with two brackets".to_string()),
        None => vec![Value::Table(table)],
    };
    tables.into_iter().enumerate().map(|(i, case)| one(case).map_err(|error| format!("case {}: {error}", i + 1))).collect()
}

fn one(case: Value) -> Result<Case, String> {
    let Value::Table(mut case) = case else { return Err("is no table".to_string()) };
    if !case.contains_key("expect") {
        let expect: Table = SECTIONS.iter().filter_map(|s| case.remove(*s).map(|v| ((*s).to_string(), v))).collect();
        case.insert("expect".to_string(), Value::Table(expect));
    }
    case.try_into().map_err(|error: toml::de::Error| error.message().to_string())
}
