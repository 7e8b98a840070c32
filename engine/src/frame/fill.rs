//! The one interpreter of the predicate table: finds triggers and fills their slots.

mod label;
mod states;

use super::arguments::Arguments;
use super::chunk::{Chunk, ChunkKind, Determiner, Phrase, is_raising};
use super::condition::Verb;
use super::condition::is_form_of;
use super::predicate::{Predicate, Sense, Slot};
use super::{Filler, Frame};
use crate::lexicon::{Match, Table, Tagged};
use crate::report::{Effect, EventType, Kind};
use crate::text::{Text, Tokens};

mod toll;

/// Nouns of those who look on or are remembered: "in front of", "in memory of".
const SEEN: &[&str] = &["front", "presence", "sight", "view", "memory", "honour", "honor", "hands", "course", "space"];

/// The frames of one sentence, in text order.
pub fn frames(text: &Text, tagged: &Tagged, sentence: usize, chunks: &[Chunk]) -> Vec<Frame> {
    let arguments = Arguments { chunks, tagged };
    let mut fill = Fill { text, tagged, chunks, arguments, sentence, covered: Vec::new(), frames: Vec::new() };
    for (at, chunk) in chunks.iter().enumerate() {
        match chunk.kind {
            ChunkKind::Verb(_) => fill.verb(at),
            ChunkKind::Noun(_) => fill.noun(at),
            ChunkKind::Adj => fill.adjective(at),
            ChunkKind::Prep => fill.preposition(at),
            _ => {}
        }
    }
    fill.frames
}

pub(super) struct Fill<'a> {
    text: &'a Text,
    pub(super) tagged: &'a Tagged,
    pub(super) chunks: &'a [Chunk],
    pub(super) arguments: Arguments<'a>,
    pub(super) sentence: usize,
    /// Token ranges of triggers of several words; nothing inside one is a trigger again.
    covered: Vec<Tokens>,
    pub(super) frames: Vec<Frame>,
}

impl<'a> Fill<'a> {
    /// The rows of part of speech `pos` that begin at token `i`, the longest lemma first, one sense each.
    pub(super) fn rows(&self, i: usize, pos: &str) -> Vec<&'a Match> {
        if self.covered.iter().any(|range| range.contains(&i)) {
            return Vec::new();
        }
        let matches = self.tagged.at(i).iter();
        matches.filter(|m| m.entry.table == Table::Predicate && m.entry.cell(1) == pos).collect()
    }

    fn verb(&mut self, at: usize) {
        let Some(group) = self.arguments.verb(at).cloned() else { return };
        if self.elided(at, &group) {
            return;
        }
        let rows = self.rows(group.main, "v");
        let longest = rows.first().map_or(0, |m| m.tokens.end);
        let mut senses: Vec<Sense> = Vec::new();
        let mut spare = Vec::new();
        for row in rows.into_iter().filter(|m| m.tokens.end == longest || m.tokens.len() == 1) {
            let predicate = Predicate(row.entry);
            let Some(sense) = predicate.sense().filter(|s| !senses.contains(s)) else { continue };
            // "burned to death" is no burn, "shot down" no shot: where a longer phrase tells, its verb alone is no harm.
            // "were rescued with burns" tells two things of them.
            let hurt_too = sense == Sense::Harm(Kind::Wounded)
                && senses == [Sense::Harm(Kind::Rescued)]
                && predicate.wants("with").is_some();
            let told = !senses.is_empty() && (row.tokens.end < longest || senses.iter().any(is_harm));
            if matches!(sense, Sense::Harm(_)) && told && !hurt_too {
                continue;
            }
            if let Some(slots) = self.verb_slots(at, predicate, row.tokens.end) {
                // "Fire swept a mill", "swept through a mill": the row tells of damage that has a thing for it.
                let thing = slots.iter().any(|f| f.slot == Slot::Target && f.chunks.iter().any(|c| self.is_thing(*c)));
                if matches!(sense, Sense::Effect(_)) && !thing {
                    spare.push((row.tokens.clone(), predicate, sense, slots));
                    continue;
                }
                senses.push(sense);
                self.push(at, row.tokens.clone(), predicate, sense, slots);
            }
        }
        for (tokens, predicate, sense, slots) in spare {
            if !senses.contains(&sense) {
                senses.push(sense);
                self.push(at, tokens, predicate, sense, slots);
            }
        }
        if longest > group.main + 1 && !senses.is_empty() {
            self.covered.push(group.main..longest);
        }
        self.gapped(at, &group);
    }

    fn verb_slots(&self, at: usize, predicate: Predicate, end: usize) -> Option<Vec<Filler>> {
        let group = self.arguments.verb(at)?;
        // A particle of the lemma ("shoot dead", "take out") stands as a chunk of its own; the object begins behind it.
        let last = (at..self.chunks.len()).take_while(|k| self.chunks[*k].tokens.start < end).last()?;
        // "Fatalities – 12, injured – 40": the number before the comma is that of another field.
        let field = self.field(last).is_some();
        let subject = if field { Vec::new() } else { self.arguments.subject(at) };
        let object = if field { Vec::new() } else { self.arguments.object(last) };
        let object =
            if object.is_empty() && predicate.object() == Some(Slot::Victims) { self.shared_object(last) } else { object };
        let object = self.left_beside(predicate, object);
        let transitive = predicate.object().is_some_and(|s| matches!(s, Slot::Victims | Slot::Target | Slot::Weapon));
        let plain = !(group.passive || group.perfect || group.infinitive || group.gerund || group.modal.is_some());
        let fronted =
            if subject.is_empty() && object.is_empty() && transitive && plain { self.fronted(at, last) } else { Vec::new() };
        let subject = if fronted.is_empty() { subject } else { fronted };
        // "Russia had attacked with 52 drones": some verbs have no object and are active all the same.
        let acts = group.perfect && predicate.wants("perfect") == Some("active");
        let bare = object.is_empty()
            && !acts
            && transitive
            && (!subject.is_empty() || group.participle)
            && (!group.gerund || self.burns(predicate, &subject))
            && !group.infinitive;
        // "Two of the six sailors drowned": nobody did it to them.
        let perishes = matches!(predicate.lemma(), "drown" | "choke" | "burn to death") && !group.participle;
        // "two of the nine people wounded when …": the participle tells of the nine.
        let counted =
            at.checked_sub(1).filter(|_| bare && !group.passive && !group.perfect && !perishes).filter(|k| self.is_whole(*k));
        // "passengers of a bus hit by a shell": a thing or weapon right before the participle is what it tells of.
        let nearest = at.checked_sub(1).filter(|k| {
            let things = matches!(predicate.object(), Some(Slot::Target | Slot::Weapon));
            bare && things && group.participle && self.arguments.is_prepositional(*k) && self.is_thing(*k)
        });
        let subject = counted.or(nearest).map_or(subject, |k| vec![k]);
        // "None of the 28 people on board survived": all of them died.
        let none = subject.first().copied().filter(|_| predicate.wants("whole").is_some());
        let subject =
            none.map_or(subject, |k| if self.key_is(k, "none") && self.key_is(k + 1, "of") { vec![k + 2] } else { Vec::new() });
        // "None of the 91 passengers and nine crew were hurt": nobody of either.
        let none = subject.len() > 1 && self.key_is(subject[0], "none");
        let subject = if none { vec![subject[0]] } else { subject };
        if predicate.wants("whole").is_some() && subject.is_empty() {
            return None;
        }
        let passive = group.passive || (group.participle && object.is_empty() && !acts) || bare;
        // "would not survive", "are not expected to survive" tell of no death.
        let unreal = group.raised_by.is_some()
            || group.modal.is_some_and(|i| !matches!(self.tagged.key(i), "could" | "couldn't" | "cannot"));
        let around = Verb { end, last, passive, negated: group.negated && !unreal, subject: &subject, object: &object };
        if !self.arguments.fits_verb(predicate, &around) {
            return None;
        }
        let labelled = if subject.is_empty() && object.is_empty() && transitive { self.labelled(last) } else { None };
        let mut slots = Vec::new();
        let mut put = |slot: Option<Slot>, chunks: &[usize]| {
            if let Some(slot) = slot.filter(|_| !chunks.is_empty()) {
                slots.push(Filler { slot, chunks: chunks.to_vec() });
            }
        };
        let (mut subject, mut object) = (subject, object);
        // "Several workers hurt themselves".
        let themselves = object.first().is_some_and(|k| matches!(self.arguments.key(*k), "themselves" | "himself" | "herself"));
        if themselves && !passive && matches!(predicate.lemma(), "hurt" | "injure" | "wound" | "cut" | "burn") {
            object.clone_from(&subject);
        }
        // "claimed the lives of a woman and three boys": the list is that of the people.
        if predicate.object() == Some(Slot::Amount) {
            object.truncate(1);
        }
        let told = if passive { &mut subject } else { &mut object };
        if !told.is_empty() {
            told.extend(self.along_with(last));
        }
        if let Some(number) = labelled {
            put(predicate.object(), &[number]);
        } else if passive {
            put(predicate.object().or(predicate.subject()), &subject);
        } else {
            put(predicate.subject(), &subject);
            put(predicate.object(), &object);
        }
        for (preposition, noun) in self.arguments.prepositions(last) {
            // "a woman and three of her sons"
            let number = self.arguments.phrase(preposition - 1).is_some_and(|p| p.bare_number && p.quantity.is_some());
            if number && self.arguments.key(preposition) == "of" && preposition > last + 2 {
                continue;
            }
            put(predicate.preposition(self.arguments.key(preposition)), &self.arguments.group_right(noun));
        }
        if let Some(victims) = slots.iter_mut().find(|f| f.slot == Slot::Victims) {
            self.arguments.add_gapped(at, &mut victims.chunks);
        }
        Some(slots)
    }

    /// "showed a pickup burning beside the gate": a thing does to itself what the verb of damage says.
    fn burns(&self, predicate: Predicate, subject: &[usize]) -> bool {
        let acts = matches!(predicate.sense(), Some(Sense::Effect(Effect::Hit | Effect::Targeted)));
        matches!(predicate.sense(), Some(Sense::Effect(_))) && !acts && subject.iter().all(|k| self.is_thing(*k))
    }

    /// The chunk is a verb in one of these forms.
    fn key_is_verb(&self, at: usize, forms: &[&str]) -> bool {
        self.arguments.verb(at).is_some_and(|group| forms.contains(&self.tagged.key(group.main)))
    }

    fn key_is(&self, at: usize, word: &str) -> bool {
        self.arguments.key(at) == word
    }

    /// "was found along with two rifles": the phrases that join the one told of, behind the verb.
    fn along_with(&self, last: usize) -> Vec<usize> {
        let led =
            |p: &usize| *p > 0 && self.arguments.key(*p) == "with" && matches!(self.arguments.key(p - 1), "along" | "together");
        let found = self.arguments.prepositions(last).into_iter().find(|(p, _)| led(p));
        found.map_or_else(Vec::new, |(_, noun)| self.arguments.group_right(noun))
    }

    /// The phrase names a weapon or something that can be damaged.
    fn is_thing(&self, at: usize) -> bool {
        let Some(phrase) = self.arguments.phrase(at) else { return false };
        [Table::Munition, Table::Target]
            .iter()
            .any(|t| self.tagged.ending(*t, self.chunks[at].tokens.start, phrase.head + 1).is_some())
    }

    /// "nine people" behind "two of" at chunk `k`.
    fn is_whole(&self, k: usize) -> bool {
        let number = |k: usize| self.arguments.phrase(k).filter(|p| p.quantity.is_some());
        k >= 2 && number(k).is_some() && self.arguments.key(k - 1) == "of" && number(k - 2).is_some_and(|p| p.bare_number)
    }

    fn is_bare_number(&self, k: usize) -> bool {
        self.arguments.phrase(k).is_some_and(|p| p.bare_number && p.quantity.is_some())
    }

    /// "Killed in the raid were two nurses", "Killed: a shepherd and a nurse": who stands behind a participle that opens its
    /// sentence or line.
    fn fronted(&self, at: usize, last: usize) -> Vec<usize> {
        let opens = at == 0 || (at == 1 && self.arguments.key(0) == "also") || self.arguments.is(at - 1, &ChunkKind::Mark);
        let between = |k: &usize| {
            matches!(self.chunks[*k].kind, ChunkKind::Prep | ChunkKind::Noun(_) | ChunkKind::Time | ChunkKind::Adverb)
        };
        let end = (last + 1..self.chunks.len().min(last + 8)).find(|k| !between(k)).filter(|_| opens);
        let Some(end) = end else { return Vec::new() };
        let copula = self.arguments.verb(end).is_some_and(|g| is_copula(self.tagged.key(g.main)))
            && (end == last + 1 || self.arguments.phrase(last + 1).is_none());
        if copula {
            return self.arguments.past_relative(self.arguments.object(end));
        }
        // "Hit in the raid: a school and a clinic".
        let led = (last + 1..end).all(|k| self.arguments.phrase(k).is_none() || self.arguments.is_prepositional(k));
        let colon = led && self.tagged.key(self.chunks[end].tokens.start) == ":";
        // "Injured: the labourer's wife."
        let theirs = |p: &Phrase| p.det == Determiner::Possessive && self.tagged.ending(Table::People, 0, p.head + 1).is_some();
        let listed = |p: &Phrase| p.counts() || theirs(p);
        let person = self.arguments.phrase(end + 1).is_some_and(|p| listed(p) && !p.bare_number);
        if !(colon && person) {
            return Vec::new();
        }
        let list = (end + 1..self.chunks.len())
            .take_while(|k| between(k) || matches!(self.chunks[*k].kind, ChunkKind::Comma | ChunkKind::Conj));
        list.filter(|k| !self.arguments.is_prepositional(*k) && self.arguments.phrase(*k).is_some_and(listed)).collect()
    }

    /// "Six wounded people reached the town": the adjective before the noun tells of those whom the number counts.
    fn modified(&mut self, at: usize, phrase: &Phrase) {
        let people = phrase.quantity.is_some() && self.tagged.ending(Table::People, 0, phrase.head + 1).is_some();
        let thing = self.tagged.ending(Table::Target, 0, phrase.head + 1).is_some();
        if phrase.bare_number || !(people || thing) {
            return;
        }
        let start = self.chunks[at].tokens.start;
        // "missing three players": an adjective before its number is a verb.
        let first = if thing { start } else { start + 1 };
        let tells = |m: &&&Match| Predicate(m.entry).subject() == Some(if thing { Slot::Target } else { Slot::Victims });
        let row = (first..phrase.head).find_map(|i| self.rows(i, "m").iter().find(tells).map(|m| (*m).clone()));
        let Some(row) = row else { return };
        let predicate = Predicate(row.entry);
        if let Some((sense, slot)) = predicate.sense().zip(predicate.subject()) {
            self.push(at, row.tokens, predicate, sense, vec![Filler { slot, chunks: vec![at] }]);
        }
    }

    fn noun(&mut self, at: usize) {
        let Some(phrase) = self.arguments.phrase(at).cloned() else { return };
        let start = self.chunks[at].tokens.start;
        // "Typhoon Kelm": storms bear names.
        let capital = |i: usize| self.text.tokens[i].capital;
        let storm = |m: &&Match| Predicate(m.entry).sense() == Some(Sense::Event(EventType::Storm));
        let titled = |m: &&Match| m.tokens.end == phrase.head && capital(m.tokens.start) && capital(phrase.head) && storm(m);
        let holds_head = |m: &&Match| m.tokens.contains(&phrase.head) || titled(m);
        let found: Vec<Match> = (start..=phrase.head)
            .map(|i| self.rows(i, "n").into_iter().filter(holds_head).cloned().collect())
            .find(|r: &Vec<Match>| !r.is_empty())
            .unwrap_or_default();
        if found.is_empty() {
            return self.modified(at, &phrase);
        }
        // A predicate that goes on behind its phrase ("number of people killed") hides what it covers.
        let last_of = |row: &Match| {
            (at..self.chunks.len()).take_while(|k| self.chunks[*k].tokens.start < row.tokens.end).last().unwrap_or(at)
        };
        // "The militias' goal was the bridge": whose it is stands before it in the phrase.
        let fits = |row: &&Match| {
            let predicate = Predicate(row.entry);
            let owned = |w: &str| (start..row.tokens.start).any(|i| w.split('|').any(|o| is_form_of(self.tagged.key(i), o)));
            self.arguments.fits_behind(predicate, row.tokens.end, last_of(row)) && predicate.wants("whose").is_none_or(owned)
        };
        let Some(row) = found.iter().find(fits).cloned() else { return };
        let (predicate, last) = (Predicate(row.entry), last_of(&row));
        let Some(sense) = predicate.sense() else { return };
        // "died of multiple injuries": what they died of.
        let cause =
            matches!(predicate.lemma(), "injury" | "wound") && at > 0 && matches!(self.arguments.key(at - 1), "of" | "from");
        if cause
            && (0..at).any(|k| self.chunks[k].clause == self.chunks[at].clause && self.key_is_verb(k, &["died", "dies", "die"]))
        {
            return;
        }
        let mut slots = Vec::new();
        let label_slot = predicate.preposition("own").or_else(|| predicate.preposition("at"));
        if let Some(slot) = predicate
            .preposition("own")
            .filter(|_| phrase.quantity.is_some() || is_single(predicate, &phrase) && !self.is_worn(at))
        {
            slots.push(Filler { slot, chunks: vec![at] });
        } else if let Some((slot, number)) = label_slot.zip(self.labelled_noun(at)) {
            slots.push(Filler { slot, chunks: vec![number] });
        }
        for (preposition, noun) in self.arguments.noun_prepositions(last) {
            // "a massacre in front of 41,000 fans"
            let before = self.arguments.phrase(preposition - 1).map_or("", |p| self.tagged.key(p.head));
            // "the deaths of 14 of her 22 crew": a part, and what it is a part of.
            let part = self.arguments.phrase(preposition - 1).is_some_and(|p| p.bare_number && p.quantity.is_some());
            if SEEN.contains(&before) || part && self.arguments.key(preposition) == "of" {
                continue;
            }
            if let Some(slot) = predicate.preposition(self.arguments.key(preposition)) {
                let mut chunks = self.arguments.group_right(noun);
                let last = chunks.last().copied().unwrap_or(noun);
                chunks.extend(self.arguments.joined_before_verb(last));
                slots.push(Filler { slot, chunks });
            }
        }
        if let Some(chunk) =
            predicate.wants("reach").and_then(|how| self.put_before(at).or_else(|| self.reached(last, how == "rise")))
        {
            slots.retain(|f| !matches!(f.slot, Slot::Amount | Slot::Victims));
            slots.push(Filler { slot: Slot::Amount, chunks: vec![chunk] });
            let older = self.older(last, chunk);
            if !older.is_empty() {
                slots.push(Filler { slot: Slot::Older, chunks: older });
            }
        }
        if let Some(slot) = predicate.wants("copula") {
            let slot = if slot == "victims" { Slot::Victims } else { Slot::Target };
            let chunks = if slot == Slot::Victims { self.identified(at, last) } else { self.complement(last) };
            slots.extend(chunks.map(|chunks| Filler { slot, chunks }));
        }
        if row.tokens.len() > 1 {
            self.covered.push(row.tokens.clone());
        }
        self.push(at, row.tokens, predicate, sense, slots);
    }

    /// What stands behind "is", "was" or "were".
    fn complement(&self, at: usize) -> Option<Vec<usize>> {
        // "The dead, who include two nurses, …".
        let relative = (at + 1..at + 3).find(|k| self.arguments.is(*k, &ChunkKind::Subordinator));
        let relative = relative.map(|k| k + 1).filter(|k| matches!(self.arguments.key(*k), "include" | "included" | "includes"));
        let behind = self.arguments.behind_remark(at + 1);
        let verb = if behind > at + 1 { behind } else { relative.unwrap_or(at + 1) };
        let group = self.arguments.verb(verb)?;
        let main = self.tagged.key(group.main);
        // "The dead were named as Ana Ruiz, 40, and her son".
        if group.passive && matches!(main, "named" | "identified") && self.key_is(verb + 1, "as") {
            return self.arguments.phrase(verb + 2).map(|_| self.arguments.group_right(verb + 2));
        }
        let object = self.arguments.object(verb);
        (is_copula(main) && !object.is_empty()).then_some(object)
    }

    /// Who belongs to the people at `at`: "three of the injured were", "two boys were among the dead", "the dead were four
    /// policemen", "the dead include".
    fn identified(&self, at: usize, last: usize) -> Option<Vec<usize>> {
        let led = |key: &str| at > 0 && self.chunks[at - 1].kind == ChunkKind::Prep && self.arguments.key(at - 1) == key;
        if led("of") {
            let number = at.checked_sub(2).filter(|k| self.arguments.phrase(*k).is_some_and(|p| p.bare_number))?;
            return (!self.is_harm_verb(last + 1) && !self.is_harm_verb(number.wrapping_sub(1))).then(|| vec![number]);
        }
        if led("among") && at >= 2 && self.arguments.verb(at - 2).is_some_and(|g| is_copula(self.tagged.key(g.main))) {
            return Some(self.arguments.subject(at - 2)).filter(|s| !s.is_empty());
        }
        // "counted 105 men and 83 women among the dead"
        let counted = |k: &usize| self.arguments.phrase(*k).is_some_and(|p| p.quantity.is_some() && !p.bare_number);
        if let Some(last) = at.checked_sub(2).filter(|_| led("among")).filter(counted) {
            return Some(self.arguments.group_left(last));
        }
        let free = led("among") || at == 0 || self.chunks[at - 1].kind != ChunkKind::Prep;
        self.complement(last).filter(|_| free)
    }

    /// The chunk is a verb of harm.
    pub(super) fn is_harm_verb(&self, at: usize) -> bool {
        let Some(group) = self.arguments.verb(at) else { return false };
        self.tagged.at(group.main).iter().any(|m| {
            m.entry.table == Table::Predicate
                && m.entry.cell(1) == "v"
                && matches!(Predicate(m.entry).sense(), Some(Sense::Harm(_)))
        })
    }

    /// "according to": a preposition that the table lists as a predicate.
    fn preposition(&mut self, at: usize) {
        let start = self.chunks[at].tokens.start;
        if !self.rows(start, "a").is_empty() {
            return self.adjective(at);
        }
        let Some(row) = self.rows(start, "p").first().map(|m| (*m).clone()) else { return };
        let predicate = Predicate(row.entry);
        let Some(sense) = predicate.sense() else { return };
        let last = (at..self.chunks.len()).take_while(|k| self.chunks[*k].tokens.start < row.tokens.end).last().unwrap_or(at);
        if let Some(slot) = predicate.object().filter(|_| self.arguments.phrase(last + 1).is_some()) {
            let chunks = self.arguments.group_right(last + 1);
            let fits = self.arguments.fits(predicate, row.tokens.end, &[], &chunks);
            if !(fits && self.arguments.fits_behind(predicate, row.tokens.end, at)) {
                return;
            }
            self.push(at, row.tokens, predicate, sense, vec![Filler { slot, chunks }]);
        }
    }

    pub(super) fn push(&mut self, at: usize, trigger: Tokens, predicate: Predicate, sense: Sense, slots: Vec<Filler>) {
        let governor = self.governor(at).or_else(|| self.reaching(at, &slots, predicate));
        let group = governor.and_then(|v| self.arguments.verb(v));
        let is_negative = predicate.wants("polarity").is_some();
        self.frames.push(Frame {
            predicate,
            sense,
            trigger,
            sentence: self.sentence,
            chunk: at,
            clause: self.chunks[at].clause,
            // "were never found": the row tells of what did not happen.
            negated: group.is_some_and(|g| g.negated) && !is_negative,
            // "could not be saved" tells what did happen.
            modal: group.and_then(|g| g.modal).filter(|i| !(is_negative && self.tagged.key(*i) == "could")),
            raised_by: group.and_then(|g| g.raised_by.or_else(|| self.raising(at, g.main))),
            past_perfect: group.is_some_and(|g| g.past_perfect),
            // "claimed to have killed": it is done.
            infinitive: group.is_some_and(|g| g.infinitive && !g.perfect),
            slots,
        });
    }

    /// "are feared dead": the verb that raises the adjective at `at`.
    fn raising(&self, at: usize, main: usize) -> Option<usize> {
        (self.chunks[at].kind == ChunkKind::Adj && is_raising(self.tagged.key(main))).then_some(main)
    }

    /// The verb between a toll at `at` and the number it reaches: "the toll could pass 40".
    fn reaching(&self, at: usize, slots: &[Filler], predicate: Predicate) -> Option<usize> {
        predicate.wants("reach")?;
        let number = *slots.iter().find(|f| f.slot == Slot::Amount)?.chunks.first()?;
        (at + 1..number).find(|k| self.is_reach_verb(*k))
    }

    /// The verb that carries tense and negation for the predicate at `at`: itself, or for an adjective the verb before it.
    fn governor(&self, at: usize) -> Option<usize> {
        match self.chunks[at].kind {
            ChunkKind::Verb(_) => Some(at),
            ChunkKind::Adj => (0..at).rev().take(3).find(|k| self.arguments.verb(*k).is_some()),
            _ => None,
        }
    }
}

fn is_harm(sense: &Sense) -> bool {
    matches!(sense, Sense::Harm(_))
}

/// "a body": one, where the row says that the noun stands for a person.
fn is_single(predicate: Predicate, phrase: &Phrase) -> bool {
    predicate.wants("single").is_some() && matches!(phrase.det, Determiner::Indefinite | Determiner::Possessive)
}

fn is_copula(key: &str) -> bool {
    matches!(key, "is" | "are" | "was" | "were" | "included" | "include" | "includes" | "number" | "numbered")
}
