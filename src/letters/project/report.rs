//! A report has come.

use super::{DueWords, ProjectWords};
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "project-report",
    about: "To the holder of a project, as soon as a report has come.",
    template: include_str!("../../../templates/letters/project-report.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct ProjectReport {
    pub name: String,
    pub project: ProjectWords,
    /// `final report`.
    pub what: String,
    /// Our own server's stamp.
    pub received: String,
    /// The files that came.
    pub files: Vec<String>,
    /// It takes the place of one that came before.
    pub again: bool,
    /// What is due after it.
    pub next: Option<DueWords>,
}

impl Letter for ProjectReport {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let first = ProjectReport {
        name: "Priya Nair".into(),
        project: ProjectWords::sample(),
        what: "mid-point report".into(),
        received: "10:02:00 on Thursday 4 November 2027".into(),
        files: vec!["report.docx".into(), "results.xlsx".into()],
        again: false,
        next: Some(DueWords::sample()),
    };
    vec![sample(&first), sample(&ProjectReport { again: true, next: None, ..first.clone() })]
}
