//! To somebody who gives up a place at a training, or on its waiting list.

use super::meeting::MeetingWords;
use super::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "training-thanks",
    about: "To somebody who gives up a place at a training, or their turn on its waiting list.",
    template: include_str!("../../templates/letters/training-thanks.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct TrainingThanks {
    pub name: String,
    pub meeting: MeetingWords,
    /// They had only been waiting.
    pub waited: bool,
    /// Somebody else has the place now.
    pub passed_on: bool,
    /// Everybody is expected to take this training.
    pub required: bool,
}

impl Letter for TrainingThanks {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let place = TrainingThanks {
        name: "Priya Nair".into(),
        meeting: MeetingWords::training_sample(),
        waited: false,
        passed_on: true,
        required: true,
    };
    let free = TrainingThanks { passed_on: false, required: false, ..place.clone() };
    let waited = TrainingThanks { waited: true, passed_on: false, ..place.clone() };
    [place, free, waited].iter().map(sample).collect()
}
