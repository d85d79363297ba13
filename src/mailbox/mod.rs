//! Raw bytes in: from a Maildir, or from a server by IMAP.
//!
//! A mailbox says what is there and hands over bytes with our own server's stamp. It changes nothing: flags are neither
//! read as state nor set, files are not moved, because people look into the same mailbox.

pub mod folder;
pub mod imap;
pub mod net;

use jiff::Timestamp;

/// Where a message was seen: a file of a folder, or a number within an epoch of a server's folder.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    pub mailbox: String,
    /// UIDVALIDITY; 0 for a folder.
    pub epoch: i64,
    /// 0 for a folder.
    pub uid: i64,
    /// Empty on a server.
    pub name: String,
}

/// A message as it was fetched.
#[derive(Debug, Clone)]
pub struct Fetched {
    pub place: Place,
    /// Our own server's stamp.
    pub received_at: Timestamp,
    pub raw: Vec<u8>,
}

/// The mailbox could not be read. Nothing is lost by it: the next look begins where the last one ended.
#[derive(Debug, thiserror::Error)]
pub enum MailboxFault {
    #[error("the mail folder {0} cannot be read: {1}")]
    Folder(std::path::PathBuf, std::io::Error),
}
