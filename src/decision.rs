//! What a mail, a job or a command leads to: plain data, recorded in one transaction and never acted upon before.

use crate::domain::change::Change;
use crate::domain::facts::Action;
use crate::domain::meeting::PassedOn;
use crate::domain::{CaseId, EmailAddress, ReviewId};
use crate::letters::{Draft, Thread};
use serde::Serialize;
use serde_json::Value;

/// What kind of mail it was. The words are those of `explain`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MailKind {
    Application,
    Reference,
    Withdrawal,
    Rsvp,
    /// A pen portrait for the booklet.
    Portrait,
    /// A designated person resigns, moves, pauses: for a coordinator.
    RegisterChange,
    /// Of a project.
    Report,
    /// A school asks for support, or somebody who was asked to give it answers.
    Commission,
    /// Days that were worked, and what the supported school says of them.
    VisitLog,
    /// What the supported school says of the work, or whoever did it.
    Evaluation,
    /// What a school wants to read on its invoices.
    OrderNumber,
    /// What somebody says of an invoice, a reminder, a statement or what they are paid.
    Account,
    Command,
    Enquiry,
    AutoReply,
    Bounce,
    Bulk,
    #[default]
    Other,
}

impl MailKind {
    pub fn word(self) -> &'static str {
        match self {
            Self::Application => "application",
            Self::Reference => "reference",
            Self::Withdrawal => "withdrawal",
            Self::Rsvp => "rsvp",
            Self::Portrait => "portrait",
            Self::RegisterChange => "register_change",
            Self::Report => "report",
            Self::Commission => "commission",
            Self::VisitLog => "visit_log",
            Self::Evaluation => "evaluation",
            Self::OrderNumber => "order_number",
            Self::Account => "account",
            Self::Command => "command",
            Self::Enquiry => "enquiry",
            Self::AutoReply => "auto_reply",
            Self::Bounce => "bounce",
            Self::Bulk => "bulk",
            Self::Other => "other",
        }
    }
}

impl MailKind {
    /// The word of the command-line contract, which knows fewer kinds: what it has no word for is `other`.
    pub fn in_contract(self) -> &'static str {
        match self {
            Self::Portrait | Self::RegisterChange | Self::Report | Self::OrderNumber | Self::Account => {
                Self::Other.word()
            }
            Self::Application
            | Self::Reference
            | Self::Withdrawal
            | Self::Rsvp
            | Self::Commission
            | Self::VisitLog
            | Self::Evaluation
            | Self::Command
            | Self::Enquiry
            | Self::AutoReply
            | Self::Bounce
            | Self::Bulk
            | Self::Other => self.word(),
        }
    }
}

/// Changes, letters, questions, and the reasons for all of them.
#[derive(Debug, Clone, Default)]
pub struct Decision {
    pub kind: MailKind,
    /// The case that it is about, where there is one.
    pub case: Option<CaseId>,
    /// What was understood, for `explain`.
    pub facts: Value,
    pub changes: Vec<Change>,
    pub letters: Vec<Draft>,
    pub reviews: Vec<Review>,
    /// Sentences for the audit log: what was seen, which rule applied, what follows.
    pub because: Vec<String>,
    /// Commands that a coordinator's mail gives, to be carried out in order within the same transaction.
    pub orders: Option<Orders>,
}

/// A coordinator's commands, and whom to tell what became of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orders {
    pub by: String,
    pub to: EmailAddress,
    /// The subject, without `Re:`.
    pub topic: String,
    pub thread: Thread,
    pub lines: Vec<OrderLine>,
    /// Whether reading ended at lines that were not understood.
    pub stopped: bool,
    /// Files of the mail that a command may send on.
    pub files: Vec<PassedOn>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderLine {
    /// As it was written.
    pub said: String,
    pub meaning: Meaning,
}

/// What a line of a coordinator's mail stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// A command of the vocabulary, and the question that is settled when it has been carried out.
    Command {
        line: String,
        settles: Option<ReviewId>,
    },
    Code(String),
    Help,
    /// It cannot be carried out, for this reason.
    Answer(String),
    /// It begins with no command.
    Unknown(String),
}

impl Meaning {
    /// For `explain`. A code is nobody's to read.
    pub fn in_words(&self) -> &str {
        match self {
            Self::Command { line, .. } => line,
            Self::Code(_) => "code",
            Self::Help => "help",
            Self::Answer(sentence) => sentence,
            Self::Unknown(_) => "unknown",
        }
    }
}

/// Something for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// One open question of one kind about one thing: the same key is not asked twice.
    pub key: String,
    /// One clear question, as a coordinator reads it.
    pub question: String,
    pub case: Option<CaseId>,
    /// What it may be answered with, besides "done" and "hold".
    pub actions: Vec<Action>,
}

impl Review {
    /// Adds an answer that stands for a command.
    pub fn may(mut self, verb: &str, command: String) -> Self {
        self.actions.push(Action { verb: verb.to_owned(), command });
        self
    }
}

impl Decision {
    pub fn new(kind: MailKind) -> Self {
        Self { kind, facts: Value::Object(serde_json::Map::new()), ..Self::default() }
    }

    pub fn because(&mut self, sentence: impl Into<String>) {
        self.because.push(sentence.into());
    }

    pub fn ask(&mut self, key: String, question: impl Into<String>, case: Option<&CaseId>) {
        self.put(Review { key, question: question.into(), case: case.cloned(), actions: vec![] });
    }

    /// Asks a question that has answers of its own.
    pub fn put(&mut self, review: Review) {
        self.reviews.push(review);
    }

    /// A question to be given answers, and then put.
    pub fn question(key: String, question: impl Into<String>, case: Option<&CaseId>) -> Review {
        Review { key, question: question.into(), case: case.cloned(), actions: vec![] }
    }
}
