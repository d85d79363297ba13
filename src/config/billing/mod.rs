//! `config/billing.toml`: who bills, how days become invoices, and who is chased for what.
//!
//! What a day costs is not here: each programme says that (`[charging]` of its file), because rates differ.

mod buyer;
mod finance;
mod seller;
mod work;

pub use buyer::Buyer;
pub use finance::{BankStatement, Exports, InvoicePolicy, SalesColumn, Send, VatCodes};
pub use seller::{Account, Seller};
pub use work::{Asking, Commission, Confirm, EvaluationPoint, EvaluationPolicy, OutOfSchool, Urgency, VisitPolicy};

use super::clerk::Alliance;
use crate::domain::charging::Charging;
use crate::domain::invoice::VatCode;
use crate::domain::register::Urn;
use crate::einvoice::Vat;
use serde::Deserialize;

/// Without the file every key has its default, so that a folder of an earlier version goes on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Billing {
    pub seller: Seller,
    pub invoices: InvoicePolicy,
    pub visits: VisitPolicy,
    pub proposals: Asking,
    pub agreements: Asking,
    pub evaluation: EvaluationPolicy,
    pub commission: Commission,
    pub bank_statement: BankStatement,
    pub exports: Exports,
    /// Whoever the national register does not know, or not well enough.
    #[serde(rename = "buyer")]
    pub buyers: Vec<Buyer>,
}

/// A mistake: the table, the key, and a sentence.
pub(super) type Mistake = (&'static str, &'static str, String);

impl Billing {
    /// With what `clerk.toml` says already.
    pub fn of_alliance(mut self, alliance: &Alliance) -> Self {
        let fill = |own: &mut String, theirs: &str| {
            if own.trim().is_empty() {
                theirs.clone_into(own);
            }
        };
        fill(&mut self.seller.name, &alliance.name);
        fill(&mut self.seller.telephone, &alliance.telephone);
        fill(&mut self.seller.email, alliance.email.as_str());
        self
    }

    /// What is said of somebody who pays or is paid, by name or school number.
    pub fn buyer(&self, name: &str, urn: Option<Urn>) -> Option<&Buyer> {
        self.buyers.iter().find(|buyer| buyer.is(name, urn))
    }

    /// What must be filled in before an invoice can be issued: one plain sentence each. Drafts need none of it.
    pub fn missing(&self) -> Vec<String> {
        self.seller.missing()
    }

    /// How a line is treated for VAT: policy's word and reason, and the rate that is in force.
    pub fn vat(&self, charging: &Charging) -> Vat {
        match charging.vat {
            VatCode::Exempt => Vat::Exempt(charging.vat_note.clone()),
            VatCode::Outside => Vat::OutsideScope(charging.vat_note.clone()),
            VatCode::Standard => Vat::Standard(self.invoices.standard_vat.0),
        }
    }

    /// `taken`: what other numbers begin with.
    pub(super) fn faults(&self, taken: &[&str]) -> Vec<Mistake> {
        let mut faults = self.seller.faults();
        faults.extend(self.invoices.faults(taken));
        faults.extend(self.visits.faults());
        faults.extend(self.proposals.faults("proposals"));
        faults.extend(self.agreements.faults("agreements"));
        faults.extend(self.evaluation.faults());
        faults.extend(self.commission.faults());
        faults.extend(self.bank_statement.faults());
        faults.extend(self.buyers.iter().flat_map(Buyer::faults));
        faults
    }
}

/// Days from one on, the smallest first.
fn is_rising(days: &[u32]) -> bool {
    days.first() != Some(&0) && days.is_sorted_by(|one, next| one < next)
}

#[cfg(test)]
mod tests;
