//! Tells the head of the supported school, on the next school day, which days were logged, corrected or taken back.
//!
//! Not on the same day: whoever logged them has had the echo, and may correct it first. When the school was told is in the
//! record, and the time to object counts from there.

use super::{times, told_words};
use crate::decision::Decision;
use crate::domain::change::{Change, VisitChange};
use crate::domain::deployment::Deployment;
use crate::domain::visit::{State, Visit, VisitId};
use crate::jobs::{Job, Keeps, Missed, Task, When};
use crate::letters::Draft;

pub const JOB: Job = Job {
    name: "visits-told",
    about: "Tells the head of the supported school, on the school day after, which days were logged or have changed.",
    when: When::At(times),
    keeps: Keeps::SchoolHours,
    missed: Missed::OnceLate,
    purposes: &["visits-told"],
    decide,
};

fn decide(task: &Task<'_>) -> Vec<Decision> {
    task.facts.deployments.iter().filter_map(|deployment| tell(task, deployment)).collect()
}

fn tell(task: &Task<'_>, deployment: &Deployment) -> Option<Decision> {
    let programme = task.config.programme(&deployment.programme)?;
    let zone = &programme.window.zone;
    let today = zone.date(task.now);
    let own = || task.facts.visits.iter().filter(|visit| visit.deployment == deployment.number);
    let is_new = |visit: &&Visit| match visit.state {
        State::Logged | State::Disputed => visit.told_at.is_none() && zone.date(visit.logged_at) < today,
        State::Confirmed | State::Withdrawn => false,
    };
    // The school knows of it, and not yet that it counts no longer.
    let is_off = |visit: &&Visit| match visit.state {
        State::Withdrawn => {
            visit.told_at.is_some_and(|told| told < visit.state_since) && zone.date(visit.state_since) < today
        }
        State::Logged | State::Confirmed | State::Disputed => false,
    };
    let days: Vec<&Visit> = own().filter(is_new).collect();
    let off: Vec<&Visit> = own().filter(is_off).collect();
    if days.is_empty() && off.is_empty() {
        return None;
    }
    let number = &deployment.number;
    let until = task.config.calendar.after(today, task.config.billing.visits.dispute_school_days);
    let letter = told_words(task, deployment, &days, &off, until);
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!(
        "{} logged and {} taken back since the school last heard: its head is told, and may object until {}.",
        days.len(),
        off.len(),
        letter.until
    ));
    let visits: Vec<VisitId> = days.iter().chain(&off).map(|visit| visit.id).collect();
    decision.changes.push(Change::Visit(VisitChange::Told { visits, at: task.now }));
    let school = &deployment.school;
    let purpose = format!("visits-told:{number}:{}", task.now.as_second());
    decision.letters.push(Draft::new(&letter, school.head_email.clone(), &school.head_name, purpose).about(number));
    Some(decision)
}
