//! Mentions: typed spans that carry a value. The kinds do not read one another.

pub mod case;
pub mod munition;
pub mod people;
pub mod place;
pub mod quantity;
pub mod target;
pub mod time;

use crate::lexicon::Tagged;
use crate::text::Text;
use crate::{Day, Gazetteer};
use place::Places;
use quantity::QuantityMention;
use time::TimeMention;

/// The mentions that are found before the parse. What a noun phrase names (people, a munition, a target) is asked of
/// its head when the phrase is known.
#[derive(Debug, Clone)]
pub struct Mentions {
    pub quantities: Vec<QuantityMention>,
    pub places: Places,
    pub times: Vec<TimeMention>,
}

impl Mentions {
    /// Finds every mention of the text; relative times are resolved against `published`.
    pub fn find(text: &Text, tagged: &Tagged, published: Option<Day>, gazetteer: Option<&Gazetteer>) -> Mentions {
        Mentions {
            quantities: quantity::find(text, tagged),
            places: place::find(text, gazetteer),
            times: time::find(text, published),
        }
    }

    /// For each token, the end of the time expression that begins there.
    pub fn time_ends(&self, tokens: usize) -> Vec<Option<usize>> {
        let mut ends = vec![None; tokens];
        // "The dead now number 34": "now" is an adverb and no phrase of time.
        for time in self.times.iter().filter(|t| t.kind != time::TimeKind::Vague) {
            ends[time.tokens.start] = Some(time.tokens.end);
        }
        ends
    }
}
