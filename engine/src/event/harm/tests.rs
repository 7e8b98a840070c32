//! What the report says was damaged.

use super::super::sample::report;
use crate::report::{Category, Effect};

fn damage(text: &str) -> Vec<(String, Effect)> {
    report(text).damage.into_iter().map(|d| (d.target, d.effect)).collect()
}

fn row(target: &str, effect: Effect) -> (String, Effect) {
    (target.to_string(), effect)
}

#[test]
fn things_that_burn_fall_and_are_cut() {
    assert_eq!(damage("A bakery in Sumy burned."), [row("bakery", Effect::Damaged)]);
    assert_eq!(
        damage("Bombs cut the road and brought down a bridge."),
        [row("road", Effect::CutOff), row("bridge", Effect::Destroyed)]
    );
    assert_eq!(damage("A market hall, a pharmacy and a phone mast were set alight.").len(), 3);
}

#[test]
fn the_whole_stands_for_its_part() {
    assert_eq!(damage("The roof of a clinic was blown off."), [row("clinic", Effect::Damaged)]);
    assert_eq!(damage("A shell tore through the wall of a nursery."), [row("nursery", Effect::Hit)]);
}

#[test]
fn what_is_attacked_is_listed() {
    assert_eq!(damage("A drone strike on a primary school killed a teacher."), [row("primary school", Effect::Hit)]);
    assert_eq!(damage("The siege of a hotel ended.").len(), 1);
    assert_eq!(damage("Two people died in the hotel fire."), [row("hotel", Effect::Damaged)]);
    assert_eq!(damage("A ferry capsized off Lagos."), [row("ferry", Effect::Damaged)]);
    assert_eq!(damage("A street attack hurt two people.").len(), 0);
}

#[test]
fn repetitions_are_one_row() {
    let text = "A rocket hit an outpatient clinic in Sumy on Monday. The clinic was damaged in the blast.";
    assert_eq!(damage(text), [row("outpatient clinic", Effect::Damaged)]);
    assert_eq!(damage("A rocket hit a clinic in Sumy. A rocket hit a clinic in Poltava.").len(), 2);
}

#[test]
fn where_an_attack_harmed_people_is_listed() {
    assert_eq!(damage("A drone killed two men in a car at Tyre."), [row("car", Effect::Hit)]);
    assert_eq!(damage("Two bakers were killed in their van."), [row("van", Effect::Hit)]);
    assert_eq!(damage("A missile killed 11 people at a warehouse in Sumy."), [row("warehouse", Effect::Hit)]);
    assert_eq!(damage("Two people died when their van hit a mine."), [row("van", Effect::Hit)]);
    assert_eq!(damage("Two people were killed in a car on the ring road.").len(), 0);
    assert_eq!(damage("Three bodies were found in a house in Sumy that was bombed."), [row("house", Effect::Hit)]);
}

#[test]
fn a_building_with_storeys_is_lived_in_and_a_name_may_go_on_behind_its_head() {
    let report = report("A missile hit a 12-storey building. Shells damaged the House of Culture in Orikhiv.");
    let rows: Vec<_> = report.damage.iter().map(|d| (d.target.as_str(), d.category)).collect();
    assert_eq!(rows, [("12-storey building", Category::Residential), ("House of Culture", Category::Cultural)]);
}

#[test]
fn the_van_is_the_one_told_before() {
    let text = "A rocket hit a van at a crossroads in Tyre. Two men died when the van exploded near Sidon.";
    assert_eq!(damage(text), [row("van", Effect::Destroyed)]);
}

#[test]
fn no_harm_no_row() {
    assert_eq!(damage("No school was damaged.").len(), 0);
    assert_eq!(damage("The news hit him hard, and the talks collapsed.").len(), 0);
    assert_eq!(damage("The bank cut rates, and police cracked the case.").len(), 0);
}
