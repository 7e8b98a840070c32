//! Fuzzing on stable Rust: seeds cut, joined and spoiled at random, a fixed number of times or for a while.
//!
//! `FACTBOX_FUZZ_SECONDS=600 cargo test --release -p factbox-engine --test mutations` fuzzes for ten minutes. The seeds are the
//! files of `fuzz/corpus/text` and the articles of the benchmarks; `cargo fuzz run text` starts from the same ones.

mod faults;

use factbox_engine::{Options, read};
use faults::{faults, gazetteer};
use std::path::Path;
use std::time::{Duration, Instant};

/// Texts tried where no time is given.
const TRIES: usize = if cfg!(debug_assertions) { 150 } else { 2_000 };
/// Longest seed and longest text, in characters.
const LONGEST: usize = 1_500;

/// Pieces that break things more often than chance does.
const PIECES: &[&str] = &[
    "\0",
    "\u{feff}",
    "\u{202e}",
    "\u{200b}",
    "\u{301}",
    "\r",
    "\n\n",
    "\u{2028}",
    "“",
    "”",
    "‘",
    "’s",
    "\"",
    "(",
    ")",
    "—",
    ".",
    "...",
    "?",
    ",",
    ";",
    "•",
    "0",
    "1,",
    "1,204",
    "99999999999999999999",
    "-1",
    "2026-02-30",
    "12:60",
    "two",
    "dozens of",
    "no",
    "killed",
    "wounded",
    "people",
    "of them",
    "including",
    "others",
    "Kyiv",
    "the Kharkiv region",
    "in",
    "said",
    "that",
    "<b>",
    "&amp;",
    "👩\u{200d}🚒",
    "ﬁ",
    "İ",
    "ß",
];

fn seeds() -> Vec<Vec<char>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus/text");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let texts = files.into_iter().map(|file| String::from_utf8_lossy(&std::fs::read(file).unwrap()).into_owned());
    let articles = include_str!("../../bench/articles.txt").split("\n\n\n").map(str::to_string);
    texts.chain(articles).map(|text| text.chars().take(LONGEST).collect()).collect()
}

struct Mutator {
    state: u64,
    seeds: Vec<Vec<char>>,
}

impl Mutator {
    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        // Xorshift: the same texts on every machine.
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        usize::try_from(self.state >> 11).unwrap_or_default() % end.max(1)
    }

    fn text(&mut self) -> String {
        let seed = self.below(self.seeds.len());
        let mut text = self.seeds[seed].clone();
        for _ in 0..=self.below(12) {
            let (a, b) = (self.below(text.len() + 1), self.below(text.len() + 1));
            let (from, to) = (a.min(b), a.max(b).min(a.min(b) + 60));
            match self.below(6) {
                0 => drop(text.drain(from..to)),
                1 => {
                    let again: Vec<char> = text[from..to].to_vec();
                    text.splice(to..to, again);
                }
                2 => {
                    let other = self.below(self.seeds.len());
                    let start = self.below(self.seeds[other].len() + 1);
                    let end = (start + 120).min(self.seeds[other].len());
                    let part: Vec<char> = self.seeds[other][start..end].to_vec();
                    text.splice(from..to, part);
                }
                3 => {
                    let swapped = |c: &char| if c.is_uppercase() { c.to_lowercase().next() } else { c.to_uppercase().next() };
                    let part: Vec<char> = text[from..to].iter().filter_map(swapped).collect();
                    text.splice(from..to, part);
                }
                4 => {
                    let code = u32::try_from(self.below(0x11_0000)).unwrap_or_default();
                    text.splice(from..from, char::from_u32(code));
                }
                _ => {
                    let piece = PIECES[self.below(PIECES.len())];
                    text.splice(from..from, piece.chars());
                }
            }
        }
        text.into_iter().take(2 * LONGEST).collect()
    }
}

#[test]
fn no_mutation_breaks_the_reading() {
    let seconds = std::env::var("FACTBOX_FUZZ_SECONDS").ok().and_then(|s| s.parse().ok()).map(Duration::from_secs);
    let start = Instant::now();
    // Fuzzed for a while, each run tries other texts.
    let state = 0x9E37_79B9_7F4A_7C15 ^ seconds.map_or(0, |_| u64::from(std::process::id()) << 20);
    let mut mutator = Mutator { state, seeds: seeds() };
    let mut tries = 0;
    while seconds.map_or(tries < TRIES, |limit| start.elapsed() < limit) {
        let text = mutator.text();
        let options = Options { gazetteer: gazetteer(), ..Options::default() };
        let report = serde_json::to_value(read(&text, &options)).unwrap();
        assert_eq!(faults(&report, &text, ""), [""; 0], "{text:?}");
        tries += 1;
    }
    println!("{tries} texts in {:.0} s", start.elapsed().as_secs_f64());
}
