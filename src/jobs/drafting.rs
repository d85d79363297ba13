//! Drafts what has been confirmed, when its month, term or deployment is over, and asks the coordinators whether it may go.
//!
//! Each confirmed day that is not on a document yet is looked at anew, so that nothing is drafted twice and nothing is left
//! out, however often the job is done. Where policy says so, drafts are issued at once.

use super::{Job, Keeps, Missed, Task, When, daily};
use crate::billing::{self, Books, Due, Issued, Numbers};
use crate::config::billing::Send;
use crate::decision::Decision;
use crate::domain::change::{Change, MoneyChange};
use crate::domain::charging;
use crate::domain::civil::date_in_words;
use crate::domain::deployment::Deployment;
use crate::domain::invoice::{Invoice, Kind, State};
use crate::domain::money::Pence;
use crate::domain::school_days::SchoolDays;
use jiff::civil::Date;

pub const JOB: Job = Job {
    name: "drafting",
    about: "Drafts invoices on the first school day after a month or term, and in the morning after work has ended or been agreed in advance; asks the coordinators whether they may go.",
    when: When::At(|config| vec![daily(config.billing.invoices.draft_at)]),
    keeps: Keeps::SchoolDays,
    // The day on which a month or term is billed may have been slept through: it is made up for.
    missed: Missed::Each,
    purposes: &[],
    decide,
};

/// What questions about days that cannot be billed begin with; the reason follows.
pub const STUCK: &str = "billing:";

/// What questions about days begin with that were billed in advance and not worked; the document follows.
pub const UNUSED: &str = "advance:";

/// What the question begins with whose answer lets the drafts go.
pub const QUESTION: &str = "invoices:drafts";

fn decide(task: &Task<'_>) -> Vec<Decision> {
    let books = Books::new(task.config, task.facts, task.now);
    let day = task.due.date();
    let is_due = |deployment: &Deployment| {
        books.charging(deployment).is_ok_and(|charging| falls_on(&charging, &task.config.calendar, day))
    };
    let mut drafting = billing::draft(&books, Due::ByPolicy, is_due);
    let mut decision = Decision::default();
    if !drafting.is_empty() {
        let days = [
            (drafting.swapped, "swapped"),
            (drafting.funded, "drawn from funds"),
            (drafting.covered, "paid in advance"),
        ];
        for (half_days, what) in days.into_iter().filter(|(half_days, _)| half_days.0 > 0) {
            decision.because(format!("{half_days} confirmed: {what}."));
        }
    }
    let drafts: Vec<Invoice> = drafting.drafts().cloned().collect();
    match task.config.billing.invoices.send {
        Send::Automatic if task.config.billing.missing().is_empty() => {
            issue_at_once(&books, &mut drafting.changes, &mut decision)
        }
        Send::Automatic | Send::AfterYes => {}
    }
    if !drafts.is_empty() {
        decision.because(format!("{} drafted.", in_words(&drafts)));
    }
    decision.changes.extend(drafting.changes.into_iter().map(Change::Money));
    let waits = match task.config.billing.invoices.send {
        Send::AfterYes => true,
        Send::Automatic => !task.config.billing.missing().is_empty(),
    };
    if waits && !drafts.is_empty() {
        let before = task.facts.invoices.iter().filter(|invoice| invoice.state == State::Draft).cloned();
        let all: Vec<Invoice> = before.chain(drafts).collect();
        // One question about all drafts, not one for each month that nobody answered.
        let (by, outcome) = ("clerk".to_owned(), "asked anew, with what was drafted since".to_owned());
        decision.changes.push(Change::ReviewsClosed { key_begins: QUESTION.to_owned(), by, outcome });
        decision.put(question(&all, day));
    }
    trouble(&books, &drafting.troubles, &mut decision);
    for (invoice, deployment, left) in billing::unused_advances(&books) {
        let (document, number) = (invoice.name(), &deployment.number);
        let question = format!(
            "{document} billed {} in advance for {number}, which is over, and {left} of it were not worked. The invoice says that they are credited: shall I draft that? `invoices send` lets it go.",
            deployment.school.name
        );
        decision.put(
            Decision::question(format!("{UNUSED}{document}:{number}"), question, Some(number))
                .may("credit", format!("credit {document} {left} because they were billed in advance and not worked")),
        );
    }
    if decision.changes.is_empty() && decision.reviews.is_empty() { vec![] } else { vec![decision] }
}

/// Whether a deployment's days are billed on a day: months and terms on the first school day after them, all else whenever
/// it is due.
fn falls_on(charging: &charging::Charging, calendar: &SchoolDays, day: Date) -> bool {
    let before = calendar.before(day, 1);
    match charging.when {
        charging::When::Monthly => before.month() != day.month(),
        charging::When::Termly => {
            let term = |day: Date| calendar.term_of(day).map(|term| (term.year.clone(), term.name.clone()));
            if calendar.terms().is_empty() { before.month() != day.month() } else { term(before) != term(day) }
        }
        charging::When::AtEnd | charging::When::InAdvance => true,
    }
}

fn issue_at_once(books: &Books<'_>, changes: &mut [MoneyChange], decision: &mut Decision) {
    let mut numbers = Numbers::of(books);
    for change in changes {
        let MoneyChange::Drafted { invoice } = change else { continue };
        match numbers.issue(books, invoice) {
            Ok(Issued { number, due, document }) => {
                invoice.state = State::Issued;
                invoice.issued_on = Some(books.today);
                invoice.due_on = due;
                invoice.issued_by = "policy".to_owned();
                invoice.document = document;
                decision.because(format!("{number} issued to {}: {}.", invoice.school, invoice.gross));
                invoice.number = Some(number);
            }
            Err(why) => {
                let question = format!(
                    "The invoice for {} could not be issued: {why} Shall it wait, or be put right?",
                    invoice.school
                );
                decision.ask(format!("invoices:stuck:{}:{}", invoice.email.folded(), books.today), question, None);
            }
        }
    }
}

fn in_words(drafts: &[Invoice]) -> String {
    let count = |kinds: &[Kind], one: &str, many: &str| {
        let found: Vec<&Invoice> = drafts.iter().filter(|draft| kinds.contains(&draft.kind)).collect();
        let sum: Pence = found.iter().map(|draft| draft.gross).sum();
        match found.len() {
            0 => None,
            1 => Some(format!("1 {one} ({sum})")),
            many_of => Some(format!("{many_of} {many} ({sum})")),
        }
    };
    let parts = [
        count(&[Kind::Invoice], "invoice", "invoices"),
        count(&[Kind::CreditNote, Kind::SelfCredit], "credit note", "credit notes"),
        count(&[Kind::SelfBilling], "self-billing statement", "self-billing statements"),
        count(&[Kind::TimeSheet], "time sheet", "time sheets"),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// How many schools are named in a question before the rest are only counted.
const MOST_NAMED: usize = 12;

fn question(drafts: &[Invoice], day: Date) -> crate::decision::Review {
    let invoices: Vec<String> = drafts
        .iter()
        .filter(|draft| draft.kind == Kind::Invoice)
        .map(|draft| format!("{} {}", draft.school, draft.gross))
        .collect();
    let rest = invoices.len().saturating_sub(MOST_NAMED);
    let mut named: Vec<String> = invoices.into_iter().take(MOST_NAMED).collect();
    if rest > 0 {
        named.push(format!("and {rest} more"));
    }
    let named = if named.is_empty() { String::new() } else { format!(" Invoices: {}.", named.join("; ")) };
    let wait = if drafts.len() == 1 { "waits as a draft" } else { "wait as drafts" };
    let question = format!(
        "{} {wait}, made on {}.{named} Shall they be issued and sent? You will be asked for a code first.",
        in_words(drafts),
        date_in_words(day)
    );
    Decision::question(format!("{QUESTION}:{day}"), question, None).may("send", "invoices send".to_owned())
}

/// What stands in the way of a deployment's days is asked once for each reason.
fn trouble(books: &Books<'_>, troubles: &[(crate::domain::CaseId, String)], decision: &mut Decision) {
    for (number, why) in troubles {
        let name = books.facts.deployment(number).map(|known| known.school.name.clone()).unwrap_or_default();
        let misses_its_order = |deployment: &Deployment| {
            books.charging(deployment).is_ok_and(|c| billing::missing_order_number(books, deployment, &c).is_some())
        };
        // A missing order number has letters of its own, which go to the school.
        if books.facts.deployment(number).is_some_and(misses_its_order) {
            continue;
        }
        let question = format!("Days of {number} ({name}) cannot be billed: {why}. Would you put that right?");
        decision.ask(format!("{STUCK}{why}:{number}"), question, Some(number));
    }
}
