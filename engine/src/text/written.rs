//! The text as it was given, beside the one that the stages read.

use std::ops::Range;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark, is_nfc};

/// What was given, where the text that is read differs from it: a letter and its accent composed to one character, a word
/// in another case.
#[derive(Debug, Clone)]
pub struct Written {
    text: String,
    /// Letters that are read in another form, in order.
    letters: Vec<Letter>,
}

/// A letter with its marks, in bytes.
#[derive(Debug, Clone)]
struct Letter {
    read: Range<usize>,
    given: Range<usize>,
}

impl Written {
    /// The same text, before words of it are read in another case.
    pub fn same(text: &str) -> Written {
        Written { text: text.to_string(), letters: Vec::new() }
    }

    /// Composes `text` to Unicode's form NFC, so that both spellings of an accented letter are read alike; none where
    /// it is composed already.
    pub fn compose(text: &str) -> Option<(String, Written)> {
        if is_nfc(text) {
            return None;
        }
        let (mut source, mut letters, mut from) = (String::with_capacity(text.len()), Vec::new(), 0);
        for (at, _) in text.char_indices().skip(1).filter(|&(_, c)| !joins(c)).chain([(text.len(), ' ')]) {
            let (start, letter) = (source.len(), &text[from..at]);
            source.extend(letter.nfc());
            if source[start..] != *letter {
                letters.push(Letter { read: start..source.len(), given: from..at });
            }
            from = at;
        }
        Some((source, Written { text: text.to_string(), letters }))
    }

    /// Bytes `range` of the text that is read, as bytes of what was given; letters in another form are taken whole.
    pub fn range(&self, range: &Range<usize>) -> Range<usize> {
        self.at(range.start, |letter| letter.given.start)..self.at(range.end, |letter| letter.given.end)
    }

    fn at(&self, byte: usize, inside: fn(&Letter) -> usize) -> usize {
        match self.letters.partition_point(|letter| letter.read.start < byte).checked_sub(1).map(|i| &self.letters[i]) {
            None => byte,
            Some(letter) if byte < letter.read.end => inside(letter),
            Some(letter) => letter.given.end + (byte - letter.read.end),
        }
    }

    /// What was given.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// True where `c` may become one character with what stands before it: marks, and vowels and finals of Korean syllables.
fn joins(c: char) -> bool {
    is_combining_mark(c) || matches!(c, '\u{1160}'..='\u{11ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_are_read_as_one_and_found_where_they_stand() {
        for text in [
            "Bogota\u{301}, A\u{30a}rhus. 한글 e\u{301}\u{323}",
            "\u{1112}\u{1161}\u{11ab}x",
            "\u{212b}ngstrom \u{301}a",
            "\u{958}\u{301}",
        ] {
            let (source, written) = Written::compose(text).expect("not composed");
            assert_eq!(source, text.nfc().collect::<String>());
            assert_eq!(written.range(&(0..source.len())), 0..text.len());
            for (at, c) in source.char_indices() {
                let given = &text[written.range(&(at..at + c.len_utf8()))];
                // A mark that stays a character of its own may have changed places within its letter.
                if !is_combining_mark(c) && source[at + c.len_utf8()..].chars().next().is_none_or(|next| !joins(next)) {
                    assert_eq!(given.nfc().collect::<String>(), c.to_string(), "{text:?}");
                }
            }
        }
        assert!(Written::compose("Bogotá").is_none());
    }
}
