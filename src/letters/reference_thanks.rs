//! A referee hears that the reference has come.

use super::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "reference-thanks",
    about: "To whoever sent a reference, at once.",
    template: include_str!("../../templates/letters/reference-thanks.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct ReferenceThanks {
    pub name: String,
    pub case: String,
    pub applicant: String,
    pub received: String,
    /// A person looks at it before it is filed.
    pub looked_at: bool,
    pub missing: Vec<String>,
    pub due: String,
}

impl Letter for ReferenceThanks {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let plain = ReferenceThanks {
        name: "Jo Hart".into(),
        case: "SLE-2027-0014".into(),
        applicant: "Priya Nair".into(),
        received: "10:12:40 on Wednesday 10 March 2027".into(),
        looked_at: false,
        missing: vec![],
        due: "6pm on Friday 19 March 2027".into(),
    };
    let looked_at = ReferenceThanks { looked_at: true, ..plain.clone() };
    let missing = ReferenceThanks { missing: vec!["Supporting statement".into()], ..plain.clone() };
    vec![sample(&plain), sample(&looked_at), sample(&missing)]
}
