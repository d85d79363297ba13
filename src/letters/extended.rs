//! The closing time of a round was moved.

use super::{Care, Letter, LetterKind, ProblemWords, ProgrammeWords, Voice, WindowWords, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "extended",
    about: "To everybody who has applied to a round, when its closing time is moved.",
    template: include_str!("../../templates/letters/extended.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct Extended {
    pub name: String,
    pub programme: ProgrammeWords,
    pub case: String,
    pub window: WindowWords,
    /// Late by the earlier closing, on time by the new one.
    pub was_late: bool,
    pub problems: Vec<ProblemWords>,
}

impl Letter for Extended {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let window = WindowWords { closes: "6pm on Friday 26 March 2027".into(), ..WindowWords::sample() };
    let late = Extended {
        name: "Tom Reed".into(),
        programme: ProgrammeWords::sample(),
        case: "SLE-2027-0015".into(),
        window,
        was_late: true,
        problems: vec![],
    };
    let problems = vec![ProblemWords { label: "Telephone".into(), message: "This is empty.".into() }];
    let incomplete = Extended { was_late: false, problems, ..late.clone() };
    vec![sample(&late), sample(&incomplete)]
}
