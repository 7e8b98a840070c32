//! What the rows of weapons are for invented sentences.

use crate::event::sample::report;
use crate::report::Action::{self, Found, Hit, Intercepted, Launched};
use crate::report::MunitionType::{
    self, BallisticMissile, Bomb, CruiseMissile, Drone, Explosive, Gun, Knife, Mine, Missile, Rocket, Shell, Vehicle,
};

/// Type, action and number of every row.
fn arms(text: &str) -> Vec<(MunitionType, Action, u64)> {
    report(text).munitions.iter().map(|m| (m.kind, m.action, m.value.low)).collect()
}

#[test]
fn launched_and_intercepted() {
    let text = "The army launched 90 drones and nine Kalibr cruise missiles at Sumy. Crews shot down 71 of the drones and six of the missiles.";
    let want = [(Drone, Launched, 90), (CruiseMissile, Launched, 9), (Drone, Intercepted, 71), (CruiseMissile, Intercepted, 6)];
    assert_eq!(arms(text), want);
    assert_eq!(
        arms("Rebels fired 12 rockets at the port. Nine were intercepted."),
        [(Rocket, Launched, 12), (Rocket, Intercepted, 9)]
    );
}

#[test]
fn parts_and_later_numbers() {
    let text = "Air defences destroyed 121 drones over Russia, 47 of them over Kursk.";
    assert_eq!(arms(text), [(Drone, Intercepted, 121), (Drone, Intercepted, 47)]);
    assert_eq!(arms("Police seized 90 rifles, nine of them rusty.").len(), 1);
    let text = "The army has fired 900 shells into the valley; yesterday it fired 30.";
    assert_eq!(arms(text), [(Shell, Launched, 900), (Shell, Launched, 30)]);
    assert_eq!(arms("The company fired 30."), []);
}

#[test]
fn who_fired_is_told_by_the_plane_the_weapon_and_the_speaker() {
    let by = |text: &str| {
        let report = report(text);
        let id = report.munitions[0].by.clone();
        report.actors.iter().find(|a| Some(&a.id) == id.as_ref()).map(|a| a.name.clone()).unwrap_or_default()
    };
    assert_eq!(by("An army plane dropped a barrel bomb on a market in Nyala, killing 12 traders."), "army");
    assert_eq!(by("A Russian drone hit a bus in Kherson."), "Russia");
    assert_eq!(by("Ukraine's air force said it shot down 118 drones."), "Ukraine's air force");
    assert_eq!(by("The ministry said crews had shot down 40 Ukrainian drones."), "crews");
}

#[test]
fn a_bare_number_needs_weapons_before_it() {
    assert_eq!(arms("Nine were intercepted."), []);
    assert_eq!(arms("Rebels fired two rockets. Nine were stopped at the border."), [(Rocket, Launched, 2)]);
}

#[test]
fn what_kills_or_damages_has_hit() {
    assert_eq!(arms("A mortar shell killed two bakers in Sumy."), [(Shell, Hit, 1)]);
    assert_eq!(arms("The depot was damaged by three Tochka-U missiles."), [(BallisticMissile, Hit, 3)]);
    assert_eq!(arms("A drone strike on a clinic killed a nurse."), [(Drone, Hit, 1)]);
    assert_eq!(arms("The lorry hit a landmine near Marib."), [(Mine, Hit, 1)]);
    assert_eq!(arms("The raiders attacked a village with machetes and a rifle."), [(Knife, Hit, 2), (Gun, Hit, 1)]);
    assert_eq!(arms("A bomb exploded outside a court."), [(Explosive, Hit, 1)]);
    assert_eq!(arms("Police found a bomb in a bus."), [(Explosive, Found, 1)]);
    assert_eq!(arms("Builders found a World War II bomb in Lorton."), [(Bomb, Found, 1)]);
    assert_eq!(arms("Guards found 40 sticks of dynamite in a van."), [(Explosive, Found, 40)]);
    assert_eq!(arms("Three mines were found off the port and destroyed by divers."), [(Mine, Found, 3)]);
    assert_eq!(arms("A stolen bus was rammed into the gate of the clinic."), [(Vehicle, Hit, 1)]);
}

#[test]
fn one_row_for_what_is_told_twice() {
    assert_eq!(arms("Missiles struck Sumy at dawn. Nine missiles hit the port, killing two people."), [(Missile, Hit, 9)]);
}

#[test]
fn words_for_some_of_the_weapons_count_them() {
    let text = "Rebels fired eight rockets at the port. Half of them were intercepted.";
    assert_eq!(arms(text), [(Rocket, Launched, 8), (Rocket, Intercepted, 4)]);
    let text = "Rebels launched two drones and a missile at the port. All three were shot down.";
    let want = [(Drone, Launched, 2), (Missile, Launched, 1), (Missile, Intercepted, 1), (Drone, Intercepted, 2)];
    assert_eq!(arms(text), want);
    let text = "Three missiles were fired at Aden. One was intercepted and the others fell into the sea.";
    assert_eq!(arms(text), [(Missile, Launched, 3), (Missile, Intercepted, 1), (Missile, Hit, 2)]);
    let text = "Crews shot down 40 out of 52 drones.";
    assert_eq!(arms(text), [(Drone, Launched, 52), (Drone, Intercepted, 40)]);
    let text = "The army tracked 30 missiles, six of them ballistic, and 90 drones.";
    assert_eq!(arms(text), [(Missile, Launched, 30), (Drone, Launched, 90), (BallisticMissile, Launched, 6)]);
    let text = "Iran fired 70 missiles. Most were intercepted.";
    assert_eq!(arms(text), [(Missile, Launched, 70), (Missile, Intercepted, 2)]);
    assert_eq!(arms("Nine people were hurt when shells landed near a bank."), [(Shell, Hit, 2)]);
    assert_eq!(arms("A drone hit a bus in Sumy. A second drone exploded beside it."), [(Drone, Hit, 2)]);
}

#[test]
fn a_deed_tells_its_weapon() {
    assert_eq!(arms("Two bakers were shot dead in Kelm."), [(Gun, Hit, 2)]);
    assert_eq!(arms("Gunmen opened fire on a bus, wounding four."), [(Gun, Hit, 2)]);
    assert_eq!(arms("A man stabbed a clerk in Leeds."), [(Knife, Hit, 1)]);
    assert_eq!(arms("Shelling killed two people in Nikopol."), [(Shell, Hit, 2)]);
    assert_eq!(arms("A suicide bomber blew himself up in a mosque, killing nine."), [(Explosive, Hit, 1)]);
    assert_eq!(arms("A bomber rammed a minivan into the gate of a hotel."), [(Vehicle, Hit, 1)]);
    assert_eq!(arms("A lorry packed with fertiliser blew up at a checkpoint."), [(Vehicle, Hit, 1)]);
    // The weapon that is named is not implied again.
    assert_eq!(arms("A man with a rifle shot two bakers. He used a pistol, too.").len(), 1);
    assert_eq!(arms("He drove a van into the garage."), []);
}

#[test]
fn no_weapon_no_row() {
    assert_eq!(arms("The minister fired his aide after the budget battle."), []);
    assert_eq!(arms("No drones were launched."), []);
}
