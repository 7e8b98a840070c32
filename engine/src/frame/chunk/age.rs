//! Ages behind the people who have them.

use super::{Input, quantity_at};
use crate::frame::tagger::Tag;
use crate::lexicon::Table;
use crate::mention::people::is_age_noun;
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

/// The highest age that a span of ages without "years old" reaches.
const OLDEST: u64 = 99;

/// "three skiers between 29 and 35 years old", "six men between 20 and 50": the end of the span of ages that begins at `i`,
/// behind a noun; without "years old" behind counted people, and before no noun that the numbers could count.
fn years_old(input: &Input, sentence: &Tokens, i: usize) -> Option<usize> {
    let key = |k: usize| if k < sentence.end { input.tagged.key(k) } else { "" };
    let number = |k: usize| k < sentence.end && input.tags[k] == Tag::Num;
    let behind = i > sentence.start && input.tags[i - 1].is_noun();
    let spans = matches!(key(i), "between" | "from") && number(i + 1) && matches!(key(i + 2), "and" | "to") && number(i + 3);
    let end = if key(i + 5) == "old" { i + 6 } else { i + 7 };
    let years = key(i + 4) == "years" && (key(i + 5) == "old" || key(i + 5) == "of" && key(i + 6) == "age");
    if behind && spans && years {
        return Some(end);
    }
    let person = |k: usize| is_age_noun(key(k)) || input.tagged.ending(Table::People, 0, k + 1).is_some();
    let counted = (sentence.start..i).rev().take(4).any(number);
    let span = quantity_at(input, i).filter(|q| input.quantities[*q].amount.high.is_some_and(|oldest| oldest <= OLDEST));
    let closed = i + 4 >= sentence.end || {
        let next = input.tags[i + 4];
        next.is_finite() || matches!(next, Tag::Adj | Tag::Part | Tag::Adv | Tag::Prep | Tag::Third | Tag::Wh | Tag::Mark)
    };
    (behind && spans && person(i - 1) && counted && closed && span.is_some()).then_some(i + 4)
}
