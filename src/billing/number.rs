//! Numbers without gaps: each is drawn when a document is issued, from the facts of that very transaction.

use super::Books;
use super::document::{Written, document};
use crate::domain::CaseId;
use crate::domain::invoice::Invoice;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What a draft becomes.
#[derive(Debug, Clone)]
pub struct Issued {
    pub number: CaseId,
    pub due: Option<Date>,
    /// As it is stored, never to be changed: the JSON form of what is printed.
    pub document: String,
}

/// The next free number of each series, and what is drawn from them in one go.
#[derive(Debug, Clone)]
pub struct Numbers {
    next: BTreeMap<(String, i16), u32>,
}

impl Numbers {
    pub fn of(books: &Books<'_>) -> Self {
        Self { next: books.facts.next_numbers.clone() }
    }

    /// Writes a draft out under the next number of its series. One that cannot be issued uses none up.
    ///
    /// # Errors
    /// What is missing or wrong, in sentences for the coordinators.
    pub fn issue(&mut self, books: &Books<'_>, draft: &Invoice) -> Result<Issued, String> {
        let year = books.today.year();
        let next = self.next.entry((draft.series.clone(), year)).or_insert(1);
        let number = CaseId::new(&draft.series, year, *next);
        let corrected = books.facts.invoices.iter().find(|invoice| Some(invoice.id) == draft.corrects);
        let Written { document, due } = document(books, draft, &number, corrected)?;
        *next = next.saturating_add(1);
        // A document of ours always has a JSON form.
        let document = serde_json::to_string(&document).unwrap_or_default();
        Ok(Issued { number, due, document })
    }
}
