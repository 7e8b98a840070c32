//! Checks the text tables of `data/` and packs them into one blob, which the engine unpacks at the first use.
//!
//! Built into `engine/build.rs`, read by `engine/src/lexicon/index.rs`. What is alike stands together, a column at a time, since
//! that compresses best. Layout, numbers little-endian `u32`:
//!
//! - number of keys, of entries, of bytes of the keys, of bytes of the rows
//! - first row of each table (`TABLES.len()` of them)
//! - the rows, each ended by a line feed: cells apart by tabs; a row that stands twice in a table is kept once
//! - the keys in byte order, front-coded: one byte below [`SHARED`] that tells how many bytes are those of the key before, the rest
//! - a byte for each key: bit 7 says that a longer key begins with this one and a space, the low bits count the entries
//! - of each entry, key by key: table and form (a byte, form below [`FORMS`]); the low byte of the row, counted from the table's
//!   first; the high byte of the row

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// More than the bytes that a key may share with the one before; no key has a byte below it.
const SHARED: usize = 0x20;

/// More than the forms of a word.
const FORMS: u8 = 8;

/// The longest key in bytes.
const MAX_KEY: usize = 64;

/// How the first column of a table becomes keys.
#[derive(Clone, Copy, PartialEq)]
pub enum Inflect {
    /// As written.
    No,
    /// Singular and plural; column 1 holds an irregular plural.
    Noun,
    /// By the part of speech in column 1: `v` all verb forms, `n` singular and plural, `a` and `p` as written.
    Predicate,
    /// A suffix: the key is `~` and the suffix.
    Suffix,
}

/// Which cells of a row the reader needs; examples and sources stay in the text file.
#[derive(Clone, Copy, PartialEq)]
pub enum Keep {
    /// The first so many.
    Cells(usize),
    /// The second alone: a tag. The first is left empty.
    Tag,
}

/// Every table: its files, how many columns a row has at least, how it is inflected, what is kept. The order is that of
/// `lexicon::Table`.
pub const TABLES: &[(&[&str], usize, Inflect, Keep)] = &[
    (&["lexicon/pos.tsv"], 2, Inflect::No, Keep::Tag),
    (&["lexicon/closed.tsv"], 2, Inflect::No, Keep::Tag),
    (&["lexicon/suffixes.tsv"], 2, Inflect::Suffix, Keep::Tag),
    (&["lexicon/people.tsv"], 3, Inflect::Noun, Keep::Cells(3)),
    (&["lexicon/people_modifiers.tsv"], 2, Inflect::No, Keep::Cells(2)),
    (&["lexicon/munition.tsv"], 4, Inflect::Noun, Keep::Cells(4)),
    (&["lexicon/target.tsv"], 3, Inflect::Noun, Keep::Cells(3)),
    (&["lexicon/target_modifiers.tsv"], 2, Inflect::No, Keep::Cells(2)),
    (&["lexicon/numbers.tsv"], 3, Inflect::No, Keep::Cells(3)),
    (&["lexicon/bounds.tsv"], 3, Inflect::No, Keep::Cells(3)),
    (&["lexicon/units.tsv"], 3, Inflect::Noun, Keep::Cells(3)),
    (&["lexicon/cues.tsv"], 2, Inflect::No, Keep::Cells(2)),
    (&["lexicon/actors.tsv"], 6, Inflect::No, Keep::Cells(5)),
    (&["lexicon/offices.tsv"], 3, Inflect::Noun, Keep::Cells(3)),
    (
        &[
            "predicates/harm.tsv",
            "predicates/damage.tsv",
            "predicates/attack.tsv",
            "predicates/speech.tsv",
            "predicates/talks.tsv",
        ],
        9,
        Inflect::Predicate,
        Keep::Cells(7),
    ),
];

/// Forms of a word, as `lexicon::Form` numbers them.
mod form {
    pub const BASE: u8 = 0;
    pub const PLURAL: u8 = 1;
    pub const THIRD: u8 = 2;
    pub const PAST: u8 = 3;
    pub const PART: u8 = 4;
    pub const ING: u8 = 5;
}

/// Packs the tables under `data`, or says `file:line: what is wrong`.
pub fn pack(data: &Path) -> Result<Vec<u8>, String> {
    let irregular = irregular_verbs(data)?;
    let mut keys: BTreeMap<String, Vec<[u8; 4]>> = BTreeMap::new();
    let mut rows: Vec<String> = Vec::new();
    let mut firsts = Vec::new();
    for (table, (files, columns, inflect, keep)) in TABLES.iter().enumerate() {
        let first = rows.len();
        firsts.push(first);
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for file in *files {
            for (number, line) in lines(data, file)? {
                let at = |what: String| format!("data/{file}:{number}: {what}");
                let cells: Vec<&str> = line.split('\t').collect();
                if cells.len() < *columns {
                    return Err(at(format!("{} columns, at least {columns} wanted", cells.len())));
                }
                if cells[0].is_empty() || cells[0] != cells[0].to_lowercase() {
                    return Err(at(format!("the first column is {:?}: lower case and not empty wanted", cells[0])));
                }
                let kept = match keep {
                    Keep::Cells(n) => cells[..(*n).min(cells.len())].join("\t"),
                    Keep::Tag => format!("\t{}", cells[1]),
                };
                let known = seen.get(&kept).copied();
                let row = known.unwrap_or(rows.len() - first);
                let row = u16::try_from(row).map_err(|_| at("more than 65,535 rows".to_string()))?;
                for (key, form) in forms(&cells, *inflect, &irregular).map_err(&at)? {
                    if key.len() > MAX_KEY || key.bytes().any(|b| usize::from(b) < SHARED) {
                        return Err(at(format!("{key:?} is longer than {MAX_KEY} bytes or no word")));
                    }
                    let [low, high] = row.to_le_bytes();
                    let entry = [table as u8, form, low, high];
                    let entries = keys.entry(key).or_default();
                    if !entries.contains(&entry) {
                        entries.push(entry);
                    }
                }
                if known.is_none() {
                    seen.insert(kept.clone(), rows.len() - first);
                    rows.push(kept);
                }
            }
        }
    }
    prefixes(&mut keys);
    Ok(write(&keys, &rows, &firsts))
}

fn lines(data: &Path, file: &str) -> Result<Vec<(usize, String)>, String> {
    let text = fs::read_to_string(data.join(file)).map_err(|e| format!("data/{file}: {e}"))?;
    let rows = text.lines().enumerate().map(|(i, l)| (i + 1, l.to_string()));
    Ok(rows.filter(|(_, l)| !l.is_empty() && !l.starts_with('#')).collect())
}

type Irregular = BTreeMap<String, [String; 3]>;

fn irregular_verbs(data: &Path) -> Result<Irregular, String> {
    let file = "lexicon/irregular_verbs.tsv";
    let mut verbs = Irregular::new();
    for (number, line) in lines(data, file)? {
        let cells: Vec<&str> = line.split('\t').collect();
        let &[lemma, past, part, ing] = cells.as_slice() else {
            return Err(format!("data/{file}:{number}: four columns wanted: lemma, past, participle, -ing"));
        };
        verbs.insert(lemma.to_string(), [past, part, ing].map(str::to_string));
    }
    Ok(verbs)
}

fn forms(cells: &[&str], inflect: Inflect, irregular: &Irregular) -> Result<Vec<(String, u8)>, String> {
    let word = cells[0].to_string();
    Ok(match inflect {
        Inflect::No => vec![(word, form::BASE)],
        Inflect::Suffix => vec![(format!("~{word}"), form::BASE)],
        Inflect::Noun => noun_forms(word, cells[1]),
        Inflect::Predicate => match cells[1] {
            "v" => verb_forms(&word, irregular),
            "n" => noun_forms(word, ""),
            "a" | "m" | "p" => vec![(word, form::BASE)],
            other => return Err(format!("part of speech {other:?}: v, n, a, m or p wanted")),
        },
    })
}

fn noun_forms(word: String, plural: &str) -> Vec<(String, u8)> {
    let plural = if plural.is_empty() { regular_plural(&word) } else { plural.to_string() };
    if plural == word { vec![(word, form::PLURAL)] } else { vec![(word, form::BASE), (plural, form::PLURAL)] }
}

fn consonant_y(word: &str) -> bool {
    word.ends_with('y') && !word.ends_with("ay") && !word.ends_with("ey") && !word.ends_with("oy") && !word.ends_with("uy")
}

fn regular_plural(word: &str) -> String {
    if consonant_y(word) {
        format!("{}ies", &word[..word.len() - 1])
    } else if ["s", "x", "z", "ch", "sh"].iter().any(|e| word.ends_with(e)) {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

/// All forms of a verb; of a phrase ("gun down", "shoot dead") the first word is inflected.
fn verb_forms(lemma: &str, irregular: &Irregular) -> Vec<(String, u8)> {
    let (verb, rest) = lemma.split_once(' ').map_or((lemma, String::new()), |(v, r)| (v, format!(" {r}")));
    let third = match verb {
        "have" => "has".to_string(),
        v if v.ends_with("go") || v == "do" => format!("{v}es"),
        v => regular_plural(v),
    };
    let (past, part, ing) = match irregular.get(verb) {
        Some([past, part, ing]) => (past.clone(), part.clone(), ing.clone()),
        None => (regular_past(verb), regular_past(verb), regular_ing(verb)),
    };
    let mut forms = vec![(verb.to_string(), form::BASE), (third, form::THIRD)];
    // "burned/burnt": two forms in use.
    forms.extend(past.split('/').map(|f| (f.to_string(), form::PAST)));
    forms.extend(part.split('/').map(|f| (f.to_string(), form::PART)));
    forms.extend(ing.split('/').map(|f| (f.to_string(), form::ING)));
    forms.into_iter().map(|(f, kind)| (format!("{f}{rest}"), kind)).collect()
}

fn regular_past(verb: &str) -> String {
    match verb {
        v if v.ends_with('e') => format!("{v}d"),
        v if consonant_y(v) => format!("{}ied", &v[..v.len() - 1]),
        v if doubles(v) => format!("{v}{}ed", &v[v.len() - 1..]),
        v => format!("{v}ed"),
    }
}

fn regular_ing(verb: &str) -> String {
    match verb {
        v if v.ends_with("ie") => format!("{}ying", &v[..v.len() - 2]),
        v if v.ends_with('e') && !v.ends_with("ee") => format!("{}ing", &v[..v.len() - 1]),
        v if doubles(v) => format!("{v}{}ing", &v[v.len() - 1..]),
        v => format!("{v}ing"),
    }
}

/// One-syllable verbs that end in consonant, vowel, consonant double the last letter: stab, ram, trap.
fn doubles(verb: &str) -> bool {
    let vowel = |c: u8| b"aeiou".contains(&c);
    let b = verb.as_bytes();
    let n = b.len();
    n >= 3
        && !vowel(b[n - 1])
        && !b"wxy".contains(&b[n - 1])
        && vowel(b[n - 2])
        && !vowel(b[n - 3])
        && b.iter().filter(|c| vowel(**c)).count() == 1
}

fn write(keys: &BTreeMap<String, Vec<[u8; 4]>>, rows: &[String], firsts: &[usize]) -> Vec<u8> {
    let rows_text: String = rows.iter().flat_map(|row| [row.as_str(), "\n"]).collect();
    let (mut keys_text, mut tails) = (Vec::new(), Vec::new());
    let mut before = "";
    for (key, entries) in keys {
        let shared = key.bytes().zip(before.bytes()).take_while(|(a, b)| a == b).count().min(SHARED - 1);
        let from = format!("{key} ");
        let longer = keys.range(from.clone()..).next().is_some_and(|(k, _)| k.starts_with(&from));
        keys_text.push(shared as u8);
        keys_text.extend_from_slice(&key.as_bytes()[shared..]);
        tails.push(u8::from(longer) << 7 | entries.len().min(0x7f) as u8);
        before = key;
    }
    let entries = || keys.values().flatten();
    let mut blob = Vec::new();
    for number in [tails.len(), entries().count(), keys_text.len(), rows_text.len()].iter().chain(firsts) {
        blob.extend_from_slice(&(*number as u32).to_le_bytes());
    }
    blob.extend_from_slice(rows_text.as_bytes());
    blob.extend_from_slice(&keys_text);
    blob.extend_from_slice(&tails);
    blob.extend(entries().map(|[table, form, ..]| table * FORMS + form));
    blob.extend(entries().map(|[_, _, low, _]| low));
    blob.extend(entries().map(|[_, _, _, high]| high));
    blob
}

/// Adds every proper prefix of a multi-word key as a key without entries, so that longest match can walk word by word.
fn prefixes(keys: &mut BTreeMap<String, Vec<[u8; 4]>>) {
    let missing: Vec<String> = keys
        .keys()
        .flat_map(|k| k.match_indices(' ').map(|(i, _)| k[..i].to_string()).collect::<Vec<_>>())
        .filter(|p| !keys.contains_key(p))
        .collect();
    missing.into_iter().for_each(|p| drop(keys.insert(p, Vec::new())));
}
