//! How a school asks for support.

use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "commission-form",
    about: "To somebody who asks what support a school can have, with the form for asking for it.",
    template: include_str!("../../../templates/letters/commission-form.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

/// Its subject, by which an answer is known before the record is asked.
pub const SUBJECT: &str = "Support for your school: how to ask for it";

#[derive(Debug, Clone, Serialize)]
pub struct CommissionForm {
    pub name: String,
    /// How it goes, step by step, as policy says it; may be empty.
    pub steps: Vec<String>,
    /// The form is enclosed.
    pub form: bool,
}

impl Letter for CommissionForm {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let whole = CommissionForm {
        name: "Jo Marsh".into(),
        steps: vec!["Tell us what you would like to be different.".into(), "We find out who is free.".into()],
        form: true,
    };
    let bare = CommissionForm { steps: vec![], form: false, ..whole.clone() };
    vec![sample(&whole), sample(&bare)]
}
