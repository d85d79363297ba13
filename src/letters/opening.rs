//! A round has opened.

use super::{Care, Letter, LetterKind, ProgrammeWords, Voice, WindowWords, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "opening",
    about: "To the heads of the alliance’s schools and to whoever asked to be told, when a round opens.",
    template: include_str!("../../templates/letters/opening.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct Opening {
    pub name: String,
    pub programme: ProgrammeWords,
    pub window: WindowWords,
    /// A head of the alliance is asked to pass it on; others asked to be told.
    pub head: bool,
    pub specialisms: Vec<String>,
    /// What policy asks of heads, in its own words; may be empty.
    pub to_heads: String,
}

impl Letter for Opening {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let head = Opening {
        name: "Jo Hart".into(),
        programme: ProgrammeWords::sample(),
        window: WindowWords::sample(),
        head: true,
        specialisms: vec!["Mathematics".into(), "Phonics".into()],
        to_heads: String::new(),
    };
    let own = Opening { to_heads: "Would you support a colleague who is new to headship?".into(), ..head.clone() };
    vec![sample(&head), sample(&own), sample(&Opening { head: false, specialisms: vec![], ..head })]
}
