//! Bytes as text: UTF-8, UTF-16 with its mark, else Windows-1252, in which old files of newsrooms are written.

/// Windows-1252 from 0x80 to 0x9F, as the WHATWG Encoding Standard has it; the rest of it is Latin-1.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”',
    '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of a file. Never fails: what fits no encoding is read as Windows-1252, in which every byte means something.
pub fn decode(bytes: &[u8]) -> String {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        bytes => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_string(),
            Err(_) => {
                bytes.iter().map(|&b| if (0x80..0xA0).contains(&b) { WINDOWS[usize::from(b - 0x80)] } else { b.into() }).collect()
            }
        },
    }
}

/// True where the file begins with a byte order mark.
pub fn has_mark(bytes: &[u8]) -> bool {
    [&[0xFF, 0xFE][..], &[0xFE, 0xFF], &[0xEF, 0xBB, 0xBF]].iter().any(|mark| bytes.starts_with(mark))
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
