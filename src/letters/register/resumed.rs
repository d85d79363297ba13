//! Somebody is back.

use super::super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "register-resumed",
    about: "To a designated person who is back after a pause, or whose new headteacher has agreed.",
    template: include_str!("../../../templates/letters/register-resumed.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct Resumed {
    pub name: String,
    pub programme: ProgrammeWords,
    /// `REG-2027-0003`.
    pub number: String,
    pub school: String,
    /// They had changed schools; otherwise they had paused.
    pub moved: bool,
}

impl Letter for Resumed {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let back = Resumed {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        number: "REG-2027-0003".into(),
        school: "Hazelbank Primary School".into(),
        moved: false,
    };
    let moved = Resumed { school: "Oakfield School".into(), moved: true, ..back.clone() };
    vec![sample(&back), sample(&moved)]
}
