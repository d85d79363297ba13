//! The papers of a deployment: what was agreed, what was worked, and what it has changed.
//!
//! Like all sheets they know nothing of the record. Names and words come as they were written; days and money are put into
//! words here.

mod agreement;
mod impact;
mod time_sheet;

pub use agreement::{AgreedParty, AgreementSheet, Doer};
pub use impact::{ImpactSheet, Rating, Said};
pub use time_sheet::{TimeSheet, Worked};

pub(super) use agreement::AgreementPage;
pub(super) use impact::ImpactPage;
pub(super) use time_sheet::TimeSheetPage;

use super::billing::Block;

/// A name, and lines under it where they have something on them.
fn named(label: &'static str, name: &str, under: &[&str]) -> Block {
    let lines = under.iter().filter(|line| !line.trim().is_empty()).map(|line| (*line).to_owned()).collect();
    Block { label, name: name.to_owned(), lines }
}
