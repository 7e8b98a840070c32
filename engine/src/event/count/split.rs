//! "No casualties" is nobody killed and nobody wounded; "31 casualties, including four deaths" are four killed and 27 wounded.

use super::{Link, Tally};
use crate::event::reading::Reading;
use crate::report::{Amount, Bound, Kind};

/// Splits the rows of kind `casualties` where the text tells how.
pub fn casualties(reading: Reading, tallies: &mut Vec<Tally>) {
    let mut at = 0;
    while at < tallies.len() {
        if tallies[at].kind == Kind::Casualties && tallies[at].amount.bound == Bound::None {
            tallies[at].kind = Kind::Killed;
            let wounded = Tally { kind: Kind::Wounded, ..tallies[at].clone() };
            insert(tallies, at + 1, wounded);
            at += 1;
        } else if tallies[at].kind == Kind::Casualties && is_told_apart(reading, tallies, at) {
            super::doubles::remove(tallies, at);
            continue;
        } else if tallies[at].kind == Kind::Casualties {
            take_deaths_out(reading, tallies, at);
        }
        at += 1;
    }
}

/// How many sentences back the parts of a sum may stand.
const FAR: usize = 3;

/// "40 casualties: six dead and 34 injured": the sentence tells both numbers, and nothing is left over.
fn is_told_apart(reading: Reading, tallies: &[Tally], at: usize) -> bool {
    let sentence = |t: &Tally| reading.parse.frames[t.frame].sentence;
    let linked = tallies.iter().any(|t| matches!(t.link, Link::PartOf(k) | Link::Older(k) | Link::Beside(k) if k == at));
    let beside: Vec<&Tally> = tallies.iter().skip(at + 1).filter(|t| sentence(t) == sentence(&tallies[at])).collect();
    // "That makes three casualties": those told one by one before.
    let before =
        tallies[..at].iter().filter(|t| sentence(t) + FAR >= sentence(&tallies[at]) && sentence(t) < sentence(&tallies[at]));
    let plain =
        |t: &&Tally| matches!(t.kind, Kind::Killed | Kind::Wounded) && t.link == Link::None && t.amount.bound == Bound::Exact;
    let told: Vec<u64> = before.filter(plain).map(|t| t.amount.low).collect();
    if !linked && beside.is_empty() && told.len() >= 2 && told.iter().sum::<u64>() == tallies[at].amount.low {
        return true;
    }
    let [dead, hurt] = beside[..] else { return false };
    let kinds = [dead.kind, hurt.kind];
    !linked
        && kinds.contains(&Kind::Killed)
        && kinds.contains(&Kind::Wounded)
        && dead.amount.low + hurt.amount.low == tallies[at].amount.low
}

/// Where the sentence tells how many of the casualties died and of no wounded, the others are the wounded.
fn take_deaths_out(reading: Reading, tallies: &mut [Tally], at: usize) {
    let sentence = |t: &Tally| reading.parse.frames[t.frame].sentence;
    let here = sentence(&tallies[at]);
    let exact = |t: &Tally| t.amount.bound == Bound::Exact;
    let beside: Vec<usize> = (0..tallies.len()).filter(|k| *k != at && sentence(&tallies[*k]) == here).collect();
    let [dead] = beside[..] else { return };
    let fits = tallies[dead].kind == Kind::Killed
        && exact(&tallies[dead])
        && exact(&tallies[at])
        && tallies[dead].tokens.start > tallies[at].tokens.start
        && tallies[dead].amount.low < tallies[at].amount.low;
    if fits {
        let rest = tallies[at].amount.low - tallies[dead].amount.low;
        (tallies[dead].link, tallies[dead].of_wounded) = (Link::None, false);
        tallies[at].kind = Kind::Wounded;
        tallies[at].amount = Amount { text: tallies[at].amount.text.clone(), ..Amount::exact(rest, String::new()) };
    }
}

/// Puts a row in before index `at` and mends the indices of the links.
pub fn insert(tallies: &mut Vec<Tally>, at: usize, tally: Tally) {
    tallies.insert(at, tally);
    for other in tallies.iter_mut() {
        if let Link::PartOf(main) | Link::Older(main) | Link::Beside(main) = &mut other.link {
            *main += usize::from(*main >= at);
        }
    }
}
