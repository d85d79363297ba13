//! What happens to money: drafts, numbers, payments, funds, swaps.

use crate::domain::CaseId;
use crate::domain::invoice::{Invoice, InvoiceId, LineId, Payment};
use crate::domain::money::Pence;
use crate::domain::visit::VisitId;
use crate::domain::worked::HalfDays;
use jiff::Timestamp;
use jiff::civil::Date;

#[derive(Debug, Clone, PartialEq)]
pub enum MoneyChange {
    /// A document is drafted; the visits on its lines stand on it from now on, and on no other of its side.
    Drafted {
        invoice: Box<Invoice>,
    },
    /// A draft never becomes a document; its visits may be billed again.
    Dropped {
        invoice: InvoiceId,
        because: String,
    },
    /// The number was drawn in this very transaction. A credit note reopens the visits of the lines that it takes back.
    Issued {
        invoice: InvoiceId,
        number: CaseId,
        on: Date,
        due: Option<Date>,
        by: String,
        document: String,
    },
    /// The letter that carries it has been written.
    Posted {
        invoice: InvoiceId,
        at: Timestamp,
    },
    /// A day that was paid in advance.
    Covered {
        visit: VisitId,
        line: LineId,
    },
    Paid {
        invoice: InvoiceId,
        payment: Payment,
    },
    Reminded {
        invoice: InvoiceId,
        step: u32,
    },
    /// Whoever pays has written that it is paid or on its way: no reminder before that day.
    Quiet {
        invoice: InvoiceId,
        until: Date,
    },
    FundSet {
        name: String,
        payer: String,
        cap: Pence,
        by: String,
    },
    Drawn {
        visit: VisitId,
        fund: String,
        amount: Pence,
    },
    Swapped {
        visit: VisitId,
        gives: String,
        gets: String,
        half_days: HalfDays,
    },
}
