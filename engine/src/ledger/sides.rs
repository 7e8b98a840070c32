//! Sides: those who did it beside those whom they harmed, armed beside unarmed, and callings that do not overlap.

use super::Relation;
use crate::event::count::{self, Tally};
use crate::event::reading::Reading;
use crate::event::{Findings, Placed};
use crate::frame::chunk::ChunkKind;

/// Dead attackers who make up a toll with its one part belong to it: "eight dead … five people … all three assailants".
pub fn with_attackers(reading: Reading, findings: &Findings, relations: &mut [Relation], at: usize) {
    let counts = &findings.counts;
    let own = &counts[at];
    if !relations[at].stands_alone() || own.fact.group != "attackers" {
        return;
    }
    let number = |i: usize| counts[i].fact.amount.low;
    let whole = (0..counts.len()).filter_map(|part| Some((part, relations[part].part_of?))).find(|(part, whole)| {
        *whole != at && counts[*part].fact.kind == own.fact.kind && number(*part) + number(at) == number(*whole)
    });
    // "Two dead … the dead were a woman and her grandson": the list leaves nobody over.
    let full = |whole: usize| {
        let parts: Vec<usize> = (0..counts.len()).filter(|k| relations[*k].part_of == Some(whole)).collect();
        let listed =
            |k: usize| parts.iter().filter(|p| counts[**p].fact.frame == counts[k].fact.frame).map(|p| number(*p)).sum::<u64>();
        parts.iter().any(|k| listed(*k) == number(whole))
    };
    // "Deaths: 32" of a table, then the bomber who is one of them.
    let field = (0..at).find(|k| {
        let other = &counts[*k];
        let alone = relations[*k].stands_alone() && other.fact.kind == own.fact.kind && number(*k) > number(at);
        alone
            && reading.text.words(&other.fact.tokens).contains(": ")
            && reading.parse.frames[other.fact.frame].predicate.part_of_speech() == "n"
    });
    if field.is_some() {
        relations[at].part_of = field;
        return;
    }
    relations[at].part_of = whole.map(|(_, whole)| whole).filter(|whole| !full(*whole));
}

/// "Five, including the gunman, died … he was shot by police": the attacker whom a toll already holds.
pub fn told_attacker(findings: &Findings, relations: &[Relation], at: usize) -> Option<usize> {
    let own = &findings.counts[at].fact;
    // "A bomber blew himself up. Besides the assailant, five people were killed."
    let definite = own.amount.low == 1 && own.who.to_lowercase().starts_with("the ");
    let known = |k: &usize| {
        let other = &findings.counts[*k];
        (relations[*k].part_of.is_some() || definite && relations[*k].stands_alone())
            && other.fact.kind == own.kind
            && other.fact.amount.low == 1
            && is_perpetrator(&other.fact)
            && other.setting.scope == findings.counts[at].setting.scope
    };
    ((own.anaphor || definite) && is_perpetrator(own)).then(|| (0..at).rev().find(known)).flatten()
}

/// A wounded attacker at `at` is none of the wounded at `known`, unless that row tells of attackers too or of one whom police shot.
pub fn is_apart(reading: Reading, findings: &Findings, relations: &[Relation], known: usize, at: usize) -> bool {
    let (own, other) = (&findings.counts[at].fact, &findings.counts[known].fact);
    let holds = |k: usize| relations[k].part_of == Some(known) && is_perpetrator(&findings.counts[k].fact);
    let stopped = other.amount.figure() == 1 && count::is_by_guards(reading, other);
    is_perpetrator(own) && !is_perpetrator(other) && !stopped && !(0..at).any(holds)
}

/// Those who did it count beside those whom they harmed: "the gunman was shot dead".
pub fn is_perpetrator(tally: &Tally) -> bool {
    let last = tally.who.rsplit(' ').next().unwrap_or_default();
    tally.group == "attackers" || PERPETRATORS.contains(&last)
}

/// Nouns for those who did it, of other groups than attackers.
const PERPETRATORS: &[&str] = &["gunman", "gunmen", "suspect", "suspects", "hijacker", "hijackers"];

pub fn groups_meet(a: &str, b: &str) -> bool {
    let opposed = |g: &str| matches!(g, "attackers" | "militants");
    a.is_empty() || b.is_empty() || a == b || opposed(a) == opposed(b)
}

/// One paragraph counts people of two callings, none of whom can be among the others: "six inmates … and a warder".
pub fn are_exclusive(reading: Reading, x: &Placed<Tally>, y: &Placed<Tally>) -> bool {
    let paragraph = |row: &Placed<Tally>| reading.text.sentences.get(row.setting.sentence).map(|s| s.paragraph);
    let callings = CALLINGS.contains(&x.fact.group) && CALLINGS.contains(&y.fact.group);
    let near = paragraph(x) == paragraph(y);
    let enemies = || side(reading, x).zip(side(reading, y)).is_some_and(|(a, b)| a != b);
    near && (callings && x.fact.group != y.fact.group || enemies()) || are_armed_and_not(x, y)
}

/// Verbs of a side in battle and its dead: "the Boers lost one man killed".
const LOSING: &[&str] = &["lost", "suffered", "had", "sustained", "counted"];

/// Nouns of what a side in battle pays: "British losses were 92 killed, 134 wounded".
const LOSSES: &[&str] = &["losses", "casualties", "dead", "fatalities", "deaths"];

/// The side in battle whose dead and wounded a row counts, as the sentence names it before them.
fn side<'a>(reading: Reading<'a>, row: &Placed<Tally>) -> Option<&'a str> {
    let frame = &reading.parse.frames[row.fact.frame];
    let chunks = &reading.chunks(frame.sentence)[..=frame.chunk];
    let key = |i: usize| reading.tagged.key(i);
    let named =
        |token: usize| reading.text.tokens.get(token).is_some_and(|t| t.capital).then(|| key(token).trim_end_matches('s'));
    chunks.iter().enumerate().rev().find_map(|(at, chunk)| match &chunk.kind {
        ChunkKind::Noun(phrase) if LOSSES.contains(&key(phrase.head)) && phrase.head > chunk.tokens.start => {
            named(phrase.head - 1)
        }
        ChunkKind::Verb(group) if LOSING.contains(&key(group.main)) => match &chunks[..at].last()?.kind {
            ChunkKind::Noun(phrase) => named(phrase.head),
            _ => None,
        },
        _ => None,
    })
}

/// "Two policemen … a civilian": none of the armed is among the others.
pub fn are_armed_and_not(x: &Placed<Tally>, y: &Placed<Tally>) -> bool {
    let armed = |row: &Placed<Tally>| matches!(row.fact.group, "soldiers" | "police" | "militants");
    let other = |row: &Placed<Tally>| matches!(row.fact.group, "civilians" | "children" | "students" | "journalists" | "medics");
    armed(x) && other(y) || other(x) && armed(y) || are_facing(&x.fact, &y.fact)
}

/// "The mother … the child", "the driver … his passenger", "a woman … a man of 19": nouns of two who cannot be one.
pub fn are_two(a: &Tally, b: &Tally) -> bool {
    if matches!((a.group, b.group), ("women", "men") | ("men", "women")) {
        return true;
    }
    let role = |t: &Tally| {
        let noun = t.noun();
        ROLES.iter().position(|(own, _)| own.contains(&noun.as_str()))
    };
    let apart = |x: &Tally, y: &Tally| role(x).is_some_and(|k| ROLES[k].1.contains(&y.noun().as_str()));
    apart(a, b) || apart(b, a)
}

/// Nouns for one, and those for another beside them.
const ROLES: &[(&[&str], &[&str])] = &[
    (&["mother", "father", "grandmother", "grandfather"], &["child", "children", "baby", "infant", "toddler", "son", "daughter"]),
    (
        &["driver", "motorist", "pilot", "rider", "motorcyclist"],
        &["passenger", "passengers", "co-pilot", "pedestrian", "pillion"],
    ),
];

/// Police and those whom they faced: "10 officers were hurt … 27 injured protesters".
fn are_facing(a: &Tally, b: &Tally) -> bool {
    let guards = |t: &Tally| matches!(t.group, "police" | "soldiers");
    let crowd = |t: &Tally| {
        let last = t.noun();
        CROWD.contains(&last.strip_suffix('s').unwrap_or(&last))
    };
    guards(a) && crowd(b) || crowd(a) && guards(b)
}

/// Nouns of those who march, riot or look on.
const CROWD: &[&str] = &[
    "protester",
    "demonstrator",
    "marcher",
    "rioter",
    "supporter",
    "fan",
    "striker",
    "activist",
    "villager",
    "passenger",
    "bystander",
    "squatter",
    "settler",
];

/// Groups that do not overlap.
const CALLINGS: &[&str] = &["prisoners", "soldiers", "police", "medics", "journalists", "firefighters", "students", "workers"];
