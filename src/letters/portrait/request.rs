//! A designated person is asked for a pen portrait.

use super::super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use crate::letters::reference_request::Question;
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "portrait-request",
    about: "To designated people, when a coordinator asks for the pen portraits of the booklet.",
    template: include_str!("../../../templates/letters/portrait-request.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct PortraitRequest {
    pub name: String,
    pub programme: ProgrammeWords,
    /// `REG-2027-0003`.
    pub number: String,
    /// `Tuesday 29 June 2027`: when the last reminder would go.
    pub by: String,
    pub questions: Vec<Question>,
    /// What is printed now; empty where there is nothing.
    pub present: String,
}

impl Letter for PortraitRequest {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let first = PortraitRequest {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        number: "REG-2027-0003".into(),
        by: "Tuesday 29 June 2027".into(),
        questions: vec![
            Question { label: "What you offer, in about 80 words".into(), hint: "up to 80 words".into() },
            Question { label: "May we print this?".into(), hint: "Yes or No".into() },
        ],
        present: String::new(),
    };
    let again = PortraitRequest { present: "I lead mathematics across three year groups.".into(), ..first.clone() };
    vec![sample(&first), sample(&again)]
}
