//! `order number DEP-2027-0003 PO 4711`: what the school wants to read on its invoices.

use super::charge::deployment;
use super::{misunderstood, refused};
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::change::{Change, DeploymentChange};
use crate::domain::deployment::NO_ORDER_NUMBER;
use crate::domain::facts::Lookup;

pub const COMMAND: Command = Command {
    name: "order number",
    usage: &["order number DEP-2027-0003 PO 4711", "order number DEP-2027-0003 none"],
    about: "Notes a school’s purchase order number, or that it uses none. Invoices that are drafted from now on bear it.",
    lookup: |said, _| {
        let (number, rest) = deployment(said)?;
        if rest.is_empty() || rest.text().chars().count() > LONGEST {
            return misunderstood(format!("Which number? Expected `order number {number} PO 4711`."));
        }
        Ok(Lookup { cases: vec![number], ..Lookup::default() })
    },
    decide,
};

const LONGEST: usize = 60;

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, rest) = deployment(order.said)?;
    let Some(known) = order.facts.deployment(&number) else {
        return refused(format!("There is no deployment {number}."));
    };
    let mut school = known.school.clone();
    let none = rest.text().trim_end_matches('.').eq_ignore_ascii_case(NO_ORDER_NUMBER);
    let said = if none { NO_ORDER_NUMBER } else { rest.text() };
    said.clone_into(&mut school.po_number);
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!("{} noted the order number for {number}.", order.by));
    decision.changes.push(Change::Deployment(DeploymentChange::RequestSet {
        deployment: number.clone(),
        school: Box::new(school),
        request: Box::new(known.request.clone()),
    }));
    decision.changes.push(Change::ReviewsClosed {
        key_begins: format!("order-number:{number}"),
        by: order.by.to_owned(),
        outcome: "noted".to_owned(),
    });
    let answer = if none {
        format!("Invoices for {number} ({}) bear no order number: the school uses none.", known.school.name)
    } else {
        format!("Invoices for {number} ({}) bear the order number {said}.", known.school.name)
    };
    Ok(Outcome::new(decision, answer))
}
