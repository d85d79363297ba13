//! Wiring: builds the parts from configuration, and runs them once or for ever.

mod run;

use crate::clock::Clock;
use crate::config::{Config, DeliveryKind, MailboxKind, SentCopy, Tls};
use crate::deliver::folder::FolderCarrier;
use crate::deliver::smtp::{Copies, Patience, SmtpCarrier};
use crate::deliver::{self, Carrier, DeliveryFault};
use crate::inbox::imap::ImapMailbox;
use crate::inbox::{self, IntakeFault};
use crate::login::TokenSource;
use crate::mailbox::folder::Folder;
use crate::mailbox::imap::{PATIENCE, Settings};
use crate::mailbox::net::Server;
use crate::reader::{Office as LibreOffice, Reader, ReaderSetup};
use crate::render::{RenderFault, Renderer};
use crate::schedule;
use crate::step::{Office, StepFault};
use crate::store::{Store, StoreFault};
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
    Imap(Box<ImapMailbox>),
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

/// The IMAP mailbox of a configuration; `None` for a folder.
pub fn imap_settings(config: &Config) -> Option<Settings> {
    let mailbox = &config.clerk.mailbox;
    let source = mailbox.password.clone().filter(|_| mailbox.kind == MailboxKind::Imap)?;
    let default_port = if mailbox.tls == Tls::Implicit { 993 } else { 143 };
    Some(Settings {
        server: server(config, &mailbox.host, mailbox.port.unwrap_or(default_port), mailbox.tls, &mailbox.ca_file),
        login: TokenSource::Password { user: mailbox.user.clone(), source, root: config.root.clone() },
        folders: mailbox.folders.clone(),
        patience: PATIENCE,
    })
}

/// The SMTP account of a configuration; `None` for a folder.
pub fn smtp_carrier(config: &Config) -> Option<SmtpCarrier> {
    let delivery = &config.clerk.delivery;
    let source = delivery.password.clone().filter(|_| delivery.kind == DeliveryKind::Smtp)?;
    let default_port = if delivery.tls == Tls::Implicit { 465 } else { 587 };
    let copies = imap_settings(config).filter(|_| delivery.sent_copy != SentCopy::None).map(|settings| Copies {
        settings,
        folder: delivery.sent_folder.clone(),
        we_append: delivery.sent_copy == SentCopy::Append,
    });
    Some(SmtpCarrier {
        server: server(config, &delivery.host, delivery.port.unwrap_or(default_port), delivery.tls, &delivery.ca_file),
        login: TokenSource::Password { user: delivery.user.clone(), source, root: config.root.clone() },
        from: config.clerk.alliance.email.clone(),
        copies,
        patience: Patience::default(),
        pause_until: None,
    })
}

fn server(config: &Config, host: &str, port: u16, tls: Tls, ca_file: &str) -> Server {
    let ca_file = (!ca_file.is_empty()).then(|| config.path(Path::new(ca_file)));
    Server { host: host.to_owned(), port, tls, ca_file }
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
        let mailbox = match imap_settings(&config) {
            Some(settings) => Mailbox::Imap(Box::new(ImapMailbox::new(settings))),
            None => {
                let shown = &config.clerk.mailbox.path;
                let name = format!("folder:{}", shown.display());
                let seen = store.names_seen(&name).await?;
                Mailbox::Folder(Folder::new(config.path(shown), &name, seen))
            }
        };
        let carrier = match smtp_carrier(&config) {
            Some(smtp) => Carrier::Smtp(Box::new(smtp)),
            None => {
                let shown = &config.clerk.delivery.path;
                Carrier::Folder(FolderCarrier::new(config.path(shown), shown.clone()))
            }
        };
        Ok(Self { config, store, renderer, clock, reader, mailbox, carrier, _lock: lock })
    }

    /// One pass: fetch, decide, due jobs, deliver.
    ///
    /// # Errors
    /// When a part cannot be used; what was recorded before stays recorded.
    pub async fn once(&mut self) -> Result<Passed, AppFault> {
        let taken_in = self.mailbox.take_in(&self.store, &self.clock).await?;
        let office = Office { config: &self.config, renderer: &self.renderer, store: &self.store };
        let handled = inbox::handle_waiting(&office, &mut self.reader, &self.clock).await?;
        schedule::run(&office, self.clock.now()).await?;
        let letters = deliver::pass(&self.store, &self.config, &mut self.carrier, &self.clock).await?;
        Ok(Passed { taken_in, handled, letters })
    }
}

impl Mailbox {
    async fn take_in(&mut self, store: &Store, clock: &Clock) -> Result<usize, IntakeFault> {
        match self {
            Self::Folder(folder) => inbox::take_in_folder(store, folder, clock).await,
            Self::Imap(imap) => Ok(imap.poll(store, clock).await?),
        }
    }
}
