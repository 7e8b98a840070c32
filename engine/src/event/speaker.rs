//! Speakers: the phrase that a word of saying takes its words from, and the stretch of the sentence that names it.

use super::reading::Reading;
use crate::frame::Frame;
use crate::frame::chunk::{Chunk, ChunkKind, Phrase, VerbGroup};
use crate::frame::predicate::{Sense, Slot};
use crate::lexicon::Table;
use crate::text::Tokens;

/// Who says it, as the sentence puts it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// Chunk of the speaker.
    pub speaker: usize,
    /// "the mayor told reporters on Monday": speaker, verb and what belongs to the saying itself.
    pub tokens: Tokens,
    /// The chunk behind it.
    pub next: usize,
}

/// Verbs that stand before their subject behind what is said: "…, said the mayor".
const INVERTING: &[&str] = &[
    "say", "add", "report", "write", "note", "explain", "recall", "warn", "announce", "concede", "joke", "shout", "reply",
    "insist", "claim", "admit", "declare", "ask", "state", "post", "argue", "complain", "whisper", "cry", "tweet",
];

/// Verbs whose object stands where an inverted subject would.
const NEVER_INVERTING: &[&str] = &["tell", "accuse", "blame", "describe", "call", "put", "condemn", "reject", "deny", "urge"];

/// Nouns that are verbs of saying in their plain form, too: with a subject in the singular they are none.
const NOUNS_TOO: &[&str] = &[
    "state", "post", "list", "count", "record", "register", "text", "note", "report", "claim", "estimate", "demand", "promise",
    "pledge", "dispute", "comment", "cry", "document", "show", "answer", "joke", "counter",
];

/// Prepositions whose phrase belongs to the noun before: "the head of the clinic", "police in Norvia".
const HANGING: &[&str] = &["of", "for", "at", "in", "from", "with", "near", "on"];

/// The longest way from a verb of saying back to its subject, in chunks.
const WINDOW: usize = 24;

/// How many verbs may lead to their subject one through another: "went on to say".
const DEEPEST: usize = 4;

/// Who says what `frame` tells.
pub fn of_frame(reading: Reading, frame: &Frame) -> Option<Credit> {
    of_frame_within(reading, frame, DEEPEST)
}

/// As [`of_frame`], led through at most `depth` other verbs of saying.
fn of_frame_within(reading: Reading, frame: &Frame, depth: usize) -> Option<Credit> {
    let line = Line { reading, frame, chunks: reading.chunks(frame.sentence), depth };
    match frame.predicate.part_of_speech() {
        "p" => line.according_to(),
        _ => line.inverted().or_else(|| line.passive()).or_else(|| line.subject()),
    }
    .map(|credit| line.whose(credit))
}

/// What speaks for those who wrote it.
const PAPERS: &[&str] =
    &["report", "statement", "letter", "survey", "study", "tally", "count", "assessment", "analysis", "review"];

struct Line<'a> {
    reading: Reading<'a>,
    frame: &'a Frame,
    chunks: &'a [Chunk],
    depth: usize,
}

impl<'a> Line<'a> {
    fn noun(&self, k: usize) -> Option<&'a Phrase> {
        match &self.chunks.get(k)?.kind {
            ChunkKind::Noun(phrase) => Some(phrase),
            _ => None,
        }
    }

    fn verb(&self, k: usize) -> Option<&'a VerbGroup> {
        match &self.chunks.get(k)?.kind {
            ChunkKind::Verb(group) => Some(group),
            _ => None,
        }
    }

    fn is(&self, k: usize, kind: &ChunkKind) -> bool {
        self.chunks.get(k).is_some_and(|c| c.kind == *kind)
    }

    fn key(&self, k: usize) -> &'a str {
        self.chunks.get(k).map_or("", |c| self.reading.tagged.key(c.tokens.start))
    }

    /// The mark at chunk `k` closes a quotation.
    fn closes_quote(&self, k: usize) -> bool {
        let Some(chunk) = self.chunks.get(k) else { return false };
        self.is_mark(k) && self.reading.text.quotes.iter().any(|q| q.tokens.end == chunk.tokens.start)
    }

    fn is_mark(&self, k: usize) -> bool {
        self.is(k, &ChunkKind::Mark) || self.is(k, &ChunkKind::Comma)
    }

    fn is_finite(&self, k: usize) -> bool {
        self.verb(k).is_some_and(|g| !g.infinitive && !g.gerund && !g.participle)
    }

    /// "A report by the Red Cross": those who wrote it speak.
    fn whose(&self, credit: Credit) -> Credit {
        let paper = self.noun(credit.speaker).is_some_and(|p| PAPERS.contains(&self.reading.tagged.key(p.head)));
        let by = credit.speaker + 1;
        if !paper || !matches!(self.key(by), "by" | "from") || self.noun(by + 1).is_none_or(|p| p.pronoun) {
            return credit;
        }
        let end = self.chunks[by + 1].tokens.end;
        let tokens = credit.tokens.start..credit.tokens.end.max(end.min(self.chunks[self.behind_phrase(by + 1) - 1].tokens.end));
        let next = if credit.next == by { self.behind_phrase(by + 1) } else { credit.next };
        Credit { speaker: by + 1, tokens, next }
    }

    /// "according to the mayor of Norvia".
    fn according_to(&self) -> Option<Credit> {
        let speaker = self.frame.filled(Slot::Speaker).next()?;
        let next = self.behind_phrase(speaker);
        Some(self.credit(speaker, self.frame.chunk, next))
    }

    /// "…,” said the mayor": the subject behind the verb.
    fn inverted(&self) -> Option<Credit> {
        let v = self.frame.chunk;
        let group = self.verb(v)?;
        let simple = !group.passive && !group.infinitive && !group.gerund && group.modal.is_none() && !group.negated;
        let lemma = self.frame.predicate.lemma();
        if !simple || NEVER_INVERTING.contains(&lemma) || self.frame.trigger.len() > 1 {
            return None;
        }
        let quoted = match v.checked_sub(1) {
            Some(k) => self.closes_quote(k),
            None => self.reading.text.quotes.iter().any(|q| q.tokens.end + 1 == self.frame.trigger.start),
        };
        let comma = v > 1 && self.is(v - 1, &ChunkKind::Comma);
        let told = comma
            && INVERTING.contains(&lemma)
            && (self.tells(0, v - 1) || self.is(self.behind_phrase(v + 1), &ChunkKind::Comma));
        if !quoted && !told {
            return None;
        }
        let phrase = self.noun(v + 1)?;
        let key = self.reading.tagged.key(phrase.head);
        let known = |table| self.reading.tagged.ending(table, 0, phrase.head + 1).is_some();
        let person = known(Table::Office) || known(Table::People) || self.reading.text.tokens[phrase.head].capital;
        let names = match is_subject_pronoun(key) {
            true => quoted,
            false => quoted && !phrase.pronoun || person && !phrase.bare_number,
        };
        let next = self.behind_phrase(v + 1);
        // "…, said the pilot had been released".
        let subject = (v + 2..next + 1).any(|k| self.is_finite(k)) || self.is_finite(self.behind_adjuncts(next));
        (names && (quoted || !subject)).then(|| self.credit(v + 1, v, next))
    }

    /// A clause of its own, a predicate or a quotation stands in the chunks `from..to`.
    fn tells(&self, from: usize, to: usize) -> bool {
        (from..to).any(|k| match &self.chunks[k].kind {
            ChunkKind::Verb(_) | ChunkKind::Adj => true,
            ChunkKind::Noun(p) => p.quantity.is_some(),
            _ => self.closes_quote(k),
        })
    }

    /// "was described by the mayor as …".
    fn passive(&self) -> Option<Credit> {
        let v = self.frame.chunk;
        self.verb(v).filter(|g| g.passive || g.participle)?;
        let by = (v + 1..self.chunks.len()).take_while(|k| !self.is_finite(*k)).find(|k| self.key(*k) == "by")?;
        self.noun(by + 1)?;
        Some(self.credit(by + 1, v, self.behind_phrase(by + 1)))
    }

    /// The subject before the verb.
    fn subject(&self) -> Option<Credit> {
        let v = self.frame.chunk;
        if self.verb(v).is_some_and(|g| g.passive || g.participle) {
            return None;
        }
        let speaker = self.before(v, DEEPEST).filter(|s| !self.is_noun_here(v, *s))?;
        let first = if speaker < v { speaker } else { v };
        let mut next = v + 1;
        if self.frame.filled(Slot::Addressee).next() == Some(next) {
            next += 1;
        }
        // "spoke of two deaths", "admitted to two": what is said is no adjunct.
        let content = self.is(next, &ChunkKind::Prep) && self.frame.predicate.preposition(self.key(next)) == Some(Slot::Content);
        let next = if content { next } else { self.behind_adjuncts(next) };
        Some(self.credit(speaker, first, next))
    }

    /// "the army, which holds North Kordofan state, said": a plain form that does not agree with the subject before it.
    fn is_noun_here(&self, v: usize, speaker: usize) -> bool {
        let Some((group, phrase)) = self.verb(v).zip(self.noun(speaker)) else { return false };
        let lemma = self.frame.predicate.lemma();
        let plain = self.reading.tagged.key(group.main) == lemma && NOUNS_TOO.contains(&lemma);
        let head = self.reading.tagged.key(phrase.head);
        let plural = head.ends_with('s') || matches!(head, "police" | "people" | "they" | "we" | "you" | "i" | "men" | "women");
        plain && group.modal.is_none() && !group.infinitive && !plural
    }

    /// The subject of the verb at `v`, searched leftwards.
    fn before(&self, v: usize, depth: usize) -> Option<usize> {
        if depth == 0 {
            return None;
        }
        let mut k = v.checked_sub(1)?;
        while self.is_aside(k) {
            k = k.checked_sub(1)?;
        }
        // "quoted the general as saying".
        if k >= 2 && self.key(k) == "as" && self.noun(k - 1).is_some() && self.is_finite(k - 2) {
            return Some(k - 1);
        }
        if self.verb(v).is_some_and(|g| g.gerund) && !matches!(self.chunks[k].kind, ChunkKind::Verb(_)) {
            return self.of_main_verb(v, depth - 1);
        }
        match &self.chunks[k].kind {
            ChunkKind::Noun(_) => self.described(k).or_else(|| Some(self.first_of_pair(self.climb(k)))),
            ChunkKind::Comma => self.described(k).or_else(|| self.before_remark(k)),
            ChunkKind::Conj => self.of_saying(v).or_else(|| self.verb_before(k).and_then(|w| self.before(w, depth - 1))),
            ChunkKind::Subordinator if matches!(self.key(k), "who" | "which" | "that") => self.antecedent(k),
            // "went on to say".
            ChunkKind::Verb(_) => self.before(k, depth - 1),
            ChunkKind::Prep => self.of_main_verb(v, depth - 1),
            _ => None,
        }
    }

    /// "a doctor there said", "the ministry first said", "officials here on Monday said".
    fn is_aside(&self, k: usize) -> bool {
        matches!(self.chunks[k].kind, ChunkKind::Adverb | ChunkKind::Time | ChunkKind::Adj)
            || matches!(self.key(k), "there" | "here")
            // "The mayor on Friday said".
            || self.is(k, &ChunkKind::Prep) && self.is(k + 1, &ChunkKind::Time)
    }

    /// The subject of the verb that the "-ing" form at `v` hangs on, to its left or, where it opens the sentence, to its right.
    fn of_main_verb(&self, v: usize, depth: usize) -> Option<usize> {
        if let Some(speaker) = self.of_saying(v) {
            return Some(speaker);
        }
        match self.verb_before(v) {
            Some(w) if self.noun(w + 1).is_some() && w > 0 && self.is_mark(w - 1) && self.tells(0, w - 1) => Some(w + 1),
            Some(w) => self.before(w, depth),
            None => (v + 1..self.chunks.len()).find(|k| self.is_finite(*k)).and_then(|w| self.before(w, depth)),
        }
    }

    /// The speaker of the verb of saying before the one at `v`, asides as in "as some reported" passed over.
    fn of_saying(&self, v: usize) -> Option<usize> {
        let depth = self.depth.checked_sub(1)?;
        let aside = |f: &Frame| (f.chunk.saturating_sub(4)..f.chunk).any(|k| matches!(self.key(k), "as" | "which" | "who"));
        let near = |f: &&Frame| f.chunk + WINDOW >= v && f.chunk < v.min(self.frame.chunk);
        let saying = |f: &&Frame| matches!(f.sense, Sense::Speech(_)) && self.verb(f.chunk).is_some() && !aside(f);
        let previous = self.reading.frames_of(self.frame.sentence).filter(near).filter(saying).last()?;
        let same_quote =
            self.reading.text.quote_of(previous.trigger.start) == self.reading.text.quote_of(self.frame.trigger.start);
        of_frame_within(self.reading, previous, depth).filter(|_| same_quote).map(|c| c.speaker)
    }

    fn verb_before(&self, k: usize) -> Option<usize> {
        (k.saturating_sub(WINDOW)..k).rev().find(|w| self.is_finite(*w))
    }

    /// "troops who searched the area", "Banik, who lost a son,": what the relative clause that ends at `end` describes.
    fn described(&self, end: usize) -> Option<usize> {
        let low = end.saturating_sub(WINDOW / 2);
        let mut verb = false;
        for k in (low..end).rev() {
            match &self.chunks[k].kind {
                ChunkKind::Verb(_) => verb = true,
                ChunkKind::Subordinator if matches!(self.key(k), "who" | "which" | "whose" | "that") => {
                    let remark = k > 0 && self.is(k - 1, &ChunkKind::Comma);
                    return self.antecedent(k).filter(|_| verb && remark == self.is(end, &ChunkKind::Comma));
                }
                ChunkKind::Comma if !self.is(end, &ChunkKind::Comma) => return None,
                ChunkKind::Subordinator | ChunkKind::Mark => return None,
                _ => {}
            }
        }
        None
    }

    fn antecedent(&self, pronoun: usize) -> Option<usize> {
        let mut at = pronoun.checked_sub(1)?;
        while self.is(at, &ChunkKind::Comma) {
            at = at.checked_sub(1)?;
        }
        self.noun(at).map(|_| self.climb(at))
    }

    /// The subject before a remark that the comma at `close` ends: "the mayor, Petro Banik, said".
    fn before_remark(&self, close: usize) -> Option<usize> {
        let low = close.saturating_sub(WINDOW / 2);
        // "His mother, reached by telephone, said": a participle, whatever it looks like.
        let opens = |k: usize| k > 0 && self.is(k - 1, &ChunkKind::Comma);
        let inside = (low..close).rev().take_while(|k| !self.is(*k, &ChunkKind::Comma) && (!self.is_finite(*k) || opens(*k)));
        let open = inside.last().unwrap_or(close).checked_sub(1)?;
        let mut before = open.checked_sub(1).filter(|_| self.is(open, &ChunkKind::Comma));
        // "Petro Banik, 34, the mayor, said": an age between commas is passed over.
        let mut aside = false;
        while let Some(k) = before.filter(|k| self.is_age(*k) || self.is_aside(*k) || aside && self.is(*k, &ChunkKind::Comma)) {
            aside = true;
            before = k.checked_sub(1);
        }
        before.filter(|at| self.noun(*at).is_some()).map(|at| self.climb(at))
    }

    fn is_age(&self, k: usize) -> bool {
        self.noun(k).is_some_and(|p| p.bare_number)
    }

    /// "the head of the clinic in Norvia": the phrase that the one at `k` hangs on.
    fn climb(&self, k: usize) -> usize {
        let mut at = k;
        loop {
            let hangs = at >= 2 && self.is(at - 1, &ChunkKind::Prep) && HANGING.contains(&self.key(at - 1));
            // "a resident reached by telephone", "a boy carrying bread".
            let participle =
                |v: usize| v > 0 && self.verb(v).is_some_and(|g| g.participle || g.gerund) && self.noun(v - 1).is_some();
            // "a source close to the inquiry", "aid groups including Oxfam".
            let close = at >= 3 && self.key(at - 1) == "to" && self.key(at - 2) == "close" && self.noun(at - 3).is_some();
            let among = at >= 2 && self.key(at - 1) == "including" && self.noun(at - 2).is_some();
            // "John Tate, of Imperial College, said".
            let beside = at >= 3
                && matches!(self.key(at - 1), "of" | "from")
                && self.is(at - 2, &ChunkKind::Comma)
                && self.noun(at - 3).is_some();
            if close || beside {
                at -= 3;
            } else if among || hangs && self.noun(at - 2).is_some() {
                at -= 2;
            } else if at >= 3 && self.is(at - 1, &ChunkKind::Prep) && participle(at - 2) {
                at -= 3;
            } else if at >= 2 && participle(at - 1) {
                at -= 2;
            } else {
                return at;
            }
        }
    }

    /// "Witnesses and officials said": the first of the two, unless it belongs to a clause before.
    fn first_of_pair(&self, k: usize) -> usize {
        let first = k.checked_sub(2).filter(|at| self.is(k - 1, &ChunkKind::Conj) && self.noun(*at).is_some());
        match first.map(|at| self.climb(at)) {
            Some(at) if at == 0 || matches!(self.chunks[at - 1].kind, ChunkKind::Comma | ChunkKind::Subordinator) => at,
            _ => k,
        }
    }

    /// The first chunk behind the phrase at `k` and what hangs on it.
    fn behind_phrase(&self, k: usize) -> usize {
        let mut next = k + 1;
        while self.is(next, &ChunkKind::Prep) && HANGING.contains(&self.key(next)) && self.noun(next + 1).is_some() {
            next += 2;
        }
        next
    }

    /// The first chunk from `k` on that is no time, adverb or prepositional phrase: "said on Monday in a statement that".
    fn behind_adjuncts(&self, k: usize) -> usize {
        let mut next = k;
        loop {
            let led = self.is(next, &ChunkKind::Prep) && (self.noun(next + 1).is_some() || self.is(next + 1, &ChunkKind::Time));
            match self.chunks.get(next).map(|c| &c.kind) {
                Some(ChunkKind::Adverb | ChunkKind::Time) => next += 1,
                Some(ChunkKind::Prep) if led => next += 2,
                _ => return next,
            }
        }
    }

    fn credit(&self, speaker: usize, first: usize, next: usize) -> Credit {
        let last = next.max(first + 1) - 1;
        Credit { speaker, tokens: self.chunks[first].tokens.start..self.chunks[last].tokens.end, next }
    }
}

fn is_subject_pronoun(key: &str) -> bool {
    matches!(key, "he" | "she" | "they" | "it")
}
