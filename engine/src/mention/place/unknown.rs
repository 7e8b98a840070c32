//! Names that the gazetteer lacks: what the words around must say before such a name is a place.

use super::PlaceForm;
use super::recognise::{Candidate, Scan, Style};
use super::words::*;
use crate::gazetteer::{Key, PlaceKind, is_article};
use crate::lexicon;
use crate::text::{TokenKind, Tokens};

/// Most tokens of an unknown name.
const MAX_NAME: usize = 3;
/// Fewest bytes of its longest word.
const MIN_WORD: usize = 4;
/// Most names of a list before the one that holds them all.
const MAX_LIST: usize = 8;

impl<'t> Scan<'t, '_, '_> {
    /// A name that the gazetteer does not know where the words around tell of a place: "the village of Norvika", "Kyiv's Zalissia district",
    /// "at Norvika, Borno State". Returns the token behind it, the next token where there is none.
    pub(super) fn unknown(&mut self, i: usize, sentence: &Tokens, style: Style) -> usize {
        let opener = i == sentence.start && is_opener(self.text.word(i));
        let word = self.text.word(i);
        let named = self.text.tokens[i].capital || word.contains('-') && self.small_start(i, sentence);
        if style == Style::Title || opener || !named {
            return i + 1;
        }
        let told = if style == Style::Caps { self.typed(i, sentence) } else { self.told_as_place(i, sentence) };
        let Some((tokens, end, want)) = told else { return i + 1 };
        for t in i..end {
            self.people.remove(self.text.word(t));
        }
        self.told.insert(self.text.words(&(i..end)));
        self.out.push(Candidate::told(tokens.clone(), i..end, want));
        tokens.end
    }

    /// "IN QARABAGH DISTRICT": amid capitals only the type word tells a name.
    fn typed(&self, i: usize, sentence: &Tokens) -> Option<(Tokens, usize, Want)> {
        let end = self.name_end(i, sentence);
        let (stop, want) = self.type_behind(end, sentence)?;
        let plain = |t: usize| !self.spoils(t) && !self.is_vocabulary(t) && !takes_place(self.text.word(t));
        (names_unknown(self.text.word(stop - 1)) && (i..end).all(plain)).then_some((i..stop, end, want))
    }

    /// The tokens with type word, the end of the name, and what it is.
    fn told_as_place(&mut self, i: usize, sentence: &Tokens) -> Option<(Tokens, usize, Want)> {
        let (end, word) = (self.name_end(i, sentence), self.text.word(i));
        if let Some(found) = self.landform(i, end, sentence) {
            return Some(found);
        }
        let body = end < sentence.end && self.capital_word(end, sentence) && is_duty(self.text.word(end - 1));
        let someone = self.holds_office(end, sentence);
        // "Near Kelm and Norvin roads"
        let behind = self.word_in(end, sentence);
        let joined = contains("and &", behind) && self.capital_word(end + 1, sentence);
        let street = are_streets(behind) || joined && (end + 2..end + 4).any(|t| are_streets(self.word_in(t, sentence)));
        if harmless_before(word) || body || someone || street || (i..end).any(|t| is_faith(self.text.word(t))) {
            return None;
        }
        let before = self.type_before(i, sentence).filter(|&(start, _)| {
            !self.text.word(start).eq_ignore_ascii_case("state") && names_unknown(self.text.word(start))
                || self.text.word(start).eq_ignore_ascii_case("city")
        });
        if let Some((start, want)) = before {
            return Some((start..end, end, want));
        }
        // "Barangay Norvika", "a place called Norvika"
        let last = self.before(i, sentence);
        let called = contains("called named", last) && i > sentence.start + 1 && {
            let noun = self.text.word(i - 2);
            type_word(noun).is_some() || contains("place area location spot site", noun)
        };
        let free = self.out.last().is_none_or(|c| c.tokens.end < i);
        let begun = free && begins_village(last) && (i..end).all(|t| !self.spoils(t));
        if called || begun {
            let start = i - usize::from(begun);
            return Some((start..end, end, Want::City));
        }
        // "In the Norvika and Norvitsa regions"
        let plain = (i..end).all(|t| !self.is_vocabulary(t) && !self.spoils(t));
        let led_by_the = self.before(i, sentence).eq_ignore_ascii_case("the");
        if plain && (led_by_the || takes_place(self.before(i, sentence))) && self.shares_plural(end, sentence) {
            return Some((i..end, end, Want::District));
        }
        if plain
            && self.goes_on_list(i, sentence)
            && let Some((stop, _)) = self.type_behind(end, sentence).filter(|&(stop, _)| is_plural_type(self.text.word(stop - 1)))
        {
            return Some((i..stop, end, Want::District));
        }
        let behind = self.type_behind(end, sentence).filter(|&(stop, want)| {
            let word = self.text.word(stop - 1);
            let government = word.eq_ignore_ascii_case("area");
            (names_unknown(word) || government) && !is_plural_type(word) && want != Want::Region
        });
        if let Some((stop, want)) = behind {
            return Some((i..stop, end, want));
        }
        // "The mountain roads of Norvika province, Kelm"
        if plain
            && contains("province state governorate prefecture", self.word_in(end, sentence))
            && (takes_place(last) || led_by_the && takes_place(self.before(i - 1, sentence)))
            && self.held_behind(end + 1, sentence)
        {
            return Some((i..end + 1, end, Want::Region));
        }
        // "Norvika village of Kelm district"
        let word = |t: usize| self.word_in(t, sentence);
        if plain
            && contains("village hamlet barangay locality", word(end))
            && word(end + 1) == "of"
            && self.longest(end + 2, sentence.end, Style::Plain).is_some()
        {
            return Some((i..end + 1, end, Want::City));
        }
        // "The attack on the Norvika police station in Kelm"
        if plain && led_by_the && self.names_post(end, sentence) {
            return Some((i..end, end, Want::City));
        }
        // "Attacked Norvika community", where no list of faiths and peoples has the name.
        let lead = if led_by_the { self.before(i - 1, sentence) } else { self.before(i, sentence) };
        let led = takes_place(lead) || is_attack_verb(lead);
        let people = (i..end).any(|t| self.is_vocabulary(t) || self.spoils(t));
        if led && !people && matches!(self.word_in(end, sentence), "community" | "communities") {
            return Some((i..end + 1, end, Want::City));
        }
        if end < sentence.end && is_landscape(self.text.word(end)) && self.before(i, sentence).eq_ignore_ascii_case("the") {
            return Some((i..end + 1, end, Want::District));
        }
        // "Crews from Norvika and Kelm"
        let beside_known =
            end == i + 1 && plain && contains("from in to", last) && !self.is_given_name(i) && self.lists_known(end, sentence);
        let again = beside_known || self.told.contains(self.text.words(&(i..end)));
        let told = again || self.is_apposed(i, end, sentence) || self.is_led_to(i, end, sentence);
        told.then_some((i..end, end, Want::Any))
    }

    fn name_end(&self, i: usize, sentence: &Tokens) -> usize {
        let mut end = i + 1;
        let arabic = |t: usize| t < sentence.end && self.text.word(t).contains('-') && self.small_start(t, sentence);
        // "Norvika Local Government Area"
        let government = |t: usize| self.text.word(t) == "Local" && self.word_in(t + 1, sentence) == "Government";
        while end < i + MAX_NAME
            && (self.capital_word(end, sentence) || arabic(end))
            && type_word(self.text.word(end)).is_none()
            && !government(end)
        {
            end += 1;
        }
        end
    }

    fn before(&self, i: usize, sentence: &Tokens) -> &'t str {
        if i > sentence.start { self.text.word(i - 1) } else { "" }
    }

    fn word_in(&self, t: usize, sentence: &Tokens) -> &'t str {
        if t < sentence.end { self.text.word(t) } else { "" }
    }

    /// "Mount Norvik", "Lake Norvik", "Norvik island", "the Norvik Pass", "the Norvik bridge".
    fn landform(&self, i: usize, end: usize, sentence: &Tokens) -> Option<(Tokens, usize, Want)> {
        let word = self.text.word(i);
        let is_name = |from: usize, to: usize| to > from && (from..to).any(|t| !self.is_vocabulary(t) && !self.spoils(t));
        if begins_landform(word) && end > i + 1 && self.text.tokens[i + 1].capital && is_name(i + 1, end) {
            return Some((i..end, end, Want::Land));
        }
        let protected = end > i + 2
            && contains("national game nature wildlife", self.text.word(end - 2))
            && contains("park reserve forest", self.text.word(end - 1));
        if protected && is_name(i, end - 2) {
            return Some((i..end, end, Want::Land));
        }
        // With a capital the word belongs to the name, otherwise it stands behind it.
        let inside = end > i + 1 && ends_landform(self.text.word(end - 1)).is_some();
        let (name, at) = if inside { (end - 1, end - 1) } else { (end, end) };
        // "The Norvik Bridge Company"
        let goes_on = self.capital_word(at + 1, sentence);
        let want =
            ends_landform(self.word_in(at, sentence)).filter(|_| is_name(i, name) && !harmless_before(word) && !goes_on)?;
        let led = {
            let before = self.before(i, sentence);
            let before = if before.eq_ignore_ascii_case("the") { self.before(i - 1, sentence) } else { before };
            takes_place(before) || contains("of ’s 's", before)
        };
        (led || want == Want::Land && !inside).then(|| (i..at + 1, if inside { end } else { name }, want))
    }

    /// "Near Norvika,", "at Norvika, south of the lake", "in al-Norvika".
    fn is_apposed(&self, i: usize, end: usize, sentence: &Tokens) -> bool {
        let word = |t: usize| self.word_in(t, sentence);
        let (first, token, before) = (self.text.word(i), &self.text.tokens[i], self.before(i, sentence));
        // "At Norvika, 230 kilometres south-east of Kelm", "at the Norvik River Mine, 46 km from Kelm"
        let measured = word(end) == ","
            && word(end + 1).starts_with(|c: char| c.is_ascii_digit())
            && (is_measure(word(end + 1).trim_start_matches(|c: char| c.is_ascii_digit())) || is_measure(word(end + 2)));
        let lead = if before == "the" { self.before(i - 1, sentence) } else { before };
        let closed = end < sentence.end && self.text.tokens[end].kind == TokenKind::Mark && (end - i <= 2 || measured);
        // "The Battle of Long Norvik" makes a person of no village that it was fought near.
        let beside = contains("near outside", before) && end - i == 2;
        let spoilt = |t: usize| self.spoils(t) && !(beside && self.people.contains(self.text.word(t)));
        if !closed || token.all_caps || (i..end).all(|t| self.text.word(t).len() < MIN_WORD) || (i..end).any(spoilt) {
            return false;
        }
        if measured && contains("in at near outside", lead) && !(i..end).all(|t| self.is_vocabulary(t)) {
            return true;
        }
        if self.is_village_apposed(end, sentence) && !(i..end).all(|t| self.is_vocabulary(t)) {
            return true;
        }
        if !contains("in at near outside", before) {
            return false;
        }
        // "In Norvika, where 62 homes stood"
        if word(end) == "," && word(end + 1) == "where" && !(i..end).all(|t| self.is_vocabulary(t)) {
            return true;
        }
        let article = first.split_once('-').is_some_and(|(a, rest)| is_article(a) && !is_movement(rest));
        let apposed = word(end) == ","
            && (leads_on_map(word(end + 1)) || contains("a an the", word(end + 1)) && type_word(word(end + 2)).is_some());
        article || apposed || contains("near outside", before) && matches!(word(end), "," | "." | ";")
    }

    /// "Norvika, a remote village in Kelm": what the name is follows it, and where that lies.
    fn is_village_apposed(&self, end: usize, sentence: &Tokens) -> bool {
        let word = |t: usize| self.word_in(t, sentence);
        if !matches!(word(end), "," | "(" | "–" | "—") || !contains("a an the", word(end + 1)) {
            return false;
        }
        // "A port town 200 km south of Kelm"
        let measured = |t: usize| word(t + 1).starts_with(|c: char| c.is_ascii_digit());
        let told = |t: usize| leads_on_map(word(t + 1)) || contains("of on along close where", word(t + 1)) || measured(t);
        (end + 2..end + 5).any(|t| matches!(type_word(word(t)), Some(Want::City | Want::District)) && told(t))
    }

    /// "At Norvika, Borno State": what holds it follows. "Killed in Norvika on Friday": the sentence tells of harm.
    fn is_led_to(&mut self, i: usize, end: usize, sentence: &Tokens) -> bool {
        let plain = (i..end).all(|t| !self.text.tokens[t].all_caps && !self.spoils(t));
        if !plain || (i..end).all(|t| self.text.word(t).len() < MIN_WORD) || (i..end).all(|t| self.is_vocabulary(t)) {
            return false;
        }
        // "In Kelm, Ann Norvin, 70, died": who has an age is no place.
        let aged =
            self.word_in(end, sentence) == "," && self.text.tokens.get(end + 1).is_some_and(|t| t.kind == TokenKind::Number);
        let aged = aged && matches!(self.word_in(end + 2, sentence), "," | ".");
        if aged {
            return false;
        }
        let lead = self.lead(i, sentence);
        let listed = self.goes_on_list(i, sentence) && !self.names_officer(i, end, sentence);
        if (listed || leads_to_place(lead) || is_attack_verb(lead)) && self.held_behind(end, sentence) {
            return true;
        }
        let site = lead.eq_ignore_ascii_case("at") && i > sentence.start + 1 && {
            let noun = self.text.word(i - 2);
            tells_of_harm(noun) || contains("post base camp checkpoint outpost garrison barracks depot crossing mine", noun)
        };
        let raided = contains("on of", lead) && i > sentence.start + 1 && is_raid(self.text.word(i - 2));
        // "Angry residents of Norvika"
        let dwellers = lead.eq_ignore_ascii_case("of")
            && i > sentence.start + 1
            && contains("residents villagers inhabitants suburb suburbs", self.text.word(i - 2));
        let narrow = dwellers
            || site
            || raided
            || listed
            || leads_into_place(lead)
            || lead.eq_ignore_ascii_case("of") && self.measures_from(i, sentence);
        narrow
            && end - i <= 2
            && (dwellers || self.is_closed(end, sentence) || raided)
            && sentence.clone().any(|t| tells_of_harm(self.text.word(t)))
    }

    /// "… and Norvitsa regions": a list of names goes on to a plural type word.
    pub(super) fn shares_plural(&self, end: usize, sentence: &Tokens) -> bool {
        let mut at = end;
        for _ in 0..MAX_LIST {
            let mut next = at;
            while next < sentence.end && self.is_list_link(next) {
                next += 1;
            }
            if next == at || !self.capital_word(next, sentence) {
                return false;
            }
            at = self.name_end(next, sentence);
            let word = self.word_in(at, sentence);
            if is_plural_type(word) && word.starts_with(char::is_lowercase) {
                return true;
            }
        }
        false
    }

    /// "… and Kelm": a known town is next in the list.
    fn lists_known(&mut self, end: usize, sentence: &Tokens) -> bool {
        let next = end + 1;
        if self.word_in(end, sentence) != "and" || !self.capital_word(next, sentence) {
            return false;
        }
        let Some(found) = self.longest(next, sentence.end, Style::Plain) else { return false };
        let entry = &found.entry;
        let city = entry.values().filter_map(|(id, _)| self.gazetteer.place(id)).any(|p| p.kind == PlaceKind::City);
        city && !entry.is_common_word() && !entry.is_given_name() && self.is_closed(found.end, sentence)
    }

    /// The word before the name, and before compass words and the like.
    fn lead(&self, i: usize, sentence: &Tokens) -> &'t str {
        let mut i = i;
        while i > sentence.start + 1
            && (is_compass(self.text.word(i - 1)) || contains("nearby neighbouring neighboring rural", self.text.word(i - 1)))
        {
            i -= 1;
        }
        self.before(i, sentence)
    }

    /// "South of Norvika", "on the outskirts of Norvika".
    fn measures_from(&self, i: usize, sentence: &Tokens) -> bool {
        i >= sentence.start + 2
            && (is_compass(self.text.word(i - 2))
                || leads_on_map(self.text.word(i - 2))
                || contains("outskirts edge slopes slope resort", self.text.word(i - 2)))
    }

    /// "… police station in Kelm": what bears the name of its village, and what holds that.
    fn names_post(&mut self, end: usize, sentence: &Tokens) -> bool {
        let police = contains("police army military border customs", self.word_in(end, sentence));
        let at = end + usize::from(police);
        contains("station post outpost checkpoint camp base barracks market mine", self.word_in(at, sentence))
            && self.word_in(at + 1, sentence) == "in"
            && self.held_behind(at + 1, sentence)
    }

    /// "The governor of Kelm, Ann Norvin, said": who holds the office stands behind the comma.
    fn names_officer(&self, i: usize, end: usize, sentence: &Tokens) -> bool {
        let Some(last) = self.out.last().filter(|c| c.tokens.start >= sentence.start + 2) else { return false };
        let office = |t: usize| {
            is_title(self.text.word(t)) || contains("head director chairman chairwoman leader commander chief", self.text.word(t))
        };
        let of = contains("of for in", self.text.word(last.tokens.start - 1)) && office(last.tokens.start - 2);
        self.text.word(i - 1) == "," && (of || end - i > 1 && (i..end).any(|t| self.is_given_name(t)))
    }

    /// "Ann Norvin, the governor, said": an office behind the comma tells a person.
    fn holds_office(&self, end: usize, sentence: &Tokens) -> bool {
        let word = |t: usize| self.word_in(t, sentence);
        let small = |t: &usize| word(*t).starts_with(char::is_lowercase);
        word(end) == "," && (end + 1..end + 5).take_while(small).any(|t| is_office(word(t)))
    }

    fn is_given_name(&self, t: usize) -> bool {
        let mut key = Key::default();
        key.push(self.text.word(t));
        self.gazetteer.look_up(key.as_str()).entry.is_some_and(|e| e.is_given_name())
    }

    /// The next name of a list of names that the gazetteer lacks.
    fn goes_on_list(&self, i: usize, sentence: &Tokens) -> bool {
        let mut at = i;
        while at > sentence.start && self.is_list_link(at - 1) {
            at -= 1;
        }
        at < i && self.out.last().is_some_and(|c| c.tokens.end == at && c.form == PlaceForm::Name && c.supported)
    }

    /// True where the place that holds the name stands behind it, or behind the list that it begins: ", Borno State", "(Fizi, South Kivu)", "and Norvitsa in
    /// Plateau State".
    fn held_behind(&mut self, end: usize, sentence: &Tokens) -> bool {
        let mut at = end;
        for _ in 0..MAX_LIST {
            let word = self.word_in(at, sentence);
            if !matches!(word, "," | "(" | "in" | "of" | "and" | "&" | "on") {
                return false;
            }
            let list = matches!(word, "and" | "&");
            let mut next = at + 1;
            while matches!(self.word_in(next, sentence), "," | "and")
                || !list
                    && next < at + 5
                    && (links_container(self.word_in(next, sentence)) || self.word_in(next, sentence) == "the")
                    && !self.text.tokens[next].capital
            {
                next += 1;
            }
            if !self.capital_word(next, sentence) {
                return false;
            }
            if let Some(found) = self.longest(next, sentence.end, Style::Plain).filter(|_| !list) {
                let after = self.word_in(found.end, sentence);
                let person = found.entry.is_given_name() && self.capital_word(found.end, sentence) && type_word(after).is_none();
                let subject = matches!(after, "said" | "says" | "’s" | "'s" | "’") && word == ",";
                return !(person || subject || found.entry.is_common_word() && word == ",");
            }
            if self.spoils(next) || self.is_vocabulary(next) && !self.is_arabic_article(next) {
                return false;
            }
            at = self.name_end(next, sentence);
            // "In Norvika union of Kelm"
            at += usize::from(self.word_in(at, sentence).starts_with(char::is_lowercase) && self.is_unit(at, sentence));
        }
        false
    }

    fn is_unit(&self, t: usize, sentence: &Tokens) -> bool {
        let word = self.word_in(t, sentence);
        type_word(word).is_some() || contains("union block upazila", word)
    }

    /// True where the name is over: a mark, or a word that goes on with the sentence, but no noun of which the name says more.
    fn is_closed(&self, end: usize, sentence: &Tokens) -> bool {
        end >= sentence.end
            || match self.text.tokens[end].kind {
                TokenKind::Mark => !matches!(self.text.word(end), "-" | "/" | "&" | "’" | "'"),
                TokenKind::Word => goes_on_behind_place(self.text.word(end)),
                _ => false,
            }
    }

    /// A common word, an actor or a weapon, whatever its case.
    pub(super) fn is_vocabulary(&self, t: usize) -> bool {
        let word = self.text.word(t).to_lowercase();
        lexicon::rows(&word).next().is_some() || word.strip_suffix('s').is_some_and(|one| lexicon::rows(one).next().is_some())
    }

    /// "At Tuhayat", "As Salif": the article before a sun letter, with a capital amid the sentence.
    fn is_arabic_article(&self, t: usize) -> bool {
        let capital = |i: usize| self.text.tokens.get(i).is_some_and(|k| k.capital && k.kind == TokenKind::Word);
        is_article(self.text.word(t)) && capital(t) && capital(t + 1)
    }

    /// A word that makes a name one of a person, a body, a day, a law, a medium.
    fn spoils(&self, t: usize) -> bool {
        let word = self.text.word(t);
        // "Hamas-run", "Paris-based".
        let compound = word.rsplit_once('-').is_some_and(|(head, tail)| {
            tail.starts_with(char::is_lowercase) && lexicon::rows(tail).next().is_some() && !is_article(head)
        });
        compound
            || is_title(word)
            || spoils_before(word)
            || spoils_after(word)
            || is_never_place(word)
            || is_movement(word)
            || is_opener(word) && !self.is_arabic_article(t)
            || self.people.contains(word) && !self.told.contains(word)
    }
}
