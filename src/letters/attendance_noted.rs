//! Who has been recorded as present and as absent: the answer to a host's answer.

use super::meeting::MeetingWords;
use super::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "attendance-noted",
    about: "To a host who has said who came: exactly who is recorded as present and as absent.",
    template: include_str!("../../templates/letters/attendance-noted.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct AttendanceNoted {
    pub name: String,
    pub meeting: MeetingWords,
    /// An earlier answer is corrected.
    pub corrected: bool,
    pub present: Vec<String>,
    pub absent: Vec<String>,
    /// Those present who had not been expected.
    pub besides: String,
    /// Names that the register does not know.
    pub strangers: String,
    /// To whom certificates go.
    pub certificates: String,
    /// `Priya Nair was not there`: how a correction may begin.
    pub example: String,
}

impl Letter for AttendanceNoted {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let plain = AttendanceNoted {
        name: "Owen Brooks".into(),
        meeting: MeetingWords::sample(),
        corrected: false,
        present: vec!["Amy Cole".into(), "Tom Reed".into()],
        absent: vec!["Priya Nair".into()],
        besides: String::new(),
        strangers: String::new(),
        certificates: String::new(),
        example: "Amy Cole was not there".into(),
    };
    let all = AttendanceNoted { absent: vec![], ..plain.clone() };
    let none = AttendanceNoted { absent: plain.present.clone(), present: vec![], ..plain.clone() };
    let full = AttendanceNoted {
        meeting: MeetingWords::training_sample(),
        corrected: true,
        besides: "Siân Lewis".into(),
        strangers: "Jo Marsh".into(),
        certificates: "Siân Lewis".into(),
        ..plain.clone()
    };
    [plain, all, none, full].iter().map(sample).collect()
}
