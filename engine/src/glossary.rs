//! The glossary: which of its terms the text names, each where it is named first.
//!
//! A name inside a longer name is none of its own: "Gaza City" does not name the Gaza Strip.

mod packed;

use crate::lexicon::{Table, Tagged};
use crate::mention::Mentions;
use crate::mention::place::PlaceForm;
use crate::text::{Text, Token, TokenKind, Tokens};
use packed::Form;

/// What may stand behind a name and a hyphen: "Hamas-run", "Shahed-type".
const TAILS: &[&str] = &[
    "administered",
    "affiliated",
    "aligned",
    "allied",
    "annexed",
    "backed",
    "based",
    "brokered",
    "controlled",
    "held",
    "led",
    "linked",
    "mediated",
    "occupied",
    "ruled",
    "run",
    "sponsored",
    "style",
    "type",
];

/// A term that the text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermMention {
    /// As the glossary writes it.
    pub term: &'static str,
    /// What it means, in plain words.
    pub meaning: &'static str,
    /// Where the text names it first.
    pub tokens: Tokens,
}

/// Finds the terms of the text, each once, in the order in which they are named.
pub fn find(text: &Text, tagged: &Tagged, mentions: &Mentions) -> Vec<TermMention> {
    let reader = Reader::new(text, tagged, mentions);
    let mut named = vec![false; packed::entries().len()];
    let mut found = Vec::new();
    for sentence in &text.sentences {
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            let Some(name) = reader.longest(i, &sentence.tokens).filter(|_| !text.in_dateline(i)) else {
                i += 1;
                continue;
            };
            if !named[name.form.entry] && reader.stands_alone(&name, &sentence.tokens) {
                named[name.form.entry] = true;
                let packed::Entry { term, meaning, .. } = packed::entries()[name.form.entry];
                found.push(TermMention { term, meaning, tokens: i..name.end });
            }
            i = name.end;
        }
    }
    found
}

/// A form of a term that stands in the text.
struct Name {
    form: &'static Form,
    start: usize,
    end: usize,
}

impl Name {
    /// Letters of the form are all capitals: "IDP", "S-300".
    fn is_acronym(&self) -> bool {
        !self.form.written.contains(' ') && is_acronym(&self.form.written)
    }
}

struct Reader<'a> {
    text: &'a Text,
    tagged: &'a Tagged,
    /// Tokens that say of what country something is, or when: no part of the name that follows.
    qualifies: Vec<bool>,
    /// Tokens of time expressions: "in Gaza Monday".
    timed: Vec<bool>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a Text, tagged: &'a Tagged, mentions: &Mentions) -> Reader<'a> {
        let (mut qualifies, mut timed) = (vec![false; text.tokens.len()], vec![false; text.tokens.len()]);
        let forms = [PlaceForm::Adjective, PlaceForm::People, PlaceForm::Modifier];
        for place in mentions.places.mentions.iter().filter(|m| forms.contains(&m.form)) {
            qualifies[place.tokens.clone()].fill(true);
        }
        for time in &mentions.times {
            timed[time.tokens.clone()].fill(true);
        }
        Reader { text, tagged, qualifies, timed }
    }

    /// The longest form that begins at token `i`.
    fn longest(&self, i: usize, sentence: &Tokens) -> Option<Name> {
        let key = self.tagged.key(i);
        let digits = key.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        let firsts = [
            Some(key),
            key.strip_suffix('s'),
            key.strip_suffix("es"),
            key.split_once('-').filter(|(_, tail)| TAILS.contains(tail)).map(|(head, _)| head),
        ];
        let plain = firsts.into_iter().flatten().filter(|f| !f.is_empty()).flat_map(packed::beginning_with);
        let ies = key.strip_suffix("ies").map(|stem| format!("{stem}y"));
        let counted = (digits.len() < key.len() && digits.starts_with('-')).then(|| format!("#{digits}"));
        let built = [ies, counted].into_iter().flatten().flat_map(|first| packed::beginning_with(&first));
        let names = plain.chain(built).filter_map(|form| {
            let end = i + form.written.split(' ').count();
            let mut words = form.written.split(' ').zip(form.lower.split(' ')).zip(i..end);
            let stands = end <= sentence.end && words.all(|((written, lower), at)| self.is(written, lower, at, i..end));
            stands.then_some(Name { form, start: i, end })
        });
        names.max_by_key(|name| name.end)
    }

    /// True where token `at` is the word of a form that covers the tokens of `name`.
    fn is(&self, word: &str, lower: &str, at: usize, name: Tokens) -> bool {
        let token = &self.text.tokens[at];
        if at > name.start && token.line_start {
            return false;
        }
        if word == "#" {
            return token.kind == TokenKind::Number;
        }
        let written = self.text.word(at);
        if let Some(tail) = word.strip_prefix('#') {
            return written.trim_start_matches(|c: char| !c.is_ascii_alphabetic() && c != '-') == tail;
        }
        let ending = (at + 1 == name.end).then(|| ending_after(lower, self.tagged.key(at))).flatten();
        let same = lower == self.tagged.key(at) || ending.is_some_and(|e| is_plural(e) || (name.len() == 1 && is_tail(e)));
        let capital = word.starts_with(char::is_uppercase);
        same && if is_acronym(word) { written.starts_with(word) } else { !capital || token.capital }
    }

    /// True where the name is no part of a longer one, and a common word is not used as a name.
    fn stands_alone(&self, name: &Name, sentence: &Tokens) -> bool {
        let tokens = &self.text.tokens;
        let office = packed::entries()[name.form.entry].office;
        if name.is_acronym() {
            // A headline in capitals: "WHO IS TO BLAME".
            let before = name.start <= sentence.start || tokens[name.start - 1].all_caps;
            return !(before && tokens.get(name.end).is_some_and(|t| t.all_caps));
        }
        let first = &tokens[name.start];
        let common = !name.form.written.contains(char::is_uppercase);
        if common && first.capital && !office && !self.is_initial(name.start, sentence) {
            return false;
        }
        let goes_on = || !office && tokens[name.end - 1].capital && self.continues(name.end, sentence);
        !(goes_on() || first.capital && self.begun_before(name.start, sentence))
    }

    /// True where a name that ends before token `end` goes on: "Hamas Square".
    fn continues(&self, end: usize, sentence: &Tokens) -> bool {
        end < sentence.end && is_name_word(&self.text.tokens[end]) && !self.text.tokens[end].line_start && !self.timed[end]
    }

    /// True where a name began before token `start`: "New Gaza", "University of Gaza".
    fn begun_before(&self, start: usize, sentence: &Tokens) -> bool {
        let before = |i: usize| i.checked_sub(1).filter(|i| sentence.contains(i) && !self.text.tokens[i + 1].line_start);
        let Some(at) = before(start) else { return false };
        let named = |at: usize| is_name_word(&self.text.tokens[at]);
        if named(at) {
            return !if self.is_initial(at, sentence) { self.is_common(at) } else { self.may_precede(at) };
        }
        let of = if self.tagged.key(at) == "the" { before(at) } else { Some(at) };
        let head = of.filter(|of| self.tagged.key(*of) == "of").and_then(before);
        head.is_some_and(|head| named(head) && !self.is_initial(head, sentence))
    }

    /// True where token `at`, capitalised, may stand before a name without being part of it: "Russian", "US", "Sunday",
    /// "Iran-backed".
    fn may_precede(&self, at: usize) -> bool {
        let lower_tail = self.text.word(at).rsplit('-').next().is_some_and(|tail| tail.starts_with(char::is_lowercase));
        let hyphened = self.tagged.key(at).contains('-') && lower_tail;
        self.qualifies[at] || self.timed[at] || self.text.tokens[at].all_caps || hyphened
    }

    /// True where nothing but marks stands before token `i`, or a mark that opens a sentence or heading of its own.
    fn is_initial(&self, i: usize, sentence: &Tokens) -> bool {
        let opens = |at: usize| self.text.tokens[at].kind == TokenKind::Mark && !matches!(self.text.word(at), "," | "(" | "&");
        i <= sentence.start || self.text.tokens[i].line_start || opens(i - 1)
    }

    /// True where the dictionary knows token `i` as another word than a name.
    fn is_common(&self, i: usize) -> bool {
        let tags = self.tagged.at(i).iter().filter(|m| m.tokens.len() == 1);
        let mut tags = tags.filter(|m| matches!(m.entry.table, Table::Pos | Table::Closed));
        tags.any(|m| !m.entry.cell(1).starts_with("NNP"))
    }
}

fn is_name_word(token: &Token) -> bool {
    token.kind == TokenKind::Word && token.capital && token.spaced
}

/// True where every letter is a capital and more than one sign stands there.
fn is_acronym(word: &str) -> bool {
    word.len() > 1 && word.chars().all(|c| !c.is_lowercase()) && word.starts_with(char::is_uppercase)
}

/// What `key` has more than the form's last word, "ies" in place of its "y"; none where it is another word.
fn ending_after<'k>(word: &str, key: &'k str) -> Option<&'k str> {
    let ies = || key.strip_prefix(word.strip_suffix('y')?).filter(|e| *e == "ies");
    key.strip_prefix(word).or_else(ies)
}

fn is_plural(ending: &str) -> bool {
    matches!(ending, "s" | "es" | "ies")
}

fn is_tail(ending: &str) -> bool {
    ending.strip_prefix('-').is_some_and(|tail| TAILS.contains(&tail))
}

#[cfg(test)]
mod tests;
