//! The proof that the books add up: three identities, each counted from two sides that do not know of each other.
//!
//! - Days: what was logged and stands, by the visits, is what documents, funds and swaps say of it, and what they say nothing of.
//! - Debt: what the documents that went out ask for is what was received and what the ledger calls open.
//! - Income: the sums beneath the documents, and what was drawn, are the shares that [`Charging`] gives home schools and alliance.
//!
//! Whatever does not fit is named, row by row: a person looks at it. Nothing is put right here.
//!
//! [`Charging`]: crate::domain::charging::Charging

mod days;
mod debt;
mod shares;

pub use debt::Debt;
pub use shares::{Income, Share};

use super::Books;
use crate::domain::invoice::{Invoice, Kind, Line, LineId, Place, Side, Standing, State};
use crate::domain::visit::{Visit, VisitId};
use crate::domain::worked::HalfDays;
use std::collections::BTreeMap;

/// Days that were logged and stand, by what has become of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Days {
    pub logged: HalfDays,
    /// On an invoice of their own, drafts among them.
    pub billed: HalfDays,
    /// On an invoice that was paid before they were worked.
    pub in_advance: HalfDays,
    pub swapped: HalfDays,
    pub funded: HalfDays,
    /// On a time sheet from which the home school bills.
    pub direct: HalfDays,
    pub unbilled: HalfDays,
}

/// The numbers of a series in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbers {
    pub series: String,
    pub year: i16,
    pub last: u32,
}

/// How the books stand.
#[derive(Debug, Clone, Default)]
pub struct Reconciliation {
    pub days: Days,
    pub debt: Debt,
    pub income: Income,
    /// Of each day that has been billed or funded.
    pub shares: Vec<Share>,
    pub numbers: Vec<Numbers>,
    /// What does not add up, one sentence for each row.
    pub faults: Vec<String>,
    /// What somebody may want to know and is no fault.
    pub notes: Vec<String>,
}

impl Reconciliation {
    pub fn of(books: &Books<'_>, standings: &[Standing]) -> Self {
        let index = Index::of(books, standings);
        let mut found = Self::default();
        days::count(&index, &mut found);
        debt::count(&index, &mut found);
        shares::count(&index, &mut found);
        numbers(books, &mut found);
        found
    }

    pub fn adds_up(&self) -> bool {
        self.faults.is_empty()
    }
}

/// The ledger, so that each thing is found by its number.
struct Index<'a> {
    books: &'a Books<'a>,
    standings: &'a [Standing],
    lines: BTreeMap<LineId, (&'a Invoice, &'a Line)>,
    visits: BTreeMap<VisitId, &'a Visit>,
    /// What issued credit notes take back of a line.
    taken_back: BTreeMap<LineId, Vec<&'a Line>>,
}

impl<'a> Index<'a> {
    fn of(books: &'a Books<'a>, standings: &'a [Standing]) -> Self {
        let live = || books.facts.invoices.iter().filter(|invoice| invoice.state != State::Dropped);
        let lines = live().flat_map(|invoice| invoice.lines.iter().map(move |line| (line.id, (invoice, line))));
        let mut taken_back: BTreeMap<LineId, Vec<&Line>> = BTreeMap::new();
        let notes = live().filter(|note| note.kind.is_credit() && note.state == State::Issued);
        for line in notes.flat_map(|note| &note.lines) {
            if let Some(credited) = line.credits {
                taken_back.entry(credited).or_default().push(line);
            }
        }
        Self {
            books,
            standings,
            lines: lines.collect(),
            visits: books.facts.visits.iter().map(|visit| (visit.id, visit)).collect(),
            taken_back,
        }
    }

    fn taken_back(&self, line: LineId) -> &[&'a Line] {
        self.taken_back.get(&line).map_or(&[], Vec::as_slice)
    }

    /// The line on which the home school's side of a day stands.
    fn purchase_lines(&self) -> BTreeMap<VisitId, (&'a Invoice, &'a Line)> {
        let on_line = |standing: &Standing| match standing.place {
            Place::Line(Side::Purchase, line) => Some((standing.visit, *self.lines.get(&line)?)),
            Place::Line(Side::Sale, _) | Place::Fund { .. } | Place::Swap { .. } => None,
        };
        self.standings.iter().filter_map(on_line).collect()
    }
}

/// `6 May 2027, Priya Nair, DEP-2027-0001`.
fn named(visit: &Visit) -> String {
    format!("{}, {}, {}", crate::domain::civil::date_in_short(visit.day), visit.name, visit.deployment)
}

/// Whether a document asks a school for money.
fn is_sale(invoice: &Invoice) -> bool {
    match invoice.kind {
        Kind::Invoice | Kind::CreditNote => true,
        Kind::SelfBilling | Kind::SelfCredit | Kind::HomeInvoice | Kind::TimeSheet => false,
    }
}

/// The numbers of each series and year are exactly those from one on.
fn numbers(books: &Books<'_>, found: &mut Reconciliation) {
    let mut drawn: BTreeMap<(&str, i16), Vec<u32>> = BTreeMap::new();
    for number in books.facts.invoices.iter().filter_map(|invoice| invoice.number.as_ref()) {
        drawn.entry((number.prefix(), number.year())).or_default().push(number.number());
    }
    for ((series, year), mut numbers) in drawn {
        numbers.sort_unstable();
        let mut next = 1_u32;
        for number in &numbers {
            if *number != next {
                let (first, last) = (next, number.saturating_sub(1));
                let which = if first == last { format!("{first:04}") } else { format!("{first:04} to {last:04}") };
                let gap = if *number > next { "missing" } else { "there twice" };
                found.faults.push(format!("{series}-{year}: number {which} is {gap}."));
            }
            next = number.saturating_add(1);
        }
        found.numbers.push(Numbers { series: series.to_owned(), year, last: numbers.last().copied().unwrap_or(0) });
    }
}
