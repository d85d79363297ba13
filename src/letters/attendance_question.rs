//! One short question to a host whose answer could mean two things. Nothing is recorded until it is answered.

use super::attendance_request::{Numbered, sample_list};
use super::meeting::MeetingWords;
use super::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "attendance-question",
    about: "To a host whose answer who came could mean more than one thing.",
    template: include_str!("../../templates/letters/attendance-question.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct AttendanceQuestion {
    pub name: String,
    pub meeting: MeetingWords,
    /// What is unclear, and the question.
    pub question: String,
    pub people: Vec<Numbered>,
}

impl Letter for AttendanceQuestion {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    vec![sample(&AttendanceQuestion {
        name: "Owen Brooks".into(),
        meeting: MeetingWords::sample(),
        question: "“two” tells me how many, or perhaps a number of the list. Which people do you mean?".into(),
        people: sample_list(),
    })]
}
