//! Definite descriptions: "the capital", "the surrounding region", "the country's second-largest city", "the city", "the enclave".

use super::list::{Resolved, describe};
use super::words::contains;
use super::{PlaceForm, PlaceMention, Places, ResolvedPlace};
use crate::gazetteer::{Gazetteer, Place, PlaceKind};
use crate::report::PlaceType;
use crate::text::{Text, TokenKind, Tokens};
use std::collections::HashMap;

/// Sentences back in which "the city" finds its city.
const REACH: usize = 4;
/// Prominence from which a place is a city rather than a town.
const CITY: f64 = 500_000.0;
/// Confidence of a description that an apposition or its own country names, and of one tied by nearness.
const NAMED: f64 = 0.9;
const NEAR: f64 = 0.7;
/// Votes for the country in focus: a place in it, its name, an adjective; the sentence's own country and the place before count more.
const PLACE_VOTE: f64 = 2.0;
const NAME_VOTE: f64 = 1.0;
const ADJECTIVE_VOTE: f64 = 0.5;
const OWN_SENTENCE: f64 = 0.6;
const JUST_BEFORE: f64 = 0.4;

/// What a description asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ask {
    Capital,
    SecondCity,
    Country,
    City,
    Region,
    SurroundingRegion,
    Area,
}

/// Adds the definite mentions and gives back the finished places.
pub(super) fn add(text: &Text, gazetteer: &Gazetteer, resolved: Resolved) -> Places {
    let mut pass = Pass::new(text, gazetteer, resolved);
    for s in 0..text.sentences.len() {
        pass.sentence(s);
    }
    pass.finish()
}

struct Pass<'t, 'g, 'a> {
    text: &'t Text,
    gazetteer: &'g Gazetteer<'a>,
    list: Vec<ResolvedPlace>,
    known: Vec<Option<Place<'a>>>,
    /// The mentions of names, in text order.
    named: Vec<PlaceMention>,
    /// How many of `named` begin before the token at hand.
    passed: usize,
    out: Vec<PlaceMention>,
    countries: HashMap<u8, f64>,
    total: f64,
}

impl<'t, 'g, 'a> Pass<'t, 'g, 'a> {
    fn new(text: &'t Text, gazetteer: &'g Gazetteer<'a>, resolved: Resolved<'a>) -> Self {
        let mut countries: HashMap<u8, f64> = HashMap::new();
        for mention in &resolved.mentions {
            let Some(place) = &resolved.known[mention.place] else { continue };
            let vote = match (mention.form, place.kind) {
                (PlaceForm::Adjective | PlaceForm::People, _) => ADJECTIVE_VOTE,
                (_, PlaceKind::Country) => NAME_VOTE,
                _ => PLACE_VOTE,
            };
            if let Some(country) = place.country {
                *countries.entry(country).or_default() += vote;
            }
        }
        let total = countries.values().sum::<f64>().max(1.0);
        Pass {
            text,
            gazetteer,
            list: resolved.list,
            known: resolved.known,
            named: resolved.mentions,
            passed: 0,
            out: Vec::new(),
            countries,
            total,
        }
    }

    fn sentence(&mut self, s: usize) {
        let tokens = self.text.sentences[s].tokens.clone();
        let mut i = tokens.start;
        while i < tokens.end {
            while self.passed < self.named.len() && self.named[self.passed].tokens.start < i {
                self.passed += 1;
            }
            if let Some(mention) = self.named.get(self.passed).filter(|m| m.tokens.start == i) {
                i = mention.tokens.end;
                continue;
            }
            // What a name takes up is no description: "the village New Brod".
            let free = |range: &Tokens| self.named.get(self.passed).is_none_or(|m| m.tokens.start >= range.end);
            i = match self.description(i, &tokens).filter(|(range, _)| free(range)) {
                Some((range, ask)) => {
                    let end = range.end;
                    self.resolve(range, ask, s);
                    end
                }
                None => i + 1,
            };
        }
    }

    fn word(&self, i: usize, sentence: &Tokens) -> &'t str {
        if i < sentence.end { self.text.word(i) } else { "" }
    }

    /// A description that begins at token `i`.
    fn description(&self, i: usize, sentence: &Tokens) -> Option<(Tokens, Ask)> {
        let word = |k: usize| self.word(k, sentence);
        let is = |k: usize, list: &str| contains(list, word(k));
        let the = is(i, "the this that");
        let possessed = i > sentence.start && (self.text.tokens[i - 1].kind == TokenKind::Clitic || self.follows_adjective(i));
        if !the && !possessed {
            return None;
        }
        let head = i + usize::from(the);
        if the && is(head, "country") && self.text.tokens.get(head + 1).is_some_and(|t| t.kind == TokenKind::Clitic) {
            let next = head + 2;
            if is(next, "second-largest second-biggest second") && is(next + 1, "city") {
                return Some((i..next + 2, Ask::SecondCity));
            }
            if is(next, "capital") {
                return Some((i..next + 1, Ask::Capital));
            }
            return Some((i..head + 1, Ask::Country));
        }
        if is(head, "second-largest second-biggest") && is(head + 1, "city") {
            return Some((i..head + 2, Ask::SecondCity));
        }
        if is(head, "capital") && !is(head + 1, "punishment gains markets letters crime murder flows investment expenditure") {
            let end = head + 1 + usize::from(is(head + 1, "city"));
            return Some((i..end, Ask::Capital));
        }
        if !the {
            return None;
        }
        if is(head, "surrounding") && is(head + 1, "region area areas province oblast countryside districts governorate") {
            return Some((i..head + 2, Ask::SurroundingRegion));
        }
        let ask = match word(head).to_ascii_lowercase().as_str() {
            "country" => Ask::Country,
            "city" | "town" | "village" => Ask::City,
            "region" | "province" | "oblast" | "governorate" => Ask::Region,
            "enclave" | "strip" | "territory" => Ask::Area,
            _ => return None,
        };
        // "the city council", "the region of …" say something else.
        let noun_follows = is(head + 1, "of council hall centre center administration authorities line");
        (!noun_follows).then_some((i..head + 1, ask))
    }

    /// "the Sudanese capital".
    fn follows_adjective(&self, i: usize) -> bool {
        self.passed > 0 && self.named[self.passed - 1].tokens.end == i && self.named[self.passed - 1].form == PlaceForm::Adjective
    }

    fn resolve(&mut self, range: Tokens, ask: Ask, s: usize) {
        if self.is_of_region(&range, ask) && self.apposed(&range, ask).is_none() {
            return;
        }
        let apposed = self.apposed(&range, ask);
        let found = apposed.map(|p| (p, NAMED)).or_else(|| self.look(&range, ask, s));
        if let Some((place, confidence)) = found {
            self.list[place].confidence = self.list[place].confidence.max(confidence.min(NEAR));
            self.out.push(PlaceMention { tokens: range, place, form: PlaceForm::Definite });
        }
    }

    /// The place named right behind: "the country's second-largest city, Kharkiv"; "the capital Khartoum".
    fn apposed(&self, range: &Tokens, ask: Ask) -> Option<usize> {
        if !matches!(ask, Ask::Capital | Ask::SecondCity | Ask::City) {
            return None;
        }
        // "Nyala, the capital of South Darfur"
        let before =
            self.named[..self.passed].last().filter(|m| m.tokens.end + 1 == range.start && self.text.word(m.tokens.end) == ",");
        if let Some(before) = before.filter(|m| m.form == PlaceForm::Name && self.list[m.place].kind == PlaceType::City) {
            return Some(before.place);
        }
        let comma = usize::from(self.text.word(range.end) == ",");
        let next = self.named[self.passed..].iter().find(|m| m.tokens.start >= range.end)?;
        let fits = next.tokens.start == range.end + comma
            && next.form == PlaceForm::Name
            && self.list[next.place].kind == PlaceType::City;
        let right = match ask {
            Ask::Capital => self.list[next.place].is_capital || comma == 0,
            _ => true,
        };
        (fits && right).then_some(next.place)
    }

    /// "the capital of South Darfur" is no country's.
    fn is_of_region(&self, range: &Tokens, ask: Ask) -> bool {
        ask == Ask::Capital && self.text.word(range.end) == "of" && self.of_country(range).is_none()
    }

    fn look(&mut self, range: &Tokens, ask: Ask, s: usize) -> Option<(usize, f64)> {
        let owner = self.owner(range);
        match ask {
            Ask::Capital | Ask::SecondCity => {
                let country = owner.or_else(|| self.of_country(range)).or_else(|| self.focus(s))?;
                let id = if ask == Ask::Capital { self.gazetteer.capital(country) } else { self.gazetteer.second_city(country) }?;
                let place = self.gazetteer.place(id)?;
                Some((self.index(place, range), if owner.is_some() { NAMED } else { NEAR }))
            }
            Ask::Country => {
                let place = self.gazetteer.place(self.gazetteer.country_place(self.focus(s)?)?)?;
                Some((self.index(place, range), NEAR))
            }
            Ask::City => self.last_city(s, range).map(|p| (p, NEAR)),
            Ask::Area => self.last(s, |p| p.kind == PlaceType::Area).map(|p| (p, NEAR)),
            Ask::Region => {
                let last = self.last(s, |p| matches!(p.kind, PlaceType::Region | PlaceType::City))?;
                if self.list[last].kind == PlaceType::Region { Some((last, NEAR)) } else { self.region_around(last, range) }
            }
            Ask::SurroundingRegion => {
                let last = self.last(s, |p| p.kind == PlaceType::City)?;
                self.region_around(last, range)
            }
        }
    }

    /// The country whose possessive or adjective stands right before: "Sudan's capital".
    fn owner(&self, range: &Tokens) -> Option<u8> {
        let before = self.named[..self.passed].last()?;
        let gap = range.start.checked_sub(before.tokens.end)?;
        if gap > 1 || (gap == 1 && self.text.tokens[before.tokens.end].kind != TokenKind::Clitic) {
            return None;
        }
        self.known[before.place].filter(|p| p.kind == PlaceKind::Country)?.country
    }

    /// "the capital of Sudan".
    fn of_country(&self, range: &Tokens) -> Option<u8> {
        let next = self.named[self.passed..].iter().find(|m| m.tokens.start >= range.end)?;
        let of = self.text.word(range.end) == "of" && next.tokens.start == range.end + 1;
        self.known[next.place].filter(|p| of && p.kind == PlaceKind::Country)?.country
    }

    /// The country that the text is about at this sentence.
    fn focus(&self, s: usize) -> Option<u8> {
        let start = self.text.sentences[s].tokens.start;
        let mut votes: Vec<(u8, f64)> = self.countries.iter().map(|(&c, &v)| (c, v / self.total)).collect();
        votes.sort_unstable_by_key(|v| v.0);
        let before = &self.named[..self.passed];
        let own = before.iter().rev().take_while(|m| m.tokens.start >= start).filter(|m| m.form != PlaceForm::Adjective);
        let own = own.filter_map(|m| self.known[m.place]?.country).next();
        let last = before
            .iter()
            .rev()
            .find(|m| self.known[m.place].is_some_and(|p| p.kind != PlaceKind::Country))
            .and_then(|m| self.known[m.place]?.country);
        for (country, vote) in &mut votes {
            *vote +=
                if own == Some(*country) { OWN_SENTENCE } else { 0.0 } + if last == Some(*country) { JUST_BEFORE } else { 0.0 };
        }
        votes.into_iter().max_by(|a, b| a.1.total_cmp(&b.1)).map(|v| v.0)
    }

    /// "the city" is the last city of the country in focus, rather a large one than a quarter of it; "the town" is the last of any size.
    fn last_city(&self, s: usize, range: &Tokens) -> Option<usize> {
        let country = self.focus(s).and_then(|c| self.gazetteer.country_code(c));
        let here = |p: &ResolvedPlace| p.kind == PlaceType::City && (country.is_none() || p.country.as_deref() == country);
        let large = |p: &ResolvedPlace| {
            here(p)
                && self
                    .list
                    .iter()
                    .position(|q| std::ptr::eq(p, q))
                    .and_then(|i| self.known[i])
                    .is_some_and(|k| k.prominence >= CITY)
        };
        let wants_city = range.clone().any(|t| self.text.word(t).eq_ignore_ascii_case("city"));
        wants_city.then(|| self.last(s, large)).flatten().or_else(|| self.last(s, here))
    }

    /// The last place before the description that fits, at most a few sentences back.
    fn last(&self, s: usize, fits: impl Fn(&ResolvedPlace) -> bool) -> Option<usize> {
        let from = self.text.sentences[s.saturating_sub(REACH)].tokens.start;
        let named = self.named[..self.passed].iter().rev().find(|m| m.form != PlaceForm::Adjective && fits(&self.list[m.place]));
        let described = self.out.last().filter(|m| fits(&self.list[m.place]));
        let last = match (named, described) {
            (Some(n), Some(d)) => Some(if d.tokens.start > n.tokens.start { d } else { n }),
            (n, d) => n.or(d),
        };
        last.filter(|m| m.tokens.start >= from).map(|m| m.place)
    }

    /// The first-level region around a city; around a city that is a region of its own, the region that bears its name.
    fn region_around(&mut self, city: usize, range: &Tokens) -> Option<(usize, f64)> {
        let place = self.known[city]?;
        let own = self.gazetteer.place(self.gazetteer.region_place(place.region?)?)?;
        let namesake = self
            .gazetteer
            .region_of_name(place.name, place.country?)
            .filter(|&r| r != own.id)
            .and_then(|r| self.gazetteer.place(r));
        let region = namesake.filter(|_| place.capital).unwrap_or(own);
        Some((self.index(region, range), NEAR))
    }

    /// The index of a gazetteer place in the list, where it is put if it is new.
    fn index(&mut self, place: Place<'a>, range: &Tokens) -> usize {
        if let Some(known) = self.known.iter().position(|k| k.is_some_and(|k| k.id == place.id)) {
            return known;
        }
        let written = self.text.words(range);
        self.list.push(describe(self.gazetteer, &place, written, "", NEAR));
        self.known.push(Some(place));
        self.list.len() - 1
    }

    fn finish(mut self) -> Places {
        self.named.append(&mut self.out);
        self.named.sort_by_key(|m| m.tokens.start);
        Places { list: self.list, mentions: self.named }
    }
}
