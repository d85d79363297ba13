//! What a drafting leads to: documents, days that are covered, and what stands in the way.

use super::advance::paid_in_advance;
use super::{Books, Sold};
use crate::domain::CaseId;
use crate::domain::change::MoneyChange;
use crate::domain::deployment::Deployment;
use crate::domain::invoice::{Invoice, LineId};
use crate::domain::worked::HalfDays;

/// What a drafting leads to.
#[derive(Debug, Clone, Default)]
pub struct Drafting {
    pub changes: Vec<MoneyChange>,
    /// Half-days that were swapped, drawn from funds, or covered by what was paid in advance.
    pub swapped: HalfDays,
    pub funded: HalfDays,
    pub covered: HalfDays,
    /// What stands in the way of a deployment's days, one sentence each.
    pub troubles: Vec<(CaseId, String)>,
}

impl Drafting {
    /// What was drafted.
    pub fn drafts(&self) -> impl Iterator<Item = &Invoice> {
        self.changes.iter().filter_map(|change| match change {
            MoneyChange::Drafted { invoice } => Some(invoice.as_ref()),
            MoneyChange::Dropped { .. }
            | MoneyChange::Issued { .. }
            | MoneyChange::Posted { .. }
            | MoneyChange::Covered { .. }
            | MoneyChange::Paid { .. }
            | MoneyChange::Reminded { .. }
            | MoneyChange::Quiet { .. }
            | MoneyChange::FundSet { .. }
            | MoneyChange::Drawn { .. }
            | MoneyChange::Swapped { .. } => None,
        })
    }

    /// Days that are settled by it on the side of the supported schools.
    pub(super) fn sold(&self, books: &Books<'_>) -> Sold {
        let in_advance = |line: &LineId| paid_in_advance(books).find(|(_, known)| known.id == *line);
        let mut sold = Sold::new();
        for change in &self.changes {
            match change {
                MoneyChange::Drafted { invoice } => {
                    sold.extend(invoice.lines.iter().filter_map(|line| Some((line.visit?, Some(line.day_rate)))));
                }
                MoneyChange::Covered { visit, line } => {
                    sold.insert(*visit, in_advance(line).map(|(_, line)| line.day_rate));
                }
                MoneyChange::Drawn { visit, .. } => {
                    sold.insert(*visit, None);
                }
                MoneyChange::Dropped { .. }
                | MoneyChange::Issued { .. }
                | MoneyChange::Posted { .. }
                | MoneyChange::Paid { .. }
                | MoneyChange::Reminded { .. }
                | MoneyChange::Quiet { .. }
                | MoneyChange::FundSet { .. }
                | MoneyChange::Swapped { .. } => {}
            }
        }
        sold
    }

    pub(super) fn trouble(&mut self, deployment: &Deployment, sentence: String) {
        if !self.troubles.iter().any(|(number, said)| *number == deployment.number && *said == sentence) {
            self.troubles.push((deployment.number.clone(), sentence));
        }
    }

    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}
