//! Any JSON Lines give one answer a line, in order: a report or an error.
#![no_main]

use libfuzzer_sys::fuzz_target;
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::io::Cursor;

/// An id is given back as it came, also where no program can hold the number.
#[derive(Deserialize)]
struct Answer {
    report: Option<IgnoredAny>,
    error: Option<String>,
}

fuzz_target!(|bytes: &[u8]| {
    let mut out = Vec::new();
    assert!(factbox::command::explain_lines(Cursor::new(bytes.to_vec()), &mut out).is_ok());
    let asked = bytes.split(|b| *b == b'\n').filter(|line| !line.trim_ascii().is_empty()).count();
    let answers: Vec<Answer> =
        std::str::from_utf8(&out).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), asked);
    for answer in answers {
        assert!(answer.report.is_some() != answer.error.is_some());
        assert!(!answer.error.is_some_and(|error| error.contains("a fault of Factbox")));
    }
});
