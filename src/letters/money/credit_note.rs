//! A credit note goes to whoever had the invoice, or the statement, that it takes back.

use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "credit-note",
    about: "To a school, with a credit note that takes back an invoice, a self-billing statement, or a part of one.",
    template: include_str!("../../../templates/letters/credit-note.md.hbs"),
    voice: Voice::Letter,
    care: Care::Once,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct CreditNoteLetter {
    pub number: String,
    pub corrects: String,
    pub total: String,
    pub because: String,
    /// It takes back what the school was to be paid.
    pub to_home_school: bool,
}

impl Letter for CreditNoteLetter {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let plain = CreditNoteLetter {
        number: "CRN-2027-0001".into(),
        corrects: "INV-2027-0001".into(),
        total: "£350.00".into(),
        because: "the visit of 12 May did not take place".into(),
        to_home_school: false,
    };
    let home = CreditNoteLetter {
        number: "SBC-2027-0001".into(),
        corrects: "SBS-2027-0001".into(),
        to_home_school: true,
        ..plain.clone()
    };
    vec![sample(&plain), sample(&home)]
}
