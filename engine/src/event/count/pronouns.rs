//! Words that take up people told before: "dragged out nine passengers and killed them", "Ruiz was wounded", "his body was found".

use super::who::{Counted, number};
use super::{Tally, doubles};
use crate::event::reading::Reading;
use crate::frame::chunk::{ChunkKind, Determiner, Phrase};
use crate::frame::predicate::{Sense, Slot};
use crate::mention::people::{self, People};
use crate::report::{Amount, Bound, Kind};
use crate::text::{TokenKind, Tokens};

/// A number of people that the text told shortly before.
pub struct Numbered {
    pub known: People,
    pub counted: Counted,
    /// A harm of the asked kind has them as victims.
    pub harmed: bool,
    /// "Two gunmen stopped the bus": those who act.
    pub acts: bool,
}

/// The numbers of people in the sentence before and in this one before `chunk`; `harm` tells which frames harm them. None where
/// one of the numbers counts nobody.
pub fn numbered_before(reading: Reading, sentence: usize, chunk: usize, harm: fn(Sense) -> bool) -> Option<Vec<Numbered>> {
    let mut found = Vec::new();
    for at in [sentence.checked_sub(1), Some(sentence)].into_iter().flatten() {
        let end = if at == sentence { chunk } else { reading.chunks(at).len() };
        for k in 0..end {
            let Some((phrase, tokens)) = reading.phrase(at, k).filter(|(p, _)| p.quantity.is_some() && !p.pronoun) else {
                continue;
            };
            let Some(known) = people::of_phrase(reading.tagged, tokens, phrase.head) else { continue };
            let harmed = reading.frames_of(at).any(|f| harm(f.sense) && f.filled(Slot::Victims).any(|c| c == k));
            let acts = matches!(reading.chunks(at).get(k + 1).map(|c| &c.kind), Some(ChunkKind::Verb(g)) if !g.passive);
            found.push(Numbered { known, counted: number(reading, phrase)?, harmed, acts });
        }
    }
    Some(found)
}

/// Those of a number told shortly before whom nobody has killed or wounded yet, where there is only one such number: "seized five
/// teachers and killed them".
pub fn taken_before(reading: Reading, sentence: usize, chunk: usize) -> Option<Counted> {
    let harm = |sense| matches!(sense, Sense::Harm(Kind::Killed | Kind::Wounded));
    let mut found = numbered_before(reading, sentence, chunk, harm)?;
    found.retain(|n| !n.acts);
    let [Numbered { harmed: false, known, counted, .. }] = &found[..] else { return None };
    let amount = counted.amount.clone();
    let exact = matches!(amount.bound, Bound::Exact | Bound::AtLeast);
    exact.then_some(Counted { amount, group: known.group, additional: false, named: false, anaphor: false })
}

/// "Two men were shot … they died": the only number of people told shortly before, whom something has wounded.
pub fn wounded_before(reading: Reading, sentence: usize, chunk: usize) -> Option<Counted> {
    let mut found = numbered_before(reading, sentence, chunk, |sense| sense == Sense::Harm(Kind::Wounded))?;
    // "Both men were taken to hospital, where they died."
    let both = |n: &Numbered| n.counted.amount.text.eq_ignore_ascii_case("both");
    found.retain(|n| !both(n));
    let [Numbered { harmed: true, known, counted, .. }] = &found[..] else { return None };
    let amount = counted.amount.clone();
    let exact = amount.bound == Bound::Exact;
    exact.then_some(Counted { amount, group: known.group, additional: false, named: false, anaphor: true })
}

/// "Ruiz" behind "Judge Marta Ruiz": one person whom the text has named in full.
pub fn surname(reading: Reading, phrase: &Phrase, tokens: &Tokens) -> Option<u64> {
    let capital = |i: usize| {
        let token = &reading.text.tokens[i];
        token.capital && !token.all_caps && token.kind == TokenKind::Word
    };
    let alone = tokens.len() == 1 && phrase.det == Determiner::None && phrase.quantity.is_none() && !phrase.pronoun;
    if !alone || !capital(phrase.head) || reading.places(tokens).next().is_some() {
        return None;
    }
    let key = reading.tagged.key(phrase.head);
    let full = |i: &usize| {
        let before = i.checked_sub(1).filter(|k| capital(*k) && !OPENERS.contains(&reading.tagged.key(*k)));
        reading.tagged.key(*i) == key && before.is_some_and(|k| reading.places(&(k..i + 1)).next().is_none()) && !capital(i + 1)
    };
    (1..tokens.start).any(|i| full(&i)).then_some(1)
}

/// Words with a capital that are no first names.
const OPENERS: &[&str] = &["the", "a", "in", "on", "at", "mr", "mrs", "ms", "dr", "of", "and"];

/// Verbs of finding the dead.
const FOUND: &[&str] = &["found", "recovered", "discovered", "retrieved", "dumped", "pulled", "located", "fished"];

/// "Her body was found on Thursday": one of those who were missing or abducted, where the text counts no dead.
pub fn bodies_of_missing(reading: Reading, tallies: &mut Vec<Tally>) {
    if tallies.iter().any(|t| t.kind == Kind::Killed) {
        return;
    }
    for (index, frame) in reading.parse.frames.iter().enumerate() {
        let own = reading.phrase(frame.sentence, frame.chunk).filter(|_| frame.predicate.wants("single").is_some());
        let Some((_, tokens)) = own else { continue };
        let led = reading.chunks(frame.sentence).get(frame.chunk + 1);
        let found = led.is_some_and(|c| FOUND.contains(&reading.tagged.key(c.tokens.end - 1)));
        let taken = tallies
            .iter()
            .rposition(|t| matches!(t.kind, Kind::Missing | Kind::Kidnapped | Kind::Trapped) && t.tokens.end <= tokens.start);
        let several = taken.filter(|k| tallies[*k].amount.bound == Bound::Exact).map(|k| tallies[k].amount.low);
        let (low, whose) = match reading.tagged.key(tokens.start) {
            "his" | "her" => (Some(1), true),
            "their" => (several, true),
            _ => (None, false),
        };
        if let Some(low) = low.filter(|_| found && whose && tokens.len() == 2) {
            let words = reading.text.words(tokens).to_string();
            let span = tokens.start..led.map_or(tokens.end, |c| c.tokens.end);
            // They are missing no more.
            if let Some(k) = taken.filter(|k| tallies[*k].kind == Kind::Missing && several == Some(low)) {
                doubles::remove(tallies, k);
            }
            tallies.push(Tally::plain(Kind::Killed, Amount::exact(low, words.clone()), words, span, index));
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::event::sample::total;
    use crate::report::Kind;

    fn killed(text: &str) -> u64 {
        total(text, Kind::Killed)
    }

    #[test]
    fn those_taken_and_killed() {
        assert_eq!(killed("Gunmen stopped a bus near Kano on Monday, dragged out nine passengers and killed them."), 9);
        assert_eq!(killed("A trader went missing in Kano on Monday. Her body was recovered from a well."), 1);
        assert_eq!(killed("Gunmen abducted the journalist Pavel Orlov in Kano on Monday. Orlov was shot dead on Tuesday."), 1);
    }
}
