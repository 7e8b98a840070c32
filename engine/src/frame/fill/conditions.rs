//! What a row of the predicate table asks for before it applies: its `with` column.

use super::super::chunk::ChunkKind;
use super::super::predicate::Predicate;
use super::Fill;
use crate::lexicon::Table;

/// How many words behind "died" its cause may stand.
const NATURAL_WINDOW: usize = 8;

/// Prepositions whose noun a row may ask for.
const LED: &[&str] = &["for", "to", "in", "from", "with", "by", "under", "on"];

impl Fill<'_> {
    /// The row's "with" column holds here.
    pub fn applies(&self, predicate: Predicate, end: usize, subject: &[usize], object: &[usize]) -> bool {
        let heads = |chunks: &[usize], wanted: &str| {
            let first = chunks.first().and_then(|c| self.arguments.phrase(*c));
            first.is_some_and(|p| wanted.split('|').any(|w| is_form_of(self.tagged.key(p.head), w)))
        };
        let object_fits = predicate.wants("object").is_none_or(|w| heads(object, w));
        let object_free = predicate.wants("not_object").is_none_or(|w| !heads(object, w));
        let after = |w: &str| w.split(' ').enumerate().all(|(k, w)| self.tagged.key(end + k) == w);
        let after_fits = predicate.wants("after").is_none_or(|w| w.split('|').any(after));
        let subject_fits = predicate.wants("subject").is_none_or(|w| self.is_class(subject, w));
        let alone = |w: &str| {
            self.tagged.key(end) == w
                && !self.chunks.iter().any(|c| c.tokens.start == end + 1 && matches!(c.kind, ChunkKind::Noun(_)))
        };
        if predicate.wants("not_after").is_some_and(alone) || (predicate.wants("natural").is_some() && self.is_natural(end)) {
            return false;
        }
        object_fits && object_free && after_fits && subject_fits
    }

    /// "died peacefully", "died aged 91", "died at the age of 84", "died of cancer": the death ends a life and is no harm done.
    fn is_natural(&self, end: usize) -> bool {
        let key = |i: usize| self.tagged.key(i);
        let last = self.chunks.last().map_or(end, |c| c.tokens.end);
        (end..last.min(end + NATURAL_WINDOW)).any(|i| {
            matches!(key(i), "peacefully" | "aged" | "cancer" | "illness" | "leukaemia" | "pneumonia")
                || (key(i) == "age" && key(i + 1) == "of")
                || (key(i) == "natural" && key(i + 1) == "causes")
        })
    }

    /// What the row asks of the phrases behind the verb ("for=burn|wound": one of these must stand behind "for") and of its
    /// voice.
    pub fn led_fits(&self, predicate: Predicate, last: usize, passive: bool) -> bool {
        if predicate.wants("voice").is_some_and(|v| (v == "passive") != passive) {
            return false;
        }
        // "were treated for dehydration" is another row's matter.
        let barred = |w: &str| self.arguments.prepositions(last).into_iter().any(|(p, _)| self.arguments.key(p) == w);
        if predicate.wants("without").is_some_and(barred) {
            return false;
        }
        LED.iter().all(|preposition| {
            let Some(wanted) = predicate.wants(preposition) else { return true };
            self.arguments.prepositions(last).into_iter().any(|(p, noun)| {
                let head = self.arguments.phrase(noun).map_or("", |n| self.tagged.key(n.head));
                self.arguments.key(p) == *preposition && wanted.split('|').any(|w| is_form_of(head, w))
            })
        })
    }

    /// The head of the subject belongs to a class of nouns.
    fn is_class(&self, subject: &[usize], class: &str) -> bool {
        let Some(phrase) = subject.first().and_then(|c| self.arguments.phrase(*c)) else { return class == "speaker" };
        let ends = |table| self.tagged.ending(table, 0, phrase.head + 1);
        match class {
            "munition" => ends(Table::Munition).is_some(),
            "care" => {
                ends(Table::Target).is_some_and(|m| m.entry.cell(2) == "health")
                    || ends(Table::People).is_some_and(|m| m.entry.cell(2) == "medics")
            }
            "speaker" => ends(Table::Target).is_none(),
            "target" => ends(Table::Target).is_some(),
            _ => true,
        }
    }
}

/// `word` is the noun `lemma` or its regular plural.
fn is_form_of(word: &str, lemma: &str) -> bool {
    word == lemma
        || word.strip_suffix('s').is_some_and(|w| w == lemma)
        || (lemma.ends_with('y') && word.strip_suffix("ies").is_some_and(|w| w == &lemma[..lemma.len() - 1]))
}
