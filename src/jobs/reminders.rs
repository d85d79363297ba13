//! Reminds those whose application is incomplete that the closing is near.

use super::chasers::left;
use super::{Job, Keeps, Missed, Task, When, daily};
use crate::config::{Config, Programme};
use crate::decision::Decision;
use crate::domain::application::{Application, State};
use crate::domain::window::{Phase, Window};
use crate::letters::reminder_incomplete::ReminderIncomplete;
use crate::letters::{Draft, Enclosure, ProblemWords, ProgrammeWords, WindowWords, greeting};

pub const JOB: Job = Job {
    name: "reminders",
    about: "Reminds applicants of what is missing, on the school days before the closing that policy names.",
    when: When::At(times),
    keeps: Keeps::SchoolHours,
    missed: Missed::OnceLate,
    purposes: &["reminder-incomplete"],
    decide,
};

fn times(config: &Config) -> Vec<String> {
    let mut times: Vec<String> = config.programmes.values().map(|programme| daily(programme.reminders.at)).collect();
    times.sort();
    times.dedup();
    times
}

fn decide(task: &Task<'_>) -> Vec<Decision> {
    let calendar = &task.config.calendar;
    if !calendar.is_school_day(task.due.date()) {
        return vec![];
    }
    let mut decisions = vec![];
    for application in &task.facts.applications {
        let (Some(programme), Some(window)) =
            (task.config.programme(&application.programme), task.facts.window_of(application))
        else {
            continue;
        };
        let closes = window.closes_civil().date();
        let is_day = |days: &&u32| calendar.before(closes, **days) == task.due.date();
        let is_time = programme.reminders.at.0 == task.due.time();
        let Some(days) = programme.reminders.incomplete.iter().find(is_day).filter(|_| is_time) else { continue };
        if window.phase(task.now) == Phase::Open {
            decisions.extend(remind(task, programme, application, window, *days));
        }
    }
    decisions
}

fn remind(
    task: &Task<'_>,
    programme: &Programme,
    application: &Application,
    window: &Window,
    days: u32,
) -> Option<Decision> {
    let unreadable = match application.state(Some(window)) {
        State::Incomplete => false,
        State::Unreadable => true,
        State::Complete | State::Late | State::Kept | State::Withdrawn => return None,
    };
    let problems = application.counting(Some(window)).map(|v| ProblemWords::blocking(&v.problems)).unwrap_or_default();
    // Only the referee's section is awaited: the referee is chased, not the applicant.
    if problems.is_empty() && !unreadable {
        return None;
    }
    let case = &application.case;
    let mut decision = Decision { case: Some(case.clone()), ..Decision::default() };
    decision.because(format!("Incomplete, and the round closes in {days} school days: a reminder."));
    let letter = ReminderIncomplete {
        name: greeting(&application.name),
        programme: ProgrammeWords::of(programme),
        case: case.to_string(),
        window: WindowWords::of(window),
        left: left(task.config.calendar.between(task.due.date(), window.closes_civil().date())),
        problems,
        unreadable,
    };
    let purpose = format!("reminder-incomplete:{case}:{days}");
    let draft = Draft::new(&letter, application.email.clone(), &application.name, purpose).about(case);
    let form = programme.form.definition.id.clone();
    decision.letters.push(if unreadable {
        draft.enclosing(Enclosure::BlankForm { programme: programme.id.clone(), form })
    } else {
        draft
    });
    Some(decision)
}
