//! Interviews and reviewers' ratings.

use super::civil::Zone;
use jiff::Timestamp;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// An interview, as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interview {
    /// SEQUENCE of its calendar entry: grows with every change (RFC 5545 §3.8.7.4).
    pub sequence: u32,
    pub starts_at: DateTime,
    pub minutes: u32,
    pub zone: Zone,
    pub place: String,
    /// The group of an assessment day; empty for a single interview.
    pub group: String,
    pub cancelled: bool,
    pub answer: Option<Answer>,
    pub set_by: String,
    pub set_at: Timestamp,
}

impl Interview {
    pub fn starts(&self) -> Timestamp {
        self.zone.earliest(self.starts_at)
    }
}

/// What the applicant said to the invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Accepted,
    Declined,
    AnotherTime,
}

impl Answer {
    pub fn word(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::AnotherTime => "another_time",
        }
    }

    pub fn read(word: &str) -> Option<Self> {
        [Self::Accepted, Self::Declined, Self::AnotherTime].into_iter().find(|a| a.word() == word)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rating {
    Red,
    Amber,
    Green,
}

impl Rating {
    pub fn word(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::Amber => "amber",
            Self::Green => "green",
        }
    }

    /// `Green`, `g`, `AMBER`.
    pub fn read(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase();
        [Self::Red, Self::Amber, Self::Green]
            .into_iter()
            .find(|r| r.word() == word || r.word().get(..1) == Some(word.as_str()))
    }

    /// Red 0, amber 1, green 2: for an average that is shown and decides nothing.
    pub fn points(self) -> u32 {
        match self {
            Self::Red => 0,
            Self::Amber => 1,
            Self::Green => 2,
        }
    }
}

/// A reviewer's rating of one criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    pub reviewer: String,
    pub criterion: String,
    pub rating: Rating,
    pub comment: String,
}
