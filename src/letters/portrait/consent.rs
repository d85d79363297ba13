//! The words have come, and not the leave to print them: it is asked for once.

use super::super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "portrait-consent",
    about: "To a designated person whose pen portrait came without an answer to whether it may be printed; once.",
    template: include_str!("../../../templates/letters/portrait-consent.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct PortraitConsent {
    pub name: String,
    pub programme: ProgrammeWords,
    /// `REG-2027-0003`.
    pub number: String,
    pub words: String,
}

impl Letter for PortraitConsent {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    vec![sample(&PortraitConsent {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        number: "REG-2027-0003".into(),
        words: "I lead mathematics across three year groups.".into(),
    })]
}
