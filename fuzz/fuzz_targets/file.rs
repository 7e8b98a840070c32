//! Any file that is opened gives a text or a refusal: the first byte chooses its name.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let name = ["a.docx", "a.eml", "a.md", "a.txt"][usize::from(*first) % 4];
    let _ = factbox::intake::open(name, rest);
});
