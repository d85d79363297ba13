//! What the clerk does of its own accord: one file a job, each a pure function of facts and the time.
//!
//! A job is decided from the record alone, so that it may be asked twice without harm: what it wants sent has a purpose,
//! and a purpose has one letter. To add a job: its file, and its line in [`ALL`].

mod attendance;
mod deployment_chasers;
mod deployment_dates;
mod interview_reminder;
mod meeting_missing;
mod places;
mod term_summary;
mod meeting_joiners;
mod meeting_list;
mod meeting_reminders;
mod portrait_chaser;
mod review_due;
mod evaluations;
mod visits;
pub mod project_reminders;
pub mod chasers;
pub mod closing;
pub mod digest;
pub mod note;
pub mod drafting;
pub mod invoice_reminders;
mod order_numbers;
pub mod posting;
pub mod statements;
pub mod opening;
pub mod reminders;

use crate::config::{Config, Programme};
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
    /// On which days and in which hours it may be done.
    pub keeps: Keeps,
    /// What becomes of a moment that was missed.
    pub missed: Missed,
    /// What the purposes of its letters begin with; a job that only asks the coordinators has none.
    pub purposes: &'static [&'static str],
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

/// On which days and in which hours a job may be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeps {
    /// Writes to people outside: due on school days, and done within `[hours]`. What is late waits for the next morning.
    SchoolHours,
    /// Writes to the office: due on school days, done when it is due.
    SchoolDays,
    /// Follows the clock of a round, whatever the day.
    AnyTime,
}

/// What becomes of moments that were missed while the clerk was down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missed {
    /// The latest one is made up for: the job decides from the record what is still worth saying.
    OnceLate,
    /// Each is made up for, in order.
    Each,
    /// None is: a moment counts for an hour.
    Skip,
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
    &deployment_chasers::JOB,
    &deployment_dates::JOB,
    &places::JOB,
    &attendance::JOB,
    &term_summary::JOB,
    &meeting_missing::JOB,
    &meeting_joiners::JOB,
    &meeting_reminders::JOB,
    &meeting_list::JOB,
    &portrait_chaser::JOB,
    &review_due::JOB,
    // Before days are told of, those whose time is over are confirmed.
    &visits::due::JOB,
    &visits::told::JOB,
    &visits::record::JOB,
    &visits::short::JOB,
    &evaluations::JOB,
    &order_numbers::JOB,
    &drafting::JOB,
    &invoice_reminders::JOB,
    &statements::JOB,
    &digest::JOB,
];

/// The moments of every programme's policy, each once.
pub fn daily_of(config: &Config, of: impl Fn(&Programme) -> Vec<TimeOfDay>) -> Vec<String> {
    let mut all: Vec<String> = config.programmes.values().flat_map(of).map(daily).collect();
    all.sort();
    all.dedup();
    all
}

/// Every day at a time of day.
pub fn daily(at: TimeOfDay) -> String {
    format!("{} {} {} * * *", at.0.second(), at.0.minute(), at.0.hour())
}
