//! What holds for every text, sense or nonsense: reading never fails, and a report never contradicts itself.

use factbox_engine::{Day, Gazetteer, Options, read};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

/// The project's gazetteer, from the folder of this package; read without one where it is not packed yet.
const GAZETTEER: &str = "../data/gazetteer/gazetteer.bin";

/// Pieces of news English, so that most random texts reach the later stages.
const WORDS: &[&str] = &[
    "at least",
    "more than",
    "up to",
    "about",
    "between",
    "and",
    "or",
    "of",
    "in",
    "the",
    "a",
    "an",
    "not",
    "no",
    "one",
    "two",
    "dozens",
    "hundreds",
    "several",
    "half a dozen",
    "a couple of",
    "19",
    "1,200",
    "3.5",
    "1.2m",
    "370",
    "0",
    "99999999999999999999",
    "people",
    "civilians",
    "children",
    "soldiers",
    "her two sons",
    "a nurse",
    "others",
    "of them",
    "killed",
    "wounded",
    "injured",
    "were killed",
    "was shot dead",
    "died",
    "missing",
    "feared dead",
    "kidnapped",
    "evacuated",
    "rescued",
    "casualties",
    "the death toll",
    "rose to",
    "including",
    "drones",
    "missiles",
    "a ballistic missile",
    "were shot down",
    "launched",
    "fired",
    "struck",
    "hit",
    "destroyed",
    "damaged",
    "a maternity hospital",
    "a power plant",
    "Russia",
    "Ukraine",
    "Kharkiv",
    "Kyiv",
    "Gaza City",
    "the West Bank",
    "Sudan",
    "El Fasher",
    "Washington",
    "Paris, Texas",
    "the Kharkiv region",
    "on Friday",
    "overnight",
    "last night",
    "in March 2022",
    "2026-01-23",
    "since June",
    "at 03:40",
    "President",
    "Maria Stone",
    "the governor",
    "said",
    "claimed",
    "denied that",
    "according to",
    "told reporters",
    "warned",
    "\u{201c}",
    "\u{201d}",
    "\u{2018}",
    "\u{2019}",
    "\"",
    "'",
    "\u{2019}s",
    "(",
    ")",
    ",",
    ";",
    ":",
    "\u{2013}",
    "\u{2014}",
    ".",
    "!",
    "?",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u{a0}",
    "Sign up for our newsletter",
    "Read more:",
    "https://example.org/a",
    "a@example.org",
    "KYIV (Reuters) \u{2014}",
    "Мирноград",
    "القاهرة",
    "東京",
    "🚁",
    "e\u{301}",
    "\u{feff}",
    "\u{202e}",
    "ß",
    "İ",
];

/// Fields that hold ids of other facts.
const REFERENCES: &[&str] = &[
    "facts",
    "counts",
    "places",
    "munitions",
    "damage",
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

fn gazetteer() -> Option<&'static Gazetteer<'static>> {
    static BYTES: LazyLock<Option<Vec<u8>>> = LazyLock::new(|| {
        let packed = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(GAZETTEER)).ok()?;
        Some(Gazetteer::unpack(&packed).expect("the packed gazetteer unpacks"))
    });
    static OPEN: LazyLock<Option<Gazetteer<'static>>> =
        LazyLock::new(|| BYTES.as_deref().map(|bytes| Gazetteer::open(bytes).expect("the packed gazetteer opens")));
    OPEN.as_ref()
}

/// News-like texts.
fn news() -> impl Strategy<Value = String> {
    let piece =
        prop_oneof![9 => prop::sample::select(WORDS).prop_map(str::to_string), 1 => any::<u16>().prop_map(|n| n.to_string())];
    let joint = prop::sample::select(&[" ", " ", " ", " ", " ", " ", "", ". ", ", ", "\n"][..]);
    prop::collection::vec((piece, joint), 0..80)
        .prop_map(|pieces| pieces.into_iter().map(|(words, joint)| words + joint).collect())
}

/// Texts of any kind.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![6 => news(), 1 => ".{0,200}", 1 => "[\\x00-\\x7f]{0,200}", 1 => "[\"'\u{201c}\u{201d}\u{2018}\u{2019}0-9., \n\u{a0}a-zA-Z]{0,200}"]
}

fn days() -> impl Strategy<Value = Option<Day>> {
    prop::option::of((1i16..=9999, 1i8..=12, 1i8..=28).prop_map(|(y, m, d)| Day::new(y, m, d).unwrap()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn a_report_never_contradicts_its_text_or_itself(
        text in texts(),
        title in prop::option::of(news()),
        published in days(),
    ) {
        let options = Options { published, title: title.as_deref(), gazetteer: gazetteer() };
        let report = read(&text, &options);
        let value = serde_json::to_value(&report).unwrap();
        let faults = faults(&value, &text, title.as_deref().unwrap_or(""));
        prop_assert!(faults.is_empty(), "{}", faults.join("\n"));
        prop_assert_eq!(read(&text, &options), report, "the same text gives the same report");
    }
}

/// Everything in a report that contradicts the text or the report itself.
fn faults(report: &Value, text: &str, title: &str) -> Vec<String> {
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
fn walk(value: &Value, at: &str, see: &mut impl FnMut(&Value, &str)) {
    see(value, at);
    match value {
        Value::Object(map) => map.iter().for_each(|(name, v)| walk(v, &format!("{at}/{name}"), see)),
        Value::Array(list) => list.iter().enumerate().for_each(|(i, v)| walk(v, &format!("{at}/{i}"), see)),
        _ => {}
    }
}

#[test]
fn the_checks_see_faults() {
    let span = |start: usize, end: usize, text: &str| json!({ "start": start, "end": end, "text": text });
    let total = |counted: Value| json!({ "casualties": { "counts": [{ "id": "c1", "kind": "killed" }], "totals": [{ "kind": "wounded", "counted": counted }] } });
    let sum = |kind: &str, low: u64| {
        let count = |id: &str, low: u64| json!({ "id": id, "kind": kind, "value": { "low": low } });
        let total = json!({ "kind": kind, "value": { "low": low }, "counted": ["c1", "c2"], "disputed": false });
        json!({ "casualties": { "counts": [count("c1", 2), count("c2", 3)], "totals": [total] } })
    };
    for (report, expected) in [
        (json!([span(1, 4, "éa")]), 0),
        (json!([span(2, 4, "éa")]), 1),
        (json!([span(1, 40, "éa")]), 1),
        (json!([span(1, 4, "ea")]), 1),
        (json!([{ "start": 0, "end": 3, "text": "Big", "in_title": true }]), 0),
        (json!([{ "id": "c1" }, { "id": "c1" }]), 1),
        (json!([{ "id": "c1", "part_of": "c1" }, { "facts": ["c1", "c2"], "place": "p1", "source": null }]), 2),
        (json!({ "low": 3, "high": 2 }), 1),
        (json!({ "low": 3, "high": null }), 0),
        (total(json!(["c1"])), 1),
        (total(json!([])), 0),
        (sum("killed", 5), 0),
        (sum("killed", 6), 1),
        (sum("wounded", 3), 0),
    ] {
        let faults = faults(&report, "xéab", "Big news");
        assert_eq!(faults.len(), expected, "{report}: {faults:?}");
    }
}

#[test]
fn texts_at_the_edges() {
    let long_quote = format!("\u{201c}{}", "a \u{201c}b ".repeat(2_000));
    let cases = [
        "",
        " ",
        ".",
        "\u{feff}",
        "\u{202e}",
        "0",
        "-1",
        "\u{201c}",
        "\u{2019}s",
        "\n\n\n",
        "\0",
        "killed",
        "18446744073709551616 killed",
        &long_quote,
    ];
    for text in cases {
        for title in [None, Some(""), Some(text)] {
            let options = Options { published: Day::new(9999, 12, 31).ok(), title, gazetteer: gazetteer() };
            let report = serde_json::to_value(read(text, &options)).unwrap();
            assert_eq!(faults(&report, text, title.unwrap_or("")), [""; 0], "{text:?}");
        }
    }
}
