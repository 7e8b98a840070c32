//! `factbox batch`: JSON Lines in, one report a line out, in order, on every core.
//!
//! A bad line becomes an error on its own place; memory is bounded however long the input is.

use super::queue::{Line, Queue};
use super::{Failure, Outcome, day, gazetteer};
use factbox_engine::{Options, Report, read};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::io::{self, BufRead, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

/// Bytes that may wait for a worker; the reader pauses there.
const QUEUE_BYTES: usize = 4 << 20;
/// The longest line that is kept; a longer one is an error in its place.
const LINE_BYTES: usize = 64 << 20;

/// Explains every line of `input`; [`Outcome::Partial`] where a line was bad.
pub fn run(input: impl BufRead + Send + 'static, out: &mut impl Write) -> Result<Outcome, Failure> {
    let queue = Arc::new(Queue::default());
    let filling = Arc::clone(&queue);
    // Not joined when the output breaks: this thread may wait for input for ever.
    let reader = thread::spawn(move || {
        let end = fill(input, &filling);
        filling.close();
        end
    });
    let mut outcome = Outcome::Done;
    while let Some(lines) = queue.take() {
        let answers: Vec<(String, bool)> = lines.par_iter().filter_map(answer).collect();
        for (line, good) in &answers {
            out.write_all(line.as_bytes()).map_err(Failure::Output)?;
            if !good {
                outcome = Outcome::Partial;
            }
        }
        out.flush().map_err(Failure::Output)?;
    }
    match reader.join() {
        Ok(Err(error)) => Err(Failure::Unreadable("standard input".to_string(), error)),
        _ => Ok(outcome),
    }
}

/// Reads lines into the queue until the input ends.
fn fill(mut input: impl BufRead, queue: &Queue) -> io::Result<()> {
    let mut number = 0;
    while let Some(bytes) = next_line(&mut input, LINE_BYTES)? {
        number += 1;
        queue.push(Line { number, bytes }, QUEUE_BYTES);
    }
    Ok(())
}

/// The next line without its end; outer none at the end of the input, inner none where it is longer than `limit`.
#[allow(clippy::option_option)]
fn next_line(input: &mut impl BufRead, limit: usize) -> io::Result<Option<Option<Vec<u8>>>> {
    let mut line = Vec::new();
    let (mut any, mut too_long) = (false, false);
    loop {
        let buffer = match input.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            other => other?,
        };
        if buffer.is_empty() {
            return Ok(any.then_some((!too_long).then_some(line)));
        }
        any = true;
        let end = buffer.iter().position(|&b| b == b'\n');
        let part = &buffer[..end.unwrap_or(buffer.len())];
        if line.len() + part.len() > limit {
            too_long = true;
            line = Vec::new();
        } else if !too_long {
            line.extend_from_slice(part);
        }
        let used = end.map_or(part.len(), |e| e + 1);
        input.consume(used);
        if end.is_some() {
            return Ok(Some((!too_long).then_some(line)));
        }
    }
}

/// A line of the output.
#[derive(Serialize)]
struct Answer<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<Report>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

/// The answer to one line and whether it is a report; none for a blank line.
fn answer(line: &Line) -> Option<(String, bool)> {
    let mut id = None;
    let result = match &line.bytes {
        Some(bytes) if bytes.trim_ascii().is_empty() => return None,
        Some(bytes) => explain(bytes, &mut id),
        None => Err(format!("the line is longer than {} MiB; split the article", LINE_BYTES >> 20)),
    };
    let number = id.is_none().then_some(line.number);
    let (report, error) = match result {
        Ok(report) => (Some(report), None),
        Err(error) => (None, Some(error)),
    };
    let good = report.is_some();
    let mut text = serde_json::to_string(&Answer { id, line: number, report, error }).unwrap_or_else(|error| {
        // A report is plain data and serialises; should it not, the place is still filled.
        format!("{{\"line\":{},\"error\":\"the report cannot be written: {error:?}\"}}", line.number)
    });
    text.push('\n');
    Some((text, good))
}

/// The fields of a line, each read only when its turn comes, so that a bad text does not hide the id.
#[derive(Deserialize)]
struct Fields<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    text: Option<&'a RawValue>,
    #[serde(borrow)]
    title: Option<&'a RawValue>,
    #[serde(borrow)]
    published: Option<&'a RawValue>,
}

/// Explains one line; `id` is set as soon as it is known.
fn explain<'a>(bytes: &'a [u8], id: &mut Option<&'a RawValue>) -> Result<Report, String> {
    let json = std::str::from_utf8(bytes).map_err(|_| "the line is not UTF-8; save the input as UTF-8".to_string())?;
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let no_object = |why: &dyn std::fmt::Display| format!("the line is no JSON object with \"id\" and \"text\": {why}");
    if json.trim_start().starts_with('[') {
        // serde would take an array for the fields in order.
        return Err(no_object(&"it is an array"));
    }
    let fields: Fields = serde_json::from_str(json).map_err(|error| no_object(&error))?;
    let given = fields.id.ok_or("\"id\" is missing; give a string or a number")?;
    if !given.get().starts_with(|c: char| c == '"' || c == '-' || c.is_ascii_digit()) {
        return Err("\"id\" must be a string or a number".to_string());
    }
    *id = Some(given);
    let text = string("text", fields.text)?.ok_or("\"text\" is missing; give the article as a string")?;
    let title = string("title", fields.title)?;
    let published = match string("published", fields.published)? {
        Some(words) => day(&words).map_err(|failure| format!("\"published\": {failure}"))?,
        None => None,
    };
    let options = Options { published, title: title.as_deref(), gazetteer: gazetteer(), ..Options::default() };
    caught(|| read(&text, &options))
}

/// A reading that must not panic; should it, the other lines go on. It changes nothing that outlives it.
fn caught(reading: impl FnOnce() -> Report) -> Result<Report, String> {
    catch_unwind(AssertUnwindSafe(reading))
        .map_err(|_| "the reading failed on this text, a fault of Factbox; please report it with the text".to_string())
}

/// A field that must be a string where it is given; null is not given.
fn string(name: &str, value: Option<&RawValue>) -> Result<Option<String>, String> {
    let Some(value) = value else { return Ok(None) };
    serde_json::from_str(value.get()).map(Some).map_err(|error| format!("\"{name}\" must be a string: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_error() {
        assert_eq!(caught(Report::default), Ok(Report::default()));
        assert!(caught(|| panic!("drill")).unwrap_err().contains("please report it"));
    }

    #[test]
    fn a_line_over_the_limit_is_skipped_and_the_next_one_is_whole() {
        let mut input = io::BufReader::with_capacity(4, &b"abc\nabcdefghijkl\n\nxy"[..]);
        let mut lines = Vec::new();
        while let Some(line) = next_line(&mut input, 6).unwrap() {
            lines.push(line.map(|l| String::from_utf8(l).unwrap()));
        }
        assert_eq!(lines, [Some("abc".to_string()), None, Some(String::new()), Some("xy".to_string())]);
    }
}
