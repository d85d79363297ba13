//! The closing is near, and something is still missing.

use super::{Care, Letter, LetterKind, ProblemWords, ProgrammeWords, Voice, WindowWords, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "reminder-incomplete",
    about: "To those whose application is incomplete, on the school days before the closing that policy names.",
    template: include_str!("../../templates/letters/reminder-incomplete.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct ReminderIncomplete {
    pub name: String,
    pub programme: ProgrammeWords,
    pub case: String,
    pub window: WindowWords,
    pub left: String,
    pub problems: Vec<ProblemWords>,
    /// Nothing could be read of what they sent.
    pub unreadable: bool,
}

impl Letter for ReminderIncomplete {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let plain = ReminderIncomplete {
        name: "Tom Reed".into(),
        programme: ProgrammeWords::sample(),
        case: "SLE-2027-0015".into(),
        window: WindowWords::sample(),
        left: "in 3 school days".into(),
        problems: vec![ProblemWords { label: "Telephone".into(), message: "This is empty.".into() }],
        unreadable: false,
    };
    vec![sample(&plain), sample(&ReminderIncomplete { problems: vec![], unreadable: true, ..plain })]
}
