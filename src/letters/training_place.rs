//! Places at a training that is full: who waits, who has a place after all, who gave one up.

use super::meeting::MeetingWords;
use super::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "training-place",
    about: "To the next on a training’s waiting list, as soon as there is a place.",
    template: include_str!("../../templates/letters/training-place.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

/// Somebody who waited has a place.
#[derive(Debug, Clone, Serialize)]
pub struct TrainingPlace {
    pub name: String,
    pub meeting: MeetingWords,
}

impl Letter for TrainingPlace {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    vec![sample(&TrainingPlace { name: "Priya Nair".into(), meeting: MeetingWords::training_sample() })]
}
