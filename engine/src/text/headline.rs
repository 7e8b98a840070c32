//! The headline of a text that was pasted with it: the first line, where it stands as one.

use super::calendar::{is_weekday, names_month};
use super::{Sentence, Token, TokenKind, Tokens};

/// Fewest words of a headline: less is a section's name or a place.
const FEWEST: usize = 3;

/// Longest headline, in tokens.
const LONGEST: usize = 24;

/// Fewest tokens of the sentence that a headline stands over.
const PROSE: usize = 8;

/// Marks the sentence that is the headline of a text without a title given apart: a first line without a full stop, over
/// prose. No day and no dateline: entries of a chronology have such a line, too.
pub(super) fn mark(source: &str, tokens: &[Token], lines: &[Tokens], datelines: &[Tokens], sentences: &mut [Sentence]) {
    let [first, second, ..] = sentences else { return };
    let word = |i: usize| &source[tokens[i].start..tokens[i].end];
    let own = &first.tokens;
    let line = lines.get(first.paragraph).is_some_and(|line| *own == *line);
    let words = own.clone().filter(|i| tokens[*i].kind == TokenKind::Word);
    let open = |i: usize| tokens[i].kind != TokenKind::Mark || matches!(word(i), "”" | "\"" | "’" | "'" | "?" | ")");
    let day = |key: String| names_month(&key) || is_weekday(&key);
    let dated = words.clone().any(|i| day(word(i).to_lowercase())) && own.clone().any(|i| tokens[i].kind == TokenKind::Number);
    let capital = |i: usize| word(i).chars().next().is_some_and(|c| !c.is_lowercase());
    let prose = second.tokens.len() >= PROSE && matches!(word(second.tokens.end - 1), "." | "”" | "\"" | "!" | "?");
    first.in_title = line
        && second.paragraph > first.paragraph
        && own.len() <= LONGEST
        && words.count() >= FEWEST
        && open(own.end - 1)
        && !dated
        && !datelines.iter().any(|d| d.start == own.start)
        && prose
        && capital(second.tokens.start);
}

#[cfg(test)]
mod tests {
    use crate::text::Text;

    fn headline(text: &str) -> bool {
        Text::new(None, text).titles() == 1
    }

    #[test]
    fn a_first_line_over_prose_is_the_headline() {
        assert!(headline(
            "Two killed in bus crash near Kelm\n\nTwo people were killed when a bus overturned near Kelm on Monday."
        ));
        assert!(headline("Who fired on the bus in Kelm?\nTwo people were killed when a bus overturned near Kelm on Monday."));
    }

    #[test]
    fn dates_datelines_sentences_and_lists_are_none() {
        for first in
            ["Two people were killed.", "KELM, Jan 24 (Agency) —", "1 December 2004, Teterboro, N.J.", "News", "World news"]
        {
            let text = format!("{first}\n\nTwo people were killed when a bus overturned near Kelm on Monday.");
            assert!(!headline(&text), "{first}");
        }
        assert!(!headline("Killed in the raid so far\n\ntwo nurses\n\nthree guards"));
        assert!(!headline("Two killed in bus crash near Kelm"));
    }
}
