//! `factbox [FILE…]`: explains files or standard input.

use super::{Explain, Failure, Outcome, complain, day, gazetteer, hint};
use crate::export::Article;
use factbox_engine::{Options, read};
use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

/// What stands for standard input, as a file name and in messages.
const STANDARD_INPUT: &str = "-";

/// Explains every file; one that cannot be read is complained of and the rest goes on.
pub fn run(told: &Explain, out: &mut impl Write) -> Result<Outcome, Failure> {
    let published = told.published.as_deref().map(|words| day(words)?.ok_or_else(|| Failure::BadDate(words.to_string())));
    let published = published.transpose()?;
    let standard_input = [STANDARD_INPUT.into()];
    let files = if told.files.is_empty() { &standard_input[..] } else { &told.files[..] };
    if files.len() > 1 && told.title.is_some() {
        return Err(Failure::OneTitle);
    }
    let options = Options { published, title: told.title.as_deref(), gazetteer: gazetteer(), ..Options::default() };
    let mut articles = Vec::with_capacity(files.len());
    for file in files {
        match text_of(file) {
            Ok(text) => articles.push(Article { name: file.display().to_string(), report: read(&text, &options) }),
            Err(failure) => complain(&failure),
        }
    }
    let page = match &articles[..] {
        [] => return Ok(Outcome::Failed),
        [only] if files.len() == 1 => told.format.write(&only.report),
        several => told.format.write_all(several),
    };
    out.write_all(page.as_bytes()).and_then(|()| out.flush()).map_err(Failure::Output)?;
    Ok(if articles.len() < files.len() { Outcome::Partial } else { Outcome::Done })
}

/// The words of a file, without a byte order mark.
fn text_of(file: &Path) -> Result<String, Failure> {
    let name = file.display().to_string();
    let bytes = if name == STANDARD_INPUT {
        hint("Paste the article and end with Ctrl-D.");
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(file)
    };
    let bytes = bytes.map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Failure::Missing(name.clone()),
        _ => Failure::Unreadable(name.clone(), error),
    })?;
    let mut text = String::from_utf8(bytes).map_err(|error| Failure::NotText(name, error.utf8_error().valid_up_to()))?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text)
}
