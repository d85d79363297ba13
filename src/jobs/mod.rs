//! What the clerk does of its own accord: one file a job, each a pure function of facts and the time.
//!
//! A job is decided from the record alone, so that it may be asked twice without harm: what it wants sent has a purpose,
//! and a purpose has one letter. To add a job: its file, and its line in [`ALL`].

mod interview_reminder;
pub mod project_reminders;
pub mod chasers;
pub mod closing;
pub mod digest;
pub mod note;
pub mod opening;
pub mod reminders;

use crate::config::Config;
use crate::decision::Decision;
use crate::domain::civil::TimeOfDay;
use crate::domain::facts::Facts;
use crate::domain::window::Window;
use jiff::Timestamp;
use jiff::civil::DateTime;

pub struct Job {
    pub name: &'static str,
    /// What it does and when, in one sentence.
    pub about: &'static str,
    pub when: When,
    pub decide: fn(&Task<'_>) -> Vec<Decision>,
}

/// When a job is done.
#[derive(Clone, Copy)]
pub enum When {
    /// At the civil times of cron expressions that policy gives. Of several that were missed, the latest counts.
    At(fn(&Config) -> Vec<String>),
    /// As soon as a round asks for it.
    Pending(fn(&Config, &[Window], Timestamp) -> bool),
}

/// A job that is due.
pub struct Task<'a> {
    pub config: &'a Config,
    pub facts: &'a Facts,
    /// The wall clock's moment at which it was due.
    pub due: DateTime,
    pub now: Timestamp,
}

/// In the order in which they are done when several are due.
pub const ALL: &[&Job] = &[
    &opening::JOB,
    &closing::JOB,
    &reminders::JOB,
    &chasers::JOB,
    &interview_reminder::JOB,
    &project_reminders::JOB,
    &digest::JOB,
];

/// Every day at a time of day.
pub fn daily(at: TimeOfDay) -> String {
    format!("{} {} {} * * *", at.0.second(), at.0.minute(), at.0.hour())
}
