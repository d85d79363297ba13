//! What an invoice says: plain data, decided elsewhere.
//!
//! Whoever fills it in has looked up names, rates and VAT treatments in the record and in policy; nothing here is looked up, and no
//! VAT treatment is ever inferred. What is empty is left out of the page and of the XML.

use crate::domain::money::Pence;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What the document is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// The alliance, or a home school, bills a school.
    Invoice,
    /// Takes back an invoice or a part of it. Its amounts are positive: the heading says which way they go.
    CreditNote { corrects: String, corrects_of: Date, reason: String },
    /// The invoice of a home school that the alliance writes for it, and pays: seller is the school, buyer the alliance.
    SelfBilled,
}

/// Who sells, or who buys.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    pub name: String,
    /// Under the name on the page: whom in the house it concerns, such as `Finance Office`.
    pub attention: String,
    /// Street and so on; the last line is the town.
    pub address: Vec<String>,
    pub postcode: String,
    /// Whom to ask about the document.
    pub contact: String,
    pub telephone: String,
    pub email: String,
    /// Unique Reference Number of a school.
    pub urn: String,
    /// Company or charity, with its number.
    pub registration: Option<Registration>,
    /// `GB123456789`. None: not registered for VAT.
    pub vat_number: Option<String>,
    pub peppol: Option<PeppolId>,
}

/// An entry in a public register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    /// `Company number`, `Charity number`.
    pub label: String,
    pub number: String,
}

/// Where a party takes electronic invoices: a scheme of the EAS list (`0060` DUNS, `0088` GLN) and a value. Never an e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeppolId {
    pub scheme: String,
    pub value: String,
}

/// The account that is paid into, by BACS.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bank {
    pub account_name: String,
    /// `20-00-00`
    pub sort_code: String,
    /// `12345678`
    pub account_number: String,
}

/// How a line is charged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Charge {
    Days {
        half_days: u32,
        per_day: Pence,
    },
    /// A sum that is no multiple of days: a fee, travel, a correction (which may be negative).
    Sum,
}

/// How a line stands to VAT: from policy, never inferred.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Vat {
    /// With the reason that is printed.
    Exempt(String),
    /// With the reason that is printed.
    OutsideScope(String),
    /// At so many hundredths of a per cent: 2000 is 20 %.
    Standard(u32),
}

/// One line: what was done, when, by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub description: String,
    /// The days of the visits.
    pub dates: Vec<Date>,
    pub who: String,
    pub charge: Charge,
    /// Days times rate, to the nearest penny; checked.
    pub net: Pence,
    pub vat: Vat,
    pub note: String,
    /// The case that it comes from: `DEP-2027-0032`.
    pub case: String,
}

/// What is due on the lines of one VAT treatment together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VatGroup {
    /// For lines that pay no VAT it holds all their reasons.
    pub vat: Vat,
    pub net: Pence,
    /// Worked out on the group's sum, half up, and not line by line.
    pub tax: Pence,
}

/// The sums under the lines. `Totals::of` works them out; what is written is checked against it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    pub net: Pence,
    pub groups: Vec<VatGroup>,
    pub vat: Pence,
    pub gross: Pence,
    /// What was received before the document was issued.
    pub paid: Pence,
    pub due: Pence,
}

/// An invoice, a credit note, or a self-billed invoice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceDocument {
    pub kind: Kind,
    /// `INV-2027-0001`
    pub number: String,
    pub issued: Date,
    /// When VAT falls due, where that is another day than the day of issue.
    pub tax_point: Option<Date>,
    /// None on a credit note.
    pub due: Option<Date>,
    /// `Payment is due within 30 days of the date of this invoice.`
    pub terms: String,
    /// The buyer's purchase order number.
    pub order: String,
    /// Whom or what else the buyer wants named: a cost centre, a person.
    pub buyer_reference: String,
    pub seller: Party,
    pub buyer: Party,
    /// Who is paid. None on a credit note; it may be left out where we pay a school ourselves.
    pub bank: Option<Bank>,
    /// What the payer writes beside the payment.
    pub remittance: String,
    pub lines: Vec<Line>,
    pub totals: Totals,
    pub notes: Vec<String>,
    /// The days are billed before they are worked, on signature of the agreement.
    pub in_advance: bool,
}

impl InvoiceDocument {
    /// Whether VAT may stand on it at all.
    pub fn is_registered(&self) -> bool {
        self.seller.vat_number.is_some()
    }

    /// On whose paper it is: the alliance's, who also writes home schools' invoices for them.
    pub fn issuer(&self) -> &Party {
        match self.kind {
            Kind::Invoice | Kind::CreditNote { .. } => &self.seller,
            Kind::SelfBilled => &self.buyer,
        }
    }

    /// `Invoice`, `Credit note`, `Self-billed invoice`.
    pub fn title(&self) -> &'static str {
        match self.kind {
            Kind::Invoice => "Invoice",
            Kind::CreditNote { .. } => "Credit note",
            Kind::SelfBilled => "Self-billed invoice",
        }
    }
}
