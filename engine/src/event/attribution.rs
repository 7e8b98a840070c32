//! Attribution: which words are whose.

use super::cast::Cast;
use super::reading::Reading;
use super::speaker::{self, Credit};
use crate::frame::Frame;
use crate::frame::predicate::{Sense, Slot};
use crate::report::{Act, Form};
use crate::text::Tokens;
use line::Line;

mod line;

/// Something said and by whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Saying {
    /// Index in the cast.
    pub speaker: Option<usize>,
    pub act: Act,
    pub form: Form,
    /// The words said; of a quotation those inside the marks.
    pub tokens: Tokens,
    /// What the speaker goes on to say behind "the mayor said".
    pub goes_on: Option<Tokens>,
    /// X, Telegram, state television, …
    pub channel: Option<String>,
    /// Sentence of the verb of saying, or of the quotation where it goes on without one.
    pub sentence: usize,
}

/// Verbs with a subject that need not speak: "the region recorded its hottest day".
#[rustfmt::skip]
const UNSURE: &[&str] = &[
    "report", "describe", "recall", "estimate", "put", "list", "record", "document", "count", "register", "call", "stress",
    "reject", "dispute", "demand", "promise", "state", "post", "verify", "find", "show", "expect", "believe", "note",
    "suggest", "indicate", "predict", "assess", "lower", "raise", "give", "revise", "think", "ask", "admit", "continue",
];

/// Sentences behind a quotation among which its "she" may be named.
const AHEAD: usize = 2;

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

/// A word of saying with its speaker.
struct Said<'a> {
    frame: &'a Frame,
    credit: Credit,
    speaker: Option<usize>,
    channel: Option<String>,
    /// The quotation that it stands in itself.
    inside: Option<usize>,
}

impl Said<'_> {
    /// Its sentence, or the part of it that stands in the same quotation.
    fn bounds(&self, reading: Reading) -> Tokens {
        let sentence = reading.sentence(self.frame.sentence);
        match self.inside {
            Some(q) => {
                let quote = &reading.text.quotes[q].tokens;
                quote.start.max(sentence.start)..quote.end.min(sentence.end)
            }
            None => sentence,
        }
    }

    /// One noun says it all: "urged restraint", "denied involvement"; "said so" and "reported it" tell nothing.
    fn is_told_by(&self, reading: Reading, tokens: &Tokens) -> bool {
        let telling = matches!(self.frame.sense, Sense::Speech(Act::Demands | Act::Denies | Act::Promises));
        let noun = |c: usize| reading.phrase(self.frame.sentence, c).is_some_and(|(p, t)| t == tokens && !p.pronoun);
        telling && self.frame.filled(Slot::Content).any(noun)
    }

    fn saying(&self, tokens: Tokens, form: Form) -> Saying {
        let act = match self.frame.sense {
            Sense::Speech(act) => act,
            _ => Act::Says,
        };
        let channel = self.channel.clone();
        Saying { speaker: self.speaker, act, form, tokens, goes_on: None, channel, sentence: self.frame.sentence }
    }
}

/// Every saying of the text in text order; meets the speakers.
pub fn find(reading: Reading, cast: &mut Cast) -> Vec<Saying> {
    let mut sayings: Vec<Saying> = Vec::new();
    let mut quoted = vec![false; reading.text.quotes.len()];
    for sentence in 0..reading.parse.sentences.len() {
        let said = said(reading, cast, sentence);
        quotations(reading, sentence, &said, &mut quoted, &mut sayings);
        reported(reading, &said, &mut sayings);
    }
    announced(reading, cast, &mut sayings, &mut quoted);
    signed(reading, cast, &mut sayings, &mut quoted);
    go_on(reading, &mut sayings, &mut quoted);
    sayings.sort_by_key(|s| (s.tokens.start, s.tokens.end));
    sayings
}

/// The words of saying of `sentence` whose speaker is told.
fn said<'a>(reading: Reading<'a>, cast: &mut Cast, sentence: usize) -> Vec<Said<'a>> {
    let mut found: Vec<Said> = Vec::new();
    for frame in reading.frames_of(sentence).filter(|f| matches!(f.sense, Sense::Speech(_))) {
        let Some(credit) = speaker::of_frame(reading, frame) else { continue };
        let sure = !UNSURE.contains(&frame.predicate.lemma()) || is_beside_quote(reading, &credit);
        let speaker = cast.hear(reading, sentence, credit.speaker, sure);
        // "Asked whether he would go, he replied": the question is another's.
        let asked = frame.predicate.lemma() == "ask" && frame.trigger.start == reading.sentence(sentence).start;
        let speaker = match speaker {
            _ if asked => continue,
            Some(speaker) => Some(speaker),
            // “It is not over,” she warned: who she is the next sentence tells.
            None if is_beside_quote(reading, &credit) => ahead(reading, cast, sentence, credit.speaker),
            None => continue,
        };
        let inside = reading.text.quote_of(frame.trigger.start);
        found.push(Said { frame, credit, speaker, channel: channel(reading, frame), inside });
    }
    found
}

/// A quotation that a comma or a mark of its own closes ends right before the attribution.
fn is_beside_quote(reading: Reading, credit: &Credit) -> bool {
    let start = credit.tokens.start;
    let paused = |end: usize| end > 0 && matches!(reading.text.word(end - 1), "," | "!" | "?" | "-" | "—" | "–" | "…");
    reading.text.quotes.iter().any(|q| {
        q.closed
            && (q.tokens.end + 1 == start && paused(q.tokens.end)
                || q.tokens.end + 2 == start && reading.text.word(start - 1) == ",")
    })
}

/// Whom a pronoun that opens a text means: the person whom the next sentence names first.
fn ahead(reading: Reading, cast: &mut Cast, sentence: usize, chunk: usize) -> Option<usize> {
    let key = reading.chunk_key(sentence, chunk);
    if !matches!(key, "he" | "she") && reading.phrase(sentence, chunk).is_none_or(|(p, _)| p.pronoun) {
        return None;
    }
    let next = (sentence + 1..reading.parse.sentences.len()).take(AHEAD);
    let outside = |s: &usize| reading.text.quote_of(reading.sentence(*s).start).is_none();
    next.into_iter().filter(outside).find_map(|s| cast.announce(reading, s, 0).or_else(|| cast.announce(reading, s, 2)))
}

/// Gives each quotation of the sentence, and one that opens right behind its colon, to the word of saying next to it.
fn quotations(reading: Reading, index: usize, said: &[Said], quoted: &mut [bool], sayings: &mut Vec<Saying>) {
    let sentence = reading.sentence(index);
    let leads = sentence.end > sentence.start && matches!(reading.text.word(sentence.end - 1), ":" | ",");
    for (q, quote) in reading.text.quotes.iter().enumerate() {
        let overlaps = quote.tokens.start < sentence.end + 2 && quote.tokens.end > sentence.start;
        let near = quote.tokens.start < sentence.end || leads;
        if quoted[q] || !overlaps || !near {
            continue;
        }
        let apart = |s: &&Said| {
            let own = &s.credit.tokens;
            if own.start >= quote.tokens.end { own.start - quote.tokens.end } else { quote.tokens.start.saturating_sub(own.end) }
        };
        let fits = |s: &&Said| s.inside != Some(q) && quote.within == s.inside && !quote.tokens.contains(&s.frame.trigger.start);
        // “No,” the minister said: a pause of its own before the speaker makes a word or two an utterance.
        let paused = matches!(reading.text.word(quote.tokens.end.saturating_sub(1)), "," | "!" | "?");
        // He replied: “Certainly not.”
        let led = quote.words > 0 && quote.tokens.start > 1 && reading.text.word(quote.tokens.start - 2) == ":";
        let whole = |s: &&Said| led || paused && quote.words > 0 && s.credit.tokens.start == quote.tokens.end + 1;
        let fits = |s: &&Said| fits(s) && (quote.words > SCARE_WORDS || whole(s));
        if let Some(nearest) = said.iter().filter(fits).min_by_key(apart) {
            quoted[q] = true;
            sayings.push(nearest.saying(quote.tokens.clone(), Form::Direct));
        }
    }
}

/// The reported words without quotation marks, of each word of saying of one sentence.
fn reported(reading: Reading, said: &[Said], sayings: &mut Vec<Saying>) {
    let mut trailed = 0;
    let mut leading: Option<usize> = None;
    for (i, this) in said.iter().enumerate().filter(|(_, s)| s.speaker.is_some()) {
        let bounds = this.bounds(reading);
        let line = Line { reading, this, bounds: bounds.start.max(trailed)..last_word(reading, &bounds) };
        let ceiling = said[i + 1..].iter().find(|n| n.inside == this.inside).map(|next| line.boundary(next));
        let end = ceiling.unwrap_or(line.bounds.end).min(line.bounds.end);
        let push = |sayings: &mut Vec<Saying>, tokens: Tokens, goes_on: Option<Tokens>| {
            if (tokens.len() > 1 || reading.is_number(&tokens) || this.is_told_by(reading, &tokens))
                && !all_quoted(reading, &tokens)
            {
                let within = |s: &Saying| {
                    let inside = tokens.start <= s.tokens.start && s.tokens.end <= tokens.end;
                    s.form == Form::Direct && s.speaker == this.speaker && inside
                };
                // "He was “cautiously hopeful”": two words of his own, too.
                let own = |q: &crate::text::Quote| {
                    q.closed
                        && q.tokens.start >= tokens.start
                        && q.tokens.end <= tokens.end
                        && q.words > 0
                        && q.within == this.inside
                };
                let quotes = sayings.iter().any(within) || reading.text.quotes.iter().any(own);
                let form = if quotes { Form::Mixed } else { Form::Indirect };
                sayings.retain(|s| !within(s));
                sayings.push(Saying { goes_on, ..this.saying(tokens, form) });
            }
        };
        if let Some(start) = line.follows() {
            push(sayings, start..end.max(start), None);
            leading = Some(start);
        } else if let Some(before) = line.before(leading) {
            let rest = line.rest(end);
            push(sayings, before, rest);
            trailed = this.credit.tokens.end;
        } else if let Some(rest) = line.rest(end).filter(|t| has_verb(reading, this.frame.sentence, t)) {
            push(sayings, rest, None);
        }
    }
}

/// "“…,” said Mr Baptiste, a fisherman": who he is tells nothing.
fn has_verb(reading: Reading, sentence: usize, tokens: &Tokens) -> bool {
    let inside = |c: &&crate::frame::chunk::Chunk| tokens.contains(&c.tokens.start);
    reading.chunks(sentence).iter().filter(inside).any(|c| matches!(c.kind, crate::frame::chunk::ChunkKind::Verb(_)))
}

/// The end of the sentence without its closing marks.
fn last_word(reading: Reading, sentence: &Tokens) -> usize {
    let mut end = sentence.end;
    // The mark that closes a quotation of a few words belongs to them.
    let closes = |i: usize| reading.text.quotes.iter().any(|q| q.tokens.end == i && q.tokens.start > sentence.start + 1);
    while end > sentence.start
        && matches!(reading.text.word(end - 1), "." | "!" | "?" | "’" | "”" | "\"" | "'")
        && !closes(end - 1)
    {
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

/// "Mayor Petro Banik: “…”", "Her answer came at noon: “…”": a quotation behind a colon belongs to who stands before it.
fn announced(reading: Reading, cast: &mut Cast, sayings: &mut Vec<Saying>, quoted: &mut [bool]) {
    for (q, quote) in reading.text.quotes.iter().enumerate() {
        let Some(colon) = quote.tokens.start.checked_sub(2).filter(|i| reading.text.word(*i) == ":") else { continue };
        let Some(sentence) = reading.text.sentence_of(colon).filter(|_| !quoted[q] && quote.words > SCARE_WORDS) else {
            continue;
        };
        let chunks = reading.chunks(sentence);
        let before = (0..chunks.len()).take_while(|k| chunks[*k].tokens.start < colon);
        let Some(speaker) = before.into_iter().find_map(|k| cast.announce(reading, sentence, k)) else { continue };
        quoted[q] = true;
        sayings.push(Saying {
            speaker: Some(speaker),
            act: Act::Says,
            form: Form::Direct,
            tokens: quote.tokens.clone(),
            goes_on: None,
            channel: None,
            sentence,
        });
    }
}

/// “Nobody told us anything.” — Marta Ruiz, teacher: a name behind a dash signs the quotation before it.
fn signed(reading: Reading, cast: &mut Cast, sayings: &mut Vec<Saying>, quoted: &mut [bool]) {
    for (q, quote) in reading.text.quotes.iter().enumerate() {
        let dash = quote.tokens.end + 1;
        let signs = dash + 1 < reading.text.tokens.len() && matches!(reading.text.word(dash), "—" | "–" | "-" | "―");
        if quoted[q] || !signs || quote.words <= SCARE_WORDS || !reading.text.tokens[dash + 1].capital {
            continue;
        }
        let Some(sentence) = reading.text.sentence_of(dash + 1) else { continue };
        let Some(chunk) = reading.chunks(sentence).iter().position(|c| c.tokens.contains(&(dash + 1))) else { continue };
        // A clause goes on behind the dash.
        if reading.chunks(sentence)[chunk..].iter().any(|c| matches!(c.kind, crate::frame::chunk::ChunkKind::Verb(_))) {
            continue;
        }
        let Some(speaker) = cast.hear(reading, sentence, chunk, true) else { continue };
        quoted[q] = true;
        sayings.push(Saying {
            speaker: Some(speaker),
            act: Act::Says,
            form: Form::Direct,
            tokens: quote.tokens.clone(),
            goes_on: None,
            channel: None,
            sentence,
        });
    }
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
        let of = |s: &Saying| reading.text.sentences[s.sentence].paragraph;
        let quotes = |s: &&Saying| s.form != Form::Indirect || of(s) == paragraph;
        let before = sayings.iter().filter(|s| s.tokens.end <= quote.tokens.start).filter(quotes);
        let near = before.max_by_key(|s| (s.sentence, s.tokens.end)).filter(|s| of(s) + 1 >= paragraph || quote.continues);
        if let Some(previous) = near.cloned() {
            quoted[q] = true;
            sayings.push(Saying { tokens: quote.tokens.clone(), form: Form::Direct, goes_on: None, sentence, ..previous });
        }
    }
}

/// "on X", "on Telegram" behind the verb.
fn channel(reading: Reading, frame: &Frame) -> Option<String> {
    let clause = reading.clause(frame.sentence, frame.clause);
    let at = (frame.trigger.end..clause.end).find(|i| matches!(reading.tagged.key(*i), "on" | "via"))?;
    CHANNELS.contains(&reading.tagged.key(at + 1)).then(|| reading.text.word(at + 1).to_string())
}

/// How many sentences a saying may go on: a quotation over several paragraphs.
const LONGEST: usize = 40;

/// The sayings that may hold token `i` of `sentence`; sayings stand in the order of their beginnings.
fn near(sayings: &[Saying], sentence: usize, i: usize) -> impl Iterator<Item = &Saying> {
    let begun = sayings.partition_point(|s| s.tokens.start <= i);
    sayings[..begun].iter().rev().take_while(move |s| s.sentence + LONGEST >= sentence)
}

/// The saying that token `i` of `sentence` belongs to: the shortest that holds it.
pub fn of_token(sayings: &[Saying], sentence: usize, i: usize) -> Option<&Saying> {
    // Of a claim and its denial the claim is the source.
    let denies = |s: &&Saying| s.act == Act::Denies;
    let holds = |s: &&Saying| s.tokens.contains(&i) || s.goes_on.as_ref().is_some_and(|t| t.contains(&i));
    let length = |s: &&Saying| s.tokens.len() + s.goes_on.as_ref().map_or(0, ExactSizeIterator::len);
    near(sayings, sentence, i).filter(holds).min_by_key(|s| (denies(s), length(s), s.tokens.start))
}

/// Somebody denies what token `i` of `sentence` tells.
pub fn is_denied(sayings: &[Saying], sentence: usize, i: usize) -> bool {
    near(sayings, sentence, i).any(|s| s.act == Act::Denies && s.tokens.contains(&i))
}
