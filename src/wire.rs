//! The messages between the page and the worker that holds the engine. They cross by `postMessage`, as plain objects.

use crate::answer::{Answered, Gist};
use crate::export::{Format, Panel};
use crate::intake::{Intake, Refusal};
use crate::settings::Settings;
use crate::state::Draft;
use factbox_engine::Report;
use serde::{Deserialize, Serialize};

/// What the page sends to the worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ToWorker {
    /// The first message: where the gazetteer is to be fetched from, relative to the page; none where there is none.
    Start {
        /// Address of the packed gazetteer.
        gazetteer: Option<String>,
    },
    /// Read an article.
    Read(Request),
    /// Read an article and write what it says as a file. The worker does it, so that the page itself stays small; it reads
    /// once more, so that it need not remember.
    Write {
        /// In which format.
        format: Format,
        /// What becomes of it.
        errand: Errand,
        /// The article.
        request: Request,
    },
    /// Read an article and write one panel of what it says for the clipboard.
    Panel {
        /// Which one.
        panel: Panel,
        /// The article.
        request: Request,
    },
}

/// What becomes of a report that was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Errand {
    /// It is kept as a file.
    Keep,
    /// It goes to the clipboard.
    Copy,
}

/// One article to be read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// Grows with every request; the answer carries it back, and answers to older requests are dropped.
    pub id: u32,
    /// The article, free of markup.
    pub text: String,
    /// The headline, where it was given apart from the text.
    pub title: Option<String>,
    /// Day of publication, ISO 8601, where the reader gave one.
    pub published: Option<String>,
    /// The day to take, ISO 8601, where neither the reader nor the text gives one.
    pub assumed: Option<String>,
}

impl Request {
    /// True where the answers would be the same but for the id.
    pub fn asks_as(&self, other: &Request) -> bool {
        (&self.text, &self.title, &self.published, &self.assumed) == (&other.text, &other.title, &other.published, &other.assumed)
    }
}

/// What the worker sends to the page. The page itself hands `R`, the report, on to the findings as it came.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FromWorker<R> {
    /// The first message: the code is loaded and listens. (A module worker drops what is posted before that.)
    Loaded,
    /// The gazetteer was looked for and the engine takes requests.
    Ready {
        /// False where the gazetteer is missing or damaged: places stay unresolved.
        places: bool,
    },
    /// The answer to a request.
    Answer {
        /// The request's id.
        id: u32,
        /// True where relative dates hang on the assumed day.
        assumed: bool,
        /// What the page must know of the report.
        gist: Gist,
        /// What the article says.
        report: R,
    },
    /// A report as a file.
    Written {
        /// As asked for.
        format: Format,
        /// As asked for.
        errand: Errand,
        /// The file.
        content: String,
    },
    /// A panel for the clipboard.
    Panel {
        /// As asked for.
        panel: Panel,
        /// Its text.
        content: String,
    },
    /// Something went wrong; the page replaces the worker.
    Failed {
        /// What the worker knows of it, for the console, never shown to the reader.
        message: String,
    },
}

/// What the worker says, in full.
pub type Said = FromWorker<Box<Report>>;

/// What the page tells the findings: the part of it that draws reports, loaded behind the first screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ToFindings {
    /// The engine and the gazetteer are there; what is less urgent may be fetched.
    Ready,
    /// An answer is to be drawn; its report comes beside the message.
    Answer(Answered),
    /// There is no answer any more.
    Nothing,
    /// A panel lies in the clipboard.
    Copied(Panel),
    /// A window is to be opened.
    Open(Window),
    /// An article was put on the history's shelf.
    Shelved,
}

/// A window that the foot of the page opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Window {
    /// What the browser keeps for the reader.
    History,
    /// What the reader can set.
    Settings,
    /// What Factbox is.
    About,
    /// The keys.
    Keys,
}

/// What the reader asks for among the findings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FromFindings {
    /// The report is to be written.
    Write(Format, Errand),
    /// A panel is to be copied.
    Copy(Panel),
    /// The text is to be read as if it were English.
    ReadAnyway,
    /// The paste box is to be opened.
    EditText,
    /// A link with the text is to be copied.
    CopyLink,
    /// The settings are others now.
    Set(Settings),
    /// An article of the history is to be read.
    Read(Draft),
    /// Everything that the page keeps is to be let go; the browser's shelf did so (true) or failed.
    Erase(bool),
}

/// What the page sends to the opener, the worker that takes files and rich text apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ToOpener {
    /// A file.
    File {
        /// Its name.
        name: String,
        /// Its content.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
    /// Rich text from the clipboard or a drop.
    Html(String),
}

/// What the opener sends: first that it listens, then one answer to each message, in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FromOpener {
    /// The code is loaded.
    Loaded,
    /// The article.
    Opened(Intake),
    /// There is none.
    Refused(Refusal),
}
