//! The predicate table: one row tells how one verb, noun or adjective speaks of harm, damage, weapons, speech or talks.
//!
//! Columns: lemma, part of speech, sense, subject, object, prepositions, with, yes, no (see the heads of
//! `data/predicates/*.tsv`).

use crate::lexicon::Entry;
use crate::report::{Act, Action, Effect, EventType, Kind};

/// What a predicate tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    Harm(Kind),
    Effect(Effect),
    Weapon(Action),
    /// An attack or a disaster by its name.
    Event(EventType),
    Speech(Act),
    Talks,
    /// A toll gets to a number.
    Reach,
}

/// What an argument is to its predicate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    Agent,
    Victims,
    /// A number of victims without their noun: "14 lives", "a toll of 27".
    Amount,
    Target,
    Weapon,
    Place,
    Venue,
    Party,
    Speaker,
    Addressee,
    Accused,
    Content,
    Channel,
    Toll,
    /// A number that a later one of the same sentence replaces.
    Older,
}

/// A row of the predicate table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Predicate(pub Entry);

impl Predicate {
    /// Lemma and part of speech, the name by which the report cites the row: "kill (v)".
    pub fn name(&self) -> String {
        format!("{} ({})", self.0.cell(0), self.0.cell(1))
    }

    /// The word or words that the row is about.
    pub fn lemma(&self) -> &'static str {
        self.0.cell(0)
    }

    /// `v`, `n` or `a`.
    pub fn part_of_speech(&self) -> &'static str {
        self.0.cell(1)
    }

    /// What it tells of; none for a sense that the table does not know.
    pub fn sense(&self) -> Option<Sense> {
        sense(self.0.cell(2))
    }

    /// Slot of the active subject.
    pub fn subject(&self) -> Option<Slot> {
        slot(self.0.cell(3))
    }

    /// Slot of the active object.
    pub fn object(&self) -> Option<Slot> {
        slot(self.0.cell(4))
    }

    /// Slot of the phrase behind preposition `key`; `own` asks for a noun's own number.
    pub fn preposition(&self, key: &str) -> Option<Slot> {
        pair(self.0.cell(5), key).and_then(slot)
    }

    /// "Officials have confirmed nine": a verb whose bare number is a figure for what was counted before.
    pub fn gives_figure(&self) -> bool {
        self.part_of_speech() == "v" && self.wants("kind") == Some("previous")
    }

    /// What must stand at `place` ("object", "after", "subject"), alternatives apart by `|`.
    pub fn wants(&self, place: &str) -> Option<&'static str> {
        pair(self.0.cell(6), place)
    }
}

/// The value of `key` in "key=value,key=value".
fn pair(cell: &'static str, key: &str) -> Option<&'static str> {
    // Most rows say nothing here.
    if cell.len() <= 1 {
        return None;
    }
    // Asked of every row at every verb: by the bytes, since a search for one letter costs more than the few there are.
    let bytes = cell.as_bytes();
    let mut start = 0;
    while start < bytes.len() {
        let length = bytes[start..].iter().position(|b| *b == b',').unwrap_or(bytes.len() - start);
        let value = start + key.len();
        if key.len() < length && bytes[value] == b'=' && bytes[start..value] == *key.as_bytes() {
            return cell.get(value + 1..start + length);
        }
        start += length + 1;
    }
    None
}

fn slot(name: &str) -> Option<Slot> {
    Some(match name {
        "agent" => Slot::Agent,
        "victims" => Slot::Victims,
        "amount" => Slot::Amount,
        "target" => Slot::Target,
        "weapon" => Slot::Weapon,
        "place" => Slot::Place,
        "venue" => Slot::Venue,
        "party" => Slot::Party,
        "speaker" => Slot::Speaker,
        "addressee" => Slot::Addressee,
        "accused" => Slot::Accused,
        "content" => Slot::Content,
        "channel" => Slot::Channel,
        "toll" => Slot::Toll,
        _ => return None,
    })
}

fn sense(name: &str) -> Option<Sense> {
    if let Some(event) = name.strip_prefix("event.") {
        return Some(Sense::Event(event_type(event)?));
    }
    Some(match name {
        "killed" => Sense::Harm(Kind::Killed),
        "wounded" => Sense::Harm(Kind::Wounded),
        "missing" => Sense::Harm(Kind::Missing),
        "captured" => Sense::Harm(Kind::Captured),
        "kidnapped" => Sense::Harm(Kind::Kidnapped),
        "displaced" => Sense::Harm(Kind::Displaced),
        "evacuated" => Sense::Harm(Kind::Evacuated),
        "rescued" => Sense::Harm(Kind::Rescued),
        "trapped" => Sense::Harm(Kind::Trapped),
        "arrested" => Sense::Harm(Kind::Arrested),
        "affected" => Sense::Harm(Kind::Affected),
        "casualties" => Sense::Harm(Kind::Casualties),
        "destroyed" => Sense::Effect(Effect::Destroyed),
        "damaged" => Sense::Effect(Effect::Damaged),
        "hit" => Sense::Effect(Effect::Hit),
        "cut_off" => Sense::Effect(Effect::CutOff),
        "targeted" => Sense::Effect(Effect::Targeted),
        "launched" => Sense::Weapon(Action::Launched),
        "intercepted" => Sense::Weapon(Action::Intercepted),
        "hit_weapon" => Sense::Weapon(Action::Hit),
        "found" => Sense::Weapon(Action::Found),
        "says" => Sense::Speech(Act::Says),
        "accuses" => Sense::Speech(Act::Accuses),
        "claims" => Sense::Speech(Act::Claims),
        "denies" => Sense::Speech(Act::Denies),
        "confirms" => Sense::Speech(Act::Confirms),
        "warns" => Sense::Speech(Act::Warns),
        "promises" => Sense::Speech(Act::Promises),
        "demands" => Sense::Speech(Act::Demands),
        "condemns" => Sense::Speech(Act::Condemns),
        "talks" => Sense::Talks,
        "reach" => Sense::Reach,
        _ => return None,
    })
}

fn event_type(name: &str) -> Option<EventType> {
    Some(match name {
        "airstrike" => EventType::Airstrike,
        "missile_strike" => EventType::MissileStrike,
        "drone_strike" => EventType::DroneStrike,
        "shelling" => EventType::Shelling,
        "shooting" => EventType::Shooting,
        "bombing" => EventType::Bombing,
        "battle" => EventType::Battle,
        "abduction" => EventType::Abduction,
        "earthquake" => EventType::Earthquake,
        "flood" => EventType::Flood,
        "storm" => EventType::Storm,
        "fire" => EventType::Fire,
        "landslide" => EventType::Landslide,
        "crash" => EventType::Crash,
        "explosion" => EventType::Explosion,
        "other" => EventType::Other,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{self, Table};

    #[test]
    fn every_row_says_what_the_types_know() {
        let all = lexicon::all(Table::Predicate);
        assert!(all.len() > 200, "{} rows", all.len());
        for entry in all {
            let row = Predicate(entry);
            assert!(row.sense().is_some(), "{}: sense {:?}", row.name(), entry.cell(2));
            for cell in [3, 4] {
                assert!(
                    entry.cell(cell) == "-" || slot(entry.cell(cell)).is_some(),
                    "{}: slot {:?}",
                    row.name(),
                    entry.cell(cell)
                );
            }
            for (_, value) in entry.cell(5).split(',').filter_map(|p| p.split_once('=')) {
                assert!(slot(value).is_some(), "{}: slot {value:?}", row.name());
            }
        }
    }
}
