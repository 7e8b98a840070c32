//! The packed glossary, read in place; `data/glossary/pack.rs` tells its layout.

use std::cmp::Ordering;
use std::ops::Range;

static BLOB: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/glossary.bin"));

/// Numbers before the forms.
const HEAD: usize = 3;

/// Number `at` of the head, which is `u16`s.
fn number(at: usize) -> usize {
    BLOB.get(at * 2..at * 2 + 2).map_or(0, |b| usize::from(u16::from_le_bytes([b[0], b[1]])))
}

fn forms() -> usize {
    number(0)
}

/// Number of entries.
pub fn entries() -> usize {
    number(1)
}

/// True where a person's name may follow: "Prime Minister Stone".
pub fn is_office(entry: usize) -> bool {
    entry < number(2)
}

/// First number of the entries' lengths.
fn lengths() -> usize {
    HEAD + forms() * 2
}

/// The form's end in the form text.
fn form_end(form: usize) -> usize {
    number(HEAD + form * 2 + 1)
}

fn text(range: Range<usize>) -> &'static str {
    let start = (lengths() + entries()) * 2;
    BLOB.get(start + range.start..start + range.end).and_then(|b| std::str::from_utf8(b).ok()).unwrap_or("")
}

/// The entry of a form, and the form as written.
pub fn form(form: usize) -> (usize, &'static str) {
    let start = form.checked_sub(1).map_or(0, form_end);
    (number(HEAD + form * 2), text(start..form_end(form)))
}

/// Term and meaning.
pub fn entry(entry: usize) -> (&'static str, &'static str) {
    let forms_end = forms().checked_sub(1).map_or(0, form_end);
    let start = forms_end + (0..entry).map(|e| number(lengths() + e)).sum::<usize>();
    text(start..start + number(lengths() + entry)).split_once('\t').unwrap_or_default()
}

/// The forms whose first word is `key`, in lower case.
pub fn beginning_with(key: &str) -> Range<usize> {
    let from = first(|order| order == Ordering::Less, key);
    let to = first(|order| order != Ordering::Greater, key);
    from..to.max(from)
}

/// The first form for whose first word `before` is not true.
fn first(before: impl Fn(Ordering) -> bool, key: &str) -> usize {
    let (mut low, mut high) = (0, forms());
    while low < high {
        let middle = usize::midpoint(low, high);
        let word = form(middle).1.split(' ').next().unwrap_or("");
        let order = word.chars().flat_map(char::to_lowercase).cmp(key.chars());
        if before(order) { low = middle + 1 } else { high = middle }
    }
    low
}
