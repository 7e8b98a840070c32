//! Exact repeats: a row told again in the same words is one row with two passages behind it.

use super::Relation;
use crate::event::count::Tally;
use crate::event::reading::Reading;
use crate::event::{Findings, Placed};
use crate::report::{Bound, Kind, PlaceType};
use crate::text::Tokens;

/// Takes the exact repeats out of the counts and of `relations`. Gives the other passages of each row that stays.
pub fn merge(reading: Reading, findings: &mut Findings, relations: &mut Vec<Relation>) -> Vec<Vec<Tokens>> {
    let rows = findings.counts.len();
    let mut into: Vec<usize> = (0..rows).collect();
    for at in 0..rows {
        if let Some(first) = relations[at].same_as.map(|first| into[first])
            && first < at
            && is_exact(reading, &findings.counts[first], &findings.counts[at])
        {
            into[at] = first;
        }
    }
    let mut place = 0;
    let new: Vec<usize> = (0..rows)
        .map(|at| {
            place += usize::from(into[at] == at);
            place - 1
        })
        .collect();
    let mut passages = vec![Vec::new(); place];
    for at in (0..rows).filter(|at| into[*at] != *at) {
        passages[new[into[at]]].push(findings.counts[at].fact.tokens.clone());
    }
    let kept = |at: usize| into[at] == at;
    let mut at = 0..rows;
    findings.counts.retain(|_| at.next().is_some_and(kept));
    let mut at = 0..rows;
    relations.retain(|_| at.next().is_some_and(kept));
    for (own, relation) in relations.iter_mut().enumerate() {
        for other in [&mut relation.part_of, &mut relation.same_as, &mut relation.superseded_by, &mut relation.rival_of] {
            *other = other.map(|k| new[into[k]]).filter(|k| *k != own);
        }
    }
    passages
}

/// The second row tells nothing of its own: the same number of the same people by the same word, or a headline told out.
fn is_exact(reading: Reading, first: &Placed<Tally>, repeat: &Placed<Tally>) -> bool {
    let (a, b) = (&first.fact, &repeat.fact);
    let title = in_title(reading, first);
    let one = a.amount.figure() == 1;
    let groups = a.group.is_empty() || b.group.is_empty() || a.group == b.group;
    let sources = first.setting.source == repeat.setting.source || repeat.setting.source.is_none() || title;
    let alike = if one { a.noun() == b.noun() || title && groups && !b.anaphor } else { groups || title };
    a.kind == b.kind
        && a.amount.figure() == b.amount.figure()
        && first.setting.status == repeat.setting.status
        && sources
        && alike
}

fn in_title(reading: Reading, row: &Placed<Tally>) -> bool {
    reading.text.sentences.get(row.setting.sentence).is_some_and(|s| s.in_title)
}

/// Gives the first row what its exact repeat says more exactly: place, source, time, group and bound.
pub fn take_up(reading: Reading, findings: &mut Findings, first: usize, at: usize) {
    if first > at || !is_exact(reading, &findings.counts[first], &findings.counts[at]) {
        return;
    }
    let repeat = findings.counts[at].clone();
    let in_sentence = |s: usize| {
        let wounded = findings.counts.iter().filter(move |c| c.fact.kind == Kind::Wounded && c.setting.sentence == s);
        let attacked = |c: &Placed<Tally>| {
            matches!(reading.parse.frames[c.fact.frame].predicate.lemma(), "shoot" | "stab")
                && c.fact.amount.figure() > repeat.fact.amount.low
        };
        wounded.filter(|c| attacked(c)).map(|c| c.fact.amount.figure()).next()
    };
    let shot = in_sentence(repeat.setting.sentence).is_some_and(|n| {
        let own = findings.counts[first].setting.sentence;
        let others = findings.counts.iter().any(|c| c.fact.kind == Kind::Wounded && c.setting.sentence == own);
        in_sentence(own) == Some(n) || !others
    });
    let row = &mut findings.counts[first];
    let title = in_title(reading, row);
    let places = &reading.mentions.places;
    let narrows = |wide: usize, narrow: usize| {
        wide != narrow
            && places.within(narrow, wide)
            && matches!(places.list[wide].kind, PlaceType::Region | PlaceType::Country | PlaceType::Area)
    };
    if let Some(place) = repeat.setting.place
        && row.setting.place.is_none_or(|own| title && narrows(own, place))
    {
        row.setting.place = Some(place);
        row.setting.told.clone_from(&repeat.setting.told);
    }
    for place in repeat.setting.told {
        if !row.setting.told.contains(&place) {
            row.setting.told.push(place);
        }
    }
    // "One dead as two men are shot … two men were shot, one of them fatally".
    row.fact.of_wounded |= repeat.fact.of_wounded && shot;
    row.setting.source = row.setting.source.or(repeat.setting.source);
    row.setting.time = row.setting.time.or(repeat.setting.time);
    if row.fact.group.is_empty() {
        row.fact.group = repeat.fact.group;
    }
    if title && row.fact.amount.bound == Bound::Exact && matches!(repeat.fact.amount.bound, Bound::AtLeast | Bound::MoreThan) {
        row.fact.amount = repeat.fact.amount.clone();
    }
}

#[cfg(test)]
mod tests {
    use crate::event::sample::report;

    fn rows(text: &str) -> Vec<(u64, usize)> {
        report(text).casualties.counts.iter().map(|c| (c.value.low, c.evidence.len())).collect()
    }

    #[test]
    fn a_number_told_again_is_one_row_with_both_passages() {
        let text =
            "A bus crash near Nakuru killed 14 people on Monday. Nine were hurt. The 14 people killed were on their way home.";
        assert_eq!(rows(text), [(14, 2), (9, 1)]);
    }

    #[test]
    fn another_source_keeps_its_row() {
        let text = "Police said 14 people were killed in Nakuru on Monday. The Red Cross said 14 people were killed.";
        assert_eq!(rows(text), [(14, 1), (14, 1)]);
    }
}
