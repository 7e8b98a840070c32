//! A report as a file for people or programs: text, JSON, CSV, GeoJSON, Markdown.
//!
//! Pure functions of reports; no terminal, no browser, no files.

mod csv;
mod geojson;
mod json;
mod markdown;
mod names;
mod outline;
mod panel;
mod text;
mod wording;

pub use csv::{csv, csv_all};
pub use geojson::{geojson, geojson_all};
pub use json::{json, json_all};
pub use markdown::{markdown, markdown_all};
pub use panel::{Panel, panel};
pub use text::{text, text_all};
pub use wording::amount;

use factbox_engine::Report;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A report and what to call its article beside others: a file name, an id.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// Name of the article.
    pub name: String,
    /// What it says.
    pub report: Report,
}

/// How to write a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// For a terminal.
    Text,
    /// The whole report.
    Json,
    /// One row a count, columns as conflict data sets have them.
    Csv,
    /// The places as a map layer.
    Geojson,
    /// For notes and documents.
    Markdown,
}

/// Not the name of a [`Format`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownFormat(String);

impl fmt::Display for UnknownFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no format {:?}; choose one of {}", self.0, Format::ALL.map(Format::name).join(", "))
    }
}

impl std::error::Error for UnknownFormat {}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Format, UnknownFormat> {
        Format::ALL.into_iter().find(|f| f.name() == name).ok_or_else(|| UnknownFormat(name.to_string()))
    }
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 5] = [Format::Text, Format::Json, Format::Csv, Format::Geojson, Format::Markdown];

    /// The name on a command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Json => "json",
            Format::Csv => "csv",
            Format::Geojson => "geojson",
            Format::Markdown => "markdown",
        }
    }

    /// Ending of a file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Text => "txt",
            Format::Json => "json",
            Format::Csv => "csv",
            Format::Geojson => "geojson",
            Format::Markdown => "md",
        }
    }

    /// Media type, as registered with IANA.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Text => "text/plain;charset=utf-8",
            Format::Json => "application/json",
            Format::Csv => "text/csv;charset=utf-8",
            Format::Geojson => "application/geo+json",
            Format::Markdown => "text/markdown;charset=utf-8",
        }
    }

    /// Writes one report, with a line end at the end.
    pub fn write(self, report: &Report) -> String {
        match self {
            Format::Text => text(report),
            Format::Json => json(report),
            Format::Csv => csv(report),
            Format::Geojson => geojson(report),
            Format::Markdown => markdown(report),
        }
    }

    /// Writes several reports as one document, each under its name.
    pub fn write_all(self, articles: &[Article]) -> String {
        match self {
            Format::Text => text_all(articles),
            Format::Json => json_all(articles),
            Format::Csv => csv_all(articles),
            Format::Geojson => geojson_all(articles),
            Format::Markdown => markdown_all(articles),
        }
    }
}
