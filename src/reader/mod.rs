//! Reading strangers' files safely: a child process of ours with limits of memory, processor time and patience.
//!
//! Parsers of mail, Word and PDF files can be made to abort, to loop or to take all memory; `catch_unwind` catches none of
//! these (research/documents.md §0). The child takes a message apart and reads every attachment; if it dies over one, that
//! attachment is skipped, the child is replaced, and the rest of the message is still read. It opens no files and no
//! connections, and is kept warm between messages because starting it costs more than most readings.

mod child;
mod office;
mod parent;
mod wire;

pub use child::serve;
pub use office::{OFFICE_COMMAND, Office, become_office};
pub use parent::{READER_COMMAND, Reader, ReaderSetup};

use crate::calendar::{CalendarAnswer, CalendarProblem};
use crate::documents::{Document, Refusal};
use crate::understand::Mail;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A message, taken apart, with everything that came with it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    pub mail: Mail,
    /// The HTML body as a document: its tables may be a form.
    pub html: Option<Document>,
    pub attachments: Vec<ReadAttachment>,
}

/// A file that came with a message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadAttachment {
    /// Fit to be shown; empty where the sender gave none.
    pub name: String,
    pub size: usize,
    /// Shown in the text (a logo in a signature) rather than attached.
    pub inline: bool,
    pub content: Result<Document, Refusal>,
    /// Where it is a calendar file: what it says. Its content is then blank, and no document.
    #[serde(default)]
    pub calendar: Option<CalendarFile>,
    /// Its bytes, where they were asked for because it may be sent on; nothing but their beginning is looked at here.
    #[serde(skip)]
    pub bytes: Option<Arc<[u8]>>,
}

/// A calendar file, read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarFile {
    pub answer: Option<CalendarAnswer>,
    pub problems: Vec<CalendarProblem>,
}

/// The reader could not be used at all, or died over the message itself.
#[derive(Debug, thiserror::Error)]
pub enum ReaderFault {
    #[error("the reader process could not be started: {0}")]
    NotStarted(std::io::Error),
    #[error("the reader process died over this message ({0})")]
    Died(String),
}
