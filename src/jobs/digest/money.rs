//! What a digest says of money: what is overdue, and what waits as a draft.

use crate::billing::{self, Books};
use crate::config::Config;
use crate::domain::facts::Facts;
use jiff::Timestamp;

/// One line about debt once something is overdue, and one about drafts.
pub fn notes(config: &Config, facts: &Facts, now: Timestamp) -> Vec<String> {
    let books = Books::new(config, facts, now);
    let drafts = billing::drafts_in_words(&books).map(|drafts| format!("{drafts}: “invoices send” lets them go."));
    billing::overdue_in_words(&books).into_iter().chain(drafts).collect()
}
