//! `propose DEP-2027-0003 to p.nair@hazelbank.example`: would they take it on, and can their school release them?

use super::clauses::{self, Reading, Terms, tokens};
use super::{deployed, entry, helpers, lookup, matter, misunderstood, number, plan, refused, standing};
use crate::commands::said::Said;
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::CaseId;
use crate::domain::change::{Change, DeploymentChange};
use crate::domain::deployment::State;
use crate::domain::listed;
use crate::domain::schools::folded;
use crate::incoming::deployment::asking::{self, Told};
use crate::incoming::deployment::{candidates, settled};

pub const PROPOSE: Command = Command {
    name: "propose",
    usage: &[
        "propose DEP-2027-0003 to p.nair@hazelbank.example",
        "propose DEP-2027-0003 to REG-2027-0003 6 days from 6 May 2027 to 16 July 2027 model block",
    ],
    about: "Asks somebody of the register whether they would take a request on, and the head of their school whether it can release them. With days and dates both see what is meant. Once both have said yes, the agreement follows.",
    lookup: |said, _| {
        let (number, _, _) = read(said)?;
        Ok(lookup(number))
    },
    decide: propose,
};

pub const OTHER: Command = Command {
    name: "other",
    usage: &["other DEP-2027-0003", "other DEP-2027-0003 because she is needed at home this term"],
    about: "Whoever was asked to do it, or does it, is released and told so, like their head; you get the list of others who might be asked.",
    lookup: |said, _| {
        let (number, rest) = number(said)?;
        if !rest.is_empty() {
            let (before, _) = rest.because()?;
            before.nothing_more()?;
        }
        Ok(lookup(number))
    },
    decide: other,
};

/// Words with which the clauses of a plan begin, after a name.
const ENDS: [&str; 10] = ["from", "model", "with", "review", "end", "line", "rate", "finance", "order", "po"];

fn read(said: &Said<'_>) -> Result<(CaseId, String, Terms), Refusal> {
    let (number, rest) = number(said)?;
    let all = tokens(rest.text());
    let mut reading = Reading::new(&all);
    reading.takes("to");
    // `REG-2027-0003 6 days …`, `p.nair@… 6 days`, `Priya Nair 6 days`: a number begins the plan.
    let who = reading
        .words_while(|word| !ENDS.iter().any(|end| word.eq_ignore_ascii_case(end)) && !clauses::begins_days(word));
    if who.is_empty() {
        return misunderstood(format!("To whom? Expected `propose {number} to p.nair@hazelbank.example`."));
    }
    Ok((number, who, clauses::terms(&mut reading)?))
}

fn propose(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, who, terms) = read(order.said)?;
    let matter = matter(order, &number)?;
    let (deployment, desk) = (matter.deployment, matter.desk(order));
    match deployment.state {
        State::Requested => {}
        State::Proposed | State::Agreeing => {
            let leader = deployment.leader().map_or("somebody", |person| person.name.as_str());
            return refused(format!(
                "{} was proposed to {leader} already. `other {number}` releases them first.",
                matter.named()
            ));
        }
        State::Active | State::Ended | State::Dropped => return matter.refuse_over(),
    }
    let (person, entry) = entry(order.facts, matter.programme, &who)?;
    if let Some(why) = standing(person) {
        return refused(format!("{why} Nobody is asked who should not be."));
    }
    if folded(&person.school) == folded(&deployment.school.name) && !person.school.is_empty() {
        return refused(format!(
            "{} is at {} already: nobody is deployed to their own school.",
            person.name, person.school
        ));
    }
    let mut after = deployment.clone();
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    let mut doubts = vec![];
    if terms != Terms::default() {
        let plan = plan(&terms, deployment.plan.as_ref(), &order.config.calendar)?;
        doubts = super::doubts(&plan, matter.programme, &order.config.calendar);
        decision
            .changes
            .push(Change::Deployment(DeploymentChange::Planned { deployment: number.clone(), plan: plan.clone() }));
        after.plan = Some(plan);
        super::may_help(matter.programme, &terms)?;
        super::charge(&mut after, matter.programme, &terms, &mut decision)?;
        super::invoices(&mut after, &terms, &mut decision);
    }
    let leader = deployed(order.facts, matter.programme, person, entry, order.now);
    after.people.retain(|known| known.email != leader.email);
    let mut asked = vec![leader.clone()];
    asked.extend(helpers(&leader, &terms, order.now));
    for person in asked {
        after.people.retain(|known| known.email != person.email);
        decision.changes.push(Change::Deployment(DeploymentChange::Asked {
            deployment: number.clone(),
            person: Box::new(person.clone()),
        }));
        after.people.push(person);
    }
    after.state = State::Proposed;
    decision.changes.push(Change::Deployment(DeploymentChange::StateSet {
        deployment: number.clone(),
        state: State::Proposed,
        since: order.now,
        because: format!("proposed to {} by {}", leader.name, order.by),
    }));
    decision.changes.push(settled(&number, "", order.by, "proposed to somebody"));
    decision.because(format!("{} proposed it to {} ({}).", order.by, leader.name, leader.home_school));
    asking::propose(&desk, &after, &mut decision);
    let left = candidates::left(order.facts, matter.programme, person, deployment, matter.today);
    let wanted = candidates::sought(order.facts, matter.programme, &after).half_days;
    if let Some(left) = left.filter(|left| *left < wanted) {
        doubts.push(format!("{} has only {left} left this year.", leader.name));
    }
    let head = match &leader.head_email {
        _ if leader.answers_alone() => String::new(),
        Some(head) => format!(" and to {head}"),
        None => format!("; I know no head’s address for {}: `head {number} NAME <address>`", leader.home_school),
    };
    let mut answer =
        format!("{} is proposed to {}. Letters go to {}{head}.", matter.named(), leader.name, leader.email);
    doubts.iter().for_each(|doubt| answer.push_str(&format!(" {doubt}")));
    Ok(Outcome::new(decision, answer))
}

fn other(order: &Order<'_>) -> Result<Outcome, Refusal> {
    let (number, rest) = number(order.said)?;
    let reason = if rest.is_empty() { None } else { Some(rest.because()?.1) };
    let matter = matter(order, &number)?;
    let (deployment, desk) = (matter.deployment, matter.desk(order));
    let Some(leader) = deployment.leader() else {
        return refused(format!("Nobody has been asked to do {}.", matter.named()));
    };
    if deployment.state.is_over() {
        return matter.refuse_over();
    }
    let names: Vec<String> = deployment.doing().map(|person| person.name.clone()).collect();
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    let because = reason.map(|reason| format!(" because {reason}")).unwrap_or_default();
    decision.because(format!("{} released {}{because}.", order.by, listed(&names)));
    decision.changes.push(settled(&number, "", order.by, "somebody else is asked"));
    let after = asking::released(&desk, deployment, Told::Both, &mut decision);
    let question = format!("{} does not do {number} any more.", leader.name);
    decision.put(asking::somebody_else(&desk, &after, &leader.email, question));
    Ok(Outcome::new(
        decision,
        format!(
            "{}: {} is released and told so. Others who might be asked come to you.",
            matter.named(),
            listed(&names)
        ),
    ))
}
