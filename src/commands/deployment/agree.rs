//! `agree DEP-2027-0003 6 days from … to …`: what the agreement says; it goes to all parties. `change` makes another version.

use super::clauses::{self, Reading, Terms, tokens};
use super::{helpers, lookup, matter, misunderstood, number, plan, refused};
use crate::billing::falls_short;
use crate::commands::said::Said;
use crate::commands::{Command, Order, Outcome, Refusal};
use crate::decision::Decision;
use crate::domain::CaseId;
use crate::domain::change::{Change, DeploymentChange};
use crate::domain::civil::{date_in_short, date_in_words};
use crate::domain::deployment::{Deployment, Model, Plan, State};
use crate::domain::facts::{Ledger, Lookup};
use crate::incoming::deployment::{agreement, settled};

pub const AGREE: Command = Command {
    name: "agree",
    usage: &[
        "agree DEP-2027-0003 6 days from 6 May 2027 to 16 July 2027",
        "agree DEP-2027-0003 half a day a week from 6 September 2027 to 20 July 2028 model placement review 10 February 2028 end point \"The subject leader leads it alone\" line \"Observe lessons\" line \"Plan together\" rate £400 with Tom Hale <t.hale@hazelbank.example> 2 days",
    ],
    about: "Says what is agreed: the days, from when to when, and, in any order, `model`, `review`, `end point \"…\"`, one `line \"…\"` for each line of the action plan, `rate` where it is not the usual one, `with` for other named staff, `finance` and `order number` for the invoices. The agreement goes to the supported school, the home school and whoever does it, who agree by replying.",
    lookup: |said, _| Ok(with_funds(lookup(read(said)?.0))),
    decide: |order| decide(order, false),
};

pub const CHANGE: Command = Command {
    name: "change",
    usage: &[
        "change DEP-2027-0003 8 days",
        "change DEP-2027-0003 from 6 May 2027 to 22 October 2027 line \"Observe lessons\"",
    ],
    about: "Changes what is agreed, in the words of `agree`: what is not named stays. The parties are told what is different, and agree to it by replying.",
    lookup: |said, _| Ok(with_funds(lookup(read(said)?.0))),
    decide: |order| decide(order, true),
};

/// A fund that pays may hold less than is agreed.
fn with_funds(lookup: Lookup) -> Lookup {
    Lookup { ledger: Ledger { unbilled: true, ..Ledger::default() }, ..lookup }
}

fn read(said: &Said<'_>) -> Result<(CaseId, Terms), Refusal> {
    let (number, rest) = number(said)?;
    let terms = clauses::terms(&mut Reading::new(&tokens(rest.text())))?;
    Ok((number, terms))
}

fn decide(order: &Order<'_>, is_change: bool) -> Result<Outcome, Refusal> {
    let (number, terms) = read(order.said)?;
    let matter = matter(order, &number)?;
    let deployment = matter.deployment;
    match (deployment.state, is_change) {
        (State::Proposed, false) => {}
        (State::Agreeing | State::Active, true) => {}
        (State::Agreeing | State::Active, false) => {
            return refused(format!(
                "{} is {} already; `change {number} …` changes it.",
                matter.named(),
                deployment.state.in_words()
            ));
        }
        (State::Proposed, true) => {
            return refused(format!("Nothing is agreed yet for {}: `agree {number} …`.", matter.named()));
        }
        (State::Requested, _) => {
            return refused(format!("Nobody has said yes to {} yet: `propose {number} to …`.", matter.named()));
        }
        (State::Ended | State::Dropped, _) => return matter.refuse_over(),
    }
    let Some(leader) = deployment.leader() else {
        return refused(format!("Nobody does {} at present.", matter.named()));
    };
    if !is_change && !leader.is_willing() {
        let waits = if leader.answer == Some(true) { "the head of their school has" } else { "they have" };
        return refused(format!(
            "{} was proposed to {}, but {waits} not said yes. If you know that they do: `answer {number} ADDRESS yes`.",
            matter.named(),
            leader.name
        ));
    }
    if deployment.school.name.is_empty() {
        return refused(format!(
            "Which school is supported? Say `school {number} \"Oakfield School\" head NAME <address>` first."
        ));
    }
    if is_change && terms == Terms::default() {
        return misunderstood(format!("What is to change? Expected, for example, `change {number} 8 days`."));
    }
    let before = deployment.plan.as_ref();
    let plan = plan(&terms, before, &order.config.calendar)?;
    if plan.model == Model::Placement && plan.end_point.is_empty() {
        return refused("A placement has an agreed end point: please add `end point \"…\"`.");
    }
    super::may_help(matter.programme, &terms)?;
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    let mut after = deployment.clone();
    after.plan = Some(plan.clone());
    decision
        .changes
        .push(Change::Deployment(DeploymentChange::Planned { deployment: number.clone(), plan: plan.clone() }));
    for helper in helpers(leader, &terms, order.now) {
        after.people.retain(|known| known.email != helper.email);
        decision.changes.push(Change::Deployment(DeploymentChange::Asked {
            deployment: number.clone(),
            person: Box::new(helper.clone()),
        }));
        after.people.push(helper);
    }
    super::charge(&mut after, matter.programme, &terms, &mut decision)?;
    super::invoices(&mut after, &terms, &mut decision);
    let changes = if is_change { changes(deployment, &after, &matter) } else { vec![] };
    if is_change && changes.is_empty() {
        return refused(format!("{} says that already: nothing is changed.", matter.named()));
    }
    decision.because(match is_change {
        true => format!("{} changed what is agreed: {}.", order.by, changes.join("; ")),
        false => format!("{} said what is agreed: {}.", order.by, plan.in_words()),
    });
    decision.changes.push(settled(&number, "", order.by, "the agreement is with the parties"));
    agreement::send(&matter.desk(order), &after, &changes, &mut decision)
        .map_err(|why| Refusal::Refused(format!("The agreement cannot be written: {why}")))?;
    let mut to: Vec<String> = decision.letters.iter().map(|draft| draft.to.to_string()).collect();
    to.dedup();
    let mut answer =
        format!("{}: {}. The agreement goes to {}.", matter.named(), plan.in_words(), crate::domain::listed(&to));
    if leader.head_email.is_none() {
        answer.push_str(&format!(
            " I know no head’s address for {}: `head {number} NAME <address>`, and `change` once more.",
            leader.home_school
        ));
    }
    for doubt in super::doubts(&plan, matter.programme, &order.config.calendar) {
        answer.push_str(&format!(" {doubt}"));
    }
    let charging = crate::billing::charging(order.config, &after).ok();
    let short = charging.and_then(|charging| falls_short(&order.facts.funds, &charging, plan.half_days));
    answer.extend(short.map(|short| format!(" {short}")));
    Ok(Outcome::new(decision, answer))
}

/// What is different, in words for the parties.
fn changes(before: &Deployment, after: &Deployment, matter: &super::Matter<'_>) -> Vec<String> {
    let mut changes = vec![];
    if let (Some(old), Some(new)) = (&before.plan, &after.plan) {
        changes.extend(of_plan(old, new));
    }
    let rate = |deployment: &Deployment| {
        let charging = agreement::charging(matter.programme, deployment).ok();
        charging.and_then(|charging| charging.in_words().ok()).unwrap_or_default()
    };
    if rate(before) != rate(after) {
        changes.push(format!(
            "cost: {} (until now: {}), for every day that is on no invoice yet",
            rate(after),
            rate(before)
        ));
    }
    if before.school.finance_email != after.school.finance_email {
        let to = after.school.finance_email.as_ref().unwrap_or(&after.school.head_email);
        changes.push(format!("invoices go to {to}"));
    }
    if before.school.po_number != after.school.po_number {
        changes.push(format!("invoices bear the order number {}", after.school.po_number));
    }
    for person in after.doing().filter(|person| !person.leads) {
        if before.person(&person.email).is_none_or(|known| known.share != person.share || known.released_at.is_some()) {
            changes.push(format!("{} does {} of it", person.name, person.share));
        }
    }
    changes
}

fn of_plan(old: &Plan, new: &Plan) -> Vec<String> {
    let mut changes = vec![];
    if old.half_days != new.half_days {
        changes.push(format!("{} instead of {}", new.half_days, old.half_days));
    }
    if old.starts_on != new.starts_on {
        changes.push(format!(
            "it begins on {} instead of {}",
            date_in_short(new.starts_on),
            date_in_short(old.starts_on)
        ));
    }
    if old.ends_on != new.ends_on {
        changes.push(format!("it ends on {} instead of {}", date_in_short(new.ends_on), date_in_short(old.ends_on)));
    }
    if old.model != new.model {
        changes.push(format!("{} instead of {}", new.model.in_words(), old.model.in_words()));
    }
    if old.review_on != new.review_on {
        changes.extend(new.review_on.map(|day| format!("the review is on {}", date_in_words(day))));
    }
    if old.end_point != new.end_point {
        changes.push(format!("it ends when this is true: {}", new.end_point));
    }
    if old.lines != new.lines {
        changes.push(format!("the action plan: {}", new.lines.join("; ")));
    }
    changes
}
