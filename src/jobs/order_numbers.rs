//! Asks a supported school for its order number, where policy wants one on invoices and days wait for it.

use super::{Job, Keeps, Missed, Task, When, daily};
use crate::billing::{self, Books};
use crate::decision::Decision;
use crate::domain::deployment::Deployment;
use crate::domain::money::Pence;
use crate::domain::visit::{Billing, State};
use crate::domain::worked::HalfDays;
use crate::letters::Draft;
use crate::letters::money::order_number::OrderNumber;

pub const JOB: Job = Job {
    name: "order-numbers",
    about: "Asks a school for its order number once a day waits to be billed, where policy wants one; asks again, and then the coordinator.",
    when: When::At(|config| vec![daily(config.billing.invoices.remind_at)]),
    keeps: Keeps::SchoolHours,
    missed: Missed::OnceLate,
    purposes: &["order-number"],
    decide,
};

fn decide(task: &Task<'_>) -> Vec<Decision> {
    let books = Books::new(task.config, task.facts, task.now);
    task.facts.deployments.iter().filter_map(|deployment| ask(task, &books, deployment)).collect()
}

fn ask(task: &Task<'_>, books: &Books<'_>, deployment: &Deployment) -> Option<Decision> {
    let charging = books.charging(deployment).ok()?;
    billing::missing_order_number(books, deployment, &charging)?;
    let waiting = || {
        let of_it = task.facts.visits.iter().filter(|visit| visit.deployment == deployment.number);
        of_it.filter(|visit| visit.state == State::Confirmed && visit.billing == Billing::Unbilled)
    };
    // Since when days wait: the ladder is counted from there, so that it needs no note of its own.
    let since = books.config.zone().date(waiting().map(|visit| visit.state_since).min()?);
    let steps = &task.config.billing.invoices.po_chasers;
    let waited = task.config.calendar.between(since, books.today);
    let step = steps.iter().filter(|days| **days <= waited).count();
    let number = &deployment.number;
    let days: HalfDays = waiting().map(|visit| visit.half_days).sum();
    let sum: Pence = waiting().filter_map(|visit| charging.of(visit.half_days).ok()?.paid()).sum();
    let purpose = format!("order-number:{number}:{step}");
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!("{days} wait for the order number of {}.", deployment.school.name));
    let letter = OrderNumber {
        number: number.to_string(),
        school: deployment.school.name.clone(),
        subject: deployment.request.subject.clone(),
        sum: format!("{sum} for {days}"),
        again: step > 0,
    };
    let (name, to) = billing::payer(deployment, &charging);
    decision.letters.push(Draft::new(&letter, to, &name, purpose).about(number));
    if step == steps.len() && step > 0 {
        let question = format!(
            "{name} has not named its order number for {number}, and {sum} cannot be billed. Shall I note one?"
        );
        decision.put(
            Decision::question(format!("order-number:{number}"), question, Some(number))
                .may("number", format!("order number {number} …")),
        );
    }
    Some(decision)
}
