//! Every `.story` file of this folder is played. A new one needs no line here.

use crate::support::{repository, story::Story};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

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

/// `STORY=16 cargo test …` plays those with this in their name. All are played, and then those that failed are named.
#[test]
fn stories_come_true() {
    let only = std::env::var("STORY").unwrap_or_default();
    let names = |path: &std::path::PathBuf| path.file_stem().unwrap().to_string_lossy().contains(&only);
    let wanted: Vec<_> = stories().into_iter().filter(names).collect();
    assert!(!wanted.is_empty(), "no story was played");
    let next = AtomicUsize::new(0);
    let failed = Mutex::new(vec![]);
    // They wait for the disk half of the time.
    let players = std::thread::available_parallelism().map_or(1, usize::from) * 2;
    std::thread::scope(|scope| {
        for _ in 0..players {
            scope.spawn(|| {
                while let Some(path) = wanted.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let name = path.file_stem().unwrap().to_string_lossy().into_owned();
                    let script = std::fs::read_to_string(path).unwrap();
                    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                    let played = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                        runtime.block_on(Story::play(&name, &script));
                    }));
                    if played.is_err() {
                        failed.lock().unwrap().push(name);
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().unwrap();
    assert!(failed.is_empty(), "stories that did not come true: {}", failed.join(", "));
}

/// A story that gets a letter it did not ask for must fail: else the check at the end is no check.
#[test]
#[should_panic(expected = "letters left over")]
fn a_letter_left_over_fails_its_story() {
    let script = "policy no references\nclock 2 March 2027 09:00\ndo open sle spring-2027 from 1 March 2027 to 19 March 2027\nmail from Priya Nair <p.nair@hazelbank.example>\n form\npass\n";
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(Story::play("left-over", script));
}
