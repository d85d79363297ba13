//! `head DEP-2027-0001 Owen Brooks <head@hazelbank.example>`: where the head of the home school is written to.

use super::clauses::{Reading, tokens};
use super::{matter, number, refused};
use crate::commands::said::Said;
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::change::{Change, DeploymentChange};
use crate::domain::facts::Lookup;
use crate::domain::{CaseId, EmailAddress};

pub const COMMAND: Command = Command {
    name: "head",
    usage: &["head DEP-2027-0001 Owen Brooks <head@hazelbank.example>"],
    about: "Says who leads the home school of whoever does a deployment, and where to write to them.",
    lookup: |said, _| Ok(Lookup { cases: vec![read(said)?.0], ..Lookup::default() }),
    decide,
};

fn read(said: &Said<'_>) -> Result<(CaseId, String, EmailAddress), Refusal> {
    let (number, rest) = number(said)?;
    let (name, email) = Reading::new(&tokens(rest.text())).mailbox("Who leads the home school?")?;
    Ok((number, name, email))
}

fn decide(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, name, email) = read(order.said)?;
    let matter = matter(order, &number)?;
    let Some(leader) = matter.deployment.leader() else {
        return refused(format!("Nobody has been asked to do {} yet.", matter.named()));
    };
    if leader.email == email {
        return refused(format!(
            "{email} is the address of {}, who does it: the head says yes for themselves.",
            leader.name
        ));
    }
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!("{} said who leads {}: {name}.", order.by, leader.home_school));
    for person in matter.deployment.doing().filter(|person| person.home_school == leader.home_school) {
        decision.changes.push(Change::Deployment(DeploymentChange::HomeHeadSet {
            deployment: number.clone(),
            person: person.email.clone(),
            name: name.clone(),
            email: email.clone(),
        }));
    }
    Ok(Outcome::new(decision, format!("{}: {} is led by {name} <{email}>.", matter.named(), leader.home_school)))
}
