//! Mail and forms that nobody on the team wrote, read from beside the repository: they are not ours to keep in it.
//!
//! The tables say what other programs or their authors expect. Where the clerk means to differ, a test says so by file,
//! with the reason; every other file must agree, so that an agreement once reached is not lost unseen.

mod bounces;
mod forms;
mod hostile;
mod mime;
mod mutated;
mod replies;

use crate::support::repository;
use std::path::{Path, PathBuf};

/// The collection, or a folder of it; `None`, and a word on why, where this machine does not have it.
fn corpus(name: &str) -> Option<PathBuf> {
    let folder = repository().join("../shared/foreign").join(name);
    if !folder.is_dir() {
        println!("skipped: the foreign collection is not at {}", folder.display());
        return None;
    }
    Some(folder)
}

/// The rows of a table, without its heading; `-` is nothing, and escapes are undone.
fn table(file: &Path) -> Vec<Vec<String>> {
    let undone = |cell: &str| match cell {
        "-" => String::new(),
        other => {
            let kept = other.replace("\\\\", "\u{0}").replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r");
            kept.replace('\u{0}', "\\")
        }
    };
    let text = std::fs::read_to_string(file).unwrap();
    text.lines().skip(1).map(|line| line.split('\t').map(undone).collect()).collect()
}

/// Every file beneath a folder, in order of name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut out = vec![];
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { out.extend(files(&path)) } else { out.push(path) }
    }
    out.sort();
    out
}

/// The last part of a path.
fn name(file: &Path) -> &str {
    file.file_name().and_then(|n| n.to_str()).unwrap()
}

/// Holds what was found against what the clerk means to differ in: no disagreement without a reason, no reason without
/// its disagreement.
fn assert_only(found: &[(String, String)], meant: &[(&str, &str)]) {
    let unmeant: Vec<_> = found.iter().filter(|(file, _)| meant.iter().all(|(known, _)| known != file)).collect();
    assert!(unmeant.is_empty(), "disagreements that nobody meant: {unmeant:#?}");
    let healed: Vec<_> = meant.iter().filter(|(known, _)| found.iter().all(|(file, _)| file != known)).collect();
    assert!(healed.is_empty(), "these agree now and need no reason any more: {healed:#?}");
}
