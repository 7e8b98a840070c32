//! Counts that stand beside those told before: "the second blast killed three", "the attackers are not included", "a third body".

use super::{Link, Tally};
use crate::event::reading::Reading;
use crate::frame::predicate::{Predicate, Sense};
use crate::lexicon::Table;
use crate::mention::quantity::ORDINALS;
use crate::report::Bound;
use crate::text::Tokens;

/// Marks the counts that add to those before them, and takes the mark from those that do not.
pub fn set_apart(reading: Reading, tallies: &mut [Tally]) {
    for at in 0..tallies.len() {
        if is_told_already(reading, tallies, at) {
            tallies[at].additional = false;
        } else if is_of_second(reading, tallies, at) || is_left_outside(reading, &tallies[at]) {
            tallies[at].additional = true;
            tallies[at].link = Link::None;
        }
    }
}

/// "Two people were killed … a second body": the rank is no higher than the number told before.
fn is_told_already(reading: Reading, tallies: &[Tally], at: usize) -> bool {
    let own = &tallies[at];
    let rank = ORDINALS.iter().position(|o| *o == reading.tagged.key(rank_at(reading, own))).map(|k| k as u64 + 2);
    let largest = tallies[..at].iter().filter(|t| t.kind == own.kind).map(|t| t.amount.figure()).max();
    // "a third passenger" of one bus may be the first dead that it counts.
    let any = reading.tagged.at(rank_at(reading, own) + 1).iter().any(|m| VICTIMS.contains(&m.entry.cell(0)));
    any && own.additional && own.amount.low == 1 && rank.zip(largest).is_some_and(|(rank, known)| known >= rank)
}

/// Nouns that count all the dead or hurt.
const VICTIMS: &[&str] = &["body", "corpse", "victim", "person", "death", "fatality"];

/// The token behind the article of "a second body".
fn rank_at(reading: Reading, tally: &Tally) -> usize {
    let article = |i: &usize| matches!(reading.tagged.key(*i), "a" | "an");
    tally.tokens.clone().find(article).map_or(tally.tokens.end, |i| i + 1)
}

/// "The first blast killed five; the second three": the count of another event of a row.
fn is_of_second(reading: Reading, tallies: &[Tally], at: usize) -> bool {
    let own = &tallies[at];
    if own.link != Link::None || own.additional || !matches!(own.amount.bound, Bound::Exact | Bound::AtLeast | Bound::MoreThan) {
        return false;
    }
    let mut before = tallies[..at].iter().filter(|t| t.kind == own.kind && matches!(t.link, Link::None | Link::Detail));
    let (Some(first), None) = (before.next(), before.next()) else { return false };
    let (from, to) = (span(reading, first), span(reading, own));
    let range = from.start.max(if from == to { from.start } else { 0 })..from.end.min(own.tokens.start.max(from.start));
    let second = to.start.max(first.tokens.end)..to.end;
    names_event(reading, range, &["first"]) && names_event(reading, second, &["second", "third", "other"])
}

/// From the start of the sentence of the tally to its end, or to the semicolon that ends or begins its part.
fn span(reading: Reading, tally: &Tally) -> Tokens {
    let sentence = reading.sentence(reading.parse.frames[tally.frame].sentence);
    let parted = |i: &usize| reading.tagged.key(*i) == ";";
    let start = (sentence.start..tally.tokens.start).rev().find(parted).unwrap_or(sentence.start);
    let end = (tally.tokens.end..sentence.end).find(parted).unwrap_or(sentence.end);
    start..end
}

/// One of the ordinals stands before the noun of an attack, a disaster or a weapon, or alone behind "the".
fn names_event(reading: Reading, range: Tokens, ordinals: &[&str]) -> bool {
    let event = |i: usize| {
        let rows = reading.tagged.at(i).iter();
        let named = rows.clone().any(|m| {
            m.entry.table == Table::Predicate
                && m.entry.cell(1) == "n"
                && matches!(Predicate(m.entry).sense(), Some(Sense::Event(_)))
        });
        named || rows.into_iter().any(|m| m.entry.table == Table::Munition) || DEVICES.contains(&reading.tagged.key(i))
    };
    let end = range.end;
    range.into_iter().filter(|i| ordinals.contains(&reading.tagged.key(*i))).any(|i| {
        let alone = reading.tagged.key(i.wrapping_sub(1)) == "the" && reading.tagged.at(i + 1).iter().any(is_harm_verb);
        alone || (i + 1..(i + 3).min(end)).any(event)
    })
}

fn is_harm_verb(row: &crate::lexicon::Match) -> bool {
    row.entry.table == Table::Predicate
        && row.entry.cell(1) == "v"
        && matches!(Predicate(row.entry).sense(), Some(Sense::Harm(_)))
}

/// Nouns of what goes off, beside those of the tables.
const DEVICES: &[&str] = &["device", "bomber", "incident", "accident", "wave", "assault", "aftershock", "car", "vehicle"];

/// "The two attackers, who died, are not included in these figures."
fn is_left_outside(reading: Reading, tally: &Tally) -> bool {
    let range = reading.sentence(reading.parse.frames[tally.frame].sentence);
    let key = |i: usize| reading.tagged.key(i);
    let outside = range.clone().any(|i| {
        matches!(key(i), "included" | "counted" | "include") && matches!(key(i.wrapping_sub(1)), "not" | "n't")
            || key(i) == "excluded"
    });
    let culprit = tally.group == "attackers" || CULPRITS.iter().any(|w| tally.who.to_lowercase().ends_with(w));
    outside && culprit
}

/// Nouns of those who did it.
const CULPRITS: &[&str] = &[
    "bomber",
    "bombers",
    "attacker",
    "attackers",
    "perpetrator",
    "perpetrators",
    "assailant",
    "assailants",
    "gunman",
    "gunmen",
    "hijacker",
    "hijackers",
];

#[cfg(test)]
mod tests {
    use crate::event::sample::total;
    use crate::report::Kind;

    fn killed(text: &str) -> u64 {
        total(text, Kind::Killed)
    }

    #[test]
    fn events_of_a_row_add_up() {
        assert_eq!(killed("The first bomb killed four people in Quetta on Monday. The second bomb killed three policemen."), 7);
        assert_eq!(killed("Ten people died in two attacks in Kano on Monday: the first killed seven, the second three."), 10);
    }

    #[test]
    fn a_rank_tells_whether_a_body_is_new() {
        assert_eq!(killed("A blast killed two people in Homs on Monday. A third body was found in the cellar."), 3);
        assert_eq!(killed("A blast killed two people in Homs on Monday. A second body was found in the cellar."), 2);
    }
}
