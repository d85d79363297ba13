//! On the first school day of a month, a statement of account to whoever has something overdue.

use super::posting::account;
use super::{Job, Keeps, Missed, Task, When, daily};
use crate::billing::{self, Books};
use crate::decision::Decision;
use crate::domain::civil::date_in_words;
use crate::domain::invoice::Invoice;
use crate::domain::money::Pence;
use crate::einvoice::Statement;
use crate::incoming::account::rests;
use crate::letters::money::statement::StatementLetter;
use crate::letters::{Draft, Enclosure};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

pub const JOB: Job = Job {
    name: "statements",
    about: "Sends a statement of account, on the first school day of each month, to whoever has an invoice that is overdue.",
    when: When::At(|config| vec![daily(config.billing.invoices.remind_at)]),
    keeps: Keeps::SchoolHours,
    missed: Missed::OnceLate,
    purposes: &["statement"],
    decide,
};

/// The first school day of the month of a day.
fn first_of(task: &Task<'_>, day: Date) -> Date {
    task.config.calendar.after(day.first_of_month().yesterday().unwrap_or(day), 1)
}

fn decide(task: &Task<'_>) -> Vec<Decision> {
    let day = task.due.date();
    let books = Books::new(task.config, task.facts, task.now);
    let mut decisions = vec![];
    for (payer, invoice) in due(task, &books) {
        let Some(statement) = billing::statement(&books, invoice) else { continue };
        let purpose = format!("statement:{payer}:{}-{:02}", day.year(), day.month());
        let mut decision = Decision::default();
        decision.because(format!("Something is overdue: a statement of account for {}.", date_in_words(day)));
        if let Ok(make) = letter(&books, invoice, statement) {
            decision.letters.push(make(purpose));
            decisions.push(decision);
        }
    }
    decisions
}

/// The accounts that have a statement on the very day of a task: whoever has one needs no reminder beside it.
pub fn accounts_today(task: &Task<'_>, books: &Books<'_>) -> BTreeSet<String> {
    let day = task.due.date();
    if day == first_of(task, day) { due(task, books).into_keys().collect() } else { BTreeSet::new() }
}

/// Each account with something overdue, with its latest invoice: that one's address is where the school wants them now.
fn due<'f>(task: &Task<'_>, books: &'f Books<'_>) -> BTreeMap<String, &'f Invoice> {
    let day = task.due.date();
    if !task.config.billing.invoices.statement {
        return BTreeMap::new();
    }
    // Where that day was slept through, the statement goes on the next; its purpose has the month, and goes once.
    let first = first_of(task, day);
    let mut payers: BTreeMap<String, &'f Invoice> = BTreeMap::new();
    let mut late = BTreeSet::new();
    for (invoice, open) in billing::open_invoices(books) {
        let payer = billing::account_of(invoice);
        let is_late = open > Pence::ZERO && billing::days_overdue(invoice.due_on, first.min(day)) > 0;
        if is_late && !rests(task.facts, invoice, day) {
            late.insert(payer.clone());
        }
        payers.insert(payer, invoice);
    }
    payers.retain(|payer, _| late.contains(payer));
    payers
}

/// A statement's letter, once its purpose is known.
///
/// # Errors
/// When the account does not add up: a person looks at it then.
pub fn letter(
    books: &Books<'_>,
    invoice: &Invoice,
    statement: Statement,
) -> Result<impl FnOnce(String) -> Draft, String> {
    let balances = statement.balances().map_err(|faults| faults.to_string())?;
    let overdue: Pence = balances.ages.iter().skip(1).copied().sum();
    let letter = StatementLetter {
        school: invoice.school.clone(),
        day: date_in_words(books.today),
        balance: balances.balance.to_string(),
        all_overdue: overdue == balances.balance,
        overdue: if overdue > Pence::ZERO { overdue.to_string() } else { String::new() },
        account: account(Some(&statement.bank)),
    };
    let (to, name) = (invoice.email.clone(), invoice.school.clone());
    Ok(move |purpose| Draft::new(&letter, to, &name, purpose).enclosing(Enclosure::Statement(Box::new(statement))))
}
