//! Every sentence that the user sees.

pub mod about;
pub mod copy;
pub mod headline;
pub mod history;
pub mod labels;
pub mod map;
pub mod numbers;
pub mod settings;

use crate::export::Format;
use crate::intake::{LARGEST_FILE, Refusal};
use factbox_engine::report::{Status, wording};
use numbers::{count, grouped};
use std::borrow::Cow;

/// Name of the product.
pub const NAME: &str = "Factbox";
/// What it is, beside the name.
pub const TAGLINE: &str = "News of attacks and disasters, as facts";
/// The promise in the header.
pub const PROMISE: &str = "Nothing you paste leaves this page.";
/// First link of the page, for the keyboard.
pub const SKIP: &str = "Skip to the article box";

/// Heading of the first visit.
pub const WELCOME: &str = "Paste a news article. See what it says.";
/// What the page will do, under the heading.
pub const WELCOME_MORE: &str = "Who was killed or hurt, in which regions, by what, and who says so. Every figure keeps its bound and leads back to its sentence.";
/// Label of the paste box.
pub const BOX_LABEL: &str = "Article text";
/// Hint in the empty paste box.
pub const BOX_HINT: &str = "Paste the text of a news article here…";
/// Label of the date field.
pub const DATE_LABEL: &str = "Published on";
/// Under the date field while it is empty.
pub const DATE_HINT: &str = "Not given. If the text has no date either, today is assumed.";
/// The same where the settings leave such dates open.
pub const DATE_HINT_OPEN: &str = "Not given. If the text has no date either, “last night” and the like stay open.";
/// Under the date field when it is filled.
pub const DATE_HINT_GIVEN: &str = "“Last night” and the like are counted from this day.";

/// Button: read the article.
pub const EXPLAIN: &str = "Explain";
/// Button: fill the box with an invented article.
pub const SAMPLE: &str = "Try a sample";
/// Before the names of the samples on the first visit.
pub const SAMPLE_KINDS: &str = "Invented articles to try:";
/// Where the samples could not be fetched.
pub const NO_SAMPLE: &str = "The samples could not be loaded. Check the connection, then try again.";
/// Button: choose a file.
pub const OPEN: &str = "Open a file";
/// Beside [`OPEN`].
pub const OPEN_HINT: &str = "A file may be text, Markdown, HTML, Word or mail. You can also drop it anywhere on the page.";
/// Status while a file is opened.
pub const STATUS_OPENING: &str = "Opening the file…";
/// Button: empty the box.
pub const CLEAR: &str = "Clear";
/// Button: take the clearing back.
pub const UNDO: &str = "Undo clear";
/// The same where another article has taken the box.
pub const UNDO_REPLACED: &str = "Bring back my text";
/// Button: open the folded paste box.
pub const EDIT: &str = "Edit text";
/// Said of the sample.
pub const SAMPLE_NOTE: &str = "The sample is an invented article.";
/// An article to try, whose events are invented.
pub struct Sample {
    /// Its kind of story, as the reader sees it.
    pub name: &'static str,
    /// Its text is `data/samples/FILE.txt`; the page fetches all of them as one file when the first is wanted.
    pub file: &'static str,
    /// Its day of publication, ISO 8601.
    pub published: &'static str,
}

/// The samples in the order in which they are offered, one for each kind of story.
pub const SAMPLES: [Sample; 9] = [
    Sample { name: "Air strikes", file: "harbour-night", published: "2025-11-19" },
    Sample { name: "Drones", file: "sudan-east-drones", published: "2026-03-14" },
    Sample { name: "Shelling", file: "nikopol-shelling", published: "2026-05-14" },
    Sample { name: "Bombing", file: "maiduguri-bombing", published: "2026-02-03" },
    Sample { name: "Earthquake", file: "van-earthquake", published: "2026-10-08" },
    Sample { name: "Flood", file: "sylhet-flood", published: "2026-06-19" },
    Sample { name: "Typhoon", file: "bicol-typhoon-salinta", published: "2025-11-19" },
    Sample { name: "Road crash", file: "ayacucho-coach-crash", published: "2026-08-22" },
    Sample { name: "Summit", file: "geneva-grain-summit", published: "2026-04-11" },
];

/// Status while nothing was asked.
pub const STATUS_IDLE: &str = "Nothing to read yet.";
/// Status while the engine is loading.
pub const STATUS_LOADING: &str = "Getting the reader and its place names…";
/// Status while an answer is awaited.
pub const STATUS_READING: &str = "Reading…";
/// Status where the text is in a language that is not read.
pub const STATUS_UNREAD: &str = "Not read: the text seems not to be in English.";
/// Button: read it all the same.
pub const READ_ANYWAY: &str = "Read it as English all the same";
/// Under [`not_english`].
pub const NOT_ENGLISH_MORE: &str = "Factbox reads news in English only; in another language it would find wrong figures. If the text is in English      after all, let it be read.";
/// After another app shared no more than an address.
pub const ONLY_LINK: &str =
    "Only a link came along, and this page fetches nothing. Open the article, select its text and share that, or paste it here.";
/// Status after an empty box was sent.
pub const NOTHING_TO_READ: &str = "Nothing to read yet. Paste an article first.";
/// Where the text holds no fact at all.
pub const NOTHING_FOUND: &str = "The text names no attack, no disaster and no figures that can be explained.";
/// Status after a file was handed to the browser.
pub const KEPT: &str = "The file is with your downloads.";
/// Status after a copy.
pub const COPIED: &str = "Copied.";
/// Status where the clipboard refused.
pub const NOT_COPIED: &str = "Your browser did not allow the copy. Keep the file instead.";
/// Status where the browser took no file.
pub const NOT_KEPT: &str = "Your browser did not take the file. Copy the brief instead.";
/// Status where a link's text could not be read.
pub const LINK_BROKEN: &str = "This link is incomplete. Paste the article instead.";
/// Under the heading of the exports.
pub const EXPORT_NOTE: &str = "Files are made in your browser and hold the facts with the sentences behind them.";
/// Foot of the page: whose data it stands on.
pub const CREDITS: &str = "Place names: GeoNames, CC BY 4.0. Everything is worked out in your browser; there is no server.";

/// Under [`NOTHING_FOUND`].
pub const NOTHING_FOUND_MORE: &str = "Factbox reads news articles in English. Paste the whole article, with its first sentences.";
/// Where the article has facts but no attack or disaster.
pub const NO_EVENT: &str = "This article reports no attack or disaster; here is what it says.";
/// After the worker failed.
pub const READER_STOPPED: &str =
    "The reader stopped and was restarted. Your text is still here; change it or press Explain to try again.";
/// After the worker failed to start at all.
pub const READER_MISSING: &str =
    "The reader could not be loaded. Your text is still here; check the connection, then press Explain to try again.";
/// After the page itself failed.
pub const PAGE_BROKEN: &str = "Something in this page went wrong. Copy your text if you need it, then load the page again.";
/// A newer build lies ready.
pub const NEW_VERSION: &str = "A new version is ready. Your text stays.";
/// Button beside [`NEW_VERSION`].
pub const RELOAD: &str = "Reload";
/// Where the gazetteer is missing.
pub const NO_PLACES: &str = "The list of places could not be loaded, so no region is shown. Load the page again to get it.";

/// From this size on, in bytes, reading takes long enough to be stopped.
pub const LONG_TEXT: usize = 60_000;
/// Button: stop reading.
pub const STOP: &str = "Stop";
/// Status after that.
pub const STOPPED: &str = "Stopped. Your text is still here.";

/// The largest text that is read, in bytes.
pub const LARGEST_TEXT: usize = 5_000_000;

/// `count` characters of the text show nothing or turn the direction of a line.
pub fn hidden(count: usize) -> String {
    let characters = if count == 1 { "one hidden character".to_string() } else { format!("{count} hidden characters") };
    format!(
        "This text has {characters}, made to show nothing or to turn the direction of a line: it may say something else than it seems to."
    )
}

/// Refusal of a text above [`LARGEST_TEXT`]; `bytes` is its size.
pub fn too_long(bytes: usize) -> String {
    let megabytes = |n: usize| format!("{:.1}", n as f64 / 1e6);
    format!(
        "This text has {} MB; the reader takes up to {} MB. Paste one article at a time.",
        megabytes(bytes),
        LARGEST_TEXT / 1_000_000
    )
}

/// Status after a link was copied; `bytes` is its length.
pub fn link_copied(bytes: usize) -> Cow<'static, str> {
    format!("Link copied, {:.1} kB. It holds the whole text; whoever has it can read it.", bytes as f64 / 1e3).into()
}

/// Why a file was not opened, and what to do.
pub fn not_opened(why: Refusal) -> String {
    match why {
        Refusal::TooLarge => {
            format!("This file is too large; up to {} MB are opened. Paste the article’s text instead.", LARGEST_FILE / 1_000_000)
        }
        Refusal::UnknownKind => {
            "Files of this kind are not opened. Paste the article’s text, or bring it as .txt, .md, .html, .docx or .eml.".into()
        }
        Refusal::Damaged => "This file could not be opened; it may be damaged. Paste the article’s text instead.".into(),
        Refusal::Empty => "There is no text in this file. Paste the article’s text instead.".into(),
    }
}

/// Status after an answer.
pub fn status(facts: usize, places: usize) -> String {
    let line = format!("{}, {}", count(facts, "fact", "facts"), count(places, "place", "places"));
    if facts == 0 { line.replacen('n', "N", 1) } else { line }
}

/// The day that relative dates hang on was assumed.
pub fn date_assumed(iso: &str) -> String {
    format!("The article does not say when it was published; {} is assumed.", wording::day(iso))
}

/// The day of publication, given by the reader.
pub fn date_given(iso: &str) -> String {
    format!("Published {}.", wording::day(iso))
}

/// The day of publication, read from the text.
pub fn date_read(iso: &str) -> String {
    format!("Published {}, as the text says.", wording::day(iso))
}

/// Warning for a text in another language; `language` is its English name.
pub fn other_language(language: &str) -> String {
    format!("This text seems to be in {language}. Factbox reads English, so facts may be missing or wrong.")
}

/// Where a text is not read for its language, by its English name.
pub fn not_english(language: &str) -> String {
    format!("Looks like {language}: not read yet.")
}

/// Headings of the panels.
pub mod heading {
    #![allow(missing_docs)]
    use factbox_engine::scope::Scope;

    pub const FACTS: &str = "What the article says";
    pub const SUMMARY: &str = "What, where, when";
    pub const CASUALTIES: &str = "Casualties";
    pub const LEDGER: &str = "Every count in the article";
    pub const LEDGER_BACKGROUND: &str = "Earlier events";
    pub const LEDGER_CUMULATIVE: &str = "Over a longer time";
    pub const LEDGER_PROSPECTIVE: &str = "Feared or expected";
    /// The parts of the ledger in their order.
    pub const LEDGERS: [(Scope, &str); 4] = [
        (Scope::Current, LEDGER),
        (Scope::Background, LEDGER_BACKGROUND),
        (Scope::Cumulative, LEDGER_CUMULATIVE),
        (Scope::Prospective, LEDGER_PROSPECTIVE),
    ];
    pub const REGIONS: &str = "Regions hit";
    pub const PLACES: &str = "Places";
    pub const REGIONS_BACKGROUND: &str = "Hit in earlier events";
    pub const OTHER_PLACES: &str = "Other places in the article";
    pub const BRIEF: &str = "In brief";
    pub const KEY_FACTS: &str = "Key facts";
    pub const TIMELINE: &str = "Timeline";
    pub const WEAPONS: &str = "Weapons";
    pub const DAMAGE: &str = "Damage";
    pub const TALKS: &str = "Talks";
    pub const STATEMENTS: &str = "Who said what";
    pub const PEOPLE: &str = "People and bodies";
    pub const TERMS: &str = "Terms";
    pub const CHECKS: &str = "Checks";
    pub const EXPORT: &str = "Keep and share";
    pub const ARTICLE: &str = "Article";
}

/// Buttons of the exports.
pub mod keep {
    #![allow(missing_docs)]
    pub const COPY_LINK: &str = "Copy a link with the text";
    pub const COPY_BRIEF: &str = "Copy the brief";
    pub const MARKDOWN: &str = "Brief (Markdown)";
    pub const CSV: &str = "Counts (CSV)";
    pub const GEOJSON: &str = "Places (GeoJSON)";
    pub const JSON: &str = "Everything (JSON)";
}

/// Names of the sticky bar's links.
pub mod bar {
    #![allow(missing_docs)]
    pub const NAME: &str = "Parts of the page";
    pub const SUMMARY: &str = "Summary";
    pub const REGIONS: &str = "Regions";
    pub const ARTICLE: &str = "Article";
    pub const BACK: &str = "Back";
}

/// Column heads of the ledger.
pub mod column {
    use crate::order::Column;

    /// Name of a column.
    pub fn name(column: Column) -> &'static str {
        match column {
            Column::Kind => "Kind",
            Column::Number => "Number",
            Column::Who => "Who",
            Column::Where => "Where",
            Column::Source => "Source",
        }
    }

    /// What a press on a column's head does.
    pub fn sort_by(column: Column) -> String {
        format!("Sort by {}", name(column).to_lowercase())
    }
}

/// Short words and links inside the panels.
pub mod phrase {
    #![allow(missing_docs)]
    pub const NOT_STATED: &str = "Not stated";
    pub const ATTACKER: &str = "Attacker:";
    pub const DATE_NOT_STATED: &str = "date not stated";
    /// Opens the ledger of a narrow screen.
    pub fn all_counts(n: usize) -> String {
        format!("All {n} counts, one by one")
    }
    pub const WHY: &str = "Why?";
    pub const NAMED: &str = "named in the article, and what stands beside the name";
    pub const DATED: &str = "date that the article gives";
    pub const DATED_FROM: &str = "words of time, counted from the day of publication";
    pub const WHY_TOTAL: &str = "Why this total";
    pub const COUNTED: &str = "Counted";
    pub const LEFT_OUT: &str = "Left out";
    pub const NO_COUNT_LEFT_OUT: &str = "Nothing was left out.";
    pub const DISPUTED: &str = "Sources disagree";
    pub const IN_THE_ARTICLES_WORDS: &str = "In the article’s words";
    pub const THE_ARTICLE: &str = "The article";
    pub const UNNAMED_SOURCE: &str = "A source that is not named";
    pub const KILLED: &str = "killed";
    pub const WOUNDED: &str = "wounded";
    pub const REGION_UNKNOWN: &str = "region not said";
    pub const APPROXIMATE: &str = "approximate";
    pub const MEDIATED_BY: &str = "Mediated by";
    pub const VENUE: &str = "Where";
    pub const ABOUT: &str = "About";
    pub const STICKING_POINTS: &str = "Apart on";
    pub const ON: &str = "When";
    pub const TERMS_NOTE: &str = "Explained in Factbox’s own words, not the article’s.";
    pub const SKIPPED: &str = "Left out as site text, no news";
}

/// Button under a long list that shows only its beginning.
pub fn show_more(n: usize) -> String {
    format!("Show {} more", grouped(n as u64))
}

/// Button under an article that shows only its beginning: so many of its parts of `all`.
pub fn show_rest(shown: usize, all: usize) -> String {
    format!("Show more of the article ({shown} of {} parts shown)", grouped(all as u64))
}

/// Name of a file that the reader keeps.
pub fn file_name(format: Format) -> String {
    format!("factbox.{}", format.ending())
}

/// The words for a source: "claimed by Volodymyr Petrenko".
pub fn by(what: &str, name: &str) -> String {
    format!("{what} by {name}")
}

/// Who says so, and how sure it is: "the article", "claimed by Ivan Petrenko", "not verified".
pub fn source(status: Status, name: Option<&str>) -> String {
    match (labels::status(status), name) {
        (None, None) => phrase::THE_ARTICLE.to_lowercase(),
        (None, Some(name)) => name.to_string(),
        (Some(label), None) => label.to_string(),
        (Some(label), Some(name)) => by(label, name),
    }
}

/// The same where only what is not a plain statement is worth a word.
pub fn doubt(status: Status, name: Option<&str>) -> Option<String> {
    (status != Status::Reported || name.is_some()).then(|| source(status, name))
}

/// How the article writes a term, where the glossary's writing does not show it: "here “IDPs”".
pub fn written_here(term: &str, written: &str) -> Option<String> {
    let plain = |text: &str| text.to_lowercase().replace('’', "'");
    let (term, known) = (plain(term), plain(written));
    (!known.contains(term.trim_end_matches('y'))).then(|| format!("here “{written}”"))
}

/// Explains which rule found a fact.
pub fn found_by(rule: &str) -> String {
    format!("Found by the rule “{}”.", rule.replace(['_', '.'], " "))
}

/// A text's size for the refusal to be checked against.
pub fn is_too_long(text: &str) -> bool {
    text.len() > LARGEST_TEXT
}

/// Characters of the article, for the folded box.
pub fn article_size(text: &str) -> String {
    format!("{} words", grouped(text.split_whitespace().count() as u64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_line_counts_in_good_english() {
        assert_eq!(status(1, 0), "1 fact, no places");
        assert_eq!(status(0, 0), "No facts, no places");
        assert_eq!(status(14, 5), "14 facts, 5 places");
    }

    #[test]
    fn the_refusal_tells_both_sizes() {
        assert_eq!(too_long(5_200_000), "This text has 5.2 MB; the reader takes up to 5 MB. Paste one article at a time.");
    }

    #[test]
    fn a_card_shows_how_the_article_writes_its_term() {
        assert_eq!(written_here("internally displaced person", "IDPs").as_deref(), Some("here “IDPs”"));
        assert_eq!(written_here("casualty", "Casualties"), None);
        assert_eq!(written_here("David's Sling", "David’s Sling"), None);
    }

    #[test]
    fn samples_are_short_articles() {
        for sample in SAMPLES {
            let text =
                std::fs::read_to_string(format!("{}/data/samples/{}.txt", env!("CARGO_MANIFEST_DIR"), sample.file)).unwrap();
            let words = text.split_whitespace().count();
            assert!((150..=400).contains(&words), "{}: {words} words", sample.name);
            assert!(sample.published.parse::<factbox_engine::Day>().is_ok());
        }
    }
}
