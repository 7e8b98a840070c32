//! What the reader has set, kept in the browser.

use serde::{Deserialize, Serialize};

/// Everything that can be set. What a browser has kept from an older build lacks what is new, and reads as its default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// What becomes of relative dates where neither reader nor text gives a day of publication.
    pub undated: Undated,
    /// True where articles are kept in this browser.
    pub history: bool,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    #[allow(missing_docs)]
    Light,
    #[allow(missing_docs)]
    Dark,
}

/// What becomes of relative dates in a text without a day of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Undated {
    /// They are counted from today, which is said.
    #[default]
    Today,
    /// They stay open.
    Open,
}

impl Settings {
    /// The day that a text without one is taken to be of.
    pub fn assumed(&self, today: String) -> Option<String> {
        (self.undated == Undated::Today).then_some(today)
    }
}

/// A day, ISO 8601, from what a browser's date says; months count from 0.
pub fn iso_day(year: u32, month: u32, day: u32) -> String {
    format!("{year:04}-{:02}-{day:02}", month + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_older_build_kept_is_read() {
        let read = |kept: &str| serde_json::from_str::<Settings>(kept).unwrap();
        assert_eq!(read("{}"), Settings::default());
        assert_eq!(read(r#"{"theme":"dark","gone":1}"#), Settings { theme: Theme::Dark, ..Settings::default() });
    }

    #[test]
    fn nothing_is_kept_and_today_is_assumed_unless_set() {
        let settings = Settings::default();
        assert!(!settings.history);
        assert_eq!(settings.assumed("2026-01-02".into()).as_deref(), Some("2026-01-02"));
        assert_eq!(Settings { undated: Undated::Open, ..settings }.assumed("2026-01-02".into()), None);
    }
}
