//! What parent and child say to each other: JSON behind a length, raw bytes behind a length.

use super::{CalendarFile, Document, Mail, Refusal};
use serde::{Deserialize, Serialize};

/// Longest frame that is believed: a reader gone mad must not take its parent's memory.
pub const LONGEST_FRAME: u32 = 64 * 1024 * 1024;

/// A request; the raw bytes follow in a frame of their own.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Request {
    /// A whole message. Attachments in `skip` killed an earlier child and are not opened.
    Message { skip: Vec<usize> },
    /// Attachments of a message as they are, by their places: a frame of raw bytes for each.
    Attachments { places: Vec<usize> },
    /// One file.
    File,
    /// One .doc, without LibreOffice's help.
    OldWord,
}

/// What the child answers, a frame each, in this order.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// The message without its attachments; so many of them follow.
    Message { mail: Box<Mail>, html: Option<Document>, attachments: Vec<AttachmentHead> },
    /// One file's content.
    Content(Result<Document, Refusal>),
    /// What a calendar file says, in the place of a document.
    Calendar(CalendarFile),
    /// The raw bytes of an attachment that only LibreOffice can read follow in a frame of their own.
    Convert,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct AttachmentHead {
    pub name: String,
    pub size: usize,
    pub inline: bool,
}
