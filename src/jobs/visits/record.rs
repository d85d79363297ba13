//! Asks for the record of a planned visit that nobody has logged, asks again, and then asks the coordinator; the same for a log
//! that was not plain and whose writer has not answered.

use super::times;
use crate::config::billing::VisitPolicy;
use crate::decision::Decision;
use crate::domain::change::{Change, DeploymentChange};
use crate::domain::civil;
use crate::domain::deployment::{Deployment, PlannedVisit, State};
use crate::domain::school_days::SchoolDays;
use crate::jobs::{Job, Keeps, Missed, Task, When};
use crate::letters::visit::record::VisitRecord;
use crate::letters::visit::{DayWords, WorkWords};
use crate::letters::{Draft, Enclosure, greeting};
use jiff::civil::Date;

pub const JOB: Job = Job {
    name: "visit-records",
    about: "Asks whoever had planned a visit for its record, on the school days that policy names, and then the coordinator.",
    when: When::At(times),
    keeps: Keeps::SchoolHours,
    missed: Missed::OnceLate,
    purposes: &["visit-record"],
    decide,
};

fn decide(task: &Task<'_>) -> Vec<Decision> {
    let planned = task
        .facts
        .deployments
        .iter()
        .flat_map(|deployment| deployment.planned.iter().filter_map(move |visit| chase(task, deployment, visit)));
    planned.chain(unanswered(task)).collect()
}

/// The days of the ladder; the last of them is the coordinator's.
fn ladder(policy: &VisitPolicy, calendar: &SchoolDays, day: Date) -> Vec<Date> {
    let first = calendar.after(day, policy.log_within_school_days);
    let again = policy.chase_again_school_days.iter().map(|days| calendar.after(first, *days));
    let mut steps: Vec<Date> = std::iter::once(first).chain(again).collect();
    let last = steps.last().copied().unwrap_or(first);
    steps.push(calendar.after(last, policy.log_within_school_days.max(1)));
    steps
}

fn chase(task: &Task<'_>, deployment: &Deployment, planned: &PlannedVisit) -> Option<Decision> {
    match deployment.state {
        State::Active | State::Ended => {}
        State::Requested | State::Proposed | State::Agreeing | State::Dropped => return None,
    }
    let number = &deployment.number;
    let logged = task.facts.visits_of(number).any(|visit| visit.email == planned.email && visit.day == planned.day);
    let person = deployment.doing().find(|person| person.email == planned.email).filter(|_| !logged)?;
    let programme = task.config.programme(&deployment.programme)?;
    let today = programme.window.zone.date(task.now);
    let steps = ladder(&task.config.billing.visits, &task.config.calendar, planned.day);
    let (step, _) = (1_u32..).zip(&steps).rfind_due(today).filter(|(step, _)| *step > planned.chased)?;
    let is_last = usize::try_from(step).is_ok_and(|step| step == steps.len());
    let when = civil::date_in_words(planned.day);
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.changes.push(Change::Deployment(DeploymentChange::RecordChased {
        deployment: number.clone(),
        email: planned.email.clone(),
        day: planned.day,
        step,
    }));
    if is_last {
        decision.because(format!("The visit planned for {when} has no log in spite of reminders: a person is asked."));
        let day = civil::date_in_short(planned.day);
        let question = format!(
            "{} had planned a visit to {} on {when} ({number}), and has not said in spite of reminders whether it took place. Did it?",
            person.name, deployment.school.name
        );
        let key = format!("visits:{number}:record:{}:{}", planned.email.folded(), planned.day);
        let review = Decision::question(key, question, Some(number))
            .may("log", format!("log {number} {} {day} {}", planned.email, planned.half_days))
            .may("unplan", format!("unplan {number} {} visits on {day}", planned.email));
        decision.put(review);
        return Some(decision);
    }
    decision.because(format!("The visit planned for {when} has no log: its record is asked for."));
    let form = task.config.office_forms.visit.as_ref();
    let letter = VisitRecord {
        name: greeting(&person.name),
        work: WorkWords::of(deployment),
        day: DayWords { when, who: person.name.clone(), amount: planned.half_days.to_string() },
        again: step > 1,
        form: form.is_some(),
    };
    let purpose = format!("visit-record:{number}:{}:{}:{step}", planned.day, planned.email.folded());
    let mut draft = Draft::new(&letter, person.email.clone(), &person.name, purpose).about(number);
    if let Some(form) = form {
        draft = draft.enclosing(Enclosure::OfficeForm {
            form: form.definition.id.clone(),
            known: crate::letters::visit::known(deployment, &person.name, Some(planned.day)),
        });
    }
    decision.letters.push(draft);
    Some(decision)
}

/// The last step whose day has come.
trait Due {
    fn rfind_due(self, today: Date) -> Option<(u32, Date)>;
}

impl<'a, I: Iterator<Item = (u32, &'a Date)>> Due for I {
    fn rfind_due(self, today: Date) -> Option<(u32, Date)> {
        self.filter(|(_, day)| **day <= today).last().map(|(step, day)| (step, *day))
    }
}

/// Questions to the writers of logs that nobody has answered.
fn unanswered<'a>(task: &'a Task<'_>) -> impl Iterator<Item = Decision> + 'a {
    let zone = task.config.zone();
    let today = zone.date(task.now);
    let days = task.config.billing.visits.log_within_school_days;
    task.facts.open_logs.iter().filter_map(move |open| {
        let due = task.config.calendar.after(zone.date(open.asked_at), days);
        let last = task.config.calendar.after(due, days);
        // Asked once; the question stays until it is answered.
        if today < due || today > last {
            return None;
        }
        let theirs = |deployment: &&Deployment| deployment.person(&open.email).is_some();
        let mut deployments = task.facts.deployments.iter().filter(theirs);
        let deployment = deployments.next()?;
        // Of several pieces of work nobody knows which it is about.
        let case = deployments.next().is_none().then(|| deployment.number.clone());
        let name = deployment.person(&open.email).map(|person| person.name.clone()).unwrap_or_default();
        let mut decision = Decision { case: case.clone(), ..Decision::default() };
        decision.because("A log was not plain, and its writer has not answered what was asked: a person is told.");
        let question = format!(
            "{name} has not answered what I asked about the days in message {}. They wrote: “{}”. Would you ask them, and enter the days with `log`?",
            open.message,
            crate::incoming::quoted::in_short(&open.words)
        );
        decision.ask(format!("visit-log:unanswered:{}", open.message), question, case.as_ref());
        Some(decision)
    })
}
