//! Plain text for a terminal.

use super::Article;
use super::outline::{Body, Outline, Section};
use factbox_engine::Report;

/// Columns of running text; tables may be wider.
const WIDTH: usize = 92;
/// Before every line of a section.
const INDENT: &str = "  ";

/// A readable brief of one report.
pub fn text(report: &Report) -> String {
    let outline = Outline::new(report);
    let title = outline.title.clone();
    page(title.as_deref(), &outline)
}

/// Briefs of several reports, each under its name.
pub fn text_all(articles: &[Article]) -> String {
    let pages: Vec<_> = articles.iter().map(|a| page(Some(&super::wording::line(&a.name)), &Outline::new(&a.report))).collect();
    pages.join("\n\n")
}

fn page(title: Option<&str>, outline: &Outline) -> String {
    let mut text = String::new();
    if let Some(title) = title {
        text += &format!("{title}\n{}\n", "=".repeat(title.chars().count().min(WIDTH)));
    }
    text += &wrapped(&outline.headline, "", "");
    for Section { heading, body } in &outline.sections {
        text += &format!("\n{heading}\n");
        match body {
            Body::List(items) => text.extend(items.iter().map(|i| wrapped(i, "  - ", "    "))),
            Body::Table(columns, rows) => text += &table(columns, rows),
        }
    }
    text
}

/// Words in lines of at most [`WIDTH`] characters, the first after `first`, the others after `rest`.
fn wrapped(words: &str, first: &str, rest: &str) -> String {
    let mut lines = String::from(first);
    let mut used = first.chars().count();
    let mut fresh = true;
    for word in words.split(' ') {
        let length = word.chars().count();
        if !fresh && used + 1 + length > WIDTH {
            lines += "\n";
            lines += rest;
            used = rest.chars().count();
        } else if !fresh {
            lines.push(' ');
            used += 1;
        }
        lines += word;
        used += length;
        fresh = false;
    }
    lines + "\n"
}

/// Columns set apart by two spaces; a column with no words is left out.
fn table(columns: &[&str], rows: &[Vec<String>]) -> String {
    let filled: Vec<usize> = (0..columns.len()).filter(|&c| rows.iter().any(|r| !r[c].is_empty())).collect();
    let width = |c: usize| rows.iter().map(|r| r[c].chars().count()).chain([columns[c].chars().count()]).max().unwrap_or(0);
    let widths: Vec<usize> = filled.iter().map(|&c| width(c)).collect();
    let layout = |cells: Vec<&str>| {
        let padded = cells.iter().zip(&widths).map(|(cell, &w)| format!("{cell:w$}"));
        format!("{INDENT}{}", padded.collect::<Vec<_>>().join("  ")).trim_end().to_string() + "\n"
    };
    let mut text = layout(filled.iter().map(|&c| columns[c]).collect());
    text.extend(rows.iter().map(|row| layout(filled.iter().map(|&c| row[c].as_str()).collect())));
    text
}
