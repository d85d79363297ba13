//! A day or half-day that was worked, from the mail that logged it to the line of the invoice.

mod bounds;

pub use bounds::{Bounds, academic_year, sum};

use super::money::Pence;
use super::worked::HalfDays;
use super::{CaseId, EmailAddress, MessageNo};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A visit's row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VisitId(pub i64);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    pub id: VisitId,
    pub deployment: CaseId,
    pub name: String,
    pub email: EmailAddress,
    pub day: Date,
    pub half_days: HalfDays,
    /// What was written about it.
    pub words: String,
    /// Where hours were given: what the half-days were rounded from.
    pub minutes: Option<u32>,
    pub message: Option<MessageNo>,
    pub logged_at: Timestamp,
    pub logged_by: String,
    pub state: State,
    pub state_since: Timestamp,
    pub state_because: String,
    /// When the supported school was told of it.
    pub told_at: Option<Timestamp>,
    /// How it is paid for.
    pub billing: Billing,
    /// Whether the home school's side of it stands on a statement or an invoice of theirs.
    pub reimbursed: bool,
    /// The day rate at which it was sold, once it stands on a line of an invoice: what the home school has is a share of it.
    pub sold_at: Option<Pence>,
    pub flags: Vec<Flag>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Logged,
    /// The supported school said yes, or has not objected in time.
    Confirmed,
    /// It said no: a person settles it.
    Disputed,
    /// Taken back, or corrected by another.
    Withdrawn,
}

impl State {
    pub fn word(self) -> &'static str {
        match self {
            Self::Logged => "logged",
            Self::Confirmed => "confirmed",
            Self::Disputed => "disputed",
            Self::Withdrawn => "withdrawn",
        }
    }

    pub fn read(word: &str) -> Option<Self> {
        [Self::Logged, Self::Confirmed, Self::Disputed, Self::Withdrawn].into_iter().find(|s| s.word() == word)
    }
}

impl Visit {
    /// Whether it counts as worked: it has not been taken back.
    pub fn stands(&self) -> bool {
        match self.state {
            State::Logged | State::Confirmed | State::Disputed => true,
            State::Withdrawn => false,
        }
    }
}

/// How a confirmed day is paid for: it follows from the ledger, and is noted nowhere else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Billing {
    Unbilled,
    Billed,
    /// Against a day of the other school.
    Swapped,
    /// Drawn from a fund.
    Funded,
    /// The home school bills it from our time sheet.
    Direct,
}

impl Billing {
    pub fn word(self) -> &'static str {
        match self {
            Self::Unbilled => "unbilled",
            Self::Billed => "billed",
            Self::Swapped => "swapped",
            Self::Funded => "funded",
            Self::Direct => "direct",
        }
    }
}

/// What a coordinator should look at before it is paid for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// The same person logged the same day for another deployment.
    Overlap,
    NoSchoolDay,
    MoreThanAgreed,
    BeyondTheYear,
    LoggedLate,
    /// Before the start or after the end that were agreed.
    OutsideTheTerm,
}

impl Flag {
    pub const ALL: [Self; 6] = [
        Self::Overlap,
        Self::NoSchoolDay,
        Self::MoreThanAgreed,
        Self::BeyondTheYear,
        Self::LoggedLate,
        Self::OutsideTheTerm,
    ];

    pub fn in_words(self) -> &'static str {
        match self {
            Self::Overlap => "the same day was logged for another school",
            Self::NoSchoolDay => "no school day",
            Self::MoreThanAgreed => "more than was agreed",
            Self::BeyondTheYear => "beyond the year's commitment",
            Self::LoggedLate => "logged late",
            Self::OutsideTheTerm => "outside the agreed dates",
        }
    }
}

/// A log that was not plain: what was written, and what its writer has been asked about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenLog {
    pub email: EmailAddress,
    pub message: MessageNo,
    /// As it was written: the answer is read together with it.
    pub words: String,
    /// The day from which "last Tuesday" counts.
    pub received_on: Date,
    /// The days whose amount alone was asked for; none where something else was.
    pub amounts_of: Vec<Date>,
    pub asked_at: Timestamp,
}
