//! Packs the text tables of `data/` into the lexicon and the glossary that the engine embeds.

#[path = "../data/glossary/pack.rs"]
mod glossary;
#[path = "../data/pack.rs"]
mod pack;

use std::path::PathBuf;

fn main() {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let data = root.join("../data");
    println!("cargo::rerun-if-changed=../data/lexicon");
    println!("cargo::rerun-if-changed=../data/predicates");
    println!("cargo::rerun-if-changed=../data/pack.rs");
    println!("cargo::rerun-if-changed=../data/glossary");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it"));
    for (file, packed) in [("lexicon.bin", pack::pack(&data)), ("glossary.txt", glossary::pack(&data))] {
        match packed {
            Ok(blob) => std::fs::write(out.join(file), blob).expect("the build folder is writable"),
            Err(message) => println!("cargo::error={}", message.trim_end().replace('\n', "; ")),
        }
    }
}
