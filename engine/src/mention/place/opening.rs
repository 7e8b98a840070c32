//! Openings: the place before the dash of a dateline, and what a first sentence says outright that a place is ("Troy is a city in
//! Rensselaer County").

use super::PlaceForm;
use super::recognise::{Candidate, Scan};
use super::resolve::holds;
use super::words::*;
use crate::gazetteer::{Place, PlaceKind};
use crate::text::{TokenKind, Tokens};

/// Fewest bytes of an unknown name in a dateline; a shorter one is an agency.
const LEAST: usize = 5;
/// Most words of such a name.
const MAX_WORDS: usize = 3;
/// Most tokens between "is" and the noun that says what a place is, and between that and what holds it.
const REACH: usize = 9;
/// Longest bracket behind a name that is explained: its sound, its spelling in another script.
const BRACKET: usize = 30;

impl<'a> Scan<'_, '_, 'a> {
    /// "NORVIKA – A barn burnt down": a name that no list has is a place before the dash of a dateline.
    pub(super) fn dated(&mut self, i: usize, sentence: &Tokens) -> Option<usize> {
        let opens = self.text.in_dateline(i) && self.text.tokens[i].line_start && self.text.tokens[i].all_caps;
        let mut end = i;
        while opens && end < sentence.end && self.text.tokens[end].kind == TokenKind::Word && self.text.tokens[end].all_caps {
            end += 1;
        }
        let mark = end < sentence.end && matches!(self.text.word(end), "," | "-" | "–" | "—" | "(" | ":");
        let long = (i..end).any(|t| self.text.word(t).len() >= LEAST);
        let place = (i..end).all(|t| !is_never_place(self.text.word(t)) && !is_title(self.text.word(t)));
        if !opens || !mark || !long || !place || end - i > MAX_WORDS {
            return None;
        }
        self.told.insert(self.text.words(&(i..end)));
        self.out.push(Candidate::told(i..end, i..end, Want::Any));
        Some(end)
    }

    /// "In Port Chicago, California": a harbour or a settlement called after a place that the gazetteer knows.
    pub(super) fn begun_anew(&mut self, i: usize, sentence: &Tokens) -> Option<usize> {
        let led = i > sentence.start && takes_place(self.text.word(i - 1));
        let anew = led && matches!(self.text.word(i), "Port" | "Fort" | "Camp" | "New") && self.capital_word(i + 1, sentence);
        let end = i + 2;
        let closed = end >= sentence.end
            || !self.capital_word(end, sentence)
                && (self.text.tokens[end].kind == TokenKind::Mark || takes_place(self.text.word(end)));
        let plain = anew && closed && type_word(self.text.word(i + 1)).is_none() && !is_never_place(self.text.word(i + 1));
        if !plain {
            return None;
        }
        self.out.push(Candidate::told(i..end, i..end, Want::Any));
        Some(end)
    }

    /// Names that may be a person's or a plain word are places where the text puts them in another or lists them with one: "Dayton,
    /// Ohio", "Franklin and Nashville".
    pub(super) fn trust_held(&mut self, first: usize) {
        for a in (first..self.out.len()).filter(|&a| self.out[a].doubtful).collect::<Vec<_>>() {
            let dateline =
                self.text.in_dateline(self.out[a].tokens.start) && self.text.tokens[self.out[a].tokens.start].line_start;
            let held = self.out[a].inside.is_some_and(|b| (self.out[a].pair || self.out[a].defined) && self.may_hold(b, a));
            let listed = self.out.get(a + 1).is_some_and(|next| {
                let between = self.out[a].tokens.end..next.tokens.start;
                let sure = !next.doubtful && next.form == PlaceForm::Name && next.entry.is_some();
                sure && between.len() == 1 && between.clone().all(|t| self.is_list_link(t)) && self.are_alike(a, a + 1)
            });
            if dateline || held || listed {
                self.out[a].doubtful = false;
            }
        }
    }

    /// Some sense of `outer` is a region or country that holds some sense of `inner`.
    fn may_hold(&self, outer: usize, inner: usize) -> bool {
        let inner = self.senses(inner);
        let wide = |k: PlaceKind| matches!(k, PlaceKind::Region | PlaceKind::Country | PlaceKind::District);
        let region = |o: &Place, i: &Place| o.kind == PlaceKind::District && o.region.is_some() && o.region == i.region;
        self.senses(outer).iter().any(|o| wide(o.kind) && inner.iter().any(|i| holds(o, i) || region(o, i)))
    }

    /// Both names are borne by cities of one region.
    fn are_alike(&self, a: usize, b: usize) -> bool {
        let cities = |c: usize| self.senses(c).into_iter().filter(|p| p.kind == PlaceKind::City).filter_map(|p| p.region);
        let ours: Vec<u16> = cities(a).collect();
        cities(b).any(|r| ours.contains(&r))
    }

    /// Places that bear the name of candidate `c`.
    fn senses(&self, c: usize) -> Vec<Place<'a>> {
        let Some(entry) = self.out[c].entry else { return Vec::new() };
        entry.values().filter_map(|(id, _)| self.gazetteer.place(id)).collect()
    }

    /// "Troy (sounds like …) is a city in Rensselaer County": what the name is said to be, and in what it is said to lie.
    pub(super) fn link_definitions(&mut self, first: usize, sentence: &Tokens) {
        let word = |t: usize| if t < sentence.end { self.text.word(t) } else { "" };
        for a in first..self.out.len().saturating_sub(1) {
            if self.out[a].form != PlaceForm::Name || self.out[a].inside.is_some_and(|b| b == a + 1 && self.out[a].pair) {
                continue;
            }
            let mut at = self.out[a].tokens.end;
            if word(at) == "(" {
                at = (at..sentence.end.min(at + BRACKET)).find(|&t| word(t) == ")").map_or(at, |t| t + 1);
            }
            let comma = word(at) == ",";
            let is = contains("is are", word(at));
            let was = contains("was were remains", word(at));
            if !(comma || is || was) || !contains("a an the one", word(at + 1)) {
                continue;
            }
            let noun = (at + 2..sentence.end.min(at + REACH))
                .find(|&t| type_word(word(t)).is_some() || contains("capital port suburb seat area township community", word(t)));
            let plain = |t: usize| self.text.tokens[t].kind == TokenKind::Word || matches!(word(t), "," | "-");
            let Some(noun) = noun.filter(|&n| (at + 2..n).all(plain)) else { continue };
            // The next name that a preposition and words of the map lead to.
            let held = (a + 1..self.out.len()).find(|&b| {
                let start = self.out[b].tokens.start;
                let mut led = start;
                while led > noun + 1 && (links_container(word(led - 1)) && word(led - 1) != "," || word(led - 1) == "the") {
                    led -= 1;
                }
                start > noun && start < noun + REACH && self.out[b].form == PlaceForm::Name && contains("in of", word(led))
            });
            let Some(held) = held else { continue };
            // "Then a city in Poland": what a place was need not be what the map says.
            self.out[a].inside = Some(held);
            self.out[a].pair = false;
            self.out[a].defined = is || comma && type_word(word(noun)).is_some_and(|w| w != Want::Region);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::event::sample::report;

    /// Country and first-level region of a place of the text.
    fn lies(text: &str, name: &str) -> (String, String) {
        let place = report(text).places.into_iter().find(|p| p.name == name || p.written == name).expect(name);
        (place.country.unwrap_or_default(), place.admin1.unwrap_or_default())
    }

    #[test]
    fn what_a_first_sentence_says_a_place_is() {
        let lies = |text: &str, name: &str| lies(text, name);
        assert_eq!(lies("Moscow is a city in northern Idaho. Moscow has a large university.", "Moscow").1, "Idaho");
        assert_eq!(
            lies("Lebanon (LEB-uh-nun) is a city in and the county seat of Wilson County, Tennessee.", "Lebanon").1,
            "Tennessee"
        );
        assert_eq!(lies("Cairo is the southernmost city in Illinois.", "Cairo").1, "Illinois");
        assert_eq!(lies("Lviv was a city in Poland between the wars.", "Lviv").0, "UA");
    }

    #[test]
    fn datelines_and_pairs_name_places() {
        assert_eq!(lies("NORVIKA – A barn burnt down in Gates County, North Carolina, on Sunday.", "NORVIKA").0, "US");
        assert_eq!(lies("Ash fell as far as Dayton, Ohio, on Monday.", "Dayton").1, "Ohio");
        assert_eq!(lies("Franklin and Nashville were without power.", "Franklin").1, "Tennessee");
    }
}
