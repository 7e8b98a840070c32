//! The map of a report: outlines, extent, projection, paths and labels as plain data, without a browser.
//!
//! [`subject`] takes from a report what is to be shown, [`atlas`] holds the outlines of the world, [`frame`] chooses
//! projection and extent, [`scene`] turns all that into paths and labels for one view. The panel only draws the scene.

pub mod atlas;
pub mod frame;
pub mod globe;
pub mod label;
pub mod path;
pub mod projection;
pub mod scale;
pub mod scene;
pub mod sphere;
pub mod subject;
