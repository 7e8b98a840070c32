//! The glossary's files: what every entry keeps to, and that the engine finds each in every form.

mod common;

use common::{files, project};
use factbox_engine::{Options, read};
use std::collections::BTreeSet;
use std::fs;

/// Entries that the glossary has at least.
const FEWEST: usize = 250;
/// Words that an explanation has at most.
const LONGEST: usize = 45;

/// An entry: its file and id for messages, its term and forms, its meaning and source.
struct Entry {
    id: String,
    file: String,
    forms: Vec<String>,
    meaning: String,
    source: String,
}

fn entries() -> Vec<Entry> {
    let mut all = Vec::new();
    for path in files(&project("data/glossary"), "toml") {
        let table: toml::Table = fs::read_to_string(&path).unwrap().parse().unwrap();
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        for entry in table["entry"].as_array().unwrap() {
            let cell = |name: &str| entry[name].as_str().unwrap().to_string();
            let others = entry.get("forms").map_or(Vec::new(), |f| f.as_array().unwrap().clone());
            let others = others.iter().map(|f| f.as_str().unwrap().to_string());
            let forms = std::iter::once(cell("term")).chain(others).collect();
            all.push(Entry { id: cell("id"), file: file.clone(), forms, meaning: cell("meaning"), source: cell("source") });
        }
    }
    all
}

fn assert_none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn there_are_enough_entries_each_with_a_source_and_a_short_meaning() {
    let all = entries();
    assert!(all.len() >= FEWEST, "{} entries", all.len());
    let mut wrong = Vec::new();
    for Entry { id, file, forms, meaning, source } in &all {
        let words = meaning.split_whitespace().count();
        let mut complain = |what: String| wrong.push(format!("{file}: {id}: {what}"));
        if words > LONGEST {
            complain(format!("{words} words; {LONGEST} at most"));
        }
        if !meaning.ends_with('.') || !meaning.starts_with(|c: char| c.is_uppercase()) {
            complain("the meaning is no sentence".to_string());
        }
        if source.trim().len() < 4 {
            complain("no source".to_string());
        }
        if forms.iter().any(|f| f.trim() != f || f.is_empty()) {
            complain("a form is empty or has space around it".to_string());
        }
    }
    assert_none(wrong);
}

#[test]
fn no_id_and_no_form_stands_twice() {
    let (mut ids, mut forms, mut wrong) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for entry in entries() {
        if !ids.insert(entry.id.clone()) {
            wrong.push(format!("{}: the id {} stands twice", entry.file, entry.id));
        }
        for form in entry.forms {
            if !forms.insert(form.clone()) {
                wrong.push(format!("{}: {}: {form:?} stands twice", entry.file, entry.id));
            }
        }
    }
    assert_none(wrong);
}

#[test]
fn each_form_leads_to_its_entry() {
    let mut wrong = Vec::new();
    for Entry { id, file, forms, meaning, .. } in entries() {
        for form in forms.iter().map(|f| f.replace('#', "6.1")) {
            let report = read(&format!("They spoke of {form}."), &Options::default());
            let found: Vec<_> = report.terms.iter().map(|t| (t.meaning.as_str(), t.evidence[0].text.as_str())).collect();
            if found != [(meaning.as_str(), form.as_str())] {
                wrong.push(format!("{file}: {id}: {form:?} leads to {found:?}"));
            }
        }
    }
    assert_none(wrong);
}
