//! Numbers told again in other words or taken apart: a part repeated, a pair of numbers repeated, the dead and wounded brought
//! in together, a list that makes up a number.

use super::figure::{LEAD, is_headline};
use super::sides::{groups_meet, is_perpetrator};
use super::{Relation, bound};
use crate::event::count::{Link, Tally};
use crate::event::reading::Reading;
use crate::event::{Findings, Placed};
use crate::report::{Bound, Kind};
use crate::scope::Scope;

/// "Twelve died, among them seven marines … seven of the force were killed": the number of a part told again in another
/// sentence.
pub fn told_part(findings: &Findings, relations: &[Relation], at: usize) -> Option<usize> {
    let own = &findings.counts[at];
    let plain = own.fact.amount.bound == Bound::Exact && own.fact.amount.low > 1 && !own.fact.additional;
    let again = |k: &usize| {
        let part = &findings.counts[*k];
        relations[*k].part_of.is_some_and(|whole| relations[whole].stands_alone() && whole < at)
            && relations[*k].same_as.is_none()
            && relations[*k].superseded_by.is_none()
            && part.fact.kind == own.fact.kind
            && part.setting.scope == own.setting.scope
            && part.setting.elsewhere == own.setting.elsewhere
            && part.setting.sentence < own.setting.sentence
            && bound::agree(&part.fact.amount, &own.fact.amount)
            && groups_meet(part.fact.group, own.fact.group)
            && (own.setting.told.is_empty() || own.setting.place == part.setting.place)
    };
    let told = (0..at).any(|k| {
        let whole = &findings.counts[k];
        relations[k].stands_alone() && whole.fact.kind == own.fact.kind && whole.fact.amount.figure() == own.fact.amount.figure()
    });
    (0..at).filter(|_| plain && !told).find(again)
}

/// "Five policemen died and nine were hurt … five men were killed, nine hurt": both numbers of a sentence told before in one,
/// whatever place the second names.
pub fn told_as_pair(findings: &Findings, relations: &[Relation], at: usize) -> Option<usize> {
    let counts = &findings.counts;
    let same = |a: usize, b: usize| {
        let (x, y) = (&counts[a], &counts[b]);
        x.fact.kind == y.fact.kind
            && x.setting.scope == y.setting.scope
            && x.fact.amount.bound == Bound::Exact
            && y.fact.amount.bound == Bound::Exact
            && x.fact.amount.low == y.fact.amount.low
            && x.fact.amount.low > 2
            && groups_meet(x.fact.group, y.fact.group)
            && !y.setting.elsewhere
    };
    let beside =
        |a: usize| (0..counts.len()).filter(move |k| *k != a && counts[*k].setting.sentence == counts[a].setting.sentence);
    let plain = counts[at].fact.link == Link::None && !counts[at].fact.additional;
    let told = |k: &usize| {
        let twin = |a: usize, b: usize| counts[a].fact.kind != counts[at].fact.kind && same(a, b);
        counts[*k].setting.sentence < counts[at].setting.sentence
            && relations[*k].superseded_by.is_none()
            && same(*k, at)
            && beside(at).any(|b| beside(*k).any(|a| twin(a, b)))
    };
    (0..at).filter(|_| plain).find(told).map(|k| relations[k].same_as.unwrap_or(k))
}

/// "Two farmers, Omar Haddad and Ali Noor, were hurt … Ali Noor, 40, is in hospital": one of whom the text told by the same name.
pub fn same_name(findings: &Findings, relations: &[Relation], at: usize) -> Option<usize> {
    let own = &findings.counts[at];
    let words = own.fact.who.split(' ');
    let name = own.fact.named && !own.fact.anaphor && words.clone().count() > 1;
    let name = name && words.clone().all(|w| w.chars().next().is_some_and(char::is_uppercase));
    let told = |k: &usize| {
        let other = &findings.counts[*k];
        other.fact.kind == own.fact.kind
            && other.fact.named
            && other.setting.scope == own.setting.scope
            && other.fact.who == own.fact.who
    };
    (0..at).filter(|_| name && own.fact.amount.low == 1).find(told).map(|k| relations[k].same_as.unwrap_or(k))
}

/// Numbers from here on do not come twice by chance.
const TELLING: u64 = 10;

/// Words of another blow, whose dead come on top.
const NEXT_BLOW: &[&str] = &["second", "third", "separate", "separately", "different", "later", "next", "elsewhere"];

/// "One was killed and thirteen were hurt … another 13 were hurt": others than the dead, who were told before.
pub fn tells_others_again(reading: Reading, findings: &Findings, known: usize, at: usize) -> bool {
    let counts = &findings.counts;
    let (x, y) = (&counts[known], &counts[at]);
    let number = y.fact.amount.low;
    // The dead stand between: the others are others than those.
    let dead = || counts[known..at].iter().any(|c| c.fact.kind == Kind::Killed && c.setting.sentence + 1 >= y.setting.sentence);
    let least = if y.fact.kind == Kind::Wounded && dead() { 3 } else { TELLING };
    let plain = [x, y].iter().all(|r| matches!(r.fact.amount.bound, Bound::Exact | Bound::AtLeast) && r.fact.link == Link::None);
    let words = |row: &Placed<Tally>| reading.sentence(row.setting.sentence);
    let blow = |row: &Placed<Tally>| words(row).any(|i| NEXT_BLOW.contains(&reading.tagged.key(i)));
    plain
        && number >= least
        && x.fact.amount.low == number
        && x.setting.sentence < y.setting.sentence
        && (!x.fact.additional || x.fact.who.eq_ignore_ascii_case(&y.fact.who))
        && (y.setting.told.is_empty() || x.setting.place == y.setting.place)
        && !blow(y)
}

/// "One was killed and four were hurt … five were brought to hospital, where one was declared dead": the five are the dead and
/// the wounded told before, the one is the dead.
pub fn brought_in(findings: &Findings, relations: &[Relation], at: usize) -> Option<usize> {
    let counts = &findings.counts;
    let own = &counts[at];
    let current = |k: usize| counts[k].setting.scope == Scope::Current && !counts[k].setting.elsewhere;
    let of = |kind: Kind, k: usize| {
        let told = counts[k].fact.kind == kind && current(k) && counts[k].setting.sentence < own.setting.sentence;
        told && relations[k].stands_alone() && counts[k].fact.amount.bound == Bound::Exact
    };
    let number = |k: usize| counts[k].fact.amount.low;
    let both = |sum: u64, last: usize| {
        let wounded = (0..last).find(|k| of(Kind::Wounded, *k))?;
        let dead = (0..last).find(|k| of(Kind::Killed, *k) && number(*k) + number(wounded) == sum)?;
        Some((dead, wounded))
    };
    let plain = own.fact.amount.bound == Bound::Exact && current(at);
    match own.fact.kind {
        Kind::Wounded if plain && own.fact.link == Link::None && !own.fact.additional => {
            both(own.fact.amount.low, at).map(|(_, wounded)| wounded)
        }
        Kind::Killed if plain && own.fact.link == Link::None => {
            let brought = (0..at).rfind(|k| {
                counts[*k].fact.kind == Kind::Wounded && counts[*k].setting.sentence == own.setting.sentence && current(*k)
            })?;
            both(number(brought), brought).map(|(dead, _)| dead).filter(|dead| number(*dead) == own.fact.amount.low)
        }
        _ => None,
    }
}

/// "Two died and five others were hurt … all were brought to hospital, where two of them were declared dead": the dead who
/// were told apart from the wounded.
pub fn declared_dead(reading: Reading, findings: &Findings, relations: &[Relation], at: usize) -> Option<usize> {
    let counts = &findings.counts;
    let own = &counts[at];
    let frame = &reading.parse.frames[own.fact.frame];
    let clause = reading.clause(frame.sentence, frame.clause);
    let known_people = own.fact.of_wounded || !own.fact.additional && own.fact.amount.low > 1;
    let declared =
        known_people && own.fact.kind == Kind::Killed && clause.clone().any(|i| DECLARING.contains(&reading.tagged.key(i)));
    let beside = |k: usize| {
        let wounded = |c: &Placed<Tally>| c.fact.kind == Kind::Wounded && c.setting.sentence == counts[k].setting.sentence;
        counts.iter().any(wounded)
    };
    let known = |k: &usize| {
        let row = &counts[*k];
        row.fact.kind == Kind::Killed
            && row.setting.scope == own.setting.scope
            && row.setting.sentence < own.setting.sentence
            && relations[*k].stands_alone()
            && !row.fact.of_wounded
            && row.fact.amount.low == own.fact.amount.low
            && beside(*k)
    };
    (0..at).filter(|_| declared).find(known)
}

/// Words by which a doctor finds somebody dead.
const DECLARING: &[&str] = &["declared", "pronounced", "certified", "declaring", "pronouncing", "confirmed"];

/// "Five died, two of them paramedics … the driver, his mate and a bystander also died": what its known parts leave of a number
/// is told one by one in one sentence.
pub fn rest_of_whole(findings: &Findings, relations: &mut [Relation], at: usize) {
    let counts = &findings.counts;
    let whole = &counts[at];
    if !relations[at].stands_alone() || whole.fact.amount.bound != Bound::Exact || whole.fact.amount.low < 4 {
        return;
    }
    let alike = |k: &usize| {
        let row = &counts[*k];
        row.fact.kind == whole.fact.kind
            && row.setting.scope == whole.setting.scope
            && row.setting.elsewhere == whole.setting.elsewhere
            && row.fact.amount.bound == Bound::Exact
            && row.setting.sentence > whole.setting.sentence
            && (is_perpetrator(&row.fact) == is_perpetrator(&whole.fact))
    };
    let rest: Vec<usize> = (at + 1..counts.len()).filter(|k| relations[*k].stands_alone() && alike(k)).collect();
    let sum = |rows: &[usize]| rows.iter().map(|k| counts[*k].fact.amount.low).fold(0, u64::saturating_add);
    let parts: Vec<usize> =
        (at + 1..counts.len()).filter(|k| relations[*k].part_of == Some(at) && relations[*k].same_as.is_none()).collect();
    let together = rest.windows(2).all(|pair| counts[pair[0]].setting.sentence == counts[pair[1]].setting.sentence);
    if rest.len() >= 2 && together && !parts.is_empty() && sum(&rest) + sum(&parts) == whole.fact.amount.low {
        rest.into_iter().for_each(|k| relations[k].part_of = Some(at));
    }
}

/// "Two civilians were hurt … five others, three soldiers and two civilians, were injured": those told before are those of the list.
pub fn part_told_before(findings: &Findings, relations: &mut [Relation], at: usize) {
    let counts = &findings.counts;
    let own = &counts[at];
    if !relations[at].stands_alone() || own.fact.group.is_empty() || own.fact.amount.bound != Bound::Exact {
        return;
    }
    let listed = |k: &usize| {
        let part = &counts[*k];
        let same = part.fact.kind == own.fact.kind
            && part.setting.scope == own.setting.scope
            && part.setting.elsewhere == own.setting.elsewhere
            && part.fact.amount.bound == Bound::Exact
            && part.fact.amount.low == own.fact.amount.low
            && part.fact.noun() == own.fact.noun();
        let Link::PartOf(whole) = part.fact.link else { return None };
        let wider = relations[whole].stands_alone() && counts[whole].setting.sentence > own.setting.sentence;
        (same && own.fact.amount.low > 1 && wider && counts[whole].fact.amount.figure() > own.fact.amount.figure())
            .then_some(whole)
    };
    if let Some(whole) = (at + 1..counts.len()).find_map(|k| listed(&k)) {
        relations[at].part_of = Some(whole);
    }
}

/// "Over 20 dead" in the headline, "seven herders and fifteen policemen were killed" below it: the list is the exact figure.
pub fn told_out(reading: Reading, findings: &Findings, relations: &mut [Relation], at: usize) {
    let counts = &findings.counts;
    let title = &counts[at];
    let open = matches!(title.fact.amount.bound, Bound::MoreThan | Bound::AtLeast | Bound::About);
    if !open || !relations[at].stands_alone() || !is_headline(reading, title) {
        return;
    }
    let part = |k: &usize| relations[*k].part_of == Some(at) && relations[*k].same_as.is_none();
    let Some(first) = (at + 1..counts.len()).find(part) else { return };
    let list: Vec<usize> =
        (first..counts.len()).filter(|k| part(k) && counts[*k].fact.frame == counts[first].fact.frame).collect();
    let exact = list.iter().all(|k| counts[*k].fact.amount.bound == Bound::Exact && counts[*k].fact.link == Link::None);
    let sum: u64 = list.iter().map(|k| counts[*k].fact.amount.low).fold(0, u64::saturating_add);
    let figure = title.fact.amount.figure();
    // "At least four … a woman and three children": no more than the parts of them.
    let open = title.fact.amount.bound != Bound::AtLeast || sum > figure;
    if open
        && exact
        && list.len() >= 2
        && sum >= figure
        && sum <= figure.saturating_mul(2)
        && counts[first].setting.sentence <= LEAD
    {
        relations[at].superseded_by = Some(first);
        list.into_iter().for_each(|k| relations[k].part_of = None);
    }
}

/// "Three died … two officers were killed … a passer-by was killed too": with those behind it in its paragraph the number
/// makes up the one told before.
pub fn completes(findings: &Findings, relations: &[Relation], known: usize, at: usize) -> bool {
    let counts = &findings.counts;
    let (whole, own) = (&counts[known], &counts[at]);
    let plain =
        |row: &Placed<Tally>| row.fact.amount.bound == Bound::Exact && row.fact.link == Link::None && !row.fact.of_wounded;
    if !plain(own) || whole.fact.amount.bound != Bound::Exact || whole.setting.sentence > LEAD {
        return false;
    }
    let near = counts.iter().enumerate().skip(at + 1).filter(|(k, row)| {
        row.fact.kind == own.fact.kind
            && row.setting.scope == own.setting.scope
            && row.setting.elsewhere == own.setting.elsewhere
            && row.setting.sentence <= own.setting.sentence + 2
            && row.fact.frame != own.fact.frame
            && plain(row)
            && relations[*k].stands_alone()
    });
    let mut sum = own.fact.amount.low;
    let mut rows = near.map(|(_, row)| row.fact.amount.low);
    rows.any(|n| {
        sum = sum.saturating_add(n);
        sum == whole.fact.amount.low
    })
}
