//! Invoices − credit notes = receipts + debt.
//!
//! One side reads the documents as they went out, the other the rows of the ledger and the payments.

use super::{Index, Reconciliation, is_sale};
use crate::billing::{open_invoices, outstanding};
use crate::domain::invoice::{Invoice, Kind, State};
use crate::domain::money::Pence;
use crate::einvoice::InvoiceDocument;

/// What schools were asked for, and what has become of it; VAT is in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Debt {
    pub invoiced: Pence,
    pub credited: Pence,
    pub received: Pence,
    /// What was paid too much is taken off it.
    pub owed: Pence,
    /// The other side: what home schools are to be paid, on statements and on invoices of theirs.
    pub to_home_schools: Pence,
    pub paid_to_home_schools: Pence,
    pub owed_to_home_schools: Pence,
}

fn add(sum: &mut Pence, amount: Pence) {
    *sum = [*sum, amount].into_iter().sum();
}

pub fn count(index: &Index<'_>, found: &mut Reconciliation) {
    let mut debt = Debt::default();
    for invoice in index.books.facts.invoices.iter().filter(|invoice| invoice.state != State::Dropped) {
        let gross = as_it_went_out(invoice, found);
        if invoice.state != State::Issued {
            continue;
        }
        let paid = invoice.paid().unwrap_or(Pence::ZERO);
        match invoice.kind {
            Kind::Invoice => {
                add(&mut debt.invoiced, gross);
                add(&mut debt.received, paid);
            }
            Kind::CreditNote => add(&mut debt.credited, gross),
            Kind::SelfBilling | Kind::HomeInvoice => {
                add(&mut debt.to_home_schools, gross);
                add(&mut debt.paid_to_home_schools, paid);
                add(&mut debt.owed_to_home_schools, outstanding(index.books, invoice).unwrap_or(Pence::ZERO));
            }
            Kind::SelfCredit => add(&mut debt.to_home_schools, gross.checked_neg().unwrap_or(Pence::ZERO)),
            Kind::TimeSheet => {}
        }
    }
    debt.owed = open_invoices(index.books).map(|(_, open)| open).sum();
    let both = [
        ("schools", debt.invoiced.checked_sub(debt.credited), debt.received.checked_add(debt.owed)),
        ("home schools", Some(debt.to_home_schools), debt.paid_to_home_schools.checked_add(debt.owed_to_home_schools)),
    ];
    for (whom, asked, known) in both {
        if asked != known {
            let [asked, known] = [asked, known].map(Option::unwrap_or_default);
            found.faults.push(format!("Debt of {whom}: the documents come to {asked}, payments and debt to {known}."));
        }
    }
    found.debt = debt;
}

/// What a document asks for: by its own words where it has been issued, by its lines otherwise. Where its row says something
/// else, that is a difference.
fn as_it_went_out(invoice: &Invoice, found: &mut Reconciliation) -> Pence {
    let name = invoice.name();
    let lines = Pence::checked_sum(invoice.lines.iter().map(|line| line.net)).unwrap_or(Pence::ZERO);
    if lines != invoice.net {
        found.faults.push(format!("{name}: its lines come to {lines}, and it says {} before VAT.", invoice.net));
    }
    if invoice.net.checked_add(invoice.vat) != Some(invoice.gross) {
        found.faults.push(format!("{name}: {} and {} of VAT are not {}.", invoice.net, invoice.vat, invoice.gross));
    }
    let has_document = is_sale(invoice) || matches!(invoice.kind, Kind::SelfBilling | Kind::SelfCredit);
    if invoice.state != State::Issued || !has_document {
        return lines.checked_add(invoice.vat).unwrap_or(Pence::ZERO);
    }
    let Ok(document) = serde_json::from_str::<InvoiceDocument>(&invoice.document) else {
        found.faults.push(format!("{name}: the document that went out cannot be read back."));
        return invoice.gross;
    };
    let totals = &document.totals;
    if (totals.net, totals.vat, totals.gross) != (invoice.net, invoice.vat, invoice.gross) {
        found.faults.push(format!("{name}: it went out over {}, and the ledger says {}.", totals.gross, invoice.gross));
    }
    let printed: Vec<Pence> = document.lines.iter().map(|line| line.net).collect();
    if !printed.iter().eq(invoice.lines.iter().map(|line| &line.net)) {
        found.faults.push(format!("{name}: its lines are not those that went out."));
    }
    if invoice.number.as_ref().map(ToString::to_string) != Some(document.number.clone()) {
        found.faults.push(format!("{name}: it went out as {}.", document.number));
    }
    totals.gross
}
