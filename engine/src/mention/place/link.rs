//! Links: which of two names the text says lies in, or near, the other; type words that a list shares; ways between two towns.

use super::PlaceForm;
use super::recognise::{Candidate, Scan};
use super::words::*;
use crate::gazetteer::{Entry, NameClass, PlaceKind};
use crate::text::{TokenKind, Tokens};

/// Fewest bytes of a name that a way bears.
const MIN_WORD: usize = 4;
/// The longest way between a place and the one that it is told to be near, in tokens: ", a port 200 km (125 miles) south-west of".
const MEASURED: usize = 16;

impl Scan<'_, '_, '_> {
    pub(super) fn is_list_link(&self, t: usize) -> bool {
        matches!(self.text.word(t), "," | "and" | "or" | "&")
    }

    /// "Sumy, Kharkiv and Chernihiv regions": the names of the list before `i` are regions, too.
    pub(super) fn share_back(&mut self, mut i: usize, want: Want) {
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

    /// "Pokrovsk, Russia’s ministry said" is no pair; "Tripoli, Lebanon’s second city" is. `i` is behind the second name.
    fn may_close_pair(&self, i: usize) -> bool {
        let possessive = self.text.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Clitic);
        !possessive || (i + 1..i + 5).any(|t| heads_apposition(self.text.word(t)))
    }

    /// Ties the candidates of a sentence, from `first` on, to those they are said to lie in.
    pub(super) fn link(&mut self, first: usize) {
        for b in first + 1..self.out.len() {
            let a = b - 1;
            let (from, to) = (self.out[a].tokens.end, self.out[b].tokens.start);
            if from > to || to - from > MEASURED {
                continue;
            }
            let between = from..to;
            let word = |t: usize| self.text.word(t);
            if between.clone().any(|t| says_near(word(t))) && !between.clone().any(|t| matches!(word(t), ";" | "and" | "while")) {
                self.out[a].near = Some(b);
            }
            if to - from > 9 {
                continue;
            }
            if self.out[a].entry.is_none() && self.is_told_of(a, b) {
                self.out[a].inside = Some(b);
                continue;
            }
            if to - from > 5 {
                continue;
            }
            let place_like = |c: &Candidate| matches!(c.form, PlaceForm::Name | PlaceForm::Modifier);
            if place_like(&self.out[a]) && place_like(&self.out[b]) && !between.is_empty() {
                let comma = to - from == 1 && word(from) == "," && self.may_close_pair(self.out[b].tokens.end);
                let says_in =
                    between.clone().any(|t| matches!(word(t), "in" | "of")) && between.clone().all(|t| links_container(word(t)));
                let bracket = to - from == 1 && word(from) == "(";
                let comma = comma || bracket;
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
        // "Norvika, Norvitsa and Norvodar in Plateau State": what holds the last of a list holds all that the gazetteer lacks.
        for a in (first..self.out.len().saturating_sub(1)).rev() {
            let (from, to) = (self.out[a].tokens.end, self.out[a + 1].tokens.start);
            let listed = from < to && to - from <= 2 && (from..to).all(|t| self.is_list_link(t));
            let last = &self.out[a + 1];
            let holder = last.inside.filter(|_| !last.pair).or(last.along);
            if listed && self.out[a].entry.is_none() && last.entry.is_none() && last.inside.is_some() {
                self.out[a].inside = last.inside;
            } else if listed && self.out[a].inside.is_none() && holder.is_some() {
                self.out[a].along = holder;
            }
        }
    }

    /// "Norvika, a village in Kharkiv region", "Norvika and Norvitsa, two hamlets of Kelm".
    fn is_told_of(&self, a: usize, b: usize) -> bool {
        let between = self.out[a].tokens.end..self.out[b].tokens.start;
        let word = |t: usize| self.text.word(t);
        let mut words = between.clone();
        let opens = words.next().is_some_and(|t| matches!(word(t), "," | "(" | "–" | "-"));
        opens
            && words.clone().all(|t| self.text.tokens[t].kind == TokenKind::Word)
            && words.clone().any(|t| type_word(word(t)).is_some())
            && between.last().is_some_and(|t| {
                matches!(
                    word(t),
                    "in" | "of" | "outside" | "near" | "the" | "southern" | "northern" | "eastern" | "western" | "central"
                )
            })
    }
}

impl<'a> Scan<'_, '_, 'a> {
    /// "The Kelm-Norvin road": the first of the two towns stands for the way between them.
    pub(super) fn way_between(&mut self, i: usize, sentence: &Tokens) -> Option<usize> {
        let (from, to) = self.text.word(i).split_once('-')?;
        let way = (i + 1..sentence.end.min(i + 3)).find(|&t| is_way(self.text.word(t)))?;
        let mut known = |name: &str| {
            self.key.clear();
            self.key.push(name);
            let named = name.len() >= MIN_WORD && name.starts_with(char::is_uppercase);
            self.gazetteer.look_up(self.key.as_str()).entry.filter(|e| named && !e.is_common_word())
        };
        let (second, entry) = (known(to)?, known(from)?);
        // Both in one country.
        let shared = entry.values().filter_map(|(id, _)| self.gazetteer.place(id)?.country);
        let countries: Vec<u8> = second.values().filter_map(|(id, _)| self.gazetteer.place(id)?.country).collect();
        if !shared.into_iter().any(|c| countries.contains(&c)) {
            return None;
        }
        let told = Candidate::told(i..way + 1, i..i + 1, Want::City);
        self.out.push(Candidate { entry: Some(entry), ..told });
        Some(way + 1)
    }

    /// "A village in Kaduna": the state rather than the city of its name.
    pub(super) fn holds_village(&self, i: usize, entry: &Entry, sentence: &Tokens) -> bool {
        let region = |id| self.gazetteer.place(id).is_some_and(|p| p.kind == PlaceKind::Region);
        i >= sentence.start + 2
            && self.text.word(i - 1) == "in"
            && contains("village villages hamlet hamlets town towns community communities", self.text.word(i - 2))
            && entry.values().any(|(id, class)| class == NameClass::Name && region(id))
    }
}
