//! A reminder to send the pen portrait.

use super::super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use crate::letters::reference_request::Question;
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "portrait-chaser",
    about: "To designated people who have not sent their pen portrait, on the school days that [portrait] names.",
    template: include_str!("../../../templates/letters/portrait-chaser.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct PortraitChaser {
    pub name: String,
    pub programme: ProgrammeWords,
    /// `REG-2027-0003`.
    pub number: String,
    /// `1 June 2027`.
    pub asked: String,
    /// The last reminder.
    pub last: bool,
    pub questions: Vec<Question>,
}

impl Letter for PortraitChaser {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let first = PortraitChaser {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        number: "REG-2027-0003".into(),
        asked: "Tuesday 15 June 2027".into(),
        last: false,
        questions: vec![
            Question { label: "What you offer, in about 80 words".into(), hint: "up to 80 words".into() },
            Question { label: "May we print this?".into(), hint: "Yes or No".into() },
        ],
    };
    let last = PortraitChaser { last: true, ..first.clone() };
    vec![sample(&first), sample(&last)]
}
