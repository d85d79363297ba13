//! What is checked before any form of an invoice is written: an issued invoice never changes, so it must be right.

use super::document::{Bank, Charge, InvoiceDocument, Kind, Party, PeppolId, Totals, Vat};
use super::fault::{Fault, Faults};
use crate::domain::money::Pence;

/// Looks for everything that is wrong at once.
///
/// # Errors
/// All that was found.
pub fn check(document: &InvoiceDocument) -> Result<(), Faults> {
    let mut faults = vec![];
    heading(document, &mut faults);
    parties(document, &mut faults);
    payment(document, &mut faults);
    lines(document, &mut faults);
    totals(document, &mut faults);
    if faults.is_empty() { Ok(()) } else { Err(Faults { number: document.number.clone(), faults }) }
}

fn need(text: &str, what: &'static str, faults: &mut Vec<Fault>) {
    if text.trim().is_empty() {
        faults.push(Fault::Missing(what));
    }
}

fn heading(document: &InvoiceDocument, faults: &mut Vec<Fault>) {
    need(&document.number, "the number", faults);
    need(&document.terms, "the terms of payment", faults);
    match &document.kind {
        Kind::Invoice | Kind::SelfBilled => match document.due {
            None => faults.push(Fault::Missing("the due date")),
            Some(due) if due < document.issued => {
                faults.push(Fault::DueBeforeIssue { due, issued: document.issued });
            }
            Some(_) => {}
        },
        Kind::CreditNote { corrects, reason, .. } => {
            need(corrects, "the number of the invoice that is corrected", faults);
            need(reason, "the reason for the correction", faults);
        }
    }
}

fn parties(document: &InvoiceDocument, faults: &mut Vec<Fault>) {
    let (seller, buyer) = (&document.seller, &document.buyer);
    need(&seller.name, "the seller's name", faults);
    need(&buyer.name, "the buyer's name", faults);
    for (party, what) in [(seller, "the seller's address"), (buyer, "the buyer's address")] {
        if party.address.iter().all(|line| line.trim().is_empty()) {
            faults.push(Fault::Missing(what));
        }
    }
    let known =
        |party: &Party| party.vat_number.is_some() || party.registration.is_some() || !party.urn.trim().is_empty();
    if !known(seller) {
        faults.push(Fault::Missing("the seller's VAT, company, charity or school number"));
    }
    for party in [seller, buyer] {
        if let Some(number) = &party.vat_number
            && !is_vat_number(number)
        {
            let expected = "GB and nine digits, as in GB123456789";
            faults.push(Fault::Odd { what: "the VAT number", given: number.clone(), expected });
        }
        if let Some(id) = &party.peppol
            && !is_peppol(id)
        {
            let given = format!("{}:{}", id.scheme, id.value);
            let expected = "four digits of a scheme and a value, as in 0088 and 5012345678900; never an e-mail address";
            faults.push(Fault::Odd { what: "the Peppol id", given, expected });
        }
    }
    if buyer.peppol.is_some() && !matches!(document.kind, Kind::SelfBilled) {
        if seller.peppol.is_none() {
            faults.push(Fault::NoPeppolId);
        }
        if document.order.trim().is_empty() && document.buyer_reference.trim().is_empty() {
            faults.push(Fault::NoReference);
        }
    }
}

/// Nine digits, twelve for a branch, or the GD and HA numbers of departments and health authorities.
pub fn is_vat_number(number: &str) -> bool {
    let digits =
        |text: &str, counts: &[usize]| counts.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    number.strip_prefix("GB").is_some_and(|rest| {
        let department = rest.strip_prefix("GD").or_else(|| rest.strip_prefix("HA"));
        department.map_or_else(|| digits(rest, &[9, 12]), |number| digits(number, &[3]))
    })
}

/// A scheme of four digits and a value.
pub fn is_peppol(id: &PeppolId) -> bool {
    id.scheme.len() == 4
        && id.scheme.bytes().all(|b| b.is_ascii_digit())
        && !id.value.is_empty()
        && id.value.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b':'))
}

fn payment(document: &InvoiceDocument, faults: &mut Vec<Fault>) {
    match (&document.bank, &document.kind) {
        (Some(bank), _) => account(bank, faults),
        // A school that is paid has told the office its account once: we do not keep it.
        (None, Kind::CreditNote { .. } | Kind::SelfBilled) => return,
        (None, Kind::Invoice) => faults.push(Fault::Missing("the bank account")),
    }
    need(&document.remittance, "the payment reference", faults);
}

/// Six digits, with hyphens or spaces between them.
pub fn is_sort_code(bank: &Bank) -> bool {
    bank.sort_digits().len() == 6 && bank.sort_code.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b' '))
}

/// Eight digits.
pub fn is_account_number(bank: &Bank) -> bool {
    bank.account_number.len() == 8 && bank.account_number.bytes().all(|b| b.is_ascii_digit())
}

fn account(bank: &Bank, faults: &mut Vec<Fault>) {
    need(&bank.account_name, "the name of the bank account", faults);
    if !is_sort_code(bank) {
        let expected = "six digits, as in 20-00-00";
        faults.push(Fault::Odd { what: "the sort code", given: bank.sort_code.clone(), expected });
    }
    if !is_account_number(bank) {
        let expected = "eight digits";
        faults.push(Fault::Odd { what: "the account number", given: bank.account_number.clone(), expected });
    }
}

impl Bank {
    pub(super) fn sort_digits(&self) -> String {
        self.sort_code.chars().filter(char::is_ascii_digit).collect()
    }
}

fn lines(document: &InvoiceDocument, faults: &mut Vec<Fault>) {
    if document.lines.is_empty() {
        faults.push(Fault::NoLines);
    }
    let registered = document.is_registered();
    let mut outside = 0;
    for (line, number) in document.lines.iter().zip(1..) {
        need(&line.description, "the description of a line", faults);
        match line.worked_out() {
            Ok(Some(comes_to)) if comes_to != line.net => {
                faults.push(Fault::Line { line: number, says: line.net, comes_to });
            }
            Ok(Some(_) | None) => {}
            Err(fault) => faults.push(fault),
        }
        match line.charge {
            Charge::Days { half_days: 0, .. } => faults.push(Fault::Missing("the number of days of a line")),
            Charge::Days { per_day, .. } if per_day.is_negative() => faults.push(Fault::Negative(per_day)),
            Charge::Days { .. } | Charge::Sum => {}
        }
        match &line.vat {
            Vat::Standard(_) if !registered => {
                faults.push(Fault::NotRegistered { line: number, seller: document.seller.name.clone() });
            }
            Vat::Standard(rate) if *rate == 0 || *rate > 10_000 => {
                let given = format!("{rate} hundredths of a per cent");
                faults.push(Fault::Odd {
                    what: "the VAT rate",
                    given,
                    expected: "more than 0 and at most 100 per cent",
                });
            }
            Vat::Standard(_) => {}
            Vat::OutsideScope(reason) => {
                outside += 1;
                if registered && reason.trim().is_empty() {
                    faults.push(Fault::NoReason { line: number });
                }
            }
            Vat::Exempt(reason) => {
                if registered && reason.trim().is_empty() {
                    faults.push(Fault::NoReason { line: number });
                }
            }
        }
    }
    if registered && outside > 0 && outside < document.lines.len() {
        faults.push(Fault::MixedScope);
    }
}

fn totals(document: &InvoiceDocument, faults: &mut Vec<Fault>) {
    let says = &document.totals;
    let comes_to = match Totals::of(&document.lines, document.is_registered(), says.paid) {
        Ok(totals) => totals,
        Err(fault) => {
            faults.push(fault);
            return;
        }
    };
    let pairs: [(&'static str, Pence, Pence); 4] = [
        ("the total before VAT", says.net, comes_to.net),
        ("the VAT", says.vat, comes_to.vat),
        ("the total", says.gross, comes_to.gross),
        ("the amount due", says.due, comes_to.due),
    ];
    for (what, says, comes_to) in pairs {
        if says != comes_to {
            faults.push(Fault::Total { what, says, comes_to });
        }
    }
    if says.groups != comes_to.groups {
        faults.push(Fault::Groups);
    }
    if says.gross.is_negative() {
        faults.push(Fault::Negative(says.gross));
    }
    if says.paid.is_negative() || says.paid > says.gross {
        let given = says.paid.to_string();
        faults.push(Fault::Odd { what: "what was paid already", given, expected: "nothing, or up to the total" });
    }
}
