//! Days that were billed before they were worked: what is left of them, and what was never used.

use super::Books;
use super::credit::taken_back;
use crate::domain::CaseId;
use crate::domain::deployment::Deployment;
use crate::domain::invoice::{Invoice, Kind, Line, LineId, State};
use crate::domain::visit::{self, Billing, Visit};
use crate::domain::worked::HalfDays;

/// Invoices for days to come, with those of their lines that stand for days.
pub(super) fn paid_in_advance<'f>(books: &Books<'f>) -> impl Iterator<Item = (&'f Invoice, &'f Line)> {
    let invoices = books.facts.invoices.iter().filter(|invoice| invoice.in_advance && invoice.kind == Kind::Invoice);
    let live = invoices.filter(|invoice| invoice.state != State::Dropped);
    let lines = live.flat_map(|invoice| invoice.lines.iter().map(move |line| (invoice, line)));
    lines.filter(|(_, line)| line.visit.is_none() && line.half_days > HalfDays::NONE)
}

pub(super) fn has_issued_advance(books: &Books<'_>, deployment: &Deployment) -> bool {
    paid_in_advance(books)
        .any(|(invoice, line)| invoice.state == State::Issued && line.deployment.as_ref() == Some(&deployment.number))
}

/// An advance that was credited in full is none.
pub(super) fn has_advance(books: &Books<'_>, deployment: &Deployment) -> bool {
    paid_in_advance(books).any(|(_, line)| {
        line.deployment.as_ref() == Some(&deployment.number) && taken_back(books, line.id).0 < line.half_days
    })
}

/// What is left of each issued line that was paid in advance.
pub(super) fn left_of_advances(books: &Books<'_>) -> Vec<(CaseId, LineId, HalfDays)> {
    let issued = paid_in_advance(books).filter(|(invoice, _)| invoice.state == State::Issued);
    issued
        .filter_map(|(_, line)| {
            let left = line.half_days.less(taken_back(books, line.id).0).less(line.covered);
            Some((line.deployment.clone()?, line.id, left))
        })
        .collect()
}

/// What was billed in advance for work that is over, and not worked: its invoice, the work, and how much. While days of it may
/// still count, nothing is said.
pub fn unused_advances<'f>(books: &Books<'f>) -> Vec<(&'f Invoice, &'f Deployment, HalfDays)> {
    let issued = paid_in_advance(books).filter(|(invoice, _)| invoice.state == State::Issued);
    issued
        .filter_map(|(invoice, line)| {
            let left = line.half_days.less(taken_back(books, line.id).0).less(line.covered);
            let deployment = books.facts.deployment(line.deployment.as_ref()?).filter(|known| known.state.is_over())?;
            let settled = |visit: &Visit| match visit.state {
                visit::State::Logged | visit::State::Disputed => false,
                visit::State::Confirmed => visit.billing != Billing::Unbilled,
                visit::State::Withdrawn => true,
            };
            let over = books.facts.visits_of(&deployment.number).all(settled);
            (over && left > HalfDays::NONE).then_some((invoice, deployment, left))
        })
        .collect()
}
