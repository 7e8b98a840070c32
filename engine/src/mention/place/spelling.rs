//! Spellings: names that the text writes in another way than the gazetteer ("Bossaso", "Kandahaar"), found by what transcriptions
//! take for one another.

use super::recognise::{Match, Scan};
use super::words::{contains, leads_into_place};
use crate::gazetteer::PlaceKind;
use crate::text::Tokens;

/// Letters that transcriptions write for one another, from what the text has to what the gazetteer may have.
const LIKE: &[(&str, &str)] = &[
    ("oo", "u"),
    ("ou", "u"),
    ("ee", "i"),
    ("aa", "a"),
    ("u", "oo"),
    ("dj", "j"),
    ("ch", "sh"),
    ("q", "k"),
    ("k", "q"),
    ("gh", "g"),
    ("kh", "h"),
    ("ph", "f"),
    ("c", "k"),
    ("w", "v"),
    ("v", "w"),
    ("y", "i"),
    ("ie", "i"),
    ("e", "i"),
    ("o", "u"),
    ("u", "o"),
    ("z", "s"),
];
/// A name of fewer letters is too like others.
const LEAST: usize = 6;

impl<'a> Scan<'_, '_, 'a> {
    /// A place whose name is written otherwise: one word with a capital behind a preposition of place, a known town after one
    /// change, in a country that the text has named.
    pub(super) fn variant(&mut self, i: usize, sentence: &Tokens) -> Option<Match<'a>> {
        let word = self.text.word(i);
        let led =
            i > sentence.start && (leads_into_place(self.text.word(i - 1)) || contains("at from to", self.text.word(i - 1)));
        // An unknown village is rather itself than a known town.
        let village = i + 1 < sentence.end && contains("village hamlet settlement", self.text.word(i + 1));
        let alone = !village && !self.capital_word(i + 1, sentence) && !self.people.contains(word);
        let letters = word.chars().all(|c| c.is_ascii_alphabetic());
        if !led || !alone || !letters || word.len() < LEAST || self.text.tokens[i].all_caps || self.is_vocabulary(i) {
            return None;
        }
        let lower = word.to_ascii_lowercase();
        let undoubled = lower.chars().fold(String::new(), |mut out, c| {
            if !out.ends_with(c) || "aeiou".contains(c) {
                out.push(c);
            }
            out
        });
        let like = LIKE.iter().filter(|(from, _)| lower.contains(from)).map(|(from, to)| lower.replace(from, to));
        let ends = lower.strip_suffix('h').map(str::to_string).into_iter().chain([format!("{lower}h")]);
        let tried: Vec<String> = [undoubled].into_iter().chain(ends).chain(like).filter(|t| *t != lower).collect();
        tried.iter().find_map(|text| {
            self.key.clear();
            self.key.push(text);
            let entry = self.gazetteer.look_up(self.key.as_str()).entry?;
            let here = entry.values().filter_map(|(id, _)| self.gazetteer.place(id)).any(|p| {
                let told = |c: &super::recognise::Candidate| {
                    let named =
                        c.entry.into_iter().flat_map(|e| e.values().next()).filter_map(|(id, _)| self.gazetteer.place(id));
                    named.into_iter().any(|q| q.country == p.country)
                };
                matches!(p.kind, PlaceKind::City | PlaceKind::District) && p.country.is_some() && self.out.iter().any(told)
            });
            (here && !entry.is_common_word() && !entry.is_given_name()).then_some(Match {
                end: i + 1,
                entry,
                bare_article: false,
            })
        })
    }
}
