//! Bytes at random, and foreign files with bytes changed: nothing that meets a stranger's file may panic.

use super::{corpus, files};
use alliance_clerk::documents;
use alliance_clerk::understand::{automatic, mime, quotes};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::path::PathBuf;

/// Everything that a mail's bytes go through.
fn take_in(bytes: &[u8]) {
    let parsed = mime::parse(bytes);
    let _kind = automatic::of(&parsed.mail);
    let lines: Vec<&str> = parsed.mail.text.lines().collect();
    assert_eq!(quotes::parts(&lines).len(), lines.len());
    assert!(parsed.mail.report.is_none_or(|report| report.recipients.len() <= 50));
    let _read = documents::read(bytes);
}

/// A change to a file: bytes overwritten, cut out or doubled somewhere.
#[derive(Debug, Clone)]
struct Change {
    at: prop::sample::Index,
    length: usize,
    kind: u8,
    with: Vec<u8>,
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let change = (any::<prop::sample::Index>(), 0_usize..64, 0_u8..3, prop::collection::vec(any::<u8>(), 0..16))
        .prop_map(|(at, length, kind, with)| Change { at, length, kind, with });
    prop::collection::vec(change, 1..6)
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        let at = change.at.index(bytes.len() + 1);
        let end = (at + change.length).min(bytes.len());
        let taken: Vec<u8> = match change.kind {
            0 => bytes.splice(at..end, change.with.iter().copied()).collect(),
            1 => bytes.splice(at..end, []).collect(),
            _ => bytes[at..end].to_vec(),
        };
        if change.kind == 2 {
            bytes.splice(at..at, taken);
        }
    }
    bytes
}

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() })
}

#[test]
fn bytes_at_random_are_taken_in() {
    let bytes = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..2_000),
        "(From|To|Subject|Content-Type|Content-Transfer-Encoding|Action|Final-Recipient): [ -~]{0,80}\r\n(\r\n)?[ -~\r\n]{0,400}"
            .prop_map(String::into_bytes),
        "(On |Am |Le |> |-- |From: |<[a-z]@|wrote:|\n|[ -~]{0,20}){0,40}".prop_map(|text| {
            format!("From: a@b.example\r\n\r\n{text}").into_bytes()
        }),
    ];
    runner(300)
        .run(&bytes, |bytes| {
            take_in(&bytes);
            Ok(())
        })
        .unwrap();
}

#[test]
fn foreign_files_with_bytes_changed_are_taken_in() {
    let Some(folder) = corpus("") else { return };
    let small = |file: &PathBuf| std::fs::metadata(file).is_ok_and(|m| m.len() < 60_000);
    let kinds = ["bounces", "mime", "forms"];
    let all: Vec<PathBuf> = kinds.iter().flat_map(|kind| files(&folder.join(kind))).filter(small).collect();
    let cases = (prop::sample::select(all), changes());
    runner(250)
        .run(&cases, |(file, changes)| {
            take_in(&changed(std::fs::read(file).unwrap(), &changes));
            Ok(())
        })
        .unwrap();
}
