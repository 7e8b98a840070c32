//! Tokens: one pass over the text; a token is a byte range, a kind and a few flags.

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with inner hyphens and apostrophes: "Kharkiv", "34-year-old", "don’t", "Deir-ez-Zor".
    Word,
    /// Begins with a digit and holds no letters but a magnitude: "19", "1,200", "1.2m", "13:42", "2026-01-24".
    Number,
    /// The possessive or contracted "’s" (also bare "’" after a plural), apart from its word.
    Clitic,
    /// One mark of punctuation or one symbol.
    Mark,
}

/// A range of bytes of the source that the reading treats as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What it is made of.
    pub kind: TokenKind,
    /// The first letter is a capital.
    pub capital: bool,
    /// All letters are capitals, and there are two at least.
    pub all_caps: bool,
    /// White space, or the start of the text, stands before it.
    pub spaced: bool,
    /// A line break stands before it, or the start of the text.
    pub line_start: bool,
    /// A blank line stands before it, or the start of the text.
    pub paragraph_start: bool,
}

/// Splits `source` into tokens. Never fails; anything unknown is a [`TokenKind::Mark`].
pub(super) fn tokenize(source: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(source.len() / 5);
    let mut at = 0;
    let (mut spaced, mut breaks) = (true, 2);
    while let Some(c) = source[at..].chars().next() {
        if c.is_whitespace() {
            spaced = true;
            breaks += line_breaks(c, &source[at..]);
            at += c.len_utf8();
            continue;
        }
        if is_invisible(c) {
            at += c.len_utf8();
            continue;
        }
        let (end, kind) = next_token(source, at, c, spaced, tokens.last());
        let (capital, all_caps) = case(&source[at..end]);
        tokens.push(Token {
            start: at,
            end,
            kind,
            capital,
            all_caps,
            spaced,
            line_start: breaks > 0,
            paragraph_start: breaks > 1,
        });
        at = end;
        (spaced, breaks) = (false, 0);
    }
    tokens
}

/// Number of line breaks that white space stands for; "\r\n" is one.
fn line_breaks(c: char, rest: &str) -> usize {
    match c {
        '\n' | '\u{0085}' | '\u{2028}' => 1,
        '\r' => usize::from(!rest.starts_with("\r\n")),
        '\u{2029}' | '\u{000c}' => 2,
        _ => 0,
    }
}

/// Zero-width characters that pages put into words and marks of direction; they are no white space.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{00ad}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Marks that stand for the apostrophe or the ayin inside a name: "Sana`a", "Ta‘izz".
fn is_inner_apostrophe(c: char) -> bool {
    is_apostrophe(c) || matches!(c, '`' | '´' | '‘' | '‛' | '′')
}

fn next_token(source: &str, at: usize, c: char, spaced: bool, before: Option<&Token>) -> (usize, TokenKind) {
    let rest = &source[at..];
    if c.is_ascii_digit() {
        return number(source, at);
    }
    if c.is_alphanumeric() {
        return (word_end(source, at), TokenKind::Word);
    }
    if is_apostrophe(c) && !spaced && before.is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number)) {
        let after = &rest[c.len_utf8()..];
        let mut letters = after.chars();
        if matches!(letters.next(), Some('s' | 'S')) && !letters.next().is_some_and(char::is_alphanumeric) {
            return (at + c.len_utf8() + 1, TokenKind::Clitic);
        }
    }
    (at + c.len_utf8(), TokenKind::Mark)
}

/// End of the word that begins at `at`: inner hyphens, full stops of initials, apostrophes and invisible characters
/// belong to it, "’s" does not.
fn word_end(source: &str, at: usize) -> usize {
    let mut end = at;
    // Letters since the last full stop, while the word is nothing but single letters between stops.
    let (mut initials, mut letters, mut stops) = (true, 0, false);
    let mut chars = source[at..].char_indices().peekable();
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut previous = None;
    while let Some((i, c)) = chars.next() {
        let next = chars.peek().map(|&(_, n)| n);
        let inner = next.is_some_and(char::is_alphanumeric);
        let belongs = c.is_alphanumeric()
            || is_combining(c)
            || (is_invisible(c) && i > 0 && next.is_some_and(|n| n.is_alphanumeric() || is_invisible(n)))
            || (matches!(c, '-' | '‑' | '&') && inner)
            || (is_inner_apostrophe(c) && i > 0 && inner && !is_clitic(&source[at + i + c.len_utf8()..]))
            // "magnitude-6.8"
            || (c == '.' && digit(previous) && digit(next))
            || (c == '.' && initials && letters == 1 && (stops || next.is_some_and(char::is_alphabetic)));
        if !belongs {
            break;
        }
        match c {
            '.' => (letters, stops) = (0, true),
            _ => {
                letters += 1;
                initials &= letters == 1 && c.is_alphabetic();
            }
        }
        end = at + i + c.len_utf8();
        previous = Some(c);
    }
    // Invisible characters at the end belong to nothing.
    at + source[at..end].trim_end_matches(is_invisible).len()
}

/// Accents and vowel signs that follow their letter.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{0483}'..='\u{0487}' | '\u{0591}'..='\u{05bd}' | '\u{064b}'..='\u{065f}' | '\u{094d}' | '\u{1dc0}'..='\u{1dff}')
}

/// True where `after`, the text behind an apostrophe, is the clitic "s".
fn is_clitic(after: &str) -> bool {
    let mut letters = after.chars();
    matches!(letters.next(), Some('s' | 'S')) && !letters.next().is_some_and(char::is_alphanumeric)
}

/// Dashes of a range, beside the hyphen: "10–15", "10‑15".
const DASHES: [&str; 2] = ["–", "‑"];

/// A figure with its groups, decimals, clock or date marks, and a magnitude letter; or a word that begins with a digit.
fn number(source: &str, at: usize) -> (usize, TokenKind) {
    let bytes = source.as_bytes();
    let mut end = at;
    while end < bytes.len() {
        let b = bytes[end];
        let digit_follows = bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        let dash = DASHES.iter().find(|dash| source[end..].starts_with(**dash)).map_or(0, |dash| dash.len());
        if end > at && dash > 0 && bytes.get(end + dash).is_some_and(u8::is_ascii_digit) {
            end += dash;
            continue;
        }
        if b.is_ascii_digit() || (matches!(b, b',' | b'.' | b':' | b'/' | b'-') && digit_follows) {
            end += 1;
        } else {
            break;
        }
    }
    let tail = word_end(source, end);
    if tail == end {
        return (end, TokenKind::Number);
    }
    let letters = source[end..tail].to_ascii_lowercase();
    let magnitude = matches!(letters.as_str(), "k" | "m" | "mn" | "bn" | "tn" | "th" | "st" | "nd" | "rd" | "s" | "am" | "pm");
    if magnitude {
        (tail, TokenKind::Number)
    } else if letters.starts_with('-') || bytes.get(end).is_some_and(u8::is_ascii_alphabetic) {
        (tail, TokenKind::Word)
    } else {
        (end, TokenKind::Number)
    }
}

/// Whether the word begins with a capital, and whether all its letters are capitals.
pub(super) fn case(word: &str) -> (bool, bool) {
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    (capital, letters().count() > 1 && letters().all(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(source: &str) -> Vec<&str> {
        tokenize(source).iter().map(|t| &source[t.start..t.end]).collect()
    }

    #[test]
    fn words_keep_hyphens_and_lose_the_possessive() {
        assert_eq!(split("Kyiv’s 34-year-old don't"), ["Kyiv", "’s", "34-year-old", "don't"]);
        assert_eq!(split("Deir-ez-Zor, O'Brien - yes"), ["Deir-ez-Zor", ",", "O'Brien", "-", "yes"]);
    }

    #[test]
    fn figures_keep_groups_and_magnitudes() {
        assert_eq!(split("1,200 at 13:42, £1.2m."), ["1,200", "at", "13:42", ",", "£", "1.2m", "."]);
        assert_eq!(split("the 20-point plan"), ["the", "20-point", "plan"]);
    }

    #[test]
    fn initials_keep_their_stops_and_a_sentence_end_stays_apart() {
        assert_eq!(split("U.S. officials in D.C. left."), ["U.S.", "officials", "in", "D.C.", "left", "."]);
        assert_eq!(split("in Norvia."), ["in", "Norvia", "."]);
    }

    #[test]
    fn quotation_marks_are_tokens() {
        assert_eq!(split("‘Yes,’ he said"), ["‘", "Yes", ",", "’", "he", "said"]);
    }
}
