//! Reminds whoever has not paid, on the days after the due date that policy names.
//!
//! The steps are counted on each invoice: after a week's downtime only the latest is taken, and whoever has paid in full is
//! left in peace. After the last step the coordinator is asked, once.

use super::posting::account as account_in_words;
use super::statements;
use super::{Job, Keeps, Missed, Task, When, daily};
use crate::billing::{self, Books};
use crate::decision::Decision;
use crate::domain::change::{Change, MoneyChange};
use crate::domain::civil::date_in_words;
use crate::domain::invoice::Invoice;
use crate::domain::money::Pence;
use crate::einvoice::InvoiceDocument;
use crate::incoming::account;
use crate::letters::money::reminder::InvoiceReminder;
use crate::letters::{Draft, Enclosure};
use jiff::Span;

pub const JOB: Job = Job {
    name: "invoice-reminders",
    about: "Reminds schools of invoices that are overdue, on the days that policy names, and asks the coordinator once the last of them is past.",
    when: When::At(|config| vec![daily(config.billing.invoices.remind_at)]),
    keeps: Keeps::SchoolHours,
    missed: Missed::OnceLate,
    purposes: &["invoice-reminder"],
    decide,
};

fn decide(task: &Task<'_>) -> Vec<Decision> {
    let books = Books::new(task.config, task.facts, task.now);
    // On the day of the statement of account, which says it all, no reminder stands beside it: it goes on the next.
    let stated = statements::accounts_today(task, &books);
    let open = billing::open_invoices(&books).filter(|(invoice, _)| !stated.contains(&billing::account_of(invoice)));
    open.filter_map(|(invoice, open)| remind(task, &books, invoice, open)).collect()
}

fn remind(task: &Task<'_>, books: &Books<'_>, invoice: &Invoice, open: Pence) -> Option<Decision> {
    let (number, due) = (invoice.number.as_ref()?, invoice.due_on?);
    let steps = &task.config.billing.invoices.reminders;
    let come =
        steps.iter().filter(|days| due.saturating_add(Span::new().days(i64::from(**days))) <= books.today).count();
    let step = u32::try_from(come).unwrap_or(u32::MAX);
    if open <= Pence::ZERO || step <= invoice.reminded || account::rests(task.facts, invoice, books.today) {
        return None;
    }
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.changes.push(Change::Money(MoneyChange::Reminded { invoice: invoice.id, step }));
    let when = date_in_words(due);
    decision.because(format!("{number} was due on {when}, and {open} is open: reminder {step}."));
    let document: InvoiceDocument = serde_json::from_str(&invoice.document).ok()?;
    let paid = invoice.gross.checked_sub(open).unwrap_or(Pence::ZERO);
    let letter = InvoiceReminder {
        number: number.to_string(),
        school: invoice.school.clone(),
        total: invoice.gross.to_string(),
        paid: if paid > Pence::ZERO { paid.to_string() } else { String::new() },
        open: open.to_string(),
        issued: invoice.issued_on.map(date_in_words).unwrap_or_default(),
        due: when.clone(),
        account: account_in_words(document.bank.as_ref()),
        again: step > 1,
    };
    let purpose = format!("invoice-reminder:{number}:{step}");
    let draft = Draft::new(&letter, invoice.email.clone(), &invoice.school, purpose).about(number);
    decision.letters.push(draft.enclosing(Enclosure::Invoice(Box::new(document))));
    if come == steps.len() {
        let question = format!(
            "{} still owes {open} on {number}, due on {when}, and has now had its last reminder. Would you speak to them? Once it is paid: `paid {number}`.",
            invoice.school
        );
        decision.put(
            Decision::question(account::overdue(number), question, Some(number))
                .may("paid", format!("paid {number} …")),
        );
    }
    Some(decision)
}
