//! Numbers of dead or hurt on which a sentence says that the sources differ: "estimates of the dead vary: the army counted 40, local
//! accounts speak of 120", "the toll was given as 60 by the mission and as 90 by the province".

use super::{Tally, doubles, harm_frames, number};
use crate::event::reading::Reading;
use crate::frame::Frame;
use crate::frame::predicate::{Sense, Slot};
use crate::mention::people;
use crate::report::{Amount, Bound, Kind};

/// Puts one row, from the smallest to the largest number, in the place of those that one such sentence gives.
pub fn spread(reading: Reading, tallies: &mut Vec<Tally>) {
    for sentence in 0..reading.parse.sentences.len() {
        let Some((frame, kind)) = topic(reading, sentence) else { continue };
        let from = differs(reading, sentence);
        let amounts = match from {
            Some(from) => numbers(reading, sentence, from, kind),
            None => by_turns(reading, sentence, frame),
        };
        let exact = |a: &&Amount| a.low > 0 || a.bound == Bound::AtMost;
        let mut distinct = amounts.iter().filter(exact).map(Amount::figure).collect::<Vec<_>>();
        distinct.sort_unstable();
        distinct.dedup();
        let Some(range) = amounts.iter().filter(exact).cloned().reduce(|a, b| a.or(&b)).filter(|_| distinct.len() >= 2) else {
            continue;
        };
        let index = reading.parse.frames.iter().position(|f| std::ptr::eq(f, frame)).unwrap_or_default();
        put(reading, tallies, sentence, index, kind, range);
    }
}

/// Words for a number of people that somebody has counted.
const COUNTS: &[&str] = &[
    "toll",
    "tolls",
    "estimate",
    "estimates",
    "figure",
    "figures",
    "number",
    "numbers",
    "source",
    "sources",
    "account",
    "accounts",
    "total",
    "count",
    "counts",
    "tally",
    "tallies",
    "reports",
    "historians",
    "authorities",
];

/// Verbs and adjectives of figures that do not agree.
const DIFFER: &[&str] = &[
    "vary",
    "varies",
    "varied",
    "varying",
    "differ",
    "differs",
    "differed",
    "differing",
    "disagree",
    "disagreed",
    "disputed",
    "contested",
    "debated",
    "conflicting",
    "contradictory",
    "range",
    "ranges",
    "ranged",
    "ranging",
];

/// What the numbers of a sentence count: a frame of harm that has no people of its own beside a word for a number.
fn topic<'a>(reading: Reading<'a>, sentence: usize) -> Option<(&'a Frame, Kind)> {
    let counted = reading.sentence(sentence).any(|i| COUNTS.contains(&reading.tagged.key(i)));
    let noun = |f: &&Frame| {
        let own = f.predicate.part_of_speech() == "n" || matches!(f.predicate.lemma(), "dead" | "kill" | "injure");
        own && f.predicate.wants("kind").is_none()
    };
    let frame = harm_frames(reading, sentence).find(noun).filter(|_| counted)?;
    match frame.sense {
        Sense::Harm(kind @ (Kind::Killed | Kind::Wounded)) => Some((frame, kind)),
        _ => None,
    }
}

/// How far before such a word the word for a number stands.
const REACH: usize = 14;

/// Where the sentence says that figures differ: not ages, nor how badly people were hurt.
fn differs(reading: Reading, sentence: usize) -> Option<usize> {
    let key = |i: usize| reading.tagged.key(i);
    let range = reading.sentence(sentence);
    // "has never been settled"
    let open =
        |i: usize| matches!(key(i), "settled" | "established" | "agreed") && (i.saturating_sub(3)..i).any(|k| key(k) == "never");
    let figures = |i: usize| {
        let before = i.saturating_sub(REACH).max(range.start)..i;
        let conflicting = matches!(key(i), "conflicting" | "contradictory" | "differing" | "varying");
        let counted = before.clone().any(|k| COUNTS.contains(&key(k))) || conflicting && COUNTS.contains(&key(i + 1));
        // "range widely, from 1,200 to 20,000"
        let spans = !key(i).starts_with("rang") || (i + 1..i + 4).any(|k| matches!(key(k), "from" | "between"));
        counted && spans && !before.clone().any(|k| matches!(key(k), "age" | "ages" | "aged" | "injuries" | "wounds" | "damage"))
    };
    range.clone().find(|i| (DIFFER.contains(&key(*i)) || open(*i)) && figures(*i))
}

/// The bare numbers of people behind token `from`, up to the end of the sentence.
fn numbers(reading: Reading, sentence: usize, from: usize, kind: Kind) -> Vec<Amount> {
    let chunks = reading.chunks(sentence);
    // "… but at least 60 were killed and 90 hurt": another kind of harm.
    let other = |k: usize| {
        let own = |f: &Frame| f.filled(Slot::Victims).chain(f.filled(Slot::Amount)).any(|c| c == k);
        harm_frames(reading, sentence).any(|f| f.sense != Sense::Harm(kind) && own(f))
    };
    let behind = (0..chunks.len()).filter(|k| chunks[*k].tokens.start > from && !other(*k));
    behind.filter_map(|k| bare(reading, sentence, k)).collect()
}

/// "as 60 by the mission and as 90 by the province": two numbers behind one preposition, each with its "by".
fn by_turns(reading: Reading, sentence: usize, frame: &Frame) -> Vec<Amount> {
    let chunks = reading.chunks(sentence);
    let key = |k: usize| if k < chunks.len() { reading.chunk_key(sentence, k) } else { "" };
    let led = |k: &usize| {
        let by = key(k + 1) == "by" || key(k + 1) == "according";
        matches!(key(k.wrapping_sub(1)), "as" | "at") && by
    };
    let found = (frame.chunk + 1..chunks.len()).filter(led).filter_map(|k| bare(reading, sentence, k));
    found.collect()
}

/// The number alone, or of people, at `chunk`; no year, no share.
fn bare(reading: Reading, sentence: usize, chunk: usize) -> Option<Amount> {
    let (phrase, tokens) = reading.phrase(sentence, chunk).filter(|(p, _)| p.quantity.is_some() && !p.pronoun)?;
    let known = people::of_phrase(reading.tagged, tokens, phrase.head).is_some();
    let dead = matches!(reading.tagged.key(phrase.head), "dead" | "deaths" | "fatalities" | "killed" | "victims");
    let dated = reading.times(tokens).next().is_some();
    let counted = number(reading, phrase).filter(|_| (phrase.bare_number || known || dead) && !dated)?;
    (counted.amount.bound != Bound::None && counted.amount.bound != Bound::Vague).then_some(counted.amount)
}

/// The range takes the place of the numbers that the sentence has given one by one.
fn put(reading: Reading, tallies: &mut Vec<Tally>, sentence: usize, frame: usize, kind: Kind, range: Amount) {
    let own = |t: &Tally| t.kind == kind && reading.parse.frames[t.frame].sentence == sentence;
    let told = tallies.iter().position(own);
    let wide = told.is_some_and(|k| tallies[k].amount.bound == Bound::Range && tallies[k].amount.high >= range.high);
    if wide {
        return;
    }
    while let Some(k) = tallies.iter().rposition(own).filter(|k| Some(*k) != told) {
        doubles::remove(tallies, k);
    }
    let tokens = reading.sentence(sentence);
    let words = reading.text.words(&tokens).to_string();
    let row = Tally::plain(kind, range, words, tokens.clone(), frame);
    match told {
        Some(k) => tallies[k] = row,
        None => {
            let at = tallies.iter().position(|t| t.tokens.start > tokens.start).unwrap_or(tallies.len());
            super::split::insert(tallies, at, row);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::event::sample::report;
    use crate::report::Kind;

    fn killed(text: &str) -> Vec<(u64, Option<u64>)> {
        let totals = report(text).casualties.totals;
        totals.iter().filter(|t| t.kind == Kind::Killed).map(|t| (t.value.low, t.value.high)).collect()
    }

    #[test]
    fn sources_that_differ_give_a_range() {
        for text in [
            "A quake struck Gansu, China, on 22 May 1927. The death toll was given as 60 by the mission and as 90 by the province.",
            "Mount Tegal erupted on 22 May 1927. Sources differ on the number of deaths: the governor counted 60, while local accounts \
             speak of 90.",
            "The ship was torpedoed on 22 May 1942. Estimates of the number of dead range from 60 to 90.",
            "Soldiers fired on strikers in Ciénaga, Colombia, on 6 December 1928. The number of the dead has never been settled: the \
             general admitted 60, while other estimates run as high as 90.",
        ] {
            assert_eq!(killed(text), [(60, Some(90))], "{text}");
        }
    }

    #[test]
    fn ages_and_other_harm_are_no_estimates() {
        let text = "A bus fell into a gorge near Cusco, Peru, on Monday. The toll is disputed, but police said 60 people were killed and \
                    90 hurt. The number of victims, whose ages ranged from 16 to 42, may rise.";
        assert_eq!(killed(text), [(60, Some(60))]);
    }
}
