//! Some of a number that a noun takes up again: "five firefighters were hurt … four of the firefighters had burns".

use super::{Link, Tally};
use crate::event::reading::Reading;
use crate::report::{Bound, Kind};

/// How many words behind "of the" the noun may stand.
const NEAR: usize = 4;

/// Marks the numbers that are some of those wounded before.
pub fn some_of_the_known(reading: Reading, tallies: &mut [Tally]) {
    for at in 1..tallies.len() {
        let own = &tallies[at];
        let plain = own.kind == Kind::Wounded && own.link == Link::None && own.amount.bound == Bound::Exact && !own.named;
        let bare = !own.amount.text.is_empty() && own.who == own.amount.text;
        if !plain || !bare {
            continue;
        }
        let sentence = reading.parse.frames[own.frame].sentence;
        let end = reading.sentence(sentence).end;
        let key = |i: usize| if i < end { reading.tagged.key(i) } else { "" };
        let Some(of) = (own.tokens.start..own.tokens.start + NEAR).find(|i| key(*i) == "of") else { continue };
        if !matches!(key(of + 1), "the" | "these" | "those") {
            continue;
        }
        let again = |t: &Tally| {
            let noun = t.noun();
            let named = (of + 2..of + 2 + NEAR).take_while(|i| !matches!(key(*i), "," | "of")).any(|i| key(i) == noun);
            let whole = t.kind == Kind::Wounded && t.amount.low > own.amount.low && t.who != t.amount.text;
            whole && named && reading.parse.frames[t.frame].sentence < sentence
        };
        if tallies[..at].iter().any(again) {
            tallies[at].link = Link::Detail;
            tallies[at].additional = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::event::sample::total;
    use crate::report::Kind;

    #[test]
    fn some_of_those_told_before_are_no_more() {
        let wounded = |text: &str| total(text, Kind::Wounded);
        let text = "Five firefighters were injured in a blaze near Lyon on Monday. The stairwell had filled with smoke. Four of \
                    the firefighters on the stairs had minor burns.";
        assert_eq!(wounded(text), 5);
        let text = "Seven pupils were hurt when a bus overturned near Lyon on Monday. Three of the pupils sustained fractures.";
        assert_eq!(wounded(text), 7);
    }

    #[test]
    fn the_others_told_again_are_no_more() {
        let text = "Nine of the team were so badly injured near Lyon on Monday that they had to be taken to hospital. Another 23 \
                    people had minor injuries. The other 23 injured players and spectators were treated on the spot.";
        assert_eq!(total(text, Kind::Wounded), 32);
    }

    #[test]
    fn too_behind_the_verb_adds() {
        let text = "A bus fell off a road near Arica on Monday; 12 tourists were killed and two others injured. Two Chileans, the \
                    driver and the guide, were hospitalized as well.";
        assert_eq!(total(text, Kind::Wounded), 4);
    }

    #[test]
    fn names_say_who_some_of_a_list_are() {
        let text = "One soldier, Ravi Das, and two civilians, Omar Haddad and Ali Noor, received gunshot wounds in Srinagar on \
                    Monday.";
        assert_eq!(total(text, Kind::Wounded), 3);
    }

    #[test]
    fn the_dead_beside_the_other_two_were_wounded() {
        let text = "Three men were shot in Gary on Monday. The 19-year-old was pronounced dead at the scene. The other two are in \
                    hospital.";
        assert_eq!((total(text, Kind::Killed), total(text, Kind::Wounded)), (1, 2));
        let text = "Two pedestrians were struck by a car in Salem on Monday. One was taken to hospital and the other was treated \
                    and released.";
        assert_eq!((total(text, Kind::Wounded), total(text, Kind::Rescued)), (2, 0));
    }
}
