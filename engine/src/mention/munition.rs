//! Munitions: which noun phrases name weapons.

use crate::lexicon::{Form, Table, Tagged};
use crate::report::MunitionType;
use crate::text::Tokens;

/// The weapon that a noun phrase names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weapon {
    pub kind: MunitionType,
    /// Proper name; empty where the words give none.
    pub name: &'static str,
    pub plural: bool,
}

/// The weapon of the phrase `tokens` with head `head`. A proper name before the class word counts: "Shahed-type drones".
pub fn of_phrase(tagged: &Tagged, tokens: &Tokens, head: usize) -> Option<Weapon> {
    let row = tagged.ending(Table::Munition, tokens.start, head + 1)?;
    let (mut name, mut type_name) = (row.entry.cell(3), row.entry.cell(2));
    if name.is_empty() {
        let mut named = (tokens.start..row.tokens.start).filter_map(|i| tagged.longest(Table::Munition, i));
        if let Some(found) = named.rfind(|m| !m.entry.cell(3).is_empty()) {
            // "Tochka-U missiles": the name knows the kind.
            (name, type_name) = (found.entry.cell(3), found.entry.cell(2));
        }
    }
    Some(Weapon { kind: kind(type_name), name, plural: row.entry.form == Form::Plural })
}

/// The type by its name in the tables.
pub fn kind(name: &str) -> MunitionType {
    match name {
        "drone" => MunitionType::Drone,
        "missile" => MunitionType::Missile,
        "ballistic_missile" => MunitionType::BallisticMissile,
        "cruise_missile" => MunitionType::CruiseMissile,
        "rocket" => MunitionType::Rocket,
        "bomb" => MunitionType::Bomb,
        "shell" => MunitionType::Shell,
        "mine" => MunitionType::Mine,
        "gun" => MunitionType::Gun,
        "explosive" => MunitionType::Explosive,
        "knife" => MunitionType::Knife,
        "vehicle" => MunitionType::Vehicle,
        _ => MunitionType::Other,
    }
}
