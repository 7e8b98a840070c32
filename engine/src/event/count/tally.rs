//! The tally: one count of people as the text words it.

use crate::report::{Amount, Kind};
use crate::text::Tokens;

/// How a count hangs on another count of its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// "including two children", "three of them": part of the count with this index.
    PartOf(usize),
    /// "three of the injured", "the 12 others", "four are in hospital": part of a larger count told before, if there is one.
    Detail,
    /// "up from 30": the count with this index replaced it.
    Older(usize),
    /// "killed three in Norvia, two in Kelm": beside the count with this index, and part of whatever holds that one.
    Beside(usize),
    /// Stands alone.
    None,
}

/// A count of people as the text words it, before it is placed, attributed and related.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    pub kind: Kind,
    pub amount: Amount,
    pub group: &'static str,
    /// The words for the people.
    pub who: String,
    /// From the first word of the predicate or the people to the last.
    pub tokens: Tokens,
    /// Index of its frame.
    pub frame: usize,
    pub link: Link,
    /// "another five": beside the counts before.
    pub additional: bool,
    /// A name stands for the person.
    pub named: bool,
    /// A pronoun stands for the person, or a noun that takes one up: "she died", "the victim died".
    pub anaphor: bool,
    /// Those who die were counted as wounded before: "two of the injured died".
    pub of_wounded: bool,
    /// Words of its own that place it, apart from those of its frame.
    pub place: Option<Tokens>,
}

impl Tally {
    /// A count of `amount` people, whom `who` names, with nothing more said of them.
    pub(super) fn plain(kind: Kind, amount: Amount, who: String, tokens: Tokens, frame: usize) -> Tally {
        Tally {
            kind,
            amount,
            group: "",
            who,
            tokens,
            frame,
            link: Link::None,
            additional: false,
            named: false,
            anaphor: false,
            of_wounded: false,
            place: None,
        }
    }

    /// Those whom the words behind this count tell of and its frame does not name; its index is `at`.
    pub(super) fn beside(&self, at: usize, amount: Amount, who: String, tokens: Tokens) -> Tally {
        let link = Link::Beside(at);
        Tally { amount, who, tokens, link, additional: true, named: false, anaphor: false, group: "", ..self.clone() }
    }

    /// The noun for the people, in small letters: the last of their words.
    pub fn noun(&self) -> String {
        self.who.rsplit(' ').next().unwrap_or_default().to_lowercase()
    }
}
