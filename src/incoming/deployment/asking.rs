//! Asking somebody and their head, and what follows from what they say.

use super::{Desk, agreement, ask, knows_everybody, school_in_words, settled, with_candidates};
use crate::decision::{Decision, Review};
use crate::domain::EmailAddress;
use crate::domain::change::{Change, DeploymentChange};
use crate::domain::civil;
use crate::domain::deployment::{Deployed, Deployment, Model, State};
use crate::letters::deployment::DeploymentWords;
use crate::letters::deployment::proposal::DeploymentProposal;
use crate::letters::deployment::proposal_head::DeploymentProposalHead;
use crate::letters::deployment::proposal_thanks::DeploymentProposalThanks;
use crate::letters::deployment::released::DeploymentReleased;
use crate::letters::{Draft, Thread, greeting};
use jiff::Timestamp;

/// Where policy names no reminders.
const DAYS_TO_ANSWER: u32 = 5;

/// Whose answer it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Person,
    Head,
}

/// By when an answer is hoped for.
fn by(desk: &Desk<'_>) -> String {
    let days = desk.config.billing.proposals.chasers.last().copied().unwrap_or(DAYS_TO_ANSWER);
    civil::date_in_words(desk.config.calendar.after(desk.today(), days))
}

/// Somebody asked again later has another letter.
fn round(person: &Deployed) -> i64 {
    person.asked_at.as_second()
}

/// Letters to whoever leads it and to their head. Where nobody knows the head, the coordinator is asked.
pub fn propose(desk: &Desk<'_>, deployment: &Deployment, decision: &mut Decision) {
    let Some(person) = deployment.leader() else { return };
    let case = &deployment.number;
    let letter = DeploymentProposal {
        name: greeting(&person.name),
        deployment: DeploymentWords::of(deployment, desk.programme),
        head: if person.head_email.is_some() { head_name(person) } else { String::new() },
        own_head: person.answers_alone(),
        by: by(desk),
    };
    let purpose = format!("deployment-proposal:{case}:{}:{}", person.email.folded(), round(person));
    decision.letters.push(Draft::new(&letter, person.email.clone(), &person.name, purpose).about(case));
    if person.answers_alone() {
        return;
    }
    if person.head_email.is_some() {
        return propose_to_head(desk, deployment, person, decision);
    }
    let question = format!(
        "{} was asked to do {case} at {}, but I know no head’s address for {}. Who leads it?",
        person.name,
        school_in_words(deployment),
        if person.home_school.is_empty() { "their school" } else { &person.home_school }
    );
    decision.because("No address of the head of the home school is known: a person is asked for it.");
    let review = ask(deployment, &format!("head:{}", person.email.folded()), question);
    decision.put(review.may("head", format!("head {case} …")));
}

/// `Owen Brooks`, or `the headteacher` where only the address is known.
fn head_name(person: &Deployed) -> String {
    if person.head_name.trim().is_empty() { "the headteacher".to_owned() } else { person.head_name.clone() }
}

/// The letter to the head of the home school.
pub fn propose_to_head(desk: &Desk<'_>, deployment: &Deployment, person: &Deployed, decision: &mut Decision) {
    let Some(email) = person.head_email.clone() else { return };
    let case = &deployment.number;
    let charging = agreement::charging(desk.programme, deployment);
    let letter = DeploymentProposalHead {
        name: greeting(&person.head_name),
        deployment: DeploymentWords::of(deployment, desk.programme).with(person),
        rate: charging.ok().and_then(|charging| charging.in_words().ok()).unwrap_or_default(),
        by: by(desk),
    };
    let purpose = format!("deployment-proposal-head:{case}:{}:{}", email.folded(), round(person));
    decision.letters.push(Draft::new(&letter, email, &person.head_name, purpose).about(case));
}

/// An answer to a proposal, however it came. `thanks`: the mail that it came by, which is answered.
pub fn answered(
    desk: &Desk<'_>,
    deployment: &Deployment,
    who: Who,
    yes: bool,
    at: Timestamp,
    thanks: Option<(Thread, String)>,
    decision: &mut Decision,
) {
    let Some(leader) = deployment.leader() else { return };
    let case = &deployment.number;
    let mut after = deployment.clone();
    let alone = leader.answers_alone();
    for person in after.people.iter_mut().filter(|person| person.email == leader.email) {
        if who == Who::Person || alone {
            person.answer = Some(yes);
        }
        if who == Who::Head || alone {
            person.head_answer = Some(yes);
        }
    }
    let (deployment, email) = (case.clone(), leader.email.clone());
    let change = |of: Who| {
        let (deployment, email) = (deployment.clone(), email.clone());
        Change::Deployment(match of {
            Who::Person => DeploymentChange::PersonAnswered { deployment, email, answer: yes, at },
            Who::Head => DeploymentChange::HomeHeadAnswered { deployment, email, answer: yes, at },
        })
    };
    decision.changes.push(change(who));
    if alone {
        decision.changes.push(change(if who == Who::Person { Who::Head } else { Who::Person }));
    }
    // What was unclear, or not answered, is clear now.
    decision.changes.push(settled(case, "answer:", "the clerk", "an answer has come"));
    let willing = after.leader().is_some_and(Deployed::is_willing);
    if let Some((thread, purpose)) = thanks {
        let letter = DeploymentProposalThanks {
            name: greeting(if who == Who::Head { &leader.head_name } else { &leader.name }),
            deployment: DeploymentWords::of(&after, desk.programme),
            yes,
            head: who == Who::Head,
            waits_for: if willing { String::new() } else { other_name(leader, who) },
        };
        let (to, name) = match (who, &leader.head_email) {
            (Who::Head, Some(head)) => (head.clone(), leader.head_name.as_str()),
            (Who::Head, None) | (Who::Person, _) => (leader.email.clone(), leader.name.as_str()),
        };
        decision.letters.push(Draft::new(&letter, to, name, purpose).about(case).answering(thread));
    }
    if !yes {
        declined(desk, &after, who, decision);
    } else if willing {
        both_said_yes(desk, &after, decision);
    }
}

fn other_name(leader: &Deployed, who: Who) -> String {
    match who {
        Who::Person => head_name(leader),
        Who::Head => leader.name.clone(),
    }
}

/// Somebody said no: the other one is told, and the coordinator chooses somebody else.
fn declined(desk: &Desk<'_>, deployment: &Deployment, who: Who, decision: &mut Decision) {
    let Some(leader) = deployment.leader() else { return };
    let told = match who {
        Who::Person => Told::Head,
        Who::Head => Told::Person,
    };
    let (name, email) = (leader.name.clone(), leader.email.clone());
    let said = match who {
        Who::Person => format!("{name} has said no to {}", deployment.number),
        Who::Head => format!("{} cannot release {name} for {}", head_name(leader), deployment.number),
    };
    decision.because(format!("{said}: the coordinator is asked for somebody else."));
    let after = released(desk, deployment, told, decision);
    let question = format!("{said}, “{}” at {}.", deployment.request.subject, school_in_words(deployment));
    decision.put(somebody_else(desk, &after, &email, question));
}

/// The question who else might be asked.
pub fn somebody_else(desk: &Desk<'_>, deployment: &Deployment, before: &EmailAddress, question: String) -> Review {
    let review = ask(deployment, &format!("other:{}:{}", before.folded(), desk.now.as_second()), question);
    if knows_everybody(desk.facts, desk.programme) {
        return with_candidates(desk, deployment, review);
    }
    let mut review = review;
    review.question = format!("{} `deployments candidates {}` names others.", review.question, deployment.number);
    review
        .may("propose", format!("propose {} to …", deployment.number))
        .may("drop", format!("drop {} because …", deployment.number))
}

/// Who is told that somebody else is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    Both,
    Person,
    Head,
}

/// Whoever leads it, and all with them, are released; the request is open again.
pub fn released(desk: &Desk<'_>, deployment: &Deployment, told: Told, decision: &mut Decision) -> Deployment {
    let case = &deployment.number;
    let mut after = deployment.clone();
    let Some(leader) = deployment.leader() else { return after };
    for person in after.people.iter_mut().filter(|person| person.released_at.is_none()) {
        person.released_at = Some(desk.now);
        decision.changes.push(Change::Deployment(DeploymentChange::PersonReleased {
            deployment: case.clone(),
            email: person.email.clone(),
            at: desk.now,
        }));
    }
    let mut letter = |to: &EmailAddress, name: &str, head: bool| {
        let letter = DeploymentReleased {
            name: greeting(name),
            deployment: DeploymentWords::of(deployment, desk.programme),
            head,
        };
        let purpose = format!("deployment-released:{case}:{}:{}", to.folded(), round(leader));
        decision.letters.push(Draft::new(&letter, to.clone(), name, purpose).about(case));
    };
    if told != Told::Head {
        letter(&leader.email, &leader.name, false);
    }
    if told != Told::Person
        && let Some(head) = leader.head_email.as_ref().filter(|_| !leader.answers_alone())
    {
        letter(head, &leader.head_name, true);
    }
    after.state = State::Requested;
    decision.changes.push(Change::Deployment(DeploymentChange::StateSet {
        deployment: case.clone(),
        state: State::Requested,
        since: desk.now,
        because: format!("{} does not do it", leader.name),
    }));
    after
}

/// Both have said yes: the agreement goes out, or the coordinator is asked what is agreed.
pub fn both_said_yes(desk: &Desk<'_>, deployment: &Deployment, decision: &mut Decision) {
    let Some(leader) = deployment.leader() else { return };
    let case = &deployment.number;
    let whole =
        deployment.plan.as_ref().is_some_and(|plan| plan.model != Model::Placement || !plan.end_point.is_empty());
    if whole && !deployment.school.name.is_empty() {
        match agreement::send(desk, deployment, &[], decision) {
            Ok(()) => {
                decision.because("Both have said yes, and the days are known: the agreement goes to all parties.");
                return;
            }
            Err(why) => decision.because(format!("The agreement cannot be written: {why}")),
        }
    }
    decision.because("Both have said yes: a person is asked what is agreed.");
    let who =
        if leader.answers_alone() { leader.name.clone() } else { format!("{} and {}", leader.name, head_name(leader)) };
    let question = format!(
        "{who} said yes to {case}, “{}” at {}. What shall the agreement say? For example: 1 agree 6 days from 6 May 2027 to 16 July 2027 review 10 June 2027 end point \"…\" line \"…\".",
        deployment.request.subject,
        school_in_words(deployment)
    );
    decision.put(ask(deployment, "plan", question).may("agree", format!("agree {case} …")));
}
