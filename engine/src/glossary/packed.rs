//! The packed glossary and its index; `data/glossary/pack.rs` tells its layout.
//!
//! The index is built once, in well under a millisecond: in the blob it would cost the page a third more.

use std::collections::HashMap;
use std::sync::LazyLock;

static PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/glossary.txt"));

static GLOSSARY: LazyLock<Glossary> = LazyLock::new(|| Glossary::unpack(PACKED));

/// A way to write a term. Words stand apart by one space, "’s" and a bare apostrophe at the end are words of their own.
#[derive(Debug)]
pub struct Form {
    /// Number of the entry that it is a form of.
    pub entry: usize,
    /// As the glossary writes it.
    pub written: String,
    /// In lower case.
    pub lower: String,
}

/// An entry: a term and what it means.
#[derive(Debug)]
pub struct Entry {
    /// As cards show it.
    pub term: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// A person's name may follow: "Prime Minister Stone".
    pub office: bool,
}

#[derive(Default)]
struct Glossary {
    entries: Vec<Entry>,
    /// By their first word, in lower case.
    forms: HashMap<String, Vec<Form>>,
}

impl Glossary {
    fn unpack(packed: &'static str) -> Glossary {
        let mut glossary = Glossary::default();
        let mut lines = packed.lines();
        let offices: usize = lines.next().and_then(|n| n.parse().ok()).unwrap_or(0);
        for (entry, line) in lines.enumerate() {
            let mut cells = line.split('\t');
            let (Some(term), Some(meaning)) = (cells.next(), cells.next()) else { continue };
            glossary.entries.push(Entry { term, meaning, office: entry < offices });
            for form in std::iter::once(term).chain(cells) {
                let written = words(form);
                let lower = written.to_lowercase();
                let first = lower.split(' ').next().unwrap_or("").to_string();
                glossary.forms.entry(first).or_default().push(Form { entry, written, lower });
            }
        }
        glossary
    }
}

/// A form's words as tokens stand.
fn words(form: &str) -> String {
    let straight = form.replace('’', "'");
    let mut words = Vec::new();
    for word in straight.split_whitespace() {
        let clitic = ["'s", "'"].into_iter().find_map(|clitic| Some((word.strip_suffix(clitic)?, clitic)));
        match clitic {
            Some((word, clitic)) => words.extend([word, clitic]),
            None => words.push(word),
        }
    }
    words.join(" ")
}

/// Every entry.
pub fn entries() -> &'static [Entry] {
    &GLOSSARY.entries
}

/// The forms whose first word is `key`, in lower case.
pub fn beginning_with(key: &str) -> &'static [Form] {
    GLOSSARY.forms.get(key).map_or(&[], Vec::as_slice)
}
