//! `home invoice "Hazelbank Primary School" 4711 £892.50`: a home school's own invoice, checked against the ledger.

use super::{books, misunderstood, quoted, refused};
use crate::billing::{self, Books, Sold};
use crate::commands::said::Said;
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::change::{Change, MoneyChange};
use crate::domain::charging::Home;
use crate::domain::civil::date_in_short;
use crate::domain::facts::{Ledger, Lookup};
use crate::domain::invoice::{HOME_SERIES, Invoice, Kind, Line, State};
use crate::domain::money::Pence;
use crate::domain::{CaseId, EmailAddress, ProgrammeId};

pub const COMMAND: Command = Command {
    name: "home invoice",
    usage: &["home invoice \"Hazelbank Primary School\" number 4711 £892.50"],
    about: "Notes the invoice of a home school that is reimbursed on its own invoice. It must come to what the ledger says for its days that have been billed; otherwise the difference is told and nothing is noted.",
    lookup: |said, _| {
        read(said)?;
        let ledger = Ledger { unbilled: true, drafts: true, ..Ledger::default() };
        Ok(Lookup { deployments: true, ledger, ..Lookup::default() })
    },
    decide,
};

fn read<'a>(said: &Said<'a>) -> Result<(&'a str, &'a str, Pence), Refusal> {
    let expected = "Expected `home invoice \"Hazelbank Primary School\" number 4711 £892.50`.";
    let Some((school, rest)) = quoted(said) else { return misunderstood(expected) };
    let rest = rest.after("number").unwrap_or(rest);
    let Some((number, sum)) = rest.text().rsplit_once(char::is_whitespace) else { return misunderstood(expected) };
    match Pence::parse(sum) {
        Ok(sum) if sum > Pence::ZERO => Ok((school, number.trim(), sum)),
        Ok(_) | Err(_) => misunderstood(expected),
    }
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (school, their_number, sum) = read(order.said)?;
    let books = books(order);
    let Some(due) = due_to(&books, school) else {
        return refused(format!(
            "The ledger has no days of {school} that have been billed and that it would invoice us for. Is that its name? `alliance-clerk export home-schools` lists what is due to whom."
        ));
    };
    let total: Pence = due.lines.iter().map(|line| line.net).sum();
    if total != sum {
        let days: Vec<String> = due
            .lines
            .iter()
            .map(|line| format!("{} {} {}", line.day.map(date_in_short).unwrap_or_default(), line.who, line.net))
            .collect();
        let (more, what) =
            if sum > total { (sum.checked_sub(total), "more") } else { (total.checked_sub(sum), "less") };
        return refused(format!(
            "Their invoice {their_number} says {sum}, and the ledger {total}: {} {what}. Nothing is noted. The ledger has: {}.",
            more.unwrap_or(Pence::ZERO),
            days.join("; ")
        ));
    }
    let year = books.today.year();
    let next = order.facts.next_numbers.get(&(HOME_SERIES.to_owned(), year)).copied().unwrap_or(1);
    let number = CaseId::new(HOME_SERIES, year, next);
    let invoice = Invoice {
        school: due.name.clone(),
        their_number: their_number.to_owned(),
        net: sum,
        gross: sum,
        lines: due.lines,
        number: Some(number.clone()),
        state: State::Issued,
        issued_on: Some(books.today),
        issued_by: order.by.to_owned(),
        ..billing::blank(&books, Kind::HomeInvoice, HOME_SERIES, &due.programme, &due.email)
    };
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!(
        "{} noted invoice {their_number} of {}: {sum}, which is what the ledger says.",
        order.by, due.name
    ));
    let answer = format!(
        "{number}: invoice {their_number} of {} agrees with the ledger to the penny: {sum}. Once it is paid: `paid {number}`.",
        due.name
    );
    decision.changes.push(Change::Money(MoneyChange::Drafted { invoice: Box::new(invoice) }));
    Ok(Outcome::new(decision, answer))
}

struct DueTo {
    name: String,
    programme: ProgrammeId,
    email: EmailAddress,
    lines: Vec<Line>,
}

/// What is due to a home school that sends its own invoice.
fn due_to(books: &Books<'_>, school: &str) -> Option<DueTo> {
    let mut due: Option<DueTo> = None;
    for (deployment, visit) in billing::unreimbursed(books, &Sold::new()) {
        let Some(person) = deployment.person(&visit.email) else { continue };
        let is_it = person.home_school.to_lowercase() == school.to_lowercase();
        let theirs = books.charging(deployment).is_ok_and(|charging| charging.home == Home::TheirInvoice);
        let Some(line) = billing::share(books, deployment, visit, visit.sold_at).filter(|_| is_it && theirs) else {
            continue;
        };
        let all = due.get_or_insert_with(|| DueTo {
            name: person.home_school.clone(),
            programme: deployment.programme.clone(),
            email: person.head_email.clone().unwrap_or_else(|| person.email.clone()),
            lines: vec![],
        });
        all.lines.push(line);
    }
    due
}
