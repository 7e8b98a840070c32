//! Context: what the words around a name say for and against its being a place.

use super::PlaceForm;
use super::recognise::{Match, Scan, Style};
use super::words::*;
use crate::gazetteer::{Entry, NameClass, Place, PlaceKind};
use crate::text::{TokenKind, Tokens};

/// A place from this size is believed before an unknown capitalised word ("Kharkiv Polytechnic"); a smaller one is rather part of another name.
const KNOWN_CITY: f64 = 1_000_000.0;
/// Likewise a first-level region.
const KNOWN_REGION: f64 = 100_000.0;
/// A given name that is also a place of this prominence is believed to be the place.
const FAMOUS: f64 = 5_000_000.0;
/// Most bytes of an acronym.
const ACRONYM: usize = 4;

impl Scan<'_, '_, '_> {
    /// True where token `i` stands behind a place and a comma.
    pub(super) fn completes_pair(&self, i: usize) -> bool {
        i > 0
            && self.text.word(i - 1) == ","
            && self.out.last().is_some_and(|c| c.tokens.end == i - 1 && c.form == PlaceForm::Name)
    }

    /// How the text uses the name from token `i`; none where the words around say that it is no place.
    pub(super) fn form(&mut self, i: usize, found: &Match, sentence: &Tokens, style: Style) -> Option<PlaceForm> {
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
        let goes_on = found.end < sentence.end && !self.text.tokens[found.end].line_start;
        let after = if goes_on { self.text.word(found.end) } else { "" };
        // "HMS Lancaster", later "the Lancaster"
        if before.is_some_and(|b| contains("uss hms mv frigate destroyer", b)) {
            self.person = Some((i, found.end));
        }
        // "The Kelm Oil Refinery"
        let works = after == "Oil"
            && found.end + 1 < sentence.end
            && contains("refinery depot terminal port", self.text.word(found.end + 1));
        if before.is_some_and(spoils_before) || spoils_after(after) && !works {
            return None;
        }
        // "Near Kelm and Norvin roads"
        let streets = contains("and &", after)
            && self.capital_word(found.end + 1, sentence)
            && (found.end + 2..sentence.end.min(found.end + 4)).any(|t| are_streets(self.text.word(t)));
        if streets {
            return None;
        }
        if before == Some("of") && i >= sentence.start + 2 && is_body_of(self.text.word(i - 2)) {
            return None;
        }
        if style == Style::Plain && found.end == i + 1 && class != NameClass::Abbreviation && self.is_acronym(i, found) {
            return None;
        }
        if style == Style::Plain && (self.ends_a_name(i, found, sentence) || self.begins_a_name(i, found, sentence)) {
            self.person = Some((i, found.end));
            return None;
        }
        if self.is_river(i, found, sentence) {
            return None;
        }
        let capital_after = style == Style::Plain && self.capital_word(found.end, sentence);
        if (capital_after && type_word(after).is_none()) || is_modified_noun(after) {
            return Some(PlaceForm::Modifier);
        }
        Some(PlaceForm::Name)
    }

    /// True where token `i` goes on a name that began before it: "Mr Israel", "Dynamo Moscow", "J. London".
    fn ends_a_name(&self, i: usize, found: &Match, sentence: &Tokens) -> bool {
        let Some(p) = i.checked_sub(1).filter(|&p| p >= sentence.start) else { return false };
        let (token, word) = (&self.text.tokens[p], self.text.word(p));
        if word == "." && p > sentence.start {
            let initial = self.text.word(p - 1);
            return self.text.tokens[p - 1].capital && (is_title(initial) || initial.len() == 1);
        }
        // "Their cousin Florence", where a town needs no kin.
        if is_kin(word) && found.entry.is_given_name() {
            return true;
        }
        if token.kind != TokenKind::Word || !token.capital || self.text.tokens[i].line_start {
            return false;
        }
        if self.out.last().is_some_and(|c| c.tokens.end == i) || harmless_before(word) {
            return false;
        }
        // The capital of a sentence's first word says nothing, unless a given name may follow another name: "Michael Jordan".
        let opens = p == sentence.start || self.text.tokens[p].line_start || self.opens_quote(p);
        is_title(word) || !opens || (found.entry.is_given_name() && !is_opener(word) && p + 1 == i)
    }

    /// "Across the Volga from Saratov": no town of that name has an article.
    fn is_river(&self, i: usize, found: &Match, sentence: &Tokens) -> bool {
        let the = i > sentence.start && self.text.word(i - 1).eq_ignore_ascii_case("the");
        let over = found.end >= sentence.end
            || self.text.tokens[found.end].kind == TokenKind::Mark && self.text.word(found.end) != "-"
            || contains("from and in at near to was is has had were before after when where", self.text.word(found.end));
        let small = |p: Place| matches!(p.kind, PlaceKind::City | PlaceKind::District) && !p.capital && p.prominence < KNOWN_CITY;
        let towns = || found.entry.values().filter_map(|(id, _)| self.gazetteer.place(id)).all(small);
        the && over && !found.bare_article && towns()
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
        // "The Johnstown Flood"
        if is_named_event(after) && !found.entry.is_given_name() && !found.entry.is_common_word() {
            return false;
        }
        // "US Navy", "Kenya Police": a country before the name of a body.
        let short = found.entry.values().next().is_some_and(|(_, class)| class == NameClass::Abbreviation);
        let noun = is_never_place(after) || contains("coast red national federal central air foreign defence defense", after);
        // "The Alabama Emergency Management Agency"
        let mut last = found.end;
        while self.capital_word(last + 1, sentence) {
            last += 1;
        }
        let office = last > found.end && is_authority(self.text.word(last)) && self.is_prominent(&found.entry);
        let body = short || self.is_famous(&found.entry) && noun || office;
        if found.entry.is_given_name() && found.end == i + 1 && !body {
            return true;
        }
        !self.is_prominent(&found.entry)
    }

    /// True where the name may as well be a person's or a plain word, and the words around do not speak for a place.
    pub(super) fn is_doubtful(&self, i: usize, found: &Match, sentence: &Tokens, style: Style) -> bool {
        if found.end > i + 1 && !found.entry.is_common_word() || self.completes_pair(i) {
            return false;
        }
        if type_word(if found.end < sentence.end { self.text.word(found.end) } else { "" }).is_some() {
            return false;
        }
        // "The Nevada attorney general"
        let placed = i > sentence.start
            && (takes_place(self.text.word(i - 1))
                || self.text.word(i - 1).eq_ignore_ascii_case("the") && self.is_prominent(&found.entry));
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
    fn is_acronym(&self, i: usize, found: &Match) -> bool {
        let token = &self.text.tokens[i];
        // "NSW", "KZN"
        let region = |id| self.gazetteer.place(id).is_some_and(|p| p.kind == PlaceKind::Region && p.prominence >= KNOWN_REGION);
        let state = token.end - token.start > 2 && found.entry.values().any(|(id, _)| region(id));
        !state && token.all_caps && token.end - token.start <= ACRONYM && !token.line_start
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
    pub(super) fn is_prominent(&self, entry: &Entry) -> bool {
        entry.values().filter(|&(_, class)| class != NameClass::Alternate).filter_map(|(id, _)| self.gazetteer.place(id)).any(
            |p| {
                p.capital
                    || matches!(p.kind, PlaceKind::Country | PlaceKind::Area)
                    || (p.kind == PlaceKind::Region && p.prominence >= KNOWN_REGION)
                    || p.prominence >= KNOWN_CITY
            },
        )
    }

    pub(super) fn remember_people(&mut self, i: usize, end: usize, sentence: &Tokens) {
        let mut last = end;
        while last < end + 2 && self.capital_word(last, sentence) {
            last += 1;
        }
        for t in i..last {
            self.people.insert(self.text.word(t));
        }
    }
}
