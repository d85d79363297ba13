//! Writes the letter that carries an issued document. The number was drawn when it was issued; a letter that is interrupted
//! is written again, and its purpose keeps it from leaving twice.

use crate::decision::Decision;
use crate::domain::change::{Change, MoneyChange};
use crate::domain::civil::date_in_words;
use crate::domain::facts::Facts;
use crate::domain::invoice::{Invoice, Kind};
use crate::domain::listed;
use crate::domain::worked::HalfDays;
use crate::einvoice::{Bank, InvoiceDocument};
use crate::letters::money::credit_note::CreditNoteLetter;
use crate::letters::money::invoice::InvoiceLetter;
use crate::letters::money::self_billing::SelfBillingLetter;
use crate::letters::money::time_sheet::TimeSheetLetter;
use crate::letters::{Draft, Enclosure};
use jiff::Timestamp;

/// The account as letters name it.
pub fn account(bank: Option<&Bank>) -> String {
    bank.map(|bank| format!("{}, account {} ({})", bank.sort_code, bank.account_number, bank.account_name))
        .unwrap_or_default()
}

/// The letter of the document that has waited longest; `None` where none waits.
pub fn decide(facts: &Facts, now: Timestamp) -> Option<Decision> {
    let waiting = facts.invoices.iter().find(|invoice| {
        invoice.number.is_some()
            && invoice.posted_at.is_none()
            && invoice.kind != Kind::HomeInvoice
            && !invoice.document.is_empty()
    })?;
    let number = waiting.number.clone()?;
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.changes.push(Change::Money(MoneyChange::Posted { invoice: waiting.id, at: now }));
    match serde_json::from_str::<InvoiceDocument>(&waiting.document) {
        Ok(document) => {
            let days: HalfDays = waiting.lines.iter().map(|line| line.half_days).sum();
            decision.because(format!("{number} was issued by {}: {days}, {}.", waiting.issued_by, waiting.gross));
            decision.because.extend(cited(facts, waiting));
            decision.letters.push(letter(facts, waiting, document, days).about(&number));
        }
        Err(e) => {
            let question = format!(
                "{number} is issued, and its document cannot be read back ({e}). Please report this: it is a fault of the clerk’s."
            );
            decision.ask(format!("invoices:unreadable:{number}"), question, Some(&number));
        }
    }
    Some(decision)
}

/// Which mail each line comes from.
fn cited(facts: &Facts, invoice: &Invoice) -> Vec<String> {
    let lines = invoice.lines.iter().filter_map(|line| {
        let visit = facts.visits.iter().find(|visit| Some(visit.id) == line.visit)?;
        let from = match visit.message {
            Some(message) => format!("logged by message {message}"),
            None => format!("logged by {}", visit.logged_by),
        };
        let case = line.deployment.as_ref().map(ToString::to_string).unwrap_or_default();
        Some(format!("{}, {}, {case}: {from}.", date_in_words(visit.day), visit.half_days))
    });
    lines.collect()
}

fn letter(facts: &Facts, invoice: &Invoice, document: InvoiceDocument, days: HalfDays) -> Draft {
    let number = document.number.clone();
    let purpose = format!("{}:{number}", invoice.kind.word().replace('_', "-"));
    let due = document.due.map(date_in_words).unwrap_or_default();
    let home = home_of(facts, invoice);
    let who = who(invoice);
    let total = document.totals.gross.to_string();
    let to = invoice.email.clone();
    let (school, days) = (invoice.school.clone(), days.to_string());
    match invoice.kind {
        Kind::Invoice => {
            let letter = InvoiceLetter {
                number,
                school: school_supported(facts, invoice).unwrap_or(school.clone()),
                total,
                days,
                in_advance: invoice.in_advance,
                due,
                account: account(document.bank.as_ref()),
                order: document.order.clone(),
                electronic: document.buyer.peppol.is_some(),
            };
            Draft::new(&letter, to, &school, purpose).enclosing(Enclosure::Invoice(Box::new(document)))
        }
        Kind::CreditNote | Kind::SelfCredit => {
            let corrects = match &document.kind {
                crate::einvoice::Kind::CreditNote { corrects, .. } => corrects.clone(),
                crate::einvoice::Kind::Invoice | crate::einvoice::Kind::SelfBilled => String::new(),
            };
            let because = invoice.because.trim_end_matches('.').to_owned();
            let letter =
                CreditNoteLetter { number, corrects, total, because, to_home_school: invoice.kind == Kind::SelfCredit };
            Draft::new(&letter, to, &school, purpose).enclosing(Enclosure::Invoice(Box::new(document)))
        }
        Kind::SelfBilling => {
            let letter = SelfBillingLetter { name: home, number, school: school.clone(), total, days, who, due };
            Draft::new(&letter, to, &school, purpose).enclosing(Enclosure::Invoice(Box::new(document)))
        }
        Kind::TimeSheet | Kind::HomeInvoice => {
            let supported = document.buyer.name.clone();
            let letter = TimeSheetLetter {
                name: home,
                number,
                school: school.clone(),
                supported,
                who,
                days,
                value: document.totals.net.to_string(),
            };
            Draft::new(&letter, to, &school, purpose).enclosing(Enclosure::TimeSheet(Box::new(document)))
        }
    }
}

/// The head of the home school, to whom statements and time sheets go.
fn home_of(facts: &Facts, invoice: &Invoice) -> String {
    let people = facts.deployments.iter().flat_map(|deployment| &deployment.people);
    let mut heads = people
        .filter(|person| person.head_email.as_ref() == Some(&invoice.email))
        .map(|person| person.head_name.clone());
    heads.find(|name| !name.trim().is_empty()).unwrap_or_else(|| "colleague".to_owned())
}

/// The supported school, where another body pays for it.
fn school_supported(facts: &Facts, invoice: &Invoice) -> Option<String> {
    let mut names: Vec<&str> = invoice
        .lines
        .iter()
        .filter_map(|line| Some(facts.deployment(line.deployment.as_ref()?)?.school.name.as_str()))
        .collect();
    names.sort_unstable();
    names.dedup();
    (!names.is_empty()).then(|| listed(&names))
}

fn who(invoice: &Invoice) -> String {
    let mut who: Vec<&str> = invoice.lines.iter().map(|line| line.who.as_str()).filter(|who| !who.is_empty()).collect();
    who.sort_unstable();
    who.dedup();
    listed(&who)
}
