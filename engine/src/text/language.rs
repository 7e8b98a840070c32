//! The language of a text, guessed from its script and its function words.

use super::{Token, TokenKind};

/// Only so many tokens at the head of the text are looked at.
const SAMPLE: usize = 4000;

/// Fewest words from which a language is told.
const FEWEST_WORDS: usize = 3;

/// Least share of function words in a text that is in the language, in percent. English news has 35 to 50, headlines 10.
const LEAST_SHARE: usize = 8;

/// Fewest letters of a script other than Latin.
const FEWEST_LETTERS: usize = 4;

/// Languages in Latin letters and the words they cannot do without. A word of two languages counts for both.
const LATIN: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "the", "of", "and", "to", "in", "a", "is", "was", "were", "for", "on", "that", "with", "by", "at", "from", "has",
            "have", "had", "are", "be", "been", "as", "it", "its", "he", "she", "they", "his", "their", "who", "which", "but",
            "after", "said", "an", "not", "this", "or", "than", "when", "least", "killed", "near", "into", "over",
        ],
    ),
    (
        "fr",
        &[
            "le", "la", "les", "de", "des", "du", "et", "en", "un", "une", "dans", "que", "qui", "pour", "sur", "par", "au",
            "aux", "est", "ont", "été", "avec", "pas", "plus", "ce", "cette", "sont", "après", "selon", "l", "d", "son", "ses",
            "il", "elle", "à",
        ],
    ),
    (
        "es",
        &[
            "el", "la", "los", "las", "de", "del", "y", "en", "un", "una", "que", "por", "con", "para", "al", "se", "su", "sus",
            "fue", "han", "ha", "más", "como", "tras", "según", "no", "lo", "es", "entre", "sobre", "al", "menos",
        ],
    ),
    (
        "de",
        &[
            "der", "die", "das", "und", "in", "den", "von", "zu", "mit", "dem", "des", "ein", "eine", "einem", "einer", "ist",
            "im", "auf", "für", "nicht", "bei", "nach", "wurden", "wurde", "sich", "auch", "als", "am", "sind", "hat", "es",
            "an", "aus", "sei",
        ],
    ),
    (
        "pt",
        &[
            "o", "a", "os", "as", "de", "do", "da", "dos", "das", "e", "em", "no", "na", "nos", "nas", "um", "uma", "que", "por",
            "com", "para", "ao", "foi", "foram", "mais", "não", "se", "após", "segundo", "pelo", "pela", "menos",
        ],
    ),
    (
        "it",
        &[
            "il", "lo", "la", "i", "gli", "le", "di", "del", "della", "dei", "e", "in", "un", "una", "che", "per", "con", "da",
            "dal", "nel", "nella", "sono", "è", "non", "al", "alla", "si", "ha", "hanno", "dopo", "tra", "almeno", "stati",
        ],
    ),
    (
        "tr",
        &[
            "ve", "bir", "bu", "da", "de", "ile", "için", "olarak", "olan", "en", "çok", "daha", "sonra", "kadar", "gibi", "ise",
            "göre", "dedi", "var", "oldu", "edildi", "ancak", "az", "kişi", "den", "dan",
        ],
    ),
    (
        "pl",
        &[
            "w", "i", "na", "z", "do", "się", "nie", "to", "że", "o", "jest", "po", "od", "za", "przez", "jak", "są", "dla",
            "co", "został", "zostało", "osób", "oraz", "ze", "ma", "był", "było", "tym", "przy", "które",
        ],
    ),
];

/// The language of `tokens`: BCP 47, `und` where too little stands there to tell.
pub(super) fn guess(source: &str, tokens: &[Token]) -> &'static str {
    let sample = &tokens[..tokens.len().min(SAMPLE)];
    let words = || sample.iter().filter(|t| t.kind == TokenKind::Word).map(|t| &source[t.start..t.end]);
    let letters = Letters::count(words());
    let others = [letters.cyrillic, letters.arabic, letters.hebrew, letters.hangul, letters.kana + letters.han];
    let most = others.iter().copied().max().unwrap_or(0);
    if most < FEWEST_LETTERS || letters.latin > most * if letters.han + letters.kana == most { 2 } else { 1 } {
        return latin(words());
    }
    match others.iter().position(|&n| n == most) {
        Some(0) => letters.cyrillic_language(),
        Some(1) => letters.arabic_language(),
        Some(2) => "he",
        Some(3) => "ko",
        // Japanese mixes kana into Han at every other word, Chinese has none.
        _ if letters.kana * 10 > letters.han => "ja",
        _ => "zh",
    }
}

fn latin<'t>(words: impl Iterator<Item = &'t str>) -> &'static str {
    let mut hits = [0; LATIN.len()];
    let mut total = 0;
    for word in words {
        total += 1;
        // French and Italian leave the article before an apostrophe: "l’armée".
        let head = word.split(['’', '\'']).next().unwrap_or(word);
        if head.len() > 10 {
            continue;
        }
        let head = head.to_lowercase();
        for (hit, (_, list)) in hits.iter_mut().zip(LATIN) {
            *hit += usize::from(list.contains(&head.as_str()));
        }
    }
    let best = hits.iter().copied().max().unwrap_or(0);
    if total < FEWEST_WORDS || best * 100 < total * LEAST_SHARE || best == 0 {
        return "und";
    }
    // The first of equals is English, which the product reads.
    LATIN.iter().zip(hits).find(|(_, hit)| *hit == best).map_or("und", |((code, _), _)| code)
}

/// How many letters of each script a text has.
#[derive(Default)]
struct Letters {
    latin: usize,
    cyrillic: usize,
    /// і ї є ґ, which Russian lacks.
    ukrainian: usize,
    /// ы э ъ ё, which Ukrainian lacks.
    russian: usize,
    arabic: usize,
    /// پ چ ژ گ and the Persian forms of kaf and ye.
    persian: usize,
    /// ة ى أ إ ك ي, which Persian writes otherwise.
    arab: usize,
    hebrew: usize,
    hangul: usize,
    kana: usize,
    han: usize,
}

impl Letters {
    fn count<'t>(words: impl Iterator<Item = &'t str>) -> Letters {
        let mut n = Letters::default();
        for c in words.flat_map(str::chars) {
            match c {
                'a'..='z' | 'A'..='Z' | '\u{00c0}'..='\u{024f}' => n.latin += 1,
                '\u{0400}'..='\u{052f}' => {
                    n.cyrillic += 1;
                    n.ukrainian += usize::from("іїєґІЇЄҐ".contains(c));
                    n.russian += usize::from("ыэъёЫЭЪЁ".contains(c));
                }
                '\u{0590}'..='\u{05ff}' => n.hebrew += 1,
                '\u{0600}'..='\u{06ff}' | '\u{0750}'..='\u{077f}' => {
                    n.arabic += 1;
                    n.persian += usize::from("پچژگکی".contains(c));
                    n.arab += usize::from("ةىأإكي".contains(c));
                }
                '\u{3040}'..='\u{30ff}' => n.kana += 1,
                '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' => n.han += 1,
                '\u{ac00}'..='\u{d7af}' | '\u{1100}'..='\u{11ff}' => n.hangul += 1,
                _ => {}
            }
        }
        n
    }

    fn cyrillic_language(&self) -> &'static str {
        if self.ukrainian > self.russian { "uk" } else { "ru" }
    }

    fn arabic_language(&self) -> &'static str {
        if self.persian > self.arab { "fa" } else { "ar" }
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Text;

    #[test]
    fn languages_are_told_by_script_and_function_words() {
        for (code, line) in [
            ("en", "Two people were killed in a fire in the port of Kelm."),
            ("en", "Dozens killed in Kelm blast"),
            ("uk", "Унаслідок пожежі в місті загинули двоє людей, їх знайшли вночі."),
            ("ru", "В результате пожара в городе погибли два человека, объявили власти."),
            ("ar", "قتل شخصان في حريق كبير في المدينة"),
            ("fa", "دو نفر در آتش‌سوزی بزرگ شهر کشته شدند و پنج نفر زخمی گردیدند"),
            ("he", "שני בני אדם נהרגו בשריפה בעיר"),
            ("fr", "Deux personnes sont mortes dans l’incendie du port de la ville."),
            ("es", "Dos personas murieron en el incendio del puerto de la ciudad."),
            ("de", "Zwei Menschen sind bei dem Brand im Hafen der Stadt gestorben."),
            ("pt", "Duas pessoas morreram no incêndio do porto da cidade, segundo os bombeiros."),
            ("it", "Due persone sono morte nell’incendio del porto della città."),
            ("tr", "Limanda çıkan yangında iki kişi öldü ve çok sayıda kişi yaralandı."),
            ("pl", "Dwie osoby zginęły w pożarze, do którego doszło w porcie na północy."),
            ("zh", "港口火灾造成两人死亡"),
            ("ja", "港の火事で二人が死亡しました"),
            ("ko", "항구 화재로 두 명이 숨졌다"),
            ("und", ""),
            ("und", "Kelm"),
            ("und", "12, 14; 99%"),
            ("und", "lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor incididunt labore magna aliqua"),
        ] {
            assert_eq!(Text::new(None, line).language(), code, "{line}");
        }
    }

    #[test]
    fn a_foreign_name_or_quotation_does_not_change_the_language() {
        let text = "The mayor of Київ told the people of the city to stay in the shelters, and they did as he said.";
        assert_eq!(Text::new(None, text).language(), "en");
    }
}
