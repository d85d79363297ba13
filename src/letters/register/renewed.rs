//! A designation has been reviewed and goes on.

use super::super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "register-renewed",
    about: "To a designated person whose designation has been reviewed and renewed.",
    template: include_str!("../../../templates/letters/register-renewed.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct Renewed {
    pub name: String,
    pub programme: ProgrammeWords,
    /// `REG-2027-0003`.
    pub number: String,
    /// `Monday 1 September 2031`.
    pub until: String,
    pub specialism: String,
    pub school: String,
    /// `6 days a year`.
    pub days: String,
}

impl Letter for Renewed {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    vec![sample(&Renewed {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        number: "REG-2027-0003".into(),
        until: "Monday 1 September 2031".into(),
        specialism: "Mathematics, Assessment".into(),
        school: "Hazelbank Primary School".into(),
        days: "6 days a year".into(),
    })]
}
