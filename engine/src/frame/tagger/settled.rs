//! Words whose tag those right beside them settle.

use super::Tag;
use crate::lexicon::{Match, Table, Tagged};

/// The tag of token `i`, first tagged `tag`, where the words around it leave one; `previous` and `next` are their tags.
pub(super) fn by_neighbours(tagged: &Tagged, i: usize, tag: Tag, previous: Tag, next: Tag) -> Option<Tag> {
    let behind = tagged.key(i + 1);
    match tagged.key(i) {
        // "The hospital was itself hit", "The governor himself was among the dead".
        "itself" | "themselves" | "himself" | "herself" => {
            let apart = previous == Tag::Be && next != Tag::Mark;
            let beside = previous.is_noun() && (next.is_finite() || next == Tag::Prep);
            (apart || beside).then_some(Tag::Adv)
        }
        // "The number of deaths range between 1,000 and 6,000".
        "range" | "vary" => (matches!(behind, "between" | "from") && previous.is_noun()).then_some(Tag::Base),
        // "although other estimates place the toll as high as 45,000".
        "place" | "put" => (previous == Tag::Nouns && behind == "the").then_some(Tag::Base),
        // "resulted in killing of three soldiers and wounding of nine".
        _ => {
            let named = |m: &Match| m.entry.table == Table::Predicate && m.entry.cell(1) == "n";
            (tag == Tag::Ing && behind == "of" && tagged.at(i).iter().any(named)).then_some(Tag::Noun)
        }
    }
}
