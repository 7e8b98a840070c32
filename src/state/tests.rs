//! The store, as events of the page reach it.

use super::*;
use crate::fixture::count;
use factbox_engine::Report;
use factbox_engine::report::{Casualties, Kind};

const TODAY: &str = "2025-11-20";

fn today() -> Option<String> {
    Some(TODAY.to_string())
}

fn ready() -> Store {
    let mut store = Store::default();
    store.worker_started();
    store.worker_ready(true);
    store
}

fn asked(store: &mut Store, text: &str) -> Request {
    store.edit(text.to_string());
    store.ask(Trigger::Asked, today());
    store.next_request().expect("a request goes out")
}

#[test]
fn a_question_waits_for_the_worker_and_goes_out_once() {
    let mut store = Store::default();
    assert!(store.needs_worker());
    store.worker_started();
    store.edit("Two died in Brod.".into());
    store.ask(Trigger::Asked, today());
    assert_eq!((store.next_request(), store.status().as_str()), (None, words::STATUS_LOADING));
    store.worker_ready(true);
    let request = store.next_request().unwrap();
    assert_eq!((request.text.as_str(), request.assumed.as_deref()), ("Two died in Brod.", Some(TODAY)));
    assert_eq!((store.next_request(), store.status().as_str()), (None, words::STATUS_READING));
    store.answered(request.id, true, Gist::default());
    assert_eq!(store.status(), "No facts, no places");
}

#[test]
fn the_newest_question_wins() {
    let mut store = ready();
    let first = asked(&mut store, "One");
    let second = asked(&mut store, "Two");
    store.answered(second.id, false, Gist::default());
    store.answered(first.id, false, Gist::default());
    assert_eq!(store.answer.as_ref().unwrap().request.text, "Two");
}

#[test]
fn an_old_answer_does_not_close_a_newer_question() {
    let mut store = ready();
    let first = asked(&mut store, "One");
    asked(&mut store, "Two");
    store.answered(first.id, false, Gist::default());
    assert!(store.answer.is_none() && store.awaited().is_some());
}

#[test]
fn the_box_folds_after_asking_and_not_while_typing() {
    let mut store = ready();
    store.edit("Two died".into());
    store.ask(Trigger::Typing, today());
    let id = store.next_request().unwrap().id;
    store.answered(id, false, Gist::default());
    assert!(!store.folded);
    let id = asked(&mut store, "Two died in Brod.").id;
    store.answered(id, false, Gist::default());
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
    store.answered(id, false, Gist::default());
    assert_eq!(store.answer.unwrap().request.text, "Another text");
}

#[test]
fn a_worker_that_cannot_start_is_tried_again_only_when_asked() {
    let mut store = Store::default();
    store.worker_started();
    store.edit("Two died in Brod.".into());
    store.ask(Trigger::Asked, today());
    store.worker_failed();
    assert_eq!(store.notice, Some(Notice::ReaderMissing));
    assert!(!store.needs_worker(), "no endless loop while the network is down");
    store.ask(Trigger::Asked, today());
    assert!(store.needs_worker());
}

#[test]
fn a_text_that_is_being_read_is_not_read_twice() {
    let mut store = ready();
    store.edit("Two died in Brod.".into());
    store.ask(Trigger::Typing, today());
    let request = store.next_request().expect("the question goes out");
    store.ask(Trigger::Asked, today());
    assert_eq!(store.next_request(), None);
    assert!(store.answered(request.id, false, Gist::default()));
    assert!(store.folded, "the button was pressed while the text was read");
    store.edit("Three died in Brod.".into());
    store.ask(Trigger::Asked, today());
    assert!(store.next_request().is_some_and(|next| next.id != request.id));
}

#[test]
fn an_empty_box_is_told_only_to_who_asks() {
    let mut store = ready();
    store.edit(" \n ".into());
    store.ask(Trigger::Typing, today());
    assert_eq!(store.notice, None);
    store.ask(Trigger::Asked, today());
    assert_eq!((store.notice.clone(), store.next_request()), (Some(Notice::NothingToRead), None));
}

#[test]
fn emptying_the_box_takes_the_answer_away() {
    let mut store = ready();
    let id = asked(&mut store, "One").id;
    store.answered(id, false, Gist::default());
    store.edit(String::new());
    store.ask(Trigger::Typing, today());
    assert!(store.answer.is_none() && !store.folded);
}

#[test]
fn a_text_too_long_is_refused_and_kept() {
    let mut store = ready();
    store.edit("a ".repeat(words::LARGEST_TEXT / 2 + 1));
    store.ask(Trigger::Typing, today());
    assert_eq!(store.notice, Some(Notice::TooLong(words::LARGEST_TEXT + 2)));
    assert_eq!((store.next_request(), store.draft.text.len()), (None, words::LARGEST_TEXT + 2));
}

#[test]
fn hidden_characters_are_told_of() {
    let mut store = ready();
    let mut told = |text: &str| {
        store.edit(text.to_string());
        store.ask(Trigger::Typing, today());
        store.notice.clone()
    };
    assert_eq!(told("Nine\u{202e} people were\u{200b} killed."), Some(Notice::Hidden(2)));
    // The mark of a file's encoding, a family of emoji, a name in Persian.
    assert_eq!(told("\u{feff}Nine 👩\u{200d}🚒 of می\u{200c}خواهم were killed."), None);
}

#[test]
fn clearing_can_be_taken_back() {
    let mut store = ready();
    store.load_sample(&words::SAMPLES[0], "Two died in Brod.".into());
    store.clear();
    assert_eq!(store.draft, Draft::default());
    assert!(store.undo());
    let published = store.draft.published.as_deref();
    assert_eq!((store.draft.text.as_str(), published), ("Two died in Brod.", Some(words::SAMPLES[0].published)));
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
fn pressed_again_the_sample_is_another_one_and_a_kind_can_be_chosen() {
    let mut store = Store::default();
    let mut next = |which| store.next_sample(which).name;
    let shown: Vec<&str> = (0..=words::SAMPLES.len()).map(|_| next(None)).collect();
    assert_eq!(shown[0], shown[words::SAMPLES.len()], "after the last comes the first");
    assert!(shown.windows(2).all(|pair| pair[0] != pair[1]));
    assert_eq!((next(Some(4)), next(None)), (words::SAMPLES[4].name, words::SAMPLES[5].name));
}

#[test]
fn an_article_in_place_of_another_does_not_take_its_day() {
    let mut store = ready();
    store.load_sample(&words::SAMPLES[0], "Two died in Brod.\nMore.".into());
    store.edit("Two died in Brod.\nMuch more.".into());
    assert!(store.draft.published.is_some());
    store.edit("Floods in Sylhet".into());
    assert_eq!(store.draft.published, None);
    // So with the day of a file, and with one that the reader gave.
    let file = Intake { title: None, published: Some("2026-01-24".into()), text: "Fire in Brod kills two.".into() };
    store.opened(file);
    store.edit("The port of Odesa was hit.".into());
    assert_eq!(store.draft.published, None);
    store.set_published("2026-02-01");
    for edited in ["The port of Odesa was hit again.", "Kyiv: the port of Odesa was hit again.", "Kyiv: the port was hit again."]
    {
        store.edit(edited.into());
        assert_eq!(store.draft.published.as_deref(), Some("2026-02-01"), "{edited}");
    }
    store.edit("Fire in Brod kills two.".into());
    assert_eq!(store.draft.published, None);
}

#[test]
fn the_text_of_a_link_is_read_on_the_day_that_its_sender_had() {
    let mut store = ready();
    store.replace(Draft { text: "Two died last night in Brod.".into(), assumed: Some("2025-11-01".into()), ..Draft::default() });
    store.ask(Trigger::Asked, today());
    assert_eq!(store.next_request().unwrap().assumed.as_deref(), Some("2025-11-01"));
    assert_eq!(asked(&mut store, "Floods in Sylhet").assumed.as_deref(), Some(TODAY), "another text is the reader's own");
}

#[test]
fn a_long_text_can_be_stopped_and_the_answer_before_stays() {
    let mut store = ready();
    let id = asked(&mut store, "Two died in Brod.").id;
    assert!(!store.can_stop(), "a short text is read in no time");
    store.answered(id, false, Gist::default());
    let late = asked(&mut store, &"Two died in Brod. ".repeat(10_000)).id;
    assert!(store.can_stop());
    store.stopped();
    assert!(!store.can_stop() && store.needs_worker());
    assert_eq!(store.status(), words::STOPPED);
    store.worker_started();
    store.worker_ready(true);
    store.answered(late, false, Gist::default());
    assert_eq!(store.answer.as_ref().unwrap().request.text, "Two died in Brod.");
}

#[test]
fn a_day_given_before_the_text_is_the_texts() {
    let mut store = ready();
    store.set_published("2026-02-01");
    store.edit("Fire in Brod kills two.".into());
    assert_eq!(store.draft.published.as_deref(), Some("2026-02-01"));
}

#[test]
fn a_sample_gives_back_what_stood_there() {
    let mut store = ready();
    store.edit("My notes".into());
    store.load_sample(&words::SAMPLES[0], "Two died in Brod.".into());
    store.load_sample(&words::SAMPLES[1], "Two died in Kelm.".into());
    assert!(store.undo());
    assert_eq!(store.draft.text, "My notes", "a sample is no text of the reader's");
}

#[test]
fn a_text_in_another_language_is_not_read_unless_the_reader_wants_it() {
    let mut store = ready();
    let foreign = || {
        let casualties = Casualties { counts: vec![count("c1", Kind::Killed, 2)], ..Casualties::default() };
        let mut report = Report { casualties, ..Report::default() };
        report.article.language = "uk".into();
        report
    };
    let id = asked(&mut store, "Двоє людей загинули.").id;
    store.answered(id, false, Gist::of(&foreign()));
    let answer = store.answer.clone().unwrap().with(foreign());
    assert!(answer.unread && answer.report.casualties.counts.is_empty());
    assert_eq!(store.status(), words::STATUS_UNREAD);
    store.read_any_language();
    store.ask(Trigger::Asked, today());
    let id = store.next_request().unwrap().id;
    store.answered(id, false, Gist::of(&foreign()));
    let answer = store.answer.clone().unwrap().with(foreign());
    assert!(!answer.unread && answer.report.casualties.counts.len() == 1);
    store.clear();
    assert!(!store.draft.any_language);
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
