//! What holds for every text, sense or nonsense: reading never fails, and a report never contradicts itself.
//!
//! `FACTBOX_CASES=10000 cargo test --release -p factbox-engine --test properties` tries more texts than the usual 128.

mod faults;

use factbox_engine::report::Offsets;
use factbox_engine::{Day, Options, Report, read};
use faults::{faults, gazetteer, walk};
use proptest::prelude::*;
use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;

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
    "Bogota\u{301}",
    "in Medellín",
    "\u{1112}\u{1161}\u{11ab}",
    "q\u{323}\u{307}",
    "\u{feff}",
    "\u{202e}",
    "ß",
    "İ",
];

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

/// Texts tried for each property.
fn cases() -> u32 {
    std::env::var("FACTBOX_CASES").ok().and_then(|number| number.parse().ok()).unwrap_or(128)
}

fn explain(text: &str, published: Option<Day>) -> Report {
    read(text, &Options { published, gazetteer: gazetteer(), ..Options::default() })
}

/// A report without offsets, its words composed and with plain line ends: what two spellings of one text share.
fn gist(report: &Report) -> Value {
    fn plain(value: &mut Value) {
        match value {
            Value::String(words) => *words = words.nfc().collect::<String>().replace("\r\n", "\n").replace('\r', "\n"),
            Value::Array(list) => list.iter_mut().for_each(plain),
            Value::Object(map) => {
                if map.contains_key("text") {
                    map.retain(|name, _| name != "start" && name != "end");
                }
                map.values_mut().for_each(plain);
            }
            _ => {}
        }
    }
    let mut value = serde_json::to_value(report).unwrap();
    plain(&mut value);
    value
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    #[test]
    fn a_report_never_contradicts_its_text_or_itself(
        text in texts(),
        title in prop::option::of(news()),
        published in days(),
    ) {
        let options = Options { published, title: title.as_deref(), gazetteer: gazetteer(), ..Options::default() };
        let report = read(&text, &options);
        let value = serde_json::to_value(&report).unwrap();
        let faults = faults(&value, &text, title.as_deref().unwrap_or(""));
        prop_assert!(faults.is_empty(), "{}", faults.join("\n"));
        prop_assert_eq!(read(&text, &options), report, "the same text gives the same report");
    }

    #[test]
    fn spans_in_utf_16_stand_where_those_in_utf_8_stand(text in texts(), title in prop::option::of(news())) {
        let options = Options { title: title.as_deref(), gazetteer: gazetteer(), ..Options::default() };
        let bytes = serde_json::to_value(read(&text, &options)).unwrap();
        let units = serde_json::to_value(read(&text, &Options { offsets: Offsets::Utf16, ..options })).unwrap();
        prop_assert_eq!(&units["article"]["offsets"], "utf-16");
        let title = bytes.pointer("/article/title").and_then(Value::as_str).unwrap_or("").to_string();
        let (text, title): (Vec<u16>, Vec<u16>) = (text.encode_utf16().collect(), title.encode_utf16().collect());
        let (mut spans, mut wrong) = (0, Vec::new());
        walk(&units, "", &mut |value, at| {
            let (Some(start), Some(end), Some(words)) = (value["start"].as_u64(), value["end"].as_u64(), value["text"].as_str()) else { return };
            spans += 1;
            let source = if value["in_title"] == true { &title } else { &text };
            if source.get(start as usize..end as usize) != Some(&words.encode_utf16().collect::<Vec<_>>()[..]) {
                wrong.push(format!("{at}: {value}"));
            }
        });
        prop_assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        let mut counted = 0;
        walk(&bytes, "", &mut |value, _| counted += usize::from(value["start"].is_u64() && value["text"].is_string()));
        prop_assert_eq!(spans, counted);
    }

    #[test]
    fn letters_and_their_marks_are_read_alike_together_and_apart(text in texts(), published in days()) {
        let (together, apart): (String, String) = (text.nfc().collect(), text.nfd().collect());
        prop_assert_eq!(gist(&explain(&apart, published)), gist(&explain(&together, published)));
    }

    #[test]
    fn line_ends_of_any_kind_are_line_ends(text in texts(), published in days()) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let plain = gist(&explain(&text, published));
        prop_assert_eq!(gist(&explain(&text.replace('\n', "\r\n"), published)), plain.clone(), "CR LF");
        prop_assert_eq!(gist(&explain(&text.replace('\n', "\r"), published)), plain, "CR");
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
            let options = Options { published: Day::new(9999, 12, 31).ok(), title, gazetteer: gazetteer(), ..Options::default() };
            let report = serde_json::to_value(read(text, &options)).unwrap();
            assert_eq!(faults(&report, text, title.unwrap_or("")), [""; 0], "{text:?}");
        }
    }
}
