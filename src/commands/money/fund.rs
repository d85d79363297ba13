//! `fund "Harbour grant" from Harbour Council £5,000`: a pooled fund or grant, and how much it holds.

use super::{misunderstood, quoted, refused};
use crate::commands::said::Said;
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::change::{Change, MoneyChange};
use crate::domain::facts::{Ledger, Lookup};
use crate::domain::money::Pence;

pub const COMMAND: Command = Command {
    name: "fund",
    usage: &["fund \"Harbour grant\" from Harbour Council £5,000"],
    about: "Sets up a fund or grant that days may be paid from (`charge DEP-2027-0003 from fund \"Harbour grant\"`), or changes how much it holds. Never more is drawn than it holds.",
    lookup: |said, _| {
        read(said)?;
        Ok(Lookup { ledger: Ledger { unbilled: true, ..Ledger::default() }, ..Lookup::default() })
    },
    decide,
};

fn read<'a>(said: &Said<'a>) -> Result<(&'a str, &'a str, Pence), Refusal> {
    let expected = "Expected `fund \"Harbour grant\" from Harbour Council £5,000`.";
    let Some((name, rest)) = quoted(said) else { return misunderstood(expected) };
    let Some(rest) = rest.after("from") else { return misunderstood(expected) };
    let Some(at) = rest.text().rfind(['£', ' ']).map(|at| rest.text().rfind('£').unwrap_or(at)) else {
        return misunderstood(expected);
    };
    let (payer, cap) = rest.text().split_at(at);
    match Pence::parse(cap) {
        Ok(cap) if !cap.is_negative() && !bare(payer).is_empty() => Ok((name, bare(payer), cap)),
        Ok(_) => misunderstood(expected),
        Err(e) => misunderstood(format!("{e}.")),
    }
}

/// A name without the quotation marks that it may stand in.
fn bare(name: &str) -> &str {
    name.trim().trim_matches(['"', '“', '”', '‘', '’', '\'']).trim()
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (name, payer, cap) = read(order.said)?;
    let known = order.facts.funds.iter().find(|fund| fund.name.to_lowercase() == name.to_lowercase());
    if let Some(fund) = known.filter(|fund| fund.drawn > cap) {
        return refused(format!("{} has been drawn from “{}” already.", fund.drawn, fund.name));
    }
    let name = known.map_or(name, |fund| fund.name.as_str());
    let mut decision = Decision::default();
    decision.because(format!("{} set the fund “{name}” of {payer} to {cap}.", order.by));
    decision.changes.push(Change::Money(MoneyChange::FundSet {
        name: name.to_owned(),
        payer: payer.to_owned(),
        cap,
        by: order.by.to_owned(),
    }));
    decision.changes.push(Change::ReviewsClosed {
        key_begins: format!("{}the fund “{name}”", crate::jobs::drafting::STUCK),
        by: order.by.to_owned(),
        outcome: "the fund was set".to_owned(),
    });
    let drawn = known.map_or(Pence::ZERO, |fund| fund.drawn);
    Ok(Outcome::new(decision, format!("The fund “{name}” of {payer} holds {cap}; {drawn} has been drawn from it.")))
}
