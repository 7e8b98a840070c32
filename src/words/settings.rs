//! The settings.

use crate::settings::{Theme, Undated};

/// Opens the settings, and their heading.
pub const SETTINGS: &str = "Settings";
/// Under the heading.
pub const NOTE: &str = "Kept in this browser, for this page only.";
/// Over the choice of colours.
pub const THEME: &str = "Colours";
/// The colours to choose from.
pub const THEMES: [(Theme, &str); 3] = [(Theme::System, "As the system"), (Theme::Light, "Light"), (Theme::Dark, "Dark")];
/// Over the choice of what undated articles mean.
pub const UNDATED: &str = "Articles without a date";
/// What they may mean.
pub const UNDATEDS: [(Undated, &str); 2] =
    [(Undated::Today, "Take today, and say so"), (Undated::Open, "Leave “last night” and the like open")];
/// Over the choice of the history.
pub const HISTORY: &str = "History";
/// Switches the history on.
pub const KEEP: &str = "Keep the articles that I have read in this browser";
/// Where the browser keeps no settings.
pub const NOT_KEPT: &str = "Your browser did not keep the setting; it holds until you close the page.";
