//! Unknown names: what the gazetteer lacks and the words around put on the map all the same.

use super::PlaceForm;
use super::recognise::{Candidate, MIN_KEY, Scan, Style};
use super::words::*;
use crate::gazetteer::is_article;
use crate::text::{TokenKind, Tokens};

impl Scan<'_, '_, '_> {
    /// A name that the gazetteer does not know beside a type word: "the village of Norvika", "Kyiv's Zalissia district".
    pub(super) fn unknown(&mut self, i: usize, sentence: &Tokens, style: Style) -> usize {
        let opener = i == sentence.start && is_opener(self.text.word(i));
        let word = self.text.word(i);
        let named = self.text.tokens[i].capital || word.contains('-') && self.small_start(i, sentence);
        if style != Style::Plain || opener || harmless_before(word) || !named {
            return i + 1;
        }
        let mut end = i + 1;
        let arabic = |t: usize| t < sentence.end && self.text.word(t).contains('-') && self.small_start(t, sentence);
        while end < i + 3 && (self.capital_word(end, sentence) || arabic(end)) && type_word(self.text.word(end)).is_none() {
            end += 1;
        }
        let before = self
            .type_before(i, sentence)
            .filter(|&(start, _)| names_unknown(self.text.word(start)) || self.text.word(start).eq_ignore_ascii_case("city"));
        let behind = self.type_behind(end, sentence).filter(|&(stop, want)| {
            names_unknown(self.text.word(stop - 1)) && !is_plural_type(self.text.word(stop - 1)) && want != Want::Region
        });
        let (tokens, want) = match (before, behind) {
            (Some((start, want)), _) => (start..end, want),
            (None, Some((stop, want))) => (i..stop, want),
            (None, None) if is_landscape(self.text.word(end)) && end < sentence.end && self.led_by("the", i, sentence) => {
                (i..end + 1, Want::District)
            }
            (None, None) if self.is_told_as_place(i, end, sentence) => (i..end, Want::Any),
            (None, None) => return i + 1,
        };
        self.out.push(Candidate {
            tokens: tokens.clone(),
            name: i..end,
            entry: None,
            form: PlaceForm::Name,
            want,
            bare_article: false,
            inside: None,
            near: None,
            other: false,
            doubtful: false,
            state: false,
            pair: false,
            supported: true,
        });
        tokens.end
    }

    fn led_by(&self, word: &str, i: usize, sentence: &Tokens) -> bool {
        i > sentence.start && self.text.word(i - 1).eq_ignore_ascii_case(word)
    }

    /// "Near Norvika,", "at Norvika, south of the lake", "in al-Norvika": an unknown name that the words around put on the map.
    fn is_told_as_place(&self, i: usize, end: usize, sentence: &Tokens) -> bool {
        let word = |t: usize| if t < sentence.end { self.text.word(t) } else { "" };
        let (first, token) = (self.text.word(i), &self.text.tokens[i]);
        let before = if i > sentence.start { self.text.word(i - 1) } else { "" };
        let closed = end < sentence.end && self.text.tokens[end].kind == TokenKind::Mark && end - i <= 2;
        if !contains("in at near outside", before) || !closed || token.all_caps || first.len() <= MIN_KEY || is_title(first) {
            return false;
        }
        let article = first.split_once('-').is_some_and(|(a, rest)| is_article(a) && !is_movement(rest));
        let apposed = word(end) == ","
            && (leads_on_map(word(end + 1)) || contains("a an the", word(end + 1)) && type_word(word(end + 2)).is_some());
        article || apposed || contains("near outside", before) && matches!(word(end), "," | "." | ";")
    }
}
