//! A report is good.

use super::{DueWords, ProjectWords};
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "project-accepted",
    about: "To the holder of a project, when a coordinator has accepted a report; with the final one, that the bursary may be paid.",
    template: include_str!("../../../templates/letters/project-accepted.md.hbs"),
    voice: Voice::Letter,
    care: Care::Once,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct ProjectAccepted {
    pub name: String,
    pub project: ProjectWords,
    /// `final report`.
    pub what: String,
    /// With it the project is complete.
    pub is_final: bool,
    /// What is due after it.
    pub next: Option<DueWords>,
}

impl Letter for ProjectAccepted {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let last = ProjectAccepted {
        name: "Priya Nair".into(),
        project: ProjectWords::sample(),
        what: "final report".into(),
        is_final: true,
        next: None,
    };
    let first = ProjectAccepted {
        what: "mid-point report".into(),
        is_final: false,
        next: Some(DueWords::sample()),
        ..last.clone()
    };
    let bare = ProjectAccepted { project: ProjectWords::bare_sample(), ..last.clone() };
    vec![sample(&last), sample(&first), sample(&bare)]
}
