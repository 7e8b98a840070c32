//! Tolls that hold counts told beside them: "the toll rose to 18 after two more bodies were found", "97 died … ninety-four on the day;
//! another later".

use super::Relation;
use super::figure::raises;
use crate::event::count::{Link, Tally};
use crate::event::reading::Reading;
use crate::event::{Findings, Placed};
use crate::report::Bound;

/// "The toll rose to 18 after two more bodies were found": the toll of the sentence holds those who raised it.
pub fn toll_beside(reading: Reading, findings: &Findings, at: usize) -> Option<usize> {
    let own = &findings.counts[at];
    let holds = |k: &usize| {
        let toll = &findings.counts[*k];
        toll.fact.kind == own.fact.kind
            && (toll.setting.sentence == own.setting.sentence
                || toll.setting.sentence + 1 == own.setting.sentence && is_found(reading, own))
            && toll.setting.scope == own.setting.scope
            && toll.fact.frame < own.fact.frame
            && toll.fact.link == Link::None
            && (raises(reading, toll) || is_now(reading, toll) && toll.setting.sentence == own.setting.sentence)
            && toll.fact.amount.figure() > own.fact.amount.figure()
    };
    (own.fact.additional && own.fact.link == Link::None && own.fact.group != "attackers").then(|| (0..at).find(holds)).flatten()
}

/// "Three have now died, as one more victim died in hospital".
fn is_now(reading: Reading, row: &Placed<Tally>) -> bool {
    matches!(reading.parse.frames[row.fact.frame].predicate.part_of_speech(), "v" | "a")
        && row.fact.tokens.clone().any(|i| reading.tagged.key(i) == "now")
}

/// "Another 10 bodies were pulled out": found, and not dead since.
pub fn is_found(reading: Reading, row: &Placed<Tally>) -> bool {
    matches!(reading.parse.frames[row.fact.frame].predicate.lemma(), "body" | "corpse")
}

/// "97 died. Ninety-four died on the day; another died in hospital": one more than the part before it, and still of the toll.
pub fn beside_part(findings: &Findings, relations: &[Relation], at: usize) -> Option<usize> {
    let counts = &findings.counts;
    let own = &counts[at];
    let plain = own.fact.additional && own.fact.link == Link::None && own.fact.amount.bound == Bound::Exact;
    let beside = |k: &usize| counts[*k].fact.kind == own.fact.kind && counts[*k].setting.sentence == own.setting.sentence;
    let toll = (0..at).rev().find(beside).filter(|_| plain).and_then(|k| relations[k].part_of)?;
    let parts = (0..at).filter(|k| relations[*k].part_of == Some(toll) && relations[*k].same_as.is_none());
    let sum: u64 = parts.map(|k| counts[k].fact.amount.low).fold(own.fact.amount.low, u64::saturating_add);
    let whole = &counts[toll];
    let earlier = whole.setting.sentence < own.setting.sentence && whole.fact.kind == own.fact.kind;
    (earlier && relations[toll].stands_alone() && sum <= whole.fact.amount.figure()).then_some(toll)
}

#[cfg(test)]
mod tests {
    use crate::event::sample::total;
    use crate::report::Kind;

    #[test]
    fn one_more_than_a_part_is_still_of_the_toll() {
        let text =
            "The crush at Kelm on 15 April 1989 left 97 people dead. Ninety-four died on the day; another died in hospital.";
        assert_eq!(total(text, Kind::Killed), 97);
    }
}
