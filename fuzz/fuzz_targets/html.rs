//! Any page that is pasted or opened gives a text or a refusal.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = factbox::intake::open("page.html", bytes);
});
