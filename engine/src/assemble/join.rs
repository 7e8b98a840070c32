//! Joins the reports of the stretches of one text: spans of the whole, ids of their own, one line for a place, an actor or a
//! region that several stretches tell of, totals added up.

use super::{brief, regions, timeline};
use crate::report::{ActorType, CheckType, PlaceType, Report, Span};
use crate::scope::Scope;
use std::collections::{BTreeMap, HashMap};

/// The reports of stretches told so far, as one.
#[derive(Default)]
pub struct Joined {
    report: Option<Report>,
    /// The largest number given to an id, by its first letter.
    last: BTreeMap<u8, usize>,
    places: HashMap<(String, PlaceType, Scope), usize>,
    actors: HashMap<(String, ActorType), usize>,
    regions: HashMap<(String, String, Scope), usize>,
    terms: HashMap<String, usize>,
}

impl Joined {
    /// Adds the report of the next stretch, which begins at `offset`.
    pub fn add(&mut self, mut next: Report, offset: usize) {
        next.for_each_span(&mut |span: &mut Span| {
            if !span.in_title {
                span.start += offset;
                span.end += offset;
            }
        });
        self.renumber(&mut next);
        let whole = self.report.get_or_insert_with(|| Report { article: next.article.clone(), ..Report::default() });
        if offset > 0 {
            whole.article.sentences += next.article.sentences;
            whole.article.skipped.append(&mut next.article.skipped);
            // What one stretch leaves open another may tell.
            let open = |r: &Report, text: &str| r.checks.iter().any(|c| c.kind == CheckType::NotStated && c.text == text);
            whole.checks.retain(|c| c.kind != CheckType::NotStated || open(&next, &c.text));
            next.checks.retain(|c| c.kind != CheckType::NotStated);
        }
        let mut known: HashMap<String, String> = HashMap::new();
        for place in std::mem::take(&mut next.places) {
            let name = place.geonames.map_or_else(|| place.name.clone(), |id| id.to_string());
            match self.places.get(&(name.clone(), place.kind, place.scope)) {
                Some(&at) => {
                    let first = &mut whole.places[at];
                    known.insert(place.id, first.id.clone());
                    first.role = first.role.max(place.role);
                    first.confidence = first.confidence.max(place.confidence);
                    first.evidence.extend(place.evidence);
                }
                None => {
                    self.places.insert((name, place.kind, place.scope), whole.places.len());
                    whole.places.push(place);
                }
            }
        }
        for actor in std::mem::take(&mut next.actors) {
            match self.actors.get(&(actor.name.clone(), actor.kind)) {
                Some(&at) => {
                    let first = &mut whole.actors[at];
                    known.insert(actor.id, first.id.clone());
                    let new: Vec<_> = actor.written.into_iter().filter(|w| !first.written.contains(w)).collect();
                    first.written.extend(new);
                    let new: Vec<_> = actor.role.into_iter().filter(|r| !first.role.contains(r)).collect();
                    first.role.extend(new);
                    first.description = first.description.take().or(actor.description);
                    first.country = first.country.take().or(actor.country);
                    first.evidence.extend(actor.evidence);
                }
                None => {
                    self.actors.insert((actor.name.clone(), actor.kind), whole.actors.len());
                    whole.actors.push(actor);
                }
            }
        }
        next.for_each_id(&mut |id: &mut String| {
            if let Some(first) = known.get(id) {
                id.clone_from(first);
            }
        });
        for region in std::mem::take(&mut next.regions) {
            let key = (region.code.clone(), region.name.clone(), region.scope);
            match self.regions.get(&key) {
                Some(&at) => {
                    let first = &mut whole.regions[at];
                    first.role = first.role.max(region.role);
                    first.killed = either(first.killed.take(), region.killed, |a, b| a.plus(b));
                    first.wounded = either(first.wounded.take(), region.wounded, |a, b| a.plus(b));
                    let new: Vec<_> = region.places.into_iter().filter(|p| !first.places.contains(p)).collect();
                    first.places.extend(new);
                    first.facts.extend(region.facts);
                }
                None => {
                    self.regions.insert(key, whole.regions.len());
                    whole.regions.push(region);
                }
            }
        }
        for term in std::mem::take(&mut next.terms) {
            if !self.terms.contains_key(&term.term) {
                self.terms.insert(term.term.clone(), whole.terms.len());
                whole.terms.push(term);
            }
        }
        for total in std::mem::take(&mut next.casualties.totals) {
            match whole.casualties.totals.iter_mut().find(|t| t.kind == total.kind) {
                Some(first) => {
                    first.value = first.value.plus(&total.value);
                    first.counted.extend(total.counted);
                    first.left_out.extend(total.left_out);
                    first.stated = false;
                    first.disputed |= total.disputed;
                }
                None => whole.casualties.totals.push(total),
            }
        }
        // The key facts are those of the first event.
        if whole.key_facts.is_empty() {
            whole.key_facts.append(&mut next.key_facts);
        }
        whole.casualties.counts.append(&mut next.casualties.counts);
        whole.events.append(&mut next.events);
        whole.munitions.append(&mut next.munitions);
        whole.damage.append(&mut next.damage);
        whole.statements.append(&mut next.statements);
        whole.dates.append(&mut next.dates);
        whole.timeline.append(&mut next.timeline);
        whole.talks.append(&mut next.talks);
        whole.checks.append(&mut next.checks);
    }

    /// The report of the whole text.
    pub fn report(self) -> Report {
        let mut report = self.report.unwrap_or_default();
        regions::worst_first(&mut report.regions);
        timeline::in_order(&mut report.timeline);
        report.brief = brief::brief(&report);
        report
    }

    /// Gives the ids of `next` numbers that none of the stretches before has.
    fn renumber(&mut self, next: &mut Report) {
        let mut last = self.last.clone();
        next.for_each_id(&mut |id: &mut String| {
            let Some((&letter, number)) = id.as_bytes().split_first() else { return };
            let Some(number) = std::str::from_utf8(number).ok().and_then(|n| n.parse::<usize>().ok()) else { return };
            let number = number + self.last.get(&letter).copied().unwrap_or(0);
            let most = last.entry(letter).or_default();
            *most = number.max(*most);
            *id = format!("{}{number}", char::from(letter));
        });
        self.last = last;
    }
}

fn either<T>(a: Option<T>, b: Option<T>, both: impl Fn(&T, &T) -> T) -> Option<T> {
    match (a, b) {
        (Some(a), Some(b)) => Some(both(&a, &b)),
        (a, b) => a.or(b),
    }
}
