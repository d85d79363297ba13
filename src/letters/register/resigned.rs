//! Somebody has given the designation up: thanks.

use super::super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "register-resigned",
    about: "To a designated person who has resigned: a confirmation, with thanks.",
    template: include_str!("../../../templates/letters/register-resigned.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct Resigned {
    pub name: String,
    pub programme: ProgrammeWords,
    /// `REG-2027-0003`.
    pub number: String,
    /// `Tuesday 31 August 2027`.
    pub on: String,
    /// The year in which they were designated.
    pub since: String,
    pub school: String,
}

impl Letter for Resigned {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    vec![sample(&Resigned {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        number: "REG-2027-0003".into(),
        on: "Tuesday 31 August 2027".into(),
        since: "2024".into(),
        school: "Hazelbank Primary School".into(),
    })]
}
