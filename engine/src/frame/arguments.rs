//! Arguments: which noun phrases are the subject, the object and the prepositional phrases of a verb or noun.

use super::chunk::{Chunk, ChunkKind, Phrase, VerbGroup};
use super::clause::is_finite;
use super::predicate::{Predicate, Sense};
use crate::lexicon::{Table, Tagged};
use crate::text::calendar::is_weekday;

/// The chunks of one sentence, asked for arguments. Indices are those of `chunks`.
pub struct Arguments<'a> {
    pub chunks: &'a [Chunk],
    pub tagged: &'a Tagged,
}

/// The longest way back to a subject, in chunks.
const WINDOW: usize = 24;

/// The longest remark between commas, in chunks.
pub(super) const REMARK_WINDOW: usize = 10;

/// Verbs that stand without a participle of their own.
pub(super) const AUXILIARIES: &[&str] =
    &["is", "are", "was", "were", "be", "has", "have", "had", "did", "do", "does", "remain", "remained"];

/// Verbs of what befalls a ship, a plane or a house and takes no object.
const SINKING: &[&str] =
    &["sank", "capsized", "crashed", "collapsed", "exploded", "overturned", "erupted", "fell", "foundered", "went"];

impl Arguments<'_> {
    pub fn phrase(&self, at: usize) -> Option<&Phrase> {
        match &self.chunks.get(at)?.kind {
            ChunkKind::Noun(phrase) => Some(phrase),
            _ => None,
        }
    }

    pub fn verb(&self, at: usize) -> Option<&VerbGroup> {
        match &self.chunks.get(at)?.kind {
            ChunkKind::Verb(group) => Some(group),
            _ => None,
        }
    }

    pub(super) fn is(&self, at: usize, kind: &ChunkKind) -> bool {
        self.chunks.get(at).is_some_and(|c| c.kind == *kind)
    }

    /// Lower-case words of chunk `at`, one only.
    pub fn key(&self, at: usize) -> &str {
        self.chunks.get(at).map_or("", |c| self.tagged.key(c.tokens.start))
    }

    /// The subject of the verb chunk at `verb`, with what is coordinated with it, in text order.
    pub fn subject(&self, verb: usize) -> Vec<usize> {
        if let Some(number) = self.counted_before(verb).or_else(|| self.counted_with(verb)).or_else(|| self.thing_before(verb)) {
            return vec![number];
        }
        self.subject_within(verb, 4)
    }

    /// The verb whose object the phrase at `at` is, an adverb between them passed over.
    fn verb_before(&self, at: usize) -> Option<usize> {
        let back = at.checked_sub(1)?;
        let back = if self.is(back, &ChunkKind::Adverb) { back.checked_sub(1)? } else { back };
        self.verb(back).is_some().then_some(back)
    }

    /// "In the days that followed another 11 people were killed", "When she sank 445 people drowned": the verb before the phrase at
    /// `at` ends what stands before the clause.
    fn ends_before(&self, at: usize) -> bool {
        let Some(verb) = self.verb_before(at) else { return false };
        let plain = self.chunks[verb].tokens.len() == 1;
        let led = verb >= 3 && self.is(verb - 1, &ChunkKind::Subordinator) && self.phrase(verb - 2).is_some();
        let followed = matches!(self.key(verb), "followed" | "ensued") && led && verb <= 4 && self.is(verb - 3, &ChunkKind::Prep);
        plain && (followed || self.in_time_clause(verb) && SINKING.contains(&self.key(verb)))
    }

    /// "nine people" behind "two of": the verb may speak of the two.
    pub(super) fn is_whole(&self, at: usize) -> bool {
        at >= 2 && self.key(at - 1) == "of" && self.phrase(at - 2).is_some_and(|p| p.quantity.is_some())
    }

    fn subject_within(&self, verb: usize, depth: usize) -> Vec<usize> {
        if depth == 0 {
            return Vec::new();
        }
        let low = verb.saturating_sub(WINDOW);
        let mut at = verb;
        let mut crossed = false;
        // A remark ends right before the verb.
        let mut remarked = false;
        while at > low {
            at -= 1;
            match &self.chunks[at].kind {
                ChunkKind::Time if self.key(at) == "," => crossed = true,
                ChunkKind::Adverb | ChunkKind::Time | ChunkKind::Adj => {}
                // "The driver, identified only as R., was held": a remark that a participle opens.
                ChunkKind::Comma if self.closes_before(at, verb) && self.remark_led(at).is_some() => {
                    at = self.remark_led(at).unwrap_or(at);
                }
                // "a woman who, police say, was hurt"
                ChunkKind::Comma if self.said_aside(at).is_some() => at = self.said_aside(at).unwrap_or(at),
                ChunkKind::Comma | ChunkKind::Conj => crossed = true,
                // "The war, which shows no signs of ending, has killed": the "-ing" form hangs on its preposition.
                ChunkKind::Verb(group) if crossed && group.gerund && self.key(at - 1) == "of" && self.is_finite_verb(verb) => {
                    at -= 1
                }
                ChunkKind::Verb(_) if crossed || self.verb(verb).is_some_and(|g| g.infinitive || g.gerund) => {
                    return self.subject_within(self.joined_verb(at, verb), depth - 1);
                }
                // "A woman who was hurt when a tree fell has died": the tree is what fell.
                ChunkKind::Verb(_) if self.in_time_clause(at) && self.is_finite_verb(verb) => {
                    return self.before_relative(at, verb);
                }
                // "A man wounded in the blast died": the participle hangs on the subject.
                ChunkKind::Verb(_) if self.modified_by(at).is_some_and(|_| self.is_finite_verb(verb)) => {}
                // "Ten miners were brought up injured".
                ChunkKind::Verb(group) if group.passive && self.is_left_as(at, verb) => {
                    return self.subject_within(at, depth - 1);
                }
                ChunkKind::Verb(_) => return self.before_relative(at, verb),
                // "31 drones, 23 of which were shot down".
                ChunkKind::Subordinator if self.key(at) == "which" && self.counted_of_whom(at).is_some() => {
                    return self.counted_of_whom(at).into_iter().collect();
                }
                ChunkKind::Subordinator if matches!(self.key(at), "who" | "which" | "that") => return self.antecedent(at),
                // "nine people, two of whom died": those whom the number counts.
                ChunkKind::Subordinator if self.key(at) == "whom" => return self.counted_of_whom(at).into_iter().collect(),
                // "He angered allies after claiming …": the "-ing" form has the subject of the verb before.
                ChunkKind::Subordinator if at + 1 == verb && self.verb(verb).is_some_and(|g| g.gerund) => crossed = true,
                // "three people — two women and a man — were hurt": what stands between the dashes is a remark.
                ChunkKind::Mark if self.opening_mark(at).is_some() => at = self.opening_mark(at).unwrap_or(at),
                ChunkKind::Subordinator | ChunkKind::Mark => return Vec::new(),
                // "killing two before being shot": the "-ing" form has the subject of the verb before.
                ChunkKind::Prep if at + 1 == verb && self.turns(at) && self.is_ing(verb) => crossed = true,
                ChunkKind::Prep => {}
                // "Six others, a visitor and the pilot among them, were killed": what stands between the commas is no subject.
                ChunkKind::Noun(_) if crossed && self.among_them(at).is_some() => at = self.among_them(at).unwrap_or(at),
                ChunkKind::Noun(_) if self.is_prepositional(at) => at -= 1,
                // "Two women of 71 and 68 were found dead": their ages.
                ChunkKind::Noun(_) if self.ends_ages(at) => at -= 3,
                // "Nine people, two of them boys, died": what stands between the commas is no subject.
                ChunkKind::Noun(_) if crossed && self.remark_start(at).is_some() => {
                    remarked = at + 2 == verb && self.is(at + 1, &ChunkKind::Comma);
                    at = self.remark_start(at).unwrap_or(at);
                }
                // "Two men suspected of steering the boat were held": what the preposition leads hangs on the participle.
                ChunkKind::Noun(_) if !crossed && at >= 3 && self.is_led_gerund(at - 1) => at -= 2,
                // "with reports saying six had died"
                ChunkKind::Noun(p) if !crossed && at > 0 && p.quantity.is_some() && self.speaks(at - 1) => {
                    return self.group_left(at);
                }
                // "A postman carrying letters was hit": the noun before the gerund is the subject.
                ChunkKind::Noun(_) if !crossed && at > 0 && self.modified_by(at - 1).is_some() => at -= 1,
                // "who said 56 more had been hurt": those who were hurt.
                ChunkKind::Noun(_) if !crossed && at > 0 && self.speaks(at - 1) => return self.group_left(at),
                // "an attack that left three girls hurt".
                ChunkKind::Noun(_) if !crossed && at > 0 && self.leaves(at - 1) => return self.group_left(at),
                // "In the days that followed 11 people were killed"
                ChunkKind::Noun(p) if p.quantity.is_some() && self.ends_before(at) => return self.group_left(at),
                // "that shook northwest China went up": an adverb may stand before the object.
                ChunkKind::Noun(_) if !crossed && self.verb_before(at).is_some() => {
                    let described = self.before_relative(self.verb_before(at).unwrap_or(at), verb);
                    return if described.is_empty() { self.group_left(at) } else { described };
                }
                ChunkKind::Noun(_) => {
                    // "Police said eight people, among them a nurse, died": what follows "said" is no object.
                    let first = self.group_left(at)[0];
                    let led = (0..first).rev().find(|k| !self.is(*k, &ChunkKind::Adj));
                    let object_of = led.filter(|v| self.verb(*v).is_some() && !self.speaks(*v));
                    // "lost his life and 14 persons, among them three pupils, were hurt": the remark parts them from the object.
                    let parted = remarked && at > first && self.phrase(at).is_some_and(|p| p.quantity.is_some());
                    // "The attacker was a bomber and three people had died": a clause of its own begins behind "and".
                    let clause = at > first && object_of.is_some_and(|v| self.is_copula(v)) && self.is_finite_verb(verb);
                    if (parted && object_of.is_some() || clause) && self.is(at - 1, &ChunkKind::Conj) {
                        return vec![at];
                    }
                    if let Some(previous) = object_of.filter(|_| crossed) {
                        return self.subject_within(self.joined_verb(previous, verb), depth - 1);
                    }
                    if crossed && self.is_apposition(at, verb) {
                        continue;
                    }
                    let group = self.group_left(at);
                    match self.shared_preposition(group[0]) {
                        Some(preposition) => at = preposition,
                        None => return group,
                    }
                }
            }
        }
        Vec::new()
    }

    /// The comma that opens ", police say," where the one at `close` ends it.
    fn said_aside(&self, close: usize) -> Option<usize> {
        let open = close.checked_sub(3)?;
        let inside = self.is(open, &ChunkKind::Comma) && self.phrase(open + 1).is_some() && self.speaks(open + 2);
        (inside && open > 0 && self.is(open - 1, &ChunkKind::Subordinator)).then_some(open)
    }

    /// "was", "is" alone.
    fn is_copula(&self, at: usize) -> bool {
        self.chunks[at].tokens.len() == 1 && matches!(self.key(at), "was" | "is" | "were" | "are")
    }

    /// The preposition at `at` tells when.
    fn turns(&self, at: usize) -> bool {
        matches!(self.key(at), "before" | "after" | "while" | "when")
    }

    /// "killing", "being shot".
    pub(super) fn is_ing(&self, at: usize) -> bool {
        self.verb(at).is_some_and(|g| g.gerund) || self.key(at) == "being"
    }

    /// Nothing but adverbs stands between the comma at `close` and the verb.
    fn closes_before(&self, close: usize, verb: usize) -> bool {
        (close + 1..verb).all(|k| self.is(k, &ChunkKind::Adverb))
    }

    /// "of steering", "after trying": a gerund behind a preposition that a participle leads.
    fn is_led_gerund(&self, at: usize) -> bool {
        self.verb(at).is_some_and(|g| g.gerund)
            && self.is_prepositional(at)
            && at.checked_sub(2).is_some_and(|k| self.verb(k).is_some() && self.modified_by(k).is_some())
    }

    /// The verb says what a phrase behind it is left in.
    pub(super) fn leaves(&self, at: usize) -> bool {
        let states = ["left", "leaves", "leave", "leaving", "put", "puts", "putting", "have", "has", "had"];
        self.verb(at).is_some_and(|g| states.contains(&self.tagged.key(g.main)))
    }

    /// The participle at `verb` tells in which state the passive at `before` left its subject: "were pulled out wounded".
    fn is_left_as(&self, before: usize, verb: usize) -> bool {
        let between = || matches!(self.chunks[before + 1].kind, ChunkKind::Prep | ChunkKind::Adverb);
        let near = verb == before + 1 || (verb == before + 2 && between());
        let bare = self.verb(verb).is_some_and(|g| !(g.passive || g.perfect || g.infinitive || g.gerund || g.modal.is_some()));
        near && bare && self.phrase(verb + 1).is_none()
    }

    /// The verb that the one at `verb` is joined to, behind the one at `before`: "The army said rebels had attacked and
    /// warned of more" joins two verbs of speech over the clause between them.
    fn joined_verb(&self, before: usize, verb: usize) -> usize {
        if !self.speaks(verb) || self.speaks(before) || !self.is_finite_verb(before) {
            return before;
        }
        let low = before.saturating_sub(REMARK_WINDOW);
        let over = (low..before).rev().find(|k| self.is_finite_verb(*k));
        over.filter(|k| self.speaks(*k)).unwrap_or(before)
    }

    /// The verb is one of the table of speech, in the active voice.
    pub(super) fn speaks(&self, at: usize) -> bool {
        let Some(group) = self.verb(at).filter(|g| !g.passive) else { return false };
        let rows = self.tagged.at(group.main).iter().filter(|m| m.entry.table == Table::Predicate && m.entry.cell(1) == "v");
        rows.map(|m| Predicate(m.entry)).any(|p| matches!(p.sense(), Some(Sense::Speech(_))))
    }

    /// The phrase that the bare participle, gerund or infinitive at `verb` hangs on: "a postman carrying", "police trying to
    /// stop", "a bomb apparently hidden".
    pub(super) fn modified_by(&self, verb: usize) -> Option<usize> {
        let mut at = verb;
        loop {
            let group = self.verb(at)?;
            if is_finite(group) {
                return None;
            }
            let infinitive = group.infinitive;
            at = at.checked_sub(1)?;
            while self.is(at, &ChunkKind::Adverb) {
                at = at.checked_sub(1)?;
            }
            // An infinitive alone hangs on a verb as often as on a noun.
            if self.phrase(at).is_some() && !infinitive {
                return Some(at);
            }
        }
    }

    pub(super) fn is_finite_verb(&self, at: usize) -> bool {
        self.verb(at).is_some_and(is_finite)
    }

    /// The number before "of whom" at `pronoun`.
    fn counted_of_whom(&self, pronoun: usize) -> Option<usize> {
        let at = pronoun.checked_sub(2)?;
        let counted = self.phrase(at).is_some_and(|p| p.quantity.is_some());
        (counted && self.key(pronoun - 1) == "of").then_some(at)
    }

    /// A preposition stands before the phrase at `at`.
    pub(super) fn is_prepositional(&self, at: usize) -> bool {
        at > 0 && self.is(at - 1, &ChunkKind::Prep)
    }

    /// The object of the verb chunk at `verb`, with what is coordinated with it, in text order.
    pub fn object(&self, verb: usize) -> Vec<usize> {
        let mut at = verb + 1;
        // "had hit “two rocket launchers”": a quotation may open before the object.
        // The claim that 26 had drowned "a pure fabrication" is called so.
        let label = |k: usize| matches!(self.key(k + 1), "a" | "an");
        let quote = |k: usize| self.is(k, &ChunkKind::Mark) && matches!(self.key(k), "“" | "‘" | "\"" | "'") && !label(k);
        while matches!(self.chunks.get(at).map(|c| &c.kind), Some(ChunkKind::Adverb | ChunkKind::Adj)) || quote(at) {
            at += 1;
        }
        // "Police shot dead on Wednesday a man with a knife".
        let is_day = |key: &str| is_weekday(key) || matches!(key, "morning" | "afternoon" | "evening" | "night");
        let day = |k: usize| self.phrase(k).is_some_and(|p| is_day(self.tagged.key(p.head)));
        if self.is(at, &ChunkKind::Prep) && day(at + 1) && self.phrase(at + 2).is_some_and(|p| !p.pronoun) {
            at += 2;
        }
        at = self.past_when_and_where(at);
        // "shot to death 23 people"
        if self.key(at) == "to" && self.key(at + 1) == "death" {
            let behind = self.past_when_and_where(at + 2);
            at = if self.phrase(behind).is_some() { behind } else { at };
        }
        at = self.named_by_what(at).unwrap_or(at);
        let mut found = if self.phrase(at).is_some() { self.group_right(at) } else { Vec::new() };
        // "an air base near Kelm and what they called a workshop"
        let last = found.last().copied().map_or(at, |k| self.noun_prepositions(k).last().map_or(k, |(_, p)| *p));
        found.extend(self.named_by_what(last + 2).filter(|_| !found.is_empty() && self.is(last + 1, &ChunkKind::Conj)));
        found
    }

    /// The prepositional phrases behind chunk `from` in its clause: preposition chunk and phrase chunk.
    pub fn prepositions(&self, from: usize) -> Vec<(usize, usize)> {
        let clause = self.chunks[from].clause;
        let mut found = Vec::new();
        let mut k = from + 1;
        while let Some(chunk) = self.chunks.get(k) {
            if chunk.clause != clause || (self.verb(k).is_some_and(is_finite)) {
                break;
            }
            // "with only minor injuries"
            let noun = if self.is(k + 1, &ChunkKind::Adverb) { k + 2 } else { k + 1 };
            if matches!(chunk.kind, ChunkKind::Prep) && self.phrase(noun).is_some() {
                found.push((k, noun));
                k = noun;
            }
            k += 1;
        }
        found
    }

    /// The prepositional phrases that hang on the noun phrase at `noun`, one behind the other.
    pub fn noun_prepositions(&self, noun: usize) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut k = noun + 1;
        while matches!(self.chunks.get(k).map(|c| &c.kind), Some(ChunkKind::Prep | ChunkKind::Time)) {
            if self.is(k, &ChunkKind::Time) {
                k += 1;
            } else if self.phrase(k + 1).is_some() {
                found.push((k, k + 1));
                k += 2;
            } else {
                break;
            }
        }
        found
    }
}
