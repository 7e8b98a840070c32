//! Counts of people: what the frames of harm say of how many.

use super::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::{ChunkKind, Determiner, Phrase};
use crate::frame::predicate::{Predicate, Sense, Slot};
use crate::lexicon::Table;
use crate::mention::people;
use crate::mention::place::PlaceForm;
use crate::mention::quantity::NumberClass;
use crate::report::{Amount, Bound, Kind};
use crate::text::{TokenKind, Tokens};

mod members;
mod shares;
mod split;
#[cfg(test)]
mod tests;

use members::members;

/// How a count hangs on another count of its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// "including two children", "three of them": part of the count with this index.
    PartOf(usize),
    /// "three of the injured", "the 12 others", "four are in hospital": part of a larger count told before, if there is one.
    Detail,
    /// "up from 30": the count with this index replaced it.
    Older(usize),
    /// Stands alone.
    None,
}

/// A count of people as the text words it, before it is placed, attributed and related.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    pub kind: Kind,
    pub amount: Amount,
    pub group: &'static str,
    /// The words for the people.
    pub who: String,
    /// From the first word of the predicate or the people to the last.
    pub tokens: Tokens,
    /// Index of its frame.
    pub frame: usize,
    pub link: Link,
    /// "another five": beside the counts before.
    pub additional: bool,
    /// A name stands for the person.
    pub named: bool,
    /// Those who die were counted as wounded before: "two of the injured died".
    pub of_wounded: bool,
    /// Words of its own that place it, apart from those of its frame.
    pub place: Option<Tokens>,
}

/// Every count that the frames of harm give, in text order.
pub fn find(reading: Reading) -> Vec<Tally> {
    let mut tallies: Vec<Tally> = Vec::new();
    for (index, frame) in reading.parse.frames.iter().enumerate() {
        let Sense::Harm(kind) = frame.sense else { continue };
        let kind = if kills_or_wounds(reading, frame) { Kind::Casualties } else { kind };
        let from = tallies.len();
        let toll = frame.filled(Slot::Amount).filter(|c| has_number(reading, frame, *c)).map(|c| (c, true));
        let victims = frame.filled(Slot::Victims).map(|c| (c, false));
        for (chunk, is_number) in toll.chain(victims) {
            if let Some(tally) = tally(reading, index, frame, kind, chunk, is_number) {
                tallies.push(tally);
            }
        }
        if tallies.len() == from + 2 && is_pair(reading, frame) {
            let second = tallies.pop();
            let first = tallies.pop();
            tallies.extend(first.zip(second).map(|(a, b)| pair(a, b)));
        }
        tallies.extend(nobody(reading, index, frame, kind).filter(|_| tallies.len() == from));
        let main = (tallies.len() > from).then_some(from);
        for chunk in frame.filled(Slot::Older).filter(|_| main.is_some()) {
            let older = tally(reading, index, frame, kind, chunk, true);
            let own = reading.phrase(frame.sentence, chunk).map(|(_, t)| t.clone());
            tallies.extend(older.zip(own).map(|(t, tokens)| Tally { link: Link::Older(from), tokens, ..t }));
        }
        tallies.extend(members(reading, index, frame, kind, main));
        if let Some(main) = main.filter(|_| tallies.len() == from + 1) {
            let shares = shares::shares(reading, &tallies[main], main);
            tallies.extend(shares);
        }
    }
    drop_doubles(&mut tallies);
    split::casualties(reading, &mut tallies);
    tallies
}

/// "killed or wounded": one number for both.
fn kills_or_wounds(reading: Reading, frame: &Frame) -> bool {
    let harm = |i: usize| {
        let matches = reading.tagged.at(i).iter().filter(|m| m.entry.table == Table::Predicate);
        matches.filter_map(|m| Predicate(m.entry).sense()).find_map(|s| match s {
            Sense::Harm(kind @ (Kind::Killed | Kind::Wounded)) => Some(kind),
            _ => None,
        })
    };
    let (start, end) = (frame.trigger.start, frame.trigger.end);
    let own = harm(start);
    let differs = |i: usize| harm(i).is_some_and(|k| Some(k) != own);
    own.is_some()
        && (reading.tagged.key(end) == "or" && differs(end + 1)
            || start >= 2 && reading.tagged.key(start - 1) == "or" && differs(start - 2))
}

/// The frames of harm of a sentence; frames stand in text order.
fn harm_frames<'a>(reading: Reading<'a>, sentence: usize) -> impl Iterator<Item = &'a Frame> {
    let frames = &reading.parse.frames;
    let from = frames.partition_point(|f| f.sentence < sentence);
    let own = frames[from..].iter().take_while(move |f| f.sentence == sentence);
    own.filter(|f| matches!(f.sense, Sense::Harm(_)))
}

fn has_number(reading: Reading, frame: &Frame, chunk: usize) -> bool {
    reading.phrase(frame.sentence, chunk).is_some_and(|(p, _)| p.quantity.is_some())
}

fn tally(reading: Reading, index: usize, frame: &Frame, kind: Kind, chunk: usize, is_number: bool) -> Option<Tally> {
    let (phrase, tokens) = reading.phrase(frame.sentence, chunk)?;
    let counted = if is_number { number(reading, phrase)? } else { people(reading, kind, frame.sentence, chunk)? };
    if frame.predicate.wants("not_victims").is_some_and(|w| w.split('|').any(|group| group == counted.group)) {
        return None;
    }
    if frame.negated && counted.amount.bound != Bound::None {
        return None;
    }
    let span = reading.span(frame, chunk);
    Some(Tally {
        kind,
        amount: counted.amount,
        group: counted.group,
        who: reading.text.words(tokens).to_string(),
        tokens: span,
        frame: index,
        link: if is_detail(reading, frame, chunk, is_number) { Link::Detail } else { Link::None },
        additional: counted.additional,
        named: counted.named,
        of_wounded: kind == Kind::Killed && of_wounded(reading, frame.sentence, chunk),
        place: None,
    })
}

/// "one of the injured died", or "one of them" behind a number of injured.
fn of_wounded(reading: Reading, sentence: usize, chunk: usize) -> bool {
    let part =
        reading.phrase(sentence, chunk).is_some_and(|(p, _)| p.bare_number) && reading.chunk_key(sentence, chunk + 1) == "of";
    if !part {
        return false;
    }
    if reading.phrase(sentence, chunk + 2).is_some_and(|(p, _)| matches!(reading.tagged.key(p.head), "wounded" | "injured")) {
        return true;
    }
    let before = reading.chunks(sentence)[chunk].tokens.start;
    let last =
        reading.parse.frames.iter().take_while(|f| f.trigger.start < before).filter(|f| matches!(f.sense, Sense::Harm(_))).last();
    let near = last.is_some_and(|f| f.sense == Sense::Harm(Kind::Wounded) && f.sentence + 1 >= sentence);
    near && matches!(reading.chunk_key(sentence, chunk + 2), "them" | "whom")
}

/// "six of the injured".
const HARMED: &[&str] = &["dead", "injured", "wounded", "victims", "casualties", "killed", "missing"];

/// The words speak of people whom the text knows already.
fn is_detail(reading: Reading, frame: &Frame, chunk: usize, is_number: bool) -> bool {
    let Some((phrase, _)) = reading.phrase(frame.sentence, chunk) else { return false };
    let of_known = phrase.bare_number
        && reading.chunk_key(frame.sentence, chunk + 1) == "of"
        && HARMED.contains(&reading.phrase(frame.sentence, chunk + 2).map_or("", |(p, _)| reading.tagged.key(p.head)));
    let state = matches!(frame.predicate.part_of_speech(), "a") && frame.predicate.0.cell(0).starts_with("in ");
    let identified = frame.predicate.wants("copula").is_some();
    let known = !is_number && phrase.det == Determiner::Definite;
    state || identified || known || of_known
}

/// "a couple and their son", "the pilot and a doctor": one count, where the two are told as a group.
fn is_pair(reading: Reading, frame: &Frame) -> bool {
    let Some(&[a, b]) = frame.slots.iter().find(|f| f.slot == Slot::Victims).map(|f| f.chunks.as_slice()) else { return false };
    let joined = reading.chunks(frame.sentence)[a + 1..b].iter().all(|c| c.kind == ChunkKind::Conj) && b == a + 2;
    let (Some((first, _)), Some((second, _))) = (reading.phrase(frame.sentence, a), reading.phrase(frame.sentence, b)) else {
        return false;
    };
    let named = |p: &Phrase| p.det == Determiner::None && p.quantity.is_none();
    let own = |chunk: usize| reading.phrase(frame.sentence, chunk).is_some_and(|(p, _)| p.det == Determiner::Possessive);
    let theirs = own(b) || (second.bare_number && reading.chunk_key(frame.sentence, b + 1) == "of" && own(b + 2));
    let singles = first.quantity.is_none() && second.quantity.is_none();
    joined && !named(first) && !named(second) && (theirs || singles)
}

fn pair(first: Tally, second: Tally) -> Tally {
    let tokens = first.tokens.start.min(second.tokens.start)..first.tokens.end.max(second.tokens.end);
    let amount = first.amount.plus(&second.amount);
    Tally {
        amount: Amount { text: format!("{} and {}", first.amount.text, second.amount.text), ..amount },
        group: if first.group == second.group { first.group } else { "" },
        who: format!("{} and {}", first.who, second.who),
        tokens,
        ..first
    }
}

/// "without casualties", "without causing injuries", "no reports of injuries": a stated zero.
fn nobody(reading: Reading, index: usize, frame: &Frame, kind: Kind) -> Option<Tally> {
    let own = matches!(frame.predicate.preposition("own"), Some(Slot::Amount));
    let start = reading.phrase(frame.sentence, frame.chunk).filter(|(p, _)| own && p.det == Determiner::None)?.1.start;
    let key = |back: usize| start.checked_sub(back).map_or("", |i| reading.tagged.key(i));
    let without = key(1) == "without" || (matches!(key(1), "causing" | "any") && key(2) == "without");
    let unreported = key(1) == "of" && matches!(key(2), "reports" | "report") && key(3) == "no";
    let from = start.saturating_sub(if unreported { 3 } else { 1 });
    let tokens = from..frame.trigger.end;
    (without || unreported).then(|| Tally {
        kind,
        amount: Amount::bounded(0, Bound::None, reading.text.words(&tokens)),
        group: "",
        who: reading.text.words(&tokens).to_string(),
        tokens,
        frame: index,
        link: Link::None,
        additional: false,
        named: false,
        of_wounded: false,
        place: None,
    })
}

struct Counted {
    amount: Amount,
    group: &'static str,
    additional: bool,
    named: bool,
}

/// The number of the phrase alone: "14 lives", "a toll of 27".
fn number(reading: Reading, phrase: &Phrase) -> Option<Counted> {
    let mention = &reading.mentions.quantities[phrase.quantity?];
    let amount = Amount { text: reading.text.words(&mention.tokens).to_string(), ..mention.amount.clone() };
    Some(Counted { amount, group: "", additional: mention.additional, named: false })
}

/// How many people the phrase at `chunk` names; none where it names no people or no number.
fn people(reading: Reading, kind: Kind, sentence: usize, chunk: usize) -> Option<Counted> {
    let (phrase, tokens) = reading.phrase(sentence, chunk)?;
    let head = reading.tagged.key(phrase.head);
    let known = people::of_phrase(reading.tagged, tokens, phrase.head);
    let group = known.map_or("", |p| p.group);
    if let Some(q) = phrase.quantity {
        // "every one of the nine": no number of its own.
        if matches!(reading.tagged.key(tokens.start), "every" | "each")
            || reading.chunk_key(sentence, chunk.wrapping_sub(1)) == "every"
        {
            return None;
        }
        let mention = &reading.mentions.quantities[q];
        let fits = phrase.bare_number
            || known.is_some()
            || people::is_age_noun(head)
            || is_nation(reading, tokens, phrase.head)
            || is_unlisted_person(reading, tokens, phrase.head);
        let counts =
            fits && mention.class != NumberClass::Both && !(phrase.bare_number && counts_things(reading, sentence, chunk));
        let group = if phrase.bare_number { group_behind_of(reading, sentence, chunk) } else { group };
        return number(reading, phrase).filter(|_| counts).map(|n| Counted { group, ..n });
    }
    let text = || reading.text.words(tokens).to_string();
    if head == "couple" && phrase.det != Determiner::Definite {
        return Some(Counted { amount: Amount::exact(2, text()), group, additional: false, named: false });
    }
    // "not a single person", "not one of them".
    if chunk > 0 && reading.chunk_key(sentence, chunk - 1) == "not" {
        return None;
    }
    let one = |named| Some(Counted { amount: Amount::exact(1, text()), group, additional: false, named });
    // "and another wounded", "a third was killed".
    let next_one = (phrase.pronoun && head == "another")
        || (phrase.det == Determiner::Indefinite && tokens.len() == 2 && ORDINALS.contains(&head))
            && reading.chunk_key(sentence, chunk + 1) != "of";
    if next_one {
        return Some(Counted { amount: Amount::exact(1, text()), group, additional: true, named: false });
    }
    match (phrase.det, known) {
        (Determiner::Indefinite | Determiner::Possessive, Some(people)) if !people.plural => one(false),
        (Determiner::Indefinite, None) if people::is_age_noun(head) => one(false),
        (Determiner::Definite, _) if tokens.len() == 2 && ORDINALS.contains(&head) => one(true),
        // "The driver died": one whom the text may have counted already.
        (Determiner::Definite, Some(people)) if kind == Kind::Killed && !people.plural && is_one(reading, tokens, phrase) => {
            one(true)
        }
        _ if is_person_name(reading, tokens, phrase) => one(true),
        _ => None,
    }
}

/// Words that add one to those before: "a third was killed".
const ORDINALS: &[&str] = &["second", "third", "fourth", "fifth", "sixth"];

/// "the driver", not "the crew" or "the police".
fn is_one(reading: Reading, tokens: &Tokens, phrase: &Phrase) -> bool {
    reading.tagged.key(tokens.start) == "the"
        && phrase.head + 1 == tokens.end
        && reading
            .tagged
            .ending(Table::People, tokens.start, phrase.head + 1)
            .is_some_and(|m| !m.entry.cell(1).eq(m.entry.cell(0)) && m.entry.form == crate::lexicon::Form::Base)
        && reading.tagged.key(tokens.start + 1) != "other"
        && !GENERIC.contains(&reading.tagged.key(phrase.head))
}

/// Singular nouns that seldom stand for one person harmed.
const GENERIC: &[&str] =
    &["crew", "staff", "couple", "man", "enemy", "public", "individual", "member", "general", "human", "victim"];

/// "three of the gunmen": the group of the noun behind "of".
fn group_behind_of(reading: Reading, sentence: usize, chunk: usize) -> &'static str {
    let behind = reading.phrase(sentence, chunk + 2).filter(|_| reading.chunk_key(sentence, chunk + 1) == "of");
    behind.and_then(|(p, t)| people::of_phrase(reading.tagged, t, p.head)).map_or("", |p| p.group)
}

/// "12 of the houses": the number counts what follows "of".
fn counts_things(reading: Reading, sentence: usize, chunk: usize) -> bool {
    if reading.chunk_key(sentence, chunk + 1) != "of" {
        return false;
    }
    let Some((phrase, tokens)) = reading.phrase(sentence, chunk + 2) else { return false };
    let harmed = reading.tagged.at(phrase.head).iter().any(|m| {
        m.entry.table == Table::Predicate && m.entry.cell(1) == "n" && matches!(Predicate(m.entry).sense(), Some(Sense::Harm(_)))
    });
    !phrase.pronoun && !harmed && people::of_phrase(reading.tagged, tokens, phrase.head).is_none()
}

/// "12 Ukrainians".
fn is_nation(reading: Reading, tokens: &Tokens, head: usize) -> bool {
    reading.places(tokens).any(|(_, p)| p.form == PlaceForm::People && p.tokens.end == head + 1)
}

fn is_unlisted_person(reading: Reading, tokens: &Tokens, head: usize) -> bool {
    let thing = [Table::Munition, Table::Target, Table::Unit, Table::Office]
        .iter()
        .any(|t| reading.tagged.ending(*t, tokens.start, head + 1).is_some());
    let office = reading.tagged.ending(Table::Office, tokens.start, head + 1).is_some_and(|m| m.entry.cell(2) == "person");
    office || (!thing && people::looks_like(reading.tagged.key(head)))
}

/// Two capitalised words or more that are no place and no body.
fn is_person_name(reading: Reading, tokens: &Tokens, phrase: &Phrase) -> bool {
    let capital = |i: &usize| reading.text.tokens[*i].capital && reading.text.tokens[*i].kind == TokenKind::Word;
    let names = tokens.clone().rev().take_while(capital).count();
    let elsewhere = reading.places(tokens).next().is_some();
    let table = |t| reading.tagged.ending(t, tokens.start, phrase.head + 1).is_some();
    phrase.det == Determiner::None
        && names >= 2
        && !elsewhere
        && !table(Table::Office)
        && !table(Table::Actor)
        && !table(Table::Munition)
        && !table(Table::Target)
}

/// Two predicates over one phrase ("killed", "dead" of "shot dead") count it once; the first stays.
fn drop_doubles(tallies: &mut Vec<Tally>) {
    let mut at = 0;
    while at < tallies.len() {
        let double = (0..at).any(|k| {
            tallies[k].kind == tallies[at].kind
                && tallies[k].who == tallies[at].who
                && overlaps(&tallies[k].tokens, &tallies[at].tokens)
        });
        let linked = tallies.iter().any(|t| matches!(t.link, Link::PartOf(k) | Link::Older(k) if k == at));
        if double && !linked {
            tallies.remove(at);
            for tally in tallies.iter_mut() {
                if let Link::PartOf(main) | Link::Older(main) = &mut tally.link {
                    *main -= usize::from(*main > at);
                }
            }
        } else {
            at += 1;
        }
    }
}

fn overlaps(a: &Tokens, b: &Tokens) -> bool {
    a.start < b.end && b.start < a.end
}
