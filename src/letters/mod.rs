//! Letters: one file each, with the typed facts that its template may use, a sample, and when it is sent.
//!
//! A letter here is plain data. Its words are in `templates/letters/<name>.md.hbs`, ONE source for plain text and HTML;
//! an alliance replaces one by a file of the same name in its own `templates/` folder. To add a letter: its file, its
//! template, and its line in [`ALL`].

pub mod acknowledgement;
pub mod admitted;
pub mod after_closing;
pub mod attendance_noted;
pub mod attendance_question;
pub mod attendance_request;
pub mod certificate;
pub mod checking;
pub mod command_answer;
pub mod coordinator_note;
pub mod deployment;
pub mod digest;
pub mod entered;
pub mod evaluation;
pub mod extended;
pub mod incomplete;
pub mod information_pack;
pub mod interview;
pub mod interview_reminder;
pub mod late;
pub mod meeting;
pub mod minutes;
pub mod minutes_received;
pub mod money;
pub mod outcome;
pub mod outcome_designated;
pub mod outcome_not_designated;
pub mod outcome_reserve;
pub mod portrait;
pub mod register;
pub mod project;
pub mod reinstated;
pub mod closing_summary;
pub mod opening;
pub mod reference_address;
pub mod reference_arrived;
pub mod reference_asked;
pub mod reference_chaser;
pub mod reference_in_form;
pub mod reference_missing;
pub mod reference_request;
pub mod reference_thanks;
pub mod reminder_incomplete;
pub mod review_pack;
pub mod scores_noted;
pub mod superseded;
pub mod term_summary;
pub mod training_place;
pub mod training_thanks;
pub mod training_waiting;
pub mod visit;
pub mod which_programme;
pub mod window_closed;
pub mod withdrawn;
pub mod words;

pub use words::{AskedWords, DateWords, Length, ProblemWords, ProgrammeWords, WindowWords, greeting};

use crate::calendar::Invitation;
use crate::domain::meeting::PassedOn;
use crate::domain::reference::ReferenceKind;
use crate::domain::{CaseId, EmailAddress, FormId, ProgrammeId};
use crate::einvoice::{InvoiceDocument, Statement};
use crate::forms::Meaning;
use crate::sheets::Sheet;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value;

/// What is known of a letter before anybody gets one.
pub struct LetterKind {
    pub name: &'static str,
    /// When it is sent, in one sentence for people.
    pub about: &'static str,
    pub template: &'static str,
    pub voice: Voice,
    pub care: Care,
    /// Invented facts with which it can be shown and tested. Every branch of the template has one.
    pub samples: fn() -> Vec<Value>,
}

/// RFC 3834 §5.2: what caused the letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// Answers a mail: `Auto-Submitted: auto-replied`, counted by the caps.
    Answer,
    /// Written of our own accord, or at a coordinator's word: `auto-generated`.
    Letter,
}

/// What happens when nobody knows whether a letter arrived (RFC 1047).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Care {
    /// Sent again, byte for byte: a second copy does no harm.
    Harmless,
    /// Waits for a person: a second copy would.
    Once,
}

/// In the order in which a round meets them.
pub const ALL: &[&LetterKind] = &[
    &information_pack::KIND,
    &which_programme::KIND,
    &window_closed::KIND,
    &acknowledgement::KIND,
    &incomplete::KIND,
    &superseded::KIND,
    &checking::KIND,
    &late::KIND,
    &after_closing::KIND,
    &admitted::KIND,
    &entered::KIND,
    &extended::KIND,
    &reference_request::KIND,
    &reference_in_form::KIND,
    &reference_chaser::KIND,
    &reference_missing::KIND,
    &reference_thanks::KIND,
    &reference_arrived::KIND,
    &reference_address::KIND,
    &reference_asked::KIND,
    &reminder_incomplete::KIND,
    &opening::KIND,
    &closing_summary::KIND,
    &coordinator_note::KIND,
    &digest::KIND,
    &command_answer::KIND,
    &withdrawn::KIND,
    &reinstated::KIND,
    &outcome_designated::KIND,
    &outcome_reserve::KIND,
    &outcome_not_designated::KIND,
    &interview::KIND,
    &interview_reminder::KIND,
    &meeting::invitation::KIND,
    &meeting::changed::KIND,
    &meeting::cancelled::KIND,
    &meeting::host::KIND,
    &training_waiting::KIND,
    &training_place::KIND,
    &training_thanks::KIND,
    &attendance_request::KIND,
    &attendance_request::OFFICE_KIND,
    &attendance_question::KIND,
    &attendance_noted::KIND,
    &certificate::KIND,
    &minutes_received::KIND,
    &minutes::KIND,
    &term_summary::KIND,
    &meeting::reminder::KIND,
    &meeting::attendees::HOST,
    &meeting::attendees::OFFICE,
    &review_pack::KIND,
    &scores_noted::KIND,
    &register::paused::KIND,
    &register::resumed::KIND,
    &register::moved::KIND,
    &register::moved_head::KIND,
    &register::resigned::KIND,
    &register::de_designated::KIND,
    &register::renewed::KIND,
    &register::review_due::KIND,
    &portrait::request::KIND,
    &portrait::chaser::KIND,
    &portrait::consent::KIND,
    &portrait::thanks::KIND,
    &project::agreed::KIND,
    &project::reminder::KIND,
    &project::report::KIND,
    &project::accepted::KIND,
    &project::more::KIND,
    &project::extended::KIND,
    &project::dropped::KIND,
    // Days that were worked.
    &visit::noted::KIND,
    &visit::told::KIND,
    &visit::told::REMINDER,
    &visit::answered::KIND,
    &visit::settled::KIND,
    &visit::record::KIND,
    // What came of them.
    &evaluation::request::KIND,
    &evaluation::own_words::KIND,
    &evaluation::thanks::KIND,
    &money::invoice::KIND,
    &money::credit_note::KIND,
    &money::self_billing::KIND,
    &money::time_sheet::KIND,
    &money::reminder::KIND,
    &money::statement::KIND,
    &money::order_number::KIND,
    &money::account_reply::KIND,
    // What schools ask for, and what is agreed upon it.
    &deployment::commission_form::KIND,
    &deployment::commission_received::KIND,
    &deployment::proposal::KIND,
    &deployment::proposal_head::KIND,
    &deployment::proposal_chaser::KIND,
    &deployment::proposal_thanks::KIND,
    &deployment::released::KIND,
    &deployment::agreement::KIND,
    &deployment::agreement_chaser::KIND,
    &deployment::agreement_noted::KIND,
    &deployment::active::KIND,
    &deployment::dropped::KIND,
    &deployment::end_alert::KIND,
    &deployment::review::KIND,
    &deployment::ended::KIND,
];

/// Letters to the coordinators themselves, signed by the clerk: nobody wants a letter with her own name beneath it.
const OFFICE: &[&str] = &[
    coordinator_note::KIND.name,
    digest::KIND.name,
    command_answer::KIND.name,
    closing_summary::KIND.name,
    review_pack::KIND.name,
    scores_noted::KIND.name,
    attendance_request::OFFICE_KIND.name,
    term_summary::KIND.name,
    meeting::attendees::OFFICE.name,
    register::review_due::KIND.name,
];

impl LetterKind {
    pub fn is_for_office(&self) -> bool {
        OFFICE.contains(&self.name)
    }
}

pub fn find(name: &str) -> Option<&'static LetterKind> {
    ALL.iter().copied().find(|kind| kind.name == name)
}

/// A letter's typed facts.
pub trait Letter: Serialize {
    const KIND: &'static LetterKind;
}

/// A letter that a decision wants sent: plain data, rendered when the decision is recorded.
#[derive(Clone)]
pub struct Draft {
    pub kind: &'static LetterKind,
    pub to: EmailAddress,
    pub to_name: String,
    /// What the letter is for. Unique: the same purpose never brings forth a second letter.
    pub purpose: String,
    pub case: Option<CaseId>,
    pub facts: Value,
    pub attach: Vec<Enclosure>,
    /// An entry for the reader's calendar, or its cancellation.
    pub invitation: Option<Invitation>,
    /// The mail that it answers.
    pub answers: Option<Thread>,
    /// Why it is held until a person lets it go; `None` lets it go at once.
    pub hold: Option<String>,
    /// Whether it takes the place of a held letter of the same purpose, because something has changed since.
    pub redraft: bool,
}

/// A file to enclose, made when the letter is rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Enclosure {
    /// The blank application form of a programme.
    BlankForm { programme: ProgrammeId, form: FormId },
    /// The letter itself, on the alliance's paper.
    LetterPdf { name: String, to_lines: Vec<String>, date: Date },
    /// The short form for a referee, with the applicant's name in it.
    ReferenceForm { programme: ProgrammeId, kind: ReferenceKind, applicant: String },
    /// The short form for a pen portrait, with what is known in it.
    PortraitForm { programme: ProgrammeId, known: Vec<(Meaning, String)> },
    /// A form of the office, with what is known in it.
    OfficeForm { form: FormId, known: Vec<(Meaning, String)> },
    /// Applications to be read by a panel, as PDF.
    ReviewPack(Box<review_pack::Pack>),
    /// Sheets to be filled in.
    Workbook { name: String, sheets: Vec<Sheet>, made: Timestamp },
    /// A certificate of training, as PDF.
    Certificate(Box<certificate::Sheet>),
    /// An invoice, a credit note or a self-billed invoice: the page with the electronic form inside it, and, where the buyer
    /// takes them through Peppol, that form by itself.
    Invoice(Box<InvoiceDocument>),
    /// Days for a home school to bill from.
    TimeSheet(Box<InvoiceDocument>),
    /// What is owed.
    Statement(Box<Statement>),
    /// A file that somebody sent, byte for byte.
    PassedOn(PassedOn),
    /// The agreement upon a deployment, as PDF.
    Agreement(Box<deployment::agreement::Paper>),
}

/// The thread that an answer belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    pub message_id: Option<String>,
    pub references: Vec<String>,
}

impl Draft {
    pub fn new<L: Letter>(letter: &L, to: EmailAddress, to_name: &str, purpose: String) -> Self {
        // A typed struct of ours always has a JSON form; an empty one would fail loudly when it is rendered.
        let facts = serde_json::to_value(letter).unwrap_or(Value::Null);
        Self {
            kind: L::KIND,
            to,
            to_name: to_name.to_owned(),
            purpose,
            case: None,
            facts,
            attach: vec![],
            invitation: None,
            answers: None,
            hold: None,
            redraft: false,
        }
    }

    /// Held until a person lets it go, for a reason that `outbox` shows.
    pub fn held(mut self, because: &str) -> Self {
        self.hold = Some(because.to_owned());
        self
    }

    /// Takes the place of a held letter of the same purpose: one decision has one live letter.
    pub fn redrafted(mut self) -> Self {
        self.redraft = true;
        self
    }

    pub fn about(mut self, case: &CaseId) -> Self {
        self.case = Some(case.clone());
        self
    }

    pub fn enclosing(mut self, enclosure: Enclosure) -> Self {
        self.attach.push(enclosure);
        self
    }

    /// With an entry for the reader's calendar.
    pub fn inviting(mut self, invitation: Invitation) -> Self {
        self.invitation = Some(invitation);
        self
    }

    pub fn answering(mut self, thread: Thread) -> Self {
        self.answers = Some(thread);
        self
    }
}

/// Addresses stay out of logs.
impl std::fmt::Debug for Draft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Draft({} for {})", self.kind.name, self.purpose)
    }
}

/// A sample as JSON.
fn sample<L: Letter>(letter: &L) -> Value {
    serde_json::to_value(letter).unwrap_or(Value::Null)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_letter_has_a_name_of_its_own_and_a_sample() {
        let names: BTreeSet<_> = ALL.iter().map(|kind| kind.name).collect();
        assert_eq!(names.len(), ALL.len());
        for kind in ALL {
            assert!(!(kind.samples)().is_empty(), "{}", kind.name);
            assert!(kind.about.ends_with('.'), "{}: {}", kind.name, kind.about);
        }
    }
}
