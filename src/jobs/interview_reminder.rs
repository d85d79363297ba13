//! The school day before an interview, its applicant is reminded. Once; after days of downtime late rather than never.

use super::{Job, Keeps, Missed, Task, When, daily};
use crate::config::{Config, Programme};
use crate::decision::Decision;
use crate::domain::application::Application;
use crate::domain::civil;
use crate::domain::interview::{Answer, Interview};
use crate::letters::interview_reminder::InterviewReminder;
use crate::letters::{Draft, ProgrammeWords, greeting};
use jiff::civil::DateTime;

pub const JOB: Job = Job {
    name: "interview-reminder",
    about: "Reminds applicants of their interview, on the school day before, at the time of day that [reminders] names.",
    when: When::At(moments),
    keeps: Keeps::SchoolHours,
    missed: Missed::OnceLate,
    purposes: &["interview-reminder"],
    decide,
};

fn moments(config: &Config) -> Vec<String> {
    let mut all: Vec<String> = config.programmes.values().map(|programme| daily(programme.reminders.at)).collect();
    all.sort();
    all.dedup();
    all
}

fn decide(task: &Task<'_>) -> Vec<Decision> {
    let due = |application: &Application| {
        let programme = task.config.programme(&application.programme)?;
        let interview = application.interview.as_ref()?;
        is_due(task, programme, application, interview).then(|| reminder(programme, application, interview))
    };
    task.facts.applications.iter().filter_map(due).collect()
}

/// When an interview's applicant is reminded, on the wall clock.
fn moment(task: &Task<'_>, programme: &Programme, interview: &Interview) -> DateTime {
    task.config.calendar.before(interview.starts_at.date(), 1).to_datetime(programme.reminders.at.0)
}

fn is_due(task: &Task<'_>, programme: &Programme, application: &Application, interview: &Interview) -> bool {
    let moment = moment(task, programme, interview);
    // Whoever was invited after that moment has the invitation itself, and whoever cannot come has an answer coming.
    let was_there = interview.zone.civil(interview.set_at) < moment;
    let expected = match interview.answer {
        None | Some(Answer::Accepted) => true,
        Some(Answer::Declined | Answer::AnotherTime) => false,
    };
    !interview.cancelled
        && !interview.reminded
        && application.withdrawn.is_none()
        && expected
        && was_there
        && moment <= task.due
        && interview.starts() > task.now
}

fn reminder(programme: &Programme, application: &Application, interview: &Interview) -> Decision {
    let case = &application.case;
    let letter = InterviewReminder {
        name: greeting(&application.name),
        programme: ProgrammeWords::of(programme),
        case: case.to_string(),
        when: civil::moment_in_words(interview.starts_at),
        place: interview.place.clone(),
        length: civil::length_in_words(interview.minutes),
        group: interview.group.clone(),
        unanswered: interview.answer.is_none(),
    };
    let mut decision = Decision { case: Some(case.clone()), ..Decision::default() };
    decision.because(format!("The interview is {}: a reminder goes.", civil::moment_in_words(interview.starts_at)));
    // The record looks for this very purpose to know that it has been decided.
    let purpose = format!("interview-reminder:{case}:{}", interview.sequence);
    decision.letters.push(Draft::new(&letter, application.email.clone(), &application.name, purpose).about(case));
    decision
}
