//! Words whose tag those right beside them settle.

use super::Tag;
use crate::lexicon::{Match, Table, Tagged};

/// The tag of token `i`, first tagged `tag`, where the words around it leave one; `previous` and `next` are their tags.
pub(super) fn by_neighbours(tagged: &Tagged, i: usize, tag: Tag, previous: Tag, next: Tag) -> Option<Tag> {
    let behind = tagged.key(i + 1);
    let before = i.checked_sub(1).map_or("", |k| tagged.key(k));
    match tagged.key(i) {
        // "The hospital was itself hit", "The governor himself was among the dead".
        "itself" | "themselves" | "himself" | "herself" => {
            let apart = previous == Tag::Be && next != Tag::Mark;
            let beside = previous.is_noun() && (next.is_finite() || next == Tag::Prep);
            (apart || beside).then_some(Tag::Adv)
        }
        // "The number of deaths range between 1,000 and 6,000".
        // "Estimates of the number of dead range from 1,000 to 6,000", "accounts of the dead vary:".
        "range" | "vary" | "differ" => {
            let dead = matches!(before, "dead" | "killed" | "wounded" | "injured");
            let spans = matches!(behind, "between" | "from");
            (spans && (previous.is_noun() || dead) || dead && tagged.key(i) != "range").then_some(Tag::Base)
        }
        // "and the other suffered chest injuries"
        "suffered" | "sustained" | "received" => (before == "other" && (next.is_noun() || next == Tag::Det)).then_some(Tag::Past),
        // "When she went down 445 people drowned"
        "down" => (matches!(before, "went" | "goes" | "came") && next == Tag::Num).then_some(Tag::Adv),
        // "began shooting at people"
        "shooting" | "firing" | "stabbing" => {
            let begins = matches!(before, "began" | "begun" | "started" | "kept" | "continued");
            (begins && (behind == "at" || behind == "into" || matches!(next, Tag::Det | Tag::Nouns | Tag::Poss)))
                .then_some(Tag::Ing)
        }
        // "the district of Jammu and Kashmir died"
        "and" => PAIRED.contains(&(before, behind)).then_some(Tag::Proper),
        // "on 22 May with a magnitude of 7.6"
        "may" => {
            (previous == Tag::Num && !matches!(next, Tag::Base | Tag::Be | Tag::Have | Tag::Adv | Tag::Do)).then_some(Tag::Proper)
        }
        // "although other estimates place the toll as high as 45,000".
        "place" | "put" => (previous == Tag::Nouns && behind == "the").then_some(Tag::Base),
        // "life threatening or serious injuries", without the hyphen
        "life" => (behind == "threatening").then_some(Tag::Adj),
        "threatening" => (i > 0 && tagged.key(i - 1) == "life").then_some(Tag::Adj),
        // "resulted in killing of three soldiers and wounding of nine".
        _ => {
            let named = |m: &Match| m.entry.table == Table::Predicate && m.entry.cell(1) == "n";
            (tag == Tag::Ing && behind == "of" && tagged.at(i).iter().any(named)).then_some(Tag::Noun)
        }
    }
}

/// Names that "and" joins in one name of a place.
const PAIRED: &[(&str, &str)] = &[
    ("jammu", "kashmir"),
    ("trinidad", "tobago"),
    ("bosnia", "herzegovina"),
    ("antigua", "barbuda"),
    ("tyne", "wear"),
    ("newfoundland", "labrador"),
    ("sistan", "baluchestan"),
    ("sistan", "balochistan"),
    ("andaman", "nicobar"),
    ("brighton", "hove"),
    ("dumfries", "galloway"),
    ("perth", "kinross"),
    ("turks", "caicos"),
    ("barking", "dagenham"),
    ("hammersmith", "fulham"),
    ("kensington", "chelsea"),
];
