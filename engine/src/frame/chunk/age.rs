//! Ages behind the people who have them.

use super::{Input, quantity_at};
use crate::frame::tagger::Tag;
use crate::text::Tokens;

/// The end of the age that begins at `i`: "aged between two and nine", ", 28," (with its second comma where the clause goes
/// on with a verb), "(28)".
pub(super) fn age(input: &Input, sentence: &Tokens, i: usize) -> Option<usize> {
    let key = |k: usize| if k < sentence.end { input.tagged.key(k) } else { "" };
    let number = |k: usize| k < sentence.end && input.tags[k] == Tag::Num && input.times[k].is_none();
    if let Some(end) = years_old(input, sentence, i) {
        return Some(end);
    }
    let comma = key(i) == ",";
    let opens = if comma || key(i) == "(" { i + 1 } else { i };
    let mut end = if matches!(key(opens), "aged" | "ages") {
        let mut k = opens + 1;
        let mut last = None;
        while number(k)
            || matches!(key(k), "between" | "from" | "and" | "to" | "or" | "," | "just" | "under" | "about" | "months" | "years")
        {
            if number(k) || last.is_some() && matches!(key(k), "months" | "years") {
                last = Some(k + 1);
            }
            k += 1;
        }
        last?
    } else if opens > i && number(opens) && quantity_at(input, opens).is_none() && i > sentence.start {
        let person = input.tags[i - 1].is_noun() || input.tags[i - 1] == Tag::Adj;
        let closed = matches!(key(opens + 1), "," | ")" | ";" | "." | "" | "and" | "—" | "–");
        (person && closed).then_some(opens + 1)?
    } else {
        return None;
    };
    if key(i) == "(" && key(end) == ")" {
        end += 1;
    } else if comma && key(end) == "," && end + 1 < sentence.end {
        let next = input.tags[end + 1];
        end += usize::from(next.is_finite() || matches!(next, Tag::Adj | Tag::Part | Tag::Adv | Tag::Prep | Tag::Third));
    }
    Some(end)
}

/// "three skiers between 29 and 35 years old": the end of the span of ages that begins at `i`, behind a noun.
fn years_old(input: &Input, sentence: &Tokens, i: usize) -> Option<usize> {
    let key = |k: usize| if k < sentence.end { input.tagged.key(k) } else { "" };
    let number = |k: usize| k < sentence.end && input.tags[k] == Tag::Num;
    let behind = i > sentence.start && input.tags[i - 1].is_noun();
    let spans = matches!(key(i), "between" | "from") && number(i + 1) && matches!(key(i + 2), "and" | "to") && number(i + 3);
    let end = if key(i + 5) == "old" { i + 6 } else { i + 7 };
    let years = key(i + 4) == "years" && (key(i + 5) == "old" || key(i + 5) == "of" && key(i + 6) == "age");
    (behind && spans && years).then_some(end)
}
