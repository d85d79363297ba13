//! Meetings of a network, and training events, which are meetings with a module and often with a number of places.

use super::civil::Zone;
use super::{CaseId, EmailAddress, ProgrammeId};
use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Numbers of meetings begin with it: `MTG-2026-0003`.
pub const PREFIX: &str = "MTG";

/// A meeting, as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    pub number: CaseId,
    pub programme: ProgrammeId,
    /// The training module that attending it completes; `None` for a meeting of the network.
    pub module: Option<String>,
    pub title: String,
    /// SEQUENCE of its calendar entry: grows with every change (RFC 5545 §3.8.7.4).
    pub sequence: u32,
    pub starts_at: DateTime,
    pub minutes: u32,
    pub zone: Zone,
    pub place: String,
    /// How many may come; `None` for as many as like.
    pub places: Option<u32>,
    /// Who has the list of attendees the day before, and is asked afterwards who came.
    pub host: Option<Host>,
    /// Why it does not take place.
    pub cancelled: Option<String>,
    pub set_by: String,
    /// When its present version was set.
    pub set_at: Timestamp,
    pub invitees: Vec<Invitee>,
    /// Steps that were taken, and when: `reminded-21`, `listed`, `attendance-asked` …
    pub steps: BTreeMap<String, Timestamp>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Host {
    pub name: String,
    pub email: EmailAddress,
}

/// Somebody who was invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitee {
    pub name: String,
    pub email: EmailAddress,
    /// Their entry of the register; `None` for a guest.
    pub entry: Option<CaseId>,
    pub invited_at: Timestamp,
    pub answer: Option<Attendance>,
    pub answered_at: Option<Timestamp>,
    /// What they wrote with it.
    pub words: String,
    /// Since when they wait for a place; `None` for who has one.
    pub waits_since: Option<Timestamp>,
    /// Whether they came; `None` until attendance has been taken.
    pub attended: Option<bool>,
}

/// What somebody says to the invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attendance {
    Accepted,
    Declined,
    Perhaps,
}

impl Attendance {
    pub fn word(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Perhaps => "perhaps",
        }
    }

    pub fn read(word: &str) -> Option<Self> {
        [Self::Accepted, Self::Declined, Self::Perhaps].into_iter().find(|answer| answer.word() == word)
    }
}

impl Meeting {
    pub fn starts(&self) -> Timestamp {
        self.zone.earliest(self.starts_at)
    }

    pub fn ends(&self) -> Timestamp {
        self.starts().saturating_add(SignedDuration::from_mins(i64::from(self.minutes))).unwrap_or(Timestamp::MAX)
    }

    pub fn is_training(&self) -> bool {
        self.module.is_some()
    }

    pub fn has_taken(&self, step: &str) -> bool {
        self.steps.contains_key(step)
    }

    pub fn invitee(&self, email: &EmailAddress) -> Option<&Invitee> {
        self.invitees.iter().find(|invitee| invitee.email == *email)
    }
}

impl Invitee {
    pub fn invited(name: &str, email: &EmailAddress, entry: Option<&CaseId>, at: Timestamp) -> Self {
        Self {
            name: name.to_owned(),
            email: email.clone(),
            entry: entry.cloned(),
            invited_at: at,
            answer: None,
            answered_at: None,
            words: String::new(),
            waits_since: None,
            attended: None,
        }
    }

    /// Has a place and has not said no.
    pub fn is_expected(&self) -> bool {
        self.waits_since.is_none() && self.answer != Some(Attendance::Declined)
    }
}
