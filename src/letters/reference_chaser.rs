//! A reference has not come yet.

use super::reference_request::Question;
use super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "reference-chaser",
    about: "To a referee who has not answered, on the school days that the programme’s policy names.",
    template: include_str!("../../templates/letters/reference-chaser.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct ReferenceChaser {
    pub name: String,
    pub programme: ProgrammeWords,
    pub case: String,
    pub applicant: String,
    pub person: String,
    pub due: String,
    /// `in 3 school days`, `on the next school day`, `today`.
    pub left: String,
    pub last: bool,
    /// They complete a section of the application form.
    pub in_form: bool,
    pub questions: Vec<Question>,
}

impl Letter for ReferenceChaser {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let plain = ReferenceChaser {
        name: "Jo Hart".into(),
        programme: ProgrammeWords::sample(),
        case: "SLE-2027-0014".into(),
        applicant: "Priya Nair".into(),
        person: "headteacher".into(),
        due: "6pm on Friday 19 March 2027".into(),
        left: "in 3 school days".into(),
        last: false,
        in_form: false,
        questions: vec![Question { label: "Do you support this application?".into(), hint: "Yes or No".into() }],
    };
    vec![sample(&plain), sample(&ReferenceChaser { last: true, in_form: true, ..plain })]
}
