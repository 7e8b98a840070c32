//! Letter case: a sentence in capitals is read as if it were written in small letters, with capitals for names alone.
//!
//! Old wire services and headlines shout. What tells a name from a word elsewhere is its capital, so it is given back here, before
//! anything asks for it; the report shows the words as they were written.

use crate::Gazetteer;
use crate::gazetteer::{Key, NameClass};
use crate::lexicon::{Table, Tagged};
use crate::text::calendar::{is_month, is_short_month, is_weekday};
use crate::text::{Text, TokenKind, Tokens};

/// Fewer words than these are a heading or a sign.
const SHORTEST: usize = 4;

/// The longest name of the gazetteer, in tokens.
const LONGEST_NAME: usize = 5;

/// Words that stay in capitals.
const KEPT: &[&str] = &["us", "uk", "un", "eu", "usa", "uae", "nato", "i"];

/// Words behind which a common word may be a place: "in Reading".
const PLACING: &[&str] = &["in", "near", "at", "from", "outside", "around", "into", "of", "toward", "towards", "between"];

/// Those of them behind which no common word stands without its article.
const STRICTLY_PLACING: &[&str] = &["in", "near", "outside", "around"];

/// Words inside a name that have no capital.
const SMALL: &[&str] = &["of", "the", "and", "de", "la", "las", "los", "du", "da", "do", "dos", "y", "on", "upon"];

/// How a word is to be written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    Small,
    Name,
    Kept,
}

/// Gives the words of every sentence in capitals the case that they have elsewhere.
pub fn restore(text: &mut Text, tagged: &Tagged, gazetteer: Option<&Gazetteer>) {
    let shouting: Vec<Tokens> = text.sentences.iter().map(|s| s.tokens.clone()).filter(|t| is_in_capitals(text, t)).collect();
    for sentence in shouting {
        let cases = Speller { text, tagged, gazetteer, sentence: &sentence }.cases();
        for (i, case) in sentence.clone().zip(cases) {
            text.rewrite(i, |word| match case {
                Case::Kept => word.to_string(),
                Case::Small => word.to_lowercase(),
                Case::Name => with_capitals(word),
            });
        }
    }
}

/// Every word of more than three letters is in capitals, and there are several.
fn is_in_capitals(text: &Text, sentence: &Tokens) -> bool {
    let words = || text.tokens[sentence.clone()].iter().filter(|t| t.kind == TokenKind::Word);
    let long = || words().filter(|t| t.end - t.start > 3);
    words().count() >= SHORTEST && long().count() >= 2 && long().all(|t| t.all_caps)
}

/// "Puerto", "Al-Qaim", "O'Brien".
fn with_capitals(word: &str) -> String {
    let mut opens = true;
    let lower = |c: char| c.to_lowercase().next().unwrap_or(c);
    let cased = word.chars().map(|c| {
        let cased = if opens { c } else { lower(c) };
        opens = matches!(c, '-' | '‑' | '\'' | '’');
        cased
    });
    cased.collect()
}

struct Speller<'a> {
    text: &'a Text,
    tagged: &'a Tagged,
    gazetteer: Option<&'a Gazetteer<'a>>,
    sentence: &'a Tokens,
}

impl Speller<'_> {
    fn cases(&self) -> Vec<Case> {
        let range = self.sentence.clone();
        let mut cases: Vec<Case> = range.clone().map(|i| self.single(i)).collect();
        let mut i = range.start;
        while i < range.end {
            let end = self.name_of_words(i);
            for k in i..end {
                let small = k > i && SMALL.contains(&self.tagged.key(k));
                cases[k - range.start] = if small { Case::Small } else { Case::Name };
            }
            i = end.max(i + 1);
        }
        if let Some(first) = cases.first_mut().filter(|c| **c == Case::Small) {
            *first = Case::Name;
        }
        cases
    }

    /// The end of the actor or place of several words that begins at token `i`, or `i`.
    fn name_of_words(&self, i: usize) -> usize {
        let actor = self.tagged.longest(Table::Actor, i).filter(|m| m.tokens.len() > 1 && m.tokens.end <= self.sentence.end);
        if let Some(row) = actor {
            return row.tokens.end;
        }
        let Some(gazetteer) = self.gazetteer else { return i };
        let placed = i > self.sentence.start && PLACING.contains(&self.tagged.key(i - 1));
        let known = |k: usize| self.is_known(k);
        let mut key = Key::default();
        let mut end = i;
        for k in i..self.sentence.end.min(i + LONGEST_NAME) {
            if self.text.tokens[k].kind != TokenKind::Word
                || SMALL.contains(&self.tagged.key(k)) && k == i && self.tagged.key(k) != "la"
            {
                break;
            }
            key.push(self.text.word(k));
            let found = gazetteer.look_up(key.as_str());
            // Words that are all common ones name a place only behind a word of place.
            if found.entry.is_some() && k > i && (placed || !(i..=k).all(known)) {
                end = k + 1;
            }
            if !found.longer {
                break;
            }
        }
        end
    }

    fn single(&self, i: usize) -> Case {
        let (word, key) = (self.text.word(i), self.tagged.key(i));
        let token = &self.text.tokens[i];
        if token.kind == TokenKind::Clitic {
            return Case::Small;
        }
        if token.kind != TokenKind::Word || word.contains('.') || KEPT.contains(&key) {
            return Case::Kept;
        }
        // "MAY" is a verb more often than a month.
        if is_weekday(key) || is_month(key) && key != "may" || is_short_month(key) {
            return Case::Name;
        }
        // "VICE PRESIDENT" is of no town.
        if key == "vice" {
            return Case::Small;
        }
        let placed = i > self.sentence.start && STRICTLY_PLACING.contains(&self.tagged.key(i - 1)) && !self.goes_on(i);
        match self.entry(word) {
            Some(Names::Nation) => return Case::Name,
            Some(Names::Place) if placed || !self.is_known(i) => return Case::Name,
            Some(Names::Letters) if !self.is_known(i) => return Case::Kept,
            _ => {}
        }
        if self.is_known(i) {
            return Case::Small;
        }
        // "FMLN", "(ELN)": letters that make no word.
        let bracketed = i > 0 && self.text.word(i - 1) == "(" && self.text.word(i + 1) == ")";
        let spoken = key.contains(['a', 'e', 'i', 'o', 'u', 'y']);
        if !spoken || bracketed { Case::Kept } else { Case::Name }
    }

    /// A word that the lexicon knows follows, so that the one at `i` belongs to its phrase.
    fn goes_on(&self, i: usize) -> bool {
        let next = self.text.tokens.get(i + 1).filter(|_| i + 1 < self.sentence.end);
        let closed = self.tagged.at(i + 1).iter().any(|m| m.entry.table == Table::Closed);
        next.is_some_and(|t| t.kind == TokenKind::Word) && !closed
    }

    /// What the gazetteer says of the word alone.
    fn entry(&self, word: &str) -> Option<Names> {
        let mut key = Key::default();
        key.push(word);
        let entry = self.gazetteer?.look_up(key.as_str()).entry?;
        let has = |classes: &[NameClass]| entry.values().any(|(_, class)| classes.contains(&class));
        if has(&[NameClass::Adjective, NameClass::People]) {
            Some(Names::Nation)
        } else if has(&[NameClass::Name, NameClass::Alternate]) {
            Some(Names::Place)
        } else {
            has(&[NameClass::Abbreviation]).then_some(Names::Letters)
        }
    }

    /// The word stands in the lexicon or is made of a word that does.
    fn is_known(&self, i: usize) -> bool {
        let key = self.tagged.key(i);
        let listed = self.tagged.at(i).iter().any(|m| m.entry.table != Table::Actor);
        let parts = || key.split('-').all(|part| part.starts_with(|c: char| c.is_ascii_digit()) || is_listed(part));
        listed
            || ["ing", "ed", "ly", "tion", "ment", "ities"].iter().any(|end| key.ends_with(end))
            || is_listed(key)
            || key.contains('-') && parts()
    }
}

/// What a word of the gazetteer names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    Nation,
    Place,
    Letters,
}

/// A row of the lexicon has the word, or the word without its plural "s".
fn is_listed(word: &str) -> bool {
    let rows = |w: &str| crate::lexicon::rows(w).any(|e| e.table != Table::Actor);
    rows(word) || word.strip_suffix('s').is_some_and(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon;

    fn restored(source: &str) -> String {
        let mut text = Text::new(None, source);
        let tagged = lexicon::tag(&text);
        restore(&mut text, &tagged, None);
        text.source
    }

    #[test]
    fn names_alone_keep_their_capital() {
        assert_eq!(
            restored("GUNMEN WOUNDED TWO POLICEMEN WHEN MARISOL QUIROGA SPOKE ON MONDAY."),
            "Gunmen wounded two policemen when Marisol Quiroga spoke on Monday."
        );
        assert_eq!(restored("THE US SAID A 15-YEAR-OLD WAS HURT."), "The US said a 15-year-old was hurt.");
    }

    #[test]
    fn what_is_not_in_capitals_stays() {
        for source in ["KYIV, Ukraine", "The FMLN said two men died.", "BREAKING NEWS"] {
            assert_eq!(restored(source), source);
        }
    }
}
