//! What readers have as a file or as rich text, as an article: plain text, Markdown, HTML, Word documents, mails.
//!
//! Pure functions of bytes; the page runs them in a worker of their own, which is fetched only when a file comes.

mod docx;
mod encoding;
mod html;
mod mail;
mod markdown;
mod shared;

pub use html::{article as html_article, has_furniture};
pub use shared::Shared;

use serde::{Deserialize, Serialize};

/// Files above this are not opened, bytes. A Word document with pictures may be larger than its text.
pub const LARGEST_FILE: usize = 20_000_000;

/// An article that was brought along.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intake {
    /// Its headline, where the file tells it apart from the text.
    pub title: Option<String>,
    /// Day of publication, ISO 8601, where the file tells it.
    pub published: Option<String>,
    /// Its text, paragraphs parted by blank lines.
    pub text: String,
}

impl Intake {
    /// Headline and text as one, as the box holds them.
    pub fn whole(&self) -> String {
        match self.title.as_deref().map(str::trim) {
            Some(title) if !title.is_empty() && !self.text.trim_start().starts_with(title) => format!("{title}\n\n{}", self.text),
            _ => self.text.clone(),
        }
    }
}

/// Why a file was not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Above [`LARGEST_FILE`], or unpacked above what is taken.
    TooLarge,
    /// Of a kind that is not read: a picture, a PDF.
    UnknownKind,
    /// Damaged, or not what its name says.
    Damaged,
    /// No text in it.
    Empty,
}

/// Opens a file by the ending of its name, or by its first bytes where the name says nothing.
pub fn open(name: &str, bytes: &[u8]) -> Result<Intake, Refusal> {
    if bytes.len() > LARGEST_FILE {
        return Err(Refusal::TooLarge);
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let intake = match ending.as_str() {
        "docx" => docx::article(bytes)?,
        "eml" => mail::article(bytes)?,
        "html" | "htm" | "xhtml" => html::article(&encoding::decode(bytes)),
        "md" | "markdown" => markdown::article(&encoding::decode(bytes)),
        "txt" | "text" => plain(bytes),
        _ if bytes.starts_with(b"PK\x03\x04") => docx::article(bytes)?,
        _ if is_binary(bytes) => return Err(Refusal::UnknownKind),
        _ => plain(bytes),
    };
    if intake.text.trim().is_empty() { Err(Refusal::Empty) } else { Ok(intake) }
}

fn plain(bytes: &[u8]) -> Intake {
    Intake { text: encoding::decode(bytes), ..Intake::default() }
}

/// Bytes that stand in no text file; two-byte encodings, which are full of zeros, begin with a mark.
fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    head.starts_with(b"%PDF") || (!encoding::has_mark(head) && head.iter().any(|b| matches!(b, 0..=8 | 14..=26 | 28..=31)))
}

/// Joins paragraphs, each free of white space at its ends, without empty ones.
fn paragraphs<'a>(lines: impl IntoIterator<Item = &'a str>) -> String {
    let whole: Vec<String> =
        lines.into_iter().map(|l| l.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|l| !l.is_empty()).collect();
    whole.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_file_in_any_usual_encoding() {
        let text = "Fünf Tote in Köln – “five dead”";
        let utf16: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let windows = b"F\xfcnf Tote in K\xf6ln \x96 \x93five dead\x94".to_vec();
        for bytes in [text.as_bytes().to_vec(), utf16, windows] {
            assert_eq!(open("a.txt", &bytes).map(|i| i.text).as_deref(), Ok(text));
        }
    }

    #[test]
    fn what_is_no_text_is_refused_with_a_reason() {
        assert_eq!(open("a.pdf", b"%PDF-1.7"), Err(Refusal::UnknownKind));
        assert_eq!(open("photo.jpg", &[0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 1]), Err(Refusal::UnknownKind));
        assert_eq!(open("a.docx", b"no archive"), Err(Refusal::Damaged));
        assert_eq!(open("a.txt", b" \n "), Err(Refusal::Empty));
        assert_eq!(open("a.txt", &vec![b'a'; LARGEST_FILE + 1]), Err(Refusal::TooLarge));
    }

    #[test]
    fn a_headline_stands_before_its_text_once() {
        let intake = |title: &str, text: &str| Intake { title: Some(title.into()), published: None, text: text.into() };
        assert_eq!(intake("Two die", "In Brod.").whole(), "Two die\n\nIn Brod.");
        assert_eq!(intake("Two die", "Two die\n\nIn Brod.").whole(), "Two die\n\nIn Brod.");
    }
}
