//! Asks the head of the supported school what has changed, and whoever led the work for their own words; asks again, and then
//! asks the coordinator.

use super::{Job, Keeps, Missed, Task, When, daily};
use crate::config::Config;
use crate::config::billing::EvaluationPoint;
use crate::decision::Decision;
use crate::domain::change::{Change, DeploymentChange};
use crate::domain::civil;
use crate::domain::deployment::{Deployment, Evaluation, Plan, State};
use crate::domain::listed;
use crate::domain::visit::{self, Visit, sum};
use crate::domain::worked::HalfDays;
use crate::letters::evaluation::own_words::OwnWords;
use crate::letters::evaluation::request::EvaluationRequest;
use crate::letters::evaluation::{point_in_words, questions};
use crate::letters::visit::{WorkWords, in_days, known};
use crate::letters::{Draft, Enclosure, greeting};
use jiff::Span;
use jiff::civil::Date;
use std::collections::BTreeSet;

pub const JOB: Job = Job {
    name: "evaluations",
    about: "Asks the head of the supported school for an evaluation and whoever led the work for their own words, when policy says so; chases the head, and then asks the coordinator.",
    when: When::At(times),
    keeps: Keeps::SchoolHours,
    missed: Missed::OnceLate,
    purposes: &["evaluation-request", "evaluation-own-words"],
    decide,
};

/// Whatever became due longer ago is not asked about any more: policy may have changed since.
const LATEST_DAYS: i64 = 60;
/// School days in which an answer helps most.
const HELPS_WITHIN: u32 = 10;

fn times(config: &Config) -> Vec<String> {
    vec![daily(config.billing.evaluation.chase_at)]
}

fn decide(task: &Task<'_>) -> Vec<Decision> {
    let mut decisions = vec![];
    for deployment in &task.facts.deployments {
        let Some(programme) = task.config.programme(&deployment.programme) else { continue };
        let today = programme.window.zone.date(task.now);
        let asked = due(task, deployment, today).into_iter().map(|point| ask(task, deployment, &point, today));
        decisions.extend(asked);
        let stands = |evaluation: &&Evaluation| match evaluation.point.parse::<Date>() {
            // A visit that has been taken back since is asked about no more.
            Ok(day) => task.facts.visits_of(&deployment.number).any(|visit| visit.day == day),
            Err(_) => true,
        };
        let waiting = deployment.evaluations.iter().filter(|evaluation| evaluation.came_at.is_none()).filter(stands);
        let asked_on = |evaluation: &Evaluation| programme.window.zone.date(evaluation.asked_at);
        decisions
            .extend(waiting.filter_map(|evaluation| chase(task, deployment, evaluation, asked_on(evaluation), today)));
    }
    decisions
}

/// The day half-way, unless a review was agreed.
fn middle(plan: &Plan) -> Date {
    let days = plan.starts_on.until((jiff::Unit::Day, plan.ends_on)).map_or(0, |span| span.get_days());
    plan.review_on.unwrap_or_else(|| plan.starts_on.saturating_add(Span::new().days(i64::from(days) / 2)))
}

/// The points that have come and have not been asked about.
fn due(task: &Task<'_>, deployment: &Deployment, today: Date) -> Vec<String> {
    let policy = &task.config.billing.evaluation;
    let Some(plan) = &deployment.plan else { return vec![] };
    let own: Vec<&Visit> = task.facts.visits_of(&deployment.number).filter(|visit| visit.day < today).collect();
    let Some(last) = own.iter().map(|visit| visit.day).max() else { return vec![] };
    let recent = |day: Date| today.saturating_sub(Span::new().days(LATEST_DAYS)) <= day;
    let mut points: Vec<(String, Date)> = vec![];
    // What the school may still object to does not complete it.
    let confirmed = || own.iter().copied().filter(|visit| visit.state == visit::State::Confirmed);
    let complete = sum(confirmed()) >= plan.half_days;
    let all_logged = sum(own.iter().copied()) >= plan.half_days;
    let ended = match deployment.state {
        State::Ended => Some(last.max(plan.ends_on.min(today))),
        State::Active if plan.ends_on < today => Some(plan.ends_on),
        State::Active if complete => Some(last),
        State::Active | State::Requested | State::Proposed | State::Agreeing | State::Dropped => None,
    };
    let end = ended.filter(|_| policy.asks(EvaluationPoint::End));
    if let Some(day) = end {
        points.push(("end".to_owned(), day));
    }
    let half_way = middle(plan);
    let on_its_way = deployment.state == State::Active && ended.is_none() && !all_logged;
    if policy.asks(EvaluationPoint::MidTerm) && on_its_way && half_way <= today {
        points.push(("mid-term".to_owned(), half_way));
    }
    if policy.asks(EvaluationPoint::EachVisit) && deployment.state != State::Dropped {
        let days: BTreeSet<Date> = confirmed().map(|visit| visit.day).collect();
        // The last visit's is the one about the whole, where there is one; and days on end are one visit.
        let goes_on = |day: Date| own.iter().any(|visit| visit.day == task.config.calendar.after(day, 1));
        let covered = |day: &Date| (end.is_some() && *day == last) || goes_on(*day);
        points.extend(days.into_iter().filter(|day| !covered(day)).map(|day| (day.to_string(), day)));
    }
    let is_known = |point: &str| deployment.evaluations.iter().any(|known| known.point == point);
    points.into_iter().filter(|(point, day)| recent(*day) && !is_known(point)).map(|(point, _)| point).collect()
}

fn people(deployment: &Deployment) -> String {
    listed(&deployment.doing().map(|person| person.name.clone()).collect::<Vec<_>>())
}

fn worked(task: &Task<'_>, deployment: &Deployment) -> HalfDays {
    sum(task.facts.visits_of(&deployment.number))
}

/// `6 days` of what is over; `3 days so far` of what goes on.
fn days_at(task: &Task<'_>, deployment: &Deployment, point: &str) -> String {
    let days = in_days(worked(task, deployment));
    if point == "end" { days } else { format!("{days} so far") }
}

fn request(task: &Task<'_>, deployment: &Deployment, point: &str, today: Date, step: u32) -> Draft {
    let school = &deployment.school;
    let form = task.config.office_forms.evaluation.as_ref();
    let by = task.config.calendar.after(today, HELPS_WITHIN);
    let letter = EvaluationRequest {
        name: greeting(&school.head_name),
        work: WorkWords::of(deployment),
        people: people(deployment),
        days: days_at(task, deployment, point),
        point: point_in_words(point),
        visit: point.parse::<Date>().map(civil::date_in_words).unwrap_or_default(),
        questions: form.map(|form| questions(&form.definition)).unwrap_or_default(),
        by: civil::date_in_words(by),
        again: step > 0,
    };
    let purpose = format!("evaluation-request:{}:{point}:{step}", deployment.number);
    let draft = Draft::new(&letter, school.head_email.clone(), &school.head_name, purpose).about(&deployment.number);
    match form {
        Some(form) => draft.enclosing(Enclosure::OfficeForm {
            form: form.definition.id.clone(),
            known: known(deployment, &school.head_name, None),
        }),
        None => draft,
    }
}

fn ask(task: &Task<'_>, deployment: &Deployment, point: &str, today: Date) -> Decision {
    let number = &deployment.number;
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.because(format!("An evaluation is due {}: the head is asked.", point_in_words(point)));
    decision.changes.push(Change::Deployment(DeploymentChange::EvaluationAsked {
        deployment: number.clone(),
        point: point.to_owned(),
        at: task.now,
    }));
    decision.letters.push(request(task, deployment, point, today, 0));
    // After a single visit the record of it says what was done.
    if let Some(leader) = deployment.leader().filter(|_| point.parse::<Date>().is_err()) {
        let letter = OwnWords {
            name: greeting(&leader.name),
            work: WorkWords::of(deployment),
            days: days_at(task, deployment, point),
            point: point_in_words(point),
            by: civil::date_in_words(task.config.calendar.after(today, HELPS_WITHIN)),
        };
        let purpose = format!("evaluation-own-words:{number}:{point}");
        decision.letters.push(Draft::new(&letter, leader.email.clone(), &leader.name, purpose).about(number));
    }
    decision
}

fn chase(
    task: &Task<'_>,
    deployment: &Deployment,
    evaluation: &Evaluation,
    asked_on: Date,
    today: Date,
) -> Option<Decision> {
    let policy = &task.config.billing.evaluation;
    let calendar = &task.config.calendar;
    let ask = (policy.ask_after > 0).then_some(policy.ask_after);
    let steps: Vec<Date> =
        policy.chasers.iter().copied().chain(ask).map(|days| calendar.after(asked_on, days)).collect();
    let come = (1_u32..).zip(&steps).filter(|(_, day)| **day <= today);
    let (step, _) = come.last().filter(|(step, _)| *step > evaluation.chased)?;
    let number = &deployment.number;
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.changes.push(Change::Deployment(DeploymentChange::EvaluationChased {
        deployment: number.clone(),
        point: evaluation.point.clone(),
        step,
    }));
    if ask.is_some() && usize::try_from(step).is_ok_and(|step| step == steps.len()) {
        decision.because("The evaluation has not come in spite of reminders: a person is told.");
        let question = format!(
            "{} of {} was asked on {} for an evaluation ({number}, {}), and has not answered in spite of reminders. Would you ask them?",
            deployment.school.head_name,
            deployment.school.name,
            civil::date_in_words(asked_on),
            point_in_words(&evaluation.point)
        );
        decision.ask(format!("evaluation:{number}:{}:overdue", evaluation.point), question, Some(number));
    } else {
        decision.because(format!(
            "The evaluation was asked for on {} and has not come: a reminder goes.",
            civil::date_in_words(asked_on)
        ));
        decision.letters.push(request(task, deployment, &evaluation.point, today, step));
    }
    Some(decision)
}
