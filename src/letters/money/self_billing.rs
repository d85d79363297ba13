//! A home school's share, on the invoice that the alliance writes for it.

use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "self-billing",
    about: "To a home school, with the statement of what the alliance pays it for the days of its staff.",
    template: include_str!("../../../templates/letters/self-billing.md.hbs"),
    voice: Voice::Letter,
    care: Care::Once,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct SelfBillingLetter {
    pub name: String,
    pub number: String,
    pub school: String,
    pub total: String,
    pub days: String,
    pub who: String,
    pub due: String,
}

impl Letter for SelfBillingLetter {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    vec![sample(&SelfBillingLetter {
        name: "Anne Cole".into(),
        number: "SBS-2027-0001".into(),
        school: "Hazelbank Primary School".into(),
        total: "£1,487.50".into(),
        days: "5 days".into(),
        who: "Priya Nair".into(),
        due: "Friday 2 July 2027".into(),
    })]
}
