//! Reminds the holders of projects, on the school days before something is due and after it was; then asks the coordinator.
//!
//! The steps of the ladder are counted: what policy names before the day, what it names after it, and the question. After a
//! week's downtime only the latest is taken, and whoever has sent the report is left in peace.

use super::chasers::left;
use super::{Job, Keeps, Missed, Task, When, daily};
use crate::config::projects::ProjectStep;
use crate::config::{Config, Programme};
use crate::decision::Decision;
use crate::domain::change::{Change, ProjectChange};
use crate::domain::civil;
use crate::domain::project::{Project, Step};
use crate::domain::school_days::SchoolDays;
use crate::letters::project::ProjectWords;
use crate::letters::project::reminder::ProjectReminder;
use crate::letters::{Draft, greeting};
use jiff::civil::Date;

pub const JOB: Job = Job {
    name: "project-reminders",
    about: "Reminds the holders of projects of their reports, on the school days that each programme’s policy names, and asks the coordinator about those that do not come.",
    when: When::At(times),
    keeps: Keeps::SchoolHours,
    missed: Missed::OnceLate,
    purposes: &["project-reminder"],
    decide,
};

fn times(config: &Config) -> Vec<String> {
    let funding = config.programmes.values().filter(|programme| programme.projects.enabled);
    let mut times: Vec<String> = funding.map(|programme| daily(programme.projects.remind_at)).collect();
    times.sort();
    times.dedup();
    times
}

fn decide(task: &Task<'_>) -> Vec<Decision> {
    let mut decisions = vec![];
    for project in &task.facts.projects {
        let Some(programme) = task.config.programme(&project.holder.programme) else { continue };
        // Of several times of day the later one makes up for the earlier.
        if task.due.time() < programme.projects.remind_at.0 {
            continue;
        }
        for step in project.awaited() {
            // A step that policy has forgotten since is still due; nobody is reminded of it.
            let Some(policy) = programme.projects.step(&step.id) else { continue };
            decisions.extend(remind(task, programme, project, step, policy));
        }
    }
    decisions
}

/// What a day asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rung {
    Before,
    After,
    Ask,
}

/// The ladder of one report: each rung with its day, in their order.
fn ladder(calendar: &SchoolDays, policy: &ProjectStep, due: Date) -> Vec<(Date, Rung)> {
    let before = policy.reminders.iter().map(|days| (calendar.before(due, *days), Rung::Before));
    let after = policy.chasers.iter().map(|days| (calendar.after(due, *days), Rung::After));
    let ask = (policy.ask_after > 0).then(|| (calendar.after(due, policy.ask_after), Rung::Ask));
    before.chain(after).chain(ask).collect()
}

/// How many rungs lie behind on the day on which a date is agreed: nobody is reminded at once of what has just been agreed.
pub fn passed(calendar: &SchoolDays, policy: &ProjectStep, due: Date, today: Date) -> u32 {
    let behind = ladder(calendar, policy, due).iter().filter(|(day, _)| *day <= today).count();
    u32::try_from(behind).unwrap_or(u32::MAX)
}

fn remind(
    task: &Task<'_>,
    programme: &Programme,
    project: &Project,
    step: &Step,
    policy: &ProjectStep,
) -> Option<Decision> {
    let today = programme.window.zone.date(task.now);
    let ladder = ladder(&task.config.calendar, policy, step.due);
    let come = (1_u32..).zip(&ladder).filter(|(_, (day, _))| *day <= today);
    let (reminder, (_, rung)) = come.last().filter(|(reminder, _)| *reminder > step.reminded)?;
    // A reminder that was slept through until after the day gives way to the one that follows the day.
    if *rung == Rung::Before && today > step.due && !policy.chasers.is_empty() {
        return None;
    }
    let (number, holder) = (&project.number, &project.holder);
    let mut decision = Decision { case: Some(number.clone()), ..Decision::default() };
    decision.changes.push(Change::Project(ProjectChange::Reminded {
        project: number.clone(),
        step: step.id.clone(),
        reminder,
    }));
    let when = civil::date_in_words(step.due);
    match rung {
        Rung::Before | Rung::After => {
            decision.because(format!("The {} is due on {when} and has not come: a reminder goes.", step.name));
            let letter = ProjectReminder {
                name: greeting(&holder.name),
                project: ProjectWords::of(project, programme),
                what: step.name.clone(),
                when,
                left: if today > step.due {
                    String::new()
                } else {
                    left(task.config.calendar.between(today, step.due))
                },
                is_final: project.is_final(step),
            };
            let purpose = format!("project-reminder:{number}:{}:{}:{reminder}", step.id, step.due);
            decision.letters.push(Draft::new(&letter, holder.email.clone(), &holder.name, purpose).about(number));
        }
        Rung::Ask => {
            decision.because(format!("The {} was due on {when} and has not come: a person is asked.", step.name));
            let question = format!(
                "The {} of {} for the project {number} (“{}”) was due on {when}, and has not come in spite of reminders. Shall it have more time, or be given up?",
                step.name, holder.name, project.title
            );
            let key = format!("project:{number}:{}:overdue:{}", step.id, step.due);
            let review = Decision::question(key, question, Some(number))
                .may("extend", format!("extend project {number} {} …", step.id))
                .may("drop", format!("drop project {number} …"));
            decision.put(review);
        }
    }
    Some(decision)
}
