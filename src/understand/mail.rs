//! A message as its headers and parts tell it, before anyone asks what it means.

use super::delivery_report::DeliveryReport;
use crate::domain::EmailAddress;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What was taken out of a raw message. Everything is bounded in size; nothing is trusted.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Mail {
    /// Without angle brackets.
    pub message_id: Option<String>,
    pub in_reply_to: Vec<String>,
    pub references: Vec<String>,
    /// Every address of every From field, in order.
    pub from: Vec<Person>,
    /// How many From fields there are. RFC 5322 §3.6 wants exactly one; programs disagree about which of two they show.
    pub from_fields: usize,
    pub return_path: ReturnPath,
    pub reply_to: Vec<EmailAddress>,
    pub to: Vec<EmailAddress>,
    /// The sender's own claim; never used to judge anything.
    pub date: Option<Timestamp>,
    pub subject: String,
    /// The words of the body, plain: the text part, or what the HTML part says.
    pub text: String,
    pub signals: Signals,
    /// `Authentication-Results` fields, topmost first, unfolded.
    pub authentication: Vec<String>,
    /// The topmost `Received` field: the host that wrote it, and when.
    pub received: Option<Received>,
    /// What identifies the message besides its Message-ID: a hash of From, Date, Subject and the decoded parts.
    pub content_hash: String,
    /// What the mail reports about letters that did not arrive, where it is such a report.
    #[serde(default)]
    pub report: Option<DeliveryReport>,
    /// What could not be taken out, and why.
    pub problems: Vec<MailProblem>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub name: String,
    pub address: EmailAddress,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReturnPath {
    /// No such field: the server does not write it.
    #[default]
    Absent,
    /// `<>`: whoever sent this wants no answer (RFC 3834 §2).
    Null,
    Address(EmailAddress),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    pub by: String,
    pub at: Timestamp,
}

/// Header fields by which machines give themselves away, folded to lower case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signals {
    pub auto_submitted: String,
    pub precedence: String,
    /// Any `List-*` field, or `Feedback-ID`.
    pub list: bool,
    pub suppress: String,
    /// `X-Autoreply`, `X-Autorespond`, `X-Vacation` and their kin.
    pub vacation: bool,
    /// `X-Failed-Recipients`, or a part of a delivery report.
    pub failed: bool,
    /// The root part's type, such as `multipart/report`.
    pub content_type: String,
    /// Its `report-type`.
    pub report_type: String,
    /// Message-IDs quoted inside a report or an attached original.
    pub quoted_ids: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailProblem {
    /// Larger than the limit: only its header was read.
    TooLarge,
    /// More parts, deeper nesting or longer headers than any honest mail has: only its header was read.
    TooIntricate,
    /// A part whose encoding is broken; what could be decoded was.
    BrokenEncoding,
}

impl Mail {
    /// The one sender, if there is exactly one.
    pub fn sender(&self) -> Option<&Person> {
        match self.from.as_slice() {
            [one] if self.from_fields == 1 => Some(one),
            _ => None,
        }
    }

    /// Message-IDs that this message says it answers, nearest first.
    pub fn answers(&self) -> impl Iterator<Item = &str> {
        self.in_reply_to.iter().chain(self.references.iter().rev()).map(String::as_str)
    }

    pub fn is_reply(&self) -> bool {
        !self.in_reply_to.is_empty() || !self.references.is_empty()
    }
}
