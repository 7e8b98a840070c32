//! Any text is read, and every span is verbatim.
#![no_main]

use factbox_engine::report::Span;
use factbox_engine::{Options, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut report = read(text, &Options::default());
    report.for_each_span(&mut |span: &mut Span| assert_eq!(text.get(span.start..span.end), Some(span.text.as_str())));
});
