//! An invoice that was due has not been paid.

use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "invoice-reminder",
    about: "To whoever has an invoice that is overdue, on the days after its due date that policy names.",
    template: include_str!("../../../templates/letters/invoice-reminder.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct InvoiceReminder {
    pub number: String,
    pub school: String,
    pub total: String,
    /// What has been paid of it; empty for nothing.
    pub paid: String,
    pub open: String,
    pub issued: String,
    pub due: String,
    pub account: String,
    /// It has been asked for before.
    pub again: bool,
}

impl Letter for InvoiceReminder {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let first = InvoiceReminder {
        number: "INV-2027-0001".into(),
        school: "Oakfield School".into(),
        total: "£1,750.00".into(),
        paid: String::new(),
        open: "£1,750.00".into(),
        issued: "Wednesday 2 June 2027".into(),
        due: "Friday 2 July 2027".into(),
        account: "20-00-00, account 12345678 (Harbour Learning Alliance)".into(),
        again: false,
    };
    let again = InvoiceReminder { paid: "£1,000.00".into(), open: "£750.00".into(), again: true, ..first.clone() };
    vec![sample(&first), sample(&again)]
}
