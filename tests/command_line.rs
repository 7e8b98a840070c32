//! The command line as its users meet it: what it prints, what it complains of, how it ends.

mod common;

use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;

const ARTICLE: &str = "A drone struck the ferry port of Kelm on Friday. At least four people were killed, the governor said.";

fn factbox(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_factbox"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs with `input` on standard input.
fn run(arguments: &[&str], input: impl AsRef<[u8]>) -> Output {
    let mut child = factbox(arguments).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.as_ref().to_vec();
    // A program that fails early does not read it: then writing breaks, as it may.
    let writing = std::thread::spawn(move || stdin.write_all(&input).is_ok());
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap();
    output
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn words(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// The lines of a batch, each a JSON object.
fn answers(output: &Output) -> Vec<Value> {
    words(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A file of its own for a test.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// A failure: exit status 2, nothing printed, one line on standard error that holds `part` and what to do.
fn assert_complains(output: &Output, part: &str, what_to_do: &str) {
    let complaint = words(&output.stderr);
    assert_eq!(status(output), 2, "{complaint}");
    assert_eq!(words(&output.stdout), "");
    assert_eq!(complaint.lines().count(), 1, "{complaint}");
    assert!(complaint.contains(part) && complaint.contains(what_to_do), "{complaint}");
}

#[test]
fn a_file_and_standard_input_give_the_same() {
    let path = file("same.txt", ARTICLE.as_bytes());
    let from_file = run(&[path.to_str().unwrap()], "");
    assert_eq!(status(&from_file), 0, "{}", words(&from_file.stderr));
    assert!(!from_file.stdout.is_empty());
    assert_eq!(run(&[], ARTICLE).stdout, from_file.stdout);
    assert_eq!(run(&["-"], ARTICLE).stdout, from_file.stdout);
    assert_eq!(run(&[], format!("\u{feff}{ARTICLE}")).stdout, from_file.stdout, "a byte order mark is no part of the text");
}

#[test]
fn every_format_has_its_shape() {
    let json: Value = serde_json::from_slice(&run(&["--format", "json"], ARTICLE).stdout).unwrap();
    assert_eq!(json["schema"], "factbox.report/1");
    assert_eq!(json["article"]["sentences"], 2);
    let map: Value = serde_json::from_slice(&run(&["--format=geojson"], ARTICLE).stdout).unwrap();
    assert_eq!(map["type"], "FeatureCollection");
    assert!(words(&run(&["--format", "csv"], ARTICLE).stdout).starts_with("article,event_id,event_type,event_date,"));
    assert!(words(&run(&["--format", "markdown", "--title", "Port struck"], ARTICLE).stdout).starts_with("# "));
}

#[test]
fn an_empty_text_is_explained_as_empty() {
    let output = run(&[], "");
    assert_eq!(status(&output), 0);
    assert_eq!(words(&output.stdout), "No attack, disaster or casualty was found in this text.\n");
}

#[test]
fn several_files_are_told_apart() {
    let (one, two) = (file("one.txt", ARTICLE.as_bytes()), file("two.txt", b"Nothing happened."));
    let paths = [one.to_str().unwrap(), two.to_str().unwrap()];
    let list: Value = serde_json::from_slice(&run(&["--format", "json", paths[0], paths[1]], "").stdout).unwrap();
    assert_eq!(list.as_array().unwrap().iter().map(|r| r["id"].as_str().unwrap()).collect::<Vec<_>>(), paths);
    for format in ["text", "markdown"] {
        let page = run(&["--format", format, paths[0], paths[1]], "");
        assert!(words(&page.stdout).contains("one.txt") && words(&page.stdout).contains("two.txt"), "{format}");
    }
}

#[test]
fn failures_say_what_to_do() {
    assert_complains(&run(&["no-such-article.txt"], ""), "no-such-article.txt", "check the path");
    let path = file("latin1.txt", b"caf\xe9");
    assert_complains(&run(&[path.to_str().unwrap()], ""), "byte 3", "UTF-8");
    assert_complains(&run(&["--published", "24/01/2026"], ARTICLE), "24/01/2026", "YYYY-MM-DD");
    assert_complains(&run(&["--published", "2026-02-30"], ARTICLE), "2026-02-30", "YYYY-MM-DD");
    assert_complains(&run(&["--published", ""], ARTICLE), "day", "YYYY-MM-DD");
    assert_complains(&run(&["--title", "x", "a.txt", "b.txt"], ""), "--title", "single file");
    assert_eq!(status(&run(&["--format", "pdf"], ARTICLE)), 2);
}

#[test]
fn one_missing_file_leaves_the_others_unharmed() {
    let path = file("good.txt", ARTICLE.as_bytes());
    let output = run(&["--format", "json", "no-such-article.txt", path.to_str().unwrap()], "");
    assert_eq!(status(&output), 1);
    assert!(words(&output.stderr).contains("no-such-article.txt"));
    let list: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(list.as_array().unwrap().len(), 1);
}

#[test]
fn batch_answers_in_order_with_ids_as_given() {
    let ids = ["\"a\"", "7", "\"\\u00e9 \\\"x\\\"\"", "-1.50e3", "123456789012345678901234567890"];
    let line = |id: &str| format!("{{\"text\": \"One. Two.\", \"id\": {id}, \"more\": [1]}}\n");
    let output = run(&["batch"], ids.map(line).concat());
    assert_eq!((status(&output), words(&output.stderr)), (0, ""));
    let lines: Vec<_> = words(&output.stdout).lines().collect();
    assert_eq!(lines.len(), ids.len());
    for (line, id) in lines.iter().zip(ids) {
        assert!(line.starts_with(&format!("{{\"id\":{id},\"report\":{{")), "{line}");
    }
    assert_eq!(answers(&output)[0]["report"]["article"]["sentences"], 2);
}

#[test]
fn batch_keeps_the_order_of_many_lines() {
    let input: String = (0..3000).map(|n| format!("{}\n", json!({ "id": n, "text": ARTICLE.repeat(n % 7) }))).collect();
    let output = run(&["batch"], input);
    assert_eq!(status(&output), 0);
    let answers = answers(&output);
    assert_eq!(answers.iter().map(|a| a["id"].as_u64().unwrap()).collect::<Vec<_>>(), (0..3000).collect::<Vec<_>>());
    let single = run(&["--format", "json"], ARTICLE.repeat(6));
    assert_eq!(answers[6]["report"], serde_json::from_slice::<Value>(&single.stdout).unwrap(), "as the text alone");
}

#[test]
fn a_bad_line_fails_on_its_place_and_the_rest_is_unharmed() {
    let bad: [(&[u8], Value, &str); 11] = [
        (b"not json", json!(null), "JSON"),
        (b"{\"id\": 1, \"text\": \"cut", json!(null), "JSON"),
        (b"[\"a\", \"text\"]", json!(null), "JSON"),
        (b"\"a\"", json!(null), "JSON"),
        (b"{\"text\": \"no id\"}", json!(null), "id"),
        (b"{\"id\": {\"a\": 1}, \"text\": \"x\"}", json!(null), "id"),
        (b"{\"id\": \"caf\xe9\", \"text\": \"x\"}", json!(null), "UTF-8"),
        (b"{\"id\": \"no text\"}", json!("no text"), "text"),
        (b"{\"id\": \"number\", \"text\": 5}", json!("number"), "text"),
        (b"{\"id\": \"half\", \"text\": \"\\ud800\"}", json!("half"), "text"),
        (b"{\"id\": 8, \"text\": \"x\", \"published\": \"soon\"}", json!(8), "YYYY-MM-DD"),
    ];
    let good = |id: &str| format!("{{\"id\":\"{id}\",\"text\":\"x\"}}\r\n");
    let mut input = good("first").into_bytes();
    for (line, ..) in &bad {
        input.extend([line, &b"\n"[..]].concat());
    }
    input.extend(good("last").into_bytes());
    let output = run(&["batch"], input);
    assert_eq!(status(&output), 1);
    let answers = answers(&output);
    assert_eq!(answers.len(), bad.len() + 2);
    for (i, (_, id, part)) in bad.iter().enumerate() {
        let answer = &answers[i + 1];
        assert_eq!(&answer["id"], id, "{answer}");
        assert_eq!(answer.get("line").is_some(), id.is_null(), "{answer}");
        assert!(id.is_null() || answer.get("line").is_none());
        if id.is_null() {
            assert_eq!(answer["line"], i + 2);
        }
        assert!(answer["error"].as_str().unwrap().contains(part) && answer.get("report").is_none(), "{answer}");
    }
    for (answer, id) in [(&answers[0], "first"), (answers.last().unwrap(), "last")] {
        assert!(answer["id"] == id && answer["report"].is_object(), "{answer}");
    }
}

#[test]
fn blank_lines_are_skipped_but_counted() {
    let output = run(&["batch"], "\n  \r\n{\"id\":1,\"text\":\"x\",\"title\":null,\"published\":null}\n\noops");
    assert_eq!(status(&output), 1);
    let answers = answers(&output);
    assert_eq!(answers.len(), 2);
    assert_eq!((&answers[0]["id"], &answers[1]["line"]), (&json!(1), &json!(5)));
    let empty = run(&["batch"], "");
    assert_eq!((status(&empty), words(&empty.stdout)), (0, ""));
}

#[test]
fn batch_takes_the_day_of_a_time_of_publication() {
    let line = |published| format!("{}\n", json!({ "id": 1, "text": ARTICLE, "published": published }));
    let output = run(&["batch"], line("2026-01-24T10:00:00Z") + &line("2026-01-24"));
    assert_eq!(status(&output), 0);
    let answers = answers(&output);
    assert_eq!(answers[0], answers[1]);
}

#[test]
fn batch_answers_a_line_before_the_next_one_comes() {
    let mut child = factbox(&["batch"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for id in 1..=3 {
        writeln!(stdin, "{}", json!({ "id": id, "text": ARTICLE })).unwrap();
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&line).unwrap()["id"], id);
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_who_leaves_early_is_no_error() {
    let mut child = factbox(&["batch"]).spawn().unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    // Standard input stays open: the program must end by itself, at the first answer that nobody takes. That need not be the
    // first of all: a child that another test starts at this moment holds the pipe until it runs.
    while child.try_wait().unwrap().is_none() {
        let _ = writeln!(stdin, "{}", json!({ "id": 1, "text": ARTICLE }));
        thread::sleep(Duration::from_millis(20));
    }
    let output = child.wait_with_output().unwrap();
    assert_eq!((status(&output), words(&output.stderr)), (0, ""));
    drop(stdin);
}
