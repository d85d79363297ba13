//! A planned visit has no log.

use super::{DayWords, WorkWords};
use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "visit-record",
    about: "To whoever had planned a visit, when no log of it has come some school days later; then again, as policy says.",
    template: include_str!("../../../templates/letters/visit-record.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct VisitRecord {
    pub name: String,
    pub work: WorkWords,
    pub day: DayWords,
    /// It has been asked for before.
    pub again: bool,
    /// The form is enclosed.
    pub form: bool,
}

impl Letter for VisitRecord {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let first = VisitRecord {
        name: "Priya Nair".into(),
        work: WorkWords::sample(),
        day: DayWords { when: "Thursday 6 May 2027".into(), who: "Priya Nair".into(), amount: "1 day".into() },
        again: false,
        form: true,
    };
    vec![sample(&first), sample(&VisitRecord { again: true, form: false, ..first.clone() })]
}
