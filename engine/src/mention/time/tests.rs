//! What the reading of time promises, held against the corpus and against any words at all.

use super::corpus::{CORPUS, MISS, SAT};
use super::{TimeKind, TimeMention, find, published_in};
use crate::Day;
use crate::text::Text;

fn meaning(mention: &TimeMention) -> String {
    let value = || mention.date.value.clone().unwrap_or("?".to_string());
    match mention.kind {
        TimeKind::Point => value(),
        TimeKind::Since => format!("since {}", value()),
        TimeKind::Duration => "length".to_string(),
        TimeKind::Repeat => "repeat".to_string(),
        TimeKind::Clock => "clock".to_string(),
        TimeKind::Vague => "vague".to_string(),
    }
}

fn read(source: &str, published: &str) -> Vec<(String, String)> {
    let text = Text::new(None, source);
    find(&text, published.parse::<Day>().ok()).iter().map(|m| (m.date.text.clone(), meaning(m))).collect()
}

#[test]
fn every_expression_of_the_corpus_means_what_it_says() {
    let mut wrong = Vec::new();
    for (source, published, expect) in CORPUS {
        let got = read(source, published);
        if got.iter().map(|(t, v)| (t.as_str(), v.as_str())).ne(expect.iter().copied()) {
            wrong.push(format!("{source}  want {expect:?}  got {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} rows wrong:\n{}", wrong.len(), CORPUS.len(), wrong.join("\n"));
}

#[test]
fn words_that_only_look_like_time_are_none() {
    let mut wrong = Vec::new();
    for source in MISS {
        let got = read(source, SAT);
        if !got.is_empty() {
            wrong.push(format!("{source}  got {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} rows wrong:\n{}", wrong.len(), MISS.len(), wrong.join("\n"));
}

#[test]
fn the_text_can_tell_its_day_of_publication() {
    const HEADS: &[(&str, &str)] = &[
        ("Published 14 March 2025\n\nA dam broke.", "2025-03-14"),
        (
            "Dam breaks\nBy Ana Orlo\nUpdated: 3 June 2025, 10:30 GMT\nPublished: 2 June 2025\n\nIt broke on 1 June 2025.",
            "2025-06-02",
        ),
        ("Last updated on Saturday, 24 January 2026\n\nA dam broke.", "2026-01-24"),
        ("Dam breaks\n2025-03-14\n\nA dam broke.", "2025-03-14"),
        ("Dam breaks\n\n2025-03-14T08:00:00Z\n\nA dam broke.", "2025-03-14"),
        ("Dam breaks\n\nSat 24 Jan 2026 10.30 GMT\n\nA dam broke.", "2026-01-24"),
        ("PORT ELM, Norvia, Jan. 24, 2026 (NPA) — A dam broke on Friday.", "2026-01-24"),
        ("PORT ELM, 24 January 2026 - A dam broke on Friday.", "2026-01-24"),
        ("Dam breaks\nBy Ana Orlo, Norvia Post | 24 January 2026 | 4 min read\n\nA dam broke.", "2026-01-24"),
        ("A dam broke.\n\nMore died.\n\nPosted on March 14, 2025", "2025-03-14"),
    ];
    for (source, want) in HEADS {
        let found = published_in(&Text::new(None, source)).map(|f| f.0.to_string());
        assert_eq!(found.as_deref(), Some(*want), "{source}");
    }
    const NONE: &[&str] = &[
        "PORT ELM, Jan 24 (NPA) — A dam broke on Friday.",
        "The dam broke on 3 May 2008 and killed nine.",
        "The report published on 3 May 2008 says so.",
        "UPDATED\n\nA dam broke.",
        "Port Elm Flood of 3 May 2008\n\nIt broke at noon.",
        "How it went\n3 May 2008\nA dam broke.\n4 May 2008\nNine were found.",
        "",
    ];
    for source in NONE {
        assert_eq!(published_in(&Text::new(None, source)), None, "{source}");
    }
}

#[test]
fn a_title_given_apart_is_read_too() {
    let text = Text::new(Some("Dam breaks on Friday"), "Nine died.");
    assert_eq!(find(&text, SAT.parse().ok())[0].date.value.as_deref(), Some("2026-01-23"));
}

#[test]
fn a_night_covers_two_days_and_a_slice_less_than_its_value() {
    let days = |source: &str| {
        let found = find(&Text::new(None, source), SAT.parse().ok());
        found[0].days().map(|(a, b)| (a.to_string(), b.to_string()))
    };
    assert_eq!(days("It fell last night."), Some(("2026-01-23".into(), "2026-01-24".into())));
    assert_eq!(days("It fell in early 2024."), Some(("2024-01-01".into(), "2024-05-01".into())));
    assert_eq!(days("War has raged since 2022."), Some(("2022-01-01".into(), "2026-01-24".into())));
    assert_eq!(days("It fell on Friday at 13:42."), Some(("2026-01-23".into(), "2026-01-23".into())));
    assert_eq!(days("It fell several days ago."), None);
}

#[test]
fn implied_parts_are_those_that_the_words_do_not_say() {
    let implied = |source: &str| find(&Text::new(None, source), SAT.parse().ok())[0].date.implied.join(" ");
    assert_eq!(implied("It fell on Friday."), "year month day");
    assert_eq!(implied("It fell on 14 March."), "year");
    assert_eq!(implied("It fell on 14 March 2025."), "");
    assert_eq!(implied("It fell on the 14th."), "year month");
}

proptest::proptest! {
    /// Mentions lie in the text, in order and apart, whatever stands there.
    #[test]
    fn any_words_are_read_in_order(words in proptest::collection::vec(proptest::sample::select(PIECES), 0..30), day in "(2026-01-24|9999-12-31|-009999-01-01|2024-02-29)") {
        let text = Text::new(None, &words.join(" "));
        let mut end = 0;
        for mention in find(&text, day.parse().ok()) {
            proptest::prop_assert!(end <= mention.tokens.start && mention.tokens.start < mention.tokens.end);
            proptest::prop_assert_eq!(&mention.date.text, text.words(&mention.tokens));
            end = mention.tokens.end;
        }
        proptest::prop_assert!(end <= text.tokens.len());
        published_in(&text);
    }
}

const PIECES: &[&str] = &[
    "the",
    "The",
    "of",
    "early",
    "night",
    "March",
    "29",
    "February",
    "Feb.",
    "2024",
    "last",
    "next",
    "this",
    "past",
    "year",
    "week",
    "weeks",
    "999999999",
    "ago",
    "later",
    "on",
    "Friday",
    "from",
    "to",
    "between",
    "and",
    "overnight",
    "into",
    "since",
    "5:30",
    "am",
    "(",
    ")",
    ",",
    ".",
    "end",
    "first",
    "half",
    "14th",
    "30/02/2024",
    "1990s",
    "day",
    "before",
    "after",
    "will",
    "every",
    "a",
    "two",
    "hours",
    "24/02/2022",
    "–",
    "Easter",
    "New",
    "Year's",
    "Eve",
    "winter",
    "century",
    "4294967296",
    "decades",
    "at",
    "midnight",
    "yesterday",
    "century",
    "é",
    "0000",
];
