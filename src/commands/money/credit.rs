//! `credit INV-2027-0001 because …`: a credit note is drafted. It goes out as everything does, by `invoices send`.

use super::{books, document, in_short, known, misunderstood, refused};
use crate::billing::{self, Taken};
use crate::commands::said::Said;
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::change::{Change, MoneyChange};
use crate::domain::facts::Lookup;
use crate::domain::worked::HalfDays;
use crate::domain::{CaseId, civil};
use crate::jobs::drafting;
use jiff::civil::Date;

pub const COMMAND: Command = Command {
    name: "credit",
    usage: &[
        "credit INV-2027-0001 because it went to the wrong school",
        "credit INV-2027-0001 on 12 May 2027, 13 May 2027 because she was ill on those days",
        "credit INV-2027-0002 2 days because they were paid in advance and not worked",
    ],
    about: "Drafts a credit note for an issued invoice or self-billing statement: for all of it, for some days, or for days that were paid in advance. `invoices send` issues it; its days may then be billed again.",
    lookup: |said, _| {
        let (number, ..) = read(said)?;
        Ok(Lookup { cases: vec![number], ..Lookup::default() })
    },
    decide,
};

enum Wish {
    Whole,
    Days(Vec<String>),
    Advance(HalfDays),
}

fn read<'a>(said: &Said<'a>) -> Result<(CaseId, Wish, &'a str), Refusal> {
    let (number, rest) = document(said)?;
    let (what, because) = rest.because()?;
    if what.is_empty() {
        return Ok((number, Wish::Whole, because));
    }
    if let Some(days) = what.after("on") {
        let days: Vec<String> = days
            .text()
            .replace(" and ", ",")
            .split(',')
            .map(|day| day.trim().to_owned())
            .filter(|day| !day.is_empty())
            .collect();
        return Ok((number, Wish::Days(days), because));
    }
    match HalfDays::parse(what.text()) {
        Some(half_days) => Ok((number, Wish::Advance(half_days), because)),
        None => misunderstood(format!(
            "I did not understand `{}`. Expected `on 12 May 2027`, `2 days`, or nothing for all of it.",
            what.text()
        )),
    }
}

/// A day of the document; its year may be left out.
fn day(invoice: &crate::domain::invoice::Invoice, text: &str) -> Result<Date, Refusal> {
    let years = invoice.lines.iter().filter_map(|line| line.day).map(|day| day.year());
    let on_it = |date: &Date| invoice.lines.iter().any(|line| line.day == Some(*date));
    civil::read_date(text)
        .or_else(|| years.filter_map(|year| civil::read_date(&format!("{text} {year}"))).find(on_it))
        .ok_or_else(|| Refusal::Misunderstood(format!("`{text}` is no day of this document.")))
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, wish, because) = read(order.said)?;
    let invoice = known(order.facts, &number)?;
    let taken = match wish {
        Wish::Whole => Taken::Whole,
        Wish::Days(days) => Taken::Days(days.iter().map(|text| day(invoice, text)).collect::<Result<_, _>>()?),
        Wish::Advance(half_days) => Taken::Advance(half_days),
    };
    let note = billing::credit(&books(order), invoice, &taken, because).or_else(refused)?;
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!("{} drafted a credit note for {number} because {because}.", order.by));
    let again = match taken {
        Taken::Whole | Taken::Days(_) => " Its days are then billed again.",
        Taken::Advance(_) => "",
    };
    let mut answer = format!(
        "A credit note for {number} is drafted: {}. To issue and send it: `invoices send`.{again}",
        in_short(&note)
    );
    let worked = note
        .lines
        .iter()
        .filter_map(|line| Some((line.deployment.as_ref()?, line.day.filter(|_| line.visit.is_some())?)));
    if let (Some((deployment, day)), false) = (worked.clone().next(), note.kind.side().is_purchase()) {
        let (one, when) = (worked.count() == 1, civil::date_in_short(day));
        let which = if one { "If that day was" } else { "For each of them that was" };
        answer
            .push_str(&format!(" {which} not worked, say `drop day {deployment} {when}` once the credit note is out."));
    }
    let reimbursed = |visit| order.facts.visits.iter().any(|known| Some(known.id) == visit && known.reimbursed);
    if !note.kind.side().is_purchase() && note.lines.iter().any(|line| reimbursed(line.visit)) {
        answer.push_str(
            " Their shares are on the home school’s statement, too: `credit` takes them off one that is issued, `drop draft` gives one up that is not.",
        );
    }
    decision.changes.push(Change::Money(MoneyChange::Drafted { invoice: Box::new(note) }));
    decision.changes.push(Change::ReviewsClosed {
        key_begins: format!("{}{number}:", drafting::UNUSED),
        by: order.by.to_owned(),
        outcome: "a credit note is drafted".to_owned(),
    });
    Ok(Outcome::new(decision, answer))
}
