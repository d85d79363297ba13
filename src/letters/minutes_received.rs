//! To a host: the minutes have come, and wait for the coordinator's yes.

use super::meeting::MeetingWords;
use super::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "minutes-received",
    about: "To a host who has sent the minutes of a meeting.",
    template: include_str!("../../templates/letters/minutes-received.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct MinutesReceived {
    pub name: String,
    pub meeting: MeetingWords,
    /// `minutes.pdf (120 KB)`.
    pub files: String,
    /// Files that are not sent on, and why.
    pub refused: Vec<String>,
}

impl Letter for MinutesReceived {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let plain = MinutesReceived {
        name: "Owen Brooks".into(),
        meeting: MeetingWords::sample(),
        files: "Minutes 6 October.pdf (120 KB)".into(),
        refused: vec![],
    };
    let some = MinutesReceived {
        refused: vec!["photographs.zip is neither PDF nor Word (.docx) nor OpenDocument (.odt)".into()],
        ..plain.clone()
    };
    [plain, some].iter().map(sample).collect()
}
