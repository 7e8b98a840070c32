//! Lines: the paragraphs of the text, with the breaks of hard-wrapped text taken out.

use super::{Token, TokenKind, Tokens};

/// Shortest line, in bytes, whose break may come from wrapping; a shorter one was broken on purpose.
const WRAP_MIN: usize = 50;

/// In a wrapped text at least this many lines go on in lower case …
const WRAPPED_LINES: usize = 2;

/// … and at least one line break in this many does so.
const WRAPPED_SHARE: usize = 3;

/// Splits the tokens into lines. Every token lies in exactly one line; no line is empty.
///
/// A line that breaks in mid-sentence goes on in the next one: mail and PDF wrap their text, the web does not.
pub(super) fn split(source: &str, tokens: &[Token]) -> Vec<Tokens> {
    let mut starts: Vec<usize> = (0..tokens.len()).filter(|&i| i == 0 || tokens[i].line_start).collect();
    let wrapped = is_wrapped(source, tokens, &starts);
    let mut line = 0;
    starts.retain(|&at| {
        let joined = at > 0 && goes_on(source, tokens, line, at, wrapped);
        line = at;
        !joined
    });
    let ends = starts.iter().skip(1).copied().chain([tokens.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

fn is_wrapped(source: &str, tokens: &[Token], starts: &[usize]) -> bool {
    let breaks = starts.windows(2).filter(|w| !tokens[w[1]].paragraph_start).count();
    let lower = starts.windows(2).filter(|w| goes_on(source, tokens, w[0], w[1], false)).count();
    lower >= WRAPPED_LINES && lower * WRAPPED_SHARE >= breaks
}

/// True where the line break before token `at` only wraps the line that begins at token `line`.
fn goes_on(source: &str, tokens: &[Token], line: usize, at: usize, wrapped: bool) -> bool {
    let (last, next) = (&tokens[at - 1], &tokens[at]);
    let ended = last.kind == TokenKind::Mark && !matches!(&source[last.start..last.end], "," | "-" | "–" | "—" | ";");
    let lower = next.kind == TokenKind::Word && source[next.start..].starts_with(char::is_lowercase);
    let word = matches!(next.kind, TokenKind::Word | TokenKind::Number);
    !next.paragraph_start && !ended && last.end - tokens[line].start >= WRAP_MIN && (lower || (wrapped && word))
}

#[cfg(test)]
mod tests {
    use crate::text::Text;

    fn paragraphs(source: &str) -> usize {
        Text::new(None, source).sentences.last().map_or(0, |s| s.paragraph + 1)
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let mail = "A bus left the mountain road near the village of Ardel and fell\ninto a gorge, police said, and the driver was found by men from\n\
                    Upper Ardel an hour later, when the fog had lifted and it was\nlight. Two nurses were on board.\n\nThe road is closed.";
        assert_eq!(paragraphs(mail), 2);
        assert_eq!(Text::new(None, mail).sentences.len(), 3);
    }

    #[test]
    fn short_lines_and_finished_lines_stay_apart() {
        assert_eq!(paragraphs("Bridge closed\nbut ferry runs"), 2);
        assert_eq!(paragraphs("The bridge over the lower river was closed on Monday afternoon.\nal-Nour market stayed open."), 2);
    }
}
