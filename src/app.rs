//! Wiring: builds the parts from configuration, and runs them once or for ever.

use crate::clock::Clock;
use crate::config::{Config, DeliveryKind, MailboxKind};
use crate::deliver::folder::FolderCarrier;
use crate::deliver::{self, Carrier, DeliveryFault};
use crate::inbox::{self, IntakeFault};
use crate::jobs;
use crate::mailbox::folder::Folder;
use crate::reader::{Office as LibreOffice, Reader, ReaderSetup};
use crate::render::{RenderFault, Renderer};
use crate::step::{self, Cause, Office, StepFault};
use crate::store::{Store, StoreFault, facts, reviews};
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

/// Where the database and the lock are, in the clerk's folder.
pub const DATABASE: &str = "clerk.sqlite";
const LOCK: &str = "clerk.lock";

#[derive(Debug, thiserror::Error)]
pub enum AppFault {
    #[error(transparent)]
    Store(#[from] StoreFault),
    #[error(transparent)]
    Render(#[from] RenderFault),
    #[error(transparent)]
    Intake(#[from] IntakeFault),
    #[error(transparent)]
    Step(#[from] StepFault),
    #[error(transparent)]
    Delivery(#[from] DeliveryFault),
    #[error(
        "another alliance-clerk is running in {0}; there can be only one `run` or `once` at a time. (`do` and the listings work beside it.)"
    )]
    Locked(PathBuf),
    #[error("the lock file {0} cannot be used: {1}")]
    Lock(PathBuf, std::io::Error),
}

/// The clerk, ready to work on its folder.
pub struct App {
    pub config: Config,
    pub store: Store,
    pub renderer: Renderer,
    pub clock: Clock,
    reader: Reader,
    mailbox: Mailbox,
    carrier: Carrier,
    /// Held while this process works; the system gives it back when the process ends, however it ends.
    _lock: File,
}

enum Mailbox {
    Folder(Folder),
}

/// What a pass did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Passed {
    pub taken_in: usize,
    pub handled: usize,
    pub letters: usize,
}

/// How the reader process is started from here.
pub fn reader_setup(config: &Config, program: PathBuf) -> ReaderSetup {
    ReaderSetup { program, office: config.clerk.reader.libreoffice.then(LibreOffice::find).flatten() }
}

/// Takes the lock of a folder.
fn lock(root: &Path) -> Result<File, AppFault> {
    let path = root.join(LOCK);
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(|e| AppFault::Lock(path.clone(), e))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(AppFault::Locked(root.to_owned())),
        Err(TryLockError::Error(e)) => Err(AppFault::Lock(path, e)),
    }
}

impl App {
    /// `program` is this very program, which is also the reader process.
    ///
    /// # Errors
    /// When another one runs, or a template, the database or a folder cannot be used.
    pub async fn new(config: Config, store: Store, clock: Clock, program: PathBuf) -> Result<Self, AppFault> {
        let lock = lock(&config.root)?;
        let renderer = Renderer::new(&config)?;
        let reader = Reader::new(reader_setup(&config, program));
        let mailbox = match config.clerk.mailbox.kind {
            MailboxKind::Folder | MailboxKind::Imap => {
                let shown = &config.clerk.mailbox.path;
                let name = format!("folder:{}", shown.display());
                let seen = store.names_seen(&name).await?;
                Mailbox::Folder(Folder::new(config.path(shown), &name, seen))
            }
        };
        let carrier = match config.clerk.delivery.kind {
            DeliveryKind::Folder | DeliveryKind::Smtp => Carrier::Folder(FolderCarrier::new(
                config.path(&config.clerk.delivery.path),
                config.clerk.delivery.path.clone(),
            )),
        };
        Ok(Self { config, store, renderer, clock, reader, mailbox, carrier, _lock: lock })
    }

    /// One pass: fetch, decide, due jobs, deliver.
    ///
    /// # Errors
    /// When a part cannot be used; what was recorded before stays recorded.
    pub async fn once(&mut self) -> Result<Passed, AppFault> {
        let taken_in = self.take_in().await?;
        let handled = self.handle().await?;
        self.jobs().await?;
        let letters = deliver::pass(&self.store, &self.config, &mut self.carrier, &self.clock).await?;
        Ok(Passed { taken_in, handled, letters })
    }

    async fn take_in(&mut self) -> Result<usize, AppFault> {
        match &mut self.mailbox {
            Mailbox::Folder(folder) => Ok(inbox::take_in_folder(&self.store, folder, &self.clock).await?),
        }
    }

    async fn handle(&mut self) -> Result<usize, AppFault> {
        let office = Office { config: &self.config, renderer: &self.renderer, store: &self.store };
        Ok(inbox::handle_waiting(&office, &mut self.reader, &self.clock).await?)
    }

    async fn jobs(&mut self) -> Result<(), AppFault> {
        let now = self.clock.now();
        let mut tx = self.store.begin().await?;
        let open = reviews::all_open(&mut tx).await?;
        let last = reviews::last_noted(&mut tx).await?;
        let waiting: Vec<jobs::note::Waiting> = open
            .into_iter()
            .map(|r| jobs::note::Waiting { id: r.id, question: r.question, case: r.case, noted: r.noted_at.is_some() })
            .collect();
        let Some(decision) = jobs::note::decide(&self.config, &waiting, last, now) else { return Ok(()) };
        let live = facts::go_live(&mut tx).await?.is_some_and(|live| live <= now);
        let office = Office { config: &self.config, renderer: &self.renderer, store: &self.store };
        step::record(
            &office,
            &mut tx,
            &decision,
            &Cause { actor: "clerk", what: "job: note", message: None, live },
            now,
        )
        .await?;
        tx.commit().await.map_err(StoreFault::from)?;
        Ok(())
    }
}
