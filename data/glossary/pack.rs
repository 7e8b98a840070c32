//! Checks the glossary and packs it into one blob that the engine reads in place.
//!
//! Built into `engine/build.rs`, read by `engine/src/glossary/packed.rs`. Layout, all numbers little-endian:
//!
//! - `u16` number of forms, of entries, and of those entries that are offices: the first ones
//! - `u16` entry and `u16` end in the form text, for each form
//! - `u16` length of each entry
//! - the form text, the entry text
//!
//! Forms stand in the order of their lower-case letters, as written, words apart by one space, "’s" as a word of its own. An
//! entry is its term, a tab and its meaning; ids and sources stay in the text files.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The files; offices come first.
const FILES: [&str; 6] = ["offices.toml", "weapons.toml", "organisations.toml", "places.toml", "agreements.toml", "terms.toml"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Glossary {
    entry: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    term: String,
    #[serde(default)]
    forms: Vec<String>,
    meaning: String,
    source: String,
}

/// Packs the glossary under `data`, or says which file and entry is wrong, and why.
pub fn pack(data: &Path) -> Result<Vec<u8>, String> {
    let mut entries: Vec<String> = Vec::new();
    let mut forms: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut owners: BTreeMap<String, String> = BTreeMap::new();
    let mut offices = 0;
    for (file_number, name) in FILES.iter().enumerate() {
        let file = format!("data/glossary/{name}");
        let text = fs::read_to_string(data.join("glossary").join(name)).map_err(|e| format!("{file}: {e}"))?;
        let glossary: Glossary = toml::from_str(&text).map_err(|e| format!("{file}: {e}"))?;
        for entry in glossary.entry {
            let Entry { id, term, forms: others, meaning, source } = entry;
            let at = |what: String| format!("{file}: entry {id:?}: {what}");
            if [&id, &term, &meaning, &source].iter().any(|cell| cell.trim().is_empty() || cell.contains('\t')) {
                return Err(at("id, term, meaning and source must hold text, without tabs".to_string()));
            }
            for form in std::iter::once(&term).chain(&others) {
                let written = words(form);
                let owner = owners.entry(written.to_lowercase()).or_insert_with(|| id.clone());
                if *owner != id {
                    return Err(at(format!("{form:?} is a form of {owner:?}, too")));
                }
                forms.insert((written.to_lowercase(), written), entries.len());
            }
            entries.push(format!("{term}\t{meaning}"));
        }
        if file_number == 0 {
            offices = entries.len();
        }
    }
    write(&forms, &entries, offices).ok_or_else(|| "data/glossary: more than the blob's numbers can hold".to_string())
}

/// A form's words as the engine's tokens stand: "’s" and a bare apostrophe at the end are words of their own.
fn words(form: &str) -> String {
    let straight = form.replace('’', "'");
    let word = |word: &str| match word.strip_suffix("'s").map(|w| (w, "'s")).or(word.strip_suffix('\'').map(|w| (w, "'"))) {
        Some((word, clitic)) => format!("{word} {clitic}"),
        None => word.to_string(),
    };
    straight.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

fn write(forms: &BTreeMap<(String, String), usize>, entries: &[String], offices: usize) -> Option<Vec<u8>> {
    let mut blob = Vec::new();
    let mut number = |n: usize| {
        blob.extend_from_slice(&u16::try_from(n).ok()?.to_le_bytes());
        Some(())
    };
    number(forms.len())?;
    number(entries.len())?;
    number(offices)?;
    let mut end = 0;
    for ((_, written), entry) in forms {
        end += written.len();
        number(*entry)?;
        number(end)?;
    }
    for entry in entries {
        number(entry.len())?;
    }
    forms.keys().for_each(|(_, written)| blob.extend_from_slice(written.as_bytes()));
    entries.iter().for_each(|entry| blob.extend_from_slice(entry.as_bytes()));
    Some(blob)
}
