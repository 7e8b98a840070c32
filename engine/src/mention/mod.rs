//! Mentions: typed spans that carry a value.

pub mod place;
