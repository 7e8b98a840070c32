//! The page's state: one store with plain methods. It knows no browser; the page feeds it events and draws what it says.

use crate::answer::Answer;
use crate::facts::fact_count;
use crate::intake::{Intake, Refusal};
use crate::markup::text_of;
use crate::wire::Request;
use crate::words;
use factbox_engine::Report;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::Arc;

/// What the reader has typed or pasted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The text as it stands in the box, markup and all.
    pub text: String,
    /// Day of publication, ISO 8601, where the reader gave one.
    pub published: Option<String>,
    /// True while the text is the invented sample.
    pub sample: bool,
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
    /// The worker failed and a new one was started.
    ReaderStopped,
    /// The worker could not be started.
    ReaderMissing,
    /// A file was not opened.
    NotOpened(Refusal),
}

impl Notice {
    /// The notice in words.
    pub fn words(&self) -> String {
        match self {
            Notice::NothingToRead => words::NOTHING_TO_READ.to_string(),
            Notice::TooLong(bytes) => words::too_long(*bytes),
            Notice::ReaderStopped => words::READER_STOPPED.to_string(),
            Notice::ReaderMissing => words::READER_MISSING.to_string(),
            Notice::NotOpened(why) => words::not_opened(*why),
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
    pub answer: Option<Arc<Answer>>,
    /// What the reader must be told.
    pub notice: Option<Notice>,
    /// True while the paste box is folded away behind the article.
    pub folded: bool,
    /// What the reader's last errand came to, until the next question.
    told: Option<Cow<'static, str>>,
    worker: Worker,
    question: Option<Question>,
    last_id: u32,
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
        }
    }
}

impl Store {
    /// The reader changed the text.
    pub fn edit(&mut self, text: String) {
        self.draft.sample = false;
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

    /// A file was opened: its article takes the box; [`Store::undo`] brings back what stood there.
    pub fn opened(&mut self, intake: Intake) {
        let draft = Draft { text: intake.whole(), published: intake.published, sample: false };
        let before = std::mem::replace(&mut self.draft, draft);
        self.cleared = (!before.text.trim().is_empty() && !before.sample).then_some(before);
    }

    /// A file was not opened; the box stays as it is.
    pub fn refused(&mut self, why: Refusal) {
        (self.notice, self.told) = (Some(Notice::NotOpened(why)), None);
    }

    /// Puts an invented sample into the box: the first, or the one after the sample that stands there.
    pub fn load_sample(&mut self) {
        let shown = words::SAMPLES.iter().position(|s| self.draft.sample && s.text == self.draft.text);
        let sample = &words::SAMPLES[shown.map_or(0, |at| (at + 1) % words::SAMPLES.len())];
        self.cleared = None;
        self.draft = Draft { text: sample.text.to_string(), published: Some(sample.published.to_string()), sample: true };
    }

    /// Empties the box, the answer and the date; [`Store::undo`] brings them back.
    pub fn clear(&mut self) {
        if self.draft != Draft::default() {
            self.cleared = Some(std::mem::take(&mut self.draft));
        }
        self.forget();
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

    /// The text is to be read; `today` (ISO 8601) is taken where nothing else tells the day of publication. A newer
    /// question replaces an open one.
    pub fn ask(&mut self, trigger: Trigger, today: &str) {
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
        (self.notice, self.told) = (None, None);
        self.last_id = self.last_id.wrapping_add(1);
        let request = Request {
            id: self.last_id,
            text: text_of(&self.draft.text).into_owned(),
            title: None,
            published: self.draft.published.clone(),
            assumed: Some(today.to_string()),
        };
        self.question = Some(Question { request, trigger, sample: self.draft.sample, sent: false });
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

    /// The worker answered. Answers to anything but the open question are dropped.
    pub fn answered(&mut self, id: u32, assumed: bool, report: Report) {
        let Worker::Ready { places } = self.worker else { return };
        if self.awaited() != Some(id) {
            return;
        }
        if let Some(Question { request, trigger, sample, .. }) = self.question.take() {
            if trigger == Trigger::Asked {
                self.folded = true;
            }
            self.answer = Some(Arc::new(Answer { request, report, assumed, places, sample }));
        }
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

    /// The line that tells how things stand.
    pub fn status(&self) -> String {
        if let (None, Some(told)) = (&self.question, &self.told) {
            return told.to_string();
        }
        match (&self.question, &self.answer) {
            (Some(_), _) if self.is_starting() => words::STATUS_LOADING.to_string(),
            (Some(_), _) => words::STATUS_READING.to_string(),
            (None, Some(answer)) => words::status(fact_count(&answer.report), answer.report.places.len()),
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

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: &str = "2025-11-20";

    fn ready() -> Store {
        let mut store = Store::default();
        store.worker_started();
        store.worker_ready(true);
        store
    }

    fn asked(store: &mut Store, text: &str) -> Request {
        store.edit(text.to_string());
        store.ask(Trigger::Asked, TODAY);
        store.next_request().expect("a request goes out")
    }

    #[test]
    fn a_question_waits_for_the_worker_and_goes_out_once() {
        let mut store = Store::default();
        assert!(store.needs_worker());
        store.worker_started();
        store.edit("Two died in Brod.".into());
        store.ask(Trigger::Asked, TODAY);
        assert_eq!((store.next_request(), store.status().as_str()), (None, words::STATUS_LOADING));
        store.worker_ready(true);
        let request = store.next_request().unwrap();
        assert_eq!((request.text.as_str(), request.assumed.as_deref()), ("Two died in Brod.", Some(TODAY)));
        assert_eq!((store.next_request(), store.status().as_str()), (None, words::STATUS_READING));
        store.answered(request.id, true, Report::default());
        assert_eq!(store.status(), "No facts, no places");
    }

    #[test]
    fn the_newest_question_wins() {
        let mut store = ready();
        let first = asked(&mut store, "One");
        let second = asked(&mut store, "Two");
        store.answered(second.id, false, Report::default());
        store.answered(first.id, false, Report::default());
        assert_eq!(store.answer.as_ref().unwrap().request.text, "Two");
    }

    #[test]
    fn an_old_answer_does_not_close_a_newer_question() {
        let mut store = ready();
        let first = asked(&mut store, "One");
        asked(&mut store, "Two");
        store.answered(first.id, false, Report::default());
        assert!(store.answer.is_none() && store.awaited().is_some());
    }

    #[test]
    fn the_box_folds_after_asking_and_not_while_typing() {
        let mut store = ready();
        store.edit("Two died".into());
        store.ask(Trigger::Typing, TODAY);
        let id = store.next_request().unwrap().id;
        store.answered(id, false, Report::default());
        assert!(!store.folded);
        let id = asked(&mut store, "Two died in Brod.").id;
        store.answered(id, false, Report::default());
        assert!(store.folded);
    }

    #[test]
    fn a_failure_keeps_the_text_says_so_and_the_next_question_is_answered() {
        let mut store = ready();
        asked(&mut store, "A text that stops the reader");
        store.worker_failed();
        assert_eq!(store.draft.text, "A text that stops the reader");
        assert_eq!((store.notice.clone(), store.awaited()), (Some(Notice::ReaderStopped), None));
        assert!(store.needs_worker());
        store.worker_started();
        store.worker_ready(true);
        assert_eq!(store.next_request(), None, "the text that stopped the reader is not sent again by itself");
        let id = asked(&mut store, "Another text").id;
        assert_eq!(store.notice, None);
        store.answered(id, false, Report::default());
        assert_eq!(store.answer.unwrap().request.text, "Another text");
    }

    #[test]
    fn a_worker_that_cannot_start_is_tried_again_only_when_asked() {
        let mut store = Store::default();
        store.worker_started();
        store.edit("Two died in Brod.".into());
        store.ask(Trigger::Asked, TODAY);
        store.worker_failed();
        assert_eq!(store.notice, Some(Notice::ReaderMissing));
        assert!(!store.needs_worker(), "no endless loop while the network is down");
        store.ask(Trigger::Asked, TODAY);
        assert!(store.needs_worker());
    }

    #[test]
    fn an_empty_box_is_told_only_to_who_asks() {
        let mut store = ready();
        store.edit(" \n ".into());
        store.ask(Trigger::Typing, TODAY);
        assert_eq!(store.notice, None);
        store.ask(Trigger::Asked, TODAY);
        assert_eq!((store.notice.clone(), store.next_request()), (Some(Notice::NothingToRead), None));
    }

    #[test]
    fn emptying_the_box_takes_the_answer_away() {
        let mut store = ready();
        let id = asked(&mut store, "One").id;
        store.answered(id, false, Report::default());
        store.edit(String::new());
        store.ask(Trigger::Typing, TODAY);
        assert!(store.answer.is_none() && !store.folded);
    }

    #[test]
    fn a_text_too_long_is_refused_and_kept() {
        let mut store = ready();
        store.edit("a ".repeat(words::LARGEST_TEXT / 2 + 1));
        store.ask(Trigger::Typing, TODAY);
        assert_eq!(store.notice, Some(Notice::TooLong(words::LARGEST_TEXT + 2)));
        assert_eq!((store.next_request(), store.draft.text.len()), (None, words::LARGEST_TEXT + 2));
    }

    #[test]
    fn clearing_can_be_taken_back() {
        let mut store = ready();
        store.load_sample();
        store.clear();
        assert_eq!(store.draft, Draft::default());
        assert!(store.undo());
        assert_eq!(
            (store.draft.text.as_str(), store.draft.published.as_deref()),
            (words::SAMPLES[0].text, Some(words::SAMPLES[0].published))
        );
        assert!(!store.undo());
        store.clear();
        store.clear();
        assert!(store.undo(), "clearing an empty box forgets nothing");
    }

    #[test]
    fn a_file_takes_the_box_with_its_day_and_gives_it_back() {
        let mut store = ready();
        store.edit("My notes".into());
        let file = Intake { title: Some("Two die".into()), published: Some("2026-01-24".into()), text: "In Brod.".into() };
        store.opened(file);
        assert_eq!((store.draft.text.as_str(), store.draft.published.as_deref()), ("Two die\n\nIn Brod.", Some("2026-01-24")));
        store.refused(Refusal::UnknownKind);
        assert!(store.draft.text.starts_with("Two die"), "a file that is refused changes nothing");
        assert!(store.undo());
        assert_eq!(store.draft.text, "My notes");
    }

    #[test]
    fn pressed_again_the_sample_is_another_one() {
        let mut store = ready();
        let shown: Vec<String> = (0..=words::SAMPLES.len())
            .map(|_| {
                store.load_sample();
                store.draft.text.clone()
            })
            .collect();
        assert_eq!(shown[0], shown[words::SAMPLES.len()], "after the last comes the first");
        assert!(shown.windows(2).all(|pair| pair[0] != pair[1]));
    }

    #[test]
    fn markup_is_taken_off_before_reading_and_stays_in_the_box() {
        let mut store = ready();
        let request = asked(&mut store, "<p>Two died</p><p>in Brod.</p>");
        assert_eq!(request.text, "Two died\nin Brod.");
        assert_eq!(store.draft.text, "<p>Two died</p><p>in Brod.</p>");
    }

    #[test]
    fn a_given_day_goes_along() {
        let mut store = ready();
        store.set_published("2025-01-02");
        assert_eq!(asked(&mut store, "One").published.as_deref(), Some("2025-01-02"));
        store.set_published("");
        assert_eq!(asked(&mut store, "One").published, None);
    }
}
