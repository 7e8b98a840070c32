//! What holds for every text.

use super::{Text, TokenKind, Tokens};
use proptest::prelude::*;
use std::fmt::Write;

/// Pieces that exercise every rule when put together at random.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "‘", "’", "“", "”", "\"", "'", "«", "»", "„", "(", ")", "—", "-", ":", ",", ".", "!", "?", "…", "...", "•",
        ])
        .prop_map(str::to_string),
        prop::sample::select(vec![" ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\u{a0}", "\u{ad}", "\u{200b}", "\u{2028}"])
            .prop_map(str::to_string),
        prop::sample::select(vec![
            "Kelm",
            "KELM",
            "the",
            "miners’",
            "miners'",
            "U.S.",
            "a.m.",
            "Gen.",
            "No.",
            "12",
            "1,200",
            "2.5m",
            "’90s",
            "said",
            "Read more:",
            "Advertisement",
            "By Ines Vale",
            "Jan 24",
            "(AP)",
            "@vale",
            "don’t",
            "Київ",
            "قتل",
            "港",
            "e\u{301}",
            "5'6'7",
            "a.b.c.",
            "🔥",
        ])
        .prop_map(str::to_string),
        ".{0,3}",
    ];
    prop::collection::vec(piece, 0..80).prop_map(|p| p.concat())
}

fn check(title: Option<&str>, body: &str) {
    let text = Text::new(title, body);
    let mut last = 0;
    for token in &text.tokens {
        assert!(last <= token.start && token.start < token.end, "tokens are ordered, disjoint and not empty");
        assert!(text.source.is_char_boundary(token.start) && text.source.is_char_boundary(token.end));
        last = token.end;
    }
    // What is left out of the tokens is white space and invisible characters.
    let inside: usize = text.tokens.iter().map(|t| t.end - t.start).sum();
    assert!(text.tokens.is_empty() || inside > 0);

    let mut parts: Vec<Tokens> = text.sentences.iter().map(|s| s.tokens.clone()).chain(text.furniture.iter().cloned()).collect();
    parts.sort_by_key(|p| p.start);
    let mut next = 0;
    for part in &parts {
        assert_eq!(part.start, next, "sentences and furniture hold every token once");
        assert!(part.end > part.start);
        next = part.end;
    }
    assert_eq!(next, text.tokens.len());

    for (i, sentence) in text.sentences.iter().enumerate() {
        assert_eq!(text.sentence_of(sentence.tokens.start), Some(i));
        assert_eq!(text.sentence_of(sentence.tokens.end - 1), Some(i));
        let given = text.tokens[sentence.tokens.start].start < text.body;
        assert!(sentence.in_title == given || text.body == 0 && i == 0, "a headline is given or stands first");
    }
    for dateline in &text.datelines {
        let sentence = text.sentence_of(dateline.start).expect("a dateline stands in a sentence");
        assert!(text.sentences[sentence].tokens.start == dateline.start && dateline.end < text.sentences[sentence].tokens.end);
    }

    for (i, quote) in text.quotes.iter().enumerate() {
        assert!(quote.tokens.start < quote.tokens.end && quote.tokens.end <= text.tokens.len());
        let words = text.tokens[quote.tokens.clone()].iter();
        assert_eq!(quote.words, words.filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number)).count());
        if let Some(outer) = quote.within {
            let outer = &text.quotes[outer].tokens;
            assert!(outer.start <= quote.tokens.start && quote.tokens.end <= outer.end, "an inner quotation lies in its outer");
        }
        for other in &text.quotes[i + 1..] {
            let disjoint = quote.tokens.end <= other.tokens.start;
            let nested = quote.tokens.start <= other.tokens.start && other.tokens.end <= quote.tokens.end;
            assert!(disjoint || nested, "quotations nest or are disjoint");
        }
    }
    for i in 0..text.tokens.len() {
        let innermost = (0..text.quotes.len()).rev().find(|&q| text.quotes[q].tokens.contains(&i));
        assert_eq!(text.quote_of(i), innermost);
    }
    assert!(!text.language().is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_taken_apart_soundly(body in pieces()) {
        check(None, &body);
    }

    #[test]
    fn any_title_and_text_are_taken_apart_soundly(title in pieces(), body in pieces()) {
        check(Some(&title), &body);
    }

    #[test]
    fn any_characters_are_taken_apart_soundly(body in "\\PC{0,200}") {
        check(None, &body);
    }
}

/// Long texts of the shapes that make careless readers slow; a slow one would make this test hang.
#[test]
fn a_long_text_without_a_line_break_is_read() {
    for piece in
        ["word ", "a.", "5'", "‘a ", "“a ‘b ", "’s ", "x’ y ", "Read more ", ". ", "KELM, ", "\" ", "1-", "(", "Gen. ", "” "]
    {
        let text = Text::new(None, &piece.repeat((1 << 20) / (4 * piece.len())));
        assert!(!text.tokens.is_empty());
        let held: usize = text.sentences.iter().map(|s| s.tokens.len()).chain(text.furniture.iter().map(Tokens::len)).sum();
        assert_eq!(held, text.tokens.len(), "{piece:?}");
        let quoted = (0..text.tokens.len()).filter(|&i| text.quote_of(i).is_some()).count();
        assert!(quoted <= text.tokens.len());
    }
}

#[test]
fn a_megabyte_of_lines_is_read() {
    let mut body = String::new();
    for i in 0..20_000 {
        let _ = writeln!(body, "KELM, Jan {i} (AP) — ‘We ran,’ said guard {i}. Read more: list");
    }
    let text = Text::new(None, &body);
    assert_eq!(text.datelines.len(), 20_000);
    assert_eq!(text.quotes.len(), 20_000);
    assert_eq!(text.furniture.len(), 20_000);
}

#[test]
fn a_title_is_a_paragraph_of_its_own() {
    let text = Text::new(Some("  Two dead in Kelm "), "Two people died.");
    assert!(text.sentences[0].in_title && !text.sentences[1].in_title);
    assert_eq!((text.sentences[0].paragraph, text.sentences[1].paragraph), (0, 1));
    assert_eq!(&text.source[text.body..], "Two people died.");
}
