//! To somebody who accepted a training that is full.

use super::meeting::MeetingWords;
use super::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "training-waiting",
    about: "To somebody who says yes to a training whose places have all gone: where they stand on its waiting list.",
    template: include_str!("../../templates/letters/training-waiting.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct TrainingWaiting {
    pub name: String,
    pub meeting: MeetingWords,
    /// `first`, `2nd`: their place on the waiting list.
    pub position: String,
    /// When our server took in their answer, to the second.
    pub received: String,
}

impl Letter for TrainingWaiting {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    vec![sample(&TrainingWaiting {
        name: "Priya Nair".into(),
        meeting: MeetingWords::training_sample(),
        position: "2nd".into(),
        received: "17:58:03 on Friday 30 April 2027".into(),
    })]
}
