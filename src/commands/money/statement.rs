//! `statement INV-2027-0001`: whoever pays that invoice has a statement of all that is open.

use super::{books, document, known, refused};
use crate::billing;
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::facts::{Ledger, Lookup};
use crate::jobs::statements;

pub const COMMAND: Command = Command {
    name: "statement",
    usage: &["statement INV-2027-0001"],
    about: "Sends a statement of account, with everything that is open, to whoever pays that invoice.",
    lookup: |said, _| {
        let (number, rest) = document(said)?;
        rest.nothing_more()?;
        Ok(Lookup { cases: vec![number], ledger: Ledger { open: true, ..Ledger::default() }, ..Lookup::default() })
    },
    decide,
};

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, _) = document(order.said)?;
    let books = books(order);
    let invoice = known(order.facts, &number)?;
    let Some(statement) = billing::statement(&books, invoice) else {
        return refused(format!(
            "{} owes nothing, or config/billing.toml names no account to pay into.",
            invoice.school
        ));
    };
    let mut decision = Decision { case: Some(number), ..Decision::default() };
    decision.because(format!("{} asked for a statement of account for {}.", order.by, invoice.school));
    let letter = statements::letter(&books, invoice, statement);
    let purpose = format!("statement:{}:{}:asked", billing::account_of(invoice), books.today);
    match letter {
        Ok(make) => decision.letters.push(make(purpose)),
        Err(why) => return refused(why),
    }
    Ok(Outcome::new(decision, format!("A statement of account goes to {} ({}).", invoice.school, invoice.email)))
}
