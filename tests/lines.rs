//! `factbox batch` fuzzed on stable Rust: seeds of `fuzz/corpus/lines` cut, joined and spoiled at random. Every line that is not
//! blank has one answer, a report or an error.
//!
//! `FACTBOX_FUZZ_SECONDS=30 cargo test --release --test lines` goes on for a while; `cargo fuzz run lines` starts from the same seeds.

mod common;

use factbox::command::explain_lines;
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::fs;
use std::io::Cursor;
use std::time::{Duration, Instant};

/// Inputs tried where no time is given.
const TRIES: usize = if cfg!(debug_assertions) { 60 } else { 2_000 };

/// Pieces that break things more often than chance does.
const PIECES: &[&[u8]] = &[
    b"\n",
    b"\r\n",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"{",
    b"}",
    b"[",
    b"]",
    b"\"",
    b"\\",
    b"\\u",
    b"\\ud83d",
    b",",
    b":",
    b"null",
    b"1e999",
    b"-",
    b"{\"id\":",
    b"\"text\":\"",
    b"\"published\":\"2026-01-01\"",
    b"\"title\":\"Nine killed\"",
    b" killed two people ",
];

/// What a line of the output must be; an id is given back as it came, also where no program can hold the number.
#[derive(Deserialize)]
struct Answer {
    report: Option<IgnoredAny>,
    error: Option<String>,
}

/// Xorshift: the same inputs on every machine.
struct Chance(u64);

impl Chance {
    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or_default() % end.max(1)
    }
}

fn spoiled(seeds: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = seeds[chance.below(seeds.len())].clone();
    for _ in 0..=chance.below(8) {
        let (a, b) = (chance.below(bytes.len() + 1), chance.below(bytes.len() + 1));
        let (from, to) = (a.min(b), a.max(b).min(a.min(b) + 40));
        match chance.below(5) {
            0 => drop(bytes.drain(from..to)),
            1 => drop(bytes.splice(to..to, bytes[from..to].to_vec())),
            2 => {
                let other = &seeds[chance.below(seeds.len())];
                let start = chance.below(other.len());
                drop(bytes.splice(from..to, other[start..(start + 80).min(other.len())].to_vec()));
            }
            3 => bytes.insert(from, u8::try_from(chance.below(256)).unwrap_or_default()),
            _ => drop(bytes.splice(from..from, PIECES[chance.below(PIECES.len())].to_vec())),
        }
    }
    bytes
}

#[test]
fn every_line_has_its_answer() {
    let seconds = std::env::var("FACTBOX_FUZZ_SECONDS").ok().and_then(|s| s.parse().ok()).map(Duration::from_secs);
    let start = Instant::now();
    let seeds: Vec<Vec<u8>> =
        fs::read_dir(common::project("fuzz/corpus/lines")).unwrap().map(|file| fs::read(file.unwrap().path()).unwrap()).collect();
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15 ^ seconds.map_or(0, |_| u64::from(std::process::id()) << 20));
    let mut tries = 0;
    while seconds.map_or(tries < TRIES, |limit| start.elapsed() < limit) {
        let bytes = spoiled(&seeds, &mut chance);
        let mut out = Vec::new();
        let shown = || String::from_utf8_lossy(&bytes).into_owned();
        assert!(explain_lines(Cursor::new(bytes.clone()), &mut out).is_ok(), "{:?}", shown());
        let asked = bytes.split(|b| *b == b'\n').filter(|line| !line.trim_ascii().is_empty()).count();
        let answers: Vec<Answer> =
            std::str::from_utf8(&out).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(answers.len(), asked, "{:?}", shown());
        for answer in &answers {
            assert!(answer.report.is_some() != answer.error.is_some(), "{:?}", shown());
            assert!(!answer.error.as_ref().is_some_and(|e| e.contains("a fault of Factbox")), "{:?}", shown());
        }
        tries += 1;
    }
    println!("{tries} inputs in {:.0} s", start.elapsed().as_secs_f64());
}
