//! Something is due on another day.

use super::ProjectWords;
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "project-extended",
    about: "To the holder of a project, when a coordinator moves the day on which something is due.",
    template: include_str!("../../../templates/letters/project-extended.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct ProjectExtended {
    pub name: String,
    pub project: ProjectWords,
    /// `final report`.
    pub what: String,
    /// `Friday 24 March 2028`.
    pub when: String,
    /// When it was due until now.
    pub before: String,
    /// It is due earlier than before.
    pub earlier: bool,
}

impl Letter for ProjectExtended {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let later = ProjectExtended {
        name: "Priya Nair".into(),
        project: ProjectWords::sample(),
        what: "final report".into(),
        when: "Friday 24 March 2028".into(),
        before: "Friday 10 March 2028".into(),
        earlier: false,
    };
    vec![sample(&later), sample(&ProjectExtended { earlier: true, ..later.clone() })]
}
