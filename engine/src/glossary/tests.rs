//! What is named, and what is only part of another name.

use super::*;
use crate::lexicon;

/// "words of the text = term" for every term that is found.
fn named(source: &str) -> Vec<String> {
    let text = Text::new(None, source);
    let tagged = lexicon::tag(&text);
    let gazetteer = crate::gazetteer::built_in();
    let mentions = Mentions::find(&text, &tagged, None, Some(&gazetteer));
    find(&text, &tagged, &mentions).iter().map(|t| format!("{} = {}", text.words(&t.tokens), t.term)).collect()
}

fn terms(source: &str) -> Vec<String> {
    named(source).iter().map(|n| n.split(" = ").nth(1).unwrap_or("").to_string()).collect()
}

#[test]
fn three_terms_of_a_text_are_found_in_its_order() {
    let text = "Seven Shahed drones hit the oblast overnight. The UN called for a ceasefire.";
    assert_eq!(named(text), ["Shahed drones = Shahed", "oblast = oblast", "UN = United Nations", "ceasefire = ceasefire"]);
}

#[test]
fn each_term_has_one_mention_the_first() {
    assert_eq!(named("A cease-fire held. The ceasefire then broke."), ["cease-fire = ceasefire"]);
}

#[test]
fn the_longest_form_wins() {
    assert_eq!(terms("Both sides broke the Geneva Conventions, the court in Geneva heard."), ["Geneva Conventions"]);
    assert_eq!(terms("The UN Security Council met."), ["UN Security Council"]);
    assert_eq!(terms("A tactical nuclear weapon was shown."), ["tactical nuclear weapon"]);
}

#[test]
fn a_name_in_a_longer_name_is_none() {
    for text in [
        "Rain fell on Gaza City.",
        "She studied at the University of Gaza.",
        "He joined the Crimea Rowing Club.",
        "They met on New Hamas Street.",
        "The Kremlin Cup began.",
        "He reads the Ceasefire Gazette.",
        "The Lancet published a study.",
        "WHO IS TO BLAME FOR IT",
    ] {
        assert_eq!(terms(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn words_that_tell_whose_or_when_do_not_make_a_longer_name() {
    assert_eq!(terms("On Sunday Russian Iskander missiles fell."), ["Iskander"]);
    assert_eq!(terms("He spoke of Lebanese Hezbollah and of Russian-occupied Crimea."), ["Hezbollah", "Crimea"]);
    assert_eq!(terms("It was quiet in Crimea Monday."), ["Crimea"]);
    assert_eq!(terms("US Patriot batteries stood there."), ["Patriot air defence system"]);
}

#[test]
fn an_office_stands_before_a_name() {
    assert_eq!(terms("Talks with Prime Minister Alda Stone went on."), ["prime minister"]);
}

#[test]
fn plurals_hyphens_clitics_and_figures() {
    assert_eq!(terms("IDPs fled; ten internally displaced people stayed."), ["internally displaced person"]);
    assert_eq!(terms("Militias took six land mines."), ["militia", "landmine"]);
    assert_eq!(
        named("The Hamas-run office spoke of Israel’s David’s Sling."),
        ["Hamas-run = Hamas", "David’s Sling = David's Sling"]
    );
    assert_eq!(terms("A 6.2-magnitude earthquake shook the coast."), ["earthquake magnitude"]);
    assert_eq!(terms("The quake had a magnitude of 5.1."), ["earthquake magnitude"]);
    assert_eq!(terms("The magnitude of the loss is great."), Vec::<String>::new());
}

#[test]
fn capitals_of_a_form_must_stand_in_the_text() {
    assert_eq!(terms("The man who is there asked it of who was there."), Vec::<String>::new());
    assert_eq!(terms("A grad of the school slept on the west bank of the river."), Vec::<String>::new());
    assert_eq!(terms("Nato met; NATO will meet."), ["Nato"]);
    assert_eq!(terms("Ceasefire talks failed."), ["ceasefire"]);
}
