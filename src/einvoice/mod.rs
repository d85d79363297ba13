//! Invoices as machines read them: EN 16931, written as CII (the XML inside the PDF) and as UBL (what Peppol carries).
//!
//! One [`InvoiceDocument`] is checked ([`check()`]), and then written in as many forms as are wanted; the page that people read is set
//! from the same data (`render/pdf/invoice.rs`). The rules of the European standard are tried here too, before a byte is written:
//! what an accounting program would refuse is refused at issue.

mod check;
mod document;
mod fault;
mod figures;
mod model;
mod statement;
mod xml;

pub use check::{check, is_account_number, is_peppol, is_sort_code, is_vat_number};
pub use document::{Bank, Charge, InvoiceDocument, Kind, Line, Party, PeppolId, Registration, Totals, Vat, VatGroup};
pub use fault::{Fault, Faults};
pub use figures::days_in_words;
pub use statement::{Balances, Entry, EntryKind, Statement};
pub use xml::{cii, ubl};
