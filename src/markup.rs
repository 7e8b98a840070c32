//! Takes the text out of HTML source that somebody pasted as text. Plain prose passes unchanged, `<` and all.

use std::borrow::Cow;

/// Elements whose content is no text of the article.
pub(crate) const DROPPED: &[&str] =
    &["script", "style", "head", "template", "noscript", "svg", "iframe", "nav", "footer", "form", "button", "select"];
/// Elements that end a line.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];
/// Elements that are seen inside lines; with [`BLOCKS`] and [`DROPPED`] they tell markup from prose.
const INLINE: &[&str] =
    &["a", "abbr", "b", "cite", "code", "em", "i", "img", "mark", "q", "small", "span", "strong", "sub", "sup", "time", "u"];
/// A text is taken for HTML source from this many known tags on.
const TAGS_OF_MARKUP: usize = 2;
/// Named character references that news pages use; the rest stay as written.
const ENTITIES: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("ndash", "–"),
    ("mdash", "—"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("hellip", "…"),
    ("middot", "·"),
    ("bull", "•"),
    ("deg", "°"),
    ("eacute", "é"),
    ("egrave", "è"),
    ("aacute", "á"),
    ("iacute", "í"),
    ("oacute", "ó"),
    ("uacute", "ú"),
    ("ouml", "ö"),
    ("uuml", "ü"),
    ("auml", "ä"),
    ("ccedil", "ç"),
    ("ntilde", "ñ"),
    ("shy", ""),
    ("euro", "€"),
    ("pound", "£"),
];
/// The longest reference that is looked up, in bytes.
const LONGEST_ENTITY: usize = 10;

/// The text of `source`: `source` itself where it is prose, its visible text where it is HTML.
pub fn text_of(source: &str) -> Cow<'_, str> {
    if is_markup(source) { Cow::Owned(strip(source)) } else { Cow::Borrowed(source) }
}

/// How deep the elements of a source nest at most, elements that never close counted as open to the end.
pub fn depth(source: &str) -> usize {
    let (mut open, mut deepest) = (0usize, 0);
    for tag in Tags(source, 0).filter(|t| !t.empty) {
        open = if tag.closes { open.saturating_sub(1) } else { open + 1 };
        deepest = deepest.max(open);
    }
    deepest
}

/// True where the source holds enough known tags to be HTML.
fn is_markup(source: &str) -> bool {
    let known = |tag: &Tag| [DROPPED, BLOCKS, INLINE].iter().any(|list| list.contains(&tag.name.as_str()));
    let start = source.trim_start();
    start.get(..9).is_some_and(|s| s.eq_ignore_ascii_case("<!doctype"))
        || Tags(source, 0).filter(known).take(TAGS_OF_MARKUP).count() >= TAGS_OF_MARKUP
}

fn strip(source: &str) -> String {
    let mut out = Lines::default();
    let mut at = 0;
    let mut dropped: Option<String> = None;
    let mut last_close = [None; DROPPED.len()];
    for tag in Tags(source, 0) {
        if let Some(name) = &dropped {
            if tag.closes && tag.name == *name {
                dropped = None;
            }
            at = tag.end;
            continue;
        }
        out.push(&decode(&source[at..tag.start]));
        at = tag.end;
        let hidden = DROPPED.iter().position(|name| *name == tag.name).filter(|_| !tag.closes && !tag.empty);
        if let Some(i) = hidden {
            // An element that never closes hides nothing: a page cut off in the middle still shows its text.
            if tag.end <= *last_close[i].get_or_insert_with(|| last_closing_tag(source, DROPPED[i])) {
                dropped = Some(tag.name);
            }
        } else if BLOCKS.contains(&tag.name.as_str()) {
            out.end_line();
        }
    }
    if dropped.is_none() {
        out.push(&decode(&source[at..]));
    }
    out.finish()
}

/// Byte where the last closing tag of an element begins; 0 where there is none.
fn last_closing_tag(source: &str, name: &str) -> usize {
    let close = format!("</{name}");
    source.as_bytes().windows(close.len()).rposition(|w| w.eq_ignore_ascii_case(close.as_bytes())).unwrap_or(0)
}

struct Tag {
    name: String,
    closes: bool,
    empty: bool,
    start: usize,
    end: usize,
}

/// Tags and comments of a source, in order; a comment is a tag without a name.
struct Tags<'a>(&'a str, usize);

impl Iterator for Tags<'_> {
    type Item = Tag;

    fn next(&mut self) -> Option<Tag> {
        loop {
            let start = self.1 + self.0[self.1..].find('<')?;
            let rest = &self.0[start + 1..];
            let nameless = |end: usize| Tag { name: String::new(), closes: false, empty: true, start, end };
            if let Some(comment) = rest.strip_prefix("!--") {
                let end = comment.find("-->").map_or(self.0.len(), |n| start + 4 + n + 3);
                self.1 = end;
                return Some(nameless(end));
            }
            let closes = rest.starts_with('/');
            let body = if closes { &rest[1..] } else { rest };
            let declares = body.starts_with(['!', '?']);
            let name: String = body.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
            let begins_tag = declares || name.starts_with(|c: char| c.is_ascii_alphabetic());
            let after = body[name.len()..].chars().next();
            let ends_name = declares || after.is_some_and(|c| c == '>' || c == '/' || c.is_ascii_whitespace());
            match (begins_tag && ends_name).then(|| tag_end(rest)).flatten() {
                Some(length) => {
                    self.1 = start + 1 + length;
                    let empty = rest[..length].ends_with("/>");
                    return Some(if declares {
                        nameless(self.1)
                    } else {
                        Tag { name: name.to_ascii_lowercase(), closes, empty, start, end: self.1 }
                    });
                }
                None => self.1 = start + 1,
            }
        }
    }
}

/// Longest tag, in bytes: bounds the search for its end, so that time stays linear.
const LONGEST_TAG: usize = 10_000;

/// Bytes up to and with the `>` that ends a tag, quoted attribute values skipped.
fn tag_end(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (i, byte) in rest.bytes().enumerate().take(LONGEST_TAG) {
        match (quote, byte) {
            (None, b'>') => return Some(i + 1),
            (None, b'<') => return None,
            (None, b'"' | b'\'') if rest.as_bytes()[i.saturating_sub(1)] == b'=' => quote = Some(byte),
            (Some(q), b) if b == q => quote = None,
            _ => {}
        }
    }
    None
}

fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let semicolon = rest.bytes().take(LONGEST_ENTITY).position(|b| b == b';');
        match semicolon.and_then(|end| entity(&rest[..end]).map(|s| (s, end))) {
            Some((decoded, end)) => {
                out.push_str(&decoded);
                rest = &rest[end + 1..];
            }
            None => out.push('&'),
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn entity(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| !c.is_control() || c.is_whitespace()).map(String::from);
    }
    ENTITIES.iter().find(|(key, _)| *key == name).map(|(_, text)| text.to_string())
}

/// Text with white space run together and one paragraph a line.
#[derive(Default)]
struct Lines {
    out: String,
    gap: bool,
}

impl Lines {
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() {
                self.gap = true;
                continue;
            }
            if self.gap && !self.out.is_empty() && !self.out.ends_with('\n') {
                self.out.push(' ');
            }
            self.gap = false;
            self.out.push(c);
        }
    }

    fn end_line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        self.gap = false;
    }

    fn finish(self) -> String {
        self.out.trim_end().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_passes_unchanged() {
        for text in [
            "",
            "5 < 7 and 8 > 3",
            "He wrote <unreadable> twice.",
            "a <b",
            "Tom & Jerry &amp; co",
            "Дощ <3 🚑",
            "<",
            "<p",
            "He <em>said so.",
        ] {
            assert_eq!(text_of(text), text);
        }
    }

    #[test]
    fn html_gives_its_visible_text_a_paragraph_a_line() {
        let html = "<!DOCTYPE html><html><head><title>x</title><script>if (a<b) {}</script></head><body>\n<p class=\"a>b\">Two\n  people <b>died</b>.</p><!-- <p>no</p> --><p>It&rsquo;s 5&nbsp;km &#8211; far<br/>away</p></body>";
        assert_eq!(text_of(html), "Two people died.\nIt’s 5 km – far\naway");
    }

    #[test]
    fn words_that_touch_a_tag_keep_their_spaces() {
        assert_eq!(text_of("<p>In <a href='/x'>Sumy</a>, two <i>were</i> hurt.</p>"), "In Sumy, two were hurt.");
    }

    #[test]
    fn what_a_page_does_not_show_is_dropped() {
        assert_eq!(text_of("<nav>Home</nav><p>News.</p><STYLE>p{}</Style><p>More.</p>"), "News.\nMore.");
    }

    #[test]
    fn broken_markup_loses_no_text() {
        assert_eq!(text_of("<p>One<p>Two <script>unclosed"), "One\nTwo unclosed");
        assert_eq!(text_of("<p>1 < 2</p><p>a &bogus; b &#xD800; c</p>"), "1 < 2\na &bogus; b &#xD800; c");
        assert_eq!(text_of("<p>One</p><p title=\"never closed"), "One\n<p title=\"never closed");
    }

    #[test]
    fn a_word_with_an_apostrophe_in_a_tag_does_not_swallow_the_page() {
        assert_eq!(text_of("<p data-a=it's>One</p><p>Two</p>"), "One\nTwo");
    }
}
