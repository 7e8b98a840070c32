//! Sentences: where they begin and end.

use super::{Token, TokenKind, Tokens};

/// A sentence, or a headline or list item that stands as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens, closing marks included.
    pub tokens: Tokens,
    /// Index of its paragraph; a line break begins a new one. The title is paragraph 0 where there is one.
    pub paragraph: usize,
    /// True for the title given apart from the text, and for the headline that a text begins with.
    pub in_title: bool,
}

/// Titles and ranks: a name follows, so their stop never ends a sentence. Written with a capital.
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "mx", "dr", "prof", "gen", "col", "lt", "maj", "capt", "sgt", "cpl", "pvt", "pfc", "adm", "cmdr", "cdr",
    "brig", "cmd", "cpt", "ens", "rev", "fr", "msgr", "hon", "gov", "sen", "rep", "reps", "sens", "pres", "supt", "det", "insp",
    "messrs", "mme", "mlle", "st", "ste", "mt", "ft", "pte", "spc", "vadm", "radm", "sqn", "wg", "amb", "sec", "atty",
];

/// Their stop ends a sentence only where the next word clearly opens one.
#[rustfmt::skip]
const ABBREVIATIONS: &[&str] = &[
    "jr", "sr", "etc", "approx", "est", "dept", "inc", "ltd", "co", "corp", "bros", "al", "ave", "blvd", "rd", "dist", "intl",
    "univ", "assn", "govt", "gov't", "max", "min", "km", "cf", "ca", "tel", "hosp", "prov", "reg",
];

/// Their stop never ends a sentence.
const JOINING: &[&str] = &["vs", "v", "viz"];

/// Their stop ends no sentence where a figure follows.
#[rustfmt::skip]
const BEFORE_FIGURES: &[&str] = &[
    "no", "nos", "nr", "art", "arts", "fig", "figs", "vol", "p", "pp", "para", "sec", "ch", "op", "approx", "ca",
];

/// Months and days cut short, written with a capital: the same before figures ("The cat sat. 5 men came").
#[rustfmt::skip]
const CALENDAR: &[&str] = &[
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu",
    "thur", "thurs", "fri", "sat", "sun",
];

/// States as American papers shorten them, after the town and a comma: "Tyler, Tex."
#[rustfmt::skip]
const STATES: &[&str] = &[
    "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md", "mass", "mich",
    "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "penn", "tenn", "tex", "va", "vt", "wash", "wis", "wyo",
    "ont", "que",
];

/// Words that open a sentence far more often than they go on a name.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "The", "A", "An", "It", "He", "She", "They", "We", "You", "I", "In", "On", "At", "But", "And", "So", "Or", "This", "That",
    "These", "Those", "There", "His", "Her", "Its", "Their", "Our", "As", "After", "Before", "When", "While", "Where", "For",
    "From", "With", "Without", "By", "If", "Since", "Until", "Under", "Some", "Many", "Most", "More", "Several", "No", "None",
    "Nobody", "Another", "Both", "All", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "At",
    "Officials", "Authorities", "Residents", "Witnesses", "Rescuers", "Meanwhile", "However", "Earlier", "Later", "Although",
    "Despite", "According", "What", "Who", "How", "Why", "To", "Only", "Then", "Now", "Here", "Elsewhere", "Not", "Among",
];

/// What follows "a.m." and "p.m." without opening a sentence.
#[rustfmt::skip]
const AFTER_CLOCK: &[&str] = &[
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May",
    "June", "July", "August", "September", "October", "November", "December", "Eastern", "Pacific", "Central", "Mountain",
    "Moscow", "Kyiv", "Beijing", "Tokyo", "Greenwich",
];

/// Verbs that give a shout or a question to its speaker: “Run!” Orlo shouted.
#[rustfmt::skip]
const SPEECH: &[&str] = &[
    "said", "says", "asked", "asks", "told", "tells", "added", "adds", "wrote", "writes", "posted", "replied", "shouted", "cried",
    "yelled", "screamed", "warned", "recalled", "demanded", "exclaimed", "tweeted", "joked", "wondered",
];

/// How many words after a closed shout may stand before its verb of speech: "“Run!” Deputy Mayor Amal Orlo shouted".
const SPEECH_WINDOW: usize = 6;

/// Longest sentence in tokens; a text without stops is cut here, so that no later stage meets an endless one.
const LONGEST: usize = 300;

/// Splits `lines` into sentences that together hold every token. A `datelines` entry is never split.
pub(super) fn split(source: &str, body: usize, tokens: &[Token], lines: &[Tokens], datelines: &[Tokens]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut datelines = datelines.iter().peekable();
    for (paragraph, line) in lines.iter().enumerate() {
        let line_text = Line { source, tokens, line };
        let in_title = tokens[line.start].start < body;
        let mut push = |range: Tokens| {
            if range.start < range.end {
                sentences.push(Sentence { tokens: range, paragraph, in_title });
            }
        };
        let mut start = line.start;
        let mut i = datelines.next_if(|d| d.start == line.start).map_or(start, |d| d.end);
        while i < line.end {
            if i > start && (i - start >= LONGEST || matches!(line_text.word(i), "•" | "●" | "▪" | "◾" | "■")) {
                push(start..i);
                start = i;
            }
            match line_text.sentence_end(i) {
                Some(end) => {
                    push(start..end);
                    start = end;
                    i = end;
                }
                None => i += 1,
            }
        }
        push(start..line.end);
    }
    sentences
}

/// One line, seen by the rules that look for the ends of its sentences.
struct Line<'t> {
    source: &'t str,
    tokens: &'t [Token],
    line: &'t Tokens,
}

impl<'t> Line<'t> {
    /// The words of token `i`; empty outside the line.
    fn word(&self, i: usize) -> &'t str {
        if self.line.contains(&i) { &self.source[self.tokens[i].start..self.tokens[i].end] } else { "" }
    }

    fn spaced(&self, i: usize) -> bool {
        i >= self.line.end || self.tokens[i].spaced
    }

    /// Where token `i` ends a sentence: the token after that sentence and its closing marks.
    fn sentence_end(&self, i: usize) -> Option<usize> {
        let stop = self.word(i);
        match stop {
            "." | "!" | "?" | "…" => {}
            "。" | "！" | "？" | "؟" | "۔" | "।" => return Some(self.after_closing(i + 1)),
            initials if initials.len() > 2 && initials.ends_with('.') => return self.end_after_initials(i),
            _ => return None,
        }
        if i > self.line.start && matches!(self.word(i - 1), "[" | "(") {
            // "[…]", "(!)": a remark on the text, not its stop.
            return None;
        }
        let run = self.after_stops(i);
        let end = self.after_closing(run);
        let Some(next) = self.next_word(end) else {
            return Some(self.line.end);
        };
        let shout = (i..run).any(|k| matches!(self.word(k), "!" | "?"));
        let ellipsis = !shout && (stop == "…" || run - i > 1);
        let glued = !self.spaced(end);
        let opens = self.opens_sentence(next);
        let ends = if glued && end == run {
            // "killed.The rest": a lost space, not an address.
            self.is_lost_space(i, next)
        } else if glued {
            // "ran.’, he said": the sentence goes on behind the closing mark.
            opens && self.tokens[end].kind != TokenKind::Mark
        } else if shout {
            opens && !(end > run && self.is_attribution(next))
        } else if ellipsis {
            opens && !self.spaced(i)
        } else {
            opens && !self.is_abbreviation(i, next)
        };
        ends.then_some(end)
    }

    /// "U.S.", "a.m." hold their own stop, which may be the sentence's as well.
    fn end_after_initials(&self, i: usize) -> Option<usize> {
        let end = self.after_closing(i + 1);
        let Some(next) = self.next_word(end) else {
            return Some(self.line.end);
        };
        let word = self.word(next);
        let clock = matches!(self.word(i).to_ascii_lowercase().as_str(), "a.m." | "p.m.");
        let opens = if clock {
            // "5 a.m. (0200 GMT)" goes on.
            self.word(end) != "(" && self.opens_sentence(next) && !self.tokens[next].all_caps && !AFTER_CLOCK.contains(&word)
        } else {
            OPENERS.contains(&word)
        };
        (opens && self.spaced(end)).then_some(end)
    }

    /// The token after a run of stops: "?!", "...", ". . .".
    fn after_stops(&self, i: usize) -> usize {
        let mut end = i + 1;
        while matches!(self.word(end), "." | "!" | "?" | "…") {
            end += 1;
        }
        end
    }

    /// The token after the quotation marks and brackets that close at `i`.
    fn after_closing(&self, mut i: usize) -> usize {
        while i < self.line.end {
            let closes = match self.word(i) {
                "’" | "'" | "\"" | "]" | "“" | "«" => !self.spaced(i),
                ")" => true,
                "”" | "»" => !self.spaced(i) || self.spaced(i + 1),
                "." | "!" | "?" => !self.spaced(i),
                _ => false,
            };
            if !closes {
                break;
            }
            i += 1;
        }
        i
    }

    /// The first token at or after `i` that is no opening mark or dash; none where only marks are left.
    fn next_word(&self, i: usize) -> Option<usize> {
        const MARKS: usize = 6;
        let end = self.line.end.min(i + MARKS);
        (i..end).find(|&k| self.tokens[k].kind != TokenKind::Mark).or((end < self.line.end).then_some(end))
    }

    /// A capital, a figure, or a name such as "al-Nour" and "iPhone" whose capital stands inside.
    fn opens_sentence(&self, i: usize) -> bool {
        let token = &self.tokens[i];
        let word = self.word(i);
        token.kind != TokenKind::Word
            || !word.starts_with(char::is_lowercase)
            || word.chars().take_while(|c| c.is_alphanumeric() || *c == '-').any(char::is_uppercase)
    }

    fn is_lost_space(&self, stop: usize, next: usize) -> bool {
        let before = stop.checked_sub(1).map_or("", |b| self.word(b));
        let lower = before.len() > 2 && before.chars().all(char::is_lowercase);
        lower && next == stop + 1 && self.tokens[next].capital && self.word(next).len() > 1 && self.spaced(next + 1)
    }

    /// The words from `next` on name who shouted or asked: "Orlo said", "the mayor asked".
    fn is_attribution(&self, next: usize) -> bool {
        (next..self.line.end.min(next + SPEECH_WINDOW))
            .take_while(|&k| !matches!(self.word(k), "." | "!" | "?" | ";" | ":" | "‘" | "“" | "\""))
            .any(|k| SPEECH.contains(&self.word(k)))
    }

    /// The stop at `i` belongs to the word before it.
    fn is_abbreviation(&self, i: usize, next: usize) -> bool {
        let Some(at) = i.checked_sub(1).filter(|at| self.line.contains(at)) else {
            return false;
        };
        let token = &self.tokens[at];
        if token.kind == TokenKind::Number {
            // "1. Stay indoors": the number of a list item.
            return at == self.line.start && token.end - token.start < 3;
        }
        if token.kind != TokenKind::Word || self.spaced(i) {
            return false;
        }
        let word = self.word(at);
        // "E. A. Bryan": no article, but an initial.
        let initial = self.word(next).len() == 1 && self.word(next + 1) == "." && !self.spaced(next + 1);
        let opener = OPENERS.contains(&self.word(next)) && !initial;
        if word.chars().count() == 1 {
            // "J. Orlo" but "Plan B. The" and "so did I. Orlo".
            let pronoun = word == "I" && at.checked_sub(1).is_some_and(|b| self.line.contains(&b) && !self.tokens[b].capital);
            return (token.capital && !opener && !pronoun) || JOINING.contains(&word);
        }
        // Every abbreviation is short; longer words need no look-up.
        if word.len() > 6 {
            return false;
        }
        let lower = word.to_lowercase();
        let is = |list: &[&str]| list.contains(&lower.as_str());
        let figure = self.tokens[next].kind == TokenKind::Number || self.word(next).starts_with(|c: char| c.is_ascii_digit());
        let after_comma = at.checked_sub(1).is_some_and(|c| self.word(c) == ",");
        is(JOINING)
            || (figure && (is(BEFORE_FIGURES) || (token.capital && is(CALENDAR))))
            || (token.capital && is(TITLES) && !(opener && is_street(&lower, self, at)))
            || (!opener && is(ABBREVIATIONS))
            || (!opener && token.capital && after_comma && is(STATES))
    }
}

/// "on Elm St. The fire": a street, which ends sentences, not a saint, who does not.
fn is_street(lower: &str, line: &Line, at: usize) -> bool {
    lower == "st" && at.checked_sub(1).is_some_and(|b| line.line.contains(&b) && line.tokens[b].capital)
}

#[cfg(test)]
mod tests {
    use crate::text::Text;

    fn sentences(source: &str) -> Vec<String> {
        let text = Text::new(None, source);
        text.sentences.iter().map(|s| text.words(&s.tokens).to_string()).collect()
    }

    /// Each text is one sentence for each part between the bars.
    fn check(parts: &str) {
        let expected: Vec<&str> = parts.split(" | ").collect();
        assert_eq!(sentences(&parts.replace(" | ", " ")), expected);
    }

    #[test]
    fn stops_of_abbreviations_do_not_end_a_sentence() {
        check("Dr. Amal Reyes left. | Gen. Orlo stayed. | Lt. Col. Ines Vale and Maj. Gen. Roe flew to St. Petersburg.");
        check("The U.S. army left the U.S. | The rest stayed.");
        check("Reactor No. 5 stopped on Jan. 24 at 6 a.m. | Engineers restarted it at 7 p.m. Friday.");
        check("Was anyone hurt, asked the reporter, and he said no. | They had all left by 4 p.m.");
        check("J. R. Vale and Ana M. Orlo live on Elm St. | The fire began there.");
        check("Two men from Tyler, Tex. and one from Macon, Ga. | The third is from Orlo Inc. in Ohio.");
        check("She ran and so did I. | Orlo stayed. | The cat sat. | 5 men came on Sun. 5 May with Mr. and Mrs. Vale.");
        check("The blast killed 12. | 5 others, among them Sgt. 1st Class I. Orlo, fled to Ft. Kelm in approx. 20 boats.");
        check("The ship SS E. A. Bryan blew up. | Plan B. | The boats, nets, etc. were lost. | See Art. 5 and pp. 12 to 14.");
    }

    #[test]
    fn closing_marks_belong_to_the_sentence_they_close() {
        check("‘We ran.’ | Then it fell.");
        check("\"We ran.\" | \"It fell,\" she said. | (No one was home.) | Then came rain.");
        check("« Nous partons. » | Puis rien.");
    }

    #[test]
    fn a_question_or_shout_stays_with_its_speaker() {
        check("‘Where is my son?’ she asked. | Nobody knew.");
        check("“Run!” Deputy Mayor Orlo shouted from the roof. | “Why now?” | The street was empty.");
        check("\"Where are they?\", he wrote. | Is it over? | Not yet!");
    }

    #[test]
    fn a_quotation_after_a_colon_stays_in_the_sentence() {
        check("He said on air: ‘Two houses burnt down.’ | Then he left.");
    }

    #[test]
    fn lines_end_sentences() {
        assert_eq!(sentences("Three dead\nThe mayor said so"), ["Three dead", "The mayor said so"]);
        assert_eq!(sentences("14:32 Blasts in Norvia\r\n14:40 Power is back"), ["14:32 Blasts in Norvia", "14:40 Power is back"]);
    }

    #[test]
    fn bullets_and_numbers_of_a_list_open_sentences() {
        assert_eq!(sentences("1. Stay indoors\n2. Boil water"), ["1. Stay indoors", "2. Boil water"]);
        check("• Two schools closed | • One bridge down");
    }

    #[test]
    fn decimals_and_addresses_do_not_end_a_sentence() {
        check("A 6.1 quake at 5.30 p.m. local time. | Two died.");
        check("See www.norvia.example for a list. | It is long.");
    }

    #[test]
    fn dots_of_omission_end_a_sentence_only_before_a_capital() {
        check("It went on… and on... | Then nothing.");
        check("He spoke of “the … Norvia question” again.");
        check("“The dam […] Norvia’s pride (!) is gone,” he wrote. | It held.");
    }

    #[test]
    fn a_lost_space_and_a_name_in_lower_case_still_open_a_sentence() {
        assert_eq!(sentences("Two were killed.The rest fled."), ["Two were killed.", "The rest fled."]);
        check("Two were killed. | al-Nour radio said so.");
    }

    #[test]
    fn odd_spaces_are_spaces() {
        assert_eq!(sentences("Two\u{a0}died.\tThe\u{a0}road\u{ad}side was empty.").len(), 2);
    }
}
