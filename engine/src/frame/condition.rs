//! Conditions: what the "with" column of a predicate row asks of the words around the predicate.

use super::arguments::Arguments;
use super::chunk::{ChunkKind, Phrase};
use super::predicate::{Predicate, Sense};
use crate::lexicon::Table;
use crate::mention::{people, target};
use crate::report::Action;

/// How many words behind "died" its cause may stand.
const NATURAL_WINDOW: usize = 8;

/// How many chunks behind a predicate a word that belongs to it may stand: "took eight of her crew hostage".
const NEAR: usize = 8;

/// What takes people out of danger where there are several of it; one alone may run every day.
const TRANSPORT: &[&str] = &[
    "buses",
    "coaches",
    "minibuses",
    "lorries",
    "trucks",
    "trains",
    "boats",
    "ferries",
    "ships",
    "planes",
    "flights",
    "convoys",
    "vans",
];

/// Prepositions whose noun a row may ask for.
const LED: &[&str] = &["for", "to", "in", "from", "with", "by", "under", "into", "on", "out", "at", "through", "off", "of"];

/// What centres, facilities and units are for where nobody's wounds are seen to …
#[rustfmt::skip]
const NO_CARE: &[&str] = &[
    "police", "detention", "investigation", "investigations", "custody", "evacuation", "community", "shopping", "cooling", "relief",
    "reception", "civic", "convention", "conference", "correctional", "leisure", "sports", "recreation", "rest", "visitor",
    "visitors", "assistance", "warming", "training", "transit", "holding", "migrant", "deportation", "processing", "juvenile",
    "booking", "remand", "crime", "interrogation", "registration", "cultural", "youth",
];

/// … and of those where they are.
const CARE: &[&str] = &["hospital", "clinic", "medical", "health", "trauma", "burn", "burns", "care", "infirmary", "icu"];

/// A verb with what stands around it.
pub(super) struct Verb<'a> {
    /// The first token behind the predicate.
    pub end: usize,
    /// The last chunk of the predicate.
    pub last: usize,
    pub passive: bool,
    pub negated: bool,
    pub subject: &'a [usize],
    pub object: &'a [usize],
}

impl Arguments<'_> {
    /// Everything that the row asks of a verb holds.
    pub(super) fn fits_verb(&self, row: Predicate, verb: &Verb) -> bool {
        let voice = row.wants("voice").is_none_or(|v| (v == "passive") == verb.passive);
        let polarity = row.wants("polarity").is_none_or(|_| verb.negated);
        // The passive has what the verb acts on before it.
        let object = if verb.passive && verb.object.is_empty() { verb.subject } else { verb.object };
        // "“Nobody slept,” she marvels": a verb that tells of speech beside a quotation only.
        let range = || self.chunks.first().map_or(0, |c| c.tokens.start)..self.chunks.last().map_or(0, |c| c.tokens.end);
        let quote = |i: usize| matches!(self.tagged.key(i), "\"" | "“" | "”" | "‘" | "’");
        let beside = row.wants("beside").is_none_or(|_| range().any(quote));
        voice
            && polarity
            && beside
            && self.fits(row, verb.end, verb.subject, object)
            && self.fits_behind(row, verb.end, verb.last)
            && self.fits_prepositions(row, verb.last)
            && !self.is_precaution(row, verb.last)
    }

    /// "Six children were taken to hospital as a precaution": nobody says that they are hurt.
    fn is_precaution(&self, row: Predicate, last: usize) -> bool {
        let care = row.wants("to").is_some_and(|w| w.split('|').any(|noun| noun == "hospital"));
        let clause = self.chunks[last].clause;
        let behind = self.chunks[last + 1..].iter().take_while(|c| c.clause == clause);
        care && behind.into_iter().any(|c| c.tokens.clone().any(|i| self.tagged.key(i).starts_with("precaution")))
    }

    /// What the row asks of subject, object and the next words holds.
    pub(super) fn fits(&self, row: Predicate, end: usize, subject: &[usize], object: &[usize]) -> bool {
        let heads = |chunks: &[usize], wanted: &str| {
            // "object=@munition": any noun of the class.
            if let Some(class) = wanted.strip_prefix('@') {
                return self.is_class(chunks, class);
            }
            let first = chunks.first().and_then(|c| self.phrase(self.past_measure(*c)));
            first.is_some_and(|p| wanted.split('|').any(|w| is_form_of(self.tagged.key(p.head), w)))
        };
        let after = |w: &str| w.split(' ').enumerate().all(|(k, w)| self.tagged.key(end + k) == w);
        let alone = |w: &str| {
            self.tagged.key(end) == w
                && !self.chunks.iter().any(|c| c.tokens.start == end + 1 && matches!(c.kind, ChunkKind::Noun(_)))
        };
        row.wants("object").is_none_or(|w| heads(object, w))
            && row.wants("not_object").is_none_or(|w| !heads(object, w))
            && row.wants("after").is_none_or(|w| w.split('|').any(after))
            && row
                .wants("subject")
                .is_none_or(|w| self.is_class(subject, w) || w == "munition" && self.stands_for_weapons(row, subject))
            && !row.wants("not_after").is_some_and(alone)
            && !(row.wants("natural").is_some() && self.is_natural(end))
    }

    /// "varying degrees of injury", "32 of her crew": the phrase behind "of", where the one at `at` only measures it.
    fn past_measure(&self, at: usize) -> usize {
        let measures = self.phrase(at).is_some_and(|p| {
            p.bare_number
                || target::is_share(self.tagged.key(p.head))
                || matches!(self.tagged.key(p.head), "degree" | "degrees" | "kind" | "kinds" | "type" | "types")
        });
        if measures && self.key(at + 1) == "of" && self.phrase(at + 2).is_some() { at + 2 } else { at }
    }

    /// What the row asks of the words behind chunk `last`: "not_next" of the first, "near" and "then" of those in its clause.
    pub(super) fn fits_behind(&self, row: Predicate, end: usize, last: usize) -> bool {
        let lists = |list: &str, word: &str| list.split('|').any(|w| w == word);
        let clause = self.chunks[last].clause;
        let behind = || self.chunks[last + 1..].iter().take(NEAR).take_while(|c| c.clause == clause);
        let near = |w: &str| behind().any(|c| c.tokens.clone().any(|i| lists(w, self.tagged.key(i))));
        let then = |w: &str| {
            behind().any(|c| matches!(&c.kind, ChunkKind::Verb(g) if g.infinitive && lists(w, self.tagged.key(g.main))))
        };
        row.wants("not_next").is_none_or(|w| !lists(w, self.tagged.key(end)))
            && row.wants("before").is_none_or(|w| end >= 2 && self.tagged.key(end - 2) == w)
            && row.wants("near").is_none_or(near)
            && row.wants("then").is_none_or(then)
    }

    /// What the row asks of the phrases behind the verb holds: with "for=burn|wound" one of these must stand behind "for".
    fn fits_prepositions(&self, row: Predicate, last: usize) -> bool {
        // "were treated for dehydration" is another row's matter.
        let barred = |w: &str| self.prepositions(last).into_iter().any(|(p, _)| self.key(p) == w);
        if row.wants("without").is_some_and(barred) {
            return false;
        }
        LED.iter().all(|preposition| {
            let Some(wanted) = row.wants(preposition) else { return true };
            self.prepositions(last).into_iter().any(|(p, noun)| {
                // "to Kisii Teaching and Referral Hospital", "with varying degrees of injuries".
                let joined = self.group_right(noun).into_iter().map(|n| self.past_measure(n));
                let heads: Vec<&str> = joined.filter_map(|n| self.phrase(n)).map(|n| self.tagged.key(n.head)).collect();
                let key = if self.key(p) == "of" && p > 0 && self.key(p - 1) == "out" { "out" } else { self.key(p) };
                let fits = match wanted.strip_prefix('@') {
                    Some(class) => self.is_class(&[noun], class),
                    None => wanted.split('|').any(|w| heads.iter().any(|head| is_form_of(head, w))),
                };
                // "to University Hospital Kerry": the name goes on behind the noun.
                let named = |w: &str| self.chunks[noun].tokens.clone().any(|i| self.tagged.key(i) == w);
                // "escaped with no injuries"
                let none = self.tagged.key(self.chunks[noun].tokens.start) == "no";
                let fits = fits || key == "to" && wanted.split('|').any(|w| w == "hospital") && named("hospital");
                key == *preposition && fits && !none && !(key == "to" && self.is_no_care(noun))
            })
        })
    }

    /// "to a police investigation centre", "to a reception centre": a centre where nobody's wounds are seen to.
    fn is_no_care(&self, noun: usize) -> bool {
        let mut words = self.chunks[noun].tokens.clone().map(|i| self.tagged.key(i));
        words.clone().any(|w| NO_CARE.contains(&w)) && !words.any(|w| CARE.contains(&w))
    }

    /// "died peacefully", "died aged 91", "died at the age of 84", "died of cancer": the death ends a life and is no harm done.
    fn is_natural(&self, end: usize) -> bool {
        let key = |i: usize| self.tagged.key(i);
        let last = self.chunks.last().map_or(end, |c| c.tokens.end);
        (end..last.min(end + NATURAL_WINDOW)).any(|i| {
            matches!(key(i), "peacefully" | "aged" | "cancer" | "illness" | "leukaemia" | "pneumonia")
                || (key(i) == "age" && key(i + 1) == "of")
                || (key(i) == "heart" && matches!(key(i + 1), "problems" | "failure" | "disease"))
                || (key(i) == "natural" && key(i + 1) == "causes")
        })
    }

    /// The head of the subject belongs to one of the classes of nouns, or is one of the nouns, apart by `|`.
    pub(super) fn is_class(&self, subject: &[usize], classes: &str) -> bool {
        classes.split('|').any(|class| self.is_of_class(subject, class))
    }

    fn is_of_class(&self, subject: &[usize], class: &str) -> bool {
        let Some(phrase) = subject.first().and_then(|c| self.phrase(*c)) else { return matches!(class, "speaker" | "cause") };
        // "a stretch of motorway slid": what the share is of.
        let whole = subject.first().filter(|c| self.key(**c + 1) == "of" && target::is_share(self.tagged.key(phrase.head)));
        let phrase = whole.and_then(|c| self.phrase(c + 2)).unwrap_or(phrase);
        let ends = |table| self.tagged.ending(table, 0, phrase.head + 1);
        match class {
            "munition" => ends(Table::Munition).is_some() || is_fragment(self.tagged.key(phrase.head)),
            "care" => {
                let key = |i: usize| self.tagged.key(i);
                // "It had treated 94 people", "the ambulance service treated 12".
                let ambulance = key(phrase.head) == "service" && phrase.head > 0 && key(phrase.head - 1) == "ambulance"
                    || matches!(key(phrase.head), "ambulance" | "ambulances" | "helicopter" | "helicopters");
                let stands_in = phrase.pronoun && key(phrase.head) == "it";
                // "its teams treated four people"
                let teams = matches!(key(phrase.head), "teams" | "crews");
                ambulance
                    || teams
                    || stands_in
                    || ends(Table::Target).is_some_and(|m| m.entry.cell(2) == "health")
                    || ends(Table::People).is_some_and(|m| m.entry.cell(2) == "medics")
            }
            "speaker" => ends(Table::Target).is_none(),
            "target" => ends(Table::Target).is_some(),
            "served" => target::is_served(self.tagged.key(phrase.head)),
            // What moves, or stands for it: "the jet", "a warship".
            "vehicle" => ends(Table::Target).is_some_and(|m| matches!(m.entry.cell(2), "transport" | "military")),
            "toll" => self.is_toll(phrase),
            "figure" => subject.first().is_some_and(|c| self.is_figure(*c)),
            "all" => self.is_everyone(subject[0], phrase),
            "they" => phrase.pronoun && self.tagged.key(phrase.head) == "they",
            "attacker" => ends(Table::People).is_some_and(|m| matches!(m.entry.cell(2), "militants" | "attackers")),
            "forces" => {
                matches!(self.tagged.key(phrase.head), "police" | "army" | "military" | "forces")
                    || ends(Table::People).is_some_and(|m| matches!(m.entry.cell(2), "soldiers" | "police"))
            }
            "transport" => TRANSPORT.contains(&self.tagged.key(phrase.head)),
            "captor" => ends(Table::People).is_some_and(|m| matches!(m.entry.cell(2), "militants" | "attackers")),
            "cause" => {
                let acts = [Table::People, Table::Office, Table::Actor].into_iter().any(|t| ends(t).is_some());
                !acts && !phrase.pronoun && !people::looks_like(self.tagged.key(phrase.head))
            }
            noun => is_form_of(self.tagged.key(phrase.head), noun),
        }
    }

    /// "All 19 crew", "everyone on board", "both drivers", "those inside": nobody is left out.
    fn is_everyone(&self, at: usize, phrase: &Phrase) -> bool {
        let start = self.chunks[at].tokens.start;
        let whole = matches!(self.tagged.key(start), "all" | "everyone" | "everybody" | "both" | "those");
        let less = start.checked_sub(1).is_some_and(|i| matches!(self.tagged.key(i), "not" | "nearly" | "almost" | "virtually"));
        let bar = (start..phrase.head + 6).any(|i| matches!(self.tagged.key(i), "but" | "bar" | "except" | "save"));
        let behind = self.phrase(at + 2).filter(|_| self.key(at + 1) == "of").unwrap_or(phrase);
        let people = |head: usize| self.tagged.ending(Table::People, 0, head + 1).is_some();
        whole && !less && !bar && (phrase.pronoun || behind.pronoun || behind.bare_number || people(behind.head))
    }

    /// "Officials have confirmed nine": a number with nothing behind it that it could count or be the subject of.
    fn is_figure(&self, at: usize) -> bool {
        let bare = self.phrase(at).is_some_and(|p| p.bare_number && p.quantity.is_some());
        let mut next = at + 1;
        while matches!(self.chunks.get(next).map(|c| &c.kind), Some(ChunkKind::Time | ChunkKind::Adverb))
            || self.key(next) == "so"
        {
            next += 1;
        }
        let ends = self.chunks.get(next).is_none_or(|c| match c.kind {
            ChunkKind::Mark => !matches!(self.key(next), "(" | "there" | "%" | "$"),
            ChunkKind::Subordinator => matches!(self.key(next), "while" | "whereas" | "but" | "though" | "although"),
            // "eight, says the local radio", "nine, but"
            ChunkKind::Comma => {
                let behind = self.chunks.get(next + 1).map(|c| &c.kind);
                self.speaks(next + 1) || matches!(behind, Some(ChunkKind::Conj | ChunkKind::Subordinator))
            }
            _ => false,
        });
        bare && ends
    }

    /// "The rest fell in fields", "a third went through the window": what is left of weapons that other words name.
    fn stands_for_weapons(&self, row: Predicate, subject: &[usize]) -> bool {
        let Some(phrase) = subject.first().and_then(|c| self.phrase(*c)) else { return false };
        let last = self.tagged.key(phrase.head);
        let crosses = matches!(row.lemma(), "cross" | "approach" | "enter") && phrase.bare_number;
        crosses
            || matches!(row.sense(), Some(Sense::Weapon(Action::Hit)))
                && (phrase.bare_number
                    || matches!(
                        last,
                        "other" | "others" | "rest" | "remainder" | "another" | "second" | "third" | "fourth" | "all" | "half"
                    ))
    }

    /// "the death toll", "the number of dead": a noun that reaches a number.
    fn is_toll(&self, phrase: &Phrase) -> bool {
        let rows = self.tagged.at(phrase.head).iter().chain(phrase.head.checked_sub(1).map_or(&[][..], |i| self.tagged.at(i)));
        let nouns = rows.filter(|m| m.entry.table == Table::Predicate && m.entry.cell(1) == "n");
        nouns.map(|m| Predicate(m.entry)).any(|p| p.wants("reach").is_some())
    }
}

/// What is left of a weapon: it strikes like one.
fn is_fragment(key: &str) -> bool {
    ["debris", "fragment", "shrapnel", "wreckage", "splinter", "bullet"].iter().any(|w| is_form_of(key, w))
}

/// `word` is the noun `lemma` or its regular plural.
pub(super) fn is_form_of(word: &str, lemma: &str) -> bool {
    word == lemma
        || word.strip_suffix('s').is_some_and(|w| w == lemma)
        || (lemma.ends_with('y') && word.strip_suffix("ies").is_some_and(|w| w == &lemma[..lemma.len() - 1]))
}
