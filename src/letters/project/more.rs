//! A report is not enough yet.

use super::ProjectWords;
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "project-more",
    about: "To the holder of a project, when a coordinator asks for more than a report says.",
    template: include_str!("../../../templates/letters/project-more.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct ProjectMore {
    pub name: String,
    pub project: ProjectWords,
    /// `final report`.
    pub what: String,
    /// By when it is wanted.
    pub when: String,
    /// What is wanted, in the coordinator's words.
    pub because: String,
}

impl Letter for ProjectMore {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    vec![sample(&ProjectMore {
        name: "Priya Nair".into(),
        project: ProjectWords::sample(),
        what: "final report".into(),
        when: "Friday 24 March 2028".into(),
        because: "Please say how many pupils took part.".into(),
    })]
}
