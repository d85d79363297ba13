//! What happens to requests for support, to the work that is agreed upon them, and to the days that are logged.

use crate::domain::deployment::{Consent, Deployed, Deployment, Party, Plan, Request, State, SupportedSchool};
use crate::domain::visit::{self, OpenLog, Visit, VisitId};
use crate::domain::worked::HalfDays;
use crate::domain::{CaseId, EmailAddress, MessageNo, ProgrammeId};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What happens to a deployment, named by its number; its people by their addresses.
#[derive(Debug, Clone, PartialEq)]
pub enum DeploymentChange {
    Requested {
        deployment: Box<Deployment>,
    },
    /// More is known of the school and of what it asks for.
    RequestSet {
        deployment: CaseId,
        school: Box<SupportedSchool>,
        request: Box<Request>,
    },
    ProgrammeSet {
        deployment: CaseId,
        programme: ProgrammeId,
    },
    StateSet {
        deployment: CaseId,
        state: State,
        since: Timestamp,
        because: String,
    },
    Planned {
        deployment: CaseId,
        plan: Plan,
    },
    /// Charged otherwise than policy says: JSON of the keys that differ; empty for policy.
    ChargingSet {
        deployment: CaseId,
        charging: String,
    },
    /// Somebody is asked to do it, or joins those who do.
    Asked {
        deployment: CaseId,
        person: Box<Deployed>,
    },
    PersonAnswered {
        deployment: CaseId,
        email: EmailAddress,
        answer: bool,
        at: Timestamp,
    },
    HomeHeadAnswered {
        deployment: CaseId,
        email: EmailAddress,
        answer: bool,
        at: Timestamp,
    },
    /// Where the head of somebody's home school is written to.
    HomeHeadSet {
        deployment: CaseId,
        /// Whoever does the work.
        person: EmailAddress,
        name: String,
        email: EmailAddress,
    },
    PersonChased {
        deployment: CaseId,
        email: EmailAddress,
        step: u32,
    },
    /// Somebody else is asked instead, or they step back.
    PersonReleased {
        deployment: CaseId,
        email: EmailAddress,
        at: Timestamp,
    },
    /// The parties were asked how it is going, on the day that was agreed for it.
    ReviewAsked {
        deployment: CaseId,
        on: Date,
    },
    /// A step of what is said about the end that lies on that day.
    EndTold {
        deployment: CaseId,
        on: Date,
        step: u32,
    },
    /// The parties have a version of the agreement.
    AgreementSent {
        deployment: CaseId,
        version: u32,
        consents: Vec<Consent>,
    },
    Agreed {
        deployment: CaseId,
        version: u32,
        party: Party,
        email: EmailAddress,
        at: Timestamp,
        message: Option<MessageNo>,
    },
    ConsentChased {
        deployment: CaseId,
        version: u32,
        party: Party,
        email: EmailAddress,
        step: u32,
    },
    VisitPlanned {
        deployment: CaseId,
        email: EmailAddress,
        day: Date,
        half_days: HalfDays,
    },
    VisitUnplanned {
        deployment: CaseId,
        email: EmailAddress,
        day: Date,
    },
    /// The record of a planned visit was asked for.
    RecordChased {
        deployment: CaseId,
        email: EmailAddress,
        day: Date,
        step: u32,
    },
    EvaluationAsked {
        deployment: CaseId,
        point: String,
        at: Timestamp,
    },
    EvaluationChased {
        deployment: CaseId,
        point: String,
        step: u32,
    },
    EvaluationCame {
        deployment: CaseId,
        point: String,
        answers: BTreeMap<String, String>,
        message: Option<MessageNo>,
        at: Timestamp,
    },
    /// What the person who was there writes about it.
    OwnWords {
        deployment: CaseId,
        point: String,
        words: String,
    },
}

/// What happens to a logged day.
#[derive(Debug, Clone, PartialEq)]
pub enum VisitChange {
    /// Its number is the store's to give.
    Logged {
        visit: Box<Visit>,
    },
    StateSet {
        visit: VisitId,
        state: visit::State,
        at: Timestamp,
        because: String,
    },
    /// The supported school has been told of it.
    Told {
        visits: Vec<VisitId>,
        at: Timestamp,
    },
    /// Its writer has been asked about a log that was not plain.
    Asked {
        log: Box<OpenLog>,
    },
    /// The answer has come.
    Answered {
        email: EmailAddress,
        /// The mail about which it was asked.
        message: MessageNo,
    },
}
