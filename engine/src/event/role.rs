//! Roles of places: what each place is to the events of the article.

pub mod lead;
pub mod parts;

use super::Placed;
use super::count::Tally;
use super::reading::Reading;
use super::scope::Scopes;
use super::{implied, location, locative, nearby, nested, sites};
use crate::frame::Frame;
use crate::frame::predicate::Sense;
use crate::mention::place::{PlaceForm, PlaceMention};
use crate::report::{Action, Bound, Effect, EventType, Kind, PlaceRole, PlaceType};
use crate::scope::Scope;

/// What a place is to the news and to its context: a city may be hit now and have been hit before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub current: PlaceRole,
    pub background: PlaceRole,
    /// The mentions that speak of the context: indices into the list of mentions.
    pub earlier: Vec<usize>,
}

impl Standing {
    const NAMED: Standing = Standing { current: PlaceRole::Mentioned, background: PlaceRole::Mentioned, earlier: Vec::new() };

    /// The role in one scope; all that is not current is context.
    pub fn role(&self, scope: Scope) -> PlaceRole {
        if scope == Scope::Current { self.current } else { self.background }
    }

    /// Every role worth a line of the report with its scope: that of the news first, and one at least.
    pub fn lines(&self) -> impl Iterator<Item = (PlaceRole, Scope)> {
        let context = self.background != PlaceRole::Mentioned;
        let news = self.current != PlaceRole::Mentioned || !context;
        let news = news.then_some((self.current, Scope::Current));
        news.into_iter().chain(context.then_some((self.background, Scope::Background)))
    }

    fn give(&mut self, role: PlaceRole, scope: Scope) {
        let known = if scope == Scope::Current { &mut self.current } else { &mut self.background };
        *known = role.max(*known);
    }
}

/// The standing of each place of the list.
pub fn of_places(reading: Reading, scopes: &Scopes, counts: &[Placed<Tally>]) -> Vec<Standing> {
    let mut roles = vec![Standing::NAMED; reading.mentions.places.list.len()];
    let mut give = |mention: usize, role: PlaceRole, scope: Scope| {
        let standing = &mut roles[reading.mentions.places.mentions[mention].place];
        standing.give(role, scope);
        if scope != Scope::Current && !standing.earlier.contains(&mention) {
            standing.earlier.push(mention);
        }
    };
    let mut carried: Vec<usize> = Vec::new();
    let counted = |f: usize| counts.iter().any(|c| c.fact.frame == f && c.fact.amount.figure() > 0);
    // "There were no injuries in Kelm": nobody was harmed there.
    let nobody = |f: usize| !counted(f) && counts.iter().any(|c| c.fact.frame == f && c.fact.amount.bound == Bound::None);
    for (f, frame) in reading.parse.frames.iter().enumerate() {
        let scope = scopes.of(frame);
        let feared = frame.modal.is_none() && !frame.infinitive && frame.raised_by.is_some();
        let scope =
            if feared && scope == Scope::Prospective && matches!(frame.sense, Sense::Harm(_)) { Scope::Current } else { scope };
        let moved = matches!(frame.sense, Sense::Harm(Kind::Displaced | Kind::Evacuated));
        if frame.negated
            || nobody(f)
            || moved && (scope != Scope::Current || is_ahead(reading, frame))
            || (scope == Scope::Prospective && frame.sense != Sense::Talks)
        {
            if scope == Scope::Prospective && is_plot(reading, frame) {
                location::told(reading, frame).into_iter().for_each(|m| give(m, PlaceRole::Targeted, Scope::Current));
            }
            continue;
        }
        match frame.sense {
            Sense::Talks => {
                let venues = sites::venues(reading, frame);
                let scope = if scope == Scope::Prospective { Scope::Current } else { scope };
                venues.into_iter().for_each(|m| give(m, PlaceRole::Venue, scope));
            }
            // Arrests are made where nothing was struck, too.
            Sense::Harm(Kind::Arrested) => {}
            // "Cut electricity to Kelm and Norvin": what goes without is not struck.
            Sense::Effect(Effect::CutOff) if locative::loses_supply(reading, frame) => {}
            _ if reading.bears(frame) || counted(f) || is_alarm(frame) || location::struck_name(reading, frame).is_some() => {
                let role = if is_spared(reading, frame) { PlaceRole::Targeted } else { role_of(frame) };
                let from = sites::launchers(reading, frame);
                let told = location::told(reading, frame).into_iter().filter(|m| !from.contains(m));
                // "The blast comes a week after one in Kelm": Kelm is not where the news was.
                let start = |m: usize| reading.mentions.places.mentions[m].tokens.start;
                let earlier = scopes.is_earlier(frame.sentence, frame.trigger.start);
                let own = |m: &usize| scopes.is_earlier(frame.sentence, start(*m)) == earlier;
                let mut told: Vec<usize> = told.filter(own).collect();
                if told.is_empty() && earlier {
                    told.extend(before_since(reading, frame.sentence));
                }
                told.iter().for_each(|m| give(*m, role, scope));
                // "The clinic had been hit in May": the place of the news, hit before.
                if told.is_empty()
                    && !earlier
                    && scope == Scope::Background
                    && role == PlaceRole::Hit
                    && !is_a_date(reading, frame)
                {
                    let located = location::of_frame(reading, frame, scope);
                    let place = located.map(|l| reading.mentions.places.mentions[l.mention].place);
                    carried.extend(place);
                }
                // "Norvian gangs killed 4,870 people last year": a sum of their country.
                if told.is_empty() && scope == Scope::Cumulative && counted(f) {
                    nearby::of_nation(reading, frame).into_iter().for_each(|m| give(m, role, Scope::Background));
                }
                from.into_iter().for_each(|m| give(m, PlaceRole::LaunchedFrom, scope));
                sites::origins(reading, frame).into_iter().for_each(|m| give(m, PlaceRole::LaunchedFrom, scope));
                if let Sense::Event(_) = frame.sense {
                    modifiers(reading, frame).into_iter().for_each(|m| give(m, role, scope));
                }
            }
            _ => {}
        }
    }
    for sentence in 0..reading.text.sentences.len() {
        for (mention, _) in reading.places(&reading.sentence(sentence)) {
            let clause = reading
                .chunks(sentence)
                .iter()
                .find(|c| c.tokens.contains(&reading.mentions.places.mentions[mention].tokens.start));
            let scope = scopes.of_words(sentence, clause.map_or(0, |c| c.clause));
            if sites::told_as_origin(reading, sentence, mention) {
                give(mention, PlaceRole::LaunchedFrom, scope);
            } else if sites::told_as_venue(reading, sentence, mention) {
                give(mention, PlaceRole::Venue, scope);
            }
        }
        stand_for_events(reading, scopes, sentence).into_iter().for_each(|m| give(m, PlaceRole::Hit, Scope::Background));
    }
    for (mention, scope) in (0..reading.text.sentences.len()).flat_map(|s| parts::told(reading, scopes, s)) {
        give(mention, PlaceRole::Hit, scope);
    }
    carried.into_iter().for_each(|place| roles[place].give(PlaceRole::Hit, Scope::Background));
    enclose(reading, &mut roles);
    lead::sharpen(reading, scopes, &mut roles);
    lead::promote(reading, scopes, &mut roles);
    let struck = |s: &Standing| s.lines().any(|(role, _)| matches!(role, PlaceRole::Hit | PlaceRole::Targeted));
    if !roles.iter().any(struck) {
        implied::places(reading, scopes).into_iter().for_each(|(place, role, scope)| roles[place].give(role, scope));
    }
    roles
}

/// "Twenty years after Beslan, parents …": the name of a town stands for its disaster.
fn stand_for_events(reading: Reading, scopes: &Scopes, sentence: usize) -> Vec<usize> {
    let range = reading.sentence(sentence);
    let key = |i: usize| reading.tagged.key(i);
    let after =
        |start: usize| reading.times(&range).any(|t| t.tokens.end == start && key(start - 1) == "after" && scopes.is_long_ago(t));
    let town = |p: &PlaceMention| p.form == PlaceForm::Name && reading.mentions.places.list[p.place].kind == PlaceType::City;
    let stands = |p: &PlaceMention| town(p) && after(p.tokens.start) && !key(p.tokens.end).ends_with("'s");
    reading.places(&range).filter(|(_, p)| stands(p)).map(|(m, _)| m).collect()
}

/// "Has stood empty since the flood": an event that only says when.
fn is_a_date(reading: Reading, frame: &Frame) -> bool {
    let before = frame.chunk.checked_sub(1).map_or("", |k| reading.chunk_key(frame.sentence, k));
    frame.predicate.part_of_speech() == "n" && matches!(before, "since" | "before" | "until")
}

/// Words of a deed that was meant and not done.
const PLOTS: &[&str] = &[
    "plot",
    "plots",
    "plotted",
    "plotting",
    "planned",
    "planning",
    "plan",
    "plans",
    "conspired",
    "conspiring",
    "intended",
    "tried",
    "attempted",
    "attempt",
    "wanted",
    "foiled",
    "thwarted",
    "defused",
];

/// Words before a deed that came to nothing.
const FOILED: &[&str] = &[
    "aborted",
    "abandoned",
    "foiled",
    "thwarted",
    "averted",
    "prevented",
    "cancelled",
    "canceled",
    "failed",
    "attempted",
    "botched",
    "intended",
    "planned",
    "alleged",
];

/// How far before the deed such a word stands.
const FOILED_REACH: usize = 3;

/// "Pilots aborted the raid on Kelm", "Kelm was the intended target", "blasts were heard in Kelm", "told to leave Kelm before
/// landfall": aimed at or alarmed, with no harm told.
fn is_spared(reading: Reading, frame: &Frame) -> bool {
    let key = |i: usize| reading.tagged.key(i);
    let clause = reading.clause(frame.sentence, frame.clause);
    let sentence = reading.sentence(frame.sentence);
    let before = || frame.trigger.start.saturating_sub(FOILED_REACH).max(sentence.start)..frame.trigger.start;
    match frame.sense {
        Sense::Event(EventType::Explosion) if clause.clone().any(|i| key(i) == "heard") => true,
        Sense::Event(_) | Sense::Effect(Effect::Hit) => {
            let noun = frame.predicate.part_of_speech() == "n";
            noun && before().any(|i| FOILED.contains(&key(i)))
        }
        Sense::Harm(Kind::Evacuated) => {
            (frame.trigger.end..sentence.end).any(|i| key(i) == "before" && matches!(key(i + 1), "landfall" | "the" | "it"))
        }
        _ => false,
    }
}

/// "Were taken from Kelm ahead of the flood": nothing has happened there.
fn is_ahead(reading: Reading, frame: &Frame) -> bool {
    let key = |i: usize| reading.tagged.key(i);
    let mut behind = frame.trigger.end..reading.sentence(frame.sentence).end;
    behind.any(|i| key(i) == "ahead" && key(i + 1) == "of" || key(i) == "precaution")
}

/// "Had planned to murder skaters in Kelm", "it would have killed hundreds in Kelm": aimed at, and spared.
fn is_plot(reading: Reading, frame: &Frame) -> bool {
    let key = |i: usize| reading.tagged.key(i);
    let mut before = reading.sentence(frame.sentence).start..frame.trigger.start;
    let spared = frame.modal.is_some_and(|m| key(m) == "would" && key(m + 1) == "have");
    let meant = frame.infinitive && before.any(|i| PLOTS.contains(&key(i)));
    !frame.negated && (spared || meant) && matches!(frame.sense, Sense::Harm(Kind::Killed | Kind::Wounded) | Sense::Effect(_))
}

/// The one place that the news hit, the most precise where they hold one another; none where there are several.
pub fn only_hit(reading: Reading, roles: &[Standing]) -> Option<usize> {
    let places = &reading.mentions.places;
    let mut hit = (0..roles.len()).filter(|i| roles[*i].current == PlaceRole::Hit);
    let mut only = hit.next()?;
    for place in hit {
        if places.within(place, only) {
            only = place;
        } else if !places.within(only, place) {
            return None;
        }
    }
    Some(only)
}

/// A region or country that was aimed at and holds a place that was struck merely encloses it.
fn enclose(reading: Reading, roles: &mut [Standing]) {
    let places = &reading.mentions.places;
    let struck = |a: usize, roles: &[Standing], scope| {
        (0..roles.len()).any(|i| roles[i].role(scope) == PlaceRole::Hit && places.within(i, a))
    };
    // A storm or a quake strikes the region, too.
    let strikes_land = |kind| matches!(kind, EventType::Earthquake | EventType::Flood | EventType::Storm);
    let wide = reading.parse.frames.iter().any(|f| matches!(f.sense, Sense::Event(kind) if strikes_land(kind)));
    for at in 0..roles.len() {
        // "the surrounding region" is told beside the city.
        // "Killed 27 people across Kelm, including six in Norvin": both are hit.
        let across = |m: &PlaceMention| {
            let before = |n: usize| m.tokens.start.checked_sub(n).map_or("", |i| reading.tagged.key(i));
            let word = if before(1) == "the" { before(2) } else { before(1) };
            matches!(word, "across" | "throughout") && places.list[at].kind != PlaceType::Country
        };
        let around = |m: &PlaceMention| {
            let mut words = m.tokens.start.saturating_sub(2)..m.tokens.end;
            words.any(|i| matches!(reading.tagged.key(i), "surrounding" | "wider" | "rest" | "whole" | "entire"))
        };
        let told_apart =
            places.mentions.iter().any(|m| m.place == at && (m.form == PlaceForm::Definite && around(m) || across(m)));
        let outer = places.list[at].kind == PlaceType::Country || !wide && !told_apart;
        // "In a village in Kelm … at Norvin": the village is told by its name behind.
        let village = |m: &PlaceMention| {
            m.place == at && nested::holds_village(reading, places.mentions.iter().position(|x| x == m).unwrap_or(0))
        };
        let other = |i: usize| {
            let (here, there) = (&places.list[at], &places.list[i]);
            let unplaced = there.country.is_none() || there.country == here.country;
            i != at && there.kind == PlaceType::City && there.geonames.is_none() && unplaced && roles[i].current == PlaceRole::Hit
        };
        if roles[at].current == PlaceRole::Hit && places.mentions.iter().any(village) && (0..roles.len()).any(other) {
            roles[at].current = PlaceRole::Mentioned;
        }
        let aimed = |role| !told_apart && role == PlaceRole::Targeted || (outer && role == PlaceRole::Hit);
        if aimed(roles[at].current) && struck(at, roles, Scope::Current) {
            roles[at].current = PlaceRole::Mentioned;
        }
        if aimed(roles[at].background) && struck(at, roles, Scope::Background) {
            roles[at].background = PlaceRole::Mentioned;
        }
    }
}

/// "The worst quake in Kelm since 1982, when ten died": the earlier one was there, too.
fn before_since(reading: Reading, sentence: usize) -> Option<usize> {
    let ends = |p: &PlaceMention| reading.tagged.key(p.tokens.end) == "since";
    reading.places(&reading.sentence(sentence)).find(|(_, p)| ends(p)).map(|(i, _)| i)
}

/// "Where sirens sounded".
fn is_alarm(frame: &Frame) -> bool {
    frame.sense == Sense::Effect(Effect::Targeted) && frame.predicate.wants("subject") == Some("siren")
}

/// What a frame makes of its place.
pub fn role_of(frame: &Frame) -> PlaceRole {
    match frame.sense {
        Sense::Effect(Effect::Targeted) | Sense::Weapon(Action::Launched | Action::Intercepted | Action::Found) => {
            PlaceRole::Targeted
        }
        _ => PlaceRole::Hit,
    }
}

/// "the Kelm attack", "Kelm's bombardment": the place that modifies the noun of attack.
fn modifiers(reading: Reading, frame: &Frame) -> Vec<usize> {
    let Some(chunk) = reading.chunks(frame.sentence).get(frame.chunk) else { return Vec::new() };
    let before = chunk.tokens.start..frame.trigger.start;
    let here = |(i, p): &(usize, &PlaceMention)| {
        let named = p.form != PlaceForm::Adjective && p.form != PlaceForm::People;
        named && locative::modifies_event(reading, frame.sentence, frame.chunk, *i)
    };
    reading.places(&before).filter(here).map(|(i, _)| i).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample::{hit, places, report};
    use crate::report::PlaceRole;
    use crate::scope::Scope;

    #[test]
    fn who_fires_and_what_is_fired_at() {
        let text = "Rebels in Saada fired two missiles at Jeddah.";
        assert_eq!(places(text, PlaceRole::LaunchedFrom), ["Saada"]);
        assert_eq!(places(text, PlaceRole::Targeted), ["Jeddah"]);
        assert_eq!(places("Nine rockets were launched from Tyre at Haifa.", PlaceRole::LaunchedFrom), ["Tyre"]);
    }

    #[test]
    fn capitals_as_governments_are_not_hit() {
        let text = "Talks between Kyiv and Washington went on in Doha while shells killed two people in Kherson.";
        assert_eq!(hit(text), ["Kherson"]);
        assert_eq!(places(text, PlaceRole::Venue), ["Doha"]);
    }

    #[test]
    fn what_encloses_is_merely_mentioned() {
        assert_eq!(hit("Shells killed two people in Kharkiv region on Monday. One of them died in Izium."), ["Izium"]);
        assert_eq!(hit("Shells killed two people in Kharkiv region on Monday."), ["Kharkiv region"]);
    }

    #[test]
    fn what_came_to_nothing_was_aimed_at() {
        assert_eq!(places("Pilots aborted the raid on Port Sudan.", PlaceRole::Targeted), ["Port Sudan"]);
        assert_eq!(places("Sirens sounded in Haifa; there were no injuries in the city.", PlaceRole::Targeted), ["Haifa"]);
        assert_eq!(hit("Buses took 40 orphans from Kherson to Uman ahead of the flood.").len(), 0);
    }

    #[test]
    fn earlier_attacks_keep_their_own_place() {
        let scopes = |text: &str| {
            let hit = report(text).places.into_iter().filter(|p| p.role == PlaceRole::Hit);
            hit.map(|p| (p.name, p.scope)).collect::<Vec<_>>()
        };
        let of = |name: &str, scope| (name.to_string(), scope);
        assert_eq!(
            scopes("Jets struck a depot in Hodeidah on Monday, a day after rockets hit a school in Eilat."),
            [of("Hodeidah", Scope::Current), of("Eilat", Scope::Background)]
        );
        assert_eq!(
            scopes("Unlike in Mosul, where nine people died, only six were killed in Tikrit."),
            [of("Mosul", Scope::Background), of("Tikrit", Scope::Current)]
        );
    }

    #[test]
    fn a_town_stands_for_its_disaster() {
        for text in [
            "Twenty years after Beslan, parents were shown a new school in Grozny.",
            "A decade after Bhopal, the plant still stood.",
        ] {
            let hit = report(text).places.into_iter().filter(|p| p.role == PlaceRole::Hit);
            assert_eq!(hit.map(|p| p.scope).collect::<Vec<_>>(), [Scope::Background], "{text}");
        }
        let text = "Haitian bandits killed 3,120 people last year, a rights body says.";
        assert_eq!(
            report(text).places.iter().map(|p| (p.role, p.scope)).collect::<Vec<_>>(),
            [(PlaceRole::Hit, Scope::Background)]
        );
        for text in ["Two years after leaving Kyiv, he came back.", "He moved to Bern two years after his brother."] {
            assert!(report(text).places.iter().all(|p| p.role == PlaceRole::Mentioned), "{text}");
        }
    }

    #[test]
    fn arrests_hit_no_place() {
        assert_eq!(hit("Police arrested 14 people in Basra.").len(), 0);
    }

    #[test]
    fn a_local_office_tells_where_nothing_else_does() {
        assert_eq!(hit("Seven people were killed by shelling, the mayor of Zhytomyr said."), ["Zhytomyr"]);
        assert_eq!(
            hit("Seven people were killed by shelling, the mayor of Zhytomyr said. Two more died in Kherson."),
            ["Kherson"]
        );
    }
}
