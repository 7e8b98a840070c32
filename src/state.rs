//! The page's state: one store with plain methods. It knows no browser; the page feeds it events and draws what it says.

use crate::answer::{Answered, Gist};
use crate::intake::{Intake, Refusal};
use crate::markup::text_of;
use crate::wire::Request;
use crate::words;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What the reader has typed or pasted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The text as it stands in the box, markup and all.
    pub text: String,
    /// Day of publication, ISO 8601, where the reader gave one.
    pub published: Option<String>,
    /// The day, ISO 8601, that a text from a link without a day was read on by who sent it; empty where they left dates open.
    #[serde(default)]
    pub assumed: Option<String>,
    /// True while the text is the invented sample.
    pub sample: bool,
    /// True where the reader wants the text read as if it were English.
    #[serde(default)]
    pub any_language: bool,
}

/// Why the article is to be read now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trigger {
    /// The reader is typing: the box stays open and nothing is complained about.
    Typing,
    /// The reader pasted a text, chose the sample or pressed the button: the box folds after the answer.
    Asked,
}

/// What the reader must be told besides the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The box is empty.
    NothingToRead,
    /// The text has too many bytes: so many.
    TooLong(usize),
    /// So many characters of the text show nothing or turn the direction of a line.
    Hidden(usize),
    /// The worker failed and a new one was started.
    ReaderStopped,
    /// The worker could not be started.
    ReaderMissing,
    /// A file was not opened.
    NotOpened(Refusal),
    /// The samples could not be fetched.
    NoSample,
    /// The browser did not keep the article, or could not say what it keeps.
    NotKept,
    /// Another app shared no more than an address.
    OnlyLink,
}

/// How many characters of `text` show nothing or turn the direction of a line. A mark at the head says how a file is encoded;
/// what joins emoji or the letters of some scripts is left out.
fn hidden(text: &str) -> usize {
    let hides = |c: &char| matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    text.trim_start_matches('\u{feff}').chars().filter(hides).count()
}

impl Notice {
    /// The notice in words.
    pub fn words(&self) -> String {
        match self {
            Notice::NothingToRead => words::NOTHING_TO_READ.to_string(),
            Notice::TooLong(bytes) => words::too_long(*bytes),
            Notice::Hidden(count) => words::hidden(*count),
            Notice::ReaderStopped => words::READER_STOPPED.to_string(),
            Notice::ReaderMissing => words::READER_MISSING.to_string(),
            Notice::NotOpened(why) => words::not_opened(*why),
            Notice::NoSample => words::NO_SAMPLE.to_string(),
            Notice::NotKept => words::history::NOT_KEPT.to_string(),
            Notice::OnlyLink => words::ONLY_LINK.to_string(),
        }
    }
}

/// The worker, as far as the page knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Worker {
    /// There is none; one is started at the next question.
    Absent,
    /// It is loading.
    Starting,
    /// It takes requests.
    Ready { places: bool },
}

#[derive(Debug, Clone, PartialEq)]
struct Question {
    request: Request,
    trigger: Trigger,
    sample: bool,
    any_language: bool,
    sent: bool,
}

/// All that the page shows and awaits.
#[derive(Debug, Clone, PartialEq)]
pub struct Store {
    /// The paste box and its date.
    pub draft: Draft,
    /// What the last clearing took away.
    pub cleared: Option<Draft>,
    /// The newest answer.
    pub answer: Option<Answered>,
    /// What the reader must be told.
    pub notice: Option<Notice>,
    /// True while the paste box is folded away behind the article.
    pub folded: bool,
    /// What the reader's last errand came to, until the next question.
    told: Option<Cow<'static, str>>,
    worker: Worker,
    question: Option<Question>,
    last_id: u32,
    next_sample: usize,
}

impl Default for Store {
    fn default() -> Self {
        Store {
            draft: Draft::default(),
            cleared: None,
            answer: None,
            notice: None,
            folded: false,
            told: None,
            worker: Worker::Absent,
            question: None,
            last_id: 0,
            next_sample: 0,
        }
    }
}

impl Store {
    /// The reader changed the text.
    pub fn edit(&mut self, text: String) {
        // Another article is not of the day that was given for this one.
        if is_another(&self.draft.text, &text) {
            (self.draft.published, self.draft.assumed) = (None, None);
        }
        (self.draft.sample, self.draft.any_language) = (false, false);
        self.draft.text = text;
        self.cleared = None;
    }

    /// The reader set or emptied the date field.
    pub fn set_published(&mut self, day: &str) {
        self.draft.published = (!day.trim().is_empty()).then(|| day.trim().to_string());
    }

    /// A file is on its way into the box.
    pub fn opening(&mut self) {
        (self.notice, self.told) = (None, Some(words::STATUS_OPENING.into()));
    }

    /// A file was opened: its article takes the box.
    pub fn opened(&mut self, intake: Intake) {
        self.replace(Draft { text: intake.whole(), published: intake.published, ..Draft::default() });
    }

    /// An article takes the box; [`Store::undo`] brings back what stood there.
    pub fn replace(&mut self, draft: Draft) {
        let before = std::mem::replace(&mut self.draft, draft);
        if !before.text.trim().is_empty() && !before.sample {
            self.cleared = Some(before);
        }
    }

    /// A file was not opened; the box stays as it is.
    pub fn refused(&mut self, why: Refusal) {
        self.notify(Notice::NotOpened(why));
    }

    /// Tells the reader something.
    pub fn notify(&mut self, notice: Notice) {
        (self.notice, self.told) = (Some(notice), None);
    }

    /// The sample that is to be fetched: the one asked for, else the first, or the one after the sample that was shown last.
    pub fn next_sample(&mut self, which: Option<usize>) -> &'static words::Sample {
        let at = which.unwrap_or(self.next_sample) % words::SAMPLES.len();
        self.next_sample = at + 1;
        &words::SAMPLES[at]
    }

    /// Puts an invented sample into the box.
    pub fn load_sample(&mut self, sample: &words::Sample, text: String) {
        self.replace(Draft { text, published: Some(sample.published.to_string()), sample: true, ..Draft::default() });
    }

    /// The text is to be read as if it were English.
    pub fn read_any_language(&mut self) {
        self.draft.any_language = true;
    }

    /// Empties the box, the answer and the date; [`Store::undo`] brings them back.
    pub fn clear(&mut self) {
        if self.draft != Draft::default() {
            self.cleared = Some(std::mem::take(&mut self.draft));
        }
        self.forget();
    }

    /// Empties the page for good.
    pub fn erase(&mut self) {
        self.clear();
        self.cleared = None;
    }

    /// Takes the clearing back; the text is then to be read again. False where nothing was cleared.
    pub fn undo(&mut self) -> bool {
        match self.cleared.take() {
            Some(draft) => {
                self.draft = draft;
                true
            }
            None => false,
        }
    }

    /// Opens the folded paste box.
    pub fn unfold(&mut self) {
        self.folded = false;
    }

    /// The text is to be read; `assumed` (ISO 8601) is taken where nothing else tells the day of publication. A newer
    /// question replaces an open one.
    pub fn ask(&mut self, trigger: Trigger, assumed: Option<String>) {
        let size = self.draft.text.len();
        if self.draft.text.trim().is_empty() || words::is_too_long(&self.draft.text) {
            self.forget();
            if size > words::LARGEST_TEXT {
                self.notice = Some(Notice::TooLong(size));
            } else if trigger == Trigger::Asked {
                self.notice = Some(Notice::NothingToRead);
            }
            return;
        }
        (self.notice, self.told) = (Some(hidden(&self.draft.text)).filter(|n| *n > 0).map(Notice::Hidden), None);
        let request = Request {
            id: self.last_id.wrapping_add(1),
            text: text_of(&self.draft.text).into_owned(),
            title: None,
            published: self.draft.published.clone(),
            assumed: self.draft.assumed.clone().or(assumed),
        };
        let Draft { sample, any_language, .. } = self.draft;
        // What is being read already is not read twice.
        let open = self.question.as_mut().filter(|q| q.any_language == any_language && q.request.asks_as(&request));
        if let Some(open) = open {
            if trigger == Trigger::Asked {
                open.trigger = trigger;
            }
            return;
        }
        self.last_id = request.id;
        self.question = Some(Question { request, trigger, sample, any_language, sent: false });
    }

    /// True where a worker must be started now: at first, after one failed at work, and at a question without a worker.
    pub fn needs_worker(&self) -> bool {
        self.worker == Worker::Absent && (self.question.is_some() || self.notice != Some(Notice::ReaderMissing))
    }

    /// A worker was started.
    pub fn worker_started(&mut self) {
        self.worker = Worker::Starting;
    }

    /// The worker takes requests.
    pub fn worker_ready(&mut self, places: bool) {
        self.worker = Worker::Ready { places };
    }

    /// The open question, once, when the worker can take it.
    pub fn next_request(&mut self) -> Option<Request> {
        let ready = matches!(self.worker, Worker::Ready { .. });
        let question = self.question.as_mut().filter(|q| ready && !q.sent)?;
        question.sent = true;
        Some(question.request.clone())
    }

    /// Id of the request whose answer is awaited; the watchdog asks after it.
    pub fn awaited(&self) -> Option<u32> {
        self.question.as_ref().filter(|q| q.sent).map(|q| q.request.id)
    }

    /// True while the worker is loading.
    pub fn is_starting(&self) -> bool {
        self.worker == Worker::Starting
    }

    /// The worker answered. False for an answer to anything but the open question; it is to be dropped.
    pub fn answered(&mut self, id: u32, assumed: bool, gist: Gist) -> bool {
        let Worker::Ready { places } = self.worker else { return false };
        if self.awaited() != Some(id) {
            return false;
        }
        if let Some(Question { request, trigger, sample, any_language, .. }) = self.question.take() {
            if trigger == Trigger::Asked {
                self.folded = true;
            }
            self.answer = Some(Answered { request, gist, assumed, places, sample, any_language });
        }
        true
    }

    /// The worker failed, trapped or fell silent. The text stays; the open question is given up, so that a text that
    /// stops the reader does not stop it again and again.
    pub fn worker_failed(&mut self) {
        let loading = self.worker == Worker::Starting;
        self.worker = Worker::Absent;
        self.question = None;
        self.folded = false;
        self.notice = Some(if loading { Notice::ReaderMissing } else { Notice::ReaderStopped });
    }

    /// An errand has ended; the status line says how.
    pub fn tell(&mut self, how: Cow<'static, str>) {
        self.told = Some(how);
    }

    /// True while a text so long is being read that the reader may not want to wait.
    pub fn can_stop(&self) -> bool {
        self.question.as_ref().is_some_and(|q| q.sent && q.request.text.len() >= words::LONG_TEXT)
    }

    /// The reader does not want to wait: the open question is given up with its worker, the last answer stays.
    pub fn stopped(&mut self) {
        (self.question, self.worker) = (None, Worker::Absent);
        self.folded &= self.answer.is_some();
        self.tell(words::STOPPED.into());
    }

    /// True while the line tells what an errand came to.
    pub fn is_told(&self) -> bool {
        self.question.is_none() && self.told.is_some()
    }

    /// The line that tells how things stand.
    pub fn status(&self) -> String {
        if let (None, Some(told)) = (&self.question, &self.told) {
            return told.to_string();
        }
        match (&self.question, &self.answer) {
            (Some(_), _) if self.is_starting() => words::STATUS_LOADING.to_string(),
            (Some(_), _) => words::STATUS_READING.to_string(),
            (None, Some(answer)) if answer.is_unread() => words::STATUS_UNREAD.to_string(),
            (None, Some(answer)) => words::status(answer.gist.facts, answer.gist.places),
            // The notice says more.
            (None, None) if self.notice.is_some() => String::new(),
            (None, None) => words::STATUS_IDLE.to_string(),
        }
    }

    fn forget(&mut self) {
        self.question = None;
        self.answer = None;
        (self.notice, self.told) = (None, None);
        self.folded = false;
    }
}

/// True where `new` is no edit of `old` but another text in its place: so little of them is the same at either end.
fn is_another(old: &str, new: &str) -> bool {
    let (old, new) = (old.trim().as_bytes(), new.trim().as_bytes());
    let shorter = old.len().min(new.len());
    let ahead = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let behind = old[ahead..].iter().rev().zip(new[ahead..].iter().rev()).take_while(|(a, b)| a == b).count();
    !old.is_empty() && (ahead + behind) * 2 < shorter.max(1)
}

#[cfg(test)]
mod tests;
