//! What a digest says of money: what is overdue, and what waits as a draft.

use crate::billing::{self, Books};
use crate::config::Config;
use crate::domain::facts::Facts;
use jiff::Timestamp;

/// A line about debts once one is overdue, ours and theirs, and one about drafts.
pub fn notes(config: &Config, facts: &Facts, now: Timestamp) -> Vec<String> {
    let books = Books::new(config, facts, now);
    let drafts = billing::drafts_in_words(&books).map(|drafts| format!("{drafts}: “invoices send” lets them go."));
    // What we owe is said once it is late, as what is owed to us is.
    let owed = billing::owed_in_words(&books).filter(|_| !billing::owed(&books).2.is_zero());
    let over = billing::overpaid_in_words(&books)
        .map(|over| format!("{over} Once it has gone back: “refund INV-2027-0001 £10” with the number and the sum."));
    billing::overdue_in_words(&books).into_iter().chain(owed).chain(over).chain(drafts).collect()
}
