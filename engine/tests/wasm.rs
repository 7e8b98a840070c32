//! The engine says the same in Wasm as natively, and no input traps it.
//!
//! The native run writes its reports to the target folder; the Wasm run takes them in when it is compiled, so it comes second:
//!
//! ```text
//! cargo test -p factbox-engine --test wasm
//! CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
//!     cargo test -p factbox-engine --test wasm --target wasm32-unknown-unknown
//! ```

use factbox_engine::{Day, Options, read};

/// What a paste can hold, sensible or not; named for the message.
fn inputs() -> Vec<(&'static str, String)> {
    let article = "MARLOW, 3 March — At least four people were killed and \"about two dozen\" wounded when drones hit a bakery in Marlow \
                   overnight, the governor said.\n\nTwo of the dead were children. The toll since Monday stands at 1,204.\n";
    vec![
        ("nothing", String::new()),
        ("white space", " \t\r\n\u{a0}\u{2028}\u{feff}".into()),
        ("one word", "killed".into()),
        ("control characters", (0..32u8).map(char::from).collect()),
        ("marks that belong to nothing", "\u{301}\u{200d}\u{fe0f}\u{202e} killed \u{301}9\u{20e3}".into()),
        ("letters of four bytes", "👩‍👩‍👧‍👦 𝟗 people 𝓴𝓲𝓵𝓵𝓮𝓭 in 𐍈. 😀".into()),
        ("right to left", "قُتل ١٢ شخصًا في غارة. 12 were killed, she said: \"עשרות נפצעו\".".into()),
        (
            "figures beyond every integer",
            "99999999999999999999999 killed, 4294967296 wounded, 18446744073709551616 missing, 1e400 fled.".into(),
        ),
        ("quotation marks left open", "\"“‘«„ 'He said: \"They hit it ’ ” again.".into()),
        ("markup", "<p onclick=\"x\">19 &amp; 3 <b>killed</b></p><script>alert(1)</script>".into()),
        ("only stops", ".!?…".repeat(2_000)),
        ("one long word", "a".repeat(100_000)),
        ("line ends of all kinds", article.replace('\n', "\r\n") + &article.replace('\n', "\r")),
        ("an article", article.into()),
        ("a long article", article.repeat(200)),
    ]
}

/// One line of JSON for each input.
fn reports() -> String {
    let options = Options {
        published: Day::new(2026, 3, 4).ok(),
        title: Some("Drones hit a bakery in Marlow"),
        gazetteer: None,
        ..Options::default()
    };
    inputs().iter().map(|(_, text)| serde_json::to_string(&read(text, &options)).unwrap() + "\n").collect()
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn no_input_stops_the_reading() {
    let reports = reports();
    assert_eq!(reports.lines().count(), inputs().len());
    assert_eq!(reports, self::reports(), "the same input gave two reports");
    std::fs::write(concat!(env!("CARGO_TARGET_TMPDIR"), "/reports.jsonl"), reports).unwrap();
}

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen_test::wasm_bindgen_test]
fn wasm_says_what_native_says() {
    let native = include_str!(concat!(env!("CARGO_TARGET_TMPDIR"), "/../../tmp/reports.jsonl"));
    let wasm = reports();
    assert_eq!(native.lines().count(), inputs().len());
    for (((name, _), native), wasm) in inputs().iter().zip(native.lines()).zip(wasm.lines()) {
        assert_eq!(wasm, native, "{name}");
    }
}
