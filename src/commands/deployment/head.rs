//! `head DEP-2027-0001 Owen Brooks <head@hazelbank.example>`: where the head of the home school is written to.

use super::clauses::{Reading, tokens};
use super::{matter, number, refused};
use crate::commands::said::Said;
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::change::{Change, DeploymentChange};
use crate::domain::deployment::State;
use crate::domain::{CaseId, EmailAddress};
use crate::incoming::deployment::asking::{self, Who};
use crate::incoming::deployment::settled;

pub const COMMAND: Command = Command {
    name: "head",
    usage: &["head DEP-2027-0001 Owen Brooks <head@hazelbank.example>"],
    about: "Says who leads the home school of whoever does a deployment, and where to write to them.",
    lookup: |said, _| Ok(super::lookup(read(said)?.0)),
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
    decision.changes.push(settled(&number, "head:", order.by, "the head is known"));
    // Whoever was asked meanwhile is waiting for it.
    let mut after = matter.deployment.clone();
    for person in after.people.iter_mut().filter(|person| person.email == leader.email) {
        (person.head_name, person.head_email) = (name.clone(), Some(email.clone()));
    }
    let asked = after.leader().filter(|person| after.state == State::Proposed && person.head_answer.is_none());
    if let Some(person) = asked.filter(|person| !person.answers_alone()) {
        asking::propose_to_head(&matter.desk(order), &after, person, &mut decision);
    } else if let Some(yes) = asked.and_then(|person| person.answer) {
        asking::answered(&matter.desk(order), &after, Who::Head, yes, order.now, None, &mut decision);
    }
    let told = if decision.letters.is_empty() { "" } else { " They are asked." };
    Ok(Outcome::new(decision, format!("{}: {} is led by {name} <{email}>.{told}", matter.named(), leader.home_school)))
}
