//! Recognition: longest match of names over tokens; [`super::context`] weighs the words around, [`super::link`] ties names to one another.

use super::PlaceForm;
use super::words::*;
use crate::gazetteer::{Entry, Gazetteer, Key, NameClass, is_article, is_free_article};
use crate::text::{Sentence, Text, TokenKind, Tokens};
use std::collections::HashSet;

/// Most tokens of a name.
const MAX_TOKENS: usize = 7;
/// Shorter keys are no names, but for abbreviations.
const MIN_KEY: usize = 3;
/// Share of capitalised words from which a line without a closing full stop is a headline in title case.
const TITLE_CASE_SHARE: f64 = 0.7;

/// A name that may be a place, before its sense is known.
#[derive(Debug, Clone)]
pub(super) struct Candidate<'a> {
    /// Type words included.
    pub tokens: Tokens,
    /// The name alone.
    pub name: Tokens,
    /// Its senses; none for an unknown name beside a type word.
    pub entry: Option<Entry<'a>>,
    pub form: PlaceForm,
    pub want: Want,
    /// The Arabic article was left out to find it: only places of the countries that use it.
    pub bare_article: bool,
    /// The candidate it is said to lie in.
    pub inside: Option<usize>,
    /// The candidate in which the next of its list is said to lie.
    pub along: Option<usize>,
    /// The candidate it is said to lie near.
    pub near: Option<usize>,
    /// `inside` is told outright: "Moscow is a city in Idaho".
    pub defined: bool,
    /// "the other Georgia": another sense than elsewhere in the text.
    pub other: bool,
    /// May be a person or a plain word; a place only where another mention of the name is sure to be one.
    pub doubtful: bool,
    /// An abbreviated state behind "City, ".
    pub state: bool,
    /// `inside` stands directly behind a comma: "Paris, Texas".
    pub pair: bool,
    /// The words around speak for a place.
    pub supported: bool,
}

impl Candidate<'_> {
    /// A name at `name`, with its type words at `tokens`, that the words around tell to be a place and no list has.
    pub fn told(tokens: Tokens, name: Tokens, want: Want) -> Self {
        Candidate {
            tokens,
            name,
            entry: None,
            form: PlaceForm::Name,
            want,
            bare_article: false,
            inside: None,
            along: None,
            near: None,
            defined: false,
            other: false,
            doubtful: false,
            state: false,
            pair: false,
            supported: true,
        }
    }
}

/// Letter case of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    /// Most words begin with a capital: a headline.
    Title,
    /// All capitals.
    Caps,
}

/// A name found in the gazetteer.
pub(super) struct Match<'a> {
    pub end: usize,
    pub entry: Entry<'a>,
    pub bare_article: bool,
}

pub(super) struct Scan<'t, 'g, 'a> {
    pub text: &'t Text,
    pub gazetteer: &'g Gazetteer<'a>,
    pub(super) key: Key,
    pub out: Vec<Candidate<'a>>,
    /// Words of names that belong to people; later they name no place by themselves.
    pub people: HashSet<&'t str>,
    /// The tokens of the last match that is part of another name.
    pub person: Option<(usize, usize)>,
    /// Names that the gazetteer lacks and the text has told as places.
    pub told: HashSet<&'t str>,
    /// A plural type word before a list ("the regions of …"), and the token where the list must go on.
    shared: Option<(Want, usize)>,
}

/// A form that names the place itself, not its people.
fn is_name(form: PlaceForm) -> bool {
    matches!(form, PlaceForm::Name | PlaceForm::Modifier)
}

/// The candidates of a text, in text order, not overlapping.
pub(super) fn candidates<'a>(text: &Text, gazetteer: &Gazetteer<'a>) -> Vec<Candidate<'a>> {
    let mut scan = Scan {
        text,
        gazetteer,
        key: Key::default(),
        out: Vec::new(),
        people: HashSet::new(),
        person: None,
        told: HashSet::new(),
        shared: None,
    };
    for sentence in &text.sentences {
        scan.sentence(sentence);
    }
    scan.out
}

impl<'t, 'a> Scan<'t, '_, 'a> {
    fn sentence(&mut self, sentence: &Sentence) {
        let style = self.style(&sentence.tokens);
        let first = self.out.len();
        self.shared = None;
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            let next = self.at(i, &sentence.tokens, style);
            i = next.max(i + 1);
        }
        self.keep_apart(first);
        self.link(first);
        self.link_definitions(first, &sentence.tokens);
        self.trust_held(first);
    }

    /// Two rules may have read one stretch ("York the the village New village"): the one that begins first holds.
    fn keep_apart(&mut self, first: usize) {
        self.out[first..].sort_by_key(|c| c.tokens.start);
        let (mut at, mut end) = (0, 0);
        self.out.retain(|c| {
            at += 1;
            let apart = at <= first || c.tokens.start >= end;
            end = if apart { c.tokens.end } else { end };
            apart
        });
    }

    fn style(&self, tokens: &Tokens) -> Style {
        let (mut words, mut capitals, mut caps) = (0, 0, 0);
        for t in self.text.tokens[tokens.clone()].iter().filter(|t| t.kind == TokenKind::Word && t.end - t.start > 3) {
            words += 1;
            capitals += usize::from(t.capital);
            caps += usize::from(t.all_caps);
        }
        let stop = tokens.end.checked_sub(1).is_some_and(|l| self.text.word(l) == ".");
        if words > 1 && caps == words {
            Style::Caps
        } else if words > 3 && !stop && capitals as f64 >= TITLE_CASE_SHARE * words as f64 {
            Style::Title
        } else {
            Style::Plain
        }
    }

    /// Tries to read a name at token `i`; returns the token to go on from.
    fn at(&mut self, i: usize, sentence: &Tokens, style: Style) -> usize {
        let token = &self.text.tokens[i];
        if token.kind != TokenKind::Word || !(token.capital || self.small_start(i, sentence)) {
            return i + 1;
        }
        let known = self.longest(i, sentence.end, style);
        if let Some(end) = known.is_none().then(|| self.begun_anew(i, sentence)).flatten().filter(|_| style == Style::Plain) {
            return end;
        }
        let Some(found) = known.or_else(|| self.variant(i, sentence).filter(|_| style == Style::Plain)) else {
            if let Some(end) = self.compound(i).or_else(|| self.way_between(i, sentence)).or_else(|| self.dated(i, sentence)) {
                return end;
            }
            return self.unknown(i, sentence, style);
        };
        let end = found.end;
        self.person = None;
        // "The Hudson River" is no town of that name.
        if end < sentence.end && matches!(self.text.word(end), "River" | "Creek") && style == Style::Plain {
            let next = self.unknown(i, sentence, style);
            if next > end {
                return next;
            }
        }
        // "The Norvika forest" is no town of that name.
        let land = i > sentence.start
            && end < sentence.end
            && is_landscape(self.text.word(end))
            && !is_surroundings(self.text.word(end))
            && self.text.word(i - 1).eq_ignore_ascii_case("the")
            && !self.is_prominent(&found.entry);
        if land {
            let next = self.unknown(i, sentence, style);
            if next > i + 1 {
                return next;
            }
        }
        if let Some(whole) = self.goes_on_as_name(i, end, &found, sentence).filter(|_| style == Style::Plain) {
            self.out.push(Candidate::told(i..whole, i..whole, Want::Any));
            return whole;
        }
        match self.form(i, &found, sentence, style) {
            Some(form) => {
                let doubtful = is_name(form) && self.is_doubtful(i, &found, sentence, style);
                self.push(i, found, form, doubtful, sentence)
            }
            None => {
                let skip = self.unknown(i, sentence, style);
                if skip > i + 1 {
                    return skip;
                }
                if let Some((start, end)) = self.person.take() {
                    self.remember_people(start, end, sentence);
                }
                self.behind_person(end, sentence)
            }
        }
    }

    /// "Santo Antonio do Norvika", of which the gazetteer knows "Santo Antonio": where the longer name ends.
    fn goes_on_as_name(&self, i: usize, end: usize, found: &Match, sentence: &Tokens) -> Option<usize> {
        let joins = |t: usize| t < sentence.end && contains("do da de dos das del di", self.text.word(t));
        let article = usize::from(end + 1 < sentence.end && contains("la las los", self.text.word(end + 1)));
        let placed = i > sentence.start && takes_place(self.text.word(i - 1));
        let whole = joins(end) && self.capital_word(end + 1 + article, sentence) && !self.text.tokens[end].capital;
        // "The settlement of San Juan Norvika"
        let saint = contains("san santa santo são", self.text.word(i)) && found.end == i + 2;
        let named = |t: usize| {
            let word = self.text.word(t);
            self.capital_word(t, sentence) && !self.is_vocabulary(t) && !is_never_place(word) && type_word(word).is_none()
        };
        if saint
            && named(end)
            && !contains("and de del", self.text.word(end))
            && (placed || self.type_before(i, sentence).is_some())
        {
            return Some(end + 1);
        }
        (placed && whole && !self.is_prominent(&found.entry)).then_some(end + 2 + article)
    }

    /// A name may begin in small letters with an article or a compass word: "el Fasher", "al-Hol", "southern Lebanon".
    pub(super) fn small_start(&self, i: usize, sentence: &Tokens) -> bool {
        let word = self.text.word(i);
        if let Some((article, rest)) = word.split_once('-') {
            return is_article(article) && rest.starts_with(char::is_uppercase);
        }
        (is_free_article(word) || is_compass(word))
            && i + 1 < sentence.end
            && self.text.tokens[i + 1].capital
            && self.text.tokens[i + 1].spaced
    }

    pub(super) fn longest(&mut self, i: usize, end: usize, style: Style) -> Option<Match<'a>> {
        if let Some(found) = self.longest_from(i, end, style, 0) {
            return Some(found);
        }
        // "al-Hol", "El Fasher": once more without the article.
        let word = self.text.word(i);
        let found = match word.split_once('-') {
            Some((article, rest)) if is_article(article) && !rest.is_empty() => {
                self.longest_from(i, end, style, article.len() + 1)
            }
            None if is_free_article(word) && i + 1 < end && self.text.tokens[i + 1].capital => {
                self.longest_from(i + 1, end, style, 0)
            }
            _ => None,
        };
        found.map(|m| Match { bare_article: true, ..m })
    }

    /// The longest name from token `i`, whose first `skip` bytes are left out.
    fn longest_from(&mut self, i: usize, end: usize, style: Style, skip: usize) -> Option<Match<'a>> {
        self.key.clear();
        let mut best = None;
        for j in i..end.min(i + MAX_TOKENS) {
            let (token, word) = (&self.text.tokens[j], self.text.word(j));
            if j > i && token.line_start {
                break;
            }
            if token.kind == TokenKind::Clitic && j > i && word.len() > 1 {
                // "Cox’s Bazar"
                let length = self.key.as_str().len();
                self.key.join("s");
                if self.gazetteer.look_up(self.key.as_str()).longer {
                    continue;
                }
                self.key.truncate(length);
                break;
            }
            if token.kind != TokenKind::Word {
                let abbreviated = word == "." && contains("st mt ft", self.text.word(j - usize::from(j > i)));
                if abbreviated {
                    continue;
                }
                break;
            }
            self.key.push(if j == i { &word[skip..] } else { word });
            let found = self.gazetteer.look_up(self.key.as_str());
            let may_end = token.capital
                || word.contains(['-', '‑']) && word.contains(char::is_uppercase)
                || (j > i && type_word(word).is_some());
            if let Some(entry) = found.entry.filter(|_| may_end)
                && self.fits(&entry, i, word, style)
            {
                best = Some(Match { end: j + 1, entry, bare_article: false });
            }
            let clitic = self.text.tokens.get(j + 1).is_some_and(|t| t.kind == TokenKind::Clitic);
            // "El" is folded only where more follows: "El Paso".
            let article = if j == i { is_free_article(word) } else { is_article(word) };
            if !found.longer && !clitic && !article {
                break;
            }
        }
        best
    }

    /// Does the entry have a sense that may be written like this?
    fn fits(&self, entry: &Entry, i: usize, word: &str, style: Style) -> bool {
        let capitals = word.len() > 1 && word.chars().all(|c| c.is_uppercase() || c == '.');
        entry.values().any(|(_, class)| match class {
            NameClass::Abbreviation => capitals && (style != Style::Caps || word.contains('.') || word.len() > 2),
            // "Al Hudaydah" is not in Alabama.
            NameClass::State => {
                let dotted = self.text.tokens.get(i + 1).is_some_and(|_| self.text.word(i + 1) == ".");
                self.completes_pair(i) && (word.len() > 2 || capitals || dotted)
            }
            _ => self.key.as_str().len() >= MIN_KEY,
        })
    }

    /// The token behind the further words of a person's name: "Jordan Reyes" is over behind Reyes.
    fn behind_person(&self, mut i: usize, sentence: &Tokens) -> usize {
        while self.capital_word(i, sentence) && self.people.contains(self.text.word(i)) {
            i += 1;
        }
        i
    }

    pub(super) fn capital_word(&self, i: usize, sentence: &Tokens) -> bool {
        i < sentence.end
            && self.text.tokens[i].kind == TokenKind::Word
            && self.text.tokens[i].capital
            && !self.text.tokens[i].line_start
    }

    /// "Kyiv-based", "US-brokered", "pro-Russian": the place inside a compound.
    fn compound(&mut self, i: usize) -> Option<usize> {
        let word = self.text.word(i);
        let (head, rest) = word.split_once('-')?;
        let part = if head.starts_with(char::is_uppercase) { head } else { rest };
        self.key.clear();
        self.key.push(part);
        let entry = self.gazetteer.look_up(self.key.as_str()).entry?;
        if entry.is_common_word() || entry.is_given_name() && !rest.starts_with(char::is_lowercase) {
            return None;
        }
        if !self.fits(&entry, i, part, Style::Plain) || !self.is_prominent(&entry) {
            return None;
        }
        let entry = Some(entry);
        self.out.push(Candidate { entry, form: PlaceForm::Modifier, ..Candidate::told(i..i + 1, i..i + 1, Want::Any) });
        Some(i + 1)
    }

    fn push(&mut self, i: usize, found: Match<'a>, form: PlaceForm, doubtful: bool, sentence: &Tokens) -> usize {
        let name = i..found.end;
        let (mut tokens, mut want) = (name.clone(), Want::Any);
        let takes_type = is_name(form);
        let mut form = form;
        if takes_type {
            if let Some((end, behind)) = self.type_behind(found.end, sentence) {
                (tokens.end, want) = (end, behind);
                form = PlaceForm::Name;
                if is_plural_type(self.text.word(end - 1)) {
                    self.share_back(i, want);
                }
            }
            if let Some((start, before)) = self.type_before(i, sentence) {
                tokens.start = start;
                want = if want == Want::Any { before } else { want };
                self.shared = is_plural_type(self.text.word(start)).then_some((before, tokens.end));
            } else if let Some((shared, at)) = self.shared {
                if want == Want::Any && i > at && i <= at + 3 && (at..i).all(|t| self.is_list_link(t)) {
                    want = shared;
                    self.shared = Some((shared, tokens.end));
                } else {
                    self.shared = None;
                }
            }
        }
        if want == Want::Any
            && form == PlaceForm::Name
            && (self.holds_village(i, &found.entry, sentence) || self.is_told_a_state(&found, sentence))
        {
            want = Want::Region;
        }
        let supported = i > sentence.start && takes_place(self.text.word(i - 1))
            || want != Want::Any
            || is_name(form) && self.shares_plural(found.end, sentence);
        let end = tokens.end;
        let doubtful = doubtful && want == Want::Any;
        let state = self.completes_pair(i) && found.entry.values().any(|(_, class)| class == NameClass::State);
        let other = i > sentence.start && self.text.word(i - 1).eq_ignore_ascii_case("other");
        let entry = Some(found.entry);
        let bare_article = found.bare_article;
        self.out.push(Candidate {
            entry,
            form,
            bare_article,
            other,
            doubtful,
            state,
            supported,
            ..Candidate::told(tokens, name, want)
        });
        end
    }

    /// A type word behind a name, and where it ends: "region", "border region", "refugee camp".
    pub(super) fn type_behind(&self, at: usize, sentence: &Tokens) -> Option<(usize, Want)> {
        let word = |t: usize| if t < sentence.end && !self.text.tokens[t].line_start { self.text.word(t) } else { "" };
        let at = at + usize::from(contains("border refugee displacement military", word(at)));
        if word(at).eq_ignore_ascii_case("local") && word(at + 1).eq_ignore_ascii_case("government") {
            return word(at + 2).eq_ignore_ascii_case("area").then_some((at + 3, Want::District));
        }
        let want = type_word(word(at)).filter(|&w| w != Want::Country && word(at + 1) != "store")?;
        // "the Ituri village of …": the type word belongs to what follows.
        let named = |t: usize| self.capital_word(t, sentence) || t < sentence.end && self.small_start(t, sentence);
        let of_another = want == Want::City && word(at + 1) == "of" && named(at + 2);
        (!of_another).then_some((at + 1, want))
    }

    /// A type word and "of" before a name: "the city of Aleppo"; not the end of the name before ("Texas City of …").
    pub(super) fn type_before(&self, i: usize, sentence: &Tokens) -> Option<(usize, Want)> {
        let free = self.out.last().map_or(sentence.start, |last| last.tokens.end.max(sentence.start));
        let start = i.checked_sub(2).filter(|&s| s >= free)?;
        let want = type_word(self.text.word(start)).filter(|_| self.text.word(i - 1) == "of")?;
        // "The second-largest city of Norvia" is not called so.
        let ranked = start > sentence.start && is_superlative(self.text.word(start - 1));
        (!ranked).then_some((start, want))
    }
}
