//! The findings: what draws a report, beside the page's own code, which is on the screen before it (see src/bridge.rs).
//! Everything that needs no browser is in the library.

#[cfg(target_arch = "wasm32")]
mod bridge;
#[cfg(target_arch = "wasm32")]
#[path = "../broken.rs"]
mod broken;
#[cfg(target_arch = "wasm32")]
mod dialog;
#[cfg(target_arch = "wasm32")]
#[path = "../fetched.rs"]
mod fetched;
#[cfg(target_arch = "wasm32")]
#[path = "../keys.rs"]
mod keys;
#[cfg(target_arch = "wasm32")]
#[path = "../offer.rs"]
mod offer;
#[cfg(target_arch = "wasm32")]
mod outlines;
#[cfg(target_arch = "wasm32")]
mod panels;
#[cfg(target_arch = "wasm32")]
mod parts;
#[cfg(target_arch = "wasm32")]
mod shelf;
#[cfg(target_arch = "wasm32")]
mod stage;

fn main() {
    #[cfg(target_arch = "wasm32")]
    stage::start();
}
