//! What a decision changes in the record: plain data, applied by the store in one transaction.

use super::answers::{Answers, Problem};
use super::application::Admission;
use super::window::KeyDate;
use super::{CaseId, EmailAddress, MessageNo, ProgrammeId, ReviewId, WindowId, WindowName};
use jiff::Timestamp;
use jiff::civil::DateTime;

/// One change of the facts.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    WindowOpened {
        programme: ProgrammeId,
        name: WindowName,
        opens_at: DateTime,
        closes_at: DateTime,
        zone: String,
    },
    /// Before its opening a round may be given other dates.
    WindowMoved {
        window: WindowId,
        opens_at: DateTime,
        closes_at: DateTime,
    },
    WindowExtended {
        window: WindowId,
        closes_at: DateTime,
    },
    WindowClosedEarly {
        window: WindowId,
        at: Timestamp,
    },
    KeyDateSet {
        window: WindowId,
        date: KeyDate,
    },
    ApplicationOpened {
        case: CaseId,
        programme: ProgrammeId,
        window: Option<WindowId>,
        name: String,
        email: EmailAddress,
        form_email: Option<EmailAddress>,
        version: NewVersion,
    },
    VersionAdded {
        case: CaseId,
        name: String,
        form_email: Option<EmailAddress>,
        version: NewVersion,
    },
    /// Forms that were kept for the next round join it. The store knows its number only now: it is the round just opened.
    KeptJoin {
        programme: ProgrammeId,
        window: WindowName,
        cases: Vec<CaseId>,
    },
    Admitted {
        case: CaseId,
        admission: Admission,
    },
    /// A correction that came after the closing counts, at a coordinator's word.
    VersionAccepted {
        case: CaseId,
        version: u32,
    },
    /// The coordinators have been told of these.
    ReviewsNoted {
        reviews: Vec<ReviewId>,
    },
    /// Questions whose keys begin so have been decided.
    ReviewsClosed {
        key_begins: String,
        by: String,
        outcome: String,
    },
    InterestNoted {
        programme: ProgrammeId,
        email: EmailAddress,
        name: String,
    },
    GoLive {
        at: Timestamp,
    },
    /// A copy of a letter of ours was seen: it was sent, whatever the server answered.
    OwnCopySeen {
        message_id: String,
    },
}

/// A form to be added to an application.
#[derive(Debug, Clone, PartialEq)]
pub struct NewVersion {
    pub number: u32,
    pub message: MessageNo,
    pub answers: Answers,
    pub problems: Vec<Problem>,
}
