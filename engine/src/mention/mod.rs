//! Mentions: typed spans of tokens that carry a value.

pub mod time;
