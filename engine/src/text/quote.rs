//! Quotations: which tokens stand in quotation marks.

use super::{Token, TokenKind, Tokens};

/// A quotation; its marks are outside `tokens`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The quoted tokens; never empty.
    pub tokens: Tokens,
    /// True where the quotation goes on from the paragraph before, without a closing mark there.
    pub continues: bool,
    /// True where a closing mark ends it; a quotation that goes on in the next paragraph has none.
    pub closed: bool,
    /// Number of words and figures; one or two are a title or a word held at arm's length rather than speech.
    pub words: usize,
    /// Index of the innermost quotation around this one.
    pub within: Option<usize>,
}

/// Deepest nesting of quotations; a mark that would open one more ends those it stands in.
const DEEPEST: usize = 3;

/// Words that begin with an apostrophe, which opens no quotation.
const ELIDED_HEADS: &[&str] = &["tis", "twas", "twere", "twill", "em", "n"];

/// Words that begin with an apostrophe as often as with an opening mark: “’Round the clock”, “‘Round” the block.
const MAYBE_ELIDED_HEADS: &[&str] = &["til", "till", "cause", "cos", "bout", "round", "tween", "cept"];

/// Words that end in an apostrophe, which closes no quotation.
#[rustfmt::skip]
const ELIDED_ENDS: &[&str] = &[
    "n", "o", "an", "th", "ol", "goin", "doin", "nothin", "somethin", "comin", "talkin", "fightin", "runnin", "livin", "dyin",
    "tryin", "gettin", "makin", "killin", "shootin", "workin", "walkin", "thinkin", "sayin", "lookin", "bein", "havin",
];

/// Words that follow a closing mark and, being no nouns, never a possessive: "‘strikes’ on", not "the Russians’ on".
#[rustfmt::skip]
const AFTER_QUOTE: &[&str] = &[
    "a", "after", "also", "although", "an", "and", "are", "as", "at", "because", "before", "but", "by", "can", "could", "did",
    "during", "for", "from", "had", "has", "have", "he", "here", "how", "if", "in", "into", "is", "it", "its", "may", "might",
    "must", "not", "of", "on", "or", "over", "said", "says", "she", "should", "since", "so", "than", "that", "the", "their",
    "then", "they", "this", "to", "told", "under", "until", "was", "we", "were", "when", "where", "which", "while", "who", "will",
    "with", "would", "wrote", "added", "asked", "amid", "against", "between", "despite", "near", "there", "through", "without",
];

/// What marks belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    /// ‘ ’ '
    Single,
    /// “ ” „ "
    Double,
    /// « » ‹ ›
    Angle,
}

/// What a mark does where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    /// Closes what is open, else opens: a straight mark with space on both sides or on neither.
    Either,
    /// An apostrophe or a mark of feet, minutes or inches.
    None,
}

/// What lies ahead in the line.
#[derive(Debug, Clone, Copy, Default)]
struct Ahead {
    /// A single mark that may close comes before one that opens.
    closer: bool,
    /// And that mark can be no possessive.
    sure: bool,
}

/// A quotation whose end is not found yet.
struct Open {
    family: Family,
    first: usize,
    continues: bool,
    /// Its place in the list of quotations.
    index: usize,
}

/// Finds the quotations of each line. `tokens` change in one point: the bare apostrophe of a plural ("the miners’
/// wives") is no mark but a clitic.
///
/// A quotation ends at its mark or with its line; an open one goes on in the next line where that begins with the
/// same opening mark, or closes what it never opened. Lines that are `furniture` are passed over.
pub(super) fn find(source: &str, body: usize, tokens: &mut [Token], lines: &[Tokens], furniture: &[Tokens]) -> Vec<Quote> {
    let mut finder = Finder { source, quotes: Vec::new(), open: Vec::new(), ahead: Vec::new() };
    let mut carried = None;
    let mut furniture = furniture.iter().peekable();
    let mut lines = lines.iter().filter(|line| {
        while furniture.next_if(|f| f.end <= line.start).is_some() {}
        furniture.peek().is_none_or(|f| !(f.start <= line.start && line.end <= f.end))
    });
    let mut next = lines.next();
    while let Some(line) = next {
        next = lines.next();
        carried = finder.line(tokens, line, next, carried);
        // Nothing goes on from the title into the text.
        carried = carried.filter(|_| tokens[line.start].start >= body);
    }
    finder.finish(tokens)
}

struct Finder<'t> {
    source: &'t str,
    quotes: Vec<Quote>,
    open: Vec<Open>,
    ahead: Vec<Ahead>,
}

impl Finder<'_> {
    fn word(&self, token: &Token) -> &str {
        &self.source[token.start..token.end]
    }

    /// Reads one line. `carried` is the family of a quotation left open by the line before; returns that of this line.
    fn line(&mut self, tokens: &mut [Token], line: &Tokens, next: Option<&Tokens>, carried: Option<Family>) -> Option<Family> {
        self.look_ahead(tokens, line);
        for i in line.clone() {
            let Some(family) = family(self.word(&tokens[i])) else {
                continue;
            };
            let goes_on = i == line.start && carried == Some(family);
            match self.role(tokens, line, next, i, family) {
                Role::Opens => self.opens(i, family, goes_on),
                Role::Closes if self.is_open(family) => self.closes(i, family),
                Role::Closes if carried == Some(family) && matches!(self.word(&tokens[i]), "”" | "»") && self.is_first(line) =>
                {
                    // The line before left it open, this one closes it without a mark at its head.
                    self.push(line.start, family, true);
                    self.closes(i, family);
                }
                Role::Either if self.is_open(family) => self.closes(i, family),
                Role::Either if family == Family::Double => self.opens(i, family, goes_on),
                Role::None if is_plural(self.source, tokens, i) => tokens[i].kind = TokenKind::Clitic,
                _ => {}
            }
        }
        let left = self.open.first().map(|o| o.family);
        while self.end_open(line.end, false).is_some() {}
        left
    }

    /// No quotation has begun in `line` so far.
    fn is_first(&self, line: &Tokens) -> bool {
        self.quotes.last().is_none_or(|q| q.tokens.start < line.start)
    }

    fn is_open(&self, family: Family) -> bool {
        self.open.iter().any(|o| o.family == family)
    }

    fn opens(&mut self, mark: usize, family: Family, continues: bool) {
        // The same mark twice, or too deep: what was open ends here.
        while self.open.last().is_some_and(|o| o.family == family) || self.open.len() >= DEEPEST {
            self.end_open(mark, false);
        }
        self.push(mark + 1, family, continues);
    }

    fn push(&mut self, first: usize, family: Family, continues: bool) {
        let within = self.open.last().map(|o| o.index);
        let index = self.quotes.len();
        self.quotes.push(Quote { tokens: first..first, continues, closed: false, words: 0, within });
        self.open.push(Open { family, first, continues, index });
    }

    fn closes(&mut self, mark: usize, family: Family) {
        while let Some(ended) = self.open.last().map(|o| o.family == family) {
            self.end_open(mark, ended);
            if ended {
                break;
            }
        }
    }

    fn end_open(&mut self, end: usize, closed: bool) -> Option<()> {
        let open = self.open.pop()?;
        let quote = &mut self.quotes[open.index];
        quote.tokens = open.first..end.max(open.first);
        quote.continues = open.continues;
        quote.closed = closed;
        Some(())
    }

    /// What the mark at `i` does.
    fn role(&self, tokens: &[Token], line: &Tokens, next: Option<&Tokens>, i: usize, family: Family) -> Role {
        let mark = self.word(&tokens[i]);
        let place = Place::of(self.source, tokens, line, i);
        match family {
            Family::Angle => match mark {
                "«" | "‹" if self.is_open(family) && !place.spaced => Role::Closes,
                "«" | "‹" => Role::Opens,
                _ if self.is_open(family) || !place.spaced || place.space_after => Role::Closes,
                _ => Role::Opens,
            },
            Family::Double => match mark {
                "„" => Role::Opens,
                // „So“ closes with the mark that opens elsewhere.
                "“" if self.is_open(family) && !place.spaced && !place.after_opening => Role::Closes,
                "“" => Role::Opens,
                // ”So” opens with the mark that closes elsewhere.
                "”" if !self.is_open(family) && place.looks_open => Role::Opens,
                "”" => Role::Closes,
                _ => place.role(),
            },
            Family::Single => self.single(tokens, line, next, i, &place),
        }
    }

    fn single(&self, tokens: &[Token], line: &Tokens, next: Option<&Tokens>, i: usize, place: &Place) -> Role {
        let mark = self.word(&tokens[i]);
        let ahead = self.ahead[i - line.start];
        let after = line.contains(&(i + 1)).then(|| self.word(&tokens[i + 1]));
        if place.looks_open {
            let Some(word) = after else { return Role::None };
            if is_elided_head(&tokens[i + 1], word, ahead) {
                return Role::None;
            }
            // A curly opening mark is one; the others open only what something closes or the next line goes on with.
            let goes_on = next.is_some_and(|n| family(self.word(&tokens[n.start])) == Some(Family::Single));
            let opens = mark == "‘" || ahead.closer || (goes_on && (i == line.start || place.after_colon));
            return if opens { Role::Opens } else { Role::None };
        }
        let open = self.is_open(Family::Single);
        if mark == "‘" || !open {
            return Role::None;
        }
        if place.spaced {
            return if place.space_after { Role::Closes } else { Role::None };
        }
        let before = self.word(&tokens[i - 1]);
        match tokens[i - 1].kind {
            TokenKind::Word if ELIDED_ENDS.iter().any(|e| e.eq_ignore_ascii_case(before)) => Role::None,
            TokenKind::Word if ends_in_s(before) && is_noun_ahead(tokens, line, i, after) => {
                let goes_on = next.is_some_and(|n| family(self.word(&tokens[n.start])) == Some(Family::Single));
                if ahead.sure || (goes_on && !ahead.closer) { Role::None } else { Role::Closes }
            }
            _ => Role::Closes,
        }
    }

    /// For every token of the line, what single marks come after it.
    fn look_ahead(&mut self, tokens: &[Token], line: &Tokens) {
        let mut ahead = std::mem::take(&mut self.ahead);
        ahead.clear();
        ahead.resize(line.len(), Ahead::default());
        let mut state = Ahead::default();
        for i in line.clone().rev() {
            ahead[i - line.start] = state;
            let word = self.word(&tokens[i]);
            if family(word) != Some(Family::Single) {
                continue;
            }
            let place = Place::of(self.source, tokens, line, i);
            let after = line.contains(&(i + 1)).then(|| self.word(&tokens[i + 1]));
            if place.looks_open {
                let elided = after.is_some_and(|w| is_elided_head(&tokens[i + 1], w, state));
                if !elided {
                    state = Ahead::default();
                }
            } else if word != "‘" && !place.spaced && i > line.start {
                let before = self.word(&tokens[i - 1]);
                let elided = ELIDED_ENDS.iter().any(|e| e.eq_ignore_ascii_case(before));
                let possessive =
                    tokens[i - 1].kind == TokenKind::Word && ends_in_s(before) && is_noun_ahead(tokens, line, i, after);
                if !elided {
                    state = Ahead { closer: true, sure: !possessive || state.sure };
                }
            }
        }
        self.ahead = ahead;
    }

    /// Drops what holds no token and counts words.
    fn finish(self, tokens: &[Token]) -> Vec<Quote> {
        let mut place = Vec::with_capacity(self.quotes.len());
        let mut kept: Vec<Quote> = Vec::with_capacity(self.quotes.len());
        for mut quote in self.quotes {
            quote.within = quote.within.and_then(|w: usize| place[w]);
            let full = !quote.tokens.is_empty();
            place.push(if full { Some(kept.len()) } else { None });
            if full {
                let words = tokens[quote.tokens.clone()].iter();
                quote.words = words.filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number)).count();
                kept.push(quote);
            }
        }
        kept
    }
}

/// What stands around a mark.
struct Place {
    spaced: bool,
    space_after: bool,
    after_opening: bool,
    after_colon: bool,
    looks_open: bool,
}

impl Place {
    fn of(source: &str, tokens: &[Token], line: &Tokens, i: usize) -> Place {
        let word = |k: usize| &source[tokens[k].start..tokens[k].end];
        let spaced = i == line.start || tokens[i].spaced;
        let space_after = i + 1 >= line.end || tokens[i + 1].spaced;
        let before = if i > line.start { word(i - 1) } else { "" };
        let after_opening = matches!(before, "(" | "[" | "—" | "–" | "‘" | "“" | "„" | "«" | "/" | "…")
            || (matches!(before, "\"" | "'") && (i - 1 == line.start || tokens[i - 1].spaced));
        let closes_after = !space_after && matches!(word(i + 1), "," | "." | "!" | "?" | ";" | ":" | ")" | "]" | "”" | "»");
        let after_colon = matches!(before, ":" | ",");
        let looks_open = (spaced || after_opening || before == ":") && !space_after && !closes_after;
        Place { spaced, space_after, after_opening, after_colon, looks_open }
    }

    /// The role of a straight double mark.
    fn role(&self) -> Role {
        if self.looks_open {
            Role::Opens
        } else if !self.spaced {
            Role::Closes
        } else {
            Role::Either
        }
    }
}

fn family(mark: &str) -> Option<Family> {
    match mark {
        "‘" | "’" | "'" | "‚" | "‛" => Some(Family::Single),
        "“" | "”" | "„" | "\"" | "‟" | "＂" => Some(Family::Double),
        "«" | "»" | "‹" | "›" => Some(Family::Angle),
        _ => None,
    }
}

/// "’tis", "the ’90s", "rock ’n’ roll": an apostrophe before `token`.
fn is_elided_head(token: &Token, word: &str, ahead: Ahead) -> bool {
    let is = |list: &[&str]| list.iter().any(|e| e.eq_ignore_ascii_case(word));
    let decade = token.kind == TokenKind::Number && word.trim_end_matches(['s', 'S']).len() == 2;
    is(ELIDED_HEADS) || (decade && (word.len() == 3 || !ahead.sure)) || (is(MAYBE_ELIDED_HEADS) && !ahead.sure)
}

fn ends_in_s(word: &str) -> bool {
    word.ends_with(['s', 'S', 'z', 'x'])
}

/// A word follows the mark at `i` that a possessive may belong to.
fn is_noun_ahead(tokens: &[Token], line: &Tokens, i: usize, after: Option<&str>) -> bool {
    after.is_some_and(|w| {
        line.contains(&(i + 1))
            && matches!(tokens[i + 1].kind, TokenKind::Word | TokenKind::Number)
            && tokens[i + 1].spaced
            && !AFTER_QUOTE.iter().any(|a| a.eq_ignore_ascii_case(w))
    })
}

/// The mark at `i` is the bare apostrophe of a plural or of a name in s.
fn is_plural(source: &str, tokens: &[Token], i: usize) -> bool {
    let before = i.checked_sub(1).map(|b| &tokens[b]);
    source[tokens[i].start..].starts_with(['’', '\''])
        && !tokens[i].spaced
        && before.is_some_and(|t| t.kind == TokenKind::Word && ends_in_s(&source[t.start..t.end]))
}

#[cfg(test)]
mod tests {
    use crate::text::{Text, TokenKind};

    fn quotes(source: &str) -> Vec<String> {
        let text = Text::new(None, source);
        text.quotes.iter().map(|q| text.words(&q.tokens).to_string()).collect()
    }

    #[test]
    fn every_kind_of_mark_quotes() {
        assert_eq!(quotes("‘We ran,’ she said."), ["We ran,"]);
        assert_eq!(quotes("“We ran,” she said."), ["We ran,"]);
        assert_eq!(quotes("\"We ran,\" she said. \"It fell.\""), ["We ran,", "It fell."]);
        assert_eq!(quotes("'We ran,' she said. 'It fell.'"), ["We ran,", "It fell."]);
        assert_eq!(quotes("« Nous partons », dit-elle."), ["Nous partons"]);
        assert_eq!(quotes("„Wir gehen“, sagte sie. »Jetzt«, rief er."), ["Wir gehen", "Jetzt"]);
        assert_eq!(quotes("”Nu går vi”, sade hon."), ["Nu går vi"]);
    }

    #[test]
    fn apostrophes_quote_nothing() {
        for line in [
            "The miners’ wives and the miners' sons don’t know.",
            "’Tis the ’90s of rock ’n’ roll, 'tis said.",
            "Rock 'n' roll of the '60s came back in '99.",
            "Orlo's men shot 'em at O'Hara's bar.",
            "The pipe was 12\" wide and 5' long.",
            "Goin’ home, he said.",
        ] {
            assert_eq!(quotes(line), Vec::<String>::new(), "{line}");
        }
    }

    #[test]
    fn possessives_inside_a_quotation_do_not_close_it() {
        assert_eq!(
            quotes("‘The rebels’ main aim was the dam. They failed,’ he said."),
            ["The rebels’ main aim was the dam. They failed,"]
        );
        assert_eq!(quotes("'The rebels' main aim was the dam,' he said."), ["The rebels' main aim was the dam,"]);
        assert_eq!(quotes("‘Heavy strikes’ on the rebels’ camp went on."), ["Heavy strikes"]);
        assert_eq!(quotes("‘Heavy strikes’ kill five in ‘night of fire’"), ["Heavy strikes", "night of fire"]);
        assert_eq!(quotes("'Dozens killed' in raid on miners' hall"), ["Dozens killed"]);
        assert_eq!(quotes("‘It was ’em or us in the ’90s,’ he said."), ["It was ’em or us in the ’90s,"]);
    }

    #[test]
    fn the_apostrophe_of_a_plural_is_a_clitic() {
        let text = Text::new(None, "the miners’ wives");
        assert_eq!(text.tokens[2].kind, TokenKind::Clitic);
    }

    #[test]
    fn quotations_nest() {
        let text = Text::new(None, "“He cried ‘Run’ to us,” she said. ‘He cried “Run” twice,’ said Orlo.");
        let found: Vec<_> = text.quotes.iter().map(|q| (text.words(&q.tokens), q.words, q.within)).collect();
        assert_eq!(
            found,
            [("He cried ‘Run’ to us,", 5, None), ("Run", 1, Some(0)), ("He cried “Run” twice,", 4, None), ("Run", 1, Some(2)),]
        );
        let inner = text.tokens.iter().position(|t| &text.source[t.start..t.end] == "Run").expect("Run");
        assert_eq!((text.quote_of(inner), text.quote_of(inner + 3), text.quote_of(0)), (Some(1), Some(0), None));
    }

    #[test]
    fn a_quotation_of_two_paragraphs_is_two_that_belong_together() {
        let text = Text::new(None, "He said: ‘The dam broke. We ran.\n‘The soldiers’ boats were gone.’\nIt rained.");
        let found: Vec<_> = text.quotes.iter().map(|q| (text.words(&q.tokens), q.continues, q.closed)).collect();
        assert_eq!(found, [("The dam broke. We ran.", false, false), ("The soldiers’ boats were gone.", true, true)]);
        let text = Text::new(None, "\"The dam broke.\n\nAdvertisement\n\n\"We ran.\n\n\"It was dark,\" he said. \"Then light.\"");
        let found: Vec<_> = text.quotes.iter().map(|q| (text.words(&q.tokens), q.continues, q.closed)).collect();
        assert_eq!(
            found,
            [
                ("The dam broke.", false, false),
                ("We ran.", true, false),
                ("It was dark,", true, true),
                ("Then light.", false, true)
            ]
        );
    }

    #[test]
    fn a_quotation_may_go_on_without_a_mark_of_its_own() {
        let text = Text::new(None, "She said: “The dam broke.\nWe ran,” and wept. “Why?”\nRain fell.");
        let found: Vec<_> = text.quotes.iter().map(|q| (text.words(&q.tokens), q.continues, q.closed)).collect();
        assert_eq!(found, [("The dam broke.", false, false), ("We ran,", true, true), ("Why?", false, true)]);
    }

    #[test]
    fn an_open_quotation_ends_with_its_paragraph() {
        assert_eq!(quotes("“The dam broke, he said.\nIt rained for days."), ["The dam broke, he said."]);
        assert_eq!(quotes("He heard a 'crack and ran.\nIt rained."), Vec::<String>::new());
        assert_eq!(quotes("“” and ‘’"), Vec::<String>::new());
    }

    #[test]
    fn a_title_does_not_go_on_in_the_text() {
        let text = Text::new(Some("“We ran"), "“It fell,” she said.");
        assert_eq!(text.quotes.iter().map(|q| q.continues).collect::<Vec<_>>(), [false, false]);
    }

    #[test]
    fn words_tell_a_title_from_speech() {
        let text = Text::new(None, "The ‘safe zone’ was hit, “and we had nowhere to go,” she said.");
        assert_eq!(text.quotes.iter().map(|q| q.words).collect::<Vec<_>>(), [2, 6]);
    }
}
