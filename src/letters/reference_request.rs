//! Somebody is asked to vouch for an applicant.

use super::{Care, Letter, LetterKind, ProgrammeWords, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "reference-request",
    about: "To a referee, as soon as the applicant’s own part is complete.",
    template: include_str!("../../templates/letters/reference-request.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct ReferenceRequest {
    pub name: String,
    pub programme: ProgrammeWords,
    pub case: String,
    pub applicant: String,
    pub school: String,
    /// `headteacher`, `second referee`.
    pub person: String,
    pub due: String,
    pub window: String,
    pub questions: Vec<Question>,
    /// Whether they are asked if the applicant can be released.
    pub asks_release: bool,
    /// Another address was asked before, and the letter came back.
    pub again: bool,
    /// It is due within a day, or was: as soon as possible then, and never held against the applicant.
    pub soon: bool,
}

/// A question of the short form, as it stands in the letter itself.
#[derive(Debug, Clone, Serialize)]
pub struct Question {
    pub label: String,
    /// `Yes or No`; what may be answered, or how long.
    pub hint: String,
}

impl Letter for ReferenceRequest {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let plain = ReferenceRequest {
        name: "Jo Hart".into(),
        programme: ProgrammeWords::sample(),
        case: "SLE-2027-0014".into(),
        applicant: "Priya Nair".into(),
        school: "Hazelbank Primary School".into(),
        person: "headteacher".into(),
        due: "6pm on Friday 19 March 2027".into(),
        window: "spring 2027".into(),
        questions: vec![
            Question { label: "Do you support this application?".into(), hint: "Yes or No".into() },
            Question { label: "Supporting statement".into(), hint: String::new() },
        ],
        asks_release: true,
        again: false,
        soon: false,
    };
    vec![
        sample(&plain),
        sample(&ReferenceRequest { soon: true, ..plain.clone() }),
        sample(&ReferenceRequest { again: true, asks_release: false, school: String::new(), ..plain }),
    ]
}
