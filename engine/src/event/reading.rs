//! The reading so far: what the event stage asks of text, mentions and frames.

use super::memo::Memo;
use super::{harm, terrain};
use crate::Day;
use crate::frame::chunk::{Chunk, ChunkKind, Phrase, VerbGroup};
use crate::frame::predicate::{Sense, Slot};
use crate::frame::{Frame, Parse};
use crate::lexicon::{Match, Table, Tagged};
use crate::mention::place::{PlaceForm, PlaceMention};
use crate::mention::quantity::QuantityMention;
use crate::mention::time::{TimeKind, TimeMention};
use crate::mention::{Mentions, munition, people, target};
use crate::report::Effect;
use crate::text::{Text, Tokens};

/// Words beside which an attack or a disaster is made up.
const IMAGINED: &[&str] = &[
    "drill",
    "drills",
    "exercise",
    "simulation",
    "simulated",
    "imaginary",
    "mock",
    "fictional",
    "film",
    "novel",
    "movie",
    "rehearsal",
];

/// Verbs that say how many attacks there are.
const TRENDS: &[&str] = &[
    "fallen",
    "risen",
    "declined",
    "dropped",
    "increased",
    "decreased",
    "become",
    "grown",
    "doubled",
    "tripled",
    "halved",
    "eased",
    "subsided",
    "slowed",
];

/// Everything that earlier stages found.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    pub text: &'a Text,
    pub tagged: &'a Tagged,
    pub mentions: &'a Mentions,
    pub parse: &'a Parse,
    pub published: Option<Day>,
    pub memo: &'a Memo,
}

/// Words before "strike" by which work is stopped.
#[rustfmt::skip]
const LABOUR: &[&str] = &[
    "baggage", "bus", "civil", "cleaners", "dock", "doctors", "drivers", "dustmen", "factory", "ferry", "firefighters", "general",
    "hospital", "hunger", "labour", "labor", "metro", "miners", "national", "nurses", "pilots", "postal", "rail", "railway", "staff",
    "student", "students", "teachers", "train", "tram", "transport", "truckers", "tube", "unions", "wildcat", "workers", "writers",
];

impl<'a> Reading<'a> {
    /// The chunks of sentence `sentence`.
    pub fn chunks(&self, sentence: usize) -> &'a [Chunk] {
        self.parse.sentences.get(sentence).map_or(&[], Vec::as_slice)
    }

    /// The phrase at `chunk` of `sentence` with its tokens.
    pub fn phrase(&self, sentence: usize, chunk: usize) -> Option<(&'a Phrase, &'a Tokens)> {
        let chunk = self.chunks(sentence).get(chunk)?;
        match &chunk.kind {
            ChunkKind::Noun(phrase) => Some((phrase, &chunk.tokens)),
            _ => None,
        }
    }

    /// The verb group that triggers `frame`; none where a noun or an adjective does.
    pub fn verb(&self, frame: &Frame) -> Option<&'a VerbGroup> {
        match &self.chunks(frame.sentence).get(frame.chunk)?.kind {
            ChunkKind::Verb(group) => Some(group),
            _ => None,
        }
    }

    /// The tokens of clause `clause` of `sentence`; clauses are contiguous.
    pub fn clause(&self, sentence: usize, clause: usize) -> Tokens {
        let mut chunks = self.chunks(sentence).iter().filter(|c| c.clause == clause);
        let Some(first) = chunks.next() else { return 0..0 };
        first.tokens.start..chunks.next_back().unwrap_or(first).tokens.end
    }

    /// The tokens of sentence `sentence`.
    pub fn sentence(&self, sentence: usize) -> Tokens {
        self.text.sentences.get(sentence).map_or(0..0, |s| s.tokens.clone())
    }

    /// The frames of sentence `sentence`; frames stand in text order.
    pub fn frames_of(&self, sentence: usize) -> impl Iterator<Item = &'a Frame> + use<'a> {
        let frames = &self.parse.frames;
        let from = frames.partition_point(|f| f.sentence < sentence);
        frames[from..].iter().take_while(move |f| f.sentence == sentence)
    }

    /// Index of a frame of the text; none of one that is made up.
    pub fn index_of(&self, frame: &Frame) -> Option<usize> {
        let frames = &self.parse.frames;
        let from = frames.partition_point(|f| f.sentence < frame.sentence);
        let near = frames[from..].iter().take_while(|f| f.sentence == frame.sentence);
        near.zip(from..).find(|(f, _)| std::ptr::eq(*f, frame)).map(|(_, index)| index)
    }

    /// Cue words that begin in `range`, with the name of their cue; one that is part of a longer cue is none.
    pub fn cues(&self, range: Tokens) -> impl Iterator<Item = (&'a Match, &'static str)> {
        let tagged = self.tagged;
        let mut longest = 0..0;
        let all = self.memo.cues(tagged);
        let from = all.partition_point(|i| tagged.matches[*i].tokens.start < range.start);
        let cues = all[from..].iter().map(|i| &tagged.matches[*i]).take_while(move |m| m.tokens.start < range.end);
        let whole = move |m: &&Match| {
            let part = m.tokens.start >= longest.start && m.tokens.end <= longest.end && m.tokens != longest;
            if !part {
                longest = m.tokens.clone();
            }
            !part
        };
        cues.filter(whole).map(|m| (m, m.entry.cell(1)))
    }

    /// A cue named `cue` begins in `range`.
    pub fn has_cue(&self, range: Tokens, cue: &str) -> bool {
        self.cues(range).any(|(_, name)| name == cue)
    }

    /// "Officials have confirmed nine": `range` holds a number and nothing else.
    pub fn is_number(&self, range: &Tokens) -> bool {
        self.quantity_over(range.start).is_some_and(|q| q.tokens == *range)
    }

    /// The quantity that token `i` is part of; quantities stand in text order and apart from one another.
    pub fn quantity_over(&self, i: usize) -> Option<&'a QuantityMention> {
        let quantities = &self.mentions.quantities;
        let at = quantities.partition_point(|q| q.tokens.end <= i);
        quantities.get(at).filter(|q| q.tokens.start <= i)
    }

    /// A quantity begins at token `i`.
    pub fn begins_quantity(&self, i: usize) -> bool {
        self.quantity_over(i).is_some_and(|q| q.tokens.start == i)
    }

    /// Time expressions in `range` that tell of a time: not "now" and "recently".
    pub fn times(&self, range: &Tokens) -> impl Iterator<Item = &'a TimeMention> + use<'a> {
        let times = &self.mentions.times;
        let from = times.partition_point(|t| t.tokens.start < range.start);
        let end = range.end;
        times[from..].iter().take_while(move |t| t.tokens.start < end).filter(|t| t.kind != TimeKind::Vague)
    }

    /// Index of the time expression that begins at token `start`.
    pub fn time_at(&self, start: usize) -> Option<usize> {
        self.mentions.times.binary_search_by_key(&start, |t| t.tokens.start).ok()
    }

    /// Place mentions in `range`, with their index.
    pub fn places(&self, range: &Tokens) -> impl Iterator<Item = (usize, &'a PlaceMention)> + use<'a> {
        let places = &self.mentions.places.mentions;
        let from = places.partition_point(|p| p.tokens.start < range.start);
        let end = range.end;
        places.iter().enumerate().skip(from).take_while(move |(_, p)| p.tokens.start < end)
    }

    /// The frame tells of what the report counts: people harmed, a thing or place struck, a weapon in action, an event.
    pub fn bears(&self, frame: &Frame) -> bool {
        self.memo.bears(*self, frame, || self.tells_of_counted(frame))
    }

    fn tells_of_counted(&self, frame: &Frame) -> bool {
        let phrases = |slot| frame.filled(slot).filter_map(|c| self.phrase(frame.sentence, c));
        let struck = |(phrase, tokens): (&Phrase, &Tokens)| {
            let district = || self.tagged.key(phrase.head);
            // "The outskirts of Kelm".
            let of_place = || {
                let behind = tokens.end + 1..tokens.end + 3;
                self.tagged.key(tokens.end) == "of" && self.places(&behind).next().is_some()
            };
            target::of_phrase(self.tagged, tokens, phrase.head).is_some()
                || frame.sense == Sense::Effect(Effect::CutOff) && phrase.quantity.is_some() && target::is_served(district())
                // "Gunmen attacked worshippers"; to destroy people is sport.
                || frame.sense == Sense::Effect(Effect::Hit) && people::of_phrase(self.tagged, tokens, phrase.head).is_some()
                || harm::PARTS.contains(&district())
                || terrain::is_struck_land(district())
                || terrain::is_place_noun(district()) && (self.places(tokens).next().is_some() || of_place())
                || self.places(tokens).any(|(_, p)| p.tokens.contains(&phrase.head) || p.form == PlaceForm::Definite)
        };
        match frame.sense {
            Sense::Harm(_) => {
                let number = phrases(Slot::Amount).any(|(p, _)| p.quantity.is_some());
                number || phrases(Slot::Victims).any(|(p, t)| p.pronoun || self.may_be_people(p, t))
            }
            Sense::Effect(_) => {
                let targets = frame.filled(Slot::Target).map(|c| harm::whole(*self, frame.sentence, c));
                targets.filter_map(|c| self.phrase(frame.sentence, c)).any(struck)
            }
            // "A van was driven into a queue."
            Sense::Weapon(_) if frame.predicate.wants("implies").is_some() => true,
            // "A new type of missile": the weapon stands behind its kind.
            Sense::Weapon(_) => frame.filled(Slot::Weapon).any(|c| {
                let behind = (self.chunk_key(frame.sentence, c + 1) == "of").then_some(c + 2);
                let mut named = [Some(c), behind].into_iter().flatten().filter_map(|c| self.phrase(frame.sentence, c));
                named.any(|(p, t)| munition::of_phrase(self.tagged, t, p.head).is_some())
            }),
            Sense::Event(_) => !self.is_unreal(frame) && !self.is_labour(frame),
            Sense::Speech(_) | Sense::Talks | Sense::Reach => false,
        }
    }

    /// "Nine", "six bakers", "a nurse": people, or a number without a noun that says otherwise.
    fn may_be_people(&self, phrase: &Phrase, tokens: &Tokens) -> bool {
        let key = self.tagged.key(phrase.head);
        let known = people::of_phrase(self.tagged, tokens, phrase.head).is_some();
        let counted = phrase.quantity.is_some()
            && (phrase.bare_number
                || people::is_age_noun(key)
                || people::looks_like(key)
                || self.text.tokens[phrase.head].capital);
        let office = || self.tagged.ending(Table::Office, tokens.start, phrase.head + 1);
        known || counted || phrase.quantity.is_some() && office().is_some_and(|m| m.entry.cell(2) == "person")
    }

    /// "Another storm may follow", "a drill for an earthquake", "an imaginary bombing".
    fn is_unreal(&self, frame: &Frame) -> bool {
        let chunks = self.chunks(frame.sentence);
        let clause = |k: &usize| chunks[*k].clause == frame.clause;
        let verb = (frame.chunk + 1..chunks.len()).take_while(clause).find_map(|k| match &chunks[k].kind {
            ChunkKind::Verb(group) => Some(group),
            _ => None,
        });
        let imagined = |i: usize| IMAGINED.contains(&self.tagged.key(i));
        // "The shelling must stop" goes on.
        let ends = |g: &VerbGroup| matches!(self.tagged.key(g.main), "stop" | "end" | "cease");
        // "Attacks in the region have fallen by half": how many there are, not that one was.
        let many = self.tagged.key(frame.trigger.end - 1).ends_with('s');
        let trend = |g: &VerbGroup| many && g.main > frame.trigger.start && TRENDS.contains(&self.tagged.key(g.main));
        verb.is_some_and(|g| g.modal.is_some() && !ends(g) || trend(g)) || self.clause(frame.sentence, frame.clause).any(imagined)
    }

    /// "A strike by 2,300 nurses": work stopped, nothing struck.
    fn is_labour(&self, frame: &Frame) -> bool {
        let fights = |group: &str| matches!(group, "attackers" | "militants" | "soldiers" | "police");
        // "A 24-hour strike", "the rail strike".
        let of_work = |i: usize| LABOUR.contains(&self.tagged.key(i)) || self.tagged.key(i).ends_with("-hour");
        let of_days = |i: usize| self.tagged.key(i).ends_with("-day") || self.tagged.key(i).ends_with("-week");
        let armed = |i: usize| matches!(self.tagged.key(i), "air" | "missile" | "drone" | "rocket" | "artillery" | "bomb");
        let words = self.chunks(frame.sentence).get(frame.chunk).map_or(0..0, |c| c.tokens.start..frame.trigger.start);
        let labour = words.clone().any(|i| of_work(i) || of_days(i)) && !words.clone().any(armed);
        frame.predicate.lemma() == "strike"
            && (labour
                || frame
                    .filled(Slot::Agent)
                    .filter_map(|c| self.phrase(frame.sentence, c))
                    .any(|(p, t)| people::of_phrase(self.tagged, t, p.head).is_some_and(|who| !fights(who.group))))
    }

    /// Lower-case words of the chunk at `at`, the first one only.
    pub fn chunk_key(&self, sentence: usize, at: usize) -> &'a str {
        self.chunks(sentence).get(at).map_or("", |c| self.tagged.key(c.tokens.start))
    }

    /// The tokens from the first to the last of the frame's trigger and chunk `chunk`.
    pub fn span(&self, frame: &Frame, chunk: usize) -> Tokens {
        let tokens = self.chunks(frame.sentence).get(chunk).map_or(frame.trigger.clone(), |c| c.tokens.clone());
        tokens.start.min(frame.trigger.start)..tokens.end.max(frame.trigger.end)
    }
}
