//! A withdrawn application stands again.

use super::{Care, Letter, LetterKind, ProgrammeWords, Voice, WindowWords, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "reinstated",
    about: "To an applicant whose application had been withdrawn by a misunderstanding.",
    template: include_str!("../../templates/letters/reinstated.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct Reinstated {
    pub name: String,
    pub programme: ProgrammeWords,
    pub case: String,
    /// `None` where it is kept for the next round.
    pub window: Option<WindowWords>,
}

impl Letter for Reinstated {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let full = Reinstated {
        name: "Tom Reed".into(),
        programme: ProgrammeWords::sample(),
        case: "SLE-2027-0015".into(),
        window: Some(WindowWords::sample()),
    };
    let undated = Reinstated { window: Some(WindowWords { dates: vec![], ..WindowWords::sample() }), ..full.clone() };
    let kept = Reinstated { window: None, ..full.clone() };
    vec![sample(&full), sample(&undated), sample(&kept)]
}
