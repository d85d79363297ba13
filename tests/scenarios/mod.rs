//! Every `.story` file of this folder is played. A new one needs no line here.

use crate::support::{repository, story::Story};

fn stories() -> Vec<std::path::PathBuf> {
    let folder = repository().join("tests/scenarios");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|x| x == "story"))
        .collect();
    files.sort();
    files
}

#[test]
fn stories_come_true() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let only = std::env::var("STORY").unwrap_or_default();
    let mut played = 0;
    for path in stories() {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if !name.contains(&only) {
            continue;
        }
        let script = std::fs::read_to_string(&path).unwrap();
        println!("story: {name}");
        runtime.block_on(Story::play(&name, &script));
        played += 1;
    }
    assert!(played > 0, "no story was played");
}

/// A story that gets a letter it did not ask for must fail: else the check at the end is no check.
#[test]
#[should_panic(expected = "letters left over")]
fn a_letter_left_over_fails_its_story() {
    let script = "policy no references\nclock 2 March 2027 09:00\ndo open sle spring-2027 from 1 March 2027 to 19 March 2027\nmail from Priya Nair <p.nair@hazelbank.example>\n form\npass\n";
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(Story::play("left-over", script));
}
