//! Exports of a full report: the facts are there, in the article's words, safe for the program that opens them.

mod common;

use common::maximal;
use factbox::export::{Article, Format, csv, csv_all, geojson, geojson_all, markdown, text};
use factbox_engine::Report;
use serde_json::Value;

#[test]
fn text_is_a_brief_in_the_articles_words() {
    let page = text(&maximal());
    assert!(page.starts_with("Ferry port of Kelm struck\n"), "{page}");
    assert_eq!(page.lines().nth(2), Some("Killed: at least four (≥ 4)"), "{page}");
    for part in [
        "At least four people were killed in Kelm.",
        "Where: Kelm, Norvia",
        "Outer Norvia",
        "two (2)",
        "subset",
        "claimed   Ada Brand  current  added",
        "Heron-2 (drone)",
        "dozens (≥ 24)",
        "ferry terminal",
        "Ada Brand (Telegram) claimed: “They came from the <sea>”",
        "2031-04: Talks in Upper Vale",
        "Vale Front in Upper Vale, 2031-04 (under way) about the harbour",
        "May rise: The number of killed may rise.",
    ] {
        assert!(page.contains(part), "{part:?} is missing in\n{page}");
    }
    assert!(page.lines().all(|l| l == l.trim_end()), "no trailing blanks");
}

#[test]
fn text_cannot_drive_the_terminal() {
    let mut report = maximal();
    report.article.title = Some("Port\u{1b}]0;evil\u{7} struck".to_string());
    report.statements[0].text = "a\u{1b}[2Jb".to_string();
    report.casualties.counts[0].value.text = "four\u{202e}".to_string();
    assert!(text(&report).chars().all(|c| c == '\n' || !c.is_control() && c != '\u{202e}'));
}

#[test]
fn markdown_tables_hold_and_words_are_no_markup() {
    let page = markdown(&maximal());
    assert!(page.starts_with("# Ferry port of Kelm struck\n\n**Killed: at least four (≥ 4)**\n"), "{page}");
    assert!(page.contains("| Killed | at least four (≥ 4) | stated in the article |"), "{page}");
    assert!(page.contains(r"\<sea\>"), "{page}");
    for table in page.split("\n\n").filter(|block| block.starts_with('|')) {
        let widths: Vec<_> = table.lines().map(|row| row.replace(r"\|", "").matches('|').count()).collect();
        assert!(widths.iter().all(|w| *w == widths[0]), "{table}");
    }
}

#[test]
fn csv_has_a_row_a_count() {
    let table = csv(&maximal());
    let rows: Vec<Vec<String>> = records(&table);
    assert_eq!(rows.len(), 3);
    let column = |name: &str| rows[0].iter().position(|c| c == name).unwrap_or_else(|| panic!("no column {name}"));
    for (name, first, second) in [
        ("article", "Ferry port of Kelm struck", "Ferry port of Kelm struck"),
        ("event_id", "e1", "e1"),
        ("event_type", "drone_strike", "drone_strike"),
        ("event_date", "2031-03-14", "2031-03-14"),
        ("country", "NV", "NV"),
        ("admin1", "Outer Norvia", "Outer Norvia"),
        ("location", "Kelm", "Kelm"),
        ("latitude", "-12.5", "-12.5"),
        ("longitude", "-3.25", "-3.25"),
        ("kind", "killed", "killed"),
        ("low", "4", "2"),
        ("high", "", "2"),
        ("bound", "at_least", "exact"),
        ("victims", "civilians", "children; women"),
        ("scope", "current", "current"),
        ("status", "claimed", "reported"),
        ("source", "Ada Brand", ""),
        ("counted", "added", "subset"),
        ("notes", "At least four people were killed", "'=two of them, \"sisters\", at sea"),
    ] {
        assert_eq!((rows[1][column(name)].as_str(), rows[2][column(name)].as_str()), (first, second), "{name}");
    }
    assert!(rows.iter().all(|r| r.len() == rows[0].len()));
}

#[test]
fn csv_of_several_reports_has_one_head() {
    let articles = ["one", "two"].map(|name| Article { name: name.to_string(), report: maximal() });
    let rows = records(&csv_all(&articles));
    assert_eq!(rows.iter().map(|r| r[0].as_str()).collect::<Vec<_>>(), ["article", "one", "one", "two", "two"]);
}

#[test]
fn geojson_puts_places_on_the_map() {
    let map: Value = serde_json::from_str(&geojson(&maximal())).unwrap();
    assert_eq!(map["type"], "FeatureCollection");
    let kelm = &map["features"][0];
    assert_eq!(kelm["geometry"], serde_json::json!({ "type": "Point", "coordinates": [-3.25, -12.5] }), "east, then north");
    assert_eq!((&kelm["properties"]["role"], &kelm["properties"]["scope"]), (&"hit".into(), &"current".into()));
    assert_eq!(kelm["properties"]["counts"][0]["value"]["text"], "at least four");
    let vale = &map["features"][1];
    assert!(vale["geometry"].is_null() && vale["properties"]["name"] == "Upper Vale");
    let articles = ["one", "two"].map(|name| Article { name: name.to_string(), report: maximal() });
    let map: Value = serde_json::from_str(&geojson_all(&articles)).unwrap();
    assert_eq!((&map["features"][0]["id"], &map["features"][2]["id"]), (&"one#p1".into(), &"two#p1".into()));
}

#[test]
fn an_empty_report_is_written_in_every_format() {
    for format in Format::ALL {
        let page = format.write(&Report::default());
        assert!(page.ends_with('\n') && !page.contains("null\n\n"), "{format:?}: {page:?}");
        assert_eq!(format.name().parse(), Ok(format));
    }
    assert_eq!(csv(&Report::default()).lines().count(), 1);
    assert!(markdown(&Report::default()).contains("No attack, disaster or casualty was found"));
}

/// The records of a CSV text (RFC 4180).
fn records(table: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = table.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(c),
        }
    }
    rows
}
