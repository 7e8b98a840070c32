//! Numbers that count nobody: ages, labels of roads and rooms, ranks.

use super::{is_numbering, number_at};
use crate::lexicon::{self, Table, Tagged};
use crate::text::{Text, TokenKind};

/// A number that follows one of these is an age, a label or a rank, never a count.
const LABELS: &[&str] = &[
    "aged",
    "age",
    "no",
    "number",
    "route",
    "highway",
    "class",
    "grade",
    "chapter",
    "article",
    "room",
    "flight",
    "magnitude",
    "day",
    "page",
    "level",
    "phase",
    "channel",
    "km",
    "point",
    "hill",
    "block",
    "brigade",
    "checkpoint",
];

/// The number at `at` is an age or a label.
pub(super) fn is_label(text: &Text, tagged: &Tagged, at: usize) -> bool {
    // "a two year-old girl"
    if matches!(tagged.key(at + 1), "year-old" | "years-old" | "month-old" | "months-old" | "yr-old") {
        return true;
    }
    let Some(before) = at.checked_sub(1) else { return false };
    if LABELS.contains(&tagged.key(before))
        && !is_numbering(tagged, before)
        && text.tokens[at].kind == TokenKind::Number
        && !text.tokens[at].line_start
    {
        return true;
    }
    // "at No. 5, Mill Street"
    if before > 0 && tagged.key(before) == "." && matches!(text.word(before - 1), "No" | "Nos") && !text.tokens[at].line_start {
        return true;
    }
    // "aged 5 and 7", "aged between two and nine".
    let mut first = at;
    let number = |i: usize| text.tokens[i].kind == TokenKind::Number || number_at(tagged, i).is_some();
    while first >= 3 && matches!(tagged.key(first - 1), "and" | "," | "or" | "to") && number(first - 2) {
        first -= 2;
    }
    if first > 1 && matches!(tagged.key(first - 1), "between" | "from") {
        first -= 1;
    }
    if first > 0 && matches!(tagged.key(first - 1), "aged" | "ages" | "age") {
        return true;
    }
    // "the actor, 54, who": an age, too.
    let digits = text.tokens[at].kind == TokenKind::Number;
    // "a girl, 12; her sister, nine, and a friend"
    let closed = text.word(at + 1) == "," || digits && matches!(text.word(at + 1), ";" | "." | "and");
    if text.word(before) == ","
        && closed
        && (digits || number_at(tagged, at).is_some_and(|_| tagged.key(at) != "one"))
        && tagged.ending(Table::People, 0, before).is_some_and(|m| m.entry.form == lexicon::Form::Base)
    {
        return true;
    }
    // "Olena Marchuk, 34, a nurse": an age between commas behind a name; "(34)" likewise.
    let name = before.checked_sub(1).is_some_and(|n| text.tokens[n].capital && text.tokens[n].kind == TokenKind::Word);
    name && matches!(text.word(before), "," | "(")
        && matches!(text.word(at + 1), "," | ")" | ";" | ".")
        && !text.tokens[at].line_start
}
