use super::super::sample::report;
use crate::scope::Scope::{self, Background, Cumulative, Current};

fn scopes(text: &str) -> Vec<Scope> {
    report(text).casualties.counts.iter().map(|c| c.scope).collect()
}

#[test]
fn an_earlier_event_beside_the_news() {
    assert_eq!(
        scopes("A crash in Multan on Monday hurt nine people. It was the worst since a 2005 fire that killed 31 people."),
        [Current, Background]
    );
    assert_eq!(
        scopes("Four people were killed in Kherson. It came two weeks after gunmen stormed a bus. That raid left nine dead."),
        [Current, Background]
    );
    assert_eq!(
        scopes("A boat sank off Sfax on Monday, killing two men. In March a ferry broke up; six people died."),
        [Current, Background]
    );
}

#[test]
fn sums_over_a_period() {
    let news = "A shell killed two people in Kherson on Monday.";
    let then = |more: &str| scopes(&format!("{news} {more}"))[1..].to_vec();
    assert_eq!(then("The war has killed 40,000 people."), [Cumulative]);
    assert_eq!(then("Floods have killed 900 people in three years."), [Cumulative]);
    assert_eq!(then("The UN says 240 people were killed in the region last year."), [Cumulative]);
    assert_eq!(then("Between March and November 2025 the UN counted 412 people killed."), [Cumulative]);
}

#[test]
fn a_note_opens_with_its_day() {
    assert_eq!(
        scopes("On 4 May 2023, rebels clashed with the army near Multan. At least three soldiers were killed."),
        [Current]
    );
    assert_eq!(scopes("Gunmen stormed a post in Multan on 9 June 2021. Two guards died."), [Current]);
}

#[test]
fn what_is_no_sum() {
    assert_eq!(scopes("So far 12 people have been killed by the flood in Multan."), [Current]);
    assert_eq!(scopes("Nine people were killed in Kherson in a day."), [Current]);
    assert_eq!(scopes("Four miners have been trapped in Multan since Sunday."), [Current]);
    assert_eq!(scopes("Six people were killed in Kherson in the deadliest attack in two years."), [Current]);
}
