//! Markdown as an article: its text without the marks.

use super::{Intake, paragraphs};
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

/// Text of the blocks; a heading of the first level at the top is the headline. Code and raw HTML are no text.
pub fn article(source: &str) -> Intake {
    let mut blocks: Vec<String> = vec![String::new()];
    let mut title = None;
    let (mut in_title, mut hidden) = (false, 0u32);
    for event in Parser::new(source) {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::Image { .. } | Tag::HtmlBlock) => hidden += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::Image | TagEnd::HtmlBlock) => hidden -= 1,
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => {
                in_title = title.is_none() && blocks.iter().all(|b| b.trim().is_empty());
                blocks.push(String::new());
            }
            Event::End(TagEnd::Heading(HeadingLevel::H1)) if in_title => {
                (title, in_title) = (blocks.pop(), false);
                blocks.push(String::new());
            }
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) | Event::Start(Tag::Item) => {
                blocks.push(String::new())
            }
            Event::Text(words) | Event::Code(words) if hidden == 0 => {
                blocks.last_mut().into_iter().for_each(|b| b.push_str(&words))
            }
            Event::SoftBreak | Event::HardBreak => blocks.last_mut().into_iter().for_each(|b| b.push(' ')),
            _ => {}
        }
    }
    Intake { title, published: None, text: paragraphs(blocks.iter().map(String::as_str)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        let intake = article(
            "# Two die\n\nTwo **people** [died](https://example.org) in\nBrod.\n\n- One in *Kelm*\n- none else\n\n```\nkilled 9\n```\n",
        );
        assert_eq!(intake.title.as_deref(), Some("Two die"));
        assert_eq!(intake.text, "Two people died in Brod.\n\nOne in Kelm\n\nnone else");
    }
}
