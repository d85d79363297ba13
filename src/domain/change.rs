//! What a decision changes in the record: plain data, applied by the store in one transaction.

mod money;
mod work;

pub use money::MoneyChange;
pub use work::{DeploymentChange, VisitChange};

use super::answers::{Answers, Problem};
use super::application::{Admission, Withdrawal};
use super::interview::{Answer, Interview, Score};
use super::meeting::{Attendance, Invitee, Meeting, Minutes};
use super::outcome::Outcome;
use super::project::Project;
use super::reference::{Reference, ReferenceKind, Request, Standing};
use super::register::{Designation, Establishment, School, Status, Training, Urn};
use super::window::{KeyDate, Step};
use super::{CaseId, EmailAddress, LetterId, MessageNo, ProgrammeId, ReviewId, WindowId, WindowName};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};

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
    /// Those who asked to be told of the next round have been told of it.
    InterestMet {
        programme: ProgrammeId,
    },
    GoLive {
        at: Timestamp,
    },
    /// A copy of a letter of ours was seen: it was sent, whatever the server answered.
    OwnCopySeen {
        message_id: String,
    },
    Withdrawn {
        case: CaseId,
        withdrawal: Withdrawal,
    },
    /// A withdrawal is undone: it was a misunderstanding.
    Reinstated {
        case: CaseId,
    },
    /// A step of a round that does not follow from the clock.
    StepTaken {
        window: WindowId,
        step: Step,
        by: String,
    },
    /// How many of a specialism a round looks for.
    TargetSet {
        window: WindowId,
        specialism: String,
        wanted: u32,
    },
    SchoolKnown {
        school: School,
    },
    Reference(ReferenceChange),
    Panel(PanelChange),
    Outcome(OutcomeChange),
    Desk(DeskChange),
    Letter(LetterChange),
    Register(RegisterChange),
    Meeting(MeetingChange),
    Project(ProjectChange),
    Deployment(DeploymentChange),
    Visit(VisitChange),
    Money(MoneyChange),
}

/// What happens to references.
#[derive(Debug, Clone, PartialEq)]
pub enum ReferenceChange {
    Asked {
        case: CaseId,
        request: Request,
    },
    /// A step of the chaser ladder was taken for the latest request.
    Chased {
        case: CaseId,
        kind: ReferenceKind,
        step: u32,
    },
    /// The request to the latest address came back.
    Bounced {
        case: CaseId,
        kind: ReferenceKind,
        at: Timestamp,
    },
    Came {
        case: CaseId,
        reference: Reference,
    },
    /// A coordinator said whether it counts.
    Ruled {
        case: CaseId,
        kind: ReferenceKind,
        message: MessageNo,
        standing: Standing,
    },
}

/// What the panel does: shortlist, interviews, ratings.
#[derive(Debug, Clone, PartialEq)]
pub enum PanelChange {
    Shortlisted { case: CaseId, by: String },
    InterviewSet { case: CaseId, interview: Interview },
    InterviewAnswered { case: CaseId, answer: Answer },
    Scored { case: CaseId, scores: Vec<Score> },
}

/// What a person decided about a person.
#[derive(Debug, Clone, PartialEq)]
pub enum OutcomeChange {
    Decided {
        case: CaseId,
        outcome: Outcome,
    },
    Released {
        cases: Vec<CaseId>,
        at: Timestamp,
    },
    /// Into the register; an entry of the same case, or of the same person without a case, is brought up to date.
    Entered {
        designation: Box<Designation>,
    },
    /// A decision was changed: the register no longer counts them.
    Ended {
        case: CaseId,
        on: Date,
    },
}

/// What happens to an entry of the register, named by its number.
#[derive(Debug, Clone, PartialEq)]
pub enum RegisterChange {
    StatusSet {
        entry: CaseId,
        status: Status,
        since: Date,
        because: String,
    },
    /// They work at another school now.
    SchoolSet {
        entry: CaseId,
        school: String,
        urn: Option<Urn>,
    },
    AddressSet {
        entry: CaseId,
        email: EmailAddress,
    },
    ReviewSet {
        entry: CaseId,
        on: Date,
    },
    SpecialismsSet {
        entry: CaseId,
        specialism: String,
        further: Vec<String>,
    },
    Trained {
        entry: CaseId,
        training: Training,
    },
    /// They had not been there after all.
    Untrained {
        entry: CaseId,
        module: String,
    },
    PortraitAsked {
        entry: CaseId,
        at: Timestamp,
        /// 0 for the request itself, then the step of the chaser ladder.
        step: u32,
    },
    /// The coordinators are asked about a review date: the first time, or again.
    ReviewAsked {
        entry: CaseId,
        due: Date,
        step: u32,
    },
    TelephoneSet {
        entry: CaseId,
        telephone: String,
    },
    PortraitCame {
        entry: CaseId,
        words: String,
        role: String,
        consent: Option<bool>,
        /// `None` where a coordinator typed it.
        message: Option<MessageNo>,
        at: Timestamp,
    },
    /// The national register of schools, whole: it takes the place of the one before.
    NationalRegister {
        establishments: Vec<Establishment>,
    },
}

/// What happens to a meeting, named by its number.
#[derive(Debug, Clone, PartialEq)]
pub enum MeetingChange {
    /// A new one, or all that is said of an old one; invitees and steps are not touched by it.
    Set {
        meeting: Box<Meeting>,
    },
    Invited {
        meeting: CaseId,
        invitee: Invitee,
    },
    /// Was invited by mistake, or has left the register.
    Uninvited {
        meeting: CaseId,
        email: EmailAddress,
    },
    Answered {
        meeting: CaseId,
        email: EmailAddress,
        answer: Option<Attendance>,
        words: String,
        at: Timestamp,
    },
    /// Onto the waiting list, or, with `None`, off it: there is a place.
    Waits {
        meeting: CaseId,
        email: EmailAddress,
        since: Option<Timestamp>,
    },
    Attended {
        meeting: CaseId,
        email: EmailAddress,
        came: bool,
    },
    StepTaken {
        meeting: CaseId,
        step: String,
    },
    /// Minutes that wait to be sent on.
    MinutesCame {
        meeting: CaseId,
        minutes: Minutes,
    },
}

/// What happens to a project, named by its number; its steps by their `id`.
#[derive(Debug, Clone, PartialEq)]
pub enum ProjectChange {
    Agreed {
        project: Box<Project>,
    },
    DueMoved {
        project: CaseId,
        step: String,
        due: Date,
        /// Steps of the reminders that lie behind already.
        reminded: u32,
    },
    /// A step of the reminders was taken for the date that is due.
    Reminded {
        project: CaseId,
        step: String,
        reminder: u32,
    },
    ReportCame {
        project: CaseId,
        step: String,
        message: MessageNo,
        at: Timestamp,
    },
    /// The report that came was not enough: it is awaited again.
    MoreAsked {
        project: CaseId,
        step: String,
        due: Date,
        /// Steps of the reminders that lie behind already.
        reminded: u32,
    },
    Accepted {
        project: CaseId,
        step: String,
        on: Date,
    },
    Paid {
        project: CaseId,
        on: Date,
    },
    Dropped {
        project: CaseId,
        on: Date,
        because: String,
    },
}

/// The coordinators' desk: questions, digests, codes.
#[derive(Debug, Clone, PartialEq)]
pub enum DeskChange {
    /// A digest goes out; its purpose names the letter, its numbers the questions.
    DigestSent {
        purpose: String,
        items: Vec<(u32, ReviewId)>,
    },
    ReviewDecided {
        review: ReviewId,
        by: String,
        outcome: String,
    },
    ReviewHeld {
        review: ReviewId,
        until: Timestamp,
    },
    ReviewsChased {
        reviews: Vec<ReviewId>,
    },
}

/// Letters that wait in the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LetterChange {
    /// A held letter may go.
    Approved { letter: LetterId },
    /// A letter that has not gone never will.
    Dropped { letter: LetterId, because: String },
    /// The letter of a purpose never will, if it has not gone.
    DroppedFor { purpose: String, because: String },
    /// A letter that failed, or about which nobody knows, is sent once more.
    SentAgain { letter: LetterId },
    /// Everything that has not gone is held.
    AllHeld { because: String },
    /// What was held by `hold all` may go.
    HoldLifted,
}

/// A form to be added to an application.
#[derive(Debug, Clone, PartialEq)]
pub struct NewVersion {
    pub number: u32,
    pub message: MessageNo,
    pub answers: Answers,
    pub problems: Vec<Problem>,
}
