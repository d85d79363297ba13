//! Why an invoice is not written, each in a sentence for the person who can mend it.

use crate::domain::money::Pence;
use std::fmt;

/// One thing that is wrong with an invoice.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("{0} is missing")]
    Missing(&'static str),
    #[error("{what} cannot be `{given}`; expected {expected}")]
    Odd { what: &'static str, given: String, expected: &'static str },
    #[error("it has no lines")]
    NoLines,
    #[error("line {line} says {says}, and its days at its rate come to {comes_to}")]
    Line { line: usize, says: Pence, comes_to: Pence },
    #[error("{what} says {says}, and the lines come to {comes_to}")]
    Total { what: &'static str, says: Pence, comes_to: Pence },
    #[error("the VAT of the treatments does not follow from the lines")]
    Groups,
    #[error("the amounts are larger than can be counted")]
    TooMuch,
    #[error("it comes to {0}; what is owed back goes on a credit note")]
    Negative(Pence),
    #[error("it is due on {due}, before it is issued on {issued}")]
    DueBeforeIssue { due: jiff::civil::Date, issued: jiff::civil::Date },
    #[error("line {line} charges VAT, and {seller} is not registered for it")]
    NotRegistered { line: usize, seller: String },
    #[error("line {line} pays no VAT and does not say why")]
    NoReason { line: usize },
    #[error(
        "some lines are outside the scope of VAT and others are not, which an electronic invoice cannot hold; \
         put those outside the scope on an invoice of their own"
    )]
    MixedScope,
    #[error(
        "the buyer takes invoices through Peppol, and we have no Peppol id of our own; add one to the billing policy"
    )]
    NoPeppolId,
    #[error(
        "the buyer takes invoices through Peppol, which needs a purchase order number or a buyer reference; ask the school for one"
    )]
    NoReference,
    /// By the rules of EN 16931 or Peppol, which were tried before writing.
    #[error("the rules for electronic invoices refuse it: {0}")]
    Refused(String),
    /// The writer had no place for something that the document says.
    #[error("the electronic invoice has no place for {0}; this is a fault of the clerk's: please report it")]
    Lost(String),
}

/// Everything that is wrong with one invoice. Never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faults {
    /// As far as it is known.
    pub number: String,
    pub faults: Vec<Fault>,
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = if self.number.trim().is_empty() { "the invoice" } else { self.number.trim() };
        let list: Vec<String> = self.faults.iter().map(ToString::to_string).collect();
        write!(f, "{name} is not written: {}", list.join("; "))
    }
}

impl std::error::Error for Faults {}
