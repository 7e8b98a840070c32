//! Counts of people: what the frames of harm say of how many.

use super::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::{ChunkKind, Determiner, Phrase};
use crate::frame::predicate::{Sense, Slot};
use crate::mention::quantity::NumberClass;
use crate::report::{Amount, Bound, Kind};
use crate::text::Tokens;

mod apart;
mod apposed;
mod besides;
mod carried;
mod culprit;
mod degrees;
mod doubles;
mod each;
mod estimates;
mod gapped;
mod hospital;
mod kind;
mod later;
mod limbs;
mod listed;
mod members;
mod names;
mod nations;
mod nobody;
mod partition;
mod predicated;
mod pronouns;
mod ranked;
mod relative;
mod shares;
mod spared;
mod split;
mod survivors;
mod taken_up;
mod tally;
#[cfg(test)]
mod tests;
mod unlisted;
mod who;

pub use culprit::is_by_guards;
pub use doubles::opens_with_where;
use doubles::{drop_doubles, drop_fatal_wounds};
use kind::{are_named, drop_figures_of_speech, is_fatal, is_sport, kills_or_wounds, kind_before};
use members::members;
use nobody::nobody;
pub use tally::{Link, Tally};
use who::{Counted, number, people};

/// Every count that the frames of harm give, in text order.
pub fn find(reading: Reading) -> Vec<Tally> {
    let mut tallies: Vec<Tally> = Vec::new();
    for (index, frame) in reading.parse.frames.iter().enumerate() {
        let Sense::Harm(kind) = frame.sense else { continue };
        let kind = if frame.predicate.wants("kind") == Some("previous") {
            match kind_before(reading, &tallies, frame) {
                Some(kind) => kind,
                None => {
                    let named = are_named(reading, frame).then_some(frame.chunk);
                    tallies.extend(named.and_then(|c| tally(reading, index, frame, Kind::Killed, (c, true), &[])));
                    continue;
                }
            }
        } else {
            kind
        };
        let kind = match kind {
            _ if kills_or_wounds(reading, frame) => Kind::Casualties,
            Kind::Wounded if is_fatal(reading, frame) => Kind::Killed,
            _ => kind,
        };
        // "was let go": only who had been taken.
        if frame.predicate.wants("kind") == Some("taken") && !kind::is_taken_before(reading, &tallies, frame) {
            continue;
        }
        if kind == Kind::Rescued && kind::is_discharge(reading, &tallies, frame) {
            continue;
        }
        // "Thirty were hurt, not counting the bomber": nobody says that he is dead.
        if is_beside(frame) && tallies.last().is_some_and(|t| t.kind != Kind::Killed && kind::is_near(reading, t, frame)) {
            continue;
        }
        if frame.predicate.wants("nobody").is_some() {
            tallies.extend(kind::whole_of(reading, index, frame, kind).filter(|_| !frame.negated));
            continue;
        }
        if frame.predicate.wants("zero").is_some() {
            // "All 12 were released unharmed": no attack did it.
            let freed = |t: &Tally| t.kind == Kind::Rescued && reading.parse.frames[t.frame].sentence == frame.sentence;
            let told = tallies.iter().any(|t| t.kind == kind || freed(t));
            tallies.extend(kind::none_of(reading, index, frame, kind).filter(|_| !told && !frame.negated));
            continue;
        }
        let from = tallies.len();
        let single = frame.predicate.wants("single").is_some();
        let toll = frame.filled(Slot::Amount).filter(|c| single || has_number(reading, frame, *c)).map(|c| (c, true));
        let named = frame.filled(Slot::Victims).any(|c| c == frame.chunk + 2);
        let toll = toll.filter(|(c, _)| !named || has_number(reading, frame, *c));
        // "no fatalities among the 71 passengers": nobody.
        let zero = frame.filled(Slot::Amount).any(|c| is_zero(reading, frame, c));
        let victims = frame.filled(Slot::Victims).filter(|_| !zero).map(|c| (c, false));
        let mut told = Vec::new();
        for (chunk, is_number) in toll.chain(victims) {
            told.extend(tally(reading, index, frame, kind, (chunk, is_number), &tallies).map(|t| (chunk, t)));
        }
        apposed::say_again(reading, frame, from, &mut told);
        tallies.extend(told.into_iter().map(|(_, t)| t));
        if tallies.len() == from + 2 && is_pair(reading, frame) {
            let second = tallies.pop();
            let first = tallies.pop();
            tallies.extend(first.zip(second).map(|(a, b)| pair(a, b)));
        }
        relative::take_in(reading, index, frame, kind, &mut tallies, from);
        if let Some(dead) = among_dead(reading, frame).filter(|_| tallies.len() == from + 1) {
            let part = &mut tallies[from];
            let amount = Amount::bounded(2, Bound::Vague, reading.text.words(&dead));
            let whole =
                Tally { amount, group: "", who: String::new(), tokens: dead, named: false, anaphor: false, ..part.clone() };
            part.link = Link::PartOf(from);
            tallies.insert(from, whole);
        }
        tallies.extend(nobody(reading, index, frame, kind).filter(|_| tallies.len() == from));
        tallies.extend(ranked::noun(reading, index, frame, kind).filter(|_| tallies.len() == from));
        let main = (tallies.len() > from).then_some(from);
        tallies.extend(gapped::injured(reading, index, frame));
        let hurt = main.and_then(|m| kind::rescued_hurt(reading, frame, &tallies[m]));
        tallies.extend(hurt);
        let gapped = main.and_then(|m| gapped::behind(reading, &mut tallies[m]));
        tallies.extend(gapped);
        tallies.extend(main.and_then(|m| shares::up_from(reading, &tallies[m], m)));
        for chunk in frame.filled(Slot::Older).filter(|_| main.is_some()) {
            let older = tally(reading, index, frame, kind, (chunk, true), &[]);
            let own = reading.phrase(frame.sentence, chunk).map(|(_, t)| t.clone());
            tallies.extend(older.zip(own).map(|(t, tokens)| Tally { link: Link::Older(from), tokens, ..t }));
        }
        tallies.extend(members(reading, index, frame, kind, main));
        if let Some(main) = main.filter(|_| tallies.len() == from + 1) {
            let gapped = shares::gapped(reading, &tallies[main], main);
            let gapped = if gapped.is_empty() { degrees::lighter(reading, &tallies[main], main) } else { gapped };
            let gapped = if gapped.is_empty() { degrees::treated_too(reading, &tallies[main], main) } else { gapped };
            let gapped = if gapped.is_empty() { later::deaths(reading, &tallies[main], main) } else { gapped };
            let shares = if gapped.is_empty() { shares::shares(reading, &tallies[main], main) } else { gapped };
            let listed = if shares.is_empty() { listed::listed(reading, &tallies[main], main) } else { Vec::new() };
            let apart =
                if shares.is_empty() && listed.is_empty() { partition::parts(reading, &tallies[main], main) } else { Vec::new() };
            let more = if shares.is_empty() { shares::one_more(reading, &tallies[main], main) } else { None };
            tallies.extend(shares.into_iter().chain(listed).chain(apart).chain(more));
        }
        if let Some(main) = main {
            tallies.extend(partition::the_rest(reading, &tallies, main));
        }
    }
    pronouns::bodies_of_missing(reading, &mut tallies);
    kind::shot_in_massacre(reading, &mut tallies);
    drop_doubles(&mut tallies);
    later::drop_treated(&mut tallies);
    drop_fatal_wounds(reading, &mut tallies);
    kind::drop_neutralised_alive(&mut tallies, reading);
    each::multiply(reading, &mut tallies);
    doubles::follow_the_wounded(reading, &mut tallies);
    carried::others(reading, &mut tallies);
    culprit::of_pronouns(reading, &mut tallies);
    culprit::of_drivers(reading, &mut tallies);
    doubles::known_dead(reading, &mut tallies);
    doubles::one_of_many(reading, &mut tallies);
    doubles::listed_dead(reading, &mut tallies);
    doubles::attacked_dead(reading, &mut tallies);
    doubles::one_of_the_wounded(reading, &mut tallies);
    doubles::killed_of_those_shot(reading, &mut tallies);
    hospital::all_died(reading, &mut tallies);
    hospital::the_other_of_two(reading, &mut tallies);
    hospital::died_there(reading, &mut tallies);
    degrees::by_condition(reading, &mut tallies);
    doubles::one_by_one(reading, &mut tallies);
    doubles::ranked_among_known(reading, &mut tallies);
    doubles::more_than_the_dead(reading, &mut tallies);
    apart::set_apart(reading, &mut tallies);
    predicated::parts(reading, &mut tallies);
    doubles::the_other_wounded(&mut tallies);
    taken_up::some_of_the_known(reading, &mut tallies);
    later::on_the_spot_and_later(reading, &mut tallies);
    besides::attackers(reading, &mut tallies);
    ranked::multiple_deed(reading, &mut tallies);
    drop_figures_of_speech(reading, &mut tallies);
    split::casualties(reading, &mut tallies);
    survivors::rest(reading, &mut tallies);
    spared::add(reading, &mut tallies);
    estimates::spread(reading, &mut tallies);
    tallies
}

/// The frames of harm of a sentence; frames stand in text order.
fn harm_frames<'a>(reading: Reading<'a>, sentence: usize) -> impl Iterator<Item = &'a Frame> {
    let frames = &reading.parse.frames;
    let from = frames.partition_point(|f| f.sentence < sentence);
    let own = frames[from..].iter().take_while(move |f| f.sentence == sentence);
    own.filter(|f| matches!(f.sense, Sense::Harm(_)))
}

fn is_zero(reading: Reading, frame: &Frame, chunk: usize) -> bool {
    let number = reading.phrase(frame.sentence, chunk).and_then(|(p, _)| p.quantity);
    number.is_some_and(|q| reading.mentions.quantities[q].class == NumberClass::Zero)
}

fn has_number(reading: Reading, frame: &Frame, chunk: usize) -> bool {
    reading.phrase(frame.sentence, chunk).is_some_and(|(p, _)| p.quantity.is_some())
}

/// The count that the phrase at a chunk gives, or its number alone where that is all it is; `before` are the counts told so far.
fn tally(
    reading: Reading,
    index: usize,
    frame: &Frame,
    kind: Kind,
    (chunk, is_number): (usize, bool),
    before: &[Tally],
) -> Option<Tally> {
    let (phrase, tokens) = reading.phrase(frame.sentence, chunk)?;
    let counted = if is_number && phrase.quantity.is_none() {
        who::single(reading, tokens)?
    } else if is_number {
        number(reading, phrase)?
    } else {
        people(reading, kind, frame.sentence, chunk).or_else(|| relative::relative(reading, before, frame, chunk))?
    };
    let counted = as_many_as(reading, frame, chunk, counted);
    let group = if counted.group.is_empty() { who::group_told_behind(reading, frame.sentence, chunk) } else { counted.group };
    // "killed 12 'terrorists'": what those were is the word of the one who says so.
    let marked = |i: usize| matches!(reading.tagged.key(i), "\"" | "“" | "”" | "‘" | "’" | "'");
    let group = if tokens.clone().any(marked) { "" } else { group };
    let counted = Counted { group, ..counted };
    // "others burned" may be houses.
    let others = counted.amount.text.eq_ignore_ascii_case("others");
    if others && !matches!(frame.predicate.lemma(), "kill" | "die" | "wound" | "injure" | "hurt") {
        return None;
    }
    if frame.predicate.wants("not_victims").is_some_and(|w| w.split('|').any(|group| group == counted.group)) {
        return None;
    }
    if frame.negated && counted.amount.bound != Bound::None || kind == Kind::Wounded && is_sport(reading, frame, phrase) {
        return None;
    }
    // "A resident who fled said", "one fled": a witness or two are no displaced.
    let few = counted.amount.bound == Bound::Exact && counted.amount.low < FEW;
    if kind == Kind::Displaced
        && few
        && frame.predicate.lemma() == "flee"
        && !reading.tagged.key(phrase.head).starts_with("famil")
    {
        return None;
    }
    // Soldiers and police whom a party takes are its captives.
    let kind = match (kind, counted.group) {
        (Kind::Kidnapped, "soldiers" | "police") if !CIVIL_TOO.contains(&reading.tagged.key(phrase.head)) => Kind::Captured,
        _ => kind,
    };
    // "the policeman wounded in the blast": a participle tells nothing new of one already known.
    let chunks = reading.chunks(frame.sentence);
    let joined = frame.chunk > 1 && chunks[frame.chunk - 1].kind == ChunkKind::Conj;
    // "was shot and wounded": the verb of the main clause goes on.
    let goes_on = joined && matches!(&chunks[frame.chunk - 2].kind, ChunkKind::Verb(g) if !g.participle);
    let bare = matches!(&chunks[frame.chunk].kind, ChunkKind::Verb(g) if g.participle) && !goes_on;
    if bare && counted.anaphor && kind != Kind::Killed && phrase.det == Determiner::Definite {
        return None;
    }
    let span = reading.span(frame, chunk);
    let of_wounded = kind == Kind::Killed
        && (of_wounded(reading, frame.sentence, chunk) || phrase.bare_number && kind::outlives_no_wound(reading, frame));
    let told = |f: &Frame| f.trigger != frame.trigger && f.sense == frame.sense;
    let added = of_wounded && !harm_frames(reading, frame.sentence).any(told);
    let suicide = is_suicide(frame) && chunk < frame.chunk;
    // "His driver and two guards also died": beside the one told before.
    let too = is_too(reading, frame) && before.iter().any(|t| t.kind == kind);
    // "All 248 on the one jet died, as did 335 on the other": whatever holds the ones holds the others.
    let of_sentence = |t: &Tally| t.kind == kind && reading.parse.frames[t.frame].sentence == frame.sentence;
    let again = before.iter().rposition(of_sentence).filter(|_| is_said_again(reading, frame));
    let also = (too || is_also(reading, frame)) && counted.amount.bound == Bound::Exact && !counted.anaphor;
    Some(Tally {
        kind,
        amount: counted.amount,
        group: if suicide { "attackers" } else { counted.group },
        who: reading.text.words(tokens).to_string(),
        tokens: span,
        frame: index,
        link: if is_detail(reading, frame, chunk, is_number) { Link::Detail } else { again.map_or(Link::None, Link::Beside) },
        additional: counted.additional || added || suicide || also || is_said_again(reading, frame) || is_beside(frame),
        named: counted.named,
        anaphor: counted.anaphor,
        of_wounded,
        place: None,
    })
}

/// "As many as 11 labourers died": where it opens the clause, newspapers of South Asia give the number itself.
fn as_many_as(reading: Reading, frame: &Frame, chunk: usize, counted: Counted) -> Counted {
    let start = reading.chunks(frame.sentence)[chunk].tokens.start;
    let opens = start == reading.clause(frame.sentence, frame.clause).start && reading.tagged.key(start + 1) == "many";
    let certain = frame.modal.is_none() && frame.raised_by.is_none() && counted.amount.bound == Bound::AtMost;
    match counted.amount.high.filter(|_| opens && certain && reading.tagged.key(start) == "as") {
        Some(number) => Counted { amount: Amount::exact(number, counted.amount.text), ..counted },
        None => counted,
    }
}

/// The fewest who fled that count as displaced.
const FEW: u64 = 10;

/// "So was a nurse", "as were his sons": the words of the harm before it hold for others too.
fn is_said_again(reading: Reading, frame: &Frame) -> bool {
    let again = |key: &str| matches!(key, "so" | "as");
    frame.trigger.len() == 1
        && frame.trigger.start > 0
        && matches!(reading.tagged.key(frame.trigger.start), "was" | "were" | "did" | "had" | "is" | "are")
        && again(reading.tagged.key(frame.trigger.start - 1))
}

/// "also" stands in the verb of the frame or right before it: "two guards also died", "a nurse was also killed".
fn is_also(reading: Reading, frame: &Frame) -> bool {
    let chunks = reading.chunks(frame.sentence);
    let verb = matches!(chunks[frame.chunk].kind, ChunkKind::Verb(_));
    let from = frame.chunk.checked_sub(1).filter(|k| chunks[*k].kind == ChunkKind::Adverb).unwrap_or(frame.chunk);
    verb && (chunks[from].tokens.start..frame.trigger.start).any(|i| reading.tagged.key(i) == "also")
}

/// "Two guards were hurt as well", "two guards were hurt too", but not "as well as".
fn is_too(reading: Reading, frame: &Frame) -> bool {
    let key = |i: usize| reading.tagged.key(i);
    let end = frame.trigger.end;
    let verb = matches!(reading.chunks(frame.sentence)[frame.chunk].kind, ChunkKind::Verb(_));
    verb && (key(end) == "too" || key(end) == "as" && key(end + 1) == "well" && key(end + 2) != "as")
}

/// "Driver among dead": headlines tell of one of several whom nobody has counted yet.
fn among_dead(reading: Reading, frame: &Frame) -> Option<Tokens> {
    let among = frame.chunk.checked_sub(1).filter(|k| reading.chunk_key(frame.sentence, *k) == "among")?;
    let led = frame.predicate.part_of_speech() == "a" && frame.filled(Slot::Victims).any(|c| c + 1 == among);
    led.then(|| reading.chunks(frame.sentence)[among].tokens.start..frame.trigger.end)
}

/// "not including the two attackers": dead who count beside the rest.
fn is_beside(frame: &Frame) -> bool {
    frame.predicate.wants("object") == Some("@attacker")
}

/// "killed himself", "took his own life", "turned the gun on himself".
fn is_suicide(frame: &Frame) -> bool {
    let by_own = |key: &str, start: &str| frame.predicate.wants(key).is_some_and(|w| w.starts_with(start));
    by_own("object", "himself") || by_own("on", "himself") || by_own("after", "his own") || by_own("after", "her own")
}

/// Nouns of soldiers that name others as often: a ship's sailors, an airline's pilots.
const CIVIL_TOO: &[&str] = &["sailor", "sailors", "pilot", "pilots", "captain", "captains", "veteran", "veterans"];

/// "one of the injured died", or "one of them" behind a number of injured.
fn of_wounded(reading: Reading, sentence: usize, chunk: usize) -> bool {
    let part =
        reading.phrase(sentence, chunk).is_some_and(|(p, _)| p.bare_number) && reading.chunk_key(sentence, chunk + 1) == "of";
    if !part {
        return false;
    }
    // "one of the 20 injured", "one of the 20 men injured in the blast".
    let wounded = |i: usize| matches!(reading.tagged.key(i), "wounded" | "injured" | "hurt");
    let counted = reading.phrase(sentence, chunk + 2);
    // "one of the four men shot on Monday"
    let hurt = |i: usize| {
        wounded(i) || reading.frames_of(sentence).any(|f| f.trigger.start == i && f.sense == Sense::Harm(Kind::Wounded))
    };
    // "one of two hikers who were injured"
    let relative = |i: usize| matches!(reading.tagged.key(i), "who" | "that") && (i + 2..i + 5).any(hurt);
    if counted.is_some_and(|(p, t)| t.clone().any(wounded) || p.quantity.is_some() && (hurt(t.end) || relative(t.end))) {
        return true;
    }
    let before = reading.chunks(sentence)[chunk].tokens.start;
    let last =
        reading.parse.frames.iter().take_while(|f| f.trigger.start < before).filter(|f| matches!(f.sense, Sense::Harm(_))).last();
    let near = last.is_some_and(|f| f.sense == Sense::Harm(Kind::Wounded) && f.sentence + 1 >= sentence);
    near && (matches!(reading.chunk_key(sentence, chunk + 2), "them" | "whom" | "these")
            // "One of the three has died", of three in hospital.
            || counted.is_some_and(|(p, t)| p.bare_number && p.quantity.is_some() && reading.tagged.key(t.start) == "the"))
}

/// "six of the injured".
const HARMED: &[&str] = &["dead", "injured", "wounded", "victims", "casualties", "killed", "missing"];

/// The words speak of people whom the text knows already.
fn is_detail(reading: Reading, frame: &Frame, chunk: usize, is_number: bool) -> bool {
    let Some((phrase, tokens)) = reading.phrase(frame.sentence, chunk) else { return false };
    // "One of the injured died": the dead are one more.
    if frame.sense == Sense::Harm(Kind::Killed) && of_wounded(reading, frame.sentence, chunk) {
        return false;
    }
    let of_known = phrase.bare_number
        && reading.chunk_key(frame.sentence, chunk + 1) == "of"
        && HARMED.contains(&reading.phrase(frame.sentence, chunk + 2).map_or("", |(p, _)| reading.tagged.key(p.head)));
    if is_beside(frame) {
        return false;
    }
    let part_of_speech = frame.predicate.part_of_speech();
    let state = part_of_speech == "m" || (part_of_speech == "a" && frame.predicate.0.cell(0).starts_with("in "));
    let state = state || phrase.bare_number && frame.predicate.lemma() == "list";
    let identified = frame.predicate.wants("copula").is_some() && !is_number;
    let another = phrase.pronoun && reading.tagged.key(phrase.head) == "another";
    let also = is_also(reading, frame) && reading.chunk_key(frame.sentence, chunk + 1) == "of";
    let listed = frame.filled(Slot::Victims).count() > 1 && names::called(reading, tokens).is_some();
    let known =
        !is_number && phrase.det == Determiner::Definite && !another && !also && !listed && !is_said_again(reading, frame);
    // "Both were taken to hospital".
    let both = phrase.quantity.is_some_and(|q| reading.mentions.quantities[q].class == NumberClass::Both);
    let both = both && frame.sense == Sense::Harm(Kind::Wounded);
    state || identified || known || of_known || both
}

/// "a couple and their son", "a lieutenant and four of his men": one count, where the two are told as a group.
fn is_pair(reading: Reading, frame: &Frame) -> bool {
    let Some(&[a, b]) = frame.slots.iter().find(|f| f.slot == Slot::Victims).map(|f| f.chunks.as_slice()) else { return false };
    // "a couple in their sixties and their grandson"
    let between = reading.chunks(frame.sentence).get(a + 1..b).unwrap_or_default();
    let joined = between.last().is_some_and(|c| c.kind == ChunkKind::Conj)
        && (b == a + 2 || b == a + 4 && between[0].kind == ChunkKind::Prep);
    let (Some((first, _)), Some((second, _))) = (reading.phrase(frame.sentence, a), reading.phrase(frame.sentence, b)) else {
        return false;
    };
    let named = |p: &Phrase| p.det == Determiner::None && p.quantity.is_none();
    // "two pupils and the school's guard" are no group; "a couple and their son" are.
    let pronoun = |t: &Tokens| matches!(reading.tagged.key(t.start), "his" | "her" | "their" | "my" | "our");
    let own =
        |chunk: usize| reading.phrase(frame.sentence, chunk).is_some_and(|(p, t)| p.det == Determiner::Possessive && pronoun(t));
    let couple = matches!(reading.tagged.key(first.head), "couple" | "family");
    let theirs = couple && own(b) || (second.bare_number && reading.chunk_key(frame.sentence, b + 1) == "of" && own(b + 2));
    joined && !named(first) && !named(second) && theirs
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
