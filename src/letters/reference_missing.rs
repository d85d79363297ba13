//! The applicant hears that a reference is still to come.

use super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "reference-missing",
    about: "To the applicant, after as many chasers as the programme’s policy says.",
    template: include_str!("../../templates/letters/reference-missing.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct ReferenceMissing {
    pub name: String,
    pub programme: ProgrammeWords,
    pub case: String,
    pub person: String,
    pub referee: String,
    pub referee_email: String,
    pub due: String,
    pub in_form: bool,
}

impl Letter for ReferenceMissing {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let plain = ReferenceMissing {
        name: "Priya Nair".into(),
        programme: ProgrammeWords::sample(),
        case: "SLE-2027-0014".into(),
        person: "headteacher".into(),
        referee: "Jo Hart".into(),
        referee_email: "head@hazelbank.example".into(),
        due: "6pm on Friday 19 March 2027".into(),
        in_form: false,
    };
    vec![sample(&plain), sample(&ReferenceMissing { in_form: true, ..plain })]
}
