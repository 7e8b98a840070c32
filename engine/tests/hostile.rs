//! Texts made to break programs: none stops the reading, moves a span or leaves the report in contradiction.
//!
//! `cargo test --release -p factbox-engine --test hostile` tries every combination, a debug build a part of them.

mod faults;

use factbox_engine::{Options, read};
use faults::{faults, gazetteer};
use naughty_strings::BLNS;

/// Sentences around a hostile string, one for each thing that the engine reads.
const TEMPLATES: [&str; 20] = [
    "At least {} people were killed in Kharkiv on Friday.",
    "{} people were killed and 12 were wounded.",
    "Nine people died in {}.",
    "A drone struck {} overnight.",
    "“{}”, the governor said.",
    "The governor said: “{}”",
    "{} said that 12 people were hurt in Kyiv.",
    "KYIV ({}) — Two people were killed.",
    "By {}\n\nTwo people were killed in Kyiv.",
    "Two people were killed on {}.",
    "On {} January 2026 two people were killed.",
    "Two {} were killed in Kyiv.",
    "Two nurses, including {}, were killed.",
    "The death toll rose to {} from 12.",
    "Russia fired {} missiles at Odesa, of which 12 were shot down.",
    "{} homes were damaged in the Kharkiv region.",
    "{}\n\nAt least four people were killed in Kelm.",
    "At least four people were killed in Kelm.\n{}\nTwo were children.",
    "At least four people{}were killed in Kelm.",
    "Four people were killed in Kelm ({}), {}, and {}.",
];

/// Of the combinations every one where the engine is built to be fast, else one in so many.
const STEP: usize = if cfg!(debug_assertions) { 10 } else { 1 };

/// Bytes of a shape without end.
const LONG: usize = if cfg!(debug_assertions) { 1_000 } else { 6_000 };

fn assert_sound(text: &str, title: Option<&str>) {
    let options = Options { title, gazetteer: gazetteer(), ..Options::default() };
    let report = serde_json::to_value(read(text, &options)).unwrap();
    let shown = || text.chars().take(300).collect::<String>();
    assert_eq!(faults(&report, text, title.unwrap_or("")), [""; 0], "{:?}", shown());
}

#[test]
fn naughty_strings_alone_and_in_sentences() {
    assert!(BLNS.len() > 500);
    for (number, string) in BLNS.iter().enumerate() {
        assert_sound(string, None);
        assert_sound("Two people were killed.", Some(string));
        for template in TEMPLATES.iter().skip(number % STEP).step_by(STEP) {
            assert_sound(&template.replace("{}", string), None);
        }
    }
    assert_sound(&BLNS.join("\n"), None);
    assert_sound(&BLNS.concat(), None);
}

#[test]
fn characters_that_show_nothing_or_turn_the_line() {
    let marks = [
        '\0',
        '\u{1}',
        '\u{7}',
        '\u{8}',
        '\u{b}',
        '\u{c}',
        '\u{1b}',
        '\u{7f}',
        '\u{85}',
        '\u{a0}',
        '\u{ad}',
        '\u{300}',
        '\u{34f}',
        '\u{61c}',
        '\u{115f}',
        '\u{180e}',
        '\u{200b}',
        '\u{200c}',
        '\u{200d}',
        '\u{200e}',
        '\u{200f}',
        '\u{2028}',
        '\u{2029}',
        '\u{202a}',
        '\u{202b}',
        '\u{202c}',
        '\u{202d}',
        '\u{202e}',
        '\u{2060}',
        '\u{2066}',
        '\u{2067}',
        '\u{2068}',
        '\u{2069}',
        '\u{3000}',
        '\u{fe0f}',
        '\u{feff}',
        '\u{fff9}',
        '\u{fffc}',
        '\u{fffd}',
        '\u{fffe}',
        '\u{ffff}',
        '\u{1d173}',
        '\u{e0001}',
        '\u{e007f}',
        '\u{10ffff}',
    ];
    let sentence = "“At least 1,204 people were killed in Kharkiv,” the governor’s office said on 3 March.";
    for (number, mark) in marks.into_iter().enumerate() {
        assert_sound(&mark.to_string().repeat(50), None);
        for template in TEMPLATES.iter().skip(number % STEP).step_by(STEP) {
            assert_sound(&template.replace("{}", &mark.to_string()), None);
        }
        // Before, behind and inside every word.
        let ends: Vec<usize> = sentence.char_indices().map(|(at, _)| at).chain([sentence.len()]).collect();
        for at in ends.into_iter().skip(number % STEP).step_by(STEP) {
            assert_sound(&format!("{}{mark}{}", &sentence[..at], &sentence[at..]), None);
        }
    }
}

#[test]
fn shapes_without_end() {
    let long = |piece: &str, bytes: usize| piece.repeat(bytes / piece.len());
    for piece in [
        "<b>",
        "<div onclick=\"x\">",
        "(",
        ")",
        "[",
        "“",
        "”",
        "\"",
        "'",
        "’s ",
        "“a ‘b ",
        ",",
        "-",
        "—",
        ".",
        ". ",
        "? ",
        "...",
        "1",
        "1,",
        "1.",
        "1 ",
        "one ",
        "and ",
        "of the ",
        "a",
        "A",
        "A ",
        "é",
        "e\u{301}",
        "\u{301}",
        "👩\u{200d}👩\u{200d}👧",
        "\n",
        "\r\n",
        "\n\n",
        "\t",
        " ",
        "killed ",
        "killed and wounded ",
        "two killed ",
        "two killed, ",
        "people ",
        "in Kyiv ",
        "Kyiv, ",
        "Kyiv region ",
        "said ",
        "that ",
        "who ",
        "he said that ",
        "on Friday ",
        "on Friday, ",
        "2026-01-23 ",
        "http://a.b/",
        "a@b.c ",
        "including ",
        "three of them, including ",
        "missiles ",
        "Mr Stone ",
        "the president of the ",
    ] {
        assert_sound(&long(piece, LONG), None);
        assert_sound(&(long(piece, LONG) + "Two people were killed in Kyiv."), None);
        assert_sound("Two people were killed.", Some(&long(piece, LONG / 4)));
    }
}

#[test]
fn an_archive_in_one_paste() {
    let articles = include_str!("../../bench/articles.txt");
    let text = articles.repeat(if cfg!(debug_assertions) { 3 } else { 8 });
    assert_sound(&text, Some("Nine killed in Kelm"));
    let kinds = |text: &str| {
        let report = read(text, &Options { gazetteer: gazetteer(), ..Options::default() });
        assert!(report.article.sentences > 0 && !report.regions.is_empty());
        let totals: Vec<_> = report.casualties.totals.iter().map(|t| t.kind).collect();
        let twice = report.places.iter().filter(|p| p.name == "Kyiv" && p.scope == report.places[0].scope).count();
        assert!(twice <= 1, "one line for a place");
        totals
    };
    kinds(&text).iter().for_each(|kind| assert_eq!(kinds(&text).iter().filter(|k| *k == kind).count(), 1));
}
