//! Site furniture: newsletter lines, calls to get in touch, captions and read-more links.
//!
//! A row of [`rows`] matches a whole line or a whole sentence, never a part of one; it is a pattern of words with
//! a line it must match and a line of news it must not.

mod pattern;
mod rows;

use super::{Sentence, Token, TokenKind, Tokens};
use crate::text::calendar::{is_month, is_short_month, is_weekday};
use pattern::{Part, Rule, rules};
use rows::{BYLINE_WORDS, CREDITS, HEADLINE_WORDS, PHOTO_AGENCIES, ROLES, STAMP_WORDS, Shape::*};

/// Longest furniture in tokens; what is longer is text.
const LONGEST: usize = 60;

/// Longest line that heads a list of links, in tokens.
const LINKS: usize = 6;

/// Most words that a `…` may pass over.
const GAP: usize = 14;

/// A byline that opens with the name stands this near the top, in lines.
const BYLINE_LINES: usize = 8;

/// Furniture among `sentences`: whole lines first, then single sentences. Ranges are ordered and disjoint, and each
/// is made of whole sentences. The title is never furniture.
pub(super) fn find(source: &str, body: usize, tokens: &[Token], lines: &[Tokens], sentences: &[Sentence]) -> Vec<Tokens> {
    let reader = Reader { source, tokens };
    let mut found = Vec::new();
    let mut at = 0;
    let mut body_lines = 0;
    // "Related stories:", and the headlines below it.
    let mut listing = false;
    for (paragraph, line) in lines.iter().enumerate() {
        let first = at;
        at += sentences[first..].iter().take_while(|s| s.paragraph == paragraph).count();
        if tokens[line.start].start < body {
            continue;
        }
        body_lines += 1;
        let byline_place = body_lines <= BYLINE_LINES && (body_lines > 1 || body > 0);
        let own = reader.is_line(line, byline_place);
        listing = if own { reader.opens_links(line) || listing && reader.is_link(line) } else { listing && reader.is_link(line) };
        if own || listing {
            found.push(line.clone());
        } else {
            found.extend(sentences[first..at].iter().map(|s| s.tokens.clone()).filter(|s| reader.is_sentence(s)));
        }
    }
    found
}

struct Reader<'t> {
    source: &'t str,
    tokens: &'t [Token],
}

impl Reader<'_> {
    fn word(&self, i: usize) -> &str {
        &self.source[self.tokens[i].start..self.tokens[i].end]
    }

    /// The first letter or digit of `range`; a mark where it has none.
    fn head(&self, mut range: Tokens) -> char {
        let first = range.clone().find(|&i| self.tokens[i].kind != TokenKind::Mark).or(range.next());
        first.and_then(|i| self.word(i).chars().next()).unwrap_or(' ')
    }

    fn is_line(&self, line: &Tokens, byline_place: bool) -> bool {
        if line.len() > LONGEST {
            return false;
        }
        let head = self.head(line.clone());
        let mut rules = rules().iter().filter(|r| r.row.shape == Line && r.row.may_begin(head));
        self.only_marks(line.clone())
            || rules.any(|r| self.matches(r, line))
            || self.is_stamp(line)
            || self.is_handles(line)
            || self.is_byline(line)
            || (byline_place && self.is_name_in_place(line))
            || self.ends_in_credit(line)
    }

    fn is_sentence(&self, sentence: &Tokens) -> bool {
        let head = self.head(sentence.clone());
        let mut rules = rules().iter().filter(|r| r.row.shape == End || (r.row.shape == Start && r.row.may_begin(head)));
        // Somebody who is quoted as saying so is no furniture.
        let quoted = self.word(sentence.start).starts_with(['‘', '“', '"', '\'', '«', '„']);
        !quoted && sentence.len() <= LONGEST && rules.any(|r| self.matches(r, sentence))
    }

    /// "Related stories:", "You may also like": the lines below are headlines of other pages.
    fn opens_links(&self, line: &Tokens) -> bool {
        let first = self.word(line.start).to_lowercase();
        let second = if line.len() > 1 { self.word(line.start + 1).to_lowercase() } else { String::new() };
        let related = matches!(first.as_str(), "related" | "recommended" | "trending" | "popular");
        let more = first == "more" && second == "stories"
            || first == "most"
            || first == "you" && matches!(second.as_str(), "may" | "might");
        (related || more) && line.len() <= LINKS
    }

    /// A bullet or a headline: a line without a stop at its end.
    fn is_link(&self, line: &Tokens) -> bool {
        let last = line.clone().last().map_or("", |i| self.word(i));
        let bullet = matches!(self.word(line.start), "-" | "–" | "•" | "*" | "●" | "▪");
        line.len() <= LONGEST && (bullet || !matches!(last, "." | "!" | "?" | "”" | "\"" | "…" | ":"))
    }

    fn matches(&self, rule: &Rule, range: &Tokens) -> bool {
        let parts = &rule.parts;
        match rule.row.shape {
            Line => self.follow(parts, range.clone()).is_some_and(|rest| self.only_marks(rest)),
            Start => self.follow(parts, range.clone()).is_some(),
            End => {
                // The last word tells nearly always that the rest need not be tried, and the pattern is short.
                let last = range.clone().rev().find(|&i| self.tokens[i].kind != TokenKind::Mark);
                if !last.is_some_and(|i| parts.iter().rev().take(2).any(|part| self.fits(i, part))) {
                    return false;
                }
                let first = range.end.saturating_sub(parts.len() + 3).max(range.start);
                (first..range.end).any(|s| self.follow(parts, s..range.end).is_some_and(|rest| self.only_marks(rest)))
            }
        }
    }

    fn only_marks(&self, mut range: Tokens) -> bool {
        range.all(|i| self.tokens[i].kind == TokenKind::Mark)
    }

    /// What is left of `range` behind the pattern, where `range` begins with it.
    fn follow(&self, parts: &[Part], range: Tokens) -> Option<Tokens> {
        let mut at = range.start;
        let mut parts = parts.iter();
        while let Some(part) = parts.next() {
            if part.is_gap() {
                let Some(next) = parts.next() else {
                    return Some(range.end..range.end);
                };
                let end = range.end.min(at + GAP);
                at = (at..end).find(|&i| self.fits(i, next))? + 1;
                continue;
            }
            // What is optional follows at once; marks are passed over only on the way to what must come.
            let here = if part.optional { Some(at) } else { (at..range.end).find(|&i| !self.is_passed_over(i, part)) };
            match here {
                Some(i) if i < range.end && self.fits(i, part) => at = i + 1,
                _ if part.optional => {}
                _ => return None,
            }
        }
        Some(at..range.end)
    }

    fn is_passed_over(&self, i: usize, part: &Part) -> bool {
        self.tokens[i].kind == TokenKind::Mark && !(part.wants_mark && self.fits(i, part))
    }

    fn fits(&self, i: usize, part: &Part) -> bool {
        let (token, word) = (&self.tokens[i], self.word(i));
        part.words.iter().any(|p| match *p {
            "#" => word.starts_with(|c: char| c.is_ascii_digit()),
            "^" => token.kind == TokenKind::Word && token.capital,
            p => p.eq_ignore_ascii_case(word),
        })
    }

    /// The time stamp of a live blog, alone on its line: "14:32", "14.32 GMT", "2h ago", "10:05 EST - Updated 10:40"; or
    /// that of an article, "Updated 24 January 2026".
    fn is_stamp(&self, line: &Tokens) -> bool {
        const LONGEST: usize = 14;
        let clock = |w: &str| {
            w.starts_with(|c: char| c.is_ascii_digit())
                && (w.contains(':') || w.contains('.') || w.ends_with('m') || w.ends_with('M') || w.ends_with('h'))
        };
        let heads = ["published", "updated", "posted", "modified"];
        let is = |list: &[&str], w: &str| list.iter().any(|l| l.eq_ignore_ascii_case(w));
        let headed = is(&heads, self.word(line.start));
        line.len() <= LONGEST
            && line.clone().any(|i| clock(self.word(i)) || (headed && self.tokens[i].kind == TokenKind::Number))
            && line.clone().all(|i| {
                let (kind, word) = (self.tokens[i].kind, self.word(i));
                let dated = headed && (kind == TokenKind::Number || is_calendar(word));
                kind == TokenKind::Mark || clock(word) || is(STAMP_WORDS, word) || is(&heads, word) || dated
            })
    }

    /// Nothing but handles, addresses and the names of networks: "@inesvale", "Twitter: @inesvale", "www.kelm.example".
    fn is_handles(&self, line: &Tokens) -> bool {
        const NETWORKS: &[&str] =
            &["twitter", "x", "instagram", "facebook", "telegram", "bluesky", "email", "e-mail", "follow", "and"];
        if line.len() > LONGEST {
            return false;
        }
        let bytes = self.tokens[line.start].start..self.tokens[line.end - 1].end;
        let words = || self.source[bytes.clone()].split_whitespace();
        let address = |w: &str| {
            (w.len() > 2 && w.contains('@') && !w.ends_with('@'))
                || w.starts_with("http://")
                || w.starts_with("https://")
                || w.starts_with("www.")
        };
        let network = |w: &str| NETWORKS.iter().any(|n| n.eq_ignore_ascii_case(w.trim_matches([':', '|', ',', '-'])));
        words().any(address) && words().all(|w| address(w) || network(w) || w.chars().all(|c| !c.is_alphanumeric()))
    }

    /// "By Ines Vale and Tom Roe, Defence Editor": a line that opens with By, holds two names at least and no sentence.
    fn is_byline(&self, line: &Tokens) -> bool {
        const LONGEST: usize = 22;
        let named = line.len() >= 3 && line.len() <= LONGEST && self.word(line.start).eq_ignore_ascii_case("by");
        let first = line.start + 1;
        // "By Ines Vale | Updated 4 January": the stamp is not part of the names.
        let bar = line.clone().find(|&i| self.word(i) == "|" && i + 1 < line.end && self.is_stamp(&(i + 1..line.end)));
        let line = line.start..bar.unwrap_or(line.end);
        named
            && first < line.end
            && match self.word(first).to_ascii_lowercase().as_str() {
                "our" | "staff" => self.is_names(&(first + 1..line.end)) || self.staff(first + 1..line.end),
                _ => self.tokens[first].capital && self.is_names(&(first..line.end)),
            }
    }

    /// "Ines Vale in Kelm", "Ines Vale and Tom Roe in Kelm and agencies", "Ines Vale, Kelm Correspondent": not "Drone Strike in Kelm".
    fn is_name_in_place(&self, line: &Tokens) -> bool {
        const LONGEST: usize = 12;
        if !(4..=LONGEST).contains(&line.len()) {
            return false;
        }
        let place = line.clone().find(|&i| self.word(i) == "in");
        let placed = place.is_some_and(|i| (2..=6).contains(&(i - line.start)) && i + 1 < line.end && self.tokens[i + 1].capital);
        let is_role = |i: usize| ROLES.iter().any(|r| r.eq_ignore_ascii_case(self.word(i)));
        let role = line.clone().any(is_role) && line.clone().any(|i| self.word(i) == ",");
        (placed || role) && self.tokens[line.start].capital && self.tokens[line.start + 1].capital && self.is_names(line)
    }

    /// "our Kelm staff", "our foreign correspondent".
    fn staff(&self, mut range: Tokens) -> bool {
        let role = |w: &str| ROLES.iter().any(|r| r.eq_ignore_ascii_case(w));
        !range.is_empty()
            && role(self.word(range.end - 1))
            && range.all(|i| self.tokens[i].capital || BYLINE_WORDS.contains(&self.word(i)) || role(self.word(i)))
    }

    /// Names, commas and the small words of bylines, and none of the words of headlines.
    fn is_names(&self, range: &Tokens) -> bool {
        let mut capitals = 0;
        for i in range.clone() {
            let (token, word) = (&self.tokens[i], self.word(i));
            let fits = match token.kind {
                TokenKind::Mark => matches!(word, "," | "|" | "." | "-" | "–" | "/" | "&" | ";" | "•"),
                TokenKind::Word if token.capital => {
                    capitals += 1;
                    !HEADLINE_WORDS.iter().any(|h| h.eq_ignore_ascii_case(word)) && !is_calendar(word)
                }
                TokenKind::Word => BYLINE_WORDS.contains(&word),
                _ => false,
            };
            if !fits {
                return false;
            }
        }
        capitals >= 2
    }

    /// A caption that ends in its credit: "Smoke above the port (Image: Kelm Press)".
    fn ends_in_credit(&self, line: &Tokens) -> bool {
        let last = line.end - 1;
        let close = if matches!(self.word(last), ")" | "]") {
            last
        } else if last > line.start && matches!(self.word(last - 1), ")" | "]") && self.word(last) == "." {
            last - 1
        } else {
            return false;
        };
        let Some(open) = (line.start..close).rev().find(|&i| matches!(self.word(i), "(" | "[")) else {
            return false;
        };
        let is = |list: &[&str], i: usize| list.iter().any(|c| c.eq_ignore_ascii_case(self.word(i)));
        let credit = open + 2 < close && is(CREDITS, open + 1) && matches!(self.word(open + 2), ":" | "by" | "/");
        let agency = open + 2 < close
            && is(PHOTO_AGENCIES, open + 1)
            && (self.word(open + 2) == "/" || is(CREDITS, open + 2) || is(&["images"], open + 2));
        credit || agency
    }
}

/// "By Friday" is a time.
fn is_calendar(word: &str) -> bool {
    const OTHERS: &[&str] =
        &["mon", "tue", "wed", "thu", "fri", "sat", "sun", "christmas", "easter", "ramadan", "eid", "noon", "midnight"];
    let lower = word.to_ascii_lowercase();
    let key = lower.as_str();
    // "By Mar …" may be somebody's name.
    is_weekday(key) || is_month(key) || is_short_month(key) && key != "mar" || OTHERS.contains(&key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    /// The furniture of an article whose third line is `line`.
    fn skipped(line: &str) -> Vec<String> {
        let text = Text::new(None, &format!("Two houses burnt down in Kelm on Monday.\n\n{line}\n\nRain put out the fire."));
        text.furniture.iter().map(|f| text.words(f).to_string()).collect()
    }

    #[test]
    fn every_row_matches_its_yes_and_no_row_its_no() {
        let mut wrong = Vec::new();
        for rule in rules() {
            let row = rule.row;
            let text = Text::new(None, row.yes);
            let reader = Reader { source: &text.source, tokens: &text.tokens };
            let all = 0..text.tokens.len();
            let mut parts = text.sentences.iter().map(|s| s.tokens.clone()).chain(text.furniture.iter().cloned());
            if !(if row.shape == Line { reader.matches(rule, &all) } else { parts.any(|s| reader.matches(rule, &s)) }) {
                wrong.push(format!("“{}” does not match “{}”", row.pattern, row.yes));
            }
            if !skipped(row.no).is_empty() {
                wrong.push(format!("“{}” is no furniture", row.no));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn lines_of_the_newsroom_are_furniture() {
        for line in [
            "By Ines Vale",
            "By Ines Vale and Tom Roe, Defence Editor",
            "BY INES VALE",
            "By our Kelm staff",
            "By Ines Vale | Published Jan. 3, 2026 | Updated 4:05 p.m. ET",
            "Updated 4:05 p.m. ET, January 3, 2026",
            "* * *",
            "Ines Vale in Kelm",
            "Ines Vale, Kelm Correspondent",
            "Ines Vale in Kelm and Tom Roe in Orlo",
            "14:32",
            "14.32 GMT",
            "2h ago",
            "10:05 EST - Updated 10:40 EST",
            "@inesvale",
            "Twitter: @inesvale",
            "https://kelm.example/news",
            "Smoke above the port of Kelm, where a depot burnt (Image: Kelm Press)",
            "Men carry sandbags along the river. (AP Photo/Ines Vale)",
        ] {
            assert_eq!(skipped(line), [line], "{line}");
        }
    }

    #[test]
    fn lines_that_carry_news_are_none() {
        for line in [
            "By Friday the army had left Kelm.",
            "By Friday, Two Dead",
            "By midnight five houses had burnt.",
            "Drone Strike in Kelm",
            "Two Dead in Kelm",
            "Car Bomb Kills Mayor in Kelm",
            "14:32 Two blasts were heard in Kelm",
            "At 14:32 GMT the siren began",
            "12",
            "@inesvale said the bridge was down.",
            "Two people died (one in Kelm)",
            "The army said the toll was five (Reuters)",
            "The photo: a boy in the ruins",
            "‘Get in touch with us,’ the kidnappers wrote.",
            "Sixteen people were hurt, the ministry said in an email.",
        ] {
            assert_eq!(skipped(line), Vec::<String>::new(), "{line}");
        }
    }

    #[test]
    fn furniture_leaves_the_news_of_its_line_alone() {
        let line = "The dead were two miners. Get in touch with the Kelm desk at news@kelm.example.";
        assert_eq!(skipped(line), ["Get in touch with the Kelm desk at news@kelm.example."]);
        let line = "Read more: Mine owner held. The mine reopened on Tuesday.";
        assert_eq!(skipped(line), ["Read more: Mine owner held."]);
    }

    #[test]
    fn headlines_below_related_stories_are_furniture() {
        let text = Text::new(
            None,
            "A fire hurt four officers in Kelm.\n\nRelated Stories:\n- Woman accused of shooting 2 and killing 1 in Norvia\n- Man struck \
             and killed by car\n\nThe cause of the fire is not known.",
        );
        let kept: Vec<&str> = text.sentences.iter().map(|s| text.words(&s.tokens)).collect();
        assert_eq!(kept, ["A fire hurt four officers in Kelm.", "The cause of the fire is not known."]);
    }

    #[test]
    fn a_first_line_that_looks_like_a_name_in_a_place_is_kept() {
        assert!(Text::new(None, "Grim Dawn in Kelm\n\nTwo houses burnt down.").furniture.is_empty());
    }
}
