//! CSV: one row a count, with the columns that conflict data sets (UCDP GED, ACLED) have for them.
//!
//! RFC 4180: commas, CRLF, quotes doubled. Spreadsheets take a cell that begins with `=` for a formula;
//! such words get a leading apostrophe.

use super::names::Names;
use super::{Article, wording};
use factbox_engine::Report;
use factbox_engine::report::Count;

/// The columns, in order.
const COLUMNS: [&str; 22] = [
    "article",
    "event_id",
    "event_type",
    "event_date",
    "date_precision",
    "country",
    "admin1",
    "location",
    "latitude",
    "longitude",
    "count_id",
    "kind",
    "low",
    "high",
    "bound",
    "words",
    "victims",
    "scope",
    "status",
    "source",
    "counted",
    "notes",
];

/// First characters that a spreadsheet may take for a formula.
const FORMULA_STARTS: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

/// The counts of one report; the column `article` holds its title.
pub fn csv(report: &Report) -> String {
    table([(report.article.title.as_deref().unwrap_or(""), report)])
}

/// The counts of several reports; the column `article` holds their names.
pub fn csv_all(articles: &[Article]) -> String {
    table(articles.iter().map(|a| (a.name.as_str(), &a.report)))
}

fn table<'a>(articles: impl IntoIterator<Item = (&'a str, &'a Report)>) -> String {
    let mut text = COLUMNS.join(",") + "\r\n";
    for (name, report) in articles {
        let names = Names::new(report);
        for count in &report.casualties.counts {
            text.push_str(&row(name, count, &names).join(","));
            text.push_str("\r\n");
        }
    }
    text
}

/// The cells of a count, in the order of [`COLUMNS`].
fn row(article: &str, count: &Count, names: &Names) -> [String; COLUMNS.len()] {
    let event = names.event(count.event.as_ref());
    let place = names.place_of(count);
    let date = count.date.as_ref().or_else(|| event?.date.as_ref());
    [
        cell(article),
        cell(count.event.as_deref().unwrap_or("")),
        event.map_or_else(String::new, |e| wording::name(&e.kind)),
        cell(date.and_then(|d| d.value.as_deref()).unwrap_or("")),
        date.filter(|d| d.value.is_some()).map_or_else(String::new, |d| wording::name(&d.precision)),
        cell(place.and_then(|p| p.country.as_deref()).unwrap_or("")),
        cell(place.and_then(|p| p.admin1.as_deref()).unwrap_or("")),
        cell(place.map_or("", |p| &p.name)),
        degrees(place.and_then(|p| p.lat)),
        degrees(place.and_then(|p| p.lon)),
        cell(&count.id),
        wording::name(&count.kind),
        count.value.low.to_string(),
        count.value.high.map_or_else(String::new, |h| h.to_string()),
        wording::name(&count.value.bound),
        cell(&count.value.text),
        cell(&count.victims.join("; ")),
        wording::name(&count.scope),
        wording::name(&count.status),
        cell(&names.actor(count.source.as_ref())),
        names.counted(count),
        cell(&wording::evidence(&count.evidence)),
    ]
}

/// A number stays a number, a minus sign included.
fn degrees(value: Option<f64>) -> String {
    value.filter(|v| v.is_finite()).map_or_else(String::new, |v| v.to_string())
}

/// Words as a cell: harmless to a spreadsheet, quoted where CSV asks for it.
fn cell(words: &str) -> String {
    let harmless = if words.starts_with(FORMULA_STARTS) { format!("'{words}") } else { words.to_string() };
    if harmless.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", harmless.replace('"', "\"\"")) } else { harmless }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells() {
        for (words, expected) in [
            ("two, or \"three\"", "\"two, or \"\"three\"\"\""),
            ("=1+1", "'=1+1"),
            ("@SUM(A1,A2)", "\"'@SUM(A1,A2)\""),
            ("-", "'-"),
            ("\t=1", "'\t=1"),
            ("a = b", "a = b"),
            ("", ""),
        ] {
            assert_eq!(cell(words), expected);
        }
        assert_eq!(degrees(Some(-3.5)), "-3.5");
    }
}
