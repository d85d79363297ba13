//! The applicant hears that a reference has come; what it says is never told.

use super::{Care, Letter, LetterKind, ProgrammeWords, Voice, WindowWords, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "reference-arrived",
    about: "To the applicant, when a reference that counts has come, where policy says so.",
    template: include_str!("../../templates/letters/reference-arrived.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct ReferenceArrived {
    pub name: String,
    pub programme: ProgrammeWords,
    pub case: String,
    pub person: String,
    /// Nothing more is awaited for this application.
    pub all_here: bool,
    /// What is still awaited: `second referee’s reference`.
    pub awaited: Vec<String>,
    pub window: WindowWords,
}

impl Letter for ReferenceArrived {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let plain = ReferenceArrived {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        case: "SLE-2027-0014".into(),
        person: "headteacher".into(),
        all_here: true,
        awaited: vec![],
        window: WindowWords::sample(),
    };
    let more =
        ReferenceArrived { all_here: false, awaited: vec!["second referee’s reference".into()], ..plain.clone() };
    vec![sample(&plain), sample(&more)]
}
