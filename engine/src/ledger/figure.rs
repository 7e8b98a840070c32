//! Figures: what the words around a number of people say of it: older, raised, given by another, of bodies already found.

use crate::event::Placed;
use crate::event::count::Tally;
use crate::event::reading::Reading;
use crate::report::Kind;

/// The last sentence of a lead.
pub const LEAD: usize = 3;

/// "Two boys among dead": the headline tells a part of what the lead counts.
pub fn is_headline(reading: Reading, row: &Placed<Tally>) -> bool {
    reading.text.sentences.get(row.setting.sentence).is_some_and(|s| s.in_title)
}

/// "22 bodies had been given back to their families": not all of the dead.
pub fn is_handled(reading: Reading, row: &Placed<Tally>) -> bool {
    let frame = &reading.parse.frames[row.fact.frame];
    let body = matches!(frame.predicate.lemma(), "body" | "corpse" | "remains");
    let behind = row.fact.tokens.end..reading.clause(frame.sentence, frame.clause).end;
    body && behind.into_iter().any(|i| HANDLED.contains(&reading.tagged.key(i)))
}

/// What is done to bodies after they have been found.
const HANDLED: &[&str] = &[
    "given",
    "handed",
    "returned",
    "released",
    "identified",
    "buried",
    "repatriated",
    "flown",
    "delivered",
    "transferred",
    "cremated",
    "examined",
    "laid",
    "collected",
    "claimed",
    "lie",
    "lay",
    "lying",
];

/// Adverbs of what was told after something else.
const AFTERWARDS: &[&str] = &["later", "afterwards", "afterward", "subsequently", "eventually", "finally"];

/// The sentence says that its figure is an older one.
pub fn is_earlier_figure(reading: Reading, row: &Placed<Tally>) -> bool {
    let told = row.fact.tokens.clone();
    // "lowering an earlier toll of 15"
    let noun = reading.parse.frames[row.fact.frame].predicate.part_of_speech() == "n";
    let told = if noun { told.start.saturating_sub(2)..told.end } else { told };
    // "The first toll of 32 was revised, while the number of injured rose": of the toll alone.
    let clause = reading.parse.frames[row.fact.frame].clause;
    let apart = raises(reading, row) && clause > 0;
    // "First reports spoke of 449 dead; the ministry later gave 428": the second is the newer one.
    let newer = clause > 0 && reading.clause(row.setting.sentence, clause).any(|i| AFTERWARDS.contains(&reading.tagged.key(i)));
    let first = !newer && !apart && reading.has_cue(reading.clause(row.setting.sentence, 0), "initially");
    first || reading.has_cue(told, "initially")
}

/// The clause says that a figure was given first: "the ministry first spoke of eleven missing".
pub fn is_earlier_report(reading: Reading, row: &Placed<Tally>) -> bool {
    let clause = reading.clause(row.setting.sentence, reading.parse.frames[row.fact.frame].clause);
    reading.has_cue(clause.start..row.fact.tokens.end.max(clause.start), "first_report")
}

/// A toll that rises, climbs or is raised.
pub fn raises(reading: Reading, row: &Placed<Tally>) -> bool {
    reading.parse.frames[row.fact.frame].predicate.wants("reach").is_some()
}

/// "The ministry put the toll at four": another source's number, and no later one.
pub fn gives(reading: Reading, row: &Placed<Tally>) -> bool {
    let trigger = reading.parse.frames[row.fact.frame].trigger.start;
    let key = |i: usize| reading.tagged.key(i);
    let mut before = (trigger.saturating_sub(3)..trigger).map(key);
    let later = reading.sentence(row.setting.sentence).any(|i| LATER.contains(&key(i)));
    raises(reading, row)
        && before.any(|w| matches!(w, "put" | "puts" | "gave" | "gives" | "place" | "places" | "placed"))
        && !later
}

/// Words of a newer figure.
const LATER: &[&str] = &["later", "now", "updated", "revised", "latest", "raised", "since", "rose", "risen"];

/// "All the 15 passengers were hurt", "all 15 were taken to hospital": nobody is left beside them.
pub fn holds_all(reading: Reading, row: &Placed<Tally>) -> bool {
    let start = row.fact.tokens.start;
    let all = |i: usize| reading.tagged.key(i) == "all";
    row.fact.kind == Kind::Wounded && (all(start) || start > reading.sentence(row.setting.sentence).start && all(start - 1))
}

/// "Two people were in hospital": those who had to be brought there may not be all of the wounded.
pub fn is_brought_in(reading: Reading, row: &Placed<Tally>) -> bool {
    let predicate = reading.parse.frames[row.fact.frame].predicate;
    row.fact.kind == Kind::Wounded && matches!(predicate.lemma(), "in hospital" | "hospitalize" | "hospitalise")
}

/// Nouns for any people: a number of these may hold one who was told before.
const ANYONE: &[&str] =
    &["people", "persons", "victims", "casualties", "men", "women", "children", "civilians", "residents", "villagers"];

/// "The owner was arrested … two supervisors were detained": the noun of the number is none that holds the one.
pub fn may_hold(reading: Reading, row: &Placed<Tally>) -> bool {
    let last = row.fact.noun();
    let bare = row.fact.who == row.fact.amount.text || TOLL_NOUNS.contains(&last.as_str());
    let noun = reading.parse.frames[row.fact.frame].predicate.part_of_speech() == "n";
    bare || noun || ANYONE.contains(&last.as_str()) || row.fact.kind == Kind::Killed && row.fact.amount.figure() > 9
}

/// Words that close a number of dead.
const TOLL_NOUNS: &[&str] = &["dead", "killed", "others", "bodies", "members", "lives"];
