//! Stretches: a text far longer than any article is read a stretch at a time.
//!
//! What belongs together stands together. Later stages may compare each fact with every other; on a whole archive in one paste
//! that would take hours.

use std::ops::Range;

/// Longest text, in bytes, that is read as one article.
const ONE: usize = 96 << 10;

/// Longest stretch of a longer text …
const LONGEST: usize = 64 << 10;

/// … and the shortest, the last one aside.
const SHORTEST: usize = 48 << 10;

/// The stretches of `text`, which together are all of it; one, unless it is far longer than an article.
pub fn stretches(text: &str) -> Vec<Range<usize>> {
    let mut stretches = Vec::new();
    let mut start = 0;
    while text.len() - start > ONE {
        let end = start + cut(&text[start..]);
        stretches.push(start..end);
        start = end;
    }
    stretches.push(start..text.len());
    stretches
}

/// Where the first stretch of `text` ends: behind a paragraph, else a line, a sentence, a word, and at worst a character.
fn cut(text: &str) -> usize {
    let boundary = |at: usize| (0..=at).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
    let (low, high) = (boundary(SHORTEST), boundary(LONGEST));
    let window = &text[low..high];
    let behind = |mark: &str| window.rfind(mark).map(|at| low + at + mark.len());
    ["\n\n", "\n\r\n", "\n", "\r", ". ", " "].into_iter().find_map(behind).unwrap_or(high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_lies_in_one_stretch() {
        for piece in ["Two died.\n\n", "Two died.\r\n", "Two died. ", "two ", "é", "👩", "\r"] {
            for bytes in [0, 10, ONE - 8, ONE + 8, 300_000] {
                let text = piece.repeat(bytes / piece.len());
                let found = stretches(&text);
                let ends: Vec<usize> = found.iter().map(|r| r.end).collect();
                assert_eq!(found[0].start, 0);
                assert_eq!(ends.last(), Some(&text.len()));
                assert!(found.windows(2).all(|w| w[0].end == w[1].start), "{piece:?}");
                assert_eq!(found.len() > 1, text.len() > ONE);
                assert!(found.iter().all(|r| r.len() <= ONE && text.get(r.clone()).is_some()), "{piece:?}");
            }
        }
    }

    #[test]
    fn paragraphs_stay_whole() {
        let text = "Two people died in Kelm.\nNobody else was hurt.\n\n".repeat(4000);
        for range in stretches(&text) {
            assert!(text[range].ends_with("hurt.\n\n"));
        }
    }
}
