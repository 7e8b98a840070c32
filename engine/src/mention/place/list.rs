//! The list of places: each resolved place once, names that the gazetteer lacks, and the mentions that point at them.

use super::recognise::Candidate;
use super::resolve::{Group, SMALL, Sense, distance, elsewhere, holds};
use super::words::{Want, is_quarter, tells_of_harm, type_word};
use super::{PlaceForm, PlaceMention, ResolvedPlace, offset};
use crate::gazetteer::{Gazetteer, Key, NameClass, Place, PlaceId, PlaceKind};
use crate::report::PlaceType;
use crate::text::{Text, Tokens};
use std::collections::HashMap;

/// Countries whose towns are written with their state: "Salem, Oregon".
const PAIRED_STATES: &[&str] = &["US", "CA", "AU"];
/// Countries whose names of towns were carried all over the world.
pub(super) const NAMESAKES: &[&str] = &["US", "CA", "AU", "GB", "NZ"];
/// A place of this prominence is believed even where the text seems to put it elsewhere.
const WELL_KNOWN: f64 = 1_000_000.0;
/// Likewise where the text seems to put it in another country.
const FAMOUS: f64 = 5_000_000.0;
/// A place of less prominence is hardly ever named in passing.
const TINY: f64 = 8_000.0;
/// Confidence of a name that the gazetteer lacks, put where the text has it, put where the text last was, and put nowhere.
const UNKNOWN_CONFIDENCE: f64 = 0.3;
const LAST_CONFIDENCE: f64 = 0.25;
const NOWHERE_CONFIDENCE: f64 = 0.15;
/// A quarter lies no farther from its city, in kilometres.
const QUARTER: f64 = 60.0;
/// Most names between an unknown name and the known one that holds it.
const CHAIN: usize = 8;

/// What resolution hands on: the list, with the gazetteer's place behind each entry, and the mentions.
pub(super) struct Resolved<'a> {
    pub list: Vec<ResolvedPlace>,
    pub known: Vec<Option<Place<'a>>>,
    pub mentions: Vec<PlaceMention>,
}

/// Writes down what the groups agreed on.
pub(super) fn write<'a>(
    text: &Text,
    gazetteer: &Gazetteer<'a>,
    candidates: &[Candidate<'a>],
    of: &[Option<usize>],
    groups: &[Group<'a>],
) -> Resolved<'a> {
    let resolved = Resolved { list: Vec::new(), known: Vec::new(), mentions: Vec::new() };
    let votes = votes_of(groups);
    let country = main_country(&votes);
    Output { text, gazetteer, resolved, by_id: HashMap::new(), country, votes, told: HashMap::new() }
        .write(candidates, of, groups)
}

struct Output<'t, 'g, 'a> {
    text: &'t Text,
    gazetteer: &'g Gazetteer<'a>,
    resolved: Resolved<'a>,
    by_id: HashMap<PlaceId, usize>,
    /// The country of most places of the text.
    country: Option<u8>,
    votes: HashMap<u8, usize>,
    /// Names that the text has put elsewhere than the gazetteer does, without type word, with their index in the list.
    told: HashMap<String, usize>,
}

/// How often the text names places of each country.
fn votes_of(groups: &[Group]) -> HashMap<u8, usize> {
    let mut votes: HashMap<u8, usize> = HashMap::new();
    // "Israeli" tells who acts rather than where.
    for group in groups.iter().filter(|g| g.vote >= 1.0) {
        if let Some(country) = group.senses.get(group.best).and_then(|s| s.place.country) {
            *votes.entry(country).or_default() += group.mentions;
        }
    }
    votes
}

/// The country in which more than half of the places lie that the text names.
fn main_country(votes: &HashMap<u8, usize>) -> Option<u8> {
    let all: usize = votes.values().sum();
    votes.iter().find(|&(_, count)| 2 * count > all).map(|(country, _)| *country)
}

impl<'a> Output<'_, '_, 'a> {
    fn write(mut self, candidates: &[Candidate<'a>], of: &[Option<usize>], groups: &[Group<'a>]) -> Resolved<'a> {
        let mut merged = false;
        for (i, candidate) in candidates.iter().enumerate() {
            if std::mem::take(&mut merged) {
                continue;
            }
            let Some(group) = of[i].map(|g| &groups[g]) else {
                if candidate.entry.is_none() {
                    let along = || of[candidate.along?].map(|g| groups[g].senses[groups[g].best].place);
                    let near = || of[candidate.near?].map(|g| groups[g].senses[groups[g].best].place);
                    let said = self.said(candidate, candidates, of, groups);
                    // "Norvika, a port 200 km south-west of Kelm" is not in Kelm.
                    let way =
                        || candidate.near.and_then(|b| offset::told(self.text, candidate.tokens.end..candidates[b].tokens.start));
                    let measured = if said.is_none() && candidate.along.is_none() { near().zip(way()) } else { None };
                    self.unknown(candidate, said.or_else(along).or_else(near));
                    if let Some((from, way)) = measured {
                        self.shift(&from, way);
                    }
                }
                continue;
            };
            let sense = &group.senses[group.best];
            if let Some((holder, whole)) = self.contradiction(candidate, sense, candidates, of, groups) {
                self.unknown(candidate, Some(holder));
                let known = self.resolved.mentions.last().map(|m| m.place);
                self.told.extend(known.map(|place| (bare(self.text.words(&candidate.name)).to_string(), place)));
                if let (Some(mention), Some(b), true) = (self.resolved.mentions.last_mut(), candidate.inside, whole) {
                    mention.tokens.end = candidates[b].tokens.end;
                    merged = true;
                }
                continue;
            }
            // "Kelm's Norvin district" once, "Norvin" from then on.
            let again = self.told.get(self.text.words(&candidate.name)).copied();
            if let Some(place) = again.filter(|_| candidate.inside.is_none() && candidate.form == PlaceForm::Name) {
                let tokens = candidate.tokens.clone();
                self.resolved.mentions.push(PlaceMention { tokens, place, form: PlaceForm::Name });
                continue;
            }
            if let Some(city) = self.is_quarter_of(sense, candidate, candidates, of, groups) {
                self.unknown(candidate, Some(city));
                continue;
            }
            if self.is_namesake(group, candidate, of) {
                self.unknown(candidate, None);
                continue;
            }
            if is_noise(group, candidate) {
                continue;
            }
            let mut tokens = candidate.tokens.clone();
            // "Paris, Texas" is one place; "Tripoli, Lebanon's second city" are two.
            if let Some(b) = candidate.inside.filter(|_| candidate.pair)
                && let Some(outer) = of[b].map(|g| &groups[g])
                // "Buffalo, New York" is in the state.
                && outer.senses.iter().any(|o| {
                    let state = o.place.kind == PlaceKind::Region && o.class != NameClass::Alternate;
                    (state || o.place.id == outer.senses[outer.best].place.id) && holds(&o.place, &sense.place)
                })
                && candidates[b].form == PlaceForm::Name
                && candidates[b].want == Want::Any
                && self.pair_ends(&candidates[b].tokens)
            {
                tokens.end = candidates[b].tokens.end;
                merged = true;
            }
            let (confidence, second) = group.confidence();
            let place = self.place(sense.place, candidate, confidence, second.map(|s| s.place));
            self.resolved.mentions.push(PlaceMention { tokens, place, form: candidate.form });
        }
        self.settle();
        self.resolved
    }

    /// What the text says it lies in, be it through another name that the gazetteer lacks or has elsewhere.
    fn said(
        &self,
        candidate: &Candidate<'a>,
        candidates: &[Candidate<'a>],
        of: &[Option<usize>],
        groups: &[Group<'a>],
    ) -> Option<Place<'a>> {
        let mut next = candidate.inside;
        for _ in 0..CHAIN {
            let b = next?;
            if let Some(group) = of[b].map(|g| &groups[g]) {
                let sense = &group.senses[group.best];
                // "Norvin Hill, Sydenham, London"
                let deeper = candidates[b].inside.is_some_and(|c| c > b && of[c].is_some());
                let elsewhere = deeper.then(|| self.contradiction(&candidates[b], sense, candidates, of, groups)).flatten();
                return Some(elsewhere.map_or(sense.place, |(holder, _)| holder));
            }
            next = candidates[b].inside;
        }
        None
    }

    /// A small town of another country than the text tells of, for which nothing else speaks, where harm is told: rather a place
    /// here that the gazetteer lacks. Leaders may well gather in Davos.
    fn is_namesake(&self, group: &Group, candidate: &Candidate, of: &[Option<usize>]) -> bool {
        // "Norwood, St Norvin" lies in what no map has.
        let lone = candidate.inside.is_none_or(|b| of[b].is_none());
        let best = &group.senses[group.best];
        // A name that many towns bear does not say what the rest of the text is about.
        let mut others = self.votes.clone();
        let code = best.place.country.and_then(|c| self.gazetteer.country_code(c));
        let carried = code.is_some_and(|c| NAMESAKES.contains(&c)) && group.vote >= 1.0;
        if let Some(votes) = best.place.country.and_then(|c| others.get_mut(&c)).filter(|_| carried) {
            *votes = votes.saturating_sub(group.mentions);
        }
        let enough = |c: &u8| !carried || others.get(c).is_some_and(|votes| *votes > 1) || self.country == Some(*c);
        let country = main_country(&others).filter(enough);
        let abroad = country.is_some() && best.place.country.is_some() && best.place.country != country;
        let sentence = self.text.sentence_of(candidate.tokens.start).map(|s| self.text.sentences[s].tokens.clone());
        let harm = sentence.is_some_and(|tokens| tokens.into_iter().any(|t| tells_of_harm(self.text.word(t))));
        let foreign = best.class == NameClass::Alternate || candidate.bare_article;
        abroad
            && (harm || foreign)
            && group.is_alone()
            && group.supported
            && lone
            && best.place.kind == PlaceKind::City
            && !best.place.capital
            && (best.place.prominence < SMALL
                || best.class == NameClass::Alternate
                || carried && best.place.prominence < WELL_KNOWN)
    }

    /// "TOPEKA – … in the Oakland neighborhood": a quarter that bears the name of a city far off lies in the city of the text.
    fn is_quarter_of(
        &self,
        sense: &Sense<'a>,
        candidate: &Candidate<'a>,
        candidates: &[Candidate<'a>],
        of: &[Option<usize>],
        groups: &[Group<'a>],
    ) -> Option<Place<'a>> {
        let quarter = is_quarter(self.text.word(candidate.tokens.end - 1)) && candidate.tokens.end > candidate.name.end;
        if !quarter || sense.place.kind != PlaceKind::City || candidate.inside.is_some() {
            return None;
        }
        let city = |(c, g): (&Candidate, &Option<usize>)| {
            let group = &groups[(*g)?];
            let best = group.senses[group.best].place;
            let other = best.kind == PlaceKind::City && best.id != sense.place.id && c.form != PlaceForm::Adjective;
            other.then_some(best)
        };
        let cities: Vec<Place> = candidates.iter().zip(of).filter_map(city).collect();
        let first = *cities.first()?;
        cities.iter().all(|c| distance(c, &sense.place) > QUARTER).then_some(first)
    }

    /// The second half of "City, State" is not the first of its own clause: no possessive, no "and" behind it.
    fn pair_ends(&self, outer: &Tokens) -> bool {
        !matches!(self.text.word(outer.end), "’s" | "'s" | "’" | "and" | "&")
    }

    fn place(&mut self, place: Place<'a>, candidate: &Candidate, confidence: f64, second: Option<Place>) -> usize {
        if let Some(&known) = self.by_id.get(&place.id) {
            let entry = &mut self.resolved.list[known];
            if confidence > entry.confidence {
                entry.confidence = confidence;
                entry.alternative = second.map(|s| label(self.gazetteer, &s));
            }
            return known;
        }
        let (written, told) = (self.text.words(&candidate.name), self.text.words(&candidate.tokens));
        let mut entry = describe(self.gazetteer, &place, written, told, confidence);
        entry.alternative = second.map(|s| label(self.gazetteer, &s));
        self.resolved.list.push(entry);
        self.resolved.known.push(Some(place));
        self.by_id.insert(place.id, self.resolved.list.len() - 1);
        self.resolved.list.len() - 1
    }

    /// What the text says it lies in, where none of its senses does: "Cairo, Illinois", "Odesa's Norvika district". The name is then an unknown place
    /// in there rather than a known one elsewhere. True where the mention takes in both names.
    fn contradiction(
        &self,
        candidate: &Candidate<'a>,
        sense: &Sense,
        candidates: &[Candidate<'a>],
        of: &[Option<usize>],
        groups: &[Group<'a>],
    ) -> Option<(Place<'a>, bool)> {
        let small = match sense.place.kind {
            PlaceKind::City | PlaceKind::District => true,
            PlaceKind::Region => sense.place.prominence < WELL_KNOWN && !candidate.pair && candidate.want != Want::Region,
            _ => false,
        };
        let paired = candidate.pair && sense.place.kind == PlaceKind::Country;
        if !(small || candidate.defined || paired) || candidate.form != PlaceForm::Name {
            return None;
        }
        // "The villages of Norvika and Norvitsa in Kelm": a Norvika of another country is not meant.
        if let Some(outer) = candidate.along.filter(|_| candidate.inside.is_none()) {
            let outer = of[outer].map(|g| groups[g].senses[groups[g].best].place)?;
            let abroad = sense.place.country.is_some() && outer.country.is_some() && sense.place.country != outer.country;
            return (abroad && sense.place.prominence < WELL_KNOWN).then_some((outer, false));
        }
        let b = candidate.inside?;
        // "Langtang, Norvin district, Nepal": what holds it may be a name that the gazetteer lacks.
        let named = of[b].map(|g| groups[g].senses[groups[g].best].place);
        let outer = named.or_else(|| self.said(candidate, candidates, of, groups))?;
        if !elsewhere(&sense.place, &outer) {
            return None;
        }
        if candidate.pair && named.is_some() {
            // "MAO COUNTY, China", "Listowel, Ireland.": the map has the name in another country only.
            let end = candidates[b].tokens.end;
            let county = self.text.word(end) == "," && outer.kind == PlaceKind::Area;
            let closed = county || matches!(self.text.word(end), "." | ")" | ";") || end >= self.text.tokens.len();
            let sure = closed || candidate.want != Want::Any || self.text.in_dateline(candidate.tokens.start);
            // "In Westmead, Durban."
            let larger = outer.kind == PlaceKind::City && sure && outer.prominence > sense.place.prominence;
            let wide = outer.kind == PlaceKind::Country && sure || outer.kind == PlaceKind::Area || larger;
            let abroad = outer.country.is_some() && sense.place.country.is_some() && sense.place.country != outer.country;
            if wide && abroad && sense.place.prominence < WELL_KNOWN && (county || !sense.place.capital) {
                return Some((outer, false));
            }
            let country = outer.country.and_then(|c| self.gazetteer.country_code(c))?;
            let paired = PAIRED_STATES.contains(&country) || sense.place.country != outer.country;
            let state =
                matches!(outer.kind, PlaceKind::Region | PlaceKind::District) && paired && candidates[b].want == Want::Any;
            // "Guernsey, Saskatchewan": where a country bears the name, a mark must close the pair.
            let whole = sense.place.kind != PlaceKind::Country || matches!(self.text.word(end), "," | "." | ")");
            return (state && whole && self.pair_ends(&candidates[b].tokens)).then_some((outer, true));
        }
        // "Tempe in central Greece" is no Tempe of another country, large as that may be.
        let abroad = sense.place.country.is_some() && outer.country.is_some() && sense.place.country != outer.country;
        let known = if abroad && !sense.place.capital { FAMOUS } else { WELL_KNOWN };
        (candidate.defined || sense.place.prominence < known).then_some((outer, false))
    }

    /// A name that the gazetteer lacks: kept, and put where it is said to lie or where the text last was.
    fn unknown(&mut self, candidate: &Candidate, said: Option<Place<'a>>) {
        let written = self.text.words(&candidate.name);
        let known = self.resolved.list.iter().position(|p| p.geonames.is_none() && p.name == written);
        let last = || {
            let placed = |m: &&PlaceMention| {
                matches!(m.form, PlaceForm::Name | PlaceForm::Modifier)
                    && self.known(m).is_some_and(|p| p.kind != PlaceKind::Country)
            };
            let last = self.resolved.mentions.iter().rev().find(placed)?;
            let same_paragraph = self.paragraph(last.tokens.start) == self.paragraph(candidate.tokens.start);
            self.known(last).filter(|p| same_paragraph && p.country.is_some())
        };
        let (near, confidence) = match said {
            Some(said) => (Some(said), UNKNOWN_CONFIDENCE),
            None => (last(), LAST_CONFIDENCE),
        };
        let mut entry = match &near {
            Some(near) => describe(self.gazetteer, near, written, written, confidence),
            None => ResolvedPlace {
                confidence: NOWHERE_CONFIDENCE,
                country: self.country.and_then(|c| self.gazetteer.country_code(c)).map(str::to_string),
                ..blank(written)
            },
        };
        entry.name = written.to_string();
        entry.kind = match candidate.want {
            Want::District | Want::Region => PlaceType::Region,
            Want::Land => PlaceType::Area,
            Want::Works => PlaceType::Facility,
            _ => PlaceType::City,
        };
        entry.geonames = None;
        entry.is_capital = false;
        let place = match known {
            Some(known) => {
                // A later sentence may say where it lies.
                if said.is_some() && self.resolved.list[known].confidence < UNKNOWN_CONFIDENCE {
                    self.resolved.list[known] = ResolvedPlace { kind: self.resolved.list[known].kind, ..entry };
                }
                known
            }
            None => {
                self.resolved.list.push(entry);
                self.resolved.known.push(None);
                self.resolved.list.len() - 1
            }
        };
        self.resolved.mentions.push(PlaceMention { tokens: candidate.tokens.clone(), place, form: PlaceForm::Name });
    }

    /// Puts the place of the last mention, which no map has, so far from a known one.
    fn shift(&mut self, from: &Place<'a>, way: (f64, f64)) {
        let Some(place) = self.resolved.mentions.last().map(|m| m.place) else { return };
        let entry = &mut self.resolved.list[place];
        let (lat, lon) = offset::shifted(from.lat, from.lon, way);
        (entry.lat, entry.lon) = (Some(lat), Some(lon));
        // The region of the other need not be its own.
        (entry.admin1, entry.admin1_code) = (None, None);
    }

    /// Names of which nothing tells where they lie have the point of the nearest known place in their country.
    fn settle(&mut self) {
        let Resolved { list, known, mentions } = &mut self.resolved;
        let lost = (0..list.len()).filter(|p| list[*p].lat.is_none()).collect::<Vec<_>>();
        for place in lost {
            let Some(at) = mentions.iter().position(|m| m.place == place) else { continue };
            let point = |m: &PlaceMention| {
                let sense = known[m.place].filter(|p| p.kind != PlaceKind::Country)?;
                let named = matches!(m.form, PlaceForm::Name | PlaceForm::Modifier);
                let here = list[place].country.is_some() && list[place].country == list[m.place].country;
                (named && here).then_some((sense.lat, sense.lon))
            };
            let nearest = (0..mentions.len()).filter_map(|i| Some((i.abs_diff(at), point(&mentions[i])?))).min_by_key(|n| n.0);
            if let Some((_, (lat, lon))) = nearest {
                (list[place].lat, list[place].lon) = (Some(lat), Some(lon));
            }
        }
    }

    fn known(&self, mention: &PlaceMention) -> Option<Place<'a>> {
        self.resolved.known[mention.place]
    }

    fn paragraph(&self, token: usize) -> Option<usize> {
        self.text.sentence_of(token).map(|s| self.text.sentences[s].paragraph)
    }
}

/// A foreign spelling of a small place, or a very small place, that nothing else speaks for is more likely another word.
fn is_noise(group: &Group, candidate: &Candidate) -> bool {
    let best = &group.senses[group.best];
    let least = if best.class == NameClass::Alternate { SMALL } else { TINY };
    let unit = best.place.kind == PlaceKind::City || best.class == NameClass::Alternate;
    unit && group.is_alone() && !group.supported && candidate.inside.is_none() && best.place.prominence < least
}

/// "Norvin" of "Norvin district".
fn bare(name: &str) -> &str {
    match name.rsplit_once(' ') {
        Some((name, last)) if type_word(last).is_some() => name,
        _ => name,
    }
}

fn blank(written: &str) -> ResolvedPlace {
    ResolvedPlace {
        name: written.to_string(),
        written: written.to_string(),
        kind: PlaceType::City,
        geonames: None,
        country: None,
        admin1: None,
        admin1_code: None,
        lat: None,
        lon: None,
        confidence: 0.0,
        is_capital: false,
        alternative: None,
    }
}

/// "Tripoli, LB".
fn label(gazetteer: &Gazetteer, place: &Place) -> String {
    match place.country.and_then(|c| gazetteer.country_code(c)) {
        Some(country) if place.kind != PlaceKind::Country => format!("{}, {country}", place.name),
        _ => place.name.to_string(),
    }
}

/// The report's view of a gazetteer place: `written` is its name in the text, `told` the same with its type word.
pub(super) fn describe(gazetteer: &Gazetteer, place: &Place, written: &str, told: &str, confidence: f64) -> ResolvedPlace {
    let admin1 =
        place.region.and_then(|r| gazetteer.region_place(r)).and_then(|id| gazetteer.place(id)).map(|p| p.name.to_string());
    let admin1 = if matches!(place.kind, PlaceKind::Country) { None } else { admin1 };
    ResolvedPlace {
        name: name(gazetteer, place, told),
        kind: match place.kind {
            PlaceKind::Country => PlaceType::Country,
            PlaceKind::Region | PlaceKind::District => PlaceType::Region,
            PlaceKind::Area => PlaceType::Area,
            PlaceKind::City => PlaceType::City,
        },
        geonames: place.geonames,
        country: place.country.and_then(|c| gazetteer.country_code(c)).map(str::to_string),
        admin1,
        admin1_code: place.region.filter(|_| place.kind != PlaceKind::Country).and_then(|r| gazetteer.region_code(r)),
        lat: Some(place.lat),
        lon: Some(place.lon),
        confidence,
        is_capital: place.capital,
        ..blank(written)
    }
}

/// A region whose name a city of its country has, too, is written with its type word: that of the text, where it has one.
fn name(gazetteer: &Gazetteer, place: &Place, told: &str) -> String {
    let Some(region) = place.region.filter(|_| place.kind == PlaceKind::Region) else { return place.name.to_string() };
    let mut key = Key::default();
    key.push(place.name);
    let homonym = gazetteer.look_up(key.as_str()).entry.is_some_and(|e| {
        e.values().any(|(id, class)| {
            class != NameClass::Alternate
                && gazetteer.place(id).is_some_and(|p| p.kind == PlaceKind::City && p.country == place.country)
        })
    });
    if !homonym {
        return place.name.to_string();
    }
    let last = told.rsplit(' ').next().unwrap_or_default();
    let one = last.strip_suffix('s').unwrap_or(last);
    let own = (type_word(one) == Some(Want::Region) && one.chars().any(char::is_lowercase)).then_some(one);
    format!("{} {}", place.name, own.unwrap_or(gazetteer.region_type(region)))
}
