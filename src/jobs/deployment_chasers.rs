//! Reminds those who were asked to take a piece of work on, and the parties to an agreement, on the school days that policy
//! names; then asks the coordinator. After a week's downtime only the latest step is taken.

use super::{Job, Keeps, Missed, Task, When, daily};
use crate::config::Programme;
use crate::config::billing::Asking;
use crate::decision::Decision;
use crate::domain::EmailAddress;
use crate::domain::change::{Change, DeploymentChange};
use crate::domain::civil;
use crate::domain::deployment::{Consent, Deployed, Deployment, State};
use crate::domain::listed;
use crate::domain::school_days::SchoolDays;
use crate::incoming::deployment::{Desk, agreement, key, school_in_words};
use crate::letters::deployment::DeploymentWords;
use crate::letters::deployment::agreement_chaser::DeploymentAgreementChaser;
use crate::letters::deployment::proposal_chaser::DeploymentProposalChaser;
use crate::letters::{Draft, greeting};
use jiff::civil::Date;

pub const JOB: Job = Job {
    name: "deployment-chasers",
    about: "Reminds those who have not answered a proposal or agreed to an agreement, on the school days that [proposals] and [agreements] name, and then asks the coordinator.",
    when: When::At(|config| {
        let mut times = vec![daily(config.billing.proposals.chase_at), daily(config.billing.agreements.chase_at)];
        times.sort();
        times.dedup();
        times
    }),
    keeps: Keeps::SchoolHours,
    missed: Missed::OnceLate,
    purposes: &["deployment-proposal-chaser", "deployment-agreement-chaser"],
    decide,
};

/// What a day asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rung {
    Chase { last: bool },
    Ask,
}

/// The latest step whose day has come, counted from one, if it has not been taken.
fn due(calendar: &SchoolDays, policy: &Asking, asked: Date, today: Date, taken: u32) -> Option<(u32, Rung)> {
    let count = policy.chasers.len();
    let chasers = policy.chasers.iter().enumerate().map(|(i, days)| (*days, Rung::Chase { last: i + 1 == count }));
    let ask = (policy.ask_after > 0).then_some((policy.ask_after, Rung::Ask));
    let ladder = (1_u32..).zip(chasers.chain(ask));
    let come = ladder.filter(|(_, (days, _))| calendar.after(asked, *days) <= today);
    come.last().map(|(step, (_, rung))| (step, rung)).filter(|(step, _)| *step > taken)
}

fn decide(task: &Task<'_>) -> Vec<Decision> {
    let billing = &task.config.billing;
    let mut decisions = vec![];
    for deployment in &task.facts.deployments {
        let Some(programme) = task.config.programme(&deployment.programme) else { continue };
        match deployment.state {
            State::Proposed if task.due.time() >= billing.proposals.chase_at.0 => {
                decisions.extend(proposal(task, programme, deployment));
            }
            // What is under way may have a change that waits for somebody.
            State::Agreeing | State::Active if task.due.time() >= billing.agreements.chase_at.0 => {
                decisions.extend(consents(task, programme, deployment));
            }
            State::Requested | State::Proposed | State::Agreeing | State::Active | State::Ended | State::Dropped => {}
        }
    }
    decisions
}

/// Who has not answered: the person, their head.
fn silent(leader: &Deployed) -> Vec<(&EmailAddress, &str, bool)> {
    let person = leader.answer.is_none().then_some((&leader.email, leader.name.as_str(), false));
    let head = leader.head_email.as_ref().filter(|_| leader.head_answer.is_none() && !leader.answers_alone());
    person.into_iter().chain(head.map(|head| (head, leader.head_name.as_str(), true))).collect()
}

fn proposal(task: &Task<'_>, programme: &Programme, deployment: &Deployment) -> Option<Decision> {
    let leader = deployment.leader()?;
    let silent = silent(leader);
    let zone = &programme.window.zone;
    let asked = zone.date(leader.asked_at);
    let policy = &task.config.billing.proposals;
    let (step, rung) =
        due(&task.config.calendar, policy, asked, zone.date(task.now), leader.chased).filter(|_| !silent.is_empty())?;
    let case = &deployment.number;
    let mut decision = Decision { case: Some(case.clone()), ..Decision::default() };
    decision.changes.push(Change::Deployment(DeploymentChange::PersonChased {
        deployment: case.clone(),
        email: leader.email.clone(),
        step,
    }));
    match rung {
        Rung::Chase { last } => {
            decision.because("The proposal has not been answered: a reminder goes.");
            for (email, name, head) in silent {
                let letter = DeploymentProposalChaser {
                    name: greeting(name),
                    deployment: DeploymentWords::of(deployment, programme),
                    head,
                    asked: civil::date_in_words(asked),
                    last,
                };
                let round = leader.asked_at.as_second();
                let purpose = format!("deployment-proposal-chaser:{case}:{}:{round}:{step}", email.folded());
                decision.letters.push(Draft::new(&letter, email.clone(), name, purpose).about(case));
            }
        }
        Rung::Ask => {
            let names: Vec<String> = silent
                .iter()
                .map(|(email, name, _)| if name.is_empty() { email.to_string() } else { (*name).to_owned() })
                .collect();
            decision.because("The proposal has not been answered in spite of reminders: a person is asked.");
            let to = if silent.iter().any(|(email, ..)| **email == leader.email) {
                String::new()
            } else {
                format!(" to {}", leader.name)
            };
            let question = format!(
                "{} {} not answered our proposal of {case}{to} (“{}” at {}), in spite of reminders. Shall somebody else be asked?",
                listed(&names),
                if names.len() == 1 { "has" } else { "have" },
                deployment.request.subject,
                school_in_words(deployment)
            );
            let review = Decision::question(
                format!("{}answer:silence:{}", key(case), leader.asked_at.as_second()),
                question,
                Some(case),
            );
            let mut review = review.may("other", format!("other {case} …"));
            if let [(only, _, _)] = silent.as_slice() {
                review = review
                    .may("yes", format!("answer {case} {only} yes"))
                    .may("no", format!("answer {case} {only} no"));
            }
            decision.put(review);
        }
    }
    Some(decision)
}

fn consents(task: &Task<'_>, programme: &Programme, deployment: &Deployment) -> Option<Decision> {
    let zone = &programme.window.zone;
    let today = zone.date(task.now);
    let policy = &task.config.billing.agreements;
    let case = &deployment.number;
    let desk = Desk { config: task.config, facts: task.facts, programme, now: task.now };
    let mut decision = Decision { case: Some(case.clone()), ..Decision::default() };
    let mut written: Vec<&EmailAddress> = vec![];
    for consent in deployment.present_consents().filter(|consent| consent.agreed_at.is_none()) {
        let asked = zone.date(consent.asked_at);
        let Some((step, rung)) = due(&task.config.calendar, policy, asked, today, consent.chased) else { continue };
        decision.changes.push(Change::Deployment(DeploymentChange::ConsentChased {
            deployment: case.clone(),
            version: consent.version,
            party: consent.party,
            email: consent.email.clone(),
            step,
        }));
        // Who is two parties at once has one reminder.
        if written.contains(&&consent.email) {
            continue;
        }
        written.push(&consent.email);
        match rung {
            Rung::Chase { .. } => {
                decision.because(format!("{} has not agreed yet: a reminder goes.", agreement::name_of(consent)));
                let agreed = deployment.present_consents().filter(|consent| consent.agreed_at.is_some());
                let letter = DeploymentAgreementChaser {
                    name: greeting(&consent.name),
                    deployment: DeploymentWords::of(deployment, programme),
                    sent: civil::date_in_words(asked),
                    agreed: agreement::names(agreed),
                };
                let purpose =
                    format!("deployment-agreement-chaser:{case}:{}:{}:{step}", consent.version, consent.email.folded());
                let mut draft = Draft::new(&letter, consent.email.clone(), &consent.name, purpose).about(case);
                if let Ok(paper) = agreement::paper(&desk, deployment, None) {
                    draft = draft.enclosing(paper.enclosure());
                }
                decision.letters.push(draft);
            }
            Rung::Ask => {
                decision.because(format!(
                    "{} has not agreed in spite of reminders: a person is asked.",
                    agreement::name_of(consent)
                ));
                decision.put(ask(deployment, consent));
            }
        }
    }
    (!decision.changes.is_empty()).then_some(decision)
}

fn ask(deployment: &Deployment, consent: &Consent) -> crate::decision::Review {
    let case = &deployment.number;
    let question = format!(
        "{} ({}) has not agreed to version {} of {case} (“{}” at {}), in spite of reminders. What shall be done?",
        agreement::name_of(consent),
        consent.email,
        consent.version,
        deployment.request.subject,
        deployment.school.name
    );
    let name = format!("{}consent:{}:{}:silence", key(case), consent.version, consent.email.folded());
    Decision::question(name, question, Some(case))
        .may("agrees", format!("answer {case} {} yes", consent.email))
        .may("change", format!("change {case} …"))
        .may("drop", format!("drop {case} because …"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_latest_step_is_taken_once() {
        let calendar = SchoolDays::new(vec![]);
        let policy = Asking::default();
        let monday = date(2027, 5, 10);
        let on = |day, taken| due(&calendar, &policy, monday, date(2027, 5, day), taken);
        assert_eq!(on(12, 0), None);
        assert_eq!(on(13, 0), Some((1, Rung::Chase { last: false })));
        assert_eq!(on(14, 1), None);
        assert_eq!(on(18, 0), Some((2, Rung::Chase { last: true })), "after downtime only the latest");
        assert_eq!(on(21, 2), Some((3, Rung::Ask)));
        assert_eq!(on(31, 3), None);
    }
}
