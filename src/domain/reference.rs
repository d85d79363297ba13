//! References: who is asked to vouch for an applicant, what came back, and whether it counts.
//!
//! A reference counts by itself only when it fits the request and is a plain yes. Everything else waits for a person, and
//! nothing of it is ever shown to the applicant.

use super::{EmailAddress, MessageNo};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Whose word is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReferenceKind {
    Headteacher,
    SecondReferee,
    ChairOfGovernors,
}

impl ReferenceKind {
    pub const ALL: [Self; 3] = [Self::Headteacher, Self::SecondReferee, Self::ChairOfGovernors];

    /// The word that commands, configuration and the record use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Headteacher => "headteacher",
            Self::SecondReferee => "second-referee",
            Self::ChairOfGovernors => "chair-of-governors",
        }
    }

    /// What a letter calls it: `headteacher’s reference`.
    pub fn label(self) -> &'static str {
        match self {
            Self::Headteacher => "headteacher’s reference",
            Self::SecondReferee => "second referee’s reference",
            Self::ChairOfGovernors => "chair of governors’ reference",
        }
    }

    /// Who writes it: `headteacher`.
    pub fn person(self) -> &'static str {
        match self {
            Self::Headteacher => "headteacher",
            Self::SecondReferee => "second referee",
            Self::ChairOfGovernors => "chair of governors",
        }
    }

    /// `headteacher’s`, `chair of governors’`.
    pub fn persons(self) -> String {
        possessive(self.person())
    }

    pub fn read(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase().replace([' ', '_'], "-");
        match word.as_str() {
            "head" | "headteacher" | "head-teacher" | "principal" => Some(Self::Headteacher),
            "second" | "second-referee" | "referee" => Some(Self::SecondReferee),
            "chair" | "chair-of-governors" | "governors" | "governor" => Some(Self::ChairOfGovernors),
            _ => None,
        }
    }
}

/// `headteacher’s`, `governors’`: what belongs to somebody.
pub fn possessive(person: &str) -> String {
    if person.ends_with('s') { format!("{person}’") } else { format!("{person}’s") }
}

/// Somebody who was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub kind: ReferenceKind,
    /// Grows when another address is asked.
    pub round: u32,
    pub name: String,
    pub email: EmailAddress,
    pub asked_at: Timestamp,
    /// They complete a section of the application form; otherwise the clerk wrote to them.
    pub in_form: bool,
    pub bounced_at: Option<Timestamp>,
    /// The last step of the chaser ladder that was taken; 0 for none.
    pub chased: u32,
}

/// Whether the school can spare the applicant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    Yes,
    No,
    Conditional,
}

impl Capacity {
    pub fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Conditional => "conditional",
        }
    }

    pub fn read(word: &str) -> Option<Self> {
        [Self::Yes, Self::No, Self::Conditional].into_iter().find(|c| c.word() == word)
    }
}

/// Whether a reference counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    Counts,
    /// A person says whether it does.
    Waits,
    /// A person said that it does not.
    SetAside,
}

impl Standing {
    pub fn word(self) -> &'static str {
        match self {
            Self::Counts => "counts",
            Self::Waits => "waits",
            Self::SetAside => "set_aside",
        }
    }

    pub fn read(word: &str) -> Option<Self> {
        [Self::Counts, Self::Waits, Self::SetAside].into_iter().find(|s| s.word() == word)
    }
}

/// What a referee sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    pub kind: ReferenceKind,
    pub message: MessageNo,
    /// Our own server's stamp.
    pub received_at: Timestamp,
    pub sender: EmailAddress,
    /// Who it says has written it.
    pub referee: String,
    pub supports: Option<bool>,
    pub capacity: Option<Capacity>,
    /// Days a year for which release is agreed, as they were written.
    pub days: String,
    pub statement: String,
    pub standing: Standing,
    /// What a person should know about it, one sentence each.
    pub flags: Vec<String>,
}

impl Reference {
    /// A plain yes: support, and release without conditions where release was asked about.
    pub fn is_plain_yes(&self, asks_capacity: bool) -> bool {
        self.supports == Some(true) && (!asks_capacity || self.capacity == Some(Capacity::Yes))
    }
}

/// How one reference of an application stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// Nobody has been asked yet.
    NotAsked,
    Asked,
    /// The request came back; another address is wanted.
    Bounced,
    /// Something came that a person must look at.
    Waits,
    Received,
}

impl Progress {
    pub fn word(self) -> &'static str {
        match self {
            Self::NotAsked => "not_asked",
            Self::Asked => "asked",
            Self::Bounced => "bounced",
            Self::Waits => "waits",
            Self::Received => "received",
        }
    }
}
