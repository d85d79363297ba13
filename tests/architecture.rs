//! The order of the rooms: lower rooms know nothing of higher ones.

use crate::support::repository;
use std::collections::BTreeMap;
use std::path::Path;

/// From the bottom up. A room may use those before it, and itself.
const ORDER: [&str; 31] = [
    "clock",
    "domain",
    "einvoice",
    "documents",
    "understand",
    "calendar",
    "sheets",
    "forms",
    "config",
    "billing",
    "login",
    "reader",
    "letters",
    "booklet",
    "render",
    "decision",
    "incoming",
    "jobs",
    "commands",
    "mailbox",
    "store",
    "step",
    "schedule",
    "inbox",
    "deliver",
    "health",
    "app",
    "demo",
    "bench",
    "cli",
    "main",
];

fn files(folder: &Path, out: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, out);
        } else if path.extension().is_some_and(|x| x == "rs") {
            out.push(path);
        }
    }
}

#[test]
fn lower_rooms_know_nothing_of_higher_ones() {
    let source = repository().join("src");
    let mut all = vec![];
    files(&source, &mut all);
    let place: BTreeMap<&str, usize> = ORDER.iter().enumerate().map(|(i, room)| (*room, i)).collect();
    let mut wrong = vec![];
    for file in all {
        let relative = file.strip_prefix(&source).unwrap();
        let room =
            relative.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned();
        if room == "lib" {
            continue;
        }
        let own = *place.get(room.as_str()).unwrap_or_else(|| panic!("the room `{room}` has no place in the order"));
        let text = std::fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for used in line.match_indices("crate::").map(|(at, _)| &line[at + 7..]) {
                let other: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                if place.get(other.as_str()).is_some_and(|place| *place > own) {
                    wrong.push(format!("{}: {}", relative.display(), line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "higher rooms are used from lower ones:\n{}", wrong.join("\n"));
}

#[test]
fn sql_stays_in_the_store() {
    let source = repository().join("src");
    let mut all = vec![];
    files(&source, &mut all);
    for file in all.iter().filter(|f| !f.starts_with(source.join("store"))) {
        let text = std::fs::read_to_string(file).unwrap();
        for word in ["SELECT ", "INSERT INTO", "UPDATE ", "DELETE FROM", "sqlx::query"] {
            let found = text.lines().find(|line| line.contains(word) && !line.trim_start().starts_with("//"));
            assert!(found.is_none(), "{}: {found:?}", file.display());
        }
    }
}
