//! The reading so far: what the event stage asks of text, mentions and frames.

use crate::Day;
use crate::frame::chunk::{Chunk, ChunkKind, Phrase};
use crate::frame::predicate::{Sense, Slot};
use crate::frame::{Frame, Parse};
use crate::lexicon::{Match, Table, Tagged};
use crate::mention::place::{PlaceForm, PlaceMention};
use crate::mention::time::TimeMention;
use crate::mention::{Mentions, munition, people, target};
use crate::text::{Text, Tokens};

/// Everything that earlier stages found.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    pub text: &'a Text,
    pub tagged: &'a Tagged,
    pub mentions: &'a Mentions,
    pub parse: &'a Parse,
    pub published: Option<Day>,
}

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

    /// Cue words that begin in `range`, with the name of their cue.
    pub fn cues(&self, range: Tokens) -> impl Iterator<Item = (&'a Match, &'static str)> {
        let tagged = self.tagged;
        range.flat_map(move |i| tagged.at(i)).filter(|m| m.entry.table == Table::Cue).map(|m| (m, m.entry.cell(1)))
    }

    /// A cue named `cue` begins in `range`.
    pub fn has_cue(&self, range: Tokens, cue: &str) -> bool {
        self.cues(range).any(|(_, name)| name == cue)
    }

    /// Time expressions in `range`.
    pub fn times(&self, range: &Tokens) -> impl Iterator<Item = &'a TimeMention> + use<'a> {
        let times = &self.mentions.times;
        let from = times.partition_point(|t| t.tokens.start < range.start);
        let end = range.end;
        times[from..].iter().take_while(move |t| t.tokens.start < end)
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
        let phrases = |slot| frame.filled(slot).filter_map(|c| self.phrase(frame.sentence, c));
        let struck = |(phrase, tokens): (&Phrase, &Tokens)| {
            target::of_phrase(self.tagged, tokens, phrase.head).is_some()
                || self.places(tokens).any(|(_, p)| p.tokens.contains(&phrase.head) || p.form == PlaceForm::Definite)
        };
        match frame.sense {
            Sense::Harm(_) => {
                let number = phrases(Slot::Amount).any(|(p, _)| p.quantity.is_some());
                number
                    || phrases(Slot::Victims)
                        .any(|(p, t)| p.quantity.is_some() || people::of_phrase(self.tagged, t, p.head).is_some() || p.pronoun)
            }
            Sense::Effect(_) => phrases(Slot::Target).any(struck),
            Sense::Weapon(_) => phrases(Slot::Weapon).any(|(p, t)| munition::of_phrase(self.tagged, t, p.head).is_some()),
            Sense::Event(_) => true,
            Sense::Speech(_) | Sense::Talks | Sense::Reach => false,
        }
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
