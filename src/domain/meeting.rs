//! Meetings of a network, and training events, which are meetings with a module and often with a number of places.

use super::civil::Zone;
use super::register::Designation;
use super::{CaseId, EmailAddress, MessageNo, ProgrammeId, names};
use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Numbers of meetings begin with it: `MTG-2026-0003`.
pub const PREFIX: &str = "MTG";

/// How the keys of questions begin that ask for a meeting in a term: `no-meeting:sle:autumn-2026-27:0`.
pub const NO_MEETING: &str = "no-meeting:";

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
    /// The version that brought its present time: answers to earlier ones were about another.
    pub time_sequence: u32,
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
    /// When its present time and place were set.
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

/// Minutes of a meeting, as they came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minutes {
    /// The mail that brought them.
    pub message: MessageNo,
    pub files: Vec<PassedOn>,
}

/// A file that is sent on as it came: nothing here opens it.
#[derive(Clone, PartialEq, Eq)]
pub struct PassedOn {
    pub name: String,
    pub kind: FileKind,
    pub bytes: Arc<[u8]>,
}

/// Its content stays out of logs.
impl std::fmt::Debug for PassedOn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PassedOn({}, {} bytes)", self.kind.word(), self.bytes.len())
    }
}

/// Kinds of file that are sent on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    Pdf,
    Docx,
    Odt,
}

impl FileKind {
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Docx, Self::Odt];

    /// The ending of its name.
    pub fn word(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Odt => "odt",
        }
    }

    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Odt => "application/vnd.oasis.opendocument.text",
        }
    }

    /// How every file of the kind begins.
    pub fn begins(self) -> &'static [u8] {
        match self {
            Self::Pdf => b"%PDF-",
            Self::Docx | Self::Odt => b"PK\x03\x04",
        }
    }
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

    /// Who is asked about afterwards, in the order of their numbers: those who were expected when it ended, by name, then those
    /// who came besides. An answer that comes later, or a name that is added, changes nobody's number.
    pub fn attendance_list(&self) -> Vec<&Invitee> {
        let ends = self.ends();
        let expected = |invitee: &Invitee| {
            let declined =
                invitee.answer == Some(Attendance::Declined) && invitee.answered_at.is_none_or(|at| at <= ends);
            invitee.invited_at <= ends && invitee.waits_since.is_none() && !declined
        };
        let mut list: Vec<&Invitee> =
            self.invitees.iter().filter(|invitee| expected(invitee) || invitee.attended == Some(true)).collect();
        list.sort_by_key(|invitee| (!expected(invitee), expected(invitee).then(|| names::folded(&invitee.name))));
        list
    }

    /// Whether it is to come, and has not been called off.
    pub fn is_coming(&self, now: Timestamp) -> bool {
        self.cancelled.is_none() && self.starts() > now
    }

    /// Whether somebody of the register is to be asked to it: of its programme, active, not asked yet, not taken off its
    /// list by a person, and, where it is training, without that training.
    pub fn is_for(&self, entry: &Designation) -> bool {
        let trained = self.module.as_ref().is_some_and(|module| entry.has_taken(module));
        let asked = |invitee: &Invitee| {
            invitee.email == entry.email || (entry.number.is_some() && invitee.entry == entry.number)
        };
        entry.programme == self.programme
            && entry.is_active()
            && !trained
            && !self.invitees.iter().any(asked)
            && !self.has_taken(&uninvited(&entry.email))
    }

    /// Who waits for a place, in the order in which they get one.
    pub fn waiting(&self) -> Vec<&Invitee> {
        let mut waiting: Vec<&Invitee> = self.invitees.iter().filter(|invitee| invitee.waits_since.is_some()).collect();
        waiting.sort_by_key(|invitee| invitee.waits_since);
        waiting
    }

    pub fn invitee(&self, email: &EmailAddress) -> Option<&Invitee> {
        self.invitees.iter().find(|invitee| invitee.email == *email)
    }
}

/// The step that keeps somebody who was taken off the list from being asked again of the clerk's own accord.
pub fn uninvited(email: &EmailAddress) -> String {
    format!("uninvited:{}", email.folded())
}

/// How a meeting's invitees have answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    pub coming: usize,
    pub perhaps: usize,
    pub declined: usize,
    pub silent: usize,
    pub waiting: usize,
}

impl Counts {
    pub fn of<'a>(invitees: impl IntoIterator<Item = &'a Invitee>) -> Self {
        let mut counts = Self::default();
        for invitee in invitees {
            match (invitee.answer, invitee.waits_since) {
                (Some(Attendance::Declined), _) => counts.declined += 1,
                (_, Some(_)) => counts.waiting += 1,
                (Some(Attendance::Accepted), None) => counts.coming += 1,
                (Some(Attendance::Perhaps), None) => counts.perhaps += 1,
                (None, None) => counts.silent += 1,
            }
        }
        counts
    }

    /// `12 coming, 2 perhaps, 3 apologies, 8 not answered`.
    pub fn in_words(&self) -> String {
        let mut parts = vec![format!("{} coming", self.coming)];
        let apologies =
            if self.declined == 1 { "1 apology".to_owned() } else { format!("{} apologies", self.declined) };
        for (count, part) in [
            (self.perhaps, format!("{} perhaps", self.perhaps)),
            (self.waiting, format!("{} waiting for a place", self.waiting)),
            (self.declined, apologies),
            (self.silent, format!("{} not answered", self.silent)),
        ] {
            if count > 0 {
                parts.push(part);
            }
        }
        parts.join(", ")
    }
}

impl Invitee {
    /// Their designation is over: nothing about the network concerns them any more.
    pub fn has_left(&self, register: &[Designation]) -> bool {
        let still = |entry: &Designation| entry.number == self.entry && entry.ended_on.is_none();
        self.entry.is_some() && !register.iter().any(still)
    }

    /// A guest, or active in the register: whoever has left it is not written to any more.
    pub fn is_of_network(&self, register: &[Designation]) -> bool {
        self.entry.as_ref().is_none_or(|number| {
            register.iter().any(|entry| entry.number.as_ref() == Some(number) && entry.is_active())
        })
    }

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

    /// Has accepted, and does not wait.
    pub fn has_place(&self) -> bool {
        self.answer == Some(Attendance::Accepted) && self.waits_since.is_none()
    }

    /// Has a place and has not said no.
    pub fn is_expected(&self) -> bool {
        self.waits_since.is_none() && self.answer != Some(Attendance::Declined)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_counted_once_each() {
        let email = EmailAddress::parse("p.nair@hazelbank.example").unwrap();
        let invitee = |answer, waits: bool| Invitee {
            answer,
            waits_since: waits.then_some(Timestamp::UNIX_EPOCH),
            ..Invitee::invited("Priya Nair", &email, None, Timestamp::UNIX_EPOCH)
        };
        let all = [
            invitee(Some(Attendance::Accepted), false),
            invitee(Some(Attendance::Accepted), true),
            invitee(Some(Attendance::Declined), false),
            invitee(Some(Attendance::Perhaps), false),
            invitee(None, false),
        ];
        assert_eq!(
            Counts::of(&all).in_words(),
            "1 coming, 1 perhaps, 1 waiting for a place, 1 apology, 1 not answered"
        );
        assert_eq!(Counts::of(&[]).in_words(), "0 coming");
    }
}
