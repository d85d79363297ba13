//! A newer complete form takes the place of an earlier one.

use super::{AskedWords, Care, Length, Letter, LetterKind, ProgrammeWords, Voice, WindowWords, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "superseded",
    about: "To an applicant whose newer, complete form takes the place of the earlier one.",
    template: include_str!("../../templates/letters/superseded.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct Superseded {
    pub name: String,
    pub programme: ProgrammeWords,
    pub case: String,
    pub received: String,
    pub window: Option<WindowWords>,
    pub early: bool,
    /// Labels of the answers that differ.
    pub changed: Vec<String>,
    /// Whose references are asked for now.
    pub asked: Vec<AskedWords>,
    pub too_long: Vec<Length>,
}

impl Letter for Superseded {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let plain = Superseded {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        case: "SLE-2027-0014".into(),
        received: "08:15:40 on Thursday 18 March 2027".into(),
        window: Some(WindowWords::sample()),
        early: false,
        changed: vec!["Headteacher's e-mail address".into(), "Question 4: Beyond your own team".into()],
        asked: vec![],
        too_long: vec![],
    };
    let early = Superseded {
        early: true,
        too_long: vec![Length { label: "Question 2: Your impact".into(), words: 342, limit: 300 }],
        ..plain.clone()
    };
    vec![sample(&plain), sample(&early)]
}
