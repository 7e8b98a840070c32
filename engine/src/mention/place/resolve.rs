//! Resolution: one sense for each name by the joint evidence of the document.
//!
//! Candidates with the same key and type word form a group, which gets one sense. A sense scores by population (the prior), by type word, by what the text
//! says it lies in, and by how many other groups lie in the same country, in the same region and nearby. A few rounds let groups agree.

use super::PlaceForm;
use super::list::{self, Resolved};
use super::recognise::Candidate;
use super::words::Want;
use crate::gazetteer::{Gazetteer, NameClass, Place, PlaceId, PlaceKind};
use crate::text::Text;
use std::collections::{HashMap, HashSet};

/// Senses of one name that are weighed.
const MAX_SENSES: usize = 24;
/// Rounds in which groups agree.
const ROUNDS: usize = 3;
/// Score of what a kind adds to the prior, which is the decimal logarithm of the prominence (3 to 10).
const COUNTRY_BONUS: f64 = 3.5;
const REGION_BONUS: f64 = 1.5;
const AREA_BONUS: f64 = 5.0;
const CAPITAL_BONUS: f64 = 1.0;
const ALTERNATE_MALUS: f64 = 1.0;
/// A region beside a city of the same name, or a district beside anything.
const SHADOWED_MALUS: f64 = 3.0;
/// A kind other than the type word asks for.
const WRONG_KIND_MALUS: f64 = 4.0;
/// "Paris, Texas", and "Paris in Texas".
const PAIR_BONUS: f64 = 6.0;
const INSIDE_BONUS: f64 = 4.0;
/// "Paris is a city in Texas", and what a city or country bears of such a name.
const DEFINED_BONUS: f64 = 9.0;
/// The second half of "Wellington, Somerset" is rather a county than a town.
const OUTER_UNIT_BONUS: f64 = 2.0;
/// Weights of the logarithm of how many others share country, region, neighbourhood; and their ceilings.
const SAME_COUNTRY: (f64, f64) = (1.8, 4.0);
const SAME_REGION: (f64, f64) = (1.0, 2.0);
const NEARBY: (f64, f64) = (0.8, 2.0);
/// A town beside a sense of the same name that is this much more prominent (in powers of ten) needs more than its country's name.
const OBSCURE: (f64, f64) = (1.5, 1.5);
/// "Arbat, a village near Sulaymaniyah": within these kilometres.
const NEAR_BONUS: (f64, f64) = (4.0, 80.0);
/// Votes of names that act as often as they place: countries and capitals behind a preposition of place, and others; adjectives and peoples.
const COUNTRY_VOTE: f64 = 0.7;
const ACTOR_VOTE: f64 = 0.3;
const PEOPLE_VOTE: f64 = 0.3;
/// A town of the one country that the text names.
const ONLY_COUNTRY: f64 = 2.0;
const ONLY_PEOPLE: f64 = 0.7;
/// The same name with a container elsewhere in the text.
const SAME_NAME_BONUS: f64 = 2.5;
/// Kilometres from the middle of a well-known area to the towns that are sure to lie in it.
const COUNTY: f64 = 70.0;
/// Degrees of a cell of the neighbourhood count.
const CELL: f64 = 1.5;
/// Confidence where all evidence agrees, of a name and of an alternate spelling.
const SURE: f64 = 0.98;
const SURE_ALTERNATE: f64 = 0.9;
/// A small place without any support is believed less.
pub(super) const SMALL: f64 = 250_000.0;
const SMALL_FACTOR: f64 = 0.7;

#[derive(Debug, Clone, Copy)]
pub(super) struct Sense<'a> {
    pub place: Place<'a>,
    pub class: NameClass,
    /// Evidence that does not change from round to round.
    pub base: f64,
    near: f64,
    pub score: f64,
}

pub(super) struct Group<'a> {
    pub senses: Vec<Sense<'a>>,
    pub best: usize,
    pub mentions: usize,
    /// Weight of its vote for country and region.
    pub vote: f64,
    identity: usize,
    hinted: bool,
    other: bool,
    common: bool,
    pub supported: bool,
}

/// Gives each candidate its place.
pub(super) fn resolve<'a>(text: &Text, gazetteer: &Gazetteer<'a>, candidates: Vec<Candidate<'a>>) -> Resolved<'a> {
    let (mut groups, of) = group(gazetteer, &candidates);
    containment_hints(&candidates, &of, &mut groups);
    nearness_hints(&candidates, &of, &mut groups);
    favour_only_country(gazetteer, &mut groups);
    for _ in 0..ROUNDS {
        round(&mut groups);
    }
    tell_apart(&mut groups);
    list::write(text, gazetteer, &candidates, &of, &groups)
}

/// Groups of candidates, and the group of each candidate.
fn group<'a>(gazetteer: &Gazetteer<'a>, candidates: &[Candidate<'a>]) -> (Vec<Group<'a>>, Vec<Option<usize>>) {
    let mut numbers: HashMap<(usize, Want, usize), usize> = HashMap::new();
    let mut groups: Vec<Group> = Vec::new();
    let sure: HashSet<usize> = candidates.iter().filter(|c| !c.doubtful).filter_map(|c| Some(c.entry?.identity())).collect();
    let of = candidates
        .iter()
        .map(|c| {
            let entry = c.entry.filter(|e| !c.doubtful || sure.contains(&e.identity()))?;
            let container =
                c.inside.filter(|_| c.pair).and_then(|b| candidates[b].entry).map_or(usize::from(c.other), |e| e.identity());
            let number = *numbers.entry((entry.identity(), c.want, container)).or_insert_with(|| {
                groups.push(Group {
                    senses: senses(gazetteer, c),
                    best: 0,
                    mentions: 0,
                    vote: 1.0,
                    identity: entry.identity(),
                    hinted: c.inside.is_some(),
                    other: c.other,
                    common: entry.is_common_word(),
                    supported: false,
                });
                groups.len() - 1
            });
            let group = &mut groups[number];
            group.mentions += 1;
            group.supported |= c.supported;
            group.hinted |= c.inside.is_some();
            if matches!(c.form, PlaceForm::Adjective | PlaceForm::People) {
                group.vote = PEOPLE_VOTE;
            }
            (!group.senses.is_empty()).then_some(number)
        })
        .collect();
    (groups, of)
}

fn senses<'a>(gazetteer: &Gazetteer<'a>, candidate: &Candidate<'a>) -> Vec<Sense<'a>> {
    let Some(entry) = candidate.entry else { return Vec::new() };
    let adjective = matches!(candidate.form, PlaceForm::Adjective | PlaceForm::People);
    let places: Vec<(Place, NameClass)> = entry
        .values()
        .take(MAX_SENSES)
        .filter(|&(_, class)| (class == NameClass::State) <= candidate.state && candidate.state <= (class == NameClass::State))
        .filter(|&(_, class)| !adjective || matches!(class, NameClass::Adjective | NameClass::People))
        .filter_map(|(id, class)| Some((gazetteer.place(id)?, class)))
        .filter(|(p, _)| !candidate.bare_article || p.country.and_then(|c| gazetteer.country_code(c)).is_some_and(uses_article))
        .collect();
    places
        .iter()
        .map(|&(place, class)| {
            let base = prior(&place, class)
                - shadow(&place, &places, candidate.want)
                - wrong_kind(&place, candidate.want)
                - obscure(&place, &places);
            Sense { place, class, base, near: 0.0, score: base }
        })
        .collect()
}

/// Countries in whose names the Arabic article comes and goes.
fn uses_article(country: &str) -> bool {
    const COUNTRIES: &[&str] = &[
        "AE", "BH", "DZ", "EG", "EH", "IQ", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SY", "TN", "YE",
        "IL", "TD", "SO", "ER", "DJ", "KM", "SS",
    ];
    COUNTRIES.contains(&country)
}

fn prior(place: &Place, class: NameClass) -> f64 {
    let size = (place.prominence + 1000.0).log10();
    let kind = match place.kind {
        PlaceKind::Country => COUNTRY_BONUS,
        PlaceKind::Region => REGION_BONUS,
        PlaceKind::Area => AREA_BONUS,
        PlaceKind::City if place.capital => CAPITAL_BONUS,
        _ => 0.0,
    };
    size + kind - if class == NameClass::Alternate { ALTERNATE_MALUS } else { 0.0 }
}

/// A small town that shares its name with a far more prominent place.
fn obscure(place: &Place, all: &[(Place, NameClass)]) -> f64 {
    let (gap, malus) = OBSCURE;
    let towers = |other: &Place| (other.prominence + 1000.0).log10() - (place.prominence + 1000.0).log10() > gap;
    if place.kind == PlaceKind::City
        && all.iter().any(|(p, class)| *class == NameClass::Name && p.country != place.country && towers(p))
    {
        malus
    } else {
        0.0
    }
}

/// "Kharkiv" alone is the city, not the region around it.
fn shadow(place: &Place, all: &[(Place, NameClass)], want: Want) -> f64 {
    if want != Want::Any {
        return 0.0;
    }
    let city_here = |city: &Place, class: NameClass| {
        city.kind == PlaceKind::City
            && class != NameClass::Alternate
            && city.country == place.country
            && (city.region == place.region || city.capital)
    };
    let country_here = |other: &Place| other.kind == PlaceKind::Country && other.country == place.country;
    match place.kind {
        PlaceKind::City | PlaceKind::Region if all.iter().any(|(c, class)| country_here(c) && *class == NameClass::Name) => {
            SHADOWED_MALUS
        }
        PlaceKind::Region if all.iter().any(|(c, class)| city_here(c, *class)) => SHADOWED_MALUS,
        PlaceKind::District => SHADOWED_MALUS / 2.0,
        _ => 0.0,
    }
}

fn wrong_kind(place: &Place, want: Want) -> f64 {
    let right = match want {
        Want::Any => true,
        Want::City => place.kind == PlaceKind::City,
        Want::Region => matches!(place.kind, PlaceKind::Region | PlaceKind::Area),
        Want::District => matches!(place.kind, PlaceKind::District | PlaceKind::City),
        Want::Country => place.kind == PlaceKind::Country,
        Want::Land => place.kind == PlaceKind::Area,
        Want::Works => false,
    };
    if right { 0.0 } else { WRONG_KIND_MALUS }
}

/// Does `outer` hold `inner`?
pub(super) fn holds(outer: &Place, inner: &Place) -> bool {
    if outer.id == inner.id || outer.country.is_none() || outer.country != inner.country {
        return false;
    }
    match outer.kind {
        PlaceKind::Country => true,
        // "Boston, Lincolnshire": how far an old county reaches no map of regions tells.
        PlaceKind::Area if outer.region.is_none() && inner.kind == PlaceKind::City => distance(outer, inner) < COUNTY,
        PlaceKind::Region | PlaceKind::Area => {
            outer.region.is_some() && outer.region == inner.region && inner.kind != PlaceKind::Region
        }
        PlaceKind::City | PlaceKind::District => distance(outer, inner) < 30.0 && inner.prominence <= outer.prominence,
    }
}

/// Is `inner` surely not in `outer`?
pub(super) fn elsewhere(inner: &Place, outer: &Place) -> bool {
    if inner.id == outer.id {
        return false;
    }
    let other_country = inner.country.is_some() && outer.country.is_some() && inner.country != outer.country;
    match outer.kind {
        PlaceKind::Country | PlaceKind::Area => other_country,
        PlaceKind::Region => other_country || inner.region != outer.region,
        PlaceKind::City | PlaceKind::District => other_country || distance(inner, outer) > 60.0,
    }
}

/// Kilometres between two places, near enough.
pub(super) fn distance(a: &Place, b: &Place) -> f64 {
    let north = a.lat - b.lat;
    let east = (a.lon - b.lon) * ((a.lat + b.lat) / 2.0).to_radians().cos();
    111.2 * (north * north + east * east).sqrt()
}

/// What the text says about which place lies in which.
fn containment_hints(candidates: &[Candidate], of: &[Option<usize>], groups: &mut [Group]) {
    let mut done = HashSet::new();
    for (a, candidate) in candidates.iter().enumerate() {
        let Some((b, inner, outer)) = candidate.inside.and_then(|b| Some((b, of[a]?, of[b]?))) else { continue };
        if inner == outer || b == a || !done.insert((inner, outer)) {
            continue;
        }
        let bonus = match (candidate.defined, candidate.pair) {
            (true, _) => DEFINED_BONUS,
            (_, true) => PAIR_BONUS,
            _ => INSIDE_BONUS,
        };
        let held: Vec<bool> =
            groups[inner].senses.iter().map(|s| groups[outer].senses.iter().any(|o| holds(&o.place, &s.place))).collect();
        let holding: Vec<bool> =
            groups[outer].senses.iter().map(|o| groups[inner].senses.iter().any(|s| holds(&o.place, &s.place))).collect();
        for (sense, _) in groups[inner].senses.iter_mut().zip(held).filter(|(_, held)| *held) {
            sense.base += bonus;
            sense.score += bonus;
        }
        let unit = |s: &Sense| candidate.pair && matches!(s.place.kind, PlaceKind::Region | PlaceKind::District);
        for (sense, holding) in groups[outer].senses.iter_mut().zip(holding) {
            let bonus =
                if holding { bonus.min(PAIR_BONUS) / 3.0 } else { 0.0 } + if unit(sense) { OUTER_UNIT_BONUS } else { 0.0 };
            sense.base += bonus;
            sense.score += bonus;
        }
    }
}

/// A text that names one country and no other means the towns of that country, be it only by "U.S. officials".
fn favour_only_country(gazetteer: &Gazetteer, groups: &mut [Group]) {
    let country = |g: &Group| g.senses.get(g.best).filter(|s| s.place.kind == PlaceKind::Country).and_then(|s| s.place.country);
    let mut named: Vec<u8> = groups.iter().filter_map(country).collect();
    named.sort_unstable();
    named.dedup();
    let [only] = named[..] else { return };
    // "Russia said it had taken Pokrovsk": other countries may speak of places abroad.
    if !gazetteer.country_code(only).is_some_and(|c| list::NAMESAKES.contains(&c)) {
        return;
    }
    // "American" says less than "the U.S."
    let outright = groups.iter().any(|g| country(g) == Some(only) && g.vote >= 1.0);
    let bonus = if outright { ONLY_COUNTRY } else { ONLY_PEOPLE };
    for sense in groups.iter_mut().flat_map(|g| &mut g.senses) {
        if sense.place.kind == PlaceKind::City && sense.place.country == Some(only) {
            sense.base += bonus;
            sense.score += bonus;
        }
    }
}

/// "A, a village near B".
fn nearness_hints(candidates: &[Candidate], of: &[Option<usize>], groups: &mut [Group]) {
    let (bonus, reach) = NEAR_BONUS;
    for (a, candidate) in candidates.iter().enumerate() {
        let Some((one, two)) = candidate.near.and_then(|b| Some((of[a]?, of[b]?))).filter(|(one, two)| one != two) else {
            continue;
        };
        for (this, that) in [(one, two), (two, one)] {
            let close = |s: &Sense, groups: &[Group]| {
                has_point(&s.place)
                    && groups[that].senses.iter().any(|o| has_point(&o.place) && distance(&s.place, &o.place) < reach)
            };
            let near: Vec<bool> = groups[this].senses.iter().map(|s| close(s, groups)).collect();
            for (sense, _) in groups[this].senses.iter_mut().zip(near).filter(|(_, near)| *near) {
                // Said twice counts once.
                sense.near = bonus;
            }
        }
    }
}

/// Votes of all groups by what their best sense is in.
#[derive(Default)]
struct Votes {
    country: HashMap<u8, f64>,
    region: HashMap<u16, f64>,
    cell: HashMap<(i32, i32), f64>,
    sense: HashMap<(usize, PlaceId), f64>,
}

fn cell(place: &Place) -> (i32, i32) {
    ((place.lat / CELL).floor() as i32, (place.lon / CELL).floor() as i32)
}

/// A country's middle says nothing about what is near.
fn has_point(place: &Place) -> bool {
    place.kind != PlaceKind::Country
}

impl Votes {
    fn cast(&mut self, place: &Place, weight: f64) {
        if let Some(country) = place.country {
            *self.country.entry(country).or_default() += weight;
        }
        if let Some(region) = place.region {
            *self.region.entry(region).or_default() += weight;
        }
        if has_point(place) {
            *self.cell.entry(cell(place)).or_default() += weight;
        }
    }

    /// What others add to a sense; `own` is the place for which its own group has voted.
    fn support(&self, place: &Place, own: &Place, weight: f64) -> f64 {
        let of = |total: Option<&f64>, same: bool| (total.copied().unwrap_or(0.0) - if same { weight } else { 0.0 }).max(0.0);
        let term = |(factor, ceiling): (f64, f64), others: f64| (factor * others.ln_1p()).min(ceiling);
        let country = place.country.map_or(0.0, |c| of(self.country.get(&c), own.country == Some(c)));
        let region = place.region.map_or(0.0, |r| of(self.region.get(&r), own.region == Some(r)));
        let mut near = 0.0;
        if has_point(place) {
            let (row, column) = cell(place);
            for r in row - 1..=row + 1 {
                for c in column - 1..=column + 1 {
                    near += of(self.cell.get(&(r, c)), has_point(own) && cell(own) == (r, c));
                }
            }
        }
        if place.kind == PlaceKind::Country {
            return term(SAME_COUNTRY, country) * 1.5;
        }
        term(SAME_COUNTRY, country) + term(SAME_REGION, region) + term(NEARBY, near)
    }
}

fn round(groups: &mut [Group]) {
    let mut votes = Votes::default();
    let weight = |g: &Group| {
        let actor = g.senses.get(g.best).is_some_and(|s| s.place.kind == PlaceKind::Country || s.place.capital);
        let country = if g.supported { COUNTRY_VOTE } else { ACTOR_VOTE };
        g.vote * if actor && g.vote == 1.0 { country } else { 1.0 } * (1.0 + (g.mentions as f64).ln_1p() / 4.0)
    };
    for group in groups.iter() {
        if let Some(best) = group.senses.get(group.best) {
            votes.cast(&best.place, weight(group));
            if group.hinted {
                *votes.sense.entry((group.identity, best.place.id)).or_default() += 1.0;
            }
        }
    }
    for group in groups.iter_mut() {
        let Some(own) = group.senses.get(group.best).map(|s| s.place) else { continue };
        let (weight, hinted, identity) = (weight(group), group.hinted, group.identity);
        for sense in &mut group.senses {
            sense.score = sense.base + sense.near + votes.support(&sense.place, &own, weight);
            if !hinted && votes.sense.contains_key(&(identity, sense.place.id)) {
                sense.score += SAME_NAME_BONUS;
            }
        }
        group.best = (0..group.senses.len())
            .max_by(|&a, &b| group.senses[a].score.total_cmp(&group.senses[b].score).then(b.cmp(&a)))
            .unwrap_or(0);
    }
}

/// "the other Georgia" is not the one that the text has named before.
fn tell_apart(groups: &mut [Group]) {
    for o in (0..groups.len()).filter(|&o| groups[o].other).collect::<Vec<_>>() {
        let taken: Vec<PlaceId> = groups
            .iter()
            .filter(|g| !g.other && g.identity == groups[o].identity)
            .filter_map(|g| Some(g.senses.get(g.best)?.place.id))
            .collect();
        let group = &mut groups[o];
        let free = (0..group.senses.len()).filter(|&s| !taken.contains(&group.senses[s].place.id));
        if let Some(best) = free.max_by(|&a, &b| group.senses[a].base.total_cmp(&group.senses[b].base)) {
            group.best = best;
        }
    }
}

impl Group<'_> {
    /// Nothing in the text but the name speaks for the best sense.
    pub fn is_alone(&self) -> bool {
        let best = &self.senses[self.best];
        best.score - best.base < 1.0 && !self.hinted
    }

    /// Confidence of the best sense, and the runner-up where it is another place.
    pub fn confidence(&self) -> (f64, Option<&Sense<'_>>) {
        let best = &self.senses[self.best];
        // The region around a city of the same name is no rival.
        let rival = |s: &&Sense| {
            let apart = distance(&s.place, &best.place) > 50.0 && s.place.kind == best.place.kind;
            s.place.id != best.place.id && (s.place.country != best.place.country || apart)
        };
        let second = self.senses.iter().filter(rival).max_by(|a, b| a.score.total_cmp(&b.score));
        let mut sure = if best.class == NameClass::Alternate { SURE_ALTERNATE } else { SURE };
        if let Some(second) = second {
            sure *= 1.0 - 0.55 * (-(best.score - second.score).max(0.0) / 0.8).exp();
        }
        let alone = best.score - best.base < 1.0;
        if self.common
            || (alone
                && !self.hinted
                && !matches!(best.place.kind, PlaceKind::Country | PlaceKind::Area)
                && best.place.prominence < SMALL)
        {
            sure *= SMALL_FACTOR;
        }
        (sure, second)
    }
}
