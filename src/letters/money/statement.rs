//! A statement of account.

use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "statement",
    about: "To whoever has something overdue on the first school day of a month, or where a coordinator asks for it: all that is open, on one sheet.",
    template: include_str!("../../../templates/letters/statement.md.hbs"),
    voice: Voice::Letter,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct StatementLetter {
    pub school: String,
    pub day: String,
    pub balance: String,
    /// Of which overdue; empty for none.
    pub overdue: String,
    /// Nothing but what is overdue is open.
    pub all_overdue: bool,
    pub account: String,
}

impl Letter for StatementLetter {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let late = StatementLetter {
        school: "Oakfield School".into(),
        day: "Thursday 1 July 2027".into(),
        balance: "£2,450.00".into(),
        overdue: "£700.00".into(),
        all_overdue: false,
        account: "20-00-00, account 12345678 (Harbour Learning Alliance)".into(),
    };
    let all = StatementLetter { overdue: late.balance.clone(), all_overdue: true, ..late.clone() };
    vec![sample(&StatementLetter { overdue: String::new(), ..late.clone() }), sample(&late), sample(&all)]
}
