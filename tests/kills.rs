//! The daemon, killed at random instants (SIGKILL) while mail arrives and letters are taken away: every mail is recorded
//! once, every letter leaves once.
//!
//! `CLERK_KILLS` sets how often (300 by default; `scripts/soak` does many more), `CLERK_SEED` repeats a run.

use crate::support::letters;
use crate::support::mails::{self, Mail};
use crate::support::program;
use alliance_clerk::app::DATABASE;
use alliance_clerk::config::Config;
use alliance_clerk::mailbox::folder::Folder;
use alliance_clerk::store::Store;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A small generator of our own, so that a run can be repeated from its seed.
struct Dice(u64);

impl Dice {
    fn new() -> Self {
        let seed = std::env::var("CLERK_SEED").ok().and_then(|s| s.parse().ok());
        let seed = seed.unwrap_or_else(|| Timestamp::now().as_nanosecond() as u64);
        println!("CLERK_SEED={seed}");
        Self(seed | 1)
    }

    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

fn kills() -> u32 {
    std::env::var("CLERK_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(300)
}

/// Letters that answer no mail.
const UNASKED: [&str; 3] = ["coordinator-note", "reference-request", "digest"];

struct Place {
    folder: tempfile::TempDir,
    form: Vec<u8>,
    sent: u32,
    stamp: i64,
    /// Letters that somebody took out of the outgoing folder, by Message-ID.
    taken: BTreeMap<String, u32>,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        assert!(Command::new(program()).arg("init").arg(root).stdout(Stdio::null()).status().unwrap().success());
        // More answers to one address than a day's cap: the cap is not what is tested here.
        let config = root.join("config/clerk.toml");
        let text = std::fs::read_to_string(&config).unwrap();
        std::fs::write(&config, text.replace("letters_per_hour = 1000", "letters_per_hour = 1000000")).unwrap();
        let today = Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
        let later = today.checked_add(jiff::Span::new().days(20)).unwrap();
        let open = format!("open sle kills from {today} to {later}");
        let opened = Command::new(program()).arg("--config").arg(root).args(["do", &open]).output().unwrap();
        assert!(opened.status.success(), "{}", String::from_utf8_lossy(&opened.stderr));
        let answers = mails::complete_answers("Priya Nair", "p.nair@hazelbank.example");
        let form = mails::filled_form(&Config::load(root).unwrap(), "sle", &answers);
        let stamp = Timestamp::now().as_second() - 3_600;
        Self { folder, form, sent: 0, stamp, taken: BTreeMap::new() }
    }

    fn root(&self) -> &Path {
        self.folder.path()
    }

    /// A mail arrives, as a delivery agent puts it there. Every third carries a form.
    fn mail(&mut self) {
        self.sent += 1;
        let n = self.sent;
        let from = format!("teacher{n}@school{n}.example");
        let mut mail = Mail {
            from: from.clone(),
            to: "sle@harbour-alliance.example".to_owned(),
            subject: format!("SLE application {n}"),
            message_id: format!("{n}@kills.example"),
            body: "Hello, how do I apply to become an SLE?".to_owned(),
            ..Mail::default()
        };
        if n.is_multiple_of(3) {
            mail.body = "Please find my application attached.".to_owned();
            mail.attachments = vec![("application.docx".to_owned(), mails::DOCX.to_owned(), self.form.clone())];
        }
        let name = format!("{}.M{n}.kills", self.stamp + i64::from(n));
        let tmp = self.root().join("mail/tmp").join(&name);
        std::fs::write(&tmp, mail.bytes()).unwrap();
        std::fs::rename(&tmp, self.root().join("mail/new").join(&name)).unwrap();
    }

    /// Somebody takes letters out of the outgoing folder, as a mail program does.
    fn take_letters(&mut self) {
        for entry in std::fs::read_dir(self.root().join("outgoing/new")).unwrap() {
            let path = entry.unwrap().path();
            let letter = letters::parse(0, &std::fs::read(&path).unwrap());
            *self.taken.entry(letter.header("Message-ID").to_owned()).or_default() += 1;
            std::fs::remove_file(&path).unwrap();
        }
    }

    fn daemon(&self) -> Command {
        let mut command = Command::new(program());
        command.arg("--config").arg(self.root()).arg("run");
        command
    }

    /// Starts it, lets it work for a moment, kills it. Returns whether it was still alive to be killed.
    fn kill_once(&mut self, mut command: Command, dice: &mut Dice) -> bool {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        for _ in 0..dice.below(4) {
            self.mail();
        }
        // Mostly while it starts, takes in and reads; sometimes after it has worked for a while.
        let longest = if dice.below(3) == 0 { 600_000 } else { 110_000 };
        std::thread::sleep(Duration::from_micros(dice.below(longest)));
        if dice.below(3) == 0 {
            self.take_letters();
        }
        let alive = child.try_wait().unwrap().is_none();
        child.kill().unwrap();
        child.wait().unwrap();
        alive
    }

    fn once(&self) -> Duration {
        let start = Instant::now();
        let done = Command::new(program()).arg("--config").arg(self.root()).arg("once").output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        start.elapsed()
    }

    /// What went wrong: mails that were lost or recorded twice, letters that left twice or never.
    fn wrong(&mut self) -> Vec<String> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        self.take_letters();
        let mut wrong = vec![];
        runtime.block_on(async {
            let store = Store::open(&self.root().join(DATABASE)).await.unwrap();
            let messages = store.list_messages("").await.unwrap();
            let handled = messages.iter().filter(|m| m.state == "handled").count();
            if messages.len() != self.sent as usize || handled != messages.len() {
                wrong.push(format!("{} mails sent, {} recorded, {handled} handled", self.sent, messages.len()));
            }
            for m in messages.iter().filter(|m| m.state != "handled") {
                wrong.push(format!("message {} is {}: {}", m.number, m.state, m.last_error));
            }
            let outbox = store.list_letters("").await.unwrap();
            let answers = outbox.iter().filter(|l| !UNASKED.contains(&l.letter.as_str())).count();
            if answers != self.sent as usize {
                wrong.push(format!("{} mails sent, {answers} answers decided", self.sent));
            }
            for letter in &outbox {
                let left = self.taken.get(&format!("<{}>", letter.message_id)).copied().unwrap_or(0);
                if left != 1 || letter.state != "accepted" {
                    wrong.push(format!(
                        "letter {} ({}) left {left} times, and is {}",
                        letter.id, letter.letter, letter.state
                    ));
                }
            }
            if self.taken.len() != outbox.len() {
                wrong.push(format!("{} letters left, {} are recorded", self.taken.len(), outbox.len()));
            }
            let (_, integrity) = store.health().await.unwrap();
            if integrity != "ok" {
                wrong.push(format!("integrity_check: {integrity}"));
            }
            if store.verify_audit().await.unwrap().is_err() {
                wrong.push("the audit chain is broken".to_owned());
            }
        });
        wrong
    }
}

#[test]
fn killed_at_any_instant_nothing_is_lost_and_nothing_leaves_twice() {
    let mut dice = Dice::new();
    let mut place = Place::new();
    let mut killed = 0;
    while killed < kills() {
        let daemon = place.daemon();
        killed += u32::from(place.kill_once(daemon, &mut dice));
    }
    // What had piled up is worked off; then one more kill, after which the start itself is timed.
    place.once();
    place.mail();
    let daemon = place.daemon();
    place.kill_once(daemon, &mut dice);
    let restart = place.once();
    let wrong = place.wrong();
    assert!(wrong.is_empty(), "after {killed} kills and {} mails:\n{}", place.sent, wrong.join("\n"));
    // Told, not asserted: how long a start takes is the machine's affair too.
    println!(
        "{killed} kills, {} mails, {} letters; the last start and pass took {restart:?}",
        place.sent,
        place.taken.len()
    );
}

/// The control: a daemon that notes a file as seen before it has stored its bytes, killed in the same way, loses mail. If
/// this run found nothing wrong, the test above would be no test.
#[test]
fn the_same_kills_find_a_daemon_that_notes_before_it_stores() {
    let mut dice = Dice::new();
    let mut place = Place::new();
    // How soon a kill falls into the gap is chance, and depends on the machine: as many rounds as it takes.
    for round in 1..=20 {
        for _ in 0..30 {
            let mut sabotaged = Command::new(std::env::current_exe().unwrap());
            sabotaged.args(["--exact", "kills::sabotaged"]).env("CLERK_SABOTAGED", place.root());
            place.kill_once(sabotaged, &mut dice);
        }
        place.once();
        if !place.wrong().is_empty() {
            println!("a loss was noticed in round {round}, after {} mails", place.sent);
            return;
        }
    }
    panic!("{} mails and no loss was noticed", place.sent);
}

/// Not a test but the daemon of the control, which starts and kills it; by itself it does nothing.
#[test]
fn sabotaged() {
    let Some(root) = std::env::var_os("CLERK_SABOTAGED").map(PathBuf::from) else { return };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = Store::open(&root.join(DATABASE)).await.unwrap();
        let name = "folder:mail";
        loop {
            let seen = store.names_seen(name).await.unwrap();
            let mut folder = Folder::new(root.join("mail"), name, seen);
            for found in folder.survey(Timestamp::now()).unwrap() {
                store.note_absent(&folder.place(&found), true, Timestamp::now()).await.unwrap();
                // Here the bytes are nowhere, for as long as a busy disk takes.
                tokio::time::sleep(Duration::from_millis(2)).await;
                let fetched = folder.fetch(&found).unwrap();
                store.take_in(&[fetched], Timestamp::now()).await.unwrap();
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    });
}
