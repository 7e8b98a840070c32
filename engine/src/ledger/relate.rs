//! Relations between counts: part of, the same as, superseded by, rival of.

use super::figure::{
    LEAD, gives, holds_all, is_brought_in, is_earlier_figure, is_earlier_report, is_handled, is_headline, may_hold, raises,
};
use super::retold::{
    brought_in, completes, declared_dead, part_told_before, rest_of_whole, same_name, tells_others_again, told_as_pair, told_out,
    told_part,
};
use super::sides::{self, are_exclusive, groups_meet, is_perpetrator, told_attacker, with_attackers};
use super::{Relation, around, bound, others, repeat, rival, within};
use crate::event::count::Tally;
use crate::event::count::{self, Link};
use crate::event::reading::Reading;
use crate::event::{Findings, Placed};
use crate::mention::quantity::ORDINALS;
use crate::report::{Bound, Kind, PlaceType, Status};
use crate::scope::Scope;

/// Relates every count to at most one earlier or later one.
pub fn relations(reading: Reading, findings: &mut Findings) -> Vec<Relation> {
    let mut relations = vec![Relation::default(); findings.counts.len()];
    for (relation, row) in relations.iter_mut().zip(&findings.counts) {
        match row.fact.link {
            Link::PartOf(main) => relation.part_of = Some(main),
            Link::Older(main) => (relation.superseded_by, relation.part_of) = (Some(main), Some(main)),
            Link::Detail | Link::Beside(_) | Link::None => {}
        }
    }
    for at in 0..relations.len() {
        relate(reading, findings, &mut relations, at);
        if let Some(first) = relations[at].same_as {
            repeat::take_up(reading, findings, first, at);
        }
    }
    for at in 0..relations.len() {
        shares_of_earlier(findings, &mut relations, at);
        with_attackers(reading, findings, &mut relations, at);
        rest_of_whole(findings, &mut relations, at);
        part_told_before(findings, &mut relations, at);
        told_out(reading, findings, &mut relations, at);
    }
    relations
}

/// Relates the count at `at` to those before it.
fn relate(reading: Reading, findings: &Findings, relations: &mut [Relation], at: usize) {
    let counts = &findings.counts;
    if relations[at].superseded_by.is_some() {
        return;
    }
    if relations[at].part_of.is_some() {
        return repeat_of_member(findings, relations, at);
    }
    if let Some(toll) = within::toll_beside(reading, findings, at).or_else(|| within::beside_part(findings, relations, at)) {
        relations[at].part_of = Some(toll);
        return;
    }
    if let Link::Beside(main) = counts[at].fact.link
        && relations[main].part_of.is_some()
    {
        relations[at].part_of = relations[main].part_of;
        return;
    }
    if let Some(known) = same_name(findings, relations, at) {
        relations[at].same_as = Some(known);
        return;
    }
    if let Some(known) = told_attacker(findings, relations, at) {
        relations[at].same_as = Some(known);
        return;
    }
    if (counts[at].fact.link == Link::Detail || counts[at].fact.anaphor)
        && let Some(relation) = detail(reading, findings, relations, at)
    {
        relations[at] = relation;
        return;
    }
    let parts = others::holds(findings, relations, at);
    if !parts.is_empty() {
        return parts.into_iter().for_each(|k| relations[k].part_of = Some(at));
    }
    if let Some(parts) = summed_up(reading, findings, relations, at) {
        return parts.into_iter().for_each(|k| relations[k].part_of = Some(at));
    }
    if let Some(parts) = addends(reading, findings, relations, at) {
        return parts.into_iter().for_each(|k| relations[k].part_of = Some(at));
    }
    if let Some(known) = brought_in(findings, relations, at).or_else(|| declared_dead(reading, findings, relations, at)) {
        relations[at].same_as = Some(known);
        return;
    }
    if let Some(part) = told_part(findings, relations, at).or_else(|| told_as_pair(findings, relations, at)) {
        relations[at].same_as = Some(part);
        return;
    }
    // "23 children and four adults", of whom the headline named the children: the adults are none of them.
    let sibling = |k: usize| {
        let beside = |s: &usize| counts[*s].fact.frame == counts[at].fact.frame && relations[*s].same_as == Some(k);
        is_headline(reading, &counts[k]) && (0..at).any(|s| beside(&s))
    };
    let apart = |k: &usize| !sibling(*k);
    let earlier = (0..at)
        .filter(|k| relations[*k].stands_alone() && comparable(reading, findings, *k, at))
        .filter(apart)
        .collect::<Vec<_>>();
    let agrees = |k: &&usize| {
        bound::agree(&counts[**k].fact.amount, &counts[at].fact.amount)
            && (!counts[at].fact.additional || tells_others_again(reading, findings, **k, at))
            && !is_another(reading, &counts[**k], &counts[at])
    };
    if let Some(&known) = earlier.iter().find(agrees) {
        relations[at].same_as = Some(known);
    } else if let Some(known) = nearest(findings, &earlier, at) {
        relate_numbers(reading, findings, relations, known, at);
    } else if counts[at].setting.scope == Scope::Current && is_earlier_report(reading, &counts[at]) {
        relations[at].outdated = true;
    }
}

/// The last number told before; of one predicate's list ("24 men and one officer"), the largest, where the number exceeds all.
fn nearest(findings: &Findings, earlier: &[usize], at: usize) -> Option<usize> {
    let counts = &findings.counts;
    let numbered = |k: &&usize| !matches!(counts[**k].fact.amount.bound, Bound::Vague | Bound::None);
    let &last = earlier.iter().rfind(numbered).or(earlier.last())?;
    let figure = |k: &usize| counts[*k].fact.amount.figure();
    let list: Vec<usize> = earlier.iter().copied().filter(|k| counts[*k].fact.frame == counts[last].fact.frame).collect();
    let sum = list.iter().map(figure).fold(0, u64::saturating_add);
    if figure(&at) > sum { list.into_iter().max_by_key(figure) } else { Some(last) }
}

/// Counts of one sentence that add up to a number told before are its parts: "17 were freed … 15 girls and two teachers".
fn shares_of_earlier(findings: &Findings, relations: &mut [Relation], at: usize) {
    let counts = &findings.counts;
    let own = &counts[at];
    if !relations[at].stands_alone() || !matches!(own.fact.amount.bound, Bound::Exact | Bound::AtLeast) {
        return;
    }
    let shares: Vec<usize> = (at + 1..counts.len())
        .filter(|k| {
            let other = &counts[*k];
            relations[*k].stands_alone()
                && other.fact.kind == own.fact.kind
                && other.setting.scope == own.setting.scope
                && other.fact.amount.bound == Bound::Exact
                && is_perpetrator(&other.fact) == is_perpetrator(&own.fact)
                && other.setting.sentence > own.setting.sentence
        })
        .collect();
    let Some(&first) = shares.first() else { return };
    let sum = |rows: &[usize]| rows.iter().map(|k| counts[*k].fact.amount.low).fold(0, u64::saturating_add);
    let listed: Vec<usize> =
        shares.iter().copied().filter(|k| counts[*k].setting.sentence == counts[first].setting.sentence).collect();
    let rest = own.fact.amount.low.checked_sub(sum(&shares));
    // With the one part known already: "16 people … thirteen died in Norvia … two nurses and a patient".
    let completed = (at + 1..counts.len())
        .any(|k| relations[k].part_of == Some(at) && Some(counts[k].fact.amount.low) == rest.filter(|n| *n > 1));
    if listed.len() >= 2 && sum(&listed) == own.fact.amount.low {
        listed.into_iter().for_each(|k| relations[k].part_of = Some(at));
    } else if shares.len() >= 2 && own.setting.sentence <= LEAD && (rest == Some(0) || completed) {
        shares.into_iter().for_each(|k| relations[k].part_of = Some(at));
    }
}

/// "A total of 77 people were killed", "in all, 77 died": the counts told before, where none exceeds it.
fn summed_up(reading: Reading, findings: &Findings, relations: &[Relation], at: usize) -> Option<Vec<usize>> {
    let own = &findings.counts[at];
    let key = |i: usize| reading.tagged.key(i);
    let clause = reading.clause(own.setting.sentence, reading.parse.frames[own.fact.frame].clause);
    let whole = own.fact.who.to_lowercase().starts_with("a total of")
        || clause.clone().any(|i| {
            matches!(key(i), "altogether" | "overall")
                || key(i) == "in" && matches!(key(i + 1), "all" | "total") && key(i + 2) != "the"
                || key(i) == "in" && key(i + 1) == "the" && matches!(key(i + 2), "whole" | "entire")
        });
    let parts: Vec<usize> = (0..at)
        .filter(|k| {
            let other = &findings.counts[*k];
            relations[*k].stands_alone()
                && other.fact.kind == own.fact.kind
                && other.setting.scope == own.setting.scope
                && other.fact.amount.bound != Bound::None
        })
        .collect();
    let figure = |k: &usize| findings.counts[*k].fact.amount.figure();
    let less = parts.iter().all(|k| figure(k) < own.fact.amount.figure());
    (whole && less && !own.fact.additional && !parts.is_empty()).then_some(parts)
}

/// The counts told before whose sum is the number at `at`, where there are several: "two in Norvia and five in Kelm … seven".
fn addends(reading: Reading, findings: &Findings, relations: &[Relation], at: usize) -> Option<Vec<usize>> {
    let own = &findings.counts[at];
    let exact = |row: &Placed<Tally>| matches!(row.fact.amount.bound, Bound::Exact | Bound::AtLeast) && row.fact.amount.low > 0;
    let fits = |k: &usize| {
        let other = &findings.counts[*k];
        relations[*k].stands_alone()
            && other.fact.kind == own.fact.kind
            && other.setting.scope == own.setting.scope
            && other.event == own.event
            && other.fact.frame != own.fact.frame
            && (own.setting.told.is_empty() || places_meet(reading, own, other))
            && exact(other)
    };
    let parts: Vec<usize> = (0..at).filter(fits).collect();
    let sum_of = |rows: &[usize]| rows.iter().map(|k| findings.counts[*k].fact.amount.low).fold(0, u64::saturating_add);
    // "killing its pilot and the four tourists … the five deaths": the list of one verb.
    let whole = own.fact.amount.bound == Bound::Exact && own.fact.amount.low > 2 && !own.fact.additional;
    for first in parts.iter().filter(|_| whole) {
        let list = |k: &&usize| findings.counts[**k].fact.frame == findings.counts[*first].fact.frame;
        let list: Vec<usize> = parts.iter().filter(list).copied().collect();
        if list.len() >= 2 && sum_of(&list) == own.fact.amount.low {
            return Some(list);
        }
    }
    let sum = sum_of(&parts);
    (parts.len() >= 2 && exact(own) && !own.fact.additional && sum == own.fact.amount.low).then_some(parts)
}

/// What a detail belongs to: the same number told before, or the last larger one of its kind, whatever their places.
fn detail(reading: Reading, findings: &Findings, relations: &[Relation], at: usize) -> Option<Relation> {
    let own = &findings.counts[at];
    let paragraph = |row: &Placed<Tally>| reading.text.sentences.get(row.setting.sentence).map(|s| s.paragraph);
    let ordinal = own.fact.who.split(' ').any(|w| ORDINALS.contains(&w));
    let rank = rank(&own.fact);
    let known = |k: &usize| {
        let other = &findings.counts[*k];
        relations[*k].stands_alone()
            && other.fact.kind == own.fact.kind
            && other.setting.scope == own.setting.scope
            // "Two were dug out of a hostel in Kelm. The third was found dead": none of the four killed in Norvia.
            && (!ordinal || places_meet(reading, other, own) || paragraph(other) == paragraph(own))
            && rank.is_none_or(|n| other.fact.amount.figure() >= n)
            && !sides::are_two(&other.fact, &own.fact)
            && (own.fact.amount.figure() > 1
                || own.fact.kind == Kind::Wounded && !sides::is_apart(reading, findings, relations, *k, at)
                || !matches!(own.fact.kind, Kind::Killed | Kind::Wounded)
                || is_perpetrator(&own.fact) == is_perpetrator(&other.fact))
    };
    let numbered = |k: &usize| !matches!(findings.counts[*k].fact.amount.bound, Bound::None);
    let figure = own.fact.amount.figure();
    let mut earlier = (0..at).rev().filter(known).filter(numbered).filter(|k| findings.counts[*k].fact.frame != own.fact.frame);
    let whole = earlier.find(|k| findings.counts[*k].fact.amount.figure() >= figure)?;
    let equal = findings.counts[whole].fact.amount.figure() == figure && (!own.fact.additional || own.fact.group == "attackers");
    let relation = Relation::default();
    Some(if equal { Relation { same_as: Some(whole), ..relation } } else { Relation { part_of: Some(whole), ..relation } })
}

/// A member that repeats a count already told ("including a child", then "the child died") is tied to it.
fn repeat_of_member(findings: &Findings, relations: &mut [Relation], at: usize) {
    let own = &findings.counts[at];
    let first = |row: Option<usize>| row.map(|k| relations[k].same_as.unwrap_or(k));
    let main = first(relations[at].part_of);
    let double = (0..at).find(|k| {
        let other = &findings.counts[*k];
        first(relations[*k].part_of) == main
            && other.fact.kind == own.fact.kind
            && !other.fact.group.is_empty()
            && other.fact.group == own.fact.group
            && other.fact.amount.low == own.fact.amount.low
            && other.fact.tokens.start != own.fact.tokens.start
    });
    relations[at].same_as = double;
}

/// Both rows may speak of the same people: one kind, scope and event, places that do not exclude each other.
fn comparable(reading: Reading, findings: &Findings, a: usize, b: usize) -> bool {
    let (x, y) = (&findings.counts[a], &findings.counts[b]);
    x.fact.kind == y.fact.kind
        && x.setting.scope == y.setting.scope
        && x.fact.frame != y.fact.frame
        && (x.setting.scope == Scope::Current || x.event == y.event)
        && (x.setting.elsewhere == y.setting.elsewhere)
        && (places_meet(reading, x, y)
            || opens_out(reading, findings, x, y)
            || is_retold(reading, x, y)
            || around::is_of_series(reading, x, y)
            || is_handled(reading, y)
            || within::is_found(reading, y) && x.fact.amount.figure() == y.fact.amount.figure() && y.fact.amount.figure() > 2
            || y.setting.told.is_empty() && (raises(reading, y) || is_earlier_figure(reading, y)))
        && (groups_meet(x.fact.group, y.fact.group)
            || rival::is_named_otherwise(reading, y)
            || x.fact.group == "men" && is_one_of_headline(reading, findings, a, b))
        && !rival::is_of_the_killers(reading, x, y)
        && (is_perpetrator(&x.fact) == is_perpetrator(&y.fact)
            // "one gunman", "one of the gunmen"
            || x.fact.group == "militants" && y.fact.group == "militants"
            || rival::is_named_otherwise(reading, y)
            || x.fact.kind != Kind::Wounded && x.fact.amount.figure() == y.fact.amount.figure().max(2)
            || is_one_of_headline(reading, findings, a, b))
}

/// "Man shot dead in Kelm" over "the attacker was shot and killed": the only dead of the headline.
fn is_one_of_headline(reading: Reading, findings: &Findings, title: usize, at: usize) -> bool {
    let (x, y) = (&findings.counts[title], &findings.counts[at]);
    let one = |row: &Placed<Tally>| row.fact.kind == Kind::Killed && row.fact.amount.figure() == 1;
    let guards = |row: &Placed<Tally>| count::is_by_guards(reading, &row.fact);
    let only = findings.counts[..at].iter().filter(|c| c.fact.kind == Kind::Killed && c.fact.amount.figure() > 0).count() == 1;
    one(x) && one(y) && only && is_headline(reading, x) && (guards(x) || guards(y))
}

/// Nothing says that the rows are of places apart.
pub fn places_meet(reading: Reading, x: &Placed<Tally>, y: &Placed<Tally>) -> bool {
    let places = &reading.mentions.places;
    match (x.setting.place, y.setting.place) {
        (Some(a), Some(b)) => {
            a == b
                || places.within(a, b)
                || around::is_told_within(reading, a, b)
                || around::is_told_within(reading, b, a)
                || places.within(b, a)
                || is_among(reading, x, b)
                || around::takes_in(reading, x, y)
        }
        _ => true,
    }
}

/// The first sentence tells out what the headline says, whatever places the two name.
fn opens_out(reading: Reading, findings: &Findings, title: &Placed<Tally>, row: &Placed<Tally>) -> bool {
    let lead = reading.text.opening();
    // The line of the agency may stand before the first sentence.
    let told = || findings.counts.iter().filter(|c| !is_headline(reading, c)).map(|c| c.setting.sentence).min();
    let near = |at: usize| lead.is_some_and(|l| at <= l + 1);
    is_headline(reading, title)
        && (lead == Some(row.setting.sentence) || told().filter(|s| near(*s)) == Some(row.setting.sentence))
}

/// "An attack in Kaduna has left five dead. Officials said gunmen had attacked Madamai, killing five": the lead again, with the
/// name of the village.
fn is_retold(reading: Reading, x: &Placed<Tally>, y: &Placed<Tally>) -> bool {
    let lead = x.setting.sentence == 0 && y.setting.sentence == 1 && x.fact.amount.figure() > 1;
    lead && x.fact.amount.figure() == y.fact.amount.figure() && reading.frames_of(1).any(|f| f.past_perfect)
}

/// One person beside one person: "his brother", or "a guard" behind "the cashier" of one paragraph.
fn is_another(reading: Reading, x: &Placed<Tally>, y: &Placed<Tally>) -> bool {
    let (a, b) = (&x.fact, &y.fact);
    if a.amount.figure() != 1 || b.amount.figure() != 1 || b.anaphor || a.noun() == b.noun() || is_headline(reading, x) {
        return false;
    }
    let paragraph = |row: &Placed<Tally>| reading.text.sentences.get(row.setting.sentence).map(|s| s.paragraph);
    let first = b.amount.text.split(' ').next().unwrap_or_default().to_lowercase();
    // "Another was hurt … the fourth was hurt": one of four is not the one before.
    if rank(b).is_some() && rank(a).is_none() {
        return true;
    }
    if sides::are_two(a, b) {
        return true;
    }
    let callings = a.group == "workers" && b.group == "workers" && matches!(first.as_str(), "a" | "an");
    matches!(first.as_str(), "his" | "her" | "their") || callings && paragraph(x) == paragraph(y)
}

/// "The fourth" is one of four at least.
fn rank(tally: &Tally) -> Option<u64> {
    let mut words = tally.who.split(' ');
    let definite = words.next().is_some_and(|w| matches!(w, "the" | "The" | "a" | "A"));
    let word = words.next().filter(|_| definite)?;
    let at = ORDINALS.iter().position(|o| *o == word)?;
    u64::try_from(at).ok().map(|n| n + 2)
}

/// The row counts over several places, of which this is one: "killed four in Kelm, Norvia and Sund".
fn is_among(reading: Reading, row: &Placed<Tally>, place: usize) -> bool {
    let told = &row.setting.told;
    told.len() >= 2 && told.iter().any(|p| *p == place || reading.mentions.places.within(place, *p))
}

/// Two different numbers for what may be the same people.
fn relate_numbers(reading: Reading, findings: &Findings, relations: &mut [Relation], known: usize, at: usize) {
    let (x, y) = (&findings.counts[known], &findings.counts[at]);
    let (old, new) = (&x.fact.amount, &y.fact.amount);
    if y.fact.additional || [old.bound, new.bound].iter().any(|b| matches!(b, Bound::None)) || Status::Denied == y.setting.status
    {
        return;
    }
    // "Scores were killed … of his 38 wounded five died."
    if old.bound == Bound::Vague && y.fact.of_wounded && new.figure() < old.figure() {
        relations[at].part_of = Some(known);
    }
    let exclusive = || are_exclusive(reading, x, y) && !rival::is_named_otherwise(reading, y);
    if old.bound == Bound::Vague || new.bound == Bound::Vague || exclusive() {
        return;
    }
    // "… killed two. All nine hostages, five gunmen and an officer died": a list that holds more than the known ones is none of
    // them.
    let beside = |k: &usize| findings.counts[*k].fact.frame == y.fact.frame && findings.counts[*k].fact.kind == y.fact.kind;
    let more = (0..at).filter(beside).any(|k| findings.counts[k].fact.amount.figure() > old.figure());
    if more && new.figure() < old.figure() && x.fact.frame != y.fact.frame {
        return;
    }
    // "He wounded 17 people. Six others were hurt as they fled": on top, where the next sentence opens with them.
    let opens = y.fact.tokens.start == reading.sentence(y.setting.sentence).start;
    let dead = |c: &Placed<Tally>| c.fact.kind == Kind::Killed && c.setting.sentence == y.setting.sentence;
    let on_top = y.fact.kind == Kind::Wounded && y.fact.who.ends_with(" others") && opens && !findings.counts.iter().any(dead);
    let next = x.setting.sentence + 1 == y.setting.sentence && !is_headline(reading, x) && x.fact.link == Link::None;
    if on_top && next && new.figure() < old.figure() && y.setting.told.is_empty() && relations[at].stands_alone() {
        return;
    }
    // The text has said the number of its headline again.
    let told_out = |known: usize| {
        (0..at).any(|k| relations[k].same_as == Some(known) && findings.counts[k].setting.sentence > x.setting.sentence)
    };
    let told_out = told_out(known);
    // "Two were killed and 30 injured … the clash left 32 injured": the sum of both.
    if x.fact.kind == Kind::Wounded
        && new.figure() == old.figure() + killed_beside(findings, relations, known)
        && new.figure() > old.figure()
    {
        relations[at].superseded_by = Some(known);
        return;
    }
    // "Up to 1,000 died … the official toll is 894": a number takes the place of a bound.
    let settled = old.bound == Bound::AtMost && new.bound == Bound::Exact && (gives(reading, y) || rival::is_figure(reading, y));
    // "Between 10 and 17 were killed … a paper put it at 13": within what is told.
    let inside =
        old.bound == Bound::Range && new.bound == Bound::Exact && (old.low..=old.high.unwrap_or(old.low)).contains(&new.low);
    if inside {
        relations[at].part_of = Some(known);
    } else if settled && old.high.is_some_and(|high| new.figure() <= high) {
        (relations[known].superseded_by, relations[known].part_of) = (Some(at), Some(at));
    } else if is_earlier_figure(reading, y) || new.figure() < old.figure() && rival::is_dated_toll(reading, y) {
        (relations[at].superseded_by, relations[at].part_of) = (Some(known), Some(known));
    } else if x.fact.of_wounded && raises(reading, y) && new.figure() > old.figure() {
        // "Two of the wounded die … raising the number of dead to five": the toll before them is the older figure.
        relations[known].part_of = Some(at);
        let older = |k: &usize| {
            let row = &findings.counts[*k];
            relations[*k].stands_alone()
                && comparable(reading, findings, *k, at)
                && row.fact.amount.figure().saturating_add(old.figure()) == new.figure()
        };
        if let Some(older) = (0..known).rfind(older) {
            (relations[older].superseded_by, relations[older].part_of) = (Some(at), Some(at));
        }
    } else if bound::is_rounded(old, new) {
        (relations[known].superseded_by, relations[known].part_of) = (Some(at), Some(at));
    } else if completes(findings, relations, known, at) {
        relations[at].part_of = Some(known);
    } else if gives(reading, y) && rival::is_rival(reading, findings, known, at) {
        relations[at].rival_of = Some(relations[known].rival_of.unwrap_or(known));
    } else if is_earlier_figure(reading, x) || raises(reading, y) && new.figure() > old.figure() {
        (relations[known].superseded_by, relations[known].part_of) = (Some(at), Some(at));
    } else if new.figure() > old.figure() && (holds_all(reading, y) || is_brought_in(reading, x) && may_hold(reading, y)) {
        // "Four were injured … all 15 passengers were hurt", "Two were in hospital … three people were injured".
        relations[known].part_of = Some(at);
    } else if new.figure() > old.figure() && (is_handled(reading, x) || x.fact.named && may_hold(reading, y)) {
        // "The driver died …", then the toll that holds him.
        relations[known].part_of = Some(at);
    } else if rival::is_rival(reading, findings, known, at) {
        relations[at].rival_of = Some(relations[known].rival_of.unwrap_or(known));
    } else if new.figure() > old.figure() && rival::is_figure(reading, y) {
        (relations[known].superseded_by, relations[known].part_of) = (Some(at), Some(at));
    } else if new.figure() < old.figure() && (y.fact.named || is_detail(reading, x, y)) {
        relations[at].part_of = Some(known);
    } else if new.figure() > old.figure()
        && (is_wider(reading, y, x) || is_headline(reading, x) && y.setting.sentence <= LEAD && !told_out)
    {
        relations[known].part_of = Some(at);
    } else if new.figure() < old.figure() {
        relations[at].part_of = Some(known);
    }
}

/// How many dead the sentence of a row tells of.
fn killed_beside(findings: &Findings, relations: &[Relation], at: usize) -> u64 {
    let own = &findings.counts[at];
    let dead = |k: &usize| {
        let other = &findings.counts[*k];
        other.fact.kind == Kind::Killed && other.setting.sentence == own.setting.sentence && relations[*k].stands_alone()
    };
    (0..at).filter(dead).map(|k| findings.counts[k].fact.amount.low).sum()
}

/// A smaller count behind a larger one, of the same place or without one, is a detail of it.
fn is_detail(reading: Reading, whole: &Placed<Tally>, part: &Placed<Tally>) -> bool {
    part.setting.place.is_none() || part.setting.place == whole.setting.place || is_wider(reading, whole, part)
}

/// The first row's place holds the second's, or it has none.
fn is_wider(reading: Reading, wide: &Placed<Tally>, narrow: &Placed<Tally>) -> bool {
    let places = &reading.mentions.places;
    match (wide.setting.place, narrow.setting.place) {
        (None, Some(_)) => true,
        (Some(_), Some(n)) if is_among(reading, wide, n) || around::takes_in(reading, wide, narrow) => true,
        (Some(w), Some(n)) => {
            w != n
                && places.within(n, w)
                && matches!(places.list[w].kind, PlaceType::Region | PlaceType::Country | PlaceType::Area)
        }
        _ => false,
    }
}
