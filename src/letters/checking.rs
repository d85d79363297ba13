//! A form names another address than the one it came from: received in time or not, a person looks at it.

use super::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "checking",
    about: "To the sender of a form that would change the application of somebody with another address.",
    template: include_str!("../../templates/letters/checking.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

/// It says nothing about any application: its reader may not be the applicant (invariant 6).
#[derive(Debug, Clone, Serialize)]
pub struct Checking {
    pub name: String,
    pub received: String,
}

impl Letter for Checking {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    vec![sample(&Checking { name: "colleague".into(), received: "17:58:03 on Friday 19 March 2027".into() })]
}
