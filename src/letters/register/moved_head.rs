//! The headteacher of the school that a designated person has moved to is asked to agree.

use super::super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "register-moved-head",
    about: "To the headteacher of the school that a designated person has moved to, to ask for agreement.",
    template: include_str!("../../../templates/letters/register-moved-head.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct MovedHead {
    pub name: String,
    pub programme: ProgrammeWords,
    /// `REG-2027-0003`.
    pub number: String,
    /// Who has come to the school.
    pub person: String,
    pub school: String,
    pub specialism: String,
    /// `6 days a year`.
    pub days: String,
}

impl Letter for MovedHead {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    vec![sample(&MovedHead {
        name: "Jo Marsh".into(),
        programme: ProgrammeWords::sample(),
        number: "REG-2027-0003".into(),
        person: "Priya Nair".into(),
        school: "Oakfield School".into(),
        specialism: "Mathematics".into(),
        days: "6 days a year".into(),
    })]
}
