//! The map as a file, SVG or PNG: what is on the screen, with the styles that it takes from the page written into it.

use crate::offer;
use factbox::words::map as words;
use leptos::html::{button, div};
use leptos::prelude::*;
use leptos::{ev, logging};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlImageElement, Url, XmlSerializer};

/// Pixels of the PNG for each of the screen's.
const SHARPNESS: f64 = 2.0;
/// Height of the line below the map that names its makers, pixels.
const CREDIT: f64 = 18.0;
const SVG: &str = "http://www.w3.org/2000/svg";
/// What the stylesheet says of the parts of a map.
const STYLES: [&str; 17] = [
    "fill",
    "fill-opacity",
    "fill-rule",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-dasharray",
    "stroke-linejoin",
    "opacity",
    "paint-order",
    "font-family",
    "font-size",
    "font-weight",
    "letter-spacing",
    "text-anchor",
    "text-decoration",
    "display",
];

/// Buttons that keep the map as a file.
pub fn files() -> AnyView {
    let press = |label: &'static str, keep: fn() -> Result<(), JsValue>| {
        let pressed = move |_| {
            if let Err(error) = keep() {
                logging::warn!("Factbox: the map could not be kept: {error:?}");
            }
        };
        button().attr("type", "button").class("button small").on(ev::click, pressed).child(label)
    };
    div().class("map-files").child((press(words::KEEP_SVG, keep_svg), press(words::KEEP_PNG, keep_png))).into_any()
}

fn keep_svg() -> Result<(), JsValue> {
    let (markup, _) = drawing()?;
    offer::text("factbox-map.svg", "image/svg+xml", &markup)
}

fn keep_png() -> Result<(), JsValue> {
    let (markup, size) = drawing()?;
    spawn_local(async move {
        if let Err(error) = paint(&markup, size).await {
            logging::warn!("Factbox: the map could not be painted: {error:?}");
        }
    });
    Ok(())
}

async fn paint(markup: &str, size: [f64; 2]) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(&offer::wrap("image/svg+xml", markup)?)?;
    let picture = HtmlImageElement::new()?;
    picture.set_src(&address);
    let read = JsFuture::from(picture.decode()).await;
    Url::revoke_object_url(&address)?;
    read?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    let [width, height] = size.map(|length| length * SHARPNESS);
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or("no canvas")?.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(&picture, 0.0, 0.0, width, height)?;
    let keep = Closure::once_into_js(|blob: Option<Blob>| blob.map_or(Ok(()), |b| offer::blob("factbox-map.png", &b)));
    canvas.to_blob(keep.unchecked_ref())
}

/// The map as a document of its own, and its size in pixels.
fn drawing() -> Result<(String, [f64; 2]), JsValue> {
    let shown = document().query_selector(".map-picture")?.ok_or("no map")?;
    let bounds = shown.get_bounding_client_rect();
    let [width, height] = [bounds.width(), bounds.height()];
    let copy: Element = shown.clone_node_with_deep(true)?.unchecked_into();
    dress(&shown, &copy)?;
    let sea = shown.parent_element().map(|stage| style_of(&stage, "background-color")).transpose()?.unwrap_or_default();
    let size = [width, height + CREDIT];
    for (name, value) in [("xmlns", SVG.into()), ("viewBox", format!("0 0 {} {}", size[0], size[1]))] {
        copy.set_attribute(name, &value)?;
    }
    for (name, value) in ["width", "height"].iter().zip(size) {
        copy.set_attribute(name, &value.to_string())?;
    }
    let water = part("rect", &[("width", width.to_string()), ("height", size[1].to_string()), ("fill", sea)])?;
    copy.insert_before(&water, copy.first_child().as_ref())?;
    let ink = style_of(&shown, "color")?;
    let at = [("x", "6".to_string()), ("y", format!("{}", size[1] - 5.0)), ("fill", ink)];
    let credit = part("text", &[&at[..], &[("font-family", "sans-serif".into()), ("font-size", "10".into())]].concat())?;
    credit.set_text_content(Some(words::KEPT_BY));
    copy.append_child(&credit)?;
    Ok((XmlSerializer::new()?.serialize_to_string(&copy)?, size))
}

/// Writes the styles of `shown` and all within it into `copy`.
fn dress(shown: &Element, copy: &Element) -> Result<(), JsValue> {
    for style in STYLES {
        let value = style_of(shown, style)?;
        // A pattern's address would come back with the page's own before it.
        if !value.is_empty() && !value.contains("url(") {
            copy.set_attribute(style, &value)?;
        }
    }
    let (from, to) = (shown.children(), copy.children());
    for i in 0..from.length() {
        if let (Some(from), Some(to)) = (from.item(i), to.item(i)) {
            dress(&from, &to)?;
        }
    }
    Ok(())
}

fn style_of(element: &Element, name: &str) -> Result<String, JsValue> {
    window().get_computed_style(element)?.map_or(Ok(String::new()), |style| style.get_property_value(name))
}

fn part(name: &str, attributes: &[(&str, String)]) -> Result<Element, JsValue> {
    let part = document().create_element_ns(Some(SVG), name)?;
    for (name, value) in attributes {
        part.set_attribute(name, value)?;
    }
    Ok(part)
}
