//! As the academic year runs out: who has given fewer days than were agreed for it. The coordinator hears once, and decides.

use super::times;
use crate::decision::Decision;
use crate::domain::register::{Designation, days_in_words};
use crate::domain::visit::{academic_year, sum};
use crate::domain::worked::HalfDays;
use crate::jobs::{Job, Keeps, Missed, Task, When};
use crate::letters::visit::in_days;
use jiff::civil::Date;

pub const JOB: Job = Job {
    name: "days-short",
    about: "Tells the coordinator once, as the academic year runs out, who has given fewer days than were agreed.",
    when: When::At(times),
    keeps: Keeps::SchoolDays,
    missed: Missed::OnceLate,
    purposes: &[],
    decide,
};

/// More names are for the list, not for a question.
const MOST_NAMES: usize = 20;
/// School days for which the question is put, once; after a longer sleep it has lost its sense.
const ASKED_FOR: u32 = 10;

fn decide(task: &Task<'_>) -> Vec<Decision> {
    let mut decisions = vec![];
    for programme in task.config.programmes.values() {
        let policy = &programme.deployments;
        let works = task.facts.deployments.iter().any(|deployment| deployment.programme == programme.id);
        if !policy.enabled || policy.least_notice == 0 || !works {
            continue;
        }
        let today = programme.window.zone.date(task.now);
        let (first, last) = academic_year(today);
        let from = task.config.calendar.before(last, policy.least_notice);
        if today < from || today > task.config.calendar.after(from, ASKED_FOR) {
            continue;
        }
        let is_here =
            |entry: &&Designation| entry.programme == programme.id && entry.is_active() && entry.since <= first;
        let short: Vec<String> = task
            .facts
            .register
            .iter()
            .filter(is_here)
            .filter_map(|entry| too_few(task, entry, programme.designation.days_a_year, (first, last)))
            .collect();
        if short.is_empty() {
            continue;
        }
        let mut decision = Decision::default();
        decision.because(format!(
            "{} people have given fewer days this year than were agreed: a person is told.",
            short.len()
        ));
        let more = short.len().saturating_sub(MOST_NAMES);
        let mut names: Vec<String> = short.into_iter().take(MOST_NAMES).collect();
        if more > 0 {
            names.push(format!("and {more} more"));
        }
        let question = format!(
            "The school year {}–{} ends soon, and these have given fewer days as {} than were agreed: {}. Is there work for them, or a reason to note?",
            first.year(),
            last.year() % 100,
            programme.short_name,
            names.join("; ")
        );
        decision.ask(format!("days-short:{}:{}", programme.id, first.year()), question, None);
        decisions.push(decision);
    }
    decisions
}

/// `Priya Nair 2½ of 6`, where that is too few.
fn too_few(task: &Task<'_>, entry: &Designation, days_a_year: u32, (first, last): (Date, Date)) -> Option<String> {
    let agreed = HalfDays(entry.half_days(days_a_year));
    let is_theirs = |email: &crate::domain::EmailAddress| {
        let deployed = || task.facts.deployments.iter().flat_map(|deployment| &deployment.people);
        *email == entry.email
            || deployed().any(|person| person.email == *email && person.entry.is_some() && person.entry == entry.number)
    };
    let visits = task.facts.visits.iter().filter(|visit| first <= visit.day && visit.day <= last);
    let given = sum(visits.filter(|visit| is_theirs(&visit.email)));
    (given < agreed).then(|| format!("{} {} of {}", entry.name, in_days(given), days_in_words(agreed.0)))
}
