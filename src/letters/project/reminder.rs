//! Something is due for a project, or was.

use super::ProjectWords;
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "project-reminder",
    about: "To the holder of a project, on the school days that the programme’s policy names, before something is due and after it was.",
    template: include_str!("../../../templates/letters/project-reminder.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct ProjectReminder {
    pub name: String,
    pub project: ProjectWords,
    /// `final report`.
    pub what: String,
    /// `Friday 10 March 2028`.
    pub when: String,
    /// `in 5 school days`; empty once the day has passed.
    pub left: String,
    /// The final report, on which the bursary hangs.
    pub is_final: bool,
}

impl Letter for ProjectReminder {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let before = ProjectReminder {
        name: "Priya Nair".into(),
        project: ProjectWords::sample(),
        what: "final report".into(),
        when: "Friday 10 March 2028".into(),
        left: "in 5 school days".into(),
        is_final: true,
    };
    let after = ProjectReminder { left: String::new(), is_final: false, ..before.clone() };
    let bare = ProjectReminder { project: ProjectWords::bare_sample(), ..before.clone() };
    vec![sample(&before), sample(&after), sample(&bare)]
}
