//! Moves the map: keys, wheel, mouse, one and two fingers, buttons. The page still scrolls over a map that is not zoomed.

use factbox::map::frame::{Frame, View};
use factbox::words::map as words;
use leptos::html::{div, p};
use leptos::prelude::*;
use leptos::{ev, html};
use wasm_bindgen::JsCast;
use web_sys::{KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};

/// One step of a button or key.
const STEP: f64 = 1.6;
/// Pixels that an arrow key moves.
const STRIDE: f64 = 60.0;
/// Pixels that a pointer may move within a click.
const STILL: f64 = 4.0;
/// Nearness per pixel of a wheel.
const WHEEL: f64 = 0.0022;

/// What moves the view of one map.
#[derive(Clone, Copy)]
pub struct Hands {
    frame: Memo<Option<Frame>>,
    view: RwSignal<View>,
    /// Pointers that are down: number, position.
    down: StoredValue<Vec<(i32, [f64; 2])>>,
    /// The pointers have moved so far that what follows is no click.
    dragged: StoredValue<bool>,
    stage: NodeRef<html::Div>,
}

impl Hands {
    /// Hands that move `view` within `frame`.
    pub fn new(frame: Memo<Option<Frame>>, view: RwSignal<View>) -> Hands {
        Hands { frame, view, down: StoredValue::new(Vec::new()), dragged: StoredValue::new(false), stage: NodeRef::new() }
    }

    /// The element that is moved, around its picture; measures itself into `size`.
    pub fn take(self, size: RwSignal<Option<[f64; 2]>>, picture: AnyView) -> AnyView {
        let measure = move || {
            // By the next frame another answer may have taken the map's place.
            if let Some(stage) = self.stage.try_get_untracked().flatten() {
                let bounds = stage.get_bounding_client_rect();
                let measured = [bounds.width().round(), bounds.height().round()];
                if measured.iter().all(|length| *length > 40.0) && size.get_untracked() != Some(measured) {
                    size.set(Some(measured));
                }
            }
        };
        Effect::new(move |_| {
            if self.stage.get().is_some() {
                request_animation_frame(measure);
            }
        });
        let resized = window_event_listener(ev::resize, move |_| measure());
        on_cleanup(move || resized.remove());
        let zoomed = move || self.view.with(|v| v.zoom > 1.0);
        // Two fingers are the map's; the browser would scroll with them and take them away from it.
        let mut touches = ev::Custom::<web_sys::TouchEvent>::new("touchmove");
        touches.options_mut().set_passive(false);
        let hold = |event: web_sys::TouchEvent| {
            if event.touches().length() > 1 && event.cancelable() {
                event.prevent_default();
            }
        };
        div()
            .node_ref(self.stage)
            .on(touches, hold)
            .class("map-view")
            .class(("zoomed", zoomed))
            .attr("role", "group")
            .attr("tabindex", "0")
            .attr("aria-label", words::NAME)
            .attr("aria-describedby", "map-how")
            .on(ev::keydown, move |event| self.key(&event))
            .on(ev::wheel, move |event| self.wheel(&event))
            .on(ev::pointerdown, move |event| self.press(&event))
            .on(ev::pointermove, move |event| self.drag(&event))
            .on(ev::pointerup, move |event| self.lift(&event))
            .on(ev::pointercancel, move |event| self.lift(&event))
            .on(ev::pointerleave, move |event| self.lift(&event))
            .on(ev::click, move |event| self.click(&event))
            .child((picture, p().class("visually-hidden").attr("id", "map-how").child(words::HOW)))
            .into_any()
    }

    /// One step nearer.
    pub fn zoom_in(self) {
        self.zoom(STEP, None);
    }

    /// One step farther.
    pub fn zoom_out(self) {
        self.zoom(1.0 / STEP, None);
    }

    /// The extent as chosen.
    pub fn reset(self) {
        self.view.set(View::default());
    }

    fn zoom(self, factor: f64, fixed: Option<[f64; 2]>) {
        if let Some(frame) = self.frame.get_untracked() {
            self.view.update(|view| *view = frame.zoomed(*view, factor, fixed));
        }
    }

    fn shift(self, by: [f64; 2]) {
        if let Some(frame) = self.frame.get_untracked() {
            self.view.update(|view| *view = frame.moved(*view, by));
        }
    }

    fn key(self, event: &KeyboardEvent) {
        // The browser's own zoom keeps its keys.
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "+" | "=" => self.zoom_in(),
            "-" | "_" => self.zoom_out(),
            "0" => self.reset(),
            "ArrowLeft" => self.shift([STRIDE, 0.0]),
            "ArrowRight" => self.shift([-STRIDE, 0.0]),
            "ArrowUp" => self.shift([0.0, STRIDE]),
            "ArrowDown" => self.shift([0.0, -STRIDE]),
            _ => return,
        }
        event.prevent_default();
    }

    /// The wheel scrolls the page, unless the map was chosen before or Ctrl is held (as a trackpad's pinch does).
    fn wheel(self, event: &WheelEvent) {
        let Some(stage) = self.stage.get_untracked() else { return };
        let focused = document().active_element().is_some_and(|active| active == *stage.unchecked_ref());
        if !event.ctrl_key() && !focused {
            return;
        }
        event.prevent_default();
        let lines = if event.delta_mode() == WheelEvent::DOM_DELTA_LINE { 20.0 } else { 1.0 };
        let pinch = if event.ctrl_key() { 3.0 } else { 1.0 };
        let amount = (-event.delta_y() * lines * pinch * WHEEL).clamp(-0.7, 0.7);
        self.zoom(amount.exp(), self.position(event));
    }

    fn press(self, event: &PointerEvent) {
        let Some(at) = self.position(event) else { return };
        let first = self.down.with_value(Vec::is_empty);
        if first {
            self.dragged.set_value(false);
        }
        self.down.update_value(|down| down.push((event.pointer_id(), at)));
    }

    fn drag(self, event: &PointerEvent) {
        let Some(at) = self.position(event) else { return };
        let before = self.down.get_value();
        let Some(mine) = before.iter().position(|(id, _)| *id == event.pointer_id()) else { return };
        let [dx, dy] = [at[0] - before[mine].1[0], at[1] - before[mine].1[1]];
        let touch = event.pointer_type() == "touch";
        match &before[..] {
            // One finger on a map that is not zoomed scrolls the page.
            [_] if touch && self.view.with_untracked(|v| v.zoom <= 1.0) => return,
            [_] if !self.dragged.get_value() && dx.hypot(dy) < STILL => return,
            [_] => self.shift([dx, dy]),
            [a, b] => {
                let (mine, other) = if mine == 0 { (a.1, b.1) } else { (b.1, a.1) };
                let apart = |p: [f64; 2]| (p[0] - other[0]).hypot(p[1] - other[1]).max(20.0);
                self.zoom(apart(at) / apart(mine), Some([(at[0] + other[0]) / 2.0, (at[1] + other[1]) / 2.0]));
                self.shift([dx / 2.0, dy / 2.0]);
            }
            _ => return,
        }
        self.dragged.set_value(true);
        self.down.update_value(|down| down[mine].1 = at);
    }

    fn lift(self, event: &PointerEvent) {
        self.down.update_value(|down| down.retain(|(id, _)| *id != event.pointer_id()));
    }

    /// What ends a drag chooses nothing.
    fn click(self, event: &MouseEvent) {
        if self.dragged.get_value() {
            self.dragged.set_value(false);
            event.stop_propagation();
        }
    }

    /// Where on the map an event is, pixels.
    fn position(self, event: &MouseEvent) -> Option<[f64; 2]> {
        let bounds = self.stage.get_untracked()?.get_bounding_client_rect();
        Some([f64::from(event.client_x()) - bounds.left(), f64::from(event.client_y()) - bounds.top()])
    }
}
