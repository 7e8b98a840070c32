//! Markdown (CommonMark with GitHub's tables).

use super::Article;
use super::outline::{Body, Outline, Section};
use factbox_engine::Report;

/// Heading of an article without a title.
const UNTITLED: &str = "Article";
/// Characters that Markdown may take for its own anywhere in a line.
const SPECIAL: [char; 13] = ['\\', '`', '*', '_', '[', ']', '<', '>', '|', '#', '&', '~', '$'];

/// One report.
pub fn markdown(report: &Report) -> String {
    let outline = Outline::new(report);
    page(outline.title.as_deref().unwrap_or(UNTITLED), &outline)
}

/// Several reports, each under its name.
pub fn markdown_all(articles: &[Article]) -> String {
    articles.iter().map(|a| page(&super::wording::line(&a.name), &Outline::new(&a.report))).collect::<Vec<_>>().join("\n")
}

fn page(title: &str, outline: &Outline) -> String {
    let mut text = format!("# {}\n\n**{}**\n", escaped(title), escaped(&outline.headline));
    for Section { heading, body } in &outline.sections {
        text += &format!("\n## {heading}\n\n");
        match body {
            Body::List(items) => text.extend(items.iter().map(|i| format!("- {}\n", escaped(i)))),
            Body::Table(columns, rows) => {
                text += &row(columns.iter().map(|c| (*c).to_string()));
                text += &row(columns.iter().map(|_| "---".to_string()));
                text.extend(rows.iter().map(|cells| row(cells.iter().map(|c| escaped(c)))));
            }
        }
    }
    text
}

fn row(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
}

/// Words that Markdown shows as they are.
fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    let marker = words.find(|c: char| !c.is_ascii_digit()).filter(|&at| opens_list(&words[at..], at));
    for (at, c) in words.char_indices() {
        if SPECIAL.contains(&c) || marker == Some(at) {
            text.push('\\');
        }
        text.push(c);
    }
    text
}

/// Whether a line would open a list or a rule with `rest`, which stands after `digits` digits.
fn opens_list(rest: &str, digits: usize) -> bool {
    if digits == 0 { rest.starts_with(['-', '+', '=']) } else { rest.starts_with(['.', ')']) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        for (words, expected) in [
            ("a <b> & [c](d) | e_f", r"a \<b\> \& \[c\](d) \| e\_f"),
            ("1. one", r"1\. one"),
            ("19.5 km", r"19\.5 km"),
            ("- x - y", r"\- x - y"),
            ("about 19.5 km", "about 19.5 km"),
            ("", ""),
        ] {
            assert_eq!(escaped(words), expected);
        }
    }
}
