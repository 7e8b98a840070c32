//! "Others" who are told apart from the dead and not from the wounded before them: "seven were killed, the ministry said …
//! a rider was hurt … eleven others were wounded, the ministry said".

use super::Relation;
use crate::event::Findings;
use crate::report::{Bound, Kind};
use crate::scope::Scope;

/// The rows before `at` that its number holds, where its source has told the toll of the dead, which has its details behind it.
pub fn holds(findings: &Findings, relations: &[Relation], at: usize) -> Vec<usize> {
    let counts = &findings.counts;
    let own = &counts[at];
    let sentence = |k: usize| counts[k].setting.sentence;
    let current = |k: usize| counts[k].setting.scope == Scope::Current && !counts[k].setting.elsewhere;
    let others = own.fact.additional || own.fact.who.ends_with("others");
    let counted = others && own.fact.amount.bound == Bound::Exact && own.fact.kind == Kind::Wounded;
    if !counted || !current(at) || own.setting.source.is_none() {
        return Vec::new();
    }
    let toll = (0..at).find(|k| counts[*k].fact.kind == Kind::Killed && current(*k) && relations[*k].stands_alone());
    // The headline has no source of its own.
    let told = |toll: usize| {
        let same = |k: usize| k == toll || relations[k].same_as == Some(toll);
        (0..at).any(|k| same(k) && counts[k].setting.source == own.setting.source)
    };
    let Some(toll) = toll.filter(|t| told(*t) && sentence(*t) < sentence(at)) else { return Vec::new() };
    let before: Vec<usize> = (toll + 1..at)
        .filter(|k| {
            counts[*k].fact.kind == own.fact.kind && current(*k) && relations[*k].stands_alone() && sentence(*k) < sentence(at)
        })
        .collect();
    let sum: u64 = before.iter().map(|k| counts[*k].fact.amount.low).fold(0, u64::saturating_add);
    // A detail of the dead stands between: "others" than those.
    let last = before.last().copied().unwrap_or(at);
    let parted = (last..at).any(|k| counts[k].fact.kind == Kind::Killed && current(k));
    if parted && sum < own.fact.amount.low { before } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use crate::event::sample::total;
    use crate::report::Kind;

    fn wounded(text: &str) -> u64 {
        total(text, Kind::Wounded)
    }

    #[test]
    fn others_than_the_dead_hold_the_wounded_before() {
        let text = "Seven people were killed in strikes across Lebanon on Monday, the health ministry said. In Tyre a missile killed \
                    three volunteers and wounded a rider. A shepherd was killed near Nabatieh. Eleven others were wounded, the \
                    ministry said.";
        assert_eq!(wounded(text), 11);
    }

    #[test]
    fn others_than_the_wounded_come_on_top() {
        let text = "A bus overturned near Tyre on Monday. A rider was badly hurt. Eleven others were wounded, the ministry said.";
        assert_eq!(wounded(text), 12);
    }
}
