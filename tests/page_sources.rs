//! What the page's sources must not contain, so that pasted text can never become markup.

use factbox::words;
use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

#[test]
fn text_never_becomes_markup() {
    // `view!` turns static parts into innerHTML, which Trusted Types block; the builder functions never do.
    let banned = ["inner_html", "innerHTML", "set_outer_html", "insert_adjacent_html", "document_write", "view!", "eval("];
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    assert!(files.len() > 10, "the sources were found");
    for file in files {
        let text = fs::read_to_string(&file).expect("the file can be read");
        for word in banned {
            assert!(!text.contains(word), "{}: `{word}` is banned in the page", file.display());
        }
    }
}

#[test]
fn the_policy_comes_first_and_is_strict() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html")).expect("index.html can be read");
    let first = page.find("<meta").expect("there is a meta element");
    let policy = page[first..].split('>').next().expect("the element ends");
    assert!(policy.contains("Content-Security-Policy"), "the policy must be the first meta: what comes before it is free");
    for part in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "connect-src 'self'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types app-urls",
    ] {
        assert!(policy.contains(part), "the policy lost {part}");
    }
    for part in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "*"] {
        assert!(!policy.contains(part), "the policy allows {part}");
    }
    for said in [words::TAGLINE, words::PROMISE, words::WELCOME, words::WELCOME_MORE, words::BOX_LABEL, words::BOX_HINT] {
        assert!(page.contains(said), "index.html shows other words than the page: {said}");
    }
    assert!(!page.contains("style=\"") && !page.contains("onclick"), "inline styles and handlers break the policy");
}
