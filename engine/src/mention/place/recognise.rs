//! Recognition: longest match of names over tokens, weighed by case and by the words around.

use super::PlaceForm;
use super::words::*;
use crate::gazetteer::{Entry, Gazetteer, Key, NameClass, PlaceKind, is_article, is_free_article};
use crate::text::{Sentence, Text, TokenKind, Tokens};
use std::collections::HashSet;

/// Most tokens of a name.
const MAX_TOKENS: usize = 7;
/// Shorter keys are no names, but for abbreviations.
const MIN_KEY: usize = 3;
/// A place from this size is believed before an unknown capitalised word ("Kharkiv Polytechnic"); a smaller one is rather part of another name.
const KNOWN_CITY: f64 = 1_000_000.0;
/// Likewise a first-level region.
const KNOWN_REGION: f64 = 100_000.0;
/// A given name that is also a place of this prominence is believed to be the place.
const FAMOUS: f64 = 5_000_000.0;
/// Most bytes of an acronym.
const ACRONYM: usize = 4;
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
    /// The candidate it is said to lie near.
    pub near: Option<usize>,
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

/// Letter case of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Plain,
    /// Most words begin with a capital: a headline.
    Title,
    /// All capitals.
    Caps,
}

/// A name found in the gazetteer.
struct Match<'a> {
    end: usize,
    entry: Entry<'a>,
    bare_article: bool,
}

struct Scan<'t, 'g, 'a> {
    text: &'t Text,
    gazetteer: &'g Gazetteer<'a>,
    key: Key,
    out: Vec<Candidate<'a>>,
    /// Words of names that belong to people; later they name no place by themselves.
    people: HashSet<&'t str>,
    /// A plural type word before a list ("the regions of …"), and the token where the list must go on.
    shared: Option<(Want, usize)>,
}

/// A form that names the place itself, not its people.
fn is_name(form: PlaceForm) -> bool {
    matches!(form, PlaceForm::Name | PlaceForm::Modifier)
}

/// The candidates of a text, in text order, not overlapping.
pub(super) fn candidates<'a>(text: &Text, gazetteer: &Gazetteer<'a>) -> Vec<Candidate<'a>> {
    let mut scan = Scan { text, gazetteer, key: Key::default(), out: Vec::new(), people: HashSet::new(), shared: None };
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
        self.link(first);
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
        let Some(found) = self.longest(i, sentence.end, style) else {
            if let Some(end) = self.compound(i) {
                return end;
            }
            return self.unknown(i, sentence, style);
        };
        let end = found.end;
        match self.form(i, &found, sentence, style) {
            Some(form) => {
                let doubtful = is_name(form) && self.is_doubtful(i, &found, sentence, style);
                self.push(i, found, form, doubtful, sentence)
            }
            None => {
                let skip = self.unknown(i, sentence, style);
                skip.max(end)
            }
        }
    }

    /// A name may begin in small letters with an article or a compass word: "el Fasher", "al-Hol", "southern Lebanon".
    fn small_start(&self, i: usize, sentence: &Tokens) -> bool {
        let word = self.text.word(i);
        if let Some((article, rest)) = word.split_once('-') {
            return is_article(article) && rest.starts_with(char::is_uppercase);
        }
        (is_free_article(word) || is_compass(word))
            && i + 1 < sentence.end
            && self.text.tokens[i + 1].capital
            && self.text.tokens[i + 1].spaced
    }

    fn longest(&mut self, i: usize, end: usize, style: Style) -> Option<Match<'a>> {
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
                let abbreviated = word == "." && contains(&["st", "mt", "ft"], self.text.word(j - usize::from(j > i)));
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
            if !found.longer {
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
            NameClass::State => self.completes_pair(i),
            _ => self.key.as_str().len() >= MIN_KEY,
        })
    }

    /// True where token `i` stands behind a place and a comma.
    fn completes_pair(&self, i: usize) -> bool {
        i > 0
            && self.text.word(i - 1) == ","
            && self.out.last().is_some_and(|c| c.tokens.end == i - 1 && c.form == PlaceForm::Name)
    }

    /// How the text uses the name from token `i`; none where the words around say that it is no place.
    fn form(&mut self, i: usize, found: &Match, sentence: &Tokens, style: Style) -> Option<PlaceForm> {
        let class = found.entry.values().next().map(|(_, class)| class)?;
        if self.completes_pair(i) && found.entry.values().any(|(_, class)| class == NameClass::State) {
            return Some(PlaceForm::Name);
        }
        match class {
            NameClass::Adjective => return Some(PlaceForm::Adjective),
            NameClass::People => return Some(PlaceForm::People),
            _ => {}
        }
        let before = (i > sentence.start).then(|| self.text.word(i - 1));
        let after =
            if found.end < sentence.end && !self.text.tokens[found.end].line_start { self.text.word(found.end) } else { "" };
        if before.is_some_and(spoils_before) || spoils_after(after) {
            return None;
        }
        if before == Some("of") && i >= sentence.start + 2 && is_body_of(self.text.word(i - 2)) {
            return None;
        }
        if style == Style::Plain && found.end == i + 1 && class != NameClass::Abbreviation && self.is_acronym(i) {
            return None;
        }
        if style == Style::Plain && (self.ends_a_name(i, sentence) || self.begins_a_name(i, found, sentence)) {
            self.remember_people(i, found.end, sentence);
            return None;
        }
        let capital_after = style == Style::Plain && self.capital_word(found.end, sentence);
        if (capital_after && type_word(after).is_none()) || is_modified_noun(after) {
            return Some(PlaceForm::Modifier);
        }
        Some(PlaceForm::Name)
    }

    /// True where token `i` goes on a name that began before it: "Mr Israel", "Dynamo Moscow", "J. London".
    fn ends_a_name(&self, i: usize, sentence: &Tokens) -> bool {
        let Some(p) = i.checked_sub(1).filter(|&p| p >= sentence.start) else { return false };
        let (token, word) = (&self.text.tokens[p], self.text.word(p));
        if word == "." && p > sentence.start {
            let initial = self.text.word(p - 1);
            return is_title(initial) && self.text.tokens[p - 1].capital
                || (initial.len() == 1 && self.text.tokens[p - 1].capital);
        }
        if token.kind != TokenKind::Word || !token.capital || self.text.tokens[i].line_start {
            return false;
        }
        if self.out.last().is_some_and(|c| c.tokens.end == i) || harmless_before(word) {
            return false;
        }
        is_title(word) || (p > sentence.start && !self.text.tokens[p].line_start && !self.opens_quote(p))
    }

    /// True where the word begins a quotation, so that its capital says nothing.
    fn opens_quote(&self, i: usize) -> bool {
        i.checked_sub(1).is_some_and(|p| matches!(self.text.word(p), "‘" | "“" | "\"" | "'" | ":" | "-" | "–" | "—"))
    }

    /// True where the name is the first part of another name: "Paris Hollis", "Abu Hamam".
    fn begins_a_name(&self, i: usize, found: &Match, sentence: &Tokens) -> bool {
        if !self.capital_word(found.end, sentence) {
            return false;
        }
        let after = self.text.word(found.end);
        if type_word(after).is_some() || is_title(after) || is_modified_noun(after) || harmless_before(after) {
            return false;
        }
        if found.entry.is_given_name() && found.end == i + 1 {
            return true;
        }
        !self.is_prominent(&found.entry)
    }

    fn capital_word(&self, i: usize, sentence: &Tokens) -> bool {
        i < sentence.end
            && self.text.tokens[i].kind == TokenKind::Word
            && self.text.tokens[i].capital
            && !self.text.tokens[i].line_start
    }

    /// True where the name may as well be a person's or a plain word, and the words around do not speak for a place.
    fn is_doubtful(&self, i: usize, found: &Match, sentence: &Tokens, style: Style) -> bool {
        if found.end > i + 1 || self.completes_pair(i) {
            return false;
        }
        let placed = i > sentence.start && takes_place(self.text.word(i - 1));
        let listed = i > sentence.start
            && self.is_list_link(i - 1)
            && self.out.last().is_some_and(|c| c.tokens.end + 1 == i && !c.doubtful);
        if found.entry.is_common_word() {
            return style != Style::Plain || !(placed || listed);
        }
        let person = found.entry.is_given_name() && !self.is_famous(&found.entry)
            || self.people.contains(self.text.word(i)) && !self.is_prominent(&found.entry);
        let after = if found.end < sentence.end { self.text.word(found.end) } else { "" };
        person && !placed && !listed && !is_modified_noun(after)
    }

    /// "BLA", "NGO": a few capitals in a line of small letters are an acronym, but where they begin the line as in a dateline.
    fn is_acronym(&self, i: usize) -> bool {
        let token = &self.text.tokens[i];
        token.all_caps && token.end - token.start <= ACRONYM && !token.line_start
    }

    /// A country, a capital or a very large place is among the senses: believed even where it is a given name, too.
    fn is_famous(&self, entry: &Entry) -> bool {
        entry
            .values()
            .filter(|&(_, class)| class != NameClass::Alternate)
            .filter_map(|(id, _)| self.gazetteer.place(id))
            .any(|p| p.capital || p.kind == PlaceKind::Country || p.prominence >= FAMOUS)
    }

    /// A country, region, capital or large city is among the senses.
    fn is_prominent(&self, entry: &Entry) -> bool {
        entry.values().filter(|&(_, class)| class != NameClass::Alternate).filter_map(|(id, _)| self.gazetteer.place(id)).any(
            |p| {
                p.capital
                    || matches!(p.kind, PlaceKind::Country | PlaceKind::Area)
                    || (p.kind == PlaceKind::Region && p.prominence >= KNOWN_REGION)
                    || p.prominence >= KNOWN_CITY
            },
        )
    }

    fn remember_people(&mut self, i: usize, end: usize, sentence: &Tokens) {
        let mut last = end;
        while last < end + 2 && self.capital_word(last, sentence) {
            last += 1;
        }
        for t in i..last {
            self.people.insert(self.text.word(t));
        }
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
        self.out.push(Candidate {
            tokens: i..i + 1,
            name: i..i + 1,
            entry: Some(entry),
            form: PlaceForm::Modifier,
            want: Want::Any,
            bare_article: false,
            inside: None,
            near: None,
            other: false,
            doubtful: false,
            state: false,
            pair: false,
            supported: true,
        });
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
        let supported = i > sentence.start && takes_place(self.text.word(i - 1)) || want != Want::Any;
        let end = tokens.end;
        let doubtful = doubtful && want == Want::Any;
        let state = self.completes_pair(i) && found.entry.values().any(|(_, class)| class == NameClass::State);
        let other = i > sentence.start && self.text.word(i - 1).eq_ignore_ascii_case("other");
        self.out.push(Candidate {
            tokens,
            name,
            entry: Some(found.entry),
            form,
            want,
            bare_article: found.bare_article,
            inside: None,
            near: None,
            other,
            doubtful,
            state,
            pair: false,
            supported,
        });
        end
    }

    /// A type word behind a name, and where it ends: "region", "border region", "refugee camp".
    fn type_behind(&self, at: usize, sentence: &Tokens) -> Option<(usize, Want)> {
        let word = |t: usize| if t < sentence.end && !self.text.tokens[t].line_start { self.text.word(t) } else { "" };
        let at = at + usize::from(contains(&["border", "refugee", "displacement", "military"], word(at)));
        let want = type_word(word(at)).filter(|&w| w != Want::Country)?;
        // "the Ituri village of …": the type word belongs to what follows.
        let of_another = word(at + 1) == "of" && self.capital_word(at + 2, sentence);
        (!of_another).then_some((at + 1, want))
    }

    /// A type word and "of" before a name: "the city of Aleppo".
    fn type_before(&self, i: usize, sentence: &Tokens) -> Option<(usize, Want)> {
        let start = i.checked_sub(2).filter(|&s| s >= sentence.start)?;
        let want = type_word(self.text.word(start)).filter(|_| self.text.word(i - 1) == "of")?;
        Some((start, want))
    }

    fn is_list_link(&self, t: usize) -> bool {
        matches!(self.text.word(t), "," | "and" | "or" | "&")
    }

    /// "Sumy, Kharkiv and Chernihiv regions": the names of the list before `i` are regions, too.
    fn share_back(&mut self, mut i: usize, want: Want) {
        for k in (0..self.out.len()).rev() {
            let end = self.out[k].tokens.end;
            let linked = end < i && i - end <= 2 && (end..i).all(|t| self.is_list_link(t));
            if !linked || self.out[k].want != Want::Any || self.out[k].form != PlaceForm::Name {
                return;
            }
            self.out[k].want = want;
            self.out[k].supported = true;
            i = self.out[k].tokens.start;
        }
    }

    /// A name that the gazetteer does not know beside a type word: "the village of Norvika", "Kyiv's Zalissia district".
    fn unknown(&mut self, i: usize, sentence: &Tokens, style: Style) -> usize {
        let opener = i == sentence.start && is_opener(self.text.word(i));
        if style != Style::Plain || opener || harmless_before(self.text.word(i)) || !self.text.tokens[i].capital {
            return i + 1;
        }
        let mut end = i + 1;
        while end < i + 3 && self.capital_word(end, sentence) && type_word(self.text.word(end)).is_none() {
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

    /// "Pokrovsk, Russia’s ministry said" is no pair; "Tripoli, Lebanon’s second city" is. `i` is behind the second name.
    fn may_close_pair(&self, i: usize) -> bool {
        let possessive = self.text.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Clitic);
        !possessive || (i + 1..i + 5).any(|t| heads_apposition(self.text.word(t)))
    }

    /// Ties the candidates of a sentence, from `first` on, to those they are said to lie in.
    fn link(&mut self, first: usize) {
        for b in first + 1..self.out.len() {
            let a = b - 1;
            let (from, to) = (self.out[a].tokens.end, self.out[b].tokens.start);
            if from > to || to - from > 9 {
                continue;
            }
            let between = from..to;
            let word = |t: usize| self.text.word(t);
            if between.clone().any(|t| says_near(word(t))) && !between.clone().any(|t| matches!(word(t), ";" | "and" | "while")) {
                self.out[a].near = Some(b);
            }
            if to - from > 5 {
                continue;
            }
            let place_like = |c: &Candidate| matches!(c.form, PlaceForm::Name | PlaceForm::Modifier);
            if place_like(&self.out[a]) && place_like(&self.out[b]) && !between.is_empty() {
                let comma = to - from == 1 && word(from) == "," && self.may_close_pair(self.out[b].tokens.end);
                let says_in =
                    between.clone().any(|t| matches!(word(t), "in" | "of")) && between.clone().all(|t| links_container(word(t)));
                if (comma || says_in) && !matches!(word(from), "’s" | "'s") {
                    self.out[a].inside = Some(b);
                    self.out[a].pair = comma;
                }
            }
            // "Russia's Belgorod region", "the Syrian town of Azaz": the earlier one holds the later one.
            let possessive = !between.is_empty() && matches!(word(from), "’s" | "'s" | "’" | "'");
            // "the Ituri village of …": the type word opens the later one.
            let opens = from == to && self.out[b].tokens.start < self.out[b].name.start;
            let holder = self.out[a].form == PlaceForm::Adjective || possessive || opens;
            if holder
                && place_like(&self.out[b])
                && between.clone().all(|t| links_contained(word(t)) || (possessive && t == from))
            {
                self.out[b].inside = Some(a);
                self.out[b].pair = false;
                if let Some(earlier) = a.checked_sub(1).filter(|&e| e >= first && self.out[e].inside == Some(a)) {
                    self.out[earlier].inside = Some(b);
                    self.out[earlier].pair = false;
                }
            }
        }
    }
}
