//! Invoices, credit notes, self-billing statements, and what was paid.

use super::money::Pence;
use super::register::Urn;
use super::visit::VisitId;
use super::worked::HalfDays;
use super::{CaseId, EmailAddress, ProgrammeId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An invoice's row, drafts among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct InvoiceId(pub i64);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Invoice,
    CreditNote,
    /// What the home school would have billed us: we write it for them.
    SelfBilling,
}

impl Kind {
    pub fn word(self) -> &'static str {
        match self {
            Self::Invoice => "invoice",
            Self::CreditNote => "credit_note",
            Self::SelfBilling => "self_billing",
        }
    }

    pub fn read(word: &str) -> Option<Self> {
        [Self::Invoice, Self::CreditNote, Self::SelfBilling].into_iter().find(|kind| kind.word() == word)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Draft,
    Issued,
    Dropped,
}

impl State {
    pub fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Issued => "issued",
            Self::Dropped => "dropped",
        }
    }

    pub fn read(word: &str) -> Option<Self> {
        [Self::Draft, Self::Issued, Self::Dropped].into_iter().find(|state| state.word() == word)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invoice {
    pub id: InvoiceId,
    pub kind: Kind,
    /// `INV-2027-0001`; `None` while it is a draft.
    pub number: Option<CaseId>,
    pub state: State,
    pub programme: ProgrammeId,
    /// Who pays, or, for self-billing, who is paid.
    pub school: String,
    pub urn: Option<Urn>,
    pub email: EmailAddress,
    pub po_number: String,
    pub corrects: Option<CaseId>,
    pub because: String,
    pub issued_on: Option<Date>,
    pub due_on: Option<Date>,
    pub net: Pence,
    pub vat: Pence,
    pub gross: Pence,
    pub lines: Vec<Line>,
    pub payments: Vec<Payment>,
    pub reminded: u32,
}

/// VAT treatment of a line: policy's word, never inferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VatCode {
    #[default]
    Exempt,
    Outside,
    Standard,
}

impl VatCode {
    pub fn word(self) -> &'static str {
        match self {
            Self::Exempt => "exempt",
            Self::Outside => "outside",
            Self::Standard => "standard",
        }
    }

    pub fn read(word: &str) -> Option<Self> {
        [Self::Exempt, Self::Outside, Self::Standard].into_iter().find(|code| code.word() == word)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub deployment: Option<CaseId>,
    pub visit: Option<VisitId>,
    pub what: String,
    pub half_days: HalfDays,
    pub day_rate: Pence,
    pub net: Pence,
    pub vat_code: VatCode,
    /// Hundredths of a per cent: 2000 is 20 %.
    pub vat_basis_points: i64,
    /// The finance system's account for it.
    pub nominal: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    pub on: Date,
    pub amount: Pence,
    pub bank_ref: String,
}

impl Invoice {
    pub fn paid(&self) -> Option<Pence> {
        Pence::checked_sum(self.payments.iter().map(|payment| payment.amount))
    }

    /// What is still to be paid; below nought where too much was.
    pub fn outstanding(&self) -> Option<Pence> {
        self.gross.checked_sub(self.paid()?)
    }
}
