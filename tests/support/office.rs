//! An alliance's office in a temporary folder, with the real clerk at work in it and a clock that the test sets.

use super::letters::{self, Letter};
use super::{mails, program};
use alliance_clerk::app::{App, DATABASE};
use alliance_clerk::clock::Clock;
use alliance_clerk::config::{Config, write_missing};
use alliance_clerk::decision::Decision;
use alliance_clerk::domain::EmailAddress;
use alliance_clerk::domain::application::State;
use alliance_clerk::domain::change::Change;
use alliance_clerk::domain::civil::Zone;
use alliance_clerk::domain::register::School;
use alliance_clerk::mailbox::folder::Folder;
use alliance_clerk::step::{self, Answer, Cause, Office as StepOffice};
use alliance_clerk::store::{GO_LIVE, Store};
use jiff::Timestamp;
use jiff::civil::DateTime;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

pub struct Office {
    pub folder: TempDir,
    pub app: App,
    mails: u32,
    /// Letters that the test has asked for.
    pub seen: Vec<i64>,
}

/// The clerk's own address in the shipped configuration.
pub const CLERK: &str = "sle@harbour-alliance.example";

impl Office {
    /// An office whose configuration is changed before it opens.
    pub async fn with(change: impl FnOnce(&Path)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        write_missing(folder.path()).unwrap();
        change(folder.path());
        Self::opened(folder, program(), Timestamp::UNIX_EPOCH).await
    }

    /// As [`with`](Self::with), in memory where the machine has such a folder: for years of passes.
    pub async fn in_memory(change: impl FnOnce(&Path)) -> Self {
        let shm = Path::new("/dev/shm");
        let folder = if shm.is_dir() { tempfile::tempdir_in(shm) } else { tempfile::tempdir() }.unwrap();
        write_missing(folder.path()).unwrap();
        change(folder.path());
        Self::opened(folder, program(), Timestamp::UNIX_EPOCH).await
    }

    /// An office with another program for its reader process.
    pub async fn read_by(program: PathBuf) -> Self {
        let folder = tempfile::tempdir().unwrap();
        write_missing(folder.path()).unwrap();
        Self::opened(folder, program, Timestamp::UNIX_EPOCH).await
    }

    /// The clerk ends, and another one begins where it left off.
    pub async fn reopened(self, program: PathBuf) -> Self {
        let Self { folder, app, .. } = self;
        let now = app.clock.now();
        drop(app);
        Self::opened(folder, program, now).await
    }

    async fn opened(folder: TempDir, program: PathBuf, now: Timestamp) -> Self {
        let root = folder.path();
        let config = Config::load(root).unwrap_or_else(|e| panic!("{e}"));
        Folder::create(&root.join("mail")).unwrap();
        Folder::create(&root.join("outgoing")).unwrap();
        let store = Store::create(&root.join(DATABASE)).await.unwrap();
        if store.fact(GO_LIVE).await.unwrap().is_none() {
            store.set_fact(GO_LIVE, "1970-01-01T00:00:00Z").await.unwrap();
        }
        let app = App::new(config, store, Clock::manual(now), program).await.unwrap();
        Self { folder, app, mails: 0, seen: vec![] }
    }

    /// Sets the clock to a moment on London's wall.
    pub fn at(&self, moment: DateTime) {
        let instant = instant(moment);
        assert!(instant >= self.app.clock.now(), "a story does not go back in time: {moment}");
        self.app.clock.set(instant);
    }

    /// Puts a mail into the mailbox with the server's stamp. Returns its Message-ID.
    pub fn receive(&mut self, mut mail: mails::Mail, received_at: Timestamp) -> String {
        self.mails += 1;
        if mail.message_id.is_empty() {
            mail.message_id = format!("mail-{}@story.example", self.mails);
        }
        if mail.to.is_empty() {
            mail.to = CLERK.to_owned();
        }
        self.receive_raw(&mail.bytes(), received_at);
        mail.message_id
    }

    pub fn receive_raw(&mut self, raw: &[u8], received_at: Timestamp) {
        self.mails += 1;
        let name = format!("{}.M{}.story", received_at.as_second(), self.mails);
        std::fs::write(self.folder.path().join("mail/new").join(name), raw).unwrap();
    }

    pub async fn once(&mut self) {
        self.app.once().await.unwrap();
    }

    /// Carries out a command, and gives what was said.
    pub async fn command(&self, line: &str) -> Result<String, String> {
        let office = StepOffice { config: &self.app.config, renderer: &self.app.renderer, store: &self.app.store };
        let done = match line.strip_prefix("code ") {
            Some(code) => step::confirm(&office, code, "Ruth Adeyemi", &self.app.clock).await.unwrap(),
            None => step::command(&office, line, "Ruth Adeyemi", &self.app.clock).await.unwrap(),
        };
        match done.map_err(|e| e.to_string())? {
            Answer::Done(answer) => Ok(answer),
            Answer::NeedsCode { would, code } => Ok(format!("{would} [code {code}]")),
        }
    }

    /// A school whose head is told of openings.
    pub async fn school(&self, name: &str, head: &str, email: &str) {
        let school = School {
            name: name.to_owned(),
            head_name: head.to_owned(),
            head_email: Some(EmailAddress::parse(email).unwrap()),
            urn: None,
        };
        let decision = Decision { changes: vec![Change::SchoolKnown { school }], ..Decision::default() };
        let office = StepOffice { config: &self.app.config, renderer: &self.app.renderer, store: &self.app.store };
        let cause = Cause { actor: "the story", what: "import schools", message: None, live: false };
        let mut tx = self.app.store.begin().await.unwrap();
        step::record(&office, &mut tx, &decision, &cause, self.app.clock.now()).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub fn letters(&self) -> Vec<Letter> {
        letters::delivered(&self.folder.path().join("outgoing"))
    }

    /// The state of a case, and whether it was on time.
    pub async fn application(&self, case: &str) -> Option<(State, Option<bool>, Vec<String>)> {
        let (applications, windows) = self.app.store.list_applications().await.unwrap();
        let application = applications.into_iter().find(|a| a.case.to_string() == case)?;
        let window = application.window.and_then(|id| windows.iter().find(|w| w.id == id));
        Some((application.state(window), application.on_time(window), application.missing(window)))
    }

    /// Questions that wait for a person.
    pub async fn waiting(&self) -> Vec<String> {
        self.app.store.open_reviews().await.unwrap().into_iter().map(|r| r.question).collect()
    }
}

/// The instant at which London's wall clock shows a moment.
pub fn instant(moment: DateTime) -> Timestamp {
    Zone::parse("Europe/London").unwrap().earliest(moment)
}
