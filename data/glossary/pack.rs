//! Checks the glossary and packs it into one blob that the engine reads in place.
//!
//! Built into `engine/build.rs`, read by `engine/src/glossary/packed.rs`. The first line is the number of offices; then
//! there is a line for each entry, the offices first: its term, its meaning and its other forms, apart by tabs. Ids and
//! sources stay in the text files.

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

/// The packed glossary under `data`; or says which file and entry is wrong, and why.
pub fn pack(data: &Path) -> Result<Vec<u8>, String> {
    let mut lines: Vec<String> = Vec::new();
    let mut owners: BTreeMap<String, String> = BTreeMap::new();
    for (file_number, name) in FILES.iter().enumerate() {
        let file = format!("data/glossary/{name}");
        let text = fs::read_to_string(data.join("glossary").join(name)).map_err(|e| format!("{file}: {e}"))?;
        let glossary: Glossary = toml::from_str(&text).map_err(|e| format!("{file}: {e}"))?;
        for entry in glossary.entry {
            let Entry { id, term, forms: others, meaning, source } = entry;
            let at = |what: String| format!("{file}: entry {id:?}: {what}");
            if [&id, &term, &meaning, &source].iter().any(|cell| cell.trim().is_empty() || cell.contains(['\t', '\n'])) {
                return Err(at("id, term, meaning and source must hold text, without tabs or line breaks".to_string()));
            }
            for form in std::iter::once(&term).chain(&others) {
                let owner = owners.entry(form.to_lowercase()).or_insert_with(|| id.clone());
                if *owner != id || form.contains(['\t', '\n']) {
                    return Err(at(format!("{form:?} has a tab or line break, or is a form of {owner:?}, too")));
                }
            }
            lines.push([&[term, meaning], &others[..]].concat().join("\t"));
        }
        if file_number == 0 {
            lines.insert(0, lines.len().to_string());
        }
    }
    Ok(lines.join("\n").into_bytes())
}
