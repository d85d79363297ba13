//! Letters about projects with a bursary: what each of them may use.

pub mod accepted;
pub mod agreed;
pub mod dropped;
pub mod extended;
pub mod more;
pub mod reminder;
pub mod report;

use super::ProgrammeWords;
use crate::config::Programme;
use crate::domain::civil;
use crate::domain::project::{Project, Step};
use serde::Serialize;

/// A project, in words.
#[derive(Debug, Clone, Serialize)]
pub struct ProjectWords {
    pub case: String,
    pub title: String,
    pub holder: String,
    pub programme: ProgrammeWords,
    /// `£500.00`; empty where there is none.
    pub bursary: String,
    /// The alliance's words on when and to whom it is paid; may be empty.
    pub terms: String,
    /// What is still to come.
    pub due: Vec<DueWords>,
}

/// Something that is due.
#[derive(Debug, Clone, Serialize)]
pub struct DueWords {
    /// `final report`.
    pub what: String,
    /// `Friday 10 March 2028`.
    pub when: String,
}

impl DueWords {
    pub fn of(step: &Step) -> Self {
        Self { what: step.name.clone(), when: civil::date_in_words(step.due) }
    }

    pub fn sample() -> Self {
        Self { what: "final report".into(), when: "Friday 10 March 2028".into() }
    }
}

impl ProjectWords {
    pub fn of(project: &Project, programme: &Programme) -> Self {
        Self {
            case: project.number.to_string(),
            title: project.title.clone(),
            holder: project.holder.name.clone(),
            programme: ProgrammeWords::of(programme),
            bursary: if project.bursary.is_zero() { String::new() } else { project.bursary.to_string() },
            terms: programme.projects.terms.clone(),
            due: project.awaited().map(DueWords::of).collect(),
        }
    }

    pub fn sample() -> Self {
        Self {
            case: "PRJ-2027-0001".into(),
            title: "Talk for writing in Year 4".into(),
            holder: "Priya Nair".into(),
            programme: ProgrammeWords::sample(),
            bursary: "£500.00".into(),
            terms: "It is paid to the school once the final report has been accepted.".into(),
            due: vec![
                DueWords { what: "mid-point report".into(), when: "Friday 5 November 2027".into() },
                DueWords::sample(),
            ],
        }
    }

    /// With nothing paid and nothing more to come.
    fn bare_sample() -> Self {
        Self { bursary: String::new(), terms: String::new(), due: vec![], ..Self::sample() }
    }
}
