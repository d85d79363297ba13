//! Somebody has written about an invoice, or about what they are paid.

use crate::letters::{Care, Letter, LetterKind, Voice, sample};
use serde::Serialize;

pub const KIND: LetterKind = LetterKind {
    name: "account-reply",
    about: "To whoever writes about an invoice, a statement or a payment, unless it is only thanks: what happens now.",
    template: include_str!("../../../templates/letters/account-reply.md.hbs"),
    voice: Voice::Answer,
    care: Care::Harmless,
    samples,
};

#[derive(Debug, Clone, Serialize)]
pub struct AccountReply {
    pub name: String,
    /// `invoice INV-2027-0001`.
    pub about: String,
    /// They say that it has been paid …
    pub paid: bool,
    /// … or that it is on its way.
    pub promised: bool,
    /// Until when they are not reminded then.
    pub until: String,
    /// They speak of a bank account.
    pub account: bool,
    /// There is no reminder before a person has answered.
    pub rests: bool,
}

impl Letter for AccountReply {
    const KIND: &'static LetterKind = &KIND;
}

fn samples() -> Vec<serde_json::Value> {
    let asks = AccountReply {
        name: "Carol Dunn".into(),
        about: "invoice INV-2027-0001".into(),
        paid: false,
        promised: false,
        until: "Friday 16 July 2027".into(),
        account: false,
        rests: true,
    };
    let paid = AccountReply { paid: true, ..asks.clone() };
    let promised = AccountReply { promised: true, ..asks.clone() };
    let account = AccountReply {
        account: true,
        rests: false,
        about: "self-billing statement SBS-2027-0001".into(),
        ..asks.clone()
    };
    [asks, paid, promised, account].iter().map(sample).collect()
}
