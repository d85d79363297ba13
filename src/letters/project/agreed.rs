//! A project is agreed: what is due when, and what is paid for it.

use super::ProjectWords;
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "project-agreed",
    about: "To the holder of a project and to their head, when a coordinator agrees it.",
    template: include_str!("../../../templates/letters/project-agreed.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct ProjectAgreed {
    pub name: String,
    pub project: ProjectWords,
    /// To the head of the school, rather than to the holder.
    pub head: bool,
    /// Who of the school has a letter too: `Owen Brooks`; empty for nobody.
    pub told: String,
}

impl Letter for ProjectAgreed {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let own = ProjectAgreed {
        name: "Priya Nair".into(),
        project: ProjectWords::sample(),
        head: false,
        told: "Owen Brooks".into(),
    };
    let head = ProjectAgreed { name: "Owen Brooks".into(), head: true, told: String::new(), ..own.clone() };
    let bare = ProjectAgreed { project: ProjectWords::bare_sample(), told: String::new(), ..own.clone() };
    vec![sample(&own), sample(&head), sample(&bare)]
}
