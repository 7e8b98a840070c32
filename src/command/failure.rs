//! What can go wrong at a terminal, each in one sentence that says what to do.

use std::fmt;
use std::io;

/// Why an article could not be explained.
#[derive(Debug)]
pub enum Failure {
    /// No such file.
    Missing(String),
    /// The file or standard input cannot be read.
    Unreadable(String, io::Error),
    /// The bytes are not UTF-8 from this offset on.
    NotText(String, usize),
    /// The words are not a day.
    BadDate(String),
    /// One title was given for several articles.
    OneTitle,
    /// The folder holds no page.
    NoPage,
    /// The port cannot be listened on.
    Port(u16, io::Error),
    /// Standard output cannot be written.
    Output(io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Missing(name) => write!(f, "there is no file {name:?}; check the path."),
            Failure::Unreadable(name, error) => {
                write!(f, "{name:?} cannot be read ({error}); give a text file that you may read.")
            }
            Failure::NotText(name, at) => {
                write!(f, "{name:?} is not UTF-8 text (byte {at}); save it as plain text in UTF-8 and try again.")
            }
            Failure::BadDate(words) => {
                write!(f, "{words:?} is not a day of the calendar; write the day of publication as YYYY-MM-DD.")
            }
            Failure::OneTitle => write!(f, "--title belongs to one article; give a single file or leave the title out."),
            Failure::NoPage => {
                write!(
                    f,
                    "the folder holds no index.html; give the folder of the page, which scripts/air-gapped or scripts/serve builds."
                )
            }
            Failure::Port(port, error) => {
                write!(f, "port {port} cannot be served ({error}); choose another with --port.")
            }
            Failure::Output(error) => write!(f, "the output cannot be written ({error}); check where it goes to."),
        }
    }
}

impl std::error::Error for Failure {}
