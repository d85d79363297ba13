//! A coordinator has admitted a late application.

use super::{Care, Letter, LetterKind, ProblemWords, ProgrammeWords, Voice, WindowWords, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "admitted",
    about: "To an applicant whose late form or late correction the coordinator has admitted.",
    template: include_str!("../../templates/letters/admitted.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct Admitted {
    pub name: String,
    pub programme: ProgrammeWords,
    pub case: String,
    pub window: WindowWords,
    /// It is not a late application but a late correction that was admitted.
    pub correction: bool,
    pub problems: Vec<ProblemWords>,
}

impl Letter for Admitted {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let complete = Admitted {
        name: "Tom Reed".into(),
        programme: ProgrammeWords::sample(),
        case: "SLE-2027-0015".into(),
        window: WindowWords::sample(),
        correction: false,
        problems: vec![],
    };
    let problems = vec![ProblemWords { label: "Telephone".into(), message: "This is empty.".into() }];
    let incomplete =
        Admitted { problems, window: WindowWords { dates: vec![], ..WindowWords::sample() }, ..complete.clone() };
    let correction = Admitted { correction: true, ..complete.clone() };
    vec![sample(&complete), sample(&incomplete), sample(&correction)]
}
