//! What is owed: open invoices, their age, and statements of account.

use super::Books;
use super::document::buyer;
use crate::domain::invoice::{Invoice, Kind, State};
use crate::domain::money::Pence;
use crate::domain::schools::folded;
use crate::einvoice::{Entry, EntryKind, Statement};
use jiff::civil::Date;

/// What is owed, by its age in days after it was due.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Aged {
    pub not_due: Pence,
    pub to_30: Pence,
    pub to_60: Pence,
    pub to_90: Pence,
    pub older: Pence,
}

impl Aged {
    pub fn overdue(&self) -> Pence {
        [self.to_30, self.to_60, self.to_90, self.older].into_iter().sum()
    }

    pub fn all(&self) -> Pence {
        [self.not_due, self.overdue()].into_iter().sum()
    }

    fn add(&mut self, days: i64, sum: Pence) {
        let bucket = match days {
            i64::MIN..=0 => &mut self.not_due,
            1..=30 => &mut self.to_30,
            31..=60 => &mut self.to_60,
            61..=90 => &mut self.to_90,
            91.. => &mut self.older,
        };
        *bucket = [*bucket, sum].into_iter().sum();
    }
}

pub fn days_overdue(due: Option<Date>, today: Date) -> i64 {
    due.and_then(|due| today.since((jiff::Unit::Day, due)).ok()).map_or(0, |span| i64::from(span.get_days()))
}

/// Issued invoices to schools that are not settled, with what is still to be paid on each; below nought where too much was.
pub fn open_invoices<'f>(books: &'f Books<'_>) -> impl Iterator<Item = (&'f Invoice, Pence)> {
    let invoices =
        books.facts.invoices.iter().filter(|invoice| invoice.kind == Kind::Invoice && invoice.state == State::Issued);
    invoices.filter_map(|invoice| Some((invoice, outstanding(books, invoice)?)).filter(|(_, open)| !open.is_zero()))
}

/// What is still to be paid on a document, once payments and issued credit notes are taken off.
pub fn outstanding(books: &Books<'_>, invoice: &Invoice) -> Option<Pence> {
    let notes =
        books.facts.invoices.iter().filter(|note| note.corrects == Some(invoice.id) && note.state == State::Issued);
    let credited = Pence::checked_sum(notes.map(|note| note.gross))?;
    invoice.outstanding()?.checked_sub(credited)
}

/// What schools owe, by age. What one of them paid too much is nobody else's, and stands for itself.
pub fn aged(books: &Books<'_>) -> Aged {
    let mut aged = Aged::default();
    for (invoice, open) in open_invoices(books).filter(|(_, open)| *open > Pence::ZERO) {
        aged.add(days_overdue(invoice.due_on, books.today), open);
    }
    aged
}

/// `£2,450.00 is open, of which overdue: £700.00 for up to 30 days, £350.00 for 31 to 60 days.`; `None` where nothing is overdue.
pub fn overdue_in_words(books: &Books<'_>) -> Option<String> {
    let aged = aged(books);
    let parts: Vec<String> = [
        (aged.to_30, "for up to 30 days"),
        (aged.to_60, "for 31 to 60 days"),
        (aged.to_90, "for 61 to 90 days"),
        (aged.older, "for more than 90 days"),
    ]
    .into_iter()
    .filter(|(sum, _)| !sum.is_zero())
    .map(|(sum, age)| format!("{sum} {age}"))
    .collect();
    let late =
        open_invoices(books).any(|(invoice, open)| open > Pence::ZERO && days_overdue(invoice.due_on, books.today) > 0);
    late.then(|| format!("{} is open, of which overdue: {}.", aged.all(), parts.join(", ")))
}

/// What we owe home schools: on how many documents, how much, and how much of it should have been paid by now.
pub fn owed(books: &Books<'_>) -> (usize, Pence, Pence) {
    let issued = books.facts.invoices.iter().filter(|invoice| invoice.state == State::Issued);
    let (mut many, mut all, mut late) = (0, Pence::ZERO, Pence::ZERO);
    for invoice in issued.filter(|invoice| matches!(invoice.kind, Kind::SelfBilling | Kind::HomeInvoice)) {
        let Some(open) = outstanding(books, invoice).filter(|open| *open > Pence::ZERO) else { continue };
        many += 1;
        all = [all, open].into_iter().sum();
        if days_overdue(invoice.due_on, books.today) > 0 {
            late = [late, open].into_iter().sum();
        }
    }
    (many, all, late)
}

/// `We owe home schools £595.00 (2 documents), of which £297.50 should have been paid by now.`; `None` where nothing is owed.
pub fn owed_in_words(books: &Books<'_>) -> Option<String> {
    let (many, all, late) = owed(books);
    let documents = if many == 1 { "1 document".to_owned() } else { format!("{many} documents") };
    let late = match (late == all, late.is_zero()) {
        (_, true) => String::new(),
        (true, false) => ", all of which should have been paid by now".to_owned(),
        (false, false) => format!(", of which {late} should have been paid by now"),
    };
    (many > 0).then(|| format!("We owe home schools {all} ({documents}){late}."))
}

/// `Paid too much: INV-2027-0001 by £10.00 (Oakfield School).`, on both sides; `None` where nothing was.
pub fn overpaid_in_words(books: &Books<'_>) -> Option<String> {
    const NAMED: usize = 5;
    let paid = |kind: Kind| matches!(kind, Kind::Invoice | Kind::SelfBilling | Kind::HomeInvoice);
    let issued = books.facts.invoices.iter().filter(|i| i.state == State::Issued && paid(i.kind));
    let over: Vec<String> = issued
        .filter_map(|invoice| {
            let over = outstanding(books, invoice)?.checked_neg()?;
            (over > Pence::ZERO).then(|| format!("{} by {over} ({})", invoice.name(), invoice.school))
        })
        .collect();
    let mut named: Vec<String> = over.iter().take(NAMED).cloned().collect();
    if over.len() > NAMED {
        named.push(format!("{} more", over.len() - NAMED));
    }
    (!over.is_empty()).then(|| format!("Paid too much: {}.", crate::domain::listed(&named)))
}

/// `2 invoices (£1,050.00), 1 credit note (£350.00) and 2 other documents wait as drafts`; `None` where none does.
pub fn drafts_in_words(books: &Books<'_>) -> Option<String> {
    let drafts = || books.facts.invoices.iter().filter(|invoice| invoice.state == State::Draft);
    let counted = |kind: Kind, one: &str| {
        let found: Vec<&Invoice> = drafts().filter(|draft| draft.kind == kind).collect();
        let sum: Pence = found.iter().map(|draft| draft.gross).sum();
        match found.len() {
            0 => None,
            1 => Some(format!("1 {one} ({sum})")),
            many => Some(format!("{many} {one}s ({sum})")),
        }
    };
    let others = drafts().filter(|draft| !matches!(draft.kind, Kind::Invoice | Kind::CreditNote)).count();
    let others = match others {
        0 => None,
        1 => Some("1 other document".to_owned()),
        many => Some(format!("{many} other documents")),
    };
    let parts = [counted(Kind::Invoice, "invoice"), counted(Kind::CreditNote, "credit note"), others];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let waits = if drafts().count() == 1 { "waits as a draft" } else { "wait as drafts" };
    (!parts.is_empty()).then(|| format!("{} {waits}", crate::domain::listed(&parts)))
}

/// Whose account an invoice stands on: a school has one, whoever of it gets its invoices.
pub fn payer(invoice: &Invoice) -> String {
    invoice.urn.map_or_else(|| folded(&invoice.school), |urn| urn.to_string())
}

/// A payer's account; `None` where nothing is open.
pub fn statement(books: &Books<'_>, whose: &Invoice) -> Option<Statement> {
    let seller = &books.config.billing.seller;
    let account = payer(whose);
    let mut entries = vec![];
    let mut last = None;
    for (invoice, open) in open_invoices(books).filter(|(invoice, _)| payer(invoice) == account) {
        last = Some(invoice);
        let reference = invoice.number.as_ref().map(ToString::to_string).unwrap_or_default();
        let of_invoice = open.max(Pence::ZERO);
        entries.push(Entry {
            date: invoice.issued_on.unwrap_or(books.today),
            kind: EntryKind::Invoice,
            reference: reference.clone(),
            due: invoice.due_on,
            amount: invoice.gross,
            open: of_invoice,
        });
        for note in
            books.facts.invoices.iter().filter(|note| note.corrects == Some(invoice.id) && note.state == State::Issued)
        {
            entries.push(Entry {
                date: note.issued_on.unwrap_or(books.today),
                kind: EntryKind::CreditNote,
                reference: note.number.as_ref().map(ToString::to_string).unwrap_or_default(),
                due: None,
                amount: note.gross,
                open: Pence::ZERO,
            });
        }
        let paid_too_much = open.checked_neg().unwrap_or(Pence::ZERO).max(Pence::ZERO);
        let count = invoice.payments.len();
        for (place, payment) in invoice.payments.iter().enumerate() {
            entries.push(Entry {
                date: payment.on,
                kind: EntryKind::Payment,
                reference: reference.clone(),
                due: None,
                amount: payment.amount,
                // What was paid too much stands against nothing yet.
                open: if place + 1 == count { paid_too_much.min(payment.amount) } else { Pence::ZERO },
            });
        }
    }
    let last = last?;
    entries.sort_by_key(|entry| entry.date);
    Some(Statement {
        on: books.today,
        seller: seller.party(),
        buyer: buyer(books, last),
        bank: seller.account()?,
        remittance: last.number.as_ref().map(ToString::to_string).unwrap_or_default(),
        entries,
        terms: format!("Each invoice is payable within {} days of its date.", books.config.billing.invoices.terms_days),
        notes: vec![],
    })
}
