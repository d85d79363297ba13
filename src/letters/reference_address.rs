//! A request for a reference came back; the applicant is asked for the right address.

use super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "reference-address",
    about: "To the applicant, when the letter to a referee could not be delivered.",
    template: include_str!("../../templates/letters/reference-address.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct ReferenceAddress {
    pub name: String,
    pub programme: ProgrammeWords,
    pub case: String,
    pub person: String,
    pub referee: String,
    pub address: String,
    pub due: String,
}

impl Letter for ReferenceAddress {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    vec![sample(&ReferenceAddress {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        case: "SLE-2027-0014".into(),
        person: "headteacher".into(),
        referee: "Jo Hart".into(),
        address: "haed@hazelbank.example".into(),
        due: "6pm on Friday 19 March 2027".into(),
    })]
}
