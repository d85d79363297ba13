//! A round has closed: how it stands, and what is proposed.

use super::{Care, Letter, LetterKind, ProgrammeWords, Voice, WindowWords, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "closing-summary",
    about: "To the coordinators, a few minutes after a round has closed.",
    template: include_str!("../../templates/letters/closing-summary.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct ClosingSummary {
    pub name: String,
    pub programme: ProgrammeWords,
    /// `sle spring-2027`, as commands name it.
    pub round: String,
    pub window: WindowWords,
    pub total: usize,
    pub groups: Vec<Group>,
    pub specialisms: Vec<Demand>,
    pub nobody: bool,
}

/// Applications that stand alike, with what is proposed for them.
#[derive(Debug, Clone, Serialize)]
pub struct Group {
    pub title: String,
    pub count: usize,
    pub proposal: String,
    pub people: Vec<Person>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Person {
    pub case: String,
    pub name: String,
    pub detail: String,
}

/// A specialism: how many applied, how many are wanted.
#[derive(Debug, Clone, Serialize)]
pub struct Demand {
    pub name: String,
    pub applied: usize,
    pub wanted: String,
}

impl Letter for ClosingSummary {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let plain = ClosingSummary {
        name: "Ruth Adeyemi".into(),
        programme: ProgrammeWords::sample(),
        round: "sle spring-2027".into(),
        window: WindowWords::sample(),
        total: 2,
        groups: vec![Group {
            title: "Complete".into(),
            count: 1,
            proposal: "goes to the review".into(),
            people: vec![Person { case: "SLE-2027-0014".into(), name: "Priya Nair".into(), detail: String::new() }],
        }],
        specialisms: vec![Demand { name: "Mathematics".into(), applied: 1, wanted: "3".into() }],
        nobody: false,
    };
    vec![
        sample(&plain),
        sample(&ClosingSummary { total: 0, groups: vec![], specialisms: vec![], nobody: true, ..plain }),
    ]
}
