//! The days that a home school bills for by itself.

use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "time-sheet",
    about: "To a home school that bills the supported school itself, with the sheet of confirmed days to bill from.",
    template: include_str!("../../../templates/letters/time-sheet.md.hbs"),
    voice: Voice::Letter,
    care: Care::Once,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct TimeSheetLetter {
    pub name: String,
    pub number: String,
    pub school: String,
    /// The school that is billed.
    pub supported: String,
    pub who: String,
    pub days: String,
    pub value: String,
}

impl Letter for TimeSheetLetter {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    vec![sample(&TimeSheetLetter {
        name: "Anne Cole".into(),
        number: "TSH-2027-0001".into(),
        school: "Hazelbank Primary School".into(),
        supported: "Oakfield School".into(),
        who: "Priya Nair".into(),
        days: "5 days".into(),
        value: "£1,750.00".into(),
    })]
}
