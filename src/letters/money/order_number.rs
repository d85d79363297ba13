//! An invoice waits for the school's order number.

use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "order-number",
    about: "To a supported school whose order number policy wants on its invoices, until it has named it.",
    template: include_str!("../../../templates/letters/order-number.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct OrderNumber {
    pub number: String,
    pub school: String,
    pub subject: String,
    /// `£1,750.00 for 5 days`.
    pub sum: String,
    pub again: bool,
}

impl Letter for OrderNumber {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let first = OrderNumber {
        number: "DEP-2027-0003".into(),
        school: "Oakfield School".into(),
        subject: "Mathematics in Year 4".into(),
        sum: "£1,750.00 for 5 days".into(),
        again: false,
    };
    vec![sample(&first), sample(&OrderNumber { again: true, ..first.clone() })]
}
