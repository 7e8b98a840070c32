//! The map: an SVG drawn from the scene, with legend, scale bar, globe and note. The list beside it says the same.

mod hands;
mod legend;
mod picture;

use crate::parts::names;
use factbox::map::atlas::Atlas;
use factbox::map::frame::{Frame, View};
use factbox::map::globe;
use factbox::map::scene::{Scene, Spot, scene};
use factbox::map::subject::{Area, Mark, Sign, Subject, Tone, toll};
use factbox::ordered::order_by;
use factbox::words::map as words;
use factbox_engine::Report;
use hands::Hands;
use leptos::html::{button, div, figcaption, figure, p};
use leptos::prelude::*;
use leptos::{ev, svg};
use std::sync::Arc;

/// Radius of the small globe, and how far its middle stands from the corner, pixels.
const GLOBE: f64 = 30.0;
const GLOBE_INSET: f64 = 38.0;

/// What the parts of one map share.
#[derive(Clone, Copy)]
struct Drawn {
    subject: StoredValue<Arc<Subject>>,
    frame: Memo<Option<Frame>>,
    scene: Memo<Option<Arc<Scene>>>,
}

/// The map of a report; none where nothing was hit or aimed at, or nothing of it can be located.
pub fn map(atlas: Arc<Atlas>, report: &Report) -> Option<AnyView> {
    let subject = Arc::new(Subject::of(report, |code| !atlas.find(code).is_empty())?);
    let size = RwSignal::new(None::<[f64; 2]>);
    let view = RwSignal::new(View::default());
    let (of, on) = (subject.clone(), atlas.clone());
    let frame = Memo::new(move |_| size.get().and_then(|size| Frame::around(&of, &on, size)));
    let (of, on) = (subject.clone(), atlas.clone());
    let drawing = Memo::new(move |_| {
        let scene = scene(&on, &of, &frame.get()?, view.get(), names::country, words::nearly);
        Some(Arc::new(scene))
    });
    let drawn = Drawn { subject: StoredValue::new(subject.clone()), frame, scene: drawing };
    let hands = Hands::new(frame, view);
    let disputed = move || drawing.with(|s| s.as_ref().is_some_and(|s| !s.disputed.is_empty()));
    let viewpoint = Memo::new(move |_| disputed());
    let caption = figcaption().child((
        legend::legend(subject.clone(), drawing),
        p().class("map-note").child((move || viewpoint.get().then_some(words::VIEWPOINT), " ", words::MADE_WITH)),
        picture::files(),
    ));
    let stage = div().class("map-stage").child((hands.take(size, canvas(drawn, &atlas)), buttons(hands)));
    Some(figure().class("map").child((stage, caption)).into_any())
}

fn buttons(hands: Hands) -> AnyView {
    let press = |label: &'static str, sign: &'static str, act: fn(Hands)| {
        button()
            .attr("type", "button")
            .attr("aria-label", label)
            .attr("title", label)
            .on(ev::click, move |_| act(hands))
            .child(sign)
    };
    div()
        .class("map-buttons")
        .child((
            press(words::ZOOM_IN, "+", |hands| hands.zoom_in()),
            press(words::ZOOM_OUT, "−", |hands| hands.zoom_out()),
            press(words::RESET, "⤢", |hands| hands.reset()),
        ))
        .into_any()
}

fn canvas(drawn: Drawn, atlas: &Arc<Atlas>) -> AnyView {
    let subject = drawn.subject.get_value();
    let of_scene = move |part: fn(&Scene) -> &String| move || drawn.scene.with(|s| s.as_ref().map(|s| part(s).clone()));
    let lines = |class: &'static str, part: fn(&Scene) -> &String| svg::path().attr("class", class).attr("d", of_scene(part));
    let areas: Vec<AnyView> = subject.areas.iter().enumerate().rev().map(|(i, a)| area(drawn, i, a)).collect();
    // Large discs lie at the bottom.
    let mut marks: Vec<(usize, &Mark)> = subject.marks.iter().enumerate().collect();
    order_by(&mut marks, |(_, m)| std::cmp::Reverse(toll(m.sign)));
    let marks: Vec<AnyView> = marks.into_iter().map(|(i, m)| mark(drawn, i, m)).collect();
    let view_box = move || drawn.frame.get().map(|f| format!("0 0 {} {}", f.size[0], f.size[1]));
    svg::svg()
        .attr("class", "map-picture")
        .attr("role", "img")
        .attr("aria-labelledby", "map-title map-desc")
        .attr("viewBox", view_box)
        .child((
            svg::title().attr("id", "map-title").child(words::NAME),
            svg::desc().attr("id", "map-desc").child(words::description(&subject, names::country)),
            svg::defs().child(hatch()),
            lines("map-land", |s| &s.land).attr("fill-rule", "evenodd"),
            svg::g().child(areas),
            lines("map-line region", |s| &s.regions),
            lines("map-line coast", |s| &s.coast),
            lines("map-line country", |s| &s.countries),
            lines("map-line disputed", |s| &s.disputed),
            svg::g().child(marks),
            svg::g().attr("class", "map-labels").child(labels(drawn)),
            inset(drawn, atlas.clone()),
            scale_bar(drawn),
        ))
        .into_any()
}

/// The pattern of what was aimed at: stripes.
fn hatch() -> AnyView {
    svg::pattern()
        .attr("id", "map-hatch")
        .attr("class", "map-hatch")
        .attr("width", "7")
        .attr("height", "7")
        .attr("patternUnits", "userSpaceOnUse")
        .attr("patternTransform", "rotate(45)")
        .child((svg::rect().attr("width", "7").attr("height", "7"), svg::path().attr("d", "M1.5 0V7")))
        .into_any()
}

/// The class of a tone, in the stylesheet and for the tests.
fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Hit => "hit",
        Tone::Targeted => "targeted",
        Tone::Background => "background",
        Tone::Context => "context",
    }
}

fn area(drawn: Drawn, index: usize, area: &Area) -> AnyView {
    let name = if area.is_country() { names::country(&area.code) } else { area.name.clone() };
    let nearly = if area.approximate { " approximate" } else { "" };
    // A pattern is named by an attribute: in a stylesheet its address would be the sheet's.
    let fill = (area.tone == Tone::Targeted).then_some("url(#map-hatch)");
    svg::path()
        .attr("class", format!("map-area {}{nearly}", tone_class(area.tone)))
        .attr("data-fact", area.keys.join(" "))
        .attr("data-region", area.code.clone())
        .attr("fill", fill)
        .attr("fill-rule", "evenodd")
        .attr("d", move || drawn.scene.with(|s| s.as_ref().map(|s| s.areas[index].clone())))
        .child(svg::title().child(words::area(area, &name)))
        .into_any()
}

fn mark(drawn: Drawn, index: usize, mark: &Mark) -> AnyView {
    let spot = Memo::new(move |_| drawn.scene.with(|s| s.as_ref().and_then(|s| s.marks[index])));
    svg::g()
        .attr("class", format!("map-mark {}", tone_class(mark.tone)))
        .attr("data-fact", mark.keys.join(" "))
        .attr("display", move || spot.get().is_none().then_some("none"))
        .attr("transform", move || spot.get().map(|s| format!("translate({:.1} {:.1})", s.at[0], s.at[1])))
        .child((svg::title().child(words::mark(mark)), sign(mark.sign, spot)))
        .into_any()
}

/// A sign around the origin.
fn sign(sign: Sign, spot: Memo<Option<Spot>>) -> AnyView {
    let disc = move |class: &'static str, radius: fn(Spot) -> f64| {
        svg::circle().attr("class", class).attr("r", move || spot.get().map(|s| format!("{:.1}", radius(s))))
    };
    match sign {
        Sign::Toll { killed, wounded } => {
            let (inner, outer) = (disc("killed", |s| s.radius), disc("wounded", |s| s.outer));
            // The smaller one lies on top.
            if killed > wounded { (inner, outer).into_any() } else { (outer, inner).into_any() }
        }
        Sign::Around { .. } => disc("around", |s| s.radius).into_any(),
        fixed => legend::fixed_sign(fixed),
    }
}

fn labels(drawn: Drawn) -> impl IntoView {
    move || {
        let keys_of = |mark: Option<usize>| drawn.subject.with_value(|s| mark.map(|i| s.marks[i].keys.join(" ")));
        let text = |label: &factbox::map::label::Label| {
            svg::text()
                .attr("class", if label.faint { "map-label faint" } else { "map-label" })
                .attr("x", format!("{:.1}", label.at[0]))
                .attr("y", format!("{:.1}", label.at[1]))
                .attr("data-fact", keys_of(label.of))
                .child(label.text.clone())
        };
        drawn.scene.with(|s| s.as_ref().map(|s| s.labels.iter().map(text).collect::<Vec<_>>()))
    }
}

fn scale_bar(drawn: Drawn) -> impl IntoView {
    move || {
        let bar = drawn.scene.with(|s| s.as_ref().and_then(|s| s.bar))?;
        let bottom = drawn.frame.get()?.size[1] - 10.0;
        let length = format!("M10 {}v5h{:.1}v-5", bottom - 5.0, bar.pixels);
        Some(svg::g().attr("class", "map-scale").child((
            svg::path().attr("d", length),
            svg::text().attr("x", format!("{:.1}", 16.0 + bar.pixels)).attr("y", bottom).child(words::length(bar)),
        )))
    }
}

/// The small globe; it stays as it is when the reader moves.
fn inset(drawn: Drawn, atlas: Arc<Atlas>) -> impl IntoView {
    move || {
        let frame = drawn.frame.get().filter(|f| !f.is_world())?;
        let [x, y] = frame.size.map(|length| length - GLOBE_INSET);
        let seen = frame.size[0].min(frame.size[1]) / 2.0 / frame.scale(View::default());
        Some(svg::g().attr("class", "map-globe").attr("transform", format!("translate({x:.1} {y:.1})")).child((
            svg::circle().attr("class", "sea").attr("r", GLOBE),
            svg::path().attr("class", "land").attr("d", globe::land(&atlas, frame.projection.middle(), GLOBE)),
            svg::circle().attr("class", "here").attr("r", format!("{:.1}", (seen * GLOBE).clamp(3.0, GLOBE))),
        )))
    }
}
