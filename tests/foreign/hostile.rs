//! Files made to break readers, through the reader process with its limits.

use super::{corpus, files, name};
use crate::support::program;
use alliance_clerk::documents::RefusalKind;
use alliance_clerk::reader::{Reader, ReaderSetup};
use std::path::Path;
use std::time::{Duration, Instant};

/// What the child may take over one file, on a machine that does much else: far more than it needs, far less than for ever.
const LONGEST: Duration = Duration::from_secs(60);
/// What it may hold at its height, in KiB. Far below its limit of address space: no file here needs more.
const MOST_MEMORY: u64 = 256 * 1024;

/// The height of a process's memory in KiB; `None` when it is gone.
fn memory(process: Option<u32>) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", process?)).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn reader() -> Reader {
    // No LibreOffice: what it makes of hostile files is its own affair, in its own limits.
    Reader::new(ReaderSetup { program: program(), office: None })
}

/// How a file ended, in a word.
async fn outcome(reader: &mut Reader, file: &Path) -> String {
    let raw = std::fs::read(file).unwrap();
    if file.extension().is_some_and(|x| x == "eml") {
        return match reader.message(&raw).await {
            Ok(reading) => format!("read, {} attachments", reading.attachments.len()),
            Err(fault) => format!("fault: {fault}"),
        };
    }
    match reader.file(&raw).await.unwrap() {
        Ok(document) if document.problems.is_empty() => format!("read, {} blocks", document.size()),
        Ok(document) => format!("read in part, {} blocks", document.size()),
        Err(refusal) => format!("{:?}", refusal.kind),
    }
}

#[tokio::test]
async fn hostile_files_end_in_a_refusal_or_a_partial_reading_within_limits() {
    let Some(folder) = corpus("hostile") else { return };
    let mut reader = reader();
    let (mut slowest, mut largest, mut died) = (Duration::ZERO, 0, vec![]);
    for file in files(&folder).iter().filter(|file| !name(file).ends_with(".tsv")) {
        reader.rest();
        let before = Instant::now();
        let end = outcome(&mut reader, file).await;
        let took = before.elapsed();
        println!("{:<75} {end:<30} {took:?}", name(file));
        assert!(took < LONGEST, "{} took {took:?}", name(file));
        slowest = slowest.max(took);
        match memory(reader.process_id()) {
            Some(height) => {
                assert!(height < MOST_MEMORY, "{} took {height} KiB", name(file));
                largest = largest.max(height);
            }
            None => died.push(name(file).to_owned()),
        }
        // The next one is read as if nothing had happened.
        let next = reader.file(b"Dear clerk,\nmy form follows.\n").await.unwrap();
        assert!(next.is_ok(), "after {}: {next:?}", name(file));
        let refused = reader.file(b"%PDF-1.4, and no more").await.unwrap();
        assert_eq!(refused.unwrap_err().kind, RefusalKind::Damaged);
    }
    println!("slowest {slowest:?}, largest {largest} KiB, the reader died over {died:?}");
}
