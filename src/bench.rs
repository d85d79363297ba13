//! Measures the clerk: mails with a form each, through the whole path, to letters queued. For `bench`, which is hidden from
//! users; the README's figures come from it.

use crate::app::DATABASE;
use crate::clock::{Clock, monotonic};
use crate::config::{Config, write_missing};
use crate::demo::sample_application;
use crate::inbox;
use crate::mailbox::folder::Folder;
use crate::reader::{Reader, ReaderSetup};
use crate::render::Renderer;
use crate::step::Office;
use crate::store::{GO_LIVE, Store};
use jiff::Timestamp;
use std::path::{Path, PathBuf};

/// What a run measured.
#[derive(Debug, Clone, Copy)]
pub struct Measured {
    pub mails: usize,
    pub already_stored: usize,
    pub seconds: f64,
    /// Processor time of the clerk and its reader together, in milliseconds a mail.
    pub cpu_ms: f64,
    /// Largest memory of the clerk and of its reader, in MiB.
    pub clerk_mib: f64,
    pub reader_mib: f64,
}

/// The moment at which the bench stands: inside the round that it opens.
const NOW: i64 = 1_804_669_200;

/// Takes in `mails` applications in an office that holds `stored` messages already.
///
/// # Errors
/// A sentence: whatever could not be used.
pub async fn run(mails: usize, stored: usize, program: PathBuf) -> Result<Measured, String> {
    let say = |e: &dyn std::fmt::Display| e.to_string();
    let folder = tempfile::tempdir_in(".").map_err(|e| say(&e))?;
    let root = folder.path();
    write_missing(root).map_err(|e| say(&e))?;
    Folder::create(&root.join("mail")).map_err(|e| say(&e))?;
    let config = Config::load(root).map_err(|e| say(&e))?;
    let store = Store::create(&root.join(DATABASE)).await.map_err(|e| say(&e))?;
    store.set_fact(GO_LIVE, "1970-01-01T00:00:00Z").await.map_err(|e| say(&e))?;
    let renderer = Renderer::new(&config).map_err(|e| say(&e))?;
    let office = Office { config: &config, renderer: &renderer, store: &store };
    let now = Timestamp::from_second(NOW).map_err(|e| say(&e))?;
    let clock = Clock::manual(now);
    let line = "open sle bench from 1 March 2027 to 19 March 2027";
    crate::step::command(&office, line, "bench", &clock).await.map_err(|e| say(&e))?.map_err(|e| say(&e))?;
    let mut reader = Reader::new(ReaderSetup { program, office: None });
    let mut maildir = Folder::new(root.join("mail"), "folder:mail", []);

    for batch in 0..stored.div_ceil(1_000) {
        for n in batch * 1_000..((batch + 1) * 1_000).min(stored) {
            put(root, n, &plain_mail(n))?;
        }
        inbox::take_in_folder(&store, &mut maildir, &clock).await.map_err(|e| say(&e))?;
        inbox::handle_waiting(&office, &mut reader, &clock).await.map_err(|e| say(&e))?;
    }
    for n in stored..stored + mails {
        put(root, n, &sample_application(&config, n, now)?)?;
    }
    let (cpu_before, _) = usage("self");
    let reader_before = reader.process_id().map_or(0.0, |id| usage(&id.to_string()).0);
    let start = monotonic();
    let taken = inbox::take_in_folder(&store, &mut maildir, &clock).await.map_err(|e| say(&e))?;
    inbox::handle_waiting(&office, &mut reader, &clock).await.map_err(|e| say(&e))?;
    let seconds = start.elapsed().as_secs_f64();
    let (cpu, clerk_mib) = usage("self");
    let (reader_cpu, reader_mib) = reader.process_id().map_or((0.0, 0.0), |id| usage(&id.to_string()));
    let queued = store.counts().await.map_err(|e| say(&e))?.queued;
    if taken != mails || usize::try_from(queued).unwrap_or(0) < mails {
        return Err(format!("{mails} mails were put there, {taken} taken in, and {queued} letters are queued"));
    }
    let cpu_ms = (cpu - cpu_before + reader_cpu - reader_before) * 1_000.0 / mails.max(1) as f64;
    store.close().await;
    Ok(Measured { mails, already_stored: stored, seconds, cpu_ms, clerk_mib, reader_mib })
}

fn put(root: &Path, n: usize, raw: &[u8]) -> Result<(), String> {
    let name = format!("{}.M{n}.bench", NOW - 60);
    std::fs::write(root.join("mail/new").join(name), raw).map_err(|e| e.to_string())
}

fn plain_mail(n: usize) -> Vec<u8> {
    format!(
        "From: someone{n}@school{n}.example\r\nTo: sle@harbour-alliance.example\r\nSubject: A matter {n}\r\nMessage-ID: <{n}@bench.example>\r\n\r\n{}",
        "Something that waits for a person, in a line or two of text.\r\n".repeat(12)
    )
    .into_bytes()
}

/// Processor seconds and peak memory (MiB) of a process, from /proc.
fn usage(process: &str) -> (f64, f64) {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks = |n: usize| after_name.split_whitespace().nth(n).and_then(|t| t.parse::<f64>().ok()).unwrap_or(0.0);
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok());
    // USER_HZ has been 100 on every Linux that this runs on.
    ((ticks(11) + ticks(12)) / 100.0, peak.unwrap_or(0.0) / 1024.0)
}
