//! What several tests share.

#![allow(dead_code, reason = "each test file uses its part")]

use factbox_engine::Report;
use std::path::{Path, PathBuf};

/// A report in which every field of the data contract stands with a value somewhere.
pub const MAXIMAL: &str = include_str!("maximal.json");

/// [`MAXIMAL`] as a report.
pub fn maximal() -> Report {
    serde_json::from_str(MAXIMAL).expect("the fixture is a report")
}

/// A file or folder of the project.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every file below `folder` whose name ends with `.extension`, in order of their paths; none where there is no folder.
pub fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
