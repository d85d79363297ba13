//! A round is announced: a form that was kept for it is entered.

use super::{Care, Letter, LetterKind, ProblemWords, ProgrammeWords, Voice, WindowWords, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "entered",
    about: "To whoever sent a form while no round was open, when the next round is announced.",
    template: include_str!("../../templates/letters/entered.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct Entered {
    pub name: String,
    pub programme: ProgrammeWords,
    pub case: String,
    pub window: WindowWords,
    pub problems: Vec<ProblemWords>,
}

impl Letter for Entered {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let complete = Entered {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        case: "SLE-2027-0003".into(),
        window: WindowWords::sample(),
        problems: vec![],
    };
    let problems = vec![ProblemWords { label: "Telephone".into(), message: "This is empty.".into() }];
    let incomplete = Entered { problems, ..complete.clone() };
    vec![sample(&complete), sample(&incomplete)]
}
