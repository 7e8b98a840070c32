//! Numbers told by another number: "half of them", "a third of the 60", "and the rest", "twice as many", "nine in all".

use super::who::Counted;
use super::{Link, Tally};
use crate::event::period;
use crate::event::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::{ChunkKind, Determiner, Phrase};
use crate::frame::predicate::Slot;
use crate::mention::people;
use crate::mention::quantity::NumberClass;
use crate::mention::time::TimeKind;
use crate::report::{Amount, Bound, Kind};
use crate::text::Tokens;

/// How many the phrase at `chunk`, a victim of `frame`, stands for beside the numbers told before it.
pub fn relative(reading: Reading, tallies: &[Tally], frame: &Frame, chunk: usize) -> Option<Counted> {
    let place = Place { reading, tallies, sentence: frame.sentence, chunk };
    let (phrase, tokens) = reading.phrase(frame.sentence, chunk)?;
    let low = place.multiple(tokens).or_else(|| place.share(tokens)).or_else(|| place.rest(phrase, tokens))?;
    let amount = Amount::exact(low, reading.text.words(tokens).to_string());
    let group = people::of_phrase(reading.tagged, tokens, phrase.head).map_or("", |p| p.group);
    (low > 0).then_some(Counted { amount, group, additional: false, named: false, anaphor: false })
}

/// Where a phrase stands whose number is to be found.
struct Place<'a> {
    reading: Reading<'a>,
    /// The counts told before it.
    tallies: &'a [Tally],
    sentence: usize,
    chunk: usize,
}

impl Place<'_> {
    fn key(&self, chunk: usize) -> &str {
        self.reading.chunk_key(self.sentence, chunk)
    }

    fn start(&self) -> usize {
        self.reading.chunks(self.sentence)[self.chunk].tokens.start
    }

    /// The counts before the phrase in its sentence and the one before, exact and no part of another.
    fn told(&self) -> impl Iterator<Item = &Tally> {
        let start = self.start();
        let near = move |t: &&Tally| self.reading.parse.frames[t.frame].sentence + 1 >= self.sentence;
        let whole = |t: &&Tally| matches!(t.link, Link::None | Link::Detail) && t.amount.bound == Bound::Exact;
        self.tallies.iter().filter(near).filter(whole).filter(move |t| t.tokens.end <= start && t.amount.low > 0)
    }

    /// "Twice as many", "three times as many", "the same number": of the count told last.
    fn multiple(&self, tokens: &Tokens) -> Option<u64> {
        let key = |i: usize| self.reading.tagged.key(tokens.start + i);
        let times = match (key(0), key(1)) {
            ("twice" | "double", "as") => 2,
            ("the", "same") if key(2) == "number" => 1,
            (_, "times") if key(2) == "as" => {
                self.reading.quantity_over(tokens.start).filter(|q| q.tokens.start == tokens.start)?.amount.low
            }
            _ => return None,
        };
        self.told().last().map(|t| t.amount.low.saturating_mul(times))
    }

    /// "Half did not survive", "a third of them", "two thirds of the 60": where it is a whole number.
    fn share(&self, tokens: &Tokens) -> Option<u64> {
        let key = |i: usize| self.reading.tagged.key(i);
        let (parts, of) = match (key(tokens.start), key(tokens.end - 1)) {
            ("half", "half") => (1, 2),
            // "75 people were on the train. All of them perished."
            ("all", "all") => (1, 1),
            ("a" | "one", "third") => (1, 3),
            ("a" | "one", "quarter") => (1, 4),
            ("a" | "one", "fifth") => (1, 5),
            ("two", "thirds") => (2, 3),
            ("three", "quarters") => (3, 4),
            ("two-thirds", "two-thirds") => (2, 3),
            _ => return None,
        };
        let led = self.key(self.chunk + 1) == "of";
        let pronoun = matches!(self.key(self.chunk + 2), "them" | "whom" | "those" | "these");
        let numbered = self.number(self.sentence, self.chunk + 2).filter(|_| led);
        // "A third was killed" is one more.
        let alone = !led && of == 2;
        let whole = numbered.map(|(n, _)| n).or_else(|| {
            let own = self.numbers(self.sentence).last().map(|(n, _)| *n);
            let told = || self.told().last().map(|t| t.amount.low);
            let before = || {
                let numbers = self.numbers(self.sentence.checked_sub(1)?);
                numbers.first().filter(|_| numbers.len() == 1).map(|(n, _)| *n)
            };
            own.or_else(told).or_else(before).filter(|_| led && pronoun || alone)
        })?;
        (whole * parts).is_multiple_of(of).then_some(whole * parts / of)
    }

    /// "Forty were on board: 12 died and the rest were hurt": what the counts told so far leave of the only other number.
    fn rest(&self, phrase: &Phrase, tokens: &Tokens) -> Option<u64> {
        let key = |i: usize| self.reading.tagged.key(i);
        let definite = phrase.det == Determiner::Definite && phrase.quantity.is_none() && !phrase.pronoun;
        let noun = tokens.len() == 2 && matches!(key(phrase.head), "rest" | "others" | "remainder");
        let plural = || people::of_phrase(self.reading.tagged, tokens, phrase.head).is_some_and(|p| p.plural);
        let others = matches!(key(tokens.start + 1), "other" | "remaining") && tokens.len() > 2 && plural();
        if !(definite && key(tokens.start) == "the" && (noun || others)) {
            return None;
        }
        // "The others were freed in June": at another time than those told.
        let reading = self.reading;
        let clause = reading.clause(self.sentence, reading.chunks(self.sentence)[self.chunk].clause);
        let apart = reading.times(&clause).any(|t| t.kind == TimeKind::Point && !period::is_day(t));
        let own = self.left(self.sentence);
        own.or_else(|| self.left(self.sentence.checked_sub(1)?)).filter(|_| !apart)
    }

    /// The largest number of people from sentence `from` on, less the counts told since.
    fn left(&self, from: usize) -> Option<u64> {
        let numbers: Vec<(u64, Tokens)> = (from..=self.sentence).flat_map(|s| self.numbers(s)).collect();
        let (whole, at) = numbers.iter().max_by_key(|(n, _)| *n)?;
        let begin = self.reading.sentence(from).start;
        let told = self.told().filter(|t| t.tokens.start >= begin && t.amount.low < *whole);
        let parts: Vec<&Tally> = told.collect();
        let known = |n: &Tokens| parts.iter().any(|t| t.tokens.start <= n.start && n.end <= t.tokens.end);
        let explained = numbers.iter().all(|(_, n)| n == at || known(n));
        let sum = parts.iter().map(|t| t.amount.low).fold(0, u64::saturating_add);
        whole.checked_sub(sum).filter(|_| explained && !parts.is_empty())
    }

    /// The exact numbers of people in sentence `sentence` before the phrase.
    fn numbers(&self, sentence: usize) -> Vec<(u64, Tokens)> {
        let end = if sentence == self.sentence { self.chunk } else { self.reading.chunks(sentence).len() };
        (0..end).filter_map(|k| self.number(sentence, k)).collect()
    }

    /// "Of the six on board, …": the number that a sentence opens with.
    fn opens_of(&self, sentence: usize, chunk: usize) -> bool {
        chunk == 1 && self.reading.chunk_key(sentence, 0) == "of"
    }

    fn number(&self, sentence: usize, chunk: usize) -> Option<(u64, Tokens)> {
        let (phrase, tokens) = self.reading.phrase(sentence, chunk)?;
        let mention = &self.reading.mentions.quantities[phrase.quantity?];
        let told = || self.tallies.iter().any(|t| t.tokens.start <= tokens.start && tokens.end <= t.tokens.end);
        let head = self.reading.tagged.key(phrase.head);
        let counts = people::of_phrase(self.reading.tagged, tokens, phrase.head).is_some()
            || people::is_age_noun(head)
            || HARMED.contains(&head)
            || phrase.bare_number
                && (told()
                    || self.opens_of(sentence, chunk)
                    || sentence == self.sentence && is_subject(self.reading, sentence, chunk));
        let exact = mention.amount.bound == Bound::Exact && mention.class == NumberClass::Number && mention.amount.low > 1;
        (counts && exact).then(|| (mention.amount.low, tokens.clone()))
    }
}

/// Nouns of those harmed that name people.
const HARMED: &[&str] = &["casualties", "victims", "dead", "injured", "wounded", "survivors"];

/// A verb follows the phrase: "forty were on board".
fn is_subject(reading: Reading, sentence: usize, chunk: usize) -> bool {
    reading.chunks(sentence).get(chunk + 1).is_some_and(|c| matches!(c.kind, ChunkKind::Verb(_)))
}

/// "Three generations of one family, seven in all, were buried": one count of all whom the frame tells of, with those told
/// one by one as its parts. The counts of the frame begin at `from`.
pub fn take_in(reading: Reading, index: usize, frame: &Frame, kind: Kind, tallies: &mut Vec<Tally>, from: usize) {
    let Some((victims, amount, tokens)) = in_all(reading, frame) else { return };
    let sum = tallies[from..].iter().map(|t| t.amount.low).fold(0, u64::saturating_add);
    let known =
        tallies[from..].iter().any(|t| t.amount.low == amount.low) || amount.low < sum || tallies.len() > from && sum == 0;
    if known || frame.negated {
        return;
    }
    let first = reading.chunks(frame.sentence)[victims].tokens.start.min(frame.trigger.start);
    let who = reading.text.words(&tokens).to_string();
    for part in &mut tallies[from..] {
        part.link = Link::PartOf(from);
    }
    tallies.insert(from, Tally::plain(kind, amount, who, first..tokens.end.max(frame.trigger.end), index));
}

/// The first chunk of the people, how many they are in all, and where that stands.
fn in_all(reading: Reading, frame: &Frame) -> Option<(usize, Amount, Tokens)> {
    let sentence = frame.sentence;
    let chunks = reading.chunks(sentence);
    let mut victims = frame.filled(Slot::Victims);
    let first = victims.next()?;
    let last = victims.last().unwrap_or(first);
    let end = (last + ALL_WINDOW).min(chunks.len());
    let verbless = (last + 1..end).take_while(|k| !matches!(chunks[*k].kind, ChunkKind::Verb(_)));
    let at = verbless.into_iter().find(|k| {
        let next = chunks.get(k + 1).map_or(0, |c| c.tokens.start);
        let words = (reading.tagged.key(next), reading.tagged.key(next + 1));
        let joined = matches!(chunks[k - 1].kind, ChunkKind::Comma | ChunkKind::Mark);
        joined && matches!(words, ("in", "all" | "total") | ("altogether", _) | ("all", "told"))
    })?;
    let (phrase, tokens) = reading.phrase(sentence, at)?;
    let mention = &reading.mentions.quantities[phrase.quantity?];
    let fits = phrase.bare_number || people::of_phrase(reading.tagged, tokens, phrase.head).is_some();
    let amount = Amount { text: reading.text.words(&mention.tokens).to_string(), ..mention.amount.clone() };
    fits.then(|| (first, amount, tokens.clone()))
}

/// How far behind the people "nine in all" may stand, in chunks.
const ALL_WINDOW: usize = 10;
