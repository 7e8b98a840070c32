//! A Word document as an article: the text of its body, its title. Pictures, comments and deleted words are left.

use super::{Intake, Refusal, paragraphs};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// A part that is longer once unpacked is refused: a few kilobytes can unpack to gigabytes. Bytes.
const LARGEST_PART: u64 = 50_000_000;
const BODY: &str = "word/document.xml";
const PROPERTIES: &str = "docProps/core.xml";

/// Reads the parts of the archive that hold text (ECMA-376, part 1: 11.3.10 and 17).
pub fn article(bytes: &[u8]) -> Result<Intake, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    let body = part(&mut archive, BODY)?.ok_or(Refusal::UnknownKind)?;
    let title = part(&mut archive, PROPERTIES)?.and_then(|xml| texts(&xml, "title", "title").ok()?.into_iter().next());
    let lines = texts(&body, "p", "t").map_err(|_| Refusal::Damaged)?;
    let title = title.filter(|t| !t.trim().is_empty());
    Ok(Intake { title, published: None, text: paragraphs(lines.iter().map(String::as_str)) })
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, Refusal> {
    let Ok(file) = archive.by_name(name) else { return Ok(None) };
    let mut bytes = Vec::new();
    file.take(LARGEST_PART + 1).read_to_end(&mut bytes).map_err(|_| Refusal::Damaged)?;
    if bytes.len() as u64 > LARGEST_PART {
        return Err(Refusal::TooLarge);
    }
    String::from_utf8(bytes).map(Some).map_err(|_| Refusal::Damaged)
}

/// The text within each `block`, as far as it stands in `run` elements; tabs and breaks become blanks.
fn texts(xml: &str, block: &str, run: &str) -> Result<Vec<String>, quick_xml::Error> {
    let mut reader = Reader::from_str(xml);
    let mut blocks: Vec<String> = Vec::new();
    let mut running = 0u32;
    loop {
        match reader.read_event()? {
            Event::Start(tag) => {
                let name = tag.local_name();
                if name.as_ref() == block {
                    blocks.push(String::new());
                }
                running += u32::from(name.as_ref() == run);
            }
            Event::End(tag) if tag.local_name().as_ref() == run => running = running.saturating_sub(1),
            Event::Empty(tag) if matches!(tag.local_name().as_ref(), "tab" | "br" | "cr") => {
                blocks.last_mut().into_iter().for_each(|b| b.push(' '));
            }
            Event::Text(text) if running > 0 => {
                blocks.last_mut().into_iter().for_each(|b| b.push_str(&text));
            }
            Event::GeneralRef(reference) if running > 0 => {
                let known = match &*reference {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => reference.resolve_char_ref()?,
                };
                if let (Some(block), Some(c)) = (blocks.last_mut(), known) {
                    block.push(c);
                }
            }
            Event::Eof => return Ok(blocks),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::write::SimpleFileOptions;

    fn document(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(content).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    const XML: &[u8] = b"<w:document xmlns:w=\"x\"><w:body><w:p><w:r><w:t>Two people</w:t></w:r><w:r><w:tab/>\
        <w:t xml:space=\"preserve\"> died &amp; </w:t></w:r><w:del><w:r><w:delText>nine </w:delText></w:r></w:del><w:r><w:t>three were hurt.</w:t></w:r></w:p>\
        <w:p/><w:p><w:r><w:t>In Brod.</w:t></w:r></w:p></w:body></w:document>";

    #[test]
    fn paragraphs_without_deleted_words() {
        let core = b"<cp:coreProperties xmlns:dc=\"y\"><dc:title>Night in Brod</dc:title></cp:coreProperties>";
        let intake = article(&document(&[(BODY, XML), (PROPERTIES, core)])).unwrap();
        assert_eq!(intake.text, "Two people died & three were hurt.\n\nIn Brod.");
        assert_eq!(intake.title.as_deref(), Some("Night in Brod"));
    }

    #[test]
    fn an_archive_that_is_no_document_and_one_that_unpacks_to_too_much() {
        assert_eq!(article(&document(&[("a.txt", b"x")])), Err(Refusal::UnknownKind));
        let bomb = vec![b' '; LARGEST_PART as usize + 1];
        assert_eq!(article(&document(&[(BODY, &bomb)])), Err(Refusal::TooLarge));
        assert_eq!(article(&document(&[(BODY, b"<w:p><w:t>a</w:p>")])), Err(Refusal::Damaged));
    }
}
