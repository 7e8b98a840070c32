//! Whether the clause around a time expression tells of what was or of what is to come.

use super::reader::Reader;

/// What the clause says about the direction of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    Unknown,
}

/// How far a moved date stands from its verb: "moved from 3 June to 5 July".
const MOVED_REACH: usize = 8;

/// Conjunctions of what has not come about: "if the road is not cleared before March".
const CONDITIONAL: &[&str] = &["if", "once", "unless"];

/// How far a cue may stand from the time expression, in tokens.
const REACH: usize = 30;

/// Auxiliaries and adverbs of what is to come: "The talks will resume on Monday."
const FUTURE: &[&str] =
    &["'ll", "deadline", "expects", "forthcoming", "may", "might", "shall", "upcoming", "will", "won't", "won’t", "would"];

/// Participles that announce, beside a form of "be" or before "to" or "for": "is due on Friday", "scheduled for Friday".
const ANNOUNCED: &[&str] =
    &["billed", "due", "expected", "forecast", "pencilled", "planned", "poised", "scheduled", "set", "slated", "supposed"];

/// Verbs and nouns that announce before an infinitive: "agreed to meet on Sunday", "plans to visit on Friday".
const INTENT: &[&str] = &[
    "agree",
    "agreed",
    "agrees",
    "aims",
    "ask",
    "asked",
    "decided",
    "hope",
    "hopes",
    "intend",
    "intends",
    "invited",
    "offered",
    "offers",
    "ordered",
    "plan",
    "planning",
    "plans",
    "pledged",
    "prepare",
    "prepares",
    "preparing",
    "promised",
    "promises",
    "ready",
    "summoned",
    "urged",
    "vow",
    "vowed",
    "vows",
    "want",
    "wants",
];

/// Words that move a date: "postponed until Friday", "brought forward to Monday", "put off to 9 June".
const MOVED: &[&str] = &[
    "adjourned",
    "adjourns",
    "back",
    "brought",
    "deferred",
    "delayed",
    "extended",
    "extends",
    "forward",
    "moved",
    "off",
    "postponed",
    "pushed",
    "rescheduled",
    "shifted",
];

/// Verbs that fix a day for something: "set a hearing for Friday".
const ARRANGED: &[&str] = &["announced", "arranged", "booked", "called", "fixed", "proposed", "set", "summoned"];

/// Verbs that open a programme in the present: "voting begins on Sunday".
const OPENS: &[&str] =
    &["are", "arrive", "arrives", "begin", "begins", "expires", "is", "open", "opens", "resume", "resumes", "start", "starts"];

/// Verbs in the present that tell of a programme: "the congress starts in Kelm on Sunday", "Serbia votes on Sunday".
const PROGRAMME: &[&str] = &[
    "arrives", "begins", "closes", "convenes", "departs", "elects", "ends", "expires", "heads", "meets", "opens", "reopens",
    "resumes", "retires", "returns", "starts", "travels", "visits", "votes",
];

/// The same behind several: "voters return to the polls on Sunday", "talks begin in Doha on Sunday".
const PROGRAMMES: &[&str] = &[
    "arrive", "begin", "close", "convene", "depart", "elect", "end", "expire", "head", "meet", "open", "reopen", "resume",
    "return", "start", "travel", "visit", "vote",
];

/// How far the day of a programme stands behind its verb, in tokens.
const PROGRAMME_REACH: usize = 8;

/// Past forms without "-ed" that are no base form too.
const PAST: &[&str] = &[
    "became", "began", "bore", "broke", "brought", "built", "came", "caught", "claimed", "did", "didn't", "died", "drove", "dug",
    "fell", "felt", "fired", "fled", "flew", "fought", "found", "gave", "got", "grew", "had", "has", "have", "heard", "held",
    "kept", "knew", "laid", "launched", "led", "left", "lost", "made", "met", "paid", "ran", "rang", "rose", "said", "sank",
    "saw", "sent", "shook", "shot", "slid", "sold", "spent", "spoke", "stood", "struck", "swept", "thought", "told", "took",
    "tore", "was", "wasn't", "went", "were", "weren't", "woke", "won", "wore", "wrote",
];

/// Words in "-ed" that are no past forms, longer than [`SHORTEST_PAST`].
const NO_PAST: &[&str] =
    &["armed", "embed", "exceed", "hundred", "indeed", "proceed", "sacred", "speed", "succeed", "united", "unmanned"];

/// Shortest word that "-ed" makes a past form.
const SHORTEST_PAST: usize = 5;

/// How far behind a day its event may be called in doubt, in tokens.
const AWAITED_REACH: usize = 8;

/// Words that open another clause.
const BORDERS: &[&str] = &["after", "although", "as", "because", "before", "but", "since", "though", "when", "whereas", "while"];

/// The tense of the clause around the tokens `from..to`: the nearest verb before it in the clause, or else the first after it.
pub(super) fn of(reader: &Reader, from: usize, to: usize) -> Tense {
    if is_awaited(reader, to) {
        return Tense::Future;
    }
    // "Has been bailed until September".
    let until = from > reader.start && matches!(reader.lower(from - 1).as_ref(), "until" | "till");
    let still = |k: usize| matches!(reader.lower(k).as_ref(), "has" | "have" | "remain" | "remains");
    if until && (reader.start.max(from.saturating_sub(PROGRAMME_REACH))..from).any(still) {
        return Tense::Future;
    }
    let floor = reader.start.max(from.saturating_sub(REACH));
    for k in (floor..from).rev() {
        let word = reader.lower(k);
        if word == ";" || (holds(BORDERS, &word) && k + 1 < from) {
            break;
        }
        if let Some(tense) = cue(reader, k, &word, from) {
            return tense;
        }
    }
    for k in to..reader.end.min(to + REACH) {
        let word = reader.lower(k);
        if matches!(word.as_ref(), ";" | ":") {
            break;
        }
        if let Some(tense) = cue(reader, k, &word, from) {
            return tense;
        }
    }
    Tense::Unknown
}

/// "Thrown Sunday's talks into doubt", "on the eve of Sunday's vote": what is in doubt is still to come.
fn is_awaited(reader: &Reader, to: usize) -> bool {
    let end = reader.end.min(to + AWAITED_REACH);
    let possessive = (to.saturating_sub(1)..end.min(to + 1)).any(|k| matches!(reader.lower(k).as_ref(), "'s" | "’s"));
    let mut doubt = (to..end).map(|k| (reader.lower(k), reader.lower(k + 1)));
    possessive
        && doubt.any(|(a, b)| matches!((a.as_ref(), b.as_ref()), ("into" | "in", "doubt") | ("at" | "in", "risk" | "jeopardy")))
}

fn cue(reader: &Reader, k: usize, word: &str, from: usize) -> Option<Tense> {
    let before = |n: usize| k.checked_sub(n).filter(|&b| b >= reader.start).map(|b| reader.lower(b)).unwrap_or_default();
    let after = |n: usize| reader.lower(k + n);
    let is = |list: &[&str]| holds(list, word);
    if is(FUTURE) || word.ends_with("'ll") || word.ends_with("’ll") {
        // "Three may have died": the perfect looks back.
        let perfect = after(1) == "have" || after(2) == "have";
        let month = word == "may" && reader.text.tokens[k].capital;
        return (!month).then_some(if perfect { Tense::Past } else { Tense::Future });
    }
    if word == "ahead" && after(1) == "of" {
        return Some(Tense::Future);
    }
    // "Have set a hearing for Feb. 15", "called an election for 3 June".
    let first = matches!(before(1).as_ref(), "first" | "originally" | "initially");
    if is(ARRANGED) && !first && from > k + 1 && from - k <= PROGRAMME_REACH && reader.lower(from - 1) == "for" {
        return Some(Tense::Future);
    }
    if is(ANNOUNCED) {
        if matches!(before(1).as_ref(), "first" | "originally" | "initially") {
            return Some(Tense::Past);
        }
        let causal = word == "due" && after(1) == "to" && !is_be(&before(1));
        let announces = is_be(&before(1))
            || is_be(&before(2))
            || matches!(after(1).as_ref(), "to" | "for" | "in" | "on" | "at" | "next" | "until")
            || matches!(before(1).as_ref(), "a" | "the" | "its" | "their");
        return (announces && !causal).then_some(Tense::Future);
    }
    if is(INTENT) && (1..4).any(|n| after(n) == "to" && k + n < from) {
        return Some(Tense::Future);
    }
    // "moved to Norvia on Friday" moves no date: "to" must stand right before it.
    let moved_to = || (1..=2).any(|n| from > k + n && matches!(reader.lower(from - n).as_ref(), "to" | "until" | "till"));
    if is(MOVED) && from > k && from - k <= MOVED_REACH && moved_to() {
        return Some(Tense::Future);
    }
    // "Was to attend a meeting in September": planned then, and still to come.
    if matches!(word, "was" | "were") && after(1) == "to" && after(2) != "have" && from > k + 2 {
        return Some(Tense::Future);
    }
    if is(CONDITIONAL) {
        return Some(Tense::Future);
    }
    if matches!(word, "is" | "are") {
        if after(1) == "to" || after(1).ends_with("ing") || (after(1) == "not" && after(2).ends_with("ing")) {
            return Some(Tense::Future);
        }
        if after(1) == "going" && after(2) == "to" {
            return Some(Tense::Future);
        }
    }
    if is(OPENS) && (k + 1 == from || (k + 2 == from && matches!(after(1).as_ref(), "on" | "in" | "at"))) {
        return Some(Tense::Future);
    }
    if is_programme(reader, k, word, from) {
        return Some(Tense::Future);
    }
    // "They have until Monday to leave."
    if matches!(word, "have" | "has") && matches!(after(1).as_ref(), "until" | "till") {
        return Some(Tense::Future);
    }
    if is(PAST) || (word.len() >= SHORTEST_PAST && word.ends_with("ed") && !is(NO_PAST)) {
        return group(reader, k);
    }
    None
}

/// A verb in the present tells of what is planned; a headline tells the past so.
fn is_programme(reader: &Reader, k: usize, word: &str, from: usize) -> bool {
    let last = reader.end.checked_sub(1).map_or("", |i| reader.word(i));
    let prose = matches!(last, "." | "!" | "?" | "\"" | "”" | "’" | "'") && !reader.in_title();
    let near = k < from && from - k <= PROGRAMME_REACH || k > from;
    if !prose || !near || k == reader.start {
        return false;
    }
    let after = |n: usize| reader.lower(k + n);
    let before = reader.lower(k - 1);
    // "A gunman opens fire" is told of what was.
    if after(1) == "fire" || after(1) == "up" {
        return false;
    }
    let several = before.len() > 3 && before.ends_with('s') || before == "people" || before == "which";
    // "Takes effect", "goes on trial", "goes to the polls", "comes into force", "faces trial".
    let set = match word {
        "takes" => matches!(after(1).as_ref(), "effect" | "office" | "place" | "over" | "part"),
        "take" => several && matches!(after(1).as_ref(), "effect" | "office" | "place" | "over" | "part"),
        "goes" => matches!(after(1).as_ref(), "to" | "on" | "into" | "before" | "live"),
        "go" => several && matches!(after(1).as_ref(), "to" | "on" | "into" | "before"),
        "comes" | "enters" => after(1) == "into" || k < from && (k + 1 == from || k + 2 == from && after(1) == "on"),
        "come" | "enter" => several && after(1) == "into",
        "faces" => matches!(after(1).as_ref(), "trial" | "court" | "voters" | "judges" | "sentencing" | "elections"),
        "appears" => matches!(after(1).as_ref(), "in" | "before") && k < from,
        _ => false,
    };
    set || holds(PROGRAMME, word) || k < from && several && holds(PROGRAMMES, word)
}

/// The tense of the verb group that ends in the past form at `k`: "will be released", "are to be freed" look ahead.
/// The present passive ("are completed") says nothing.
fn group(reader: &Reader, k: usize) -> Option<Tense> {
    for b in (reader.start..k).rev().take(4) {
        let word = reader.lower(b);
        match word.as_ref() {
            "be" | "being" | "not" | "also" | "then" => {}
            "will" | "shall" | "would" | "may" | "might" if !reader.is_capital(b) || b == reader.start => {
                return Some(Tense::Future);
            }
            "is" | "are" => return None,
            "to" => {
                let before = b.checked_sub(1).map(|p| reader.lower(p)).unwrap_or_default();
                let planned =
                    holds(ANNOUNCED, &before) || holds(INTENT, &before) || matches!(before.as_ref(), "is" | "are" | "going");
                return Some(if planned { Tense::Future } else { Tense::Past });
            }
            adverb if adverb.ends_with("ly") => {}
            _ => break,
        }
    }
    Some(Tense::Past)
}

/// A verb that moves a date, so that "from Monday to Friday" behind it is no stretch.
pub(super) fn is_moved(word: &str) -> bool {
    holds(MOVED, word)
}

fn holds(sorted: &[&str], word: &str) -> bool {
    sorted.binary_search(&word).is_ok()
}

fn is_be(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "be" | "now" | "been" | "remains")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        for list in
            [FUTURE, ANNOUNCED, INTENT, ARRANGED, MOVED, OPENS, PROGRAMME, PROGRAMMES, PAST, NO_PAST, BORDERS, CONDITIONAL]
        {
            assert!(list.is_sorted_by(|a, b| a < b), "{list:?}");
        }
    }
}
