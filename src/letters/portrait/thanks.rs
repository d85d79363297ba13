//! Thanks for a pen portrait, with what will be printed.

use super::super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "portrait-thanks",
    about: "To a designated person whose pen portrait has come: what will be printed, and how to change it.",
    template: include_str!("../../../templates/letters/portrait-thanks.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct PortraitThanks {
    pub name: String,
    pub programme: ProgrammeWords,
    /// `REG-2027-0003`.
    pub number: String,
    /// `Priya Nair, Mathematics lead, Hazelbank Primary School`.
    pub line: String,
    pub specialisms: String,
    pub words: String,
    /// They do not wish it printed.
    pub refused: bool,
    /// How many words it has, where that is more than was asked for; 0 otherwise.
    pub too_long: usize,
    pub limit: usize,
    /// It takes the place of one that came before.
    pub replaces: bool,
}

impl Letter for PortraitThanks {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let plain = PortraitThanks {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        number: "REG-2027-0003".into(),
        line: "Priya Nair, Mathematics lead, Hazelbank Primary School".into(),
        specialisms: "Mathematics, Assessment".into(),
        words: "I lead mathematics across three year groups.".into(),
        refused: false,
        too_long: 0,
        limit: 80,
        replaces: false,
    };
    let long = PortraitThanks { too_long: 112, replaces: true, ..plain.clone() };
    let refused = PortraitThanks { refused: true, ..plain.clone() };
    vec![sample(&plain), sample(&long), sample(&refused)]
}
