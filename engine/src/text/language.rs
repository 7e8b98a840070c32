//! The language of a text, guessed from its script and its function words.

use super::{Token, TokenKind};
use std::sync::OnceLock;

/// Only so many tokens at the head of the text are looked at.
const SAMPLE: usize = 4000;

/// Fewest words from which a language is told.
const FEWEST_WORDS: usize = 3;

/// Least share of function words in a text that is in the language, in percent. English news has 35 to 50, headlines 10.
const LEAST_SHARE: usize = 8;

/// Fewest function words of a language in Latin letters other than English: one or two stand in any headline ("3 die in…").
const FEWEST_FOREIGN: usize = 3;

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
    (
        "nl",
        &[
            "de", "het", "een", "en", "van", "zijn", "dat", "op", "met", "voor", "niet", "aan", "door", "bij", "om", "ook",
            "naar", "uit", "nog", "worden", "werd", "werden", "heeft", "hebben", "zich", "volgens", "tot", "maar", "of", "er",
        ],
    ),
    (
        "sv",
        &[
            "och", "att", "det", "som", "en", "av", "för", "med", "den", "till", "inte", "har", "är", "ett", "om", "har", "från",
            "vid", "efter", "har", "eller", "blev", "enligt", "minst", "också", "var", "sig", "när", "i", "på",
        ],
    ),
    (
        "ro",
        &[
            "și", "de", "la", "în", "a", "au", "cu", "pe", "din", "care", "fost", "un", "o", "pentru", "mai", "este", "sunt",
            "că", "după", "într", "dintre", "cel", "puțin", "prin", "ce", "lui", "unei", "nu", "fi",
        ],
    ),
    (
        "cs",
        &[
            "a",
            "v",
            "na",
            "se",
            "je",
            "že",
            "z",
            "do",
            "o",
            "s",
            "k",
            "po",
            "při",
            "za",
            "byl",
            "bylo",
            "byli",
            "jsou",
            "podle",
            "ale",
            "jako",
            "ve",
            "která",
            "který",
            "nejméně",
            "od",
            "také",
            "pro",
            "ze",
            "když",
        ],
    ),
    (
        "hu",
        &[
            "a",
            "az",
            "és",
            "hogy",
            "nem",
            "is",
            "egy",
            "volt",
            "meg",
            "után",
            "szerint",
            "között",
            "több",
            "ember",
            "csak",
            "mint",
            "már",
            "még",
            "ki",
            "akik",
            "ezt",
            "el",
            "alatt",
            "legalább",
        ],
    ),
    (
        "hr",
        &[
            "i", "je", "u", "na", "se", "da", "su", "od", "za", "s", "iz", "koji", "koja", "nije", "bio", "bilo", "nakon",
            "prema", "najmanje", "do", "kako", "što", "te", "ili", "kod", "sa", "pri", "još",
        ],
    ),
    (
        "id",
        &[
            "yang",
            "di",
            "dan",
            "dari",
            "dengan",
            "untuk",
            "pada",
            "ini",
            "itu",
            "dalam",
            "ke",
            "orang",
            "tidak",
            "akibat",
            "telah",
            "akan",
            "oleh",
            "karena",
            "juga",
            "setelah",
            "sebuah",
            "ada",
            "mereka",
            "para",
            "sedikitnya",
            "lainnya",
        ],
    ),
    (
        "sw",
        &[
            "na", "ya", "wa", "kwa", "katika", "ni", "za", "la", "watu", "cha", "hiyo", "huo", "baada", "kuwa", "huku", "zaidi",
            "mji", "hilo", "kama", "hao", "wengine", "vya", "yake", "wake",
        ],
    ),
    (
        "vi",
        &[
            "và", "của", "là", "có", "trong", "đã", "được", "người", "các", "cho", "với", "một", "không", "những", "ở", "này",
            "khi", "bị", "đến", "từ", "về", "tại", "ra", "vào", "sau", "do", "vụ",
        ],
    ),
];

/// The language of `tokens`: BCP 47, `und` where too little stands there to tell.
pub(super) fn guess(source: &str, tokens: &[Token]) -> &'static str {
    let sample = &tokens[..tokens.len().min(SAMPLE)];
    let words = || sample.iter().filter(|t| t.kind == TokenKind::Word).map(|t| &source[t.start..t.end]);
    let letters = Letters::count(words());
    let others = [letters.cyrillic, letters.arabic, letters.hebrew, letters.hangul, letters.kana + letters.han, letters.other()];
    let most = others.iter().copied().max().unwrap_or(0);
    if most < FEWEST_LETTERS || letters.latin > most * if letters.han + letters.kana == most { 2 } else { 1 } {
        return latin(words());
    }
    // A greeting in many scripts is in no language.
    if most * 2 <= others.iter().sum() {
        return "und";
    }
    match others.iter().position(|&n| n == most) {
        Some(0) => letters.cyrillic_language(),
        Some(1) => letters.arabic_language(),
        Some(2) => "he",
        Some(3) => "ko",
        Some(5) => letters.most_other(),
        // Japanese mixes kana into Han at every other word, Chinese has none.
        _ if letters.kana * 10 > letters.han => "ja",
        _ => "zh",
    }
}

/// A bit for each of [`LATIN`]; the first is English.
type Languages = u32;
const ENGLISH: Languages = 1;

/// The languages that have the word.
fn of_word(word: &str) -> Languages {
    static WORDS: OnceLock<Vec<(&'static str, Languages)>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let mut words: Vec<(&str, Languages)> =
            LATIN.iter().enumerate().flat_map(|(i, (_, list))| list.iter().map(move |word| (*word, 1 << i))).collect();
        words.sort_unstable();
        // One row a word.
        let mut rows: Vec<(&str, Languages)> = Vec::with_capacity(words.len());
        for (word, language) in words {
            match rows.last_mut().filter(|row| row.0 == word) {
                Some(row) => row.1 |= language,
                None => rows.push((word, language)),
            }
        }
        rows
    });
    words.binary_search_by(|row| row.0.cmp(word)).map_or(0, |at| words[at].1)
}

fn latin<'t>(words: impl Iterator<Item = &'t str>) -> &'static str {
    let mut hits = [0; LATIN.len()];
    let mut total = 0;
    for word in words {
        total += 1;
        let plain = word.bytes().all(|b| b.is_ascii_lowercase());
        // French and Italian leave the article before an apostrophe: "l’armée".
        let head = if plain { word } else { word.split(['’', '\'']).next().unwrap_or(word) };
        if head.len() > 10 {
            continue;
        }
        // Written large it belongs to a name, which English has taken over as it stands ("El Salvador").
        let name = head.starts_with(char::is_uppercase);
        let mut languages =
            if head.bytes().all(|b| b.is_ascii_lowercase()) { of_word(head) } else { of_word(&head.to_lowercase()) };
        if name {
            languages &= ENGLISH;
        }
        while languages != 0 {
            hits[languages.trailing_zeros() as usize] += 1;
            languages &= languages - 1;
        }
    }
    let best = hits.iter().copied().max().unwrap_or(0);
    if total < FEWEST_WORDS || best * 100 < total * LEAST_SHARE || best == 0 {
        return "und";
    }
    // Names bring foreign articles into English ("Rio de Janeiro"), so that only a clear lead tells.
    let english = hits[0];
    if best < FEWEST_FOREIGN {
        return if english > 0 { "en" } else { "und" };
    }
    if english * 2 > best {
        return "en";
    }
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
    /// ٹ ڈ ڑ ں ے ھ, which neither Persian nor Arabic writes.
    urdu: usize,
    hebrew: usize,
    hangul: usize,
    kana: usize,
    han: usize,
    /// One figure for each of [`OF_ONE_LANGUAGE`].
    of_one: [usize; OF_ONE_LANGUAGE.len()],
}

/// Scripts that news writes in one language above all: the first and last letter of each.
const OF_ONE_LANGUAGE: [(&str, char, char); 9] = [
    ("el", '\u{0370}', '\u{03ff}'),
    ("hy", '\u{0530}', '\u{058f}'),
    ("hi", '\u{0900}', '\u{097f}'),
    ("bn", '\u{0980}', '\u{09ff}'),
    ("ta", '\u{0b80}', '\u{0bff}'),
    ("th", '\u{0e00}', '\u{0e7f}'),
    ("my", '\u{1000}', '\u{109f}'),
    ("ka", '\u{10a0}', '\u{10ff}'),
    ("am", '\u{1200}', '\u{137f}'),
];

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
                    n.urdu += usize::from("ٹڈڑںےھ".contains(c));
                }
                '\u{3040}'..='\u{30ff}' => n.kana += 1,
                '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' => n.han += 1,
                '\u{ac00}'..='\u{d7af}' | '\u{1100}'..='\u{11ff}' => n.hangul += 1,
                _ => {
                    let of_one = OF_ONE_LANGUAGE.iter().position(|(_, first, last)| (*first..=*last).contains(&c));
                    of_one.into_iter().for_each(|at| n.of_one[at] += 1);
                }
            }
        }
        n
    }

    fn other(&self) -> usize {
        self.of_one.iter().copied().max().unwrap_or(0)
    }

    fn most_other(&self) -> &'static str {
        let most = self.other();
        OF_ONE_LANGUAGE.iter().zip(self.of_one).find(|(_, n)| *n == most).map_or("und", |((code, ..), _)| code)
    }

    fn cyrillic_language(&self) -> &'static str {
        if self.ukrainian > self.russian { "uk" } else { "ru" }
    }

    fn arabic_language(&self) -> &'static str {
        match () {
            _ if self.urdu * 30 > self.arabic => "ur",
            _ if self.persian > self.arab => "fa",
            _ => "ar",
        }
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
            ("nl", "Twee mensen zijn om het leven gekomen bij een brand in de haven van de stad."),
            ("sv", "Två personer har dött efter en brand i hamnen, enligt polisen."),
            ("ro", "Două persoane au murit într-un incendiu în portul din oraș, a spus poliția."),
            ("cs", "Při požáru v přístavu zahynuli dva lidé, uvedla policie, která se na případ zaměřila."),
            ("hu", "Két ember meghalt a kikötőben kitört tűz után, a rendőrség szerint."),
            ("hr", "Dvije osobe su poginule u požaru koji je izbio u luci, prema policiji."),
            ("id", "Dua orang tewas dalam kebakaran di pelabuhan kota itu, kata polisi."),
            ("sw", "Watu wawili wamefariki katika moto uliozuka katika bandari ya mji huo."),
            ("vi", "Hai người đã chết trong vụ cháy tại cảng của thành phố."),
            ("el", "Δύο άνθρωποι σκοτώθηκαν σε πυρκαγιά στο λιμάνι."),
            ("hi", "शहर के बंदरगाह में आग लगने से दो लोगों की मौत हो गई"),
            ("bn", "শহরের বন্দরে আগুনে দুজন নিহত হয়েছেন"),
            ("th", "ไฟไหม้ท่าเรือ มีผู้เสียชีวิตสองคน"),
            ("am", "በወደቡ ላይ በደረሰ ቃጠሎ ሁለት ሰዎች ሞቱ"),
            ("ur", "شہر کی بندرگاہ میں آگ لگنے سے دو افراد ہلاک ہو گئے ہیں"),
            ("zh", "港口火灾造成两人死亡"),
            ("ja", "港の火事で二人が死亡しました"),
            ("ko", "항구 화재로 두 명이 숨졌다"),
            ("und", ""),
            ("und", "Kelm"),
            ("und", "12, 14; 99%"),
            ("und", "مرحبا Привіт 你好"),
            ("und", "lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor incididunt labore magna aliqua"),
        ] {
            assert_eq!(Text::new(None, line).language(), code, "{line}");
        }
    }

    #[test]
    fn a_foreign_name_or_quotation_does_not_change_the_language() {
        for text in [
            "The mayor of Київ told the people of the city to stay in the shelters, and they did as he said.",
            "El Salvador: La Libertad bus crash kills 4",
            "Al Jazeera: 12 dead in Deir al-Balah and Khan Younis",
            "Rio de Janeiro raid in Complexo do Alemão and Complexo da Penha leaves 64 dead",
            "“Il a dit que la ville est sous le feu,” the mayor of Le Mans said of the blaze. It was put out in the evening.",
            "Three killed in Santa Cruz de la Sierra, Sucre and La Paz",
        ] {
            assert!(["en", "und"].contains(&Text::new(None, text).language()), "{text}");
        }
    }
}
