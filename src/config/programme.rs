//! `config/programmes/*.toml`: how one programme recruits.

use super::deployments::DeploymentPolicy;
use super::projects::ProjectPolicy;
use super::words::WordsPolicy;
use crate::domain::charging::Charging;
use crate::domain::civil::{TimeOfDay, Zone};
use crate::domain::pattern::Pattern;
use crate::domain::reference::ReferenceKind;
use crate::domain::{FormId, ProgrammeId};
use crate::forms::{FormReader, Meaning, OverLength};
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
    pub words: WordsPolicy,
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
    #[serde(default)]
    pub designation: DesignationPolicy,
    #[serde(default)]
    pub meetings: MeetingPolicy,
    #[serde(default, rename = "training")]
    pub training: Vec<TrainingModule>,
    #[serde(default)]
    pub portrait: PortraitPolicy,
    #[serde(default)]
    pub booklet: BookletPolicy,
    #[serde(default)]
    pub projects: ProjectPolicy,
    #[serde(default)]
    pub deployments: DeploymentPolicy,
    #[serde(default)]
    pub charging: Charging,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Specialism {
    pub name: String,
    #[serde(default)]
    pub also: Vec<String>,
    /// What it belongs to in the booklet's table: `Leadership and management`.
    #[serde(default)]
    pub group: String,
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
    #[serde(alias = "minimum_leadership_years")]
    pub minimum_years: u32,
    /// What the years are spent in: `in a leadership role`.
    pub years_spent: String,
}

impl Default for ApplicationPolicy {
    fn default() -> Self {
        Self {
            over_length: OverLength::Tell,
            word_tolerance: 0,
            minimum_years: 2,
            years_spent: "in a leadership role".to_owned(),
        }
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
    /// Who that person is, where their name alone does not say it: `a headteacher whom you have supported`.
    #[serde(default)]
    pub who: String,
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
    /// Whom the programme is for, where several are set side by side: `headteachers who …`.
    pub for_whom: String,
    pub packs_a_week: u32,
}

/// What designation lasts and asks for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DesignationPolicy {
    /// After so many years it is reviewed.
    pub years: u16,
    /// So many school days before the review date the coordinator is asked.
    pub review_notice: u32,
    /// Days a year that are agreed with everybody who has no other number.
    pub days_a_year: u32,
    /// What somebody whose designation is ended is told of the right of appeal; empty says nothing.
    pub appeal: String,
}

impl Default for DesignationPolicy {
    fn default() -> Self {
        Self { years: 4, review_notice: 40, days_a_year: 6, appeal: String::new() }
    }
}

/// Pen portraits for the booklet.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PortraitPolicy {
    /// The short form that is enclosed; without one nobody can be asked.
    pub form: Option<FormId>,
    /// School days after it was asked for, smallest first.
    pub chasers: Vec<u32>,
    pub chase_at: TimeOfDay,
}

impl Default for PortraitPolicy {
    fn default() -> Self {
        Self { form: None, chasers: vec![], chase_at: half_past_eight() }
    }
}

/// What the booklet says besides its people.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BookletPolicy {
    /// Who these people are and what they do, in a few sentences.
    pub about: String,
    /// How a school asks for support, step by step.
    pub steps: Vec<String>,
}

/// The meetings of a programme's network.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MeetingPolicy {
    /// Whether there should be one in every term.
    pub termly: bool,
    /// `second Tuesday, 15:45`: what a suggested date follows; without one no date is suggested.
    #[serde(deserialize_with = "pattern")]
    pub pattern: Option<Pattern>,
    pub minutes: u32,
    /// School days after the first of a term by which a meeting should have been set.
    pub ask_after: u32,
    /// Calendar days before, largest first, on which invitees are reminded; where that is no school day, the one before.
    pub reminders: Vec<u32>,
    /// Whether they are reminded on the school day before, and on the morning.
    pub day_before: bool,
    pub morning: bool,
    pub remind_at: TimeOfDay,
    pub morning_at: TimeOfDay,
    /// When, on the school day before, the host has the list of attendees.
    pub list_at: TimeOfDay,
}

impl Default for MeetingPolicy {
    fn default() -> Self {
        Self {
            termly: false,
            pattern: None,
            minutes: 75,
            ask_after: 10,
            reminders: vec![],
            day_before: true,
            morning: false,
            remind_at: half_past_eight(),
            morning_at: TimeOfDay(jiff::civil::Time::constant(7, 30, 0, 0)),
            list_at: TimeOfDay(jiff::civil::Time::constant(15, 0, 0, 0)),
        }
    }
}

/// Left empty, it is none.
fn pattern<'de, D: serde::Deserializer<'de>>(given: D) -> Result<Option<Pattern>, D::Error> {
    let said = String::deserialize(given)?;
    if said.trim().is_empty() { Ok(None) } else { Pattern::parse(&said).map(Some).map_err(serde::de::Error::custom) }
}

/// A training module: an event that designated people take once.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrainingModule {
    /// How commands name it: `core`.
    pub id: String,
    pub name: String,
    /// Everybody newly designated is expected to take it.
    #[serde(default)]
    pub required: bool,
    /// Whoever has taken it gets a certificate.
    #[serde(default)]
    pub certificate: bool,
    /// 0: as many as come.
    #[serde(default)]
    pub places: u32,
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
    pub words: WordsPolicy,
    pub specialisms: Vec<Specialism>,
    pub window: WindowPolicy,
    pub application: ApplicationPolicy,
    pub references: Vec<Referees>,
    pub reminders: ReminderPolicy,
    pub review: ReviewPolicy,
    pub outcomes: OutcomePolicy,
    pub enquiries: EnquiryPolicy,
    pub designation: DesignationPolicy,
    pub meetings: MeetingPolicy,
    pub training: Vec<TrainingModule>,
    pub portrait: PortraitPolicy,
    /// The form of `portrait`, made ready.
    pub portrait_form: Option<FormReader>,
    pub booklet: BookletPolicy,
    pub projects: ProjectPolicy,
    pub deployments: DeploymentPolicy,
    /// How its days are paid for, unless a deployment was agreed otherwise.
    pub charging: Charging,
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

    /// Whether it is asked if the applicant can be released.
    pub fn asks_release(&self) -> bool {
        self.form.as_ref().is_none_or(|form| form.definition.meaning(Meaning::Capacity).is_some())
    }
}

impl Programme {
    /// Who answers for somebody's time: the first headteacher or chair of governors of whom a reference is asked.
    pub fn employer(&self) -> Option<ReferenceKind> {
        self.references.iter().map(Referees::kind).find(|kind| match kind {
            ReferenceKind::Headteacher | ReferenceKind::ChairOfGovernors => true,
            ReferenceKind::SecondReferee => false,
        })
    }

    /// An area of expertise as the programme calls it, where it knows it; otherwise as it was written.
    pub fn area(&self, written: &str) -> String {
        let folded = written.trim().to_lowercase();
        let known = |area: &&Specialism| {
            area.name.to_lowercase() == folded || area.also.iter().any(|also| also.to_lowercase() == folded)
        };
        self.specialisms.iter().find(known).map_or_else(|| written.trim().to_owned(), |area| area.name.clone())
    }

    /// Several of them, between semicolons or strokes. `D&T / ICT` is two; an area that the programme calls so is one.
    pub fn areas(&self, written: &str) -> Vec<String> {
        let mut areas: Vec<String> = vec![];
        let parts = written.split([';', '\n']).flat_map(|part| {
            let known = self.specialisms.iter().any(|area| area.name == self.area(part));
            if known { vec![part] } else { part.split('/').collect() }
        });
        for area in parts.map(|part| self.area(part)).filter(|area| !area.is_empty()) {
            if !areas.contains(&area) {
                areas.push(area);
            }
        }
        areas
    }

    pub fn strictness(&self) -> crate::forms::Strictness {
        crate::forms::Strictness {
            over_length: self.application.over_length,
            tolerance: self.application.word_tolerance,
        }
    }
}
