//! The legend: only what this map shows, each with the sign that the map draws.

use super::tone_class;
use factbox::map::scene::Scene;
use factbox::map::subject::{Sign, Subject, Tone};
use factbox::words::map as words;
use leptos::html::{li, span, ul};
use leptos::prelude::*;
use leptos::svg;
use std::sync::Arc;

/// The signs and areas of a subject with their meaning; of the signs only those in sight.
pub fn legend(subject: Arc<Subject>, scene: Memo<Option<Arc<Scene>>>) -> AnyView {
    let seen = Memo::new(move |_| {
        scene.with(|s| s.as_ref().map(|s| s.marks.iter().map(Option::is_some).collect::<Vec<bool>>())).unwrap_or_default()
    });
    ul().class("map-legend").attr("aria-label", words::LEGEND).child(move || seen.with(|seen| rows(&subject, seen))).into_any()
}

fn rows(subject: &Subject, seen: &[bool]) -> Vec<AnyView> {
    let mut rows: Vec<AnyView> = Vec::new();
    for tone in [Tone::Hit, Tone::Targeted, Tone::Background] {
        if subject.areas.iter().any(|a| a.tone == tone) {
            rows.push(row(patch(tone, false), words::tone(tone)));
        }
    }
    if let Some(area) = subject.areas.iter().find(|a| a.approximate) {
        rows.push(row(patch(area.tone, true), words::APPROXIMATE_AREA));
    }
    let order: [fn(Sign) -> bool; 7] = [
        |s| matches!(s, Sign::Toll { .. }),
        |s| s == Sign::Ring,
        |s| s == Sign::Diamond,
        |s| matches!(s, Sign::Around { .. }),
        |s| s == Sign::Triangle,
        |s| s == Sign::Square,
        |s| s == Sign::Dot,
    ];
    for is_it in order {
        let mut marks = subject.marks.iter().zip(seen).filter(|(_, seen)| **seen);
        if let Some((mark, _)) = marks.find(|(m, _)| is_it(m.sign)) {
            let class = format!("map-mark {}", tone_class(mark.tone));
            let drawn = svg::g().attr("class", class).attr("transform", "translate(11 8)").child(sample(mark.sign));
            rows.push(row(drawn.into_any(), words::sign(mark.sign)));
        }
    }
    rows
}

fn row(drawn: AnyView, meaning: &'static str) -> AnyView {
    let picture = svg::svg().attr("viewBox", "0 0 22 16").attr("width", "22").attr("height", "16").attr("aria-hidden", "true");
    li().child((picture.child(drawn), span().child(meaning))).into_any()
}

fn patch(tone: Tone, approximate: bool) -> AnyView {
    let class = format!("map-area {}{}", tone_class(tone), if approximate { " approximate" } else { "" });
    let fill = (tone == Tone::Targeted).then_some("url(#map-hatch)");
    svg::path().attr("class", class).attr("fill", fill).attr("d", "M2 2H20V14H2Z").into_any()
}

fn sample(sign: Sign) -> AnyView {
    let disc = |class: &'static str, radius: &'static str| svg::circle().attr("class", class).attr("r", radius);
    match sign {
        Sign::Toll { .. } => (disc("wounded", "7"), disc("killed", "3.5")).into_any(),
        Sign::Around { .. } => disc("around", "7").into_any(),
        fixed => fixed_sign(fixed),
    }
}

/// A sign of fixed size around the origin.
pub fn fixed_sign(sign: Sign) -> AnyView {
    let path = |data: &'static str| svg::path().attr("class", "sign").attr("d", data).into_any();
    match sign {
        Sign::Diamond => path("M0-6.5L6 0L0 6.5L-6 0Z"),
        Sign::Triangle => path("M0-6L6 5H-6Z"),
        Sign::Square => path("M-4.5-4.5H4.5V4.5H-4.5Z"),
        Sign::Dot => svg::circle().attr("class", "dot").attr("r", "2.5").into_any(),
        _ => svg::circle().attr("class", "sign").attr("r", "5").into_any(),
    }
}
