//! A project does not go on.

use super::ProjectWords;
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "project-dropped",
    about: "To the holder of a project, when a coordinator ends it without its report.",
    template: include_str!("../../../templates/letters/project-dropped.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct ProjectDropped {
    pub name: String,
    pub project: ProjectWords,
}

impl Letter for ProjectDropped {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let plain = ProjectDropped { name: "Priya Nair".into(), project: ProjectWords::sample() };
    vec![sample(&plain), sample(&ProjectDropped { project: ProjectWords::bare_sample(), ..plain.clone() })]
}
