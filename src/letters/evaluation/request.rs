//! The head of the supported school is asked what has changed.

use crate::letters::reference_request::Question;
use crate::letters::visit::WorkWords;
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "evaluation-request",
    about: "To the head of the supported school, when the work is complete (or half-way, or after a visit, as policy says); then again, as policy says.",
    template: include_str!("../../../templates/letters/evaluation-request.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct EvaluationRequest {
    pub name: String,
    pub work: WorkWords,
    /// `Priya Nair`, `Priya Nair and Tom Hale`.
    pub people: String,
    /// `6 days`, `2½ days so far`.
    pub days: String,
    /// `now that it has come to its end`.
    pub point: String,
    /// `Thursday 6 May 2027`, where it is about one visit; otherwise nothing.
    pub visit: String,
    pub questions: Vec<Question>,
    /// `Thursday 3 June 2027`: by when an answer would help.
    pub by: String,
    pub again: bool,
}

impl Letter for EvaluationRequest {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let question = |label: &str, hint: &str| Question { label: label.into(), hint: hint.into() };
    let first = EvaluationRequest {
        name: "Jo Marsh".into(),
        work: WorkWords::sample(),
        people: "Priya Nair".into(),
        days: "6 days".into(),
        point: "now that it has come to its end".into(),
        visit: String::new(),
        questions: vec![
            question("What has changed for pupils", ""),
            question("How useful was the support", "Very useful, Useful, Of some use, Of little use"),
        ],
        by: "Thursday 3 June 2027".into(),
        again: false,
    };
    let bare = WorkWords { subject: String::new(), ..WorkWords::sample() };
    let again = EvaluationRequest { again: true, questions: vec![], work: bare, ..first.clone() };
    let visit = "Thursday 6 May 2027";
    let of_visit =
        EvaluationRequest { visit: visit.into(), point: format!("after the visit on {visit}"), ..again.clone() };
    vec![sample(&first), sample(&again), sample(&of_visit)]
}
