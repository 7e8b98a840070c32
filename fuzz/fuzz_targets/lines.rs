//! Any JSON Lines give one answer a line, in order: a report or an error.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::io::Cursor;

fuzz_target!(|bytes: &[u8]| {
    let mut out = Vec::new();
    assert!(factbox::command::explain_lines(Cursor::new(bytes.to_vec()), &mut out).is_ok());
    let asked = bytes.split(|b| *b == b'\n').filter(|line| !line.trim_ascii().is_empty()).count();
    let answers: Vec<serde_json::Value> =
        std::str::from_utf8(&out).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), asked);
    for answer in answers {
        assert!(answer["report"].is_object() != answer["error"].is_string());
        assert!(!answer["error"].as_str().is_some_and(|error| error.contains("a fault of Factbox")));
    }
});
