//! Invoices, credit notes, self-billing statements, and what was paid.

use super::money::Pence;
use super::register::Urn;
use super::visit::VisitId;
use super::worked::HalfDays;
use super::{CaseId, EmailAddress, ProgrammeId};
use jiff::Timestamp;
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
    /// Takes back lines of a self-billing statement.
    SelfCredit,
    /// The home school's own invoice, checked against the ledger.
    HomeInvoice,
    /// The days that the home school bills for by itself.
    TimeSheet,
}

/// Under these numbers we file the invoices that home schools send us.
pub const HOME_SERIES: &str = "HIN";

/// Which side of the ledger a document stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// What the supported school pays.
    Sale,
    /// What the home school is paid.
    Purchase,
}

impl Side {
    pub fn is_purchase(self) -> bool {
        match self {
            Self::Sale => false,
            Self::Purchase => true,
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Sale => "sale",
            Self::Purchase => "purchase",
        }
    }

    pub fn read(word: &str) -> Option<Self> {
        [Self::Sale, Self::Purchase].into_iter().find(|side| side.word() == word)
    }
}

impl Kind {
    pub fn word(self) -> &'static str {
        match self {
            Self::Invoice => "invoice",
            Self::CreditNote => "credit_note",
            Self::SelfBilling => "self_billing",
            Self::SelfCredit => "self_credit",
            Self::HomeInvoice => "home_invoice",
            Self::TimeSheet => "time_sheet",
        }
    }

    pub const ALL: [Self; 6] =
        [Self::Invoice, Self::CreditNote, Self::SelfBilling, Self::SelfCredit, Self::HomeInvoice, Self::TimeSheet];

    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    pub fn in_words(self) -> &'static str {
        match self {
            Self::Invoice => "invoice",
            Self::CreditNote | Self::SelfCredit => "credit note",
            Self::SelfBilling => "self-billing statement",
            Self::HomeInvoice => "invoice of the home school",
            Self::TimeSheet => "time sheet",
        }
    }

    pub fn side(self) -> Side {
        match self {
            Self::Invoice | Self::CreditNote | Self::TimeSheet => Side::Sale,
            Self::SelfBilling | Self::SelfCredit | Self::HomeInvoice => Side::Purchase,
        }
    }

    /// Whether it takes back what another document says.
    pub fn is_credit(self) -> bool {
        match self {
            Self::CreditNote | Self::SelfCredit => true,
            Self::Invoice | Self::SelfBilling | Self::HomeInvoice | Self::TimeSheet => false,
        }
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
    /// What its number begins with, once it has one.
    pub series: String,
    /// `INV-2027-0001`; `None` until it is issued.
    pub number: Option<CaseId>,
    pub state: State,
    pub programme: ProgrammeId,
    /// Who pays, or, for self-billing, who is paid.
    pub school: String,
    pub urn: Option<Urn>,
    pub email: EmailAddress,
    pub po_number: String,
    /// The number that a home school's own invoice bears.
    pub their_number: String,
    /// Billed before the days are worked.
    pub in_advance: bool,
    pub corrects: Option<InvoiceId>,
    pub because: String,
    pub drafted_at: Timestamp,
    /// Whose word let it go.
    pub issued_by: String,
    pub issued_on: Option<Date>,
    pub due_on: Option<Date>,
    pub net: Pence,
    pub vat: Pence,
    pub gross: Pence,
    pub lines: Vec<Line>,
    pub payments: Vec<Payment>,
    /// The last step of the reminders that was taken.
    pub reminded: u32,
    /// Whoever pays has written that it is paid or on its way: until this day has come they are not reminded.
    pub quiet_until: Option<Date>,
    /// When the letter that carries it was written.
    pub posted_at: Option<Timestamp>,
    /// The whole document as it was issued: JSON, empty until then.
    pub document: String,
}

/// A line's row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LineId(pub i64);

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
    /// 0 until it is stored.
    pub id: LineId,
    pub deployment: Option<CaseId>,
    pub visit: Option<VisitId>,
    pub what: String,
    /// The day of the visit; `None` for a fee, or for days that are paid in advance.
    pub day: Option<Date>,
    pub who: String,
    pub half_days: HalfDays,
    pub day_rate: Pence,
    pub net: Pence,
    pub vat_code: VatCode,
    /// Hundredths of a per cent: 2000 is 20 %.
    pub vat_basis_points: i64,
    /// The finance system's account for it.
    pub nominal: String,
    /// Of a credit note: the line that it takes back.
    pub credits: Option<LineId>,
    /// Half-days of visits that a line without a visit has paid for in advance.
    pub covered: HalfDays,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    pub on: Date,
    pub amount: Pence,
    /// The bank's own reference, so that a statement that is imported again changes nothing; empty where it was typed.
    pub bank_ref: String,
    pub by: String,
}

/// A pooled fund or grant, and what has been drawn from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fund {
    pub name: String,
    pub payer: String,
    pub cap: Pence,
    pub drawn: Pence,
}

/// Where a day that was worked stands in the books: one row of theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub visit: VisitId,
    pub place: Place,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// On a line of a document of one side: its own, or one that was paid in advance.
    Line(Side, LineId),
    Fund {
        name: String,
        amount: Pence,
    },
    Swap {
        gives: String,
        gets: String,
        half_days: HalfDays,
    },
}

impl Fund {
    pub fn left(&self) -> Option<Pence> {
        self.cap.checked_sub(self.drawn)
    }
}

impl Invoice {
    /// Its number, or, of a draft, how people name it: `D12`.
    pub fn name(&self) -> String {
        match &self.number {
            Some(number) => number.to_string(),
            None => format!("D{}", self.id.0),
        }
    }

    pub fn paid(&self) -> Option<Pence> {
        Pence::checked_sum(self.payments.iter().map(|payment| payment.amount))
    }

    /// What is still to be paid; below nought where too much was.
    pub fn outstanding(&self) -> Option<Pence> {
        self.gross.checked_sub(self.paid()?)
    }
}
