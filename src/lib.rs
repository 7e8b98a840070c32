//! Factbox: the parts that the page, the worker and the command line share.

#[cfg(not(target_arch = "wasm32"))]
pub mod command;
pub mod export;
