//! A referee is told of the section of the form that is theirs.

use super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "reference-in-form",
    about: "To a referee who completes a section of the application form, when the applicant’s part has come without it.",
    template: include_str!("../../templates/letters/reference-in-form.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct ReferenceInForm {
    pub name: String,
    pub programme: ProgrammeWords,
    pub case: String,
    pub applicant: String,
    /// `headteacher`.
    pub person: String,
    pub section: String,
    pub due: String,
    pub window: String,
}

impl Letter for ReferenceInForm {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    vec![sample(&ReferenceInForm {
        name: "Jo Hart".into(),
        programme: ProgrammeWords::sample(),
        case: "SLE-2027-0014".into(),
        applicant: "Priya Nair".into(),
        person: "headteacher".into(),
        section: "Section 2: Headteacher's reference".into(),
        due: "6pm on Friday 19 March 2027".into(),
        window: "spring 2027".into(),
    })]
}
