//! `config/programmes/*.toml`: how one programme recruits.

use crate::domain::civil::{TimeOfDay, Zone};
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
    pub enquiries: EnquiryPolicy,
    pub form: FormReader,
}

impl Programme {
    pub fn strictness(&self) -> crate::forms::Strictness {
        crate::forms::Strictness {
            over_length: self.application.over_length,
            tolerance: self.application.word_tolerance,
        }
    }
}
