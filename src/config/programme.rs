//! `config/programmes/*.toml`: how one programme recruits.

use crate::domain::civil::{TimeOfDay, Zone};
use crate::domain::reference::ReferenceKind;
use crate::domain::{FormId, ProgrammeId};
use crate::forms::{FormReader, OverLength};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeFile {
    pub id: ProgrammeId,
    pub name: String,
    pub short_name: String,
    pub role: String,
    pub a_role: String,
    pub case_prefix: String,
    pub form: FormId,
    #[serde(default, rename = "specialism")]
    pub specialisms: Vec<Specialism>,
    #[serde(default)]
    pub window: WindowPolicy,
    #[serde(default)]
    pub application: ApplicationPolicy,
    #[serde(default, rename = "reference")]
    pub references: Vec<ReferencePolicy>,
    #[serde(default)]
    pub reminders: ReminderPolicy,
    #[serde(default)]
    pub review: ReviewPolicy,
    #[serde(default)]
    pub outcomes: OutcomePolicy,
    #[serde(default)]
    pub enquiries: EnquiryPolicy,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Specialism {
    pub name: String,
    #[serde(default)]
    pub also: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WindowPolicy {
    pub zone: Zone,
    pub opening_time: TimeOfDay,
    pub closing_time: TimeOfDay,
    pub late_days: u16,
}

impl Default for WindowPolicy {
    fn default() -> Self {
        let at = |hour| TimeOfDay(jiff::civil::Time::constant(hour, 0, 0, 0));
        Self { zone: Zone::london(), opening_time: at(0), closing_time: at(18), late_days: 28 }
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ApplicationPolicy {
    pub over_length: OverLength,
    pub word_tolerance: usize,
    pub minimum_leadership_years: u32,
}

impl Default for ApplicationPolicy {
    fn default() -> Self {
        Self { over_length: OverLength::Tell, word_tolerance: 0, minimum_leadership_years: 2 }
    }
}

/// How a reference comes to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// The clerk writes to the referee.
    ByRequest,
    /// The referee completes a section of the application form and sends the whole document.
    InForm,
}

/// What an applicant is told about a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tell {
    #[default]
    Arrival,
    Nothing,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferencePolicy {
    pub kind: ReferenceKind,
    pub how: How,
    #[serde(default)]
    pub form: Option<FormId>,
    #[serde(default)]
    pub due_school_days_after_closing: u32,
    /// School days before it is due, largest first.
    #[serde(default)]
    pub chasers: Vec<u32>,
    #[serde(default = "half_past_eight")]
    pub chase_at: TimeOfDay,
    #[serde(default)]
    pub tell_applicant_after: u32,
    #[serde(default)]
    pub tell_applicant: Tell,
}

fn half_past_eight() -> TimeOfDay {
    TimeOfDay(jiff::civil::Time::constant(8, 30, 0, 0))
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ReminderPolicy {
    /// School days before the closing.
    pub incomplete: Vec<u32>,
    pub at: TimeOfDay,
    pub announce_opening: bool,
}

impl Default for ReminderPolicy {
    fn default() -> Self {
        Self { incomplete: vec![], at: half_past_eight(), announce_opening: false }
    }
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ReviewPolicy {
    pub blind: bool,
    pub criteria: Vec<String>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OutcomePolicy {
    pub feedback: bool,
    pub appeal: String,
    /// What designated people are told that designation means.
    pub designation: String,
    /// What people on the reserve list are told about it.
    pub reserve: String,
    pub training: String,
    pub export: Vec<ExportColumn>,
}

/// A column of `export outcomes`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportColumn {
    Case,
    Name,
    Email,
    School,
    Post,
    Specialism,
    Verdict,
    Because,
    DecidedBy,
    DecidedOn,
    ReleasedOn,
    ReceivedAt,
    HeadName,
    Rating,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EnquiryPolicy {
    pub about: Vec<String>,
    pub packs_a_week: u32,
}

/// A programme with its form made ready.
#[derive(Debug)]
pub struct Programme {
    pub id: ProgrammeId,
    pub name: String,
    pub short_name: String,
    pub role: String,
    pub a_role: String,
    pub case_prefix: String,
    pub specialisms: Vec<Specialism>,
    pub window: WindowPolicy,
    pub application: ApplicationPolicy,
    pub references: Vec<Referees>,
    pub reminders: ReminderPolicy,
    pub review: ReviewPolicy,
    pub outcomes: OutcomePolicy,
    pub enquiries: EnquiryPolicy,
    pub form: FormReader,
}

/// A kind of reference that the programme asks for, with its form made ready.
#[derive(Debug)]
pub struct Referees {
    pub policy: ReferencePolicy,
    /// The short form, where it is asked for by request.
    pub form: Option<FormReader>,
}

impl Referees {
    pub fn kind(&self) -> ReferenceKind {
        self.policy.kind
    }
}

impl Programme {
    pub fn strictness(&self) -> crate::forms::Strictness {
        crate::forms::Strictness {
            over_length: self.application.over_length,
            tolerance: self.application.word_tolerance,
        }
    }
}
