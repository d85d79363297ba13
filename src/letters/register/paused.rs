//! A designation rests for a while.

use super::super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "register-paused",
    about: "To a designated person whose work for the alliance is paused, for leave or any other reason.",
    template: include_str!("../../../templates/letters/register-paused.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct Paused {
    pub name: String,
    pub programme: ProgrammeWords,
    /// `REG-2027-0003`.
    pub number: String,
    /// `Monday 3 May 2027`.
    pub since: String,
}

impl Letter for Paused {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    vec![sample(&Paused {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        number: "REG-2027-0003".into(),
        since: "Monday 10 May 2027".into(),
    })]
}
