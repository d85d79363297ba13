//! No round is open or announced: a form is kept, or a name is noted.

use super::which_programme::RoundWords;
use super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "window-closed",
    about: "To whoever asks or applies while no round is open or announced.",
    template: include_str!("../../templates/letters/window-closed.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct WindowClosed {
    pub name: String,
    pub programme: ProgrammeWords,
    /// The case under which a form is kept; `None` for a question.
    pub case: Option<String>,
    pub received: String,
    /// Rounds of other programmes that are open.
    pub elsewhere: Vec<RoundWords>,
}

impl Letter for WindowClosed {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let kept = WindowClosed {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        case: Some("SLE-2027-0003".into()),
        received: "10:02:00 on Monday 4 January 2027".into(),
        elsewhere: vec![],
    };
    let asked = WindowClosed { case: None, ..kept.clone() };
    let elsewhere = WindowClosed { elsewhere: vec![RoundWords::sample()], ..kept.clone() };
    vec![sample(&kept), sample(&asked), sample(&elsewhere)]
}
