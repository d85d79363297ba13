//! The document as terms of EN 16931. A comment `BT-n` names the standard's own number for a term.

use super::document::{Bank, Charge, InvoiceDocument, Kind, Line, Party, Totals, Vat};
use super::fault::Fault;
use super::figures::days_in_figures;
use crate::domain::money::Pence;
use en16931::invoice::{
    Code, Contact, CreditTransfer, Delivery, DocumentTotals, Item, LineVat, PaymentInstructions, PaymentMeans, Period,
    PostalAddress, PrecedingInvoice, PriceDetails, VatBreakdown,
};
use en16931::{
    DocumentKind, DocumentReference, Identifier, Invoice, InvoiceAmount, InvoiceLine, InvoiceNote, Percentage,
    Quantity, UnitPriceAmount,
};
use jiff::civil::Date;

/// Codes of UNTDID 1001, 4461 and of UN/ECE Recommendation 20.
const INVOICE: &str = "380";
const CREDIT_NOTE: &str = "381";
const SELF_BILLED: &str = "389";
const CREDIT_TRANSFER: &str = "30";
const DAY: &str = "DAY";
const ONE: &str = "C62";

pub(super) fn model(document: &InvoiceDocument) -> Result<Invoice, Fault> {
    let mut invoice = Invoice::default();
    let (kind, code) = match document.kind {
        Kind::Invoice => (DocumentKind::Invoice, INVOICE),
        Kind::CreditNote { .. } => (DocumentKind::CreditNote, CREDIT_NOTE),
        Kind::SelfBilled => (DocumentKind::Invoice, SELF_BILLED),
    };
    invoice.kind = kind;
    invoice.type_code = Some(Code::new(code));
    invoice.currency = Some(Code::new("GBP"));
    invoice.number = text(&document.number);
    invoice.issue_date = Some(day(document.issued)?);
    invoice.due_date = document.due.map(day).transpose()?;
    invoice.payment_terms = text(&document.terms);
    invoice.purchase_order_reference = text(&document.order).map(DocumentReference::new);
    invoice.buyer_reference = text(&document.buyer_reference);
    // The standard allows no VAT number and no tax point beside lines outside the scope of VAT (BR-O-02).
    let outside = document.totals.groups.iter().any(|group| matches!(group.vat, Vat::OutsideScope(_)));
    if !outside {
        invoice.vat_point_date = document.tax_point.map(day).transpose()?;
    }
    invoice.seller = party(&document.seller, !outside);
    invoice.buyer = party(&document.buyer, !outside);
    invoice.notes = notes(document);
    if let Kind::CreditNote { corrects, corrects_of, .. } = &document.kind {
        let reference = DocumentReference::new(text(corrects).unwrap_or_default());
        invoice.preceding_invoices = vec![PrecedingInvoice { reference, issue_date: Some(day(*corrects_of)?) }];
    }
    invoice.invoicing_period = period(document.lines.iter().flat_map(|line| line.dates.iter().copied()))?;
    // The last visit: the schema wants the delivery, and an empty one is frowned upon.
    invoice.delivery = match document.lines.iter().flat_map(|line| &line.dates).max() {
        Some(last) => Some(Delivery { date: Some(day(*last)?), ..Delivery::default() }),
        None => None,
    };
    invoice.payment = document.bank.as_ref().map(|bank| payment(bank, &document.remittance));
    invoice.vat_breakdown =
        document.totals.groups.iter().map(|group| breakdown(&group.vat, group.net, group.tax)).collect();
    let registered = document.is_registered();
    let mut lines = vec![];
    for (line, number) in document.lines.iter().zip(1_usize..) {
        lines.push(entry(line, number, registered)?);
    }
    invoice.lines = lines;
    invoice.totals = sums(&document.totals);
    Ok(invoice)
}

/// A term's text: on one line, without what XML cannot hold. None when nothing is left.
fn text(given: &str) -> Option<String> {
    let printable = |c: char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    let cleaned: String =
        given.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| printable(*c)).collect();
    let words: Vec<&str> = cleaned.split_whitespace().collect();
    if words.is_empty() { None } else { Some(words.join(" ")) }
}

fn day(date: Date) -> Result<en16931::Date, Fault> {
    let odd = || Fault::Odd { what: "a date", given: date.to_string(), expected: "a day after the year 1000" };
    let (month, day) = (u8::try_from(date.month()), u8::try_from(date.day()));
    match (month, day) {
        (Ok(month), Ok(day)) => en16931::Date::new(i32::from(date.year()), month, day).map_err(|_| odd()),
        (Err(_), _) | (_, Err(_)) => Err(odd()),
    }
}

fn amount(pence: Pence) -> InvoiceAmount {
    InvoiceAmount::from_minor_units(pence.0)
}

fn party(party: &Party, with_vat: bool) -> en16931::invoice::Party {
    let mut lines: Vec<String> = party.address.iter().filter_map(|line| text(line)).collect();
    let city = if lines.len() > 1 { lines.pop() } else { None };
    let mut lines = lines.into_iter();
    let (line1, line2) = (lines.next(), lines.next());
    let rest: Vec<String> = lines.collect();
    en16931::invoice::Party {
        name: text(&party.name),
        identifiers: text(&party.urn).map(Identifier::new).into_iter().collect(),
        legal_registration: party.registration.as_ref().and_then(|it| text(&it.number)).map(Identifier::new),
        vat_identifier: if with_vat { party.vat_number.clone() } else { None },
        electronic_address: party.peppol.as_ref().map(|id| Identifier::schemed(id.value.as_str(), id.scheme.as_str())),
        address: PostalAddress {
            line1,
            line2,
            line3: if rest.is_empty() { None } else { Some(rest.join(", ")) },
            city,
            post_code: text(&party.postcode),
            subdivision: None,
            country: Some(Code::new("GB")),
        },
        contact: Contact {
            name: text(&party.contact).or_else(|| text(&party.attention)),
            phone: text(&party.telephone),
            email: text(&party.email),
        },
        ..en16931::invoice::Party::default()
    }
}

fn notes(document: &InvoiceDocument) -> Vec<InvoiceNote> {
    let mut notes = vec![];
    match &document.kind {
        Kind::Invoice => {}
        Kind::CreditNote { reason, .. } => notes.extend(text(reason)),
        Kind::SelfBilled => notes.push("Self-billing".to_owned()),
    }
    if document.in_advance {
        notes.push("Billed in advance".to_owned());
    }
    notes.extend(document.notes.iter().filter_map(|note| text(note)));
    notes.into_iter().map(InvoiceNote::new).collect()
}

fn period(dates: impl Iterator<Item = Date> + Clone) -> Result<Option<Period>, Fault> {
    match (dates.clone().min(), dates.max()) {
        (Some(first), Some(last)) => Ok(Some(Period { start: Some(day(first)?), end: Some(day(last)?) })),
        (None, _) | (_, None) => Ok(None),
    }
}

fn payment(bank: &Bank, remittance: &str) -> PaymentInstructions {
    PaymentInstructions {
        means_code: Some(Code::new(CREDIT_TRANSFER)),
        means_text: Some("BACS".to_owned()),
        remittance_information: text(remittance),
        means: Some(PaymentMeans::CreditTransfer(vec![CreditTransfer {
            account_identifier: text(&bank.account_number),
            account_name: text(&bank.account_name),
            provider_identifier: Some(bank.sort_digits()),
        }])),
    }
}

fn category(vat: &Vat) -> (Code, Option<Percentage>) {
    match vat {
        Vat::Exempt(_) => (Code::new("E"), Some(Percentage::ZERO)),
        Vat::OutsideScope(_) => (Code::new("O"), None),
        Vat::Standard(rate) => (Code::new("S"), Some(percent(*rate))),
    }
}

/// 2000 → 20, 1750 → 17.5
fn percent(basis_points: u32) -> Percentage {
    let exact = InvoiceAmount::from_minor_units(i64::from(basis_points)).into_decimal();
    Percentage::new(exact).normalized()
}

fn breakdown(vat: &Vat, net: Pence, tax: Pence) -> VatBreakdown {
    let (category, rate) = category(vat);
    let reason = match vat {
        Vat::Exempt(reason) | Vat::OutsideScope(reason) => text(reason),
        Vat::Standard(_) => None,
    };
    VatBreakdown {
        taxable_amount: amount(net),
        tax_amount: amount(tax),
        category,
        rate,
        exemption_reason: reason,
        exemption_reason_code: None,
    }
}

fn entry(line: &Line, number: usize, registered: bool) -> Result<InvoiceLine, Fault> {
    let (quantity, unit, price) = match line.charge {
        Charge::Days { half_days, per_day } => (days_in_figures(half_days), DAY, per_day),
        // A price is never negative: what is taken off is minus one of it.
        Charge::Sum if line.net.is_negative() => ("-1".to_owned(), ONE, line.net.checked_neg().ok_or(Fault::TooMuch)?),
        Charge::Sum => ("1".to_owned(), ONE, line.net),
    };
    let quantity: Quantity = quantity.parse().map_err(|_| Fault::TooMuch)?;
    let (category, rate) = category(&line.treatment(registered));
    let description: Vec<String> = [text(&line.who), dates(line)].into_iter().flatten().collect();
    Ok(InvoiceLine {
        note: text(&line.note),
        object_identifier: text(&line.case).map(Identifier::new),
        period: period(line.dates.iter().copied())?,
        price: PriceDetails {
            net_price: UnitPriceAmount::new(amount(price).into_decimal()),
            ..PriceDetails::default()
        },
        vat: LineVat { category, rate },
        item: Item { name: text(&line.description), description: text(&description.join(": ")), ..Item::default() },
        ..InvoiceLine::new(number.to_string(), "", quantity, unit, amount(line.net), "O", None)
    })
}

fn dates(line: &Line) -> Option<String> {
    let dates: Vec<String> = line.dates.iter().map(ToString::to_string).collect();
    text(&dates.join(", "))
}

fn sums(totals: &Totals) -> DocumentTotals {
    DocumentTotals {
        line_total: amount(totals.net),
        taxable_total: amount(totals.net),
        vat_total: Some(amount(totals.vat)),
        gross_total: amount(totals.gross),
        paid: if totals.paid.is_zero() { None } else { Some(amount(totals.paid)) },
        due: amount(totals.due),
        ..DocumentTotals::default()
    }
}
