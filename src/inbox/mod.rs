//! Durable intake and the reading of what was taken in.
//!
//! Two loops that never wait for each other: bytes are committed before anything else happens to them, and what is
//! committed is read, decided and recorded, one message at a time, in the order of receipt.

pub mod imap;

use crate::clock::Clock;
use crate::incoming::attendance::minutes;
use crate::mailbox::folder::Folder;
use crate::mailbox::imap::ImapFault;
use crate::mailbox::{Fetched, MailboxFault};
use crate::reader::{Reader, ReaderFault, Reading};
use crate::step::{self, Office, StepFault};
use crate::store::intake::Taken;
use crate::store::messages::Waiting;
use crate::store::{Store, StoreFault};
use imap::PollFault;

/// A commit holds at most so many messages and bytes: a rush is taken in quickly, and memory stays small.
const MOST_AT_ONCE: usize = 64;
const MOST_BYTES: usize = 8 * 1024 * 1024;

#[derive(Debug, thiserror::Error)]
pub enum IntakeFault {
    #[error(transparent)]
    Mailbox(#[from] MailboxFault),
    #[error(transparent)]
    Imap(ImapFault),
    #[error(transparent)]
    Store(#[from] StoreFault),
    #[error(transparent)]
    Reader(ReaderFault),
}

impl From<PollFault> for IntakeFault {
    fn from(fault: PollFault) -> Self {
        match fault {
            PollFault::Imap(fault) => Self::Imap(fault),
            PollFault::Store(fault) => Self::Store(fault),
        }
    }
}

/// Takes in what is new in a folder. Returns how many messages are new.
///
/// # Errors
/// When the folder or the database cannot be used; what was committed before stays committed.
pub async fn take_in_folder(store: &Store, folder: &mut Folder, clock: &Clock) -> Result<usize, IntakeFault> {
    let mut new = 0;
    let mut batch: Vec<Fetched> = vec![];
    let mut names = vec![];
    let mut bytes = 0;
    let found = folder.survey(clock.now())?;
    for file in &found {
        // Gone between looking and reading, and not under another name either: whoever took it away has it.
        let Some(fetched) = folder.fetch(file) else { continue };
        bytes += fetched.raw.len();
        batch.push(fetched);
        names.push(file);
        if batch.len() >= MOST_AT_ONCE || bytes >= MOST_BYTES {
            new += commit(store, folder, &mut batch, &mut names, clock).await?;
            bytes = 0;
        }
    }
    Ok(new + commit(store, folder, &mut batch, &mut names, clock).await?)
}

async fn commit(
    store: &Store,
    folder: &mut Folder,
    batch: &mut Vec<Fetched>,
    names: &mut Vec<&crate::mailbox::folder::Found>,
    clock: &Clock,
) -> Result<usize, IntakeFault> {
    if batch.is_empty() {
        return Ok(0);
    }
    let taken = store.take_in(batch, clock.now()).await?;
    batch.clear();
    for file in names.drain(..) {
        folder.recorded(file);
    }
    Ok(taken.iter().filter(|t| matches!(t, Taken::New(_))).count())
}

/// Handles everything that waits. Returns how many messages were handled.
///
/// # Errors
/// As for [`handle_some`].
pub async fn handle_waiting(office: &Office<'_>, reader: &mut Reader, clock: &Clock) -> Result<usize, IntakeFault> {
    let mut handled = 0;
    loop {
        match handle_some(office, reader, clock).await? {
            0 => return Ok(handled),
            some => handled += some,
        }
    }
}

/// Handles the next few messages that wait. Returns how many were taken in hand: 0 when nothing waits.
///
/// # Errors
/// When the database or the reader cannot be used at all. A message that breaks the reader is no such fault: after three
/// times it is set aside, and the next one is handled.
pub async fn handle_some(office: &Office<'_>, reader: &mut Reader, clock: &Clock) -> Result<usize, IntakeFault> {
    let waiting = office.store.take_in_hand(MOST_AT_ONCE, MOST_BYTES, clock.now()).await?;
    let taken = waiting.len();
    for message in waiting {
        handle(office, reader, clock, message).await?;
    }
    Ok(taken)
}

/// Reads a message, and fetches the files of it that may have to be sent on as they are.
///
/// # Errors
/// As for [`Reader::message`].
pub async fn read(reader: &mut Reader, raw: &[u8]) -> Result<Reading, ReaderFault> {
    let mut reading = reader.message(raw).await?;
    let wanted = minutes::wanted(&reading);
    if !wanted.is_empty() {
        reader.fetch(raw, &wanted, &mut reading).await?;
    }
    Ok(reading)
}

async fn handle(office: &Office<'_>, reader: &mut Reader, clock: &Clock, message: Waiting) -> Result<(), IntakeFault> {
    let number = message.number;
    let why = match read(reader, &message.raw).await {
        Ok(reading) => match step::mail(office, number, message.received_at, &reading, clock.now()).await {
            Ok(()) => return Ok(()),
            Err(StepFault::Store(fault)) => return Err(fault.into()),
            Err(fault @ StepFault::Render(_)) => fault.to_string(),
        },
        Err(fault @ ReaderFault::NotStarted(_)) => return Err(IntakeFault::Reader(fault)),
        Err(fault @ ReaderFault::Died(_)) => fault.to_string(),
    };
    let parked = office.store.count_failure(number, &why, clock.now()).await?;
    if parked {
        tracing::error!(message = number.0, "set aside after three attempts: {why}");
    } else {
        tracing::warn!(message = number.0, "could not be handled, and will be tried again: {why}");
    }
    Ok(())
}
