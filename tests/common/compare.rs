//! Whether a report says what a case expects, row by row.

use super::case::{Case, Count, Damage, Date, Munition, Place};
use serde_json::Value;
use std::collections::BTreeSet;

/// Roles of places that were struck or aimed at.
const STRUCK: [&str; 2] = ["hit", "targeted"];
/// Words that tell nothing about whether two pieces of text are the same.
const EMPTY_WORDS: [&str; 8] = ["the", "a", "an", "of", "and", "in", "to", "s"];
/// Share of words that two quotes have in common when they mean the same place of the text.
const SAME_QUOTE: f64 = 0.5;
const SAME_TIME_WORDS: f64 = 0.6;
const SAME_STATEMENT: f64 = 0.7;
/// Kilometres between two positions of one place.
const SAME_PLACE_KM: f64 = 25.0;
/// Kilometres that a place may be off the expected position.
const ON_THE_MAP_KM: f64 = 75.0;

/// Everything that `report` lacks, adds or says otherwise, a line each.
pub fn compare(case: &Case, report: &Value) -> Vec<String> {
    let mut diff = Diff { report, lines: Vec::new() };
    let expect = &case.expect;
    let calm = expect.event == Some(false);
    if expect.total.is_some() || calm {
        diff.totals(case);
    }
    if let Some(counts) = &expect.count {
        let same =
            |e: &Count, g: &Value| g["kind"] == *e.kind && low(g) == e.low && overlap(&e.quote, &evidence(g)) >= SAME_QUOTE;
        let pairs = diff
            .lists("count", counts, &rows(report, "/casualties/counts"), same, |e| format!("{} {} “{}”", e.kind, e.low, e.quote));
        pairs.into_iter().for_each(|(e, g)| diff.count(e, g));
    }
    if expect.place.is_some() || calm {
        diff.places(expect.place.as_deref().unwrap_or(&[]));
    }
    if let Some(munitions) = &expect.munition {
        let same = |e: &Munition, g: &Value| {
            g["type"] == *e.kind && e.action.as_ref().is_none_or(|a| g["action"] == **a) && e.low.is_none_or(|n| n == low(g))
        };
        let name = |e: &Munition| format!("{} {}", e.kind, e.low.map_or_else(String::new, |n| n.to_string()));
        for (e, g) in diff.lists("munition", munitions, &rows(report, "/munitions"), same, name) {
            let row = format!("munition “{}”", evidence(&g));
            diff.field(&row, "name", e.name.as_deref(), g["name"].as_str());
            diff.field(&row, "bound", e.bound.as_deref(), g["value"]["bound"].as_str());
            diff.number(&row, "high", e.high, &g["value"]["high"]);
            diff.field(&row, "scope", e.scope.as_deref(), g["scope"].as_str());
            diff.actor(&row, "by", e.by.as_deref(), &g["by"]);
        }
    }
    if let Some(damage) = &expect.damage {
        let same = |e: &Damage, g: &Value| overlap(&e.target, g["target"].as_str().unwrap_or("")) >= SAME_QUOTE;
        for (e, g) in diff.lists("damage", damage, &rows(report, "/damage"), same, |e| e.target.clone()) {
            let row = format!("damage {}", e.target);
            diff.field(&row, "category", e.category.as_deref(), g["category"].as_str());
            diff.field(&row, "scope", e.scope.as_deref(), g["scope"].as_str());
            diff.place(&row, e.place.as_deref(), &g["place"]);
        }
    }
    if let Some(dates) = &expect.date {
        let words = |g: &Value| evidence(g) + " " + g["text"].as_str().unwrap_or("");
        let same =
            |e: &Date, g: &Value| overlap(&e.text, &words(g)) >= SAME_TIME_WORDS && e.value.as_ref().is_none_or(|v| means(g, v));
        diff.lists("date", dates, &rows(report, "/dates"), same, |e| {
            format!("“{}” {}", e.text, e.value.as_deref().unwrap_or(""))
        });
    }
    diff.speech(case);
    diff.lines
}

/// The comparison so far.
struct Diff<'a> {
    report: &'a Value,
    lines: Vec<String>,
}

impl Diff<'_> {
    /// Pairs every expected row with one of the report; tells what is missing and what is too much.
    fn lists<'e, E>(
        &mut self,
        section: &str,
        expected: &'e [E],
        got: &[Value],
        same: impl Fn(&E, &Value) -> bool,
        name: impl Fn(&E) -> String,
    ) -> Vec<(&'e E, Value)> {
        let mut left = got.to_vec();
        let mut pairs = Vec::new();
        for e in expected {
            match left.iter().position(|g| same(e, g)) {
                Some(at) => pairs.push((e, left.remove(at))),
                None => self.lines.push(format!("{section}: missing {}", name(e).trim_end())),
            }
        }
        self.lines.extend(left.iter().map(|g| format!("{section}: unexpected {}", shown(g))));
        pairs
    }

    fn totals(&mut self, case: &Case) {
        let expected = case.expect.total.as_deref().unwrap_or(&[]);
        let got = rows(self.report, "/casualties/totals");
        for e in expected {
            let row = format!("total {}", e.kind);
            let Some(g) = got.iter().find(|g| g["kind"] == *e.kind) else {
                self.lines.push(format!("total: missing {} {}", e.kind, e.low));
                continue;
            };
            self.number(&row, "low", Some(e.low), &g["value"]["low"]);
            self.number(&row, "high", e.high, &g["value"]["high"]);
            self.field(&row, "bound", e.bound.as_deref(), g["value"]["bound"].as_str());
        }
        let extra = got.iter().filter(|g| low(g) > 0 && !expected.iter().any(|e| g["kind"] == *e.kind));
        self.lines.extend(extra.map(|g| format!("total: unexpected {}", shown(g))));
    }

    fn count(&mut self, e: &Count, g: Value) {
        let row = format!("count “{}”", e.quote);
        self.number(&row, "high", e.high, &g["value"]["high"]);
        self.field(&row, "bound", e.bound.as_deref(), g["value"]["bound"].as_str());
        self.field(&row, "scope", e.scope.as_deref(), g["scope"].as_str());
        self.field(&row, "status", e.status.as_deref(), g["status"].as_str());
        self.place(&row, e.place.as_deref(), &g["place"]);
        self.actor(&row, "source", e.source.as_deref(), &g["source"]);
        // Miners are told by the row's own words, whatever group they are gathered under.
        let who = g["who"].as_str().unwrap_or("").to_lowercase();
        let told = |v: &&str| rows(&g, "/victims").iter().any(|g| g == v) || who.contains(v.trim_end_matches('s'));
        if let Some(victims) = e.victims.as_deref().filter(|v| !v.is_empty() && !told(v)) {
            self.lines.push(format!("{row}: victims should be {victims:?}, is {}", g["victims"]));
        }
        if e.part_of.as_ref().is_some_and(|p| !p.is_empty()) && g["part_of"].is_null() && g["same_as"].is_null() {
            self.lines.push(format!("{row}: is not tied to “{}”", e.part_of.as_deref().unwrap_or("")));
        }
    }

    fn places(&mut self, expected: &[Place]) {
        let all = rows(self.report, "/places");
        for scope in ["current", "background"] {
            let want: Vec<&Place> =
                expected.iter().filter(|e| struck(&e.role) && e.scope.as_deref().unwrap_or("current") == scope).collect();
            let got: Vec<Value> =
                all.iter().filter(|g| g["role"].as_str().is_some_and(struck) && g["scope"] == scope).cloned().collect();
            let asked = |g: &Value| want.iter().any(|e| same_place(e, g)) || !encloses(g, &want);
            let got: Vec<Value> = got.into_iter().filter(asked).collect();
            self.lists(&format!("place hit, {scope}"), &want, &got, |e, g| same_place(e, g), |e| e.name.clone());
        }
        for e in expected {
            let like: Vec<&Value> = all.iter().filter(|g| same_place(e, g)).collect();
            let row = format!("place {}", e.name);
            // A place hit now and before has a row for each.
            let own_scope = |g: &&&Value| g["role"] == *e.role && e.scope.as_deref().is_none_or(|s| g["scope"] == *s);
            let own_role = || like.iter().find(|g| g["role"] == *e.role);
            let Some(g) = like.iter().find(own_scope).or_else(own_role).or(like.first()) else {
                if !struck(&e.role) {
                    self.lines.push(format!("place: missing {} {}", e.name, e.role));
                }
                continue;
            };
            self.field(&row, "role", Some(&e.role), g["role"].as_str());
            self.field(&row, "scope", e.scope.as_deref(), g["scope"].as_str());
            let wide = ["region", "country", "area"].iter().any(|t| g["type"] == **t);
            if e.lat.is_some() && !wide && !near(e, g, ON_THE_MAP_KM) {
                self.lines.push(format!("{row}: lies at {}, {}", g["lat"], g["lon"]));
            }
        }
    }

    fn speech(&mut self, case: &Case) {
        let said = rows(self.report, "/statements");
        for e in case.expect.statement.iter().flatten() {
            let words = |g: &Value| evidence(g) + " " + g["text"].as_str().unwrap_or("");
            let row = format!("statement “{}”", e.quote);
            let Some(g) = said.iter().find(|g| overlap(&e.quote, &words(g)) >= SAME_STATEMENT) else {
                self.lines.push(format!("statement: missing “{}”", e.quote));
                continue;
            };
            self.actor(&row, "speaker", e.speaker.as_deref(), &g["speaker"]);
            if e.direct.is_some_and(|direct| direct != (g["form"] != "indirect")) {
                self.lines.push(format!("{row}: form is {}", g["form"]));
            }
        }
        let actors = rows(self.report, "/actors");
        for e in case.expect.actor.iter().flatten() {
            let Some(g) = actors.iter().find(|g| overlap(&e.name, &written(g)) >= 1.0) else {
                self.lines.push(format!("actor: missing {}", e.name));
                continue;
            };
            let description = g["description"].as_str().unwrap_or("");
            if e.description.as_ref().is_some_and(|d| !d.is_empty() && overlap(d, description) < SAME_QUOTE) {
                self.lines.push(format!("actor {}: description is {description:?}", e.name));
            }
        }
        for (section, got, none) in [
            ("statement", &said, case.expect.statement.as_ref().is_some_and(Vec::is_empty)),
            ("actor", &actors, case.expect.actor.as_ref().is_some_and(Vec::is_empty)),
        ] {
            self.lines.extend(got.iter().filter(|_| none).map(|g| format!("{section}: unexpected {}", shown(g))));
        }
    }

    /// A field that is expected to have a value; "" is not checked.
    fn field(&mut self, row: &str, name: &str, expected: Option<&str>, got: Option<&str>) {
        if let Some(expected) = expected.filter(|e| !e.is_empty() && Some(*e) != got) {
            self.lines.push(format!("{row}: {name} should be {expected:?}, is {:?}", got.unwrap_or("")));
        }
    }

    fn number(&mut self, row: &str, name: &str, expected: Option<u64>, got: &Value) {
        if expected.is_some_and(|e| got.as_u64() != Some(e)) {
            self.lines.push(format!("{row}: {name} should be {}, is {got}", expected.unwrap_or_default()));
        }
    }

    fn place(&mut self, row: &str, expected: Option<&str>, id: &Value) {
        let Some(expected) = expected.filter(|e| !e.is_empty()) else { return };
        let place = rows(self.report, "/places").into_iter().find(|p| p["id"] == *id).unwrap_or_default();
        if !same_name(expected, &place) {
            self.lines.push(format!("{row}: place should be {expected:?}, is {}", place["name"]));
        }
    }

    fn actor(&mut self, row: &str, name: &str, expected: Option<&str>, id: &Value) {
        let Some(expected) = expected.filter(|e| !e.is_empty()) else { return };
        let actor = rows(self.report, "/actors").into_iter().find(|a| a["id"] == *id).unwrap_or_default();
        if overlap(expected, &(written(&actor) + " " + actor["description"].as_str().unwrap_or(""))) < SAME_QUOTE {
            self.lines.push(format!("{row}: {name} should be {expected:?}, is {}", actor["name"]));
        }
    }
}

fn rows(value: &Value, pointer: &str) -> Vec<Value> {
    value.pointer(pointer).and_then(Value::as_array).cloned().unwrap_or_default()
}

fn struck(role: &str) -> bool {
    STRUCK.contains(&role)
}

fn low(row: &Value) -> u64 {
    row["value"]["low"].as_u64().unwrap_or(0)
}

fn evidence(row: &Value) -> String {
    rows(row, "/evidence").iter().filter_map(|s| s["text"].as_str()).collect::<Vec<_>>().join(" ")
}

/// Every name of an actor.
fn written(actor: &Value) -> String {
    let names = rows(actor, "/written");
    std::iter::once(&actor["name"]).chain(&names).filter_map(Value::as_str).collect::<Vec<_>>().join(" ")
}

/// A row of the report in a line.
fn shown(row: &Value) -> String {
    let parts = ["kind", "type", "name", "target", "role", "action", "value", "text"].map(|field| match &row[field] {
        Value::String(words) => words.clone(),
        Value::Object(amount) => format!("{} {}", amount["low"], amount["bound"].as_str().unwrap_or("")),
        _ => String::new(),
    });
    let parts: Vec<_> = parts.into_iter().filter(|p| !p.is_empty()).collect();
    format!("{} “{}” ({})", parts.join(" "), evidence(row), row["rule"].as_str().unwrap_or("no rule"))
}

/// Whether a date of the report has the expected value: the same day, or the same interval.
fn means(date: &Value, expected: &str) -> bool {
    let day = |value: &str| value.get(..10).unwrap_or(value).to_string();
    let interval = format!("{}/{}", date["from"].as_str().unwrap_or(""), date["to"].as_str().unwrap_or(""));
    date["value"].as_str().is_some_and(|v| v == expected || day(v) == day(expected)) || interval == expected
}

fn same_place(e: &Place, g: &Value) -> bool {
    let country = g["country"].as_str();
    (country.is_none() || e.country.is_none() || country == e.country.as_deref())
        && (same_name(&e.name, g) || near(e, g, SAME_PLACE_KM))
}

fn same_name(expected: &str, place: &Value) -> bool {
    let expected = folded(expected);
    let names = [&place["name"], &place["written"]].map(|n| folded(n.as_str().unwrap_or("")));
    names.iter().any(|n| !n.is_empty() && (n.contains(&expected) || expected.contains(n.as_str())))
}

/// A region or country around an expected place is neither asked for nor held against.
fn encloses(g: &Value, want: &[&Place]) -> bool {
    let names = [&g["name"], &g["admin1"]].map(|n| folded(n.as_str().unwrap_or("")));
    let region = g["type"] == "region" || g["type"] == "area";
    want.iter().any(|e| {
        g["country"].as_str() == e.country.as_deref()
            && (g["type"] == "country" || region && names.contains(&folded(e.admin1.as_deref().unwrap_or(""))))
    })
}

fn near(e: &Place, g: &Value, kilometres: f64) -> bool {
    const EARTH_DIAMETER_KM: f64 = 12_742.0;
    let (Some(lat), Some(lon), Some(there), Some(east)) = (e.lat, e.lon, g["lat"].as_f64(), g["lon"].as_f64()) else {
        return false;
    };
    let half = |a: f64, b: f64| ((a - b).to_radians() / 2.0).sin().powi(2);
    let arc = half(lat, there) + lat.to_radians().cos() * there.to_radians().cos() * half(lon, east);
    EARTH_DIAMETER_KM * arc.sqrt().min(1.0).asin() <= kilometres
}

/// Lower case, without possessives and signs.
fn folded(words: &str) -> String {
    let plain = words.to_lowercase().replace(['\u{2019}', '\''], "'").replace('-', " ");
    let words = plain.split_whitespace().map(|w| w.trim_end_matches("'s"));
    let words = words.map(|w| w.chars().filter(|c| c.is_alphanumeric()).collect::<String>());
    words.filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Share of the shorter text's words that stand in the other, 0 to 1.
fn overlap(a: &str, b: &str) -> f64 {
    let set = |words: &str| -> BTreeSet<String> {
        folded(words).split(' ').filter(|w| !w.is_empty() && !EMPTY_WORDS.contains(w)).map(str::to_string).collect()
    };
    let (a, b) = (set(a), set(b));
    a.intersection(&b).count() as f64 / a.len().min(b.len()).max(1) as f64
}
