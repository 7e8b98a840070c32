//! Attribution: which words are whose.

use super::cast::Cast;
use super::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::ChunkKind;
use crate::frame::predicate::{Sense, Slot};
use crate::report::{Act, ActorRole, Form};
use crate::text::Tokens;

/// Something said and by whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Saying {
    /// Index in the cast.
    pub speaker: Option<usize>,
    pub act: Act,
    pub form: Form,
    /// The words said; of a quotation those inside the marks.
    pub tokens: Tokens,
    /// X, Telegram, state television, …
    pub channel: Option<String>,
    /// Sentence of the verb of saying, or of the quotation where it goes on without one.
    pub sentence: usize,
}

/// A quotation of this many words or fewer is a title or a word held at arm's length.
const SCARE_WORDS: usize = 2;

/// Channels by name; "on" or "via" stands before them.
const CHANNELS: &[&str] = &[
    "x",
    "telegram",
    "facebook",
    "twitter",
    "whatsapp",
    "instagram",
    "truth",
    "state television",
    "television",
    "radio",
    "social media",
    "social",
];

/// Every saying of the text in text order; meets the speakers.
pub fn find(reading: Reading, cast: &mut Cast) -> Vec<Saying> {
    let mut sayings: Vec<Saying> = Vec::new();
    let mut quoted = vec![false; reading.text.quotes.len()];
    for frame in &reading.parse.frames {
        let Sense::Speech(act) = frame.sense else { continue };
        let speaker_chunk = frame.filled(Slot::Speaker).next();
        let speaker = speaker_chunk.and_then(|c| cast.meet(reading, frame.sentence, c, ActorRole::Speaker));
        if speaker.is_none() && speaker_chunk.is_none() {
            continue;
        }
        let channel = channel(reading, frame);
        let said = |tokens: Tokens, form: Form| Saying {
            speaker,
            act,
            form,
            tokens,
            channel: channel.clone(),
            sentence: frame.sentence,
        };
        let inside = reading.text.quote_of(frame.trigger.start);
        for q in quotes_of(reading, frame, inside) {
            if !quoted[q] && reading.text.quotes[q].words > SCARE_WORDS {
                quoted[q] = true;
                sayings.push(said(reading.text.quotes[q].tokens.clone(), Form::Direct));
            }
        }
        if let Some(tokens) = indirect(reading, frame, speaker_chunk) {
            sayings.push(said(tokens, Form::Indirect));
        }
    }
    go_on(reading, &mut sayings, &mut quoted);
    sayings.sort_by_key(|s| (s.tokens.start, s.tokens.end));
    sayings
}

/// Quotations that the verb of saying introduces: those of its sentence, and one that opens right behind its colon.
fn quotes_of(reading: Reading, frame: &Frame, inside: Option<usize>) -> Vec<usize> {
    let sentence = reading.sentence(frame.sentence);
    let overlaps = |q: &Tokens| q.start < sentence.end + 2 && q.end > sentence.start;
    let quotes = reading.text.quotes.iter().enumerate();
    let own = quotes.filter(|(i, q)| {
        Some(*i) != inside && q.within == inside && overlaps(&q.tokens) && !q.tokens.contains(&frame.trigger.start)
    });
    let near = own.filter(|(_, q)| q.tokens.start < sentence.end || matches!(reading.text.word(sentence.end - 1), ":" | ","));
    near.map(|(i, _)| i).collect()
}

/// The reported words without quotation marks.
fn indirect(reading: Reading, frame: &Frame, speaker: Option<usize>) -> Option<Tokens> {
    let sentence = reading.sentence(frame.sentence);
    let chunks = reading.chunks(frame.sentence);
    let end = last_word(reading, &sentence);
    let verb_at = frame.chunk;
    if frame.predicate.part_of_speech() == "p" {
        // "according to X": the rest of the sentence, the longer side of it.
        let subject_end = speaker.and_then(|c| chunks.get(c)).map_or(frame.trigger.end, |c| c.tokens.end);
        let (before, after) = (sentence.start..frame.trigger.start, subject_end..end);
        return Some(if before.len() > after.len() { before } else { after }).filter(|t| t.len() > 2);
    }
    let accused = frame.filled(Slot::Accused).next();
    let from = match accused {
        Some(c) => chunks.get(c).map(|c| c.tokens.end),
        None => chunks.get(verb_at).map(|c| c.tokens.end),
    }?;
    let has_verb = chunks.iter().skip(verb_at + 1).any(|c| matches!(c.kind, ChunkKind::Verb(_)));
    let has_object = frame.filled(Slot::Content).next().is_some();
    let introduced = speaker.and_then(|c| c.checked_sub(1)).is_some_and(|k| chunks[k].kind == ChunkKind::Comma)
        || (speaker.is_some_and(|s| s > verb_at));
    let before = sentence.start..speaker.map_or(frame.trigger.start, |c| chunks[c.min(verb_at)].tokens.start);
    let verb_before = chunks
        .iter()
        .take(speaker.unwrap_or(verb_at).min(verb_at))
        .any(|c| matches!(c.kind, ChunkKind::Verb(_) | ChunkKind::Adj));
    let after = from..end;
    if introduced && verb_before && (before.len() > after.len() || !has_verb) {
        return Some(before).filter(|t| !all_quoted(reading, t));
    }
    (has_verb || has_object || accused.is_some()).then_some(after).filter(|t| t.len() > 1 && !all_quoted(reading, t))
}

/// The end of the sentence without its closing marks.
fn last_word(reading: Reading, sentence: &Tokens) -> usize {
    let mut end = sentence.end;
    while end > sentence.start && matches!(reading.text.word(end - 1), "." | "!" | "?" | "’" | "”" | "\"" | "'") {
        end -= 1;
    }
    end
}

/// Every word of the range stands in quotation marks.
fn all_quoted(reading: Reading, range: &Tokens) -> bool {
    let word = |i: &usize| reading.text.tokens[*i].kind != crate::text::TokenKind::Mark;
    range
        .clone()
        .filter(word)
        .filter(|i| !matches!(reading.tagged.key(*i), "on" | "x" | "that"))
        .all(|i| reading.text.quote_of(i).is_some())
}

/// Quotations without a verb of saying of their own go on from the speaker before: the next paragraph of a long
/// quotation, or the next sentence of the same paragraph.
fn go_on(reading: Reading, sayings: &mut Vec<Saying>, quoted: &mut [bool]) {
    for (q, quote) in reading.text.quotes.iter().enumerate() {
        if quoted[q] || quote.within.is_some() || quote.words <= SCARE_WORDS {
            continue;
        }
        let Some(sentence) = reading.text.sentence_of(quote.tokens.start) else { continue };
        let paragraph = reading.text.sentences[sentence].paragraph;
        let before =
            sayings.iter().filter(|s| s.form == Form::Direct && s.tokens.end <= quote.tokens.start).max_by_key(|s| s.tokens.end);
        let near = before.filter(|s| reading.text.sentences[s.sentence].paragraph + 1 >= paragraph || quote.continues);
        if let Some(previous) = near.cloned() {
            quoted[q] = true;
            sayings.push(Saying { tokens: quote.tokens.clone(), sentence, ..previous });
        }
    }
}

/// "on X", "on Telegram" behind the verb.
fn channel(reading: Reading, frame: &Frame) -> Option<String> {
    let clause = reading.clause(frame.sentence, frame.clause);
    let at = (frame.trigger.end..clause.end).find(|i| matches!(reading.tagged.key(*i), "on" | "via"))?;
    CHANNELS.contains(&reading.tagged.key(at + 1)).then(|| reading.text.word(at + 1).to_string())
}

/// The saying that token `i` belongs to: the shortest that holds it.
pub fn of_token(sayings: &[Saying], i: usize) -> Option<&Saying> {
    sayings.iter().filter(|s| s.tokens.contains(&i)).min_by_key(|s| s.tokens.len())
}
