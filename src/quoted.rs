//! The sentences of the article that facts stand on, to be shown or copied away from the article.

use crate::facts::findings;
use crate::ordered::order_by;
use crate::passage::{lines, stands};
use factbox_engine::report::{Report, Span};
use std::ops::Range;

/// Shortened words before whose full stop no sentence ends, in small letters; a single letter never ends one.
const SHORTENED: &[&str] = &[
    "adm", "al", "approx", "apr", "aug", "brig", "capt", "cmdr", "col", "cpl", "dec", "det", "dr", "etc", "feb", "ft", "gen",
    "gov", "hon", "insp", "jan", "jr", "jul", "jun", "lt", "maj", "mar", "mr", "mrs", "ms", "mt", "no", "nos", "nov", "oct",
    "pres", "prof", "pvt", "rep", "rev", "sen", "sep", "sept", "sgt", "sr", "st", "supt", "vs",
];

/// A sentence of the article with the words in it that matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The sentence, or several where the words reach over more than one.
    pub text: String,
    /// Bytes of `text` that matter, in order and apart from each other.
    pub marked: Vec<Range<usize>>,
}

impl Quote {
    /// The sentence cut into its pieces, each with whether it matters.
    pub fn pieces(&self) -> Vec<(&str, bool)> {
        let mut at = 0;
        let mut pieces = Vec::new();
        for marked in &self.marked {
            pieces.push((&self.text[at..marked.start], false));
            pieces.push((&self.text[marked.clone()], true));
            at = marked.end;
        }
        pieces.push((&self.text[at..], false));
        pieces.retain(|(text, _)| !text.is_empty());
        pieces
    }
}

/// The sentences behind the findings in `keys`, each once, in the article's order.
pub fn behind(article: &str, report: &Report, keys: &[String]) -> Vec<Quote> {
    let all = findings(report);
    let named = all.iter().filter(|f| keys.contains(&f.key()));
    around(article, named.flat_map(|f| f.evidence))
}

/// The sentences around spans, each once, in the article's order. A span that does not stand in the article has none.
pub fn around<'a>(article: &str, spans: impl IntoIterator<Item = &'a Span>) -> Vec<Quote> {
    let mut found: Vec<Range<usize>> = spans.into_iter().filter(|s| stands(article, s)).map(|s| s.start..s.end).collect();
    order_by(&mut found, |r| (r.start, r.end));
    let mut quotes: Vec<(Range<usize>, Vec<Range<usize>>)> = Vec::new();
    let mut sentences = sentences(article).peekable();
    for span in found {
        while sentences.next_if(|s| s.end <= span.start).is_some() {}
        let mut whole = sentences.peek().map_or(span.clone(), |s| s.start.min(span.start)..s.end);
        // What reaches over several sentences is quoted with all of them.
        while whole.end < span.end && sentences.next_if(|s| s.end < span.end).is_some() {
            whole.end = sentences.peek().map_or(span.end, |s| if s.start < span.end { s.end } else { span.end });
        }
        whole.end = whole.end.max(span.end);
        match quotes.last_mut().filter(|(quote, _)| whole.start < quote.end) {
            Some((quote, marked)) => {
                quote.end = quote.end.max(whole.end);
                match marked.last_mut().filter(|m| span.start <= m.end) {
                    Some(last) => last.end = last.end.max(span.end),
                    None => marked.push(span),
                }
            }
            None => quotes.push((whole, vec![span])),
        }
    }
    let quote = |(whole, marked): (Range<usize>, Vec<Range<usize>>)| Quote {
        marked: marked.into_iter().map(|m| m.start - whole.start..m.end - whole.start).collect(),
        text: article[whole].to_string(),
    };
    quotes.into_iter().map(quote).collect()
}

/// Byte ranges of the article's sentences, line by line. In doubt two are taken for one: more is shown rather than half.
fn sentences(article: &str) -> impl Iterator<Item = Range<usize>> {
    lines(article).flat_map(move |line| {
        let text = &article[line.clone()];
        let ends = text.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?' | '…'));
        let ends = ends.filter_map(move |(at, c)| {
            let rest = &text[at + c.len_utf8()..];
            let after = rest.trim_start_matches(['.', '!', '?', '…', '"', '\'', '”', '’', '»', ')', ']']);
            let next = after.trim_start();
            let opens = next.trim_start_matches(['"', '\'', '“', '‘', '«', '(', '[', '—', '–', '-', ' ']).chars().next();
            let begins = next.len() < after.len() && opens.is_some_and(|c| !c.is_lowercase());
            (begins && !(c == '.' && is_shortened(&text[..at])))
                .then_some((rest.len() - after.len() + at + c.len_utf8(), text.len() - next.len()))
        });
        let mut from = 0;
        let cut = ends.chain([(text.len(), text.len())]).filter_map(move |(end, next)| {
            let sentence = (end > from).then_some(line.start + from..line.start + end);
            from = from.max(next);
            sentence
        });
        cut.collect::<Vec<_>>()
    })
}

/// True where the last word before a full stop is one that is shortened.
fn is_shortened(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let letters = word.chars().count();
    letters == 1 || SHORTENED.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str, words: &str) -> Span {
        let start = text.find(words).expect("the words stand in the text");
        Span { start, end: start + words.len(), text: words.to_string(), in_title: false }
    }

    fn quoted(text: &str, words: &[&str]) -> Vec<String> {
        let spans: Vec<Span> = words.iter().map(|w| span(text, w)).collect();
        let shown = |q: Quote| q.pieces().iter().map(|(p, m)| if *m { format!("[{p}]") } else { p.to_string() }).collect();
        around(text, &spans).into_iter().map(shown).collect()
    }

    #[test]
    fn a_fact_brings_its_sentence() {
        let text =
            "Blast in Brod\n\nTwo people died on Monday. A third was hurt, Col. A. Ivanov said. “We saw 3.5 m flames,” he said.";
        assert_eq!(quoted(text, &["Two"]), ["[Two] people died on Monday."]);
        assert_eq!(quoted(text, &["A third"]), ["[A third] was hurt, Col. A. Ivanov said."]);
        assert_eq!(quoted(text, &["3.5 m"]), ["“We saw [3.5 m] flames,” he said."]);
        assert_eq!(quoted(text, &["Brod"]), ["Blast in [Brod]"]);
    }

    #[test]
    fn words_of_one_sentence_are_marked_in_one_quote() {
        let text = "Two died in Brod and three in Kelm. It rained. Four drowned!";
        assert_eq!(quoted(text, &["three", "Two", "Four"]), ["[Two] died in Brod and [three] in Kelm.", "[Four] drowned!"]);
        assert_eq!(quoted(text, &["Two died", "died in"]), ["[Two died in] Brod and three in Kelm."]);
    }

    #[test]
    fn words_over_several_sentences_and_lines_bring_all_of_them() {
        let text = "One. Two fell. Three rose. Four.\nFive. Six.";
        assert_eq!(quoted(text, &["fell. Three"]), ["Two [fell. Three] rose."]);
        assert_eq!(quoted(text, &["Four.\nFive"]), ["[Four.\nFive]."]);
        assert_eq!(quoted(text, &["Two fell. Three rose."]), ["[Two fell. Three rose.]"]);
    }

    #[test]
    fn quotation_marks_stay_with_their_sentence() {
        let text = "He said: “Two died.” Others fled. \"Run!\" she cried.";
        assert_eq!(quoted(text, &["Two"]), ["He said: “[Two] died.”"]);
        assert_eq!(quoted(text, &["Others"]), ["[Others] fled."]);
        assert_eq!(quoted(text, &["Run"]), ["\"[Run]!\" she cried."]);
    }

    #[test]
    fn spans_that_do_not_stand_in_the_article_bring_nothing() {
        let mut wrong = span("Two died.", "Two");
        wrong.end = 5;
        assert_eq!(around("Two died.", [&wrong]), []);
        assert_eq!(around("", [&span("Two died.", "Two")]), []);
    }
}
