//! An answer of the engine, with what the page must know of how it came about.

use crate::facts::{fact_count, is_bare};
use crate::wire::Request;
use crate::words;
use factbox_engine::Report;
use factbox_engine::report::PublishedFrom;
use serde::{Deserialize, Serialize};

/// What the frame of the page must know of a report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gist {
    /// Number of facts, as the status line counts them.
    pub facts: usize,
    /// Number of places.
    pub places: usize,
    /// The text's language, BCP 47.
    pub language: String,
}

impl Gist {
    /// That of a report.
    pub fn of(report: &Report) -> Gist {
        Gist { facts: fact_count(report), places: report.places.len(), language: report.article.language.clone() }
    }
}

/// An answer without its report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    /// What was asked.
    pub request: Request,
    /// What the report holds.
    pub gist: Gist,
    /// True where relative dates hang on an assumed day of publication.
    pub assumed: bool,
    /// False where the reader had no gazetteer.
    pub places: bool,
    /// True for the invented sample.
    pub sample: bool,
    /// True where the reader wants the text read as if it were English.
    pub any_language: bool,
}

impl Answered {
    /// True where the text is in a language that is not read, and the reader did not want it read all the same.
    pub fn is_unread(&self) -> bool {
        !self.any_language && is_other(&self.gist.language)
    }

    /// The answer with its report; nothing stays of what rules for English have found in a text that is not.
    pub fn with(self, report: Report) -> Answer {
        let unread = self.is_unread();
        let report = if unread { Report { article: report.article, ..Report::default() } } else { report };
        Answer { request: self.request, report, assumed: self.assumed, places: self.places, sample: self.sample, unread }
    }
}

/// True for the tag of a language that is known and not English.
fn is_other(tag: &str) -> bool {
    !matches!(tag.split('-').next().unwrap_or(tag), "en" | "und" | "")
}

/// An article and what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// What was asked; the report's offsets count in its text.
    pub request: Request,
    /// What it says.
    pub report: Report,
    /// True where relative dates hang on an assumed day of publication.
    pub assumed: bool,
    /// False where the reader had no gazetteer.
    pub places: bool,
    /// True for the invented sample.
    pub sample: bool,
    /// True where the text is in a language that is not read, and the reader did not want it read all the same: the report
    /// then holds nothing but what the text is.
    pub unread: bool,
}

impl Answer {
    /// True where the text says nothing that the page could show.
    pub fn is_bare(&self) -> bool {
        is_bare(&self.report)
    }

    /// How the answer's dates are anchored, in words; none where they are not.
    pub fn dating(&self) -> Option<String> {
        let article = &self.report.article;
        let day = article.published.as_deref()?;
        Some(match article.published_from {
            _ if self.assumed => words::date_assumed(day),
            PublishedFrom::Text => words::date_read(day),
            PublishedFrom::Given => words::date_given(day),
            PublishedFrom::None => return None,
        })
    }

    /// The text's language as a BCP 47 tag where it is known and not English.
    pub fn other_language(&self) -> Option<&str> {
        Some(self.report.article.language.as_str()).filter(|tag| is_other(tag))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_language_that_is_known_and_not_english_is_told() {
        let request = Request { id: 1, text: String::new(), title: None, published: None, assumed: None };
        let answered = |tag: &str, any_language| {
            let gist = Gist { language: tag.to_string(), ..Gist::default() };
            Answered { request: request.clone(), gist, assumed: false, places: true, sample: false, any_language }
        };
        for (tag, told) in [("und", None), ("en", None), ("en-GB", None), ("uk", Some("uk"))] {
            let mut report = Report::default();
            report.article.language = tag.to_string();
            let answer = answered(tag, false).with(report.clone());
            assert_eq!((answer.other_language(), answer.unread), (told, told.is_some()));
            assert!(!answered(tag, true).with(report).unread, "the reader wants it read");
        }
    }
}
