//! States: adjectives and phrases of a preposition that tell of harm or damage.

use super::super::chunk::{ChunkKind, Determiner};
use super::super::predicate::Predicate;
use super::{Fill, Filler};

/// Verbs of being: "are in hospital", "remained in intensive care".
const STATES: &[&str] = &[
    "is", "are", "was", "were", "remain", "remains", "remained", "still", "stayed", "listed", "left", "reported", "rescued",
    "found", "admitted", "arrested", "detained", "captured", "lies", "lie", "lay", "stands", "stood",
];

/// Prepositions of what is done to a body or is in it.
const ONTO_A_BODY: &[&str] =
    &["to", "on", "onto", "in", "into", "inside", "from", "off", "out", "through", "against", "across", "around"];

/// Verbs of what is done to the body of one who lives.
const SEARCHING: &[&str] = &["searched", "search", "searching", "frisked", "scanned", "covered", "marked", "scarred"];

impl Fill<'_> {
    /// "left two guards dead and five others with burns": those with the burns stand behind those whom the verb leaves in
    /// another state.
    pub(super) fn left_beside(&self, row: Predicate, object: Vec<usize>) -> Vec<usize> {
        let Some(mut at) = object.last().copied().filter(|_| row.lemma() == "leave" && row.wants("with").is_some()) else {
            return object;
        };
        while self.arguments.is_prepositional(at + 2) {
            at += 2;
        }
        let is = |k: usize, kind: &ChunkKind| self.chunks.get(k).is_some_and(|c| c.kind == *kind);
        let joined = is(at + 1, &ChunkKind::Adj) && is(at + 2, &ChunkKind::Conj) && self.key_is(at + 4, "with");
        if joined && self.arguments.phrase(at + 3).is_some() { vec![at + 3] } else { object }
    }

    /// The frame of an adjective or of "in hospital", "in ruins": its subject is before it.
    pub(super) fn adjective(&mut self, at: usize) {
        let Some(row) = self.rows(self.chunks[at].tokens.start, "a").first().map(|m| (*m).clone()) else { return };
        let predicate = Predicate(row.entry);
        let Some(sense) = predicate.sense().filter(|_| self.arguments.fits_behind(predicate, row.tokens.end, at)) else { return };
        let passed = |k: usize| match self.chunks[k].kind {
            ChunkKind::Adverb | ChunkKind::Adj | ChunkKind::Conj => true,
            // "leaves man, 28, dead"
            ChunkKind::Time => matches!(self.arguments.key(k), "," | "(" | "aged"),
            _ => false,
        };
        let before = (0..at).rev().find(|k| !passed(*k));
        // "left 900 families – some 4,000 people – homeless"
        let before = before.map(|k| self.arguments.opening_mark(k).map_or(k, |open| open - 1));
        let subject = match before {
            // "are in hospital" tells a state, "died in hospital" does not.
            Some(k) if self.chunks[at].kind == ChunkKind::Prep => match self.arguments.verb(k) {
                Some(group) if STATES.contains(&self.tagged.key(group.main)) => self.arguments.subject(k),
                // "left two women in hospital"
                None if k > 0 && self.arguments.phrase(k).is_some() && self.arguments.leaves(k - 1) => vec![k],
                // "leaving the driver dead and four others in critical condition", "with four others in critical condition"
                None if k > 0 && self.arguments.phrase(k).is_some() && self.is_left_too(k) => vec![k],
                // "left homes and a school in ruins"
                None if self.arguments.phrase(k).is_some() && self.opens_state(k) => self.arguments.group_left(k),
                // "Man, 45, in hospital after attack": a headline without a verb.
                None if k == 0 && self.arguments.phrase(k).is_some() && self.is_verbless() => vec![k],
                _ => Vec::new(),
            },
            // "leaving nine workers, five of them women, dead"
            Some(k) if self.left_before_remark(k).is_some() => self.left_before_remark(k).into_iter().collect(),
            // "shot six of them dead"
            Some(k) if k >= 2 && self.arguments.key(k - 1) == "of" && self.is_bare_number(k - 2) => vec![k - 2],
            // "shot a man of 55 dead": his age.
            Some(k) if k >= 2 && self.arguments.key(k - 1) == "of" && self.is_bare_number(k) && self.arguments.is_one(k - 2) => {
                vec![k - 2]
            }
            // "shot two women of 71 and 68 dead"
            Some(k) if self.arguments.ends_ages(k) => vec![k - 4],
            // "Police officer and gunman dead after siege."
            Some(k) if self.arguments.phrase(k).is_some() && self.is_verbless() => self.arguments.people_left(k),
            // "left 67 visitors and four attackers dead"
            Some(k) if self.arguments.phrase(k).is_some() => {
                // "left two members of the security forces dead", "shot a guard of the bank in Kelm dead"
                let mut base = k;
                while self.arguments.is_prepositional(base) && base >= 2 && self.arguments.phrase(base - 2).is_some() {
                    base -= 2;
                }
                let group = self.arguments.group_left(base);
                let led = group[0].checked_sub(1).is_some_and(|v| self.arguments.leaves(v) || self.key_is(v, "shot"));
                if led { group } else { vec![k] }
            }
            // "came upon six cows lying dead"
            Some(k) if k > 0 && self.key_is(k, "lying") && self.arguments.phrase(k - 1).is_some() => {
                self.arguments.group_left(k - 1)
            }
            Some(k) if self.arguments.verb(k).is_some() => self.arguments.subject(k),
            // "Briton among dead in ferry disaster".
            Some(k) if k > 0 && self.arguments.key(k) == "among" && self.arguments.phrase(k - 1).is_some() => vec![k - 1],
            _ => self.labelled(at).into_iter().collect(),
        };
        let subject = self.with_those_behind(at, subject);
        let fits = predicate.wants("subject").is_none_or(|w| self.arguments.is_class(&subject, w));
        if let Some(slot) = predicate.subject().filter(|_| fits && !subject.is_empty()) {
            self.push(at, row.tokens, predicate, sense, vec![Filler { slot, chunks: subject }]);
        }
    }

    /// "left four rebels dead, as well as two officers": the people joined behind the state at `at`.
    fn with_those_behind(&self, at: usize, mut subject: Vec<usize>) -> Vec<usize> {
        let joint = if self.arguments.is(at + 1, &ChunkKind::Comma) { at + 2 } else { at + 1 };
        let joined = self.arguments.is(joint, &ChunkKind::Conj) && matches!(self.arguments.key(joint), "as" | "plus");
        let counts = self.arguments.phrase(joint + 1).is_some_and(|p| p.counts() && !p.bare_number);
        if joined && counts && !subject.is_empty() && self.arguments.is_person(joint + 1) {
            subject.extend(self.arguments.group_right(joint + 1));
        }
        subject
    }

    /// "left the driver dead and four others": a second one of those left, behind the first and its state; or one behind "with".
    fn is_left_too(&self, at: usize) -> bool {
        self.arguments.key(at - 1) == "with"
            || at >= 4
                && self.arguments.is(at - 1, &ChunkKind::Conj)
                && matches!(self.chunks[at - 2].kind, ChunkKind::Adj | ChunkKind::Verb(_))
                && self.arguments.phrase(at - 3).is_some()
                && self.arguments.leaves(at - 4)
    }

    /// Those left in a state behind a remark on some of them, which the comma at `close` ends.
    fn left_before_remark(&self, close: usize) -> Option<usize> {
        let open = (close.saturating_sub(6)..close).rev().find(|k| self.arguments.is(*k, &ChunkKind::Comma))?;
        let of_them = self.arguments.key(open + 2) == "of" && self.arguments.phrase(open + 3).is_some_and(|p| p.pronoun);
        let among = matches!(self.arguments.key(open + 1), "including" | "among");
        let whole = open.checked_sub(2)?;
        let left = self.arguments.is(close, &ChunkKind::Comma) && self.arguments.leaves(whole);
        (left && (of_them || among) && self.arguments.phrase(whole + 1).is_some()).then_some(whole + 1)
    }

    /// "strapped a bomb to the clerk's body", "searched the man's body": the body of one who may well live.
    pub(super) fn is_worn(&self, at: usize) -> bool {
        let theirs = self.arguments.phrase(at).is_some_and(|p| p.det == Determiner::Possessive);
        let before = at.checked_sub(1).map_or("", |k| self.arguments.key(k));
        theirs && (ONTO_A_BODY.contains(&before) || at > 0 && self.key_is_verb(at - 1, SEARCHING))
    }

    fn is_verbless(&self) -> bool {
        !self.chunks.iter().any(|c| matches!(c.kind, ChunkKind::Verb(_)))
    }

    fn opens_state(&self, last: usize) -> bool {
        self.arguments.group_left(last)[0].checked_sub(1).is_some_and(|v| self.arguments.leaves(v))
    }
}
