//! Lists of words as one string each, and the sieve that turns most other words away before a list is looked at.

/// Is `word` one of the words of `list`, whatever its case?
pub(super) fn contains(list: &str, word: &str) -> bool {
    let (list, word) = (list.as_bytes(), word.as_bytes());
    let Some(first) = word.first().map(u8::to_ascii_lowercase) else { return false };
    // One pass over the bytes, without a split.
    let mut begins = true;
    for (at, &byte) in list.iter().enumerate() {
        if begins && byte == first {
            let end = at + word.len();
            let whole = list.get(end).is_none_or(|b| *b == b' ');
            if whole && list.get(at..end).is_some_and(|w| w.eq_ignore_ascii_case(word)) {
                return true;
            }
        }
        begins = byte == b' ';
    }
    false
}

/// Bits of a sieve.
const BITS: usize = 256;

/// Which first letter, last letter and length the words of a list have, as bits.
pub(super) struct Sieve([u64; BITS / 64]);

impl Sieve {
    /// The sieve of a list, made when the engine is built.
    pub(super) const fn of(list: &str) -> Sieve {
        let list = list.as_bytes();
        let mut bits = [0; BITS / 64];
        let (mut start, mut at) = (0, 0);
        while at <= list.len() {
            if at == list.len() || list[at] == b' ' {
                if at > start {
                    let bit = bit(list[start], list[at - 1], at - start);
                    bits[bit / 64] |= 1 << (bit % 64);
                }
                start = at + 1;
            }
            at += 1;
        }
        Sieve(bits)
    }

    /// False where no word of the list is like `word`.
    pub(super) fn lets_through(&self, word: &str) -> bool {
        let word = word.as_bytes();
        let (Some(first), Some(last)) = (word.first(), word.last()) else { return false };
        let bit = bit(*first, *last, word.len());
        self.0[bit / 64] >> (bit % 64) & 1 == 1
    }
}

/// The bit of a word, whatever its case.
const fn bit(first: u8, last: u8, length: usize) -> usize {
    let (first, last) = (first.to_ascii_lowercase() as usize, last.to_ascii_lowercase() as usize);
    (first * 37 + last * 11 + length * 83) % BITS
}

/// As [`contains`], of a list known when the engine is built: asked of every word of a text many times over.
macro_rules! among {
    ($list:expr, $word:expr $(,)?) => {{
        static SIEVE: crate::mention::place::sieve::Sieve = crate::mention::place::sieve::Sieve::of($list);
        SIEVE.lets_through($word) && crate::mention::place::sieve::contains($list, $word)
    }};
}
pub(super) use among;

#[cfg(test)]
mod tests {
    use super::contains;

    #[test]
    fn a_sieve_lets_every_word_of_its_list_through() {
        const LIST: &str = "café  the ’s north-eastern a";
        for word in ["café", "THE", "’s", "North-Eastern", "A"] {
            assert!(among!(LIST, word) && contains(LIST, word), "{word}");
        }
        for word in ["", "th", "eastern", "caf"] {
            assert!(!among!(LIST, word) && !contains(LIST, word), "{word}");
        }
    }
}
