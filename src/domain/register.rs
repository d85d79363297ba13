//! The register of designated people, and the schools that the alliance writes to.

use super::{CaseId, EmailAddress, MessageNo, ProgrammeId};
use jiff::civil::Date;
use jiff::{Span, Timestamp};
use serde::{Deserialize, Serialize};

/// Numbers of register entries begin with it: `REG-2027-0003`.
pub const PREFIX: &str = "REG";

/// An entry of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Designation {
    /// `REG-2027-0003`; the store draws it when the entry is made, and until then there is none.
    pub number: Option<CaseId>,
    pub programme: ProgrammeId,
    /// Without one it was designated before the clerk kept the register.
    pub case: Option<CaseId>,
    pub name: String,
    pub email: EmailAddress,
    pub telephone: String,
    /// The home school, which employs them.
    pub school: String,
    /// Its number in the national register, where it is known.
    pub urn: Option<Urn>,
    pub specialism: String,
    /// Further areas of expertise.
    pub further: Vec<String>,
    pub since: Date,
    pub status: Status,
    /// Set when the designation has ended, whatever the reason.
    pub ended_on: Option<Date>,
    pub status_since: Option<Date>,
    pub status_because: String,
    /// Where it differs from what policy counts from `since`.
    pub review_on: Option<Date>,
    /// Half-days a year, where they differ from policy.
    pub half_days_a_year: Option<u32>,
    pub training: Vec<Training>,
    pub portrait: Portrait,
    /// The review date that the coordinators were last asked about, and how often.
    pub review_asked: Option<(Date, u32)>,
}

impl Designation {
    /// A new entry, active, with nothing but what everybody has.
    pub fn new(programme: ProgrammeId, name: String, email: EmailAddress, since: Date) -> Self {
        Self {
            number: None,
            programme,
            case: None,
            name,
            email,
            telephone: String::new(),
            school: String::new(),
            urn: None,
            specialism: String::new(),
            further: vec![],
            since,
            status: Status::Active,
            ended_on: None,
            status_since: None,
            status_because: String::new(),
            review_on: None,
            half_days_a_year: None,
            training: vec![],
            portrait: Portrait::default(),
            review_asked: None,
        }
    }

    /// Whether they are of the network today: invited to its meetings, shown in its booklet.
    pub fn is_active(&self) -> bool {
        self.status == Status::Active && self.ended_on.is_none()
    }

    /// All areas of expertise, the first one first.
    pub fn specialisms(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.specialism.as_str()).chain(self.further.iter().map(String::as_str))
    }

    /// The day on which the designation is to be reviewed: their own, or as policy counts from its beginning.
    pub fn review_date(&self, years: u16) -> Date {
        self.review_on.unwrap_or_else(|| self.since.saturating_add(Span::new().years(years)))
    }

    /// Half-days a year: their own agreement, or policy's days.
    pub fn half_days(&self, days_a_year: u32) -> u32 {
        self.half_days_a_year.unwrap_or_else(|| days_a_year.saturating_mul(2))
    }

    pub fn has_taken(&self, module: &str) -> bool {
        self.training.iter().any(|training| training.module == module)
    }
}

/// A school's number in the national register (GIAS).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Urn(pub u32);

impl std::fmt::Display for Urn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// How somebody of the register stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Active,
    /// For a while not to be asked: leave, a new post.
    Paused,
    /// Has gone to another school, whose headteacher has not agreed yet.
    Moved,
    Resigned,
    DeDesignated,
}

impl Status {
    pub const ALL: [Self; 5] = [Self::Active, Self::Paused, Self::Moved, Self::Resigned, Self::DeDesignated];

    pub fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Paused => "paused",
            Self::Moved => "moved",
            Self::Resigned => "resigned",
            Self::DeDesignated => "de_designated",
        }
    }

    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.word() == word)
    }

    /// As people say it.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Paused => "paused",
            Self::Moved => "moved school",
            Self::Resigned => "resigned",
            Self::DeDesignated => "de-designated",
        }
    }

    /// Whether the designation is over.
    pub fn is_end(self) -> bool {
        match self {
            Self::Resigned | Self::DeDesignated => true,
            Self::Active | Self::Paused | Self::Moved => false,
        }
    }
}

/// A training module that somebody has taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Training {
    /// As the programme's policy names it: `core`.
    pub module: String,
    pub taken_on: Date,
    /// The event, where the clerk knows of it.
    pub meeting: Option<CaseId>,
}

/// The pen portrait for the booklet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Portrait {
    pub asked_at: Option<Timestamp>,
    /// The last step of the chaser ladder that was taken; 0 for none.
    pub chased: u32,
    pub came_at: Option<Timestamp>,
    pub words: String,
    /// What they do at their school: `Mathematics lead`.
    pub role: String,
    /// Nothing is published without a yes.
    pub consent: Option<bool>,
    pub message: Option<MessageNo>,
}

impl Portrait {
    /// Whether it waits for an answer: asked for, and nothing has come since.
    pub fn is_awaited(&self) -> bool {
        self.asked_at.is_some_and(|asked| self.came_at.is_none_or(|came| came < asked))
    }

    /// What may be printed: the words, where their writer has agreed.
    pub fn published(&self) -> Option<&str> {
        (self.consent == Some(true) && !self.words.is_empty()).then_some(self.words.as_str())
    }
}

/// `6`, `5½`: half-days as days.
pub fn days_in_words(half_days: u32) -> String {
    match (half_days / 2, half_days % 2) {
        (0, 1) => "½".to_owned(),
        (whole, 0) => whole.to_string(),
        (whole, _) => format!("{whole}½"),
    }
}

/// A school of the alliance, and who leads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct School {
    pub name: String,
    pub head_name: String,
    pub head_email: Option<EmailAddress>,
    pub urn: Option<Urn>,
}

/// A school of the national register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Establishment {
    pub urn: Urn,
    pub name: String,
    pub is_open: bool,
    /// `Academy converter`, `Community school` …
    pub kind: String,
    pub phase: String,
    pub authority: String,
    pub trust: String,
    pub street: String,
    pub locality: String,
    pub town: String,
    pub postcode: String,
    pub telephone: String,
    pub website: String,
    pub head_name: String,
    pub head_post: String,
    pub closed_on: Option<Date>,
    /// Metres east and north on the National Grid.
    pub place: Option<(u32, u32)>,
}

/// Somebody who asked to be told of the next round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interest {
    pub programme: ProgrammeId,
    pub email: EmailAddress,
    pub name: String,
}
