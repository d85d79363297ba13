//! Days that the supported school was told of: it is reminded before its time to object is over, and then they are confirmed;
//! or, where policy demands a yes, the coordinator is asked.
//!
//! While a question about the days of a deployment waits for a person, silence confirms none of them.

use super::{times, told_words};
use crate::config::billing::Confirm;
use crate::decision::Decision;
use crate::domain::change::{Change, VisitChange};
use crate::domain::civil;
use crate::domain::deployment::Deployment;
use crate::domain::visit::{State, Visit, sum};
use crate::jobs::{Job, Keeps, Missed, Task, When};
use crate::letters::Draft;
use crate::letters::visit::told::Reminder;
use jiff::civil::Date;

pub const JOB: Job = Job {
    name: "visits-due",
    about: "Reminds the supported school before its time to object is over, and confirms the days when it is; where policy demands a yes, asks the coordinator.",
    when: When::At(times),
    keeps: Keeps::SchoolHours,
    missed: Missed::OnceLate,
    purposes: &["visits-reminder"],
    decide,
};

/// For so many school days after its time a missing yes is asked about; the question stays open until it is answered.
const ASKED_FOR: u32 = 5;

fn decide(task: &Task<'_>) -> Vec<Decision> {
    task.facts.deployments.iter().flat_map(|deployment| of_deployment(task, deployment)).collect()
}

fn of_deployment(task: &Task<'_>, deployment: &Deployment) -> Vec<Decision> {
    let Some(programme) = task.config.programme(&deployment.programme) else { return vec![] };
    let zone = &programme.window.zone;
    let open = |visit: &&Visit| match visit.state {
        State::Logged => visit.deployment == deployment.number,
        State::Confirmed | State::Disputed | State::Withdrawn => false,
    };
    // Days that were told of together have their time together.
    let mut by_day: Vec<(Date, Vec<&Visit>)> = vec![];
    for visit in task.facts.visits.iter().filter(open) {
        let Some(told) = visit.told_at.map(|told| zone.date(told)) else { continue };
        match by_day.iter_mut().find(|(day, _)| *day == told) {
            Some((_, visits)) => visits.push(visit),
            None => by_day.push((told, vec![visit])),
        }
    }
    let today = zone.date(task.now);
    by_day.into_iter().filter_map(|(told, visits)| of_letter(task, deployment, today, told, &visits)).collect()
}

fn of_letter(task: &Task<'_>, deployment: &Deployment, today: Date, told: Date, visits: &[&Visit]) -> Option<Decision> {
    let policy = &task.config.billing.visits;
    let calendar = &task.config.calendar;
    let number = &deployment.number;
    let until = calendar.after(told, policy.dispute_school_days);
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    let total = sum(visits.iter().copied());
    if today <= until {
        // Who slept through the day itself reminds on the next: the purpose makes sure that it is one letter.
        let remind = policy.remind_before > 0 && today >= calendar.before(until, policy.remind_before) && today < until;
        if !remind || is_asked(task, deployment) {
            return None;
        }
        let letter = Reminder(told_words(task, deployment, visits, &[], until));
        decision.because(format!("Told on {}, and nothing has come: a reminder goes.", civil::date_in_words(told)));
        let school = &deployment.school;
        let purpose = format!("visits-reminder:{number}:{told}");
        let draft = Draft::new(&letter, school.head_email.clone(), &school.head_name, purpose);
        decision.letters.push(draft.about(number));
        return Some(decision);
    }
    if is_asked(task, deployment) {
        return None;
    }
    match policy.confirm {
        Confirm::Silence => {
            decision.because(format!(
                "The school was told on {} and has not objected by {}: {total} confirmed.",
                civil::date_in_words(told),
                civil::date_in_words(until)
            ));
            for visit in visits {
                decision.changes.push(Change::Visit(VisitChange::StateSet {
                    visit: visit.id,
                    state: State::Confirmed,
                    at: task.now,
                    because: format!("no objection by {}", civil::date_in_words(until)),
                }));
            }
        }
        Confirm::Yes => {
            if today > calendar.after(until, ASKED_FOR) {
                return None;
            }
            decision.because("The school has not said yes in its time, and policy demands one: a person is asked.");
            let question = format!(
                "{} of {} was told of {total} on {} ({number}) and has not said yes by {}. Nothing is confirmed without it. Would you ask them?",
                deployment.school.head_name,
                deployment.school.name,
                civil::date_in_words(told),
                civil::date_in_words(until)
            );
            let review = Decision::question(format!("visits:{number}:unconfirmed:{told}"), question, Some(number))
                .may("confirm", format!("confirm visits {number}"));
            decision.put(review);
        }
    }
    Some(decision)
}

/// A person has been asked about the days of a deployment, and has not answered.
fn is_asked(task: &Task<'_>, deployment: &Deployment) -> bool {
    let about_days = ["reply", "flags", "unconfirmed"].map(|what| format!("visits:{}:{what}:", deployment.number));
    task.facts.reviews.iter().any(|review| about_days.iter().any(|begin| review.key.starts_with(begin)))
}
