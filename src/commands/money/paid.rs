//! `paid INV-2027-0001 on 3 May 2027`: money came, or went to a home school. The clerk moves none: it notes it.

use super::{books, day_behind, document, known, misunderstood, refused};
use crate::billing;
use crate::commands::said::Said;
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::CaseId;
use crate::domain::change::{Change, MoneyChange};
use crate::domain::civil;
use crate::domain::facts::Lookup;
use crate::domain::invoice::{Payment, Side, State};
use crate::domain::money::Pence;
use crate::incoming::account;

pub const PAID: Command = Command {
    name: "paid",
    usage: &[
        "paid INV-2027-0001 on 3 May 2027",
        "paid INV-2027-0001 £100 on 3 May 2027",
        "paid SBS-2027-0001",
        "paid INV-2027-0001 £100 again on 3 May 2027",
    ],
    about: "Notes a payment: by a school for an invoice, or to a home school for its statement. Without a sum, what is still open; without a date, today. The same sum of the same day is taken for the same payment, unless you say “again”.",
    lookup,
    decide: |order| note(order, false),
};

pub const REFUND: Command = Command {
    name: "refund",
    usage: &["refund INV-2027-0001 £50 on 3 May 2027", "refund INV-2027-0001 £50 again on 3 May 2027"],
    about: "Notes that money went back: what a school had paid too much, or a payment that was noted by mistake.",
    lookup,
    decide: |order| note(order, true),
};

fn lookup(said: &Said<'_>, _: &crate::config::Config) -> Result<Lookup, Refusal> {
    Ok(Lookup { cases: vec![read(said)?.number], ..Lookup::default() })
}

/// What was typed.
struct Typed<'a> {
    number: CaseId,
    sum: Option<Pence>,
    /// It came twice on one day.
    again: bool,
    /// In words; empty for today.
    day: &'a str,
}

fn read<'a>(said: &Said<'a>) -> Result<Typed<'a>, Refusal> {
    let (number, rest) = document(said)?;
    let text = rest.text().trim_start_matches([',', ' ']);
    let (sum, day) = match text.strip_prefix("on ") {
        Some(day) => ("", day),
        None => text.split_once(" on ").unwrap_or((text, "")),
    };
    let sum = sum.trim().trim_end_matches([',', '.']);
    let before = sum.strip_suffix("again").filter(|before| before.is_empty() || before.ends_with([' ', ',']));
    let (sum, again) = before.map_or((sum, false), |before| (before.trim_end_matches([' ', ',']), true));
    match (sum.is_empty(), Pence::parse(sum)) {
        (true, _) => Ok(Typed { number, sum: None, again, day }),
        (false, Ok(sum)) if sum > Pence::ZERO => Ok(Typed { number, sum: Some(sum), again, day }),
        (false, Ok(_)) => misunderstood("A payment is more than nothing; what goes back is a `refund`."),
        (false, Err(e)) => misunderstood(format!("{e}.")),
    }
}

fn note(order: &Order<'_>, back: bool) -> Result<Outcome, Refusal> {
    let Typed { number, sum, again, day } = read(order.said)?;
    let books = books(order);
    let invoice = known(order.facts, &number)?;
    if invoice.state != State::Issued || invoice.kind.is_credit() {
        return refused(format!("{number} is nothing that is paid: it is taken off what is owed."));
    }
    let on = if day.is_empty() { books.today } else { day_behind(day, books.today)? };
    if invoice.issued_on.is_some_and(|issued| on < issued) && !invoice.in_advance {
        return refused(format!("{number} was not issued yet on {}.", civil::date_in_words(on)));
    }
    let open = billing::outstanding(&books, invoice)
        .ok_or_else(|| Refusal::Refused("That is more than can be counted.".to_owned()))?;
    let amount = match sum {
        Some(sum) => sum,
        None if back => open.checked_neg().unwrap_or(Pence::ZERO),
        None => open,
    };
    if amount <= Pence::ZERO {
        return refused(format!("Nothing is open on {number}. If more came, say how much: `paid {number} £…`."));
    }
    let received: Pence = invoice.payments.iter().map(|payment| payment.amount).sum();
    if back && amount > received {
        return refused(format!(
            "Only {received} of {number} has been noted as paid: {amount} cannot go back. Nothing is noted."
        ));
    }
    let signed = if back { amount.checked_neg().unwrap_or(Pence::ZERO) } else { amount };
    let same = invoice.payments.iter().find(|payment| payment.on == on && payment.amount == signed);
    if let Some(known) = same.filter(|_| !again) {
        return refused(format!(
            "{amount} of {}{} has been noted on {number} already, by {}. Nothing is noted. Where it was a second time: `{} {number} {amount} again on {}`.",
            civil::date_in_words(on),
            if back { ", given back," } else { "" },
            known.by,
            if back { REFUND.name } else { PAID.name },
            civil::date_in_short(on)
        ));
    }
    let left = open.checked_sub(signed).unwrap_or(Pence::ZERO);
    let when = civil::date_in_words(on);
    let what = if back { "given back" } else { "paid" };
    let state = match left {
        left if left.is_zero() => "Nothing is open any more.".to_owned(),
        left if left > Pence::ZERO => format!("{left} is still open."),
        left => format!(
            "That is {} too much: `refund {number}` notes it once it has gone back.",
            left.checked_neg().unwrap_or(Pence::ZERO)
        ),
    };
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!("{} noted that {amount} of {number} was {what} on {when}.", order.by));
    let payment = Payment { on, amount: signed, bank_ref: String::new(), by: order.by.to_owned() };
    decision.changes.push(Change::Money(MoneyChange::Paid { invoice: invoice.id, payment }));
    if left <= Pence::ZERO && !back {
        decision.changes.extend(account::settled(&number, order.by));
    }
    let who = match (invoice.kind.side(), back) {
        (Side::Sale, false) | (Side::Purchase, true) => "by",
        (Side::Purchase, false) | (Side::Sale, true) => "to",
    };
    Ok(Outcome::new(decision, format!("{number}: {amount} {what} {who} {} on {when}. {state}", invoice.school)))
}
