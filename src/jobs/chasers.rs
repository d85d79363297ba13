//! Reminds referees, on the school days before a reference is due that policy names.
//!
//! It stops by itself: whoever has answered, withdrawn, or whose letter came back is not awaited any more. After a week's
//! downtime only the latest step is taken, so that nobody gets three reminders at once.

use super::{Job, Keeps, Missed, Task, When, daily};
use crate::config::{Config, Programme, Referees};
use crate::decision::Decision;
use crate::domain::application::{Application, State};
use crate::domain::change::{Change, ReferenceChange};
use crate::domain::civil;
use crate::domain::reference::{Progress, Request};
use crate::domain::window::{Step, Window};
use crate::incoming::reference::ask;
use crate::letters::reference_chaser::ReferenceChaser;
use crate::letters::reference_missing::ReferenceMissing;
use crate::letters::{Draft, Enclosure, ProgrammeWords, greeting};
use jiff::civil::Date;

pub const JOB: Job = Job {
    name: "chasers",
    about: "Reminds referees who have not answered, on the school days that each programme’s policy names.",
    when: When::At(times),
    keeps: Keeps::SchoolHours,
    missed: Missed::OnceLate,
    purposes: &["reference-chaser", "reference-missing", "reference-request", "reference-in-form"],
    decide,
};

fn times(config: &Config) -> Vec<String> {
    let referees = config.programmes.values().flat_map(|programme| &programme.references);
    let mut times: Vec<String> = referees.map(|referees| daily(referees.policy.chase_at)).collect();
    times.sort();
    times.dedup();
    times
}

fn decide(task: &Task<'_>) -> Vec<Decision> {
    if !task.config.calendar.is_school_day(task.due.date()) {
        return vec![];
    }
    let mut decisions = vec![];
    for application in &task.facts.applications {
        let (Some(programme), Some(window)) =
            (task.config.programme(&application.programme), task.facts.window_of(application))
        else {
            continue;
        };
        if window.has_taken(Step::Released) || window.has_taken(Step::Archived) || !in_the_running(application, window)
        {
            continue;
        }
        let mut decision = Decision { case: Some(application.case.clone()), ..Decision::default() };
        for referees in &programme.references {
            chase(task, programme, referees, application, window, &mut decision);
        }
        // Whoever came into the running by a way that asked nobody is asked now: an extension, an admission.
        ask::ask(task.config, programme, application, Some(window), task.now, &mut decision);
        if !decision.letters.is_empty() || !decision.changes.is_empty() {
            decisions.push(decision);
        }
    }
    decisions
}

fn in_the_running(application: &Application, window: &Window) -> bool {
    match application.state(Some(window)) {
        State::Complete | State::Incomplete => true,
        State::Unreadable | State::Late | State::Kept | State::Withdrawn => false,
    }
}

/// The last step whose day has come, counted from one. Steps before the referee was asked are not taken.
fn step_due(task: &Task<'_>, referees: &Referees, request: &Request, due: Date, asked: Date) -> Option<u32> {
    let calendar = &task.config.calendar;
    let mut last = None;
    for (step, days) in (1_u32..).zip(&referees.policy.chasers) {
        let day = calendar.before(due, *days);
        if day <= task.due.date() && day > asked {
            last = Some(step);
        }
    }
    last.filter(|step| *step > request.chased)
}

fn chase(
    task: &Task<'_>,
    programme: &Programme,
    referees: &Referees,
    application: &Application,
    window: &Window,
    decision: &mut Decision,
) {
    let kind = referees.kind();
    let Some(request) = application.request(kind) else { return };
    let due = ask::due(referees, window, &task.config.calendar);
    let now = window.zone.civil(task.now);
    let passed = now > due || task.due.time() != referees.policy.chase_at.0;
    if application.progress(kind) != Progress::Asked || passed {
        return;
    }
    let asked = window.zone.date(request.asked_at);
    let Some(step) = step_due(task, referees, request, due.date(), asked) else { return };
    let case = &application.case;
    decision.because(format!("The {} has not come; step {step} of the reminders is due.", kind.label()));
    decision.changes.push(Change::Reference(ReferenceChange::Chased { case: case.clone(), kind, step }));
    let steps = u32::try_from(referees.policy.chasers.len()).unwrap_or(u32::MAX);
    let letter = ReferenceChaser {
        name: greeting(&request.name),
        programme: ProgrammeWords::of(programme),
        case: case.to_string(),
        applicant: application.name.clone(),
        person: kind.person().to_owned(),
        due: civil::moment_in_words(due),
        left: left(task.config.calendar.between(now.date(), due.date())),
        last: step == steps,
        in_form: request.in_form,
        questions: if request.in_form { vec![] } else { ask::questions(referees) },
    };
    let purpose = format!("reference-chaser:{case}:{}:{}:{step}", kind.word(), request.round);
    let mut draft = Draft::new(&letter, request.email.clone(), &request.name, purpose).about(case);
    if !request.in_form {
        draft = draft.enclosing(Enclosure::ReferenceForm {
            programme: programme.id.clone(),
            kind,
            applicant: application.name.clone(),
        });
    }
    decision.letters.push(draft);
    let tell = referees.policy.tell_applicant_after;
    // After a step that was slept through the applicant is told with the one that is taken.
    if tell > 0 && request.chased < tell && step >= tell {
        let letter = ReferenceMissing {
            name: greeting(&application.name),
            programme: ProgrammeWords::of(programme),
            case: case.to_string(),
            person: kind.person().to_owned(),
            referee: request.name.clone(),
            referee_email: request.email.to_string(),
            due: civil::moment_in_words(due),
            in_form: request.in_form,
        };
        let purpose = format!("reference-missing:{case}:{}:{}", kind.word(), request.round);
        decision.letters.push(Draft::new(&letter, application.email.clone(), &application.name, purpose).about(case));
    }
}

/// `today`, `on the next school day`, `in 3 school days`.
pub fn left(school_days: u32) -> String {
    match school_days {
        0 => "today".to_owned(),
        1 => "on the next school day".to_owned(),
        days => format!("in {days} school days"),
    }
}
