//! What the counts of a sentence are, and what they add up to.

use crate::event::sample::report;
use crate::report::{Bound, Kind};
use Kind::{Arrested, Casualties, Displaced, Evacuated, Kidnapped, Killed, Missing, Rescued, Wounded};

/// Kind and low of every row, and whether another row holds it.
fn rows(text: &str) -> Vec<(Kind, u64, bool)> {
    let report = report(text);
    let held = |c: &crate::report::Count| c.part_of.is_some() || c.same_as.is_some() || c.superseded_by.is_some();
    report.casualties.counts.iter().map(|c| (c.kind, c.value.low, held(c))).collect()
}

fn total(text: &str, kind: Kind) -> Option<(u64, Bound)> {
    let report = report(text);
    report.casualties.totals.iter().find(|t| t.kind == kind).map(|t| (t.value.low, t.value.bound))
}

#[track_caller]
fn counts(text: &str, want: &[(Kind, u64, bool)]) {
    assert_eq!(rows(text), want, "{text}");
}

#[test]
fn nobody_is_a_count_of_both_kinds_where_the_words_say_casualties() {
    counts("The shell fell in a field and there were no casualties.", &[(Killed, 0, false), (Wounded, 0, false)]);
    counts("No injuries were reported.", &[(Wounded, 0, false)]);
    counts("A drone burned out on the beach without causing injuries.", &[(Wounded, 0, false)]);
    counts("There were no reports of injuries.", &[(Wounded, 0, false)]);
    counts("Nobody was hurt.", &[(Wounded, 0, false)]);
}

#[test]
fn casualties_are_split_where_the_text_tells_how() {
    counts("There were 20 casualties, including six deaths.", &[(Wounded, 14, false), (Killed, 6, false)]);
    counts("Twelve people were killed or wounded.", &[(Casualties, 12, false)]);
}

#[test]
fn parts_are_tied_to_the_number_that_holds_them() {
    counts("Nine bakers, three of them women, died.", &[(Killed, 9, false), (Killed, 3, true)]);
    counts("Nine people were hurt, two of whom are in hospital.", &[(Wounded, 9, false), (Wounded, 2, true)]);
    counts("Nine people were hurt. Two of the injured were nurses.", &[(Wounded, 9, false), (Wounded, 2, true)]);
    counts("Nine people died. Two boys were among the dead.", &[(Killed, 9, false), (Killed, 2, true)]);
    counts(
        "There were 11 wounded: eight in the market and three in the port.",
        &[(Wounded, 11, false), (Wounded, 8, true), (Wounded, 3, true)],
    );
}

#[test]
fn the_same_verb_counts_on_behind_a_comma() {
    assert_eq!(
        total("The raids killed four in the port, two in the market and one in the old town.", Killed),
        Some((7, Bound::Exact))
    );
    assert_eq!(total("Two men were killed and another wounded.", Wounded), Some((1, Bound::Exact)));
}

#[test]
fn a_later_figure_replaces_the_one_before() {
    counts("The death toll rose from 15 to 17.", &[(Killed, 17, false), (Killed, 15, true)]);
    counts("The death toll rose to 35, up from 30.", &[(Killed, 35, false), (Killed, 30, true)]);
    assert_eq!(total("Deaths from the blast rose to 13.", Killed), Some((13, Bound::Exact)));
}

#[test]
fn the_wounded_who_die_leave_the_wounded() {
    let text = "Nine pupils were injured in the crash. Two of them died on Monday.";
    assert_eq!((total(text, Killed), total(text, Wounded)), (Some((2, Bound::Exact)), Some((7, Bound::Exact))));
}

#[test]
fn a_sum_takes_in_what_it_adds_up() {
    assert_eq!(
        total("Two men died in the port. Five women died in the mill. Seven people died.", Killed),
        Some((7, Bound::Exact))
    );
}

#[test]
fn subjects_are_found_behind_what_stands_between() {
    counts("A postman carrying letters was killed.", &[(Killed, 1, false)]);
    counts("Two nurses who had come to help were killed.", &[(Killed, 2, false)]);
    counts("Two sisters, seven and ten, were rescued.", &[(Rescued, 2, false)]);
    counts("A baker and his two sons died.", &[(Killed, 1, false), (Killed, 2, false)]);
}

#[test]
fn many_words_tell_of_harm() {
    counts("Six workers were treated for burns.", &[(Wounded, 6, false)]);
    counts("Six men were taken to hospital.", &[(Wounded, 6, false)]);
    counts("Gunmen took nine tourists hostage.", &[(Kidnapped, 9, false)]);
    counts("A bomber blew himself up.", &[(Killed, 1, false)]);
    counts("Raiders hacked six farmers to death.", &[(Killed, 6, false)]);
    counts("Some 300 people were moved to shelters.", &[(Evacuated, 300, false)]);
    counts("Killed: 3", &[(Killed, 3, false)]);
    counts("Six men are in custody and three are missing.", &[(Arrested, 6, false), (Missing, 3, false)]);
    counts("She lost two sons.", &[(Killed, 2, false)]);
}

#[test]
fn new_ones_of_a_sentence_are_told_one_by_one() {
    assert_eq!(total("A nurse was stabbed and a guard was shot.", Wounded), Some((2, Bound::Exact)));
    assert_eq!(total("A nurse died and a guard was killed.", Killed), Some((2, Bound::Exact)));
    assert_eq!(total("A nurse was hurt. A nurse was injured.", Wounded), Some((1, Bound::Exact)));
}

#[test]
fn idioms_of_death_count() {
    for (text, killed) in [
        ("Two constables paid the ultimate price in the raid.", 2),
        ("Two of the passengers breathed their last on the way.", 2),
        ("Four labourers were charred to death when a shed caught fire.", 4),
        ("Two women were burnt to death in a bus.", 2),
        ("Nine people met their deaths in the crash.", 9),
        ("Nineteen lives were lost.", 19),
        ("No fewer than 11 persons lost their lives.", 11),
        ("Troops \"neutralised\" five insurgents.", 5),
        ("Four siblings aged between two and nine died when a wall fell.", 4),
        ("The toll mounted to 22.", 22),
        ("The crash killed one passenger, a 54-year-old man.", 1),
        ("He killed the cashier, Nadia Perrin, 52.", 1),
        ("A shell killed a girl of nine and her teacher, Amal Sabri, 41.", 2),
        ("Shooting leaves man, 28, dead", 1),
        ("Boy, 15, dead after stabbing in Croydon", 1),
        ("Seven people were swept to their deaths.", 7),
        ("Twenty-four suspected smugglers and one officer were killed.", 25),
        ("Woman in her 80s dies after fall from window", 1),
        ("Nine crewmen were killed; a tenth, the officer Luis Barreto, died of his burns.", 10),
        ("Four campesinos were shot dead.", 4),
        ("Doctors counted 105 men and 83 women among the dead.", 188),
    ] {
        assert_eq!(total(text, Killed).map(|t| t.0), Some(killed), "{text}");
    }
}

#[test]
fn wounds_are_told_by_hospital_and_body() {
    for (text, wounded) in [
        ("The crash sent at least 25 to hospitals.", 25),
        ("Two colleagues are in a moderate condition.", 2),
        ("Two dead, one critical after machete attack", 1),
        ("The attack left two women in hospital.", 2),
        ("One officer suffered a broken wrist.", 1),
        ("A passer-by was cut by a tile.", 1),
        ("A firefighter was hit by a brick.", 1),
        ("A woman was struck by falling debris.", 1),
        ("Officers found a man with gunshot wounds to the leg.", 1),
        ("Three people — two women and a man — have been taken to hospital.", 3),
        ("There were no immediate reports of damage or injuries.", 0),
        ("No one came to harm.", 0),
        ("Mum fighting for life after crash in Leeds", 1),
        ("Two security guards sustained machete cuts.", 2),
        ("Man, 45, in hospital after dog attack", 1),
        ("A man was stabbed in Leeds. The man was taken to hospital.", 1),
        ("A man was found with stab wounds outside a bar.", 1),
        ("The blast left five dead, among them two brothers, and a dozen injured.", 12),
    ] {
        assert_eq!(total(text, Wounded).map(|t| t.0), Some(wounded), "{text}");
    }
}

#[test]
fn people_brought_away_and_taken_are_counted() {
    counts("Four sailors were winched to safety.", &[(Rescued, 4, false)]);
    counts("Rescuers found one guide alive.", &[(Rescued, 1, false)]);
    counts("The wildfire forced about 8,000 people to evacuate.", &[(Evacuated, 8000, false)]);
    counts("About 1,200 guests had to be evacuated.", &[(Evacuated, 1200, false)]);
    counts("Another four sailors were never found.", &[(Missing, 4, false)]);
    counts("The fate of 12 sailors remains unknown.", &[(Missing, 12, false)]);
    counts("Nine women were whisked away by the attackers.", &[(Kidnapped, 9, false)]);
    counts("Rebels kidnapped five soldiers.", &[(Kind::Captured, 5, false)]);
    counts("Police made 22 arrests.", &[(Arrested, 22, false)]);
    counts("Two men suspected of steering the boat were arrested.", &[(Arrested, 2, false)]);
    counts("The driver, identified only as R., was detained.", &[(Arrested, 1, false)]);
    counts("Two survivors were found in the wreckage.", &[(Rescued, 2, false)]);
    counts("The pirates are holding 11 sailors.", &[(Kidnapped, 11, false)]);
    counts("Six pupils escaped from their captors.", &[(Rescued, 6, false)]);
    counts("Nine miners remain trapped.", &[(Kind::Trapped, 9, false)]);
    counts("Divers brought 12 boys out of the cave.", &[(Rescued, 12, false)]);
    counts(
        "Crews pulled six people alive from the mud, and four others were missing.",
        &[(Rescued, 6, false), (Missing, 4, false)],
    );
    counts("The driver was detained.", &[(Arrested, 1, false)]);
}

#[test]
fn one_person_is_told_in_many_ways() {
    counts("A pedestrian was struck and killed by a tram.", &[(Killed, 1, false)]);
    counts("Raiders stopped a baker, killing him.", &[(Killed, 1, false)]);
    counts("Man dies in canal", &[(Killed, 1, false)]);
    counts("A potter was fatally shot.", &[(Killed, 1, false)]);
    counts("A widower paid with his life.", &[(Killed, 1, false)]);
    counts("A weaver wounded in the raid has died.", &[(Killed, 1, false)]);
    counts("A weaver hurt in Sunday's raid on Kyiv has died.", &[(Killed, 1, false)]);
    counts("A tailor's body was found.", &[(Killed, 1, false)]);
    assert_eq!(total("Two men died in the mill. A third died in hospital.", Killed), Some((3, Bound::Exact)));
    assert_eq!(total("Two welders were shot. One was pronounced dead.", Wounded), Some((1, Bound::Exact)));
    assert_eq!(total("A welder was shot on Monday. He died in hospital.", Wounded), None);
    assert_eq!(total("Four people were shot, one fatally.", Wounded), Some((3, Bound::Exact)));
}

#[test]
fn several_people_are_told_in_one_phrase() {
    counts("A family of five drowned.", &[(Killed, 5, false)]);
    counts("A mother and her baby were killed.", &[(Killed, 1, false), (Killed, 1, false)]);
    counts("Both pilots died.", &[(Killed, 2, false)]);
    counts("Six wounded bakers reached the town.", &[(Wounded, 6, false)]);
    counts("Twelve people, mostly women and children, were killed.", &[(Killed, 12, false)]);
    counts("The channel spoke of 12 martyrs and 30 wounded.", &[(Killed, 12, false), (Wounded, 30, false)]);
    counts(
        "Four died: the driver, two potters and a boy.",
        &[(Killed, 4, false), (Killed, 1, true), (Killed, 2, true), (Killed, 1, true)],
    );
    counts("There were no deaths or injuries.", &[(Killed, 0, false), (Wounded, 0, false)]);
}

#[test]
fn those_who_did_it_count_beside_their_victims() {
    assert_eq!(total("A gunman killed three bakers. The gunman was shot dead.", Killed), Some((4, Bound::Exact)));
    assert_eq!(total("A bomber killed himself and five bakers.", Killed), Some((6, Bound::Exact)));
}

#[test]
fn those_who_did_it_may_stand_behind_a_pronoun() {
    assert_eq!(total("Two gunmen stormed a mill, killing a baker, before they were shot dead.", Killed), Some((3, Bound::Exact)));
    assert_eq!(total("A gunman shot dead six bakers before turning the gun on himself.", Killed), Some((7, Bound::Exact)));
    assert_eq!(total("A father killed his two sons and then himself.", Killed), Some((3, Bound::Exact)));
    assert_eq!(total("A man killed his wife and two sons before taking his own life.", Killed), Some((4, Bound::Exact)));
}

#[test]
fn what_each_of_several_lost_is_multiplied() {
    assert_eq!(total("Two people were killed in each of the three villages.", Killed), Some((6, Bound::Exact)));
    assert_eq!(total("Each of the two raids hurt five people.", Wounded), Some((10, Bound::Exact)));
    assert_eq!(total("Raids on Kyiv and Odesa claimed four lives apiece.", Killed), Some((8, Bound::Exact)));
    assert_eq!(total("Every one of the nine passengers died.", Killed), Some((9, Bound::Exact)));
}

#[test]
fn parts_stand_in_any_order() {
    counts("Of the 12 dead, seven were children.", &[(Killed, 12, false), (Killed, 7, true)]);
    counts("Police said 12 people died, of whom three were children.", &[(Killed, 12, false), (Killed, 3, true)]);
    counts("Among the 23 dead were a bride and her father.", &[(Killed, 23, false), (Killed, 1, true), (Killed, 1, true)]);
    counts("Five people were hurt, with a nurse among them.", &[(Wounded, 5, false), (Wounded, 1, true)]);
    counts("Eight people died, half of them children.", &[(Killed, 8, false), (Killed, 4, true)]);
    counts("Nine people died; four of the victims were nurses.", &[(Killed, 9, false), (Killed, 4, true)]);
}

#[test]
fn what_stands_behind_a_list_of_members_is_no_member() {
    counts(
        "The raid left 14 people dead, including five nurses, and more than 20 injured.",
        &[(Killed, 14, false), (Killed, 5, true), (Wounded, 20, false)],
    );
    counts(
        "Bombs fell, killing four people and injuring 22, including a baby, Mayor Olena Marchuk said.",
        &[(Killed, 4, false), (Wounded, 22, false), (Wounded, 1, true)],
    );
}

#[test]
fn one_victim_told_twice_is_one() {
    assert_eq!(
        total("A cabin fell, killing one passenger, a 54-year-old man, and injuring seven.", Killed),
        Some((1, Bound::Exact))
    );
    assert_eq!(total("A shell killed a girl of nine and her teacher, Amal Sabri, 41.", Killed), Some((2, Bound::Exact)));
    assert_eq!(total("A fire killed a mother and her three children.", Killed), Some((4, Bound::Exact)));
    assert_eq!(total("A fire killed the pilot and co-pilot.", Killed), Some((2, Bound::Exact)));
}

#[test]
fn the_same_predicate_counts_behind_another_place() {
    assert_eq!(total("Kyiv lost nine people, Odesa four.", Killed), Some((13, Bound::Exact)));
    assert_eq!(total("Kyiv reported three dead, Odesa two and Lviv one.", Killed), Some((6, Bound::Exact)));
    counts(
        "The night cost 12 lives, eight of them in Kyiv and the rest in Odesa.",
        &[(Killed, 12, false), (Killed, 8, true), (Killed, 4, true)],
    );
}

#[test]
fn the_predicate_may_open_the_line() {
    counts("Killed in the raid were two nurses and a driver.", &[(Killed, 2, false), (Killed, 1, false)]);
    assert_eq!(total("Casualties: killed, three; wounded, eleven; missing, none.", Wounded), Some((11, Bound::Exact)));
    assert_eq!(total("Injured were a man of 60, a man of 33 and two sisters.", Wounded), Some((4, Bound::Exact)));
    assert_eq!(total("Killed: a shepherd near Kyiv, a labourer in Odesa.", Killed), Some((2, Bound::Exact)));
    counts("There were 40 casualties: six dead and 34 injured.", &[(Killed, 6, false), (Wounded, 34, false)]);
}

#[test]
fn halves_thirds_and_neither() {
    counts("Half of the 26 passengers were injured.", &[(Wounded, 13, false)]);
    counts("Neither troops nor guards were harmed.", &[(Wounded, 0, false)]);
    counts("The blast killed two bakers and maimed a third.", &[(Killed, 2, false), (Wounded, 1, false)]);
    counts("Officials speak of 35 killed, up from the 30 they gave.", &[(Killed, 35, false), (Killed, 30, true)]);
    assert_eq!(total("The raids killed or wounded 40 people.", Wounded), None);
}

#[test]
fn states_behind_a_passive() {
    assert_eq!(
        total("Ten miners were brought up injured; one died on the way and another during surgery.", Wounded),
        Some((8, Bound::Exact))
    );
    counts("Five children among 12 dead in bus crash", &[(Killed, 12, false), (Killed, 5, true)]);
}

#[test]
fn a_list_of_places_is_no_whole_with_parts() {
    assert_eq!(total("Raids killed three in Kyiv, two in Odesa and one in Lviv.", Killed), Some((6, Bound::Exact)));
}

#[test]
fn a_figure_is_of_what_was_counted_before() {
    assert_eq!(total("Doctors said 12 people died in Kyiv. The army puts the figure at eight.", Killed), Some((8, Bound::Range)));
    counts("Twelve people were hurt. The number of drones stands at 40.", &[(Wounded, 12, false)]);
}

#[test]
fn what_harms_nobody_counts_nobody() {
    for text in [
        "The club lost two players to injury leave.",
        "The firm forced 40 staff from the office.",
        "They took the bus to school.",
        "A minister visited the wounded in hospital.",
        "The vote killed the deal.",
        "He shot the film in 12 days.",
        "The town was hit in May.",
        "The ministry sent nine doctors to hospitals.",
        "Two ministers were critical of the plan.",
        "Fifty jobs were cut by the firm.",
        "Two men were not found guilty.",
        "They told 900 people to wait.",
        "The lorry driver fled.",
        "The judge released two men on bail.",
        "The team will be missing three players.",
        "The home side went down in a massacre in front of 41,000 fans.",
        "The conductor held 300 people spellbound.",
        "Two officers were shot at, and fired back.",
        "One of the rockets was shot down.",
        "The painter died peacefully at the age of 91.",
        "In her new film a sniper kills 50 people.",
        "The striker was injured in training and will miss three games.",
        "In a simulated attack 12 people were killed.",
        "A man was jailed on Friday for killing his wife in 2019.",
    ] {
        let totals = report(text).casualties.totals;
        assert!(totals.is_empty(), "{text}: {totals:?}");
    }
}

#[test]
fn a_rank_tells_how_many_there_are_by_now() {
    counts("The driver became the fifth person killed by shelling in Kelm.", &[(Killed, 5, false)]);
    let text = "A boy hurt in the blast has died of his wounds. He is the third fatality.";
    assert_eq!(total(text, Killed), Some((3, Bound::Exact)));
    counts("The only person hurt was a baker.", &[(Wounded, 1, false)]);
}

#[test]
fn a_toll_finds_its_number_behind_a_clause() {
    counts("The number of people wounded since the raids began has risen to 41.", &[(Wounded, 41, false)]);
    counts("The number killed is unknown since the price stands at 93.", &[]);
}

#[test]
fn those_treated_and_named_are_counted() {
    counts("The emergency ward admitted six people with burns after the blast.", &[(Wounded, 6, false)]);
    counts("The ambulance service treated 12 people after the strike.", &[(Wounded, 12, false)]);
    counts("The mayor named the four victims as pupils of the school.", &[(Killed, 4, false)]);
    counts("Two men, named as Ali and Omar, were killed.", &[(Killed, 2, false)]);
    counts("Four of her cousins were held for questioning.", &[(Arrested, 4, false)]);
}

#[test]
fn those_found_after_a_report_are_missing_no_more() {
    counts("Two fishermen who had been reported missing were found alive.", &[(Rescued, 2, false)]);
    counts("Two fishermen had been reported missing.", &[(Missing, 2, false)]);
}

#[test]
fn those_who_spend_the_night_in_schools_have_lost_their_homes() {
    counts("After the quake 6,200 people spent the night in schools.", &[(Displaced, 6200, false)]);
    counts("Some 900 fans spent the night in hotels.", &[]);
}
