//! What a report must never hold, for the tests that read texts of any kind.

use factbox_engine::Gazetteer;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

/// The project's gazetteer, from the folder of this package; read without one where it is not packed yet.
const GAZETTEER: &str = "../data/gazetteer/gazetteer.bin";

/// Fields that hold ids of other facts.
const REFERENCES: &[&str] = &[
    "facts",
    "counts",
    "places",
    "munitions",
    "damage",
    "actor",
    "actors",
    "counted",
    "count",
    "source",
    "place",
    "event",
    "part_of",
    "same_as",
    "superseded_by",
    "by",
    "speaker",
    "parties",
    "mediators",
    "venue",
];

/// The places of the project.
pub fn gazetteer() -> Option<&'static Gazetteer<'static>> {
    static BYTES: LazyLock<Option<Vec<u8>>> = LazyLock::new(|| {
        let packed = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(GAZETTEER)).ok()?;
        Some(Gazetteer::unpack(&packed).expect("the packed gazetteer unpacks"))
    });
    static OPEN: LazyLock<Option<Gazetteer<'static>>> =
        LazyLock::new(|| BYTES.as_deref().map(|bytes| Gazetteer::open(bytes).expect("the packed gazetteer opens")));
    OPEN.as_ref()
}

/// Everything in a report that contradicts the text or the report itself.
pub fn faults(report: &Value, text: &str, title: &str) -> Vec<String> {
    // The title as the report gives it, which may be trimmed.
    let title = report.pointer("/article/title").and_then(Value::as_str).unwrap_or(title);
    let mut ids = BTreeMap::new();
    let mut faults = Vec::new();
    walk(report, "", &mut |value, at| {
        if let Some(id) = value.get("id").and_then(Value::as_str)
            && let Some(other) = ids.insert(id.to_string(), at.to_string())
        {
            faults.push(format!("{at}: the id {id} is that of {other}"));
        }
    });
    walk(report, "", &mut |value, at| {
        faults.extend(span_fault(value, text, title).map(|fault| format!("{at}: {fault}")));
        if let (Some(low), Some(high)) = (value.get("low").and_then(Value::as_u64), value.get("high").and_then(Value::as_u64))
            && low > high
        {
            faults.push(format!("{at}: low {low} is above high {high}"));
        }
        for (name, field) in value.as_object().into_iter().flatten().filter(|(name, _)| REFERENCES.contains(&name.as_str())) {
            let one = std::slice::from_ref(field);
            let names = field.as_array().map_or(one, Vec::as_slice).iter().filter_map(Value::as_str);
            faults.extend(names.filter(|id| !ids.contains_key(*id)).map(|id| format!("{at}/{name}: there is no {id:?}")));
        }
    });
    faults.extend(total_faults(report));
    faults
}

/// Why a span is not what stands in the text; none for what is no span.
fn span_fault(value: &Value, text: &str, title: &str) -> Option<String> {
    let (start, end) = (value.get("start")?.as_u64()? as usize, value.get("end")?.as_u64()? as usize);
    let words = value.get("text")?.as_str()?;
    let source = if value.get("in_title") == Some(&Value::Bool(true)) { title } else { text };
    match source.get(start..end) {
        Some(there) if there == words => None,
        there => Some(format!("the span {start}..{end} says {words:?} where the text has {there:?}")),
    }
}

/// Totals that add or leave out a count of another kind, the same count twice, or one kind twice, or that are not the sum.
fn total_faults(report: &Value) -> Vec<String> {
    let list = |pointer: &str| report.pointer(pointer).and_then(Value::as_array).cloned().unwrap_or_default();
    let low = |value: &Value| value.pointer("/value/low").and_then(Value::as_u64);
    let lows: BTreeMap<_, _> = list("/casualties/counts").iter().map(|c| (c["id"].to_string(), low(c))).collect();
    let kinds: BTreeMap<_, _> =
        list("/casualties/counts").iter().map(|c| (c["id"].clone().to_string(), c["kind"].clone())).collect();
    let mut faults = Vec::new();
    let mut totalled = Vec::new();
    for total in list("/casualties/totals") {
        let kind = &total["kind"];
        if totalled.contains(kind) {
            faults.push(format!("{kind} has two totals"));
        }
        totalled.push(kind.clone());
        let added = total["counted"].as_array().into_iter().flatten();
        let vague =
            list("/casualties/counts").iter().any(|c| added.clone().any(|id| *id == c["id"]) && c["value"]["bound"] == "vague");
        let sum = added.clone().filter_map(|id| *lows.get(&id.to_string())?).fold(0, u64::saturating_add);
        // The wounded who die leave the wounded; a disputed total is a range; "several, including three pupils" are at least three.
        let fewer = *kind == json!("wounded") && low(&total) < Some(sum);
        let more = vague && low(&total) > Some(sum);
        if low(&total).is_some_and(|low| low != sum) && !fewer && !more && total["disputed"] != json!(true) {
            faults.push(format!("the total of {kind} is {:?} where its counts add up to {sum}", low(&total)));
        }
        let left_out = total["left_out"].as_array().into_iter().flatten().map(|l| &l["count"]);
        let mut seen = Vec::new();
        for id in added.chain(left_out).map(Value::to_string) {
            if kinds.get(&id).is_some_and(|k| k != kind) {
                faults.push(format!("the total of {kind} names {id}, which counts {}", kinds[&id]));
            }
            if seen.contains(&id) {
                faults.push(format!("the total of {kind} names {id} twice"));
            }
            seen.push(id);
        }
    }
    faults
}

/// Calls `see` with every value and its JSON pointer.
pub fn walk(value: &Value, at: &str, see: &mut impl FnMut(&Value, &str)) {
    see(value, at);
    match value {
        Value::Object(map) => map.iter().for_each(|(name, v)| walk(v, &format!("{at}/{name}"), see)),
        Value::Array(list) => list.iter().enumerate().for_each(|(i, v)| walk(v, &format!("{at}/{i}"), see)),
        _ => {}
    }
}
