//! Factbox: the parts that the page, the worker and the command line share.
//!
//! Everything here is plain Rust without a browser, so that `cargo test` reaches it. What needs a browser lives in the
//! two binaries `app` (the page) and `worker` (the engine behind it).

pub mod answer;
#[cfg(not(target_arch = "wasm32"))]
pub mod command;
pub mod export;
pub mod facts;
#[cfg(test)]
mod fixture;
pub mod history;
pub mod intake;
pub mod map;
pub mod markup;
pub mod order;
pub mod ordered;
pub mod passage;
pub mod quoted;
pub mod settings;
pub mod state;
pub mod wire;
pub mod words;
