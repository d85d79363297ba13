//! A correction came after the closing: the earlier form stands, and the coordinator decides about the new one.

use super::{Care, Letter, LetterKind, ProgrammeWords, Voice, WindowWords, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "after-closing",
    about: "To an applicant in time who sends another form after the closing.",
    template: include_str!("../../templates/letters/after-closing.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct AfterClosing {
    pub name: String,
    pub programme: ProgrammeWords,
    pub case: String,
    pub received: String,
    pub closes_stamp: String,
    pub window: WindowWords,
    /// Whether the form that stands is complete.
    pub complete: bool,
}

impl Letter for AfterClosing {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let complete = AfterClosing {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        case: "SLE-2027-0014".into(),
        received: "18:20:11 on Friday 19 March 2027".into(),
        closes_stamp: "18:00:00 on Friday 19 March 2027".into(),
        window: WindowWords::sample(),
        complete: true,
    };
    let incomplete = AfterClosing { complete: false, ..complete.clone() };
    vec![sample(&complete), sample(&incomplete)]
}
