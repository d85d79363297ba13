//! Somebody works at another school now, whose headteacher has not agreed yet.

use super::super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "register-moved",
    about: "To a designated person who has moved to another school: the new headteacher must agree.",
    template: include_str!("../../../templates/letters/register-moved.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct Moved {
    pub name: String,
    pub programme: ProgrammeWords,
    /// `REG-2027-0003`.
    pub number: String,
    pub school: String,
    /// The headteacher of the new school, who has been written to; empty where none is known.
    pub head: String,
}

impl Letter for Moved {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let unknown = Moved {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        number: "REG-2027-0003".into(),
        school: "Oakfield School".into(),
        head: String::new(),
    };
    let known = Moved { head: "Jo Marsh".into(), ..unknown.clone() };
    vec![sample(&unknown), sample(&known)]
}
