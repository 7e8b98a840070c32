//! Look-up keys: how names are folded. `scripts/gazetteer_build/keys.py` does the same when it packs.
//!
//! A key is in lower case, without diacritics, apostrophes and full stops; every other mark is a space. The forms of the Arabic
//! article (al, el, ad, ez, …) are all "al", unless they stand last.

/// Forms of the Arabic article.
const ARTICLES: &[&str] = &["al", "el", "ad", "ar", "as", "at", "az", "ash", "ed", "er", "es", "ez", "esh", "et"];

/// The letter for each character from U+00C0 to U+024F; `?` where there is none or more than one.
const LATIN: &[u8] = b"\
    aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?yaaaaaaccccccccddddeeeeeeeeeegggggggg\
    hhhhiiiiiiiiii??jjkk?llllllllllnnnnnnnnnoooooo??rrrrrrsssssssstttt??uuuuuuuuuuuuwwyyyzzzzzzs????????\
    ???????a????????????????oo?????????????uu????????????????????????????aaiioouuuuuuuuuu?aaaa????ggkkoo\
    oo??j???gg??nnaa??ooaaaaeeeeiiiioooorrrruuuusstt??hh??????aaeeooooooooyy????????????????????????????\
";

/// The letter for each character from U+1E00 to U+1EFF.
const LATIN_ADDITIONAL: &[u8] = b"\
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss\
    ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas????aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee\
    iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????\
";

/// A key under construction; grows word by word and is reused from look-up to look-up.
#[derive(Debug, Clone, Default)]
pub struct Key {
    folded: String,
    /// Where the last word begins.
    last: usize,
}

impl Key {
    /// Empties the key; keeps its memory.
    pub fn clear(&mut self) {
        self.folded.clear();
        self.last = 0;
    }

    /// The key so far.
    pub fn as_str(&self) -> &str {
        &self.folded
    }

    /// Cuts the key back to `length` bytes, a former length of it.
    pub fn truncate(&mut self, length: usize) {
        if self.folded.is_char_boundary(length) {
            self.folded.truncate(length);
            self.last = self.folded.rfind(' ').map_or(0, |space| space + 1);
        }
    }

    /// Appends the words of one token, folded.
    pub fn push(&mut self, word: &str) {
        self.start_word();
        for c in word.chars() {
            match c {
                'a'..='z' | '0'..='9' => self.folded.push(c),
                'A'..='Z' => self.folded.push(c.to_ascii_lowercase()),
                _ if is_silent(c) => {}
                _ => self.push_other(c),
            }
        }
        if self.folded.ends_with(' ') {
            self.folded.pop();
            self.last = self.folded.rfind(' ').map_or(0, |space| space + 1);
        }
    }

    /// Appends letters to the last word: the "s" of "Cox’s Bazar".
    pub fn join(&mut self, letters: &str) {
        self.folded.push_str(letters);
    }

    fn push_other(&mut self, c: char) {
        let letters = letters(c);
        if letters.is_empty() {
            self.start_word();
        } else {
            self.folded.push_str(letters);
        }
    }

    /// Sets a space behind what is there, and turns an article before it into "al".
    fn start_word(&mut self) {
        if self.folded.is_empty() || self.folded.ends_with(' ') {
            return;
        }
        if ARTICLES.contains(&&self.folded[self.last..]) {
            self.folded.truncate(self.last);
            self.folded.push_str("al");
        }
        self.folded.push(' ');
        self.last = self.folded.len();
    }
}

/// True for a word that is a form of the Arabic article, as it stands before a hyphen.
pub fn is_article(word: &str) -> bool {
    ARTICLES.iter().any(|a| a.eq_ignore_ascii_case(word))
}

/// True for a form of the Arabic article that is no English word, as it may stand apart: "el Fasher".
pub fn is_free_article(word: &str) -> bool {
    is_article(word) && !["at", "as", "et", "es", "er", "ed", "ash"].iter().any(|w| w.eq_ignore_ascii_case(word))
}

/// Apostrophes of every kind, full stops and combining marks leave no trace in a key.
fn is_silent(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | 'ʿ' | 'ʾ' | '`' | '´' | '′' | 'ʹ' | '.' | '\u{300}'..='\u{36f}')
}

/// The plain letters for a character; empty where it is no letter that keys know.
fn letters(c: char) -> &'static str {
    match c {
        'ß' => return "ss",
        'Æ' => return "ae",
        'Þ' => return "th",
        'æ' => return "ae",
        'þ' => return "th",
        'Ĳ' => return "ij",
        'ĳ' => return "ij",
        'Œ' => return "oe",
        'œ' => return "oe",
        'Ǆ' => return "dz",
        'ǅ' => return "dz",
        'ǆ' => return "dz",
        'Ǉ' => return "lj",
        'ǈ' => return "lj",
        'ǉ' => return "lj",
        'Ǌ' => return "nj",
        'ǋ' => return "nj",
        'ǌ' => return "nj",
        'Ǣ' => return "ae",
        'ǣ' => return "ae",
        'Ǳ' => return "dz",
        'ǲ' => return "dz",
        'ǳ' => return "dz",
        'Ǽ' => return "ae",
        'ǽ' => return "ae",
        'ẞ' => return "ss",
        _ => {}
    }
    let code = c as usize;
    let table = match code {
        0xC0..0x250 => LATIN.get(code - 0xC0..code - 0xBF),
        0x1E00..0x1F00 => LATIN_ADDITIONAL.get(code - 0x1E00..code - 0x1DFF),
        _ => None,
    };
    table.filter(|letter| letter[0] != b'?').and_then(|letter| std::str::from_utf8(letter).ok()).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(words: &[&str]) -> String {
        let mut key = Key::default();
        words.iter().for_each(|w| key.push(w));
        key.as_str().to_string()
    }

    #[test]
    fn case_diacritics_and_apostrophes_are_folded() {
        assert_eq!(key(&["Córdoba"]), "cordoba");
        assert_eq!(key(&["Ta‘izz"]), "taizz");
        assert_eq!(key(&["Łódź"]), "lodz");
        assert_eq!(key(&["U.S."]), "us");
        assert_eq!(key(&["Bra\u{301}sov"]), "brasov");
        assert_eq!(key(&["Bodø"]), "bodo");
    }

    #[test]
    fn hyphens_are_spaces_and_words_join() {
        assert_eq!(key(&["Ivano-Frankivsk"]), "ivano frankivsk");
        assert_eq!(key(&["New", "York"]), "new york");
    }

    #[test]
    fn articles_inside_and_before_names_are_one() {
        assert_eq!(key(&["Deir", "ez-Zor"]), "deir al zor");
        assert_eq!(key(&["Deir", "el", "Balah"]), "deir al balah");
        assert_eq!(key(&["As-Suwayda"]), "al suwayda");
        assert_eq!(key(&["El"]), "el");
    }

    #[test]
    fn truncating_returns_to_a_former_key() {
        let mut key = Key::default();
        key.push("San");
        let length = key.as_str().len();
        key.push("Salvador");
        key.truncate(length);
        key.push("Jose");
        assert_eq!(key.as_str(), "san jose");
    }
}
