//! Rows that count a town with what lies around it: "attacks on Kherson and nearby villages … five people were wounded".

use crate::event::Placed;
use crate::event::count::Tally;
use crate::event::reading::Reading;
use crate::frame::Frame;
use crate::frame::predicate::Sense;
use crate::mention::place::PlaceMention;
use crate::report::PlaceType;

/// Words that take in what lies around a place named before them.
const AROUND: &[&str] =
    &["nearby", "surrounding", "neighbouring", "neighboring", "adjacent", "outlying", "environs", "outskirts"];

/// How many words behind the name they may stand.
const NEAR: usize = 5;

/// The words take in what lies around the place of `wide`, and the place of `narrow` lies in the same region.
pub fn takes_in(reading: Reading, wide: &Placed<Tally>, narrow: &Placed<Tally>) -> bool {
    let places = &reading.mentions.places;
    let (Some(a), Some(b)) = (wide.setting.place, narrow.setting.place) else { return false };
    let (town, other) = (&places.list[a], &places.list[b]);
    let settled = |kind: PlaceType| matches!(kind, PlaceType::City | PlaceType::Facility);
    let alike = a != b
        && settled(town.kind)
        && settled(other.kind)
        && town.country == other.country
        && town.admin1_code.is_some()
        && town.admin1_code == other.admin1_code;
    let told = |sentence: usize| {
        let range = reading.sentence(sentence);
        let around = |end: usize| {
            let near = end..(end + NEAR).min(range.end);
            matches!(reading.tagged.key(end), "and" | "or" | ",")
                && near.into_iter().any(|i| AROUND.contains(&reading.tagged.key(i)))
        };
        reading.places(&range).any(|(_, m)| m.place == a && around(m.tokens.end))
    };
    let own = wide.setting.sentence;
    alike && (told(own) || own.checked_sub(1).is_some_and(told))
}

/// Words between a place and the one that holds it: "Patikul town in Sulu", "Kelm, Norvia province".
const HELD: &[&str] =
    &["in", "of", ",", "the", "town", "city", "village", "district", "county", "province", "municipality", "area"];

/// The text names the one place as lying in the other.
pub fn is_told_within(reading: Reading, narrow: usize, wide: usize) -> bool {
    let tied = |pair: &[PlaceMention]| {
        let between = pair[0].tokens.end..pair[1].tokens.start;
        (1..=4).contains(&between.len())
            && between.clone().all(|i| HELD.contains(&reading.tagged.key(i)))
            && between.clone().any(|i| matches!(reading.tagged.key(i), "in" | "of"))
    };
    let find = || {
        let pairs = reading.mentions.places.mentions.windows(2).filter(|pair| tied(pair));
        pairs.map(|pair| (pair[0].place, pair[1].place)).collect()
    };
    reading.memo.within.get_or_init(find).contains(&(narrow, wide))
}

/// "Two bombings killed 587 people … the second blast killed two": one of the events that the larger number is of.
pub fn is_of_series(reading: Reading, x: &Placed<Tally>, y: &Placed<Tally>) -> bool {
    let key = |i: usize| reading.tagged.key(i);
    let events = |s: usize| reading.frames_of(s).filter(|f| matches!(f.sense, Sense::Event(_)));
    let own = x.setting.sentence;
    let several = |f: &Frame| {
        let last = f.trigger.end - 1;
        key(last).ends_with('s')
            && (reading.sentence(own).start..last)
                .rev()
                .take(3)
                .any(|i| matches!(key(i), "two" | "twin" | "both" | "three" | "four"))
    };
    let nth = |f: &Frame| {
        let start = reading.sentence(f.sentence).start;
        f.trigger.start == start + 2 && key(start) == "the" && matches!(key(start + 1), "first" | "second" | "third" | "other")
    };
    let less = y.fact.amount.figure() < x.fact.amount.figure() && own < y.setting.sentence;
    less && events(own).any(several) && events(y.setting.sentence).any(nth)
}

#[cfg(test)]
mod tests {
    use crate::event::sample::total;
    use crate::report::Kind;

    fn wounded(text: &str) -> u64 {
        total(text, Kind::Wounded)
    }

    #[test]
    fn a_town_and_the_villages_around_it_are_counted_as_one() {
        let text = "There were a dozen attacks on Kherson and nearby villages on Monday. Five people were wounded. In Bilozerka a \
                    grenade wounded a woman. A man was hurt in Komyshany.";
        assert_eq!(wounded(text), 5);
    }

    #[test]
    fn a_town_alone_counts_its_own() {
        let text = "There were a dozen attacks on Kherson on Monday. Five people were wounded. A man was hurt in Komyshany.";
        assert_eq!(wounded(text), 6);
    }

    #[test]
    fn the_second_of_two_blasts_is_in_their_toll() {
        let text = "Two bombings took place in Mogadishu on Monday, killing at least 87 people. A hotel in Kismayo was destroyed. The \
                    second blast killed two people.";
        assert_eq!(total(text, Kind::Killed), 87);
    }
}
