//! An invoice goes to the school, or to whoever else pays.

use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "invoice",
    about: "To a school’s finance office, with an invoice that a coordinator has let go.",
    template: include_str!("../../../templates/letters/invoice.md.hbs"),
    voice: Voice::Letter,
    care: Care::Once,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct InvoiceLetter {
    pub number: String,
    pub school: String,
    pub total: String,
    /// `5 days`.
    pub days: String,
    /// The days have not been worked yet.
    pub in_advance: bool,
    /// `Wednesday 2 June 2027`.
    pub due: String,
    /// `20-00-00, account 12345678 (Harbour Learning Alliance)`.
    pub account: String,
    /// The school’s order number; empty for none.
    pub order: String,
    /// An electronic invoice is enclosed as a file of its own.
    pub electronic: bool,
}

impl Letter for InvoiceLetter {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let plain = InvoiceLetter {
        number: "INV-2027-0001".into(),
        school: "Oakfield School".into(),
        total: "£1,750.00".into(),
        days: "5 days".into(),
        in_advance: false,
        due: "Friday 2 July 2027".into(),
        account: "20-00-00, account 12345678 (Harbour Learning Alliance)".into(),
        order: String::new(),
        electronic: false,
    };
    let advance = InvoiceLetter { in_advance: true, order: "PO 4711".into(), electronic: true, ..plain.clone() };
    vec![sample(&plain), sample(&advance)]
}
