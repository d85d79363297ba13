//! An invoice and a statement with something in every field.

use super::DAY;
use crate::domain::money::Pence;
use crate::einvoice::{
    Bank, Charge, Entry, EntryKind, InvoiceDocument, Kind, Line, Party, Statement, Totals, Vat, VatGroup,
};
use jiff::civil::date;

/// With every column, note and block.
pub fn invoice() -> InvoiceDocument {
    let party = |name: &str| Party {
        name: name.to_owned(),
        attention: "Finance Office".to_owned(),
        address: vec!["Quay Road".to_owned(), "Harbourtown".to_owned()],
        postcode: "HB1 4QT".to_owned(),
        contact: "Joanne Price".to_owned(),
        telephone: "01632 960 142".to_owned(),
        email: "finance@harbour-alliance.example".to_owned(),
        urn: "100142".to_owned(),
        vat_number: Some("GB123456789".to_owned()),
        ..Party::default()
    };
    let line = |charge, net, vat| Line {
        description: "Phonics: coaching in Year 1".to_owned(),
        dates: vec![DAY],
        who: "Siân Łukasz".to_owned(),
        charge,
        net: Pence(net),
        vat,
        note: "The morning only.".to_owned(),
        case: "DEP-2027-0032".to_owned(),
    };
    let exempt = Vat::Exempt("Exempt: teaching staff between eligible bodies".to_owned());
    let days = Charge::Days { half_days: 1, per_day: Pence(35_000) };
    let standard = Vat::Standard(2_000);
    InvoiceDocument {
        kind: Kind::Invoice,
        number: "INV-2027-0001".to_owned(),
        issued: DAY,
        tax_point: Some(DAY),
        due: Some(DAY),
        terms: "Payment is due at once.".to_owned(),
        order: "PO-88213".to_owned(),
        buyer_reference: "Cost centre 4410".to_owned(),
        seller: party("Harbour Learning Alliance"),
        buyer: party("St Mary’s Primary School"),
        bank: Some(Bank {
            account_name: "Harbour Learning Alliance".to_owned(),
            sort_code: "20-00-00".to_owned(),
            account_number: "12345678".to_owned(),
        }),
        remittance: "INV-2027-0001".to_owned(),
        lines: vec![line(days, 17_500, exempt.clone()), line(Charge::Sum, 1_000, standard.clone())],
        totals: Totals {
            net: Pence(18_500),
            groups: vec![
                VatGroup { vat: exempt, net: Pence(17_500), tax: Pence::ZERO },
                VatGroup { vat: standard, net: Pence(1_000), tax: Pence(200) },
            ],
            vat: Pence(200),
            gross: Pence(18_700),
            paid: Pence(700),
            due: Pence(18_000),
        },
        notes: vec!["With thanks.".to_owned()],
        in_advance: true,
    }
}

/// With an overdue invoice and a credit that stands against nothing yet.
pub fn statement() -> Statement {
    let InvoiceDocument { seller, buyer, bank, remittance, terms, notes, .. } = invoice();
    let entry = |kind, due, amount| Entry {
        date: DAY,
        kind,
        reference: "INV-2027-0001".to_owned(),
        due,
        amount: Pence(amount),
        open: Pence(amount),
    };
    Statement {
        on: date(2027, 12, 31),
        seller,
        buyer,
        bank: bank.unwrap_or_default(),
        remittance,
        entries: vec![entry(EntryKind::Invoice, Some(DAY), 18_000), entry(EntryKind::Payment, None, 1_000)],
        terms,
        notes,
    }
}
