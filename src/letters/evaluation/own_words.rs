//! Whoever did the work is asked for their own words on what has changed.

use crate::letters::visit::WorkWords;
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "evaluation-own-words",
    about: "To whoever led the work, when the head of the supported school is asked for an evaluation.",
    template: include_str!("../../../templates/letters/evaluation-own-words.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct OwnWords {
    pub name: String,
    pub work: WorkWords,
    pub days: String,
    /// `now that it has come to its end`.
    pub point: String,
    pub by: String,
}

impl Letter for OwnWords {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    vec![sample(&OwnWords {
        name: "Priya Nair".into(),
        work: WorkWords::sample(),
        days: "6 days".into(),
        point: "now that it has come to its end".into(),
        by: "Thursday 3 June 2027".into(),
    })]
}
