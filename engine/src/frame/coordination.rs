//! Coordination: which noun phrases stand in one list, and what hangs on each of them in between.

use super::arguments::Arguments;
use super::chunk::{ChunkKind, Determiner, Phrase};
use super::clause::is_finite;
use crate::lexicon::{Form, Table};
use crate::mention::people;

/// The most that hangs on one phrase of a list, in modifiers.
const MODIFIERS: usize = 4;

/// The longest relative clause inside a list, in chunks.
const RELATIVE: usize = 7;

/// Nouns that say of one told before how old they are or whence they come.
const PLAIN: &[&str] = &["man", "woman", "boy", "girl", "teenager", "youth", "toddler", "resident", "native", "national"];

impl Arguments<'_> {
    /// The phrases coordinated with the one at `last`, leftwards: "a teacher and two nurses".
    pub(super) fn group_left(&self, last: usize) -> Vec<usize> {
        let mut group = vec![last];
        let mut at = last;
        while let Some(previous) = self.joined_left(at) {
            group.insert(0, previous);
            at = previous;
        }
        group
    }

    /// The list that ends at `last`, where all of it names people without a number, else that phrase alone.
    pub(super) fn people_left(&self, last: usize) -> Vec<usize> {
        let group = self.group_left(last);
        let named = |k: &usize| self.is_person(*k) && self.phrase(*k).is_some_and(|p| p.quantity.is_none());
        if group.iter().all(named) { group } else { vec![last] }
    }

    /// The last chunk before the comma or "and" that stands before chunk `at`, and whether "and" is among them.
    fn before_joint(&self, at: usize) -> Option<(usize, bool)> {
        let mut k = at.checked_sub(1)?;
        let (mut joint, mut conjunction) = (false, false);
        while matches!(self.chunks[k].kind, ChunkKind::Comma | ChunkKind::Conj) {
            // "… escaped a fire near Kelm, but a fourth child died": a clause of its own.
            if self.key(k) == "but" && k > 0 && self.is(k - 1, &ChunkKind::Comma) {
                return None;
            }
            joint = true;
            conjunction |= self.chunks[k].kind == ChunkKind::Conj;
            k = k.checked_sub(1)?;
        }
        // "a boy, 13, and a teacher"
        while joint && self.is(k, &ChunkKind::Time) {
            k = k.checked_sub(1)?;
        }
        joint.then_some((k, conjunction))
    }

    fn joined_left(&self, at: usize) -> Option<usize> {
        let (mut k, conjunction) = self.before_joint(at)?;
        if self.ends_ages(at) {
            return None;
        }
        // "14 in Benue attack, 3,000 flee": two numbers apart by a comma are told one by one.
        let number = |c: usize| self.phrase(c).is_some_and(|p| p.bare_number);
        // "One of the pilots, three of the players and two passengers": parts of groups are listed.
        let part = k >= 2 && number(k - 2) && self.key(k - 1) == "of" && self.is_determined(k);
        if !conjunction && number(at) && k >= 2 && number(k - 2) && !(part && self.key(at + 1) == "of") {
            return None;
        }
        // "The bank gave way, and a stretch of road slid away": the object of a verb joins no subject.
        let object =
            k.checked_sub(1).is_some_and(|v| self.verb(v).is_some_and(|g| is_finite(g) && !g.passive) && !self.speaks(v));
        if conjunction && object && self.is(k + 1, &ChunkKind::Comma) && self.is_subject(at) {
            return None;
        }
        let counted = self.phrase(at).is_some_and(|p| p.quantity.is_some());
        // "at a camp in Ifo, Garissa, Kenya, a guard was shot": where it was, and who.
        let person = !self.is_bare_name(at) && self.is_person(at) && self.verb(at + 1).is_some();
        if !conjunction && person && self.is_bare_name(k) {
            return None;
        }
        // "killed 12 people, among them two nurses and a guard, and a further nine were injured": a count of its own.
        let further = self.phrase(at).is_some_and(|p| p.bare_number) && self.opens_further(at);
        if conjunction && further && self.is(k + 1, &ChunkKind::Comma) && self.has_verb_behind(at) {
            return None;
        }
        // "five boys who were riding in the truck and one attacker were killed": the relative clause is passed over.
        if conjunction
            && counted
            && self.has_verb_behind(at)
            && let Some(who) = self.counted_who(k)
        {
            return Some(who);
        }
        // "flew into a hill on Ross Island, Antarctica, and all 237 passengers were killed": a place and where it lies.
        let lies = k >= 2 && self.is_bare_name(k) && self.is(k - 1, &ChunkKind::Comma) && self.is_prepositional(k - 2);
        if conjunction && lies && counted && self.is_bare_name(k - 2) {
            return None;
        }
        // "The man who drove the van and a woman riding with him were hurt": two, as the verb says.
        if conjunction
            && self.is_one(at)
            && self.is_plural_behind(at)
            && let Some(who) = self.one_who(k)
        {
            return Some(who);
        }
        for _ in 0..MODIFIERS {
            // "a dormitory housing families, a school": the phrase before the gerund is the one that is joined.
            if let Some(base) = k.checked_sub(1).and_then(|v| self.modified_by(v)).filter(|_| self.phrase(k).is_some()) {
                k = base;
                continue;
            }
            if !self.is_prepositional(k) {
                break;
            }
            let base = self.base_of(k)?;
            // "pulled six people alive from the rubble, and four residents were missing": the object of a verb joins no subject.
            let acts = |v: usize| self.verb(v).is_some_and(|g| is_finite(g) && !g.passive) && !self.speaks(v);
            if conjunction && base > 0 && acts(base - 1) && self.has_verb_behind(at) {
                return None;
            }
            // "strikes on a school and a clinic": both stand behind the preposition.
            if self.is_event(base) && self.is_alike(k, at) {
                return None;
            }
            // "a man of 60 and two sisters", "a shepherd near Kelm and a nurse": what hangs on the phrase before is passed over.
            let counts = |c: usize| self.phrase(c).is_some_and(|p| p.counts());
            let of = self.key(k - 1) == "of";
            let passes =
                conjunction && (of || counts(base)) || counts(at) && (counts(base) && !counts(k) || part || self.is_described(k));
            if !passes {
                return None;
            }
            k = base;
        }
        // "The current pulled her down and she drowned": the one is an object, the other a subject.
        let object =
            |c: usize| matches!(self.key(c), "her" | "him" | "them" | "me" | "us") && self.phrase(c).is_some_and(|p| p.pronoun);
        if matches!(self.key(at), "he" | "she" | "they" | "we" | "i") && object(k) {
            return None;
        }
        // "a nurse, Ira Banik, was hurt", "the guard, Malam Shehu, 61, was shot": who the one before is.
        let apposed = !conjunction && self.is_bare_name(at) && self.is_one(k);
        // "seven were killed, among them three children, and 20 people were hurt"
        let among = k >= 2 && self.key(k - 2) == "among" && self.phrase(k - 1).is_some_and(|p| p.pronoun);
        if among && self.has_verb_behind(at) {
            return None;
        }
        // "According to the officer, Kuldeep Kumar, five were hurt": the name says who the officer is.
        let officer = !conjunction && k >= 2 && self.is_bare_name(k) && self.is(k - 1, &ChunkKind::Comma) && self.is_one(k - 2);
        if officer && self.phrase(at).is_some_and(|p| p.quantity.is_some()) {
            return None;
        }
        let k = self.named_before(k).unwrap_or(k);
        (self.phrase(k).is_some() && !self.is_prepositional(k) && !apposed).then_some(k)
    }

    /// "a further nine", "another nine".
    fn opens_further(&self, at: usize) -> bool {
        let start = self.chunks[at].tokens.start;
        let key = |i: usize| self.tagged.key(i);
        key(start) == "another" || matches!(key(start), "a" | "some") && key(start + 1) == "further"
    }

    /// "Also injured were the driver of the van, which caught fire, and a passenger": the list goes on behind the relative clause.
    pub(super) fn past_relative(&self, mut group: Vec<usize>) -> Vec<usize> {
        let Some(last) = group.last().copied() else { return group };
        let end = (last + 12).min(self.chunks.len());
        let relative = (last + 1..end.min(last + 5)).find(|k| self.is(*k, &ChunkKind::Subordinator));
        let joint =
            relative.and_then(|r| (r + 2..end).find(|k| self.is(*k, &ChunkKind::Conj) && self.is(k - 1, &ChunkKind::Comma)));
        let next = joint.map(|k| k + 1).filter(|k| self.phrase(*k).is_some_and(Phrase::counts));
        if let Some(next) = next.filter(|k| self.is_person(*k) && self.verb(k + 1).is_none()) {
            group.extend(self.group_right(next));
        }
        group
    }

    /// The people with a number of whom the relative clause that ends at `k`, without a comma and with one verb, tells.
    fn counted_who(&self, k: usize) -> Option<usize> {
        let low = k.saturating_sub(RELATIVE);
        let relative = (low..=k).rev().find(|r| self.is(*r, &ChunkKind::Subordinator) || self.is(*r, &ChunkKind::Comma))?;
        let one_verb = (relative..=k).filter(|v| self.verb(*v).is_some()).count() == 1;
        let counted = relative.checked_sub(1).filter(|c| self.phrase(*c).is_some_and(|p| p.quantity.is_some()))?;
        (self.key(relative) == "who" && one_verb && self.verb(k).is_none() && self.is_person(counted)).then_some(counted)
    }

    /// The one of whom the relative clause that ends at `k`, without a comma and with one verb, tells.
    fn one_who(&self, k: usize) -> Option<usize> {
        let low = k.saturating_sub(RELATIVE);
        let relative = (low..=k).rev().find(|r| self.is(*r, &ChunkKind::Subordinator) || self.is(*r, &ChunkKind::Comma))?;
        let verbs = (relative..=k).filter(|v| self.verb(*v).is_some()).count();
        let who = relative.checked_sub(1).filter(|c| self.is_one(*c) && !self.is_prepositional(*c))?;
        (self.key(relative) == "who" && verbs == 1).then_some(who)
    }

    /// A finite verb that speaks of more than one stands behind the phrase at `at` and what hangs on it.
    fn is_plural_behind(&self, at: usize) -> bool {
        let hangs = |k: &usize| match &self.chunks[*k].kind {
            ChunkKind::Verb(group) => group.gerund,
            kind => matches!(kind, ChunkKind::Prep | ChunkKind::Noun(_) | ChunkKind::Adverb | ChunkKind::Time),
        };
        let end = (at + 1..self.chunks.len().min(at + RELATIVE)).find(|k| !hangs(k));
        end.is_some_and(|k| self.verb(k).is_some() && matches!(self.key(k), "were" | "are" | "have"))
    }

    /// "Ana Quispe, a judge, and two guards", "the rider, a man of 60, and his passenger": the one of whom what stands between
    /// commas at `k` says who it is.
    fn named_before(&self, k: usize) -> Option<usize> {
        let name = k.checked_sub(2)?;
        let calling = self.is_one(k) && self.phrase(k).is_some_and(|p| p.det == Determiner::Indefinite && p.quantity.is_none());
        // "a man of 60"
        let close = if self.key(k + 1) == "of" && self.phrase(k + 2).is_some_and(|p| p.bare_number) { k + 3 } else { k + 1 };
        let commas = self.is(k - 1, &ChunkKind::Comma) && self.is(close, &ChunkKind::Comma);
        let known = self.is_one(name)
            && self.phrase(name).is_some_and(|p| matches!(p.det, Determiner::Definite | Determiner::Possessive))
            && self.phrase(k).is_some_and(|p| {
                let head = self.tagged.key(p.head);
                people::is_age_noun(head) || PLAIN.contains(&head)
            });
        (calling && commas && (self.is_bare_name(name) || known) && !self.is_prepositional(name)).then_some(name)
    }

    /// The phrase that the preposition before chunk `k` hangs on, by itself or with an adjective or participle: "a school
    /// in Kelm", "a school full of families", "a car parked outside a bank".
    fn base_of(&self, k: usize) -> Option<usize> {
        let before = k.checked_sub(2)?;
        if self.phrase(before).is_some() {
            return Some(before);
        }
        if self.is(before, &ChunkKind::Adj) {
            return before.checked_sub(1).filter(|b| self.phrase(*b).is_some());
        }
        self.modified_by(before)
    }

    /// An adjective or participle leads the preposition before chunk `k`.
    fn is_described(&self, k: usize) -> bool {
        k >= 2 && self.phrase(k - 2).is_none()
    }

    /// Both phrases have a determiner or number, or neither has.
    fn is_alike(&self, a: usize, b: usize) -> bool {
        self.is_determined(a) == self.is_determined(b)
    }

    fn is_determined(&self, at: usize) -> bool {
        self.phrase(at).is_some_and(|p| p.det != Determiner::None || p.quantity.is_some())
    }

    /// The head of the phrase is a noun of the table of predicates: "strikes", "shelling".
    fn is_event(&self, at: usize) -> bool {
        let Some(phrase) = self.phrase(at) else { return false };
        let rows = self.tagged.at(phrase.head).iter();
        rows.into_iter().any(|m| m.entry.table == Table::Predicate && m.entry.cell(1) == "n")
    }

    /// "Strikes in Kelm and Norvia killed": the preposition that leads the list which the phrase at `first` goes on with.
    pub(super) fn shared_preposition(&self, first: usize) -> Option<usize> {
        let (k, _) = self.before_joint(first)?;
        let led = self.phrase(k).is_some() && self.is_prepositional(k) && self.chunks[k].clause == self.chunks[first].clause;
        let base = self.base_of(k).filter(|_| led)?;
        (self.is_alike(k, first) && (!self.is_determined(first) || self.is_event(base))).then(|| k - 1)
    }

    /// The phrase at `at` is the subject of a finite verb right behind it.
    fn has_verb_behind(&self, at: usize) -> bool {
        self.verb(at + 1).is_some_and(is_finite)
    }

    /// The phrases coordinated with the one at `first`, rightwards, up to one that is the subject of another verb.
    pub fn group_right(&self, first: usize) -> Vec<usize> {
        let mut group = vec![first];
        let mut at = first;
        while let Some(next) = self.joined_right(at) {
            group.push(next);
            at = next;
        }
        group
    }

    /// "Damage to homes and businesses was reported": the phrase joined behind the one at `noun`, where no verb before it lets
    /// it be the subject of a clause of its own.
    pub(super) fn joined_before_verb(&self, noun: usize) -> Option<usize> {
        let next = noun + 2;
        let joined = self.is(noun + 1, &ChunkKind::Conj) && self.phrase(next).is_some() && self.has_verb_behind(next);
        let opens = |k: &usize| {
            let own = self.chunks[*k].clause == self.chunks[noun].clause;
            own && !matches!(self.chunks[*k].kind, ChunkKind::Subordinator | ChunkKind::Mark)
        };
        let verbless = || (0..noun).rev().take_while(opens).all(|k| self.verb(k).is_none() || self.speaks(k));
        (joined && self.is_alike(noun, next) && verbless()).then_some(next)
    }

    fn joined_right(&self, at: usize) -> Option<usize> {
        let near = self.behind_joint(self.after_modifiers(at));
        // "his daughter, 4": an age.
        if near.is_some_and(|(next, conjunction)| !conjunction && self.phrase(next).is_some_and(|p| p.bare_number))
            && self.is_one(at)
        {
            return None;
        }
        if let Some((next, conjunction)) = near {
            if !conjunction && self.named_before(next) == Some(at) {
                let behind = self.behind_joint(self.after_modifiers(next)).filter(|(_, conjunction)| *conjunction);
                return behind.map(|(k, _)| k);
            }
            // "the cashier, Nadia Perrin, 52": who the one before is.
            let apposed =
                !conjunction && self.is_one(at) && (self.is_bare_name(next) || !self.list_goes_on(next) && self.is_one(next));
            if !apposed {
                return Some(next);
            }
            // "the mayor of Kelm, Norvia, and two aides": the names go on telling where.
            let placed = self.key(at + 1) == "of";
            let mut name = next;
            for _ in 0..MODIFIERS {
                let (k, conjunction) = self.behind_joint(self.after_modifiers(name))?;
                let counts = self.phrase(k).is_some_and(|p| p.counts() || p.det == Determiner::Possessive);
                if conjunction || placed && counts && self.list_goes_on(k) {
                    return Some(k);
                }
                if !(placed && self.is_bare_name(k)) {
                    return None;
                }
                name = k;
            }
            return None;
        }
        // "a warehouse near the station and several cars": past what hangs on the phrase, where it cannot be that list's own.
        let counts = |c: usize| self.phrase(c).is_some_and(|p| p.counts());
        let mut k = self.after_modifiers(at);
        for _ in 0..MODIFIERS {
            let inner = self.after_modifier(k)?;
            let described = !self.is(k, &ChunkKind::Prep);
            k = self.after_other_name(self.after_modifiers(inner));
            if let Some((next, conjunction)) = self.behind_joint(k) {
                let listed = conjunction || self.list_goes_on(next);
                // "a couple in their thirties and their daughter": people are listed with people.
                let people = self.is_person(at) && self.is_person(next) && !self.is_person(inner);
                let outer = described && !self.is_alike(inner, next) || !counts(inner) || people;
                let theirs = self.is_person(next) && self.phrase(next).is_some_and(|p| p.det == Determiner::Possessive);
                // "five in Kelm and two in Norvia" is told anew, not listed.
                let gapped = self.phrase(next).is_some_and(|p| p.bare_number) || self.key(next + 1) == self.key(inner - 1);
                if gapped {
                    return None;
                }
                return (listed && counts(at) && (counts(next) || theirs && people) && outer).then_some(next);
            }
        }
        None
    }

    /// Past the second name of what stands before chunk `k`: "the Workers' Party, or PKK, and".
    fn after_other_name(&self, k: usize) -> usize {
        let or = if self.is(k, &ChunkKind::Comma) { k + 1 } else { k };
        let named = self.key(or) == "or" && self.is_bare_name(or + 1) && self.is(or + 2, &ChunkKind::Comma);
        if named { or + 2 } else { k }
    }

    /// The head of the phrase is a noun for people.
    pub(super) fn is_person(&self, at: usize) -> bool {
        self.phrase(at).is_some_and(|p| {
            self.tagged.ending(Table::People, 0, p.head + 1).is_some() || people::is_age_noun(self.tagged.key(p.head))
        })
    }

    /// The phrase names one person by a noun: "a nurse", "one passenger", "her teacher".
    pub(super) fn is_one(&self, at: usize) -> bool {
        let Some(phrase) = self.phrase(at) else { return false };
        let row = self.tagged.ending(Table::People, 0, phrase.head + 1);
        let age = people::is_age_noun(self.tagged.key(phrase.head));
        let one = row.is_some_and(|m| m.entry.form == Form::Base) || age;
        one && (phrase.det != Determiner::None || self.key(at) == "one")
    }

    /// A name without determiner or number.
    fn is_bare_name(&self, at: usize) -> bool {
        self.phrase(at).is_some_and(|p| {
            p.det == Determiner::None
                && p.quantity.is_none()
                && !p.pronoun
                && self.tagged.ending(Table::People, 0, p.head + 1).is_none()
                && self.tagged.ending(Table::Target, 0, p.head + 1).is_none()
        })
    }

    /// The inner phrase of the modifier that begins at chunk `k`: "in Kelm", "full of families", "parked outside a bank".
    fn after_modifier(&self, k: usize) -> Option<usize> {
        let described = self.is(k, &ChunkKind::Adj) || self.verb(k).is_some_and(|g| !is_finite(g) && !g.infinitive);
        let preposition = if described { k + 1 } else { k };
        (self.is(preposition, &ChunkKind::Prep) && self.phrase(preposition + 1).is_some()).then_some(preposition + 1)
    }

    /// An "and" joins another phrase behind the one at `at`.
    fn list_goes_on(&self, at: usize) -> bool {
        let mut k = self.after_modifiers(at);
        for _ in 0..MODIFIERS {
            k = match (self.behind_joint(k), self.after_modifier(k)) {
                (Some((_, true)), _) => return true,
                (Some((next, false)), _) | (None, Some(next)) => self.after_modifiers(next),
                (None, None) => return false,
            }
        }
        false
    }

    /// The phrase behind the comma or "and" at chunk `from`, and whether "and" is among them.
    fn behind_joint(&self, from: usize) -> Option<(usize, bool)> {
        let mut k = from;
        let (mut joint, mut conjunction) = (false, false);
        while matches!(self.chunks.get(k).map(|c| &c.kind), Some(ChunkKind::Comma | ChunkKind::Conj)) || self.is_inner_adverb(k) {
            joint |= !self.is_inner_adverb(k);
            conjunction |= self.is(k, &ChunkKind::Conj);
            k += 1;
        }
        let free = joint && self.phrase(k).is_some() && !self.is_subject(k) && !self.is_part_of_them(k);
        free.then_some((k, conjunction))
    }

    /// "…, four of them women": the number at `k` counts some of those before it.
    fn is_part_of_them(&self, k: usize) -> bool {
        // "…, one peacekeeper among them", "…, a nurse and her son among them".
        let list = |c: &ChunkKind| matches!(c, ChunkKind::Noun(_) | ChunkKind::Conj);
        let end = (k..(k + 5).min(self.chunks.len())).find(|c| !list(&self.chunks[*c].kind));
        let among = end.is_some_and(|c| c > k && self.key(c) == "among" && matches!(self.key(c + 1), "them" | "those"));
        let comma = k > 0 && self.is(k - 1, &ChunkKind::Comma);
        // "six people, one critically and two seriously"
        let degree =
            ["critically", "seriously", "severely", "badly", "slightly", "lightly", "fatally"].contains(&self.key(k + 1));
        if degree && comma && self.phrase(k).is_some_and(|p| p.bare_number) {
            return true;
        }
        among && comma
            || self.phrase(k).is_some_and(|p| p.bare_number)
                && self.key(k + 1) == "of"
                && matches!(self.key(k + 2), "them" | "whom" | "these" | "those" | "which")
    }

    fn is_inner_adverb(&self, k: usize) -> bool {
        self.is(k, &ChunkKind::Adverb) && matches!(self.key(k), "also" | "then")
    }

    /// The first chunk behind the phrase at `at` and its "of" phrase or participle: "a dormitory housing displaced persons".
    fn after_modifiers(&self, at: usize) -> usize {
        let mut k = at + 1;
        if self.is(k, &ChunkKind::Prep) && self.key(k) == "of" && self.phrase(k + 1).is_some() {
            k += 2;
        }
        if self.verb(k).is_some_and(|g| g.gerund) && self.phrase(k + 1).is_some() {
            k += 2;
        }
        let aged = k;
        while self.is(k, &ChunkKind::Time) && matches!(self.key(k), "," | "(" | "aged" | "ages") {
            k += 1;
        }
        // "John Smith, 40, of York, and Ann Lee"
        if k > aged && matches!(self.key(k), "of" | "from") && self.is_bare_name(k + 1) {
            k += 2;
        }
        k
    }

    /// A finite verb has the phrase at `at` as its subject.
    fn is_subject(&self, at: usize) -> bool {
        let mut k = at + 1;
        loop {
            match self.chunks.get(k).map(|c| &c.kind) {
                Some(ChunkKind::Adverb | ChunkKind::Time) => k += 1,
                Some(ChunkKind::Prep) if self.phrase(k + 1).is_some() => k += 2,
                // "killing 17 people, a doctor and two residents said".
                Some(ChunkKind::Conj) if k == at + 1 && self.phrase(k + 1).is_some() => {
                    return self.verb(k + 2).is_some_and(is_finite) && self.speaks(k + 2);
                }
                Some(ChunkKind::Verb(group)) => return is_finite(group),
                _ => return false,
            }
        }
    }
}
