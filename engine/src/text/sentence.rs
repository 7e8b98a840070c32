//! Sentences: where they begin and end.

use super::{Token, TokenKind, Tokens};

/// A sentence, or a headline or list item that stands as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens, closing marks included.
    pub tokens: Tokens,
    /// Index of its paragraph; a line break begins a new one. The title is paragraph 0 where there is one.
    pub paragraph: usize,
    /// True for the title given apart from the text.
    pub in_title: bool,
}

/// Words that end in a full stop without ending a sentence.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "lt", "maj", "capt", "sgt", "cpl", "pvt", "adm", "cmdr", "rev", "hon",
    "gov", "sen", "rep", "pres", "supt", "det", "insp", "jr", "sr", "vs", "etc", "no", "nos", "approx", "est", "dept", "inc",
    "ltd", "co", "corp", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "al", "ft", "mt",
];

pub(super) fn split(source: &str, body: usize, tokens: &[Token], furniture: &[Tokens]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut paragraph = 0;
    let mut start = 0;
    let mut skip = furniture.iter().peekable();
    let mut i = 0;
    while i < tokens.len() {
        if tokens[i].line_start && i > 0 {
            push(&mut sentences, start..i, paragraph, body, tokens);
            paragraph += 1;
            start = i;
        }
        if let Some(range) = skip.next_if(|r| r.start == i) {
            push(&mut sentences, start..i, paragraph, body, tokens);
            i = range.end;
            start = i;
            continue;
        }
        if ends_sentence(source, tokens, i) {
            let mut end = i + 1;
            while end < tokens.len() && !tokens[end].line_start && closes(source, &tokens[end]) {
                end += 1;
            }
            push(&mut sentences, start..end, paragraph, body, tokens);
            start = end;
            i = end;
            continue;
        }
        i += 1;
    }
    push(&mut sentences, start..tokens.len(), paragraph, body, tokens);
    sentences
}

fn push(sentences: &mut Vec<Sentence>, range: Tokens, paragraph: usize, body: usize, tokens: &[Token]) {
    if range.start < range.end {
        let in_title = tokens[range.start].start < body;
        sentences.push(Sentence { tokens: range, paragraph, in_title });
    }
}

/// A mark that closes the sentence it follows: a closing quotation mark or bracket set without a space.
fn closes(source: &str, token: &Token) -> bool {
    !token.spaced && matches!(&source[token.start..token.end], "’" | "”" | "'" | "\"" | ")" | "]" | "»" | "." | "!" | "?" | "…")
}

fn ends_sentence(source: &str, tokens: &[Token], i: usize) -> bool {
    let word = |k: usize| tokens.get(k).map_or("", |t| &source[t.start..t.end]);
    let next = next_opening(source, tokens, i + 1);
    match word(i) {
        "!" | "?" | "…" => next.is_none_or(|t| t.line_start || !source[t.start..].starts_with(char::is_lowercase)),
        "." => {
            let before = i.checked_sub(1).map_or("", word).to_lowercase();
            let abbreviated = ABBREVIATIONS.contains(&before.as_str())
                || (before.chars().count() == 1 && i > 0 && tokens[i - 1].capital && tokens[i - 1].kind == TokenKind::Word);
            !tokens[i].spaced
                && next.is_none_or(|t| t.line_start || (!abbreviated && !source[t.start..].starts_with(char::is_lowercase)))
        }
        // "in the U.S. Officials said": initials swallow the stop of the sentence.
        initials if initials.len() > 2 && initials.ends_with('.') => {
            next.is_none_or(|t| t.line_start || (t.capital && starts_clause(&source[t.start..t.end])))
        }
        _ => false,
    }
}

/// Words that open a sentence far more often than they go on a name.
fn starts_clause(word: &str) -> bool {
    matches!(
        word,
        "The" | "A" | "An" | "It" | "He" | "She" | "They" | "In" | "On" | "At" | "But" | "And" | "This" | "That" | "There"
    )
}

/// The first token at or after `i` that is not a closing or opening quotation mark.
fn next_opening<'t>(source: &str, tokens: &'t [Token], i: usize) -> Option<&'t Token> {
    tokens[i.min(tokens.len())..].iter().find(|t| {
        t.line_start || !matches!(&source[t.start..t.end], "’" | "”" | "'" | "\"" | ")" | "‘" | "“" | "(" | "]" | "»" | "«")
    })
}

#[cfg(test)]
mod tests {
    use crate::text::Text;

    fn sentences(source: &str) -> Vec<String> {
        let text = Text::new(None, source);
        text.sentences.iter().map(|s| text.words(&s.tokens).to_string()).collect()
    }

    #[test]
    fn stops_of_abbreviations_do_not_end_a_sentence() {
        assert_eq!(sentences("Dr. Amal Reyes left. Gen. Orlo stayed."), ["Dr. Amal Reyes left.", "Gen. Orlo stayed."]);
        assert_eq!(
            sentences("The U.S. army left the U.S. The rest stayed."),
            ["The U.S. army left the U.S.", "The rest stayed."]
        );
    }

    #[test]
    fn closing_marks_belong_to_the_sentence_they_close() {
        assert_eq!(sentences("‘We ran.’ Then it fell."), ["‘We ran.’", "Then it fell."]);
    }

    #[test]
    fn lines_end_sentences() {
        assert_eq!(sentences("Three dead\nThe mayor said so"), ["Three dead", "The mayor said so"]);
    }

    #[test]
    fn decimals_do_not_end_a_sentence() {
        assert_eq!(sentences("A 6.1 quake. Two died."), ["A 6.1 quake.", "Two died."]);
    }
}
