//! What the page says of itself: the help, and how far it can be trusted.

/// A heading and what stands under it.
pub type Part = (&'static str, &'static [&'static str]);

/// Opens [`PARTS`].
pub const ABOUT: &str = "About Factbox";
/// Opens [`KEYS`].
pub const KEYS_NAME: &str = "Keys";
/// Closes either.
pub const CLOSE: &str = "Close";

/// Keys and what they do.
pub const KEYS: [(&str, &str); 7] = [
    ("n", "go to the next marked words of the article"),
    ("p", "go to the marked words before"),
    ("Enter", "on marked words: show the fact; on a fact: show its sentence"),
    ("Esc", "let go of what is chosen; close a window like this one"),
    ("+ −", "on the map: zoom"),
    ("arrows, 0", "on the map: move, show the whole extent"),
    ("?", "show these keys"),
];

/// The window behind [`ABOUT`].
pub const PARTS: [Part; 5] = [
    (
        "Privacy",
        &["What you paste is read in your own browser. The page has no server and sends nothing of it anywhere. \
           Close the page and the text is gone, unless you have turned the history on, which keeps articles in this browser only."],
    ),
    (
        "How it works",
        &[
            "Factbox takes the sentences apart, finds counts of people, places, dates, weapons, damage and statements by rules, \
             and ties each to the words behind it. Nothing is guessed from outside the text, and no article is compared with another.",
            "A total is arithmetic over the counts of the article; “Why this total” shows what was counted and what was left out.",
        ],
    ),
    (
        "Where it fails",
        &[
            "It repeats what the article says and cannot know whether that is true. It reads English only.",
            "It can miss counts that are told in unusual words, give a count to the wrong place where several are named in a sentence, \
             and take a lesser-known place for a better-known one of the same name. Always read the sentence behind a figure before you use it.",
        ],
    ),
    (
        "Borders",
        &[
            "Borders and regions stand as GeoNames and Natural Earth have them; disputed borders are dashed. No position is taken.",
        ],
    ),
    (
        "Data and licences",
        &[
            "Place names: GeoNames, CC BY 4.0. Outlines: Natural Earth, public domain. Parts of speech: TextBlob, MIT.",
            "Factbox itself may be used under the MIT or the Apache 2.0 licence.",
        ],
    ),
];
