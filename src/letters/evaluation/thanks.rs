//! An evaluation, or somebody's own words, have come.

use crate::letters::visit::WorkWords;
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "evaluation-thanks",
    about: "To the head of the supported school when their evaluation has come, and to whoever did the work when their own words have.",
    template: include_str!("../../../templates/letters/evaluation-thanks.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct EvaluationThanks {
    pub name: String,
    pub work: WorkWords,
    /// What was taken down, question by question.
    pub answers: Vec<AnswerWords>,
    /// Their own words, where they did the work.
    pub own_words: String,
    /// It takes the place of an earlier one.
    pub again: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct AnswerWords {
    pub label: String,
    pub value: String,
}

impl Letter for EvaluationThanks {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let head = EvaluationThanks {
        name: "Jo Marsh".into(),
        work: WorkWords::sample(),
        answers: vec![AnswerWords {
            label: "What has changed for pupils".into(),
            value: "They talk about mathematics.".into(),
        }],
        own_words: String::new(),
        again: false,
    };
    let own = EvaluationThanks {
        name: "Priya Nair".into(),
        answers: vec![],
        own_words: "Every class now plans together.".into(),
        again: true,
        ..head.clone()
    };
    vec![sample(&head), sample(&own)]
}
