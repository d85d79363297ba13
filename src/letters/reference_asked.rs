//! The applicant hears whom we have written to now.

use super::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "reference-asked",
    about: "To the applicant who has given another address for a referee.",
    template: include_str!("../../templates/letters/reference-asked.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct ReferenceAsked {
    pub name: String,
    pub case: String,
    pub person: String,
    pub address: String,
    pub due: String,
}

impl Letter for ReferenceAsked {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    vec![sample(&ReferenceAsked {
        name: "Priya Nair".into(),
        case: "SLE-2027-0014".into(),
        person: "headteacher".into(),
        address: "head@hazelbank.example".into(),
        due: "6pm on Friday 19 March 2027".into(),
    })]
}
