//! Every case of `tests/cases`: texts with the facts that must be found in them, and nothing else.

#[path = "common/case.rs"]
mod case;
mod common;
#[path = "common/compare.rs"]
mod compare;

use case::{Case, parse};
use common::{files, maximal, project};
use compare::compare;
use factbox::command::{day, gazetteer};
use factbox::words::SAMPLES;
use factbox_engine::report::Total;
use factbox_engine::{Options, read};
use std::collections::BTreeSet;
use std::fs;

/// Cases that the reading does not meet yet, one id a line. The list may only shrink: a case that is met must leave it.
const OPEN: &str = "tests/cases/open.txt";

/// Paragraphs of other pages, with numbers that count no victims.
const UNRELATED: &[&str] = &[
    "The city council approved a budget of 4.2 million euros for 31 new buses.",
    "Ticket sales for the summer festival begin next month, and 12,000 visitors are expected.",
    "The home side won 3-1 in front of 24,500 spectators, with two goals in the last ten minutes.",
    "Wheat prices rose by 1.8 percent, traders said, after 40 ships left the port.",
];

#[test]
fn every_case_is_read_as_its_file_says() {
    let paths = files(&project("tests/cases"), "toml");
    assert!(!paths.is_empty(), "no cases");
    let list = fs::read_to_string(project(OPEN)).unwrap_or_default();
    let mut open: BTreeSet<&str> = list.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')).collect();
    let (mut cases, mut wrong, mut met) = (0, Vec::new(), Vec::new());
    for path in paths {
        let name = path.strip_prefix(project("")).unwrap_or(&path).display().to_string();
        match parse(&fs::read_to_string(&path).unwrap()) {
            Err(error) => wrong.push(format!("{name}: {error}")),
            Ok(list) => {
                cases += list.len();
                for case in &list {
                    let is_open = case.id.as_deref().is_some_and(|id| open.remove(id));
                    match differences(case) {
                        Some(lines) if !is_open => wrong.push(format!("{name}{lines}")),
                        None if is_open => met.extend(case.id.clone()),
                        _ => {}
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {cases} cases differ\n\n{}\n", wrong.len(), wrong.join("\n\n"));
    assert!(met.is_empty(), "these cases are met now; take them out of {OPEN}: {}", met.join(" "));
    assert!(open.is_empty(), "{OPEN} names cases that do not exist: {open:?}");
}

#[test]
fn an_unrelated_paragraph_never_changes_a_total() {
    let mut changed = Vec::new();
    let mut told = 0;
    for path in files(&project("tests/cases"), "toml") {
        for case in parse(&fs::read_to_string(&path).unwrap()).unwrap() {
            let options = options(&case).unwrap();
            let totals = |text: &str| -> Vec<_> {
                let figures = |t: &Total| (t.kind, t.value.low, t.value.high, t.value.bound, t.counted.len());
                read(text, &options).casualties.totals.iter().map(figures).collect()
            };
            let alone = totals(&case.text);
            told += alone.len();
            for more in UNRELATED {
                let beside = totals(&format!("{}\n\n{more}\n", case.text.trim_end()));
                if beside != alone {
                    changed.push(format!("{:?} and {more:?}: {alone:?} became {beside:?}", case.id));
                }
            }
        }
    }
    assert!(told > 0, "no case has a total");
    assert!(changed.is_empty(), "{} totals changed\n{}", changed.len(), changed.join("\n"));
}

#[test]
fn the_golden_articles_are_samples() {
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for path in files(&project("tests/cases/articles"), "toml") {
        let case = &parse(&fs::read_to_string(&path).unwrap()).unwrap()[0];
        let sample = SAMPLES.iter().find(|s| flat(s.text).ends_with(&flat(&case.text)));
        let published = sample.and_then(|s| s.published.parse().ok());
        assert_eq!(published, options(case).unwrap().published, "{}", path.display());
    }
}

/// What differs, under the name of the case; none where all is as expected.
fn differences(case: &Case) -> Option<String> {
    let lines = match options(case) {
        Err(failure) => vec![failure.to_string()],
        Ok(options) => compare(case, &serde_json::to_value(read(&case.text, &options)).unwrap()),
    };
    let id = case.id.as_ref().map_or_else(String::new, |id| format!(", case {id:?}"));
    (!lines.is_empty()).then(|| format!("{id}:\n  {}", lines.join("\n  ")))
}

/// How a case is read; an error where its day of publication is none.
fn options(case: &Case) -> Result<Options<'_>, factbox::command::Failure> {
    let published = case.published.as_ref().map(|p| day(&p.to_string().replace(['"', '\''], "")));
    let published = published.transpose()?.flatten();
    Ok(Options { published, title: case.title.as_deref(), gazetteer: gazetteer(), ..Options::default() })
}

/// The comparison itself, on the full report of the fixtures: one that sees nothing would pass everything.
mod the_comparison {
    use super::*;

    fn lines(expect: &str) -> Vec<String> {
        let cases = parse(&format!("text = \"x\"\n{expect}")).unwrap();
        compare(&cases[0], &serde_json::to_value(maximal()).unwrap())
    }

    const RIGHT: &str = r#"
        munition = [{ type = "drone", name = "Heron-2", low = 24, bound = "vague", action = "launched", by = "Vale Front" }]
        damage = [{ target = "ferry terminal", category = "transport", place = "Kelm", scope = "current" }]
        date = [{ text = "before dawn" }]
        statement = [{ speaker = "Ada Brand", direct = true, quote = "They came from the sea" }]
        actor = [{ name = "Ada Brand", description = "governor of Outer Norvia" }]
        place = [
            { name = "Kelm", country = "NV", lat = -12.4, lon = -3.2, role = "hit", scope = "current" },
            { name = "Upper Vale", role = "venue", scope = "background" },
        ]
        total = [{ kind = "killed", low = 4, bound = "at_least" }]
        count = [
            { kind = "killed", low = 4, bound = "at_least", place = "Kelm", status = "claimed", source = "Ada Brand", victims = "civilians", quote = "at least four people" },
            { kind = "killed", low = 2, high = 2, part_of = "at least four people", quote = "two of them" },
        ]"#;

    #[test]
    fn finds_nothing_wrong_where_all_is_right() {
        assert_eq!(lines(RIGHT), [""; 0]);
        assert_eq!(lines(""), [""; 0], "what is left out is not checked");
    }

    #[test]
    fn tells_every_difference() {
        for (right, wrong, part) in [
            ("low = 24", "low = 25", "munition: missing drone 25"),
            ("low = 24", "low = 25", "munition: unexpected"),
            ("\"Heron-2\"", "\"Gull\"", "name should be \"Gull\", is \"Heron-2\""),
            ("by = \"Vale Front\"", "by = \"Kelm Guard\"", "by should be"),
            ("\"transport\"", "\"health\"", "category should be"),
            ("place = \"Kelm\", scope", "place = \"Oster\", scope", "place should be \"Oster\""),
            ("before dawn", "at noon", "date: missing “at noon”"),
            ("direct = true", "direct = false", "form is"),
            ("They came from the sea", "Nobody knows why", "statement: missing"),
            ("\"governor of Outer Norvia\"", "\"a poet\"", "actor Ada Brand: description is \"governor of Outer Norvia\""),
            ("name = \"Ada Brand\"", "name = \"Tom Reed\"", "actor: missing Tom Reed"),
            ("name = \"Upper Vale\"", "name = \"Lower Vale\"", "place: missing Lower Vale venue"),
            ("\"Kelm\", country = \"NV\"", "\"Oster\", country = \"OS\"", "place hit, current: missing Oster"),
            ("lat = -12.4", "lat = 50.0", "place Kelm: lies at"),
            ("role = \"hit\"", "role = \"targeted\"", "role should be \"targeted\", is \"hit\""),
            ("role = \"hit\"", "role = \"venue\"", "place hit, current: unexpected"),
            ("kind = \"killed\", low = 4, bound = \"at_least\" }", "kind = \"wounded\", low = 4 }", "total: missing wounded 4"),
            ("kind = \"killed\", low = 4, bound = \"at_least\" }", "kind = \"wounded\", low = 4 }", "total: unexpected killed"),
            ("low = 4, bound = \"at_least\" }", "low = 5, bound = \"exact\" }", "total killed: low should be 5, is 4"),
            ("\"claimed\"", "\"reported\"", "status should be"),
            ("\"civilians\"", "\"soldiers\"", "victims should be"),
            ("source = \"Ada Brand\"", "source = \"Tom Reed\"", "source should be"),
            ("quote = \"two of them\"", "quote = \"a clerk\"", "count: missing killed 2 “a clerk”"),
            ("high = 2", "high = 3", "high should be 3, is 2"),
        ] {
            assert!(RIGHT.contains(right), "{right}");
            let lines = lines(&RIGHT.replace(right, wrong));
            assert!(lines.iter().any(|l| l.contains(part)), "{wrong}: {lines:?}");
        }
        for section in ["count", "munition", "damage", "date", "statement", "actor", "total", "place"] {
            let lines = lines(&format!("{section} = []"));
            assert!(lines.iter().any(|l| l.contains("unexpected")), "an empty list of {section} allows none: {lines:?}");
        }
        assert_eq!(lines("event = false").len(), 2, "a total and a hit place");
    }

    #[test]
    fn a_slip_in_a_file_is_told() {
        for (file, part) in [
            ("text = \"x\"\ncuont = []", "cuont"),
            ("[[case]]\ntext = \"x\"\n[[case.count]]\nkind = \"killed\"\n", "quote"),
            ("text = ", "line 1"),
            ("[case]\ntext = \"x\"", "[[case]]"),
            ("title = \"no text\"", "text"),
        ] {
            let error = parse(file).unwrap_err();
            assert!(error.contains(part), "{error}");
        }
    }
}
