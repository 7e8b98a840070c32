//! An answer of the engine, with what the page must know of how it came about.

use crate::facts::is_bare;
use crate::wire::Request;
use crate::words;
use factbox_engine::Report;
use factbox_engine::report::PublishedFrom;

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
    /// Takes away what rules for English have found in a text that is not.
    pub fn withhold(mut self) -> Answer {
        if self.other_language().is_some() {
            self.report = Report { article: self.report.article, ..Report::default() };
            self.unread = true;
        }
        self
    }

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
        let language = self.report.article.language.as_str();
        let primary = language.split('-').next().unwrap_or(language);
        (!matches!(primary, "en" | "und" | "")).then_some(language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_language_that_is_known_and_not_english_is_told() {
        let request = Request { id: 1, text: String::new(), title: None, published: None, assumed: None };
        let mut answer =
            Answer { request, report: Report::default(), assumed: false, places: true, sample: false, unread: false };
        for (tag, told) in [("und", None), ("en", None), ("en-GB", None), ("uk", Some("uk"))] {
            answer.report.article.language = tag.to_string();
            assert_eq!(answer.other_language(), told);
            assert_eq!(answer.clone().withhold().unread, told.is_some());
        }
    }
}
