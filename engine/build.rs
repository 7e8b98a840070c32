//! Packs the text tables of `data/` into the lexicon that the engine embeds.

#[path = "../data/pack.rs"]
mod pack;

use std::path::PathBuf;

fn main() {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let data = root.join("../data");
    println!("cargo::rerun-if-changed=../data/lexicon");
    println!("cargo::rerun-if-changed=../data/predicates");
    println!("cargo::rerun-if-changed=../data/pack.rs");
    match pack::pack(&data) {
        Ok(blob) => {
            let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it"));
            std::fs::write(out.join("lexicon.bin"), blob).expect("the build folder is writable");
        }
        Err(message) => {
            println!("cargo::error={message}");
        }
    }
}
