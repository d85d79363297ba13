//! The minutes of a meeting, sent on as they came.

use super::meeting::MeetingWords;
use super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "minutes",
    about: "To everybody who was invited to a meeting, with its minutes, once a coordinator has said so.",
    template: include_str!("../../templates/letters/minutes.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct MinutesLetter {
    pub name: String,
    pub programme: ProgrammeWords,
    pub meeting: MeetingWords,
    /// `minutes.pdf`.
    pub files: String,
    /// Whether the reader was there; unknown until attendance has been taken.
    pub came: bool,
    pub missed: bool,
}

impl Letter for MinutesLetter {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let came = MinutesLetter {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        meeting: MeetingWords::sample(),
        files: "Minutes 6 October.pdf".into(),
        came: true,
        missed: false,
    };
    let missed = MinutesLetter { came: false, missed: true, ..came.clone() };
    let unknown = MinutesLetter { came: false, meeting: MeetingWords::training_sample(), ..came.clone() };
    [came, missed, unknown].iter().map(sample).collect()
}
