//! What has nothing to do with the news changes none of its totals.

#[path = "common/case.rs"]
mod case;
mod common;

use case::parse;
use common::{files, project};
use factbox::command::{day, gazetteer};
use factbox_engine::report::Total;
use factbox_engine::{Options, read};
use std::fs;

/// Paragraphs of other pages, with numbers that count no victims.
const UNRELATED: &[&str] = &[
    "The city council approved a budget of 4.2 million euros for 31 new buses.",
    "Ticket sales for the summer festival begin next month, and 12,000 visitors are expected.",
    "The home side won 3-1 in front of 24,500 spectators, with two goals in the last ten minutes.",
    "Wheat prices rose by 1.8 percent, traders said, after 40 ships left the port.",
];

#[test]
fn an_unrelated_paragraph_never_changes_a_total() {
    let mut changed = Vec::new();
    let mut told = 0;
    for path in files(&project("tests/cases"), "toml") {
        for case in parse(&fs::read_to_string(&path).unwrap()).unwrap() {
            let published = case.published.as_ref().map(|p| day(&p.to_string().replace(['"', '\''], "")).unwrap());
            let options = Options { published: published.flatten(), title: case.title.as_deref(), gazetteer: gazetteer() };
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
