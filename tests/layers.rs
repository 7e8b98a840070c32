//! Who may import whom: text walks one way, the engine knows no browser, the page knows only the report.
//!
//! Read from the sources as text, so that a wrong arrow fails with its file and line.

mod common;
#[path = "common/source.rs"]
mod source;

use common::{files, project};
use source::{Named, paths, without_comments, without_comments_and_literals, without_tests};
use std::fs;
use std::path::{Path, PathBuf};

/// The stages of the engine in the order of the text's way; each may use those before it.
const STAGES: [&str; 9] = ["text", "lexicon", "gazetteer", "mention", "glossary", "frame", "event", "ledger", "assemble"];
/// Plain data that every stage may use, and what it may use itself.
const DATA: [(&str, &[&str]); 2] = [("scope", &[]), ("report", &["scope"])];
/// What the root of the engine re-exports, and the module it belongs to; `read` belongs to no stage.
const ROOT_NAMES: [(&str, &str); 5] = [
    ("Report", "report"),
    ("Day", "scope"),
    ("Options", "gazetteer"),
    ("Gazetteer", "gazetteer"),
    ("GazetteerError", "gazetteer"),
];
/// A stage whose files do not know one another.
const APART: &str = "mention";

/// What the engine never names: browser, clock, files, network, environment, chance.
const OUTSIDE: [&str; 16] = [
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "serde_wasm_bindgen",
    "leptos",
    "rand",
    "getrandom",
    "std::fs",
    "std::net",
    "std::time",
    "std::env",
    "std::process",
    "std::thread",
    "std::io",
    "core::time",
    "jiff::Zoned",
];
/// What the app may use of the engine.
const ENGINE_DOOR: [&str; 8] = ["read", "Options", "Report", "report", "scope", "Gazetteer", "GazetteerError", "Day"];
/// Parts of the app that are pure functions, so that the page can use them and tests reach them, and what they never name.
const PURE: [&str; 2] = ["src/export", "src/map"];
const NO_PURE_FUNCTION: [&str; 8] = ["clap", "rayon", "std::fs", "std::io", "std::env", "std::time", "web_sys", "leptos"];
/// Ways to write markup past the content security policy.
const MARKUP_SINKS: [&str; 4] = ["inner_html", "innerHTML", "outer_html", "insert_adjacent_html"];
/// The longest source file, in lines; aim at 400.
const LONGEST: usize = 500;

/// A source file: its path for messages, its text.
struct Source {
    name: String,
    text: String,
}

impl Source {
    /// Paths that the file names outside tests.
    fn paths(&self) -> Vec<Named> {
        paths(&without_tests(&without_comments_and_literals(&self.text)))
    }
}

/// The sources below a folder of the project; a folder without any would make every rule true.
fn sources(folder: &str) -> Vec<Source> {
    let found: Vec<_> = files(&project(folder), "rs")
        .into_iter()
        .map(|path| Source {
            name: path.strip_prefix(project("")).unwrap_or(&path).display().to_string(),
            text: fs::read_to_string(&path).unwrap(),
        })
        .collect();
    assert!(!found.is_empty(), "no sources in {folder}");
    found
}

fn assert_none(broken: Vec<String>) {
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

/// `mention/place.rs` is the module `mention::place`, `mention/mod.rs` is `mention`, `lib.rs` the root.
fn module_of(file: &Path) -> Vec<String> {
    let mut parts: Vec<String> = file.with_extension("").iter().map(|p| p.to_string_lossy().into_owned()).collect();
    if parts.last().is_some_and(|last| ["mod", "lib"].contains(&last.as_str())) {
        parts.pop();
    }
    parts
}

/// A path of module `from` as it reads from the root of its crate; none for another crate's.
fn from_root(from: &[String], path: &[String]) -> Option<Vec<String>> {
    let supers = path.iter().take_while(|s| *s == "super").count();
    let (base, rest) = match path[0].as_str() {
        "crate" => (&from[..0], &path[1..]),
        "self" => (from, &path[1..]),
        "super" => (&from[..from.len().saturating_sub(supers)], &path[supers..]),
        _ => return None,
    };
    Some([base, rest].concat())
}

/// Modules that a module may use, itself aside; none for a module that the tables do not know.
fn may_use(module: &str) -> Option<Vec<&'static str>> {
    if let Some((_, allowed)) = DATA.iter().find(|(name, _)| *name == module) {
        return Some(allowed.to_vec());
    }
    let rank = STAGES.iter().position(|s| *s == module)?;
    Some(DATA.iter().map(|(name, _)| *name).chain(STAGES[..rank].iter().copied()).collect())
}

/// The modules within [`APART`].
fn mentions() -> Vec<String> {
    let folder = project("engine/src").join(APART);
    let module = |file: &PathBuf| module_of(file.strip_prefix(&folder).unwrap()).first().cloned();
    files(&folder, "rs").iter().filter_map(module).collect()
}

/// Why module `from` may not name the path `target` (both from the root of the engine); none where it may.
fn forbidden(from: &[String], target: &[String], mentions: &[String]) -> Option<String> {
    let own = from.first()?.as_str();
    let allowed = may_use(own);
    let first = target.first()?.as_str();
    let module = ROOT_NAMES.iter().find(|(name, _)| *name == first).map_or(first, |(_, module)| module);
    if module != own {
        return match allowed {
            None => Some(format!("module `{own}` has no place in the order of stages: add it to the table of this test")),
            Some(allowed) if allowed.contains(&module) => None,
            Some(allowed) => Some(format!("`{own}` may use only {} and not `{module}`", allowed.join(", "))),
        };
    }
    let (here, there) = (from.get(1)?, target.get(1)?);
    let apart = own == APART && here != there && mentions.contains(there);
    apart.then(|| format!("{APART}::{here} may not know {APART}::{there}"))
}

#[test]
fn stages_use_only_earlier_stages() {
    let mut broken = Vec::new();
    let mentions = mentions();
    for source in sources("engine/src") {
        let module = module_of(Path::new(&source.name).strip_prefix("engine/src").unwrap());
        if let Some(own) = module.first().filter(|own| may_use(own).is_none()) {
            broken.push(format!(
                "{}:1: module `{own}` has no place in the order of stages: add it to the table of this test",
                source.name
            ));
            continue;
        }
        for named in source.paths() {
            let why = from_root(&module, &named.segments).and_then(|target| forbidden(&module, &target, &mentions));
            broken.extend(why.map(|why| format!("{}:{}: {why}", source.name, named.line)));
        }
    }
    assert_none(broken);
}

#[test]
fn the_engine_knows_no_world_outside() {
    let mut broken = Vec::new();
    for source in sources("engine/src") {
        for named in source.paths() {
            let path = named.segments.join("::") + "::";
            for outside in OUTSIDE.iter().filter(|o| path.starts_with(&format!("{o}::"))) {
                broken.push(format!("{}:{}: the engine may not name {outside}", source.name, named.line));
            }
        }
    }
    let manifest = fs::read_to_string(project("engine/Cargo.toml")).unwrap();
    let manifest: toml::Table = manifest.parse().unwrap();
    for name in manifest["dependencies"].as_table().unwrap().keys() {
        if OUTSIDE.contains(&name.replace('-', "_").as_str()) {
            broken.push(format!("engine/Cargo.toml: the engine may not depend on {name}"));
        }
    }
    assert_none(broken);
}

#[test]
fn the_app_knows_the_engine_only_by_its_door() {
    let mut broken = Vec::new();
    for source in sources("src") {
        for named in paths(&without_comments_and_literals(&source.text)) {
            if named.segments[0] == "factbox_engine" && !ENGINE_DOOR.contains(&named.segments[1].as_str()) {
                broken.push(format!(
                    "{}:{}: factbox_engine::{} is no part of the engine's door ({})",
                    source.name,
                    named.line,
                    named.segments[1],
                    ENGINE_DOOR.join(", ")
                ));
            }
        }
    }
    assert_none(broken);
}

#[test]
fn exports_and_the_map_are_pure_functions() {
    let mut broken = Vec::new();
    for source in PURE.into_iter().flat_map(sources) {
        for named in source.paths() {
            let path = named.segments.join("::") + "::";
            for impure in NO_PURE_FUNCTION.iter().filter(|o| path.starts_with(&format!("{o}::"))) {
                broken.push(format!(
                    "{}:{}: {impure} may not be named here; the page and the tests use this without it",
                    source.name, named.line
                ));
            }
        }
    }
    assert_none(broken);
}

#[test]
fn no_markup_is_written_past_the_policy() {
    let mut broken = Vec::new();
    for source in sources("src") {
        for (number, line) in without_comments(&source.text).lines().enumerate() {
            for sink in MARKUP_SINKS.iter().filter(|sink| line.contains(*sink)) {
                broken.push(format!("{}:{}: {sink} is banned; build elements instead", source.name, number + 1));
            }
        }
    }
    assert_none(broken);
}

#[test]
fn no_file_is_too_long() {
    let all = ["engine/src", "src"].into_iter().flat_map(sources);
    let long = all.map(|s| (s.name, s.text.lines().count())).filter(|(_, lines)| *lines > LONGEST);
    assert_none(
        long.map(|(name, lines)| format!("{name}: {lines} lines; {LONGEST} at most, split it by what it holds")).collect(),
    );
}

/// The rules themselves, on made-up sources: a check that sees nothing would pass everything.
mod the_rules_see {
    use super::*;

    fn words(path: &str) -> Vec<String> {
        path.split("::").map(str::to_string).collect()
    }

    fn named(code: &str) -> Vec<String> {
        paths(code).into_iter().map(|n| format!("{} {}", n.line, n.segments.join("::"))).collect()
    }

    #[test]
    fn paths_in_groups_and_in_code() {
        let code = "use crate::{frame, event::{Event, self as e},\n text::*};\nlet x: super::super::ledger::Row = std::fs::read::<u8>(a.b);";
        let expected = [
            "1 crate::frame",
            "1 crate::event::Event",
            "1 crate::event::self",
            "2 crate::text::*",
            "3 super::super::ledger::Row",
            "3 std::fs::read",
        ];
        assert_eq!(named(code), expected);
    }

    #[test]
    fn code_and_not_words() {
        let code = "// a::b\n/* c::d */ \"e::f \\\" g::h\" r#\"i::j\"# 'x' '\\'' b\"k::l\" <'a> m::n 'ö' o::p\n#[cfg(test)]\nmod tests { fn f() { q::r } }\ns::t";
        assert_eq!(named(&without_tests(&without_comments_and_literals(code))), ["2 m::n", "2 o::p", "5 s::t"]);
        assert!(without_comments("// inner_html\n\"inner_html\"").contains("inner_html"));
        assert!(!without_comments("// inner_html\n").contains("inner_html"));
    }

    #[test]
    fn arrows_that_go_back() {
        for (from, path, allowed) in [
            ("mention::place", "crate::text::Token", true),
            ("mention::place", "crate::report::Amount", true),
            ("mention::place", "crate::frame::Frame", false),
            ("mention::place", "super::super::ledger::Row", false),
            ("mention::place", "super::Mention", true),
            ("mention::place", "super::time::Timex", false),
            ("mention::place", "crate::mention::time::Timex", false),
            ("mention::time::words", "super::calendar::Feast", true),
            ("mention", "self::time::Timex", true),
            ("text::token", "crate::report::Span", true),
            ("text::token", "crate::lexicon::Tags", false),
            ("text::token", "crate::Gazetteer", false),
            ("text::token", "super::sentence::Sentence", true),
            ("report::place", "crate::scope::Scope", true),
            ("report::place", "crate::text::Token", false),
            ("assemble", "crate::ledger::Row", true),
            ("ledger", "crate::read", false),
            ("gossip", "crate::text::Token", false),
        ] {
            let target = from_root(&words(from), &words(path)).unwrap();
            assert_eq!(forbidden(&words(from), &target, &words("place::time")).is_none(), allowed, "{from} naming {path}");
        }
    }
}
