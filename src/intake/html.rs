//! A web page as an article: headline, day and the text of its story. Scripts, navigation, captions, comments and links to
//! other stories are told by structure and left.

use super::{Intake, paragraphs};
use crate::markup::{self, DROPPED};
use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node, Selector};

/// Elements that hold no text of the story, besides those that never hold any.
const LEFT: &[&str] = &["aside", "figure", "figcaption", "video", "audio", "dialog", "menu"];
/// Words in the class, id or role of an element that holds no text of the story.
const LEFT_NAMES: &[&str] = &[
    "ad",
    "advert",
    "advertisement",
    "breadcrumb",
    "breadcrumbs",
    "caption",
    "comment",
    "comments",
    "complementary",
    "cookie",
    "navigation",
    "newsletter",
    "paywall",
    "promo",
    "recommended",
    "related",
    "share",
    "sharing",
    "social",
    "subscribe",
    "teaser",
];
/// Elements within a line; every other one ends it.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small", "span",
    "strong", "sub", "sup", "time", "u", "wbr",
];
/// Where the story stands, the surest first.
const STORY: [&str; 4] = ["[itemprop=articleBody]", "article", "main", "body"];
/// Text that a story has at least, bytes; less is a teaser.
const SHORTEST_STORY: usize = 200;
/// Pages that nest deeper are only freed of their tags: the parser's time grows with the square of the depth. Tags that need no end (`<p>`, `<br>`, `<img>`) count as nested, so this is far above what pages have.
const DEEPEST: usize = 4_000;

/// The story of a page.
pub fn article(source: &str) -> Intake {
    if markup::depth(source) > DEEPEST {
        return Intake { text: markup::text_of(source).into_owned(), ..Intake::default() };
    }
    let page = Html::parse_document(source);
    let found = STORY.iter().flat_map(|selector| longest(&page, selector));
    let mut text = String::new();
    for story in found {
        text = story;
        if text.len() >= SHORTEST_STORY {
            break;
        }
    }
    Intake { title: title(&page), published: published(&page), text }
}

/// True where the source has parts that are left: then its story is worth taking apart from the rest.
pub fn has_furniture(source: &str) -> bool {
    let lower = source.to_ascii_lowercase();
    [DROPPED, LEFT].concat().iter().any(|name| lower.contains(&format!("<{name}")))
}

fn select<'a>(page: &'a Html, selector: &str) -> Option<ElementRef<'a>> {
    page.select(&Selector::parse(selector).ok()?).next()
}

/// The longest story among the elements that a selector finds.
fn longest(page: &Html, selector: &str) -> Option<String> {
    let selector = Selector::parse(selector).ok()?;
    page.select(&selector).take(20).map(story).max_by_key(String::len)
}

fn story(root: ElementRef) -> String {
    let mut lines = vec![String::new()];
    let mut left = None;
    for edge in root.traverse() {
        let (node, opens) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        if let Some(hidden) = left {
            if !opens && node.id() == hidden {
                left = None;
            }
            continue;
        }
        match node.value() {
            Node::Text(words) if opens => lines.last_mut().into_iter().for_each(|l| l.push_str(words)),
            Node::Element(tag) if !INLINE.contains(&tag.name()) => lines.push(String::new()),
            _ => {}
        }
        if opens && node.id() != root.id() && ElementRef::wrap(node).is_some_and(is_left) {
            left = Some(node.id());
        }
    }
    paragraphs(lines.iter().map(String::as_str))
}

fn is_left(element: ElementRef) -> bool {
    let tag = element.value();
    let named = |name: &str| {
        let words = tag.attr(name).unwrap_or_default().split(|c: char| !c.is_alphanumeric());
        words.into_iter().any(|word| LEFT_NAMES.iter().any(|left| word.eq_ignore_ascii_case(left)))
    };
    let hidden = tag.attr("hidden").is_some() || tag.attr("aria-hidden") == Some("true");
    [DROPPED, LEFT].iter().any(|list| list.contains(&tag.name())) || hidden || ["class", "id", "role"].into_iter().any(named)
}

fn title(page: &Html) -> Option<String> {
    let meta = select(page, "meta[property='og:title']").and_then(|m| m.value().attr("content").map(String::from));
    let shown = |selector: &str| select(page, selector).map(|h| h.text().collect::<String>());
    let title = shown("article h1").or_else(|| shown("h1")).or(meta).or_else(|| shown("title"))?;
    Some(title.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|t| !t.is_empty())
}

/// The day on which the page says that it was published; never the day of a change.
fn published(page: &Html) -> Option<String> {
    let attr = |selector: &str, name: &str| select(page, selector).and_then(|e| e.value().attr(name).map(String::from));
    let stated = attr("meta[property='article:published_time']", "content")
        .or_else(|| attr("meta[itemprop='datePublished']", "content"))
        .or_else(|| attr("meta[name='date']", "content"))
        .or_else(|| attr("time[datetime]", "datetime"))?;
    let day = stated.get(..10)?;
    day.parse::<factbox_engine::Day>().ok().map(|_| day.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!doctype html><html><head><title>Two die in Brod | The Paper</title>
        <meta property="article:published_time" content="2026-01-24T06:00:00Z"><style>p{}</style></head>
        <body><nav>Home World <a href=x>Sport: nine killed it</a></nav><main><article><h1>Two die in <em>Brod</em></h1>
        <figure><img alt="40 dead"><figcaption>A shelter where 40 died in 1993</figcaption></figure>
        <p>Two people were killed in Brod on Friday when a shell struck a bakery near the market, the mayor said in a statement.</p>
        <div class="related-stories"><p>Seven killed in Kelm</p></div>
        <p>Three more were wounded and taken to hospital in the regional capital, where doctors said all of them were out of danger.</p>
        <aside>Sign up</aside></article><section id="comments"><p>I lost 5 friends</p></section></main>
        <footer>© 2026</footer><script>document.write("99 killed")</script></body></html>"#;

    #[test]
    fn the_story_without_what_stands_around_it() {
        let intake = article(PAGE);
        assert_eq!(intake.title.as_deref(), Some("Two die in Brod"));
        assert_eq!(intake.published.as_deref(), Some("2026-01-24"));
        assert!(intake.text.starts_with("Two die in Brod\n\nTwo people were killed"), "{}", intake.text);
        assert!(intake.text.ends_with("out of danger."), "{}", intake.text);
        for left in ["nine", "40", "Seven", "Sign up", "5 friends", "99", "©"] {
            assert!(!intake.text.contains(left), "{left}");
        }
    }

    #[test]
    fn a_fragment_keeps_all_its_text() {
        assert_eq!(article("<p>Two died.</p><p>In <b>Brod</b>.</p>").text, "Two died.\n\nIn Brod.");
    }

    #[test]
    fn a_tower_of_tags_does_not_bring_the_reader_down() {
        let tower = "<div>".repeat(100_000) + "Two died.";
        assert_eq!(article(&tower).text, "Two died.");
    }
}
