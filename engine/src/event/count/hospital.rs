//! Those brought to hospital: all of whom die there, one of whom dies there, one of two who is treated.

use super::doubles::{opens_with_where, remove};
use super::{Link, Tally};
use crate::event::reading::Reading;
use crate::report::{Bound, Kind};

/// "The three others were rushed to hospital, where they died": nobody of them is left among the wounded.
pub fn all_died(reading: Reading, tallies: &mut Vec<Tally>) {
    let sentence = |t: &Tally| reading.parse.frames[t.frame].sentence;
    let mut at = 1;
    while at < tallies.len() {
        let own = &tallies[at];
        let they = own.kind == Kind::Killed && own.of_wounded && own.amount.low > 1 && own.anaphor;
        let wounded = tallies[..at].iter().rposition(|t| {
            t.kind == Kind::Wounded
                && t.amount.low == own.amount.low
                && t.amount.bound == Bound::Exact
                && sentence(t) == sentence(own)
        });
        let whole = wounded.filter(|k| {
            let named = |t: &Tally| matches!(t.link, Link::PartOf(m) | Link::Older(m) | Link::Beside(m) if m == *k);
            they && opens_with_where(reading, own) && !tallies.iter().any(named)
        });
        // The dead of whom the text has told already hold them.
        let told = |t: &Tally| t.kind == Kind::Killed && t.amount.low > own.amount.low && t.link == Link::None;
        if let Some(k) = whole.filter(|_| tallies[..at].iter().any(told)) {
            tallies[at].of_wounded = false;
            remove(tallies, k);
        } else {
            at += 1;
        }
    }
}

/// "One of them was flown out, the other was treated at the scene": the second of two told before.
pub fn the_other_of_two(reading: Reading, tallies: &mut [Tally]) {
    let sentence = |t: &Tally| reading.parse.frames[t.frame].sentence;
    for at in 1..tallies.len() {
        let own = &tallies[at];
        let words = own.who.to_lowercase();
        let other =
            matches!(words.as_str(), "the other" | "the other one") && own.kind == Kind::Wounded && own.link == Link::None;
        let range = reading.sentence(sentence(own)).start..own.tokens.start;
        let key = |i: usize| reading.tagged.key(i);
        let one =
            range.clone().any(|i| key(i) == "one" && matches!(key(i + 1), "of" | "was" | "is" | "has" | "had" | "suffered"));
        // "Seven were hurt … two jumped; one has a broken ankle and the other a head injury": two of the seven.
        let known = tallies[..at].iter().any(|t| {
            let told = t.kind == Kind::Wounded && t.link == Link::None && t.amount.bound == Bound::Exact;
            told && t.amount.low > 2 && sentence(t) < sentence(own)
        });
        let semicolon = range.clone().any(|i| key(i) == ";");
        let pair = known && semicolon
            || tallies[..at].iter().any(|t| {
                t.kind == Kind::Wounded && t.amount.low == 2 && t.amount.bound == Bound::Exact && sentence(t) + 1 >= sentence(own)
            });
        // "Two skiers were dug out. One had a broken arm and the other suffered cuts": two, where nobody has counted them as hurt.
        let sole = own.kind == Kind::Wounded && own.amount.low == 1 && words.starts_with("the other") && own.link == Link::Detail;
        let first = |t: &Tally| t.kind == Kind::Wounded && t.frame != own.frame && t.amount.bound != Bound::None;
        let before: Vec<&Tally> = tallies[..at].iter().filter(|t| first(t)).collect();
        if sole && matches!(before[..], [t] if t.amount.low == 1 && !t.named && sentence(t) == sentence(own)) {
            (tallies[at].link, tallies[at].additional) = (Link::None, true);
            continue;
        }
        if other && one && pair {
            (tallies[at].link, tallies[at].additional) = (Link::Detail, false);
        }
    }
}

/// How many sentences behind the wounded one of them may die.
const NEAR: usize = 2;

/// "Two men and a woman were badly hurt. One man was pronounced dead in hospital, then a second victim died": some of the wounded,
/// where nobody has counted the dead beside them.
pub fn died_there(reading: Reading, tallies: &mut [Tally]) {
    let sentence = |t: &Tally| reading.parse.frames[t.frame].sentence;
    for at in 1..tallies.len() {
        let own = &tallies[at];
        let words = own.who.to_lowercase();
        let one = ["one ", "a second ", "a third ", "another "].iter().any(|w| words.starts_with(w)) && own.amount.low == 1;
        let frame = &reading.parse.frames[own.frame];
        let there = reading.clause(frame.sentence, frame.clause).any(|i| reading.tagged.key(i) == "hospital");
        let dies = matches!(frame.predicate.lemma(), "die" | "dead" | "succumb");
        if own.kind != Kind::Killed || own.named || !one || !there || !dies || own.of_wounded {
            continue;
        }
        let before = tallies[..at].iter().rev().find(|t| t.kind == Kind::Wounded && sentence(t) + NEAR >= sentence(own));
        let fits = before.is_some_and(|w| {
            let all = tallies.iter().filter(|t| t.frame == w.frame && t.kind == Kind::Wounded && t.link == w.link);
            let dead = tallies[..at].iter().any(|t| t.kind == Kind::Killed && sentence(t) == sentence(w));
            let exact = w.amount.bound == Bound::Exact && w.link == Link::None && sentence(w) < sentence(own);
            exact && !dead && all.map(|t| t.amount.low).sum::<u64>() > 1
        });
        tallies[at].of_wounded |= fits;
    }
}

#[cfg(test)]
mod tests {
    use crate::event::sample::total;
    use crate::report::Kind;

    #[test]
    fn who_dies_in_hospital_was_wounded() {
        let text = "Two men and a woman were badly injured in a shooting in Toronto on Saturday. One man was pronounced dead in \
                    hospital, police said.";
        assert_eq!((total(text, Kind::Killed), total(text, Kind::Wounded)), (1, 2));
    }
}
