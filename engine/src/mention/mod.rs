//! Mentions: typed spans that carry a value. The kinds do not read one another.

pub mod quantity;
pub mod time;
