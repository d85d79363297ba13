//! What invoices and statements of account have in common on the page: parties, accounts, the slip.

mod words;

pub(super) use words::{short, shown, sort_code, spaced_vat_number, treatment, visits};

use super::sheets::Letterhead;
use crate::einvoice::{Bank, Party};
use serde::Serialize;

#[derive(Debug, Clone, Serialize)]
pub(super) struct Block {
    pub label: &'static str,
    pub name: String,
    pub lines: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Fact {
    pub label: String,
    pub value: String,
    pub strong: bool,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Payment {
    pub heading: &'static str,
    pub details: Vec<Fact>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Slip {
    pub return_to: String,
    /// An empty value is a line to write on.
    pub fields: Vec<Fact>,
}

pub(super) fn fact(label: &str, value: impl Into<String>) -> Fact {
    Fact { label: label.to_owned(), value: value.into(), strong: false }
}

pub(super) fn strong(label: &str, value: impl Into<String>) -> Fact {
    Fact { strong: true, ..fact(label, value) }
}

pub(super) fn paper(party: &Party) -> Letterhead {
    let mut address = party.address.clone();
    if let Some(last) = address.last_mut() {
        *last = format!("{last} {}", party.postcode).trim().to_owned();
    }
    Letterhead {
        name: party.name.clone(),
        address: address.join("\n"),
        telephone: party.telephone.clone(),
        email: party.email.clone(),
        website: String::new(),
    }
}

pub(super) fn block(label: &'static str, party: &Party) -> Block {
    let mut lines = vec![];
    if !party.attention.is_empty() {
        lines.push(format!("For the attention of: {}", party.attention));
    }
    lines.extend(party.address.iter().cloned());
    lines.push(party.postcode.clone());
    if !party.urn.is_empty() {
        lines.push(format!("URN {}", party.urn));
    }
    lines.retain(|line| !line.trim().is_empty());
    Block { label, name: party.name.clone(), lines }
}

pub(super) fn questions(issuer: &Party) -> String {
    let ways: Vec<&str> =
        [issuer.telephone.as_str(), issuer.email.as_str()].into_iter().filter(|way| !way.is_empty()).collect();
    match (issuer.contact.is_empty(), ways.is_empty()) {
        (_, true) => String::new(),
        (true, false) => format!("Questions about this document: {}.", ways.join(", ")),
        (false, false) => format!("Questions about this document: {}, {}.", issuer.contact, ways.join(", ")),
    }
}

fn payer(buyer: &Party) -> String {
    let name = short(&buyer.name, 72);
    if buyer.urn.is_empty() { name } else { format!("{name} (URN {})", buyer.urn) }
}

/// What is torn off or e-mailed. `sum`: how much, and by when or as of when.
pub(super) fn slip_of(seller: &Party, buyer: &Party, bank: &Bank, remittance: &str, sum: [Fact; 2]) -> Slip {
    let return_to = match seller.email.as_str() {
        "" => "Please return this slip with your payment.".to_owned(),
        email => format!("Please e-mail this slip to {email} when you pay."),
    };
    let [amount, day] = sum;
    let fields = vec![
        fact("From", payer(buyer)),
        fact("Payment reference", remittance),
        amount,
        day,
        fact("To", &bank.account_name),
        fact("Sort code and account", format!("{}   {}", sort_code(bank), bank.account_number)),
        fact("Amount paid", ""),
        fact("Date paid", ""),
    ];
    Slip { return_to, fields }
}

/// Where to pay to.
pub(super) fn account(bank: &Bank, remittance: &str) -> Vec<Fact> {
    vec![
        fact("Account name", &bank.account_name),
        fact("Sort code", sort_code(bank)),
        fact("Account number", &bank.account_number),
        fact("Reference", remittance),
    ]
}

pub(super) fn registered_as(issuer: &Party) -> String {
    let mut parts = vec![issuer.name.clone()];
    parts.extend(issuer.registration.as_ref().map(|it| format!("{} {}", it.label, it.number)));
    if !issuer.urn.is_empty() {
        parts.push(format!("URN {}", issuer.urn));
    }
    parts.push(match &issuer.vat_number {
        Some(number) => format!("VAT {}", spaced_vat_number(number)),
        None => "Not VAT registered".to_owned(),
    });
    parts.join(" · ")
}
